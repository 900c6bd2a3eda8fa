//! One step back, one step forth.

use super::history::{self, HistoryEntry, Origin, Recorded};
use super::{begin_write, changeset};
use crate::{Store, StoreError};
use rusqlite::Connection;
use std::collections::BTreeSet;

/// A change that was taken back, or made again.
#[derive(Debug, Clone, PartialEq)]
pub struct Undone {
    /// Its entry, as it stands now.
    pub entry: HistoryEntry,
    /// The tables of the records that changed (see `RECORD_TABLES`).
    pub changed: BTreeSet<String>,
}

impl Store {
    /// Takes back the newest change that is not taken back, whoever made it; none when there is none. A change made under
    /// an older schema stays. Fails with `UndoConflict`, changing nothing, when the records are not as the change left them.
    pub fn undo(&self, origin: Origin) -> Result<Option<Undone>, StoreError> {
        step(&self.writer(), history::to_undo, Some(origin))
    }

    /// Makes again the change that was taken back last; none when there is none, or a new change was made since.
    /// Who asks is not recorded: the entry stands again as it was.
    pub fn redo(&self, _origin: Origin) -> Result<Option<Undone>, StoreError> {
        step(&self.writer(), history::to_redo, None)
    }
}

fn step(
    conn: &Connection,
    find: fn(&Connection) -> Result<Option<Recorded>, StoreError>,
    undone_by: Option<Origin>,
) -> Result<Option<Undone>, StoreError> {
    let transaction = begin_write(conn)?;
    let Some(mut found) = find(conn)? else { return Ok(None) };
    let (changed, _) = changeset::summary(&found.changeset)?;
    if undone_by.is_some() {
        found.changeset = changeset::inverted(&found.changeset)?;
    }
    changeset::apply(conn, &found.changeset)?;
    history::set_undone(conn, found.entry.seq, undone_by)?;
    transaction.commit()?;
    found.entry.undone = undone_by.is_some();
    Ok(Some(Undone { entry: found.entry, changed }))
}
