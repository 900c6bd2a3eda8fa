//! What the program asks of the desktop: preferences, files, and things that other programs open.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use groundwork_app::ports::{Desktop, FilePreferences, Preferences};
use serde_json::{Map, Value};
use tauri::AppHandle;
use tauri_plugin_dialog::DialogExt;
use tauri_plugin_opener::OpenerExt;

use crate::core;

/// The window's system, as the program sees it.
#[derive(Clone)]
pub struct Host {
    handle: AppHandle,
    preferences: Arc<FilePreferences>,
}

impl Host {
    /// The desktop around this window.
    pub fn new(handle: AppHandle, preferences: FilePreferences) -> Self {
        Self { handle, preferences: Arc::new(preferences) }
    }
}

impl Preferences for Host {
    fn all(&self) -> Map<String, Value> {
        self.preferences.all()
    }

    fn set(&self, key: &str, value: Value) -> Result<(), String> {
        if key == "theme" {
            core::dress(&self.handle, value.as_str());
        }
        self.preferences.set(key, value)
    }
}

impl Desktop for Host {
    // Called on the blocking pool, never on the thread that draws.
    fn pick_file(&self) -> Option<PathBuf> {
        self.handle.dialog().file().blocking_pick_file()?.into_path().ok()
    }

    fn open_url(&self, url: &str) -> Result<(), String> {
        self.handle.opener().open_url(url, None::<&str>).map_err(|problem| problem.to_string())
    }

    fn open_path(&self, path: &Path) -> Result<(), String> {
        let path = path.to_str().ok_or("the path is not Unicode")?;
        self.handle.opener().open_path(path, None::<&str>).map_err(|problem| problem.to_string())
    }
}
