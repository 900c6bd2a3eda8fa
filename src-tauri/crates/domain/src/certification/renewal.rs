//! When and how a certification is kept up.

use crate::Date;
use crate::person::CertificationRecord;
use crate::role::{Certification, RenewalKind};
use serde::{Deserialize, Serialize};

/// Days before its end from which a renewal that is open on any day is worth beginning: an estimate of ours.
const WORTH_BEGINNING: i64 = 180;
/// Hours of a free online assessment with its preparation: an estimate of ours.
const ASSESSMENT_HOURS: u32 = 5;
/// Hours of revision for an exam of which nobody said how many it takes: an estimate of ours.
pub const USUAL_EXAM_HOURS: u32 = 20;

/// How a renewal stands on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub enum RenewalState {
    /// It does not expire.
    Never,
    /// It expires, and nobody could tell how it is kept, or when it ends.
    Unknown,
    /// Its renewal is not open yet, or not worth beginning.
    NotYet,
    /// It can be renewed now.
    Open,
    /// Its end is past.
    Over,
    /// It ends, and nothing renews it.
    Impossible,
}

/// The renewal of a certification that the person holds.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub struct RenewalPlan {
    /// How it is kept; none where nobody could tell.
    pub kind: Option<RenewalKind>,
    /// How it stands.
    pub state: RenewalState,
    /// The first day on which it can be renewed, where the provider names one.
    pub opens: Option<Date>,
    /// The day from which on it is worth working on: that day, for an exam not before 180 days before the end; 180 days
    /// before the end where no day is named.
    pub begin: Option<Date>,
    /// The last day on which it holds.
    pub closes: Option<Date>,
    /// Until when it would hold after a renewal today, or on the day it opens.
    pub keeps_until: Option<Date>,
    /// Credits to collect.
    pub credits_needed: Option<u32>,
    /// Credits that were earned in this period.
    pub credits: f64,
    /// Hours that it takes: an estimate of ours.
    pub hours: u32,
}

impl RenewalPlan {
    /// Whether there is something to do for it that can be planned: it ends, and an exam, an assessment or credits keep it.
    pub fn is_work(&self) -> bool {
        let work = [RenewalKind::Retake, RenewalKind::FreeAssessment, RenewalKind::CreditsAndFee];
        matches!(self.state, RenewalState::NotYet | RenewalState::Open)
            && self.kind.is_some_and(|kind| work.contains(&kind))
    }

    /// Credits that are still missing.
    pub fn credits_missing(&self) -> f64 {
        (f64::from(self.credits_needed.unwrap_or(0)) - self.credits).max(0.0)
    }
}

/// The renewal of a certification of the person's on a day; none before it was passed.
///
/// - Retake, higher certification: a new term from the day of the exam. Assessment and credits: from the old end on.
/// - Credits count from the day of issue on, each of them for an hour of work.
pub fn renewal(
    record: &CertificationRecord,
    known: Option<&Certification>,
    today: Date,
) -> Option<RenewalPlan> {
    if !record.stage.is_passed() {
        return None;
    }
    let rule = known.and_then(|known| known.renewal.as_ref());
    let kind = rule.map(|rule| rule.kind);
    let closes = record.expires;
    let opens = closes.and_then(|end| {
        let rule = rule?;
        let months = rule.opens_months.and_then(|months| i32::try_from(months).ok());
        let by_months = months.map(|months| end.plus_months(-months));
        by_months.or(rule.opens_days.map(|days| end.plus_days(-i64::from(days))))
    });
    // An exam that is taken again begins a new term on its day: what is left of the old one would be lost.
    let again = matches!(kind, Some(RenewalKind::Retake | RenewalKind::HigherCert));
    let begin = closes.map(|end| {
        let worth = end.plus_days(-WORTH_BEGINNING);
        opens.map_or(worth, |opens| if again { opens.max(worth) } else { opens })
    });
    let credits_needed = rule.and_then(|rule| rule.credits);
    let credits = credits_of_period(record);
    let months = rule.and_then(|rule| rule.months).or(known.and_then(|known| known.validity_months));
    let keeps_until = closes.zip(months).and_then(|(end, months)| {
        let months = i32::try_from(months).ok()?;
        let from = match kind? {
            RenewalKind::Retake | RenewalKind::HigherCert => today.max(opens.unwrap_or(today)),
            RenewalKind::FreeAssessment | RenewalKind::CreditsAndFee => end,
            RenewalKind::None | RenewalKind::Retired => return None,
        };
        Some(from.plus_months(months))
    });
    let mut plan = RenewalPlan {
        kind,
        state: RenewalState::Unknown,
        opens,
        begin,
        closes,
        keeps_until,
        credits_needed,
        credits,
        hours: 0,
    };
    plan.state = state(&plan, today);
    plan.hours = hours(&plan, known);
    Some(plan)
}

/// Credits since it was issued or renewed last.
fn credits_of_period(record: &CertificationRecord) -> f64 {
    let since = record.periods.last().map(|period| period.renewed_on).or(record.issued);
    let counts = record.credits.iter().filter(|credit| since.is_none_or(|since| credit.on >= since));
    // From 0, since a sum of nothing is negative zero.
    counts.fold(0.0, |sum, credit| sum + credit.credits)
}

