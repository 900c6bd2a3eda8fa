//! Backups are carried elsewhere, sealed, looked into, and brought back.

use crate::world::*;
use groundwork_store::backup::{self, Key, Open, Unlock, backups_in, carry_to, look_into};
use groundwork_store::{Origin, Step, Store};
use jiff::Timestamp;
use std::fs;
use std::path::PathBuf;

fn now() -> Timestamp {
    "2027-01-04T10:15:00Z".parse().unwrap()
}

/// A full profile, its backup, and the same after much was taken away.
fn before_and_after() -> (tempfile::TempDir, Store, PathBuf, String) {
    let (dir, store) = profile();
    write(&store, fill);
    store.store_file(b"a diploma").unwrap();
    let full = everything(&store);
    let made = store.backup_at("asked", now()).unwrap();
    write(&store, |w| w.delete_project(&record_id("pr1")));
    write(&store, |w| w.clear_target());
    (dir, store, made, full)
}

#[test]
fn a_restore_brings_everything_back_and_can_itself_be_taken_back() {
    let (dir, store, made, full) = before_and_after();
    let poor = everything(&store);
    let last = store.history(1, None).unwrap().entries[0].seq;
    let before = store.restore(&Open::folder(&made), now()).unwrap();
    assert_eq!(everything(&store), full);
    assert!(before.ends_with("20270104T101500Z-before-restore"));

    // The next change has a number that was never given out, so that no undo of before means another change now.
    let next = write(&store, |w| w.clear_target()).history.unwrap();
    assert!(next > last, "{next} after {last}");
    store.undo(Origin::Test, Step::ANY).unwrap().unwrap();
    assert_eq!(everything(&store), full);

    store.restore(&Open::folder(&before), now()).unwrap();
    assert_eq!(everything(&store), poor);
    drop(store);
    assert_eq!(everything(&Store::open(dir.path()).unwrap()), poor);
}

#[test]
fn another_program_that_has_the_profile_open_sees_the_restore() {
    let (dir, store, made, full) = before_and_after();
    let other = Store::open(dir.path()).unwrap();
    let version = other.data_version().unwrap();
    store.restore(&Open::folder(&made), now()).unwrap();
    assert_ne!(other.data_version().unwrap(), version);
    assert_eq!(everything(&other), full);
    write(&other, |w| w.clear_target());
}

#[test]
fn files_that_were_lost_come_back_and_none_is_taken_away() {
    let (_dir, store, made, _) = before_and_after();
    let diploma = store.store_file(b"a diploma").unwrap();
    let newer = store.store_file(b"newer than the backup").unwrap();
    fs::remove_file(store.file_path(&diploma.sha256).unwrap()).unwrap();
    store.restore(&Open::folder(&made), now()).unwrap();
    assert_eq!(store.read_file(&diploma.sha256).unwrap(), b"a diploma");
    assert_eq!(store.read_file(&newer.sha256).unwrap(), b"newer than the backup");
}

#[test]
fn a_backup_that_is_not_whole_is_refused_and_nothing_changes() {
    let (dir, store, made, _) = before_and_after();
    let poor = everything(&store);
    let copy = |name: &str| {
        let copy = dir.path().join("backups").join(name);
        copy_all(&made, &copy);
        copy
    };
    let flipped = copy("flipped");
    let mut bytes = fs::read(flipped.join("groundwork.db")).unwrap();
    bytes[5000] ^= 1;
    fs::write(flipped.join("groundwork.db"), bytes).unwrap();
    let short = copy("short");
    fs::write(short.join("groundwork.db"), b"").unwrap();
    let without = copy("without");
    fs::remove_file(without.join("manifest.json")).unwrap();
    let lost = copy("lost");
    fs::remove_dir_all(lost.join("attachments")).unwrap();
    let upward = copy("upward");
    let manifest = fs::read_to_string(upward.join("manifest.json")).unwrap();
    fs::write(upward.join("manifest.json"), manifest.replace("groundwork.db", "../groundwork.db")).unwrap();
    for bad in [flipped, short, without, lost, upward] {
        let error = store.restore(&Open::folder(&bad), now()).unwrap_err();
        assert_eq!(error.code(), "backup.fault", "{}", bad.display());
        assert_eq!(everything(&store), poor);
    }
    assert_eq!(fs::read_dir(dir.path().join("backups")).unwrap().count(), 6, "nothing half made is left");
}

