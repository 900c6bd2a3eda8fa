//! What-if scenarios, as they are kept.

use crate::plan::DueKind;
use crate::{Date, RecordId, RungId, StackId};
use serde::{Deserialize, Serialize};

/// What a scenario changes about one item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS, schemars::JsonSchema))]
pub struct ScenarioItem {
    /// Key of the item.
    pub item: String,
    /// Left out.
    #[serde(default)]
    pub dropped: bool,
    /// Another due date.
    #[serde(default)]
    pub due: Option<Date>,
    /// Whether that date may be missed.
    #[serde(default)]
    pub due_kind: Option<DueKind>,
}

/// A scenario beside today's plan: only what differs from it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub struct ScenarioRecord {
    /// Id of the record.
    pub id: RecordId,
    /// Its name.
    pub name: String,
    /// Minutes of each weekday, Monday first.
    pub weekly_minutes: Option<[u32; 7]>,
    /// Another rung or branch.
    pub rung: Option<RungId>,
    /// Another main stack.
    pub stack: Option<StackId>,
    /// Another day to be ready.
    pub ready_by: Option<Date>,
    /// What differs about items.
    pub items: Vec<ScenarioItem>,
}
