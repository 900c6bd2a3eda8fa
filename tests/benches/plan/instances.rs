//! The instances: random, but the same for the same seed.

use groundwork_domain::Date;
use groundwork_domain::plan::{Calendar, DueKind, Exception, Item, PlanProblem, public_holidays};

/// The last items among which the predecessors of the next one are drawn.
const AMONG_LAST: u64 = 30;

/// What the due dates of an instance are like.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Dues {
    /// Hard, each the day on which a hidden feasible order finishes the item.
    Reachable,
    /// Those of the hidden order at 0.35 of their distance from the start, soft, with weights of 1 to 10.
    Overcommitted,
    /// A plan of every day: three of ten hard and reachable, the others soft, from a little too early to far away;
    /// a few items have a first day.
    Ordinary,
}

/// A SplitMix64 generator (Steele, Lea, Flood 2014).
pub struct Chance(u64);

impl Chance {
    /// The generator of a seed.
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// The next number below a bound.
    pub fn below(&mut self, bound: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (z ^ (z >> 31)) % bound.max(1)
    }
}

/// An instance: `count` items of 30 to 240 minutes in steps of five, each after 0 to 3 of the last 30 before it, one of
/// five due; from 4 January 2027, two hours a day and four on Saturdays, French public holidays and some days off.
pub fn instance(count: usize, seed: u64, dues: Dues) -> PlanProblem {
    let mut chance = Chance::new(seed.wrapping_mul(1_000_003) ^ count as u64);
    let mut items = Vec::with_capacity(count);
    for i in 0..count as u64 {
        let mut after: Vec<u64> =
            (0..chance.below(4)).filter(|_| i > 0).map(|_| i - 1 - chance.below(i.min(AMONG_LAST))).collect();
        after.sort_unstable();
        after.dedup();
        items.push(Item {
            id: format!("skill:item-{i}"),
            minutes: 30 + 5 * chance.below(43) as u32,
            after: after.into_iter().map(|j| format!("skill:item-{j}")).collect(),
            not_before: None,
            due: None,
            due_kind: None,
            weight: 1,
            pinned: Vec::new(),
        });
    }
    let start = Date::FIRST.plus_days(46_389);
    let mut problem = PlanProblem {
        start,
        focus_limit: None,
        min_session_minutes: 0,
        max_item_minutes_per_day: None,
        calendar: calendar(start, &mut chance),
        items,
    };
    set_dues(&mut problem, &mut chance, dues);
    problem
}

fn calendar(start: Date, chance: &mut Chance) -> Calendar {
    let year = start.civil().year();
    let holidays = (year..year + 60).flat_map(|year| public_holidays("fr", year));
    let mut exceptions: Vec<Exception> = holidays
        .map(|(date, id)| Exception { date, minutes: 0, reason: Some(id.word().to_owned()) })
        .collect();
    for week in 0..400 {
        if chance.below(12) == 0 {
            let date = start.plus_days(week * 7 + chance.below(7) as i64);
            exceptions.push(Exception { date, minutes: 60 * chance.below(4) as u32, reason: None });
        }
    }
    Calendar { weekly_minutes: [120, 120, 120, 120, 120, 240, 0], exceptions }
}

/// Minutes of each day from the start on, without end.
fn days(problem: &PlanProblem) -> impl Iterator<Item = u64> {
    let exceptions: std::collections::HashMap<i64, u32> = problem
        .calendar
        .exceptions
        .iter()
        .map(|it| (problem.start.days_until(it.date), it.minutes))
        .collect();
    let (weekly, offset) = (problem.calendar.weekly_minutes, problem.start.weekday());
    (0..).map(move |day| {
        let usual = weekly[(offset + day as usize) % 7];
        u64::from(exceptions.get(&day).copied().unwrap_or(usual))
    })
}

/// Available minutes from the start to the end of a day.
pub fn available_until(problem: &PlanProblem, last: Date) -> u64 {
    let count = usize::try_from(problem.start.days_until(last) + 1).unwrap_or(0);
    days(problem).take(count).sum()
}

/// Draws a feasible order and gives every fifth item, on average, a due date from it.
fn set_dues(problem: &mut PlanProblem, chance: &mut Chance, dues: Dues) {
    let finish = hidden_finish(problem, chance);
    for (item, day) in problem.items.iter_mut().zip(finish) {
        if dues == Dues::Ordinary && chance.below(20) == 0 {
            item.not_before = Some(problem.start.plus_days(chance.below(day as u64 + 1) as i64));
        }
        if chance.below(5) > 0 {
            continue;
        }
        let (days, kind) = match dues {
            Dues::Reachable => (day, DueKind::Hard),
            Dues::Overcommitted => (day * 35 / 100, DueKind::Soft),
            Dues::Ordinary if chance.below(10) < 3 => (day * 5 / 4 + 14, DueKind::Hard),
            Dues::Ordinary => (day * (95 + chance.below(60) as i64) / 100 + 7, DueKind::Soft),
        };
        if dues != Dues::Reachable {
            item.weight = 1 + chance.below(10) as u32;
        }
        item.due = Some(problem.start.plus_days(days));
        item.due_kind = Some(kind);
    }
}

/// The day, from the start, on which each item is finished in a random feasible order.
fn hidden_finish(problem: &PlanProblem, chance: &mut Chance) -> Vec<i64> {
    let n = problem.items.len();
    let index: std::collections::HashMap<&str, usize> =
        problem.items.iter().enumerate().map(|(i, item)| (item.id.as_str(), i)).collect();
    let mut waits = vec![0; n];
    let mut after = vec![Vec::new(); n];
    for (i, item) in problem.items.iter().enumerate() {
        for j in item.after.iter().filter_map(|id| index.get(id.as_str())) {
            waits[i] += 1;
            after[*j].push(i);
        }
    }
    let mut open: Vec<usize> = (0..n).filter(|i| waits[*i] == 0).collect();
    let mut finish = vec![0; n];
    let mut minutes = 0;
    let mut calendar = days(problem).enumerate();
    let (mut available, mut today) = (0, 0);
    while !open.is_empty() {
        let i = open.swap_remove(chance.below(open.len() as u64) as usize);
        minutes += u64::from(problem.items[i].minutes);
        while available < minutes {
            let Some((day, more)) = calendar.next() else { break };
            available += more;
            today = day as i64;
        }
        finish[i] = today;
        for j in std::mem::take(&mut after[i]) {
            waits[j] -= 1;
            if waits[j] == 0 {
                open.push(j);
            }
        }
    }
    finish
}

/// What a person changes in a plan: one item in the middle needs an hour more.
pub fn edited(problem: &PlanProblem) -> PlanProblem {
    let mut problem = problem.clone();
    let middle = problem.items.len() / 2;
    problem.items[middle].minutes += 60;
    problem
}

/// The options that a person may set: two items in progress, sessions of 25 minutes, 90 minutes an item and day.
pub fn with_limits(mut problem: PlanProblem) -> PlanProblem {
    problem.focus_limit = Some(2);
    problem.min_session_minutes = 25;
    problem.max_item_minutes_per_day = Some(90);
    problem
}
