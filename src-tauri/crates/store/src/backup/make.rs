//! A backup is made: a whole profile in a folder of its own.

use super::list::{held_in_backups, newest_in};
use super::manifest::{Manifest, is_known};
use super::{BACKUPS, STAMP, UNFINISHED};
use crate::StoreError;
use crate::attachments::FOLDER;
use crate::profile::{DATABASE, connect, copy_target, identity, quick, sync_folder};
use crate::rows::Reader;
use jiff::{SignedDuration, Timestamp};
use rusqlite::Connection;
use rusqlite::backup::{Backup, StepResult};
use std::fs::{self, File};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// Makes a backup. It gets its name only when it is whole and verified. `state` says what the data stands at.
pub(crate) fn make(
    dir: &Path,
    source: &Connection,
    reason: &str,
    made: Timestamp,
) -> Result<PathBuf, StoreError> {
    let is_word = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    if !(1..=40).contains(&reason.len()) || !reason.bytes().all(is_word) {
        return Err(StoreError::refused("backup_reason"));
    }
    let backups = dir.join(BACKUPS);
    fs::create_dir_all(&backups)?;
    let unnamed = tempfile::Builder::new().prefix(UNFINISHED).tempdir_in(&backups)?;
    let database = unnamed.path().join(DATABASE);
    copy_database(source, &database)?;
    copy_attachments(&dir.join(FOLDER), &unnamed.path().join(FOLDER))?;
    let state = state_of(&connect(&database, true)?)?;
    let manifest = Manifest::of(unnamed.path(), reason, made, state)?;
    let manifest = match heal(dir, unnamed.path(), &manifest)? {
        0 => manifest,
        _ => Manifest::of(unnamed.path(), reason, made, manifest.state)?,
    };
    manifest.write(unnamed.path())?;
    sync_folder(unnamed.path())?;
    let named = name_it(&backups, unnamed.path(), &format!("{}-{reason}", made.strftime(STAMP)))?;
    // It moved: there is nothing left to remove.
    let _ = unnamed.keep();
    sync_folder(&backups)?;
    Ok(named)
}

/// What the data stands at, in a word that changes with each change; none for a schema that has no such tables.
pub(super) fn state_of(conn: &Connection) -> Result<Option<String>, StoreError> {
    if identity(conn)? < crate::profile::KNOWN {
        return Ok(None);
    }
    Ok(Some(conn.query_row(include_str!("state.sql"), [], |row| row.get(0))?))
}

/// How long changes may wait for a backup.
const PAUSE: SignedDuration = SignedDuration::from_mins(30);

/// Whether something was changed since the newest backup, and that is old enough.
pub(crate) fn is_due(dir: &Path, conn: &Connection, now: Timestamp) -> Result<bool, StoreError> {
    let newest = newest_in(dir)?;
    // One of the future is of a clock that was set back since.
    let is_young = |made: Timestamp| (SignedDuration::ZERO..PAUSE).contains(&now.duration_since(made));
    if newest.as_ref().is_some_and(|backup| is_young(backup.made)) {
        return Ok(false);
    }
    let state = state_of(conn)?;
    match newest {
        Some(backup) => Ok(Manifest::read(&backup.path)?.state != state),
        None => Ok(!Reader::new(conn).is_empty()?),
    }
}

/// Puts every page of one database in the place of another's, in one transaction of that; waits for others for five
/// seconds.
pub(super) fn copy_pages(source: &Connection, target: &mut Connection) -> Result<(), StoreError> {
    let backup = Backup::new(source, target)?;
    let mut patience = 100;
    loop {
        match backup.step(-1)? {
            StepResult::Done => return Ok(()),
            _ if patience == 0 => return Err(StoreError::Busy),
            _ => std::thread::sleep(Duration::from_millis(50)),
        }
        patience -= 1;
    }
}

fn copy_database(source: &Connection, target: &Path) -> Result<(), StoreError> {
    let mut copy = copy_target(target)?;
    copy_pages(source, &mut copy)?;
    copy.close().map_err(|(_, error)| error)?;
    let copy = connect(target, true)?;
    identity(&copy)?;
    quick(&copy)?;
    copy.close().map_err(|(_, error)| error)?;
    Ok(())
}

/// Attached files never change, so a hard link is as good as a copy where the file system has them.
pub(crate) fn link_or_copy(from: &Path, to: &Path) -> Result<(), StoreError> {
    if fs::hard_link(from, to).is_err() {
        fs::copy(from, to)?;
        File::options().write(true).open(to)?.sync_all()?;
    }
    Ok(())
}

fn copy_attachments(from: &Path, to: &Path) -> Result<(), StoreError> {
    if !from.is_dir() {
        return Ok(());
    }
    fs::create_dir(to)?;
    for folder in fs::read_dir(from)? {
        let folder = folder?;
        if !folder.file_type()?.is_dir() {
            continue;
        }
        let target = to.join(folder.file_name());
        fs::create_dir(&target)?;
        for file in fs::read_dir(folder.path())? {
            let file = file?;
            let name = format!("{FOLDER}/{}/{}", folder.file_name().display(), file.file_name().display());
            // What file managers and synchronising programs leave there is no attachment.
            if file.file_type()?.is_file() && is_known(&name) {
                link_or_copy(&file.path(), &target.join(file.file_name()))?;
            }
        }
        sync_folder(&target)?;
    }
    sync_folder(to)
}

/// Attached files that are no longer what their names say are taken from an older backup, where one holds them: once that is
/// thinned away, nobody would. Those that none holds stay as they are. How many were taken.
fn heal(dir: &Path, making: &Path, manifest: &Manifest) -> Result<u32, StoreError> {
    let mut healed = 0;
    for held in manifest.attachments() {
        let Some(name) = held.path.rsplit('/').next().filter(|name| **name != held.sha256) else { continue };
        let Some(whole) = held_in_backups(dir, name)? else { continue };
        let path = making.join(&held.path);
        // It may be a link to the file that was altered.
        fs::remove_file(&path)?;
        link_or_copy(&whole, &path)?;
        healed += 1;
    }
    Ok(healed)
}

/// Two backups may be made in one second.
fn name_it(backups: &Path, unnamed: &Path, name: &str) -> Result<PathBuf, StoreError> {
    for number in 1..1000 {
        let named = backups.join(if number == 1 { name.to_owned() } else { format!("{name}-{number}") });
        if fs::symlink_metadata(&named).is_ok() {
            continue;
        }
        match fs::rename(unnamed, &named) {
            Ok(()) => return Ok(named),
            Err(error) if matches!(error.kind(), ErrorKind::AlreadyExists | ErrorKind::DirectoryNotEmpty) => {
            }
            Err(error) => return Err(error.into()),
        }
    }
    Err(StoreError::refused("backup_name"))
}
