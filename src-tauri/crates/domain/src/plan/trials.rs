//! A problem solved again with another week, or without some items.

use super::PlanProblem;
use super::figures::lateness;
use super::index::{Days, Indexed};
use super::run::Run;
use super::solve::best_run;
use crate::Date;
use std::collections::HashMap;

/// Minutes of a step of the week, and the most steps: 100 hours.
const STEP: u32 = 30;
const MOST_STEPS: u32 = 200;

/// What came of a trial.
pub(super) struct Trial {
    start: Date,
    /// By place in the problem.
    late: Vec<u32>,
    run: Run,
}

impl Trial {
    /// Lateness of an item, by its place in the problem, in available minutes.
    pub fn late(&self, place: usize) -> u32 {
        self.late[place]
    }

    /// Minutes of work after a day.
    pub fn minutes_after(&self, day: Date) -> u64 {
        let day = self.start.days_until(day);
        let after = self.run.slots.iter().rev().take_while(|slot| i64::from(slot.day) > day);
        after.map(|slot| u64::from(slot.minutes)).sum()
    }
}

/// Trials of a valid problem; each week is solved once.
pub(super) struct Trials<'a> {
    pub problem: &'a PlanProblem,
    indexed: Indexed<'a>,
    weeks: HashMap<u32, Option<Trial>>,
}

impl<'a> Trials<'a> {
    pub fn new(problem: &'a PlanProblem) -> Self {
        Self { problem, indexed: Indexed::new(problem, &[]), weeks: HashMap::new() }
    }

    fn solved(indexed: &Indexed) -> Option<Trial> {
        let run = best_run(indexed).ok()?;
        // Without a former plan the numbers are the places in the problem.
        Some(Trial { start: indexed.problem.start, late: lateness(indexed, &run), run })
    }

    /// The least minutes a week, longer than the problem's and in steps, with which it is good; none when 100 hours are not.
    /// Where more hours can spoil it again, the first that halving finds to be good with a step less that is not.
    pub fn week(&mut self, good: impl Fn(&Trial) -> bool) -> Option<u32> {
        let now: u32 = self.problem.calendar.weekly_minutes.iter().sum();
        let (mut low, mut high) = (now / STEP + 1, MOST_STEPS);
        if low > high || !self.week_is(high, &good) {
            return None;
        }
        while low < high {
            let middle = (low + high) / 2;
            if self.week_is(middle, &good) { high = middle } else { low = middle + 1 }
        }
        Some(high * STEP)
    }

    fn week_is(&mut self, steps: u32, good: &impl Fn(&Trial) -> bool) -> bool {
        let (problem, indexed) = (self.problem, &mut self.indexed);
        let trial = self.weeks.entry(steps).or_insert_with(|| {
            let week = scaled(&problem.calendar.weekly_minutes, steps * STEP);
            let own = std::mem::replace(&mut indexed.days, Days::new(problem, week));
            let trial = Self::solved(indexed);
            indexed.days = own;
            trial
        });
        trial.as_ref().is_some_and(good)
    }

    /// The problem without these items, of which nothing that stays waits for one.
    pub fn without(&self, places: &[usize]) -> Option<Trial> {
        let mut indexed = self.indexed.clone();
        places.iter().for_each(|place| indexed.leave_out(*place));
        Self::solved(&indexed)
    }

    /// Which items an item waits for, directly or not.
    pub fn awaited(&self, place: usize) -> Vec<bool> {
        reached(&self.indexed.before, place)
    }

    /// An item and everything that waits for it, in the order of the problem.
    pub fn with_waiting(&self, place: usize) -> Vec<usize> {
        let mut all = reached(&self.indexed.after, place);
        all[place] = true;
        (0..all.len()).filter(|i| all[*i]).collect()
    }
}

fn reached(next: &[Vec<u32>], from: usize) -> Vec<bool> {
    let mut seen = vec![false; next.len()];
    let mut stack = vec![from as u32];
    while let Some(i) = stack.pop() {
        for &j in &next[i as usize] {
            if !std::mem::replace(&mut seen[j as usize], true) {
                stack.push(j);
            }
        }
    }
    seen
}

/// A week of the same shape with another sum, each day rounded up to a minute; even over all days where it has no minutes.
/// No day gets more than 24 hours.
pub(super) fn scaled(week: &[u32; 7], sum: u32) -> [u32; 7] {
    let now: u32 = week.iter().sum();
    week.map(|day| if now == 0 { sum.div_ceil(7) } else { (day * sum).div_ceil(now) }.min(1440))
}
