//! One VEVENT of a foreign calendar, gathered line by line.

use super::lines::Line;
use super::text::{first, plain, unescape};
use super::time::{Stamp, duration_minutes, minutes_between_days, minutes_on_the_wall};
use super::{
    CalendarError, Found, FoundStart, MOST_DESCRIPTION_CHARS, MOST_NAME_CHARS, MOST_TITLE_CHARS,
    MOST_ZONE_CHARS, zone,
};
use jiff::civil::DateTime;
use std::collections::HashMap;

/// Zones by the names that a calendar gives them in its VTIMEZONEs, in lower case.
pub(super) type OwnZones = HashMap<String, &'static str>;

/// What is known of an event before its end is reached.
#[derive(Debug, Default)]
pub(super) struct Draft {
    /// Where it begins in the file.
    pub line: usize,
    uid: Option<String>,
    summary: Option<String>,
    description: Option<String>,
    location: Option<String>,
    url: Option<String>,
    start: Option<Result<Stamp, CalendarError>>,
    end: Option<Stamp>,
    duration: Option<u32>,
    cancelled: bool,
    repeats: bool,
}

impl Draft {
    /// An event that begins at a line; `cancelled` when the whole calendar is.
    pub fn at(line: usize, cancelled: bool) -> Self {
        Self { line, cancelled, ..Self::default() }
    }

    /// Takes a property; of two of one name the first counts.
    pub fn take(&mut self, line: &Line) {
        match line.name().to_ascii_uppercase().as_str() {
            "UID" => keep(&mut self.uid, || whole(&unescape(line.value(), MOST_NAME_CHARS + 1), line)),
            "SUMMARY" => keep(&mut self.summary, || unescape(line.value(), MOST_TITLE_CHARS)),
            "DESCRIPTION" => keep(&mut self.description, || unescape(line.value(), MOST_DESCRIPTION_CHARS)),
            "LOCATION" => keep(&mut self.location, || unescape(line.value(), MOST_TITLE_CHARS)),
            "URL" => keep(&mut self.url, || whole(&plain(line.value()), line)),
            "DTSTART" => keep(&mut self.start, || {
                stamp(line).map_err(|detail| CalendarError::Broken { line: line.number, detail })
            }),
            "DTEND" => self.end = self.end.take().or_else(|| stamp(line).ok()),
            "DURATION" => self.duration = self.duration.or_else(|| duration_minutes(line.value())),
            "STATUS" => self.cancelled |= line.value().trim().eq_ignore_ascii_case("CANCELLED"),
            "RRULE" | "RDATE" | "RECURRENCE-ID" => self.repeats = true,
            _ => {}
        }
    }

    /// The event, when all of it and of its calendar's zones is known.
    pub fn finish(self, zones: &OwnZones) -> Result<Found, CalendarError> {
        let missing =
            || CalendarError::Broken { line: self.line, detail: "event without DTSTART".to_owned() };
        let start = placed(self.start.ok_or_else(missing)??, zones);
        let end = self.end.map(|end| placed(end, zones));
        let minutes = end.and_then(|end| minutes_between(&start, &end)).or(self.duration);
        Ok(Found {
            uid: self.uid.unwrap_or_default(),
            summary: self.summary.unwrap_or_default(),
            description: self.description.unwrap_or_default(),
            location: self.location.unwrap_or_default(),
            url: self.url.unwrap_or_default(),
            start,
            minutes,
            cancelled: self.cancelled,
            repeats: self.repeats,
        })
    }
}

fn keep<T>(slot: &mut Option<T>, read: impl FnOnce() -> T) {
    if slot.is_none() {
        *slot = Some(read());
    }
}

/// The text where it is whole, else nothing.
fn whole(text: &str, line: &Line) -> String {
    let cut = line.cut || first(text, MOST_NAME_CHARS).len() < text.len();
    if cut { String::new() } else { text.to_owned() }
}

fn stamp(line: &Line) -> Result<Stamp, String> {
    let only_day = line.parameter("VALUE").is_some_and(|value| value.eq_ignore_ascii_case("DATE"));
    Stamp::read(line.value(), line.parameter("TZID"), only_day)
}

fn placed(stamp: Stamp, zones: &OwnZones) -> FoundStart {
    match stamp {
        Stamp::Day(day) => FoundStart::Day(day),
        Stamp::Utc(at) => FoundStart::Zoned { at, zone: "UTC".to_owned() },
        Stamp::Floating(at) => FoundStart::Floating { at, unknown_zone: String::new() },
        Stamp::Named(at, name) => {
            match zone::known(&name).or_else(|| zones.get(&name.to_lowercase()).copied()) {
                Some(zone) => FoundStart::Zoned { at, zone: zone.to_owned() },
                None => {
                    let name = plain(&name);
                    FoundStart::Floating { at, unknown_zone: first(&name, MOST_ZONE_CHARS).to_owned() }
                }
            }
        }
    }
}

/// Minutes from one to the other. Where the two cannot be compared (a day with a time, a zone with none), nothing is known.
fn minutes_between(start: &FoundStart, end: &FoundStart) -> Option<u32> {
    match (start, end) {
        (FoundStart::Day(start), FoundStart::Day(end)) => minutes_between_days(*start, *end),
        (FoundStart::Zoned { at: start, zone: from }, FoundStart::Zoned { at: end, zone: to }) => {
            minutes_in_zones((*start, from), (*end, to))
        }
        (
            FoundStart::Floating { at: start, unknown_zone: from },
            FoundStart::Floating { at: end, unknown_zone: to },
        ) if from == to => minutes_on_the_wall(*start, *end),
        _ => None,
    }
}

/// The clocks may change in between, and the two may be in different zones.
fn minutes_in_zones(start: (DateTime, &str), end: (DateTime, &str)) -> Option<u32> {
    let (from, to) = (zone::moment(start.0, start.1)?, zone::moment(end.0, end.1)?);
    super::time::minutes_of(to.duration_since(from).as_secs())
}
