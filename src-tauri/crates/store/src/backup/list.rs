//! The backups that are there.

use super::manifest::Manifest;
use super::{BACKUPS, ENDING, STAMP, UNFINISHED};
use crate::StoreError;
use crate::attachments::{FOLDER, hash_of};
use jiff::Timestamp;
use jiff::fmt::strtime;
use std::collections::BTreeSet;
use std::fs::{self, Metadata};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

/// A backup that is there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Backup {
    /// Name of its folder or file.
    pub name: String,
    /// Where it lies.
    pub path: PathBuf,
    /// When it was made.
    pub made: Timestamp,
    /// Why, as a word.
    pub reason: String,
    /// Its size in bytes, attached files included.
    pub bytes: u64,
}

impl Backup {
    /// The backup of a folder; none where the folder holds none.
    pub fn at(path: &Path) -> Option<Self> {
        let name = path.file_name()?.to_str()?.to_owned();
        let manifest = Manifest::read(path).ok()?;
        let bytes = manifest.bytes();
        Some(Self { name, path: path.to_owned(), made: manifest.made, reason: manifest.reason, bytes })
    }
}

/// The backups beside the data, newest first. What cannot be read as one is passed over.
pub fn backups_in(dir: &Path) -> Result<Vec<Backup>, StoreError> {
    let mut found: Vec<Backup> = folders(dir)?.iter().filter_map(|(path, _)| Backup::at(path)).collect();
    newest_first(&mut found);
    Ok(found)
}

/// The newest backup beside the data. Goes by the names, which begin with the second in which each was made: a manifest
/// names every attached file, so reading all of them every minute would cost.
pub fn newest_in(dir: &Path) -> Result<Option<Backup>, StoreError> {
    let mut newest: Option<Backup> = None;
    for (path, name) in folders(dir)?.into_iter().filter(|(_, name)| second_of(name).is_some()) {
        if newest.as_ref().is_some_and(|known| second_of(&known.name) != second_of(&name)) {
            break;
        }
        newest = match (newest, Backup::at(&path)) {
            (Some(known), Some(found)) if known.made >= found.made => Some(known),
            (known, found) => found.or(known),
        };
    }
    Ok(newest)
}

/// Where a backup beside the data holds the attached file of a hash, whole; the newest one that does.
pub(crate) fn held_in_backups(dir: &Path, sha256: &str) -> Result<Option<PathBuf>, StoreError> {
    for (folder, _) in folders(dir)? {
        let path = folder.join(FOLDER).join(&sha256[..2]).join(sha256);
        if !fs::symlink_metadata(&path).is_ok_and(|meta| meta.is_file()) {
            continue;
        }
        match hash_of(&path) {
            Ok(hash) if hash == sha256 => return Ok(Some(path)),
            // Hurt as well, as a hard link to the same file is; or gone meanwhile.
            Ok(_) => {}
            Err(StoreError::Io(error)) if error.kind() == ErrorKind::NotFound => {}
            Err(other) => return Err(other),
        }
    }
    Ok(None)
}

/// The second in which a backup was made, as its name tells it.
fn second_of(name: &str) -> Option<&str> {
    let (second, _) = name.split_once('-')?;
    strtime::parse(STAMP, second).is_ok().then_some(second)
}

/// The folders beside the data that may be backups, the newest first as their names have it.
fn folders(dir: &Path) -> Result<Vec<(PathBuf, String)>, StoreError> {
    let mut all = entries(&dir.join(BACKUPS))?;
    all.retain(|(path, name)| {
        !name.starts_with(UNFINISHED) && fs::symlink_metadata(path).is_ok_and(|meta| meta.is_dir())
    });
    all.sort_by(|a, b| b.1.cmp(&a.1));
    Ok(all)
}

/// The backups in a folder of choice, newest first, by their names; what they hold is not looked at.
pub fn files_in(folder: &Path) -> Result<Vec<Backup>, StoreError> {
    let mut found = Vec::new();
    for (path, name) in entries(folder)? {
        let Some((_, made, reason)) = parts(&name) else { continue };
        if let Ok(meta) = fs::symlink_metadata(&path)
            && meta.is_file()
        {
            found.push(Backup { name, path, made, reason, bytes: meta.len() });
        }
    }
    newest_first(&mut found);
    Ok(found)
}

/// Whose, when and why, by the name of a file: `groundwork-1a2b3c-20261120T214500Z-changes.groundwork-backup`.
pub(super) fn parts(name: &str) -> Option<(&str, Timestamp, String)> {
    let stem = name.strip_prefix("groundwork-")?.strip_suffix(&format!(".{ENDING}"))?;
    let (whose, rest) = stem.split_once('-')?;
    let (made, reason) = rest.split_once('-')?;
    let made = strtime::parse(STAMP, made).ok()?.to_datetime().ok()?;
    let made = made.to_zoned(jiff::tz::TimeZone::UTC).ok()?.timestamp();
    // A second one of the same second has a number at its end.
    let reason = reason.trim_end_matches(|c: char| c.is_ascii_digit()).trim_end_matches('-');
    Some((whose, made, reason.to_owned()))
}

/// When and why a backup was made, by the name of its file.
pub fn file_of_name(name: &str) -> Option<(Timestamp, String)> {
    parts(name).map(|(_, made, reason)| (made, reason))
}

fn entries(folder: &Path) -> Result<Vec<(PathBuf, String)>, StoreError> {
    let read = match fs::read_dir(folder) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
        other => other?,
    };
    let mut found = Vec::new();
    for entry in read {
        let entry = entry?;
        if let Ok(name) = entry.file_name().into_string() {
            found.push((entry.path(), name));
        }
    }
    Ok(found)
}

fn newest_first(backups: &mut [Backup]) {
    backups.sort_by(|a, b| b.made.cmp(&a.made).then_with(|| b.name.cmp(&a.name)));
}

/// What the backups beside the data take of the disk, in bytes; a file that several share with each other or with the data
/// counts once, where the system tells that it is one.
pub fn disk_use(dir: &Path) -> u64 {
    let mut seen = BTreeSet::new();
    let _ = measure(&dir.join(FOLDER), &mut seen);
    measure(&dir.join(BACKUPS), &mut seen).unwrap_or(0)
}

fn measure(folder: &Path, seen: &mut BTreeSet<(u64, u64)>) -> std::io::Result<u64> {
    let mut bytes = 0;
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let meta = entry.metadata()?;
        if meta.is_dir() {
            bytes += measure(&entry.path(), seen)?;
        } else if which(&meta).is_none_or(|file| seen.insert(file)) {
            bytes += meta.len();
        }
    }
    Ok(bytes)
}

/// Which file it is, where the system tells: its device and number.
#[cfg(unix)]
pub(crate) fn which(meta: &Metadata) -> Option<(u64, u64)> {
    use std::os::unix::fs::MetadataExt;
    Some((meta.dev(), meta.ino()))
}

/// Which file it is, where the system tells.
#[cfg(not(unix))]
pub(crate) fn which(_: &Metadata) -> Option<(u64, u64)> {
    None
}
