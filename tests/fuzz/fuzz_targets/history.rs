//! Any bytes as the recorded change of the newest line of history: undo applies it or refuses, and the database stays
//! sound. A profile from elsewhere may hold anything there.

#![no_main]

mod example;

use groundwork_app::App;
use libfuzzer_sys::fuzz_target;
use rusqlite::Connection;
use serde_json::json;
use std::cell::RefCell;
use tempfile::TempDir;

struct Person {
    app: App,
    direct: Connection,
    _folder: TempDir,
}

fn begins() -> Person {
    let folder = tempfile::tempdir().unwrap();
    let app = example::example(folder.path());
    app.dispatch("skills.set", json!({ "skill": "sql", "level": 3 })).unwrap();
    let direct = Connection::open(folder.path().join("groundwork.db")).unwrap();
    direct.pragma_update(None, "synchronous", "OFF").unwrap();
    Person { app, direct, _folder: folder }
}

thread_local! {
    static PERSON: RefCell<Option<Person>> = const { RefCell::new(None) };
}

fuzz_target!(|bytes: &[u8]| {
    PERSON.with_borrow_mut(|person| {
        let Person { app, direct, .. } = person.get_or_insert_with(begins);
        direct
            .execute(
                "UPDATE history SET changeset = ?1, undone = 0, undone_by = NULL \
                 WHERE seq = (SELECT max(seq) FROM history)",
                [bytes],
            )
            .unwrap();
        let undone = app.dispatch("history.undo", json!({})).is_ok();
        let found: Vec<String> = direct
            .prepare("PRAGMA foreign_key_check")
            .and_then(|mut all| all.query_map([], |row| row.get(0))?.collect())
            .unwrap();
        assert!(found.is_empty(), "{found:?}");
        if undone {
            // What was applied changed the profile: the next one begins anew.
            let whole: String = direct.query_row("PRAGMA integrity_check", [], |row| row.get(0)).unwrap();
            assert_eq!(whole, "ok");
            *person = None;
        }
    });
});
