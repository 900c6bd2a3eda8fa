//! Reminders: which are wanted, and which were said.

use super::query::{all, instant, instant_text, one, parsed, run, word, word_of};
use super::{Reader, Writer};
use crate::StoreError;
use groundwork_domain::person::KeptReminder;
use groundwork_domain::reminder::{Reminder, ReminderKind, ReminderSettings};
use jiff::Timestamp;
use rusqlite::params;

const KINDS: [(&str, ReminderKind); 4] = [
    ("exam", ReminderKind::Exam),
    ("expiry", ReminderKind::Expiry),
    ("renewal", ReminderKind::Renewal),
    ("session", ReminderKind::Session),
];

impl Reader<'_> {
    /// Which reminders the person wants; the usual ones when they said nothing.
    pub fn reminder_settings(&self) -> Result<ReminderSettings, StoreError> {
        let kept = one(self.conn, "SELECT * FROM reminder_settings", [], |row| {
            let mut settings = ReminderSettings { kinds: [].into(), ..ReminderSettings::default() };
            for (column, kind) in KINDS {
                if row.get(column)? {
                    settings.kinds.insert(kind);
                }
            }
            let (from, to): (Option<String>, Option<String>) = (row.get("quiet_from")?, row.get("quiet_to")?);
            settings.at = row.get("at_time")?;
            settings.session_at = row.get("session_at")?;
            settings.quiet = from.zip(to);
            Ok(settings)
        })?;
        Ok(kept.unwrap_or_default())
    }

    /// Reminders that were said or passed over, the newest first.
    pub fn kept_reminders(&self) -> Result<Vec<KeptReminder>, StoreError> {
        all(self.conn, "SELECT * FROM kept_reminder ORDER BY said_at DESC, id", [], |row| {
            Ok(KeptReminder {
                reminder: Reminder {
                    key: row.get("id")?,
                    kind: word(row, "kind")?,
                    subject: row.get("subject")?,
                    on: parsed(row, "on_day")?,
                    days: row.get("days")?,
                    due: instant(row, "due")?,
                },
                said_at: instant(row, "said_at")?,
                shown: row.get("shown")?,
                missed: row.get("missed")?,
                dismissed: row.get("dismissed")?,
            })
        })
    }

    /// When the program last looked what was due.
    pub fn kept_look(&self) -> Result<Option<Timestamp>, StoreError> {
        one(self.conn, "SELECT * FROM kept_look", [], |row| instant(row, "at"))
    }
}

impl Writer<'_> {
    /// Keeps which reminders the person wants.
    pub fn set_reminder_settings(&self, settings: &ReminderSettings) -> Result<(), StoreError> {
        let kinds = KINDS.map(|(_, kind)| settings.kinds.contains(&kind));
        let quiet = settings.quiet.as_ref();
        run(
            self.conn,
            include_str!("reminder_settings_put.sql"),
            params![
                kinds[0],
                kinds[1],
                kinds[2],
                kinds[3],
                settings.at,
                settings.session_at,
                quiet.map(|(from, _)| from),
                quiet.map(|(_, to)| to),
                self.marks(),
            ],
        )?;
        Ok(())
    }

    /// Keeps that a reminder was said or passed over, once; whether it was added.
    pub fn keep_reminder(&self, kept: &KeptReminder) -> Result<bool, StoreError> {
        let reminder = &kept.reminder;
        let row = params![
            reminder.key,
            word_of(&reminder.kind)?,
            reminder.subject,
            reminder.on.to_string(),
            reminder.days,
            instant_text(reminder.due),
            instant_text(kept.said_at),
            kept.shown,
            kept.missed,
            kept.dismissed,
            self.marks(),
        ];
        Ok(run(self.conn, include_str!("kept_reminder_add.sql"), row)? > 0)
    }

    /// Keeps that the person has seen a reminder; whether there is one that they had not.
    pub fn keep_dismissed(&self, key: &str) -> Result<bool, StoreError> {
        let sql = "UPDATE kept_reminder SET dismissed = 1 WHERE id = ?1 AND dismissed = 0";
        Ok(run(self.conn, sql, [key])? > 0)
    }

    /// Keeps when the program looked what was due.
    pub fn keep_look(&self, at: Timestamp) -> Result<(), StoreError> {
        let sql = "INSERT INTO kept_look (id, at) VALUES ('look', ?1) \
                   ON CONFLICT (id) DO UPDATE SET at = excluded.at";
        run(self.conn, sql, [instant_text(at)])?;
        Ok(())
    }
}
