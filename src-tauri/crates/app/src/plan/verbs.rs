//! What is done to an item with one move: moved, pinned, placed, split, put off, left out, done.

use crate::app::Call;
use crate::error::AppError;
use crate::input;
use crate::log::pace;
use crate::messages;
use crate::plan::build::{Planned, calendar, minutes_on, planned, sources, title_of_key};
use crate::snapshot::Snapshot;
use crate::target::claim;
use groundwork_domain::person::{Place, PlanItemRecord, ProjectRecord, ProjectStatus, SkillLevel};
use groundwork_domain::plan::{Pin, part_key, whole_key};
use groundwork_domain::{Date, Level, PracticeId, RecordId, SkillId};
use groundwork_store::{Writer, new_record_id};
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

/// Practice that is taken up for an item.
#[derive(Debug, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct TakeUpParams {
    /// Key of the item.
    pub key: String,
    /// The practice.
    pub practice: PracticeId,
    /// Name of the project that is begun.
    pub name: String,
}

/// What was taken up.
#[derive(Debug, Clone, Serialize, TS)]
pub struct TakenUpView {
    /// The project that was begun.
    pub project: RecordId,
}

/// What the plan was, and what it is after a change.
pub(crate) fn effect(before: Option<&Planned>, after: &Planned) -> PlanEffect {
    let late =
        |planned: &Planned| planned.schedule.items.iter().filter(|it| it.late_minutes > 0).count() as u32;
    let ends: BTreeMap<&str, Option<Date>> = before
        .map(|planned| planned.schedule.items.iter().map(|it| (it.id.as_str(), it.finishes)).collect())
        .unwrap_or_default();
    let moved = after.schedule.items.iter().filter(|it| ends.get(it.id.as_str()) != Some(&it.finishes));
    PlanEffect {
        former_finish: before.and_then(|planned| planned.schedule.finish),
        finish: after.schedule.finish,
        former_late: before.map_or(0, late),
        late: late(after),
        moved: moved.count() as u32,
    }
}

/// What the person changed about an item so far; nothing, where they changed nothing. Refuses an item that is unknown.
fn record_of(snapshot: &Snapshot, key: &str) -> Result<PlanItemRecord, AppError> {
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
fn change(
    call: &Call<'_>,
    (name, key): (&'static str, &str),
    change: impl FnOnce(&Snapshot, &mut PlanItemRecord) -> Result<(), AppError>,
) -> Result<PlanEffect, AppError> {
    let mut trial = call.snapshot()?;
    let before = planned(&trial).ok();
    let mut record = record_of(&trial, key)?;
    change(&trial, &mut record)?;
    let title = title_of_key(&trial, key);
    trial.plan_items.insert(record.key.clone(), record.clone());
    let after = planned(&trial)?;
    call.write(name, json!({ "item": title }), |writer| Ok(writer.put_plan_item(&record)?))?;
    Ok(effect(before.as_ref(), &after))
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
    if item.is_none_or(|item| !item.pinned.contains(&wanted)) {
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
    Ok(effect(before.as_ref(), &after))
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

/// `plan.done`: marks an item done, or not. The step of a skill that is done claims its level.
pub(crate) fn done(call: &Call<'_>, params: DoneParams) -> Result<PlanEffect, AppError> {
    let snapshot = call.snapshot()?;
    if let Some(day) = params.done_on.filter(|day| *day > snapshot.today) {
        return Err(AppError::with("date.future", [("date", day.to_string())]));
    }
    record_of(&snapshot, &params.key)?;
    let before = planned(&snapshot).ok();
    let name = if params.done_on.is_some() { "plan.item_done" } else { "plan.item_restore" };
    let args = json!({ "item": title_of_key(&snapshot, &params.key) });
    call.write(name, args, |writer| mark_done(writer, &snapshot, &params.key, params.done_on))?;
    let after = planned(&call.snapshot()?)?;
    Ok(effect(before.as_ref(), &after))
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
    let (whole, _) = whole_key(key);
    if let (["skill", id, to], Some(_), false) = (&whole.split(':').collect::<Vec<_>>()[..], done_on, goes_on)
    {
        let skill = SkillId::new(*id).map_err(|_| AppError::new("plan.unknown_item"))?;
        let level = to.parse::<i64>().ok().and_then(|to| Level::new(to).ok()).unwrap_or_default();
        if snapshot.standing.best_level(&skill) < level {
            claim(writer, &[SkillLevel { skill, level, why: String::new() }])?;
        }
    }
    Ok(())
}

/// `plan.take_up`: begins a project of the portfolio from a practice, for an item. Its checklist is open.
pub(crate) fn take_up(call: &Call<'_>, params: TakeUpParams) -> Result<TakenUpView, AppError> {
    let snapshot = call.snapshot()?;
    record_of(&snapshot, &params.key)?;
    let name = input::name("name", &params.name)?;
    let practice = snapshot.pack.practice(&params.practice);
    let practice = practice
        .ok_or_else(|| AppError::with("practice.unknown", [("practice", params.practice.to_string())]))?;
    let skill = whole_key(&params.key).0.split(':').nth(1).and_then(|id| SkillId::new(id).ok());
    let record = ProjectRecord {
        id: new_record_id(),
        name: name.clone(),
        summary: String::new(),
        role: String::new(),
        team: String::new(),
        starts: Some(snapshot.today),
        ends: None,
        status: ProjectStatus::Doing,
        practice: Some(practice.id.clone()),
        links: Vec::new(),
        skills: skill
            .filter(|skill| snapshot.pack.skill(skill).is_some())
            .map(|skill| SkillLevel { skill, level: Level::new(3).unwrap_or_default(), why: String::new() })
            .into_iter()
            .collect(),
        decisions: Vec::new(),
        results: String::new(),
        checklist: BTreeMap::new(),
    };
    call.write("projects.add", json!({ "name": name }), |writer| Ok(writer.put_project(&record)?))?;
    Ok(TakenUpView { project: record.id })
}
