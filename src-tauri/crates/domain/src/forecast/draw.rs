//! What a run draws: the minutes of each item and the share of each week.

use super::pert::{self, ENTRIES, Table};
use super::random::{Random, below};
use super::{ForecastItem, ThreePoint};
use crate::Minutes;
use crate::pace::{Pace, PaceClass, WEIGHT};
use crate::plan::PlanProblem;
use std::collections::HashMap;

/// Ways of drawing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Draws {
    /// The one that is used. Each run first draws a sample of how long things take: as many of the person's ratios as
    /// there are (with replacement), of the item's class where that has 5, else of all, and 5 made-up items from the PERT
    /// shape of the estimate. Each item then draws one of them. So what is common to all items (the person's pace, which
    /// few items show badly) differs from run to run, and a spread that the log shows is not added to that of the estimate.
    /// The weeks likewise, with 2 made-up weeks in which all planned time is given.
    Pooled,
    /// PERT times a ratio of the log for each item by itself, a share of the log for each week by itself.
    Literal,
}

/// How many finished items of a class make a pool of their own.
const OWN_POOL: usize = 5;
/// The newest finished items, and weeks, that count.
const NEWEST: usize = 1000;
/// Made-up weeks at share 1.
const MADE_UP_WEEKS: usize = 2;
/// The least share of what was drawn for an item that is left to do, whatever is logged on it.
const LEAST_LEFT: f64 = 0.05;

/// What is drawn from, by number.
pub(super) struct Source {
    draws: Draws,
    /// The person's ratios by pool.
    pools: Vec<Vec<f64>>,
    shares: Vec<f64>,
    tables: Vec<Table>,
    items: Vec<Known>,
}

/// An item of the problem.
struct Known {
    low: f64,
    likely: f64,
    span: f64,
    logged: f64,
    pool: u32,
    table: u32,
}

impl Source {
    pub fn new(draws: Draws, problem: &PlanProblem, items: &[ForecastItem], pace: &Pace) -> Self {
        let by_id: HashMap<&str, &ForecastItem> = items.iter().map(|it| (it.id.as_str(), it)).collect();
        let mut pools = Pools::new(pace);
        let mut peaks: HashMap<u16, u32> = HashMap::new();
        let mut tables = Vec::new();
        let known = problem.items.iter().map(|item| {
            let alone = Minutes(item.minutes);
            let (whole, logged, class) = by_id
                .get(item.id.as_str())
                .map_or((ThreePoint { low: alone, likely: alone, high: alone }, 0, PaceClass::Own), |it| {
                    (it.whole, it.logged.0, it.class)
                });
            let mut points = [whole.low.0, whole.likely.0, whole.high.0].map(f64::from);
            points.sort_by(f64::total_cmp);
            let [low, likely, high] = points;
            let peak = pert::peak(low, likely, high);
            let table = *peaks.entry(peak).or_insert_with(|| {
                tables.push(pert::table(peak));
                tables.len() as u32 - 1
            });
            Known { low, likely, span: high - low, logged: f64::from(logged), pool: pools.of(class), table }
        });
        let items = known.collect();
        let weeks = pace.weeks();
        let shares = weeks[weeks.len().saturating_sub(NEWEST)..].iter().map(|it| it.share()).collect();
        Self { draws, pools: pools.ratios, shares, tables, items }
    }

    /// How many items the problem has.
    pub fn len(&self) -> usize {
        self.items.len()
    }

    /// Whether every week is given as planned in every run.
    pub fn weeks_as_planned(&self) -> bool {
        self.shares.is_empty()
    }
}

/// The ratios of all classes first, then those of the classes that have enough.
struct Pools<'a> {
    pace: &'a Pace,
    ratios: Vec<Vec<f64>>,
    known: HashMap<PaceClass, u32>,
}

impl<'a> Pools<'a> {
    fn new(pace: &'a Pace) -> Self {
        let mut pools = Self { pace, ratios: Vec::new(), known: HashMap::new() };
        let all = pools.newest(|_| true);
        pools.ratios.push(all);
        pools
    }

