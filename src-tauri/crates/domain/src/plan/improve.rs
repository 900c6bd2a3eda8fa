//! Less weighted lateness of the soft due dates, with the hard ones as they are (MODEL.md, section 4).

use super::dated::Dated;
use super::figures::{lateness, totals};
use super::index::Indexed;
use super::run::{Run, run};
use super::search::{bring_near, descend, search};
use super::sequence::Sequence;

/// Most steps of a search: a step is one item or part of its work that is looked at, about three nanoseconds. Few
/// dated items need few, in proportion to their pairs.
const STEPS: u64 = 1_500_000;
const STEPS_PER_ITEM: u64 = 5_000;
const STEPS_PER_PAIR: u64 = 100;
/// Above this many dated items only the order that the search finds is tried on the days.
const MANY: u64 = 500;

/// The pass itself when no soft due date is missed; else the better one of it and passes in the orders that a search
/// finds. Of two passes the one with the lesser hard lateness is better, then the one with the lesser weighted
/// lateness.
///
/// The search puts the items one after the other. It knows the due dates, what waits for what, and the hard lateness
/// that cannot be helped; it does not know first days, pins and limits, so every order is tried on the days before it
/// is taken.
pub(super) fn improved(indexed: &Indexed, first: Run) -> Run {
    let (hard, soft) = totals(indexed, &lateness(indexed, &first));
    if soft == 0 {
        return first;
    }
    let dated = Dated::new(indexed, hard);
    let mut best = (first, soft);
    for order in orders(indexed, &dated, &best.0) {
        let Ok(next) = run(indexed, &dated.ranks(&order)) else { continue };
        let (next_hard, next_soft) = totals(indexed, &lateness(indexed, &next));
        let nearer = indexed.near && next_soft == best.1 && steps_back(&next) < steps_back(&best.0);
        if next_hard <= hard && (next_soft < best.1 || nearer) {
            best = (next, next_soft);
        }
    }
    best.0
}

/// How often an item begins right after one that the former plan began later.
fn steps_back(run: &Run) -> usize {
    let mut seen = vec![false; run.end.len()];
    let begun = run.slots.iter().filter(|slot| !std::mem::replace(&mut seen[slot.item as usize], true));
    let begun: Vec<u32> = begun.map(|slot| slot.item).collect();
    begun.windows(2).filter(|pair| pair[0] > pair[1]).count()
}

/// The order that the search finds, as near as may be to the one that it began from, and those from which it began
/// with nothing left to move: first days and limits may suit them better. It begins from the former plan's order,
/// where there is one, and from the order of the first pass.
fn orders(indexed: &Indexed, dated: &Dated, first: &Run) -> Vec<Vec<u32>> {
    let count = dated.len() as u64;
    let most = (STEPS_PER_PAIR * count * count).min(STEPS_PER_ITEM * count).min(STEPS);
    let mut steps = 0;
    let starts = indexed.near.then(|| by_number(dated)).into_iter().chain([by_end(dated, first)]);
    let starts = starts.map(|order| Sequence::new(dated, order)).filter(Sequence::keeps_deadlines);
    let mut starts: Vec<Sequence> = starts.collect();
    for (done, start) in starts.iter_mut().enumerate() {
        descend(start, most * (done as u64 + 1) / 3, &mut steps);
    }
    let Some(mut found) = starts.iter().min_by_key(|start| start.cost).cloned() else { return Vec::new() };
    search(&mut found, most, &mut steps);
    let former = if indexed.near { by_number(dated) } else { by_end(dated, first) };
    bring_near(&mut found, &former, steps + most / 4, &mut steps);
    let tried = if count > MANY { 1 } else { 3 };
    std::iter::once(found).chain(starts).take(tried).map(|it| it.order).collect()
}

/// The dated items by the end of their last session.
fn by_end(dated: &Dated, run: &Run) -> Vec<u32> {
    let mut order: Vec<u32> = (0..dated.len() as u32).collect();
    order.sort_by_key(|d| run.end[dated.items[*d as usize] as usize]);
    order
}

/// The dated items by number, what they wait for with them.
fn by_number(dated: &Dated) -> Vec<u32> {
    let number = |d: u32| dated.items[d as usize];
    let first = |d: &u32| dated.needing(dated.part[*d as usize]).map(number).min();
    let mut order: Vec<u32> = (0..dated.len() as u32).collect();
    order.sort_by_key(first);
    order
}
