//! What follows from the sessions: lateness, slack and the reasons.

use super::because::because;
use super::index::Indexed;
use super::run::Run;
use super::{DueKind, PlannedItem, Schedule, Session};
use crate::Date;

/// Available minutes from the end of each item's due day to the end of its last session.
pub(super) fn lateness(indexed: &Indexed, run: &Run) -> Vec<u32> {
    let late = |i: usize| {
        indexed.due[i].map_or(0, |due| run.end[i].saturating_sub(indexed.days.until_end_of(due.day)))
    };
    (0..indexed.len()).map(late).collect()
}

/// Greatest lateness of a hard due date, and the sum of weight times lateness of the soft ones.
pub(super) fn totals(indexed: &Indexed, late: &[u32]) -> (u32, u64) {
    let mut totals = (0, 0);
    for (i, minutes) in late.iter().enumerate() {
        match indexed.due[i].map(|due| due.kind) {
            Some(DueKind::Hard) => totals.0 = totals.0.max(*minutes),
            Some(DueKind::Soft) => totals.1 += u64::from(indexed.weight(i)) * u64::from(*minutes),
            None => {}
        }
    }
    totals
}

/// The schedule of a pass.
pub(super) fn schedule(indexed: &Indexed, run: &Run) -> Schedule {
    let late = lateness(indexed, run);
    let slack = slack(indexed, run);
    let (max_hard_late_minutes, weighted_late_minutes) = totals(indexed, &late);
    let mut span: Vec<Option<(Date, Date)>> = vec![None; indexed.len()];
    let mut sessions = Vec::with_capacity(run.slots.len());
    let mut today = (u32::MAX, indexed.problem.start);
    for slot in &run.slots {
        if slot.day != today.0 {
            today = (slot.day, indexed.days.date(slot.day));
        }
        let item = slot.item as usize;
        span[item] = Some((span[item].map_or(today.1, |span| span.0), today.1));
        sessions.push(Session { date: today.1, item: indexed.items[item].id.clone(), minutes: slot.minutes });
    }
    let planned = |i: usize| PlannedItem {
        id: indexed.items[i].id.clone(),
        starts: span[i].map(|span| span.0),
        finishes: span[i].map(|span| span.1),
        late_minutes: late[i],
        slack_minutes: slack[i],
        because: because(indexed, run.cause[i]),
    };
    Schedule {
        finish: sessions.last().map(|session| session.date),
        max_hard_late_minutes,
        weighted_late_minutes,
        sessions,
        items: indexed.number.iter().map(|i| planned(*i as usize)).collect(),
    }
}

/// Total slack of the critical path method, in available minutes: the latest end is that of its own due date, or that of
/// what waits for it less the minutes of that; a date that is missed counts as the day on which it is reached.
fn slack(indexed: &Indexed, run: &Run) -> Vec<Option<u32>> {
    let mut latest: Vec<Option<u32>> = vec![None; indexed.len()];
    for &i in indexed.order.iter().rev() {
        let i = i as usize;
        let own = indexed.due[i].filter(|_| indexed.minutes[i] > 0);
        let own = own.map(|due| indexed.days.until_end_of(due.day).max(run.end[i]));
        let next =
            indexed.after[i].iter().filter_map(|&j| Some(latest[j as usize]? - indexed.minutes[j as usize]));
        latest[i] = next.chain(own).min();
    }
    let of = |i: usize| {
        latest[i].filter(|_| indexed.minutes[i] > 0).map(|latest| latest.saturating_sub(run.end[i]))
    };
    (0..indexed.len()).map(of).collect()
}
