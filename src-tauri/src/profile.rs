//! Whose data the window shows: the folder, and what is known of the person's wishes before the data is open.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::PathBuf;

use groundwork_app::ports::{FilePreferences, PREFERENCES, Preferences};
use groundwork_app::{default_data_dir, where_data_lies};

use crate::arguments::Arguments;
use crate::language;

/// A data folder, and its preferences as they were at the start.
#[derive(Clone)]
pub struct Profile {
    /// The folder that holds the database, the attachments and the preferences.
    pub data_dir: PathBuf,
    /// Whether the folder is the system's usual place.
    pub usual: bool,
    /// Whether the data was moved here from the folder that was named.
    pub moved: bool,
    /// `light`, `dark`, or nothing to follow the system.
    pub theme: Option<&'static str>,
    /// `compact`, or nothing for the comfortable one.
    pub density: Option<&'static str>,
    /// `en` or `fr`.
    pub language: &'static str,
    /// The page that was open last.
    pub page: Option<String>,
}

impl Profile {
    /// The profile that the command line asks for.
    pub fn of(arguments: Arguments) -> Self {
        let named = std::env::var_os("GROUNDWORK_DATA_DIR").is_some_and(|dir| !dir.is_empty());
        let usual = arguments.data_dir.is_none() && !named;
        let named = arguments.data_dir.unwrap_or_else(default_data_dir);
        let data_dir = where_data_lies(named.clone());
        let moved = data_dir != named;
        let usual = usual && !moved;
        let preferences = preferences(&data_dir).all();
        let word = |key: &str| preferences.get(key).and_then(|value| value.as_str());
        Self {
            usual,
            moved,
            theme: word("theme")
                .and_then(|theme| ["light", "dark"].into_iter().find(|known| *known == theme)),
            density: word("density").filter(|density| *density == "compact").map(|_| "compact"),
            language: language::of(word("language")),
            page: word("page")
                .filter(|page| page.bytes().all(|byte| byte.is_ascii_lowercase()))
                .map(str::to_owned),
            data_dir,
        }
    }

    /// Whether the folder may be filled with a new database: always in the usual place; elsewhere only in a folder
    /// that is there, so that a disk that is not plugged in is named and not replaced by an empty profile; and nowhere that
    /// data was moved to.
    pub fn may_create(&self) -> bool {
        self.usual || (!self.moved && self.data_dir.is_dir())
    }

    /// The name under which the system knows this instance of the program.
    pub fn identifier(&self, program: &str) -> String {
        if self.usual {
            return program.to_owned();
        }
        let folder = std::fs::canonicalize(&self.data_dir).unwrap_or_else(|_| self.data_dir.clone());
        let mut hasher = DefaultHasher::new();
        folder.hash(&mut hasher);
        format!("{program}.p{:016x}", hasher.finish())
    }
}

/// The preferences of a data folder, as they are before the window is there.
fn preferences(data_dir: &std::path::Path) -> FilePreferences {
    FilePreferences::new(data_dir.join(PREFERENCES))
}
