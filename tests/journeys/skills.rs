use crate::person::Person;
use serde_json::{Value, json};

#[test]
fn a_claim_and_a_proof_are_never_blended() {
    let person = Person::junior();
    person.does("skills.set", json!({ "skill": "sql", "level": 3 }));
    let row = person.skill("sql");
    assert_eq!((&row["claimed"], &row["proven"], &row["state"]), (&json!(3), &json!(0), &json!("prove")));
    let log = json!({ "kind": "log", "minutes": 600 });
    for day in 1..=5 {
        let on = format!("2026-11-{day:02}");
        person.does("evidence.save", json!({ "skill": "sql", "what": log, "on": on }));
    }
    let row = person.skill("sql");
    assert_eq!((&row["claimed"], &row["proven"], &row["state"]), (&json!(3), &json!(2), &json!("met")));
}

#[test]
fn why_this_level_is_told_piece_by_piece() {
    let person = Person::junior();
    let what = json!({ "kind": "work", "months": 8 });
    person.does(
        "evidence.save",
        json!({ "skill": "docker", "what": what, "on": "2024-10-01", "title": "Former job" }),
    );
    let view = person.does("skills.show", json!({ "skill": "docker" }));
    let piece = &view["pieces"][0]["piece"];
    assert_eq!(
        (&piece["carries"], &piece["carries_fresh"], &piece["stale"]),
        (&json!(2), &json!(3), &json!(true))
    );
    assert_eq!(view["row"]["proven"], json!(2));
    assert_eq!(view["row"]["fresh"], json!(3));
    assert!(!view["would_prove"]["ways"].as_array().unwrap().is_empty());
    assert!(!view["quotes"].as_array().unwrap().is_empty());
}

#[test]
fn a_hidden_skill_is_asked_no_more_and_another_level_can_be_asked() {
    let person = Person::junior();
    person.does("skills.hide", json!({ "skill": "docker", "hidden": true }));
    assert_eq!(person.skill("docker")["required"], Value::Null);
    person.does("skills.hide", json!({ "skill": "docker", "hidden": false }));
    person.does("skills.require", json!({ "skill": "docker", "level": 3 }));
    assert_eq!(person.skill("docker")["required"], json!(3));
    person.does("skills.require", json!({ "skill": "docker", "level": null }));
    assert_eq!(person.skill("docker")["required"], json!(1));
}

#[test]
fn a_skill_of_ones_own_can_be_added_and_removed() {
    let person = Person::junior();
    let params = json!({ "name": "Zig", "group": "lang", "effort": "L", "prerequisites": [{ "skill": "sql", "level": 1 }] });
    let row = person.does("skills.add_own", params);
    assert_eq!(row["skill"], json!("own-zig"));
    person.does("skills.set", json!({ "skill": "own-zig", "level": 2 }));
    assert_eq!(person.skill("own-zig")["claimed"], json!(2));
    person.does("skills.remove_own", json!({ "skill": "own-zig" }));
    assert_eq!(person.is_refused("skills.show", json!({ "skill": "own-zig" })).code, "skill.unknown");
    person.does("history.undo", json!({}));
    assert_eq!(person.skill("own-zig")["claimed"], json!(2));
}

#[test]
fn own_skills_that_would_wait_for_each_other_are_refused_by_name() {
    let person = Person::junior();
    person.does("skills.add_own", json!({ "name": "First", "group": "lang" }));
    let second =
        json!({ "name": "Second", "group": "lang", "prerequisites": [{ "skill": "own-first", "level": 1 }] });
    person.does("skills.add_own", second);
    let looped = json!({ "skill": "own-first", "name": "First", "group": "lang", "prerequisites": [{ "skill": "own-second", "level": 1 }] });
    let error = person.is_refused("skills.add_own", looped);
    assert_eq!(error.code, "skill.cycle");
    assert!(error.sentence.fr.contains("First → Second → First"), "{}", error.sentence.fr);
    person.does("plan.show", json!({}));
}

#[test]
fn the_gap_is_what_stands_between_the_person_and_the_rung() {
    let person = Person::example();
    let gap = person.does("gap.show", json!({}));
    assert_eq!(gap["reached"], json!(false));
    for row in gap["entries"].as_array().unwrap() {
        let entry = &row["entry"];
        assert!(entry["proven"].as_u64() < entry["required"].as_u64(), "{row}");
        assert!(!row["name"]["fr"].as_str().unwrap().is_empty());
    }
}

#[test]
fn a_skill_of_ones_own_goes_with_what_was_planned_for_it() {
    let person = Person::junior();
    person.does("skills.add_own", json!({ "name": "Zig", "group": "lang", "required": 2 }));
    person.does("plan.item_change", json!({ "key": "skill:own-zig:1", "dropped": true }));
    person.does("skills.remove_own", json!({ "skill": "own-zig" }));
    assert_eq!(person.does("plan.show", json!({}))["set_aside"], json!([]));
    person.does("history.undo", json!({}));
    assert_eq!(
        person.does("plan.show", json!({}))["set_aside"][0]["record"]["key"],
        json!("skill:own-zig:1")
    );
}
