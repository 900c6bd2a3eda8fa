//! Reminders: what is said when, in the person's own time zone (issue 4: exam 30, 7 and 1 days ahead, expiry 180, 90 and
//! 30, when a renewal opens, when a session is due).

use crate::Date;
use jiff::civil::{DateTime, Time};
use jiff::tz::TimeZone;
use jiff::{Span, Timestamp};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// What a reminder is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(feature = "wire", derive(ts_rs::TS, schemars::JsonSchema))]
pub enum ReminderKind {
    /// A booked exam.
    Exam,
    /// The end of a certification.
    Expiry,
    /// A renewal that opens.
    Renewal,
    /// A day with sessions.
    Session,
}

impl ReminderKind {
    /// Days ahead at which it is said.
    pub fn days(self) -> &'static [i64] {
        match self {
            Self::Exam => &[30, 7, 1],
            Self::Expiry => &[180, 90, 30],
            Self::Renewal | Self::Session => &[0],
        }
    }
}

/// Which reminders the person wants, and when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS, schemars::JsonSchema))]
pub struct ReminderSettings {
    /// Kinds that are said.
    pub kinds: BTreeSet<ReminderKind>,
    /// Time of day, `HH:MM`.
    pub at: String,
    /// Time of day of sessions, `HH:MM`.
    pub session_at: String,
    /// Beginning and end of the quiet hours, `HH:MM`; may span midnight. None: no quiet hours.
    pub quiet: Option<(String, String)>,
}

impl Default for ReminderSettings {
    fn default() -> Self {
        use ReminderKind::{Exam, Expiry, Renewal, Session};
        Self {
            kinds: [Exam, Expiry, Renewal, Session].into(),
            at: "09:00".into(),
            session_at: "18:00".into(),
            quiet: Some(("21:00".into(), "08:00".into())),
        }
    }
}

/// Something that will be, and is to be said ahead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Occasion {
    /// What it is.
    pub kind: ReminderKind,
    /// What it is about: a record's id, or a day.
    pub subject: String,
    /// The day, in the person's zone.
    pub on: Date,
    /// The moment, where it has one.
    pub moment: Option<Timestamp>,
}

/// A reminder.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub struct Reminder {
    /// The same for the same thing on the same day: `exam:<id>:2027-03-01:7`.
    pub key: String,
    /// What it is about.
    pub kind: ReminderKind,
    /// Id of the record, or the day.
    pub subject: String,
    /// The day that it is about.
    pub on: Date,
    /// Days ahead of it.
    #[cfg_attr(feature = "wire", ts(type = "number"))]
    pub days: i64,
    /// When it is said.
    #[cfg_attr(feature = "wire", ts(type = "string"))]
    pub due: Timestamp,
}

/// Reads `HH:MM`.
pub fn time_of_day(text: &str) -> Option<Time> {
    let shaped = text.len() == 5 && text.bytes().filter(u8::is_ascii_digit).count() == 4;
    Time::strptime("%H:%M", text).ok().filter(|_| shaped)
}

/// Every reminder of these occasions, by when it is said.
///
/// - A time that clocks skip becomes the same distance later, one that occurs twice its first occurrence.
/// - What falls into the quiet hours is said when they end; where the thing itself would be over by then, in the last minute
///   before they begin.
pub fn reminders(occasions: &[Occasion], settings: &ReminderSettings, zone: &TimeZone) -> Vec<Reminder> {
    let wanted = occasions.iter().filter(|occasion| settings.kinds.contains(&occasion.kind));
    let mut all: Vec<Reminder> = wanted
        .flat_map(|occasion| {
            let said = |days: &i64| {
                let due = said_at(occasion, *days, settings, zone)?;
                let Occasion { kind, subject, on, .. } = occasion;
                let word = format!("{kind:?}").to_lowercase();
                let key = format!("{word}:{subject}:{on}:{days}");
                Some(Reminder { key, kind: *kind, subject: subject.clone(), on: *on, days: *days, due })
            };
            occasion.kind.days().iter().filter_map(said).collect::<Vec<_>>()
        })
        .collect();
    all.sort_by(|a, b| (a.due, &a.key).cmp(&(b.due, &b.key)));
    all
}

