//! What the journeys share.

#![forbid(unsafe_code)]

#[cfg(feature = "window")]
pub mod driver;
#[cfg(feature = "window")]
mod hands;
#[cfg(feature = "window")]
pub mod home;
#[cfg(feature = "window")]
pub mod program;

use std::path::Path;

use groundwork_app::clock::{Clock, HandClock};
use groundwork_app::ports::MemoryPreferences;
use groundwork_app::{App, AppConfig, Origin};

/// The day on which the journeys take place: a Friday.
pub const TODAY: &str = "2026-11-20";

/// The same data as another process would open it: the terminal, or a second window.
pub fn elsewhere(data_dir: &Path) -> App {
    open(data_dir, groundwork_domain::Date::parse(TODAY).map_or(Clock::System, Clock::Fixed))
}

/// The same, by a clock that stands at this moment: `2026-11-20T18:30+01:00[Europe/Paris]`.
pub fn elsewhere_at(data_dir: &Path, moment: &str) -> App {
    open(data_dir, Clock::Hand(HandClock::at(moment.parse().expect("a moment with its time zone"))))
}

fn open(data_dir: &Path, clock: Clock) -> App {
    App::start(AppConfig {
        data_dir: data_dir.to_owned(),
        create: true,
        origin: Origin::Terminal,
        clock,
        preferences: Box::new(MemoryPreferences::default()),
        desktop: None,
        cache_dir: None,
    })
    .expect("the data folder opens")
}
