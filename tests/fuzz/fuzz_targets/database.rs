//! The database with bytes of it changed: opening it refuses or opens, and whatever is read then answers or refuses.
//! The input is a row of patches: four bytes of place, one of length, the bytes.

#![no_main]

use groundwork_app::clock::Clock;
use groundwork_app::ports::MemoryPreferences;
use groundwork_app::{App, AppConfig, AppError, Origin};
use libfuzzer_sys::fuzz_target;
use serde_json::json;
use std::path::Path;
use std::sync::OnceLock;
use tempfile::TempDir;

fn open(folder: &Path) -> Result<App, AppError> {
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

/// A sound database of the example, and the folder in which the broken ones are opened.
fn sound() -> &'static (Vec<u8>, TempDir) {
    static SOUND: OnceLock<(Vec<u8>, TempDir)> = OnceLock::new();
    SOUND.get_or_init(|| {
        let folder = tempfile::tempdir().unwrap();
        open(folder.path()).unwrap().dispatch("example.fill", json!({ "lang": "en" })).unwrap();
        (std::fs::read(folder.path().join("groundwork.db")).unwrap(), folder)
    })
}

fuzz_target!(|bytes: &[u8]| {
    let (sound, folder) = sound();
    let mut broken = sound.clone();
    let mut rest = bytes;
    while let [a, b, c, d, length, tail @ ..] = rest {
        let place = u32::from_be_bytes([*a, *b, *c, *d]) as usize % broken.len();
        let length = usize::from(*length).min(tail.len()).min(broken.len() - place);
        broken[place..place + length].copy_from_slice(&tail[..length]);
        rest = &tail[length..];
    }
    std::fs::write(folder.path().join("groundwork.db"), &broken).unwrap();
    let _ = std::fs::remove_file(folder.path().join("groundwork.db-journal"));
    if let Ok(app) = open(folder.path()) {
        for name in [
            "skills.list",
            "projects.list",
            "certifications.list",
            "evidence.list",
            "log.list",
            "history.list",
            "report.show",
        ] {
            let _ = app.dispatch(name, json!({}));
        }
    }
});
