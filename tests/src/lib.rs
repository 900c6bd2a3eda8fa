//! What the journeys share.

#![forbid(unsafe_code)]

#[cfg(feature = "window")]
pub mod driver;
#[cfg(feature = "window")]
pub mod program;

use std::path::Path;

use groundwork_app::clock::Clock;
use groundwork_app::ports::MemoryPreferences;
use groundwork_app::{App, AppConfig, Origin};

/// The same data as another process would open it: the terminal, or a second window.
pub fn elsewhere(data_dir: &Path) -> App {
    App::start(AppConfig {
        data_dir: data_dir.to_owned(),
        create: true,
        origin: Origin::Terminal,
        clock: Clock::from_environment(),
        preferences: Box::new(MemoryPreferences::default()),
        desktop: None,
    })
    .expect("the data folder opens")
}
