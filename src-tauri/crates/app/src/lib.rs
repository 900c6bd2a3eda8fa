//! The use cases of Groundwork.
//!
//! One command list ([`commands::COMMANDS`]) serves the window, the terminal and the tests. This crate alone owns
//! transactions, the clock, the wire types and the error codes.

#![forbid(unsafe_code)]

mod app;
mod archive;
mod attachments;
mod backup;
mod badges;
mod calendar;
mod care;
mod certifications;
mod chosen;
pub mod clock;
pub mod commands;
pub mod contract;
mod data;
mod error;
mod evidence;
mod example;
mod forecast;
mod history;
mod input;
mod kinds;
mod log;
pub mod messages;
mod output;
mod plan;
pub mod ports;
mod projects;
mod reminders;
mod report;
mod review;
mod role;
mod scenario;
mod settings;
mod skills;
mod snapshot;
mod target;
mod timer;
mod today;
mod trail;

pub use app::{App, AppConfig, Reply, default_cache_dir, default_data_dir};
pub use data::where_data_lies;
pub use error::AppError;
pub use groundwork_domain::{Lang, Text};
pub use groundwork_store::Origin;
pub use history::HistoryLine;
pub use target::spread_week;
pub use trail::note_panics;
