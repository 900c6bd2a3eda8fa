//! What stands in the calendar: one event for each exam, day of expiry, due date and session.

use crate::certifications::exam_minutes;
use crate::input;
use crate::messages;
use crate::plan::{planned, title_of_key};
use crate::snapshot::Snapshot;
use groundwork_domain::certification::{MoveUntil, last_moment_to_move, moment_of, renewal};
use groundwork_domain::person::{CertificationRecord, CertificationStage};
use groundwork_domain::plan::Session;
use groundwork_domain::reminder::time_of_day;
use groundwork_domain::{Date, Lang, Text};
use groundwork_exchange::calendar::{Event, When};
use jiff::Timestamp;
use std::collections::BTreeMap;

/// Minutes of a day.
const DAY: u32 = 24 * 60;
/// How long before an exam a calendar announces it: seven days and one.
const EXAM_ALARMS: [u32; 2] = [7 * DAY, DAY];
/// How long before its end a calendar announces that a certification expires: 30 days.
const EXPIRY_ALARMS: [u32; 1] = [30 * DAY];

/// What is handed out.
#[derive(Debug, Clone, Copy)]
pub(super) struct Wanted {
    pub exams: bool,
    pub due: bool,
    pub expiries: bool,
    /// Until which day sessions are handed out; none for no sessions.
    pub sessions_until: Option<Date>,
    pub lang: Lang,
}

/// The events, without revision and stamp.
pub(super) fn events(snapshot: &Snapshot, wanted: &Wanted) -> Vec<Event> {
    let mut all = Vec::new();
    for record in &snapshot.certifications {
        if wanted.exams {
            all.extend(exam(snapshot, record, wanted.lang));
            all.extend(last_day_to_move(snapshot, record, wanted.lang));
        }
        if wanted.expiries {
            all.extend(ends(snapshot, record, wanted.lang));
        }
        if wanted.due {
            all.extend(wish(snapshot, record, wanted.lang));
        }
    }
    if wanted.due {
        all.extend(due_dates(snapshot, wanted.lang));
    }
    if let Some(last) = wanted.sessions_until {
        all.extend(sessions(snapshot, last, wanted.lang));
    }
    all
}

fn sentence(key: &str, lang: Lang, args: impl IntoIterator<Item = (&'static str, Text)>) -> String {
    let args: BTreeMap<String, Text> = args.into_iter().map(|(name, text)| (name.to_owned(), text)).collect();
    messages::sentence(lang, key, &args)
}

fn event(uid: String, when: When, summary: String) -> Event {
    Event {
        uid: format!("{uid}@groundwork.local"),
        sequence: 0,
        stamp: Timestamp::UNIX_EPOCH,
        when,
        summary,
        description: String::new(),
        location: String::new(),
        url: String::new(),
        categories: vec!["Groundwork".into()],
        alarms: Vec::new(),
        busy: false,
    }
}

fn exam(snapshot: &Snapshot, record: &CertificationRecord, lang: Lang) -> Option<Event> {
    let on = record.exam_on.filter(|_| record.stage == CertificationStage::Booked)?;
    let minutes = exam_minutes(snapshot, record);
    let time = record.exam_at.as_deref().and_then(time_of_day);
    let when = match (moment_of(record), time) {
        (Some(start), _) => When::Moment { start, minutes },
        (None, Some(time)) => When::Floating { start: on.civil().to_datetime(time), minutes },
        (None, None) => When::Day(on),
    };
    let name = Text::same(snapshot.certification_name(record));
    let summary = sentence("calendar_exam", lang, [("name", name)]);
    Some(Event {
        description: record.note.clone(),
        location: record.place.clone(),
        url: record.url.clone(),
        alarms: EXAM_ALARMS.to_vec(),
        busy: true,
        ..event(format!("exam-{}-{}", record.id, record.attempt), when, summary)
    })
}

fn last_day_to_move(snapshot: &Snapshot, record: &CertificationRecord, lang: Lang) -> Option<Event> {
    let by = last_moment_to_move(record, snapshot.known(record))?;
    let when = match by.until {
        MoveUntil::Day { on } => When::Day(on),
        MoveUntil::Moment { at } => When::Moment { start: at, minutes: 0 },
    };
    let name = Text::same(snapshot.certification_name(record));
    let summary = sentence("calendar_move", lang, [("name", name)]);
    Some(event(format!("move-{}-{}", record.id, record.attempt), when, summary))
}

fn ends(snapshot: &Snapshot, record: &CertificationRecord, lang: Lang) -> Vec<Event> {
    let Some(plan) = renewal(record, snapshot.known(record), snapshot.today) else { return Vec::new() };
    let Some(end) = plan.closes else { return Vec::new() };
    let name = || [("name", Text::same(snapshot.certification_name(record)))];
    // A renewal begins a new term with an event of its own.
    let term = record.periods.len();
    let mut all = vec![Event {
        alarms: EXPIRY_ALARMS.to_vec(),
        ..event(
            format!("expiry-{}-{term}", record.id),
            When::Day(end),
            sentence("calendar_expiry", lang, name()),
        )
    }];
    if let Some(opens) = plan.begin.filter(|_| record.keep_up && plan.is_work()) {
        let summary = sentence("calendar_renewal", lang, name());
        all.push(event(format!("renewal-{}-{term}", record.id), When::Day(opens), summary));
    }
    all
}

/// The day by which a planned exam is to be prepared.
fn wish(snapshot: &Snapshot, record: &CertificationRecord, lang: Lang) -> Option<Event> {
    let on = record.wanted_by.filter(|_| record.stage == CertificationStage::Planned)?;
    let name = Text::same(snapshot.certification_name(record));
    let summary = sentence("calendar_wish", lang, [("name", name)]);
    Some(event(format!("wish-{}", record.id), When::Day(on), summary))
}

/// The day the person wants to be ready, and due dates of items.
fn due_dates(snapshot: &Snapshot, lang: Lang) -> Vec<Event> {
    let mut all = Vec::new();
    if let Some(target) = &snapshot.target
        && let Some(on) = target.ready_by
    {
        let rung = snapshot.pack.rung(&target.rung).map(|rung| rung.name.clone()).unwrap_or_default();
        let summary = sentence("calendar_ready", lang, [("name", rung)]);
        all.push(event("ready".into(), When::Day(on), summary));
    }
    let open = snapshot.plan_items.values().filter(|item| !item.dropped && item.done_on.is_none());
    for (item, on) in open.filter_map(|item| Some((item, item.due?))) {
        let summary = sentence("calendar_due", lang, [("name", title_of_key(snapshot, &item.key))]);
        all.push(event(format!("due-{}", short(&item.key)), When::Day(on), summary));
    }
    all
}

/// Sessions have a day and minutes, no time: they stand above the day and take no time from it.
fn sessions(snapshot: &Snapshot, last: Date, lang: Lang) -> Vec<Event> {
    let Ok(plan) = planned(snapshot) else { return Vec::new() };
    let near = plan.schedule.sessions.iter().filter(|session| session.date <= last);
    let event = |session: &Session| {
        let time = messages::hours_text(session.minutes);
        let name = title_of_key(snapshot, &session.item);
        let summary = sentence("calendar_session", lang, [("name", name), ("time", time)]);
        event(format!("session-{}-{}", session.date, short(&session.item)), When::Day(session.date), summary)
    };
    near.map(event).collect()
}

/// A key in letters and figures that every calendar takes.
fn short(key: &str) -> String {
    input::sha256(key.as_bytes())[..16].to_owned()
}
