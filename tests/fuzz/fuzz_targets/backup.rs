//! A backup file with bytes of it changed, or any bytes as one: it is looked into or refused. The input is as for `archive`.

#![no_main]

mod example;

use example::Place;
use libfuzzer_sys::fuzz_target;
use serde_json::json;
use std::sync::LazyLock;

static PLACE: LazyLock<Place> = LazyLock::new(|| {
    Place::of("one.groundwork-backup", |app, folder| {
        let away = folder.join("away");
        std::fs::create_dir(&away).unwrap();
        app.dispatch("backup.set_folder", json!({ "path": away })).unwrap();
        std::fs::read_dir(&away).unwrap().next().unwrap().unwrap().path()
    })
});

fuzz_target!(|bytes: &[u8]| {
    let place = &*PLACE;
    place.put(bytes);
    let row = place.app.dispatch("backup.pick", json!({ "path": place.file })).unwrap();
    let content = place.app.dispatch("backup.show", json!({ "id": row.value["id"] })).unwrap();
    assert_ne!(content.value["whole"].as_bool().unwrap(), content.value["fault"].is_object());
});
