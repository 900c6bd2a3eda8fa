//! Levels and amounts of time.

use serde::{Deserialize, Serialize};
use std::fmt;

/// How well a skill is held: 0 none, 1 aware, 2 guided, 3 autonomous, 4 advanced, 5 reference.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(try_from = "i64", into = "u8")]
#[cfg_attr(feature = "wire", derive(ts_rs::TS), ts(type = "number"))]
pub struct Level(u8);

/// A level outside 0-5.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("level out of range: {0}")]
pub struct LevelError(pub i64);

impl Level {
    /// No level.
    pub const NONE: Self = Self(0);
    /// The highest level.
    pub const MAX: Self = Self(5);

    /// Builds a level; refuses what is outside 0-5.
    pub fn new(level: i64) -> Result<Self, LevelError> {
        u8::try_from(level).ok().filter(|level| *level <= 5).map(Self).ok_or(LevelError(level))
    }

    /// The level as a number.
    pub fn get(self) -> u8 {
        self.0
    }

    /// One level lower, not below 0.
    pub fn lower(self) -> Self {
        Self(self.0.saturating_sub(1))
    }

    /// One level higher, not above 5.
    pub fn higher(self) -> Self {
        Self((self.0 + 1).min(5))
    }
}

impl TryFrom<i64> for Level {
    type Error = LevelError;
    fn try_from(level: i64) -> Result<Self, LevelError> {
        Self::new(level)
    }
}

impl From<Level> for u8 {
    fn from(level: Level) -> Self {
        level.0
    }
}

impl fmt::Display for Level {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl fmt::Debug for Level {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "level {}", self.0)
    }
}

#[cfg(feature = "wire")]
impl schemars::JsonSchema for Level {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Level".into()
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "integer", "minimum": 0, "maximum": 5 })
    }
}

/// Minutes of work.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(transparent)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS, schemars::JsonSchema))]
pub struct Minutes(pub u32);

impl Minutes {
    /// Whole hours as minutes.
    pub fn hours(hours: u32) -> Self {
        Self(hours.saturating_mul(60))
    }
}

impl std::ops::Add for Minutes {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl std::iter::Sum for Minutes {
    fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
        all.fold(Self(0), |sum, next| sum + next)
    }
}
