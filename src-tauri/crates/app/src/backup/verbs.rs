//! The commands about backups.

use super::make::row_of;
use super::settings::Settings;
use super::{
    BackupContentView, BackupFileParams, BackupFolderParams, BackupParams, BackupRow, BackupsView,
    PassphraseParams, RestoredView, counted,
};
use crate::app::Call;
use crate::chosen::{chosen, chosen_folder};
use crate::commands::Nothing;
use crate::error::AppError;
use crate::history::line_of;
use groundwork_store::backup::{self, Backup, Content, Key, Open, Unlock, is_sealed};
use groundwork_store::{StoreError, care};
use std::path::{Path, PathBuf};

/// `backup.now`: makes a verified backup beside the data, and in the folder of choice.
pub(crate) fn now(call: &Call<'_>, _: Nothing) -> Result<BackupRow, AppError> {
    call.app.back_up("asked")
}

/// `backup.list`: all backups, newest first.
pub(crate) fn list(call: &Call<'_>, _: Nothing) -> Result<BackupsView, AppError> {
    let dir = call.app.data_dir()?;
    let settings = Settings::read(&dir);
    let here = backup::backups_in(&dir)?;
    let away = match &settings.folder {
        // A stick that is not there is told by `away`.
        Some(folder) => backup::files_in(folder).unwrap_or_default(),
        None => Vec::new(),
    };
    let mut all: Vec<(&str, Backup)> = here.into_iter().map(|one| ("here", one)).collect();
    all.extend(away.into_iter().map(|one| ("away", one)));
    all.sort_by_key(|(_, one)| std::cmp::Reverse(one.made));
    Ok(BackupsView {
        rows: all.iter().map(|(place, one)| sealed(row_of(place, one), &one.path)).collect(),
        folder: dir.join(backup::BACKUPS).display().to_string(),
        bytes: backup::disk_use(&dir),
        away: call.app.away(&dir),
        passphrase: settings.key.is_some(),
        problem: call.app.backups.problem(),
    })
}

fn sealed(row: BackupRow, path: &Path) -> BackupRow {
    BackupRow { encrypted: !row.id.starts_with("here:") && is_sealed(path), ..row }
}

/// A backup that was named.
struct Named {
    row: BackupRow,
    path: PathBuf,
    is_folder: bool,
}

impl Named {
    fn find(call: &Call<'_>, id: &str) -> Result<Self, AppError> {
        let unknown = || AppError::with("backup.unknown", [("id", id.to_owned())]);
        let dir = call.app.data_dir()?;
        let (place, name) = id.split_once(':').ok_or_else(unknown)?;
        let of = |place: &str, all: Vec<Backup>| {
            let one = all.into_iter().find(|one| one.name == name).ok_or_else(unknown)?;
            let row = sealed(row_of(place, &one), &one.path);
            Ok(Self { row, path: one.path, is_folder: place == "here" })
        };
        match place {
            "here" => of("here", backup::backups_in(&dir)?),
            "away" => {
                let folder = Settings::read(&dir).folder.ok_or_else(unknown)?;
                of("away", backup::files_in(&folder)?)
            }
            "file" => {
                let path = call.app.backups.picked(name).ok_or_else(unknown)?;
                Ok(Self { row: file_row(id, &path)?, is_folder: path.is_dir(), path })
            }
            _ => Err(unknown()),
        }
    }

    fn open<'a>(&self, unlock: Unlock<'a>) -> Open<'a> {
        if self.is_folder { Open::folder(&self.path) } else { Open::file(&self.path, unlock) }
    }
}

fn file_row(id: &str, path: &Path) -> Result<BackupRow, AppError> {
    let meta = std::fs::metadata(path).map_err(StoreError::from)?;
    let known = path.file_name().and_then(|name| backup::file_of_name(&name.to_string_lossy()));
    let (made, reason) = match known {
        Some((made, reason)) => (Some(made), reason),
        None => (None, "elsewhere".to_owned()),
    };
    let found = Backup {
        name: String::new(),
        path: path.to_owned(),
        made: made.unwrap_or_default(),
        reason,
        bytes: meta.len(),
    };
    let row = row_of("file", &found);
    let made = made.map(|made| made.to_string());
    Ok(sealed(BackupRow { id: id.to_owned(), made, ..row }, path))
}

/// `backup.pick`: looks at a backup file from elsewhere; none when the person chose no file.
pub(crate) fn pick(call: &Call<'_>, params: BackupFileParams) -> Result<Option<BackupRow>, AppError> {
    let Some(path) = chosen(call, params.path)? else { return Ok(None) };
    let path = std::path::absolute(&path).unwrap_or(path);
    if !path.exists() {
        let shown = path.display().to_string();
        return Err(AppError::with("file.unreadable", [("path", shown), ("detail", String::new())]));
    }
    let id = call.app.backups.pick(path.clone());
    file_row(&id, &path).map(Some)
}

