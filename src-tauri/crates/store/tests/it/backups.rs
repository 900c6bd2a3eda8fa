use crate::world::*;
use groundwork_store::{Origin, Store};
use std::fs;

#[test]
fn a_backup_is_a_whole_profile_that_can_be_opened() {
    let (dir, store) = profile();
    write(&store, fill);
    let stored = store.store_file(b"a diploma").unwrap();
    let backup = store.backup("before-import").unwrap();
    let full = everything(&store);
    write(&store, |w| w.delete_project(&record_id("pr1")));
    assert!(backup.file_name().unwrap().to_str().unwrap().ends_with("Z-before-import"));
    assert_eq!(names(&backup), ["attachments", "groundwork.db", "manifest.json"]);

    let manifest: serde_json::Value =
        serde_json::from_slice(&fs::read(backup.join("manifest.json")).unwrap()).unwrap();
    let files = manifest["files"].as_array().unwrap();
    assert_eq!(files.len(), 2);
    for file in files {
        let path = backup.join(file["path"].as_str().unwrap());
        let hex: String = hash(&path).iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(
            (file["sha256"].as_str().unwrap(), file["bytes"].as_u64().unwrap()),
            (hex.as_str(), fs::metadata(&path).unwrap().len())
        );
    }

    let restored = Store::open(&backup).unwrap();
    assert_eq!(everything(&restored), full);
    assert_eq!(restored.read_file(&stored.sha256).unwrap(), b"a diploma");
    restored.undo(Origin::Test, groundwork_store::Step::ANY).unwrap().unwrap();
    assert!(restored.read(|r| r.is_empty()).unwrap());
    assert!(!store.read(|r| r.is_empty()).unwrap());
    assert_eq!(names(&dir.path().join("backups")).len(), 1);
}

#[test]
fn two_backups_of_one_second_do_not_meet() {
    let (dir, store) = profile();
    let made: std::collections::BTreeSet<_> = (0..3).map(|_| store.backup("hourly").unwrap()).collect();
    assert_eq!(made.len(), 3);
    assert_eq!(names(&dir.path().join("backups")).len(), 3);
}

#[test]
fn a_backup_has_a_plain_name() {
    let (dir, store) = profile();
    for bad in ["", "../up", "a b", "é", &"a".repeat(41)] {
        assert_eq!(store.backup(bad).unwrap_err().code(), "store.refused");
    }
    assert!(!dir.path().join("backups").exists());
}
