//! An order of the items and what it costs, without calendar, first days and limits: one after the other.

/// What the search needs to know of the items. All times are available minutes from the start.
pub(super) struct Jobs<'a> {
    pub minutes: Vec<u64>,
    /// Weight of an item with a soft due date; 0 for the others.
    pub weight: Vec<u64>,
    /// End of its soft due day.
    pub due: Vec<u64>,
    /// The end that its hard due date allows.
    pub deadline: Vec<u64>,
    pub before: &'a [Vec<u32>],
    pub after: &'a [Vec<u32>],
}

impl Jobs<'_> {
    /// Weighted lateness of an item that ends then.
    fn cost(&self, item: u32, end: u64) -> u64 {
        self.weight[item as usize] * end.saturating_sub(self.due[item as usize])
    }
}

/// An order in which nothing stands before what it waits for and no deadline is missed.
#[derive(Clone)]
pub(super) struct Order<'a> {
    jobs: &'a Jobs<'a>,
    pub items: Vec<u32>,
    place: Vec<u32>,
    /// End of the item at each place.
    end: Vec<u64>,
    pub cost: u64,
}

/// The gain of a move: where the block goes, and what it saves.
struct Move {
    to: usize,
    saves: u64,
}

impl<'a> Order<'a> {
    /// Builds an order from one in which nothing stands before what it waits for; `None` when a deadline is missed.
    pub fn new(jobs: &'a Jobs<'a>, items: Vec<u32>) -> Option<Self> {
        let n = items.len();
        let mut order = Self { jobs, items, place: vec![0; n], end: vec![0; n], cost: 0 };
        order.settle(0, n);
        order.cost = (0..n).map(|at| jobs.cost(order.items[at], order.end[at])).sum();
        let kept = |at: usize| order.end[at] <= jobs.deadline[order.items[at] as usize];
        (0..n).all(kept).then_some(order)
    }

    /// Reckons places and ends of a stretch anew.
    fn settle(&mut self, from: usize, to: usize) {
        let mut end = if from == 0 { 0 } else { self.end[from - 1] };
        for at in from..to {
            let item = self.items[at] as usize;
            end += self.jobs.minutes[item];
            self.place[item] = at as u32;
            self.end[at] = end;
        }
    }

    /// The best place further back for the block, by places passed; `steps` counts the work.
    fn best_later(&self, from: usize, to: usize, reach: usize, steps: &mut u64) -> Option<Move> {
        let block = &self.items[from..to];
        let waiting = block.iter().flat_map(|item| &self.jobs.after[*item as usize]);
        let places = waiting.map(|item| self.place[*item as usize] as usize).filter(|place| *place >= to);
        let last = places.min().unwrap_or(self.items.len()).min(to + reach);
        let minutes: u64 = block.iter().map(|item| self.jobs.minutes[*item as usize]).sum();
        let own: u64 = (from..to).map(|at| self.jobs.cost(self.items[at], self.end[at])).sum();
        let (mut shift, mut saved) = (0, 0);
        let mut best: Option<Move> = None;
        for at in to..last {
            let passed = self.items[at];
            shift += self.jobs.minutes[passed as usize];
            saved += self.jobs.cost(passed, self.end[at]) - self.jobs.cost(passed, self.end[at] - minutes);
            *steps += 1 + block.len() as u64;
            let kept =
                (from..to).all(|at| self.end[at] + shift <= self.jobs.deadline[self.items[at] as usize]);
            if !kept {
                break;
            }
            let moved: u64 = (from..to).map(|at| self.jobs.cost(self.items[at], self.end[at] + shift)).sum();
            let saves = saved.saturating_sub(moved - own);
            if saves > best.as_ref().map_or(0, |best| best.saves) {
                best = Some(Move { to: at + 1, saves });
            }
        }
        best
    }

    /// The best place further ahead for the block.
    fn best_earlier(&self, from: usize, to: usize, reach: usize, steps: &mut u64) -> Option<Move> {
        let block = &self.items[from..to];
        let awaited = block.iter().flat_map(|item| &self.jobs.before[*item as usize]);
        let places = awaited.map(|item| self.place[*item as usize] as usize).filter(|place| *place < from);
        let first = places.max().map_or(0, |place| place + 1).max(from.saturating_sub(reach));
        let minutes: u64 = block.iter().map(|item| self.jobs.minutes[*item as usize]).sum();
        let own: u64 = (from..to).map(|at| self.jobs.cost(self.items[at], self.end[at])).sum();
        let (mut shift, mut spent) = (0, 0);
        let mut best: Option<Move> = None;
        for at in (first..from).rev() {
            let passed = self.items[at];
            *steps += 1 + block.len() as u64;
            if self.end[at] + minutes > self.jobs.deadline[passed as usize] {
                break;
            }
            shift += self.jobs.minutes[passed as usize];
            spent += self.jobs.cost(passed, self.end[at] + minutes) - self.jobs.cost(passed, self.end[at]);
            let moved: u64 = (from..to).map(|at| self.jobs.cost(self.items[at], self.end[at] - shift)).sum();
            let saves = (own - moved).saturating_sub(spent);
            if saves > best.as_ref().map_or(0, |best| best.saves) {
                best = Some(Move { to: at, saves });
            }
        }
        best
    }

    /// Moves a block of neighbours to where it saves most; whether it saves anything.
    pub fn improve(&mut self, from: usize, length: usize, reach: usize, steps: &mut u64) -> bool {
        let to = from + length;
        let later = self.best_later(from, to, reach, steps);
        let earlier = self.best_earlier(from, to, reach, steps);
        let saves = |it: &Option<Move>| it.as_ref().map_or(0, |it| it.saves);
        let (first, last) = match (&later, &earlier) {
            (Some(it), _) if it.saves >= saves(&earlier) => {
                self.items[from..it.to].rotate_left(length);
                (from, it.to)
            }
            (_, Some(it)) => {
                self.items[it.to..to].rotate_right(length);
                (it.to, to)
            }
            _ => return false,
        };
        self.cost -= saves(&later).max(saves(&earlier));
        self.settle(first, last);
        *steps += (last - first) as u64;
        true
    }

    /// Exchanges two neighbouring blocks whatever it costs, unless something would stand before what it waits for or a
    /// deadline would be missed.
    pub fn disturb(&mut self, from: usize, middle: usize, to: usize) {
        let waits = |later: &u32| {
            let before = &self.jobs.before[*later as usize];
            before.iter().any(|item| (from..middle).contains(&(self.place[*item as usize] as usize)))
        };
        if self.items[middle..to].iter().any(waits) {
            return;
        }
        let old = self.clone_stretch(from, to);
        self.items[from..to].rotate_left(middle - from);
        self.settle(from, to);
        let kept = (from..to).all(|at| self.end[at] <= self.jobs.deadline[self.items[at] as usize]);
        if kept {
            let new = self.stretch_cost(from, to);
            self.cost = self.cost - old.1 + new;
        } else {
            self.items[from..to].copy_from_slice(&old.0);
            self.settle(from, to);
        }
    }

    fn clone_stretch(&self, from: usize, to: usize) -> (Vec<u32>, u64) {
        (self.items[from..to].to_vec(), self.stretch_cost(from, to))
    }

    fn stretch_cost(&self, from: usize, to: usize) -> u64 {
        (from..to).map(|at| self.jobs.cost(self.items[at], self.end[at])).sum()
    }
}
