//! What a search for less lateness needs to know of a problem: the items with a due date, and the work before each.
//!
//! Calendar, first days, pins and limits are left out: one item stands after the other on the axis of available minutes.
//! There, what has no due date is best done right before the first item with one that needs it, or at the end. So an order
//! of the items with a due date alone says all that matters, and moving one of them takes along what it waits for.

use super::DueKind;
use super::index::Indexed;

/// The items with a due date ("dated"), and the work that they need ("parts"). Minutes are available ones from the start.
pub(super) struct Dated {
    /// Number of each dated item in the problem, predecessors first.
    pub items: Vec<u32>,
    /// Weight of each with a soft due date; 0 for a hard one.
    pub weight: Vec<u64>,
    /// End of its soft due day.
    pub due: Vec<u64>,
    /// The end that its hard due date allows.
    pub deadline: Vec<u64>,
    /// The part that each dated item ends.
    pub part: Vec<u32>,
    /// Minutes of each part: items that the same dated ones need, together.
    pub minutes: Vec<u64>,
    words: usize,
    /// By part, a bit for each dated item that needs it.
    needed_by: Vec<u64>,
    /// The part of each item of the problem; none where nothing dated needs it.
    part_of: Vec<u32>,
}

/// The part of an item that nothing dated needs.
const NONE: u32 = u32::MAX;

impl Dated {
    /// Reads a problem. `hard` minutes of lateness of the hard due dates cannot be helped.
    pub fn new(indexed: &Indexed, hard: u32) -> Self {
        let n = indexed.len();
        let is_dated = |i: &u32| indexed.due[*i as usize].is_some() && indexed.minutes[*i as usize] > 0;
        let items: Vec<u32> = indexed.order.iter().copied().filter(is_dated).collect();
        let words = items.len().div_ceil(64);
        let mut dated = Self {
            weight: vec![0; items.len()],
            due: vec![0; items.len()],
            deadline: vec![u64::MAX; items.len()],
            part: vec![NONE; items.len()],
            minutes: Vec::new(),
            words,
            needed_by: Vec::new(),
            part_of: vec![NONE; n],
            items,
        };
        for at in 0..dated.items.len() {
            let i = dated.items[at] as usize;
            let Some(due) = indexed.due[i] else { continue };
            let until = u64::from(indexed.days.until_end_of(due.day));
            match due.kind {
                DueKind::Hard => dated.deadline[at] = until + u64::from(hard),
                DueKind::Soft => (dated.due[at], dated.weight[at]) = (until, u64::from(indexed.weight(i))),
            }
        }
        dated.divide(indexed);
        dated
    }

    /// Divides the work into parts, successors first: an item needed by the same dated ones as one of its successors is
    /// of the same part.
    fn divide(&mut self, indexed: &Indexed) {
        let mut number = vec![NONE; indexed.len()];
        self.items.iter().enumerate().for_each(|(at, i)| number[*i as usize] = at as u32);
        let mut row = vec![0; self.words];
        for &i in indexed.order.iter().rev() {
            row.fill(0);
            let own = number[i as usize];
            if own != NONE {
                row[own as usize / 64] |= 1 << (own % 64);
            }
            let after = indexed.after[i as usize].iter().map(|j| self.part_of[*j as usize]);
            for next in after.clone().filter(|part| *part != NONE) {
                row.iter_mut().zip(self.row(next)).for_each(|(word, next)| *word |= next);
            }
            if row.iter().all(|word| *word == 0) {
                continue;
            }
            let same = after.filter(|part| *part != NONE).find(|part| self.row(*part) == row);
            let part = same.unwrap_or_else(|| {
                self.needed_by.extend_from_slice(&row);
                self.minutes.push(0);
                self.minutes.len() as u32 - 1
            });
            self.part_of[i as usize] = part;
            self.minutes[part as usize] += u64::from(indexed.minutes[i as usize]);
            if own != NONE {
                self.part[own as usize] = part;
            }
        }
    }

    fn row(&self, part: u32) -> &[u64] {
        &self.needed_by[part as usize * self.words..][..self.words]
    }

    /// How many dated items there are.
    pub fn len(&self) -> usize {
        self.items.len()
    }

    /// Whether a dated item needs a part.
    pub fn needs(&self, dated: u32, part: u32) -> bool {
        let word = self.needed_by[part as usize * self.words + dated as usize / 64];
        word >> (dated % 64) & 1 == 1
    }

    /// Whether the dated item `later` waits for the dated item `first`, directly or not.
    pub fn waits(&self, later: u32, first: u32) -> bool {
        self.needs(later, self.part[first as usize])
    }

    /// The dated items that need a part.
    pub fn needing(&self, part: u32) -> impl Iterator<Item = u32> + '_ {
        self.row(part).iter().enumerate().flat_map(|(at, word)| {
            let mut rest = *word;
            std::iter::from_fn(move || {
                (rest != 0).then(|| {
                    let bit = rest.trailing_zeros();
                    rest &= rest - 1;
                    at as u32 * 64 + bit
                })
            })
        })
    }

    /// Weighted lateness of a dated item that ends then.
    pub fn cost(&self, dated: u32, end: u64) -> u64 {
        self.weight[dated as usize] * end.saturating_sub(self.due[dated as usize])
    }

    /// The rank of each item of the problem in an order of the dated ones: the place of the first that needs it; what none
    /// of them needs comes last.
    pub fn ranks(&self, order: &[u32]) -> Vec<u32> {
        let mut place = vec![0; order.len()];
        order.iter().enumerate().for_each(|(at, dated)| place[*dated as usize] = at as u32);
        let first = |part: u32| self.needing(part).map(|dated| place[dated as usize]).min();
        let of_part: Vec<u32> =
            (0..self.minutes.len() as u32).map(|part| first(part).unwrap_or(order.len() as u32)).collect();
        let rank = |part: &u32| of_part.get(*part as usize).copied().unwrap_or(order.len() as u32);
        self.part_of.iter().map(rank).collect()
    }
}
