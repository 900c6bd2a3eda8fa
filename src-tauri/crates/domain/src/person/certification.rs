//! Certifications of the person's, from the wish to the renewal (MODEL.md, section 6).

use super::SkillLevel;
use crate::role::RenewalKind;
use crate::{CertificationId, Date, RecordId};
use serde::{Deserialize, Serialize};

/// Days before its end at which a certification counts as expiring.
pub const EXPIRING_DAYS: i64 = 90;

/// Where a certification stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(feature = "wire", derive(ts_rs::TS, schemars::JsonSchema))]
pub enum CertificationStage {
    /// Only wished for.
    #[default]
    Wished,
    /// To be prepared.
    Planned,
    /// The exam has its date.
    Booked,
    /// Passed; the certificate is not issued yet.
    Passed,
    /// Not passed.
    Failed,
    /// Issued.
    Held,
    /// Held, and its end is near. Follows from `expires`; never kept.
    Expiring,
    /// Its end is past. Follows from `expires`; never kept.
    Expired,
    /// Held, and kept up by a renewal.
    Renewed,
}

impl CertificationStage {
    /// How a kept stage reads on a day: held ones expire, [`EXPIRING_DAYS`] after a warning.
    pub fn on(self, today: Date, expires: Option<Date>) -> Self {
        match (self, expires) {
            (Self::Passed | Self::Held | Self::Renewed, Some(end)) if end < today => Self::Expired,
            (Self::Passed | Self::Held | Self::Renewed, Some(end))
                if today.days_until(end) <= EXPIRING_DAYS =>
            {
                Self::Expiring
            }
            _ => self,
        }
    }

    /// Whether the exam was passed, whatever became of it since.
    pub fn is_passed(self) -> bool {
        matches!(self, Self::Passed | Self::Held | Self::Expiring | Self::Expired | Self::Renewed)
    }

    /// Whether its preparation belongs into the plan: after a failure it goes on.
    pub fn is_prepared(self) -> bool {
        matches!(self, Self::Planned | Self::Booked | Self::Failed)
    }
}

/// A certification of the person's.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub struct CertificationRecord {
    /// Id of the record.
    pub id: RecordId,
    /// The catalogue's certification; none for one of the person's own.
    pub certification: Option<CertificationId>,
    /// Name of their own.
    pub name: String,
    /// Provider of their own.
    pub provider: String,
    /// Where it stands.
    pub stage: CertificationStage,
    /// The day they want to have prepared it by.
    pub wanted_by: Option<Date>,
    /// Day of the exam.
    pub exam_on: Option<Date>,
    /// Time of the exam, `HH:MM`.
    pub exam_at: Option<String>,
    /// IANA time zone of the exam.
    pub exam_zone: Option<String>,
    /// Where: an address, or `online`.
    pub place: String,
    /// What this attempt cost, or will.
    pub cost: Option<f64>,
    /// ISO 4217 code of the cost.
    pub currency: Option<String>,
    /// The last day on which the booked exam can be moved, where the person knows better than the catalogue.
    pub reschedule_by: Option<Date>,
    /// The score, as reported.
    pub score: String,
    /// Which attempt this is, from 1.
    pub attempt: u8,
    /// The day from which it may be tried again, where the person knows better than the catalogue.
    pub retry_from: Option<Date>,
    /// Day of issue; after a renewal the day of that.
    pub issued: Option<Date>,
    /// Day of expiry: the last day on which it holds.
    pub expires: Option<Date>,
    /// The credential's id.
    pub credential_id: String,
    /// Where it can be checked.
    pub url: String,
    /// Notes.
    pub note: String,
    /// Whether the person means to keep it up when its renewal opens.
    pub keep_up: bool,
    /// For one of the person's own: whether its exam has tasks to perform instead of answers to choose.
    pub performance_based: bool,
    /// Skills that one of their own speaks for.
    pub supports: Vec<SkillLevel>,
    /// Attempts that were not passed, oldest first.
    pub attempts: Vec<Attempt>,
    /// What was paid beside the exam itself.
    pub costs: Vec<Cost>,
    /// Credits toward its renewal.
    pub credits: Vec<Credit>,
    /// Times for which it held before it was renewed, oldest first.
    pub periods: Vec<Term>,
}

impl CertificationRecord {
    /// One that is only wished for.
    pub fn wished(id: RecordId, certification: Option<CertificationId>) -> Self {
        Self {
            id,
            certification,
            name: String::new(),
            provider: String::new(),
            stage: CertificationStage::Wished,
            wanted_by: None,
            exam_on: None,
            exam_at: None,
            exam_zone: None,
            place: String::new(),
            cost: None,
            currency: None,
            reschedule_by: None,
            score: String::new(),
            attempt: 1,
            retry_from: None,
            issued: None,
            expires: None,
            credential_id: String::new(),
            url: String::new(),
            note: String::new(),
            keep_up: true,
            performance_based: false,
            supports: Vec::new(),
            attempts: Vec::new(),
            costs: Vec::new(),
            credits: Vec::new(),
            periods: Vec::new(),
        }
    }
}

/// An attempt that was not passed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS, schemars::JsonSchema))]
pub struct Attempt {
    /// The day.
    pub on: Date,
    /// The score, as reported.
    #[serde(default)]
    pub score: String,
    /// What it cost.
    #[serde(default)]
    pub cost: Option<f64>,
    /// ISO 4217 code of the cost.
    #[serde(default)]
    pub currency: Option<String>,
    /// Notes: what was hard.
    #[serde(default)]
    pub note: String,
}

/// What money went to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(feature = "wire", derive(ts_rs::TS, schemars::JsonSchema))]
pub enum CostKind {
    /// A course.
    Course,
    /// Books, mock exams, a laboratory.
    Material,
    /// Keeping the certification up.
    Renewal,
    /// Travel to the exam.
    Travel,
    /// Anything else.
    #[default]
    Other,
}

/// Something that was paid, beside the exam itself.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS, schemars::JsonSchema))]
pub struct Cost {
    /// The day.
    pub on: Date,
    /// What for.
    #[serde(default)]
    pub what: CostKind,
    /// How much.
    pub amount: f64,
    /// ISO 4217 code.
    pub currency: String,
    /// Notes.
    #[serde(default)]
    pub note: String,
}

/// Credits toward a renewal (CPE, PDU, CE …).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS, schemars::JsonSchema))]
pub struct Credit {
    /// The day on which they were earned.
    pub on: Date,
    /// How many; halves and quarters occur.
    pub credits: f64,
    /// What for.
    #[serde(default)]
    pub title: String,
}

/// A time for which a certification held before it was renewed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS, schemars::JsonSchema))]
pub struct Term {
    /// Its first day.
    #[serde(default)]
    pub issued: Option<Date>,
    /// Its last day.
    #[serde(default)]
    pub expires: Option<Date>,
    /// The day of the renewal that followed.
    pub renewed_on: Date,
    /// How it was renewed.
    #[serde(default)]
    pub how: Option<RenewalKind>,
}
