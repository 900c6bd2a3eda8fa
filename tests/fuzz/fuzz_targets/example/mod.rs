//! The example of a profile, and sound files of it with bytes of them changed.

// Not every target needs all of it.
#![allow(dead_code)]

use groundwork_app::clock::Clock;
use groundwork_app::ports::MemoryPreferences;
use groundwork_app::{App, AppConfig, AppError, Origin};
use serde_json::json;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// Opens the profile of a folder; an empty one where there is none.
pub fn open(folder: &Path) -> Result<App, AppError> {
    App::start(AppConfig {
        data_dir: folder.to_owned(),
        create: true,
        origin: Origin::Test,
        clock: Clock::Fixed(serde_json::from_value(json!("2026-11-20")).unwrap()),
        preferences: Box::new(MemoryPreferences::default()),
        desktop: None,
        cache_dir: None,
    })
}

/// The example, in a new folder.
pub fn example(folder: &Path) -> App {
    let app = open(folder).unwrap();
    app.dispatch("example.fill", json!({ "lang": "en" })).unwrap();
    app
}

/// A sound file of the example, and where the broken ones are put.
pub struct Place {
    pub app: App,
    pub whole: Vec<u8>,
    pub file: PathBuf,
    _folder: TempDir,
}

impl Place {
    /// The file that `make` makes of the example, given a folder of its own; broken ones lie there under `name`.
    pub fn of(name: &str, make: impl FnOnce(&App, &Path) -> PathBuf) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let app = example(&folder.path().join("data"));
        let whole = std::fs::read(make(&app, folder.path())).unwrap();
        Self { app, whole, file: folder.path().join(name), _folder: folder }
    }

    /// Puts the file there with these patches; an input that begins with `PK` is the whole file.
    pub fn put(&self, bytes: &[u8]) {
        let broken = if bytes.starts_with(b"PK") { bytes.to_vec() } else { patch(&self.whole, bytes) };
        std::fs::write(&self.file, broken).unwrap();
    }
}

/// The whole with a row of patches: four bytes of place, one of length, the bytes. A length of 255 cuts it there.
pub fn patch(whole: &[u8], patches: &[u8]) -> Vec<u8> {
    let mut broken = whole.to_vec();
    let mut rest = patches;
    while let [a, b, c, d, length, tail @ ..] = rest {
        if broken.is_empty() {
            break;
        }
        let place = u32::from_be_bytes([*a, *b, *c, *d]) as usize % broken.len();
        if *length == 255 {
            broken.truncate(place);
            rest = tail;
            continue;
        }
        let length = usize::from(*length).min(tail.len()).min(broken.len() - place);
        broken[place..place + length].copy_from_slice(&tail[..length]);
        rest = &tail[length..];
    }
    broken
}
