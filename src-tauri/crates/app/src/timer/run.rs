//! What is done with the timer.

use crate::app::Call;
use crate::commands::Nothing;
use crate::error::AppError;
use crate::input;
use crate::log::{check, pace, put, refused, row, subject};
use crate::messages;
use crate::plan::{mark_done, sources};
use crate::snapshot::Snapshot;
use crate::timer::show::{segments, title, zone_of};
use crate::timer::{StopView, TimerView, view};
use groundwork_domain::person::{LogRecord, TimerRecord, TimerStretch};
use groundwork_domain::time_log::{by_day, without};
use groundwork_domain::{Date, Minutes, SkillId};
use groundwork_store::new_record_id;
use jiff::Timestamp;
use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::json;
use ts_rs::TS;

/// What to measure.
#[derive(Debug, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct TimerStartParams {
    /// Key of the plan's item.
    #[serde(default)]
    pub item: Option<String>,
    /// The skill; follows from the item where that is a skill's.
    #[serde(default)]
    pub skill: Option<SkillId>,
    /// Stops and logs a timer that is running already, instead of refusing.
    #[serde(default)]
    pub switch: bool,
}

/// How the timer ends.
#[derive(Debug, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct TimerStopParams {
    /// Minutes to log instead of those that it measured, 1 to 1,440.
    #[serde(default)]
    pub minutes: Option<u32>,
    /// Notes for the entry.
    #[serde(default)]
    pub note: String,
    /// Whether the item is done with it.
    #[serde(default)]
    pub done: bool,
}

/// `timer.start`: starts the timer. One that runs already is refused by name, or stopped and logged first.
pub(crate) fn start(call: &Call<'_>, params: TimerStartParams) -> Result<TimerView, AppError> {
    let snapshot = call.snapshot()?;
    let (item, skill) = subject(&snapshot, params.item, params.skill, None)?;
    let running = snapshot.timer.clone();
    let mut entries = Vec::new();
    if let Some(timer) = &running {
        if timer.item == item && timer.skill == skill {
            return resume(call, Nothing {});
        }
        if !params.switch {
            return Err(AppError::about("timer.running", [("item", title(&snapshot, timer))]));
        }
        entries = measured(call, &snapshot, timer, None, "")?;
    }
    let zone = call.app.clock.zone();
    let timer = TimerRecord {
        item,
        skill,
        zone: zone.iana_name().unwrap_or("UTC").to_owned(),
        stretches: vec![TimerStretch { from: call.app.clock.moment(), to: None }],
    };
    let args = json!({ "item": title(&snapshot, &timer) });
    call.write("timer.start", args, |writer| {
        // Another program may have started one meanwhile: two at once are refused within the transaction.
        if writer.timer()? != running {
            return Err(AppError::new("timer.changed"));
        }
        put(writer, &entries)?;
        Ok(writer.set_timer(&timer)?)
    })?;
    shown(call)
}

/// `timer.pause`: pauses it; one that is paused already stays so.
pub(crate) fn pause(call: &Call<'_>, _: Nothing) -> Result<TimerView, AppError> {
    let (snapshot, mut timer) = present(call)?;
    let now = call.app.clock.moment();
    if let Some(last) = timer.stretches.last_mut().filter(|last| last.to.is_none()) {
        if now < last.from {
            return Err(AppError::new("timer.clock_set_back"));
        }
        last.to = Some(now);
        set(call, &snapshot, "timer.pause", &timer)?;
    }
    shown(call)
}

/// `timer.resume`: lets it run on; one that runs already stays so.
pub(crate) fn resume(call: &Call<'_>, _: Nothing) -> Result<TimerView, AppError> {
    let (snapshot, mut timer) = present(call)?;
    let now = call.app.clock.moment();
    if let Some(end) = timer.stretches.last().and_then(|last| last.to) {
        if now < end {
            return Err(AppError::new("timer.clock_set_back"));
        }
        input::list("stretches", &timer.stretches)?;
        timer.stretches.push(TimerStretch { from: now, to: None });
        set(call, &snapshot, "timer.resume", &timer)?;
    }
    shown(call)
}

