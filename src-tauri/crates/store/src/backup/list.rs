//! The backups that are there.

use super::manifest::Manifest;
use super::{BACKUPS, ENDING, UNFINISHED};
use crate::StoreError;
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

/// The backups beside the data, newest first. What cannot be read as one is passed over.
pub fn backups_in(dir: &Path) -> Result<Vec<Backup>, StoreError> {
    let mut found = Vec::new();
    for (path, name) in entries(&dir.join(BACKUPS))? {
        if name.starts_with(UNFINISHED) || fs::symlink_metadata(&path).is_ok_and(|meta| !meta.is_dir()) {
            continue;
        }
        if let Ok(manifest) = Manifest::read(&path) {
            let bytes = manifest.bytes();
            found.push(Backup { name, path, made: manifest.made, reason: manifest.reason, bytes });
        }
    }
    newest_first(&mut found);
    Ok(found)
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
    let made = strtime::parse("%Y%m%dT%H%M%SZ", made).ok()?.to_datetime().ok()?;
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
    let _ = measure(&dir.join(crate::attachments::FOLDER), &mut seen);
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

#[cfg(unix)]
fn which(meta: &Metadata) -> Option<(u64, u64)> {
    use std::os::unix::fs::MetadataExt;
    Some((meta.dev(), meta.ino()))
}

#[cfg(not(unix))]
fn which(_: &Metadata) -> Option<(u64, u64)> {
    None
}
