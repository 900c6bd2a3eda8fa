//! What a killed program left half made.

use super::{BACKUPS, UNFINISHED};
use std::fs;
use std::path::Path;
use std::time::{Duration, SystemTime};

/// Nothing takes longer to be made.
const OLD: Duration = Duration::from_secs(60 * 60);

/// Removes what was being made more than an hour ago and never got a name. What cannot be removed stays: it does no harm.
pub(crate) fn sweep(dir: &Path) {
    for folder in [dir.join(BACKUPS), dir.to_owned()] {
        let Ok(entries) = fs::read_dir(folder) else { continue };
        for entry in entries.flatten() {
            let unfinished = entry.file_name().to_string_lossy().starts_with(UNFINISHED);
            let age = entry
                .metadata()
                .and_then(|meta| meta.modified())
                .ok()
                .and_then(|at| SystemTime::now().duration_since(at).ok());
            if !unfinished || age.is_none_or(|age| age < OLD) {
                continue;
            }
            let _ = match entry.file_type() {
                Ok(kind) if kind.is_dir() => fs::remove_dir_all(entry.path()),
                _ => fs::remove_file(entry.path()),
            };
        }
    }
}
