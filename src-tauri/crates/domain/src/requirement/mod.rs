//! What a rung requires of one person: the rung's lists, their choices and their own changes (MODEL.md, sections 1, 2).

mod based_on;
mod list;

pub use based_on::merge_based_on;
pub use list::requirements;

use crate::{ChoiceId, Level, PracticeId, SkillId};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// What is required.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub enum RequirementKind {
    /// A skill.
    Skill {
        /// The skill.
        skill: SkillId,
    },
    /// One member of a choice.
    OneOf {
        /// The choice.
        choice: ChoiceId,
        /// The members that count, in the pack's order; never empty.
        members: Vec<SkillId>,
        /// The member that the person chose; for none the best member counts.
        chosen: Option<SkillId>,
    },
    /// A number of practices done.
    Practice {
        /// The practice.
        practice: PracticeId,
    },
}

/// One requirement of a rung.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub struct Requirement {
    /// Unique in the list: `skill:sql`, `choice:main-language`, `practice:complete-application`.
    pub key: String,
    /// What is required.
    pub what: RequirementKind,
    /// The level, 1-5; for a practice the number of it.
    pub level: u8,
    /// How much it counts, 1-10.
    pub weight: u8,
    /// Whether the rung cannot be reached without it.
    pub core: bool,
}

/// The person's own changes to what a rung requires.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Overlay {
    /// Skills that they hid: not required, no member of a choice.
    pub hidden: BTreeSet<SkillId>,
    /// Levels that they ask of themselves instead of the rung's; level 0 leaves the requirement out.
    pub required: BTreeMap<SkillId, Level>,
}
