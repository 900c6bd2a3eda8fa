//! iCalendar files (RFC 5545), written and read.
//!
//! The crate `icalendar` (0.17) does neither here; the tests read with it what [`write`] wrote. Its writer leaves `NAME` and `URL`
//! unescaped (a line end in a calendar's name begins a line of its own), keeps control characters, and takes time quadratic in
//! the length of a line to fold it. Its parser refuses the whole file for one bad line, recurses as deep as the file nests,
//! and takes neither CR as a line end nor a character that was folded in two.

mod event;
mod lines;
mod read;
mod text;
mod time;
mod windows_zones;
mod write;
mod zone;

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

/// The most bytes of a file that [`read`] takes.
pub const MOST_BYTES: usize = 2 * 1024 * 1024;
/// The most events of a file that [`read`] takes.
pub const MOST_EVENTS: usize = 5_000;
/// How deep components of a file that [`read`] takes may stand within each other: an alarm of an event stands 3 deep.
pub const MOST_DEPTH: usize = 8;
/// Characters of a title and a place that are read; what follows is cut off.
pub const MOST_TITLE_CHARS: usize = 1_000;
/// Characters of the details that are read; what follows is cut off.
pub const MOST_DESCRIPTION_CHARS: usize = 20_000;
/// Characters of a `UID` or an address that are read: a longer one is taken for none, since a part of it means something else.
pub const MOST_NAME_CHARS: usize = 2_000;
/// Characters of an unknown zone's name that are read.
pub const MOST_ZONE_CHARS: usize = 100;

/// Writes a calendar: the same events, the same bytes, whatever their order. Of events with one uid the one with the greatest
/// sequence is written. `language` is that of `PRODID`: `fr` for French, else English. Events stand in the order of their
/// beginnings, times with a zone by UTC.
pub fn write(name: &str, language: &str, events: &[Event]) -> String {
    write::calendar(name, language, events)
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
    /// Its page, as the file has it: any scheme, not checked.
    pub url: String,
    /// When it is, as far as the file says.
    pub start: FoundStart,
    /// Minutes that it takes, rounded up, where the file says; 1,440 for a day. Never 0.
    pub minutes: Option<u32>,
    /// Whether it was called off (`STATUS:CANCELLED`, or `METHOD:CANCEL` of the whole calendar).
    pub cancelled: bool,
    /// Whether it repeats, or is one of several times; only its first time is read.
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

/// Reads the events of a foreign calendar, in the file's order. An event that cannot be read is left out, with its line and why;
/// so is a file's end that is missing. Alarms, tasks and journals are skipped. An event whose end cannot be read is read without its
/// minutes.
pub fn read(bytes: &[u8]) -> Result<(Vec<Found>, Vec<CalendarError>), CalendarError> {
    read::calendar(bytes)
}
