//! A local search for an order of the dated items with less weighted lateness: deterministic, bounded by steps and not by a
//! clock.

use super::sequence::Sequence;

/// The farthest that an item is moved, in dated items.
const REACH: usize = 300;
/// The farthest that a disturbance moves an item.
const NEAR: usize = 8;

/// Moves items to where they save most, as long as one saves anything and `most` steps are not passed.
pub(super) fn descend(order: &mut Sequence, most: u64, steps: &mut u64) {
    let mut todo = Todo::new(order.order.len());
    order.order.iter().rev().for_each(|d| todo.add(*d));
    settle(order, &mut todo, most, steps);
}

/// The best order that the search finds from this one: disturbs it a little at one place, moves what that touched to
/// where it saves most, and goes on from what is no worse. Of orders that cost the same the one that was found first
/// is kept.
pub(super) fn search(order: &mut Sequence, most: u64, steps: &mut u64) {
    let n = order.order.len();
    if n < 3 {
        return;
    }
    let mut chance = Chance(0x9E37_79B9_7F4A_7C15);
    let mut found = order.clone();
    let mut best = order.clone();
    let mut todo = Todo::new(n);
    let mut last = best.last_late();
    while *steps < most && best.cost > 0 {
        let (mut low, mut high) = disturb(order, &mut chance, last, steps);
        *steps += 20;
        for d in &order.order[low..high] {
            todo.add(*d);
        }
        let touched = settle(order, &mut todo, most, steps);
        low = low.min(touched.0);
        high = high.max(touched.1);
        *steps += 2 * (high - low) as u64;
        if order.cost <= best.cost {
            best.copy_stretch(order, low, high);
            last = best.last_late();
            if best.cost < found.cost {
                found.clone_from(&best);
            }
        } else {
            order.copy_stretch(&best, low, high);
        }
    }
    order.clone_from(&found);
}

/// Brings the items nearer to a former order, neighbour by neighbour, where that costs nothing.
pub(super) fn bring_near(order: &mut Sequence, former: &[u32], most: u64, steps: &mut u64) {
    let mut place = vec![0; former.len()];
    former.iter().enumerate().for_each(|(at, d)| place[*d as usize] = at);
    for from in 1..order.order.len() {
        let mut at = from;
        while at > 0 && *steps < most {
            let inverted = place[order.order[at] as usize] < place[order.order[at - 1] as usize];
            let free = order.best_earlier(at, 1, true, steps).filter(|it| inverted && it.saves >= 0);
            let Some(it) = free else { break };
            order.move_earlier(at, it);
            at = it.to;
        }
    }
}

/// Moves one to three items that stand near each other a little; gives the stretch that it touched.
fn disturb(order: &mut Sequence, chance: &mut Chance, last: usize, steps: &mut u64) -> (usize, usize) {
    let n = order.order.len();
    let middle = chance.below((last + 2).min(n));
    let (mut low, mut high) = (middle, middle);
    for _ in 0..1 + chance.below(3) {
        let from = (middle + chance.below(2 * NEAR)).saturating_sub(NEAR).min(n - 1);
        let reach = 1 + chance.below(NEAR);
        let earlier = chance.below(2) == 0;
        let moved = if earlier {
            let it = order.best_earlier(from, reach, true, steps);
            it.inspect(|it| order.move_earlier(from, *it))
        } else {
            let it = order.best_later(from, reach, true, steps);
            it.inspect(|it| order.move_later(from, *it))
        };
        if let Some(it) = moved {
            low = low.min(from).min(it.to);
            high = high.max(from + 1).max(it.to + 1);
        }
    }
    (low, high)
}

/// Moves the items of the list to where they save most, and whatever that touches; gives the stretch that was touched.
fn settle(order: &mut Sequence, todo: &mut Todo, most: u64, steps: &mut u64) -> (usize, usize) {
    let mut touched = (usize::MAX, 0);
    while let Some(d) = todo.take() {
        if *steps >= most {
            continue;
        }
        let from = order.place_of(d);
        let later = order.best_later(from, REACH, false, steps);
        let earlier = order.best_earlier(from, REACH, false, steps);
        let (low, high) = match (earlier, later) {
            (Some(it), other) if other.is_none_or(|other| it.saves >= other.saves) => {
                order.move_earlier(from, it);
                (it.to, from + 1)
            }
            (_, Some(it)) => {
                order.move_later(from, it);
                (from, it.to + 1)
            }
            _ => continue,
        };
        *steps += 4 * (high - low) as u64;
        touched = (touched.0.min(low), touched.1.max(high));
        for d in &order.order[low..high] {
            todo.add(*d);
        }
    }
    touched
}

/// Items to look at, each once.
struct Todo {
    list: Vec<u32>,
    listed: Vec<bool>,
}

impl Todo {
    fn new(n: usize) -> Self {
        Self { list: Vec::with_capacity(n), listed: vec![false; n] }
    }

    fn add(&mut self, d: u32) {
        if !std::mem::replace(&mut self.listed[d as usize], true) {
            self.list.push(d);
        }
    }

    fn take(&mut self) -> Option<u32> {
        let d = self.list.pop()?;
        self.listed[d as usize] = false;
        Some(d)
    }
}

/// A xorshift generator (Marsaglia 2003): the same numbers every time.
struct Chance(u64);

impl Chance {
    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        ((self.0 >> 11) % bound.max(1) as u64) as usize
    }
}
