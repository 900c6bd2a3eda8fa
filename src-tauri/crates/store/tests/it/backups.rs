use crate::world::*;
use groundwork_store::backup::{Backup, Open, backups_in, look_into, newest_in};
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
fn the_newest_is_found_by_its_name_and_what_is_no_backup_is_passed_over() {
    let (dir, store) = profile();
    let at = |moment: &str| moment.parse::<jiff::Timestamp>().unwrap();
    assert_eq!(newest_in(dir.path()).unwrap(), None);
    let first = store.backup_at("changes", at("2026-11-20T10:00:00.2Z")).unwrap();
    assert_eq!(newest_in(dir.path()).unwrap().unwrap().path, first);
    // Of one second the moment decides, not what comes after it in the name.
    let late = store.backup_at("asked", at("2026-11-20T10:00:01.9Z")).unwrap();
    store.backup_at("changes", at("2026-11-20T10:00:01.1Z")).unwrap();
    store.backup_at("asked", at("2026-11-19T23:00:00Z")).unwrap();
    let backups = dir.path().join("backups");
    fs::create_dir(backups.join("20270101T000000Z-changes")).unwrap();
    fs::create_dir(backups.join(".making-20270101T000000Z")).unwrap();
    fs::write(backups.join("20270102T000000Z-changes"), "a file").unwrap();
    let newest = newest_in(dir.path()).unwrap().unwrap();
    assert_eq!((&newest.path, Some(&newest)), (&late, backups_in(dir.path()).unwrap().first()));
    assert_eq!(Backup::at(&late), Some(newest));
    assert_eq!(Backup::at(&backups.join("20270101T000000Z-changes")), None);
}

#[test]
fn strange_files_among_the_attached_ones_spoil_no_backup() {
    let (dir, store) = profile();
    let stored = store.store_file(b"a diploma").unwrap();
    let path = store.file_path(&stored.sha256).unwrap();
    let folder = path.parent().unwrap();
    fs::write(folder.join("Thumbs.db"), "pictures").unwrap();
    fs::write(folder.join(format!("{} (conflicted copy)", stored.sha256)), "a diploma").unwrap();
    fs::write(folder.join("é"), "x").unwrap();
    fs::create_dir(dir.path().join("attachments/lost+found")).unwrap();
    fs::write(dir.path().join("attachments/lost+found/#1"), "x").unwrap();
    fs::write(dir.path().join("attachments/desktop.ini"), "x").unwrap();
    let backup = store.backup("asked").unwrap();
    assert_eq!(backups_in(dir.path()).unwrap().len(), 1);
    assert_eq!(look_into(dir.path(), &Open::folder(&backup)).unwrap().files, 1);
    assert!(folder.join("Thumbs.db").exists());
}

#[test]
fn an_attached_file_that_was_altered_is_backed_up_as_it_was() {
    let (dir, store) = profile();
    let stored = store.store_file(b"a diploma").unwrap();
    let path = store.file_path(&stored.sha256).unwrap();
    let first = store.backup("asked").unwrap();
    fs::remove_file(&path).unwrap();
    fs::write(&path, "a forgery").unwrap();
    let second = store.backup("asked").unwrap();
    fs::remove_dir_all(&first).unwrap();
    let held = second.join(path.strip_prefix(dir.path()).unwrap());
    assert_eq!(fs::read(held).unwrap(), b"a diploma");
    look_into(dir.path(), &Open::folder(&second)).unwrap();
    assert_eq!(fs::read(&path).unwrap(), b"a forgery", "that is for the check to mend");
    // What no backup holds any more is backed up as it is, so that nothing is missing.
    fs::remove_dir_all(&second).unwrap();
    let third = store.backup("asked").unwrap();
    assert_eq!(fs::read(third.join(path.strip_prefix(dir.path()).unwrap())).unwrap(), b"a forgery");
}

#[test]
fn a_backup_has_a_plain_name() {
    let (dir, store) = profile();
    for bad in ["", "../up", "a b", "é", &"a".repeat(41)] {
        assert_eq!(store.backup(bad).unwrap_err().code(), "store.refused");
    }
    assert!(!dir.path().join("backups").exists());
}
