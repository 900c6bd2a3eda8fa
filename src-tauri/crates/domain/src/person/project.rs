//! What the rules need to know of a portfolio project.

use crate::{PracticeId, RecordId, StatementId};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Where a project stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(feature = "wire", derive(ts_rs::TS, schemars::JsonSchema))]
pub enum ProjectStatus {
    /// Only thought of.
    #[default]
    Idea,
    /// Being made.
    Doing,
    /// Made.
    Done,
    /// Made and shown to others.
    Shown,
}

/// How a line of a checklist stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "wire", derive(ts_rs::TS, schemars::JsonSchema))]
pub enum ChecklistMark {
    /// Not done yet.
    #[default]
    Open,
    /// Done.
    Done,
    /// Does not apply to this project.
    NotApplicable,
}

/// A project, as the rules see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProjectFacts {
    /// Id of the record.
    pub id: RecordId,
    /// The practice that it is one of.
    pub practice: Option<PracticeId>,
    /// Where it stands.
    pub status: ProjectStatus,
    /// How the lines of its practice's checklist stand; absent lines are open.
    pub checklist: BTreeMap<StatementId, ChecklistMark>,
}
