//! The calendar file: exams, due dates, expiries and sessions handed out, exam dates taken in.

mod events;
mod export;
mod import;

pub use export::{CalendarFileView, ExportParams};
pub use import::{CalendarFoundView, ReadParams, TakeParams};

pub(crate) use export::export;
pub(crate) use import::{read, take};
