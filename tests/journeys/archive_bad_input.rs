//! Archives that are not as they should be, or no longer: refused, with nothing changed.

use crate::archive::{exported, files, forged, place, somebody};
use crate::person::Person;
use serde_json::{Value, json};
use std::collections::BTreeMap;

#[test]
fn a_hostile_archive_changes_nothing() {
    let person = somebody();
    let (_folder, good) = exported(&person);
    let other = Person::junior();
    let before = (other.everything(), files(other.folder.path()));
    let records = |files: &mut BTreeMap<String, Vec<u8>>, kind: &str, from: &str, to: &str| {
        let name = format!("records/{kind}.json");
        let text = String::from_utf8(files[&name].clone()).unwrap();
        assert!(text.contains(from), "{text}");
        files.insert(name, text.replacen(from, to, 1).into_bytes());
    };
    let manifest = |files: &mut BTreeMap<String, Vec<u8>>, change: &dyn Fn(&mut Value)| {
        let mut manifest: Value = serde_json::from_slice(&files["manifest.json"]).unwrap();
        change(&mut manifest);
        files.insert("manifest.json".into(), format!("{manifest:#}").into_bytes());
    };
    type Forge<'a> = Box<dyn Fn(&mut BTreeMap<String, Vec<u8>>) + 'a>;
    let attached = |files: &BTreeMap<String, Vec<u8>>| {
        files.keys().find(|name| name.starts_with("attachments/")).unwrap().clone()
    };
    let cases: Vec<(&str, Forge)> = vec![
        ("archive.path", Box::new(|it| drop(it.insert("../evil".into(), vec![1])))),
        ("archive.name", Box::new(|it| drop(it.insert("notes.txt".into(), vec![1])))),
        ("archive.kind", Box::new(|it| drop(it.insert("records/spell.json".into(), b"[]".to_vec())))),
        ("archive.missing", Box::new(|it| drop(it.remove(&attached(it))))),
        ("archive.form", Box::new(|it| records(it, "project", "\"name\"", "\"nom\""))),
        ("archive.form", Box::new(|it| records(it, "project", "\"example\":1", "\"example\":true"))),
        ("archive.form", Box::new(|it| records(it, "skill", "[", "[7,"))),
        ("archive.rule", Box::new(|it| records(it, "project", "\"example\":1", "\"example\":2"))),
        ("archive.rule", Box::new(|it| records(it, "attachment", "\"project\":\"", "\"project\":\"x"))),
        ("archive.rule", Box::new(|it| records(it, "target", "\"rung\":\"", "\"rung\":\"NOT A RUNG "))),
        ("archive.media", Box::new(|it| records(it, "attachment", "text/plain", "image/png"))),
        ("archive.depth", Box::new(|it| drop(it.insert("records/skill.json".into(), vec![b'['; 100_000])))),
        ("archive.utf8", Box::new(|it| drop(it.insert("records/skill.json".into(), vec![b'[', 255, b']'])))),
        ("archive.newer", Box::new(|it| manifest(it, &|it| it["schema"] = json!(5_000)))),
        ("archive.newer", Box::new(|it| manifest(it, &|it| it["version"] = json!(2)))),
        ("archive.wrong_format", Box::new(|it| manifest(it, &|it| it["format"] = json!("other")))),
        ("archive.manifest", Box::new(|it| manifest(it, &|it| it["extra"] = json!(1)))),
        ("archive.hash", Box::new(|it| manifest(it, &|it| it["files"][3]["sha256"] = json!("0".repeat(64))))),
        ("archive.extra", Box::new(|it| manifest(it, &|it| drop(it["files"].as_array_mut().unwrap().pop())))),
    ];
    for (code, forge) in &cases {
        let (_folder, path) = place();
        std::fs::copy(&good, &path).unwrap();
        forged(&path, forge);
        let error = other.is_refused("archive.read", json!({ "path": path }));
        assert_eq!(&error.code, code, "{error:?}");
        assert_eq!((other.everything(), files(other.folder.path())), before, "{code}");
    }
    let (folder, path) = place();
    let whole = std::fs::read(&good).unwrap();
    for (code, bytes) in [
        ("archive.not_a_zip", &b"not a zip"[..]),
        ("archive.not_a_zip", &[]),
        ("archive.truncated", &whole[..whole.len() / 2]),
    ] {
        std::fs::write(&path, bytes).unwrap();
        assert_eq!(other.is_refused("archive.read", json!({ "path": path })).code, code);
    }
    assert_eq!(other.is_refused("archive.read", json!({ "path": folder.path() })).code, "store.not_a_file");
    #[cfg(unix)]
    {
        let pipe = folder.path().join("pipe");
        assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
        assert_eq!(other.is_refused("archive.read", json!({ "path": pipe })).code, "store.not_a_file");
    }
    assert_eq!((other.everything(), files(other.folder.path())), before);
    assert!(!other.folder.path().join("backups").exists(), "nothing was begun");
}

