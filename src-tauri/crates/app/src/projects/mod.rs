//! Projects of the portfolio.

use crate::app::Call;
use crate::commands::Nothing;
use crate::error::AppError;
use crate::input;
use crate::settings::IdParams;
use crate::snapshot::Snapshot;
use groundwork_domain::person::{
    AttachmentRecord, CheckState, ChecklistMark, Decision, Link, Owner, ProjectRecord, ProjectStatus,
    SkillLevel,
};
use groundwork_domain::role::PracticeItem;
use groundwork_domain::{Date, Level, PracticeId, RecordId, StatementId, Text};
use groundwork_store::new_record_id;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;
use std::collections::BTreeMap;
use ts_rs::TS;

/// A skill of a project with its name.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ProjectSkillView {
    /// The skill, the level that the project shows, and why.
    pub level: SkillLevel,
    /// Name of the skill.
    pub name: Text,
}

/// A line of a project's checklist.
#[derive(Debug, Clone, Serialize, TS)]
pub struct CheckView {
    /// The line as the role pack has it.
    pub item: PracticeItem,
    /// How it stands.
    pub state: CheckState,
}

/// A project with what is known of it.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ProjectView {
    /// The record.
    pub record: ProjectRecord,
    /// Name of the practice that it is one of.
    pub practice_name: Option<Text>,
    /// Skills with their names.
    pub skills: Vec<ProjectSkillView>,
    /// The checklist of its practice.
    pub checklist: Vec<CheckView>,
    /// Lines that are done or do not apply.
    pub checked: u32,
    /// Its files.
    pub attachments: Vec<AttachmentRecord>,
}

/// A practice that a project can be one of.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PracticeOption {
    /// The practice.
    pub practice: PracticeId,
    /// Its name.
    pub name: Text,
    /// What it is.
    pub summary: Text,
    /// The lines of its checklist.
    pub checklist: Vec<PracticeItem>,
    /// How many the target asks; 0 when it asks none.
    pub asked: u32,
    /// How many of them are made.
    pub made: u32,
    /// How many of them are complete.
    pub complete: u32,
}

/// The portfolio.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ProjectsView {
    /// Projects, those in progress first.
    pub projects: Vec<ProjectView>,
    /// Practices, with how many the target asks.
    pub practices: Vec<PracticeOption>,
}

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

fn view(snapshot: &Snapshot, record: &ProjectRecord) -> ProjectView {
    let practice = record.practice.as_ref().and_then(|id| snapshot.pack.practice(id));
    let state = |item: &PracticeItem| record.checklist.get(&item.id).cloned().unwrap_or_default();
    let checklist: Vec<CheckView> = practice
        .map(|practice| {
            practice
                .checklist
                .iter()
                .map(|item| CheckView { state: state(item), item: item.clone() })
                .collect()
        })
        .unwrap_or_default();
    let named = |level: &SkillLevel| ProjectSkillView {
        name: snapshot.skill_name(&level.skill),
        level: level.clone(),
    };
    ProjectView {
        practice_name: practice.map(|practice| practice.name.clone()),
        skills: record.skills.iter().map(named).collect(),
        checked: checklist.iter().filter(|line| line.state.mark != ChecklistMark::Open).count() as u32,
        checklist,
        attachments: snapshot.attachments.iter().filter(|file| file.owner_id == record.id).cloned().collect(),
        record: record.clone(),
    }
}

/// `projects.list`: the portfolio.
pub(crate) fn list(call: &Call<'_>, _: Nothing) -> Result<ProjectsView, AppError> {
    let snapshot = call.snapshot()?;
    let mut projects: Vec<_> = snapshot.projects.iter().map(|record| view(&snapshot, record)).collect();
    projects.sort_by(|a, b| {
        let order = |view: &ProjectView| match view.record.status {
            ProjectStatus::Doing => 0,
            ProjectStatus::Shown => 1,
            ProjectStatus::Done => 2,
            ProjectStatus::Idea => 3,
        };
        order(a)
            .cmp(&order(b))
            .then_with(|| b.record.ends.cmp(&a.record.ends))
            .then_with(|| a.record.name.cmp(&b.record.name))
    });
    let asked: BTreeMap<PracticeId, u32> = snapshot
        .domain_target()
        .and_then(|target| snapshot.pack.rung(&target.rung).cloned())
        .map(|rung| rung.practice.iter().map(|p| (p.practice.clone(), u32::from(p.count))).collect())
        .unwrap_or_default();
    let practices = snapshot.pack.practice.iter().map(|practice| PracticeOption {
        asked: asked.get(&practice.id).copied().unwrap_or(0),
        made: snapshot.standing.practice_claimed.get(&practice.id).copied().unwrap_or(0),
        complete: snapshot.standing.practice_proven.get(&practice.id).copied().unwrap_or(0),
        practice: practice.id.clone(),
        name: practice.name.clone(),
        summary: practice.summary.clone(),
        checklist: practice.checklist.clone(),
    });
    Ok(ProjectsView { projects, practices: practices.collect() })
}

/// `projects.save`: adds a project, or changes one.
pub(crate) fn save(call: &Call<'_>, params: ProjectParams) -> Result<ProjectView, AppError> {
    let snapshot = call.snapshot()?;
    let done = if params.id.is_none() { "projects.add" } else { "projects.change" };
    let record = checked(&snapshot, params)?;
    call.write(done, json!({ "name": record.name }), |writer| Ok(writer.put_project(&record)?))?;
    Ok(view(&call.snapshot()?, &record))
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
    if let Some(practice) = &params.practice
        && snapshot.pack.practice(practice).is_none()
    {
        return Err(AppError::with("practice.unknown", [("practice", practice.to_string())]));
    }
    input::list("links", &params.links)?;
    input::list("skills", &params.skills)?;
    input::list("decisions", &params.decisions)?;
    Ok(ProjectRecord {
        id: params.id.unwrap_or_else(new_record_id),
        name: input::name("name", &params.name)?,
        summary: input::note("summary", &params.summary)?,
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
        on: decision.on,
        context: input::note("context", &decision.context)?,
        options: input::note("options", &decision.options)?,
        choice: input::note("choice", &decision.choice)?,
        consequences: input::note("consequences", &decision.consequences)?,
    })
}

fn check((id, state): (StatementId, CheckState)) -> Result<(StatementId, CheckState), AppError> {
    Ok((id, CheckState { mark: state.mark, note: input::note("note", &state.note)? }))
}

fn find<'a>(snapshot: &'a Snapshot, id: &RecordId) -> Result<&'a ProjectRecord, AppError> {
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
