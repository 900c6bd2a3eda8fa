//! An open profile.

use crate::door::begin_read;
use crate::profile::{
    DATABASE, KNOWN, OpenMark, Opened, Setting, assert_version, connect, create, existing_folder,
    folder_for_new, has_database, identity, migrate, quick, schema_is_ours, settings, thorough,
};
use crate::rows::Reader;
use crate::{StoreError, backup};
use rusqlite::Connection;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

/// What opening a profile came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Opening {
    /// Schema of the database as it was found.
    pub found: i64,
    /// Schema of the database now; another one than was found after a migration.
    pub schema: i64,
    /// Whether a program that had it open did not end properly.
    pub ended_badly: bool,
    /// Whether everything was checked.
    pub checked: bool,
    /// How long it took.
    pub took: Duration,
}

/// An open profile: one connection that writes, one that reads. Share it between threads behind an `Arc`.
///
/// Within [`Store::write`] read through its `Writer`; a write started within a read or another write of the same store
/// would wait for itself.
pub struct Store {
    writer: Mutex<Connection>,
    reader: Mutex<Connection>,
    dir: PathBuf,
    opening: Opening,
    // Dropped after the connections, in this order.
    _mark: OpenMark,
    _opened: Opened,
}

impl Store {
    /// Opens the profile in `dir`; makes the folder (its parent must exist) and a new profile when there is none. A profile
    /// of an older schema is backed up and migrated.
    pub fn create_or_open(dir: &Path) -> Result<Self, StoreError> {
        assert_version()?;
        let dir = folder_for_new(dir)?;
        if !has_database(&dir)? {
            create(&dir)?;
        }
        Self::open_in(dir)
    }

    /// Opens the profile in `dir`; refuses when there is none.
    pub fn open(dir: &Path) -> Result<Self, StoreError> {
        assert_version()?;
        Self::open_in(existing_folder(dir)?)
    }

    fn open_in(dir: PathBuf) -> Result<Self, StoreError> {
        let begun = Instant::now();
        let database = dir.join(DATABASE);
        let opened = Opened::register(&database, crate::profile::look)?;
        let writer = connect(&database, false)?;
        let schema = identity(&writer)?;
        quick(&writer)?;
        let mut mark = OpenMark::enter(&dir)?;
        let (ended_badly, checked) = (mark.ended_badly(), mark.check_is_due());
        if checked {
            thorough(&writer)?;
            mark.checked()?;
        }
        if schema < KNOWN {
            backup::make(&dir, &writer, "before-migration")?;
            migrate(&writer)?;
        }
        schema_is_ours(&writer)?;
        let reader = connect(&database, true)?;
        let opening = Opening { found: schema, schema: KNOWN, ended_badly, checked, took: begun.elapsed() };
        let (writer, reader) = (Mutex::new(writer), Mutex::new(reader));
        Ok(Self { writer, reader, dir, opening, _mark: mark, _opened: opened })
    }

    /// The folder of the profile, absolute and without links.
    pub fn dir(&self) -> &Path {
        &self.dir
    }

    /// What opening it came to.
    pub fn opening(&self) -> Opening {
        self.opening
    }

    /// Version of SQLite.
    pub fn sqlite_version() -> &'static str {
        rusqlite::version()
    }

    /// A number that changes when another process (or another store of this one) wrote; not when this store did.
    pub fn data_version(&self) -> Result<i64, StoreError> {
        Ok(self.writer().pragma_query_value(None, "data_version", |row| row.get(0))?)
    }

    /// The settings that bind, as SQLite reports them: of the connection that writes, of the one that reads.
    pub fn settings(&self) -> Result<[Vec<Setting>; 2], StoreError> {
        Ok([settings(&self.writer())?, settings(&self.reader())?])
    }

    /// Reads in one consistent snapshot. It cannot write.
    pub fn read<T, E: From<StoreError>>(&self, f: impl FnOnce(&Reader) -> Result<T, E>) -> Result<T, E> {
        let conn = self.reader();
        let _snapshot = begin_read(&conn)?;
        f(&Reader::new(&conn))
    }

    /// Copies the database, by SQLite's backup API, and the attachments into `dir/backups/<timestamp>-<reason>/`, checks
    /// the copy, and lists every file with its SHA-256 in `manifest.json`. The folder is a profile that can be opened.
    /// `reason` is 1 to 40 characters of `a-z`, `0-9` and `-`.
    pub fn backup(&self, reason: &str) -> Result<PathBuf, StoreError> {
        backup::make(&self.dir, &self.writer(), reason)
    }

    /// A panic rolls its transaction back, so a poisoned lock guards a sound connection.
    pub(crate) fn writer(&self) -> MutexGuard<'_, Connection> {
        self.writer.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn reader(&self) -> MutexGuard<'_, Connection> {
        self.reader.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
