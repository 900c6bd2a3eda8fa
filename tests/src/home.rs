//! The home of a person: what the program finds when it starts.

use std::cell::RefCell;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use serde_json::{Value, json};
use tempfile::TempDir;

/// A home folder for one person; it outlives restarts and goes with the last one who holds it.
#[derive(Debug, Clone)]
pub struct Home {
    dir: Rc<TempDir>,
    /// What the program's clock shows, where it does not stand at the beginning of the day.
    clock: Rc<RefCell<Option<String>>>,
    /// The folder that its owner picks in the dialog of the system, which no driver reaches.
    folder: Rc<RefCell<Option<PathBuf>>>,
    /// The file that its owner picks there, to read or to save.
    file: Rc<RefCell<Option<PathBuf>>>,
}

impl Home {
    /// An empty home with an empty data folder in it.
    pub fn new() -> Self {
        let dir = TempDir::with_prefix("groundwork-").expect("a folder for temporary files");
        for name in ["data", "config", "cache", "share", "runtime"] {
            std::fs::create_dir(dir.path().join(name)).expect("a new folder");
        }
        Self { dir: dir.into(), clock: Rc::default(), folder: Rc::default(), file: Rc::default() }
    }

    /// A home in which somebody works toward Junior with Python and Django, ten hours a week.
    pub fn junior() -> Self {
        Self::begun(json!({}))
    }

    /// The same, with something else said at the first start.
    pub fn begun(more: Value) -> Self {
        let home = Self::new();
        let mut said = json!({ "rung": "junior", "stack": "python-django", "weekly_hours": 10.0 });
        if let (Value::Object(said), Value::Object(more)) = (&mut said, more) {
            said.extend(more);
        }
        crate::elsewhere(&home.data()).dispatch("start.begin", said).expect("the plan begins");
        home
    }

    /// A home with the example in it.
    pub fn example(language: &str, theme: &str) -> Self {
        let home = Self::with(language, theme);
        crate::elsewhere(&home.data())
            .dispatch("example.fill", json!({ "lang": language }))
            .expect("the example");
        home
    }

    /// Sets the clock of the programs that start from now on: `2026-11-20T18:30+01:00[Europe/Paris]`.
    pub fn clock_shows(&self, moment: &str) {
        *self.clock.borrow_mut() = Some(moment.to_owned());
    }

    /// What is picked where the programs that start from now on ask for a folder.
    pub fn picks_folder(&self, folder: &Path) {
        *self.folder.borrow_mut() = Some(folder.to_owned());
    }

    /// What is picked where the programs that start from now on ask for a file, to read or to save.
    pub fn picks_file(&self, file: &Path) {
        *self.file.borrow_mut() = Some(file.to_owned());
    }

    /// A home whose owner chose a language and a theme before.
    pub fn with(language: &str, theme: &str) -> Self {
        let home = Self::new();
        let chosen = json!({ "language": language, "theme": theme }).to_string();
        std::fs::write(home.data().join("preferences.json"), chosen).expect("the data folder takes a file");
        home
    }

    /// The data folder.
    pub fn data(&self) -> PathBuf {
        self.dir.path().join("data")
    }

    /// The environment in which the program finds this home and nothing of the machine's.
    pub fn environment(&self) -> Vec<(&'static str, String)> {
        let at = |name: &str| self.dir.path().join(name).to_string_lossy().into_owned();
        let mut all = vec![
            ("TAURI_WEBVIEW_AUTOMATION", "true".into()),
            ("XDG_CONFIG_HOME", at("config")),
            ("XDG_CACHE_HOME", at("cache")),
            ("XDG_DATA_HOME", at("share")),
            ("LANG", "C.UTF-8".into()),
            ("LC_ALL", "C.UTF-8".into()),
            // Every journey and picture is of the same day.
            ("GROUNDWORK_TODAY", crate::TODAY.into()),
            ("NO_AT_BRIDGE", "1".into()),
            // WebKit's sandbox wants user namespaces, which a container that runs as root does not give.
            ("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1".into()),
        ];
        let folder = self.folder.borrow().clone();
        all.extend(folder.map(|folder| ("GROUNDWORK_PICK_FOLDER", folder.to_string_lossy().into_owned())));
        for file in self.file.borrow().iter().map(|file| file.to_string_lossy().into_owned()) {
            all.extend([("GROUNDWORK_PICK_FILE", file.clone()), ("GROUNDWORK_SAVE_FILE", file)]);
        }
        all.extend(self.clock.borrow().clone().map(|moment| ("GROUNDWORK_NOW", moment)));
        all
    }
}

impl Default for Home {
    fn default() -> Self {
        Self::new()
    }
}
