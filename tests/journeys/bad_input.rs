use crate::person::{Person, open};
use serde_json::json;

#[test]
fn what_is_refused_changes_nothing() {
    let person = Person::junior();
    let before = person.everything();
    let lines = person.does("history.list", json!({}));
    let long = "n".repeat(100_000);
    for (name, params, code) in [
        ("nobody.knows", json!({}), "command.unknown"),
        ("skills.set", json!({ "skill": "nobody", "level": 1 }), "skill.unknown"),
        ("skills.set", json!({ "skill": "sql", "level": 6 }), "command.params"),
        ("skills.set", json!({ "skill": "sql", "level": -1 }), "command.params"),
        ("skills.set", json!({ "skill": "sql" }), "command.params"),
        ("skills.set", json!({ "skill": "SQL; DROP TABLE", "level": 1 }), "command.params"),
        ("skills.set", json!([1, 2]), "command.params"),
        // Fields in their order are no parameters.
        ("skills.set", json!(["sql", 1]), "command.params"),
        ("skills.note", json!({ "skill": "sql", "note": long }), "input.too_long"),
        ("skills.note", json!({ "skill": "sql", "note": "a\0b" }), "input.control"),
        ("skills.require", json!({ "skill": "sql", "level": 0 }), "skill.require_none"),
        ("skills.add_own", json!({ "name": long, "group": "lang" }), "input.too_long"),
        ("skills.add_own", json!({ "name": "Zig", "group": "nobody" }), "group.unknown"),
        ("skills.remove_own", json!({ "skill": "sql" }), "skill.not_own"),
        ("evidence.save", json!({ "skill": "sql", "what": { "kind": "log", "minutes": 0 } }), "input.range"),
        (
            "evidence.save",
            json!({ "skill": "sql", "what": { "kind": "log", "minutes": 100_000 } }),
            "input.range",
        ),
        (
            "evidence.save",
            json!({ "skill": "sql", "what": { "kind": "log", "minutes": 60 }, "on": "2026-11-21" }),
            "log.future",
        ),
        (
            "evidence.save",
            json!({ "skill": "sql", "what": { "kind": "log", "minutes": 60 }, "on": "2026-02-30" }),
            "command.params",
        ),
        ("evidence.save", json!({ "skill": "sql", "what": { "kind": "course" } }), "evidence.needs_title"),
        (
            "evidence.save",
            json!({ "skill": "sql", "what": { "kind": "review", "states": 3 } }),
            "evidence.review_needs_name",
        ),
        (
            "evidence.save",
            json!({ "skill": "sql", "what": { "kind": "review", "states": 5 }, "by": "N", "words": "w" }),
            "evidence.review_level",
        ),
        (
            "evidence.save",
            json!({ "skill": "sql", "what": { "kind": "project", "shows": 3, "audited": true }, "title": "x" }),
            "evidence.derived",
        ),
        ("target.set", json!({ "rung": "nobody" }), "rung.unknown"),
        ("target.set", json!({ "rung": "junior", "stack": "nobody" }), "stack.unknown"),
        (
            "target.set",
            json!({ "rung": "junior", "choices": { "main-language": "docker" } }),
            "choice.no_member",
        ),
        ("target.set", json!({ "rung": "junior", "ready_by": "2020-01-01" }), "date.past"),
        ("plan.settings", json!({ "weekly_minutes": [0, 0, 0, 0, 0, 0, 0] }), "plan.no_time"),
        ("plan.settings", json!({ "weekly_minutes": [1441, 0, 0, 0, 0, 0, 0] }), "input.range"),
        (
            "plan.settings",
            json!({ "weekly_minutes": [60, 0, 0, 0, 0, 0, 0], "focus_limit": 0 }),
            "input.range",
        ),
        (
            "plan.settings",
            json!({ "weekly_minutes": [60, 0, 0, 0, 0, 0, 0], "holidays": "atlantis" }),
            "plan.holidays",
        ),
        (
            "plan.absence_save",
            json!({ "from": "2026-12-02", "to": "2026-12-01" }),
            "absence.ends_before_start",
        ),
        ("plan.absence_save", json!({ "from": "2026-12-02", "to": "2036-12-01" }), "absence.too_long"),
        ("plan.item_change", json!({ "key": "skill:nobody:1", "dropped": true }), "plan.unknown_item"),
        ("plan.item_change", json!({ "key": "skill:sql:1", "after": [long] }), "input.too_long"),
        ("plan.own_item", json!({ "title": "\u{200b}", "minutes": 30 }), "input.empty"),
        ("plan.absence_save", json!({ "from": "2026-12-01", "to": "2026-02-30" }), "command.params"),
        ("plan.settings", json!({ "weekly_minutes": [1, 0, 0, 0, 0, 0, 0] }), "plan.no_capacity"),
        (
            "projects.save",
            json!({ "name": "x", "checklist": { "nobody": { "mark": "done" } } }),
            "project.unknown_line",
        ),
        ("start.begin", json!({ "rung": "junior", "weekly_hours": 0.0 }), "input.hours"),
        ("start.begin", json!({ "rung": "junior", "weekly_hours": 400.0 }), "input.hours"),
        ("links.open", json!({ "url": "javascript:alert(1)" }), "input.address"),
        ("links.open", json!({ "url": "https://example.org" }), "desktop.none"),
        ("preferences.set", json!({ "key": "theme", "value": "pink" }), "preference.value"),
        ("attachments.picture", json!({ "id": "0192f0c1-2345-7000-8000-000000000000" }), "record.unknown"),
        ("history.list", json!({ "limit": 0 }), "input.range"),
    ] {
        let error = person.is_refused(name, params.clone());
        assert_eq!(error.code, code, "{name} {}", &params.to_string().chars().take(200).collect::<String>());
        for sentence in [&error.sentence.en, &error.sentence.fr] {
            assert!(
                sentence.len() > 15 && sentence.len() < 900 && !sentence.contains(['{', '}']),
                "{name}: {sentence}"
            );
        }
        assert!(
            groundwork_app::messages::exists(
                groundwork_app::Lang::Fr,
                &format!("error_{}", code.replace('.', "_"))
            ),
            "{code}"
        );
    }
    assert_eq!(person.everything(), before);
    assert_eq!(person.does("history.list", json!({})), lines);
}

