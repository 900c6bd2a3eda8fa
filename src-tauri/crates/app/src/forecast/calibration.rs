//! How often the kept forecasts were right.

use crate::app::Call;
use crate::commands::Nothing;
use crate::error::AppError;
use crate::plan::title_of_key;
use groundwork_domain::calibration::{Held, Horizon, Kept, calibration as reckon};
use groundwork_domain::{Date, Text};
use serde::Serialize;
use std::collections::BTreeMap;
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

/// Most rows that are shown.
const ROWS: usize = 200;

/// `forecast.calibration`: how often the kept forecasts were right.
pub(crate) fn calibration(call: &Call<'_>, _: Nothing) -> Result<CalibrationView, AppError> {
    let snapshot = call.snapshot()?;
    let (forecasts, ends) = call
        .app
        .store()?
        .read(|reader| Ok::<_, AppError>((reader.kept_forecasts()?, reader.kept_ends()?)))?;
    let ends: BTreeMap<&str, Date> = ends.iter().map(|end| (end.item.as_str(), end.on)).collect();
    let left_out = |key: &str| {
        snapshot.plan_items.get(key).is_some_and(|record| record.dropped && record.done_on.is_none())
    };
    let mut kept: Vec<Kept> = forecasts
        .iter()
        .filter(|forecast| !left_out(&forecast.item))
        .map(|forecast| Kept {
            item: forecast.item.clone(),
            made_on: forecast.made_on,
            p50: forecast.p50,
            p85: forecast.p85,
            p95: forecast.p95,
            ended_on: ends.get(forecast.item.as_str()).copied(),
        })
        .collect();
    let found = reckon(&kept, snapshot.today);
    kept.sort_by(|a, b| (b.made_on, &b.item).cmp(&(a.made_on, &a.item)));
    let by = found.by_horizon.iter().map(|it| (horizon_word(it.horizon).to_owned(), &it.held));
    Ok(CalibrationView {
        since: kept.iter().map(|forecast| forecast.made_on).min(),
        kept: kept.len() as u32,
        horizons: std::iter::once(("all".to_owned(), &found.all)).chain(by).map(horizon).collect(),
        rows: kept
            .into_iter()
            .take(ROWS)
            .map(|forecast| CalibrationRow {
                title: title_of_key(&snapshot, &forecast.item),
                key: forecast.item,
                made_on: forecast.made_on,
                p50: forecast.p50,
                p85: forecast.p85,
                p95: forecast.p95,
                ended_on: forecast.ended_on,
            })
            .collect(),
    })
}

fn horizon((horizon, held): (String, &Held)) -> HorizonView {
    HorizonView {
        horizon,
        settled: held.settled,
        held_p50: held.p50.held,
        held_p85: held.p85.held,
        held_p95: held.p95.held,
        verdict: word(&held.verdict),
    }
}

fn horizon_word(horizon: Horizon) -> &'static str {
    match horizon {
        Horizon::FourWeeks => "month",
        Horizon::Quarter => "quarter",
        Horizon::Longer => "longer",
    }
}

fn word<T: Serialize>(value: &T) -> String {
    serde_json::to_value(value).ok().and_then(|word| word.as_str().map(str::to_owned)).unwrap_or_default()
}
