//! The folder of a profile: what may stand there, and what is refused.

use crate::StoreError;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

/// Name of the database in the folder.
pub(crate) const DATABASE: &str = "groundwork.db";

/// The folder as an absolute path without links, when it exists; none when there is nothing at all.
fn resolve(dir: &Path) -> Result<Option<PathBuf>, StoreError> {
    let dir = std::path::absolute(dir)?;
    let meta = match fs::symlink_metadata(&dir) {
        Ok(meta) => meta,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        Err(error) if error.kind() == ErrorKind::NotADirectory => return Err(StoreError::NotAFolder),
        Err(error) => return Err(error.into()),
    };
    if meta.is_symlink() {
        match fs::metadata(&dir) {
            Ok(target) if !target.is_dir() => return Err(StoreError::NotAFolder),
            Ok(_) => {}
            Err(_) => return Err(StoreError::DanglingLink),
        }
    } else if !meta.is_dir() {
        return Err(StoreError::NotAFolder);
    }
    Ok(Some(without_links(&dir)?))
}

/// On Windows the verbatim form (`\\?\`) that `canonicalize` returns is avoided: SQLite and shells dislike it.
fn without_links(dir: &Path) -> Result<PathBuf, StoreError> {
    if cfg!(windows) { Ok(dir.to_owned()) } else { Ok(fs::canonicalize(dir)?) }
}

/// The folder of an existing profile.
pub(crate) fn existing_folder(dir: &Path) -> Result<PathBuf, StoreError> {
    let dir = resolve(dir)?.ok_or(StoreError::NoProfile)?;
    if has_database(&dir)? { Ok(dir) } else { Err(StoreError::NoProfile) }
}

/// The folder, made when there is none; its parent must exist.
pub(crate) fn folder_for_new(dir: &Path) -> Result<PathBuf, StoreError> {
    if let Some(found) = resolve(dir)? {
        return Ok(found);
    }
    let wanted = std::path::absolute(dir)?;
    match fs::create_dir(&wanted) {
        Ok(()) => {}
        Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
        Err(error) if error.kind() == ErrorKind::NotFound => return Err(StoreError::MissingParent),
        Err(error) if error.kind() == ErrorKind::NotADirectory => return Err(StoreError::MissingParent),
        Err(error) => return Err(error.into()),
    }
    if let Some(parent) = wanted.parent() {
        sync_folder(parent)?;
    }
    resolve(dir)?.ok_or(StoreError::MissingParent)
}

/// Whether the database is there; refuses links, folders, devices and a journal that lost its database.
pub(crate) fn has_database(dir: &Path) -> Result<bool, StoreError> {
    match fs::symlink_metadata(dir.join(DATABASE)) {
        Ok(meta) if meta.is_symlink() => Err(StoreError::Link),
        Ok(meta) if !meta.is_file() => Err(StoreError::NotAFile),
        Ok(_) => Ok(true),
        Err(error) if error.kind() == ErrorKind::NotFound => {
            let journal = fs::symlink_metadata(dir.join(format!("{DATABASE}-journal")));
            if journal.is_ok() { Err(StoreError::OrphanJournal) } else { Ok(false) }
        }
        Err(error) => Err(error.into()),
    }
}

/// Makes the names in a folder durable. Windows has no such call for folders; its file systems journal names.
pub(crate) fn sync_folder(dir: &Path) -> Result<(), StoreError> {
    if cfg!(unix) {
        fs::File::open(dir)?.sync_all()?;
    }
    Ok(())
}