/// `backup.show`: what is in a backup; reads it through.
pub(crate) fn show(call: &Call<'_>, params: BackupParams) -> Result<BackupContentView, AppError> {
    let dir = call.app.data_dir()?;
    let named = Named::find(call, &params.id)?;
    let settings = Settings::read(&dir);
    let unlock = Unlock { key: settings.key.as_ref(), passphrase: params.passphrase.as_deref() };
    let here = call.app.store().ok().and_then(|store| store.read(|reader| reader.counts()).ok());
    match backup::look_into(&dir, &named.open(unlock)) {
        Ok(content) => Ok(content_view(named.row, &content, here.as_deref())),
        Err(error) => Ok(BackupContentView {
            backup: named.row,
            whole: false,
            fault: Some(AppError::from(error)),
            counts: Vec::new(),
            files: 0,
            file_bytes: 0,
            newest_at: None,
            newest: None,
            program: String::new(),
        }),
    }
}

/// What is in a backup that is whole.
pub(crate) fn content_view(
    backup: BackupRow,
    content: &Content,
    here: Option<&[(&'static str, u32)]>,
) -> BackupContentView {
    let newest = content.newest.as_ref();
    BackupContentView {
        backup: BackupRow { made: Some(content.made.to_string()), ..backup },
        whole: true,
        fault: None,
        counts: counted(&content.counts, here),
        files: content.files,
        file_bytes: content.file_bytes,
        newest_at: newest.map(|entry| entry.at.clone()),
        newest: newest.map(|entry| line_of(entry.seq, &entry.name, &entry.args).sentence),
        program: content.program.clone(),
    }
}

/// `backup.restore`: puts what a backup holds in the place of what is there, after a backup of that.
pub(crate) fn restore(call: &Call<'_>, params: BackupParams) -> Result<RestoredView, AppError> {
    let dir = call.app.data_dir()?;
    let named = Named::find(call, &params.id)?;
    let settings = Settings::read(&dir);
    let unlock = Unlock { key: settings.key.as_ref(), passphrase: params.passphrase.as_deref() };
    let now = call.app.clock.moment();
    let (before, aside) = if call.app.trouble().is_some() {
        let mended = care::restore(&dir, &named.open(unlock), now)?;
        call.app.reopen(&dir)?;
        (None, mended.aside)
    } else {
        let path = call.app.store()?.restore(&named.open(unlock), now)?;
        (Backup::at(&path).map(|one| row_of("here", &one)), None)
    };
    call.touch(["*".to_owned()]);
    let counts = call.app.store()?.read(|reader| reader.counts())?;
    Ok(RestoredView {
        from: named.row,
        before,
        aside: aside.map(|path| path.display().to_string()),
        counts: counted(&counts, None),
    })
}

/// `backup.set_folder`: backups also go to a folder of the person's choice; none when the person chose none.
pub(crate) fn set_folder(
    call: &Call<'_>,
    params: BackupFolderParams,
) -> Result<Option<BackupsView>, AppError> {
    let Some(folder) = chosen_folder(call, params.path)? else { return Ok(None) };
    let shown = || folder.display().to_string();
    let dir = call.app.data_dir()?;
    call.app.store()?;
    if !folder.is_dir() {
        return Err(AppError::with("backup.no_folder", [("folder", shown())]));
    }
    let real = std::fs::canonicalize(&folder).unwrap_or_else(|_| folder.clone());
    if real.starts_with(&dir) {
        return Err(AppError::with("backup.folder_within", [("folder", shown())]));
    }
    // Whether it can be written is known before it is chosen.
    tempfile::NamedTempFile::new_in(&folder)
        .map_err(|error| AppError::from(StoreError::from(error)).in_folder(&folder))?;
    let mut settings = Settings::read(&dir);
    if settings.whose.is_empty() {
        settings.whose = Settings::name();
    }
    if settings.folder.as_ref() != Some(&folder) {
        settings.folder = Some(folder);
        settings.last = None;
    }
    settings.write(&dir)?;
    call.app.back_up("asked")?;
    list(call, Nothing {}).map(Some)
}

/// `backup.clear_folder`: backups no longer go to another folder; what is there stays.
pub(crate) fn clear_folder(call: &Call<'_>, _: Nothing) -> Result<BackupsView, AppError> {
    let dir = call.app.data_dir()?;
    call.app.store()?;
    Settings { folder: None, last: None, ..Settings::read(&dir) }.write(&dir)?;
    list(call, Nothing {})
}

/// The shortest passphrase.
const SHORTEST: usize = 8;
/// The longest one.
const LONGEST: usize = 1000;

/// `backup.set_passphrase`: backups in the folder of choice are encrypted from now on, or no longer.
pub(crate) fn set_passphrase(call: &Call<'_>, params: PassphraseParams) -> Result<BackupsView, AppError> {
    let dir = call.app.data_dir()?;
    call.app.store()?;
    let mut settings = Settings::read(&dir);
    settings.key = match params.passphrase {
        Some(passphrase) if !(SHORTEST..=LONGEST).contains(&passphrase.chars().count()) => {
            return Err(AppError::with("backup.passphrase_short", [("least", SHORTEST.to_string())]));
        }
        Some(passphrase) => Some(Key::sealed_with(&passphrase)?),
        None => None,
    };
    // What is there is of the other kind: the newest is carried anew.
    settings.last = None;
    settings.write(&dir)?;
    if settings.folder.is_some() {
        call.app.back_up("asked")?;
    }
    list(call, Nothing {})
}
