//! The trail: what the program did, in codes, ids, numbers and durations, for whoever mends it.
//!
//! It lies in `logs/` of the data folder and goes nowhere. No text of the person's can get into it: a line is made of an
//! [`Entry`], whose parts are words of the program's own (`&'static str`), numbers, and types that take nothing else in.
//! Writing it never fails a command; where the folder cannot be written, nothing is noted. See ADR 29.

mod entry;
mod file;
mod panics;
mod safe;

pub(crate) use entry::Entry;
pub use panics::note_panics;
pub(crate) use safe::Code;

use crate::app::Reply;
use crate::clock::Clock;
use crate::commands::COMMANDS;
use crate::error::AppError;
use groundwork_store::{Opening, Origin};
use safe::args_of;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::time::{Duration, Instant};

/// A command that takes longer is noted.
const SLOW: Duration = Duration::from_millis(500);

/// Commands that are noted whenever they are done: what they do weighs more than a record.
const NOTED: [&str; 15] = [
    "archive.export",
    "archive.take",
    "backup.clear_folder",
    "backup.now",
    "backup.restore",
    "backup.set_folder",
    "backup.set_passphrase",
    "care.begin",
    "care.check",
    "care.move",
    "care.restart",
    "care.restore",
    "care.salvage",
    "example.fill",
    "example.remove",
];

/// The trail of one program in one data folder.
pub(crate) struct Trail {
    dir: PathBuf,
    clock: Clock,
    origin: Origin,
    begun: OnceLock<Instant>,
}

impl Trail {
    /// The trail in a data folder. Nothing is written where no profile was ever opened.
    pub fn at(dir: &Path, clock: Clock, origin: Origin) -> Self {
        Self { dir: dir.to_owned(), clock, origin, begun: OnceLock::new() }
    }

    /// The data folder.
    pub fn dir(&self) -> &Path {
        &self.dir
    }

    /// Notes what happened.
    pub fn note(&self, entry: &Entry) {
        let origin = match self.origin {
            Origin::Window => "window",
            Origin::Terminal => "terminal",
            Origin::Test => "test",
        };
        let at = self.clock.moment().strftime("%Y-%m-%dT%H:%M:%S%.3fZ");
        let line = format!("{at} {} {origin} {}", std::process::id(), entry.text());
        // What cannot be noted is not worth a refusal.
        let _ = file::append(&self.dir, &line);
    }

    /// Notes that the program ended as it should, where it was noted that it began.
    pub fn ended(&self) {
        if let Some(begun) = self.begun.get() {
            self.note(&Entry::Ended { ran: begun.elapsed() });
        }
    }

    /// Notes that the profile was opened, and what that came to. From then on the end is noted too.
    pub fn opened(&self, opening: &Opening) {
        let _ = self.begun.set(Instant::now());
        self.note(&Entry::Started { schema: opening.schema, took: opening.took });
        if opening.ended_badly {
            self.note(&Entry::EndedBadly);
        }
        if opening.found < opening.schema {
            self.note(&Entry::BackedUp { reason: "before-migration" });
            self.note(&Entry::Migrated { from: opening.found, to: opening.schema });
        }
        if opening.checked {
            self.note(&Entry::Checked { whole: true });
        }
    }

    /// Notes a call of a command where it was refused, was slow, or weighs more than a record.
    pub fn called(&self, name: &str, done: &Result<Reply, AppError>, took: Duration) {
        // The name as the list has it, never as it was called.
        let known = COMMANDS.iter().find(|command| command.name == name);
        let command = known.map_or("unknown", |command| command.name);
        match done {
            Err(error) => {
                self.note(&Entry::Refused { command, code: Code::of(error), args: args_of(error), took });
            }
            Ok(_) if NOTED.contains(&command) => self.note(&Entry::Done { command, took }),
            Ok(_) if took > SLOW => self.note(&Entry::Slow { command, took }),
            Ok(_) => {}
        }
    }

    /// The newest lines, oldest of them first, at most so many.
    pub fn newest(&self, most: usize) -> Vec<String> {
        file::newest(&self.dir, most)
    }
}

impl Drop for Trail {
    fn drop(&mut self) {
        self.ended();
    }
}
