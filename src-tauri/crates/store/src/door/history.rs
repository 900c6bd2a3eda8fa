//! The history of changes.

use crate::profile::KNOWN;
use crate::rows::query::{all, one, word, word_of};
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
}

impl Store {
    /// The newest changes, at most `limit`, and the next steps.
    pub fn history(&self, limit: u32) -> Result<History, StoreError> {
        self.read(|reader| {
            Ok(History {
                entries: all(reader.conn, include_str!("history_list.sql"), [limit], entry)?,
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
    Ok(Recorded { entry: entry(row)?, schema: row.get("schema")?, changeset: row.get("changeset")? })
}
