//! An archive with bytes of it changed, or any bytes as an archive: it is shown or refused, and nothing of the data changes.
//! The input is a row of patches: four bytes of place, one of length, the bytes; an input that begins with `PK` is the archive.

#![no_main]

mod example;

use example::Place;
use libfuzzer_sys::fuzz_target;
use serde_json::json;
use std::sync::LazyLock;

static PLACE: LazyLock<Place> = LazyLock::new(|| {
    Place::of("one.groundwork", |app, folder| {
        let file = folder.join("all.groundwork");
        app.dispatch("archive.export", json!({ "path": file })).unwrap();
        file
    })
});

fuzz_target!(|bytes: &[u8]| {
    let place = &*PLACE;
    place.put(bytes);
    let before = place.app.data_version().unwrap();
    if let Ok(preview) = place.app.dispatch("archive.read", json!({ "path": place.file })) {
        assert!(preview.value["kinds"].is_array());
    }
    assert_eq!(place.app.data_version().unwrap(), before);
});
