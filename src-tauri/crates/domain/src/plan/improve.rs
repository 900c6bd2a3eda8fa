//! Less weighted lateness of the soft due dates, with the hard ones as they are (MODEL.md, section 4): a deterministic local
//! search, bounded by steps and not by a clock.

use super::DueKind;
use super::figures::{lateness, totals};
use super::index::Indexed;
use super::order::{Jobs, Order};
use super::run::{Run, run};

/// Steps of the search: a step is one item that a block passes. Small problems need few, in proportion to the pairs of
/// their items; large ones get some for each item.
const STEPS: u64 = 500_000;
const STEPS_PER_PAIR: u64 = 200;
const STEPS_PER_ITEM: u64 = 500;
/// Lengths of the blocks that are moved: what waits for each other in a row has to move together.
const BLOCKS: [usize; 5] = [1, 2, 3, 5, 8];
/// The farthest that a block is moved.
const REACH: usize = 400;
/// Above this many items no start is made from the end, which looks at all of them for each.
const FROM_THE_END: usize = 3_000;

/// The pass itself when no soft due date is missed; else the better one of it and a pass in the order that a search finds.
/// Of two passes the one with the lesser hard lateness is better, then the one with the lesser weighted lateness.
///
/// The search puts the items one after the other and moves blocks of neighbours to where they save most, then disturbs the
/// best order a little and begins again. It knows the due dates, what waits for what, and the hard lateness that cannot be
/// helped; it does not know first days, pins and limits, so every order is tried on the days before it is taken.
pub(super) fn improved(indexed: &Indexed, first: Run) -> Run {
    let (hard, soft) = totals(indexed, &lateness(indexed, &first));
    if soft == 0 {
        return first;
    }
    let jobs = jobs(indexed, hard);
    let mut best = (first, soft);
    let mut starts = vec![by_end(indexed, &best.0)];
    if indexed.len() <= FROM_THE_END {
        starts.extend([false, true].map(|by_rate| from_the_end(&jobs, by_rate)).into_iter().flatten());
    }
    let orders: Vec<Order> = starts.into_iter().filter_map(|items| Order::new(&jobs, items)).collect();
    let Some(order) = orders.into_iter().min_by_key(|order| order.cost) else { return best.0 };
    for items in [search(&order).items, order.items] {
        let mut ranks = vec![0; items.len()];
        items.iter().enumerate().for_each(|(rank, item)| ranks[*item as usize] = rank as u32);
        if let Ok(next) = run(indexed, &ranks) {
            let (next_hard, next_soft) = totals(indexed, &lateness(indexed, &next));
            if next_hard <= hard && next_soft < best.1 {
                best = (next, next_soft);
            }
        }
    }
    best.0
}

fn jobs<'a>(indexed: &'a Indexed, hard: u32) -> Jobs<'a> {
    let n = indexed.len();
    let mut jobs = Jobs {
        minutes: indexed.minutes.iter().map(|minutes| u64::from(*minutes)).collect(),
        weight: vec![0; n],
        due: vec![0; n],
        deadline: vec![u64::MAX; n],
        before: &indexed.before,
        after: &indexed.after,
    };
    for i in 0..n {
        let Some(due) = indexed.due[i].filter(|_| indexed.minutes[i] > 0) else { continue };
        let until = u64::from(indexed.days.until_end_of(due.day));
        match due.kind {
            DueKind::Hard => jobs.deadline[i] = until + u64::from(hard),
            DueKind::Soft => {
                jobs.due[i] = until;
                jobs.weight[i] = u64::from(indexed.problem.items[i].weight);
            }
        }
    }
    jobs
}

/// The items by the end of their last session; one without work stands with its predecessors.
fn by_end(indexed: &Indexed, run: &Run) -> Vec<u32> {
    let mut end = run.end.clone();
    for &i in indexed.order.iter().filter(|i| indexed.minutes[**i as usize] == 0) {
        let before = indexed.before[i as usize].iter().map(|j| end[*j as usize]);
        end[i as usize] = before.max().unwrap_or(0);
    }
    let mut items = indexed.order.clone();
    items.sort_by_key(|i| end[*i as usize]);
    items
}

/// An order made from its end: of the items for which nothing later waits and whose deadline allows it, the one whose
/// lateness costs least there (by minute of its work, if `by_rate`) comes last. Any such choice keeps all deadlines that can
/// be kept (Lawler 1973). `None` when they cannot be kept one after the other.
fn from_the_end(jobs: &Jobs, by_rate: bool) -> Option<Vec<u32>> {
    let n = jobs.minutes.len();
    let mut waits: Vec<usize> = jobs.after.iter().map(Vec::len).collect();
    let mut open: Vec<u32> = (0..n as u32).filter(|i| waits[*i as usize] == 0).collect();
    let mut time: u64 = jobs.minutes.iter().sum();
    let mut items = Vec::with_capacity(n);
    while items.len() < n {
        let key = |item: u32| {
            let i = item as usize;
            let minutes = jobs.minutes[i].max(1);
            let late = time.saturating_sub(jobs.due[i]);
            let cost =
                if by_rate && late > 0 { (jobs.weight[i] << 20) / minutes } else { jobs.weight[i] * late };
            // What has a deadline can wait when it costs nothing; of equal ones the latest due comes last.
            (cost, u64::MAX - jobs.due[i].min(jobs.deadline[i]), item)
        };
        let allowed = open.iter().enumerate().filter(|(_, i)| time <= jobs.deadline[**i as usize]);
        let (at, item) = allowed.map(|(at, item)| (at, *item)).min_by_key(|(_, item)| key(*item))?;
        open.swap_remove(at);
        items.push(item);
        time -= jobs.minutes[item as usize];
        for &j in &jobs.before[item as usize] {
            waits[j as usize] -= 1;
            if waits[j as usize] == 0 {
                open.push(j);
            }
        }
    }
    items.reverse();
    Some(items)
}

/// The best order that the search finds from this one.
fn search<'a>(start: &Order<'a>) -> Order<'a> {
    let n = start.items.len();
    let pairs = (n * n) as u64;
    let most = (STEPS_PER_PAIR * pairs).min(STEPS.max(STEPS_PER_ITEM * n as u64));
    let mut steps = 0;
    let mut chance = Chance(0x9E37_79B9_7F4A_7C15);
    let mut best = start.clone();
    descend(&mut best, most, &mut steps);
    let mut current = best.clone();
    while steps < most && n > 2 && best.cost > 0 {
        for _ in 0..2 + chance.below(4) {
            let from = chance.below(n - 1);
            let middle = from + 1 + chance.below((n - 1 - from).min(6));
            let to = (middle + 1 + chance.below(6)).min(n);
            current.disturb(from, middle, to);
        }
        descend(&mut current, most, &mut steps);
        steps += 2 * n as u64;
        if current.cost <= best.cost {
            best.clone_from(&current);
        } else {
            current.clone_from(&best);
        }
    }
    best
}

/// Moves blocks as long as one saves anything.
fn descend(order: &mut Order, most: u64, steps: &mut u64) {
    let n = order.items.len();
    let mut again = true;
    while again {
        again = false;
        for length in BLOCKS.into_iter().filter(|length| *length < n) {
            for from in 0..=n - length {
                if *steps >= most {
                    return;
                }
                *steps += 2;
                again |= order.improve(from, length, REACH, steps);
            }
        }
    }
}

/// A xorshift generator (Marsaglia 2003): the same numbers every time.
struct Chance(u64);

impl Chance {
    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % bound.max(1) as u64) as usize
    }
}
