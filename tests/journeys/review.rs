//! The weekly review, by a clock that is set by hand.

use crate::person::{Person, planned_on};
use serde_json::{Value, json};

const MONDAY: &str = "2026-11-23T08:00+01:00[Europe/Paris]";
const SUNDAY: &str = "2026-11-29T20:00+01:00[Europe/Paris]";

/// A week of which a plan was kept on its Monday, and of which not all was done.
fn a_week() -> Person {
    let person = Person::junior_at(MONDAY);
    person.does("forecast.keep", json!({}));
    for (at, item, minutes) in [
        ("2026-11-23T21:00+01:00", "skill:http:1", 90),
        ("2026-11-24T21:00+01:00", "skill:http:1", 90),
        ("2026-11-26T21:00+01:00", "skill:git:1", 40),
        ("2026-11-27T21:00+01:00", "skill:linux:1", 30),
    ] {
        person.clock_shows(&format!("{at}[Europe/Paris]"));
        person.logs(item, &at[..10], minutes);
    }
    person.clock_shows(SUNDAY);
    person
}

fn review(person: &Person) -> Value {
    person.does("review.show", json!({}))
}

#[test]
fn a_week_is_told_by_what_was_planned_done_and_slipped() {
    let person = Person::junior_at(MONDAY);
    person.does("forecast.keep", json!({}));
    let (plan, forecast) = (person.plan(), person.does("forecast.show", json!({})));
    let person = a_week();
    let told = review(&person);
    assert_eq!(
        (&told["week"], &told["is_due"], &told["plan_known"]),
        (&json!("2026-11-23"), &json!(true), &json!(true))
    );
    // Planned were two small skills and the beginning of SQL.
    assert_eq!((&told["planned"], &told["done"]), (&json!(600), &json!(250)));
    // Of SQL 180 on Saturday; this Sunday is not over.
    assert_eq!(told["slipped"], json!(140 + 180));
    assert_eq!(told["days"], json!([[90, 90], [90, 90], [0, 0], [90, 40], [90, 30], [180, 0], [60, 0]]));
    let row = |key: &str| {
        let rows = told["rows"].as_array().unwrap();
        let row = rows.iter().find(|row| row["key"] == json!(key)).unwrap();
        (row["planned"].as_u64().unwrap(), row["done"].as_u64().unwrap(), row["outcome"].as_str().unwrap())
    };
    assert_eq!(row("skill:http:1"), (180, 180, "finished"));
    assert_eq!(row("skill:git:1"), (180, 40, "partly"));
    assert_eq!(row("skill:sql:1"), (240, 0, "not_started"));
    assert_eq!(row("skill:linux:1"), (0, 30, "extra"));
    assert_eq!(told["rows"].as_array().unwrap().len(), 4);
    assert!(
        ["partly", "not_started"].contains(&told["rows"][0]["outcome"].as_str().unwrap()),
        "what slipped is told first"
    );
    // What that does to the date.
    assert_eq!((&told["finish_then"], &told["p85_then"]), (&plan["finish"], &forecast["finish"]["p85"]));
    assert_eq!(told["finish_now"], person.plan()["finish"]);
    assert!(told["finish_now"].as_str() > told["finish_then"].as_str());
    assert_eq!(told["readiness_then"], json!(0.0));
    assert!(told["readiness_now"].as_f64().unwrap() > 0.0);
    let next = &told["next_week"];
    assert_eq!((&next["start"], &next["capacity"]), (&json!("2026-11-30"), &json!(600)));
    let sessions: u64 =
        next["sessions"].as_array().unwrap().iter().map(|it| it["minutes"].as_u64().unwrap()).sum();
    // Less than a session's length may stay free.
    assert!((576..=600).contains(&sessions), "{sessions}");
}

#[test]
fn the_plan_of_the_week_stays_what_it_was_on_its_first_day() {
    let person = Person::junior_at(MONDAY);
    person.does("forecast.keep", json!({}));
    person.does("plan.settings", json!({ "weekly_minutes": [30, 0, 0, 0, 0, 0, 0] }));
    person.clock_shows("2026-11-24T08:00+01:00[Europe/Paris]");
    person.does("forecast.keep", json!({}));
    person.clock_shows(SUNDAY);
    assert_eq!(review(&person)["planned"], json!(600));
}

