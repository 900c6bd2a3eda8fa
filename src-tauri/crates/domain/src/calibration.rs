//! How often forecasts held: of those that named a day with 85 %, 85 of 100 should be kept.

use crate::Date;
use crate::plan::ItemKey;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// Below how many settled items nothing can be said.
pub const FEW_SETTLED: u32 = 8;
/// A count of this chance or less, on one side, is no accident.
const ACCIDENT: f64 = 0.025;

/// A forecast of an item that was kept, and what became of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS, schemars::JsonSchema))]
pub struct Kept {
    /// The item.
    pub item: ItemKey,
    /// The day of the forecast.
    pub made_on: Date,
    /// The day named with 50 %; none for beyond the horizon.
    pub p50: Option<Date>,
    /// The day named with 85 %.
    pub p85: Option<Date>,
    /// The day named with 95 %.
    pub p95: Option<Date>,
    /// The day on which it ended; none as long as it has not.
    pub ended_on: Option<Date>,
}

/// How far ahead a forecast looked, by its 50 % day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub enum Horizon {
    /// Up to 4 weeks.
    FourWeeks,
    /// Up to 13 weeks.
    Quarter,
    /// More than 13 weeks.
    Longer,
}

/// What the counts say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub enum Verdict {
    /// Fewer than 8 items have settled forecasts.
    TooFew,
    /// As often as it should.
    Fair,
    /// Things end later than forecast, more than accident explains.
    TooHopeful,
    /// Things end earlier than forecast, more than accident explains.
    TooCautious,
}

/// How often a quantile held.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub struct HeldShare {
    /// Forecasts that held.
    pub held: u32,
    /// Their share of those settled, 0 to 1; none when nothing is settled.
    pub share: Option<f64>,
}

/// How often forecasts held.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub struct Held {
    /// Forecasts that are settled.
    pub settled: u32,
    /// The items that they are about.
    pub items: u32,
    /// Of the 50 % days; should be half.
    pub p50: HeldShare,
    /// Of the 85 % days.
    pub p85: HeldShare,
    /// Of the 95 % days.
    pub p95: HeldShare,
    /// What that says.
    pub verdict: Verdict,
}

/// How often forecasts of a horizon held.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub struct HorizonHeld {
    /// How far ahead they looked.
    pub horizon: Horizon,
    /// How often they held.
    pub held: Held,
}

/// How often forecasts held, over all and by horizon.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub struct Calibration {
    /// Over all.
    pub all: Held,
    /// Every horizon, the nearest first.
    pub by_horizon: Vec<HorizonHeld>,
}

/// How often the kept forecasts held, as of today.
///
/// A forecast is settled when its item has ended, or when its 95 % day has passed without an end: then all three days were
/// missed. Of an item and week (Monday to Sunday) the first forecast counts. Left out: forecasts made after today, or after the
/// end of their item.
///
/// The verdict: the forecasts of an item hang together, so they count as one observation, held by the share of them that
/// held; the sum is rounded to a count out of so many items. Too hopeful when so few or fewer would hold with a chance of at
/// most 2.5 % if the 50 % days (or the 85 % days, or the 95 % days) were right, by the binomial distribution; too cautious
/// likewise when so many or more; too hopeful where both.
pub fn calibration(kept: &[Kept], today: Date) -> Calibration {
    let settled = settled(kept, today);
    let of = |horizon| Held::of(settled.iter().filter(move |it| horizon_of(it) == horizon).copied());
    let horizons = [Horizon::FourWeeks, Horizon::Quarter, Horizon::Longer];
    Calibration {
        all: Held::of(settled.iter().copied()),
        by_horizon: horizons.map(|horizon| HorizonHeld { horizon, held: of(horizon) }).to_vec(),
    }
}

