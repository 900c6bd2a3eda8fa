//! The clock: the only place where the program asks what time it is.

use groundwork_domain::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};
use std::sync::{Arc, Mutex, PoisonError};

/// Tells the day and the moment.
#[derive(Debug, Clone, Default)]
pub enum Clock {
    /// The system's, in its time zone.
    #[default]
    System,
    /// A day that stands still at its first moment, UTC: tests, pictures, examples.
    Fixed(Date),
    /// A clock that is set by hand, in its own time zone: tests of what takes time.
    Hand(HandClock),
}

/// A clock that is set by hand. Clones show the same time.
#[derive(Debug, Clone)]
pub struct HandClock(Arc<Mutex<Zoned>>);

impl HandClock {
    /// A clock that shows this moment until it is set.
    pub fn at(moment: Zoned) -> Self {
        Self(Arc::new(Mutex::new(moment)))
    }

    /// Sets it.
    pub fn set(&self, moment: Zoned) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = moment;
    }

    fn shows(&self) -> Zoned {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

impl Clock {
    /// The clock that the environment asks for: `GROUNDWORK_NOW=2026-11-20T18:30+01:00[Europe/Paris]` or
    /// `GROUNDWORK_TODAY=2026-11-20` stand still, else the system's.
    pub fn from_environment() -> Self {
        let moment = std::env::var("GROUNDWORK_NOW").ok().and_then(|text| text.parse::<Zoned>().ok());
        let day = std::env::var("GROUNDWORK_TODAY").ok().and_then(|day| Date::parse(&day).ok());
        match (moment, day) {
            (Some(moment), _) => Self::Hand(HandClock::at(moment)),
            (None, Some(day)) => Self::Fixed(day),
            (None, None) => Self::System,
        }
    }

    /// Today, by the civil calendar of the clock's time zone.
    pub fn today(&self) -> Date {
        match self {
            Self::System => Zoned::now().date().into(),
            Self::Fixed(day) => *day,
            Self::Hand(clock) => clock.shows().date().into(),
        }
    }

    /// This moment.
    pub fn moment(&self) -> Timestamp {
        match self {
            Self::System => Timestamp::now(),
            Self::Fixed(day) => {
                TimeZone::UTC.to_timestamp(day.civil().at(0, 0, 0, 0)).unwrap_or(Timestamp::UNIX_EPOCH)
            }
            Self::Hand(clock) => clock.shows().timestamp(),
        }
    }

    /// The time zone.
    pub fn zone(&self) -> TimeZone {
        match self {
            Self::System => TimeZone::system(),
            Self::Fixed(_) => TimeZone::UTC,
            Self::Hand(clock) => clock.shows().time_zone().clone(),
        }
    }

    /// This moment, as RFC 3339 in UTC.
    pub fn now(&self) -> String {
        self.moment().to_string()
    }
}
