//! The example profile: its rows are marked, so that they can be removed without touching the person's own.

use super::query::{one, run};
use super::{Reader, Writer};
use crate::StoreError;
use crate::tables::{KEPT_TABLES, RECORD_TABLES};

impl Reader<'_> {
    /// How many records are marked as examples.
    pub fn example_count(&self) -> Result<u32, StoreError> {
        let mut count = 0;
        for table in RECORD_TABLES {
            let sql = format!("SELECT count(*) FROM {table} WHERE example = 1");
            count += one(self.conn, &sql, [], |row| Ok(row.get::<_, u32>(0)?))?.unwrap_or(0);
        }
        Ok(count)
    }

    /// Whether the person has entered nothing yet: no target, hours or absences, nothing said of any skill, no evidence,
    /// certification, project or plan item, nothing logged or timed, no scenario and no review, no correction of the
    /// catalogue, no key or address, no choice about reminders.
    pub fn is_empty(&self) -> Result<bool, StoreError> {
        let found = one(self.conn, include_str!("is_empty.sql"), [], |row| Ok(row.get(0)?))?;
        Ok(found.unwrap_or(true))
    }
}

impl Writer<'_> {
    /// From here on every record that this writer puts is marked as an example.
    pub fn marking_example(&self) {
        self.marking.set(true);
    }

    /// The mark that a record gets.
    pub(super) fn marks(&self) -> bool {
        self.marking.get()
    }

    /// Marks one record as an example. `table` is one of `RECORD_TABLES`; `id` is the record's key (`target` and `plan`
    /// for the two single records). Refuses an unknown table; whether there is such a record.
    pub fn mark_example(&self, table: &str, id: &str) -> Result<bool, StoreError> {
        let known = RECORD_TABLES.iter().find(|known| **known == table);
        let table = known.ok_or_else(|| StoreError::refused("example_table"))?;
        Ok(run(self.conn, &format!("UPDATE {table} SET example = 1 WHERE id = ?1"), [id])? > 0)
    }

    /// Deletes the records that are marked, with their children and attachments, and what is marked of the program's own
    /// reckoning; how many records were marked. Whatever the person added stays.
    pub fn remove_example(&self) -> Result<u32, StoreError> {
        let count = self.example_count()?;
        for table in RECORD_TABLES.iter().chain(&KEPT_TABLES) {
            run(self.conn, &format!("DELETE FROM {table} WHERE example = 1"), [])?;
        }
        Ok(count)
    }
}
