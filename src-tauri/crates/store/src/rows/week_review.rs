//! The reviews of weeks.

use super::query::{all, not_such, parsed, run};
use super::{Reader, Writer};
use crate::StoreError;
use groundwork_domain::Date;
use groundwork_domain::person::ReviewRecord;
use rusqlite::params;

impl Reader<'_> {
    /// All reviews, by their weeks.
    pub fn week_reviews(&self) -> Result<Vec<ReviewRecord>, StoreError> {
        all(self.conn, "SELECT * FROM week_review ORDER BY id", [], |row| {
            let choice: String = row.get("choice")?;
            Ok(ReviewRecord {
                week: parsed(row, "id")?,
                closed_on: parsed(row, "closed_on")?,
                choice: serde_json::from_str(&choice).map_err(|_| not_such("choice"))?,
                note: row.get("note")?,
            })
        })
    }
}

impl Writer<'_> {
    /// Adds or replaces the review of a week.
    pub fn put_week_review(&self, review: &ReviewRecord) -> Result<(), StoreError> {
        let choice = serde_json::to_string(&review.choice);
        run(
            self.conn,
            include_str!("week_review_put.sql"),
            params![
                review.week.to_string(),
                review.closed_on.to_string(),
                choice.map_err(|_| StoreError::refused("week_review_choice"))?,
                review.note,
                self.marks(),
            ],
        )?;
        Ok(())
    }

    /// Deletes the review of the week that begins on this Monday; whether there was one.
    pub fn delete_week_review(&self, week: Date) -> Result<bool, StoreError> {
        Ok(run(self.conn, "DELETE FROM week_review WHERE id = ?1", [week.to_string()])? > 0)
    }
}