#[test]
fn a_week_waits_for_its_review_from_friday_on_until_it_is_closed() {
    let person = Person::junior_at(MONDAY);
    person.does("forecast.keep", json!({}));
    let due = || person.does("today.show", json!({}))["review_due"].as_bool().unwrap();
    let close = json!({ "week": "2026-11-23", "choice": { "kind": "keep" }, "note": "A start." });
    for date in ["2026-11-23", "2026-11-26"] {
        person.clock_shows(&format!("{date}T20:00+01:00[Europe/Paris]"));
        assert!(!due(), "{date}");
        let error = person.is_refused("review.close", close.clone());
        assert_eq!((error.code.as_str(), error.args["date"].as_str()), ("review.too_early", "2026-11-27"));
        assert_eq!(review(&person)["week"], json!("2026-11-16"));
    }
    person.clock_shows("2026-11-27T20:00+01:00[Europe/Paris]");
    assert!(due());
    let ahead = json!({ "week": "2026-11-30", "choice": { "kind": "keep" } });
    assert_eq!(person.is_refused("review.close", ahead).code, "review.too_early");
    assert_eq!(person.is_refused("review.show", json!({ "week": "2026-12-01" })).code, "date.future");
    let closed = person.does("review.close", close.clone())["closed"].take();
    assert_eq!((&closed["note"], &closed["closed_on"]), (&json!("A start."), &json!("2026-11-27")));
    assert!(!due());
    assert_eq!(person.is_refused("review.close", close.clone()).code, "review.closed");
    person.undoes();
    assert!(due());
    // It can be closed afterwards, early in the next week; any day of the week names it.
    person.clock_shows("2026-12-01T20:00+01:00[Europe/Paris]");
    assert!(due());
    let named = json!({ "week": "2026-11-25", "choice": { "kind": "keep" } });
    assert_eq!(person.does("review.close", named)["week"], json!("2026-11-23"));
    assert_eq!(person.is_refused("review.close", close).code, "review.closed");
    let person = person.restarts();
    assert_eq!(
        person.does("review.show", json!({ "week": "2026-11-23" }))["closed"]["choice"],
        json!({ "kind": "keep" })
    );
}

#[test]
fn a_week_that_is_long_past_cannot_change_those_to_come() {
    let person = a_week();
    person.clock_shows("2026-12-13T20:00+01:00[Europe/Paris]");
    let before = person.everything();
    let hours = json!({ "kind": "hours", "weekly_minutes": 300 });
    let late = json!({ "week": "2026-11-23", "choice": hours });
    assert_eq!(person.is_refused("review.close", late).code, "review.too_late");
    assert_eq!(person.everything(), before);
    person.does("review.close", json!({ "week": "2026-11-23", "choice": { "kind": "keep" } }));
}

/// Closes the week with a choice; one undo takes both back.
fn closes(person: &Person, choice: Value, check: impl FnOnce()) {
    let (before, open) = (person.everything(), review(person));
    let reply = person.replies("review.close", json!({ "week": "2026-11-23", "choice": choice }));
    assert!(reply.history.is_some());
    assert_eq!(reply.value["closed"]["choice"], choice);
    check();
    person.undoes();
    assert_eq!(person.everything(), before, "{choice}");
    assert_eq!(review(person), open, "{choice}");
}

