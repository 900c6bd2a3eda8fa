use crate::world::*;
use groundwork_store::{Store, StoreError};
use std::fs;
use std::path::Path;

/// Opening must fail with this code and leave every byte and name as it was.
fn refused(dir: &Path, code: &str) {
    let file = dir.join("groundwork.db");
    let before = (names(dir), hash(&file));
    for open in [Store::open, Store::create_or_open] {
        assert_eq!(open(dir).err().expect("must be refused").code(), code);
        assert_eq!((names(dir), hash(&file)), before);
    }
}

/// A folder with nothing but a database that `change` was done to.
fn with(change: impl FnOnce(&rusqlite::Connection)) -> tempfile::TempDir {
    let (dir, store) = profile();
    write(&store, fill);
    drop(store);
    fs::remove_dir_all(dir.path().join("state")).unwrap();
    let conn = raw(dir.path());
    change(&conn);
    conn.close().unwrap();
    dir
}

#[test]
fn a_profile_of_a_newer_version_is_left_alone() {
    let dir = with(|conn| conn.pragma_update(None, "user_version", 5).unwrap());
    refused(dir.path(), "store.newer_schema");
    let error = Store::open(dir.path()).err().unwrap();
    assert!(matches!(error, StoreError::NewerSchema { found: 5, known: 4 }));
    let dir = with(|conn| conn.pragma_update(None, "user_version", -1).unwrap());
    refused(dir.path(), "store.newer_schema");
}

#[test]
fn a_database_of_another_program_is_left_alone() {
    let dir = with(|conn| conn.pragma_update(None, "application_id", 7).unwrap());
    refused(dir.path(), "store.foreign_file");
    // Another program's, in a mode in which merely reading it would put files beside it.
    let dir = with(|conn| {
        conn.pragma_update(None, "application_id", 7).unwrap();
        conn.pragma_update(None, "journal_mode", "WAL").unwrap();
    });
    refused(dir.path(), "store.foreign_file");
}

#[test]
fn a_file_that_is_no_database_is_left_alone() {
    let dir = folder();
    for content in [&b""[..], b"hello", &[7; 8192], b"SQLite format 2\0"] {
        fs::write(dir.path().join("groundwork.db"), content).unwrap();
        refused(dir.path(), "store.foreign_file");
    }
}

#[test]
fn a_truncated_or_zeroed_database_is_said_to_be_damaged() {
    let dir = with(|_| {});
    let file = dir.path().join("groundwork.db");
    let whole = fs::read(&file).unwrap();
    for length in [16, 99, 100, 4095, 4096, 5000, whole.len() / 2, whole.len() - 1] {
        fs::write(&file, &whole[..length]).unwrap();
        refused(dir.path(), "store.damaged");
    }
    fs::write(&file, vec![0; whole.len()]).unwrap();
    refused(dir.path(), "store.damaged");
    let mut bad = whole.clone();
    bad[4096..].fill(0xa5);
    fs::write(&file, &bad).unwrap();
    refused(dir.path(), "store.damaged");
    fs::write(&file, &whole).unwrap();
    Store::open(dir.path()).unwrap();
}

#[test]
fn a_database_without_its_tables_is_said_to_be_damaged() {
    let dir = with(|conn| conn.execute_batch("DROP TABLE project_link").unwrap());
    assert_eq!(Store::open(dir.path()).err().unwrap().code(), "store.damaged");
}

#[test]
fn a_folder_that_is_none_is_refused() {
    let dir = folder();
    let code = |path: &Path| Store::create_or_open(path).err().map(|error| error.code());
    let file = dir.path().join("file");
    fs::write(&file, "").unwrap();
    assert_eq!(code(&file), Some("store.not_a_folder"));
    assert_eq!(code(&file.join("below")), Some("store.not_a_folder"));
    assert_eq!(code(&dir.path().join("none/below")), Some("store.missing_parent"));
    assert_eq!(Store::open(&dir.path().join("none")).err().unwrap().code(), "store.no_profile");
    assert_eq!(Store::open(dir.path()).err().unwrap().code(), "store.no_profile");
    fs::create_dir(dir.path().join("groundwork.db")).unwrap();
    assert_eq!(code(dir.path()), Some("store.not_a_file"));
    assert_eq!(names(dir.path()), ["file", "groundwork.db"]);
}

#[cfg(unix)]
#[test]
fn a_link_that_leads_nowhere_is_not_followed() {
    use std::os::unix::fs::symlink;
    let dir = folder();
    let (link, target) = (dir.path().join("link"), dir.path().join("target"));
    symlink(&target, &link).unwrap();
    assert!(matches!(Store::create_or_open(&link), Err(StoreError::DanglingLink)));
    assert!(!target.exists());
    // A link to a folder is the person's own arrangement.
    fs::create_dir(&target).unwrap();
    let store = Store::create_or_open(&link).unwrap();
    assert_eq!(store.dir(), fs::canonicalize(&target).unwrap());
    drop(store);
    // A link in the place of the database is not.
    let other = dir.path().join("other");
    fs::create_dir(&other).unwrap();
    symlink(target.join("groundwork.db"), other.join("groundwork.db")).unwrap();
    assert!(matches!(Store::create_or_open(&other), Err(StoreError::Link)));
    assert!(matches!(Store::open(&other), Err(StoreError::Link)));
}

#[test]
fn a_journal_that_lost_its_database_is_kept() {
    let dir = folder();
    let journal = dir.path().join("groundwork.db-journal");
    fs::write(&journal, "the last copy of something").unwrap();
    assert!(matches!(Store::create_or_open(dir.path()), Err(StoreError::OrphanJournal)));
    assert_eq!(names(dir.path()), ["groundwork.db-journal"]);
}

#[cfg(target_os = "linux")]
#[test]
fn a_folder_that_cannot_be_written_is_said_to_be_read_only() {
    // Even root may not make files here.
    let error = Store::create_or_open("/proc/groundwork".as_ref()).err().unwrap();
    assert!(matches!(error, StoreError::ReadOnly | StoreError::MissingParent), "{error:?}");
    let denied = std::io::Error::from(std::io::ErrorKind::ReadOnlyFilesystem);
    assert_eq!(StoreError::from(denied).code(), "store.read_only");
    let full = std::io::Error::from(std::io::ErrorKind::StorageFull);
    assert_eq!(StoreError::from(full).code(), "store.disk_full");
}

#[test]
fn what_sqlite_reports_has_a_clear_code() {
    use rusqlite::ffi;
    for (number, code) in [
        (ffi::SQLITE_BUSY, "store.busy"),
        (ffi::SQLITE_FULL, "store.disk_full"),
        (ffi::SQLITE_CORRUPT, "store.damaged"),
        (ffi::SQLITE_NOTADB, "store.damaged"),
        (ffi::SQLITE_READONLY_DIRECTORY, "store.read_only"),
        (ffi::SQLITE_CONSTRAINT_CHECK, "store.refused"),
        (ffi::SQLITE_IOERR_WRITE, "store.io"),
    ] {
        let error = rusqlite::Error::SqliteFailure(ffi::Error::new(number), None);
        assert_eq!(StoreError::from(error).code(), code, "{number}");
    }
}
