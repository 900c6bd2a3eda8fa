//! What is done to an item with one move: moved, put off, placed, split, left out.

use crate::app::Call;
use crate::error::AppError;
use crate::input;
use crate::log::pace;
use crate::plan::build::{Planned, planned, sources, title_of_key};
use crate::plan::change::possible;
use crate::snapshot::Snapshot;
use groundwork_domain::Date;
use groundwork_domain::person::{Place, PlanItemRecord};
use groundwork_domain::plan::part_key;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;
use std::collections::{BTreeMap, BTreeSet};
use ts_rs::TS;

/// What a change did to the plan.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct PlanEffect {
    /// Day of the plan's last session before.
    pub former_finish: Option<Date>,
    /// Day of the plan's last session now.
    pub finish: Option<Date>,
    /// Due dates that were missed before.
    pub former_late: u32,
    /// Due dates that are missed now.
    pub late: u32,
    /// Items whose last session is on another day than before.
    pub moved: u32,
}

/// Not before a day.
#[derive(Debug, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct MoveParams {
    /// Key of the item.
    pub key: String,
    /// The first day it may be worked on; null lets it begin as early as it can.
    #[serde(default)]
    pub not_before: Option<Date>,
}

/// By some weeks.
#[derive(Debug, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct DeferParams {
    /// Key of the item.
    pub key: String,
    /// Weeks after the one in which it begins now, 1 to 52; it may begin on that Monday.
    pub weeks: u32,
}

/// A place in the order.
#[derive(Debug, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct PlaceParams {
    /// Key of the item.
    pub key: String,
    /// Where; null takes the plan's own order again.
    #[serde(default)]
    pub place: Option<Place>,
}

/// Where an item is cut.
#[derive(Debug, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct SplitParams {
    /// Key of the item.
    pub key: String,
    /// Minutes of the first part, less than the whole; null joins the parts again.
    #[serde(default)]
    pub after: Option<u32>,
}

/// In the plan, or out of it.
#[derive(Debug, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct DropParams {
    /// Key of the item.
    pub key: String,
    /// Left out.
    pub dropped: bool,
}

/// What the plan was, and what it is after a change.
pub(crate) fn effect(before: Option<&Planned>, after: Option<&Planned>) -> PlanEffect {
    let late =
        |planned: &Planned| planned.schedule.items.iter().filter(|it| it.late_minutes > 0).count() as u32;
    let ends: BTreeMap<&str, Option<Date>> = before
        .map(|planned| planned.schedule.items.iter().map(|it| (it.id.as_str(), it.finishes)).collect())
        .unwrap_or_default();
    let items = after.into_iter().flat_map(|planned| &planned.schedule.items);
    PlanEffect {
        former_finish: before.and_then(|planned| planned.schedule.finish),
        finish: after.and_then(|planned| planned.schedule.finish),
        former_late: before.map_or(0, late),
        late: after.map_or(0, late),
        moved: items.filter(|it| ends.get(it.id.as_str()) != Some(&it.finishes)).count() as u32,
    }
}

/// What the person changed about an item so far; nothing, where they changed nothing. Refuses an item that is unknown.
pub(crate) fn record_of(snapshot: &Snapshot, key: &str) -> Result<PlanItemRecord, AppError> {
    if let Some(record) = snapshot.plan_items.get(key) {
        return Ok(record.clone());
    }
    // Not asked of the plan, which may be in a knot that this change undoes.
    if !sources(snapshot, &pace(snapshot))?.iter().any(|source| source.key == key) {
        return Err(AppError::with("plan.unknown_item", [("item", key.to_owned())]));
    }
    Ok(blank(key))
}

/// An item of which nothing was changed.
pub(crate) fn blank(key: &str) -> PlanItemRecord {
    PlanItemRecord {
        key: key.to_owned(),
        title: String::new(),
        minutes: None,
        due: None,
        due_kind: None,
        not_before: None,
        weight: None,
        after: Vec::new(),
        pinned: Vec::new(),
        place: None,
        split_after: None,
        dropped: false,
        done_on: None,
        note: String::new(),
    }
}

