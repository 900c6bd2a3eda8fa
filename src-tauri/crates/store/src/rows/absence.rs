//! Days with other hours.

use super::query::{all, parsed, run};
use super::{Reader, Writer};
use crate::StoreError;
use groundwork_domain::RecordId;
use groundwork_domain::person::AbsenceRecord;
use rusqlite::params;

impl Reader<'_> {
    /// All absences, by their first day.
    pub fn absences(&self) -> Result<Vec<AbsenceRecord>, StoreError> {
        all(self.conn, "SELECT * FROM absence ORDER BY first_day, id", [], |row| {
            Ok(AbsenceRecord {
                id: parsed(row, "id")?,
                from: parsed(row, "first_day")?,
                to: parsed(row, "last_day")?,
                minutes: row.get("minutes")?,
                reason: row.get("reason")?,
            })
        })
    }
}

impl Writer<'_> {
    /// Adds or replaces an absence.
    pub fn put_absence(&self, absence: &AbsenceRecord) -> Result<(), StoreError> {
        run(
            self.conn,
            include_str!("absence_put.sql"),
            params![
                absence.id.as_str(),
                absence.from.to_string(),
                absence.to.to_string(),
                absence.minutes,
                absence.reason,
                self.marks(),
            ],
        )?;
        Ok(())
    }

    /// Deletes an absence; whether there was one.
    pub fn delete_absence(&self, id: &RecordId) -> Result<bool, StoreError> {
        Ok(run(self.conn, "DELETE FROM absence WHERE id = ?1", [id.as_str()])? > 0)
    }
}
