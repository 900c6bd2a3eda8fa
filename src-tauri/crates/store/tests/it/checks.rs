use crate::world::*;
use groundwork_store::Store;
use std::fs;
use std::time::{Duration, SystemTime};

/// What only the full check sees: a link of a project that does not exist.
fn orphan(dir: &std::path::Path) {
    let conn = raw(dir);
    conn.pragma_update(None, "foreign_keys", "OFF").unwrap();
    conn.execute("INSERT INTO project_link VALUES ('nobody', 1, '', '')", []).unwrap();
}

/// The marks of programs that have it open, or had.
fn marks(dir: &std::path::Path) -> Vec<String> {
    let all = names(&dir.join("state")).into_iter();
    all.filter(|name| name.starts_with("open-") || name.starts_with("entering-")).collect()
}

#[test]
fn after_an_unclean_end_the_profile_is_checked_in_full() {
    let (dir, store) = profile();
    drop(store);
    assert_eq!(marks(dir.path()), [""; 0]);
    orphan(dir.path());
    // A clean end and a recent check: only the quick one runs.
    drop(Store::open(dir.path()).unwrap());
    // What a killed program leaves.
    fs::write(dir.path().join("state/open-killed"), "").unwrap();
    for _ in 0..2 {
        assert_eq!(Store::open(dir.path()).err().unwrap().code(), "store.damaged");
    }
    let conn = raw(dir.path());
    conn.execute("DELETE FROM project_link WHERE project = 'nobody'", []).unwrap();
    drop(conn);
    let store = Store::open(dir.path()).unwrap();
    assert_eq!(marks(dir.path()).len(), 1);
    drop(store);
    assert_eq!(marks(dir.path()), [""; 0]);
}

#[test]
fn the_profile_is_checked_in_full_every_week_and_when_the_clock_was_set_back() {
    let (dir, store) = profile();
    drop(store);
    orphan(dir.path());
    let day = Duration::from_secs(24 * 60 * 60);
    let set = |at: SystemTime| {
        let file = fs::File::options().write(true).open(dir.path().join("state/checked")).unwrap();
        file.set_modified(at).unwrap();
    };
    set(SystemTime::now() - 6 * day);
    drop(Store::open(dir.path()).unwrap());
    set(SystemTime::now() - 7 * day);
    assert!(Store::open(dir.path()).is_err());
    set(SystemTime::now() + 2 * day);
    assert!(Store::open(dir.path()).is_err());
}

#[test]
fn a_program_that_still_runs_is_no_unclean_end() {
    let (dir, window) = profile();
    orphan(dir.path());
    let terminal = Store::open(dir.path()).unwrap();
    drop(window);
    drop(terminal);
    assert_eq!(marks(dir.path()), [""; 0]);
}

#[test]
fn closing_one_store_does_not_open_the_door_that_another_holds() {
    let (dir, store) = profile();
    let result = store.write(change("long"), |w| {
        fill(w)?;
        // Another start in the same process, which looks at the file and leaves again.
        drop(Store::open(dir.path())?);
        let stranger = raw(dir.path());
        stranger.busy_timeout(Duration::ZERO).unwrap();
        assert!(stranger.execute_batch("BEGIN IMMEDIATE").is_err());
        Ok::<_, groundwork_store::StoreError>(())
    });
    result.unwrap();
}

#[test]
fn a_program_that_was_killed_on_its_way_in_leaves_nothing_for_long() {
    let (dir, store) = profile();
    drop(store);
    let state = dir.path().join("state");
    for (name, age) in [("entering-now", 0), ("entering-killed", 2 * 60 * 60)] {
        let file = fs::File::create(state.join(name)).unwrap();
        file.set_modified(SystemTime::now() - Duration::from_secs(age)).unwrap();
    }
    drop(Store::open(dir.path()).unwrap());
    assert_eq!(marks(dir.path()), ["entering-now"]);
}

#[test]
fn a_letter_that_the_disk_turned_is_noticed() {
    let (dir, store) = profile();
    write(&store, fill);
    drop(store);
    let path = dir.path().join("groundwork.db");
    let good = fs::read(&path).unwrap();
    let at = good.windows(6).position(|letters| letters == b"summer").unwrap();
    let mut turned = good.clone();
    turned[at] ^= 1;
    fs::write(&path, &turned).unwrap();
    // SQLite finds nothing wrong with it.
    let check: String =
        raw(dir.path()).pragma_query_value(None, "integrity_check", |row| row.get(0)).unwrap();
    assert_eq!(check, "ok");
    assert_eq!(Store::open(dir.path()).err().map(|error| error.code()), Some("store.damaged"));
    assert!(fs::read(&path).unwrap() == turned);
    fs::write(&path, &good).unwrap();
    drop(Store::open(dir.path()).unwrap());
}

#[test]
fn a_change_that_another_program_made_properly_is_no_damage() {
    let (dir, store) = profile();
    write(&store, fill);
    drop(store);
    assert_eq!(raw(dir.path()).execute("UPDATE absence SET reason = 'winter'", []).unwrap(), 1);
    let store = Store::open(dir.path()).unwrap();
    assert_eq!(store.read(|r| r.absences()).unwrap()[0].reason, "winter");
}
