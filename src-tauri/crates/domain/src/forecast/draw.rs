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
    /// The one that is used. Each run first draws a sample of how long things take: as many of the person's ratios as there
    /// are (with replacement; of the item's class where that has 5, else of all), and 5 made-up items from the PERT shape of
    /// the estimate, which share one error, drawn from that shape too. Each item then draws one of the sample. So what is common to
    /// all items (the person's pace, which a few items show badly; an error of our estimates) differs from run to run,
    /// and a spread that the log shows is not added to that of the estimate. An item on which time is logged draws again
    /// as long as it would have ended by now, up to 8 times.
    /// Weeks likewise, with 1 made-up week in which all planned time is given; as planned while no week is known.
    Pooled,
    /// To the letter of MODEL.md, section 5: PERT times a ratio of the log for each item by itself, a share of the log for
    /// each week by itself. For comparison: it counts the same spread twice, and knows no error that is common to all items.
    Literal,
}

/// How many finished items of a class make a pool of their own.
const OWN_POOL: usize = 5;
/// The newest finished items, and weeks, that count.
const NEWEST: usize = 1000;
/// Made-up items: the weight of our estimates against the log.
const MADE_UP: usize = WEIGHT as usize;
/// How often an item is drawn again of which more is logged than was drawn.
const AGAIN: usize = 8;
/// The share of the made-up week.
const MADE_UP_SHARE: f64 = 1.0;
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
    /// The items on which something is logged.
    begun: Vec<usize>,
}

/// An item of the problem.
struct Known {
    low: f64,
    likely: f64,
    span: f64,
    /// One over the mean of its PERT distribution.
    of_mean: f64,
    logged: f64,
    /// The least minutes left: 0 for an item without work, else 1.
    least: f64,
    pool: u32,
    table: u32,
    /// Where the made-up values of its table stand in a sample: the common error, then the items.
    common: u32,
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
            let least = f64::from(u8::from(item.minutes > 0));
            let mut points = [whole.low.0, whole.likely.0, whole.high.0].map(|it| f64::from(it) * least);
            points.sort_by(f64::total_cmp);
            let [low, likely, high] = points;
            let peak = pert::peak(low, likely, high);
            let table = *peaks.entry(peak).or_insert_with(|| {
                tables.push(pert::table(peak));
                tables.len() as u32 - 1
            });
            let mean = (low + 4.0 * likely + high) / 6.0;
            Known {
                low,
                likely,
                span: high - low,
                of_mean: 1.0 / mean.max(1.0),
                logged: f64::from(logged),
                least,
                pool: pools.of(class),
                table,
                common: 0,
            }
        });
        let mut items: Vec<Known> = known.collect();
        let log: usize = pools.ratios.iter().map(Vec::len).sum();
        for item in &mut items {
            item.common = log as u32 + item.table * (MADE_UP as u32 + 1);
        }
        let begun = (0..items.len()).filter(|i| items[*i].least > 0.0 && items[*i].logged > 0.0).collect();
        let weeks = pace.weeks();
        let shares = weeks[weeks.len().saturating_sub(NEWEST)..].iter().map(|it| it.share()).collect();
        Self { draws, pools: pools.ratios, shares, tables, items, begun }
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
    /// Minutes left of each item; 0 without work.
    pub left: Vec<f64>,
    /// What the weeks draw from.
    shares: Vec<f64>,
    weeks: Random,
    /// The run's sample: the ratios of each pool, then of each table the common error and the made-up items.
    sample: Vec<f64>,
    /// Where the ratios of each pool begin, and how many there are.
    pools: Vec<(usize, usize)>,
}

impl Drawn {
    pub fn new(source: &Source) -> Self {
        let mut at = 0;
        let place = |pool: &Vec<f64>| {
            at += pool.len();
            (at - pool.len(), pool.len())
        };
        Self {
            left: Vec::with_capacity(source.items.len()),
            shares: Vec::new(),
            weeks: Random::new(0, 0, 0),
            sample: Vec::new(),
            pools: source.pools.iter().map(place).collect(),
        }
    }

    /// Draws a run.
    pub fn run(&mut self, source: &Source, seed: u64, run: u32) {
        let mut random = Random::new(seed, run, 0);
        self.weeks = Random::new(seed, run, 1);
        self.left.clear();
        self.shares.clear();
        match source.draws {
            Draws::Pooled => {
                self.sample(source, &mut random);
                self.draw_pooled(source, &mut random);
                if !source.shares.is_empty() {
                    let drawn = resampled(&source.shares, &mut self.weeks);
                    self.shares.extend(drawn.chain([MADE_UP_SHARE]));
                }
            }
            Draws::Literal => {
                self.draw_literal(source, &mut random);
                self.shares.extend_from_slice(&source.shares);
            }
        }
    }

    /// The share of the next week.
    #[inline]
    pub fn share(&mut self) -> f64 {
        if self.shares.is_empty() { 1.0 } else { self.shares[self.weeks.below(self.shares.len())] }
    }

    fn sample(&mut self, source: &Source, random: &mut Random) {
        self.sample.clear();
        for pool in &source.pools {
            self.sample.extend(resampled(pool, random));
        }
        let ranks: [usize; MADE_UP + 1] = std::array::from_fn(|_| random.below(ENTRIES));
        for table in &source.tables {
            self.sample.extend(ranks.map(|rank| f64::from(table[rank])));
        }
    }

    fn draw_pooled(&mut self, source: &Source, random: &mut Random) {
        let (sample, pools) = (&self.sample, &self.pools);
        self.left.extend(source.items.iter().map(|item| left(pooled(sample, pools, item, random), item)));
        for i in &source.begun {
            let item = &source.items[*i];
            let drawn = (0..AGAIN).map(|_| pooled(sample, pools, item, random));
            let longer = drawn.into_iter().find(|whole| *whole > item.logged);
            self.left[*i] = left(longer.unwrap_or(item.logged), item);
        }
    }

    fn draw_literal(&mut self, source: &Source, random: &mut Random) {
        self.left.extend(source.items.iter().map(|item| {
            let (bits, pool) = (random.next(), &source.pools[item.pool as usize]);
            let value = source.tables[item.table as usize][below(bits >> 32, ENTRIES)];
            let ratio = if pool.is_empty() { 1.0 } else { pool[below(bits & 0xFFFF_FFFF, pool.len())] };
            left((item.low + item.span * f64::from(value)) * ratio, item)
        }));
    }
}

/// The minutes of a whole item, from the run's sample.
#[inline]
fn pooled(sample: &[f64], pools: &[(usize, usize)], item: &Known, random: &mut Random) -> f64 {
    let (at, count) = pools[item.pool as usize];
    let common = item.common as usize;
    let drawn = random.below(count + MADE_UP);
    let of_log = drawn < count;
    let value = sample[if of_log { at + drawn } else { common + 1 + drawn - count }];
    let error = (item.low + item.span * sample[common]) * item.of_mean;
    let made_up = (item.low + item.span * value) * error;
    if of_log { item.likely * value } else { made_up }
}

/// As many of the values as there are, with replacement.
fn resampled<'a>(values: &'a [f64], random: &'a mut Random) -> impl Iterator<Item = f64> + 'a {
    values.iter().map(|_| values[random.below(values.len())])
}

/// Minutes left of an item of which some are logged.
#[inline]
fn left(whole: f64, item: &Known) -> f64 {
    (whole - item.logged).max(whole * LEAST_LEFT).max(item.least)
}
