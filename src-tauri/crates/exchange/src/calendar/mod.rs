//! iCalendar files (RFC 5545), written and read.

use groundwork_domain::Date;
use jiff::Timestamp;
use jiff::civil::DateTime;

/// When an event is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum When {
    /// The whole of a day.
    Day(Date),
    /// From a moment on, so many minutes.
    Moment {
        /// When it begins.
        start: Timestamp,
        /// How long it takes.
        minutes: u32,
    },
    /// A time of day without a zone, so many minutes: wherever the reader is.
    Floating {
        /// When it begins.
        start: DateTime,
        /// How long it takes.
        minutes: u32,
    },
}

/// An event of the calendar file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// The same for the same thing, always.
    pub uid: String,
    /// How often it was changed since it was first written.
    pub sequence: u32,
    /// When its record was last changed.
    pub stamp: Timestamp,
    /// When it is.
    pub when: When,
    /// Title.
    pub summary: String,
    /// Details; may hold several lines.
    pub description: String,
    /// Where.
    pub location: String,
    /// Address of a page about it; empty for none.
    pub url: String,
    /// `CATEGORIES`.
    pub categories: Vec<String>,
    /// Minutes before its start at which it is announced.
    pub alarms: Vec<u32>,
    /// Whether it takes the person's time: `TRANSP:OPAQUE`, else `TRANSPARENT`.
    pub busy: bool,
}

/// Writes a calendar: the same events, the same bytes, whatever their order.
pub fn write(name: &str, language: &str, events: &[Event]) -> String {
    let _ = (name, language, events);
    unimplemented!("written in this crate's first commit")
}

/// An event that was read from a foreign calendar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// Its `UID`; empty where it has none.
    pub uid: String,
    /// Its title.
    pub summary: String,
    /// Its details.
    pub description: String,
    /// Where.
    pub location: String,
    /// Its page.
    pub url: String,
    /// When it is, as far as the file says.
    pub start: FoundStart,
    /// Minutes that it takes, where the file says.
    pub minutes: Option<u32>,
    /// Whether it was called off (`STATUS:CANCELLED`).
    pub cancelled: bool,
    /// Whether it repeats; only its first time is read.
    pub repeats: bool,
}

/// When a foreign event begins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FoundStart {
    /// On a day.
    Day(Date),
    /// At a time in a zone of the IANA database.
    Zoned {
        /// The time of day there.
        at: DateTime,
        /// Name of the zone; `UTC` for times in UTC.
        zone: String,
    },
    /// At a time, wherever one is; also where the file names a zone that nobody knows.
    Floating {
        /// The time of day.
        at: DateTime,
        /// The zone's name that was not known; empty where the file names none.
        unknown_zone: String,
    },
}

/// Why a calendar was refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CalendarError {
    /// It is larger than what is read.
    #[error("larger than {most} bytes")]
    TooLarge {
        /// The most.
        most: usize,
    },
    /// It is no calendar, or broken; with the line.
    #[error("line {line}: {detail}")]
    Broken {
        /// Line of the file, from 1.
        line: usize,
        /// What is wrong there.
        detail: String,
    },
    /// It holds more events than what is read.
    #[error("more than {most} events")]
    TooMany {
        /// The most.
        most: usize,
    },
}

/// Reads the events of a foreign calendar, in the file's order. An event that cannot be read is left out, with its line and why.
pub fn read(bytes: &[u8]) -> Result<(Vec<Found>, Vec<CalendarError>), CalendarError> {
    let _ = bytes;
    unimplemented!("written in this crate's first commit")
}
