//! What the app needs of whoever hosts it.

use serde_json::{Map, Value};
use std::path::{Path, PathBuf};
use std::sync::Mutex;

/// File of the preferences, in the data folder.
pub const PREFERENCES: &str = "preferences.json";

/// Preferences of the interface (language, theme, last page): nothing of value.
pub trait Preferences: Send + Sync {
    /// All of them.
    fn all(&self) -> Map<String, Value>;
    /// Sets one; the error says what failed.
    fn set(&self, key: &str, value: Value) -> Result<(), String>;
}

/// What only a desktop can do. Paths and addresses come from the program, never from the page.
pub trait Desktop: Send + Sync {
    /// Lets the person choose a file; none when they chose none.
    fn pick_file(&self) -> Option<PathBuf>;
    /// Lets the person choose a folder; none when they chose none.
    fn pick_folder(&self) -> Option<PathBuf>;
    /// Lets the person choose where a file of this name is put; none when they chose nothing. The system asks before one is
    /// replaced.
    fn save_file(&self, name: &str) -> Option<PathBuf>;
    /// Opens an address that was checked in the person's own browser or mail program.
    fn open_url(&self, url: &str) -> Result<(), String>;
    /// Opens a file or folder with the system's own program.
    fn open_path(&self, path: &Path) -> Result<(), String>;
    /// Ends the program and starts it again.
    fn restart(&self) -> Result<(), String>;
}

/// Most bytes of the file of preferences: a larger one is none of ours.
const MOST_BYTES: u64 = 1024 * 1024;

/// Preferences in a JSON file; a file that cannot be read counts as empty.
#[derive(Debug)]
pub struct FilePreferences {
    path: PathBuf,
    lock: Mutex<()>,
}

impl FilePreferences {
    /// Preferences kept in this file.
    pub fn new(path: PathBuf) -> Self {
        Self { path, lock: Mutex::new(()) }
    }

    fn read(&self) -> Map<String, Value> {
        // A pipe or a device would never come to an end. A link to a file is the person's own arrangement.
        if !std::fs::metadata(&self.path).is_ok_and(|meta| meta.is_file() && meta.len() <= MOST_BYTES) {
            return Map::new();
        }
        let text = std::fs::read_to_string(&self.path).unwrap_or_default();
        serde_json::from_str(&text).unwrap_or_default()
    }
}

impl Preferences for FilePreferences {
    fn all(&self) -> Map<String, Value> {
        self.read()
    }

    fn set(&self, key: &str, value: Value) -> Result<(), String> {
        let _held = self.lock.lock().map_err(|error| error.to_string())?;
        let mut all = self.read();
        all.insert(key.to_owned(), value);
        let text = serde_json::to_string_pretty(&all).map_err(|error| error.to_string())?;
        let beside = self.path.with_extension("json.new");
        std::fs::write(&beside, text)
            .and_then(|()| std::fs::rename(&beside, &self.path))
            .map_err(|e| e.to_string())
    }
}

/// Preferences that are forgotten at the end.
#[derive(Debug, Default)]
pub struct MemoryPreferences(Mutex<Map<String, Value>>);

impl Preferences for MemoryPreferences {
    fn all(&self) -> Map<String, Value> {
        self.0.lock().map(|all| all.clone()).unwrap_or_default()
    }

    fn set(&self, key: &str, value: Value) -> Result<(), String> {
        self.0.lock().map_err(|error| error.to_string())?.insert(key.to_owned(), value);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(unix)]
    #[test]
    fn preferences_that_never_end_count_as_none_and_can_be_set_anew() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join(PREFERENCES);
        std::os::unix::fs::symlink("/dev/zero", &path).unwrap();
        let preferences = FilePreferences::new(path);
        assert!(preferences.all().is_empty());
        preferences.set("theme", Value::from("dark")).unwrap();
        assert_eq!(preferences.all()["theme"], "dark");
    }
}
