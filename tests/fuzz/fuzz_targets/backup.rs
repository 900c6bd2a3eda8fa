//! A backup file with bytes of it changed, or any bytes as one: it is looked into or refused. The input is as for `archive`.

#![no_main]

mod patched;

use groundwork_app::App;
use libfuzzer_sys::fuzz_target;
use serde_json::json;
use std::path::PathBuf;
use std::sync::OnceLock;
use tempfile::TempDir;

struct Place {
    app: App,
    whole: Vec<u8>,
    file: PathBuf,
    _folder: TempDir,
}

fn place() -> &'static Place {
    static PLACE: OnceLock<Place> = OnceLock::new();
    PLACE.get_or_init(|| {
        let folder = tempfile::tempdir().unwrap();
        let app = patched::example(&folder.path().join("data"));
        let away = folder.path().join("away");
        std::fs::create_dir(&away).unwrap();
        app.dispatch("backup.set_folder", json!({ "path": away })).unwrap();
        let carried = std::fs::read_dir(&away).unwrap().next().unwrap().unwrap().path();
        let file = folder.path().join("one.groundwork-backup");
        Place { app, whole: std::fs::read(carried).unwrap(), file, _folder: folder }
    })
}

fuzz_target!(|bytes: &[u8]| {
    let place = place();
    let broken = if bytes.starts_with(b"PK") { bytes.to_vec() } else { patched::patch(&place.whole, bytes) };
    std::fs::write(&place.file, broken).unwrap();
    let row = place.app.dispatch("backup.pick", json!({ "path": place.file })).unwrap();
    let content = place.app.dispatch("backup.show", json!({ "id": row.value["id"] })).unwrap();
    assert_ne!(content.value["whole"].as_bool().unwrap(), content.value["fault"].is_object());
});