fn said_at(
    occasion: &Occasion,
    days: i64,
    settings: &ReminderSettings,
    zone: &TimeZone,
) -> Option<Timestamp> {
    let at = if occasion.kind == ReminderKind::Session { &settings.session_at } else { &settings.at };
    let wanted = occasion.on.plus_days(-days).civil().to_datetime(time_of_day(at)?);
    let moment = |local: DateTime| zone.to_ambiguous_timestamp(local).compatible().ok();
    let quiet = settings.quiet.as_ref().and_then(|(from, to)| Some((time_of_day(from)?, time_of_day(to)?)));
    let Some((begins, ends)) = quiet.and_then(|quiet| quiet_around(wanted, quiet)) else {
        return moment(wanted);
    };
    let later = moment(ends)?;
    let over = occasion.moment.map_or_else(|| ends.date() > occasion.on.civil(), |is| later >= is);
    if over { moment(begins.checked_sub(Span::new().minutes(1)).ok()?) } else { Some(later) }
}

/// The quiet hours that a time falls into, from when to when.
fn quiet_around(at: DateTime, (from, to): (Time, Time)) -> Option<(DateTime, DateTime)> {
    let day = at.date();
    let (time, next, last) = (at.time(), day.tomorrow().ok()?, day.yesterday().ok()?);
    if from <= to {
        return (from <= time && time < to).then(|| (day.to_datetime(from), day.to_datetime(to)));
    }
    if time >= from {
        return Some((day.to_datetime(from), next.to_datetime(to)));
    }
    (time < to).then(|| (last.to_datetime(from), day.to_datetime(to)))
}

/// What is to be said now.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Due {
    /// Reminders to show.
    pub show: Vec<Reminder>,
    /// Reminders that fell due and are not worth showing any more, or never were.
    pub pass_over: Vec<Reminder>,
}

