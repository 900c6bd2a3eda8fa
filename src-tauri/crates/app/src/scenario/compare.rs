//! Scenarios held against today's plan.

use crate::app::Call;
use crate::commands::Nothing;
use crate::error::AppError;
use crate::forecast::QuantilesView;
use crate::scenario::ScenarioParams;
use groundwork_domain::person::ScenarioRecord;
use groundwork_domain::{Date, Text};
use serde::Serialize;
use ts_rs::TS;

/// What a plan comes to.
#[derive(Debug, Clone, Serialize, TS)]
pub struct OutcomeView {
    /// Name of the rung.
    pub rung_name: Option<Text>,
    /// Minutes of a usual week.
    pub weekly_minutes: u32,
    /// Items in the plan.
    pub items: u32,
    /// Minutes that are left.
    pub minutes_left: u32,
    /// Day of the last session.
    pub finish: Option<Date>,
    /// The forecast of that.
    pub quantiles: QuantilesView,
    /// The day to be ready.
    pub ready_by: Option<Date>,
    /// Chance to be ready by then, 0 to 1.
    pub chance: Option<f64>,
    /// Due dates that are missed.
    pub late_items: u32,
    /// Of these, dates that may not be missed.
    pub late_hard: u32,
    /// Readiness for the rung today, proven, 0 to 1.
    pub readiness: f64,
    /// Why there is no such plan; the rest is empty then.
    pub refused: Option<Text>,
}

/// An item whose end moves.
#[derive(Debug, Clone, Serialize, TS)]
pub struct MovedItem {
    /// Its key.
    pub key: String,
    /// Its title.
    pub title: Text,
    /// Day of its last session in today's plan; none when it is new.
    pub from: Option<Date>,
    /// Day of its last session in the scenario; none when it is left out.
    pub to: Option<Date>,
}

/// How a scenario differs from today's plan.
#[derive(Debug, Clone, Serialize, TS)]
pub struct DifferenceView {
    /// Days by which the plan ends later; earlier where negative.
    #[ts(type = "number | null")]
    pub finish_days: Option<i64>,
    /// Days by which the 85-in-100 forecast lies later.
    #[ts(type = "number | null")]
    pub p85_days: Option<i64>,
    /// Minutes of work more; fewer where negative.
    #[ts(type = "number")]
    pub minutes: i64,
    /// Minutes a week more.
    #[ts(type = "number")]
    pub weekly_minutes: i64,
    /// Points in 100 by which the chance is greater.
    pub chance_points: Option<f64>,
    /// Items that come in or go out, and those whose end moves most; at most twelve.
    pub moved: Vec<MovedItem>,
}

/// A scenario and what it comes to.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ScenarioView {
    /// The scenario; its id is `trial` where it is not kept.
    pub record: ScenarioRecord,
    /// What it changes, in words, one line each.
    pub changes: Vec<Text>,
    /// What it comes to.
    pub outcome: OutcomeView,
    /// How that differs from today's plan.
    pub difference: DifferenceView,
}

/// Today's plan and the scenarios beside it.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ScenariosView {
    /// Today's plan.
    pub today: OutcomeView,
    /// The scenarios, oldest first.
    pub scenarios: Vec<ScenarioView>,
    /// How many there may be.
    pub most: u32,
}

/// `scenario.list`: today's plan and the scenarios beside it.
pub(crate) fn list(_call: &Call<'_>, _: Nothing) -> Result<ScenariosView, AppError> {
    Err(AppError::new("scenario.unfinished"))
}

/// `scenario.try`: what a scenario would come to, without keeping it.
pub(crate) fn try_out(_call: &Call<'_>, _params: ScenarioParams) -> Result<ScenarioView, AppError> {
    Err(AppError::new("scenario.unfinished"))
}