#[test]
fn the_week_is_closed_with_one_choice_and_one_undo_takes_both_back() {
    let person = a_week();
    let plan = person.plan();
    closes(&person, json!({ "kind": "keep" }), || assert_eq!(person.plan(), plan));
    closes(&person, json!({ "kind": "hours", "weekly_minutes": 437 }), || {
        let now = person.plan();
        assert_eq!(now["weekly_minutes"], json!(437));
        assert_eq!(now["settings"]["weekly_minutes"][2], json!(0), "the free day stays free");
        assert!(now["finish"].as_str() > plan["finish"].as_str());
    });
    closes(&person, json!({ "kind": "lighter_week", "minutes": 300 }), || {
        let next = review(&person)["next_week"].take();
        assert_eq!((&next["start"], &next["capacity"]), (&json!("2026-11-30"), &json!(300)));
        let now = person.plan();
        let planned = [1, 2].map(|week| now["weeks"][week]["planned"].as_u64().unwrap());
        assert!((276..=300).contains(&planned[0]) && planned[1] > 550, "{planned:?}");
        assert_eq!(now["weekly_minutes"], json!(600));
    });
    closes(&person, json!({ "kind": "lighter_week", "minutes": 0 }), || {
        assert_eq!(person.plan()["weeks"][1]["planned"], json!(0));
    });
    closes(&person, json!({ "kind": "first", "item": "skill:linux:1" }), || {
        assert_eq!(planned_on(&person.plan(), "2026-11-29", Some("skill:linux:1")), 60);
        assert_eq!(person.does("today.show", json!({}))["now"]["key"], json!("skill:linux:1"));
    });
    closes(&person, json!({ "kind": "ready_by", "date": "2029-10-01" }), || {
        assert_eq!(person.does("target.show", json!({}))["record"]["ready_by"], json!("2029-10-01"));
        assert_eq!(person.plan()["ready"]["met"], json!(true));
    });
}

#[test]
fn a_lighter_week_has_the_minutes_that_were_said() {
    let person = a_week();
    for minutes in [250, 101, 7] {
        closes(&person, json!({ "kind": "lighter_week", "minutes": minutes }), || {
            assert_eq!(review(&person)["next_week"]["capacity"], json!(minutes));
        });
    }
}

#[test]
fn what_is_proposed_leads_where_it_says() {
    let person = a_week();
    person
        .does("target.set", json!({ "rung": "junior", "stack": "python-django", "ready_by": "2028-06-01" }));
    // On Monday the week is over: what it gave is known.
    person.clock_shows("2026-11-30T08:00+01:00[Europe/Paris]");
    let choices = review(&person)["choices"].take();
    let kinds: Vec<&str> =
        choices.as_array().unwrap().iter().map(|it| it["choice"]["kind"].as_str().unwrap()).collect();
    assert_eq!(kinds, ["keep", "hours", "lighter_week", "first", "ready_by"]);
    assert_eq!(choices[1]["choice"]["weekly_minutes"], json!(240), "what was really given");
    for choice in choices.as_array().unwrap() {
        assert_eq!(choice["refused"], json!(null));
        closes(&person, choice["choice"].clone(), || {
            assert_eq!(person.plan()["finish"], choice["finish"], "{choice}")
        });
    }
}

#[test]
fn a_choice_that_cannot_be_is_refused_and_the_week_stays_open() {
    let person = a_week();
    let before = (person.everything(), review(&person));
    for (choice, code) in [
        (json!({ "kind": "hours", "weekly_minutes": 0 }), "input.range"),
        (json!({ "kind": "lighter_week", "minutes": 601 }), "input.range"),
        (json!({ "kind": "first", "item": "skill:nobody:1" }), "plan.unknown_item"),
        (json!({ "kind": "ready_by", "date": "2026-11-28" }), "date.past"),
        (json!({ "kind": "ready_by", "date": "2099-11-28" }), "date.far"),
        (json!({ "kind": "nobody" }), "command.params"),
    ] {
        let params = json!({ "week": "2026-11-23", "choice": choice });
        assert_eq!(person.is_refused("review.close", params).code, code, "{choice}");
    }
    assert_eq!((person.everything(), review(&person)), before);
}

#[test]
fn a_week_of_which_no_plan_was_kept_tells_what_was_done() {
    let person = Person::junior_at(MONDAY);
    person.logs("skill:http:1", "2026-11-17", 60);
    person.does("log.save", json!({ "skill": "docker", "on": "2026-11-18", "minutes": 20 }));
    let told = person.does("review.show", json!({ "week": "2026-11-18" }));
    assert_eq!(
        (&told["plan_known"], &told["planned"], &told["done"]),
        (&json!(false), &json!(0), &json!(80))
    );
    let rows = told["rows"].as_array().unwrap();
    assert!(rows.iter().all(|row| row["outcome"] == json!("extra")), "{rows:?}");
    assert_eq!(rows.len(), 2);
}
