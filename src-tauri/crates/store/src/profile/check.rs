//! Whether a database is whole.

use crate::StoreError;
use crate::tables::TABLES;
use rusqlite::Connection;
use std::collections::BTreeSet;

/// Runs a check that answers `ok`; anything else is damage. The answer names pages and tables, no text of the person's.
pub(super) fn says_ok(conn: &Connection, check: &str) -> Result<(), StoreError> {
    let answer: String = conn.pragma_query_value(None, check, |row| row.get(0))?;
    if answer == "ok" { Ok(()) } else { Err(StoreError::damaged(format!("{check}: {answer}"))) }
}

/// `integrity_check` and `foreign_key_check`: weekly, and after an unclean end.
pub(crate) fn thorough(conn: &Connection) -> Result<(), StoreError> {
    says_ok(conn, "integrity_check")?;
    foreign_keys_hold(conn)
}

/// `foreign_key_check`: every row that belongs to another has it.
pub(crate) fn foreign_keys_hold(conn: &Connection) -> Result<(), StoreError> {
    let mut statement = conn.prepare("PRAGMA foreign_key_check")?;
    let mut rows = statement.query([])?;
    match rows.next()? {
        None => Ok(()),
        Some(row) => Err(StoreError::damaged(format!("foreign_key_check: {}", row.get::<_, String>(0)?))),
    }
}

/// Every table that this version needs is there.
pub(crate) fn schema_is_ours(conn: &Connection) -> Result<(), StoreError> {
    let mut statement = conn.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'")?;
    let found = statement.query_map([], |row| row.get(0))?.collect::<Result<BTreeSet<String>, _>>()?;
    match TABLES.iter().map(|table| table.name).chain(["history"]).find(|name| !found.contains(*name)) {
        None => Ok(()),
        Some(missing) => Err(StoreError::damaged(format!("table {missing} is missing"))),
    }
}
