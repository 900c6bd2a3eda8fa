//! What a reminder says.

use crate::messages;
use crate::snapshot::Snapshot;
use groundwork_domain::plan::Session;
use groundwork_domain::reminder::{Reminder, ReminderKind};
use groundwork_domain::{Date, RecordId, Text};
use std::collections::BTreeMap;

/// Title and text of a reminder on a day; none where what it is about is gone.
pub(super) fn words(
    snapshot: &Snapshot,
    sessions: &[(Session, Text)],
    reminder: &Reminder,
    today: Date,
) -> Option<(Text, Text)> {
    if reminder.kind == ReminderKind::Session {
        return session_words(sessions, reminder.on);
    }
    let id = RecordId::new(&reminder.subject).ok()?;
    let record = snapshot.certifications.iter().find(|record| record.id == id)?;
    let mut args = BTreeMap::from([
        ("name".to_owned(), Text::same(snapshot.certification_name(record))),
        ("date".to_owned(), messages::date_text(reminder.on)),
    ]);
    let days = today.days_until(reminder.on);
    args.insert("days".into(), Text::same(days.unsigned_abs().to_string()));
    let when = match (reminder.kind, days) {
        (ReminderKind::Renewal, _) => "reminder_renewal",
        (ReminderKind::Exam, 0) => "reminder_exam_today",
        (ReminderKind::Exam, 1) => "reminder_exam_tomorrow",
        (ReminderKind::Exam, _) => "reminder_exam",
        (_, days) if days < 0 => "reminder_expired",
        (_, 0) => "reminder_expires_today",
        (_, 1) => "reminder_expires_tomorrow",
        _ => "reminder_expires",
    };
    let text = match (reminder.kind, &record.exam_at, &record.exam_zone) {
        (ReminderKind::Exam, Some(time), zone) => {
            args.insert("time".into(), Text::same(time.clone()));
            args.insert("zone".into(), Text::same(zone.clone().unwrap_or_default()));
            if zone.is_some() { "reminder_exam_at" } else { "reminder_on" }
        }
        (ReminderKind::Renewal, ..) => "reminder_renewal_text",
        _ => "reminder_on",
    };
    if let Some(end) = record.expires {
        args.insert("end".into(), messages::date_text(end));
    }
    Some((messages::text(when, &args), messages::text(text, &args)))
}

fn session_words(sessions: &[(Session, Text)], on: Date) -> Option<(Text, Text)> {
    let of_day: Vec<&(Session, Text)> = sessions.iter().filter(|(session, _)| session.date == on).collect();
    let minutes: u32 = of_day.iter().map(|(session, _)| session.minutes).sum();
    if minutes == 0 {
        return None;
    }
    let titles = |lang| {
        let all: Vec<&str> = of_day.iter().map(|(_, title)| title.get(lang)).collect();
        all.join(" · ")
    };
    let args = BTreeMap::from([("time".to_owned(), messages::hours_text(minutes))]);
    let text = Text { en: titles(groundwork_domain::Lang::En), fr: titles(groundwork_domain::Lang::Fr) };
    Some((messages::text("reminder_session", &args), text))
}
