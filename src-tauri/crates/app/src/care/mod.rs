//! Care of the data: whether it is whole, what can be done where it is not, and where it lies.

use crate::app::Call;
use crate::backup::{BackupContentView, KindCount, RestoredView, content_view, counted, row_of};
use crate::chosen::chosen_folder;
use crate::commands::Nothing;
use crate::error::AppError;
use groundwork_store::backup::Open;
use groundwork_store::{StoreError, care};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};
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
    /// Attached files that this check brought back from a backup, by their names.
    pub files_back: Vec<String>,
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
    /// The folder in which the damaged file lies as it was; none where it was gone.
    pub aside: Option<String>,
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
pub(crate) fn show(call: &Call<'_>, _: Nothing) -> Result<CareView, AppError> {
    let dir = call.app.data_dir()?;
    let folder = dir.display().to_string();
    let Some(trouble) = call.app.trouble() else {
        let store = call.app.store()?;
        let state = if store.is_read_only() { DataState::ReadOnly } else { DataState::Open };
        let trouble = None;
        let ended_badly = store.opening().ended_badly;
        let files_back = Vec::new();
        return Ok(CareView { state, folder, ended_badly, files_back, trouble, backup: None, salvage: None });
    };
    let newest = care::newest_whole(&dir)?;
    Ok(CareView {
        state: DataState::Damaged,
        folder,
        ended_badly: false,
        files_back: Vec::new(),
        trouble: Some(trouble.error),
        backup: newest.map(|(backup, content)| content_view(row_of("here", &backup), &content, None)),
        salvage: care::look_at_salvage(&dir).ok().map(|found| SalvageView {
            counts: counted(&found.counts, None),
            lost: found.lost,
            complete: found.complete,
        }),
    })
}

/// The folder of data that is damaged; refused where it is not.
fn damaged(call: &Call<'_>) -> Result<PathBuf, AppError> {
    call.app.trouble().map(|trouble| trouble.dir).ok_or_else(|| AppError::new("care.not_needed"))
}

/// `care.restore`: puts the newest backup that is whole in the place of damaged data, which is kept aside as it was.
pub(crate) fn restore(call: &Call<'_>, _: Nothing) -> Result<RestoredView, AppError> {
    let dir = damaged(call)?;
    let (backup, _) = care::newest_whole(&dir)?.ok_or_else(|| AppError::new("care.no_backup"))?;
    let mended = care::restore(&dir, &Open::folder(&backup.path), call.app.clock.moment())?;
    let counts = opened(call, &dir)?;
    Ok(RestoredView { from: row_of("here", &backup), before: None, aside: path_of(mended), counts })
}

/// `care.salvage`: puts what can be read of damaged data in its place; the damaged file is kept aside as it was.
pub(crate) fn salvage(call: &Call<'_>, _: Nothing) -> Result<MendedView, AppError> {
    let dir = damaged(call)?;
    let (mended, _) = care::salvage(&dir, call.app.clock.moment())?;
    Ok(MendedView { counts: opened(call, &dir)?, aside: path_of(mended) })
}

/// `care.begin`: puts an empty profile in the place of damaged data; the damaged file and all backups stay.
pub(crate) fn begin(call: &Call<'_>, _: Nothing) -> Result<MendedView, AppError> {
    let dir = damaged(call)?;
    let mended = care::begin(&dir, call.app.clock.moment())?;
    Ok(MendedView { counts: opened(call, &dir)?, aside: path_of(mended) })
}

fn path_of(mended: care::Mended) -> Option<String> {
    mended.aside.map(|path| path.display().to_string())
}

/// Opens the data that was mended.
fn opened(call: &Call<'_>, dir: &Path) -> Result<Vec<KindCount>, AppError> {
    let store = call.app.reopen(dir)?;
    call.touch(["*".to_owned()]);
    Ok(counted(&store.read(|reader| reader.counts())?, None))
}

/// The most files that are named at once.
const NAMED: usize = 10;

/// `care.check`: checks all of the data now: the database, every record, every attached file. Files that are lost or altered
/// are brought back from a backup here; refused with their names where none holds them.
pub(crate) fn check(call: &Call<'_>, _: Nothing) -> Result<CareView, AppError> {
    let checked = call.app.store()?.check(call.app.clock.moment())?;
    if !checked.back.is_empty() {
        call.touch(["*".to_owned()]);
    }
    if !checked.lost.is_empty() {
        let mut names: Vec<&str> = checked.lost.iter().map(|file| file.name.as_str()).collect();
        let more = names.len().saturating_sub(NAMED);
        names.truncate(NAMED);
        let mut names = names.join(", ");
        if more > 0 {
            names.push_str(&format!(", … (+{more})"));
        }
        return Err(AppError::with("care.files_lost", [("names", names)]));
    }
    let files_back = checked.back.into_iter().map(|file| file.name).collect();
    Ok(CareView { files_back, ..show(call, Nothing {})? })
}

/// `care.move`: moves the data to another folder; none when the person chose none.
pub(crate) fn move_data(call: &Call<'_>, params: MoveDataParams) -> Result<Option<MovedDataView>, AppError> {
    let Some(to) = chosen_folder(call, params.path)? else { return Ok(None) };
    if call.app.store()?.is_read_only() {
        return Err(StoreError::ReadOnly.into());
    }
    call.app.back_up("before-move")?;
    let dir = call.app.close()?;
    let moved = care::move_to(&dir, &to);
    call.app.reopen(moved.as_ref().map_or(&dir, |moved| &moved.to))?;
    let moved = moved.map_err(|error| AppError::from(error).in_folder(&to))?;
    call.touch(["*".to_owned()]);
    Ok(Some(MovedDataView { from: moved.from.display().to_string(), to: moved.to.display().to_string() }))
}

/// `care.restart`: starts the window's program again.
pub(crate) fn restart(call: &Call<'_>, _: Nothing) -> Result<(), AppError> {
    let desktop = call.app.desktop.as_ref().ok_or_else(|| AppError::new("desktop.none"))?;
    desktop.restart().map_err(|detail| AppError::with("desktop.failed", [("detail", detail)]))
}
