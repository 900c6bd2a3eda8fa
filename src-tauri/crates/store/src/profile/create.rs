//! A new profile: made whole under another name, then given its own.

use super::{DATABASE, connect, migrate, sync_folder};
use crate::StoreError;
use std::fs;
use std::io::ErrorKind;
use std::path::Path;

/// Makes the database in a folder that has none. When another program makes it at the same moment, theirs stays.
pub(crate) fn create(dir: &Path) -> Result<(), StoreError> {
    let database = dir.join(DATABASE);
    let unnamed =
        tempfile::Builder::new().prefix(".groundwork-").suffix(".new").tempfile_in(dir)?.into_temp_path();
    let conn = connect(&unnamed, false)?;
    migrate(&conn)?;
    conn.close().map_err(|(_, error)| error)?;
    match unnamed.persist_noclobber(&database) {
        Ok(()) => {}
        Err(refused) if refused.error.kind() == ErrorKind::AlreadyExists => return Ok(()),
        // File systems without links: the check and the renaming are two steps there.
        Err(refused) if !database.exists() => fs::rename(&refused.path, &database)?,
        Err(_) => return Ok(()),
    }
    sync_folder(dir)
}
