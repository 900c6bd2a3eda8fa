//! From the segments of a timer to whole minutes of each civil day.

use crate::{Date, Minutes};
use jiff::Timestamp;
use jiff::civil;
use jiff::tz::{AmbiguousOffset, TimeZone};
use serde::{Deserialize, Serialize};

/// The longest segment that is believed: 48 hours, in nanoseconds.
const LONGEST: i128 = 48 * 3600 * SECOND;
/// Less than this in all is nothing: 30 seconds.
const NOTHING: i128 = 30 * SECOND;
const SECOND: i128 = 1_000_000_000;
const MINUTE: i128 = 60 * SECOND;
/// The most minutes of a day that are kept, on a day of 25 hours too.
const DAY_MINUTES: i128 = 1440;

/// A stretch of time in which the timer ran.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Segment {
    /// When it was started.
    pub from: Timestamp,
    /// When it was stopped or paused.
    pub to: Timestamp,
}

/// What of some segments falls on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct DayShare {
    /// The civil day.
    pub on: Date,
    /// Whole minutes, 1 to 1,440.
    pub minutes: Minutes,
    /// The first moment of them.
    pub from: Timestamp,
    /// The last moment of them; pauses lie between.
    pub to: Timestamp,
}

/// Why segments cannot be counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TimeLogError {
    /// A segment ends before it begins: the clock was set back.
    #[error("the clock was set back: {from} to {to}")]
    ClockSetBack {
        /// Its beginning.
        from: Timestamp,
        /// Its end.
        to: Timestamp,
    },
    /// A segment is longer than 48 hours.
    #[error("longer than 48 hours: {from} to {to}")]
    TooLong {
        /// Its beginning.
        from: Timestamp,
        /// Its end.
        to: Timestamp,
    },
    /// Two segments overlap.
    #[error("overlapping segments from {from} to {to}")]
    Overlap {
        /// The beginning of what they share.
        from: Timestamp,
        /// The end of what they share.
        to: Timestamp,
    },
    /// A day outside the range of a date, or of the time zone.
    #[error("out of range: {at}")]
    OutOfRange {
        /// The moment.
        at: Timestamp,
    },
}

/// The whole minutes of each civil day of the zone, in order; days without a minute are left out.
///
/// What counts is time as it passed: a night in which the clock is put forward has an hour less. A day begins when midnight
/// strikes (the second time, where the clock is put back into the day before), or when the clock is put forward over
/// midnight; a day that the zone skips has none. The minutes of the days add up to the rounded total (largest remainder; the earlier day first), unless
/// a day would have more than 1,440. Less than 30 seconds in all give nothing.
pub fn by_day(segments: &[Segment], zone: &TimeZone) -> Result<Vec<DayShare>, TimeLogError> {
    let mut sorted = segments.to_vec();
    for &Segment { from, to } in segments {
        match nanoseconds(from, to) {
            ..0 => return Err(TimeLogError::ClockSetBack { from, to }),
            0..=LONGEST => {}
            _ => return Err(TimeLogError::TooLong { from, to }),
        }
    }
    sorted.sort_unstable();
    if let Some(pair) = sorted.windows(2).find(|pair| pair[1].from < pair[0].to) {
        return Err(TimeLogError::Overlap { from: pair[1].from, to: pair[0].to.min(pair[1].to) });
    }
    let mut days: Vec<Day> = Vec::new();
    for segment in &sorted {
        split(*segment, zone, &mut days)?;
    }
    Ok(whole_minutes(&days))
}

/// The first of the others that overlaps a stretch of time.
pub fn overlap(of: Segment, others: impl IntoIterator<Item = Segment>) -> Option<Segment> {
    others.into_iter().find(|it| it.from < of.to && of.from < it.to)
}

fn nanoseconds(from: Timestamp, to: Timestamp) -> i128 {
    to.as_nanosecond() - from.as_nanosecond()
}

/// What falls on a day, in nanoseconds.
struct Day {
    on: Date,
    passed: i128,
    from: Timestamp,
    to: Timestamp,
}

/// Splits a segment at the beginnings of days and adds it to the days, of which the last may go on.
fn split(segment: Segment, zone: &TimeZone, days: &mut Vec<Day>) -> Result<(), TimeLogError> {
    let mut from = segment.from;
    let mut on = zone.to_datetime(from).date();
    if begins(on, zone, from)? > from {
        // Midnight has struck already, but will again.
        on = on.yesterday().map_err(|_| TimeLogError::OutOfRange { at: from })?;
    }
    while from < segment.to {
        let next = on.tomorrow().map_err(|_| TimeLogError::OutOfRange { at: from })?;
        let to = begins(next, zone, segment.to)?.min(segment.to);
        if to > from {
            let date = date_of(on).ok_or(TimeLogError::OutOfRange { at: from })?;
            match days.last_mut().filter(|day| day.on == date) {
                Some(day) => (day.passed, day.to) = (day.passed + nanoseconds(from, to), to),
                None => days.push(Day { on: date, passed: nanoseconds(from, to), from, to }),
            }
        }
        (from, on) = (to, next);
    }
    Ok(())
}

