//! A database that is damaged or gone, one that cannot be written, and a profile that is moved.

use crate::world::*;
use groundwork_domain::person::{AttachmentRecord, Owner};
use groundwork_store::backup::{Open, backups_in};
use groundwork_store::{Origin, Step, Store, StoreError, care};
use jiff::Timestamp;
use std::fs;
use std::path::Path;

fn now() -> Timestamp {
    "2027-01-04T10:15:00Z".parse().unwrap()
}

/// A full profile with a backup, closed.
fn closed() -> (tempfile::TempDir, String) {
    let (dir, store) = profile();
    write(&store, fill);
    store.backup_at("changes", now()).unwrap();
    let full = everything(&store);
    (dir, full)
}

fn code(result: Result<Store, StoreError>) -> &'static str {
    result.map(|_| "opened").unwrap_or_else(|error| error.code())
}

/// Zeroes the page on which a table begins.
fn lose_first_page_of(dir: &Path, table: &str) -> Vec<u8> {
    let page: u32 = raw(dir)
        .query_row("SELECT rootpage FROM sqlite_schema WHERE name = ?1", [table], |row| row.get(0))
        .unwrap();
    let path = dir.join("groundwork.db");
    let mut bytes = fs::read(&path).unwrap();
    let start = (page as usize - 1) * 4096;
    bytes[start..start + 4096].fill(0);
    fs::write(&path, &bytes).unwrap();
    bytes
}

#[test]
fn a_damaged_database_makes_room_for_a_backup_and_stays_as_it_was() {
    let (dir, full) = closed();
    let damaged = lose_first_page_of(dir.path(), "project");
    assert_eq!(code(Store::open(dir.path())), "store.damaged");
    let (backup, content) = care::newest_whole(dir.path()).unwrap().unwrap();
    assert_eq!(content.counts.iter().find(|(kind, _)| *kind == "project").unwrap().1, 2);
    let mended = care::restore(dir.path(), &Open::folder(&backup.path), now()).unwrap();
    let aside = mended.aside.unwrap();
    assert_eq!(fs::read(aside.join("groundwork.db")).unwrap(), damaged);
    let store = Store::open(dir.path()).unwrap();
    assert_eq!(everything(&store), full);
    write(&store, |w| w.clear_target());
    store.undo(Origin::Test, Step::ANY).unwrap().unwrap();
}

#[test]
fn what_can_be_read_of_a_damaged_database_is_salvaged() {
    let (dir, _) = closed();
    let whole = care::look_at_salvage(dir.path()).unwrap();
    assert!(whole.complete, "of one that is whole everything: {whole:?}");
    let damaged = lose_first_page_of(dir.path(), "project");
    let found = care::look_at_salvage(dir.path()).unwrap();
    assert_eq!(fs::read(dir.path().join("groundwork.db")).unwrap(), damaged, "looking changes nothing");
    let (mended, salvaged) = care::salvage(dir.path(), now()).unwrap();
    assert_eq!(found, salvaged);
    assert!(!salvaged.complete && salvaged.lost > 0, "{salvaged:?}");
    assert_eq!(fs::read(mended.aside.unwrap().join("groundwork.db")).unwrap(), damaged);
    let store = Store::open(dir.path()).unwrap();
    let count = |kind: &str, counts: &[(&str, u32)]| counts.iter().find(|(k, _)| *k == kind).unwrap().1;
    let counts = store.read(|r| r.counts()).unwrap();
    assert_eq!(count("project", &counts), 0);
    for kind in ["certification", "evidence", "plan_item", "skill", "log_entry", "scenario"] {
        assert_eq!(count(kind, &counts), count(kind, &whole.counts), "{kind}");
    }
    drop(store);
    reads_whole(dir.path());
    let store = Store::open(dir.path()).unwrap();
    assert_eq!(store.undo(Origin::Test, Step::ANY).unwrap(), None, "no undo is promised that cannot be kept");
}

#[test]
fn a_schema_of_which_a_page_is_lost_gives_what_stands_before_it() {
    let (dir, _) = closed();
    let path = dir.path().join("groundwork.db");
    let mut bytes = fs::read(&path).unwrap();
    // The second half of the pages: tables that came with later schemas, and half of the schema itself.
    let half = bytes.len() / 8192 * 4096;
    bytes[half..].fill(0);
    fs::write(&path, &bytes).unwrap();
    assert_ne!(code(Store::open(dir.path())), "opened");
    if let Ok(salvaged) = care::look_at_salvage(dir.path()) {
        assert!(!salvaged.complete);
    }
    let (backup, _) = care::newest_whole(dir.path()).unwrap().unwrap();
    care::restore(dir.path(), &Open::folder(&backup.path), now()).unwrap();
    reads_whole(dir.path());
}

