//! The one door for changes, and the history that it leaves.

mod changeset;
mod history;
mod keep;
mod step;
mod write;

pub(crate) use history::newest;
pub use history::{History, HistoryEntry, Origin};
pub use step::{Step, Undone, Way};
pub use write::{Change, Written};

use crate::StoreError;
use rusqlite::{Connection, Transaction, TransactionBehavior};

/// A snapshot: it begins with the first read and ends when dropped.
pub(crate) fn begin_read(conn: &Connection) -> Result<Transaction<'_>, StoreError> {
    Ok(Transaction::new_unchecked(conn, TransactionBehavior::Deferred)?)
}

/// A change: it holds the write lock from the start, and is rolled back when dropped without a commit.
fn begin_write(conn: &Connection) -> Result<Transaction<'_>, StoreError> {
    Ok(Transaction::new_unchecked(conn, TransactionBehavior::Immediate)?)
}
