//! A calendar, written.

use super::lines::push_folded;
use super::text::{escape, plain};
use super::{Event, When, time};
use jiff::civil::DateTime;
use jiff::tz::Offset;
use jiff::{Span, Timestamp};
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

/// Writes a file.
pub(super) fn calendar(name: &str, language: &str, events: &[Event]) -> String {
    let language = if language.to_ascii_lowercase().starts_with("fr") { "FR" } else { "EN" };
    let mut out = String::new();
    let mut put = |line: &str| push_folded(&mut out, line);
    put("BEGIN:VCALENDAR");
    put("VERSION:2.0");
    put(&format!("PRODID:-//Groundwork//Groundwork//{language}"));
    put("CALSCALE:GREGORIAN");
    put("METHOD:PUBLISH");
    let name = escape(name);
    if !name.is_empty() {
        put(&format!("NAME:{name}"));
        put(&format!("X-WR-CALNAME:{name}"));
    }
    for text in in_order(events) {
        out.push_str(&text);
    }
    push_folded(&mut out, "END:VCALENDAR");
    out
}

/// Each uid's newest event as text, by beginning and uid. Two that differ with one sequence and stamp go by their text: what is
/// written must not hang on the order of what is given.
fn in_order(events: &[Event]) -> Vec<String> {
    let mut newest: BTreeMap<String, (&Event, String)> = BTreeMap::new();
    for event in events {
        let uid = plain(&event.uid);
        let text = event_text(&uid, event);
        match newest.entry(uid) {
            Entry::Vacant(free) => {
                free.insert((event, text));
            }
            Entry::Occupied(mut held) => {
                let (other, its_text) = held.get();
                let newer = (event.sequence, event.stamp, &text) > (other.sequence, other.stamp, its_text);
                if newer {
                    held.insert((event, text));
                }
            }
        }
    }
    let mut texts: Vec<_> =
        newest.into_iter().map(|(uid, (event, text))| (begins(&event.when), uid, text)).collect();
    texts.sort();
    texts.into_iter().map(|(_, _, text)| text).collect()
}

fn begins(when: &When) -> DateTime {
    match when {
        When::Day(day) => day.civil().at(0, 0, 0, 0),
        When::Moment { start, .. } => Offset::UTC.to_datetime(*start),
        When::Floating { start, .. } => *start,
    }
}

fn event_text(uid: &str, event: &Event) -> String {
    let mut out = String::new();
    let mut put = |line: &str| push_folded(&mut out, line);
    let stamp = time::utc(event.stamp);
    put("BEGIN:VEVENT");
    put(&format!("UID:{}", escape(uid)));
    put(&format!("SEQUENCE:{}", event.sequence));
    put(&format!("DTSTAMP:{stamp}"));
    put(&format!("LAST-MODIFIED:{stamp}"));
    for line in when_lines(&event.when) {
        put(&line);
    }
    let texts =
        [("SUMMARY", &event.summary), ("DESCRIPTION", &event.description), ("LOCATION", &event.location)];
    for (name, text) in texts.map(|(name, text)| (name, escape(text))) {
        if !text.is_empty() {
            put(&format!("{name}:{text}"));
        }
    }
    let url = plain(&event.url).replace(char::is_whitespace, "%20");
    if !url.is_empty() {
        put(&format!("URL:{url}"));
    }
    let categories: Vec<_> =
        event.categories.iter().map(|name| escape(name)).filter(|name| !name.is_empty()).collect();
    if !categories.is_empty() {
        put(&format!("CATEGORIES:{}", categories.join(",")));
    }
    put(if event.busy { "TRANSP:OPAQUE" } else { "TRANSP:TRANSPARENT" });
    let mut alarms = event.alarms.clone();
    alarms.sort_unstable();
    alarms.dedup();
    for minutes in alarms {
        put("BEGIN:VALARM");
        put("ACTION:DISPLAY");
        put(&format!("TRIGGER:-PT{minutes}M"));
        put(&format!("DESCRIPTION:{}", escape(&event.summary)));
        put("END:VALARM");
    }
    put("END:VEVENT");
    out
}

/// DTSTART and DTEND. An event of no minutes has no end (RFC 5545, 3.6.1: it ends as it begins), nor has one whose end no date can tell.
fn when_lines(when: &When) -> Vec<String> {
    let (start, end) = match when {
        When::Day(day) => {
            let day = day.civil();
            let end = day.tomorrow().ok().map(time::day);
            (format!(";VALUE=DATE:{}", time::day(day)), end.map(|end| format!(";VALUE=DATE:{end}")))
        }
        When::Moment { start, minutes } => (
            format!(":{}", time::utc(*start)),
            later(*start, *minutes).map(|end| format!(":{}", time::utc(end))),
        ),
        When::Floating { start, minutes } => {
            let span = Span::new().try_minutes(*minutes);
            let end = span.and_then(|span| start.checked_add(span)).ok().filter(|_| *minutes > 0);
            (format!(":{}", time::floating(*start)), end.map(|end| format!(":{}", time::floating(end))))
        }
    };
    let mut lines = vec![format!("DTSTART{start}")];
    lines.extend(end.map(|end| format!("DTEND{end}")));
    lines
}

fn later(start: Timestamp, minutes: u32) -> Option<Timestamp> {
    let span = Span::new().try_minutes(minutes).ok().filter(|_| minutes > 0)?;
    start.checked_add(span).ok()
}
