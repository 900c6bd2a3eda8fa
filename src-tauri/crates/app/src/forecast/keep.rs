//! What is kept of the reckoning, once a day and once a week.

use crate::app::Call;
use crate::commands::Nothing;
use crate::error::AppError;
use serde::Serialize;
use ts_rs::TS;

/// Whether something was kept.
#[derive(Debug, Clone, Serialize, TS)]
pub struct KeptView {
    /// Whether this was the first time today.
    pub kept: bool,
}

/// `forecast.keep`: keeps today's standing and forecast, and this week's plan, once.
pub(crate) fn keep(_call: &Call<'_>, _: Nothing) -> Result<KeptView, AppError> {
    Ok(KeptView { kept: false })
}
