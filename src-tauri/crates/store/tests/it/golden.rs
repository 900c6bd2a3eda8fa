//! Profiles of each released schema, as the program of that time wrote them.

use crate::world::*;
use groundwork_domain::person::TimerRecord;
use groundwork_store::{Origin, Store, StoreError, Writer};
use std::fs;
use std::io::{Read, Write};
use std::path::PathBuf;

fn golden(schema: u32) -> PathBuf {
    let path = format!("tests/fixtures/golden/v{schema}/groundwork.db.gz");
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// A folder with the golden profile of a schema.
pub fn unpacked(schema: u32) -> tempfile::TempDir {
    let mut bytes = Vec::new();
    flate2::read::GzDecoder::new(fs::File::open(golden(schema)).unwrap()).read_to_end(&mut bytes).unwrap();
    let dir = folder();
    fs::write(dir.path().join("groundwork.db"), bytes).unwrap();
    dir
}

fn pack(schema: u32, dir: &std::path::Path) {
    let path = golden(schema);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    let mut file =
        flate2::write::GzEncoder::new(fs::File::create(path).unwrap(), flate2::Compression::best());
    file.write_all(&fs::read(dir.join("groundwork.db")).unwrap()).unwrap();
    file.finish().unwrap();
}

/// The same two changes, made by this version.
fn made_now(fill: fn(&Writer) -> Result<(), StoreError>) -> (tempfile::TempDir, Store) {
    let (dir, store) = profile();
    write(&store, fill);
    write(&store, |w| w.put_skill_record(&skill("git", 4)));
    (dir, store)
}

/// A profile of an older schema opens with every record and a history to read.
fn opens_with_every_record(schema: u32, fill: fn(&Writer) -> Result<(), StoreError>) {
    let dir = unpacked(schema);
    let old = Store::open(dir.path()).unwrap();
    let (_dir, new) = made_now(fill);
    if schema >= 3 {
        looked(&new);
    }
    assert_eq!(everything(&old), everything(&new));
    let backups = names(&dir.path().join("backups"));
    assert_eq!(backups.len(), 1);
    let backup = raw(&dir.path().join("backups").join(&backups[0]));
    let kept: u32 = backup.pragma_query_value(None, "user_version", |row| row.get(0)).unwrap();
    assert_eq!(kept, schema);
    // What was done is still told; but a change of that schema is not taken back in this one.
    let history = old.history(10, None).unwrap();
    assert_eq!(history.entries, new.history(10, None).unwrap().entries);
    assert_eq!((history.undo, history.redo), (None, None));
    assert_eq!(old.undo(Origin::Test, groundwork_store::Step::ANY).unwrap(), None);
    assert_eq!(old.redo(Origin::Test, groundwork_store::Step::ANY).unwrap(), None);
    assert_eq!(everything(&old), everything(&new));
    // New changes are, down to the older ones.
    for change in [
        |w: &Writer| w.set_timer(&TimerRecord { item: None, ..timer() }),
        |w: &Writer| w.put_certification(&long_held("ce1")),
        |w: &Writer| w.delete_certification(&record_id("ce1")).map(drop),
    ] {
        write(&old, change);
        assert_ne!(everything(&old), everything(&new));
        assert!(old.undo(Origin::Test, groundwork_store::Step::ANY).unwrap().is_some());
        assert_eq!(old.undo(Origin::Test, groundwork_store::Step::ANY).unwrap(), None);
        assert_eq!(everything(&old), everything(&new));
    }
}

#[test]
fn a_profile_of_schema_1_opens_with_every_record_and_a_history_to_read() {
    opens_with_every_record(1, fill_of_schema_1);
}

#[test]
fn a_profile_of_schema_2_opens_with_every_record_and_a_history_to_read() {
    opens_with_every_record(2, fill_of_schema_2);
}

#[test]
fn a_profile_of_schema_3_opens_with_every_record_and_a_history_to_read() {
    opens_with_every_record(3, fill_of_schema_3);
}

#[test]
fn a_profile_of_schema_4_opens_with_every_record_and_its_history() {
    let dir = unpacked(4);
    let old = Store::open(dir.path()).unwrap();
    let (_dir, new) = made_now(fill);
    looked(&new);
    assert_eq!(everything(&old), everything(&new));
    assert!(!dir.path().join("backups").exists());
    for _ in 0..2 {
        assert_eq!(old.history(10, None).unwrap(), new.history(10, None).unwrap());
        old.undo(Origin::Test, groundwork_store::Step::ANY).unwrap().unwrap();
        new.undo(Origin::Test, groundwork_store::Step::ANY).unwrap().unwrap();
        assert_eq!(everything(&old), everything(&new));
    }
    assert!(old.read(|r| r.is_empty()).unwrap());
    assert_eq!(old.read(|r| r.kept_look()).unwrap(), Some(instant("2027-01-04T10:15:00Z")));
}

#[test]
fn the_newest_golden_profile_has_the_tables_of_a_new_one() {
    let tables = |dir: &std::path::Path| -> Vec<(String, String)> {
        let conn = raw(dir);
        let sql = "SELECT name, coalesce(sql, '') FROM sqlite_master ORDER BY type, name";
        let mut rows = conn.prepare(sql).unwrap();
        let rows = rows.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).unwrap();
        rows.map(Result::unwrap).collect()
    };
    let (dir, _store) = profile();
    assert_eq!(tables(unpacked(4).path()), tables(dir.path()));
    // And one that was brought here from an older schema has them too.
    for schema in [1, 2, 3] {
        let old = unpacked(schema);
        drop(Store::open(old.path()).unwrap());
        assert_eq!(tables(old.path()), tables(dir.path()), "{schema}");
    }
}

/// The program looked once what was due.
fn looked(store: &Store) {
    store.keep(|w| w.keep_look(instant("2027-01-04T10:15:00Z"))).unwrap();
}

#[test]
#[ignore = "writes the fixture; a released schema's is never written again"]
fn write_the_golden_profile_of_schema_4() {
    let (dir, store) = made_now(fill);
    looked(&store);
    drop(store);
    pack(4, dir.path());
}
