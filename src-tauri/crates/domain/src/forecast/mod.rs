//! When things will be done, as a range: seeded runs of the plan (MODEL.md, section 5).

mod course;
mod draw;
mod pert;
mod random;
mod simulate;
mod tally;
mod weeks;

use crate::pace::{Pace, PaceClass};
use crate::plan::{ItemKey, PlanProblem, Schedule};
use crate::{Date, Minutes};
use serde::{Deserialize, Serialize};

pub use draw::Draws;

/// Below how many logged items a forecast rests on our estimates alone (MODEL.md, section 5).
pub const FEW_ITEMS: u32 = 5;

/// The minutes of a whole item: when all goes well, most likely, when much goes wrong. Taken in rising order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS, schemars::JsonSchema))]
pub struct ThreePoint {
    /// When all goes well.
    pub low: Minutes,
    /// Most likely.
    pub likely: Minutes,
    /// When much goes wrong.
    pub high: Minutes,
}

/// What is known of an item besides the plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS, schemars::JsonSchema))]
pub struct ForecastItem {
    /// The item of the problem.
    pub id: ItemKey,
    /// Minutes of the whole item, as estimated; not corrected by the person's pace.
    pub whole: ThreePoint,
    /// Minutes of it that are logged already.
    pub logged: Minutes,
    /// Its kind of work.
    pub class: PaceClass,
}

/// How to make a forecast.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS, schemars::JsonSchema))]
pub struct Options {
    /// How many runs; 10,000 by MODEL.md. At least 1, and at most 40 million items over all runs together.
    pub runs: u32,
    /// The seed: the same seed gives the same forecast.
    #[cfg_attr(feature = "wire", ts(type = "number"))]
    pub seed: u64,
    /// The day by which the whole plan should be done.
    pub ready_by: Option<Date>,
}

/// When things will be done.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub struct Forecast {
    /// Runs that were made.
    pub runs: u32,
    /// Finished items with logged time that it rests on.
    pub logged_items: u32,
    /// Past weeks that it rests on.
    pub weeks_known: u32,
    /// Whether it rests on our estimates alone: fewer than 5 logged items.
    pub rests_on_estimates: bool,
    /// The end of the whole plan.
    pub finish: Quantiles,
    /// The chance that the whole plan is done by the wished day, 0 to 1.
    pub chance_by: Option<f64>,
    /// Each item of the problem, in its order.
    pub items: Vec<ItemForecast>,
    /// Progress week by week, until nineteen of twenty runs are done; at most 20 years.
    pub fan: Vec<FanWeek>,
}

/// Days by which 50, 85 and 95 of 100 runs have it done. None beyond the horizon: 80 years or the last date there is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub struct Quantiles {
    /// As likely before as after.
    pub p50: Option<Date>,
    /// Missed by 15 of 100 runs.
    pub p85: Option<Date>,
    /// Missed by 5 of 100 runs.
    pub p95: Option<Date>,
}

/// When an item will be done.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub struct ItemForecast {
    /// Its key.
    pub id: ItemKey,
    /// The days of its end.
    pub quantiles: Quantiles,
    /// The chance to keep its due date, 0 to 1; none without one.
    pub chance: Option<f64>,
}

/// Progress at the end of a week: work done as a share, 0 to 1, of all the work of the run.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub struct FanWeek {
    /// Its Monday.
    pub start: Date,
    /// Five of 100 runs have done less.
    pub p5: f64,
    /// 15 of 100 runs have done less.
    pub p15: f64,
    /// Half the runs have done less.
    pub p50: f64,
    /// 85 of 100 runs have done less.
    pub p85: f64,
    /// 95 of 100 runs have done less.
    pub p95: f64,
}

/// The forecast of a plan. The same arguments give the same forecast, whatever the number of threads.
///
/// A run draws the minutes of each item and the share of each week that is really given ([`Draws::Pooled`]), then works
/// through the plan in its order. What is logged on an item is taken off; at least a twentieth of the item is left.
/// An item of the problem that is missing in `items` has its minutes as all three points and counts as the person's own.
/// Work with a first day, and work that follows an idle day of the plan, does not begin earlier in any run; minutes of a
/// day that the plan cannot use (too short a session, limit per day) are lost in the same proportion in the runs. An item
/// without work ends with its predecessors, at the start where it has none. Items that the schedule lacks come last.
pub fn forecast(
    problem: &PlanProblem,
    schedule: &Schedule,
    items: &[ForecastItem],
    pace: &Pace,
    options: &Options,
) -> Forecast {
    forecast_by(Draws::Pooled, problem, schedule, items, pace, options)
}

/// The forecast by another way of drawing, for comparison.
pub fn forecast_by(
    draws: Draws,
    problem: &PlanProblem,
    schedule: &Schedule,
    items: &[ForecastItem],
    pace: &Pace,
    options: &Options,
) -> Forecast {
    let weeks = weeks::Weeks::new(problem);
    let course = course::Course::new(problem, schedule, &weeks);
    let source = draw::Source::new(draws, problem, items, pace);
    let runs = options.runs.clamp(1, simulate::most_runs(problem.items.len()));
    let chunks = simulate::simulate(&weeks, &course, &source, runs, options.seed);
    tally::tally(&tally::Given { problem, weeks: &weeks, course: &course, pace, options, runs }, &chunks)
}
