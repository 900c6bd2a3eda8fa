//! What the program asks of the desktop: preferences, files, and things that other programs open.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use groundwork_app::ports::{Desktop, PREFERENCES, Preferences};
use serde_json::{Map, Value};
use tauri::{AppHandle, Wry};
use tauri_plugin_dialog::DialogExt;
use tauri_plugin_opener::OpenerExt;
use tauri_plugin_store::{Store, StoreBuilder};

use crate::core;

/// The window's system, as the program sees it.
#[derive(Clone)]
pub struct Host {
    handle: AppHandle,
    preferences: Arc<Store<Wry>>,
}

impl Host {
    /// The desktop around this window, with the preferences of a data folder: the file that the terminal reads too.
    pub fn new(handle: AppHandle, data_dir: &Path) -> tauri_plugin_store::Result<Self> {
        let file = std::path::absolute(data_dir.join(PREFERENCES))?;
        let preferences = StoreBuilder::new(&handle, file).disable_auto_save().build()?;
        Ok(Self { handle, preferences })
    }
}

impl Preferences for Host {
    fn all(&self) -> Map<String, Value> {
        // The terminal may have written meanwhile; a file that is missing or cannot be read changes nothing.
        let _ = self.preferences.reload();
        self.preferences.entries().into_iter().collect()
    }

    fn set(&self, key: &str, value: Value) -> Result<(), String> {
        if key == "theme" {
            core::dress(&self.handle, value.as_str());
        }
        let _ = self.preferences.reload();
        self.preferences.set(key, value);
        self.preferences.save().map_err(|problem| problem.to_string())
    }
}

/// What a test of the real window picks in place of the person, whose dialog no driver reaches. Never in a release.
fn picked_by_test(variable: &str) -> Option<PathBuf> {
    if cfg!(debug_assertions) { std::env::var_os(variable).map(PathBuf::from) } else { None }
}

impl Desktop for Host {
    // Called on the blocking pool, never on the thread that draws.
    fn pick_file(&self) -> Option<PathBuf> {
        if let Some(path) = picked_by_test("GROUNDWORK_PICK_FILE") {
            return Some(path);
        }
        self.handle.dialog().file().blocking_pick_file()?.into_path().ok()
    }

    fn pick_folder(&self) -> Option<PathBuf> {
        if let Some(path) = picked_by_test("GROUNDWORK_PICK_FOLDER") {
            return Some(path);
        }
        self.handle.dialog().file().blocking_pick_folder()?.into_path().ok()
    }

    fn save_file(&self, name: &str) -> Option<PathBuf> {
        if let Some(path) = picked_by_test("GROUNDWORK_SAVE_FILE") {
            return Some(path);
        }
        self.handle.dialog().file().set_file_name(name).blocking_save_file()?.into_path().ok()
    }

    fn open_url(&self, url: &str) -> Result<(), String> {
        self.handle.opener().open_url(url, None::<&str>).map_err(|problem| problem.to_string())
    }

    fn open_path(&self, path: &Path) -> Result<(), String> {
        let path = path.to_str().ok_or("the path is not Unicode")?;
        self.handle.opener().open_path(path, None::<&str>).map_err(|problem| problem.to_string())
    }

    fn restart(&self) -> Result<(), String> {
        self.handle.request_restart();
        Ok(())
    }
}
