//! Changesets of SQLite's session extension, as bytes.

use crate::StoreError;
use crate::tables::{KEPT, TABLES, record_of};
use rusqlite::fallible_streaming_iterator::FallibleStreamingIterator;
use rusqlite::session::{ChangesetItem, ChangesetIter, ConflictAction, ConflictType, Session, invert_strm};
use rusqlite::{Connection, ErrorCode};
use std::collections::BTreeSet;
use std::io::Read;

/// Begins to record what happens to the person's tables; bookkeeping is not recorded.
pub(super) fn record(conn: &Connection) -> Result<Session<'_>, StoreError> {
    let mut session = Session::new(conn)?;
    for table in TABLES {
        session.attach(Some(table.name))?;
    }
    Ok(session)
}

/// What was recorded; empty when nothing changed in the end.
pub(super) fn taken(session: &mut Session<'_>) -> Result<Vec<u8>, StoreError> {
    let mut bytes = Vec::new();
    session.changeset_strm(&mut bytes)?;
    Ok(bytes)
}

/// The records' tables that a changeset touches, and how many rows it holds.
pub(super) fn summary(changeset: &[u8]) -> Result<(BTreeSet<String>, u32), StoreError> {
    let mut bytes = changeset;
    let input: &mut dyn Read = &mut bytes;
    let mut rows = ChangesetIter::start_strm(&input)?;
    let mut tables = BTreeSet::new();
    let mut count = 0;
    while let Some(item) = rows.next()? {
        let operation = item.op()?;
        let name = operation.table_name();
        tables.insert(record_of(name).unwrap_or(name).to_owned());
        count += 1;
    }
    Ok((tables, count))
}

/// The changeset that takes this one back.
pub(super) fn inverted(changeset: &[u8]) -> Result<Vec<u8>, StoreError> {
    let mut bytes = Vec::with_capacity(changeset.len());
    invert_strm(&mut &*changeset, &mut bytes)?;
    Ok(bytes)
}

/// Applies a changeset; any difference between what it expects and what is there aborts it, and so does a child that
/// would be left without its parent. Only of what the program keeps of its own reckoning a row that differs is passed
/// over: it keeps that past the history, and what it kept meanwhile must not stand in the way of the person's undo.
pub(super) fn apply(conn: &Connection, changeset: &[u8]) -> Result<(), StoreError> {
    let known = |table: &str| record_of(table).is_some();
    match conn.apply_strm(&mut &*changeset, Some(known), on_conflict) {
        Err(rusqlite::Error::SqliteFailure(code, _))
            if matches!(code.code, ErrorCode::OperationAborted | ErrorCode::ConstraintViolation) =>
        {
            Err(StoreError::UndoConflict)
        }
        other => Ok(other?),
    }
}

fn on_conflict(conflict: ConflictType, item: ChangesetItem) -> ConflictAction {
    // A missing parent is found at the end and is of no one row.
    let of_a_row = conflict != ConflictType::SQLITE_CHANGESET_FOREIGN_KEY;
    let kept = |item: &ChangesetItem| item.op().is_ok_and(|op| record_of(op.table_name()) == Some(KEPT));
    if of_a_row && kept(&item) {
        ConflictAction::SQLITE_CHANGESET_OMIT
    } else {
        ConflictAction::SQLITE_CHANGESET_ABORT
    }
}
