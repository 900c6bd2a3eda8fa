//! An order of the dated items, what it costs, and moves that make it cheaper.

use super::dated::Dated;

/// An order of the dated items in which nothing stands before what it waits for. Each part belongs to the first item that
/// needs it and is done right before it.
#[derive(Clone)]
pub(super) struct Sequence<'a> {
    dated: &'a Dated,
    pub order: Vec<u32>,
    place: Vec<u32>,
    /// By dated item: the parts that belong to it, and their minutes.
    parts: Vec<Vec<u32>>,
    work: Vec<u64>,
    /// End of the item at each place.
    end: Vec<u64>,
    /// Sum of the weights from each place on.
    weight: Vec<u64>,
    pub cost: u64,
    /// Reused memory: the block that moves with its own minutes, and parts that it has not lost yet.
    block: Vec<(u32, u64)>,
    held: Vec<(u32, u32)>,
}

/// A move of the item at a place: to where, and what it saves; negative when it costs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Move {
    pub to: usize,
    pub saves: i64,
}

impl<'a> Sequence<'a> {
    /// Builds a sequence from an order in which nothing stands before what it waits for.
    pub fn new(dated: &'a Dated, order: Vec<u32>) -> Self {
        let n = order.len();
        let mut it = Self {
            dated,
            place: vec![0; n],
            parts: vec![Vec::new(); n],
            work: vec![0; n],
            end: vec![0; n],
            weight: vec![0; n + 1],
            cost: 0,
            block: Vec::new(),
            held: Vec::new(),
            order,
        };
        it.order.iter().enumerate().for_each(|(at, d)| it.place[*d as usize] = at as u32);
        for part in 0..dated.minutes.len() as u32 {
            let first = dated.needing(part).min_by_key(|d| it.place[*d as usize]);
            if let Some(first) = first {
                it.parts[first as usize].push(part);
                it.work[first as usize] += dated.minutes[part as usize];
            }
        }
        it.settle(0, n);
        it.cost = (0..n).map(|at| dated.cost(it.order[at], it.end[at])).sum();
        it
    }

    /// Whether every deadline is kept.
    pub fn keeps_deadlines(&self) -> bool {
        self.order.iter().zip(&self.end).all(|(d, end)| *end <= self.dated.deadline[*d as usize])
    }

    /// Takes over a stretch of another sequence that differs from this one only there.
    pub fn copy_stretch(&mut self, other: &Self, from: usize, to: usize) {
        for at in from..to {
            let d = other.order[at];
            self.order[at] = d;
            self.place[d as usize] = at as u32;
            self.parts[d as usize].clone_from(&other.parts[d as usize]);
            self.work[d as usize] = other.work[d as usize];
            self.end[at] = other.end[at];
            self.weight[at] = other.weight[at];
        }
        self.cost = other.cost;
    }

    /// The last place of an item that is late; 0 when none is.
    pub fn last_late(&self) -> usize {
        let late = |at: &usize| self.dated.cost(self.order[*at], self.end[*at]) > 0;
        (0..self.order.len()).rev().find(late).unwrap_or(0)
    }

    /// Where a dated item stands.
    pub fn place_of(&self, d: u32) -> usize {
        self.place[d as usize] as usize
    }

    /// Reckons places, ends and weights of a stretch anew.
    fn settle(&mut self, from: usize, to: usize) {
        let mut end = self.begin(from);
        for at in from..to {
            let d = self.order[at] as usize;
            end += self.work[d];
            self.place[d] = at as u32;
            self.end[at] = end;
        }
        for at in (from..to).rev() {
            self.weight[at] = self.weight[at + 1] + self.dated.weight[self.order[at] as usize];
        }
    }

    fn begin(&self, at: usize) -> u64 {
        if at == 0 { 0 } else { self.end[at - 1] }
    }

    /// The best place further ahead for the item at `from`, at most `reach` places away; what it waits for moves along.
    /// With `any` the farthest allowed one, whatever it costs. Counts the work in `steps`.
    pub fn best_earlier(&mut self, from: usize, reach: usize, any: bool, steps: &mut u64) -> Option<Move> {
        let (dated, d) = (self.dated, self.order[from]);
        let mut block = std::mem::take(&mut self.block);
        block.clear();
        block.push((d, self.work[d as usize]));
        let mut minutes = self.work[d as usize];
        let mut own = dated.cost(d, self.end[from]);
        let mut spent = 0;
        let mut best: Option<Move> = None;
        for at in (from.saturating_sub(reach)..from).rev() {
            let passed = self.order[at];
            *steps += 1;
            if dated.waits(d, passed) {
                // The block is kept with its last item first.
                block.push((passed, self.work[passed as usize]));
                minutes += self.work[passed as usize];
                own += dated.cost(passed, self.end[at]);
                continue;
            }
            let end = self.end[at] + minutes;
            if end > dated.deadline[passed as usize] {
                break;
            }
            spent += dated.cost(passed, end) - dated.cost(passed, self.end[at]);
            if spent >= own && !any {
                break;
            }
            let parts = &self.parts[passed as usize];
            *steps += parts.len() as u64;
            for &part in parts.iter().filter(|part| dated.needs(d, **part)) {
                minutes += dated.minutes[part as usize];
                let owner = block.iter().rposition(|(it, _)| dated.needs(*it, part)).unwrap_or(0);
                block[owner].1 += dated.minutes[part as usize];
            }
            let mut end = self.begin(at);
            let mut moved = spent;
            for (it, work) in block.iter().rev() {
                end += work;
                moved += dated.cost(*it, end);
            }
            *steps += block.len() as u64;
            let saves = own as i64 - moved as i64;
            if any || saves > best.map_or(0, |best| best.saves) {
                best = Some(Move { to: at, saves });
            }
        }
        self.block = block;
        best
    }