/// Changes an item when a plan can still be made with it.
pub(crate) fn change(
    call: &Call<'_>,
    (name, key): (&'static str, &str),
    change: impl FnOnce(&Snapshot, &mut PlanItemRecord) -> Result<(), AppError>,
) -> Result<PlanEffect, AppError> {
    let snapshot = call.snapshot()?;
    let mut trial = snapshot.clone();
    let before = planned(&trial).ok();
    let former = record_of(&trial, key)?;
    let mut record = former.clone();
    change(&trial, &mut record)?;
    if record == former {
        return Ok(effect(before.as_ref(), before.as_ref()));
    }
    let title = title_of_key(&trial, key);
    trial.plan_items.insert(record.key.clone(), record.clone());
    let after = possible(&snapshot, &trial)?;
    call.write(name, json!({ "item": title }), |writer| Ok(writer.put_plan_item(&record)?))?;
    Ok(effect(before.as_ref(), after.as_ref()))
}

/// `plan.move`: lets an item begin on a day or after it.
pub(crate) fn move_item(call: &Call<'_>, params: MoveParams) -> Result<PlanEffect, AppError> {
    change(call, ("plan.move", &params.key), |snapshot, record| {
        let day = params.not_before.filter(|day| *day > snapshot.today);
        if day.is_some_and(|day| snapshot.today.days_until(day) > 366 * 30) {
            return Err(AppError::with("date.far", [("date", day.unwrap_or(Date::LAST).to_string())]));
        }
        record.not_before = day;
        // Pins that lie before the day would contradict it.
        record.pinned.retain(|pin| day.is_none_or(|day| pin.date >= day));
        Ok(())
    })
}

/// `plan.defer`: puts an item off by some weeks.
pub(crate) fn defer(call: &Call<'_>, params: DeferParams) -> Result<PlanEffect, AppError> {
    input::within("weeks", params.weeks, 1, 52)?;
    change(call, ("plan.defer", &params.key), |snapshot, record| {
        let begins =
            planned(snapshot)?.schedule.items.iter().find(|it| it.id == params.key).and_then(|it| it.starts);
        let from = begins.unwrap_or(snapshot.today).week_start();
        let day = from.plus_days(7 * i64::from(params.weeks));
        record.not_before = Some(day);
        record.pinned.retain(|pin| pin.date >= day);
        Ok(())
    })
}

/// `plan.place`: puts an item elsewhere in the order.
pub(crate) fn place(call: &Call<'_>, params: PlaceParams) -> Result<PlanEffect, AppError> {
    change(call, ("plan.place", &params.key), |snapshot, record| {
        if let Some(Place::AheadOf { item }) = &params.place {
            if *item == params.key {
                return Err(AppError::about("plan.place_itself", [("item", title_of_key(snapshot, item))]));
            }
            record_of(snapshot, item)?;
            if waits_for(snapshot, &params.key, item)? {
                let names =
                    [("item", title_of_key(snapshot, &params.key)), ("other", title_of_key(snapshot, item))];
                return Err(AppError::about("plan.place_before_predecessor", names));
            }
        }
        record.place = params.place.clone();
        Ok(())
    })
}

/// Whether an item waits for another one, be it by others.
fn waits_for(snapshot: &Snapshot, key: &str, other: &str) -> Result<bool, AppError> {
    let sources = sources(snapshot, &pace(snapshot))?;
    let mut stack = vec![key];
    let mut seen = BTreeSet::new();
    while let Some(at) = stack.pop() {
        let before = sources.iter().find(|source| source.key == at).map(|source| source.after.as_slice());
        for next in before.unwrap_or_default() {
            if next == other {
                return Ok(true);
            }
            if seen.insert(next.as_str()) {
                stack.push(next);
            }
        }
    }
    Ok(false)
}

/// `plan.split`: cuts an item in two, or joins it again.
pub(crate) fn split(call: &Call<'_>, params: SplitParams) -> Result<PlanEffect, AppError> {
    let name = if params.after.is_some() { "plan.split" } else { "plan.join" };
    change(call, (name, &params.key), |snapshot, record| {
        if let Some(minutes) = params.after {
            let all = sources(snapshot, &pace(snapshot))?;
            let part = part_key(&params.key);
            let own = all.iter().filter(|source| source.key == params.key || source.key == part);
            let whole: u32 = own.map(|source| source.whole.0).sum();
            input::within("minutes", minutes, 1, whole.saturating_sub(1).max(1))?;
        }
        record.split_after = params.after;
        Ok(())
    })
}

/// `plan.drop`: leaves an item out, or takes it in again.
pub(crate) fn drop_item(call: &Call<'_>, params: DropParams) -> Result<PlanEffect, AppError> {
    let name = if params.dropped { "plan.item_drop" } else { "plan.item_restore" };
    change(call, (name, &params.key), |_, record| {
        record.dropped = params.dropped;
        Ok(())
    })
}
