//! Evidence: what a proven level rests on.

use crate::{Date, Level, Minutes, RecordId, SkillId};
use serde::{Deserialize, Serialize};

/// What a public contribution is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "wire", derive(ts_rs::TS, schemars::JsonSchema))]
pub enum ContributionForm {
    /// A change that was merged.
    Change,
    /// A talk.
    Talk,
    /// An article, a book, a course.
    Publication,
}

/// What kind of evidence a piece is, with what decides the level that it carries (table in `docs/model.md`, section 2).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[cfg_attr(feature = "wire", derive(ts_rs::TS, schemars::JsonSchema))]
pub enum EvidenceKind {
    /// Time spent learning or practising; all entries of a skill count together. Carries up to 2.
    Log {
        /// Minutes, 1 to 1,440 for one day.
        minutes: Minutes,
    },
    /// A course or a certificate of completion. Carries 1.
    Course,
    /// A certification that was passed. Carries up to 2, or 3 where one performs tasks, and never more than it supports.
    Certification {
        /// Whether one performs tasks instead of choosing answers.
        performance_based: bool,
        /// The level that the certification supports for this skill.
        supports: Level,
    },
    /// A project of the portfolio. Carries up to 2, or 3 with repository, tests and deployment shown by the audit.
    Project {
        /// The level that the person says it shows.
        shows: Level,
        /// Whether the audit found repository, tests and deployment.
        audited: bool,
    },
    /// Work with the skill. Carries 3 from 6 months on, 4 from 24 months on; nothing below 6 months.
    Work {
        /// Whole months.
        months: u16,
    },
    /// A review by a named person, dated, with their words. Carries the level they state, at most 4.
    Review {
        /// The level that they state.
        states: Level,
    },
    /// A merged change, a talk, a publication. Carries 4.
    Contribution {
        /// Which of them; none where the person did not say.
        #[serde(default)]
        form: Option<ContributionForm>,
    },
    /// Practice set beyond one's team: an adopted decision, mentoring, a guild. Carries 5.
    PracticeSet,
}

impl EvidenceKind {
    /// A word for the kind, as it stands in files and messages.
    pub fn word(&self) -> &'static str {
        match self {
            Self::Log { .. } => "log",
            Self::Course => "course",
            Self::Certification { .. } => "certification",
            Self::Project { .. } => "project",
            Self::Work { .. } => "work",
            Self::Review { .. } => "review",
            Self::Contribution { .. } => "contribution",
            Self::PracticeSet => "practice_set",
        }
    }
}

/// A dated piece of evidence for one skill.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evidence {
    /// Id of the record.
    pub id: RecordId,
    /// The skill that it speaks for.
    pub skill: SkillId,
    /// What it is.
    pub kind: EvidenceKind,
    /// The day it was earned; for work, its last day.
    pub on: Date,
}
