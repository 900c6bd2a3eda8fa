//! A valid problem by number: items, days from the start, available minutes.

use super::validate::HORIZON_DAYS;
use super::{DueKind, Item, PlanProblem};
use crate::Date;
use std::collections::{BTreeMap, HashMap};

/// The days of the horizon and their minutes.
pub(super) struct Days {
    start: Date,
    /// Minutes of each day, from the start.
    pub capacity: Vec<u32>,
    /// Minutes before each day, from the start; one more than there are days.
    pub before: Vec<u32>,
}

impl Days {
    fn new(problem: &PlanProblem) -> Self {
        let start = problem.start;
        let count = start.days_until(Date::LAST).clamp(0, HORIZON_DAYS) as usize + 1;
        let weekly = &problem.calendar.weekly_minutes;
        let monday_offset = start.weekday();
        let mut capacity: Vec<u32> = (0..count).map(|day| weekly[(monday_offset + day) % 7]).collect();
        for it in &problem.calendar.exceptions {
            let day = usize::try_from(start.days_until(it.date)).ok();
            if let Some(minutes) = day.and_then(|day| capacity.get_mut(day)) {
                *minutes = it.minutes;
            }
        }
        let mut before = Vec::with_capacity(count + 1);
        before.push(0);
        for minutes in &capacity {
            before.push(before[before.len() - 1] + minutes);
        }
        Self { start, capacity, before }
    }

    /// The date of a day.
    pub fn date(&self, day: u32) -> Date {
        self.start.plus_days(i64::from(day))
    }

    /// Available minutes from the start to the end of a day, which may lie before the start or beyond the horizon.
    pub fn until_end_of(&self, day: i64) -> u32 {
        let ended = usize::try_from(day.saturating_add(1)).unwrap_or(0);
        self.before[ended.min(self.before.len() - 1)]
    }
}

/// A due date by number.
#[derive(Clone, Copy)]
pub(super) struct Due {
    /// Days from the start; negative before it.
    pub day: i64,
    /// Whether it may be missed.
    pub kind: DueKind,
}

/// A valid problem by number. Predecessors and successors may repeat, as they do in the problem.
pub(super) struct Indexed<'a> {
    pub problem: &'a PlanProblem,
    pub days: Days,
    /// Minutes of each item.
    pub minutes: Vec<u32>,
    /// First day of each item, from the start.
    pub release: Vec<u32>,
    pub due: Vec<Option<Due>>,
    pub before: Vec<Vec<u32>>,
    pub after: Vec<Vec<u32>>,
    /// The items, predecessors first; for the same problem always the same.
    pub order: Vec<u32>,
    /// Pinned minutes by day, then by item.
    pub pins: BTreeMap<u32, Vec<(u32, u32)>>,
    /// First pinned day of each item.
    pub first_pin: Vec<Option<u32>>,
}

impl<'a> Indexed<'a> {
    /// Numbers a problem that `validate` found good.
    pub fn new(problem: &'a PlanProblem) -> Self {
        let items = &problem.items;
        let index: HashMap<&str, u32> =
            items.iter().enumerate().map(|(i, it)| (it.id.as_str(), i as u32)).collect();
        let number =
            |item: &Item| item.after.iter().filter_map(|id| index.get(id.as_str()).copied()).collect();
        let before: Vec<Vec<u32>> = items.iter().map(number).collect();
        let mut after = vec![Vec::new(); items.len()];
        for (i, list) in before.iter().enumerate() {
            list.iter().for_each(|j| after[*j as usize].push(i as u32));
        }
        let day = |date: Date| problem.start.days_until(date);
        let due = |item: &Item| {
            item.due.map(|date| Due { day: day(date), kind: item.due_kind.unwrap_or(DueKind::Soft) })
        };
        let first_pin = |item: &Item| item.pinned.iter().map(|pin| day(pin.date).max(0) as u32).min();
        Self {
            days: Days::new(problem),
            minutes: items.iter().map(|item| item.minutes).collect(),
            release: items
                .iter()
                .map(|item| item.not_before.map_or(0, |date| day(date).max(0) as u32))
                .collect(),
            due: items.iter().map(due).collect(),
            order: topological(&before, &after),
            before,
            after,
            pins: pins(problem),
            first_pin: items.iter().map(first_pin).collect(),
            problem,
        }
    }

    /// How many items there are.
    pub fn len(&self) -> usize {
        self.minutes.len()
    }
}

fn topological(before: &[Vec<u32>], after: &[Vec<u32>]) -> Vec<u32> {
    let mut waits: Vec<usize> = before.iter().map(Vec::len).collect();
    let mut order: Vec<u32> = (0..before.len() as u32).filter(|i| waits[*i as usize] == 0).collect();
    let mut next = 0;
    while let Some(&i) = order.get(next) {
        next += 1;
        for &j in &after[i as usize] {
            waits[j as usize] -= 1;
            if waits[j as usize] == 0 {
                order.push(j);
            }
        }
    }
    order
}

fn pins(problem: &PlanProblem) -> BTreeMap<u32, Vec<(u32, u32)>> {
    let mut days: BTreeMap<u32, Vec<(u32, u32)>> = BTreeMap::new();
    for (i, item) in problem.items.iter().enumerate() {
        for pin in &item.pinned {
            let list = days.entry(problem.start.days_until(pin.date).max(0) as u32).or_default();
            match list.last_mut() {
                Some((item, minutes)) if *item == i as u32 => *minutes += pin.minutes,
                _ => list.push((i as u32, pin.minutes)),
            }
        }
    }
    days
}
