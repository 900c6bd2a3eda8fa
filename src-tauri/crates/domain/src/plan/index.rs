//! A valid problem by number: items, days from the start, available minutes.

use super::validate::HORIZON_DAYS;
use super::{DueKind, Item, ItemKey, PlanProblem};
use crate::Date;
use std::collections::{BTreeMap, HashMap};

/// The days of the horizon and their minutes.
#[derive(Clone)]
pub(super) struct Days {
    start: Date,
    /// Minutes of each day, from the start.
    pub capacity: Vec<u32>,
    /// Minutes before each day, from the start; one more than there are days.
    pub before: Vec<u32>,
}

impl Days {
    /// The days of a problem, with this week in place of its own.
    pub fn new(problem: &PlanProblem, mut weekly: [u32; 7]) -> Self {
        let start = problem.start;
        let count = start.days_until(Date::LAST).clamp(0, HORIZON_DAYS) as usize + 1;
        weekly.rotate_left(start.weekday());
        let mut capacity = weekly.repeat(count.div_ceil(7));
        capacity.truncate(count);
        for it in &problem.calendar.exceptions {
            let day = usize::try_from(start.days_until(it.date)).ok();
            if let Some(minutes) = day.and_then(|day| capacity.get_mut(day)) {
                *minutes = it.minutes;
            }
        }
        let mut sum = 0;
        let mut before = Vec::with_capacity(count + 1);
        before.push(0);
        before.extend(capacity.iter().map(|minutes| {
            sum += minutes;
            sum
        }));
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

/// A valid problem by number. Items that a former plan had come first, in its order; then the others in the problem's.
/// Predecessors and successors may repeat, as they do in the problem.
#[derive(Clone)]
pub(super) struct Indexed<'a> {
    pub problem: &'a PlanProblem,
    pub items: Vec<&'a Item>,
    /// The number of each item of the problem.
    pub number: Vec<u32>,
    /// Whether there was a former plan.
    pub near: bool,
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
    /// Numbers a problem that `validate` found good. `former` names items in the order of a former plan; unknown keys and
    /// repetitions are passed over.
    pub fn new(problem: &'a PlanProblem, former: &[ItemKey]) -> Self {
        let mut index: HashMap<&str, u32> = HashMap::with_capacity(problem.items.len());
        index.extend(problem.items.iter().enumerate().map(|(i, it)| (it.id.as_str(), i as u32)));
        let (items, number) = numbered(problem, former, &mut index);
        let numbers =
            |item: &&Item| item.after.iter().filter_map(|id| index.get(id.as_str()).copied()).collect();
        let before: Vec<Vec<u32>> = items.iter().map(numbers).collect();
        let mut after = vec![Vec::new(); items.len()];
        for (i, list) in before.iter().enumerate() {
            list.iter().for_each(|j| after[*j as usize].push(i as u32));
        }
        let day = |date: Date| problem.start.days_until(date);
        let due = |item: &&Item| {
            item.due.map(|date| Due { day: day(date), kind: item.due_kind.unwrap_or(DueKind::Soft) })
        };
        let first_pin = |item: &&Item| item.pinned.iter().map(|pin| day(pin.date).max(0) as u32).min();
        Self {
            days: Days::new(problem, problem.calendar.weekly_minutes),
            minutes: items.iter().map(|item| item.minutes).collect(),
            release: items
                .iter()
                .map(|item| item.not_before.map_or(0, |date| day(date).max(0) as u32))
                .collect(),
            due: items.iter().map(due).collect(),
            order: topological(&before, &after),
            before,
            after,
            pins: pins(problem, &number),
            first_pin: items.iter().map(first_pin).collect(),
            problem,
            items,
            number,
            near: !former.is_empty(),
        }
    }

    /// How many items there are.
    pub fn len(&self) -> usize {
        self.minutes.len()
    }

    /// How much the lateness of an item weighs.
    pub fn weight(&self, i: usize) -> u32 {
        self.items[i].weight
    }

    /// Takes an item out: it needs no work and is due no more. What waits for it waits for what it waits for.
    pub fn leave_out(&mut self, i: usize) {
        self.minutes[i] = 0;
        self.due[i] = None;
        self.first_pin[i] = None;
        self.pins.values_mut().for_each(|list| list.retain(|(item, _)| *item as usize != i));
    }
}

/// The items by number, and the number of each; `index` gives places in the problem, and numbers afterwards.
fn numbered<'a>(
    problem: &'a PlanProblem,
    former: &[ItemKey],
    index: &mut HashMap<&'a str, u32>,
) -> (Vec<&'a Item>, Vec<u32>) {
    let n = problem.items.len();
    if former.is_empty() {
        return (problem.items.iter().collect(), (0..n as u32).collect());
    }
    let mut number = vec![u32::MAX; n];
    let mut items = Vec::with_capacity(n);
    let known = former.iter().filter_map(|key| index.get(key.as_str()).map(|place| *place as usize));
    for place in known.chain(0..n) {
        if number[place] == u32::MAX {
            number[place] = items.len() as u32;
            items.push(&problem.items[place]);
        }
    }
    index.values_mut().for_each(|place| *place = number[*place as usize]);
    (items, number)
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

fn pins(problem: &PlanProblem, number: &[u32]) -> BTreeMap<u32, Vec<(u32, u32)>> {
    let mut days: BTreeMap<u32, Vec<(u32, u32)>> = BTreeMap::new();
    for (item, i) in problem.items.iter().zip(number) {
        for pin in &item.pinned {
            let list = days.entry(problem.start.days_until(pin.date).max(0) as u32).or_default();
            match list.last_mut() {
                Some((item, minutes)) if item == i => *minutes += pin.minutes,
                _ => list.push((*i, pin.minutes)),
            }
        }
    }
    days
}
