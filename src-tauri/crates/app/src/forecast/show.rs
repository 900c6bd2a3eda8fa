//! The forecast as it is shown.

use crate::app::Call;
use crate::commands::Nothing;
use crate::error::AppError;
use groundwork_domain::{Date, RecordId, Text};
use serde::Serialize;
use ts_rs::TS;

/// Days by which something is done: with even odds, with 85 and with 95 in 100. None lies beyond what is reckoned.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, TS)]
pub struct QuantilesView {
    /// Even odds.
    pub p50: Option<Date>,
    /// 85 in 100.
    pub p85: Option<Date>,
    /// 95 in 100.
    pub p95: Option<Date>,
}

/// The forecast of an item.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ItemForecastView {
    /// Its key.
    pub key: String,
    /// Its title.
    pub title: Text,
    /// Day of its last session in the plan.
    pub planned: Option<Date>,
    /// The forecast.
    pub quantiles: QuantilesView,
    /// Its due date.
    pub due: Option<Date>,
    /// Chance to be done by the due date, 0 to 1.
    pub chance: Option<f64>,
}

/// Chance of being prepared before an exam.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ExamForecast {
    /// Record of the certification.
    pub record: RecordId,
    /// Key of its preparation in the plan.
    pub key: String,
    /// Its name.
    pub name: Text,
    /// Day of the exam.
    pub exam_on: Date,
    /// Minutes of preparation that are left, everything that comes first included.
    pub minutes_left: u32,
    /// When the preparation is done.
    pub quantiles: QuantilesView,
    /// Chance to be prepared the day before, 0 to 1.
    pub chance: f64,
}

/// A week of the fan: share of today's remaining work that is done at its end, 0 to 1.
#[derive(Debug, Clone, Copy, Serialize, TS)]
pub struct FanWeekView {
    /// Its Monday.
    pub start: Date,
    /// In 95 of 100 runs at least this much.
    pub p5: f64,
    /// In 85 of 100 runs at least this much.
    pub p15: f64,
    /// In half of the runs at least this much.
    pub p50: f64,
    /// In 15 of 100 runs at least this much.
    pub p85: f64,
    /// In 5 of 100 runs at least this much.
    pub p95: f64,
}

/// A week of the burn-up: minutes since the plan began, summed up to the end of the week.
#[derive(Debug, Clone, Serialize, TS)]
pub struct BurnWeek {
    /// Its Monday.
    pub start: Date,
    /// Minutes that were planned, or are; none for past weeks of which no plan was kept.
    pub planned: Option<u32>,
    /// Minutes that were logged; none for weeks to come.
    pub done: Option<u32>,
    /// Forecast, for this week and those to come: in 85 of 100 runs at least this much.
    pub low: Option<u32>,
    /// With even odds at least this much.
    pub middle: Option<u32>,
    /// In 15 of 100 runs at least this much.
    pub high: Option<u32>,
}

/// How long things really take the person, against our estimates: of one class.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PaceView {
    /// `s`, `m`, `l`, `practice`, `exam`, `review` or `own`.
    pub class: String,
    /// Finished items with logged time.
    pub items: u32,
    /// Minutes that were estimated for them.
    #[ts(type = "number")]
    pub estimated: u64,
    /// Minutes that they took.
    #[ts(type = "number")]
    pub logged: u64,
    /// By what estimates of this class are multiplied: the ratio, drawn toward 1 with the weight of five items.
    pub ratio: f64,
}

/// The forecast.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ForecastView {
    /// Today.
    pub today: Date,
    /// How many runs were made.
    pub runs: u32,
    /// Finished items with logged time: what the forecast knows of the person's pace.
    pub logged_items: u32,
    /// Weeks of which it is known how much of the planned time was given.
    pub weeks_known: u32,
    /// Share of the planned time that was given, over those weeks, 0 and more.
    pub share_given: Option<f64>,
    /// With fewer than five logged items it rests on our estimates alone.
    pub rests_on_estimates: bool,
    /// Name of the target's rung.
    pub rung_name: Option<Text>,
    /// Day of the plan's last session.
    pub planned: Option<Date>,
    /// When the whole plan is done: the rung.
    pub finish: QuantilesView,
    /// The day they want to be ready.
    pub ready_by: Option<Date>,
    /// Chance to be ready by then, 0 to 1.
    pub chance: Option<f64>,
    /// Items in the order of their last session.
    pub items: Vec<ItemForecastView>,
    /// Booked exams.
    pub exams: Vec<ExamForecast>,
    /// The fan, week by week.
    pub fan: Vec<FanWeekView>,
    /// The burn-up, from the week in which the plan was begun.
    pub burn: Vec<BurnWeek>,
    /// The person's pace, by class.
    pub pace: Vec<PaceView>,
}

/// `forecast.show`: the forecast as of today.
pub(crate) fn show(_call: &Call<'_>, _: Nothing) -> Result<ForecastView, AppError> {
    Err(AppError::new("forecast.unfinished"))
}
