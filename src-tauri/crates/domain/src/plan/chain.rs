//! The chain of items that decides when something ends.

use super::{Because, ItemKey, PlanProblem, Schedule};
use std::collections::{HashMap, HashSet};

/// The critical chain of the plan: that of the item with the last session. None when there is nothing to do.
pub fn critical_chain(problem: &PlanProblem, schedule: &Schedule) -> Vec<ItemKey> {
    let last = schedule.sessions.last();
    last.map_or_else(Vec::new, |last| critical_chain_to(problem, schedule, &last.item))
}

/// The chain that decides when an item ends, in order of time, itself last: each starts when it does because of the
/// one before (it waits for it, had its time taken by it, or had to let it end under the focus limit). The first one
/// starts with the plan, on its first day or on a pinned one. An item without work has the chain of the item it waits
/// for that ends last. None for an unknown item.
///
/// This is the resource-constrained critical chain as far as starts go: what interrupts an item after its first
/// session is not on it.
pub fn critical_chain_to(problem: &PlanProblem, schedule: &Schedule, item: &ItemKey) -> Vec<ItemKey> {
    let place: HashMap<&str, usize> =
        schedule.items.iter().enumerate().map(|(i, planned)| (planned.id.as_str(), i)).collect();
    let mut last_place: HashMap<&str, usize> = HashMap::new();
    last_place.extend(schedule.sessions.iter().enumerate().map(|(at, it)| (it.item.as_str(), at)));
    let mut chain = Vec::new();
    let mut seen = HashSet::new();
    let mut next = place.get(item.as_str()).copied();
    while let Some(i) = next.filter(|i| seen.insert(*i)) {
        let planned = &schedule.items[i];
        let before = match &planned.because {
            Because::Capacity { item } | Because::WaitsFor { item } | Because::FocusLimit { item } => {
                Some(item)
            }
            Because::NothingToDo => {
                let awaited = problem.items.get(i).into_iter().flat_map(|item| &item.after);
                awaited.max_by_key(|id| last_place.get(id.as_str()))
            }
            Because::Start | Because::NotBefore { .. } | Because::Pinned { .. } => None,
        };
        if planned.starts.is_some() {
            chain.push(planned.id.clone());
        }
        next = before.and_then(|id| place.get(id.as_str()).copied());
    }
    chain.reverse();
    chain
}
