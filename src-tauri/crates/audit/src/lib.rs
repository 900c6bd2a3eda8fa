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
