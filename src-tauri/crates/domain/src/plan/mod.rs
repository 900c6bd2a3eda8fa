//! Plans: problems and schedules. The shapes are those of the file contract in `docs/model.md`, section 4.

mod arrange;
mod because;
mod calendar;
mod chain;
mod check;
mod dated;
mod early_value;
mod error;
mod figures;
mod from_gap;
mod improve;
mod index;
mod item_source;
mod leave_out;
mod problem;
mod propagate;
mod run;
mod schedule;
mod search;
mod sequence;
mod shortfall;
mod solve;
mod trials;
mod validate;

pub use arrange::{arranged, part_key, split, whole_key};
pub use calendar::{HOLIDAY_COUNTRIES, HolidayId, public_holidays};
pub use chain::{critical_chain, critical_chain_to};
pub use check::{Violation, check};
pub use error::{PlanError, ProblemFault};
pub use from_gap::{Ground, items_from_gap};
pub use item_source::{ItemSource, ItemWhat, Logged, exam_key, left_of};
pub use problem::{Calendar, DueKind, Exception, Item, ItemKey, Pin, PlanProblem};
pub use schedule::{Because, PlannedItem, Schedule, Session};
pub use shortfall::{FinishMends, Shortfall, mends_for_finish, shortfalls};
pub use solve::{solve, solve_near};
pub use validate::validate;
