//! All records at once: how many there are, and whether each can be read.

use super::Reader;
use super::query::one;
use crate::StoreError;
use crate::tables::RECORD_TABLES;

impl Reader<'_> {
    /// How many records of each kind there are, in the order of `RECORD_TABLES`.
    pub fn counts(&self) -> Result<Vec<(&'static str, u32)>, StoreError> {
        let count = |table: &&'static str| {
            let sql = format!("SELECT count(*) FROM {table}");
            Ok((*table, one(self.conn, &sql, [], |row| Ok(row.get(0)?))?.unwrap_or(0)))
        };
        RECORD_TABLES.iter().map(count).collect()
    }

    /// Reads every record into its type; refuses as damage what a type refuses. Audits and saves of other versions of the
    /// program are passed over, as they are wherever they are read.
    pub fn everything(&self) -> Result<(), StoreError> {
        READERS.iter().try_for_each(|(_, read)| read(self))
    }
}

type Read = fn(&Reader<'_>) -> Result<(), StoreError>;

/// What reads all of a table and its children.
pub(crate) const READERS: &[(&str, Read)] = &[
    ("target", |reader| reader.target().map(drop)),
    ("plan_settings", |reader| reader.plan_settings().map(drop)),
    ("absence", |reader| reader.absences().map(drop)),
    ("skill", |reader| reader.skill_records().map(drop)),
    ("own_skill", |reader| reader.own_skills().map(drop)),
    ("evidence", |reader| reader.evidence().map(drop)),
    ("certification", |reader| reader.certifications().map(drop)),
    ("project", |reader| reader.projects().map(drop)),
    ("attachment", |reader| reader.all_attachments().map(drop)),
    ("plan_item", |reader| reader.plan_items().map(drop)),
    ("log_entry", |reader| reader.log_entries().map(drop)),
    ("timer", |reader| reader.timer().map(drop)),
    ("scenario", |reader| reader.scenarios().map(drop)),
    ("week_review", |reader| reader.week_reviews().map(drop)),
    ("correction", |reader| reader.corrections().map(drop)),
    ("issuer_key", |reader| reader.issuer_keys().map(drop)),
    ("address", |reader| reader.addresses().map(drop)),
    ("reminder_settings", |reader| reader.reminder_settings().map(drop)),
    ("kept_day", |reader| reader.kept_days().map(drop)),
    ("kept_forecast", |reader| reader.kept_forecasts().map(drop)),
    ("kept_end", |reader| reader.kept_ends().map(drop)),
    ("kept_session", |reader| reader.kept_sessions().map(drop)),
    ("kept_reminder", |reader| reader.kept_reminders().map(drop)),
    ("kept_look", |reader| reader.kept_look().map(drop)),
    ("kept_event", |reader| reader.kept_events().map(drop)),
    ("kept_audit", |reader| reader.newest_audits().map(drop)),
];
