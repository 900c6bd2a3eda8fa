//! Backups: made, listed, looked into, brought back; beside the data, and in a folder of the person's choice.

mod make;
mod settings;
mod verbs;

pub(crate) use make::{Backups, row_of};
pub(crate) use verbs::*;

use crate::error::AppError;
use crate::kinds;
use groundwork_domain::Text;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// One backup, as it is listed.
#[derive(Debug, Clone, Serialize, TS)]
pub struct BackupRow {
    /// Names it in later calls: `here:…` beside the data, `away:…` in the folder of choice, `file:…` a picked file.
    pub id: String,
    /// When it was made, as RFC 3339; none where only the passphrase tells.
    pub made: Option<String>,
    /// Why it was made, as a sentence: `after changes`, `before a migration` …
    pub why: Text,
    /// The same as a word: `changes`, `asked`, `before-migration`, `before-import`, `before-restore`, `before-repair`,
    /// `before-move`.
    pub reason: String,
    /// Its size in bytes, files included.
    #[ts(type = "number")]
    pub bytes: u64,
    /// Whether it is encrypted.
    pub encrypted: bool,
    /// Whether it lies in the folder of choice.
    pub away: bool,
    /// Where it lies, for a person to read.
    pub path: String,
}

/// How many records of a kind there are.
#[derive(Debug, Clone, Serialize, TS)]
pub struct KindCount {
    /// The kind, as a word: `project`, `evidence` …
    pub kind: String,
    /// The kind in words, for more than one: `projects`.
    pub name: Text,
    /// How many there are.
    pub count: u32,
    /// How many there are in the data at present, to be held against it.
    pub now: Option<u32>,
}

/// What is in a backup. Every file of it was read and held against its hash to say so.
#[derive(Debug, Clone, Serialize, TS)]
pub struct BackupContentView {
    /// The backup.
    pub backup: BackupRow,
    /// Whether everything in it is as it was when it was made.
    pub whole: bool,
    /// What is wrong, where it is not whole, or why it cannot be looked into.
    pub fault: Option<AppError>,
    /// Its records by kind; kinds without any are left out on both sides.
    pub counts: Vec<KindCount>,
    /// How many attached files are in it.
    pub files: u32,
    /// Their size in bytes.
    #[ts(type = "number")]
    pub file_bytes: u64,
    /// When its newest change was made, as RFC 3339.
    pub newest_at: Option<String>,
    /// Its newest change, as a sentence.
    pub newest: Option<Text>,
    /// Version of the program that made it.
    pub program: String,
}

/// The folder of choice, and what is kept there.
#[derive(Debug, Clone, Serialize, TS)]
pub struct AwayView {
    /// Its path, for a person to read.
    pub folder: String,
    /// Whether it is there now.
    pub reachable: bool,
    /// Whether what is put there is encrypted.
    pub encrypted: bool,
    /// When the last backup was put there, as RFC 3339.
    pub last: Option<String>,
    /// Why the last try failed.
    pub problem: Option<AppError>,
}

/// All backups, newest first.
#[derive(Debug, Clone, Serialize, TS)]
pub struct BackupsView {
    /// The backups.
    pub rows: Vec<BackupRow>,
    /// The folder beside the data that holds backups, for a person to read.
    pub folder: String,
    /// What they take of the disk, in bytes; files that several share counted once.
    #[ts(type = "number")]
    pub bytes: u64,
    /// The folder of choice; none where none was chosen.
    pub away: Option<AwayView>,
    /// Whether a passphrase is set for the folder of choice.
    pub passphrase: bool,
    /// Why the last backup that was due failed, if it did.
    pub problem: Option<AppError>,
}

/// Which backup, and its passphrase.
#[derive(Debug, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct BackupParams {
    /// Its id.
    pub id: String,
    /// Its passphrase, where it is encrypted and this computer does not know it.
    #[serde(default)]
    pub passphrase: Option<String>,
}

/// A backup file from elsewhere.
#[derive(Debug, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct BackupFileParams {
    /// The file, in the terminal; in the window the person is asked.
    #[serde(default)]
    pub path: Option<String>,
}

/// The folder of choice.
#[derive(Debug, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct BackupFolderParams {
    /// The folder, in the terminal; in the window the person is asked.
    #[serde(default)]
    pub path: Option<String>,
}

/// The passphrase for the folder of choice.
#[derive(Debug, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct PassphraseParams {
    /// At least 8 characters; null: backups are no longer encrypted from now on.
    pub passphrase: Option<String>,
}

/// What was brought back.
#[derive(Debug, Clone, Serialize, TS)]
pub struct RestoredView {
    /// The backup that was brought back.
    pub from: BackupRow,
    /// The backup of what was there before; none where that could not be read. To go back, bring it back.
    pub before: Option<BackupRow>,
    /// Where what was there before lies as it was, where it could not be read.
    pub aside: Option<String>,
    /// What there is now.
    pub counts: Vec<KindCount>,
}

/// How many records of each kind there are, held against what there is `now`; kinds without any on both sides are left out.
pub(crate) fn counted(counts: &[(&'static str, u32)], now: Option<&[(&'static str, u32)]>) -> Vec<KindCount> {
    let here =
        |kind: &str| now.map(|now| now.iter().find(|(k, _)| *k == kind).map_or(0, |(_, count)| *count));
    let all = counts.iter().map(|(kind, count)| KindCount {
        kind: (*kind).to_owned(),
        name: kinds::name(kind),
        count: *count,
        now: here(kind),
    });
    all.filter(|row| row.count > 0 || row.now.unwrap_or(0) > 0).collect()
}
