//! Backups are made: when asked, before what could go wrong, and every 30 minutes of change.

use super::settings::Settings;
use super::{AwayView, BackupRow};
use crate::app::App;
use crate::error::AppError;
use crate::messages;
use crate::trail::Entry;
use groundwork_domain::{Lang, Text};
use groundwork_store::StoreError;
use groundwork_store::backup::{self, Backup};
use jiff::Timestamp;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

/// What the app remembers of backups while it runs.
#[derive(Default)]
pub(crate) struct Backups {
    /// Why the last one failed.
    problem: Mutex<Option<AppError>>,
    /// Why the last one did not get into the folder of choice.
    away: Mutex<Option<AppError>>,
    /// Files that the person picked: `file:1` is the first.
    picked: Mutex<Vec<PathBuf>>,
}

fn locked<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Backups {
    pub fn problem(&self) -> Option<AppError> {
        locked(&self.problem).clone()
    }

    pub fn away_problem(&self) -> Option<AppError> {
        locked(&self.away).clone()
    }

    /// Remembers a picked file; gives its id.
    pub fn pick(&self, path: PathBuf) -> String {
        let mut picked = locked(&self.picked);
        let place = picked.iter().position(|known| *known == path).unwrap_or_else(|| {
            picked.push(path);
            picked.len() - 1
        });
        format!("file:{}", place + 1)
    }

    /// The picked file of an id.
    pub fn picked(&self, number: &str) -> Option<PathBuf> {
        let number: usize = number.parse().ok()?;
        locked(&self.picked).get(number.checked_sub(1)?).cloned()
    }
}

impl App {
    /// Makes a backup, lets old ones go, and carries it to the folder of choice. That the last fails is remembered and told,
    /// and does not make the backup fail.
    pub(crate) fn back_up(&self, reason: &str) -> Result<BackupRow, AppError> {
        let _turn = self.store()?.turn_to_back_up(true)?.ok_or(StoreError::Busy)?;
        let made = self.make_backup(reason);
        *locked(&self.backups.problem) = made.as_ref().err().cloned();
        made
    }

    fn make_backup(&self, reason: &str) -> Result<BackupRow, AppError> {
        let now = self.clock.moment();
        let store = self.store()?;
        let path = store.backup_at(reason, now)?;
        let dir = store.dir();
        // Failing to remove an old one is no reason to have no new one.
        let thinned = backup::thin(dir, now).map(drop);
        *locked(&self.backups.away) = self.carry(dir, &path, now).err();
        thinned?;
        let made = Backup::at(&path).ok_or_else(|| AppError::new("backup.unknown"))?;
        Ok(row_of("here", &made))
    }

    /// Carries a backup to the folder of choice, where there is one.
    fn carry(&self, dir: &Path, path: &Path, now: Timestamp) -> Result<(), AppError> {
        let mut settings = Settings::read(dir);
        let Some(folder) = settings.folder.clone() else { return Ok(()) };
        backup::carry_to(path, &folder, &settings.whose, settings.key.as_ref(), now)
            .map_err(|error| AppError::from(error).in_folder(&folder))?;
        settings.last = Backup::at(path).map(|backup| backup.made).or(settings.last);
        settings.write(dir)
    }

    /// Makes the backup that is due, if one is: after 30 minutes of change. Carries the newest one to the folder of choice
    /// when that is there again. Whether something was done.
    pub fn back_up_if_due(&self) -> Result<bool, AppError> {
        let store = self.store()?;
        if store.is_read_only() {
            return Ok(false);
        }
        // Another program that has the turn does it.
        let Some(turn) = store.turn_to_back_up(false)? else { return Ok(false) };
        if store.backup_is_due(self.clock.moment())? {
            let made = self.make_backup("changes");
            *locked(&self.backups.problem) = made.as_ref().err().cloned();
            if made.is_ok() {
                self.trail.note(&Entry::BackedUp { reason: "changes" });
            }
            return made.map(|_| true);
        }
        let settings = Settings::read(store.dir());
        let Some(folder) = settings.folder.filter(|folder| folder.is_dir()) else { return Ok(false) };
        let newest = backup::newest_in(store.dir())?;
        let Some(newest) = newest.filter(|newest| settings.last.is_none_or(|last| last < newest.made)) else {
            return Ok(false);
        };
        let carried = self.carry(store.dir(), &newest.path, self.clock.moment());
        *locked(&self.backups.away) = carried.as_ref().err().cloned().map(|error| error.in_folder(&folder));
        drop(turn);
        carried.map(|()| true)
    }

    /// The folder of choice as it stands.
    pub(super) fn away(&self, dir: &Path) -> Option<AwayView> {
        let settings = Settings::read(dir);
        let folder = settings.folder?;
        let reachable = folder.is_dir();
        let gone = || {
            let path = folder.display().to_string();
            Some(AppError::with("backup.no_folder", [("folder", path)]))
        };
        Some(AwayView {
            reachable,
            encrypted: settings.key.is_some(),
            last: settings.last.map(|last| last.to_string()),
            problem: if reachable { self.backups.away_problem() } else { gone() },
            folder: folder.display().to_string(),
        })
    }
}

/// A backup as it is listed; `place` is `here`, `away` or `file`.
pub(crate) fn row_of(place: &str, found: &Backup) -> BackupRow {
    BackupRow {
        id: format!("{place}:{}", found.name),
        made: Some(found.made.to_string()),
        why: why(&found.reason),
        reason: found.reason.clone(),
        bytes: found.bytes,
        encrypted: false,
        away: place == "away",
        path: found.path.display().to_string(),
    }
}

fn why(reason: &str) -> Text {
    let key = format!("backup_why_{}", reason.replace('-', "_"));
    let words = BTreeMap::new();
    if messages::exists(Lang::En, &key) { messages::text(&key, &words) } else { Text::same(reason) }
}
