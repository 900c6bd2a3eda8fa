//! A backup is brought back.

use super::BACKUPS;
use super::look::{Open, ready, room, unpack};
use super::make::{copy_pages, link_or_copy};
use crate::attachments::FOLDER;
use crate::profile::{DATABASE, sync_folder};
use crate::{Store, StoreError};
use jiff::Timestamp;
use rusqlite::Connection;
use std::fs;
use std::path::{Path, PathBuf};

impl Store {
    /// Puts what a backup holds in the place of what is there; gives the folder of the backup of what was there before.
    ///
    /// The backup is copied into a new folder, held against its hashes, brought to the newest schema and checked in full
    /// there. Then all pages take the place of those that are there in one transaction: other programs that have the profile
    /// open see it as one change, and where it fails nothing has changed. No attached file is removed. The history is the
    /// backup's; its next numbers are higher than any that was given out before.
    pub fn restore(&self, open: &Open<'_>, now: Timestamp) -> Result<PathBuf, StoreError> {
        self.must_write()?;
        let room = room(self.dir())?;
        unpack(open, room.path(), |_| true)?;
        let staged = ready(&room.path().join(DATABASE))?;
        let _alone = self.alone_writing()?;
        let before = self.backup_at("before-restore", now)?;
        let highest: i64 = self.writer().query_row(HIGHEST, [], |row| row.get(0))?;
        number_from(&staged, highest)?;
        take_files(room.path(), self.dir())?;
        copy_pages(&staged, &mut self.writer())?;
        Ok(before)
    }
}

const HIGHEST: &str = "SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = 'history'";

/// Lets the numbers of the history go on after those that were given out.
fn number_from(staged: &Connection, highest: i64) -> Result<(), StoreError> {
    let known =
        staged.execute("UPDATE sqlite_sequence SET seq = max(seq, ?1) WHERE name = 'history'", [highest])?;
    if known == 0 {
        staged.execute("INSERT INTO sqlite_sequence (name, seq) VALUES ('history', ?1)", [highest])?;
    }
    Ok(())
}

/// Adds the attached files of an unpacked backup to a profile; those that are there, whole, stay.
pub(crate) fn take_files(from: &Path, dir: &Path) -> Result<(), StoreError> {
    let (from, to) = (from.join(FOLDER), dir.join(FOLDER));
    if !from.is_dir() {
        return Ok(());
    }
    crate::attachments::make_folder(&to)?;
    for pair in fs::read_dir(&from)? {
        let pair = pair?;
        let folder = to.join(pair.file_name());
        crate::attachments::make_folder(&folder)?;
        for file in fs::read_dir(pair.path())? {
            let file = file?;
            let target = folder.join(file.file_name());
            let name = file.file_name().to_string_lossy().into_owned();
            if fs::symlink_metadata(&target).is_ok_and(|meta| meta.is_file())
                && crate::attachments::hash_of(&target).is_ok_and(|hash| hash == name)
            {
                continue;
            }
            // What is there is not what its name says: it makes room.
            let _ = fs::remove_file(&target);
            link_or_copy(&file.path(), &target)?;
        }
        sync_folder(&folder)?;
    }
    sync_folder(&to)
}

/// Where backups lie within a profile.
pub(crate) fn backups_of(dir: &Path) -> PathBuf {
    dir.join(BACKUPS)
}
