//! Items that are done, and practice that is taken up for them.

use crate::app::Call;
use crate::error::AppError;
use crate::input;
use crate::log::skill_of_key;
use crate::plan::PlanEffect;
use crate::plan::build::{planned, title_of_key};
use crate::plan::verbs::{blank, effect, record_of};
use crate::projects::{set_mark, template};
use crate::snapshot::Snapshot;
use crate::target::claim;
use groundwork_domain::person::{ChecklistMark, ProjectRecord, SkillLevel};
use groundwork_domain::plan::ItemWhat;
use groundwork_domain::role::Practice;
use groundwork_domain::{Date, Level, PracticeId, RecordId, StatementId};
use groundwork_store::{Writer, new_record_id};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;
use ts_rs::TS;

/// Done, or not.
#[derive(Debug, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct DoneParams {
    /// Key of the item.
    pub key: String,
    /// The day; null takes it back. For the step of a skill, being done claims the level; taking it back does not.
    #[serde(default)]
    pub done_on: Option<Date>,
}

/// Whether a practice becomes a project of the portfolio.
pub(crate) fn becomes_project(practice: &Practice) -> bool {
    PROJECTS.contains(&practice.kind.as_str())
}

/// Kinds of practice that become a project of the portfolio.
const PROJECTS: [&str; 3] = ["project", "stack", "portfolio"];

/// Practice that is taken up for an item.
#[derive(Debug, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct TakeUpParams {
    /// Key of the item.
    pub key: String,
    /// The practice.
    pub practice: PracticeId,
    /// Name of the project that is begun, or of the item that is added.
    pub name: String,
}

/// What was taken up.
#[derive(Debug, Clone, Serialize, TS)]
pub struct TakenUpView {
    /// The project that was begun.
    pub project: Option<RecordId>,
    /// Key of the item that was added, for practice that is no project.
    pub item: Option<String>,
}

/// `plan.done`: marks an item done, or not. The step of a skill that is done claims its level.
pub(crate) fn done(call: &Call<'_>, params: DoneParams) -> Result<PlanEffect, AppError> {
    let snapshot = call.snapshot()?;
    if let Some(day) = params.done_on.filter(|day| *day > snapshot.today) {
        return Err(AppError::with("date.future", [("date", day.to_string())]));
    }
    if let Some(day) = params.done_on.filter(|day| day.days_until(snapshot.today) > 366 * 60) {
        return Err(AppError::with("date.far", [("date", day.to_string())]));
    }
    record_of(&snapshot, &params.key)?;
    let before = planned(&snapshot).ok();
    let name = if params.done_on.is_some() { "plan.item_done" } else { "plan.item_restore" };
    let args = json!({ "item": title_of_key(&snapshot, &params.key) });
    call.write(name, args, |writer| mark_done(writer, &snapshot, &params.key, params.done_on))?;
    let after = planned(&call.snapshot()?).ok();
    Ok(effect(before.as_ref(), after.as_ref()))
}

/// Marks an item done within a change. The last part of a skill's step claims the level, where less was claimed.
pub(crate) fn mark_done(
    writer: &Writer<'_>,
    snapshot: &Snapshot,
    key: &str,
    done_on: Option<Date>,
) -> Result<(), AppError> {
    let mut record = writer.plan_item(key)?.unwrap_or_else(|| blank(key));
    record.done_on = done_on;
    let goes_on = record.split_after.is_some();
    writer.put_plan_item(&record)?;
    if let (Some(ItemWhat::SkillStep { skill, to: level }), Some(_), false) =
        (ItemWhat::of_key(key), done_on, goes_on)
        && snapshot.standing.best_level(&skill) < level
    {
        claim(writer, &[SkillLevel { skill, level, why: String::new() }])?;
    }
    if let (Some(ItemWhat::ProjectLine { project, line }), false) = (ItemWhat::of_key(key), goes_on) {
        mark_line(writer, &project, &line, done_on.is_some())?;
    }
    Ok(())
}

/// Marks the line of a project's checklist that an item is.
fn mark_line(
    writer: &Writer<'_>,
    project: &RecordId,
    line: &StatementId,
    done: bool,
) -> Result<(), AppError> {
    let Some(mut record) = writer.project(project)? else { return Ok(()) };
    let state = record.checklist.entry(line.clone()).or_default();
    set_mark(state, if done { ChecklistMark::Done } else { ChecklistMark::Open });
    Ok(writer.put_project(&record)?)
}

/// `plan.take_up`: begins a project of the portfolio from a practice, for an item; its checklist is open. A contribution, a
/// review or an internship becomes an item of the person's own.
pub(crate) fn take_up(call: &Call<'_>, params: TakeUpParams) -> Result<TakenUpView, AppError> {
    let snapshot = call.snapshot()?;
    record_of(&snapshot, &params.key)?;
    let name = input::name("name", &params.name)?;
    let practice = snapshot.known_practice(&params.practice)?;
    if !becomes_project(practice) {
        let mut record = blank(&format!("own:{}", new_record_id()));
        record.title.clone_from(&name);
        record.minutes = Some(practice.hours.likely.saturating_mul(60));
        let item = record.key.clone();
        call.write("plan.own_item", json!({ "item": name }), |writer| Ok(writer.put_plan_item(&record)?))?;
        return Ok(TakenUpView { project: None, item: Some(item) });
    }
    let skill = skill_of_key(&params.key);
    let record = ProjectRecord {
        practice: Some(practice.id.clone()),
        skills: skill
            .filter(|skill| snapshot.pack.skill(skill).is_some())
            .map(|skill| SkillLevel { skill, level: Level::new(3).unwrap_or_default(), why: String::new() })
            .into_iter()
            .collect(),
        ..template(name.clone(), Some(snapshot.today))
    };
    call.write("projects.add", json!({ "name": name }), |writer| Ok(writer.put_project(&record)?))?;
    Ok(TakenUpView { project: Some(record.id), item: None })
}
