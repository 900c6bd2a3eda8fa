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

/// What the example says of its past.
fn past(person: &Person) -> serde_json::Value {
    let weeks = person.does("review.show", json!({}))["weeks"].take();
    let closed = weeks.as_array().unwrap().iter();
    let closed: Vec<_> = closed
        .map(|week| person.does("review.show", json!({ "week": week }))["closed"].take())
        .filter(|closed| !closed.is_null())
        .collect();
    json!({
        "log": person.does("log.list", json!({})),
        "calibration": person.does("forecast.calibration", json!({})),
        "scenarios": person.does("scenario.list", json!({})),
        "closed": closed,
        "since": person.does("today.show", json!({}))["since"],
        "trend": person.does("today.show", json!({}))["trend"],
    })
}

#[test]
fn the_example_has_a_past_and_one_action_takes_all_of_it_away() {
    let person = Person::example();
    let told = past(&person);
    assert!(told["log"]["entries"].as_array().unwrap().len() > 30);
    let all = &told["calibration"]["horizons"][0];
    assert!(all["settled"].as_u64().unwrap() >= 8 && all["verdict"] != json!("too_few"), "{all}");
    assert!(told["calibration"]["kept"].as_u64() > all["settled"].as_u64());
    assert_eq!(told["scenarios"]["scenarios"].as_array().unwrap().len(), 1);
    assert_eq!(told["scenarios"]["scenarios"][0]["outcome"]["refused"], json!(null));
    assert_eq!(told["closed"].as_array().unwrap().len(), 1);
    assert!(told["since"].is_object() && told["trend"].as_array().unwrap().len() > 5);
    let forecast = person.does("forecast.show", json!({}));
    assert_eq!(forecast["rests_on_estimates"], json!(false));
    assert!(forecast["weeks_known"].as_u64() > Some(8) && forecast["chance"].is_number(), "{forecast}");
    // Nothing of it lies in the days to come.
    let entries = told["log"]["entries"].as_array().unwrap();
    assert!(entries.iter().all(|row| row["record"]["on"].as_str() < Some("2026-11-20")));

    person.does("example.remove", json!({}));
    assert_eq!(person.does("log.list", json!({}))["entries"], json!([]));
    let none = person.does("forecast.calibration", json!({}));
    assert_eq!((&none["kept"], &none["since"], &none["rows"]), (&json!(0), &json!(null), &json!([])));
    assert_eq!(person.does("scenario.list", json!({}))["scenarios"], json!([]));
    let today = person.does("today.show", json!({}));
    assert_eq!((&today["since"], &today["trend"]), (&json!(null), &json!([])));
    assert_eq!(person.does("review.show", json!({}))["weeks"], json!(["2026-11-16"]));
    for week in ["2026-11-02", "2026-11-09", "2026-11-16"] {
        let told = person.does("review.show", json!({ "week": week }));
        assert_eq!((&told["closed"], &told["plan_known"]), (&json!(null), &json!(false)));
    }
    person.undoes();
    assert_eq!(past(&person), told, "undo brings all of it back");
}

#[test]
fn the_past_of_the_example_is_told_in_french_too() {
    let words = |lang: &str| {
        let person = Person::new();
        person.does("example.fill", json!({ "lang": lang }));
        let told = past(&person);
        let notes: Vec<String> = told["log"]["entries"]
            .as_array()
            .unwrap()
            .iter()
            .map(|row| row["record"]["note"].as_str().unwrap().to_owned())
            .filter(|note| !note.is_empty())
            .collect();
        (
            notes,
            told["scenarios"]["scenarios"][0]["title"][lang].as_str().unwrap().to_owned(),
            told["closed"][0]["note"].as_str().unwrap().to_owned(),
        )
    };
    let (notes, scenario, review) = words("fr");
    assert!(notes.contains(&"Questions d’entraînement".to_owned()), "{notes:?}");
    assert!(
        !notes.iter().any(|note| note.contains("Practice") || note.contains("First pipeline")),
        "{notes:?}"
    );
    assert_eq!(scenario, "14\u{a0}h par semaine");
    assert!(review.starts_with("Semaine"), "{review}");
    let (notes, scenario, review) = words("en");
    assert!(notes.contains(&"Practice questions".to_owned()), "{notes:?}");
    assert_eq!(scenario, "14\u{a0}h a week");
    assert!(review.contains("week"), "{review}");
}

#[test]
fn what_the_person_kept_beside_the_example_stays_when_it_goes() {
    let person = Person::example();
    person.does("log.save", json!({ "skill": "docker", "on": "2026-11-20", "minutes": 35 }));
    person.does("scenario.save", json!({ "minutes_a_week": 1200 }));
    person
        .does("review.close", json!({ "week": "2026-11-16", "choice": { "kind": "keep" }, "note": "Mine" }));
    person.does("example.remove", json!({}));
    assert_eq!(person.does("log.list", json!({}))["minutes"], json!(35));
    assert_eq!(person.does("review.show", json!({}))["closed"]["note"], json!("Mine"));
    assert_eq!(person.does("scenario.list", json!({}))["scenarios"].as_array().unwrap().len(), 1);
}
