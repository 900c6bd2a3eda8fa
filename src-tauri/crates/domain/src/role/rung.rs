//! Rungs and branches of the career, and what they require.

use super::Citation;
use crate::{ChoiceId, Level, PracticeId, RungId, SkillId, StackId, Text};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A set of skills of which a rung asks one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub struct Choice {
    /// Id, for example `main-language`.
    pub id: ChoiceId,
    /// Its name.
    pub name: Text,
    /// The skills to choose from.
    pub members: Vec<ChoiceMember>,
}

/// A member of a choice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub struct ChoiceMember {
    /// The skill.
    pub skill: SkillId,
    /// Counts only when this skill is the person's choice elsewhere.
    #[serde(default)]
    pub with: Option<SkillId>,
}

/// A main stack: one member for each choice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub struct Stack {
    /// Id, for example `python-django`.
    pub id: StackId,
    /// Its name.
    pub name: Text,
    /// The member chosen for each choice.
    pub choices: BTreeMap<ChoiceId, SkillId>,
    /// The documents' words, where they name it.
    #[serde(default)]
    pub says: Vec<Citation>,
}

/// Ladder or branch.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub enum RungKind {
    /// Junior to Principal.
    Ladder,
    /// A branch from the ladder.
    Branch,
}

/// A skill at a level.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub struct SkillRequirement {
    /// The skill.
    pub skill: SkillId,
    /// The level that is asked, 1-5.
    pub level: Level,
    /// How much it counts, 1-10.
    pub weight: u8,
    /// Whether the rung cannot be reached without it.
    #[serde(default)]
    pub core: bool,
}

/// One member of a choice at a level.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub struct OneOf {
    /// The choice.
    pub choice: ChoiceId,
    /// The level that is asked of the member, 1-5.
    pub level: Level,
    /// How much it counts, 1-10.
    pub weight: u8,
    /// Whether the rung cannot be reached without it.
    #[serde(default)]
    pub core: bool,
}

/// A number of practices done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub struct PracticeRequirement {
    /// The practice.
    pub practice: PracticeId,
    /// How many of it, 1-9.
    pub count: u8,
    /// How much it counts, 1-10.
    pub weight: u8,
    /// Whether the rung cannot be reached without it.
    #[serde(default)]
    pub core: bool,
}

/// A rung or branch.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub struct Rung {
    /// Id.
    pub id: RungId,
    /// Ladder or branch.
    pub kind: RungKind,
    /// Its name.
    pub name: Text,
    /// What it is, in one or two sentences.
    pub summary: Text,
    /// Orders the page.
    pub rank: u32,
    /// Rungs it grows from.
    #[serde(default)]
    pub after: Vec<RungId>,
    /// A rung whose requirements are taken over, then raised or added to.
    #[serde(default)]
    pub based_on: Option<RungId>,
    /// Skills that are asked, all of them.
    #[serde(default)]
    pub all_of: Vec<SkillRequirement>,
    /// Choices of which one member is asked.
    #[serde(default)]
    pub one_of: Vec<OneOf>,
    /// Practice that is asked.
    #[serde(default)]
    pub practice: Vec<PracticeRequirement>,
    /// Skills it speaks of.
    #[serde(default)]
    pub skills: Vec<SkillId>,
    /// What the documents say of it.
    #[serde(default, rename = "statement", alias = "statements")]
    pub statements: Vec<super::Statement>,
}
