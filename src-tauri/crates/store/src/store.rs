//! An open profile.

use crate::care;
use crate::door::begin_read;
use crate::profile::{
    DATABASE, Held, KNOWN, OpenMark, Opened, Setting, assert_version, connect, create, existing_folder,
    folder_for_new, has_database, identity, lock, lock_now, look, migrate, quick, schema_is_ours, settings,
    thorough, unbroken,
};
use crate::rows::Reader;
use crate::{StoreError, backup};
use jiff::Timestamp;
use rusqlite::Connection;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// What opening a profile came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Opening {
    /// Schema of the database as it was found.
    pub found: i64,
    /// Schema of the database now; another one than was found after a migration.
    pub schema: i64,
    /// Whether a program that had it open did not end properly. Everything was checked since.
    pub ended_badly: bool,
    /// Whether everything was checked.
    pub checked: bool,
    /// Whether the folder could not be written, so that nothing can be changed.
    pub read_only: bool,
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
    _mark: Option<OpenMark>,
    _copy: Option<TempDir>,
    _opened: Opened,
}

impl Store {
    /// Opens the profile in `dir`; makes the folder (its parent must exist) and a new profile when there is none. A profile
    /// of an older schema is backed up and migrated. Where the database is gone but its backups or attached files are there,
    /// no new one is made: `LostDatabase`.
    pub fn create_or_open(dir: &Path) -> Result<Self, StoreError> {
        assert_version()?;
        let dir = folder_for_new(dir)?;
        if !has_database(&dir)? {
            care::refuse_lost(&dir)?;
            create(&dir)?;
        }
        Self::open_in(dir)
    }

    /// Opens the profile in `dir`; refuses when there is none, with `LostDatabase` where backups or attached files are there.
    pub fn open(dir: &Path) -> Result<Self, StoreError> {
        assert_version()?;
        match existing_folder(dir) {
            Err(StoreError::NoProfile) => Err(care::refuse_lost(dir).err().unwrap_or(StoreError::NoProfile)),
            found => Self::open_in(found?),
        }
    }

    fn open_in(dir: PathBuf) -> Result<Self, StoreError> {
        let begun = Instant::now();
        let database = dir.join(DATABASE);
        let mut opened = Opened::register(&database, |database| {
            look(database)?;
            unbroken(database)?;
            care::keep_before_recovery(database)
        })?;
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
            backup::make(&dir, &writer, "before-migration", Timestamp::now())?;
            migrate(&writer)?;
        }
        schema_is_ours(&writer)?;
        let reader = connect(&database, true)?;
        care::recovered(&dir);
        backup::sweep(&dir);
        opened.is_whole();
        let took = begun.elapsed();
        let opening = Opening { found: schema, schema: KNOWN, ended_badly, checked, read_only: false, took };
        Ok(Self {
            writer: Mutex::new(writer),
            reader: Mutex::new(reader),
            dir,
            opening,
            _mark: Some(mark),
            _copy: None,
            _opened: opened,
        })
    }

    /// Opens a profile in a folder that cannot be written: everything can be read, and whatever would change it is refused
    /// with `ReadOnly`. Where a killed program left a change half made, or the schema is an older one, a copy is read in
    /// which that is put right; the profile itself stays as it is.
    pub fn open_read_only(dir: &Path) -> Result<Self, StoreError> {
        assert_version()?;
        let begun = Instant::now();
        let dir = existing_folder(dir)?;
        let database = dir.join(DATABASE);
        let opened = Opened::register(&database, look)?;
        let (copy, writer, reader) = match care::read_only(&database) {
            Ok((writer, reader)) => (None, writer, reader),
            Err(_) => {
                let copy = care::readable_copy(&dir)?;
                let (writer, reader) = care::read_only(&copy.path().join(DATABASE))?;
                (Some(copy), writer, reader)
            }
        };
        let opening = Opening {
            found: identity(&reader)?,
            schema: KNOWN,
            ended_badly: false,
            checked: false,
            read_only: true,
            took: begun.elapsed(),
        };
        Ok(Self {
            writer: Mutex::new(writer),
            reader: Mutex::new(reader),
            dir,
            opening,
            _mark: None,
            _copy: copy,
            _opened: opened,
        })
    }

    /// Whether the folder could not be written when the profile was opened, so that nothing can be changed.
    pub fn is_read_only(&self) -> bool {
        self.opening.read_only
    }

    /// The turn to make a backup and to carry it, one program at a time; none when another one has it and `wait` is not
    /// wished.
    pub fn turn_to_back_up(&self, wait: bool) -> Result<Option<Held>, StoreError> {
        self.must_write()?;
        if wait { lock(&self.dir, "backing-up", true) } else { lock_now(&self.dir, "backing-up") }
    }

    /// Refuses where nothing can be changed.
    pub(crate) fn must_write(&self) -> Result<(), StoreError> {
        if self.is_read_only() { Err(StoreError::ReadOnly) } else { Ok(()) }
    }

    /// The right to change something, beside others; a restore waits until it is given back, and the other way round.
    pub(crate) fn may_write(&self) -> Result<Held, StoreError> {
        self.must_write()?;
        lock(&self.dir, "writing", false)?.ok_or(StoreError::Busy)
    }

    /// The right to change everything, alone: whoever else wants to change something waits.
    pub(crate) fn alone_writing(&self) -> Result<Held, StoreError> {
        self.must_write()?;
        lock(&self.dir, "writing", true)?.ok_or(StoreError::Busy)
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
        self.backup_at(reason, Timestamp::now())
    }

    /// The same, made at this moment.
    pub fn backup_at(&self, reason: &str, now: Timestamp) -> Result<PathBuf, StoreError> {
        self.must_write()?;
        // A connection of its own: changes need not wait while files are hashed.
        backup::make(&self.dir, &connect(&self.dir.join(DATABASE), true)?, reason, now)
    }

    /// Whether something was changed since the newest backup, and that is 30 minutes old; or there is none, and there is
    /// something to be lost.
    pub fn backup_is_due(&self, now: Timestamp) -> Result<bool, StoreError> {
        backup::is_due(&self.dir, &self.reader(), now)
    }

    /// A panic rolls its transaction back, so a poisoned lock guards a sound connection.
    pub(crate) fn writer(&self) -> MutexGuard<'_, Connection> {
        self.writer.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn reader(&self) -> MutexGuard<'_, Connection> {
        self.reader.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
