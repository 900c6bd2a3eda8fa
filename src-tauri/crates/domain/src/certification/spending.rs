//! What certifications cost, by year and currency. Amounts in different currencies are never added.

use crate::person::{CertificationRecord, CostKind};
use crate::role::Certification;
use crate::{Date, RecordId};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What money goes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub enum SpentFor {
    /// An exam.
    Exam,
    /// An attempt that was not passed.
    Attempt,
    /// A course.
    Course,
    /// Books, mock exams, a laboratory.
    Material,
    /// Keeping it up.
    Renewal,
    /// Travel to the exam.
    Travel,
    /// Anything else.
    Other,
}

impl From<CostKind> for SpentFor {
    fn from(kind: CostKind) -> Self {
        match kind {
            CostKind::Course => Self::Course,
            CostKind::Material => Self::Material,
            CostKind::Renewal => Self::Renewal,
            CostKind::Travel => Self::Travel,
            CostKind::Other => Self::Other,
        }
    }
}

/// One amount.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub struct SpentItem {
    /// The certification of the person's.
    pub record: RecordId,
    /// What for.
    pub what: SpentFor,
    /// The day; none where it has none yet.
    pub on: Option<Date>,
    /// How much.
    pub amount: f64,
    /// ISO 4217 code.
    pub currency: String,
    /// Whether it is still to be paid.
    pub ahead: bool,
    /// Whether the catalogue says so, and not the person.
    pub estimated: bool,
}

/// The sum of a year in one currency.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub struct SpentYear {
    /// The year; none for what has no day yet.
    pub year: Option<i16>,
    /// ISO 4217 code.
    pub currency: String,
    /// What was paid.
    pub paid: f64,
    /// What is ahead, estimates included.
    pub ahead: f64,
}

/// Every amount of the person's certifications, and the catalogue's price of those that are planned without one.
pub fn spending<'a>(
    records: impl Iterator<Item = (&'a CertificationRecord, Option<&'a Certification>)>,
    today: Date,
) -> Vec<SpentItem> {
    let mut items: Vec<SpentItem> =
        records.flat_map(|(record, known)| of_record(record, known, today)).collect();
    items.sort_by(|a, b| (a.on.is_none(), a.on, &a.record).cmp(&(b.on.is_none(), b.on, &b.record)));
    items
}

fn of_record(record: &CertificationRecord, known: Option<&Certification>, today: Date) -> Vec<SpentItem> {
    let item = |what, on: Option<Date>, amount: f64, currency: &str| SpentItem {
        record: record.id.clone(),
        what,
        on,
        amount,
        currency: currency.to_owned(),
        ahead: on.is_none_or(|on| on > today),
        estimated: false,
    };
    let mut items = Vec::new();
    let passed = record.stage.is_passed();
    let on = record.exam_on.or(if passed { record.issued } else { record.wanted_by });
    let price = known.and_then(|known| known.price.as_ref());
    match (record.cost, &record.currency, price) {
        (Some(cost), Some(currency), _) => {
            let ahead = !passed && on.is_none_or(|on| on > today);
            items.push(SpentItem { ahead, ..item(SpentFor::Exam, on, cost, currency) });
        }
        (None, _, Some(price)) if record.stage.is_prepared() => {
            let exam = item(SpentFor::Exam, on, price.amount, &price.currency);
            items.push(SpentItem { ahead: true, estimated: true, ..exam });
        }
        _ => {}
    }
    for attempt in &record.attempts {
        if let (Some(cost), Some(currency)) = (attempt.cost, &attempt.currency) {
            items.push(item(SpentFor::Attempt, Some(attempt.on), cost, currency));
        }
    }
    for cost in &record.costs {
        items.push(item(cost.what.into(), Some(cost.on), cost.amount, &cost.currency));
    }
    items
}

/// The sums by year and currency, newest year first; what has no day yet comes first of all. What cost nothing makes no
/// year.
pub fn by_year(items: &[SpentItem]) -> Vec<SpentYear> {
    let mut sums: BTreeMap<(Option<i16>, &str), (f64, f64)> = BTreeMap::new();
    for item in items.iter().filter(|item| item.amount > 0.0) {
        let sum = sums.entry((item.on.map(|on| on.civil().year()), &item.currency)).or_default();
        if item.ahead { sum.1 += item.amount } else { sum.0 += item.amount }
    }
    let year = |((year, currency), (paid, ahead)): ((Option<i16>, &str), (f64, f64))| SpentYear {
        year,
        currency: currency.to_owned(),
        paid: cents(paid),
        ahead: cents(ahead),
    };
    let mut years: Vec<SpentYear> = sums.into_iter().map(year).collect();
    years.sort_by(|a, b| {
        let order = |year: &SpentYear| (year.year.is_some(), year.year.map(|year| -year));
        order(a).cmp(&order(b)).then_with(|| a.currency.cmp(&b.currency))
    });
    years
}

/// Rounded to hundredths, so that a sum of decimals reads as one.
fn cents(amount: f64) -> f64 {
    (amount * 100.0).round() / 100.0
}

#[cfg(test)]
mod tests {
    use super::super::test_support::{booked, certification, day, held};
    use super::*;
    use crate::person::{Attempt, CertificationStage, Cost};
    use crate::role::Price;

    #[test]
    fn amounts_of_two_currencies_are_never_added_and_years_are_kept_apart() {
        let mut one = held("2026-05-01", "2029-05-01");
        (one.cost, one.currency, one.exam_on) = (Some(150.1), Some("USD".into()), Some(day("2026-04-28")));
        one.attempts.push(Attempt {
            on: day("2025-12-01"),
            score: "680".into(),
            cost: Some(150.2),
            currency: Some("USD".into()),
            note: String::new(),
        });
        one.costs.push(Cost {
            on: day("2026-02-01"),
            what: CostKind::Course,
            amount: 49.0,
            currency: "EUR".into(),
            note: String::new(),
        });
        let mut two = booked("2027-03-01", None);
        (two.cost, two.currency) = (Some(99.9), Some("USD".into()));
        let priced = Certification {
            price: Some(Price { amount: 165.0, currency: "USD".into(), as_of: None }),
            ..certification("it")
        };
        let three = CertificationRecord {
            exam_on: None,
            stage: CertificationStage::Planned,
            ..booked("2027-03-01", None)
        };
        let all = [(&one, None), (&two, Some(&priced)), (&three, Some(&priced))];
        let items = spending(all.into_iter(), day("2026-11-20"));
        let sums: Vec<(Option<i16>, String, f64, f64)> =
            by_year(&items).into_iter().map(|it| (it.year, it.currency, it.paid, it.ahead)).collect();
        assert_eq!(
            sums,
            vec![
                (None, "USD".into(), 0.0, 165.0),
                (Some(2027), "USD".into(), 0.0, 99.9),
                (Some(2026), "EUR".into(), 49.0, 0.0),
                (Some(2026), "USD".into(), 150.1, 0.0),
                (Some(2025), "USD".into(), 150.2, 0.0),
            ]
        );
        assert_eq!(items.iter().filter(|item| item.estimated).count(), 1);
    }
}
