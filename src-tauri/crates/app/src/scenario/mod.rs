//! What-if: up to four scenarios beside today's plan.

mod apply;
mod change;
mod compare;

pub use change::ScenarioParams;
pub use compare::{ScenarioView, ScenariosView};

pub(crate) use apply::scaled;
pub(crate) use change::{MOST, remove, save, take};
pub(crate) use compare::{list, try_out};
