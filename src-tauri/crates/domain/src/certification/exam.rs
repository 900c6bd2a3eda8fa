//! The exam: its moment, the last moment to move it, and when it may be tried again.

use crate::Date;
use crate::person::{CertificationRecord, CertificationStage};
use crate::role::Certification;
use jiff::tz::{AmbiguousOffset, TimeZone};
use jiff::{Span, Timestamp};
use serde::{Deserialize, Serialize};

/// The moment of an exam at a time of day in a zone.
///
/// Where clocks are set back the time occurs twice, and the first one counts. `None` where the zone or the time is not known,
/// or where clocks are set forward and that time does not occur.
pub fn exam_moment(on: Date, at: &str, zone: &str) -> Option<Timestamp> {
    let time = jiff::civil::Time::strptime("%H:%M", at).ok()?;
    let zone = TimeZone::get(zone).ok()?;
    let ambiguous = zone.to_ambiguous_zoned(on.civil().to_datetime(time));
    if matches!(ambiguous.offset(), AmbiguousOffset::Gap { .. }) {
        return None;
    }
    ambiguous.earlier().ok().map(|zoned| zoned.timestamp())
}

/// The moment of a certification's exam, where its day, time and zone are known.
pub fn moment_of(record: &CertificationRecord) -> Option<Timestamp> {
    exam_moment(record.exam_on?, record.exam_at.as_deref()?, record.exam_zone.as_deref()?)
}

/// Until when a booked exam can be moved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub struct MoveBy {
    /// Until when.
    pub until: MoveUntil,
    /// Whether the person said so; else it follows from the catalogue.
    pub own: bool,
    /// The catalogue's hours before the exam.
    pub hours: Option<u32>,
}

/// A day or a moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub enum MoveUntil {
    /// The end of a day.
    Day {
        /// The day.
        on: Date,
    },
    /// A moment.
    Moment {
        /// The moment, RFC 3339 in UTC.
        #[cfg_attr(feature = "wire", ts(type = "string"))]
        at: Timestamp,
    },
}

/// Until when a booked exam can be moved: what the person wrote, else the catalogue's hours before it. Without a time of
/// day whole days are counted, so that the day is never too late.
pub fn last_moment_to_move(record: &CertificationRecord, known: Option<&Certification>) -> Option<MoveBy> {
    let on = record.exam_on.filter(|_| record.stage == CertificationStage::Booked)?;
    let hours = known.and_then(|known| known.reschedule_hours);
    if let Some(day) = record.reschedule_by {
        return Some(MoveBy { until: MoveUntil::Day { on: day }, own: true, hours });
    }
    let before = hours?;
    let until = match moment_of(record)
        .and_then(|exam| exam.checked_sub(Span::new().hours(i64::from(before))).ok())
    {
        Some(at) => MoveUntil::Moment { at },
        None => MoveUntil::Day { on: on.plus_days(-i64::from(before.div_ceil(24)) - 1) },
    };
    Some(MoveBy { until, own: false, hours })
}

/// When a failed exam may be tried again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub struct Retry {
    /// The first day.
    pub from: Date,
    /// Days of waiting, by the catalogue.
    pub days: Option<u32>,
    /// Whether the person said so.
    pub own: bool,
}

/// The first day on which the next attempt may be made: what the person wrote, else the catalogue's days after the last
/// failed attempt. None where nothing failed, or nobody could tell.
pub fn retry(record: &CertificationRecord, known: Option<&Certification>) -> Option<Retry> {
    let last = record.attempts.last()?;
    let waits = known.and_then(|known| known.retake.as_ref()).map(|retake| retake.days.as_slice());
    let days = waits.and_then(|days| days.get(record.attempts.len() - 1).or(days.last()).copied());
    match (record.retry_from, days) {
        (Some(from), days) => Some(Retry { from, days, own: true }),
        (None, Some(days)) => {
            Some(Retry { from: last.on.plus_days(i64::from(days)), days: Some(days), own: false })
        }
        (None, None) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::test_support::{booked, certification, day, held};
    use super::*;
    use crate::person::Attempt;
    use crate::role::Retake;

    #[test]
    fn an_exam_in_a_skipped_hour_has_no_moment_and_one_in_a_doubled_hour_the_first() {
        assert_eq!(exam_moment(day("2027-03-28"), "02:30", "Europe/Paris"), None);
        let doubled = exam_moment(day("2027-10-31"), "02:30", "Europe/Paris");
        assert_eq!(doubled.unwrap().to_string(), "2027-10-31T00:30:00Z");
        assert_eq!(exam_moment(day("2027-10-31"), "02:30", "Mars/Olympus"), None);
        assert_eq!(exam_moment(day("2027-10-31"), "25:30", "Europe/Paris"), None);
    }

    #[test]
    fn an_exam_can_be_moved_until_so_many_hours_before_it_across_a_change_of_the_clock() {
        let known = Certification { reschedule_hours: Some(24), ..certification("it") };
        let mut record = booked("2027-03-29", Some(("09:00", "Europe/Paris")));
        let moved = last_moment_to_move(&record, Some(&known)).unwrap();
        // 24 hours before 09:00 of summer time is 08:00 of winter time, on the day the clocks change.
        assert_eq!(moved.until, MoveUntil::Moment { at: "2027-03-28T07:00:00Z".parse().unwrap() });
        record.exam_at = None;
        let moved = last_moment_to_move(&record, Some(&known)).unwrap();
        assert_eq!(moved.until, MoveUntil::Day { on: day("2027-03-27") });
        record.reschedule_by = Some(day("2027-03-20"));
        let own = last_moment_to_move(&record, Some(&known)).unwrap();
        assert_eq!((own.until, own.own), (MoveUntil::Day { on: day("2027-03-20") }, true));
        assert_eq!(last_moment_to_move(&held("2026-01-01", "2027-01-01"), Some(&known)), None);
        assert_eq!(last_moment_to_move(&booked("2027-03-29", None), None), None);
    }

    #[test]
    fn each_failure_has_its_own_wait_and_the_last_one_holds_on() {
        let retake = Retake { days: vec![14, 60, 365], note: None };
        let known = Certification { retake: Some(retake), ..certification("it") };
        let attempt = |on: &str| Attempt {
            on: day(on),
            score: String::new(),
            cost: None,
            currency: None,
            note: String::new(),
        };
        let mut record = booked("2027-03-29", None);
        assert_eq!(retry(&record, Some(&known)), None);
        let expected = ["2027-01-15", "2027-05-31", "2028-06-30", "2029-08-01"];
        for (on, from) in ["2027-01-01", "2027-04-01", "2027-07-01", "2028-08-01"].iter().zip(expected) {
            record.attempts.push(attempt(on));
            assert_eq!(retry(&record, Some(&known)).unwrap().from, day(from));
        }
        assert_eq!(retry(&record, None), None);
        record.retry_from = Some(day("2028-09-01"));
        assert!(retry(&record, None).unwrap().own);
    }
}
