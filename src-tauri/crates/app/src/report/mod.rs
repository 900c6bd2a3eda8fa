//! The report: what the program can say of itself to whoever mends it, without a word of the person's.

use crate::app::Call;
use crate::commands::Nothing;
use crate::error::AppError;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A report, exactly as it would be saved.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ReportView {
    /// Its text.
    pub text: String,
}

/// Where a report is put.
#[derive(Debug, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct ReportSaveParams {
    /// The file, in the terminal; in the window the person is asked.
    #[serde(default)]
    pub path: Option<String>,
}

/// A report that was saved.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ReportSavedView {
    /// Where it lies, for a person to read.
    pub path: String,
}

/// `report.show`: what a report would say, word for word.
pub(crate) fn show(_call: &Call<'_>, _: Nothing) -> Result<ReportView, AppError> {
    Err(AppError::new("command.unknown"))
}

/// `report.save`: saves the report that was shown last; none when the person chose no place.
pub(crate) fn save(_call: &Call<'_>, _: ReportSaveParams) -> Result<Option<ReportSavedView>, AppError> {
    Err(AppError::new("command.unknown"))
}
