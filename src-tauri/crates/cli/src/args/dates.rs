//! What can be typed about reminders and the calendar file.

use super::parse_time;
use clap::{Args as Arguments, Subcommand, ValueEnum};
use std::path::PathBuf;

#[derive(Debug, Subcommand)]
pub(crate) enum Reminders {
    /// Which are wanted, what is ahead, what was said.
    Show,
    /// Say which are wanted, and when: what is not named stays.
    Set(ReminderSet),
    /// Say what is due now, once.
    Due,
    /// Put one away.
    Dismiss {
        /// Its key, as `reminders show` gives it.
        key: String,
    },
}

#[derive(Debug, Arguments)]
pub(crate) struct ReminderSet {
    /// Kinds to switch on.
    #[arg(long, value_delimiter = ',')]
    pub on: Vec<Kind>,
    /// Kinds to switch off.
    #[arg(long, value_delimiter = ',')]
    pub off: Vec<Kind>,
    /// Time of day.
    #[arg(long, value_name = "HH:MM", value_parser = parse_time)]
    pub at: Option<String>,
    /// Time of day of sessions.
    #[arg(long, value_name = "HH:MM", value_parser = parse_time)]
    pub session_at: Option<String>,
    /// Quiet hours, as in 21:00-08:00; `none` for none.
    #[arg(long, value_name = "HH:MM-HH:MM", value_parser = parse_quiet)]
    pub quiet: Option<Quiet>,
}

/// Quiet hours, or none.
#[derive(Debug, Clone)]
pub(crate) struct Quiet(pub Option<(String, String)>);

fn parse_quiet(text: &str) -> Result<Quiet, String> {
    if text == "none" {
        return Ok(Quiet(None));
    }
    let (from, to) = text.split_once(['-', '–']).ok_or("no quiet hours; write them as 21:00-08:00")?;
    Ok(Quiet(Some((parse_time(from.trim())?, parse_time(to.trim())?))))
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Kind {
    #[value(alias = "exams")]
    Exam,
    #[value(alias = "expiries")]
    Expiry,
    #[value(alias = "renewals")]
    Renewal,
    #[value(alias = "sessions")]
    Session,
}

impl Kind {
    /// The word that the command takes.
    pub fn word(self) -> &'static str {
        match self {
            Self::Exam => "exam",
            Self::Expiry => "expiry",
            Self::Renewal => "renewal",
            Self::Session => "session",
        }
    }
}

#[derive(Debug, Subcommand)]
pub(crate) enum Calendar {
    /// Hand out exams, due dates, expiries and sessions: to standard output, or into a file.
    Export(Export),
    /// What a calendar file holds: its events, numbered.
    Read {
        /// The file (.ics).
        file: PathBuf,
    },
    /// Book exams from a calendar file, all of them or none.
    Take {
        /// The file (.ics).
        file: PathBuf,
        /// An event by its number, and the certification that it is: yours, the catalogue's, or a name of your own, as in
        /// 2=aws-dva; may be repeated. Where absent, what is ahead and names a certification.
        #[arg(long, value_name = "N=ID", value_parser = parse_event)]
        event: Vec<Event>,
    },
}

#[derive(Debug, Arguments)]
pub(crate) struct Export {
    /// The file; standard output where absent.
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
    /// Replace a file that is there.
    #[arg(long, requires = "out")]
    pub replace: bool,
    /// Only these, as in exams,expiries; everything where absent.
    #[arg(long, value_delimiter = ',')]
    pub only: Vec<What>,
    /// Weeks of sessions, 1 to 26.
    #[arg(long, value_name = "N")]
    pub weeks: Option<u32>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum What {
    Exams,
    Due,
    Expiries,
    Sessions,
}

/// An event of a calendar file, and the certification that it is.
#[derive(Debug, Clone)]
pub(crate) struct Event {
    /// Its number, from 1.
    pub number: usize,
    /// Yours, the catalogue's, or a name of your own; what it names itself where empty.
    pub what: String,
}

fn parse_event(text: &str) -> Result<Event, String> {
    let (number, what) = text.split_once('=').unwrap_or((text, ""));
    let number = number.trim().parse().ok().filter(|number| *number > 0);
    let number = number.ok_or("no number of an event; write it as 2=aws-dva")?;
    Ok(Event { number, what: what.trim().to_owned() })
}
