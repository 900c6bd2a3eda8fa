//! What can be noted. No part of an entry is a text that came from outside.

use super::safe::{Arg, Code, Place};
use groundwork_store::Store;
use std::fmt::Write;
use std::time::Duration;

/// Something that happened.
#[derive(Debug)]
pub(crate) enum Entry {
    /// The profile was opened.
    Started { schema: i64, took: Duration },
    /// The program ended as it should.
    Ended { ran: Duration },
    /// The profile could not be opened.
    NotOpened { code: Code },
    /// A program that had the profile open did not end properly.
    EndedBadly,
    /// Everything was checked.
    Checked { whole: bool },
    /// The database was brought to a newer schema.
    Migrated { from: i64, to: i64 },
    /// A backup was made that no command asked for.
    BackedUp { reason: &'static str },
    /// A command was refused.
    Refused { command: &'static str, code: Code, args: Vec<Arg>, took: Duration },
    /// A command took long.
    Slow { command: &'static str, took: Duration },
    /// A command was done that weighs more than a record.
    Done { command: &'static str, took: Duration },
    /// The program broke down at a place in its code.
    Panicked { place: Place },
}

impl Entry {
    /// One line, without its moment: a word for what happened, then `name=value`.
    pub fn text(&self) -> String {
        match self {
            Self::Started { schema, took } => format!(
                "start version={} schema={schema} sqlite={} system={}-{} ms={}",
                env!("CARGO_PKG_VERSION"),
                Store::sqlite_version(),
                std::env::consts::OS,
                std::env::consts::ARCH,
                took.as_millis()
            ),
            Self::Ended { ran } => format!("end seconds={}", ran.as_secs()),
            Self::NotOpened { code } => format!("not-opened code={code}"),
            Self::EndedBadly => "ended-badly".to_owned(),
            Self::Checked { whole } => format!("checked whole={whole}"),
            Self::Migrated { from, to } => format!("migrated from={from} to={to}"),
            Self::BackedUp { reason } => format!("backed-up reason={reason}"),
            Self::Refused { command, code, args, took } => {
                let mut text = format!("refused command={command} code={code} ms={}", took.as_millis());
                for arg in args {
                    let _ = write!(text, " {arg}");
                }
                text
            }
            Self::Slow { command, took } => format!("slow command={command} ms={}", took.as_millis()),
            Self::Done { command, took } => format!("done command={command} ms={}", took.as_millis()),
            Self::Panicked { place } => format!("panic at={place}"),
        }
    }
}
