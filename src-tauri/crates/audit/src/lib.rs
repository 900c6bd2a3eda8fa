//! Reads a project's folder and reports what it shows, with file and line.
//!
//! Nothing in the folder is run, no process is started, nothing outside the folder is read.

#![forbid(unsafe_code)]

mod audit;
mod cache;
mod collected;
mod error;
mod files;
mod folder;
mod git;
mod history;
mod left_out;
mod limits;
mod lines;
mod look;
mod manifest;
mod paths;
mod progress;
mod readme;
mod report;
mod rules;

pub use audit::{Options, audit};
pub use error::AuditError;
pub use limits::Limits;
pub use lines::language_skills;
pub use progress::{Progress, Snapshot, Stage};
pub use rules::{RULES, rule_skills};

/// Reads one file of a project as the audit does, whatever it is: for `tests/fuzz` alone. Whether it was understood, and the
/// lines at which something was found.
#[cfg(feature = "fuzzing")]
pub fn look_into(path: &str, bytes: &[u8]) -> (bool, Vec<u32>) {
    let mut hits = Vec::new();
    let understood = look::look(path, bytes, &mut hits).is_ok();
    let _ = (lines::generated(bytes), readme::rank(path).map(|_| readme::read(path, bytes)));
    if let Some(language) = lines::language(path, bytes) {
        lines::count(language, bytes, &mut Vec::new());
    }
    (understood, hits.into_iter().map(|hit| hit.line).collect())
}
