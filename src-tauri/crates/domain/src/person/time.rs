//! The time log, the running timer, and the week's review, as they are kept.

use crate::{Date, Minutes, RecordId, SkillId};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// An entry of the time log: minutes of one civil day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub struct LogRecord {
    /// Id of the record.
    pub id: RecordId,
    /// Key of the plan's item that it was spent on.
    pub item: Option<String>,
    /// The skill that it speaks for.
    pub skill: Option<SkillId>,
    /// The civil day that it counts for.
    pub on: Date,
    /// Its minutes, 1 to 1,440.
    pub minutes: Minutes,
    /// When it began, where that is known.
    #[cfg_attr(feature = "wire", ts(type = "string | null"))]
    pub began: Option<Timestamp>,
    /// When it ended, where that is known.
    #[cfg_attr(feature = "wire", ts(type = "string | null"))]
    pub ended: Option<Timestamp>,
    /// Notes.
    pub note: String,
}

/// A stretch of a timer: from a start to a pause.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub struct TimerStretch {
    /// When it was started.
    #[cfg_attr(feature = "wire", ts(type = "string"))]
    pub from: Timestamp,
    /// When it was paused; none while it runs. Only the last one may be without.
    #[cfg_attr(feature = "wire", ts(type = "string | null"))]
    pub to: Option<Timestamp>,
}

/// The timer; there is at most one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub struct TimerRecord {
    /// Key of the plan's item that it measures.
    pub item: Option<String>,
    /// The skill that it measures.
    pub skill: Option<SkillId>,
    /// IANA name of the time zone in which it was started: its days are those of that zone.
    pub zone: String,
    /// Its stretches, in order.
    pub stretches: Vec<TimerStretch>,
}

/// What the person chose at a week's end for the next one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS, schemars::JsonSchema))]
pub enum ReviewChoice {
    /// Go on as planned.
    Keep,
    /// From next week on, other minutes in a usual week.
    Hours {
        /// Minutes of a usual week.
        weekly_minutes: u32,
    },
    /// Next week only, fewer minutes.
    LighterWeek {
        /// Minutes of next week.
        minutes: u32,
    },
    /// One item before all others.
    First {
        /// Its key.
        item: String,
    },
    /// Another day to be ready.
    ReadyBy {
        /// The day.
        date: Date,
    },
}

/// A week's review as it is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub struct ReviewRecord {
    /// Monday of the week that was looked back on.
    pub week: Date,
    /// The day it was closed.
    pub closed_on: Date,
    /// What was chosen.
    pub choice: ReviewChoice,
    /// Notes.
    pub note: String,
}
