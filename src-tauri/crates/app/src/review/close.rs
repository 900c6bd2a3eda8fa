//! Closing a week.

use crate::app::Call;
use crate::error::AppError;
use crate::review::ReviewView;
use groundwork_domain::Date;
use groundwork_domain::person::ReviewChoice;
use schemars::JsonSchema;
use serde::Deserialize;
use ts_rs::TS;

/// What was chosen.
#[derive(Debug, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct CloseParams {
    /// Monday of the week that is closed.
    pub week: Date,
    /// The choice for the next one.
    pub choice: ReviewChoice,
    /// Notes.
    #[serde(default)]
    pub note: String,
}

/// `review.close`: closes a week with one choice for the next; one undo takes both back.
pub(crate) fn close(_call: &Call<'_>, _params: CloseParams) -> Result<ReviewView, AppError> {
    Err(AppError::new("review.unfinished"))
}
