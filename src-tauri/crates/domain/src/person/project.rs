//! Projects of the portfolio: as they are kept, and what the rules need to know of them.

use super::SkillLevel;
use crate::audit::{Carry, Report};
use crate::{Date, Level, PracticeId, RecordId, SkillId, StatementId};
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

/// A link with its name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS, schemars::JsonSchema))]
pub struct Link {
    /// Its name.
    #[serde(default)]
    pub label: String,
    /// Its address: https, http or mailto.
    pub url: String,
}

/// Where a decision stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "wire", derive(ts_rs::TS, schemars::JsonSchema))]
pub enum DecisionStatus {
    /// Not yet taken.
    Proposed,
    /// Taken.
    #[default]
    Accepted,
    /// Taken back.
    Rejected,
    /// Another one stands in its place.
    Superseded,
}

/// A decision of a project, as an architecture decision record.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS, schemars::JsonSchema))]
pub struct Decision {
    /// What was decided.
    pub title: String,
    /// Where it stands.
    #[serde(default)]
    pub status: DecisionStatus,
    /// The day.
    #[serde(default)]
    pub on: Option<Date>,
    /// What it was about.
    #[serde(default)]
    pub context: String,
    /// What was possible.
    #[serde(default)]
    pub options: String,
    /// What was chosen.
    #[serde(default)]
    pub choice: String,
    /// What follows.
    #[serde(default)]
    pub consequences: String,
}

/// How a line of a project's checklist stands, with a note.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS, schemars::JsonSchema))]
pub struct CheckState {
    /// How it stands.
    #[serde(default)]
    pub mark: ChecklistMark,
    /// A note or what shows it.
    #[serde(default)]
    pub note: String,
    /// Whether it stands in the plan while it is open.
    #[serde(default)]
    pub planned: bool,
    /// The finding that it rests on.
    #[serde(default)]
    pub rests_on: Option<Carry>,
}

/// A skill that the person lets the audit of a project prove.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub struct ProofRecord {
    /// The skill.
    pub skill: SkillId,
    /// The level that the audit carries: 3 where it showed repository, own commits, tests and deployment, else 2.
    pub level: Level,
    /// The findings that it rests on.
    pub rests_on: Vec<Carry>,
    /// The day of the person's last commit, or that of the audit where there is none.
    pub on: Date,
    /// The commit that was read.
    pub head: Option<String>,
    /// The level that the person had said before; none where the project was given the skill by this proof.
    pub said: Option<Level>,
}

/// A project of the portfolio.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub struct ProjectRecord {
    /// Id of the record.
    pub id: RecordId,
    /// Its name.
    pub name: String,
    /// What it is, in a sentence or two.
    pub summary: String,
    /// The case study, in Markdown.
    pub story: String,
    /// The person's part in it.
    pub role: String,
    /// With whom.
    pub team: String,
    /// First day.
    pub starts: Option<Date>,
    /// Last day; none while it goes on.
    pub ends: Option<Date>,
    /// Where it stands.
    pub status: ProjectStatus,
    /// The practice that it is one of.
    pub practice: Option<PracticeId>,
    /// Links.
    pub links: Vec<Link>,
    /// Skills used, with the level that it shows and why.
    pub skills: Vec<SkillLevel>,
    /// Decisions.
    pub decisions: Vec<Decision>,
    /// What came of it.
    pub results: String,
    /// How the checklist stands; absent lines are open.
    pub checklist: BTreeMap<StatementId, CheckState>,
    /// The folder that is audited; empty where none was chosen.
    pub folder: String,
    /// Skills that the audit proves, by skill.
    pub proofs: Vec<ProofRecord>,
}

/// A project as it was saved once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProjectVersion {
    /// Id of the version.
    pub id: RecordId,
    /// The project.
    pub project: RecordId,
    /// When it was saved: an instant in RFC 3339, UTC.
    pub at: String,
    /// The project as it was.
    pub record: ProjectRecord,
}

/// What was written about a project and not saved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub struct ProjectDraft {
    /// The project.
    pub project: RecordId,
    /// When: an instant in RFC 3339, UTC.
    pub at: String,
    /// Summary, story and results as they were typed.
    pub text: CaseStudy,
}

/// The texts of a project that are written rather than filled in.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS, schemars::JsonSchema))]
pub struct CaseStudy {
    /// What it is, in a sentence or two.
    pub summary: String,
    /// The case study, in Markdown.
    pub story: String,
    /// What came of it, in Markdown.
    pub results: String,
}

/// An audit of a project.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AuditRecord {
    /// Id of the audit.
    pub id: RecordId,
    /// The project.
    pub project: RecordId,
    /// When: an instant in RFC 3339, UTC.
    pub at: String,
    /// What it found.
    pub report: Report,
}
