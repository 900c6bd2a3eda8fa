//! Which items to leave out so that the rest is done in time.

use super::ItemKey;
use super::trials::{Trial, Trials};

/// Most sets that are looked at, and most of them that are solved.
const LOOKED_AT: u32 = 4_000;
const SOLVED: u32 = 5;
/// Most items of a set: whoever has to drop more needs another plan.
const MOST: usize = 30;

/// What is wanted of the items to leave out. Items by place in the problem.
pub(super) struct Wanted<'a> {
    /// The minutes that they must free, at least.
    pub minutes: u64,
    /// The minutes that each frees.
    pub gain: &'a [u64],
    /// Those that must go in any case.
    pub must: &'a [usize],
    /// Which may go.
    pub may_go: &'a dyn Fn(usize) -> bool,
}

/// An item and what waits for it.
struct Root {
    all: Vec<usize>,
    weight: u64,
    gain: u64,
}

/// The keys, in the order of the problem, of the items of least weight, then fewest, that a bounded search finds:
/// without them `rest` of the solved problem, the minutes that are still missing, is 0. What waits for an item goes
/// with it. None when thirty are not enough.
pub(super) fn cheapest(
    trials: &mut Trials,
    wanted: &Wanted,
    rest: impl Fn(&Trial) -> u64,
) -> Option<Vec<ItemKey>> {
    let items = &trials.problem.items;
    let roots: Vec<Root> = (0..items.len())
        .filter(|i| items[*i].minutes > 0 && (wanted.may_go)(*i))
        .map(|i| trials.with_waiting(i))
        .filter(|all| all.len() <= MOST && all.iter().all(|i| (wanted.may_go)(*i)))
        .map(|all| Root {
            weight: all.iter().map(|i| u64::from(items[*i].weight)).sum(),
            gain: all.iter().map(|i| wanted.gain[*i]).sum(),
            all,
        })
        .filter(|root| root.gain > 0)
        .collect();
    let mut cover = Cover::new(trials, wanted, roots)?;
    let mut minutes = wanted.minutes;
    for _ in 0..SOLVED {
        let set = cover.least(minutes)?;
        let left = trials.without(&set).map_or(1, |trial| rest(&trial));
        if left == 0 {
            return Some(set.into_iter().map(|i| items[i].id.clone()).collect());
        }
        // What went was not all in the way: more has to go.
        minutes = cover.found_gain.max(minutes) + left.max(1);
    }
    None
}

/// The search for a set of least weight that frees enough: branch and bound, the best gain for its weight first.
struct Cover<'a> {
    wanted: &'a Wanted<'a>,
    weights: Vec<u64>,
    roots: Vec<Root>,
    /// How many of the chosen roots hold each item.
    held: Vec<u32>,
    best: Option<(u64, usize)>,
    found: Vec<usize>,
    found_gain: u64,
    looked_at: u32,
}

/// Weight, number and gain of a set.
#[derive(Clone, Copy, Default)]
struct Sum {
    weight: u64,
    count: usize,
    gain: u64,
}

impl<'a> Cover<'a> {
    /// `None` when something must go and may not.
    fn new(trials: &Trials, wanted: &'a Wanted, mut roots: Vec<Root>) -> Option<Self> {
        let items = &trials.problem.items;
        roots.sort_by(|a, b| {
            let rate = |a: &Root, b: &Root| a.gain.min(wanted.minutes) * b.weight;
            rate(b, a).cmp(&rate(a, b)).then_with(|| b.gain.cmp(&a.gain))
        });
        let mut held = vec![0; items.len()];
        for &i in wanted.must {
            for i in trials.with_waiting(i) {
                held[i] = 1;
                if !(wanted.may_go)(i) {
                    return None;
                }
            }
        }
        let weights = items.iter().map(|item| u64::from(item.weight)).collect();
        Some(Self {
            wanted,
            weights,
            roots,
            held,
            best: None,
            found: Vec::new(),
            found_gain: 0,
            looked_at: 0,
        })
    }

    /// The set that frees these minutes.
    fn least(&mut self, minutes: u64) -> Option<Vec<usize>> {
        (self.best, self.looked_at) = (None, 0);
        let mut all: Vec<bool> = self.held.iter().map(|held| *held > 0).collect();
        self.roots.iter().flat_map(|root| &root.all).for_each(|i| all[*i] = true);
        let most: u64 = (0..all.len()).filter(|i| all[*i]).map(|i| self.wanted.gain[i]).sum();
        if most < minutes {
            return None;
        }
        let held: Vec<usize> = (0..self.held.len()).filter(|i| self.held[*i] > 0).collect();
        let sum = Sum {
            weight: held.iter().map(|i| self.weights[*i]).sum(),
            count: held.len(),
            gain: held.iter().map(|i| self.wanted.gain[*i]).sum(),
        };
        self.branch(0, sum, minutes);
        self.best.map(|_| self.found.clone())
    }

    fn branch(&mut self, at: usize, sum: Sum, minutes: u64) {
        if self.best.is_some_and(|best| (sum.weight, sum.count) >= best) {
            return;
        }
        if sum.gain >= minutes {
            self.best = Some((sum.weight, sum.count));
            self.found = (0..self.held.len()).filter(|i| self.held[*i] > 0).collect();
            self.found_gain = sum.gain;
            return;
        }
        self.looked_at += 1;
        let looks_on = self.looked_at < LOOKED_AT && sum.count < MOST;
        let Some(root) = self.roots.get(at).filter(|_| looks_on) else { return };
        // No root that is left gains more for its weight than this one.
        let bound = sum.weight + (root.weight * (minutes - sum.gain)).div_ceil(root.gain.max(1));
        if self.best.is_some_and(|best| bound > best.0) {
            return;
        }
        let all = root.all.clone();
        let mut with = sum;
        for &i in &all {
            if self.held[i] == 0 {
                with.weight += self.weights[i];
                with.count += 1;
                with.gain += self.wanted.gain[i];
            }
            self.held[i] += 1;
        }
        if with.gain > sum.gain && with.count <= MOST {
            self.branch(at + 1, with, minutes);
        }
        all.iter().for_each(|i| self.held[*i] -= 1);
        self.branch(at + 1, sum, minutes);
    }
}
