//! Pay, as the documents report it. Never averaged, never converted.

use super::Citation;
use crate::{RungId, StatementId, Text};
use serde::{Deserialize, Serialize};

/// What the figures are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub enum Statistic {
    /// From low to high.
    Range,
    /// An average that ranges from low to high.
    AverageRange,
    /// About this much.
    About,
    /// Up to this much.
    UpTo,
    /// More than this.
    Above,
}

/// What the figures pay for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub enum Period {
    /// A year.
    Year,
    /// A day.
    Day,
}

/// Who is paid.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub enum Contract {
    /// An employee.
    Employee,
    /// A freelancer.
    Freelance,
    /// The source does not say.
    Unstated,
}

/// Before or after tax.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub enum Tax {
    /// Before.
    Gross,
    /// After.
    Net,
    /// The source does not say.
    Unstated,
}

/// One figure of one source.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub struct PayObservation {
    /// Id.
    pub id: StatementId,
    /// The observation as a sentence.
    pub text: Text,
    /// The lower figure.
    #[serde(default)]
    pub low: Option<f64>,
    /// The higher figure.
    #[serde(default)]
    pub high: Option<f64>,
    /// What the figures are.
    pub statistic: Statistic,
    /// ISO 4217 code.
    pub currency: String,
    /// What they pay for.
    pub per: Period,
    /// Who is paid.
    pub contract: Contract,
    /// Before or after tax.
    pub tax: Tax,
    /// Seniority as the source writes it.
    #[serde(default)]
    pub seniority: Option<String>,
    /// The rungs that we map it to.
    #[serde(default)]
    pub rungs: Vec<RungId>,
    /// Where.
    #[serde(default)]
    pub place: Option<Text>,
    /// Day of publication, where stated.
    #[serde(default)]
    pub published: Option<String>,
    /// The source's words.
    pub says: Vec<Citation>,
}