#[test]
fn words_of_every_script_are_kept_as_they_are() {
    let mut person = Person::junior();
    let names = [
        "Żółć 名前",
        "مشروع المكتبة",
        "👩🏽‍💻 API 🏳️‍🌈",
        "Ω≈ç√∫",
        "a\u{301}",
        "'; DROP TABLE project; --",
        "<script>alert(1)</script>",
    ];
    for name in names {
        person.does("projects.save", json!({ "name": name, "summary": format!("{name}\n\t{name}") }));
    }
    person = person.restarts();
    let projects = person.does("projects.list", json!({}))["projects"].take();
    let mut kept: Vec<&str> =
        projects.as_array().unwrap().iter().filter_map(|p| p["record"]["name"].as_str()).collect();
    let mut wanted = names.to_vec();
    kept.sort_unstable();
    wanted.sort_unstable();
    assert_eq!(kept, wanted);
}

#[test]
fn a_folder_that_cannot_hold_data_is_refused_with_a_clear_sentence() {
    let place = tempfile::tempdir().unwrap();
    let file = place.path().join("file");
    std::fs::write(&file, "not a folder").unwrap();
    let refused = |path: &std::path::Path| open(path).err().unwrap();
    assert_eq!(refused(&file).code, "store.not_a_folder");
    assert_eq!(refused(&place.path().join("a/b/c")).code, "store.missing_parent");
    let foreign = place.path().join("foreign");
    std::fs::create_dir(&foreign).unwrap();
    std::fs::write(foreign.join("groundwork.db"), vec![7u8; 5000]).unwrap();
    let error = refused(&foreign);
    assert_eq!(error.code, "store.foreign_file");
    assert!(error.sentence.fr.contains("foreign"), "{}", error.sentence.fr);
    assert_eq!(std::fs::read(foreign.join("groundwork.db")).unwrap(), vec![7u8; 5000]);
}

#[test]
fn a_fault_of_form_is_told_in_the_words_of_the_person() {
    let person = Person::junior();
    for (name, params, french) in [
        (
            "target.set",
            json!({ "rung": "junior", "ready_by": "2027-02-30" }),
            "2027-02-30\u{202f}» n’est pas un jour",
        ),
        ("skills.set", json!({ "skill": "sql", "level": 9 }), "un niveau va de 0 à 5, et non 9"),
        ("skills.set", json!({ "skill": "sql" }), "le niveau\u{202f}»"),
        ("skills.set", json!({ "skill": "SQL", "level": 1 }), "SQL\u{202f}» n’est pas un identifiant"),
        ("skills.set", json!("x"), "les paramètres"),
        ("plan.item_change", json!({ "key": "skill:nobody:1" }), "skill:nobody:1\u{202f}». Rien"),
        (
            "projects.save",
            json!({ "name": "x", "skills": [{ "skill": "data-modelling", "level": 5 }] }),
            "Modélisation",
        ),
    ] {
        let error = person.is_refused(name, params);
        assert!(error.sentence.fr.contains(french), "{}", error.sentence.fr);
        for english in ["not a", "out of range", "missing", "field", "invalid", "()"] {
            assert!(!error.sentence.fr.contains(english), "{}", error.sentence.fr);
        }
    }
}
