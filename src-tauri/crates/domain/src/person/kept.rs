//! What the program keeps of its own reckoning, so that it can be compared later. Not entered by the person and never
//! changed: once a day how they stand and what was forecast, once a week what was planned.

use crate::reminder::Reminder;
use crate::{Date, RungId, Text};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// How the person stood on a day.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub struct KeptDay {
    /// The day.
    pub on: Date,
    /// The rung that they were working toward.
    pub rung: RungId,
    /// Readiness by what they claimed, 0 to 1.
    pub claimed: f64,
    /// Readiness by what was proven, 0 to 1.
    pub proven: f64,
    /// Minutes of the plan that were left.
    pub minutes_left: u32,
    /// Day of the plan's last session.
    pub finish: Option<Date>,
    /// The forecast of that day: even odds.
    pub p50: Option<Date>,
    /// 85 in 100.
    pub p85: Option<Date>,
    /// 95 in 100.
    pub p95: Option<Date>,
    /// Chance to be ready by the day that they wanted, 0 to 1.
    pub chance: Option<f64>,
}

/// What was forecast of an item on a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub struct KeptForecast {
    /// Key of the item.
    pub item: String,
    /// The day it was forecast.
    pub made_on: Date,
    /// Even odds.
    pub p50: Option<Date>,
    /// 85 in 100.
    pub p85: Option<Date>,
    /// 95 in 100.
    pub p95: Option<Date>,
}

/// The day on which an item that had been forecast was found finished.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub struct KeptEnd {
    /// Key of the item.
    pub item: String,
    /// The day.
    pub on: Date,
}

/// A session as it was planned when its week began.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub struct KeptSession {
    /// Monday of its week.
    pub week: Date,
    /// Its day.
    pub date: Date,
    /// Key of the item.
    pub item: String,
    /// Title of the item at that time.
    pub title: Text,
    /// Its minutes.
    pub minutes: u32,
}

/// A reminder that was said, or passed over: none comes twice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptReminder {
    /// The reminder.
    pub reminder: Reminder,
    /// When that was.
    pub said_at: Timestamp,
    /// Whether it was shown; else it was passed over.
    pub shown: bool,
    /// Whether it fell due while the program was closed.
    pub missed: bool,
    /// Whether the person has seen it.
    pub dismissed: bool,
}

/// A revision of a calendar event, as it was handed out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptEvent {
    /// Its `UID`.
    pub uid: String,
    /// Which revision, from 0.
    pub sequence: u32,
    /// When this revision was first handed out.
    pub stamp: Timestamp,
    /// SHA-256 of what it said, in lower-case hexadecimal.
    pub content: String,
}
