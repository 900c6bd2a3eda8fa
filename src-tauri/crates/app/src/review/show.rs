//! The weekly review as it is shown.

use crate::app::Call;
use crate::error::AppError;
use crate::plan::SessionView;
use crate::snapshot::Snapshot;
use groundwork_domain::person::{ReviewChoice, ReviewRecord};
use groundwork_domain::{Date, Text};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Which week.
#[derive(Debug, Default, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct ReviewParams {
    /// A day of it; where absent the week that is due: this one from Friday on, else the last one.
    #[serde(default)]
    pub week: Option<Date>,
}

/// What became of an item that was planned.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ReviewOutcome {
    /// It is finished.
    Finished,
    /// At least what was planned was done.
    Done,
    /// Less than what was planned was done.
    Partly,
    /// Nothing was done.
    NotStarted,
    /// It was not planned, and something was done.
    Extra,
}

/// An item of the week.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ReviewRow {
    /// Its key; none for time that was logged on a skill alone.
    pub key: Option<String>,
    /// Its title.
    pub title: Text,
    /// Minutes that were planned.
    pub planned: u32,
    /// Minutes that were logged.
    pub done: u32,
    /// What became of it.
    pub outcome: ReviewOutcome,
    /// The day on which the plan has it finished when the week began.
    pub finish_then: Option<Date>,
    /// The day on which the plan has it finished now.
    pub finish_now: Option<Date>,
}

/// A choice for next week, and where it leads.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ChoiceView {
    /// The choice.
    pub choice: ReviewChoice,
    /// Title of the item that it names.
    pub title: Option<Text>,
    /// The day on which the plan would end.
    pub finish: Option<Date>,
    /// Why there would be no plan.
    pub refused: Option<Text>,
}

/// Next week, as it is planned.
#[derive(Debug, Clone, Serialize, TS)]
pub struct NextWeekView {
    /// Its Monday.
    pub start: Date,
    /// Minutes that are available.
    pub capacity: u32,
    /// Its sessions.
    pub sessions: Vec<SessionView>,
}

/// The review of a week.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ReviewView {
    /// Its Monday.
    pub week: Date,
    /// Whether the week is over, or it is Friday or later.
    pub is_due: bool,
    /// Whether a plan was kept when the week began; without one only what was done is known.
    pub plan_known: bool,
    /// Minutes that were planned.
    pub planned: u32,
    /// Minutes that were logged.
    pub done: u32,
    /// Minutes of each day, Monday first: planned and logged.
    pub days: Vec<(u32, u32)>,
    /// The items, those that slipped first.
    pub rows: Vec<ReviewRow>,
    /// Minutes that were planned and not done.
    pub slipped: u32,
    /// The plan's end when the week began.
    pub finish_then: Option<Date>,
    /// The plan's end now.
    pub finish_now: Option<Date>,
    /// The 85-in-100 forecast when the week began.
    pub p85_then: Option<Date>,
    /// The 85-in-100 forecast now.
    pub p85_now: Option<Date>,
    /// Readiness, proven, when the week began, 0 to 1.
    pub readiness_then: Option<f64>,
    /// Readiness, proven, now.
    pub readiness_now: f64,
    /// What may be chosen; going on as planned comes first.
    pub choices: Vec<ChoiceView>,
    /// Next week.
    pub next_week: NextWeekView,
    /// What was chosen, where the week is closed.
    pub closed: Option<ReviewRecord>,
    /// Mondays of weeks that can be looked at, newest first, at most 26.
    pub weeks: Vec<Date>,
}

/// `review.show`: the review of a week.
pub(crate) fn show(_call: &Call<'_>, _params: ReviewParams) -> Result<ReviewView, AppError> {
    Err(AppError::new("review.unfinished"))
}

/// Whether a week waits for its review: this one from Friday on, or the last one; not before the plan was begun.
pub(crate) fn is_due(_snapshot: &Snapshot) -> bool {
    false
}
