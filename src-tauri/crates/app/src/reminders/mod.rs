//! Reminders: what is due, in the person's own time zone, none twice.

mod due;
mod settings;
mod words;

pub use due::{DismissParams, DueView};
pub use settings::RemindersView;

pub(crate) use due::{dismiss, due};
pub(crate) use settings::{set, show};
