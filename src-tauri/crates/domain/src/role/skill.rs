//! Skills of the role.

use super::Citation;
use crate::{GroupId, Level, SkillId, Text};
use serde::{Deserialize, Serialize};

/// What a skill is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(feature = "wire", derive(ts_rs::TS, schemars::JsonSchema))]
pub enum SkillKind {
    /// Something known.
    Knowledge,
    /// Something done.
    Practice,
    /// A way of working with others or with oneself.
    Soft,
}

/// How much work a skill takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS, schemars::JsonSchema))]
pub enum EffortClass {
    /// Small.
    S,
    /// Medium.
    M,
    /// Large.
    L,
}

/// How fast evidence of a skill goes stale.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(feature = "wire", derive(ts_rs::TS, schemars::JsonSchema))]
pub enum HalfLife {
    /// Frameworks and tools: 24 months.
    Tool,
    /// Languages and platforms: 48 months.
    Platform,
    /// Foundations: 96 months.
    Foundation,
    /// Soft skills: never.
    None,
}

impl HalfLife {
    /// Months until evidence is stale; `None` when it never is.
    pub fn months(self) -> Option<i64> {
        match self {
            Self::Tool => Some(24),
            Self::Platform => Some(48),
            Self::Foundation => Some(96),
            Self::None => None,
        }
    }
}

/// A group of skills.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub struct Group {
    /// Id.
    pub id: GroupId,
    /// Its name.
    pub name: Text,
    /// What levels 1 to 5 look like in this group.
    pub levels: Vec<Text>,
}

/// A skill that another one builds on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS, schemars::JsonSchema))]
pub struct Prerequisite {
    /// The skill that comes first.
    pub skill: SkillId,
    /// The level that it must have before the first step.
    pub level: Level,
}

/// Another way to write a skill's name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub struct Alias {
    /// The words.
    pub text: String,
    /// The only language it is used in; both where absent.
    #[serde(default)]
    pub lang: Option<crate::Lang>,
    /// Whether capitals matter.
    #[serde(default)]
    pub case_sensitive: bool,
    /// Whether it must stand as whole words.
    #[serde(default = "yes")]
    pub whole_token: bool,
}

fn yes() -> bool {
    true
}

/// How close an ESCO concept is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub enum EscoMatch {
    /// The same concept.
    Exact,
    /// Nearly the same.
    Close,
    /// A wider one.
    Broad,
}

/// The matching concept of ESCO (European Commission, CC BY 4.0).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub struct Esco {
    /// Its URI.
    pub uri: String,
    /// How close it is.
    #[serde(rename = "match")]
    pub closeness: EscoMatch,
}

/// An official or free resource to learn from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub struct Resource {
    /// Its title.
    pub title: String,
    /// Its address.
    pub url: String,
    /// Its language.
    pub lang: crate::Lang,
    /// `docs`, `standard`, `course`, `tutorial`, `book` or `practice`.
    pub kind: String,
    /// Hours, where the source says.
    #[serde(default)]
    pub hours: Option<u32>,
}

/// A skill.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub struct Skill {
    /// Id.
    pub id: SkillId,
    /// Its name.
    pub name: Text,
    /// The group it belongs to.
    pub group: GroupId,
    /// What it is.
    pub kind: SkillKind,
    /// How much work it takes.
    pub effort: EffortClass,
    /// How fast its evidence goes stale.
    pub half_life: HalfLife,
    /// What must be held before its first step.
    #[serde(default)]
    pub prerequisites: Vec<Prerequisite>,
    /// Other ways to write its name.
    #[serde(default)]
    pub aliases: Vec<Alias>,
    /// The matching concept of ESCO.
    #[serde(default)]
    pub esco: Option<Esco>,
    /// Where to learn it.
    #[serde(default)]
    pub resources: Vec<Resource>,
    /// What the documents say of it.
    #[serde(default)]
    pub says: Vec<Citation>,
}
