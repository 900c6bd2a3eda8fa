//! A plan problem: items, calendar, options.

use crate::Date;
use serde::{Deserialize, Serialize};

/// Key of an item within its problem: any text of 1 to 200 characters.
pub type ItemKey = String;

/// What is to be scheduled.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS, schemars::JsonSchema))]
pub struct PlanProblem {
    /// First day that may carry work.
    pub start: Date,
    /// How many items may be in progress at once; none for no limit.
    #[serde(default)]
    pub focus_limit: Option<u32>,
    /// The shortest session worth sitting down for, in minutes.
    #[serde(default)]
    pub min_session_minutes: u32,
    /// The most minutes that one item gets on one day; none for no limit.
    #[serde(default)]
    pub max_item_minutes_per_day: Option<u32>,
    /// When there is time.
    pub calendar: Calendar,
    /// The items.
    pub items: Vec<Item>,
}

/// When there is time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS, schemars::JsonSchema))]
pub struct Calendar {
    /// Minutes of each weekday, Monday first, 0 to 1,440.
    pub weekly_minutes: [u32; 7],
    /// Days that differ.
    #[serde(default)]
    pub exceptions: Vec<Exception>,
}

/// A day that differs from its weekday.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS, schemars::JsonSchema))]
pub struct Exception {
    /// The day.
    pub date: Date,
    /// Its minutes, 0 to 1,440.
    pub minutes: u32,
    /// Why, in the person's words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// Whether a due date may be missed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(feature = "wire", derive(ts_rs::TS, schemars::JsonSchema))]
pub enum DueKind {
    /// It may not: a booked exam.
    Hard,
    /// It may: a wish.
    Soft,
}

/// An item to schedule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS, schemars::JsonSchema))]
pub struct Item {
    /// Its key, unique in the problem.
    pub id: ItemKey,
    /// Minutes of work left.
    pub minutes: u32,
    /// Items that must be finished first.
    #[serde(default)]
    pub after: Vec<ItemKey>,
    /// The first day it may be worked on.
    #[serde(default)]
    pub not_before: Option<Date>,
    /// The last day it should be worked on.
    #[serde(default)]
    pub due: Option<Date>,
    /// Whether the due date may be missed; soft where absent.
    #[serde(default)]
    pub due_kind: Option<DueKind>,
    /// How much its lateness weighs, 1-10.
    #[serde(default = "one")]
    pub weight: u32,
    /// Sessions that stand where they are.
    #[serde(default)]
    pub pinned: Vec<Pin>,
}

fn one() -> u32 {
    1
}

/// A session that stands where it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS, schemars::JsonSchema))]
pub struct Pin {
    /// Its day.
    pub date: Date,
    /// Its minutes, at least 1.
    pub minutes: u32,
}
