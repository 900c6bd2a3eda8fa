//! What was handed out of calendar events.

use super::query::{all, instant, instant_text, run};
use super::{Reader, Writer};
use crate::StoreError;
use groundwork_domain::person::KeptEvent;
use rusqlite::params;

impl Reader<'_> {
    /// The newest revision of every event that was handed out, by uid.
    pub fn kept_events(&self) -> Result<Vec<KeptEvent>, StoreError> {
        all(self.conn, include_str!("kept_events.sql"), [], |row| {
            Ok(KeptEvent {
                uid: row.get("uid")?,
                sequence: row.get("sequence")?,
                stamp: instant(row, "stamp")?,
                content: row.get("content")?,
            })
        })
    }
}

impl Writer<'_> {
    /// Keeps a revision of an event, once; whether it was added.
    pub fn keep_event(&self, event: &KeptEvent) -> Result<bool, StoreError> {
        let row = params![event.uid, event.sequence, instant_text(event.stamp), event.content, self.marks()];
        Ok(run(self.conn, include_str!("kept_event_add.sql"), row)? > 0)
    }
}