#[test]
fn a_database_that_is_gone_is_not_replaced_by_an_empty_one() {
    let (dir, full) = closed();
    fs::remove_file(dir.path().join("groundwork.db")).unwrap();
    assert_eq!(code(Store::create_or_open(dir.path())), "store.lost_database");
    assert_eq!(code(Store::open(dir.path())), "store.lost_database");
    assert!(!dir.path().join("groundwork.db").exists());
    let backup = backups_in(dir.path()).unwrap().pop().unwrap();
    let mended = care::restore(dir.path(), &Open::folder(&backup.path), now()).unwrap();
    assert!(mended.aside.is_none());
    assert_eq!(everything(&Store::open(dir.path()).unwrap()), full);
}

#[test]
fn one_can_begin_anew_and_nothing_is_thrown_away() {
    let (dir, _) = closed();
    let damaged = lose_first_page_of(dir.path(), "project");
    let mended = care::begin(dir.path(), now()).unwrap();
    assert_eq!(fs::read(mended.aside.unwrap().join("groundwork.db")).unwrap(), damaged);
    let store = Store::open(dir.path()).unwrap();
    assert!(store.read(|r| r.is_empty()).unwrap());
    assert_eq!(backups_in(dir.path()).unwrap().len(), 1);
}

#[test]
fn nothing_is_replaced_while_another_program_has_it_open() {
    let (dir, store) = profile();
    write(&store, fill);
    let made = store.backup_at("changes", now()).unwrap();
    let refusal = care::restore(dir.path(), &Open::folder(&made), now()).unwrap_err();
    assert_eq!(refusal.code(), "store.in_use");
    let other = folder();
    let refusal = care::move_to(dir.path(), &other.path().join("there")).unwrap_err();
    assert_eq!(refusal.code(), "store.in_use");
    assert!(!other.path().join("there").exists(), "what was made for it is gone again");
    write(&store, |w| w.clear_target());
}

#[test]
fn a_profile_is_moved_with_everything_and_a_sign_leads_there() {
    let (dir, store) = profile();
    write(&store, fill);
    let diploma = store.store_file(b"a diploma").unwrap();
    store.backup_at("changes", now()).unwrap();
    fs::write(dir.path().join("preferences.json"), b"{}").unwrap();
    let full = everything(&store);
    drop(store);
    let there = folder();
    let to = there.path().join("groundwork");
    let moved = care::move_to(dir.path(), &to).unwrap();
    assert_eq!(moved.to, to);
    assert_eq!(care::moved_to(dir.path()), Some(to.clone()));
    assert_eq!(care::moved_to(&to), None);
    assert!(dir.path().join(care::LEFT).exists() && to.join("preferences.json").exists());
    let store = Store::open(&to).unwrap();
    assert_eq!(everything(&store), full);
    assert_eq!(store.read_file(&diploma.sha256).unwrap(), b"a diploma");
    assert_eq!(backups_in(&to).unwrap().len(), 1);
    // Without the sign being followed nothing empty is made in the old place.
    assert_eq!(code(Store::create_or_open(dir.path())), "store.lost_database");
}

#[test]
fn data_is_not_moved_into_itself_or_onto_something() {
    let (dir, full) = closed();
    let taken = folder();
    fs::write(taken.path().join("mine.txt"), b"mine").unwrap();
    let within = dir.path().join("within");
    let nowhere = taken.path().join("no").join("where");
    for (to, wanted) in [
        (taken.path(), "care.not_empty"),
        (within.as_path(), "care.not_empty"),
        (dir.path(), "care.not_empty"),
        (nowhere.as_path(), "store.missing_parent"),
    ] {
        assert_eq!(care::move_to(dir.path(), to).unwrap_err().code(), wanted, "{}", to.display());
    }
    assert_eq!(names(taken.path()), ["mine.txt"]);
    assert_eq!(everything(&Store::open(dir.path()).unwrap()), full);
}

