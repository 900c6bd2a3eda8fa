//! Due dates that a schedule misses, and what would mend each.

use super::{DueKind, ItemKey, PlanProblem, Schedule};
use crate::Date;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

/// A due date that is missed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub struct Shortfall {
    /// The item.
    pub item: ItemKey,
    /// Its due date.
    pub due: Date,
    /// Whether it may be missed.
    pub kind: DueKind,
    /// Available minutes that are missing: its lateness.
    pub missing_minutes: u32,
    /// The due date that this schedule meets.
    pub date_that_fits: Option<Date>,
    /// Minutes a week, at least, with which the work would be done by the due date; none where no weekly hours do.
    pub weekly_minutes_needed: Option<u32>,
}

/// Each due date that the schedule misses, in the order of the problem.
///
/// The weekly minutes: the work is what the schedule does without a pause up to the end of the item, from the day on which
/// that stretch begins. To be done by the due date, the minutes that the weekdays give from that day to the due date would
/// have to grow in proportion; days that differ stay as they are. A pause is a day with room for a session and none in it.
/// Short ends of days that no session fits in are not reckoned, so a little more may be needed. None when the stretch begins after the due date, or a
/// week has too few minutes.
pub fn shortfalls(problem: &PlanProblem, schedule: &Schedule) -> Vec<Shortfall> {
    let ends = Ends::new(problem, schedule);
    let late = problem.items.iter().zip(&schedule.items).filter(|(_, planned)| planned.late_minutes > 0);
    late.filter_map(|(item, planned)| {
        let due = item.due?;
        Some(Shortfall {
            item: item.id.clone(),
            due,
            kind: item.due_kind.unwrap_or(DueKind::Soft),
            missing_minutes: planned.late_minutes,
            date_that_fits: planned.finishes,
            weekly_minutes_needed: ends.stretches.get(item.id.as_str()).and_then(|it| ends.needed(it, due)),
        })
    })
    .collect()
}

/// The stretch of work without a pause that ends with an item.
#[derive(Clone, Copy)]
struct Stretch {
    begins: Date,
    minutes: u64,
}

struct Ends<'a> {
    problem: &'a PlanProblem,
    exceptions: HashMap<Date, u32>,
    stretches: HashMap<&'a str, Stretch>,
}

impl<'a> Ends<'a> {
    fn new(problem: &'a PlanProblem, schedule: &'a Schedule) -> Self {
        let exceptions = problem.calendar.exceptions.iter().map(|it| (it.date, it.minutes)).collect();
        let mut ends = Self { problem, exceptions, stretches: HashMap::new() };
        let mut stretch = Stretch { begins: problem.start, minutes: 0 };
        let (mut day, mut used) = (problem.start, 0);
        let mut paused = false;
        for session in &schedule.sessions {
            while day < session.date {
                // What is left of a day that was worked on may be too short for a session: that is no pause.
                paused |= used == 0 && ends.capacity(day) >= problem.min_session_minutes.max(1);
                (day, used) = (day.plus_days(1), 0);
            }
            if paused || stretch.minutes == 0 {
                stretch = Stretch { begins: day, minutes: 0 };
                paused = false;
            }
            used += session.minutes;
            stretch.minutes += u64::from(session.minutes);
            ends.stretches.insert(&session.item, stretch);
        }
        ends
    }

    fn capacity(&self, day: Date) -> u32 {
        let weekly = self.problem.calendar.weekly_minutes[day.weekday()];
        self.exceptions.get(&day).copied().unwrap_or(weekly)
    }

    fn needed(&self, stretch: &Stretch, due: Date) -> Option<u32> {
        let (mut weekdays, mut others) = (0u64, 0u64);
        let mut day = stretch.begins;
        while day <= due {
            match self.exceptions.get(&day) {
                Some(minutes) => others += u64::from(*minutes),
                None => weekdays += u64::from(self.problem.calendar.weekly_minutes[day.weekday()]),
            }
            day = day.plus_days(1);
        }
        let weekly: u64 =
            self.problem.calendar.weekly_minutes.iter().map(|minutes| u64::from(*minutes)).sum();
        let work = stretch.minutes.saturating_sub(others);
        let needed = (weekly * work).checked_div(weekdays).map(|minutes| minutes + 1)?;
        u32::try_from(needed).ok().filter(|minutes| *minutes <= 7 * 1440)
    }
}
