//! The person's data, as the app has it: open, damaged, or closed for a moment.

use crate::app::{App, AppConfig, default_data_dir};
use crate::error::AppError;
use groundwork_store::{Store, StoreError, care};
use std::path::{Path, PathBuf};
use std::sync::{Arc, PoisonError};

/// The person's data, as the app has it.
pub(crate) enum Data {
    /// The app was started without any.
    None,
    /// Open.
    Open(Arc<Store>),
    /// Damaged or gone: only what mends it is answered.
    Troubled(Trouble),
    /// Closed for a moment, while it is moved or mended.
    Closed(PathBuf),
}

/// Why the data could not be opened.
#[derive(Debug, Clone)]
pub(crate) struct Trouble {
    /// The folder.
    pub dir: PathBuf,
    /// What is wrong.
    pub error: AppError,
}

/// The folder that a folder leads to whose data was moved elsewhere; any other as it is.
pub fn where_data_lies(dir: PathBuf) -> PathBuf {
    care::moved_to(&dir).unwrap_or(dir)
}

/// Whether something can be done about data that could not be opened for this reason.
fn can_be_mended(error: &StoreError, dir: &Path) -> bool {
    match error {
        StoreError::Damaged { .. } | StoreError::LostDatabase => true,
        // A torn header looks like a file of another program's; where there are backups, there was one of ours.
        StoreError::ForeignFile | StoreError::OrphanJournal => {
            groundwork_store::backup::backups_in(dir).is_ok_and(|backups| !backups.is_empty())
        }
        _ => false,
    }
}

pub(crate) fn open_data(config: &AppConfig) -> Result<Data, AppError> {
    let dir = where_data_lies(config.data_dir.clone());
    // Where data was moved to, it is; a disk that is not plugged in is not replaced by an empty profile.
    let create = config.create && dir == config.data_dir;
    if create && dir == default_data_dir() {
        // The system's place for data may not exist yet on a new account; a folder that was named must.
        let _ = dir.parent().map(std::fs::create_dir_all);
    }
    let opened = if create { Store::create_or_open(&dir) } else { Store::open(&dir) };
    let opened = match opened {
        Err(StoreError::ReadOnly) => Store::open_read_only(&dir).map_err(|_| StoreError::ReadOnly),
        other => other,
    };
    match opened {
        Ok(store) => Ok(Data::Open(Arc::new(store))),
        Err(error) => {
            let mends = can_be_mended(&error, &dir);
            let error = AppError::from(error).in_folder(&dir);
            if mends { Ok(Data::Troubled(Trouble { dir, error })) } else { Err(error) }
        }
    }
}

impl App {
    /// The store; refused where the app was started without data, or the data is damaged.
    pub(crate) fn store(&self) -> Result<Arc<Store>, AppError> {
        match &*self.data.read().unwrap_or_else(PoisonError::into_inner) {
            Data::Open(store) => Ok(store.clone()),
            Data::None => Err(AppError::new("store.no_profile")),
            Data::Troubled(trouble) => {
                Err(AppError::with("store.damaged", [("detail", trouble.error.code.clone())]))
            }
            Data::Closed(_) => Err(AppError::new("store.busy")),
        }
    }

    /// Why the data could not be opened, where it could not.
    pub(crate) fn trouble(&self) -> Option<Trouble> {
        match &*self.data.read().unwrap_or_else(PoisonError::into_inner) {
            Data::Troubled(trouble) => Some(trouble.clone()),
            _ => None,
        }
    }

    /// The folder that holds the person's data.
    pub fn data_dir(&self) -> Result<PathBuf, AppError> {
        match &*self.data.read().unwrap_or_else(PoisonError::into_inner) {
            Data::Open(store) => Ok(store.dir().to_owned()),
            Data::Troubled(Trouble { dir, .. }) | Data::Closed(dir) => Ok(dir.clone()),
            Data::None => Err(AppError::new("store.no_profile")),
        }
    }

    /// Opens the data anew after it was mended.
    pub(crate) fn reopen(&self, dir: &Path) -> Result<Arc<Store>, AppError> {
        let mut data = self.data.write().unwrap_or_else(PoisonError::into_inner);
        match Store::open(dir) {
            Ok(store) => {
                let store = Arc::new(store);
                *data = Data::Open(store.clone());
                Ok(store)
            }
            Err(error) => {
                let error = AppError::from(error).in_folder(dir);
                *data = Data::Troubled(Trouble { dir: dir.to_owned(), error: error.clone() });
                Err(error)
            }
        }
    }

    /// Ends the program as it should: when every command has ended the data is closed, and that is noted. For a host that
    /// never drops its app.
    pub fn end(&self) {
        if self.close().is_ok() {
            self.trail.ended();
        }
    }

    /// Closes the data, when every command that uses it has ended; gives its folder. Refused with `store.busy` when one
    /// takes longer than ten seconds. Whoever closes it must `reopen` it.
    pub(crate) fn close(&self) -> Result<PathBuf, AppError> {
        let mut data = self.data.write().unwrap_or_else(PoisonError::into_inner);
        let Data::Open(store) = &*data else { return Err(AppError::new("store.busy")) };
        let mut store = store.clone();
        let dir = store.dir().to_owned();
        *data = Data::Closed(dir.clone());
        drop(data);
        for _ in 0..1000 {
            match Arc::try_unwrap(store) {
                Ok(_closed) => return Ok(dir),
                Err(used) => store = used,
            }
            std::thread::sleep(std::time::Duration::from_millis(10));
        }
        *self.data.write().unwrap_or_else(PoisonError::into_inner) = Data::Open(store);
        Err(AppError::new("store.busy"))
    }
}
