//! What the person knows better than the catalogue: an overlay over its facts, each with its own day and source.

use crate::role::{Certification, CertificationStatus, Price, Renewal, RenewalKind, Retake};
use crate::{CertificationId, Date};
use serde::{Deserialize, Serialize};

/// A fact of the catalogue that can be corrected.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "wire", derive(ts_rs::TS, schemars::JsonSchema))]
pub enum Fact {
    /// Whether it can be taken: `active`, `retired`, `announced`, `doubtful`, `historic`.
    Status,
    /// The day it was retired, or will be.
    RetiredOn,
    /// What it costs: `165 USD`.
    Price,
    /// Minutes of the exam.
    Minutes,
    /// How many questions or tasks.
    Questions,
    /// What is needed to pass.
    PassMark,
    /// Months for which it holds.
    ValidityMonths,
    /// How it is kept: `retake`, `free_assessment`, `credits_and_fee`, `higher_cert`, `none`, `retired`.
    Renewal,
    /// Days before its end from which it can be renewed.
    RenewalOpensDays,
    /// Credits that keep it.
    RenewalCredits,
    /// Days to wait after each failed attempt: `14, 60, 365`.
    RetakeDays,
    /// Hours before the exam until which it can be moved.
    RescheduleHours,
    /// Hours of revision and mock exams.
    ExamHours,
    /// The provider's page.
    Url,
}

impl Fact {
    /// The name under which the catalogue marks it as unverified.
    pub fn mark(self) -> &'static str {
        match self {
            Self::Status | Self::RetiredOn => "status",
            Self::Price => "price",
            Self::Minutes => "minutes",
            Self::Questions => "questions",
            Self::PassMark => "pass_mark",
            Self::ValidityMonths => "validity_months",
            Self::Renewal | Self::RenewalOpensDays | Self::RenewalCredits => "renewal",
            Self::RetakeDays => "retake",
            Self::RescheduleHours => "reschedule",
            Self::ExamHours => "exam_hours",
            Self::Url => "url",
        }
    }
}

/// A fact as the person has it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub struct Correction {
    /// Which certification.
    pub certification: CertificationId,
    /// Which fact.
    pub fact: Fact,
    /// What it is, as [`Fact`] says; empty where it is not known or there is none.
    pub value: String,
    /// The day on which the person saw it.
    pub as_of: Date,
    /// Where they saw it.
    pub source: String,
}

/// The value is not one of that fact.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("no value of {fact:?}: {value}")]
pub struct CorrectionError {
    /// Which fact.
    pub fact: Fact,
    /// What was given.
    pub value: String,
}

impl Correction {
    /// Puts the person's fact into the place of the catalogue's. Refuses a value that is none of that fact.
    pub fn apply(&self, to: &mut Certification) -> Result<(), CorrectionError> {
        let value = self.value.trim();
        let refused = || CorrectionError { fact: self.fact, value: self.value.clone() };
        let text = (!value.is_empty()).then(|| value.to_owned());
        let number = |most: u32| match value {
            "" => Ok(None),
            _ => value.parse::<u32>().ok().filter(|n| *n <= most).map(Some).ok_or_else(refused),
        };
        match self.fact {
            Fact::Status => to.status = word(value, &STATUS).ok_or_else(refused)?,
            Fact::RetiredOn => {
                to.retired_on = text.map(|day| Date::parse(&day)).transpose().map_err(|_| refused())?;
            }
            Fact::Price => to.price = price(value, self.as_of).ok_or_else(refused)?,
            Fact::Minutes => to.minutes = number(2_880)?,
            Fact::Questions => to.questions = text,
            Fact::PassMark => to.pass_mark = text,
            Fact::ValidityMonths => to.validity_months = number(600)?.filter(|months| *months > 0),
            Fact::Renewal => match value {
                "" => to.renewal = None,
                _ => rule(to).kind = word(value, &RENEWAL).ok_or_else(refused)?,
            },
            Fact::RenewalOpensDays => {
                let days = number(3_660)?;
                let rule = rule(to);
                (rule.opens_days, rule.opens_months) = (days, None);
            }
            Fact::RenewalCredits => rule(to).credits = number(10_000)?,
            Fact::RetakeDays => {
                let days =
                    value.split([',', ' ', ';']).filter(|part| !part.is_empty()).map(str::parse::<u32>);
                let days: Vec<u32> = days.collect::<Result<_, _>>().map_err(|_| refused())?;
                if days.len() > 12 || days.iter().any(|days| *days > 3_660) {
                    return Err(refused());
                }
                let note = to.retake.take().and_then(|retake| retake.note);
                to.retake = (!days.is_empty()).then_some(Retake { days, note });
            }
            Fact::RescheduleHours => to.reschedule_hours = number(8_784)?,
            Fact::ExamHours => to.exam_hours = number(2_000)?,
            Fact::Url => to.url = text,
        }
        to.unverified.retain(|name| name != self.fact.mark());
        Ok(())
    }
}

