//! Plans: problems and schedules. The shapes are those of the file contract in `docs/model.md`, section 4.

mod arrange;
mod because;
mod calendar;
mod check;
mod early_value;
mod error;
mod figures;
mod from_gap;
mod improve;
mod index;
mod order;
mod problem;
mod propagate;
mod run;
mod schedule;
mod shortfall;
mod solve;
mod validate;

pub use arrange::{arranged, part_key, split, whole_key};
pub use calendar::{HolidayId, public_holidays};
pub use check::{Violation, check};
pub use error::{PlanError, ProblemFault};
pub use from_gap::{Ground, ItemSource, ItemWhat, Logged, items_from_gap, left_of};
pub use problem::{Calendar, DueKind, Exception, Item, ItemKey, Pin, PlanProblem};
pub use schedule::{Because, PlannedItem, Schedule, Session};
pub use shortfall::{Shortfall, shortfalls};
pub use solve::solve;
pub use validate::validate;
