//! The timer as it is shown.

use crate::app::Call;
use crate::commands::Nothing;
use crate::error::AppError;
use crate::log::LogRow;
use crate::plan::title_of_key;
use crate::snapshot::Snapshot;
use groundwork_domain::person::TimerRecord;
use groundwork_domain::time_log::Segment;
use groundwork_domain::{SkillId, Text};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde::Serialize;
use ts_rs::TS;

/// What is odd about the time that a timer shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum TimerWarning {
    /// The clock was set back since it was started: say how long it was.
    ClockSetBack,
    /// It has been running for more than ten hours without a pause: it may have been forgotten.
    Forgotten,
}

/// The running or paused timer.
#[derive(Debug, Clone, Serialize, TS)]
pub struct TimerView {
    /// Key of the plan's item that it measures.
    pub item: Option<String>,
    /// The skill that it measures.
    pub skill: Option<SkillId>,
    /// Title of the item, or name of the skill.
    pub title: Text,
    /// Whether it runs; else it is paused.
    pub running: bool,
    /// Seconds so far, pauses left out, at the moment of this answer.
    #[ts(type = "number")]
    pub seconds: i64,
    /// When it was started first, as `HH:MM`.
    pub started_at: String,
    /// The day it was started.
    pub started_on: groundwork_domain::Date,
    /// What is odd about it.
    pub warning: Option<TimerWarning>,
}

/// What a stopped timer left.
#[derive(Debug, Clone, Serialize, TS)]
pub struct StopView {
    /// The entries: one for each day; none when it ran for less than half a minute.
    pub entries: Vec<LogRow>,
    /// Their minutes.
    pub minutes: u32,
    /// Minutes that are left of the item, where it is one of the plan.
    pub minutes_left: Option<u32>,
}

/// Seconds after which a stretch without a pause looks forgotten: ten hours.
const FORGOTTEN: i64 = 10 * 3600;

/// The time zone in which a timer was started.
pub(super) fn zone_of(timer: &TimerRecord) -> TimeZone {
    TimeZone::get(&timer.zone).unwrap_or(TimeZone::UTC)
}

/// The stretches of a timer, the last one up to now.
pub(super) fn segments(timer: &TimerRecord, now: Timestamp) -> Vec<Segment> {
    timer
        .stretches
        .iter()
        .map(|stretch| Segment { from: stretch.from, to: stretch.to.unwrap_or(now) })
        .collect()
}

/// Title of what a timer measures.
pub(super) fn title(snapshot: &Snapshot, timer: &TimerRecord) -> Text {
    match (&timer.item, &timer.skill) {
        (Some(item), _) => title_of_key(snapshot, item),
        (None, Some(skill)) => snapshot.skill_name(skill),
        (None, None) => Text::default(),
    }
}

/// The timer, where there is one.
pub(crate) fn view(call: &Call<'_>) -> Result<Option<TimerView>, AppError> {
    let snapshot = call.snapshot()?;
    Ok(snapshot.timer.as_ref().map(|timer| of(call, &snapshot, timer)))
}

/// A timer as of now.
pub(crate) fn of(call: &Call<'_>, snapshot: &Snapshot, timer: &TimerRecord) -> TimerView {
    let now = call.app.clock.moment();
    let segments = segments(timer, now);
    let seconds = |segment: &Segment| segment.to.duration_since(segment.from).as_secs();
    let started = segments.first().map_or(now, |segment| segment.from).to_zoned(zone_of(timer));
    let set_back = segments.iter().any(|segment| segment.to < segment.from);
    let running = timer.stretches.last().is_some_and(|last| last.to.is_none());
    let forgotten = running && segments.last().is_some_and(|segment| seconds(segment) > FORGOTTEN);
    TimerView {
        item: timer.item.clone(),
        skill: timer.skill.clone(),
        title: title(snapshot, timer),
        running,
        seconds: segments.iter().map(|segment| seconds(segment).max(0)).sum(),
        started_at: started.strftime("%H:%M").to_string(),
        started_on: started.date().into(),
        warning: match (set_back, forgotten) {
            (true, _) => Some(TimerWarning::ClockSetBack),
            (false, true) => Some(TimerWarning::Forgotten),
            (false, false) => None,
        },
    }
}

/// `timer.show`: the timer, or none.
pub(crate) fn show(call: &Call<'_>, _: Nothing) -> Result<Option<TimerView>, AppError> {
    view(call)
}
