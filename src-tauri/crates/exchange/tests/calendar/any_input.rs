//! What holds for every calendar and every file.

use crate::event;
use groundwork_domain::Date;
use groundwork_exchange::calendar::{
    CalendarError, Event, Found, FoundStart, MOST_DESCRIPTION_CHARS, MOST_EVENTS, MOST_NAME_CHARS,
    MOST_TITLE_CHARS, MOST_ZONE_CHARS, When, read, write,
};
use icalendar::{CalendarComponent, Component, EventLike};
use jiff::tz::Offset;
use jiff::{Timestamp, civil};
use proptest::collection::vec;
use proptest::prelude::*;

fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => "[a-zàéèùœ ,;:\"]{0,30}",
        2 => prop::sample::select(vec!["\\", "\\n", "\n", "\r\n", "\t", "🎓", "🇫🇷", "👩🏽‍💻", "\u{2028}", "\0", "END:VEVENT"])
            .prop_map(str::to_owned),
        1 => any::<String>(),
    ];
    vec(piece, 0..8).prop_map(|pieces| pieces.concat())
}

fn when() -> impl Strategy<Value = When> {
    let seconds = Date::FIRST.civil().at(0, 0, 0, 0)..Date::LAST.civil().at(23, 59, 59, 0);
    let low = Offset::UTC.to_timestamp(seconds.start).unwrap().as_second();
    let high = Offset::UTC.to_timestamp(seconds.end).unwrap().as_second();
    let second = (low..high).prop_map(|second| Timestamp::from_second(second).unwrap());
    // An end after 2199 is one that is not read.
    (second, 0u32..20_000, 0..3).prop_map(move |(start, minutes, kind)| {
        let minutes = minutes.min(u32::try_from((high - start.as_second()) / 60).unwrap());
        let on_the_wall = Offset::UTC.to_datetime(start);
        match kind {
            0 => When::Day(Date::from(on_the_wall.date().min(civil::date(2199, 12, 30)))),
            1 => When::Moment { start, minutes },
            _ => When::Floating { start: on_the_wall, minutes },
        }
    })
}

fn any_event() -> impl Strategy<Value = Event> {
    let texts = (text(), text(), text(), vec(text(), 0..3));
    ("[a-f]{1,8}@x", 0u32..5, when(), texts, vec(0u32..50_000, 0..4), any::<bool>()).prop_map(
        |(uid, sequence, when, (summary, description, location, categories), alarms, busy)| Event {
            sequence,
            summary,
            description,
            location,
            url: "https://example.org/a?b=c,d;e".into(),
            categories,
            alarms,
            busy,
            ..event(&uid, when)
        },
    )
}

/// A text as it comes back: line ends of one kind, no control characters.
fn cleaned(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace(['\r', '\u{85}', '\u{2028}', '\u{2029}'], "\n");
    text.chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t')).collect()
}

/// What comes back of an event.
fn expected(event: &Event) -> Found {
    let taken = |minutes: u32| (minutes > 0).then_some(minutes);
    let (start, minutes) = match &event.when {
        When::Day(day) => (FoundStart::Day(*day), Some(1440)),
        When::Moment { start, minutes } => {
            let at = Offset::UTC.to_datetime(*start);
            (FoundStart::Zoned { at, zone: "UTC".into() }, taken(*minutes))
        }
        When::Floating { start, minutes } => {
            (FoundStart::Floating { at: *start, unknown_zone: String::new() }, taken(*minutes))
        }
    };
    Found {
        uid: event.uid.clone(),
        summary: cleaned(&event.summary),
        description: cleaned(&event.description),
        location: cleaned(&event.location),
        url: event.url.clone(),
        start,
        minutes,
        cancelled: false,
        repeats: false,
    }
}

fn one_per_uid(events: Vec<Event>) -> Vec<Event> {
    let mut seen = std::collections::BTreeSet::new();
    events.into_iter().filter(|event| seen.insert(event.uid.clone())).collect()
}

fn by_uid(mut found: Vec<Found>) -> Vec<Found> {
    found.sort_by(|a, b| a.uid.cmp(&b.uid));
    found
}

fn within_limits(found: &[Found], problems: &[CalendarError]) {
    assert!(found.len() + problems.len() <= MOST_EVENTS + 1);
    for event in found {
        let lengths = [
            (&event.uid, MOST_NAME_CHARS),
            (&event.url, MOST_NAME_CHARS),
            (&event.summary, MOST_TITLE_CHARS),
            (&event.location, MOST_TITLE_CHARS),
            (&event.description, MOST_DESCRIPTION_CHARS),
        ];
        for (text, most) in lengths {
            assert!(text.chars().count() <= most);
            assert!(!text.chars().any(|c| c.is_control() && !matches!(c, '\n' | '\t')), "{text:?}");
        }
        assert_ne!(event.minutes, Some(0));
        if let FoundStart::Floating { unknown_zone, .. } = &event.start {
            assert!(unknown_zone.chars().count() <= MOST_ZONE_CHARS);
        }
    }
}

