//! A project is added, changed, removed.

use crate::app::Call;
use crate::error::AppError;
use crate::input;
use crate::projects::versions::{keep_version, now};
use crate::projects::view::{ProjectView, view_of};
use crate::settings::IdParams;
use crate::snapshot::Snapshot;
use groundwork_domain::person::{
    CheckState, Decision, Link, Owner, ProjectRecord, ProjectStatus, SkillLevel,
};
use groundwork_domain::{Date, Level, PracticeId, RecordId, StatementId};
use groundwork_store::{Writer, new_record_id};
use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::json;
use std::collections::BTreeMap;
use ts_rs::TS;

/// Most characters of a case study.
pub(super) const STORY: usize = 100_000;

/// A project, new or changed.
#[derive(Debug, Clone, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct ProjectParams {
    /// The record to change; a new one where absent.
    #[serde(default)]
    pub id: Option<RecordId>,
    /// Its name.
    pub name: String,
    /// What it is, in a sentence or two.
    #[serde(default)]
    pub summary: String,
    /// The case study, in Markdown; as it was where absent.
    #[serde(default)]
    pub story: Option<String>,
    /// The person's part in it.
    #[serde(default)]
    pub role: String,
    /// With whom.
    #[serde(default)]
    pub team: String,
    /// First day.
    #[serde(default)]
    pub starts: Option<Date>,
    /// Last day; absent while it goes on.
    #[serde(default)]
    pub ends: Option<Date>,
    /// Where it stands; an idea where absent.
    #[serde(default)]
    pub status: ProjectStatus,
    /// The practice that it is one of.
    #[serde(default)]
    pub practice: Option<PracticeId>,
    /// Links.
    #[serde(default)]
    pub links: Vec<Link>,
    /// Skills used, with the level that it shows and why.
    #[serde(default)]
    pub skills: Vec<SkillLevel>,
    /// Decisions.
    #[serde(default)]
    pub decisions: Vec<Decision>,
    /// What came of it.
    #[serde(default)]
    pub results: String,
    /// How the checklist stands.
    #[serde(default)]
    pub checklist: BTreeMap<StatementId, CheckState>,
}

/// `projects.save`: adds a project, or changes one.
pub(crate) fn save(call: &Call<'_>, params: ProjectParams) -> Result<ProjectView, AppError> {
    let snapshot = call.snapshot()?;
    let done = if params.id.is_none() { "projects.add" } else { "projects.change" };
    let record = checked(&snapshot, params)?;
    put(call, done, &record)
}

/// Saves a project under its name in the history, and keeps this save.
pub(super) fn put(
    call: &Call<'_>,
    done: &'static str,
    record: &ProjectRecord,
) -> Result<ProjectView, AppError> {
    put_and_keep(call, done, record, |_| Ok(()))
}

