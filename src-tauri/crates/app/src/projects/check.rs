//! The checklist of a project, line by line.

use crate::app::Call;
use crate::error::AppError;
use crate::input;
use crate::projects::save::{find, put};
use crate::projects::view::{ProjectView, checklist};
use crate::snapshot::Snapshot;
use groundwork_domain::person::{CheckState, ChecklistMark, ProjectRecord};
use groundwork_domain::{Minutes, RecordId, StatementId};
use schemars::JsonSchema;
use serde::Deserialize;
use ts_rs::TS;

/// Least minutes of a line in the plan.
const LEAST: u32 = 60;

/// How a line of the checklist stands.
#[derive(Debug, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct CheckParams {
    /// The project.
    pub id: RecordId,
    /// The line.
    pub line: StatementId,
    /// How it stands; as it did where absent.
    #[serde(default)]
    pub mark: Option<ChecklistMark>,
    /// A note; as it was where absent.
    #[serde(default)]
    pub note: Option<String>,
}

/// Lines of the checklist that go into the plan, or out of it.
#[derive(Debug, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct PlanLinesParams {
    /// The project.
    pub id: RecordId,
    /// The lines; every open one where empty.
    #[serde(default)]
    pub lines: Vec<StatementId>,
    /// Whether they stand in the plan.
    pub planned: bool,
}

fn known(snapshot: &Snapshot, record: &ProjectRecord, line: &StatementId) -> Result<(), AppError> {
    let known = checklist(snapshot, record).iter().any(|known| known.item.id == *line);
    if known || record.checklist.contains_key(line) {
        return Ok(());
    }
    Err(AppError::with("project.unknown_line", [("line", line.to_string())]))
}

/// Sets the mark of a line; what no longer stands behind it goes.
pub(crate) fn set_mark(state: &mut CheckState, mark: ChecklistMark) {
    if state.mark != mark {
        state.rests_on = None;
    }
    state.mark = mark;
}

/// `projects.check`: says how a line of the checklist stands.
pub(crate) fn check(call: &Call<'_>, params: CheckParams) -> Result<ProjectView, AppError> {
    let snapshot = call.snapshot()?;
    let mut record = find(&snapshot, &params.id)?.clone();
    known(&snapshot, &record, &params.line)?;
    let state = record.checklist.entry(params.line).or_default();
    if let Some(said) = params.mark {
        set_mark(state, said);
    }
    if let Some(note) = params.note {
        state.note = input::note("note", &note)?;
    }
    put(call, "projects.check", &record)
}

/// `projects.plan_lines`: puts open lines of the checklist into the plan, or takes them out.
pub(crate) fn plan_lines(call: &Call<'_>, params: PlanLinesParams) -> Result<ProjectView, AppError> {
    let snapshot = call.snapshot()?;
    let mut record = find(&snapshot, &params.id)?.clone();
    let open =
        |id: &StatementId| record.checklist.get(id).is_none_or(|state| state.mark == ChecklistMark::Open);
    let all = checklist(&snapshot, &record).into_iter().map(|line| line.item.id);
    let lines: Vec<StatementId> =
        if params.lines.is_empty() { all.filter(open).collect() } else { params.lines };
    for line in lines {
        known(&snapshot, &record, &line)?;
        record.checklist.entry(line).or_default().planned = params.planned;
    }
    put(call, if params.planned { "projects.plan_lines" } else { "projects.unplan_lines" }, &record)
}

/// Minutes of a line in the plan: the practice's likely hours by its lines, in whole half hours, an hour at least. An
/// estimate of ours.
pub(crate) fn line_minutes(snapshot: &Snapshot, record: &ProjectRecord) -> Minutes {
    let practice = record.practice.as_ref().and_then(|id| snapshot.pack.practice(id));
    let share = practice.map_or(0, |practice| {
        let lines = u32::try_from(practice.checklist.len()).unwrap_or(u32::MAX).max(1);
        Minutes::hours(practice.hours.likely).0 / lines
    });
    Minutes((share.div_ceil(30) * 30).max(LEAST))
}
