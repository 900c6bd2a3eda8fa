//! What a backup says of itself.

use crate::StoreError;
use crate::attachments::{FOLDER, hash_of};
use crate::profile::{DATABASE, KNOWN};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::Write;
use std::path::Path;

/// Its name within the backup.
pub(super) const MANIFEST: &str = "manifest.json";
const FORMAT: &str = "groundwork-backup";
const VERSION: u32 = 1;
/// The most that a manifest may hold: 16 MiB, some 100,000 files.
pub(super) const MOST_MANIFEST: u64 = 16 * 1024 * 1024;

/// The manifest of a backup.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Manifest {
    pub format: String,
    pub version: u32,
    /// When it was made.
    pub made: Timestamp,
    /// Why, as a word.
    pub reason: String,
    /// Version of the program that made it.
    pub program: String,
    /// The newest schema that the program knew.
    pub newest_schema: i64,
    pub sqlite: String,
    /// What the data stood at, so that nothing is backed up twice; none in older backups.
    #[serde(default)]
    pub state: Option<String>,
    pub files: Vec<Held>,
}

/// A file of a backup.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Held {
    /// Its path within the backup, with `/`.
    pub path: String,
    pub bytes: u64,
    /// In lower-case hexadecimal.
    pub sha256: String,
}

impl Manifest {
    /// The manifest of what lies in a folder.
    pub fn of(
        folder: &Path,
        reason: &str,
        made: Timestamp,
        state: Option<String>,
    ) -> Result<Self, StoreError> {
        let mut paths = Vec::new();
        list(folder, folder, &mut paths)?;
        paths.retain(|path| path != MANIFEST);
        paths.sort();
        let mut files = Vec::new();
        for path in paths {
            let file = folder.join(&path);
            files.push(Held { bytes: fs::metadata(&file)?.len(), sha256: hash_of(&file)?, path });
        }
        Ok(Self {
            format: FORMAT.into(),
            version: VERSION,
            made,
            reason: reason.into(),
            program: env!("CARGO_PKG_VERSION").into(),
            newest_schema: KNOWN,
            sqlite: rusqlite::version().into(),
            state,
            files,
        })
    }

    /// Puts it into its folder, durably.
    pub fn write(&self, folder: &Path) -> Result<(), StoreError> {
        let mut file = File::create_new(folder.join(MANIFEST))?;
        file.write_all(self.text()?.as_bytes())?;
        file.sync_all()?;
        Ok(())
    }

    /// As it is written.
    pub fn text(&self) -> Result<String, StoreError> {
        let text = serde_json::to_string_pretty(self).map_err(|_| StoreError::refused("manifest"))?;
        Ok(format!("{text}\n"))
    }

    /// Reads the manifest in a folder.
    pub fn read(folder: &Path) -> Result<Self, StoreError> {
        let bytes = crate::bytes_of(&folder.join(MANIFEST), MOST_MANIFEST).map_err(|error| match error {
            StoreError::MissingFile => StoreError::backup_fault("no_manifest"),
            other => other,
        })?;
        Self::parse(&bytes)
    }

    /// Reads a manifest; refuses another format, a newer version, and paths that no backup has.
    pub fn parse(bytes: &[u8]) -> Result<Self, StoreError> {
        let manifest: Self =
            serde_json::from_slice(bytes).map_err(|_| StoreError::backup_fault("manifest_unreadable"))?;
        if manifest.format != FORMAT {
            return Err(StoreError::backup_fault("manifest_foreign"));
        }
        if manifest.version > VERSION {
            return Err(StoreError::NewerSchema { found: manifest.version.into(), known: VERSION.into() });
        }
        let mut seen = BTreeSet::new();
        for file in &manifest.files {
            if !is_known(&file.path) || !seen.insert(&file.path) {
                return Err(StoreError::backup_fault("manifest_paths"));
            }
        }
        if seen.iter().any(|path| *path == DATABASE) {
            Ok(manifest)
        } else {
            Err(StoreError::backup_fault("no_database"))
        }
    }

    /// The size of all its files in bytes.
    pub fn bytes(&self) -> u64 {
        self.files.iter().map(|file| file.bytes).sum()
    }

    /// Its attached files.
    pub fn attachments(&self) -> impl Iterator<Item = &Held> {
        self.files.iter().filter(|file| file.path != DATABASE)
    }
}

/// Whether a path is one that a backup has: the database, or an attachment by its hash.
pub(super) fn is_known(path: &str) -> bool {
    if path == DATABASE {
        return true;
    }
    let parts: Vec<&str> = path.split('/').collect();
    let [folder, pair, hash] = parts.as_slice() else { return false };
    let is_hash = hash.len() == 64 && hash.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b));
    *folder == FOLDER && is_hash && hash.starts_with(pair) && pair.len() == 2
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
