//! The store, on real files.

#![allow(clippy::unwrap_used, clippy::expect_used)]

mod acts;
mod archive;
mod attachments;
mod backups;
mod care;
mod certifications;
mod checks;
mod example;
mod golden;
mod kept;
mod migrations;
mod model;
mod portfolio;
mod records;
mod refusals;
mod restore;
mod settings;
mod thinning;
mod time_log;
mod two_programs;
mod undo;
mod world;
