//! Tells the page when another process (the terminal, a second window) has changed the data.

use std::thread;
use std::time::Duration;

use tauri::{AppHandle, Emitter};

use crate::core::Core;
use crate::window;

/// The event. Which topics another process touched is not known: the page asks again for all that it shows.
const CHANGED: &str = "changed";
const EVERY_TOPIC: &str = "*";
const PAUSE: Duration = Duration::from_millis(700);

/// Watches the database's own change counter, which stays as it is while only this process writes.
pub fn start(core: Core, handle: AppHandle) {
    thread::spawn(move || {
        let mut known = None;
        loop {
            if let Ok(app) = core.app()
                && let Ok(version) = app.data_version()
                && known.replace(version).is_some_and(|before| before != version)
            {
                let _ = handle.emit_to(window::LABEL, CHANGED, [EVERY_TOPIC]);
            }
            thread::sleep(PAUSE);
        }
    });
}
