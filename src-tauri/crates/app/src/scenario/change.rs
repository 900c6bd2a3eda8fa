//! Scenarios: kept, dropped, taken.

use crate::app::Call;
use crate::error::AppError;
use crate::input;
use crate::log::pace;
use crate::plan::{PlanEffect, effect, planned, sources};
use crate::scenario::ScenarioView;
use crate::scenario::apply::{apply, changes, scaled, target_of, title};
use crate::scenario::compare::{Outcome, compared};
use crate::settings::IdParams;
use crate::snapshot::Snapshot;
use crate::target::{check as check_target, check_week};
use groundwork_domain::person::{ScenarioItem, ScenarioRecord};
use groundwork_domain::{Date, RecordId, RungId, StackId};
use groundwork_store::new_record_id;
use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::json;
use ts_rs::TS;

/// A scenario, new or changed: only what differs from today's plan.
#[derive(Debug, Clone, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct ScenarioParams {
    /// The scenario to change; a new one where absent.
    #[serde(default)]
    pub id: Option<RecordId>,
    /// Its name; where it is empty, what it changes is shown instead.
    #[serde(default)]
    pub name: String,
    /// Minutes of each weekday, Monday first.
    #[serde(default)]
    pub weekly_minutes: Option<[u32; 7]>,
    /// Minutes of a usual week, in the shape of today's; instead of `weekly_minutes`.
    #[serde(default)]
    pub minutes_a_week: Option<u32>,
    /// Another rung or branch.
    #[serde(default)]
    pub rung: Option<RungId>,
    /// Another main stack.
    #[serde(default)]
    pub stack: Option<StackId>,
    /// Another day to be ready.
    #[serde(default)]
    pub ready_by: Option<Date>,
    /// Items that are left out or due on another day.
    #[serde(default)]
    pub items: Vec<ScenarioItem>,
}

/// How many scenarios there may be beside the plan.
pub(crate) const MOST: usize = 4;

/// `scenario.save`: keeps a scenario; at most four.
pub(crate) fn save(call: &Call<'_>, params: ScenarioParams) -> Result<ScenarioView, AppError> {
    let snapshot = call.snapshot()?;
    let new = params.id.is_none();
    if new && snapshot.scenarios.len() >= MOST {
        return Err(AppError::with("scenario.too_many", [("most", MOST.to_string())]));
    }
    if let Some(id) = &params.id {
        find(&snapshot, id)?;
    }
    let record = record(&snapshot, params, new_record_id())?;
    let today = Outcome::or_refused(&snapshot);
    let shown = compared(&snapshot, &today, &record);
    let name = if new { "scenario.add" } else { "scenario.change" };
    call.write(name, json!({ "name": title(&snapshot, &record) }), |writer| {
        if new && writer.scenarios()?.len() >= MOST {
            return Err(AppError::with("scenario.too_many", [("most", MOST.to_string())]));
        }
        Ok(writer.put_scenario(&record)?)
    })?;
    Ok(shown)
}

/// Checks a scenario and names it, where it has no name.
pub(crate) fn record(
    snapshot: &Snapshot,
    params: ScenarioParams,
    id: RecordId,
) -> Result<ScenarioRecord, AppError> {
    input::list("items", &params.items)?;
    let week = match (params.weekly_minutes, params.minutes_a_week) {
        (Some(week), _) => Some(week),
        (None, Some(minutes)) => {
            input::within("minutes_a_week", minutes, 30, 6_000)?;
            Some(scaled(&snapshot.settings.weekly_minutes, minutes))
        }
        (None, None) => None,
    };
    week.as_ref().map(check_week).transpose()?;
    let known = sources(snapshot, &pace(snapshot))?;
    for item in &params.items {
        if let Some(day) = item.due.filter(|day| snapshot.today.days_until(*day).abs() > 366 * 30) {
            return Err(AppError::with("date.far", [("date", day.to_string())]));
        }
        if !known.iter().any(|source| source.key == item.item) {
            return Err(AppError::with("plan.unknown_item", [("item", item.item.clone())]));
        }
    }
    let record = ScenarioRecord {
        id: params.id.unwrap_or(id),
        name: input::line("name", &params.name)?,
        weekly_minutes: week.filter(|week| *week != snapshot.settings.weekly_minutes),
        rung: params.rung,
        stack: params.stack,
        ready_by: params.ready_by,
        items: params.items,
    };
    if let Some(target) = target_of(snapshot, &record) {
        check_target(&snapshot.pack, &target, snapshot.today)?;
    }
    let lines = changes(snapshot, &record);
    if lines.is_empty() {
        return Err(AppError::new("scenario.nothing"));
    }
    Ok(record)
}

pub(crate) fn find<'a>(snapshot: &'a Snapshot, id: &RecordId) -> Result<&'a ScenarioRecord, AppError> {
    let found = snapshot.scenarios.iter().find(|scenario| scenario.id == *id);
    found.ok_or_else(|| AppError::with("record.unknown", [("id", id.to_string())]))
}

/// `scenario.remove`: drops a scenario.
pub(crate) fn remove(call: &Call<'_>, params: IdParams) -> Result<(), AppError> {
    let snapshot = call.snapshot()?;
    let name = title(&snapshot, find(&snapshot, &params.id)?);
    call.write("scenario.remove", json!({ "name": name }), |writer| {
        writer.delete_scenario(&params.id)?;
        Ok(())
    })
}

/// `scenario.take`: makes a scenario the plan; the scenario goes. One undo brings both back.
pub(crate) fn take(call: &Call<'_>, params: IdParams) -> Result<PlanEffect, AppError> {
    let snapshot = call.snapshot()?;
    let record = find(&snapshot, &params.id)?.clone();
    let before = planned(&snapshot).ok();
    let mut trial = snapshot.clone();
    apply(&mut trial, &record);
    let after = planned(&trial)?;
    call.write("scenario.take", json!({ "name": title(&snapshot, &record) }), |writer| {
        snapshot.put_changes(&trial, writer)?;
        writer.delete_scenario(&record.id)?;
        Ok(())
    })?;
    Ok(effect(before.as_ref(), Some(&after)))
}