/// The same, and whatever else is to be kept with it.
pub(super) fn put_and_keep(
    call: &Call<'_>,
    done: &'static str,
    record: &ProjectRecord,
    keep: impl FnOnce(&Writer<'_>) -> Result<(), AppError>,
) -> Result<ProjectView, AppError> {
    let former = call.app.store()?.read(|reader| Ok::<_, AppError>(reader.project(&record.id)?))?;
    let put = |writer: &Writer<'_>| Ok(writer.put_project(record)?);
    call.write_and_keep(done, json!({ "name": record.name }), put, |writer| {
        keep_version(writer, former.as_ref(), record, &now(call))?;
        keep(writer)
    })?;
    view_of(call, record)
}

fn checked(snapshot: &Snapshot, params: ProjectParams) -> Result<ProjectRecord, AppError> {
    known_lines(snapshot, &params)?;
    if let (Some(starts), Some(ends)) = (params.starts, params.ends)
        && ends < starts
    {
        let args = [("starts", starts.to_string()), ("ends", ends.to_string())];
        return Err(AppError::with("project.ends_before_start", args));
    }
    if params.status >= ProjectStatus::Done && params.ends.is_some_and(|ends| ends > snapshot.today) {
        return Err(AppError::new("project.done_in_future"));
    }
    if let Some(practice) = &params.practice {
        snapshot.known_practice(practice)?;
    }
    let former = params.id.as_ref().map(|id| find(snapshot, id)).transpose()?;
    let story = match params.story {
        Some(story) => input::long("story", &story, STORY)?,
        None => former.map(|former| former.story.clone()).unwrap_or_default(),
    };
    input::list("links", &params.links)?;
    input::list("skills", &params.skills)?;
    input::list("decisions", &params.decisions)?;
    Ok(ProjectRecord {
        id: params.id.unwrap_or_else(new_record_id),
        name: input::name("name", &params.name)?,
        summary: input::note("summary", &params.summary)?,
        story,
        role: input::line("role", &params.role)?,
        team: input::line("team", &params.team)?,
        starts: params.starts,
        ends: params.ends,
        status: params.status,
        practice: params.practice,
        links: params.links.iter().map(link).collect::<Result<_, _>>()?,
        skills: skills(snapshot, params.skills)?,
        decisions: params.decisions.iter().map(decision).collect::<Result<_, _>>()?,
        results: input::note("results", &params.results)?,
        checklist: params.checklist.into_iter().map(check).collect::<Result<_, _>>()?,
        // Folder and proofs are the audit's.
        folder: former.map(|former| former.folder.clone()).unwrap_or_default(),
        proofs: former.map(|former| former.proofs.clone()).unwrap_or_default(),
    })
}

/// Refuses lines that no checklist has. What an older role pack had stays.
fn known_lines(snapshot: &Snapshot, params: &ProjectParams) -> Result<(), AppError> {
    let former = params.id.as_ref().map(|id| find(snapshot, id)).transpose()?;
    let known = |id: &StatementId| {
        let mut lines = snapshot.pack.practice.iter().flat_map(|practice| &practice.checklist);
        lines.any(|line| line.id == *id) || former.is_some_and(|former| former.checklist.contains_key(id))
    };
    match params.checklist.keys().find(|id| !known(id)) {
        Some(id) => Err(AppError::with("project.unknown_line", [("line", id.to_string())])),
        None => Ok(()),
    }
}

fn link(link: &Link) -> Result<Link, AppError> {
    let url = input::address("links", &link.url)?;
    if url.is_empty() {
        return Err(AppError::with("input.empty", [("field", "links".into())]));
    }
    Ok(Link { label: input::line("links", &link.label)?, url })
}

fn skills(snapshot: &Snapshot, skills: Vec<SkillLevel>) -> Result<Vec<SkillLevel>, AppError> {
    let mut kept: Vec<SkillLevel> = Vec::with_capacity(skills.len());
    for skill in skills {
        let name = snapshot.known_skill(&skill.skill)?.name.clone();
        if skill.level == Level::NONE || skill.level > Level::new(3).unwrap_or_default() {
            return Err(AppError::about("project.skill_level", [("skill", name)]));
        }
        if kept.iter().any(|other| other.skill == skill.skill) {
            return Err(AppError::about("project.skill_twice", [("skill", name)]));
        }
        kept.push(SkillLevel { why: input::note("why", &skill.why)?, ..skill });
    }
    Ok(kept)
}

fn decision(decision: &Decision) -> Result<Decision, AppError> {
    Ok(Decision {
        title: input::name("title", &decision.title)?,
        status: decision.status,
        on: decision.on,
        context: input::note("context", &decision.context)?,
        options: input::note("options", &decision.options)?,
        choice: input::note("choice", &decision.choice)?,
        consequences: input::note("consequences", &decision.consequences)?,
    })
}

fn check((id, state): (StatementId, CheckState)) -> Result<(StatementId, CheckState), AppError> {
    let note = input::note("note", &state.note)?;
    Ok((id, CheckState { note, ..state }))
}

pub(super) fn find<'a>(snapshot: &'a Snapshot, id: &RecordId) -> Result<&'a ProjectRecord, AppError> {
    let found = snapshot.projects.iter().find(|record| record.id == *id);
    found.ok_or_else(|| AppError::with("record.unknown", [("id", id.to_string())]))
}

/// `projects.remove`: removes a project; what it proved goes with it.
pub(crate) fn remove(call: &Call<'_>, params: IdParams) -> Result<(), AppError> {
    let snapshot = call.snapshot()?;
    let name = find(&snapshot, &params.id)?.name.clone();
    call.write("projects.remove", json!({ "name": name }), |writer| {
        crate::attachments::remove_of(writer, Owner::Project, &params.id)?;
        writer.delete_project(&params.id)?;
        Ok(())
    })
}