    /// The best place further back for the item at `from`; what waits for it moves along.
    pub fn best_later(&mut self, from: usize, reach: usize, any: bool, steps: &mut u64) -> Option<Move> {
        let (dated, d) = (self.dated, self.order[from]);
        let mut block = std::mem::take(&mut self.block);
        let mut held = std::mem::take(&mut self.held);
        block.clear();
        held.clear();
        block.push((d, self.work[d as usize]));
        held.extend(self.parts[d as usize].iter().map(|part| (*part, 0)));
        let mut minutes = self.work[d as usize];
        let mut own = dated.cost(d, self.end[from]);
        let mut saved = 0;
        let mut best: Option<Move> = None;
        for at in from + 1..self.order.len().min(from + reach + 1) {
            let passed = self.order[at];
            *steps += 1;
            if dated.waits(passed, d) {
                let owner = block.len() as u32;
                block.push((passed, self.work[passed as usize]));
                held.extend(self.parts[passed as usize].iter().map(|part| (*part, owner)));
                minutes += self.work[passed as usize];
                own += dated.cost(passed, self.end[at]);
                continue;
            }
            *steps += held.len() as u64;
            held.retain(|(part, owner)| {
                let lost = dated.needs(passed, *part);
                if lost {
                    minutes -= dated.minutes[*part as usize];
                    block[*owner as usize].1 -= dated.minutes[*part as usize];
                }
                !lost
            });
            saved += dated.cost(passed, self.end[at]) - dated.cost(passed, self.end[at] - minutes);
            let mut end = self.end[at];
            let mut moved = 0;
            let mut kept = true;
            for (it, work) in block.iter().rev() {
                kept &= end <= dated.deadline[*it as usize];
                moved += dated.cost(*it, end);
                end -= work;
            }
            *steps += block.len() as u64;
            if !kept {
                break;
            }
            let saves = (own + saved) as i64 - moved as i64;
            if any || saves > best.map_or(0, |best| best.saves) {
                best = Some(Move { to: at, saves });
            }
            if !any && own + saved + minutes * self.weight[at + 1] <= moved {
                break;
            }
        }
        (self.block, self.held) = (block, held);
        best
    }

    /// Does a move of [`Self::best_earlier`].
    pub fn move_earlier(&mut self, from: usize, it: Move) {
        let (dated, d) = (self.dated, self.order[from]);
        let old: Vec<u32> = self.order[it.to..=from].to_vec();
        let (block, passed): (Vec<u32>, Vec<u32>) = old.iter().partition(|x| **x == d || dated.waits(d, **x));
        for &x in &passed {
            let mut parts = std::mem::take(&mut self.parts[x as usize]);
            parts.retain(|&part| {
                let lost = dated.needs(d, part);
                if lost {
                    let owner = block.iter().find(|y| dated.needs(**y, part)).copied().unwrap_or(d);
                    self.parts[owner as usize].push(part);
                    self.work[owner as usize] += dated.minutes[part as usize];
                    self.work[x as usize] -= dated.minutes[part as usize];
                }
                !lost
            });
            self.parts[x as usize] = parts;
        }
        self.put(it, it.to, block.into_iter().chain(passed));
    }

    /// Does a move of [`Self::best_later`].
    pub fn move_later(&mut self, from: usize, it: Move) {
        let (dated, d) = (self.dated, self.order[from]);
        let old: Vec<u32> = self.order[from..=it.to].to_vec();
        let (block, passed): (Vec<u32>, Vec<u32>) = old.iter().partition(|x| **x == d || dated.waits(**x, d));
        for &x in &block {
            let mut parts = std::mem::take(&mut self.parts[x as usize]);
            let place = self.place[x as usize];
            parts.retain(|&part| {
                let after = passed.iter().filter(|y| self.place[**y as usize] > place);
                let taker = after.clone().find(|y| dated.needs(**y, part)).copied();
                if let Some(y) = taker {
                    self.parts[y as usize].push(part);
                    self.work[y as usize] += dated.minutes[part as usize];
                    self.work[x as usize] -= dated.minutes[part as usize];
                }
                taker.is_none()
            });
            self.parts[x as usize] = parts;
        }
        self.put(it, from, passed.into_iter().chain(block));
    }

    fn put(&mut self, it: Move, from: usize, items: impl Iterator<Item = u32>) {
        let mut to = from;
        for d in items {
            self.order[to] = d;
            to += 1;
        }
        self.settle(from, to);
        self.cost = (self.cost as i64 - it.saves) as u64;
    }
}
