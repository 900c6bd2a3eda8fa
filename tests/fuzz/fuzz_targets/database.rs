//! The database with bytes of it changed: opening it refuses or opens, and whatever is read then answers or refuses.
//! The input is a row of patches: four bytes of place, one of length, the bytes.

#![no_main]

mod example;

use libfuzzer_sys::fuzz_target;
use serde_json::json;
use std::sync::LazyLock;
use tempfile::TempDir;

/// A sound database of the example, and the folder in which the broken ones are opened.
static SOUND: LazyLock<(Vec<u8>, TempDir)> = LazyLock::new(|| {
    let folder = tempfile::tempdir().unwrap();
    drop(example::example(folder.path()));
    (std::fs::read(folder.path().join("groundwork.db")).unwrap(), folder)
});

fuzz_target!(|bytes: &[u8]| {
    let (sound, folder) = &*SOUND;
    std::fs::write(folder.path().join("groundwork.db"), example::patch(sound, bytes)).unwrap();
    let _ = std::fs::remove_file(folder.path().join("groundwork.db-journal"));
    // Without the seal, which would tell at once that something was altered: what lies behind it is tried.
    let _ = std::fs::remove_dir_all(folder.path().join("state"));
    if let Ok(app) = example::open(folder.path()) {
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
