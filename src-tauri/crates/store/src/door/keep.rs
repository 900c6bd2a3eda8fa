//! The side door for what the program keeps of its own reckoning.

use super::{begin_write, changeset};
use crate::rows::Writer;
use crate::tables::KEPT;
use crate::{Store, StoreError};
use rusqlite::Connection;
use std::collections::BTreeSet;

impl Store {
    /// Keeps what the program itself reckoned, with the `keep_…` of the `Writer`: one transaction, without an entry in the
    /// history. The person did nothing, so there is nothing for them to take back, and what they took back can still be
    /// made again. Returns with the value what changed: `kept`, or nothing.
    ///
    /// A change of a record may not slip past the history this way: the session that records every change is asked what
    /// was touched, and `Refused` leaves everything as it was when that is more than the kept tables.
    /// Fails with `Busy` when another program holds the profile for more than five seconds.
    pub fn keep<T, E: From<StoreError>>(
        &self,
        f: impl FnOnce(&Writer) -> Result<T, E>,
    ) -> Result<(T, BTreeSet<String>), E> {
        let _may = self.may_write()?;
        let conn = self.writer();
        let transaction = begin_write(&conn)?;
        let (value, changed) = kept(&conn, f)?;
        if !changed.is_empty() {
            transaction.commit().map_err(StoreError::from)?;
        }
        Ok((value, changed))
    }
}

/// Runs `f` within a transaction; refuses it when it touches more than what is kept.
pub(super) fn kept<T, E: From<StoreError>>(
    conn: &Connection,
    f: impl FnOnce(&Writer) -> Result<T, E>,
) -> Result<(T, BTreeSet<String>), E> {
    let mut session = changeset::record(conn)?;
    let value = f(&Writer::new(conn))?;
    let bytes = changeset::taken(&mut session)?;
    drop(session);
    if bytes.is_empty() {
        return Ok((value, BTreeSet::new()));
    }
    let (changed, _) = changeset::summary(&bytes)?;
    if changed.iter().any(|table| table != KEPT) {
        return Err(StoreError::refused("keep_records").into());
    }
    Ok((value, changed))
}
