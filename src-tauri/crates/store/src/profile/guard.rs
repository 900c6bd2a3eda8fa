//! Which databases this process has open.
//!
//! Closing any descriptor of a file releases every POSIX lock that the process holds on it, SQLite's included. So the
//! header of a database may be read as a plain file only while no connection of this process has it open.

use crate::StoreError;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

static OPEN: Mutex<BTreeMap<PathBuf, usize>> = Mutex::new(BTreeMap::new());

/// Says that this process has the database open, until dropped.
pub(crate) struct Opened {
    database: PathBuf,
    whole: bool,
}

impl Opened {
    /// Registers the database; runs `look` first when nobody in this process has it open.
    pub fn register(
        database: &Path,
        look: impl FnOnce(&Path) -> Result<(), StoreError>,
    ) -> Result<Self, StoreError> {
        let mut open = OPEN.lock().unwrap_or_else(PoisonError::into_inner);
        if !open.contains_key(database) {
            look(database)?;
        }
        *open.entry(database.to_owned()).or_insert(0) += 1;
        Ok(Self { database: database.to_owned(), whole: false })
    }

    /// Says that it was found whole, so that it is sealed when the last of this process closes it.
    pub fn is_whole(&mut self) {
        self.whole = true;
    }
}

impl Drop for Opened {
    fn drop(&mut self) {
        let mut open = OPEN.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(count) = open.get_mut(&self.database) {
            *count -= 1;
            if *count == 0 {
                open.remove(&self.database);
                if self.whole {
                    super::seal::seal(&self.database);
                }
            }
        }
    }
}
