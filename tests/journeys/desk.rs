//! A desktop without a screen.

use groundwork_app::ports::Desktop;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

/// A desktop on which a person always chooses the same, or nothing; its clones share what was asked of it.
#[derive(Clone, Default)]
pub struct Desk {
    /// The file that is picked.
    pub file: Option<PathBuf>,
    /// The folder that is picked.
    pub folder: Option<PathBuf>,
    /// Where a file is put: this, or under the name that is offered in this folder.
    pub place: Option<PathBuf>,
    /// Whether nothing opens here.
    pub opens_nothing: bool,
    /// What was asked so far, in order: the question, and what it was about.
    pub questions: Arc<Mutex<Vec<String>>>,
}

impl Desk {
    /// A person who picks this file.
    pub fn with_file(path: impl Into<PathBuf>) -> Self {
        Self { file: Some(path.into()), ..Self::default() }
    }

    /// What was asked so far.
    pub fn asked(&self) -> Vec<String> {
        self.questions.lock().unwrap().clone()
    }

    fn note(&self, what: String) {
        self.questions.lock().unwrap().push(what);
    }

    fn open(&self, what: String) -> Result<(), String> {
        self.note(what.clone());
        if self.opens_nothing { Err(format!("nothing to {what}")) } else { Ok(()) }
    }
}

impl Desktop for Desk {
    fn pick_file(&self) -> Option<PathBuf> {
        self.note("file".into());
        self.file.clone()
    }

    fn pick_folder(&self) -> Option<PathBuf> {
        self.note("folder".into());
        self.folder.clone()
    }

    fn save_file(&self, name: &str) -> Option<PathBuf> {
        self.note(format!("save {name}"));
        self.place.as_ref().map(|place| if place.is_dir() { place.join(name) } else { place.clone() })
    }

    fn open_url(&self, url: &str) -> Result<(), String> {
        self.open(format!("open {url}"))
    }

    fn open_path(&self, path: &Path) -> Result<(), String> {
        self.open(format!("open {}", path.display()))
    }

    fn restart(&self) -> Result<(), String> {
        self.note("restart".into());
        Ok(())
    }
}