#[test]
fn a_profile_that_may_not_be_written_can_be_read() {
    let (dir, full) = closed();
    let before = names(dir.path());
    let store = Store::open_read_only(dir.path()).unwrap();
    assert_eq!(everything(&store), full);
    assert!(store.is_read_only());
    let refused = store.write(change("test.write"), |w| w.clear_target()).unwrap_err();
    assert_eq!(refused.code(), "store.read_only");
    assert_eq!(store.keep(|w| w.keep_day(&kept_day("2027-01-04"))).unwrap_err().code(), "store.read_only");
    assert_eq!(store.undo(Origin::Test, Step::ANY).unwrap_err().code(), "store.read_only");
    assert_eq!(store.backup("asked").unwrap_err().code(), "store.read_only");
    assert_eq!(store.store_file(b"new").unwrap_err().code(), "store.read_only");
    drop(store);
    assert_eq!(names(dir.path()), before);
}

#[test]
fn an_older_profile_that_may_not_be_written_is_read_in_a_copy() {
    for schema in 1..=3 {
        let dir = crate::golden::unpacked(schema);
        let bytes = fs::read(dir.path().join("groundwork.db")).unwrap();
        let store = Store::open_read_only(dir.path()).unwrap();
        assert!(!store.read(|r| r.is_empty()).unwrap());
        drop(store);
        assert_eq!(fs::read(dir.path().join("groundwork.db")).unwrap(), bytes);
        assert_eq!(names(dir.path()), ["groundwork.db"]);
    }
}

#[test]
fn a_foreign_journal_does_not_cost_the_database() {
    let (dir, full) = closed();
    // The journal of another database, as when files of two profiles are mixed up.
    let (other_dir, other) = profile();
    write(&other, |w| w.put_skill_record(&skill("sql", 1)));
    drop(other);
    let journal = hot_journal(other_dir.path());
    let database = dir.path().join("groundwork.db");
    let bytes = fs::read(&database).unwrap();
    fs::write(dir.path().join("groundwork.db-journal"), journal).unwrap();
    if let Ok(store) = Store::open(dir.path()) {
        // It was passed over, or what it rolled back was the same.
        assert_eq!(everything(&store), full);
        return;
    }
    let found = care::look_at_salvage(dir.path()).unwrap();
    assert!(found.counts.iter().any(|(_, count)| *count > 0));
    let (mended, _) = care::salvage(dir.path(), now()).unwrap();
    let kept = mended.aside.unwrap().join("before-recovery").join("groundwork.db");
    assert_eq!(fs::read(kept).unwrap(), bytes, "the file lies as it was before the journal was rolled back");
    reads_whole(dir.path());
}

/// The journal of a change that was not finished: copied while the change waits for its commit.
fn hot_journal(dir: &Path) -> Vec<u8> {
    let conn = raw(dir);
    conn.pragma_update(None, "cache_size", 1).unwrap();
    conn.execute_batch("BEGIN IMMEDIATE; UPDATE skill SET claimed = 5; CREATE TABLE large (x); ").unwrap();
    conn.execute_batch(
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000)
         INSERT INTO large SELECT hex(randomblob(200)) FROM n",
    )
    .unwrap();
    let journal = fs::read(dir.join("groundwork.db-journal")).unwrap();
    conn.execute_batch("ROLLBACK").unwrap();
    assert!(!journal.is_empty());
    journal
}

/// Checks the database in full and reads every record; the world's attached files have no bytes.
fn reads_whole(dir: &Path) {
    Store::open(dir).unwrap().read(|r| r.everything()).unwrap();
    let answer: String = raw(dir).pragma_query_value(None, "integrity_check", |row| row.get(0)).unwrap();
    assert_eq!(answer, "ok");
}

/// A profile with three attached files in two records each, and a backup of it.
fn with_files() -> (tempfile::TempDir, Store, Vec<std::path::PathBuf>) {
    let (dir, store) = profile();
    write(&store, fill);
    write(&store, |w| {
        ["at1", "at2", "at3", "at4", "at5", "at6"]
            .iter()
            .try_for_each(|id| w.delete_attachment(&record_id(id)).map(drop))
    });
    let mut paths = Vec::new();
    for (number, text) in ["a diploma", "a letter", "a talk"].iter().enumerate() {
        let stored = store.store_file(text.as_bytes()).unwrap();
        paths.push(store.file_path(&stored.sha256).unwrap());
        write(&store, |w| {
            let record = AttachmentRecord {
                name: format!("{text}.txt"),
                sha256: stored.sha256.clone(),
                bytes: stored.bytes,
                media_type: stored.media_type.to_owned(),
                ..attachment(&format!("at{}", number + 10), Owner::Project, "pr1")
            };
            w.put_attachment(&record)?;
            w.put_attachment(&AttachmentRecord { id: record_id(&format!("at{}", number + 20)), ..record })
        });
    }
    assert_eq!(store.check(now()).unwrap(), groundwork_store::Checked::default());
    store.backup_at("changes", now()).unwrap();
    (dir, store, paths)
}

