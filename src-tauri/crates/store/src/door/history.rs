//! The history of changes.

use crate::profile::KNOWN;
use crate::rows::query::{all, one, word, word_of, word_opt};
use crate::{Store, StoreError};
use rusqlite::{Connection, Row, params};
use serde::{Deserialize, Serialize};

use super::Change;

/// Where a change came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Origin {
    /// The window.
    Window,
    /// The terminal.
    Terminal,
    /// A test.
    Test,
}

/// A change that was made.
#[derive(Debug, Clone, PartialEq)]
pub struct HistoryEntry {
    /// Its number; later changes have higher ones.
    pub seq: i64,
    /// The command that made it.
    pub name: String,
    /// Its arguments, for a readable line.
    pub args: serde_json::Value,
    /// Where it came from.
    pub origin: Origin,
    /// When, in RFC 3339, as the app gave it.
    pub at: String,
    /// Whether it is taken back at present.
    pub undone: bool,
    /// How many rows it changed, children included.
    pub rows: u32,
}

/// What was changed, and what a step back or forth would change.
#[derive(Debug, Clone, PartialEq)]
pub struct History {
    /// The newest changes, newest first.
    pub entries: Vec<HistoryEntry>,
    /// What `Store::undo` would take back.
    pub undo: Option<HistoryEntry>,
    /// What `Store::redo` would make again.
    pub redo: Option<HistoryEntry>,
    /// Whether there are older ones than these.
    pub more: bool,
}

impl Store {
    /// The newest changes, at most `limit`, older than the one of the number `before` where that is given; and the next
    /// steps.
    pub fn history(&self, limit: u32, before: Option<i64>) -> Result<History, StoreError> {
        self.read(|reader| {
            let older = before.unwrap_or(i64::MAX);
            let mut entries =
                all(reader.conn, include_str!("history_list.sql"), params![limit + 1, older], entry)?;
            let more = entries.len() > limit as usize;
            entries.truncate(limit as usize);
            Ok(History {
                entries,
                more,
                undo: to_undo(reader.conn)?.map(|found| found.entry),
                redo: to_redo(reader.conn)?.map(|found| found.entry),
            })
        })
    }
}

/// An entry with its changeset and the schema that it was taken in.
pub(super) struct Recorded {
    pub entry: HistoryEntry,
    pub schema: i64,
    /// Who took it back, where it is.
    pub undone_by: Option<Origin>,
    pub changeset: Vec<u8>,
}

/// Adds an entry and drops what could be done again.
pub(super) fn add(
    conn: &Connection,
    change: &Change,
    rows: u32,
    changeset: &[u8],
) -> Result<i64, StoreError> {
    conn.execute("DELETE FROM history WHERE undone = 1", [])?;
    let args = serde_json::to_string(&change.args).map_err(|_| StoreError::refused("history_args"))?;
    let origin = word_of(&change.origin)?;
    conn.prepare_cached(include_str!("history_add.sql"))?.execute(params![
        change.name,
        args,
        origin,
        change.at,
        KNOWN,
        rows,
        changeset
    ])?;
    Ok(conn.last_insert_rowid())
}

/// The newest entry that is not undone, unless an older schema made it.
pub(super) fn to_undo(conn: &Connection) -> Result<Option<Recorded>, StoreError> {
    let sql = "SELECT * FROM history WHERE undone = 0 ORDER BY seq DESC LIMIT 1";
    Ok(one(conn, sql, [], recorded)?.filter(|found| found.schema == KNOWN))
}

/// The oldest entry that is undone, unless an older schema made it.
pub(super) fn to_redo(conn: &Connection) -> Result<Option<Recorded>, StoreError> {
    let sql = "SELECT * FROM history WHERE undone = 1 ORDER BY seq LIMIT 1";
    Ok(one(conn, sql, [], recorded)?.filter(|found| found.schema == KNOWN))
}

/// Whether there is an entry of this number.
pub(super) fn stands(conn: &Connection, seq: i64) -> Result<bool, StoreError> {
    Ok(one(conn, "SELECT 1 FROM history WHERE seq = ?1", [seq], |_| Ok(()))?.is_some())
}

/// The number of the last entry that is not undone; 0 for none.
pub(super) fn last_standing(conn: &Connection) -> Result<i64, StoreError> {
    let sql = "SELECT coalesce(max(seq), 0) FROM history WHERE undone = 0";
    Ok(one(conn, sql, [], |row| Ok(row.get(0)?))?.unwrap_or(0))
}

/// The newest entry that is not undone, of whichever schema.
pub(crate) fn newest(conn: &Connection) -> Result<Option<HistoryEntry>, StoreError> {
    one(conn, "SELECT * FROM history WHERE undone = 0 ORDER BY seq DESC LIMIT 1", [], entry)
}

/// Says whether an entry is undone, and who did it.
pub(super) fn set_undone(conn: &Connection, seq: i64, by: Option<Origin>) -> Result<(), StoreError> {
    let word = by.map(|origin| word_of(&origin)).transpose()?;
    conn.execute(
        "UPDATE history SET undone = ?2, undone_by = ?3 WHERE seq = ?1",
        params![seq, by.is_some(), word],
    )?;
    Ok(())
}

fn entry(row: &Row<'_>) -> Result<HistoryEntry, StoreError> {
    let args: String = row.get("args")?;
    Ok(HistoryEntry {
        seq: row.get("seq")?,
        name: row.get("name")?,
        args: serde_json::from_str(&args).map_err(|_| StoreError::damaged("history.args"))?,
        origin: word(row, "origin")?,
        at: row.get("at")?,
        undone: row.get("undone")?,
        rows: row.get("row_count")?,
    })
}

fn recorded(row: &Row<'_>) -> Result<Recorded, StoreError> {
    Ok(Recorded {
        entry: entry(row)?,
        schema: row.get("schema")?,
        undone_by: word_opt(row, "undone_by")?,
        changeset: row.get("changeset")?,
    })
}
