//! The person's records, as they are kept.

use super::EvidenceKind;
use crate::plan::{DueKind, Pin};
use crate::{ChoiceId, Date, Level, RecordId, RungId, SkillId, StackId};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The target as it is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS, schemars::JsonSchema))]
pub struct TargetRecord {
    /// The rung.
    pub rung: RungId,
    /// The main stack.
    #[serde(default)]
    pub stack: Option<StackId>,
    /// Members chosen otherwise than the stack has them.
    #[serde(default)]
    pub choices: BTreeMap<ChoiceId, SkillId>,
    /// The day the person wants to be ready.
    #[serde(default)]
    pub ready_by: Option<Date>,
}

/// What the person says of a skill.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub struct SkillRecord {
    /// The skill.
    pub skill: SkillId,
    /// The level they claim; none when they did not say.
    pub claimed: Option<Level>,
    /// Their notes.
    pub note: String,
    /// Whether they hid it.
    pub hidden: bool,
    /// The level that they ask of themselves instead of the rung's.
    pub required: Option<Level>,
}

/// A piece of evidence as it is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub struct EvidenceRecord {
    /// Id of the record.
    pub id: RecordId,
    /// The skill that it speaks for.
    pub skill: SkillId,
    /// Other skills that it speaks for as much.
    pub also: Vec<SkillId>,
    /// What it is; never `certification` or `project`: those follow from their own records.
    pub what: EvidenceKind,
    /// For work, its first day: the months are counted from it then.
    pub from: Option<Date>,
    /// Whether work goes on: its last day is today, whatever `on` says.
    pub ongoing: bool,
    /// The day it was earned; for work, its last day.
    pub on: Date,
    /// What it is called.
    pub title: String,
    /// Who reviewed; for work the employer, for a course who gave it.
    pub by: String,
    /// The reviewer's words, or the person's notes.
    pub words: String,
    /// Its address.
    pub url: String,
}

impl EvidenceRecord {
    /// The skills that it speaks for.
    pub fn skills(&self) -> impl Iterator<Item = &SkillId> {
        std::iter::once(&self.skill).chain(&self.also)
    }
}

/// A skill at a level.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS, schemars::JsonSchema))]
pub struct SkillLevel {
    /// The skill.
    pub skill: SkillId,
    /// The level.
    pub level: Level,
    /// Why.
    #[serde(default)]
    pub why: String,
}

/// What an attachment belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(feature = "wire", derive(ts_rs::TS, schemars::JsonSchema))]
pub enum Owner {
    /// A piece of evidence.
    Evidence,
    /// A certification of the person's.
    Certification,
    /// A project.
    Project,
}

/// A file that belongs to a record; its bytes lie beside the database by their hash.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub struct AttachmentRecord {
    /// Id of the record.
    pub id: RecordId,
    /// What kind of record it belongs to.
    pub owner: Owner,
    /// Id of that record.
    pub owner_id: RecordId,
    /// File name, without any folder.
    pub name: String,
    /// Media type, by its first bytes.
    pub media_type: String,
    /// Size in bytes.
    #[cfg_attr(feature = "wire", ts(type = "number"))]
    pub bytes: u64,
    /// SHA-256 of its bytes, in lower-case hexadecimal.
    pub sha256: String,
    /// What a picture shows, for those who do not see it.
    pub alt: String,
    /// Whether it is an Open Badge that the certification rests on.
    pub badge: bool,
    /// Its place among the files of its record, lowest first.
    pub position: u32,
}

/// When there is time, and how the person likes to work.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS, schemars::JsonSchema))]
pub struct PlanSettings {
    /// Minutes of each weekday, Monday first.
    pub weekly_minutes: [u32; 7],
    /// How many items may be in progress at once.
    #[serde(default)]
    pub focus_limit: Option<u32>,
    /// The shortest session worth sitting down for.
    #[serde(default)]
    pub min_session_minutes: u32,
    /// The most minutes of one item on one day.
    #[serde(default)]
    pub max_item_minutes_per_day: Option<u32>,
    /// Country whose public holidays are free (`HOLIDAY_COUNTRIES`), or none.
    #[serde(default)]
    pub holidays: Option<String>,
    /// The day the plan was first made.
    #[serde(default)]
    pub started_on: Option<Date>,
}

impl Default for PlanSettings {
    fn default() -> Self {
        Self {
            weekly_minutes: [90, 90, 0, 90, 90, 180, 60],
            focus_limit: Some(2),
            min_session_minutes: 25,
            max_item_minutes_per_day: None,
            holidays: None,
            started_on: None,
        }
    }
}

/// Days with other hours.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub struct AbsenceRecord {
    /// Id of the record.
    pub id: RecordId,
    /// First day.
    pub from: Date,
    /// Last day.
    pub to: Date,
    /// Minutes on each of these days; 0 for none.
    pub minutes: u32,
    /// Why.
    pub reason: String,
}

/// A place in the order of the plan, as far as dates leave one free.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS, schemars::JsonSchema))]
pub enum Place {
    /// Before everything that does not have to come first.
    First,
    /// Right ahead of another item.
    AheadOf {
        /// Its key.
        item: String,
    },
    /// After everything that does not wait for it.
    Last,
}

/// What the person changed about an item of the plan, or an item of their own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub struct PlanItemRecord {
    /// Key of the item: `skill:sql:2`, `practice:complete-application:1`, `certification:<id>`, `own:<id>`.
    pub key: String,
    /// Title of an item of their own.
    pub title: String,
    /// Minutes of the whole of it, where the person set them; what was logged counts toward them.
    pub minutes: Option<u32>,
    /// Due date.
    pub due: Option<Date>,
    /// Whether it may be missed.
    pub due_kind: Option<DueKind>,
    /// The first day it may be worked on.
    pub not_before: Option<Date>,
    /// How much its lateness weighs.
    pub weight: Option<u32>,
    /// Items of the person's choice that come first.
    pub after: Vec<String>,
    /// Sessions that stand where the person put them.
    pub pinned: Vec<Pin>,
    /// Where the person put it in the order of the plan.
    pub place: Option<Place>,
    /// Minutes after which the rest becomes an item of its own, with the key `part:` and this one's.
    pub split_after: Option<u32>,
    /// Left out of the plan.
    pub dropped: bool,
    /// The day it was finished.
    pub done_on: Option<Date>,
    /// Notes.
    pub note: String,
}
