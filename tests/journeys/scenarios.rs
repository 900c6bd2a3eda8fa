//! What-if: scenarios beside today's plan, taken or dropped.

use crate::person::{Person, day};
use serde_json::{Value, json};

fn list(person: &Person) -> Value {
    person.does("scenario.list", json!({}))
}

fn days_between(from: &Value, to: &Value) -> i64 {
    day(from.as_str().unwrap()).days_until(day(to.as_str().unwrap()))
}

/// What the plan comes to now, by the pages that tell it.
fn comes_to(person: &Person) -> Value {
    let (plan, forecast) = (person.plan(), person.does("forecast.show", json!({})));
    let items = plan["items"].as_array().unwrap();
    let count = |wanted: &dyn Fn(&Value) -> bool| items.iter().filter(|item| wanted(item)).count();
    let late = |item: &Value| item["late_minutes"] != json!(0);
    json!({
        "rung_name": plan["target"]["rung_name"],
        "weekly_minutes": plan["weekly_minutes"],
        "items": count(&|item| item["minutes"] != json!(0)),
        "minutes_left": plan["minutes_left"],
        "finish": plan["finish"],
        "quantiles": forecast["finish"],
        "ready_by": forecast["ready_by"],
        "chance": forecast["chance"],
        "late_items": count(&late),
        "late_hard": count(&|item| late(item) && item["due_kind"] == json!("hard")),
        "readiness": person.does("readiness.show", json!({}))["proven"]["ratio"],
        "refused": null,
    })
}

/// Keeps a scenario, takes it, and holds what it promised against what came of it; one undo takes it back.
fn keeps_its_word(person: &Person, params: Value) -> Value {
    let (before, today, plan) = (person.everything(), comes_to(person), person.plan());
    let tried = person.does("scenario.try", params.clone());
    assert_eq!(tried["record"]["id"], json!("trial"));
    let kept = person.does("scenario.save", params.clone());
    assert_eq!(
        (&tried["outcome"], &tried["difference"]),
        (&kept["outcome"], &kept["difference"]),
        "{params}"
    );
    assert_eq!(person.everything(), before, "{params}");
    let listed = list(person);
    assert_eq!((&listed["today"], &listed["scenarios"][0]), (&today, &kept), "{params}");
    for line in kept["changes"].as_array().unwrap() {
        assert!(!line["en"].as_str().unwrap().is_empty() && line["en"] != line["fr"], "{line}");
    }

    let effect = person.does("scenario.take", json!({ "id": kept["record"]["id"] }));
    let then = comes_to(person);
    assert_eq!(kept["outcome"], then, "{params}");
    assert_eq!((&effect["former_finish"], &effect["finish"]), (&today["finish"], &then["finish"]));
    let difference = &kept["difference"];
    assert_eq!(difference["finish_days"], json!(days_between(&today["finish"], &then["finish"])));
    assert_eq!(
        difference["p85_days"],
        json!(days_between(&today["quantiles"]["p85"], &then["quantiles"]["p85"]))
    );
    for name in ["minutes", "weekly_minutes"] {
        let field = if name == "minutes" { "minutes_left" } else { name };
        let more = then[field].as_i64().unwrap() - today[field].as_i64().unwrap();
        assert_eq!(difference[name], json!(more), "{params}");
    }
    if let (Some(now), Some(then)) = (today["chance"].as_f64(), then["chance"].as_f64()) {
        let points = difference["chance_points"].as_f64().unwrap();
        assert!((points - (then - now) * 100.0).abs() < 1e-9, "{params}");
    }
    let taken = person.plan();
    let ends = |plan: &Value, key: &Value| {
        let items = plan["items"].as_array().unwrap();
        items.iter().find(|item| item["key"] == *key).map_or(Value::Null, |item| item["finishes"].clone())
    };
    for moved in difference["moved"].as_array().unwrap() {
        assert_eq!(moved["from"], ends(&plan, &moved["key"]), "{moved}");
        assert_eq!(moved["to"], ends(&taken, &moved["key"]), "{moved}");
        assert!(!moved["title"]["fr"].as_str().unwrap().is_empty(), "{moved}");
    }
    assert!(list(person)["scenarios"].as_array().unwrap().is_empty(), "what was taken is the plan now");
    person.undoes();
    assert_eq!(person.everything(), before, "{params}");
    assert_eq!(list(person), listed, "one undo brings plan and scenario back");
    person.does("scenario.remove", json!({ "id": kept["record"]["id"] }));
    kept
}

