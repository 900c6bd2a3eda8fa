//! Where backups go beside the data: of this computer, so neither among the records nor among the preferences.

use crate::error::AppError;
use groundwork_store::backup::Key;
use groundwork_store::{new_record_id, text_of};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::io::Write;
use std::path::{Path, PathBuf};

/// The file, in the folder of the data.
const FILE: &str = "state/backups.json";
/// The most that it may hold; a larger one is none of ours.
const MOST: u64 = 64 * 1024;

/// What the person chose.
#[derive(Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Settings {
    /// The folder of choice.
    pub folder: Option<PathBuf>,
    /// Tells this profile's files there from those of others: 6 characters of `0-9a-f`.
    pub whose: String,
    /// The key of encrypted backups; none: they are not encrypted.
    pub key: Option<Key>,
    /// Which backup was put there last.
    pub last: Option<Timestamp>,
}

impl Settings {
    /// Those of a data folder; a file that cannot be read counts as none.
    pub fn read(dir: &Path) -> Self {
        let text = text_of(&dir.join(FILE), MOST).unwrap_or_default();
        serde_json::from_str(&text).unwrap_or_default()
    }

    /// Keeps them, durably.
    pub fn write(&self, dir: &Path) -> Result<(), AppError> {
        let text = serde_json::to_string_pretty(self)
            .map_err(|error| AppError::with("command.reply", [("detail", error.to_string())]))?;
        let path = dir.join(FILE);
        let keep = || -> std::io::Result<()> {
            let folder = path.parent().unwrap_or(dir);
            // Readable for the person alone.
            let mut file = tempfile::NamedTempFile::new_in(folder)?;
            file.write_all(text.as_bytes())?;
            file.as_file().sync_all()?;
            file.persist(&path).map_err(|refused| refused.error)?;
            Ok(())
        };
        Ok(keep().map_err(groundwork_store::StoreError::from)?)
    }

    /// A name for this profile's files in a folder of choice.
    pub fn name() -> String {
        // The last digits of a UUIDv7 are random.
        let id = new_record_id().to_string();
        id[id.len() - 6..].to_owned()
    }
}
