use crate::person::{Person, open};
use serde_json::json;

#[test]
fn every_change_can_be_undone_and_redone_across_restarts() {
    let person = Person::junior();
    let mut states = vec![person.everything()];
    for (name, params) in [
        ("skills.set", json!({ "skill": "sql", "level": 2 })),
        ("skills.note", json!({ "skill": "sql", "note": "Window functions next." })),
        (
            "evidence.save",
            json!({ "skill": "sql", "what": { "kind": "log", "minutes": 90 }, "on": "2026-11-18" }),
        ),
        (
            "projects.save",
            json!({ "name": "Library", "skills": [{ "skill": "sql", "level": 2 }], "status": "done" }),
        ),
        ("certifications.save", json!({ "certification": "cncf-ckad", "stage": "planned" })),
        ("plan.absence_save", json!({ "from": "2026-12-24", "to": "2026-12-26" })),
        ("plan.own_item", json!({ "title": "Mine", "minutes": 30 })),
        ("target.set", json!({ "rung": "confirmed", "stack": "java-spring" })),
        ("skills.add_own", json!({ "name": "Zig", "group": "lang" })),
    ] {
        let reply = person.replies(name, params);
        assert!(reply.history.is_some(), "{name}");
        assert!(!reply.changed.is_empty(), "{name}");
        states.push(person.everything());
    }
    let mut person = person;
    for state in states.iter().rev().skip(1) {
        person.does("history.undo", json!({}));
        assert_eq!(&person.everything(), state);
        person = person.restarts();
    }
    for state in &states[1..] {
        person.does("history.redo", json!({}));
        assert_eq!(&person.everything(), state);
    }
    assert_eq!(person.is_refused("history.redo", json!({})).code, "history.nothing_to_redo");
}

#[test]
fn the_history_can_be_read_in_both_languages() {
    let person = Person::junior();
    person.does("skills.set", json!({ "skill": "data-modelling", "level": 2 }));
    let row = person.does("history.list", json!({}))["undo"].take();
    assert!(row["sentence"]["en"].as_str().unwrap().starts_with("Relational modelling"));
    assert!(row["sentence"]["fr"].as_str().unwrap().starts_with("Modélisation relationnelle"));
}

#[test]
fn window_and_terminal_share_the_same_data() {
    let window = Person::junior();
    let version = window.app.data_version().unwrap();
    let terminal = open(window.folder.path()).unwrap();
    terminal.dispatch("skills.set", json!({ "skill": "sql", "level": 1 })).unwrap();
    assert_ne!(window.app.data_version().unwrap(), version, "the window notices");
    assert_eq!(window.skill("sql")["claimed"], json!(1));
    window.does("history.undo", json!({}));
    let rows = terminal.dispatch("skills.show", json!({ "skill": "sql" })).unwrap().value;
    assert_eq!(rows["row"]["claimed"], json!(null));
}

#[test]
fn what_changes_nothing_leaves_no_line() {
    let person = Person::junior();
    person.does("skills.set", json!({ "skill": "sql", "level": 1 }));
    assert!(person.replies("skills.set", json!({ "skill": "sql", "level": 1 })).history.is_none());
    assert!(person.replies("skills.list", json!({})).changed.is_empty());
}

#[test]
fn the_next_steps_are_told_however_few_lines_are_asked() {
    let person = Person::junior();
    for level in 1..=3 {
        person.does("skills.set", json!({ "skill": "sql", "level": level }));
    }
    person.does("history.undo", json!({}));
    person.does("history.undo", json!({}));
    let whole = person.does("history.list", json!({}));
    let short = person.does("history.list", json!({ "limit": 1 }));
    assert_eq!(short["rows"].as_array().unwrap().len(), 1);
    assert_eq!((&short["undo"], &short["redo"]), (&whole["undo"], &whole["redo"]));
    assert_eq!(person.does("history.redo", json!({}))["seq"], short["redo"]["seq"]);
}
