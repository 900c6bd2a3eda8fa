//! Commands called out of contract never panic, and never change anything without saying so.

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
        let schema =
            schemas.as_array().unwrap().iter().find(|row| row["name"] == json!(command.name)).unwrap();
        let name =
            schema["params"]["$ref"].as_str().and_then(|path| path.rsplit('/').next()).unwrap_or_default();
        let fields: Vec<String> = schema["params"]["$defs"][name]["properties"]
            .as_object()
            .map(|fields| fields.keys().cloned().collect())
            .unwrap_or_default();
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
