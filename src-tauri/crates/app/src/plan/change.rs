//! What the person changes about the plan.

use crate::app::Call;
use crate::error::AppError;
use crate::input;
use crate::log::pace;
use crate::messages;
use crate::plan::build::{Planned, planned, sources, title_of_key};
use crate::plan::show::{PlanView, view};
use crate::settings::IdParams;
use crate::snapshot::Snapshot;
use crate::target::check_week;
use groundwork_domain::person::{AbsenceRecord, PlanItemRecord, PlanSettings};
use groundwork_domain::plan::{
    DueKind, HOLIDAY_COUNTRIES, PlanError, PlanProblem, Schedule, solve, validate,
};
use groundwork_domain::{Date, RecordId};
use groundwork_store::new_record_id;
use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::json;
use ts_rs::TS;

/// When there is time, and how the person likes to work: all of it, what is absent is unlimited or none.
#[derive(Debug, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct PlanSettingsParams {
    /// Minutes of each weekday, Monday first.
    pub weekly_minutes: [u32; 7],
    /// How many items may be in progress at once, 1 to 20; null for no limit.
    #[serde(default)]
    pub focus_limit: Option<u32>,
    /// The shortest session worth sitting down for, 0 to 240.
    #[serde(default)]
    pub min_session_minutes: u32,
    /// The most minutes of one item on one day, 15 to 1,440; null for no limit.
    #[serde(default)]
    pub max_item_minutes_per_day: Option<u32>,
    /// Country whose public holidays are free: `fr`, `be`, `lu`, `de`, `ch`, `it` or `es`; null for none.
    #[serde(default)]
    pub holidays: Option<String>,
}

/// Days with other hours, new or changed.
#[derive(Debug, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct AbsenceParams {
    /// The record to change; a new one where absent.
    #[serde(default)]
    pub id: Option<RecordId>,
    /// First day.
    pub from: Date,
    /// Last day.
    pub to: Date,
    /// Minutes on each of these days; 0 for none.
    #[serde(default)]
    pub minutes: u32,
    /// Why.
    #[serde(default)]
    pub reason: String,
}

/// What the person changes about an item. What is absent or null follows from the plan.
#[derive(Debug, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct PlanItemParams {
    /// Key of the item.
    pub key: String,
    /// Minutes of the whole of it, 0 to 600,000; what was logged counts toward them.
    #[serde(default)]
    pub minutes: Option<u32>,
    /// Due date.
    #[serde(default)]
    pub due: Option<Date>,
    /// Whether it may be missed.
    #[serde(default)]
    pub due_kind: Option<DueKind>,
    /// The first day it may be worked on.
    #[serde(default)]
    pub not_before: Option<Date>,
    /// How much its lateness weighs, 1-10.
    #[serde(default)]
    pub weight: Option<u32>,
    /// Items that come first, besides those of the plan.
    #[serde(default)]
    pub after: Vec<String>,
    /// Left out of the plan.
    #[serde(default)]
    pub dropped: bool,
    /// The day it was finished.
    #[serde(default)]
    pub done_on: Option<Date>,
    /// Notes.
    #[serde(default)]
    pub note: String,
}

/// An item of the person's own, new or changed.
#[derive(Debug, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct OwnItemParams {
    /// Key of the item to change; a new one where absent.
    #[serde(default)]
    pub key: Option<String>,
    /// Its title.
    pub title: String,
    /// Minutes that it takes, 1 to 600,000.
    pub minutes: u32,
    /// Due date.
    #[serde(default)]
    pub due: Option<Date>,
    /// Whether it may be missed.
    #[serde(default)]
    pub due_kind: Option<DueKind>,
    /// The first day it may be worked on.
    #[serde(default)]
    pub not_before: Option<Date>,
    /// Notes.
    #[serde(default)]
    pub note: String,
}

/// Which item.
#[derive(Debug, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct PlanKeyParams {
    /// Its key.
    pub key: String,
}

/// A plan problem, by the file contract of `docs/model.md`, section 4.
#[derive(Debug, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct SolveParams {
    /// The problem.
    pub problem: PlanProblem,
}

/// The plan that a change would make. Refused where it makes an impossible plan of a possible one; where there was none
/// already, none is asked for: the person is mending it, step by step.
pub(crate) fn possible(before: &Snapshot, trial: &Snapshot) -> Result<Option<Planned>, AppError> {
    match planned(trial) {
        Ok(planned) => Ok(Some(planned)),
        Err(error) if planned(before).is_ok() => Err(error),
        Err(_) => Ok(None),
    }
}

/// The plan after a change; none where there still is none.
fn shown(call: &Call<'_>) -> Result<Option<PlanView>, AppError> {
    let snapshot = call.snapshot()?;
    Ok(planned(&snapshot).ok().map(|planned| view(&snapshot, &planned)))
}

