use crate::world::*;
use groundwork_store::Store;
use std::collections::BTreeMap;

#[test]
fn every_connection_has_the_settings_that_are_not_up_for_debate() {
    let (_dir, store) = profile();
    for (reading, settings) in store.settings().unwrap().into_iter().enumerate() {
        let found: BTreeMap<_, _> =
            settings.into_iter().map(|setting| (setting.name, setting.value)).collect();
        let wanted = [
            ("journal_mode", "delete"),
            ("synchronous", "3"),
            ("fullfsync", "1"),
            ("foreign_keys", "1"),
            ("trusted_schema", "0"),
            ("cell_size_check", "1"),
            ("mmap_size", "0"),
            ("busy_timeout", "5000"),
            ("defensive", "true"),
            ("enable_trigger", "false"),
            ("enable_view", "false"),
            ("writable_schema", "false"),
            ("application_id", "1198684011"),
            ("user_version", "4"),
            ("query_only", if reading == 1 { "1" } else { "0" }),
        ];
        for (name, value) in wanted {
            assert_eq!(found[name], value, "{name}");
        }
    }
}

#[test]
fn the_sqlite_of_the_program_is_young_enough() {
    let version: Vec<u32> = Store::sqlite_version().split('.').map(|part| part.parse().unwrap()).collect();
    assert!(version >= vec![3, 51, 3], "{version:?}");
}

#[test]
fn every_table_is_strict_and_every_check_has_a_name() {
    let (dir, store) = profile();
    drop(store);
    let conn = raw(dir.path());
    let sql = "SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND name NOT LIKE 'sqlite_%'";
    let mut tables = conn.prepare(sql).unwrap();
    let rows = tables.query_map([], |row| Ok((row.get::<_, String>(0)?, row.get::<_, bool>(1)?))).unwrap();
    let tables: Vec<_> = rows.map(Result::unwrap).collect();
    assert_eq!(tables.len(), 46);
    assert!(tables.iter().all(|(_, strict)| *strict), "{tables:?}");
}
