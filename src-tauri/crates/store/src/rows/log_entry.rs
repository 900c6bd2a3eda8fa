//! The time log.

use super::query::{all, instant_opt, instant_text, one, parsed, parsed_opt, run};
use super::{Reader, Writer};
use crate::StoreError;
use groundwork_domain::person::LogRecord;
use groundwork_domain::{Minutes, RecordId};
use rusqlite::{Row, params};

impl Reader<'_> {
    /// The whole log, by day; within a day, by when it began, where that is known.
    pub fn log_entries(&self) -> Result<Vec<LogRecord>, StoreError> {
        all(self.conn, "SELECT * FROM log_entry ORDER BY on_day, began, id", [], record)
    }

    /// One entry of the log.
    pub fn log_entry(&self, id: &RecordId) -> Result<Option<LogRecord>, StoreError> {
        one(self.conn, "SELECT * FROM log_entry WHERE id = ?1", [id.as_str()], record)
    }
}

impl Writer<'_> {
    /// Adds or replaces an entry. Refuses one that is of no item and no skill, one of no minutes or of more than a day has,
    /// and one that ended before it began.
    pub fn put_log_entry(&self, entry: &LogRecord) -> Result<(), StoreError> {
        run(
            self.conn,
            include_str!("log_entry_put.sql"),
            params![
                entry.id.as_str(),
                entry.item,
                entry.skill.as_ref().map(|skill| skill.as_str()),
                entry.on.to_string(),
                entry.minutes.0,
                entry.began.map(instant_text),
                entry.ended.map(instant_text),
                entry.note,
                self.marks(),
            ],
        )?;
        Ok(())
    }

    /// Deletes an entry; whether there was one.
    pub fn delete_log_entry(&self, id: &RecordId) -> Result<bool, StoreError> {
        Ok(run(self.conn, "DELETE FROM log_entry WHERE id = ?1", [id.as_str()])? > 0)
    }
}

fn record(row: &Row<'_>) -> Result<LogRecord, StoreError> {
    Ok(LogRecord {
        id: parsed(row, "id")?,
        item: row.get("item")?,
        skill: parsed_opt(row, "skill")?,
        on: parsed(row, "on_day")?,
        minutes: Minutes(row.get("minutes")?),
        began: instant_opt(row, "began")?,
        ended: instant_opt(row, "ended")?,
        note: row.get("note")?,
    })
}
