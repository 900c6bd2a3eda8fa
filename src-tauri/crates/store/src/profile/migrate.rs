//! Migrations: forward only, one transaction.

use super::APPLICATION_ID;
use crate::StoreError;
use rusqlite::{Connection, Transaction, TransactionBehavior};

/// One per schema, in order: the first makes schema 1.
const MIGRATIONS: &[&str] = &[
    include_str!("../../migrations/0001_start.sql"),
    include_str!("../../migrations/0002_time_log.sql"),
    include_str!("../../migrations/0003_certifications.sql"),
    include_str!("../../migrations/0004_portfolio.sql"),
];

/// The newest schema that this version knows.
pub(crate) const KNOWN: i64 = MIGRATIONS.len() as i64;

/// The schema of a database of ours; refuses others and newer ones.
pub(crate) fn identity(conn: &Connection) -> Result<i64, StoreError> {
    let application: i32 = conn.pragma_query_value(None, "application_id", |row| row.get(0))?;
    if application != APPLICATION_ID {
        return Err(StoreError::ForeignFile);
    }
    let found: i64 = conn.pragma_query_value(None, "user_version", |row| row.get(0))?;
    if !(0..=KNOWN).contains(&found) {
        return Err(StoreError::NewerSchema { found, known: KNOWN });
    }
    Ok(found)
}

/// Runs the migrations that lead from one schema to another, 0 being none at all; within the caller's transaction. The header
/// of the database is the caller's too.
pub(crate) fn bring(conn: &Connection, from: i64, to: i64) -> Result<(), StoreError> {
    let at = |schema: i64| usize::try_from(schema).unwrap_or(usize::MAX);
    for sql in MIGRATIONS.iter().take(at(to)).skip(at(from)) {
        conn.execute_batch(sql)?;
    }
    Ok(())
}

/// Brings a database to the newest schema, wholly or not at all. Another program may have done it meanwhile.
pub(crate) fn migrate(conn: &Connection) -> Result<(), StoreError> {
    let transaction = Transaction::new_unchecked(conn, TransactionBehavior::Immediate)?;
    let from: i64 = conn.pragma_query_value(None, "user_version", |row| row.get(0))?;
    bring(conn, from, KNOWN)?;
    super::thorough(conn)?;
    conn.pragma_update(None, "application_id", APPLICATION_ID)?;
    conn.pragma_update(None, "user_version", KNOWN)?;
    transaction.commit()?;
    Ok(())
}
