//! How a project begins: from a practice of the role pack, or from a folder. An empty one is `projects.save`.

use crate::app::Call;
use crate::chosen::chosen_folder;
use crate::error::AppError;
use crate::input;
use crate::projects::audit::{audited, keep, own_addresses};
use crate::projects::save::put;
use crate::projects::view::{ProjectView, view_of};
use crate::snapshot::Snapshot;
use groundwork_domain::audit::Report;
use groundwork_domain::person::{Link, ProjectRecord, ProjectStatus, SkillLevel};
use groundwork_domain::{Date, Level, PracticeId, SkillId};
use groundwork_store::new_record_id;
use schemars::JsonSchema;
use serde::Deserialize;
use std::collections::BTreeMap;
use ts_rs::TS;

/// A practice that is taken up as a project.
#[derive(Debug, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct BeginPracticeParams {
    /// The practice.
    pub practice: PracticeId,
    /// Name of the project.
    pub name: String,
}

/// A folder that becomes a project.
#[derive(Debug, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct BeginFolderParams {
    /// The folder, in the terminal; in the window the person is asked.
    #[serde(default)]
    pub path: Option<String>,
    /// The practice that it is one of.
    #[serde(default)]
    pub practice: Option<PracticeId>,
}

/// A project with a name and nothing else.
pub(crate) fn template(name: String, starts: Option<Date>) -> ProjectRecord {
    ProjectRecord {
        id: new_record_id(),
        name,
        summary: String::new(),
        story: String::new(),
        role: String::new(),
        team: String::new(),
        starts,
        ends: None,
        status: ProjectStatus::Doing,
        practice: None,
        links: Vec::new(),
        skills: Vec::new(),
        decisions: Vec::new(),
        results: String::new(),
        checklist: BTreeMap::new(),
        folder: String::new(),
        proofs: Vec::new(),
    }
}

/// `projects.begin`: begins a project from a practice of the role pack: its summary, its skills and its checklist.
pub(crate) fn begin_practice(call: &Call<'_>, params: BeginPracticeParams) -> Result<ProjectView, AppError> {
    let snapshot = call.snapshot()?;
    let practice = snapshot.known_practice(&params.practice)?;
    if !crate::plan::becomes_project(practice) {
        return Err(AppError::about("practice.no_project", [("practice", practice.name.clone())]));
    }
    let level = |skill: &SkillId| SkillLevel {
        skill: skill.clone(),
        level: Level::new(2).unwrap_or_default(),
        why: String::new(),
    };
    let record = ProjectRecord {
        practice: Some(practice.id.clone()),
        skills: practice
            .skills
            .iter()
            .filter(|skill| snapshot.pack.skill(skill).is_some())
            .map(level)
            .collect(),
        ..template(input::name("name", &params.name)?, Some(snapshot.today))
    };
    put(call, "projects.add", &record)
}

/// `projects.begin_folder`: begins a project from a folder: name and summary by its README, links by where it is published,
/// period by the person's own commits; the audit is kept with it. None when the person chose no folder.
pub(crate) fn begin_folder(
    call: &Call<'_>,
    params: BeginFolderParams,
) -> Result<Option<ProjectView>, AppError> {
    let snapshot = call.snapshot()?;
    if let Some(practice) = &params.practice {
        snapshot.known_practice(practice)?;
    }
    let Some(folder) = chosen_folder(call, params.path)? else { return Ok(None) };
    let path = folder.to_str().ok_or_else(|| AppError::new("audit.folder_name"))?.to_owned();
    if let Some(other) = snapshot.projects.iter().find(|project| project.folder == path) {
        return Err(AppError::with("project.folder_known", [("name", other.name.clone())]));
    }
    let report = audited(call, &folder, &own_addresses(call)?)?;
    let record = drafted(&snapshot, &report, path, params.practice);
    put(call, "projects.add_folder", &record)?;
    keep(call, &record.id, report)?;
    view_of(call, &record).map(Some)
}

/// A text of the folder as a line or note of a record: without control characters, not too long.
fn plain(text: &str, most: usize) -> String {
    let kept: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).take(most).collect();
    kept.trim().to_owned()
}

fn drafted(
    snapshot: &Snapshot,
    report: &Report,
    folder: String,
    practice: Option<PracticeId>,
) -> ProjectRecord {
    let history = report.history.as_ref();
    let day = |own: Option<Date>, all: Option<Date>| own.or(all).map(|day| day.min(snapshot.today));
    let remotes = report.git.iter().flat_map(|git| &git.remotes);
    let links = remotes.filter_map(|remote| {
        let url = input::address("links", &remote.url).ok().filter(|url| !url.is_empty())?;
        Some(Link { label: plain(&remote.name, input::LINE), url })
    });
    let named = [report.title.as_str(), report.folder.as_str(), "project"];
    let name =
        named.iter().map(|name| plain(name, input::LINE)).find(|name| input::name("name", name).is_ok());
    ProjectRecord {
        summary: plain(&report.summary, input::NOTE),
        ends: None,
        practice,
        links: links.take(10).collect(),
        folder,
        ..template(
            name.unwrap_or_default(),
            history.and_then(|history| day(history.own_first, history.first)).or(Some(snapshot.today)),
        )
    }
}