#[test]
fn a_backup_is_carried_in_plain_or_sealed_and_opens_elsewhere() {
    let (dir, _store, made, full) = before_and_after();
    let away = folder();
    let key = Key::sealed_with("correct horse battery").unwrap();
    let plain = carry_to(&made, away.path(), "ffffff", None, now()).unwrap().path;
    let sealed = carry_to(&made, away.path(), "0a1b2c", Some(&key), now()).unwrap().path;
    assert!(!backup::is_sealed(&plain) && backup::is_sealed(&sealed));
    assert_eq!(backup::files_in(away.path()).unwrap().len(), 2);

    // On another computer: no key, an empty profile.
    let (_other_dir, other) = profile();
    let open = |passphrase: Option<&'static str>| Open::file(&sealed, Unlock { key: None, passphrase });
    let refusal = |open: Open<'_>| other.restore(&open, now()).unwrap_err().code();
    assert_eq!(refusal(open(None)), "backup.passphrase_needed");
    assert_eq!(refusal(open(Some("correct horse batterie"))), "backup.passphrase_wrong");
    assert!(other.read(|r| r.is_empty()).unwrap());
    other.restore(&open(Some("correct horse battery")), now()).unwrap();
    assert_eq!(everything(&other), full);
    let (_third_dir, third) = profile();
    third.restore(&Open::file(&plain, Unlock::default()), now()).unwrap();
    assert_eq!(everything(&third), full);

    let content = look_into(dir.path(), &Open::file(&plain, Unlock::default())).unwrap();
    assert_eq!((content.reason.as_str(), content.files), ("asked", 1));
    assert_eq!(content.counts.iter().find(|(kind, _)| *kind == "project").unwrap().1, 2);
}

#[test]
fn what_lies_in_the_folder_in_plain_is_encrypted_with_the_first_that_is() {
    let (dir, _store, made, full) = before_and_after();
    let away = folder();
    let plain = carry_to(&made, away.path(), "0a1b2c", None, now()).unwrap().path;
    let others = carry_to(&made, away.path(), "ffffff", None, now()).unwrap().path;
    let hurt = away.path().join("groundwork-0a1b2c-20261231T000000Z-asked.groundwork-backup");
    fs::write(&hurt, "no backup at all").unwrap();
    let key = Key::sealed_with("correct horse battery").unwrap();
    let carried = carry_to(&made, away.path(), "0a1b2c", Some(&key), now()).unwrap();
    assert_eq!(carried.sealed, 1);
    assert!(backup::is_sealed(&plain) && backup::is_sealed(&carried.path) && !backup::is_sealed(&others));
    assert_eq!(fs::read(&hurt).unwrap(), b"no backup at all");
    let mut left = names(away.path());
    left.retain(|name| name.starts_with(".making"));
    assert_eq!(left, Vec::<String>::new());
    // The passphrase alone opens it, elsewhere.
    let (_other_dir, other) = profile();
    let unlock = Unlock { key: None, passphrase: Some("correct horse battery") };
    other.restore(&Open::file(&plain, unlock), now()).unwrap();
    assert_eq!(everything(&other), full);
    assert_eq!(
        look_into(dir.path(), &Open::file(&plain, Unlock { key: Some(&key), passphrase: None }))
            .unwrap()
            .files,
        1
    );
    assert_eq!(carry_to(&made, away.path(), "0a1b2c", Some(&key), now()).unwrap().sealed, 0);
}

#[test]
fn what_was_half_carried_leaves_the_folder_of_choice_and_nothing_else_does() {
    let (_dir, _store, made, _) = before_and_after();
    let away = folder();
    let hours_ago = std::time::SystemTime::now() - std::time::Duration::from_secs(2 * 3600);
    for (name, old) in [
        (".making-groundwork-0a1b2c-x", true),
        (".making-groundwork-0a1b2c-y", false),
        (".making-groundwork-ffffff-x", true),
        (".making-tea", true),
        ("groundwork-0a1b2c", true),
    ] {
        let file = fs::File::create(away.path().join(name)).unwrap();
        if old {
            file.set_modified(hours_ago).unwrap();
        }
    }
    let carried = carry_to(&made, away.path(), "0a1b2c", None, now()).unwrap().path;
    let mut left = names(away.path());
    left.retain(|name| carried.file_name().unwrap().to_str() != Some(name));
    assert_eq!(
        left,
        [".making-groundwork-0a1b2c-y", ".making-groundwork-ffffff-x", ".making-tea", "groundwork-0a1b2c"]
    );
}

