//! Civil dates, without a time zone.

use jiff::civil;
use serde::{Deserialize, Serialize};
use std::fmt;

/// A civil date, written `YYYY-MM-DD`. 30 February cannot be built.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
#[cfg_attr(feature = "wire", derive(ts_rs::TS), ts(type = "string"))]
pub struct Date(civil::Date);

/// The text is not a date of the calendar between 1900-01-01 and 2199-12-31.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not a date: {0}")]
pub struct DateError(pub String);

impl Date {
    /// The first date there is: 1 January 1900.
    pub const FIRST: Self = Self(civil::date(1900, 1, 1));
    /// The last date there is: 31 December 2199.
    pub const LAST: Self = Self(civil::date(2199, 12, 31));

    /// Builds a date; refuses days that the calendar does not have.
    pub fn new(year: i16, month: i8, day: i8) -> Result<Self, DateError> {
        let refused = || DateError(format!("{year:04}-{month:02}-{day:02}"));
        if !(1900..=2199).contains(&year) {
            return Err(refused());
        }
        civil::Date::new(year, month, day).map(Self).map_err(|_| refused())
    }

    /// Reads `YYYY-MM-DD`, exactly.
    pub fn parse(text: &str) -> Result<Self, DateError> {
        let refused = || DateError(text.chars().take(40).collect());
        let bytes = text.as_bytes();
        let shaped = bytes.len() == 10
            && bytes
                .iter()
                .enumerate()
                .all(|(i, b)| if i == 4 || i == 7 { *b == b'-' } else { b.is_ascii_digit() });
        if !shaped {
            return Err(refused());
        }
        let number = |range: std::ops::Range<usize>| text[range].parse::<i16>().map_err(|_| refused());
        Self::new(number(0..4)?, number(5..7)? as i8, number(8..10)? as i8).map_err(|_| refused())
    }

    /// The civil date that jiff knows.
    pub fn civil(self) -> civil::Date {
        self.0
    }

    /// Days later (or earlier, when negative), held within the range of a date.
    pub fn plus_days(self, days: i64) -> Self {
        let (Self(low), Self(high)) = (Self::FIRST, Self::LAST);
        let span = jiff::Span::new().try_days(days);
        let moved = span.ok().and_then(|span| self.0.checked_add(span).ok());
        Self(moved.unwrap_or(if days < 0 { low } else { high }).clamp(low, high))
    }

    /// Months later (or earlier, when negative) by the calendar, held at the month's last day and within the range of a date: 31 January and one month
    /// is 28 February.
    pub fn plus_months(self, months: i32) -> Self {
        let span = jiff::Span::new().try_months(months);
        let moved = span.ok().and_then(|span| self.0.checked_add(span).ok());
        let end = if months < 0 { Self::FIRST.0 } else { Self::LAST.0 };
        Self(moved.unwrap_or(end).clamp(Self::FIRST.0, Self::LAST.0))
    }

    /// Whole days from `self` to `other`; negative when `other` is earlier.
    pub fn days_until(self, other: Self) -> i64 {
        i64::from((other.0 - self.0).get_days())
    }

    /// Whole months from `self` to `other`, by the calendar: 31 January to 28 February is none.
    pub fn months_until(self, other: Self) -> i64 {
        let months = (i64::from(other.0.year()) - i64::from(self.0.year())) * 12
            + (i64::from(other.0.month()) - i64::from(self.0.month()));
        if months > 0 && other.0.day() < self.0.day() { months - 1 } else { months }
    }

    /// Monday is 0, Sunday 6.
    pub fn weekday(self) -> usize {
        usize::from(self.0.weekday().to_monday_zero_offset().unsigned_abs())
    }

    /// The Monday of this date's week.
    pub fn week_start(self) -> Self {
        self.plus_days(-(self.weekday() as i64))
    }
}

impl From<civil::Date> for Date {
    fn from(date: civil::Date) -> Self {
        Self(date)
    }
}

impl TryFrom<String> for Date {
    type Error = DateError;
    fn try_from(text: String) -> Result<Self, DateError> {
        Self::parse(&text)
    }
}

impl From<Date> for String {
    fn from(date: Date) -> Self {
        date.to_string()
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.0.year(), self.0.month(), self.0.day())
    }
}

impl fmt::Debug for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")
    }
}

#[cfg(feature = "wire")]
impl schemars::JsonSchema for Date {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Date".into()
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "string", "format": "date", "pattern": "^\\d{4}-\\d{2}-\\d{2}$" })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_thirtieth_of_february_is_refused() {
        assert!(Date::parse("2027-02-30").is_err());
        assert!(Date::parse("2028-02-29").is_ok());
        assert!(Date::parse("2027-2-3").is_err());
        assert!(Date::parse("2027-02-03T00:00").is_err());
        assert!(Date::parse("٢٠٢٧-٠٢-٠٣").is_err());
    }

    #[test]
    fn months_are_counted_by_the_calendar() {
        let from = Date::parse("2024-11-20").unwrap();
        assert_eq!(from.months_until(Date::parse("2026-11-19").unwrap()), 23);
        assert_eq!(from.months_until(Date::parse("2026-11-20").unwrap()), 24);
    }

    #[test]
    fn a_month_later_is_the_last_day_at_most() {
        let day = |text: &str| Date::parse(text).unwrap();
        assert_eq!(day("2026-01-31").plus_months(1), day("2026-02-28"));
        assert_eq!(day("2024-02-29").plus_months(36), day("2027-02-28"));
        assert_eq!(day("2027-08-31").plus_months(-6), day("2027-02-28"));
        assert_eq!(day("2199-01-01").plus_months(600), Date::LAST);
    }

    #[test]
    fn a_week_starts_on_monday() {
        let friday = Date::parse("2026-11-20").unwrap();
        assert_eq!(friday.weekday(), 4);
        assert_eq!(friday.week_start().to_string(), "2026-11-16");
    }
}
