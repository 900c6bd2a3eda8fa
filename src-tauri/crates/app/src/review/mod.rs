//! The weekly review: what was planned, what was done, what slipped, and one choice for next week.

mod close;
mod show;

pub use close::CloseParams;
pub use show::{ChoiceView, ReviewParams, ReviewView, TryParams};

pub(crate) use close::close;
pub(crate) use show::{is_due, show, try_out};
