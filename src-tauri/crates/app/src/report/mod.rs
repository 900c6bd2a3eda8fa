//! The report: what the program can say of itself to whoever mends it, without a word of the person's.

mod text;

use crate::app::Call;
use crate::chosen::{ChosenPlace, chosen_place};
use crate::commands::Nothing;
use crate::error::AppError;
use crate::output::{outside, put};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::sync::PoisonError;
use ts_rs::TS;

/// The name that a report is offered under.
const NAME: &str = "groundwork-report.txt";

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

/// `report.show`: what a report would say, word for word. It answers without data and with damaged data too.
pub(crate) fn show(call: &Call<'_>, _: Nothing) -> Result<ReportView, AppError> {
    let text = text::write(call.app);
    *call.app.report.lock().unwrap_or_else(PoisonError::into_inner) = Some(text.clone());
    Ok(ReportView { text })
}

/// `report.save`: saves the report that was shown last; none when the person chose no place. Refuses to replace a file that
/// is there, unless the system asked.
pub(crate) fn save(call: &Call<'_>, params: ReportSaveParams) -> Result<Option<ReportSavedView>, AppError> {
    let shown = call.app.report.lock().unwrap_or_else(PoisonError::into_inner).clone();
    let text = shown.ok_or_else(|| AppError::new("report.not_shown"))?;
    let Some(ChosenPlace { path, replace }) = chosen_place(call, params.path, false, NAME)? else {
        return Ok(None);
    };
    if !replace && path.symlink_metadata().is_ok() {
        return Err(AppError::with("report.exists", [("path", path.display().to_string())]));
    }
    if let Ok(data) = call.app.data_dir() {
        outside(&path, &data)?;
    }
    put(&path, text.as_bytes())?;
    Ok(Some(ReportSavedView { path: path.display().to_string() }))
}
