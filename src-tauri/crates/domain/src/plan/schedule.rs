//! The answer to a plan problem.

use super::ItemKey;
use crate::Date;
use serde::{Deserialize, Serialize};

/// Sessions and what follows from them.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub struct Schedule {
    /// Day of the last session; none when there is nothing to do.
    pub finish: Option<Date>,
    /// Greatest lateness of a hard due date, in available minutes; 0 when all are met.
    pub max_hard_late_minutes: u32,
    /// Sum of weight times lateness over the soft due dates.
    #[cfg_attr(feature = "wire", ts(type = "number"))]
    pub weighted_late_minutes: u64,
    /// The sessions in order; those of one day follow each other as listed.
    pub sessions: Vec<Session>,
    /// Each item of the problem, in its order.
    pub items: Vec<PlannedItem>,
}

/// A stretch of work on one item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub struct Session {
    /// Its day.
    pub date: Date,
    /// The item.
    pub item: ItemKey,
    /// Its minutes.
    pub minutes: u32,
}

/// An item as it was scheduled.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub struct PlannedItem {
    /// Its key.
    pub id: ItemKey,
    /// Day of its first session; none when it needs no work.
    pub starts: Option<Date>,
    /// Day of its last session; none when it needs no work.
    pub finishes: Option<Date>,
    /// Available minutes from the end of its due day to the end of its last session; 0 when met or without due date.
    pub late_minutes: u32,
    /// Available minutes by which it could end later without making any due date late (later); none without such a date.
    pub slack_minutes: Option<u32>,
    /// Why it starts when it does.
    pub because: Because,
}

/// Why an item starts when it does.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub enum Because {
    /// It starts as early as anything can.
    Start,
    /// The time before was taken by this item.
    Capacity {
        /// The item that took it.
        item: ItemKey,
    },
    /// It waits for this item to be finished.
    WaitsFor {
        /// The item that it waits for.
        item: ItemKey,
    },
    /// It may not start earlier.
    NotBefore {
        /// The first day it may be worked on.
        date: Date,
    },
    /// Its first session is pinned.
    Pinned {
        /// The day of that session.
        date: Date,
    },
    /// Too many items were in progress; this one had to end first.
    FocusLimit {
        /// The item whose end made room.
        item: ItemKey,
    },
    /// It needs no work.
    NothingToDo,
}
