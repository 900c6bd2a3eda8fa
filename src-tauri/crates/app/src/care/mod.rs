//! Care of the data: whether it is whole, what can be done where it is not, and where it lies.

use crate::app::Call;
use crate::backup::{BackupContentView, KindCount, RestoredView};
use crate::commands::Nothing;
use crate::error::AppError;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How the data stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename_all = "snake_case")]
pub enum DataState {
    /// Open, and whole.
    Open,
    /// Open, but the folder cannot be written: everything can be read, nothing changed.
    ReadOnly,
    /// Damaged: not opened. Nothing else than `care.…`, `backup.…`, `preferences.…` and `report.…` answers.
    Damaged,
}

/// What could be saved out of a damaged file.
#[derive(Debug, Clone, Serialize, TS)]
pub struct SalvageView {
    /// Records that can be read, by kind.
    pub counts: Vec<KindCount>,
    /// Rows that cannot be read or do not fit together, as far as can be told.
    pub lost: u32,
    /// Whether everything that is in the file can be read.
    pub complete: bool,
}

/// How the data stands, and what can be done.
#[derive(Debug, Clone, Serialize, TS)]
pub struct CareView {
    /// How it stands.
    pub state: DataState,
    /// The folder of the data, for a person to read.
    pub folder: String,
    /// Whether the program did not end properly last time; everything was checked since, and is whole.
    pub ended_badly: bool,
    /// What is wrong.
    pub trouble: Option<AppError>,
    /// The newest backup that is whole, where the data is damaged.
    pub backup: Option<BackupContentView>,
    /// What could be salvaged, where the data is damaged; none where nothing can be read.
    pub salvage: Option<SalvageView>,
}

/// What was done about damaged data.
#[derive(Debug, Clone, Serialize, TS)]
pub struct MendedView {
    /// Where the damaged file lies, as it was.
    pub aside: String,
    /// What there is now.
    pub counts: Vec<KindCount>,
}

/// Where the data is moved.
#[derive(Debug, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct MoveDataParams {
    /// An empty folder, or one that is made in one that is there; in the window the person is asked.
    #[serde(default)]
    pub path: Option<String>,
}

/// Where the data was moved. The program must start again (`care.restart`).
#[derive(Debug, Clone, Serialize, TS)]
pub struct MovedDataView {
    /// Where it lay, for a person to read; what was there lies there still, under another name.
    pub from: String,
    /// Where it lies, for a person to read.
    pub to: String,
}

/// `care.show`: how the data stands, and what can be done.
pub(crate) fn show(_call: &Call<'_>, _: Nothing) -> Result<CareView, AppError> {
    Err(AppError::new("command.unknown"))
}

/// `care.restore`: puts the newest backup that is whole in the place of damaged data, which is kept aside as it was.
pub(crate) fn restore(_call: &Call<'_>, _: Nothing) -> Result<RestoredView, AppError> {
    Err(AppError::new("command.unknown"))
}

/// `care.salvage`: puts what can be read of damaged data in its place; the damaged file is kept aside as it was.
pub(crate) fn salvage(_call: &Call<'_>, _: Nothing) -> Result<MendedView, AppError> {
    Err(AppError::new("command.unknown"))
}

/// `care.check`: checks all of the data now.
pub(crate) fn check(_call: &Call<'_>, _: Nothing) -> Result<CareView, AppError> {
    Err(AppError::new("command.unknown"))
}

/// `care.move`: moves the data to another folder; none when the person chose none.
pub(crate) fn move_data(_call: &Call<'_>, _: MoveDataParams) -> Result<Option<MovedDataView>, AppError> {
    Err(AppError::new("command.unknown"))
}

/// `care.restart`: starts the window's program again.
pub(crate) fn restart(_call: &Call<'_>, _: Nothing) -> Result<(), AppError> {
    Err(AppError::new("command.unknown"))
}
