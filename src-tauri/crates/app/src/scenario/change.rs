//! Scenarios: kept, dropped, taken.

use crate::app::Call;
use crate::error::AppError;
use crate::plan::PlanEffect;
use crate::scenario::ScenarioView;
use crate::settings::IdParams;
use groundwork_domain::person::ScenarioItem;
use groundwork_domain::{Date, RecordId, RungId, StackId};
use schemars::JsonSchema;
use serde::Deserialize;
use ts_rs::TS;

/// A scenario, new or changed: only what differs from today's plan.
#[derive(Debug, Clone, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct ScenarioParams {
    /// The scenario to change; a new one where absent.
    #[serde(default)]
    pub id: Option<RecordId>,
    /// Its name; from what it changes where empty.
    #[serde(default)]
    pub name: String,
    /// Minutes of each weekday, Monday first.
    #[serde(default)]
    pub weekly_minutes: Option<[u32; 7]>,
    /// Minutes of a usual week, in the shape of today's; instead of `weekly_minutes`.
    #[serde(default)]
    pub minutes_a_week: Option<u32>,
    /// Another rung or branch.
    #[serde(default)]
    pub rung: Option<RungId>,
    /// Another main stack.
    #[serde(default)]
    pub stack: Option<StackId>,
    /// Another day to be ready.
    #[serde(default)]
    pub ready_by: Option<Date>,
    /// Items that are left out or due on another day.
    #[serde(default)]
    pub items: Vec<ScenarioItem>,
}

/// `scenario.save`: keeps a scenario; at most four.
pub(crate) fn save(_call: &Call<'_>, _params: ScenarioParams) -> Result<ScenarioView, AppError> {
    Err(AppError::new("scenario.unfinished"))
}

/// `scenario.remove`: drops a scenario.
pub(crate) fn remove(_call: &Call<'_>, _params: IdParams) -> Result<(), AppError> {
    Err(AppError::new("scenario.unfinished"))
}

/// `scenario.take`: makes a scenario the plan; the scenario goes.
pub(crate) fn take(_call: &Call<'_>, _params: IdParams) -> Result<PlanEffect, AppError> {
    Err(AppError::new("scenario.unfinished"))
}
