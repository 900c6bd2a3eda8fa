//! Dates, times and durations (RFC 5545, 3.3.4 to 3.3.6).

use super::text::{first, plain};
use groundwork_domain::Date;
use jiff::Timestamp;
use jiff::civil::{self, DateTime};
use jiff::tz::Offset;

/// Minutes of a day; a day of a calendar is taken to have 24 hours.
const DAY: i64 = 24 * 60;

/// `YYYYMMDD`.
pub(super) fn day(date: civil::Date) -> String {
    format!("{:04}{:02}{:02}", date.year().max(0), date.month(), date.day())
}

/// `YYYYMMDDTHHMMSS`.
pub(super) fn floating(at: DateTime) -> String {
    format!("{}T{:02}{:02}{:02}", day(at.date()), at.hour(), at.minute(), at.second())
}

/// `YYYYMMDDTHHMMSSZ`.
pub(super) fn utc(at: Timestamp) -> String {
    format!("{}Z", floating(Offset::UTC.to_datetime(at)))
}

/// A DATE or DATE-TIME, as the file has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Stamp {
    Day(Date),
    Utc(DateTime),
    /// In the zone that the file names so.
    Named(DateTime, String),
    Floating(DateTime),
}

impl Stamp {
    /// Reads a value; `zone` is its `TZID`, `only_day` whether it says `VALUE=DATE`.
    pub fn read(value: &str, zone: Option<&str>, only_day: bool) -> Result<Self, String> {
        let value = value.trim();
        let refused = || format!("not a date or time: {}", first(&plain(value), 40));
        let (date, time) = match value.split_once(['T', 't']) {
            Some((date, time)) => (date, Some(time)),
            None => (value, None),
        };
        let [year, month, day] = numbers(date, [4, 2, 2]).ok_or_else(refused)?;
        // In range: none has more than four digits.
        let date = Date::new(year as i16, month as i8, day as i8).map_err(|_| refused())?;
        let Some(time) = time.filter(|_| !only_day) else {
            return Ok(Self::Day(date));
        };
        let (time, in_utc) = match time.strip_suffix(['Z', 'z']) {
            Some(time) => (time, true),
            None => (time, false),
        };
        let [hour, minute, second] = numbers(time, [2, 2, 2]).ok_or_else(refused)?;
        // 60 is a leap second, which no clock here has.
        let second = if second == 60 { 59 } else { second };
        let time = civil::Time::new(hour as i8, minute as i8, second as i8, 0).map_err(|_| refused())?;
        let at = date.civil().to_datetime(time);
        Ok(match zone.map(str::trim).filter(|zone| !zone.is_empty()) {
            _ if in_utc => Self::Utc(at),
            Some(zone) => Self::Named(at, zone.to_owned()),
            None => Self::Floating(at),
        })
    }
}

/// Numbers of so many digits each, and nothing else.
fn numbers(text: &str, digits: [usize; 3]) -> Option<[u16; 3]> {
    let whole = text.len() == digits.iter().sum::<usize>() && text.bytes().all(|b| b.is_ascii_digit());
    if !whole {
        return None;
    }
    let (a, rest) = text.split_at(digits[0]);
    let (b, c) = rest.split_at(digits[1]);
    Some([a.parse().ok()?, b.parse().ok()?, c.parse().ok()?])
}

/// Minutes of a DURATION, rounded up; none where it is not one, or nothing, or negative.
pub(super) fn duration_minutes(value: &str) -> Option<u32> {
    let value = value.trim();
    let value = value.strip_prefix('+').unwrap_or(value);
    let mut rest = value.strip_prefix(['P', 'p'])?;
    let mut seconds: i64 = 0;
    let mut in_time = false;
    while !rest.is_empty() {
        if let Some(time) = rest.strip_prefix(['T', 't']).filter(|_| !in_time) {
            in_time = true;
            rest = time;
            continue;
        }
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        let number: i64 = rest[..digits].parse().ok()?;
        let unit = rest[digits..].chars().next()?;
        let length = match (in_time, unit.to_ascii_uppercase()) {
            (false, 'W') => 7 * DAY * 60,
            (false, 'D') => DAY * 60,
            (true, 'H') => 3600,
            (true, 'M') => 60,
            (true, 'S') => 1,
            _ => return None,
        };
        seconds = seconds.checked_add(number.checked_mul(length)?)?;
        rest = &rest[digits + 1..];
    }
    minutes_of(seconds)
}

/// Minutes of so many seconds, rounded up; none where there is nothing, or less.
pub(super) fn minutes_of(seconds: i64) -> Option<u32> {
    let minutes = seconds.div_euclid(60) + i64::from(seconds.rem_euclid(60) > 0);
    u32::try_from(minutes).ok().filter(|minutes| *minutes > 0)
}

/// Minutes between two days.
pub(super) fn minutes_between_days(from: Date, to: Date) -> Option<u32> {
    minutes_of(from.days_until(to).checked_mul(DAY * 60)?)
}

/// Minutes that a clock on the wall shows between two times.
pub(super) fn minutes_on_the_wall(from: DateTime, to: DateTime) -> Option<u32> {
    minutes_of(from.duration_until(to).as_secs())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_are_read_as_minutes() {
        let known = [("PT90M", 90), ("PT1H30M", 90), ("P1D", 1440), ("P1W", 10080), ("+P1DT2H", 1560)];
        for (value, minutes) in known.into_iter().chain([("PT1S", 1), ("PT3599S", 60), ("pt5400s", 90)]) {
            assert_eq!(duration_minutes(value), Some(minutes), "{value}");
        }
    }

    #[test]
    fn what_is_no_time_that_an_event_takes_is_none() {
        let none = ["", "P", "PT0S", "-PT1H", "1H", "PT", "PTH", "P1H", "PT1D", "PT1", "PT1é", "PTTT1H"];
        for value in none.into_iter().chain(["PT99999999999999999999S", "P9223372036854775807W", "P99999W9S"])
        {
            assert_eq!(duration_minutes(value), None, "{value}");
        }
        assert_eq!(duration_minutes("P9999999W"), None);
    }

    #[test]
    fn dates_that_the_calendar_does_not_have_are_refused() {
        for value in
            ["20270230", "20271301", "2027-01-04", "20270104T240000", "20270104T0900", "202701", "T", ""]
        {
            assert!(Stamp::read(value, None, false).is_err(), "{value}");
        }
        assert!(Stamp::read("20270104T0900é0", None, false).is_err());
        assert!(Stamp::read("18991231", None, false).is_err());
        assert!(Stamp::read("+2027104", None, false).is_err());
    }

    #[test]
    fn a_day_may_be_written_with_a_time_when_it_says_so() {
        let day = Stamp::Day(Date::parse("2027-01-04").unwrap());
        assert_eq!(Stamp::read("20270104", None, false).unwrap(), day);
        assert_eq!(Stamp::read("20270104T000000Z", None, true).unwrap(), day);
    }

    #[test]
    fn a_leap_second_is_the_last_second_of_its_minute() {
        let Stamp::Utc(at) = Stamp::read("20161231T235960Z", Some("Europe/Paris"), false).unwrap() else {
            panic!("not in UTC");
        };
        assert_eq!(at, civil::date(2016, 12, 31).at(23, 59, 59, 0));
    }
}
