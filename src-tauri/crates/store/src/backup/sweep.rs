//! What a killed program left half made.

use super::{BACKUPS, UNFINISHED};
use std::fs::{self, DirEntry};
use std::path::Path;
use std::time::{Duration, SystemTime};

/// Nothing takes longer to be made.
const OLD: Duration = Duration::from_secs(60 * 60);

/// Removes what was being made in a profile more than an hour ago and never got a name.
pub(crate) fn sweep(dir: &Path) {
    for folder in [dir.join(BACKUPS), dir.to_owned()] {
        sweep_in(&folder, UNFINISHED);
    }
}

/// Removes from a folder what begins so and is more than an hour old. What cannot be removed stays: it does no harm.
pub(super) fn sweep_in(folder: &Path, prefix: &str) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        if !entry.file_name().to_string_lossy().starts_with(prefix) || !is_old(&entry) {
            continue;
        }
        let _ = match entry.file_type() {
            Ok(kind) if kind.is_dir() => fs::remove_dir_all(entry.path()),
            _ => fs::remove_file(entry.path()),
        };
    }
}

fn is_old(entry: &DirEntry) -> bool {
    let modified = entry.metadata().and_then(|meta| meta.modified()).ok();
    modified.and_then(|at| SystemTime::now().duration_since(at).ok()).is_some_and(|age| age >= OLD)
}
