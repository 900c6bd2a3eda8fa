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

/// Brings a database to the newest schema, wholly or not at all. Another program may have done it meanwhile.
pub(crate) fn migrate(conn: &Connection) -> Result<(), StoreError> {
    let transaction = Transaction::new_unchecked(conn, TransactionBehavior::Immediate)?;
    let from: i64 = conn.pragma_query_value(None, "user_version", |row| row.get(0))?;
    for sql in MIGRATIONS.iter().skip(usize::try_from(from).unwrap_or(usize::MAX)) {
        conn.execute_batch(sql)?;
    }
    super::thorough(conn)?;
    conn.pragma_update(None, "application_id", APPLICATION_ID)?;
    conn.pragma_update(None, "user_version", KNOWN)?;
    transaction.commit()?;
    Ok(())
}
