//! Who has the profile open, and when it was last checked in full.
//!
//! Each open store holds a locked file `state/open-…` and removes it at its end. A file that nobody locks is what a
//! killed program left: an unclean end. `state/checked` is touched after each full check. None of it is in the database,
//! so none of it is history.
//!
//! Two more files are only there to be locked, between programs and between the stores of one: `state/in-use` is shared by
//! every open store, and taken alone by what replaces or moves the database file; `state/writing` is shared for the moment
//! of each change, and taken alone by a restore, so that no change falls between the backup of what was there and what
//! takes its place.

use crate::{StoreError, new_record_id};
use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant, SystemTime};

const HOUR: Duration = Duration::from_secs(60 * 60);
const WEEK: Duration = Duration::from_secs(7 * 24 * 60 * 60);

/// Says that this store is open, until dropped.
pub(crate) struct OpenMark {
    folder: PathBuf,
    path: PathBuf,
    held: Option<File>,
    in_use: Option<Held>,
    left: Vec<PathBuf>,
}

/// A lock that was taken, until dropped.
pub struct Held {
    _file: File,
}

/// How long one waits for a lock.
const PATIENCE: Duration = Duration::from_secs(5);

/// Takes a lock of `state/`, shared with others of its kind or alone; none after five seconds. Where a file system knows no
/// locks SQLite keeps order by its own means, and this one is taken for granted.
pub(crate) fn lock(dir: &Path, name: &str, alone: bool) -> Result<Option<Held>, StoreError> {
    take(dir, name, alone, PATIENCE)
}

/// Takes a lock of `state/` alone, if nobody has it now.
pub(crate) fn lock_now(dir: &Path, name: &str) -> Result<Option<Held>, StoreError> {
    take(dir, name, true, Duration::ZERO)
}

fn take(dir: &Path, name: &str, alone: bool, patience: Duration) -> Result<Option<Held>, StoreError> {
    let folder = dir.join("state");
    make(&folder)?;
    let path = folder.join(name);
    // Opening a pipe would wait for somebody at its other end.
    if fs::symlink_metadata(&path).is_ok_and(|meta| !meta.is_file()) {
        return Err(StoreError::NotAFile);
    }
    let file = File::options().create(true).truncate(false).write(true).open(path)?;
    let begin = Instant::now();
    loop {
        let taken = if alone { file.try_lock() } else { file.try_lock_shared() };
        match taken {
            Ok(()) => return Ok(Some(Held { _file: file })),
            Err(TryLockError::WouldBlock) if begin.elapsed() >= patience => return Ok(None),
            Err(TryLockError::WouldBlock) => std::thread::sleep(Duration::from_millis(10)),
            Err(TryLockError::Error(_)) => return Ok(Some(Held { _file: file })),
        }
    }
}

fn make(folder: &Path) -> Result<(), StoreError> {
    match fs::create_dir(folder) {
        Err(error) if error.kind() != std::io::ErrorKind::AlreadyExists => Err(error.into()),
        _ => Ok(()),
    }
}

impl OpenMark {
    /// Enters; finds out what others left.
    pub fn enter(dir: &Path) -> Result<Self, StoreError> {
        let folder = dir.join("state");
        make(&folder)?;
        let in_use = lock(dir, "in-use", false)?.ok_or(StoreError::InUse)?;
        let id = new_record_id();
        // Locked before it has the name that others look for.
        let entering = folder.join(format!("entering-{id}"));
        let path = folder.join(format!("open-{id}"));
        let held = File::create_new(&entering)?;
        // Where a file system knows no locks, the next start sees an unclean end and checks once more: no harm.
        let _ = held.try_lock();
        fs::rename(&entering, &path)?;
        let left = left_behind(&folder, &path)?;
        Ok(Self { folder, path, held: Some(held), in_use: Some(in_use), left })
    }

    /// Whether a program that had the profile open did not end properly, and nothing was checked since.
    pub fn ended_badly(&self) -> bool {
        !self.left.is_empty()
    }

    /// Whether a full check is due: after an unclean end, weekly, and when the clock was set back.
    pub fn check_is_due(&self) -> bool {
        let checked = fs::metadata(self.folder.join("checked")).and_then(|meta| meta.modified());
        let age = checked.ok().and_then(|at| SystemTime::now().duration_since(at).ok());
        !self.left.is_empty() || age.is_none_or(|age| age >= WEEK)
    }

    /// Says that the full check passed.
    pub fn checked(&mut self) -> Result<(), StoreError> {
        fs::write(self.folder.join("checked"), b"")?;
        File::options().write(true).open(self.folder.join("checked"))?.set_modified(SystemTime::now())?;
        for path in self.left.drain(..) {
            // Another program may have removed it.
            let _ = fs::remove_file(path);
        }
        Ok(())
    }
}

fn left_behind(folder: &Path, own: &Path) -> Result<Vec<PathBuf>, StoreError> {
    let mut left = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let path = entry.path();
        let name = entry.file_name().to_string_lossy().into_owned();
        // A program is on its way in for an instant; after an hour it was killed there.
        let is_mark =
            name.starts_with("open-") || (name.starts_with("entering-") && age(&entry) > Some(HOUR));
        if is_mark && path != own && File::open(&path).is_ok_and(|file| file.try_lock().is_ok()) {
            left.push(path);
        }
    }
    Ok(left)
}

fn age(entry: &fs::DirEntry) -> Option<Duration> {
    let modified = entry.metadata().and_then(|meta| meta.modified()).ok()?;
    SystemTime::now().duration_since(modified).ok()
}

impl Drop for OpenMark {
    fn drop(&mut self) {
        self.held = None;
        self.in_use = None;
        let _ = fs::remove_file(&self.path);
    }
}
