//! Why a plan is refused.

use super::ItemKey;
use crate::Date;
use serde::Serialize;
use std::collections::BTreeMap;

/// Something about a problem that is not as it must be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub struct ProblemFault {
    /// Where: `items[3].after[0]`.
    pub path: String,
    /// What: `plan.unknown_item` …
    pub code: &'static str,
    /// The figures and names of the message.
    pub args: BTreeMap<String, String>,
}

/// Why there is no schedule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, thiserror::Error)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum PlanError {
    /// Items wait for each other.
    #[error("items wait for each other: {}", items.join(", "))]
    Cycle {
        /// The items, each waiting for the next, the last for the first.
        items: Vec<ItemKey>,
    },
    /// The calendar has no time for what is left, within 80 years and before 2200.
    #[error("the calendar has no time for {minutes} minutes of work, first those of {item}")]
    NoCapacity {
        /// Minutes of work without a place.
        minutes: u64,
        /// The first item with some of them, of those that wait for nothing else.
        item: ItemKey,
    },
    /// A pinned session cannot be kept, because what comes first cannot be finished before it.
    #[error("{item} is pinned on {date}, before what comes first can be finished")]
    PinBeforePredecessor {
        /// The pinned item.
        item: ItemKey,
        /// The day of the session.
        date: Date,
    },
    /// The problem is not as it must be.
    #[error("the problem has {} faults", faults.len())]
    Invalid {
        /// What is wrong with it.
        faults: Vec<ProblemFault>,
    },
}

impl PlanError {
    /// The code of the message.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Cycle { .. } => "plan.cycle",
            Self::NoCapacity { .. } => "plan.no_capacity",
            Self::PinBeforePredecessor { .. } => "plan.pin_before_predecessor",
            Self::Invalid { .. } => "plan.invalid",
        }
    }
}