fn date_of(date: civil::Date) -> Option<Date> {
    Date::new(date.year(), date.month(), date.day()).ok()
}

/// The moment at which a civil day begins.
fn begins(date: civil::Date, zone: &TimeZone, at: Timestamp) -> Result<Timestamp, TimeLogError> {
    let midnight = date.at(0, 0, 0, 0);
    let ambiguous = zone.to_ambiguous_timestamp(midnight);
    let of_offset =
        |offset: jiff::tz::Offset| offset.to_timestamp(midnight).map_err(|_| TimeLogError::OutOfRange { at });
    match ambiguous.offset() {
        AmbiguousOffset::Unambiguous { offset } => of_offset(offset),
        AmbiguousOffset::Fold { before, after } => {
            let second = of_offset(after)?;
            let back_on = zone.to_datetime(changed(zone, second)).date();
            if back_on < date { Ok(second) } else { of_offset(before) }
        }
        // By the clock as it was, midnight comes at or after the moment at which it was put forward.
        AmbiguousOffset::Gap { before, .. } => Ok(changed(zone, of_offset(before)?)),
    }
}

/// The last change of the clock up to a moment; the moment itself where there is none.
fn changed(zone: &TimeZone, at: Timestamp) -> Timestamp {
    let just_after = at.checked_add(jiff::SignedDuration::from_nanos(1)).unwrap_or(at);
    zone.preceding(just_after).next().map_or(at, |change| change.timestamp())
}

/// Whole minutes by largest remainder.
fn whole_minutes(days: &[Day]) -> Vec<DayShare> {
    let total: i128 = days.iter().map(|day| day.passed).sum();
    if total < NOTHING {
        return Vec::new();
    }
    let mut minutes: Vec<i128> = days.iter().map(|day| day.passed / MINUTE).collect();
    let missing = (total + MINUTE / 2) / MINUTE - minutes.iter().sum::<i128>();
    let mut by_rest: Vec<usize> = (0..days.len()).collect();
    by_rest.sort_by_key(|i| (-(days[*i].passed % MINUTE), *i));
    for i in by_rest.into_iter().take(usize::try_from(missing).unwrap_or(0)) {
        minutes[i] += 1;
    }
    let kept = days.iter().zip(minutes).filter(|(_, minutes)| *minutes > 0);
    kept.map(|(day, minutes)| DayShare {
        on: day.on,
        minutes: Minutes(minutes.min(DAY_MINUTES) as u32),
        from: day.from,
        to: day.to,
    })
    .collect()
}

/// What is left of segments when other stretches of time are taken out: time that was logged already is not counted twice.
pub fn without(
    segments: Vec<Segment>,
    taken: impl IntoIterator<Item = (Timestamp, Timestamp)>,
) -> Vec<Segment> {
    taken.into_iter().fold(segments, |left, (from, to)| {
        left.into_iter()
            .flat_map(|it| {
                let before = Segment { from: it.from, to: it.to.min(from) };
                let after = Segment { from: it.from.max(to), to: it.to };
                let apart = to <= it.from || it.to <= from;
                let pieces = if apart { vec![it] } else { vec![before, after] };
                pieces.into_iter().filter(|piece| piece.from < piece.to)
            })
            .collect()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_logged_already_is_taken_out() {
        let at = |minute: i64| Timestamp::from_second(minute * 60).unwrap();
        let of = |pairs: &[(i64, i64)]| -> Vec<Segment> {
            pairs.iter().map(|(from, to)| Segment { from: at(*from), to: at(*to) }).collect()
        };
        let taken = |pairs: &[(i64, i64)]| {
            let taken: Vec<_> = pairs.iter().map(|(from, to)| (at(*from), at(*to))).collect();
            without(of(&[(0, 60), (100, 120)]), taken)
        };
        assert_eq!(taken(&[]), of(&[(0, 60), (100, 120)]));
        assert_eq!(taken(&[(10, 20)]), of(&[(0, 10), (20, 60), (100, 120)]));
        assert_eq!(taken(&[(50, 110)]), of(&[(0, 50), (110, 120)]));
        assert_eq!(taken(&[(-5, 200)]), of(&[]));
        assert_eq!(taken(&[(60, 100)]), of(&[(0, 60), (100, 120)]));
    }
}