/// `plan.settings`: sets the hours a week and how the person likes to work.
pub(crate) fn settings(call: &Call<'_>, params: PlanSettingsParams) -> Result<Option<PlanView>, AppError> {
    check_week(&params.weekly_minutes)?;
    if let Some(limit) = params.focus_limit {
        input::within("focus_limit", limit, 1, 20)?;
    }
    input::within("min_session_minutes", params.min_session_minutes, 0, 240)?;
    if let Some(most) = params.max_item_minutes_per_day {
        input::within("max_item_minutes_per_day", most, 15, 1440)?;
    }
    if let Some(country) = params.holidays.as_deref().filter(|country| !HOLIDAY_COUNTRIES.contains(country)) {
        let args = [("country", country.into()), ("known", HOLIDAY_COUNTRIES.join(", "))];
        return Err(AppError::with("plan.holidays", args));
    }
    let snapshot = call.snapshot()?;
    let mut trial = snapshot.clone();
    let settings = PlanSettings {
        weekly_minutes: params.weekly_minutes,
        focus_limit: params.focus_limit,
        min_session_minutes: params.min_session_minutes,
        max_item_minutes_per_day: params.max_item_minutes_per_day,
        holidays: params.holidays,
        started_on: trial.settings.started_on,
    };
    trial.settings = settings.clone();
    possible(&snapshot, &trial)?;
    let hours = messages::hours_text(settings.weekly_minutes.iter().sum());
    call.write(
        "plan.settings",
        json!({ "hours": hours }),
        |writer| Ok(writer.set_plan_settings(&settings)?),
    )?;
    shown(call)
}

/// `plan.absence_save`: adds days with other hours, or changes them.
pub(crate) fn absence_save(call: &Call<'_>, params: AbsenceParams) -> Result<Option<PlanView>, AppError> {
    let snapshot = call.snapshot()?;
    let mut trial = snapshot.clone();
    if params.to < params.from {
        let args = [("from", params.from.to_string()), ("to", params.to.to_string())];
        return Err(AppError::with("absence.ends_before_start", args));
    }
    if params.from.days_until(params.to) > 366 {
        return Err(AppError::new("absence.too_long"));
    }
    input::within("minutes", params.minutes, 0, 1440)?;
    if let Some(id) = &params.id
        && !trial.absences.iter().any(|absence| absence.id == *id)
    {
        return Err(AppError::with("record.unknown", [("id", id.to_string())]));
    }
    let record = AbsenceRecord {
        id: params.id.unwrap_or_else(new_record_id),
        from: params.from,
        to: params.to,
        minutes: params.minutes,
        reason: input::line("reason", &params.reason)?,
    };
    trial.absences.retain(|absence| absence.id != record.id);
    trial.absences.push(record.clone());
    possible(&snapshot, &trial)?;
    let args = json!({ "from": messages::date_text(record.from), "to": messages::date_text(record.to) });
    call.write("plan.absence_save", args, |writer| Ok(writer.put_absence(&record)?))?;
    shown(call)
}

/// `plan.absence_remove`: removes days with other hours.
pub(crate) fn absence_remove(call: &Call<'_>, params: IdParams) -> Result<Option<PlanView>, AppError> {
    let snapshot = call.snapshot()?;
    let found = snapshot.absences.iter().find(|absence| absence.id == params.id);
    let found = found.ok_or_else(|| AppError::with("record.unknown", [("id", params.id.to_string())]))?;
    let args = json!({ "from": messages::date_text(found.from), "to": messages::date_text(found.to) });
    call.write("plan.absence_remove", args, |writer| {
        writer.delete_absence(&params.id)?;
        Ok(())
    })?;
    shown(call)
}

/// `plan.item_change`: changes what the plan says of an item, leaves it out, or marks it done.
pub(crate) fn item_change(call: &Call<'_>, params: PlanItemParams) -> Result<Option<PlanView>, AppError> {
    let snapshot = call.snapshot()?;
    let former = snapshot.plan_items.get(&params.key).cloned();
    // Not asked of the plan, which may be in a knot that this change undoes.
    let known = former.is_some()
        || sources(&snapshot, &pace(&snapshot))?.iter().any(|source| source.key == params.key);
    if !known {
        return Err(AppError::with("plan.unknown_item", [("item", params.key)]));
    }
    if let Some(minutes) = params.minutes {
        input::within("minutes", minutes, 0, 600_000)?;
    }
    if let Some(weight) = params.weight {
        input::within("weight", weight, 1, 10)?;
    }
    if params.done_on.is_some_and(|day| day > snapshot.today) {
        return Err(AppError::with(
            "date.future",
            [("date", params.done_on.map(|d| d.to_string()).unwrap_or_default())],
        ));
    }
    input::list("after", &params.after)?;
    for key in &params.after {
        input::name("after", key)?;
    }
    let title = title_of_key(&snapshot, &params.key);
    let was_done = former.as_ref().is_some_and(|item| item.done_on.is_some());
    let was_dropped = former.as_ref().is_some_and(|item| item.dropped);
    let name = match (params.done_on.is_some(), params.dropped) {
        (true, _) if !was_done => "plan.item_done",
        (_, true) if !was_dropped => "plan.item_drop",
        (false, false) if was_done || was_dropped => "plan.item_restore",
        _ => "plan.item_change",
    };
    let own = params.key.starts_with("own:");
    let record = PlanItemRecord {
        key: params.key,
        title: former.as_ref().map(|item| item.title.clone()).unwrap_or_default(),
        // An own item takes the minutes that it had; those of the plan follow from the plan.
        minutes: params.minutes.or(former.as_ref().filter(|_| own).and_then(|item| item.minutes)),
        due: params.due,
        due_kind: params.due_kind,
        not_before: params.not_before,
        weight: params.weight,
        after: params.after,
        pinned: former.as_ref().map(|item| item.pinned.clone()).unwrap_or_default(),
        place: former.as_ref().and_then(|item| item.place.clone()),
        split_after: former.as_ref().and_then(|item| item.split_after),
        dropped: params.dropped,
        done_on: params.done_on,
        note: input::note("note", &params.note)?,
    };
    keep(call, name, record, title)
}

