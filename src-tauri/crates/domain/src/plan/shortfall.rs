//! Due dates that a schedule misses, and what would mend each.

use super::leave_out::{Wanted, cheapest};
use super::trials::Trials;
use super::{DueKind, Item, ItemKey, PlanProblem, Schedule, solve};
use crate::Date;
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;
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
    /// A due date that it would meet: tried, where mends were sought; else the day on which this schedule ends it.
    pub date_that_fits: Option<Date>,
    /// Whether the mends below were sought; false for those that [`shortfalls`] leaves out.
    pub mends_sought: bool,
    /// Minutes a week with which it is met, in steps of 30; none where not even 100 hours are enough.
    pub weekly_minutes_needed: Option<u32>,
    /// Items without which it is met; none where nothing that may go is enough.
    pub items_to_drop: Option<Vec<ItemKey>>,
}

/// What would end a whole plan by a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub struct FinishMends {
    /// Minutes of work that the schedule does after that day; 0 when it ends in time, and then there is nothing to mend.
    pub missing_minutes: u32,
    /// Whether the mends below were sought; not above 2,000 items, and not when there is nothing to mend.
    pub mends_sought: bool,
    /// Minutes a week with which the plan ends by then, in steps of 30; none where not even 100 hours are enough.
    pub weekly_minutes_needed: Option<u32>,
    /// Items without which the plan ends by then; none where those that may go are not enough.
    pub items_to_drop: Option<Vec<ItemKey>>,
    /// The day on which the schedule ends.
    pub date_that_fits: Option<Date>,
}

/// Most shortfalls of a problem for which mends are sought, and most items of all their trials' problems together.
const MENDED: usize = 5;
const ITEMS: usize = 1_000;
/// Above this many items of a problem none are sought.
const MANY: usize = 2_000;

/// Each due date that the schedule misses, in the order of the problem.
///
/// Mends are found by solving the problem with each change that is tried. That takes time, so they are sought for at most
/// five of them (one from 1,000 items on, none above 2,000): hard dates first, then those of the greatest weight times
/// lateness.
///
/// - Hours: the week keeps its shape (it is even over all days where it has no minutes), a day gets at most 24 hours,
///   days that differ stay as they are. With the minutes found the date is met, with 30 minutes less it is not.
/// - Items: neither the late item nor anything it waits for; what waits for a dropped item is dropped with it. The
///   set is the one of least weight, then of fewest items (at most thirty), among those that a bounded search looks
///   at. Items with a hard due date stay unless nothing else is enough.
pub fn shortfalls(problem: &PlanProblem, schedule: &Schedule) -> Vec<Shortfall> {
    let late = problem.items.iter().zip(&schedule.items).enumerate();
    let late = late.filter(|(_, (_, planned))| planned.late_minutes > 0);
    let mut found: Vec<(usize, Shortfall)> = late
        .filter_map(|(i, (item, planned))| {
            let shortfall = Shortfall {
                item: item.id.clone(),
                due: item.due?,
                kind: item.due_kind.unwrap_or(DueKind::Soft),
                missing_minutes: planned.late_minutes,
                date_that_fits: planned.finishes,
                mends_sought: false,
                weekly_minutes_needed: None,
                items_to_drop: None,
            };
            Some((i, shortfall))
        })
        .collect();
    if found.is_empty() || problem.items.len() > MANY {
        return found.into_iter().map(|(_, it)| it).collect();
    }
    let mut worst: Vec<usize> = (0..found.len()).collect();
    let weight = |i: usize| u64::from(problem.items[i].weight);
    worst.sort_by_key(|at| {
        let (i, it) = &found[*at];
        (it.kind, Reverse(weight(*i) * u64::from(it.missing_minutes)))
    });
    let mut trials = Trials::new(problem);
    for at in worst.into_iter().take((ITEMS / problem.items.len()).clamp(1, MENDED)) {
        let (i, it) = &mut found[at];
        it.mends_sought = true;
        it.date_that_fits = date_for(problem, schedule, *i);
        it.weekly_minutes_needed = trials.week(|trial| trial.late(*i) == 0);
        it.items_to_drop = items_for(&mut trials, schedule, *i, it.missing_minutes);
    }
    found.into_iter().map(|(_, it)| it).collect()
}

