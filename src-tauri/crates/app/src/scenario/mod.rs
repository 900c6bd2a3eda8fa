//! What-if: up to four scenarios beside today's plan.

mod change;
mod compare;

pub use change::ScenarioParams;
pub use compare::{DifferenceView, MovedItem, OutcomeView, ScenarioView, ScenariosView};

pub(crate) use change::{remove, save, take};
pub(crate) use compare::{list, try_out};
