//! Schema 0 was never released: an empty database with our mark stands for an older profile.

use crate::world::*;
use groundwork_store::Store;

fn schema_0(sql: &str) -> tempfile::TempDir {
    let dir = folder();
    let conn = raw(dir.path());
    conn.pragma_update(None, "application_id", 0x4772_776b).unwrap();
    conn.execute_batch(sql).unwrap();
    conn.close().unwrap();
    dir
}

#[test]
fn an_older_profile_is_backed_up_and_then_brought_up_to_date() {
    let dir = schema_0("CREATE TABLE keepsake (x); INSERT INTO keepsake VALUES (7)");
    let store = Store::open(dir.path()).unwrap();
    write(&store, fill);
    let backups = names(&dir.path().join("backups"));
    assert_eq!(backups.len(), 1);
    assert!(backups[0].ends_with("-before-migration"));
    let backup = raw(&dir.path().join("backups").join(&backups[0]));
    let kept: i64 = backup.query_row("SELECT x FROM keepsake", [], |row| row.get(0)).unwrap();
    let schema: i64 = backup.pragma_query_value(None, "user_version", |row| row.get(0)).unwrap();
    assert_eq!((kept, schema), (7, 0));
    drop(store);
    Store::open(dir.path()).unwrap();
    assert_eq!(names(&dir.path().join("backups")).len(), 1);
}

#[test]
fn a_migration_that_fails_leaves_the_older_profile_as_it_was() {
    let dir = schema_0("CREATE TABLE history (x); INSERT INTO history VALUES (7)");
    let before = hash(&dir.path().join("groundwork.db"));
    assert!(Store::open(dir.path()).is_err());
    assert_eq!(hash(&dir.path().join("groundwork.db")), before);
    assert_eq!(names(&dir.path().join("backups")).len(), 1);
}