/// `timer.stop`: stops it and logs what it measured, one entry for each day.
pub(crate) fn stop(call: &Call<'_>, params: TimerStopParams) -> Result<StopView, AppError> {
    let (snapshot, timer) = present(call)?;
    if params.done && timer.item.is_none() {
        return Err(AppError::new("timer.no_item"));
    }
    let records = measured(call, &snapshot, &timer, params.minutes, &params.note)?;
    let minutes: u32 = records.iter().map(|record| record.minutes.0).sum();
    let args = json!({ "item": title(&snapshot, &timer), "time": messages::hours_text(minutes) });
    let name = if records.is_empty() { "timer.discard" } else { "timer.stop" };
    call.write(name, args, |writer| {
        if writer.timer()?.as_ref() != Some(&timer) {
            return Err(AppError::new("timer.changed"));
        }
        put(writer, &records)?;
        if let Some(key) = timer.item.as_ref().filter(|_| params.done) {
            mark_done(writer, &snapshot, key, Some(snapshot.today))?;
        }
        writer.clear_timer()?;
        Ok(())
    })?;
    let after = call.snapshot()?;
    let left = timer.item.as_ref().and_then(|key| {
        let sources = sources(&after, &pace(&after)).ok()?;
        sources.iter().find(|source| source.key == *key).map(|source| source.left().0)
    });
    Ok(StopView {
        entries: records.iter().map(|record| row(call, &after, record)).collect(),
        minutes,
        minutes_left: left,
    })
}

/// `timer.discard`: stops it and logs nothing.
pub(crate) fn discard(call: &Call<'_>, _: Nothing) -> Result<(), AppError> {
    let (snapshot, timer) = present(call)?;
    call.write("timer.discard", json!({ "item": title(&snapshot, &timer) }), |writer| {
        writer.clear_timer()?;
        Ok(())
    })
}

fn present(call: &Call<'_>) -> Result<(Snapshot, TimerRecord), AppError> {
    let snapshot = call.snapshot()?;
    let timer = snapshot.timer.clone().ok_or_else(|| AppError::new("timer.none"))?;
    Ok((snapshot, timer))
}

fn set(
    call: &Call<'_>,
    snapshot: &Snapshot,
    name: &'static str,
    timer: &TimerRecord,
) -> Result<(), AppError> {
    let args = json!({ "item": title(snapshot, timer) });
    call.write(name, args, |writer| Ok(writer.set_timer(timer)?))
}

fn shown(call: &Call<'_>) -> Result<TimerView, AppError> {
    view(call)?.ok_or_else(|| AppError::new("timer.none"))
}

/// The entries that a timer comes to: what it measured, or the minutes that the person says it was. Those count for the
/// day on which it was started.
fn measured(
    call: &Call<'_>,
    snapshot: &Snapshot,
    timer: &TimerRecord,
    said: Option<u32>,
    note: &str,
) -> Result<Vec<LogRecord>, AppError> {
    let note = input::note("note", note)?;
    let zone = zone_of(timer);
    let entry = |on, minutes, moments: Option<(Timestamp, Timestamp)>| LogRecord {
        id: new_record_id(),
        item: timer.item.clone(),
        skill: timer.skill.clone(),
        on,
        minutes,
        began: moments.map(|(began, _)| began),
        ended: moments.map(|(_, ended)| ended),
        note: note.clone(),
    };
    let records: Vec<LogRecord> = match said {
        Some(minutes) => {
            let minutes = Minutes(input::within("minutes", minutes, 1, 1440)?);
            let first = timer.stretches.first().map(|stretch| stretch.from);
            let on = first.map_or(snapshot.today, |from| Date::from(from.to_zoned(zone).date()));
            vec![entry(on.min(snapshot.today), minutes, None)]
        }
        None => {
            let measured = segments(timer, call.app.clock.moment());
            // First as it was measured, so that an odd clock is named; then without what was logged meanwhile.
            by_day(&measured, &zone).map_err(refused)?;
            let logged = snapshot.log.iter().filter_map(|entry| Some((entry.began?, entry.ended?)));
            let days = by_day(&without(measured, logged), &zone).map_err(refused)?;
            // Carried west over a midnight, the day of the timer's zone may lie ahead of today here.
            let on = |day: Date| day.min(snapshot.today);
            days.into_iter().map(|day| entry(on(day.on), day.minutes, Some((day.from, day.to)))).collect()
        }
    };
    if !records.is_empty() {
        check(call, snapshot, &records, None)?;
    }
    Ok(records)
}