    fn newest(&self, of: impl Fn(PaceClass) -> bool) -> Vec<f64> {
        let matching = self.pace.finished().iter().rev().filter(|it| of(it.class));
        matching.take(NEWEST).map(|it| it.ratio()).collect()
    }

    fn of(&mut self, class: PaceClass) -> u32 {
        if let Some(pool) = self.known.get(&class) {
            return *pool;
        }
        let own = self.newest(|it| it == class);
        let mut pool = 0;
        if own.len() >= OWN_POOL {
            pool = self.ratios.len() as u32;
            self.ratios.push(own);
        }
        self.known.insert(class, pool);
        pool
    }
}

/// The draws of a run; kept from run to run for its memory.
pub(super) struct Drawn {
    /// Minutes left of each item.
    pub left: Vec<f64>,
    /// What the weeks draw from.
    shares: Vec<f64>,
    weeks: Random,
    /// The run's sample: the ratios of each pool, then the made-up values of each table.
    sample: Vec<f64>,
}

impl Drawn {
    pub fn new() -> Self {
        Self { left: Vec::new(), shares: Vec::new(), weeks: Random::new(0, 0, 0), sample: Vec::new() }
    }

    /// Draws a run.
    pub fn run(&mut self, source: &Source, seed: u64, run: u32) {
        match source.draws {
            Draws::Pooled => self.pooled(source, seed, run),
            Draws::Literal => self.literal(source, seed, run),
        }
    }

    /// The share of the next week.
    #[inline]
    pub fn share(&mut self) -> f64 {
        if self.shares.is_empty() { 1.0 } else { self.shares[self.weeks.below(self.shares.len())] }
    }

    fn pooled(&mut self, source: &Source, seed: u64, run: u32) {
        let made_up = WEIGHT as usize;
        let mut random = Random::new(seed, run, 0);
        self.sample.clear();
        let mut first = Vec::with_capacity(source.pools.len());
        for pool in &source.pools {
            first.push((self.sample.len(), pool.len()));
            self.sample.extend((0..pool.len()).map(|_| pool[random.below(pool.len())]));
        }
        let tables_at = self.sample.len();
        let ranks: [usize; WEIGHT as usize] = std::array::from_fn(|_| random.below(ENTRIES));
        for table in &source.tables {
            self.sample.extend(ranks.map(|rank| f64::from(table[rank])));
        }
        self.left.clear();
        for item in &source.items {
            let (at, count) = first[item.pool as usize];
            let drawn = random.below(count + made_up);
            let own = drawn < count;
            let place =
                if own { at + drawn } else { tables_at + item.table as usize * made_up + drawn - count };
            let (plus, times) = if own { (0.0, item.likely) } else { (item.low, item.span) };
            self.left.push(left(plus + times * self.sample[place], item.logged));
        }
        self.weeks = Random::new(seed, run, 1);
        self.shares.clear();
        if !source.shares.is_empty() {
            let count = source.shares.len();
            let weeks = &mut self.weeks;
            self.shares.extend((0..count).map(|_| source.shares[weeks.below(count)]));
            self.shares.extend([1.0; MADE_UP_WEEKS]);
        }
    }

    fn literal(&mut self, source: &Source, seed: u64, run: u32) {
        let mut random = Random::new(seed, run, 0);
        self.left.clear();
        for item in &source.items {
            let pool = &source.pools[item.pool as usize];
            let bits = random.next();
            let pert = item.low
                + item.span * f64::from(source.tables[item.table as usize][below(bits >> 32, ENTRIES)]);
            let ratio = if pool.is_empty() { 1.0 } else { pool[below(bits & 0xFFFF_FFFF, pool.len())] };
            self.left.push(left(pert * ratio, item.logged));
        }
        self.weeks = Random::new(seed, run, 1);
        self.shares.clear();
        self.shares.extend_from_slice(&source.shares);
    }
}

/// Minutes left of an item of which some are logged.
#[inline]
fn left(whole: f64, logged: f64) -> f64 {
    (whole - logged).max(whole * LEAST_LEFT).max(1.0)
}
