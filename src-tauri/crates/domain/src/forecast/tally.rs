//! What the runs say together.

use super::course::Course;
use super::simulate::{BEYOND, CHUNK, Chunk, FAN_WEEKS, WHOLE};
use super::weeks::Weeks;
use super::{FEW_ITEMS, FanWeek, Forecast, ItemForecast, Options, Quantiles};
use crate::Date;
use crate::pace::Pace;
use crate::plan::PlanProblem;
use rayon::prelude::*;

/// What the runs were made from.
pub(super) struct Given<'a> {
    pub problem: &'a PlanProblem,
    pub weeks: &'a Weeks,
    pub course: &'a Course,
    pub pace: &'a Pace,
    pub options: &'a Options,
    pub runs: u32,
}

/// The forecast from the runs.
pub(super) fn tally(given: &Given, chunks: &[Chunk]) -> Forecast {
    let problem = given.problem;
    let items = problem.items.len();
    let start = given.weeks.start;
    let of_row = |row: usize| Counted::new(chunks.iter().map(|chunk| ends(chunk, row)));
    let items_forecast = (0..items).into_par_iter().map(|i| {
        let counted = of_row(i);
        let chance = problem.items[i].due.map(|due| counted.chance(start, due, given.runs));
        let quantiles = counted.quantiles(start, given.runs);
        ItemForecast { id: problem.items[i].id.clone(), quantiles, chance }
    });
    let items_forecast = items_forecast.collect();
    let whole = of_row(items);
    let logged_items = given.pace.logged_items();
    Forecast {
        runs: given.runs,
        logged_items,
        weeks_known: given.pace.weeks_known(),
        rests_on_estimates: logged_items < FEW_ITEMS,
        finish: whole.quantiles(start, given.runs),
        chance_by: given.options.ready_by.map(|day| whole.chance(start, day, given.runs)),
        items: items_forecast,
        fan: if given.course.steps.is_empty() { Vec::new() } else { fan(given, chunks) },
    }
}

fn ends(chunk: &Chunk, row: usize) -> &[u16] {
    &chunk.ends[row * CHUNK..row * CHUNK + chunk.runs]
}

/// How many runs end on each day.
struct Counted {
    /// The code of the first.
    first: u16,
    counts: Vec<u32>,
}

impl Counted {
    fn new<'a>(rows: impl Iterator<Item = &'a [u16]> + Clone) -> Self {
        let within = |row: &[u16]| {
            let ends = row.iter().filter(|end| **end != BEYOND);
            ends.fold((u16::MAX, 0), |(low, high), end| (low.min(*end), high.max(*end)))
        };
        let (first, last) = rows.clone().map(within).fold((u16::MAX, 0), |a, b| (a.0.min(b.0), a.1.max(b.1)));
        let mut counts = vec![0; usize::from(last.saturating_sub(first)) + 1];
        for end in rows.flatten().filter(|end| **end != BEYOND) {
            if let Some(count) = counts.get_mut(usize::from(*end).wrapping_sub(usize::from(first))) {
                *count += 1;
            }
        }
        Self { first, counts }
    }

    /// The first day by which so many of 100 runs have ended.
    fn by(&self, start: Date, runs: u32, of_100: u64) -> Option<Date> {
        let wanted = (u64::from(runs) * of_100).div_ceil(100);
        let mut ended = 0;
        let days = self.counts.iter().position(|count| {
            ended += u64::from(*count);
            ended >= wanted
        })?;
        Some(start.plus_days(((days + usize::from(self.first)) as i64 - 1).max(0)))
    }

    fn quantiles(&self, start: Date, runs: u32) -> Quantiles {
        let by = |of_100| self.by(start, runs, of_100);
        Quantiles { p50: by(50), p85: by(85), p95: by(95) }
    }

    /// The share of the runs that have ended by the end of a day. What was done before the start is always in time.
    fn chance(&self, start: Date, day: Date, runs: u32) -> f64 {
        let last = start.days_until(day).max(-1) + 1;
        let days = usize::try_from(last + 1 - i64::from(self.first)).unwrap_or(0);
        let ended: u32 = self.counts.iter().take(days).sum();
        f64::from(ended) / f64::from(runs)
    }
}

/// Progress by weeks, up to the one by whose end nineteen of twenty runs are done.
fn fan(given: &Given, chunks: &[Chunk]) -> Vec<FanWeek> {
    let weeks = chunks.iter().map(|chunk| chunk.fan.len() / CHUNK).max().unwrap_or(0);
    let monday = given.weeks.start.week_start();
    let weeks: Vec<FanWeek> = (0..(weeks + 1).min(FAN_WEEKS))
        .into_par_iter()
        .map(|week| fan_week(given.runs, chunks, week, monday))
        .collect();
    let full = weeks.iter().position(|week| week.p5 >= 1.0).map_or(weeks.len(), |at| at + 1);
    weeks.into_iter().take(full).collect()
}

fn fan_week(runs: u32, chunks: &[Chunk], week: usize, monday: Date) -> FanWeek {
    let mut counts = [0u32; WHOLE as usize + 1];
    let at = week * CHUNK;
    for chunk in chunks {
        match chunk.fan.get(at..at + chunk.runs) {
            Some(row) => row.iter().for_each(|parts| counts[usize::from(*parts)] += 1),
            None => counts[usize::from(WHOLE)] += chunk.runs as u32,
        }
    }
    let mut shares = [1.0; 5];
    let (mut parts, mut below) = (0, u64::from(counts[0]));
    for (share, of_100) in shares.iter_mut().zip([5, 15, 50, 85, 95]) {
        let wanted = (u64::from(runs) * of_100).div_ceil(100);
        while below < wanted && parts < usize::from(WHOLE) {
            parts += 1;
            below += u64::from(counts[parts]);
        }
        *share = parts as f64 / f64::from(WHOLE);
    }
    let [p5, p15, p50, p85, p95] = shares;
    FanWeek { start: monday.plus_days(7 * week as i64), p5, p15, p50, p85, p95 }
}
