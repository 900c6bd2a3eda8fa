//! Pinned sessions: put on a day, and let go again.

use crate::app::Call;
use crate::error::AppError;
use crate::input;
use crate::messages;
use crate::plan::PlanEffect;
use crate::plan::build::{Planned, calendar, minutes_on, planned, title_of_key};
use crate::plan::verbs::{change, effect, record_of};
use crate::snapshot::Snapshot;
use groundwork_domain::Date;
use groundwork_domain::plan::Pin;
use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::json;
use ts_rs::TS;

/// A session that stands where it is put.
#[derive(Debug, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct PinParams {
    /// Key of the item.
    pub key: String,
    /// The day.
    pub date: Date,
    /// Minutes, 1 to 1,440.
    pub minutes: u32,
    /// The day of the pinned session that this one replaces.
    #[serde(default)]
    pub from: Option<Date>,
}

/// A pinned session, or all of an item.
#[derive(Debug, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct UnpinParams {
    /// Key of the item.
    pub key: String,
    /// The day; null for all of them.
    #[serde(default)]
    pub date: Option<Date>,
}

/// `plan.pin`: puts a session on a day. Refused, with the reason, where the day has no room for it.
pub(crate) fn pin(call: &Call<'_>, params: PinParams) -> Result<PlanEffect, AppError> {
    let minutes = input::within("minutes", params.minutes, 1, 1440)?;
    let snapshot = call.snapshot()?;
    let wanted = Pin { date: params.date, minutes };
    check_pin(&snapshot, &params, minutes)?;
    let mut record = record_of(&snapshot, &params.key)?;
    record.pinned.retain(|pin| pin.date != params.date && Some(pin.date) != params.from);
    record.pinned.retain(|pin| pin.date >= snapshot.today);
    record.pinned.push(wanted.clone());
    record.pinned.sort_by_key(|pin| pin.date);
    input::list("pinned", &record.pinned)?;
    let mut trial = call.snapshot()?;
    let before = planned(&trial).ok();
    trial.plan_items.insert(record.key.clone(), record.clone());
    let after = planned(&trial)?;
    let item = after.problem.items.iter().find(|item| item.id == params.key);
    let title = title_of_key(&snapshot, &params.key);
    let held = before.as_ref().is_none_or(|before| others_hold(before, &after, &params.key));
    if item.is_none_or(|item| !item.pinned.contains(&wanted)) || !held {
        let code = if item.is_some_and(|item| item.pinned.iter().any(|pin| pin.date == params.date)) {
            "plan.pin_no_room"
        } else {
            "plan.pin_too_early"
        };
        let names = [("item", title), ("date", messages::date_text(params.date))];
        return Err(AppError::about(code, names));
    }
    let args = json!({ "item": title, "date": messages::date_text(params.date) });
    call.write("plan.pin", args, |writer| Ok(writer.put_plan_item(&record)?))?;
    Ok(effect(before.as_ref(), Some(&after)))
}

/// Whether every session that was pinned before, of other items, still is.
fn others_hold(before: &Planned, after: &Planned, key: &str) -> bool {
    let now = |id: &str| after.problem.items.iter().find(|item| item.id == id);
    before
        .problem
        .items
        .iter()
        .filter(|item| item.id != key)
        .all(|item| item.pinned.is_empty() || now(&item.id).is_some_and(|now| now.pinned == item.pinned))
}

/// Refuses a pinned session whose day is past or closed, lies before the item may begin, or is too short for it.
fn check_pin(snapshot: &Snapshot, params: &PinParams, minutes: u32) -> Result<(), AppError> {
    let date = messages::date_text(params.date);
    if params.date < snapshot.today {
        return Err(AppError::with("date.past", [("date", params.date.to_string())]));
    }
    if snapshot.today.days_until(params.date) > 366 * 30 {
        return Err(AppError::with("date.far", [("date", params.date.to_string())]));
    }
    let capacity = minutes_on(&calendar(snapshot), params.date);
    if capacity == 0 {
        return Err(AppError::about("plan.pin_closed_day", [("date", date)]));
    }
    if minutes > capacity {
        let time = messages::hours_text(capacity);
        return Err(AppError::about("plan.pin_day_full", [("date", date), ("time", time)]));
    }
    let record = snapshot.plan_items.get(&params.key);
    match record.and_then(|record| record.not_before).filter(|day| params.date < *day) {
        Some(day) => {
            let names = [("date", date), ("first", messages::date_text(day))];
            Err(AppError::about("plan.pin_not_before", names))
        }
        None => Ok(()),
    }
}

/// `plan.unpin`: lets pinned sessions go where the plan puts them.
pub(crate) fn unpin(call: &Call<'_>, params: UnpinParams) -> Result<PlanEffect, AppError> {
    change(call, ("plan.unpin", &params.key), |_, record| {
        record.pinned.retain(|pin| params.date.is_some_and(|date| pin.date != date));
        Ok(())
    })
}
