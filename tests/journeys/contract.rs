//! Commands called out of contract never panic, and never change anything without saying so.

use crate::desk::Desk;
use crate::person::Person;
use groundwork_app::{commands::COMMANDS, contract};
use serde_json::{Value, json};

fn wrong_values() -> Vec<Value> {
    vec![
        json!(null),
        json!(true),
        json!(-1),
        json!(1.5),
        json!(u64::MAX),
        json!(""),
        json!("\0"),
        json!("a".repeat(10_000)),
        json!("2026-02-30"),
        json!([]),
        json!([[[[]]]]),
        json!({}),
        json!({ "kind": "nobody" }),
    ]
}

/// The fields that a command takes.
fn fields_of(schemas: &Value, command: &str) -> Vec<String> {
    let schema = schemas.as_array().unwrap().iter().find(|row| row["name"] == json!(command)).unwrap();
    let name = schema["params"]["$ref"].as_str().and_then(|path| path.rsplit('/').next()).unwrap_or_default();
    let fields = schema["params"]["$defs"][name]["properties"].as_object();
    fields.map(|fields| fields.keys().cloned().collect()).unwrap_or_default()
}

#[test]
fn a_page_names_no_path_to_any_command() {
    let person = Person::example();
    let window = person.opens_with(Desk::default());
    let schemas = contract::schemas();
    let project = person.does("projects.list", json!({}))["projects"][0]["record"]["id"].take();
    // What is asked for beside the path.
    let beside = |name: &str| match name {
        "calendar.export" => json!({ "lang": "en" }),
        "badges.pin" => json!({ "name": "Key" }),
        "attachments.add" => json!({ "owner": "project", "owner_id": project }),
        "projects.audit" => json!({ "id": project }),
        _ => json!({}),
    };
    window.dispatch("report.show", json!({})).unwrap();
    let mut asked = Vec::new();
    for command in COMMANDS {
        if !fields_of(&schemas, command.name).contains(&"path".to_owned()) {
            continue;
        }
        let mut params = beside(command.name);
        params["path"] = json!("/etc/passwd");
        asked.push((command.name, window.dispatch(command.name, params).unwrap_err().code));
    }
    assert!(asked.len() > 10, "{asked:?}");
    let others: Vec<_> = asked.iter().filter(|(_, code)| code != "attachment.path_refused").collect();
    assert!(others.is_empty(), "{others:?}");
}

#[test]
fn every_command_withstands_every_wrong_type() {
    let person = Person::example();
    let schemas = contract::schemas();
    let mut calls = 0;
    for command in COMMANDS {
        // These would act on the desktop, write a backup or a file for each call, or move the data away.
        let acts = ["backup.now", "archive.export", "report.save", "care.move", "settings.open_data_dir"];
        if acts.contains(&command.name) {
            continue;
        }
        let fields = fields_of(&schemas, command.name);
        for wrong in wrong_values() {
            let _ = person.app.dispatch(command.name, wrong.clone());
            calls += 1;
            for field in &fields {
                let _ = person.app.dispatch(command.name, json!({ field: wrong }));
                calls += 1;
            }
        }
    }
    assert!(calls > 1000, "{calls}");
    person.everything();
}

#[test]
fn the_list_of_commands_is_whole() {
    let mut names: Vec<&str> = COMMANDS.iter().map(|command| command.name).collect();
    let count = names.len();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), count, "names are unique");
    for row in contract::schemas().as_array().unwrap() {
        assert!(row["params"].is_object() && row["about"].as_str().unwrap().ends_with('.'), "{row}");
    }
}
