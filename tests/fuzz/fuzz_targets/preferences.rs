//! Any bytes as the file of preferences: they are read or count as empty, and one can be set after that.

#![no_main]

use groundwork_app::clock::Clock;
use groundwork_app::ports::{FilePreferences, PREFERENCES};
use groundwork_app::{App, AppConfig, Origin};
use libfuzzer_sys::fuzz_target;
use serde_json::json;
use std::sync::OnceLock;
use tempfile::TempDir;

fn started() -> &'static (App, TempDir) {
    static STARTED: OnceLock<(App, TempDir)> = OnceLock::new();
    STARTED.get_or_init(|| {
        let folder = tempfile::tempdir().unwrap();
        let app = App::without_data(AppConfig {
            data_dir: folder.path().to_owned(),
            create: false,
            origin: Origin::Test,
            clock: Clock::System,
            preferences: Box::new(FilePreferences::new(folder.path().join(PREFERENCES))),
            desktop: None,
            cache_dir: None,
        });
        (app, folder)
    })
}

fuzz_target!(|bytes: &[u8]| {
    let (app, folder) = started();
    std::fs::write(folder.path().join(PREFERENCES), bytes).unwrap();
    app.dispatch("preferences.show", json!({})).unwrap();
    let set = app.dispatch("preferences.set", json!({ "key": "theme", "value": "dark" })).unwrap();
    assert_eq!(set.value["theme"], json!("dark"));
});
