//! Certifications of the catalogue.

use super::Citation;
use crate::{CertificationId, Date, Level, SkillId, Text};
use serde::{Deserialize, Serialize};

/// Whether an exam can be taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub enum CertificationStatus {
    /// It can be taken.
    Active,
    /// It can no longer be taken.
    Retired,
    /// It cannot be taken yet.
    Announced,
    /// It is offered, but tests something outdated, or nobody could tell.
    Doubtful,
    /// It belongs to the past.
    Historic,
}

/// What an exam costs.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub struct Price {
    /// The amount, before tax unless the provider says otherwise.
    pub amount: f64,
    /// ISO 4217 code.
    pub currency: String,
    /// When it was seen: a year, a month or a day.
    #[serde(default)]
    pub as_of: Option<String>,
}

/// How a certification is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "wire", derive(ts_rs::TS, schemars::JsonSchema))]
pub enum RenewalKind {
    /// The exam again.
    Retake,
    /// A free assessment online.
    FreeAssessment,
    /// Credits and a fee.
    CreditsAndFee,
    /// A higher certification.
    HigherCert,
    /// It does not expire.
    None,
    /// It cannot be renewed any more.
    Retired,
}

/// How a certification is kept, and what to know about it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub struct Renewal {
    /// How.
    pub kind: RenewalKind,
    /// What to know about it.
    #[serde(default)]
    pub note: Option<Text>,
    /// Days before the expiry from which on it can be renewed; none where any day will do or nobody could tell.
    #[serde(default)]
    pub opens_days: Option<u32>,
    /// The same in months, where the provider counts by the calendar.
    #[serde(default)]
    pub opens_months: Option<u32>,
    /// Months that a renewal adds; none where it is as long as the first time.
    #[serde(default)]
    pub months: Option<u32>,
    /// Credits to collect until the expiry.
    #[serde(default)]
    pub credits: Option<u32>,
    /// What keeping it costs for the whole period.
    #[serde(default)]
    pub fee: Option<Price>,
    /// Higher certifications that renew it too.
    #[serde(default)]
    pub by: Vec<CertificationId>,
}

/// When a failed exam may be taken again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub struct Retake {
    /// Days to wait after the first failed attempt, the second and so on; the last one holds for all that follow.
    pub days: Vec<u32>,
    /// What to know about it.
    #[serde(default)]
    pub note: Option<Text>,
}

/// A skill that an exam speaks for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub struct Supports {
    /// The skill.
    pub skill: SkillId,
    /// The level: at most 2, or 3 for an exam in which one performs.
    pub level: Level,
}

/// A certification of the catalogue, with dated facts.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub struct Certification {
    /// Id.
    pub id: CertificationId,
    /// The provider's code.
    #[serde(default)]
    pub code: Option<String>,
    /// Its name.
    pub name: String,
    /// Who gives it.
    pub provider: String,
    /// `entry`, `fundamentals`, `associate`, `practitioner`, `intermediate`, `professional`, `expert` or `specialist`.
    pub level: String,
    /// Whether it can be taken.
    pub status: CertificationStatus,
    /// The day it was retired, or will be.
    #[serde(default)]
    pub retired_on: Option<Date>,
    /// What replaces it.
    #[serde(default)]
    pub replaced_by: Option<CertificationId>,
    /// Certifications that are needed first.
    #[serde(default)]
    pub requires: Vec<CertificationId>,
    /// What the provider asks or recommends.
    #[serde(default)]
    pub prerequisites: Option<Text>,
    /// What it costs.
    #[serde(default)]
    pub price: Option<Price>,
    /// How long the exam takes.
    #[serde(default)]
    pub minutes: Option<u32>,
    /// How many questions or tasks, as the provider says.
    #[serde(default)]
    pub questions: Option<String>,
    /// What is needed to pass, as the provider says.
    #[serde(default)]
    pub pass_mark: Option<String>,
    /// How long it is valid; none when it does not expire or nobody could tell.
    #[serde(default)]
    pub validity_months: Option<u32>,
    /// How it is kept; none where nobody could tell.
    #[serde(default)]
    pub renewal: Option<Renewal>,
    /// When it may be tried again after a failure; none where nobody could tell.
    #[serde(default)]
    pub retake: Option<Retake>,
    /// Hours before its time until which a booked exam can be moved; none where nobody could tell.
    #[serde(default)]
    pub reschedule_hours: Option<u32>,
    /// Whether one performs tasks instead of choosing answers.
    #[serde(default)]
    pub performance_based: bool,
    /// Skills that it speaks for.
    #[serde(default)]
    pub supports: Vec<Supports>,
    /// Hours of revision and mock exams beyond the skills: an estimate of ours.
    #[serde(default)]
    pub exam_hours: Option<u32>,
    /// The provider's page.
    #[serde(default)]
    pub url: Option<String>,
    /// The day these facts were gathered.
    pub facts_as_of: Date,
    /// Where they were seen.
    #[serde(default)]
    pub seen_at: Option<String>,
    /// Names of the fields above that nobody verified; `all` for all of them.
    #[serde(default)]
    pub unverified: Vec<String>,
    /// What to know about it.
    #[serde(default)]
    pub note: Option<Text>,
    /// The documents' words, where they name it.
    #[serde(default)]
    pub says: Vec<Citation>,
}
