//! Early value: what brings most readiness for an hour comes first (MODEL.md, section 4).

use super::ItemKey;
use std::cmp::Ordering;
use std::collections::{BinaryHeap, HashMap};

/// What an item brings and takes: readiness that it adds, in shares of a weight, and minutes.
#[derive(Clone, Copy)]
pub(super) struct Worth {
    /// Weight over required level, times 840 so that it is whole for 1 to 8; threefold for what the rung cannot be reached
    /// without. 0 for what only something else builds on.
    pub gain: u64,
    pub minutes: u64,
}

impl Worth {
    fn and(self, other: Self) -> Self {
        Self { gain: self.gain + other.gain, minutes: self.minutes + other.minutes }
    }

    /// Compares what is brought for a minute.
    fn rate(self, other: Self) -> Ordering {
        let (here, there) = (u128::from(self.gain), u128::from(other.gain));
        (here * u128::from(other.minutes.max(1))).cmp(&(there * u128::from(self.minutes.max(1))))
    }
}

struct Ready {
    worth: Worth,
    index: usize,
}

impl Ord for Ready {
    fn cmp(&self, other: &Self) -> Ordering {
        self.worth.rate(other.worth).then_with(|| other.index.cmp(&self.index))
    }
}

impl PartialOrd for Ready {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Ready {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Ready {}

/// An order of items in which what comes first stands before what waits for it and, among those that could be next, the one
/// that brings most for its time, alone or together with the best chain of items that it opens. `after[i]` are the items that
/// item `i` waits for; there is no cycle.
pub(super) fn by_early_value(worths: &[Worth], after: &[Vec<usize>]) -> Vec<usize> {
    let mut opens = vec![Vec::new(); worths.len()];
    let mut waits: Vec<usize> = after.iter().map(Vec::len).collect();
    for (index, before) in after.iter().enumerate() {
        before.iter().for_each(|first| opens[*first].push(index));
    }
    let mut best = worths.to_vec();
    for index in backward(&opens, &waits) {
        for next in &opens[index] {
            let chain = worths[index].and(best[*next]);
            if chain.rate(best[index]) == Ordering::Greater {
                best[index] = chain;
            }
        }
    }
    let ready = |index: usize| Ready { worth: best[index], index };
    let mut heap: BinaryHeap<Ready> = (0..worths.len()).filter(|i| waits[*i] == 0).map(ready).collect();
    let mut order = Vec::with_capacity(worths.len());
    while let Some(Ready { index, .. }) = heap.pop() {
        order.push(index);
        for next in &opens[index] {
            waits[*next] -= 1;
            if waits[*next] == 0 {
                heap.push(ready(*next));
            }
        }
    }
    order
}

/// Items, each after everything that it opens.
fn backward(opens: &[Vec<usize>], waits: &[usize]) -> Vec<usize> {
    let mut waits = waits.to_vec();
    let mut order: Vec<usize> = (0..opens.len()).filter(|i| waits[*i] == 0).collect();
    let mut at = 0;
    while at < order.len() {
        for next in &opens[order[at]] {
            waits[*next] -= 1;
            if waits[*next] == 0 {
                order.push(*next);
            }
        }
        at += 1;
    }
    order.reverse();
    order
}

/// What each key brings, summed over all that asks for it.
#[derive(Default)]
pub(super) struct Gains(HashMap<ItemKey, u64>);

impl Gains {
    /// Adds the share of a requirement that one of its levels is worth.
    pub fn add(&mut self, key: &str, weight: u32, required: u8, is_core: bool) {
        let share = u64::from(weight) * 840 / u64::from(required.max(1)) * if is_core { 3 } else { 1 };
        *self.0.entry(key.to_owned()).or_default() += share;
    }

    /// What a key brings.
    pub fn of(&self, key: &str) -> u64 {
        self.0.get(key).copied().unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn worth(gain: u64, minutes: u64) -> Worth {
        Worth { gain, minutes }
    }

    #[test]
    fn what_brings_most_for_an_hour_comes_first() {
        let order =
            by_early_value(&[worth(10, 100), worth(10, 10), worth(1, 1000)], &[vec![], vec![], vec![]]);
        assert_eq!(order, [1, 0, 2]);
    }

    #[test]
    fn a_dull_item_that_opens_a_good_one_comes_early() {
        // 0 opens 1, which brings much; 2 brings a little.
        let order =
            by_early_value(&[worth(0, 10), worth(100, 10), worth(10, 10)], &[vec![], vec![0], vec![]]);
        assert_eq!(order, [0, 1, 2]);
    }
}
