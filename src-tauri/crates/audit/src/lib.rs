//! Reads a project's folder and reports what it shows, with file and line.
//!
//! Nothing in the folder is run, no process is started, nothing outside the folder is read.

#![forbid(unsafe_code)]

mod error;
mod look;
mod rules;

pub use error::AuditError;
pub use rules::{RULES, rule_skills};