#[test]
fn four_scenarios_stand_beside_the_plan_and_no_fifth() {
    let person = Person::junior();
    assert_eq!(list(&person)["most"], json!(4));
    for minutes in [300, 420, 720, 900] {
        person.does("scenario.save", json!({ "minutes_a_week": minutes }));
    }
    let four = list(&person);
    let error = person.is_refused("scenario.save", json!({ "minutes_a_week": 1200 }));
    assert_eq!(error.code, "scenario.too_many");
    assert!(error.sentence.en.contains('4'), "{}", error.sentence.en);
    assert_eq!(list(&person), four);
    // One can still be tried, changed and dropped.
    person.does("scenario.try", json!({ "minutes_a_week": 1200 }));
    let id = four["scenarios"][3]["record"]["id"].clone();
    let changed =
        person.does("scenario.save", json!({ "id": id, "name": "All evenings", "minutes_a_week": 1200 }));
    assert_eq!(changed["outcome"]["weekly_minutes"], json!(1200));
    assert_eq!(list(&person)["scenarios"].as_array().unwrap().len(), 4);
    person.undoes();
    assert_eq!(list(&person), four);
    person.does("scenario.remove", json!({ "id": id }));
    person.does("scenario.save", json!({ "minutes_a_week": 1200 }));
    assert_eq!(person.is_refused("scenario.remove", json!({ "id": id })).code, "record.unknown");
    assert_eq!(person.is_refused("scenario.take", json!({ "id": id })).code, "record.unknown");
}

#[test]
fn to_try_a_scenario_changes_nothing() {
    let person = Person::junior();
    let (before, listed) = (person.everything(), list(&person));
    let history = person.does("history.list", json!({}));
    for params in [
        json!({ "minutes_a_week": 900 }),
        json!({ "rung": "senior", "stack": "java-spring" }),
        json!({ "items": [{ "item": "skill:sql:1", "dropped": true }] }),
        json!({ "weekly_minutes": [1, 0, 0, 0, 0, 0, 0] }),
    ] {
        let reply = person.replies("scenario.try", params);
        assert!(reply.history.is_none() && reply.changed.is_empty());
    }
    assert_eq!((person.everything(), list(&person)), (before, listed));
    assert_eq!(person.does("history.list", json!({})), history);
}

#[test]
fn other_hours_come_to_what_they_promise() {
    let person = Person::junior();
    let more = keeps_its_word(&person, json!({ "name": "Fifteen hours", "minutes_a_week": 900 }));
    assert_eq!(
        (&more["title"]["fr"], &more["difference"]["weekly_minutes"]),
        (&json!("Fifteen hours"), &json!(300))
    );
    assert!(more["difference"]["finish_days"].as_i64().unwrap() < -200, "{}", more["difference"]);
    assert_eq!(more["difference"]["minutes"], json!(0));
    let less = keeps_its_word(&person, json!({ "weekly_minutes": [0, 0, 0, 0, 0, 240, 60] }));
    assert!(less["difference"]["finish_days"].as_i64().unwrap() > 0);
    assert!(
        less["title"]["en"] != json!("") && less["title"]["en"] != less["title"]["fr"],
        "named by what it changes"
    );
    // Odd minutes are kept to the minute.
    let odd = keeps_its_word(&person, json!({ "minutes_a_week": 613 }));
    assert_eq!(odd["outcome"]["weekly_minutes"], json!(613));
}

#[test]
fn another_rung_or_stack_comes_to_what_it_promises() {
    let person = Person::junior();
    let rung = keeps_its_word(&person, json!({ "rung": "confirmed" }));
    assert!(rung["difference"]["minutes"].as_i64().unwrap() > 0);
    assert_eq!(
        rung["outcome"]["rung_name"]["fr"],
        person.does("scenario.try", json!({ "rung": "confirmed" }))["outcome"]["rung_name"]["fr"]
    );
    let stack = keeps_its_word(&person, json!({ "stack": "java-spring" }));
    let moved = stack["difference"]["moved"].as_array().unwrap();
    assert!(moved.iter().any(|item| item["from"] == json!(null)), "something new comes in: {moved:?}");
}

#[test]
fn items_left_out_and_other_dates_come_to_what_they_promise() {
    let person = Person::junior();
    let out = json!({ "items": [
        { "item": "skill:english:2", "dropped": true },
        { "item": "practice:complete-application:2", "dropped": true },
    ] });
    let kept = keeps_its_word(&person, out);
    assert_eq!(kept["difference"]["minutes"], json!(-5_400 - 7_200));
    assert_eq!(kept["difference"]["moved"][0]["to"], json!(null));
    let due = json!({ "items": [{ "item": "skill:docker:1", "due": "2026-12-20", "due_kind": "hard" }] });
    keeps_its_word(&person, due);
    let missed = json!({ "items": [{ "item": "skill:django:1", "due": "2026-11-24" }] });
    assert_eq!(keeps_its_word(&person, missed)["outcome"]["late_items"], json!(1));
    let ready = keeps_its_word(&person, json!({ "ready_by": "2029-09-01" }));
    assert!(ready["outcome"]["chance"].is_number());
    // All at once, beside a wish that stands already.
    person
        .does("target.set", json!({ "rung": "junior", "stack": "python-django", "ready_by": "2029-06-01" }));
    let all = json!({ "minutes_a_week": 750, "rung": "confirmed", "ready_by": "2032-01-01", "items": [
        { "item": "skill:english:2", "dropped": true },
        { "item": "skill:sql:2", "due": "2027-06-01" },
    ] });
    let kept = keeps_its_word(&person, all);
    assert_eq!(kept["changes"].as_array().unwrap().len(), 5);
    assert!(kept["difference"]["chance_points"].is_number());
}

