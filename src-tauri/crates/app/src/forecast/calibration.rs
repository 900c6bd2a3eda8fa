//! How often the kept forecasts were right.

use crate::app::Call;
use crate::commands::Nothing;
use crate::error::AppError;
use groundwork_domain::{Date, Text};
use serde::Serialize;
use ts_rs::TS;

/// How forecasts of one horizon held.
#[derive(Debug, Clone, Serialize, TS)]
pub struct HorizonView {
    /// `all`, `month` (up to 4 weeks ahead), `quarter` (up to 13) or `longer`.
    pub horizon: String,
    /// Forecasts whose outcome is known.
    pub settled: u32,
    /// How many of them held with even odds.
    pub held_p50: u32,
    /// … with 85 in 100.
    pub held_p85: u32,
    /// … with 95 in 100.
    pub held_p95: u32,
    /// `too_few`, `fair`, `too_hopeful` or `too_cautious`.
    pub verdict: String,
}

/// A forecast and what became of it.
#[derive(Debug, Clone, Serialize, TS)]
pub struct CalibrationRow {
    /// Key of the item.
    pub key: String,
    /// Its title.
    pub title: Text,
    /// The day it was forecast.
    pub made_on: Date,
    /// Even odds.
    pub p50: Option<Date>,
    /// 85 in 100.
    pub p85: Option<Date>,
    /// 95 in 100.
    pub p95: Option<Date>,
    /// The day it was done; none while it is open.
    pub ended_on: Option<Date>,
}

/// How often the forecasts were right.
#[derive(Debug, Clone, Serialize, TS)]
pub struct CalibrationView {
    /// The day from which forecasts were kept.
    pub since: Option<Date>,
    /// Forecasts that were kept.
    pub kept: u32,
    /// By horizon, `all` first.
    pub horizons: Vec<HorizonView>,
    /// The settled ones and the open ones, newest first, at most 200.
    pub rows: Vec<CalibrationRow>,
}

/// `forecast.calibration`: how often the kept forecasts were right.
pub(crate) fn calibration(_call: &Call<'_>, _: Nothing) -> Result<CalibrationView, AppError> {
    Err(AppError::new("forecast.unfinished"))
}