fn state(plan: &RenewalPlan, today: Date) -> RenewalState {
    match (plan.kind, plan.closes) {
        (Some(RenewalKind::None), None) => RenewalState::Never,
        (_, None) => RenewalState::Unknown,
        (_, Some(end)) if end < today => RenewalState::Over,
        (Some(RenewalKind::Retired | RenewalKind::None), Some(_)) => RenewalState::Impossible,
        (None, Some(_)) => RenewalState::Unknown,
        _ if plan.begin.is_some_and(|begin| begin > today) => RenewalState::NotYet,
        _ => RenewalState::Open,
    }
}

fn hours(plan: &RenewalPlan, known: Option<&Certification>) -> u32 {
    match plan.kind {
        Some(RenewalKind::Retake) => known.and_then(|known| known.exam_hours).unwrap_or(USUAL_EXAM_HOURS),
        Some(RenewalKind::FreeAssessment) => ASSESSMENT_HOURS,
        Some(RenewalKind::CreditsAndFee) => plan.credits_missing().ceil() as u32,
        Some(RenewalKind::HigherCert | RenewalKind::None | RenewalKind::Retired) | None => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::super::test_support::{certification, day, held};
    use super::*;
    use crate::role::Renewal;

    fn rule(kind: RenewalKind) -> Renewal {
        Renewal {
            kind,
            note: None,
            opens_days: None,
            opens_months: None,
            months: None,
            credits: None,
            fee: None,
            by: Vec::new(),
        }
    }

    fn plan(rule: Renewal, today: &str) -> RenewalPlan {
        let known = Certification { renewal: Some(rule), validity_months: Some(12), ..certification("it") };
        renewal(&held("2026-08-31", "2027-08-31"), Some(&known), day(today)).unwrap()
    }

    #[test]
    fn an_assessment_opens_six_months_before_the_end_and_adds_a_year_to_it() {
        let rule = Renewal { opens_months: Some(6), ..rule(RenewalKind::FreeAssessment) };
        let before = plan(rule.clone(), "2027-02-27");
        assert_eq!((before.state, before.opens), (RenewalState::NotYet, Some(day("2027-02-28"))));
        let open = plan(rule.clone(), "2027-02-28");
        assert_eq!((open.state, open.keeps_until), (RenewalState::Open, Some(day("2028-08-31"))));
        assert!(open.is_work() && open.hours == 5);
        assert_eq!(plan(rule.clone(), "2027-08-31").state, RenewalState::Open);
        assert_eq!(plan(rule, "2027-09-01").state, RenewalState::Over);
    }

    #[test]
    fn a_retake_holds_from_the_day_of_the_exam_and_takes_the_exams_hours() {
        let open = plan(rule(RenewalKind::Retake), "2027-06-01");
        assert_eq!((open.state, open.keeps_until), (RenewalState::Open, Some(day("2028-06-01"))));
        assert_eq!((open.opens, open.begin), (None, Some(day("2027-03-04"))));
        assert_eq!(open.hours, 30);
        let window = Renewal { opens_days: Some(60), ..rule(RenewalKind::Retake) };
        assert_eq!(plan(window, "2027-06-01").opens, Some(day("2027-07-02")));
        let early = Renewal { opens_months: Some(12), ..rule(RenewalKind::Retake) };
        let early = plan(early, "2027-03-01");
        assert_eq!((early.state, early.begin), (RenewalState::NotYet, Some(day("2027-03-04"))));
    }

    #[test]
    fn credits_count_from_the_day_of_issue_on() {
        let rule = Renewal { credits: Some(60), months: Some(36), ..rule(RenewalKind::CreditsAndFee) };
        let known = Certification { renewal: Some(rule), ..certification("it") };
        let mut record = held("2026-08-31", "2029-08-31");
        record.credits = [("2026-08-30", 10.0), ("2026-08-31", 1.5), ("2027-01-01", 20.0)]
            .map(|(on, credits)| crate::person::Credit { on: day(on), credits, title: String::new() })
            .to_vec();
        let open = renewal(&record, Some(&known), day("2029-05-01")).unwrap();
        assert_eq!((open.credits, open.credits_missing(), open.hours), (21.5, 38.5, 39));
        assert_eq!(open.keeps_until, Some(day("2032-08-31")));
    }

    #[test]
    fn what_does_not_expire_or_is_retired_is_no_work() {
        let mut record = held("2026-08-31", "2027-08-31");
        let retired = Certification { renewal: Some(rule(RenewalKind::Retired)), ..certification("it") };
        let ends = renewal(&record, Some(&retired), day("2027-05-01")).unwrap();
        assert_eq!((ends.state, ends.is_work()), (RenewalState::Impossible, false));
        record.expires = None;
        let forever = Certification { renewal: Some(rule(RenewalKind::None)), ..certification("it") };
        assert_eq!(renewal(&record, Some(&forever), day("2027-05-01")).unwrap().state, RenewalState::Never);
        let higher = plan(rule(RenewalKind::HigherCert), "2027-06-01");
        assert_eq!((higher.state, higher.is_work()), (RenewalState::Open, false));
        assert_eq!(renewal(&record, None, day("2027-05-01")).unwrap().state, RenewalState::Unknown);
    }
}