/// Bytes that look like a calendar more often than chance would have them.
fn like_a_calendar() -> impl Strategy<Value = Vec<u8>> {
    let names = [
        "BEGIN:VCALENDAR",
        "END:VCALENDAR",
        "BEGIN:VEVENT",
        "END:VEVENT",
        "BEGIN:VALARM",
        "END:VALARM",
        "BEGIN:VTIMEZONE",
        "END:VTIMEZONE",
        "DTSTART",
        "DTEND",
        "DURATION",
        "UID",
        "SUMMARY",
        "TZID",
        "X-LIC-LOCATION",
        "STATUS:CANCELLED",
        "RRULE:FREQ=DAILY",
        ";TZID=",
        "Europe/Paris",
        "Romance Standard Time",
        ";VALUE=DATE",
        ":",
        ";",
        "\"",
        "\\",
        "\\n",
        "20270104",
        "T090000",
        "Z",
        "PT",
        "90M",
        "P1D",
        "\r\n",
        "\n",
        "\r",
        " ",
        "\t",
        "é",
        "\u{feff}",
    ];
    let piece = prop_oneof![
        8 => prop::sample::select(names.to_vec()).prop_map(|name| name.as_bytes().to_vec()),
        1 => vec(any::<u8>(), 0..6),
    ];
    vec(piece, 0..120).prop_map(|pieces| [b"BEGIN:VCALENDAR\r\n".to_vec(), pieces.concat()].concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_was_written_is_read_again(events in vec(any_event(), 0..12)) {
        let events = one_per_uid(events);
        let written = write("Plan", "fr", &events);
        prop_assert!(written.split_terminator("\r\n").all(|line| line.len() <= 75));
        let (found, problems) = read(written.as_bytes()).unwrap();
        prop_assert_eq!(problems, []);
        prop_assert_eq!(by_uid(found), by_uid(events.iter().map(expected).collect()));
    }

    #[test]
    fn the_crate_icalendar_reads_what_was_written(events in vec(any_event(), 0..8)) {
        let events = one_per_uid(events);
        let calendar: icalendar::Calendar = write("Zoé, \nplan", "fr", &events).parse().unwrap();
        prop_assert_eq!(calendar.property_value("X-WR-CALNAME"), Some("Zoé, \nplan"));
        let read: Vec<_> = calendar
            .components
            .iter()
            .filter_map(|component| match component { CalendarComponent::Event(event) => Some(event), _ => None })
            .collect();
        prop_assert_eq!(read.len(), events.len());
        for event in &events {
            let other = read.iter().find(|other| other.get_uid() == Some(event.uid.as_str())).unwrap();
            prop_assert_eq!(other.get_summary().unwrap_or_default(), cleaned(&event.summary));
            prop_assert_eq!(other.get_description().unwrap_or_default(), cleaned(&event.description));
            prop_assert_eq!(other.get_location().unwrap_or_default(), cleaned(&event.location));
            prop_assert_eq!(other.get_url(), Some(event.url.as_str()));
        }
    }

    #[test]
    fn the_order_of_the_events_changes_nothing(events in vec(any_event(), 0..12), turn in 0usize..12) {
        let mut turned = events.clone();
        turned.rotate_left(if events.is_empty() { 0 } else { turn % events.len() });
        turned.reverse();
        prop_assert_eq!(write("Plan", "fr", &events), write("Plan", "fr", &turned));
    }

    #[test]
    fn no_bytes_make_it_panic_or_leave_its_limits(bytes in vec(any::<u8>(), 0..400)) {
        if let Ok((found, problems)) = read(&bytes) {
            within_limits(&found, &problems);
        }
    }

    #[test]
    fn no_broken_calendar_makes_it_panic_or_leave_its_limits(bytes in like_a_calendar()) {
        let (found, problems) = read(&bytes).unwrap_or_default();
        within_limits(&found, &problems);
    }

    #[test]
    fn a_calendar_that_is_cut_anywhere_is_read_as_far_as_it_goes(events in vec(any_event(), 1..4), part in 0.0..1.0) {
        let events = one_per_uid(events);
        let written = write("Plan", "fr", &events).into_bytes();
        let cut = (written.len() as f64 * part) as usize;
        if let Ok((found, problems)) = read(&written[..cut]) {
            prop_assert!(found.len() <= events.len());
            prop_assert!(found.len() == events.len() || !problems.is_empty());
        }
    }
}
