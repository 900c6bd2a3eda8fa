//! The archive: everything of the person's in one documented file, and back. The format is described in
//! `src-tauri/docs/archive.md`.

mod export;
mod fault;
mod open;
mod preview;
mod sound;
mod take;
mod words;

pub(crate) use export::export;
pub(crate) use open::Chosen;
pub(crate) use preview::read;
pub(crate) use take::take;

use crate::backup::KindCount;
use groundwork_domain::Text;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Where an archive is put.
#[derive(Debug, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct ArchiveExportParams {
    /// The file, in the terminal; in the window the person is asked.
    #[serde(default)]
    pub path: Option<String>,
    /// Whether a file that is there is replaced.
    #[serde(default)]
    pub replace: bool,
}

/// An archive that was written.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ArchiveFileView {
    /// Where it lies, for a person to read.
    pub path: String,
    /// Its size in bytes.
    #[ts(type = "number")]
    pub bytes: u64,
    /// What is in it, by kind.
    pub counts: Vec<KindCount>,
    /// How many attached files are in it.
    pub files: u32,
    /// How many attached files are not in it, because they are missing in the data folder already, or were altered.
    pub missing_files: u32,
}

/// An archive to look at.
#[derive(Debug, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct ArchiveReadParams {
    /// The file, in the terminal; in the window the person is asked.
    #[serde(default)]
    pub path: Option<String>,
}

/// What an archive holds of a kind, held against the data.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ArchiveKind {
    /// The kind, as a word.
    pub kind: String,
    /// The kind in words, for more than one.
    pub name: Text,
    /// Whether the program keeps it of its own reckoning, as past forecasts: nothing is chosen of it.
    pub kept: bool,
    /// In the archive, not in the data.
    pub new: u32,
    /// The same in both.
    pub same: u32,
    /// In both, and not the same.
    pub different: u32,
    /// In the data, not in the archive: it stays whatever is taken.
    pub only_here: u32,
}

/// A record that is in both, and not the same.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ArchiveDifference {
    /// Names it in `archive.take`: kind and id, `project:0190…`.
    pub key: String,
    /// The kind, as a word.
    pub kind: String,
    /// The kind in words, for one.
    pub kind_name: Text,
    /// What it is called in the data.
    pub here: Text,
    /// What it is called in the archive.
    pub there: Text,
    /// The fields that differ, with both values as short texts.
    pub fields: Vec<ArchiveField>,
}

/// A field that differs.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ArchiveField {
    /// Its name, as in the archive.
    pub field: String,
    /// Its name in words.
    pub name: Text,
    /// Its value in the data, in words and shortened.
    pub here: Text,
    /// Its value in the archive, in words and shortened.
    pub there: Text,
}

/// What taking an archive in would do. Nothing was changed.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ArchivePreview {
    /// Names it in `archive.take`.
    pub id: String,
    /// Where the file lies, for a person to read.
    pub path: String,
    /// When it was made, as RFC 3339.
    pub made: String,
    /// Version of the program that made it.
    pub program: String,
    /// Its records by kind; kinds without any are left out.
    pub kinds: Vec<ArchiveKind>,
    /// Records that are in both and not the same.
    pub different: Vec<ArchiveDifference>,
    /// Attached files that would be added.
    pub new_files: u32,
    /// Attached files that are there already.
    pub same_files: u32,
    /// Attached files that were missing already when the archive was made, and are not there either.
    pub missing_files: u32,
}

/// What to take of an archive.
#[derive(Debug, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct ArchiveTakeParams {
    /// The archive, as `archive.read` named it.
    pub id: String,
    /// Records that differ and are to be as in the archive; the others stay as they are. New ones are added always.
    #[serde(default)]
    pub replace: Vec<String>,
}

/// What was taken of an archive: one change, which undo takes back.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ArchiveTakenView {
    /// How many records were added.
    pub added: u32,
    /// How many are now as in the archive.
    pub replaced: u32,
    /// How many that differ stayed as they are.
    pub kept: u32,
}
