//! An archive with bytes of it changed, or any bytes as an archive: it is shown or refused, and nothing of the data changes.
//! The input is a row of patches: four bytes of place, one of length, the bytes; an input that begins with `PK` is the archive.

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
        let file = folder.path().join("all.groundwork");
        app.dispatch("archive.export", json!({ "path": file })).unwrap();
        Place { app, whole: std::fs::read(&file).unwrap(), file, _folder: folder }
    })
}

fuzz_target!(|bytes: &[u8]| {
    let place = place();
    let broken = if bytes.starts_with(b"PK") { bytes.to_vec() } else { patched::patch(&place.whole, bytes) };
    std::fs::write(&place.file, broken).unwrap();
    let before = place.app.data_version().unwrap();
    if let Ok(preview) = place.app.dispatch("archive.read", json!({ "path": place.file })) {
        assert!(preview.value["kinds"].is_array());
    }
    assert_eq!(place.app.data_version().unwrap(), before);
});