/// What fell due and was not said: of several about one thing only the last.
///
/// - Passed over is what fell due before the program looked last: it was entered later, and the person knows.
/// - An exam that is over, and sessions of a day that is over, are passed over too. That a certification ended is still said.
pub fn due(
    reminders: &[Reminder],
    said: &BTreeSet<String>,
    looked: Option<Timestamp>,
    now: Timestamp,
    zone: &TimeZone,
) -> Due {
    let today: Date = now.to_zoned(zone.clone()).date().into();
    let mut found = Due::default();
    let mut last: BTreeMap<(ReminderKind, &str), &Reminder> = BTreeMap::new();
    for reminder in reminders.iter().filter(|it| it.due <= now && !said.contains(&it.key)) {
        let over = match reminder.kind {
            ReminderKind::Exam => today > reminder.on,
            ReminderKind::Session => today != reminder.on,
            ReminderKind::Expiry | ReminderKind::Renewal => false,
        };
        if over || looked.is_none_or(|looked| reminder.due <= looked) {
            found.pass_over.push(reminder.clone());
        } else if let Some(earlier) = last.insert((reminder.kind, &reminder.subject), reminder) {
            found.pass_over.push(earlier.clone());
        }
    }
    found.show = last.into_values().cloned().collect();
    found.show.sort_by(|a, b| (a.on, &a.key).cmp(&(b.on, &b.key)));
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        Date::parse(text).unwrap()
    }

    fn zone() -> TimeZone {
        TimeZone::get("Europe/Paris").unwrap()
    }

    fn at(text: &str) -> Timestamp {
        format!("{text}[Europe/Paris]").parse::<jiff::Zoned>().unwrap().timestamp()
    }

    fn exam(on: &str, moment: Option<&str>) -> Occasion {
        Occasion { kind: ReminderKind::Exam, subject: "e".into(), on: day(on), moment: moment.map(at) }
    }

    fn said(all: &[Reminder]) -> Vec<(i64, Timestamp)> {
        all.iter().map(|it| (it.days, it.due)).collect()
    }

    #[test]
    fn an_exam_is_said_at_nine_on_both_sides_of_the_change_of_the_clock() {
        // Clocks go forward on 28 March 2027.
        let all =
            reminders(&[exam("2027-04-01", Some("2027-04-01T10:00"))], &ReminderSettings::default(), &zone());
        assert_eq!(
            said(&all),
            [(30, at("2027-03-02T09:00")), (7, at("2027-03-25T09:00")), (1, at("2027-03-31T09:00"))]
        );
        assert_eq!(all[1].due.to_string(), "2027-03-25T08:00:00Z");
        assert_eq!(all[2].due.to_string(), "2027-03-31T07:00:00Z");
    }

    #[test]
    fn a_time_that_clocks_skip_comes_later_and_a_doubled_one_at_its_first() {
        let early = ReminderSettings { at: "02:30".into(), quiet: None, ..ReminderSettings::default() };
        let spring = reminders(&[exam("2027-03-29", None)], &early, &zone());
        assert_eq!(spring[2].due.to_string(), "2027-03-28T01:30:00Z");
        let autumn = reminders(&[exam("2027-11-01", None)], &early, &zone());
        assert_eq!(autumn[2].due.to_string(), "2027-10-31T00:30:00Z");
    }

    #[test]
    fn quiet_hours_are_kept_and_nothing_comes_after_the_exam() {
        let night = ReminderSettings {
            at: "23:30".into(),
            quiet: Some(("22:00".into(), "08:00".into())),
            ..ReminderSettings::default()
        };
        let later = reminders(&[exam("2027-06-10", Some("2027-06-10T14:00"))], &night, &zone());
        assert_eq!(later[2].due, at("2027-06-10T08:00"));
        let early = reminders(&[exam("2027-06-10", Some("2027-06-10T07:30"))], &night, &zone());
        assert_eq!(early[2].due, at("2027-06-09T21:59"));
        let noon =
            ReminderSettings { quiet: Some(("12:00".into(), "14:00".into())), at: "12:00".into(), ..night };
        assert_eq!(reminders(&[exam("2027-06-10", None)], &noon, &zone())[2].due, at("2027-06-09T14:00"));
    }

    #[test]
    fn only_what_fell_due_since_the_last_look_is_said_once_and_only_the_last_of_it() {
        let all = reminders(&[exam("2027-06-10", None)], &ReminderSettings::default(), &zone());
        let none = BTreeSet::new();
        // Entered twenty days ahead: the thirtieth day is passed over.
        let entered = due(&all, &none, Some(at("2027-05-21T10:00")), at("2027-05-21T10:01"), &zone());
        assert_eq!((entered.show.len(), entered.pass_over.len()), (0, 1));
        // The program was closed over both days that were left.
        let said: BTreeSet<String> = entered.pass_over.into_iter().map(|it| it.key).collect();
        let missed = due(&all, &said, Some(at("2027-05-21T10:10")), at("2027-06-09T20:00"), &zone());
        assert_eq!(missed.show.iter().map(|it| it.days).collect::<Vec<_>>(), [1]);
        assert_eq!(missed.pass_over.iter().map(|it| it.days).collect::<Vec<_>>(), [7]);
        // Nothing twice, and nothing about an exam that is over.
        let said: BTreeSet<String> = all.iter().map(|it| it.key.clone()).collect();
        assert_eq!(due(&all, &said, None, at("2027-06-09T20:01"), &zone()), Due::default());
        let over = due(&all, &none, Some(at("2027-01-01T00:00")), at("2027-06-11T00:00"), &zone());
        assert!(over.show.is_empty());
    }

    #[test]
    fn switched_off_kinds_are_not_said() {
        let none = ReminderSettings { kinds: BTreeSet::new(), ..ReminderSettings::default() };
        assert!(reminders(&[exam("2027-06-10", None)], &none, &zone()).is_empty());
    }
}
