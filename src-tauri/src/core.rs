//! The program behind the page: opened once, in the background, while the window comes up.

use std::sync::{Arc, OnceLock};
use std::thread;

use groundwork_app::clock::Clock;
use groundwork_app::{App, AppConfig, AppError, Lang, Origin, default_cache_dir};
use tauri::{AppHandle, Manager, Theme};
use tauri_plugin_dialog::{DialogExt, MessageDialogKind};

use crate::desktop::Host;
use crate::profile::Profile;
use crate::window;

/// The opened program, or why it could not be opened.
#[derive(Clone, Default)]
pub struct Core(Arc<OnceLock<Result<App, AppError>>>);

impl Core {
    /// Starts to open the data; a refusal is shown in a dialog of the system and ends the program.
    pub fn open(&self, handle: &AppHandle, profile: &Profile) {
        let (core, handle, profile) = (self.clone(), handle.clone(), profile.clone());
        thread::spawn(move || {
            if let Err(refusal) = core.0.get_or_init(|| start(&handle, &profile)) {
                refuse(&handle, &profile, refusal);
            }
        });
    }

    /// Ends the program as it should, where it was opened: the data is closed, so that the next start finds it so.
    pub fn end(&self) {
        if let Some(Ok(app)) = self.0.get() {
            app.end();
        }
    }

    /// The opened program; waits while it is being opened.
    pub fn app(&self) -> Result<&App, AppError> {
        self.0.wait().as_ref().map_err(Clone::clone)
    }
}

fn start(handle: &AppHandle, profile: &Profile) -> Result<App, AppError> {
    let host = Host::new(handle.clone(), &profile.data_dir)
        .map_err(|problem| AppError::with("preference.not_kept", [("detail", problem.to_string())]))?;
    // Data that is damaged does not keep the window shut: its page says what can be done.
    App::start_or_care(AppConfig {
        data_dir: profile.data_dir.clone(),
        origin: Origin::Window,
        clock: Clock::from_environment(),
        create: profile.may_create(),
        preferences: Box::new(host.clone()),
        desktop: Some(Box::new(host)),
        cache_dir: default_cache_dir(),
    })
}

/// Says why the data cannot be opened, in the person's language, and ends. Nothing was written.
fn refuse(handle: &AppHandle, profile: &Profile, refusal: &AppError) {
    let lang = if profile.language == "fr" { Lang::Fr } else { Lang::En };
    let sentence = refusal.sentence(lang);
    eprintln!("groundwork: {}: {sentence}", refusal.code);
    // On the thread of the window, which is there by the time this runs.
    let hidden = handle.clone();
    let _ = handle.run_on_main_thread(move || window::hide(&hidden));
    let leave = handle.clone();
    handle
        .dialog()
        .message(sentence)
        .title("Groundwork")
        .kind(MessageDialogKind::Error)
        .show(move |_read| leave.exit(1));
}

/// The window's own dress follows the page's.
pub fn dress(handle: &AppHandle, theme: Option<&str>) {
    let theme = match theme {
        Some("light") => Some(Theme::Light),
        Some("dark") => Some(Theme::Dark),
        _ => None,
    };
    if let Some(window) = handle.get_webview_window(window::LABEL) {
        let _ = window.set_theme(theme);
    }
}
