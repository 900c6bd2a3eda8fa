//! What is looked after while the window is open: it tells the page when another process (the terminal, a second
//! window) has changed the data, and keeps the window's place as it changes, so that it survives an end by force.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use tauri::{AppHandle, Emitter, Manager, WindowEvent};
use tauri_plugin_window_state::AppHandleExt;

use crate::core::Core;
use crate::window;

/// The event. Which topics another process touched is not known: the page asks again for all that it shows.
const CHANGED: &str = "changed";
const EVERY_TOPIC: &str = "*";
const PAUSE: Duration = Duration::from_millis(700);
/// How often is looked whether a backup is due.
const BACKUPS: Duration = Duration::from_secs(60);

/// Watches the database's own change counter, which stays as it is while only this process writes.
pub fn start(core: Core, handle: AppHandle) {
    look_after(core.clone(), handle.clone());
    #[cfg(unix)]
    end_when_asked(handle.clone());
    let moved = follow_moves(&handle);
    tauri::async_runtime::spawn(async move {
        let mut known = None;
        let mut tick = tokio::time::interval(PAUSE);
        loop {
            tick.tick().await;
            let asked = core.clone();
            // Reading the counter touches the disk: not on the threads that wait for others.
            let version = tokio::task::spawn_blocking(move || asked.app().ok()?.data_version().ok()).await;
            if let Ok(Some(version)) = version
                && known.replace(version).is_some_and(|before| before != version)
            {
                let _ = handle.emit_to(window::LABEL, CHANGED, [EVERY_TOPIC]);
            }
            if moved.swap(false, Ordering::Relaxed) {
                // On the thread of the window, which the plugin asks for its place.
                let kept = handle.clone();
                let _ = handle.run_on_main_thread(move || {
                    let _ = kept.save_window_state(window::REMEMBERED);
                });
            }
        }
    });
}

/// Ends the program as its window does when the system asks for it: at the end of a session, or from a terminal.
#[cfg(unix)]
fn end_when_asked(handle: AppHandle) {
    use tokio::signal::unix::{SignalKind, signal};
    tauri::async_runtime::spawn(async move {
        let kinds = [SignalKind::terminate(), SignalKind::interrupt(), SignalKind::hangup()];
        let [Ok(mut terminate), Ok(mut interrupt), Ok(mut hangup)] = kinds.map(signal) else { return };
        tokio::select! {
            _ = terminate.recv() => {}
            _ = interrupt.recv() => {}
            _ = hangup.recv() => {}
        }
        handle.exit(0);
    });
}

/// Makes the backups that are due while the window is open. That one fails the page tells from `app.info`.
fn look_after(core: Core, handle: AppHandle) {
    tauri::async_runtime::spawn(async move {
        let mut tick = tokio::time::interval(BACKUPS);
        // The first tick is at once; the page comes first.
        tick.tick().await;
        let mut failed = false;
        loop {
            tick.tick().await;
            let asked = core.clone();
            let done = tokio::task::spawn_blocking(move || Some(asked.app().ok()?.back_up_if_due())).await;
            let (news, fails) = match done {
                Ok(Some(Ok(made))) => (made || failed, false),
                Ok(Some(Err(_))) => (!failed, true),
                _ => (false, failed),
            };
            failed = fails;
            if news {
                let _ = handle.emit_to(window::LABEL, CHANGED, ["backups"]);
            }
        }
    });
}

/// Whether the window was moved or resized since this was last asked.
fn follow_moves(handle: &AppHandle) -> Arc<AtomicBool> {
    let moved = Arc::new(AtomicBool::new(false));
    if let Some(window) = handle.get_webview_window(window::LABEL) {
        let moved = moved.clone();
        window.on_window_event(move |event| {
            if matches!(event, WindowEvent::Moved(_) | WindowEvent::Resized(_)) {
                moved.store(true, Ordering::Relaxed);
            }
        });
    }
    moved
}
