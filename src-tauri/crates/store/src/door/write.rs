//! The door for changes.

use super::keep::kept;
use super::{Origin, begin_write, changeset, history};
use crate::rows::Writer;
use crate::{Store, StoreError};
use std::collections::BTreeSet;

/// What a change is called in the history.
#[derive(Debug, Clone)]
pub struct Change {
    /// The command: `skills.set`.
    pub name: &'static str,
    /// Its arguments, for a readable line: `{"skill":"sql","level":2}`.
    pub args: serde_json::Value,
    /// Where it comes from.
    pub origin: Origin,
    /// When, in RFC 3339.
    pub at: String,
}

/// A change that was made and is on the disk.
#[derive(Debug, Clone)]
pub struct Written<T> {
    /// What the change returned.
    pub value: T,
    /// The tables of the records that changed (see `RECORD_TABLES`): a project's links count as `project`.
    pub changed: BTreeSet<String>,
    /// Number of the history entry; none when nothing changed.
    pub history: Option<i64>,
}

impl Store {
    /// Makes a change: one transaction, with its entry in the history. When `f` fails nothing is changed; a failed `put`
    /// must end `f` with an error, because a record with its lists may be half written.
    /// Fails with `Busy` when another program holds the profile for more than five seconds.
    pub fn write<T, E: From<StoreError>>(
        &self,
        change: Change,
        f: impl FnOnce(&Writer) -> Result<T, E>,
    ) -> Result<Written<T>, E> {
        self.change(change, f, None::<fn(&Writer) -> Result<(), E>>)
    }

    /// Makes a change, and keeps with it what the program itself reckons of it: one transaction, so that both are there or
    /// neither is. `keep` may touch only what `Store::keep` may; of it there is no entry in the history.
    pub fn write_and_keep<T, E: From<StoreError>>(
        &self,
        change: Change,
        f: impl FnOnce(&Writer) -> Result<T, E>,
        keep: impl FnOnce(&Writer) -> Result<(), E>,
    ) -> Result<Written<T>, E> {
        self.change(change, f, Some(keep))
    }

    fn change<T, E: From<StoreError>>(
        &self,
        change: Change,
        f: impl FnOnce(&Writer) -> Result<T, E>,
        keep: Option<impl FnOnce(&Writer) -> Result<(), E>>,
    ) -> Result<Written<T>, E> {
        let _may = self.may_write()?;
        let conn = self.writer();
        let transaction = begin_write(&conn)?;
        let mut session = changeset::record(&conn)?;
        let value = f(&Writer::new(&conn))?;
        let bytes = changeset::taken(&mut session)?;
        drop(session);
        let mut written = Written { value, changed: BTreeSet::new(), history: None };
        if !bytes.is_empty() {
            let (changed, rows) = changeset::summary(&bytes)?;
            written.history = Some(history::add(&conn, &change, rows, &bytes)?);
            written.changed = changed;
        }
        if let Some(keep) = keep {
            written.changed.extend(kept(&conn, keep)?.1);
        }
        if !written.changed.is_empty() {
            transaction.commit().map_err(StoreError::from)?;
        }
        Ok(written)
    }
}