/// Keeps an item's record when the plan can still be made with it.
fn keep(
    call: &Call<'_>,
    name: &'static str,
    record: PlanItemRecord,
    title: groundwork_domain::Text,
) -> Result<Option<PlanView>, AppError> {
    let snapshot = call.snapshot()?;
    let mut trial = snapshot.clone();
    trial.plan_items.insert(record.key.clone(), record.clone());
    possible(&snapshot, &trial)?;
    call.write(name, json!({ "item": title }), |writer| Ok(writer.put_plan_item(&record)?))?;
    shown(call)
}

/// `plan.own_item`: adds an item of the person's own, or changes one.
pub(crate) fn own_item(call: &Call<'_>, params: OwnItemParams) -> Result<Option<PlanView>, AppError> {
    let snapshot = call.snapshot()?;
    let title = input::name("title", &params.title)?;
    input::within("minutes", params.minutes, 1, 600_000)?;
    let former = params.key.as_ref().map(|key| {
        let found = snapshot.plan_items.get(key).filter(|_| key.starts_with("own:"));
        found.cloned().ok_or_else(|| AppError::with("plan.unknown_item", [("item", key.clone())]))
    });
    let former = former.transpose()?;
    let name = if former.is_some() { "plan.item_change" } else { "plan.own_item" };
    let record = PlanItemRecord {
        key: former.as_ref().map_or_else(|| format!("own:{}", new_record_id()), |item| item.key.clone()),
        title: title.clone(),
        minutes: Some(params.minutes),
        due: params.due,
        due_kind: params.due_kind,
        not_before: params.not_before,
        weight: former.as_ref().and_then(|item| item.weight),
        after: former.as_ref().map(|item| item.after.clone()).unwrap_or_default(),
        pinned: former.as_ref().map(|item| item.pinned.clone()).unwrap_or_default(),
        place: former.as_ref().and_then(|item| item.place.clone()),
        split_after: former.as_ref().and_then(|item| item.split_after),
        dropped: former.as_ref().is_some_and(|item| item.dropped),
        done_on: former.as_ref().and_then(|item| item.done_on),
        note: input::note("note", &params.note)?,
    };
    keep(call, name, record, groundwork_domain::Text::same(title))
}

/// `plan.item_remove`: removes an item of the person's own; for others, what was changed about them.
pub(crate) fn item_remove(call: &Call<'_>, params: PlanKeyParams) -> Result<Option<PlanView>, AppError> {
    let snapshot = call.snapshot()?;
    if !snapshot.plan_items.contains_key(&params.key) {
        return Err(AppError::with("plan.unknown_item", [("item", params.key)]));
    }
    let title = title_of_key(&snapshot, &params.key);
    let name = if params.key.starts_with("own:") { "plan.item_remove" } else { "plan.item_restore" };
    call.write(name, json!({ "item": title }), |writer| {
        writer.delete_plan_item(&params.key)?;
        Ok(())
    })?;
    shown(call)
}

/// `plan.solve`: solves a plan problem that has nothing to do with the person's data.
pub(crate) fn solve_file(_: &Call<'_>, params: SolveParams) -> Result<Schedule, AppError> {
    if let Err(faults) = validate(&params.problem) {
        let Some(fault) = faults.into_iter().next() else { return Err(AppError::new("plan.refused")) };
        let mut args = fault.args;
        args.insert("path".into(), fault.path);
        // The sentence names what is unknown, not what waits for it.
        if let Some(before) = args.get("before").cloned() {
            args.insert("item".into(), before);
        }
        return Err(AppError::from_map(fault.code, args));
    }
    solve(&params.problem).map_err(|error| match &error {
        PlanError::Cycle { items } => {
            AppError::with("plan.cycle", [("items", items.join(" → ")), ("path", "items".into())])
        }
        PlanError::NoCapacity { minutes, item } => {
            let args =
                [("item", item.clone()), ("time", format!("{minutes} min")), ("path", "calendar".into())];
            AppError::with(error.code(), args)
        }
        other => AppError::with(other.code(), [("detail", other.to_string()), ("path", "items".into())]),
    })
}
