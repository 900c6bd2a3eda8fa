//! What can go wrong, as codes.

use rusqlite::ErrorCode;
use std::io;

/// What the store refuses or fails at. `code()` is stable; sentences for people live with the messages.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum StoreError {
    /// There is no profile in the folder.
    #[error("no profile here")]
    NoProfile,
    /// The profile was written by a newer version of the program.
    #[error("the profile has schema {found}, this version knows {known}")]
    NewerSchema {
        /// Schema of the file.
        found: i64,
        /// Newest schema that this version knows.
        known: i64,
    },
    /// The file named `groundwork.db` is not one of this program's.
    #[error("not a profile of this program")]
    ForeignFile,
    /// The folder or file may not be written.
    #[error("the folder cannot be written")]
    ReadOnly,
    /// The folder that should hold the data folder does not exist.
    #[error("the parent folder does not exist")]
    MissingParent,
    /// There is something else where the folder should be.
    #[error("not a folder")]
    NotAFolder,
    /// The folder is a link to something that does not exist.
    #[error("a link that leads nowhere")]
    DanglingLink,
    /// A link where only a plain file is accepted.
    #[error("a link, not a file")]
    Link,
    /// A folder, device or pipe where only a plain file is accepted.
    #[error("not a plain file")]
    NotAFile,
    /// A rollback journal without its database: making a new profile would destroy it.
    #[error("a journal without its database")]
    OrphanJournal,
    /// Another program holds the profile for more than five seconds.
    #[error("the profile is busy")]
    Busy,
    /// No room left on the disk.
    #[error("the disk is full")]
    DiskFull,
    /// The file contradicts itself.
    #[error("the profile is damaged: {what}")]
    Damaged {
        /// What was found, without any text of the person's.
        what: String,
    },
    /// The record to take back was changed since, outside this program.
    #[error("the change cannot be taken back: the records differ")]
    UndoConflict,
    /// A rule of the tables refuses the value.
    #[error("refused by the store: {what}")]
    Refused {
        /// The rule, by its name.
        what: String,
    },
    /// The file is larger than allowed.
    #[error("{bytes} bytes are more than {max}")]
    TooLarge {
        /// Size found.
        bytes: u64,
        /// Size allowed.
        max: u64,
    },
    /// The file that is to be attached may not be read.
    #[error("the file may not be read")]
    UnreadableFile,
    /// The attached file is not in the folder of attachments.
    #[error("the attached file is missing")]
    MissingFile,
    /// The attached file is not what its hash says.
    #[error("the attached file was altered")]
    AlteredFile,
    /// The SQLite of this build is older than 3.51.3, or a setting did not hold.
    #[error("SQLite is not as required: {what}")]
    Engine {
        /// What differs.
        what: String,
    },
    /// Another program has the profile open, and what was asked needs it alone.
    #[error("another program has the profile open")]
    InUse,
    /// The database is gone, but backups or attached files of it are there: no new one takes its place by itself.
    #[error("the database is missing")]
    LostDatabase,
    /// A backup is not whole, or is none.
    #[error("the backup is not whole: {what}")]
    BackupFault {
        /// What was found, as a word.
        what: String,
    },
    /// The backup is encrypted with a key that this computer does not know.
    #[error("the backup needs its passphrase")]
    PassphraseNeeded,
    /// The passphrase does not open the backup.
    #[error("the passphrase does not open the backup")]
    PassphraseWrong,
    /// The folder of choice is not there.
    #[error("the folder is not there")]
    NoFolder,
    /// The folder that data should be moved to holds something.
    #[error("the folder is not empty")]
    NotEmpty,
    /// Another change stands where the one that was named should be.
    #[error("the history has moved on")]
    MovedOn,
    /// The change to take back or to make again was made, or taken back, elsewhere.
    #[error("the change was made elsewhere")]
    MadeElsewhere {
        /// The change.
        entry: Box<crate::HistoryEntry>,
        /// Where it was made, or taken back.
        by: crate::Origin,
    },
    /// Reading or writing failed.
    #[error("input or output failed")]
    Io(#[source] io::Error),
    /// Anything else that SQLite reports.
    #[error("SQLite failed")]
    Sqlite(#[source] rusqlite::Error),
}

impl StoreError {
    /// A stable code, for messages and scripts.
    pub fn code(&self) -> &'static str {
        match self {
            Self::NoProfile => "store.no_profile",
            Self::NewerSchema { .. } => "store.newer_schema",
            Self::ForeignFile => "store.foreign_file",
            Self::ReadOnly => "store.read_only",
            Self::MissingParent => "store.missing_parent",
            Self::NotAFolder => "store.not_a_folder",
            Self::DanglingLink => "store.dangling_link",
            Self::Link => "store.link",
            Self::NotAFile => "store.not_a_file",
            Self::OrphanJournal => "store.orphan_journal",
            Self::Busy => "store.busy",
            Self::DiskFull => "store.disk_full",
            Self::Damaged { .. } => "store.damaged",
            Self::UndoConflict => "store.undo_conflict",
            Self::Refused { .. } => "store.refused",
            Self::TooLarge { .. } => "store.too_large",
            Self::UnreadableFile => "store.unreadable_file",
            Self::MissingFile => "store.missing_file",
            Self::AlteredFile => "store.altered_file",
            Self::Engine { .. } => "store.engine",
            Self::InUse => "store.in_use",
            Self::LostDatabase => "store.lost_database",
            Self::BackupFault { .. } => "backup.fault",
            Self::PassphraseNeeded => "backup.passphrase_needed",
            Self::PassphraseWrong => "backup.passphrase_wrong",
            Self::NoFolder => "backup.no_folder",
            Self::NotEmpty => "care.not_empty",
            Self::MovedOn => "history.moved_on",
            Self::MadeElsewhere { .. } => "history.made_elsewhere",
            Self::Io(_) => "store.io",
            Self::Sqlite(_) => "store.sqlite",
        }
    }

    pub(crate) fn damaged(what: impl Into<String>) -> Self {
        Self::Damaged { what: what.into() }
    }

    pub(crate) fn backup_fault(what: impl Into<String>) -> Self {
        Self::BackupFault { what: what.into() }
    }

    pub(crate) fn refused(what: impl Into<String>) -> Self {
        Self::Refused { what: what.into() }
    }
}

impl From<io::Error> for StoreError {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => Self::ReadOnly,
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::DiskFull,
            _ => Self::Io(error),
        }
    }
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::Error as E;
        match &error {
            E::SqliteFailure(code, message) => match code.code {
                ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked => Self::Busy,
                ErrorCode::DiskFull => Self::DiskFull,
                ErrorCode::SystemIoFailure => Self::Io(io::Error::other(error)),
                // Where the database is there, what SQLite cannot open is the journal that it would make beside it.
                ErrorCode::ReadOnly | ErrorCode::PermissionDenied | ErrorCode::CannotOpen => Self::ReadOnly,
                ErrorCode::DatabaseCorrupt => Self::damaged("malformed database"),
                ErrorCode::NotADatabase => Self::damaged("not a database"),
                ErrorCode::ConstraintViolation | ErrorCode::TooBig => {
                    Self::refused(message.clone().unwrap_or_else(|| code.to_string()))
                }
                _ => Self::Sqlite(error),
            },
            E::FromSqlConversionFailure(column, ..)
            | E::IntegralValueOutOfRange(column, _)
            | E::Utf8Error(column, _) => Self::damaged(format!("value of column {column}")),
            E::InvalidColumnType(_, column, _) => Self::damaged(format!("value of column {column}")),
            _ => Self::Sqlite(error),
        }
    }
}
