//! From older schemas to this one. Schema 0 was never released: an empty database with our mark stands for it.

use crate::golden::unpacked;
use crate::world::*;
use groundwork_domain::Minutes;
use groundwork_domain::person::{EvidenceKind, LogRecord};
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

#[test]
fn what_was_logged_as_evidence_moves_to_the_log_unless_files_hang_on_it() {
    let dir = unpacked(1);
    let conn = raw(dir.path());
    let row = "INSERT INTO evidence (id, skill, kind, minutes, on_day, title, reviewer, words, url, example) VALUES ";
    conn.execute_batch(&format!(
        "{row} ('m1', 'sql', 'log', 1440, '2026-01-02', 'Title', 'Ada', 'words\nmore', 'https://example.org/', 0);
         {row} ('m2', 'git', 'log', 1, '2026-01-01', '', '', 'only words', '', 1);
         {row} ('m3', 'git', 'log', 30, '2026-01-03', '', '', '', '', 0);
         {row} ('m4', 'git', 'course', NULL, '2026-01-03', 'Git', '', '', '', 0);"
    ))
    .unwrap();
    conn.close().unwrap();
    let store = Store::open(dir.path()).unwrap();
    let moved = |id: &str, skill: &str, on: &str, minutes: u32, note: &str| LogRecord {
        skill: Some(skill_id(skill)),
        on: date(on),
        minutes: Minutes(minutes),
        note: note.into(),
        ..bare_log_entry(id)
    };
    store
        .read(|r| {
            let wanted = [
                moved("m2", "git", "2026-01-01", 1, "only words"),
                moved("m1", "sql", "2026-01-02", 1440, "Title\nAda\nwords\nmore\nhttps://example.org/"),
                moved("m3", "git", "2026-01-03", 30, ""),
            ];
            assert_eq!(r.log_entries()?, wanted);
            let left: Vec<_> = r.evidence()?.into_iter().map(|one| (one.id.to_string(), one.what)).collect();
            let log = EvidenceKind::Log { minutes: Minutes(90) };
            let review = EvidenceKind::Review { states: level(3) };
            let left_wanted = [("m4", EvidenceKind::Course), ("ev1", log), ("ev2", review)];
            assert_eq!(left, left_wanted.map(|(id, what)| (id.to_owned(), what)));
            // The mark of the example moves along; the files stay where they hang.
            assert_eq!((r.example_count()?, r.all_attachments()?.len()), (1, 3));
            Ok::<_, groundwork_store::StoreError>(())
        })
        .unwrap();
    assert_eq!(write(&store, |w| w.remove_example()).value, 1);
}

/// Each of these stands in the way of one statement of a migration.
fn a_migration_fails(schema: u32, obstacles: impl IntoIterator<Item = String>) {
    for obstacle in obstacles {
        let dir = unpacked(schema);
        let conn = raw(dir.path());
        conn.execute_batch(&obstacle).unwrap();
        conn.close().unwrap();
        let before = hash(&dir.path().join("groundwork.db"));
        assert!(Store::open(dir.path()).is_err(), "{obstacle}");
        assert_eq!(hash(&dir.path().join("groundwork.db")), before, "{obstacle}");
    }
}

fn table(name: &str) -> String {
    format!("CREATE TABLE {name} (x)")
}

const OF_SCHEMA_3: [&str; 11] = [
    "certification_attempt",
    "certification_cost",
    "certification_credit",
    "certification_period",
    "correction",
    "issuer_key",
    "address",
    "reminder_settings",
    "kept_reminder",
    "kept_look",
    "kept_event",
];

#[test]
fn a_migration_that_fails_at_any_statement_leaves_the_profile_of_schema_1_as_it_was() {
    let tables = [
        "log_entry",
        "timer",
        "timer_stretch",
        "plan_item_pin",
        "scenario",
        "scenario_item",
        "week_review",
        "kept_day",
        "kept_forecast",
        "kept_end",
        "kept_session",
        "log_entry_by_day",
        // And those of the migration after that: neither of the two is left behind.
        OF_SCHEMA_3[0],
        OF_SCHEMA_3[10],
    ];
    let columns = ["place", "place_item", "split_after"];
    let columns = columns.map(|column| format!("ALTER TABLE plan_item ADD COLUMN {column} TEXT"));
    a_migration_fails(1, tables.map(table).into_iter().chain(columns));
}

#[test]
fn a_migration_that_fails_at_any_statement_leaves_the_profile_of_schema_2_as_it_was() {
    let columns = [
        ("certification", "reschedule_by"),
        ("certification", "retry_from"),
        ("certification", "keep_up"),
        ("certification", "performance_based"),
        ("attachment", "badge"),
    ];
    let columns = columns.map(|(table, column)| format!("ALTER TABLE {table} ADD COLUMN {column} TEXT"));
    a_migration_fails(2, OF_SCHEMA_3.map(table).into_iter().chain(columns));
}