#[test]
fn every_byte_of_an_archive_that_is_flipped_is_noticed_or_means_nothing() {
    let person = Person::junior();
    person.does("skills.note", json!({ "skill": "sql", "note": "Window functions next." }));
    let (_folder, path) = exported(&person);
    let whole = std::fs::read(&path).unwrap();
    let other = Person::new();
    let empty = other.everything();
    let wanted = other.does("archive.read", json!({ "path": path }))["kinds"].take();
    for at in (0..whole.len()).step_by(13) {
        let mut flipped = whole.clone();
        flipped[at] ^= 0x40;
        std::fs::write(&path, flipped).unwrap();
        if let Ok(reply) = other.app.dispatch("archive.read", json!({ "path": path })) {
            // A date or an attribute in the container, which nobody asks.
            assert_eq!(reply.value["kinds"], wanted, "byte {at}");
        }
    }
    assert_eq!(other.everything(), empty);
}

#[test]
fn an_archive_that_changed_since_it_was_shown_is_not_taken() {
    let person = somebody();
    let (_folder, path) = exported(&person);
    let other = Person::new();
    let id = other.does("archive.read", json!({ "path": path }))["id"].take();
    person.does("skills.set", json!({ "skill": "sql", "level": 5 }));
    person.does("archive.export", json!({ "path": path, "replace": true }));
    let before = (other.everything(), files(other.folder.path()));
    assert_eq!(other.is_refused("archive.take", json!({ "id": id })).code, "archive.changed");
    std::fs::remove_file(&path).unwrap();
    assert_eq!(other.is_refused("archive.take", json!({ "id": id })).code, "file.unreadable");
    assert_eq!(other.is_refused("archive.take", json!({ "id": "file:7" })).code, "archive.unknown");
    assert_eq!((other.everything(), files(other.folder.path())), before);
}

#[test]
fn two_profiles_that_cannot_be_one_are_refused_as_a_whole() {
    let scenarios = |person: &Person, names: &[&str]| {
        for name in names {
            person.does("scenario.save", json!({ "name": name, "weekly_minutes": [60, 0, 0, 0, 0, 0, 0] }));
        }
    };
    let (mine, theirs) = (Person::junior(), Person::junior());
    scenarios(&mine, &["a", "b", "c"]);
    scenarios(&theirs, &["d", "e"]);
    let (_folder, path) = exported(&theirs);
    let before = (mine.everything(), files(mine.folder.path()));
    let id = mine.does("archive.read", json!({ "path": path }))["id"].take();
    assert_eq!(mine.is_refused("archive.take", json!({ "id": id })).code, "scenario.too_many");
    assert_eq!((mine.everything(), files(mine.folder.path())), before);
    assert!(!mine.folder.path().join("backups").exists(), "refused before anything was begun");

    // Two items that wait for each other, one half of it on each side.
    let mine = Person::junior();
    let (a, b) = (
        mine.adds(json!({ "title": "A", "minutes": 60 })),
        mine.adds(json!({ "title": "B", "minutes": 60 })),
    );
    mine.does("plan.item_change", json!({ "key": a, "after": [b] }));
    let (_folder, path) = exported(&mine);
    mine.undoes();
    mine.does("plan.item_change", json!({ "key": b, "after": [a] }));
    let before = mine.everything();
    let preview = mine.does("archive.read", json!({ "path": path }));
    let take = json!({ "id": preview["id"], "replace": [format!("plan_item:{a}")] });
    assert_eq!(mine.is_refused("archive.take", take).code, "plan.cycle");
    assert_eq!(mine.everything(), before);
}
