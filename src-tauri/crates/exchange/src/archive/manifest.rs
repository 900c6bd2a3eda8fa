//! `manifest.json`: what the archive is, who made it when, and every other file of it with its size and hash.

use super::json::text;
use super::name::is_hash;
use super::{ArchiveError, FORMAT, MANIFEST, Name, VERSION};
use serde::{Deserialize, Serialize};

/// What an archive says of itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    /// Always [`FORMAT`].
    pub format: String,
    /// Version of the container: [`VERSION`].
    pub version: u32,
    /// Schema of the records: the number of migrations of the program that made it.
    pub schema: i64,
    /// Version of the program that made it.
    pub program: String,
    /// When it was made, as RFC 3339.
    pub made: String,
    /// Every other file, in the order of the paths.
    pub files: Vec<FileEntry>,
    /// SHA-256 of attached files that records name and that were missing already when the archive was made.
    pub missing: Vec<String>,
}

/// A file of the archive.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FileEntry {
    /// Its path in the archive.
    pub path: String,
    /// Its size in bytes, unpacked.
    pub bytes: u64,
    /// SHA-256 of its bytes, in lower-case hexadecimal.
    pub sha256: String,
}

/// What stands in every version of the manifest, for ever.
#[derive(Deserialize)]
struct Head {
    format: String,
    version: u64,
    #[serde(default)]
    schema: i64,
    #[serde(default)]
    program: String,
}

/// The most characters of the version and the time.
const MOST_WORD: usize = 100;

impl Manifest {
    /// Reads a manifest; `schema` is the newest that is known.
    pub(super) fn read(bytes: &[u8], schema: i64) -> Result<Self, ArchiveError> {
        let text = text(MANIFEST, bytes)?;
        let head: Head = serde_json::from_str(text).map_err(|_| ArchiveError::WrongFormat)?;
        if head.format != FORMAT {
            return Err(ArchiveError::WrongFormat);
        }
        let wrong = |detail: String| ArchiveError::Manifest { detail };
        if head.version > u64::from(VERSION) || head.schema > schema {
            let program = head.program.chars().take(MOST_WORD).collect();
            return Err(ArchiveError::Newer { program });
        }
        let manifest: Self = serde_json::from_str(text).map_err(|error| wrong(error.to_string()))?;
        if manifest.version != VERSION || manifest.schema < 1 {
            return Err(wrong("version".into()));
        }
        if manifest.program.len() > MOST_WORD || manifest.made.parse::<jiff::Timestamp>().is_err() {
            return Err(wrong("program, made".into()));
        }
        let sorted = manifest.files.windows(2).all(|two| two[0].path < two[1].path);
        if !sorted || !manifest.missing.windows(2).all(|two| two[0] < two[1]) {
            return Err(wrong("order".into()));
        }
        for file in &manifest.files {
            let named = match Name::parse(&file.path)? {
                Name::Attachment { sha256 } => sha256 == file.sha256,
                Name::Records { .. } => true,
                Name::Manifest => false,
            };
            if !named || !is_hash(&file.sha256) {
                return Err(wrong(file.path.clone()));
            }
        }
        match manifest.missing.iter().find(|sha256| !is_hash(sha256)) {
            Some(sha256) => Err(wrong(sha256.chars().take(MOST_WORD).collect())),
            None => Ok(manifest),
        }
    }
}