fn names_of(files: &[AttachmentRecord]) -> Vec<&str> {
    files.iter().map(|file| file.name.as_str()).collect()
}

#[test]
fn attached_files_that_are_lost_or_altered_come_back_from_a_backup() {
    let (dir, store, paths) = with_files();
    fs::remove_file(&paths[0]).unwrap();
    // Replaced as editors do it: the backup holds the former file.
    fs::remove_file(&paths[1]).unwrap();
    fs::write(&paths[1], "a forged letter").unwrap();
    let before = everything(&store);
    let checked = store.check(now()).unwrap();
    let mut back = names_of(&checked.back);
    back.sort_unstable();
    assert_eq!(back, ["a diploma.txt", "a diploma.txt", "a letter.txt", "a letter.txt"]);
    assert!(checked.lost.is_empty());
    assert_eq!(fs::read(&paths[0]).unwrap(), b"a diploma");
    assert_eq!(fs::read(&paths[1]).unwrap(), b"a letter");
    let aside = dir.path().join("damaged/20270104T101500Z").join(paths[1].file_name().unwrap());
    assert_eq!(fs::read(aside).unwrap(), b"a forged letter", "what was altered is kept as it was");
    assert_eq!(everything(&store), before);
    assert_eq!(store.check(now()).unwrap(), groundwork_store::Checked::default());
    // A backup's own files stay what they are.
    let backup = backups_in(dir.path()).unwrap().pop().unwrap();
    let content = groundwork_store::backup::look_into(dir.path(), &Open::folder(&backup.path)).unwrap();
    assert_eq!(content.files, 3);
}

#[test]
fn a_file_that_no_backup_holds_is_told_and_left_as_it_is() {
    let (dir, store, paths) = with_files();
    // Bit rot hits the file that the backup shares.
    fs::write(&paths[2], "a tale").unwrap();
    let checked = store.check(now()).unwrap();
    assert_eq!((names_of(&checked.lost), checked.back), (vec!["a talk.txt"; 2], Vec::new()));
    assert_eq!(fs::read(&paths[2]).unwrap(), b"a tale");
    assert!(!dir.path().join("damaged").exists());
    // The next newest one that holds it is taken.
    let backup = backups_in(dir.path()).unwrap().pop().unwrap().path;
    let held = backup.join(paths[2].strip_prefix(dir.path()).unwrap());
    fs::remove_file(&held).unwrap();
    fs::write(&held, "a talk").unwrap();
    store.backup_at("asked", now() + jiff::SignedDuration::from_mins(5)).unwrap();
    assert_eq!(names_of(&store.check(now()).unwrap().back), ["a talk.txt"; 2]);
    assert_eq!(fs::read(&paths[2]).unwrap(), b"a talk");
}

#[test]
fn a_move_keeps_one_file_for_all_backups_and_heals_none_by_a_forgery() {
    let (dir, store, paths) = with_files();
    for minute in 1..4 {
        store.backup_at("changes", now() + jiff::SignedDuration::from_mins(minute)).unwrap();
    }
    // Replaced, so that the backups hold the former one.
    fs::remove_file(&paths[1]).unwrap();
    fs::write(&paths[1], "a forged letter").unwrap();
    drop(store);
    let place = tempfile::tempdir().unwrap();
    let to = place.path().join("data");
    care::move_to(dir.path(), &to).unwrap();
    let there = |path: &Path| to.join(path.strip_prefix(dir.path()).unwrap());
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt;
        assert_eq!(fs::metadata(there(&paths[0])).unwrap().nlink(), 5, "the data and four backups");
    }
    assert_eq!(fs::read(there(&paths[1])).unwrap(), b"a forged letter");
    for backup in backups_in(&to).unwrap() {
        assert_eq!(groundwork_store::backup::look_into(&to, &Open::folder(&backup.path)).unwrap().files, 3);
        let held = backup.path.join(paths[1].strip_prefix(dir.path()).unwrap());
        assert_eq!(fs::read(held).unwrap(), b"a letter");
    }
    let moved = Store::open(&to).unwrap();
    assert_eq!(names_of(&moved.check(now()).unwrap().back), ["a letter.txt"; 2]);
}