#[test]
fn a_scenario_that_changes_nothing_is_refused() {
    let person = Person::junior();
    person
        .does("target.set", json!({ "rung": "junior", "stack": "python-django", "ready_by": "2029-09-01" }));
    for params in [
        json!({}),
        json!({ "name": "Nothing" }),
        json!({ "minutes_a_week": 600 }),
        json!({ "weekly_minutes": [90, 90, 0, 90, 90, 180, 60] }),
        json!({ "rung": "junior", "stack": "python-django", "ready_by": "2029-09-01" }),
        json!({ "items": [{ "item": "skill:sql:1" }] }),
    ] {
        for verb in ["scenario.save", "scenario.try"] {
            assert_eq!(person.is_refused(verb, params.clone()).code, "scenario.nothing", "{params}");
        }
    }
    assert!(list(&person)["scenarios"].as_array().unwrap().is_empty());
}

#[test]
fn to_leave_out_what_is_left_out_already_changes_nothing() {
    let person = Person::junior();
    person.does("plan.drop", json!({ "key": "skill:docker:1", "dropped": true }));
    person.does("plan.item_change", json!({ "key": "skill:sql:1", "due": "2026-12-24", "due_kind": "hard" }));
    for item in [
        json!({ "item": "skill:docker:1", "dropped": true }),
        json!({ "item": "skill:sql:1", "due": "2026-12-24", "due_kind": "hard" }),
    ] {
        assert_eq!(person.is_refused("scenario.try", json!({ "items": [item] })).code, "scenario.nothing");
    }
}

#[test]
fn a_scenario_that_cannot_be_planned_says_why_within_it() {
    let person = Person::junior();
    let before = person.everything();
    let kept = person.does("scenario.save", json!({ "weekly_minutes": [1, 0, 0, 0, 0, 0, 0] }));
    let why = &kept["outcome"]["refused"];
    assert!(why["en"].as_str().unwrap().contains("The calendar has no time for"), "{why}");
    assert!(why["fr"].as_str().unwrap().contains("Le calendrier n’a pas de place"), "{why}");
    assert_eq!(
        (&kept["outcome"]["finish"], &kept["difference"]["finish_days"]),
        (&json!(null), &json!(null))
    );
    let listed = list(&person);
    assert_eq!(listed["scenarios"][0]["outcome"]["refused"], *why);
    assert_eq!(listed["today"]["refused"], json!(null));
    let error = person.is_refused("scenario.take", json!({ "id": kept["record"]["id"] }));
    assert_eq!(error.code, "plan.no_capacity");
    assert_eq!((person.everything(), list(&person)), (before, listed));
}

#[test]
fn what_a_scenario_cannot_say_is_refused() {
    let person = Person::junior();
    let before = list(&person);
    for (params, code) in [
        (json!({ "rung": "nobody" }), "rung.unknown"),
        (json!({ "stack": "nobody" }), "stack.unknown"),
        (json!({ "ready_by": "2020-01-01" }), "date.past"),
        (json!({ "items": [{ "item": "skill:nobody:1", "dropped": true }] }), "plan.unknown_item"),
        (json!({ "weekly_minutes": [1441, 0, 0, 0, 0, 0, 0] }), "input.range"),
        (json!({ "name": "n".repeat(300), "minutes_a_week": 900 }), "input.too_long"),
        (json!({ "id": "0192f0c1-2345-7000-8000-000000000000", "minutes_a_week": 900 }), "record.unknown"),
    ] {
        assert_eq!(person.is_refused("scenario.save", params.clone()).code, code, "{params}");
    }
    assert_eq!(list(&person), before);
}

#[test]
fn a_scenario_outlives_the_items_that_it_speaks_of() {
    let person = Person::junior();
    let out = json!({ "minutes_a_week": 900, "items": [{ "item": "skill:sql:1", "dropped": true }] });
    let kept = person.does("scenario.save", out);
    person.does("plan.done", json!({ "key": "skill:sql:1", "done_on": "2026-11-20" }));
    let outcome = list(&person)["scenarios"][0]["outcome"].take();
    person.does("scenario.take", json!({ "id": kept["record"]["id"] }));
    assert_eq!(person.plan()["finish"], outcome["finish"]);
    assert_eq!(person.skill("sql")["claimed"], json!(1));
}