/// The settled forecasts, one of each item and week.
fn settled(kept: &[Kept], today: Date) -> Vec<&Kept> {
    let mut sorted: Vec<&Kept> = kept.iter().filter(|it| it.made_on <= today).collect();
    sorted.sort_by(|a, b| (&a.item, a.made_on).cmp(&(&b.item, b.made_on)));
    let mut seen = BTreeSet::new();
    sorted.retain(|it| seen.insert((&it.item, it.made_on.week_start())));
    let is_settled = |it: &Kept| match ended(it, today) {
        Some(ended) => ended >= it.made_on,
        None => it.p95.is_some_and(|day| day < today),
    };
    sorted.retain(|it| is_settled(it));
    sorted
}

/// The end of an item, as far as it is known today.
fn ended(kept: &Kept, today: Date) -> Option<Date> {
    kept.ended_on.filter(|ended| *ended <= today)
}

fn horizon_of(kept: &Kept) -> Horizon {
    match kept.p50.map(|day| kept.made_on.days_until(day)) {
        Some(..=28) => Horizon::FourWeeks,
        Some(..=91) => Horizon::Quarter,
        _ => Horizon::Longer,
    }
}

/// Whether the day was kept; a day beyond the horizon is, once the item has ended.
fn held(kept: &Kept, day: Option<Date>) -> bool {
    kept.ended_on.is_some_and(|ended| day.is_none_or(|day| ended <= day))
}

impl Held {
    fn of<'a>(settled: impl Iterator<Item = &'a Kept>) -> Self {
        let mut counts = [0u32; 3];
        let mut all = 0;
        let mut by_item: BTreeMap<&str, (u32, [u32; 3])> = BTreeMap::new();
        for it in settled {
            all += 1;
            let of_item = by_item.entry(&it.item).or_default();
            of_item.0 += 1;
            for (i, day) in [it.p50, it.p85, it.p95].into_iter().enumerate() {
                counts[i] += u32::from(held(it, day));
                of_item.1[i] += u32::from(held(it, day));
            }
        }
        let share =
            |held: u32| HeldShare { held, share: (all > 0).then(|| f64::from(held) / f64::from(all)) };
        let observed = |i: usize| -> f64 {
            by_item.values().map(|(n, held)| f64::from(held[i]) / f64::from(*n)).sum::<f64>().round()
        };
        let items = by_item.len() as u32;
        Self {
            settled: all,
            items,
            p50: share(counts[0]),
            p85: share(counts[1]),
            p95: share(counts[2]),
            verdict: verdict(items, [observed(0), observed(1), observed(2)].map(|held| held as u32)),
        }
    }
}

fn verdict(items: u32, held: [u32; 3]) -> Verdict {
    if items < FEW_SETTLED {
        return Verdict::TooFew;
    }
    let days = || held.into_iter().zip([0.5, 0.85, 0.95]);
    if days().any(|(held, p)| at_most(held, items, p) <= ACCIDENT) {
        Verdict::TooHopeful
    } else if days().any(|(held, p)| at_most(items - held, items, 1.0 - p) <= ACCIDENT) {
        Verdict::TooCautious
    } else {
        Verdict::Fair
    }
}

/// The chance of `k` or fewer out of `n` that hold with chance `p` each; `p` strictly between 0 and 1.
fn at_most(k: u32, n: u32, p: f64) -> f64 {
    // By logarithms: 0.05^300 is too small for a number.
    let odds = p.ln() - (-p).ln_1p();
    let mut log = f64::from(n) * (-p).ln_1p();
    let mut sum = 0.0;
    for i in 0..=k.min(n) {
        sum += log.exp();
        log += odds + f64::from(n - i).ln() - f64::from(i + 1).ln();
    }
    sum.min(1.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_binomial_distribution_is_that_of_the_tables() {
        assert!((at_most(0, 8, 0.5) - 1.0 / 256.0).abs() < 1e-12);
        assert!((at_most(1, 8, 0.5) - 9.0 / 256.0).abs() < 1e-12);
        assert!((at_most(20, 20, 0.85) - 1.0).abs() < 1e-12);
        assert!((at_most(13, 20, 0.85) - 0.021935).abs() < 1e-6);
        assert!(at_most(900, 1000, 0.95) < 1e-8);
    }
}