/// Most dates that are tried.
const DATES: u32 = 8;

/// The first date found that the item meets when it becomes its due date: another date may change the order of things, so
/// each is tried.
fn date_for(problem: &PlanProblem, schedule: &Schedule, late: usize) -> Option<Date> {
    let mut moved = problem.clone();
    let mut date = schedule.items[late].finishes?;
    for _ in 0..DATES {
        moved.items[late].due = Some(date);
        let tried = solve(&moved).ok()?;
        if tried.items[late].late_minutes == 0 {
            return Some(date);
        }
        date = tried.items[late].finishes?.max(date.plus_days(1));
    }
    None
}

/// Items without which an item is no longer late.
fn items_for(trials: &mut Trials, schedule: &Schedule, late: usize, missing: u32) -> Option<Vec<ItemKey>> {
    let problem = trials.problem;
    let awaited = trials.awaited(late);
    let before = worked(problem, schedule, |at, last| at <= last[late]);
    let hard = |i: usize| problem.items[i].due_kind == Some(DueKind::Hard) && problem.items[i].due.is_some();
    // A booked exam goes only where nothing else is enough.
    [false, true].into_iter().find_map(|exams| {
        let may_go = |i: usize| i != late && !awaited[i] && (exams || !hard(i));
        let wanted = Wanted { minutes: u64::from(missing), gain: &before, must: &[], may_go: &may_go };
        cheapest(trials, &wanted, |trial| u64::from(trial.late(late)))
    })
}

/// What would end the plan by a day, where it ends later: found like the mends of [`shortfalls`]. `droppable` says which
/// items may be dropped; what waits for one is dropped with it, so it must be droppable too.
pub fn mends_for_finish(
    problem: &PlanProblem,
    schedule: &Schedule,
    by: Date,
    droppable: impl Fn(&Item) -> bool,
) -> FinishMends {
    let after = schedule.sessions.iter().filter(|session| session.date > by);
    let mut mends = FinishMends {
        missing_minutes: after.map(|session| session.minutes).sum(),
        mends_sought: false,
        weekly_minutes_needed: None,
        items_to_drop: None,
        date_that_fits: schedule.finish,
    };
    if mends.missing_minutes == 0 || problem.items.len() > MANY {
        return mends;
    }
    mends.mends_sought = true;
    let mut trials = Trials::new(problem);
    mends.weekly_minutes_needed = trials.week(|trial| trial.minutes_after(by) == 0);
    let all = worked(problem, schedule, |_, _| true);
    let beyond = |item: &Item| {
        item.minutes > 0
            && (item.not_before.is_some_and(|day| day > by) || item.pinned.iter().any(|pin| pin.date > by))
    };
    let must: Vec<usize> = (0..problem.items.len()).filter(|i| beyond(&problem.items[*i])).collect();
    let may_go = |i: usize| droppable(&problem.items[i]);
    let minutes = u64::from(mends.missing_minutes);
    let wanted = Wanted { minutes, gain: &all, must: &must, may_go: &may_go };
    mends.items_to_drop = cheapest(&mut trials, &wanted, |trial| trial.minutes_after(by));
    mends
}

/// Minutes of each item in the sessions of which `counts` says so, by their place and the place of each item's last one.
fn worked(problem: &PlanProblem, schedule: &Schedule, counts: impl Fn(usize, &[usize]) -> bool) -> Vec<u64> {
    let place: HashMap<&str, usize> =
        problem.items.iter().enumerate().map(|(i, item)| (item.id.as_str(), i)).collect();
    let item = |at: usize| place.get(schedule.sessions[at].item.as_str()).copied();
    let mut last = vec![0; problem.items.len()];
    let mut minutes = vec![0; problem.items.len()];
    for at in 0..schedule.sessions.len() {
        item(at).into_iter().for_each(|i| last[i] = at);
    }
    for at in (0..schedule.sessions.len()).filter(|at| counts(*at, &last)) {
        item(at).into_iter().for_each(|i| minutes[i] += u64::from(schedule.sessions[at].minutes));
    }
    minutes
}
