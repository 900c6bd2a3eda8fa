//! iCalendar files, written and read.

#![allow(clippy::unwrap_used)]

mod any_input;
mod foreign;
mod limits;
mod written;

use groundwork_domain::Date;
use groundwork_exchange::calendar::{Event, When};
use jiff::Timestamp;
use jiff::civil::DateTime;

/// An event that begins so and says nothing else.
fn event(uid: &str, when: When) -> Event {
    Event {
        uid: uid.to_owned(),
        sequence: 0,
        stamp: at("2026-11-20T08:30:00Z"),
        when,
        summary: String::new(),
        description: String::new(),
        location: String::new(),
        url: String::new(),
        categories: Vec::new(),
        alarms: Vec::new(),
        busy: false,
    }
}

fn day(text: &str) -> When {
    When::Day(Date::parse(text).unwrap())
}

fn moment(text: &str, minutes: u32) -> When {
    When::Moment { start: at(text), minutes }
}

fn floating(text: &str, minutes: u32) -> When {
    When::Floating { start: on_the_wall(text), minutes }
}

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

fn on_the_wall(text: &str) -> DateTime {
    text.parse().unwrap()
}

/// The bytes of a file in `tests/fixtures/calendar`.
fn fixture(name: &str) -> Vec<u8> {
    std::fs::read(fixture_path(name)).unwrap()
}

fn fixture_path(name: &str) -> String {
    format!("{}/../../../tests/fixtures/calendar/{name}", env!("CARGO_MANIFEST_DIR"))
}
