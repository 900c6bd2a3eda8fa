//! Backups: a whole profile in a folder of its own.

use crate::attachments::{FOLDER, hash_of};
use crate::profile::{DATABASE, KNOWN, connect, copy_target, identity, quick, sync_folder};
use crate::{Store, StoreError};
use rusqlite::Connection;
use rusqlite::backup::{Backup, StepResult};
use serde_json::json;
use std::fs::{self, File};
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// Makes a backup. It gets its name only when it is whole and verified.
pub(crate) fn make(dir: &Path, source: &Connection, reason: &str) -> Result<PathBuf, StoreError> {
    let is_word = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    if !(1..=40).contains(&reason.len()) || !reason.bytes().all(is_word) {
        return Err(StoreError::refused("backup_reason"));
    }
    let backups = dir.join("backups");
    fs::create_dir_all(&backups)?;
    let unnamed = tempfile::Builder::new().prefix(".making-").tempdir_in(&backups)?;
    copy_database(source, &unnamed.path().join(DATABASE))?;
    copy_attachments(&dir.join(FOLDER), &unnamed.path().join(FOLDER))?;
    let made = jiff::Timestamp::now();
    write_manifest(unnamed.path(), reason, made)?;
    sync_folder(unnamed.path())?;
    let named = name_it(&backups, unnamed.path(), &format!("{}-{reason}", made.strftime("%Y%m%dT%H%M%SZ")))?;
    // It moved: there is nothing left to remove.
    let _ = unnamed.keep();
    sync_folder(&backups)?;
    Ok(named)
}

fn copy_database(source: &Connection, target: &Path) -> Result<(), StoreError> {
    let mut copy = copy_target(target)?;
    let backup = Backup::new(source, &mut copy)?;
    let mut patience = 100;
    loop {
        match backup.step(-1)? {
            StepResult::Done => break,
            _ if patience == 0 => return Err(StoreError::Busy),
            _ => std::thread::sleep(Duration::from_millis(50)),
        }
        patience -= 1;
    }
    drop(backup);
    copy.close().map_err(|(_, error)| error)?;
    let copy = connect(target, true)?;
    identity(&copy)?;
    quick(&copy)?;
    copy.close().map_err(|(_, error)| error)?;
    Ok(())
}

/// Attached files never change, so a hard link is as good as a copy where the file system has them.
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
            let hidden = file.file_name().to_string_lossy().starts_with('.');
            if file.file_type()?.is_file() && !hidden {
                let copy = target.join(file.file_name());
                if fs::hard_link(file.path(), &copy).is_err() {
                    fs::copy(file.path(), &copy)?;
                    File::options().write(true).open(&copy)?.sync_all()?;
                }
            }
        }
        sync_folder(&target)?;
    }
    sync_folder(to)
}

fn write_manifest(folder: &Path, reason: &str, made: jiff::Timestamp) -> Result<(), StoreError> {
    let mut files = Vec::new();
    list(folder, folder, &mut files)?;
    files.sort();
    let mut entries = Vec::new();
    for name in files {
        let path = folder.join(&name);
        entries.push(json!({ "path": name, "bytes": fs::metadata(&path)?.len(), "sha256": hash_of(&path)? }));
    }
    let manifest = json!({
        "format": "groundwork-backup",
        "version": 1,
        "made": made.to_string(),
        "reason": reason,
        "program": env!("CARGO_PKG_VERSION"),
        "newest_schema": KNOWN,
        "sqlite": Store::sqlite_version(),
        "files": entries,
    });
    let mut file = File::create_new(folder.join("manifest.json"))?;
    file.write_all(format!("{manifest:#}\n").as_bytes())?;
    file.sync_all()?;
    Ok(())
}

/// The files below a folder, by their paths with `/`.
fn list(root: &Path, folder: &Path, found: &mut Vec<String>) -> Result<(), StoreError> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_type()?.is_dir() {
            list(root, &entry.path(), found)?;
        } else if let Ok(path) = entry.path().strip_prefix(root) {
            found.push(path.to_string_lossy().replace('\\', "/"));
        }
    }
    Ok(())
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