/// A certification with the person's corrections; one that no longer fits is left out.
pub fn corrected(known: &Certification, corrections: &[Correction]) -> Certification {
    let mut mended = known.clone();
    for correction in corrections.iter().filter(|correction| correction.certification == known.id) {
        let mut tried = mended.clone();
        if correction.apply(&mut tried).is_ok() {
            mended = tried;
        }
    }
    mended
}

const STATUS: [(&str, CertificationStatus); 5] = [
    ("active", CertificationStatus::Active),
    ("retired", CertificationStatus::Retired),
    ("announced", CertificationStatus::Announced),
    ("doubtful", CertificationStatus::Doubtful),
    ("historic", CertificationStatus::Historic),
];

const RENEWAL: [(&str, RenewalKind); 6] = [
    ("retake", RenewalKind::Retake),
    ("free_assessment", RenewalKind::FreeAssessment),
    ("credits_and_fee", RenewalKind::CreditsAndFee),
    ("higher_cert", RenewalKind::HigherCert),
    ("none", RenewalKind::None),
    ("retired", RenewalKind::Retired),
];

fn word<T: Copy>(value: &str, words: &[(&str, T)]) -> Option<T> {
    words.iter().find(|(word, _)| *word == value).map(|(_, value)| *value)
}

/// The rule by which it is kept, made where there is none.
fn rule(of: &mut Certification) -> &mut Renewal {
    of.renewal.get_or_insert_with(|| Renewal {
        kind: RenewalKind::Retake,
        note: None,
        opens_days: None,
        opens_months: None,
        months: None,
        credits: None,
        fee: None,
        by: Vec::new(),
    })
}

/// `165 USD`, `165.50 EUR`, `0 EUR`, or nothing.
fn price(value: &str, as_of: Date) -> Option<Option<Price>> {
    if value.is_empty() {
        return Some(None);
    }
    let (amount, currency) = value.split_once(' ')?;
    let amount: f64 = amount.replace(',', ".").parse().ok()?;
    let is_code = currency.len() == 3 && currency.bytes().all(|b| b.is_ascii_uppercase());
    let sound = amount.is_finite() && (0.0..=1_000_000.0).contains(&amount) && is_code;
    let as_of = Some(as_of.to_string());
    sound.then(|| Some(Price { amount, currency: currency.to_owned(), as_of }))
}

#[cfg(test)]
mod tests {
    use super::super::test_support::{certification, day};
    use super::*;

    fn correction(fact: Fact, value: &str) -> Correction {
        Correction {
            certification: CertificationId::new("it").unwrap(),
            fact,
            value: value.into(),
            as_of: day("2026-11-20"),
            source: "the provider’s page".into(),
        }
    }

    #[test]
    fn a_corrected_fact_takes_the_place_of_the_catalogues_and_counts_as_seen() {
        let known =
            Certification { unverified: vec!["price".into(), "minutes".into()], ..certification("it") };
        let all = [
            correction(Fact::Price, "175,50 EUR"),
            correction(Fact::Renewal, "free_assessment"),
            correction(Fact::RenewalOpensDays, "180"),
            correction(Fact::RetakeDays, "1, 14"),
            correction(Fact::Status, "retired"),
            correction(Fact::RetiredOn, "2027-01-31"),
        ];
        let mended = corrected(&known, &all);
        let price = mended.price.unwrap();
        assert_eq!(
            (price.amount, price.currency.as_str(), price.as_of.as_deref()),
            (175.5, "EUR", Some("2026-11-20"))
        );
        assert_eq!(mended.renewal.unwrap().opens_days, Some(180));
        assert_eq!(mended.retake.unwrap().days, [1, 14]);
        assert_eq!(mended.retired_on, Some(day("2027-01-31")));
        assert_eq!(mended.unverified, ["minutes"]);
    }

    #[test]
    fn what_is_no_value_of_its_fact_is_refused_and_changes_nothing() {
        for (fact, value) in [
            (Fact::Price, "165"),
            (Fact::Price, "-1 EUR"),
            (Fact::Price, "NaN EUR"),
            (Fact::Minutes, "ninety"),
            (Fact::ValidityMonths, "1000"),
            (Fact::Status, "gone"),
            (Fact::RetiredOn, "2027-02-30"),
            (Fact::RetakeDays, "14, soon"),
        ] {
            let known = certification("it");
            assert!(correction(fact, value).apply(&mut known.clone()).is_err(), "{fact:?} {value}");
            assert_eq!(corrected(&known, &[correction(fact, value)]), known);
        }
    }
}