#[test]
fn no_byte_of_a_carried_backup_can_be_changed_unnoticed() {
    let (dir, _store, made, _) = before_and_after();
    let away = folder();
    let key = Key::sealed_with("correct horse battery").unwrap();
    for key in [None, Some(&key)] {
        let path = carry_to(&made, away.path(), "0a1b2c", key, now()).unwrap().path;
        let whole = fs::read(&path).unwrap();
        let unlock = Unlock { key, passphrase: None };
        let before = look_into(dir.path(), &Open::file(&path, unlock)).unwrap();
        for place in (0..whole.len()).step_by(whole.len() / 200 + 1) {
            let mut bytes = whole.clone();
            bytes[place] ^= 0x10;
            fs::write(&path, &bytes).unwrap();
            // What changes nothing that is read (a date in the list of names) may pass; what is read may not differ.
            if let Ok(content) = look_into(dir.path(), &Open::file(&path, unlock)) {
                assert_eq!(content, before, "byte {place}");
            }
        }
        for length in (0..whole.len()).step_by(whole.len() / 50 + 1) {
            fs::write(&path, &whole[..length]).unwrap();
            assert!(look_into(dir.path(), &Open::file(&path, unlock)).is_err(), "cut to {length}");
        }
    }
}

#[test]
fn thinning_takes_only_what_is_ours_and_leaves_the_way_back() {
    let (dir, store) = profile();
    write(&store, fill);
    let old: Timestamp = "2020-01-01T00:00:00Z".parse().unwrap();
    for hours in 0..60 {
        let made = old + jiff::SignedDuration::from_hours(hours);
        store.backup_at(if hours == 1 { "before-restore" } else { "changes" }, made).unwrap();
    }
    let foreign = dir.path().join("backups").join("my own notes");
    fs::create_dir(&foreign).unwrap();
    fs::write(foreign.join("note.txt"), b"mine").unwrap();
    let gone = backup::thin(dir.path(), now()).unwrap();
    let left = backups_in(dir.path()).unwrap();
    // Three days, each with its newest, and the newest before a restore.
    assert_eq!((gone, left.len()), (56, 4));
    assert!(left.iter().any(|backup| backup.reason == "before-restore"));
    assert!(foreign.join("note.txt").exists());
    for backup in left {
        look_into(dir.path(), &Open::folder(&backup.path)).unwrap();
    }
}

#[test]
fn a_backup_is_due_after_half_an_hour_of_change_and_not_without_change() {
    let (_dir, store) = profile();
    let later = |minutes: i64| now() + jiff::SignedDuration::from_mins(minutes);
    assert!(!store.backup_is_due(now()).unwrap(), "there is nothing to lose yet");
    write(&store, fill);
    assert!(store.backup_is_due(now()).unwrap());
    store.backup_at("changes", now()).unwrap();
    assert!(!store.backup_is_due(later(600)).unwrap(), "nothing was changed");
    write(&store, |w| w.clear_target());
    assert!(!store.backup_is_due(later(29)).unwrap());
    assert!(store.backup_is_due(later(30)).unwrap());
    store.backup_at("changes", later(30)).unwrap();
    store.undo(Origin::Test, Step::ANY).unwrap();
    assert!(store.backup_is_due(later(61)).unwrap(), "an undo is a change too");
    // A clock that was set back far does not stop backups.
    assert!(store.backup_is_due(later(-60 * 24 * 400)).unwrap());
}

#[test]
fn a_backup_of_an_older_schema_comes_back_in_todays() {
    let (dir, store) = profile();
    for schema in 1..=4 {
        // The backup that was made before that profile was migrated holds the old schema.
        let old = crate::golden::unpacked(schema);
        drop(Store::open(old.path()).unwrap());
        let Some(made) = backups_in(old.path()).unwrap().pop() else { continue };
        store.restore(&Open::folder(&made.path), now()).unwrap();
        assert!(!store.read(|r| r.is_empty()).unwrap(), "schema {schema}");
        thorough_check(&dir);
    }
}

fn thorough_check(dir: &tempfile::TempDir) {
    let answer: String =
        raw(dir.path()).pragma_query_value(None, "integrity_check", |row| row.get(0)).unwrap();
    assert_eq!(answer, "ok");
}

fn copy_all(from: &std::path::Path, to: &std::path::Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        if entry.path().is_dir() {
            copy_all(&entry.path(), &to.join(entry.file_name()));
        } else {
            fs::copy(entry.path(), to.join(entry.file_name())).unwrap();
        }
    }
}
