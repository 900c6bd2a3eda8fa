//! The clock: the only place where the program asks what time it is.

use groundwork_domain::Date;

/// Tells the day and the moment.
#[derive(Debug, Clone, Copy, Default)]
pub enum Clock {
    /// The system's, in its time zone.
    #[default]
    System,
    /// A day that stands still: tests, pictures, examples.
    Fixed(Date),
}

impl Clock {
    /// The clock that the environment asks for: `GROUNDWORK_TODAY=2026-11-20` stands still, else the system's.
    pub fn from_environment() -> Self {
        let fixed = std::env::var("GROUNDWORK_TODAY").ok().and_then(|day| Date::parse(&day).ok());
        fixed.map_or(Self::System, Self::Fixed)
    }

    /// Today, by the civil calendar of the system's time zone.
    pub fn today(self) -> Date {
        match self {
            Self::System => jiff::Zoned::now().date().into(),
            Self::Fixed(day) => day,
        }
    }

    /// Now, as RFC 3339 in UTC.
    pub fn now(self) -> String {
        match self {
            Self::System => jiff::Timestamp::now().to_string(),
            Self::Fixed(day) => format!("{day}T00:00:00Z"),
        }
    }
}
