//! The time log: what was worked on, when, and for how long.

mod change;
mod count;
mod show;

pub use change::{LogParams, LogSaveParams};
pub use show::{LogRow, LogView};

pub(crate) use change::{check, put, refused, remove, save, skill_of_key, subject};
pub(crate) use count::{last_worked, logged, logged_between, logged_on, pace};
pub(crate) use show::{list, row, title_of};
