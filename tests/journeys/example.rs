use crate::person::Person;
use serde_json::json;

#[test]
fn the_example_is_believable_and_one_action_removes_it() {
    let person = Person::example();
    let today = person.does("today.show", json!({}));
    assert!(today["now"].is_object());
    assert!(today["due"].as_array().unwrap().iter().any(|row| row["what"] == json!("exam")));
    let proven = today["readiness"]["proven"]["ratio"].as_f64().unwrap();
    let claimed = today["readiness"]["claimed"]["ratio"].as_f64().unwrap();
    assert!(0.2 < proven && proven < claimed && claimed < 0.9, "{proven} {claimed}");
    assert_eq!(person.does("app.info", json!({}))["example"], json!(true));
    person.does("example.remove", json!({}));
    assert_eq!(person.does("app.info", json!({}))["empty"], json!(true));
    assert_eq!(person.is_refused("example.remove", json!({})).code, "example.none");
    person.does("history.undo", json!({}));
    assert_eq!(person.does("app.info", json!({}))["example"], json!(true));
}

#[test]
fn what_the_person_added_stays_when_the_example_goes() {
    let person = Person::example();
    person.does("projects.save", json!({ "name": "My own" }));
    person.does("example.remove", json!({}));
    let projects = person.does("projects.list", json!({}))["projects"].take();
    assert_eq!(projects.as_array().unwrap().len(), 1);
    assert_eq!(projects[0]["record"]["name"], json!("My own"));
}

#[test]
fn the_example_never_goes_into_a_profile_in_use() {
    let person = Person::junior();
    let before = person.everything();
    assert_eq!(person.is_refused("example.fill", json!({})).code, "example.not_empty");
    assert_eq!(person.everything(), before);
}

#[test]
fn the_example_speaks_french_too() {
    let person = Person::new();
    person.does("example.fill", json!({ "lang": "fr" }));
    let projects = person.does("projects.list", json!({}))["projects"].take();
    assert!(projects.to_string().contains("API de bibliothèque"));
}

#[test]
fn the_example_never_takes_the_place_of_hours_or_absences() {
    let person = Person::new();
    person.does("plan.settings", json!({ "weekly_minutes": [60, 60, 60, 60, 60, 0, 0] }));
    assert_eq!(person.is_refused("example.fill", json!({})).code, "example.not_empty");
    let person = Person::new();
    person.does("plan.absence_save", json!({ "from": "2026-12-24", "to": "2026-12-26" }));
    assert_eq!(person.is_refused("example.fill", json!({})).code, "example.not_empty");
}

#[test]
fn a_claim_that_was_taken_back_leaves_the_profile_empty() {
    let person = Person::new();
    person.does("skills.set", json!({ "skill": "sql", "level": 1 }));
    person.does("skills.set", json!({ "skill": "sql", "level": null }));
    assert_eq!(person.does("app.info", json!({}))["empty"], json!(true));
    person.does("example.fill", json!({}));
}

#[test]
fn what_was_said_of_preparing_an_exam_of_the_example_goes_with_it() {
    let person = Person::example();
    let plan = person.does("plan.show", json!({}));
    let mut keys = plan["items"].as_array().unwrap().iter().map(|item| &item["key"]);
    let exam = keys.find(|key| key.as_str().unwrap().starts_with("certification:")).unwrap();
    person.does("plan.item_change", json!({ "key": exam, "dropped": true }));
    person.does("example.remove", json!({}));
    assert_eq!(person.does("app.info", json!({}))["empty"], json!(true));
    person.does("history.undo", json!({}));
    assert_eq!(person.does("plan.show", json!({}))["set_aside"][0]["record"]["key"], *exam);
}
