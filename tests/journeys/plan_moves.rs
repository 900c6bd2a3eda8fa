//! What is done to items with one move, each with one undo; calendars without time; what mends a missed date.

use crate::person::{Person, day, planned_on};
use serde_json::{Value, json};

fn starts(person: &Person, key: &str) -> String {
    person.item(key)["starts"].as_str().unwrap().to_owned()
}

fn finishes(person: &Person, key: &str) -> String {
    person.item(key)["finishes"].as_str().unwrap().to_owned()
}

/// One move that one undo takes back, to exactly the former plan.
fn moves(person: &Person, name: &str, params: Value, check: impl FnOnce(&Value)) {
    let before = person.everything();
    let reply = person.replies(name, params.clone());
    assert!(reply.history.is_some(), "{name} {params}");
    assert!(reply.changed.contains(&"plan".to_owned()), "{name}: {:?}", reply.changed);
    let after = person.everything();
    assert_ne!(after, before, "{name} {params}");
    check(&reply.value);
    person.undoes();
    assert_eq!(person.everything(), before, "{name} {params}");
    person.does("history.redo", json!({}));
    assert_eq!(person.everything(), after, "{name} {params}");
    person.undoes();
}

#[test]
fn an_item_is_moved_to_a_later_day_and_what_waits_for_it_moves_along() {
    let person = Person::junior();
    let former = person.plan()["finish"].clone();
    moves(&person, "plan.move", json!({ "key": "skill:http:1", "not_before": "2026-12-07" }), |effect| {
        let item = person.item("skill:http:1");
        // What was begun by then goes on first.
        assert!(item["starts"].as_str() >= Some("2026-12-07"), "{item}");
        assert_eq!(
            (&item["not_before"], &item["because"]["kind"]),
            (&json!("2026-12-07"), &json!("capacity"))
        );
        assert!(starts(&person, "skill:http:2") >= finishes(&person, "skill:http:1"));
        assert_eq!(effect["former_finish"], former);
        assert_eq!(effect["finish"], person.plan()["finish"]);
        assert!(effect["moved"].as_u64().unwrap() > 0);
        // Moved to where it may begin at once, it begins at once.
        person.does("plan.move", json!({ "key": "skill:http:1" }));
        assert_eq!(starts(&person, "skill:http:1"), "2026-11-20");
        person.undoes();
    });
    let far = json!({ "key": "skill:http:1", "not_before": "2099-01-01" });
    assert_eq!(person.is_refused("plan.move", far).code, "date.far");
    let nobody = json!({ "key": "skill:nobody:1", "not_before": "2026-12-07" });
    assert_eq!(person.is_refused("plan.move", nobody).code, "plan.unknown_item");
}

#[test]
fn an_item_is_put_off_by_weeks() {
    let person = Person::junior();
    assert_eq!(starts(&person, "skill:sql:1"), "2026-11-23");
    moves(&person, "plan.defer", json!({ "key": "skill:sql:1", "weeks": 2 }), |_| {
        assert_eq!(person.item("skill:sql:1")["not_before"], json!("2026-12-07"));
        assert!(starts(&person, "skill:sql:1").as_str() >= "2026-12-07");
        // Put off again, from where it stands now.
        person.does("plan.defer", json!({ "key": "skill:sql:1", "weeks": 1 }));
        assert!(person.item("skill:sql:1")["not_before"].as_str() >= Some("2026-12-14"));
        person.undoes();
    });
    for weeks in [0, 53] {
        let params = json!({ "key": "skill:sql:1", "weeks": weeks });
        assert_eq!(person.is_refused("plan.defer", params).code, "input.range");
    }
}

#[test]
fn an_item_is_placed_first_last_and_ahead_of_another() {
    let person = Person::junior();
    moves(&person, "plan.place", json!({ "key": "skill:linux:1", "place": { "kind": "first" } }), |_| {
        assert_eq!(starts(&person, "skill:linux:1"), "2026-11-20");
    });
    // What it waits for comes first with it.
    moves(&person, "plan.place", json!({ "key": "skill:oop:1", "place": { "kind": "first" } }), |_| {
        assert_eq!(starts(&person, "skill:prog-fundamentals:1"), "2026-11-20");
        assert!(starts(&person, "skill:oop:1") < starts(&person, "skill:http:1"));
    });
    moves(&person, "plan.place", json!({ "key": "skill:gdpr:1", "place": { "kind": "last" } }), |_| {
        assert_eq!(finishes(&person, "skill:gdpr:1"), person.plan()["finish"].as_str().unwrap());
    });
    let ahead = json!({ "key": "skill:agile:1", "place": { "kind": "ahead_of", "item": "skill:git:1" } });
    moves(&person, "plan.place", ahead, |_| {
        assert!(starts(&person, "skill:agile:1") <= starts(&person, "skill:git:1"));
        assert!(finishes(&person, "skill:agile:1") < finishes(&person, "skill:git:1"));
        person.does("plan.place", json!({ "key": "skill:agile:1" }));
        assert!(
            starts(&person, "skill:agile:1") > starts(&person, "skill:sql:1"),
            "the plan's own order again"
        );
        person.undoes();
    });
}

#[test]
fn where_the_person_puts_an_item_counts_for_more_than_the_plan_that_was_kept() {
    let person = Person::junior_at("2026-11-23T08:00+01:00[Europe/Paris]");
    person.does("forecast.keep", json!({}));
    moves(&person, "plan.place", json!({ "key": "skill:linux:1", "place": { "kind": "first" } }), |_| {
        assert_eq!(starts(&person, "skill:linux:1"), "2026-11-23");
    });
    let ahead = json!({ "key": "skill:sql:1", "place": { "kind": "ahead_of", "item": "skill:http:1" } });
    moves(&person, "plan.place", ahead, |_| assert_eq!(starts(&person, "skill:sql:1"), "2026-11-23"));
}

#[test]
fn nothing_is_placed_ahead_of_what_it_waits_for() {
    let person = Person::junior();
    let before = person.everything();
    let ahead = |key: &str, item: &str| json!({ "key": key, "place": { "kind": "ahead_of", "item": item } });
    // One step and several steps before it.
    for key in ["skill:python:1", "skill:django:1"] {
        let error = person.is_refused("plan.place", ahead(key, "skill:prog-fundamentals:1"));
        assert_eq!(error.code, "plan.place_before_predecessor");
        assert!(error.sentence.en.contains("Programming fundamentals"), "{}", error.sentence.en);
    }
    assert_eq!(
        person.is_refused("plan.place", ahead("skill:sql:1", "skill:sql:1")).code,
        "plan.place_itself"
    );
    assert_eq!(
        person.is_refused("plan.place", ahead("skill:sql:1", "skill:nobody:1")).code,
        "plan.unknown_item"
    );
    assert_eq!(person.everything(), before);
}

#[test]
fn nothing_is_placed_ahead_of_what_the_person_lets_it_wait_for() {
    let person = Person::junior();
    person.does("plan.item_change", json!({ "key": "skill:sql:1", "after": ["skill:linux:1"] }));
    let ahead = json!({ "key": "skill:sql:1", "place": { "kind": "ahead_of", "item": "skill:linux:1" } });
    assert_eq!(person.is_refused("plan.place", ahead).code, "plan.place_before_predecessor");
}

#[test]
fn what_the_person_lets_an_item_wait_for_comes_first_with_it() {
    let person = Person::junior();
    person.does("plan.item_change", json!({ "key": "skill:agile:1", "after": ["skill:linux:1"] }));
    person.does("plan.place", json!({ "key": "skill:agile:1", "place": { "kind": "first" } }));
    assert_eq!(starts(&person, "skill:linux:1"), "2026-11-20");
    assert!(starts(&person, "skill:agile:1") < starts(&person, "skill:http:1"));
}

fn pin(key: &str, date: &str, minutes: u32) -> Value {
    json!({ "key": key, "date": date, "minutes": minutes })
}

#[test]
fn a_session_is_pinned_to_a_day_and_moved_to_another() {
    let person = Person::junior();
    moves(&person, "plan.pin", pin("skill:linux:1", "2026-11-24", 60), |_| {
        assert_eq!(planned_on(&person.plan(), "2026-11-24", Some("skill:linux:1")), 60);
        assert_eq!(
            person.item("skill:linux:1")["because"],
            json!({ "kind": "pinned", "date": "2026-11-24" })
        );
        let there =
            json!({ "key": "skill:linux:1", "date": "2026-11-26", "minutes": 60, "from": "2026-11-24" });
        person.does("plan.pin", there);
        let plan = person.plan();
        assert_eq!(planned_on(&plan, "2026-11-24", Some("skill:linux:1")), 0);
        assert_eq!(planned_on(&plan, "2026-11-26", Some("skill:linux:1")), 60);
        let week = &plan["weeks"][1]["sessions"];
        let pinned = week.as_array().unwrap().iter().find(|it| it["pinned"] != json!(0)).unwrap();
        assert_eq!((&pinned["item"], &pinned["pinned"]), (&json!("skill:linux:1"), &json!(60)));
        person.does("plan.unpin", json!({ "key": "skill:linux:1" }));
        assert_eq!(planned_on(&person.plan(), "2026-11-26", Some("skill:linux:1")), 0);
        person.undoes();
        person.undoes();
    });
}

#[test]
fn a_pin_that_cannot_be_kept_is_refused_for_its_own_reason() {
    let person = Person::junior();
    person.does("plan.move", json!({ "key": "skill:git:1", "not_before": "2026-12-07" }));
    person.does("plan.absence_save", json!({ "from": "2026-12-01", "to": "2026-12-01", "reason": "Away" }));
    let before = person.everything();
    for (params, code) in [
        // A Wednesday, which has no hours, and a day away.
        (pin("skill:http:1", "2026-11-25", 30), "plan.pin_closed_day"),
        (pin("skill:http:1", "2026-12-01", 30), "plan.pin_closed_day"),
        (pin("skill:http:1", "2026-11-24", 91), "plan.pin_day_full"),
        (pin("skill:http:1", "2026-11-19", 30), "date.past"),
        (pin("skill:python:1", "2026-11-24", 30), "plan.pin_too_early"),
        (pin("skill:http:2", "2026-11-20", 30), "plan.pin_too_early"),
        (pin("skill:git:1", "2026-12-04", 30), "plan.pin_not_before"),
        (pin("skill:nobody:1", "2026-11-24", 30), "plan.unknown_item"),
        (pin("skill:http:1", "2026-11-24", 0), "input.range"),
        (pin("skill:http:1", "2099-11-24", 30), "date.far"),
    ] {
        let error = person.is_refused("plan.pin", params.clone());
        assert_eq!(error.code, code, "{params}");
        for sentence in [&error.sentence.en, &error.sentence.fr] {
            assert!(sentence.len() > 15 && !sentence.contains(['{', '}']), "{sentence}");
        }
    }
    assert_eq!(person.everything(), before);
}

#[test]
fn of_two_that_are_pinned_to_one_full_day_the_second_is_refused() {
    for (first, second) in [("skill:http:1", "skill:git:1"), ("skill:git:1", "skill:http:1")] {
        let person = Person::junior();
        person.does("plan.pin", pin(first, "2026-11-24", 90));
        let error = person.is_refused("plan.pin", pin(second, "2026-11-24", 90));
        assert!(
            ["plan.pin_no_room", "plan.pin_too_early", "plan.pin_day_full"].contains(&error.code.as_str())
        );
        assert_eq!(planned_on(&person.plan(), "2026-11-24", Some(first)), 90);
    }
}

#[test]
fn more_than_is_left_of_an_item_is_not_pinned() {
    let person = Person::junior();
    let own = person.adds(json!({ "title": "Ask Nadia for a review", "minutes": 40 }));
    assert_eq!(person.is_refused("plan.pin", pin(&own, "2026-11-24", 60)).code, "plan.pin_no_room");
    person.does("plan.pin", pin(&own, "2026-11-24", 40));
}

#[test]
fn a_pin_yields_when_its_day_is_closed_later_and_the_plan_still_comes_out() {
    let person = Person::junior();
    person.does("plan.pin", pin("skill:linux:1", "2026-11-24", 60));
    moves(&person, "plan.absence_save", json!({ "from": "2026-11-24", "to": "2026-11-24" }), |plan| {
        assert_eq!(planned_on(plan, "2026-11-24", None), 0);
        person.item("skill:linux:1");
    });
    let hours = json!({ "weekly_minutes": [90, 0, 0, 90, 90, 180, 60] });
    moves(&person, "plan.settings", hours, |plan| {
        assert_eq!(planned_on(plan, "2026-11-24", None), 0);
    });
    assert_eq!(planned_on(&person.plan(), "2026-11-24", Some("skill:linux:1")), 60);
}

#[test]
fn a_pin_yields_when_what_comes_first_takes_longer() {
    let person = Person::junior();
    let on = starts(&person, "skill:python:1");
    person.does("plan.pin", pin("skill:python:1", &on, 20));
    person.does("plan.item_change", json!({ "key": "skill:prog-fundamentals:1", "minutes": 9_000 }));
    assert!(starts(&person, "skill:python:1") >= finishes(&person, "skill:prog-fundamentals:1"));
    person.undoes();
    assert_eq!(person.item("skill:python:1")["record"]["pinned"][0]["date"], json!(on));
}

#[test]
fn an_item_is_split_and_its_successors_wait_for_the_rest() {
    let person = Person::junior();
    let split = json!({ "key": "skill:sql:1", "after": 120 });
    moves(&person, "plan.split", split, |_| {
        let (first, rest) = (person.item("skill:sql:1"), person.item("part:skill:sql:1"));
        assert_eq!((&first["minutes"], &rest["minutes"]), (&json!(120), &json!(360)));
        assert_eq!(rest["after"], json!(["skill:sql:1"]));
        assert!(rest["title"]["en"].as_str().unwrap().contains("SQL, level 0 to 1"), "{rest}");
        assert!(starts(&person, "part:skill:sql:1") >= finishes(&person, "skill:sql:1"));
        for waits in ["skill:sql:2", "skill:pagination:1"] {
            assert!(person.item(waits)["after"].as_array().unwrap().contains(&json!("part:skill:sql:1")));
            assert!(starts(&person, waits) >= finishes(&person, "part:skill:sql:1"));
        }
        // The rest can be put off by itself.
        person.does("plan.move", json!({ "key": "part:skill:sql:1", "not_before": "2027-02-01" }));
        assert!(starts(&person, "part:skill:sql:1").as_str() >= "2027-02-01");
        assert!(finishes(&person, "skill:sql:1").as_str() < "2027-01-01");
        assert!(starts(&person, "skill:sql:2").as_str() > "2027-02-01");
        person.undoes();
    });
    let former = person.plan();
    person.does("plan.split", json!({ "key": "skill:sql:1", "after": 120 }));
    person.does("plan.split", json!({ "key": "skill:sql:1" }));
    let joined = person.plan();
    assert_eq!((&joined["weeks"], &joined["finish"]), (&former["weeks"], &former["finish"]));
    for minutes in [0, 480, 9_999] {
        let params = json!({ "key": "skill:sql:1", "after": minutes });
        assert_eq!(person.is_refused("plan.split", params).code, "input.range", "{minutes}");
    }
}

#[test]
fn what_is_logged_on_a_part_shortens_that_part_first() {
    let person = Person::junior();
    person.does("plan.split", json!({ "key": "skill:sql:1", "after": 120 }));
    let left = || {
        (person.item("skill:sql:1")["minutes"].clone(), person.item("part:skill:sql:1")["minutes"].clone())
    };
    person.logs("skill:sql:1", "2026-11-19", 50);
    assert_eq!(left(), (json!(70), json!(360)));
    person.logs("part:skill:sql:1", "2026-11-19", 30);
    assert_eq!(left(), (json!(70), json!(330)));
    assert_eq!(person.does("log.list", json!({}))["entries"][0]["record"]["skill"], json!("sql"));
    // Done with the first part, nothing is claimed yet; done with the rest, the level is.
    person.does("plan.done", json!({ "key": "skill:sql:1", "done_on": "2026-11-20" }));
    assert_eq!(person.skill("sql")["claimed"], json!(null));
    assert_eq!(person.finds("skill:sql:1"), None);
    person.does("plan.done", json!({ "key": "part:skill:sql:1", "done_on": "2026-11-20" }));
    assert_eq!(person.skill("sql")["claimed"], json!(1));
    assert_eq!(person.finds("part:skill:sql:1"), None);
    person.item("skill:sql:2");
}

#[test]
fn an_item_is_left_out_and_taken_in_again() {
    let person = Person::junior();
    let former = person.plan();
    moves(&person, "plan.drop", json!({ "key": "skill:docker:1", "dropped": true }), |effect| {
        assert_eq!(person.finds("skill:docker:1"), None);
        assert_eq!(person.plan()["set_aside"][0]["record"]["key"], json!("skill:docker:1"));
        assert!(effect["finish"].as_str() < effect["former_finish"].as_str());
        person.does("plan.drop", json!({ "key": "skill:docker:1", "dropped": false }));
        assert_eq!(person.plan()["weeks"], former["weeks"]);
        person.undoes();
    });
}

#[test]
fn what_is_done_claims_its_level_and_undo_takes_the_claim_back() {
    let person = Person::junior();
    moves(&person, "plan.done", json!({ "key": "skill:sql:1", "done_on": "2026-11-19" }), |_| {
        assert_eq!((&person.skill("sql")["claimed"], &person.skill("sql")["proven"]), (&json!(1), &json!(0)));
        assert_eq!(person.finds("skill:sql:1"), None);
        assert_eq!(person.item("skill:sql:2")["after"], json!([]));
    });
    // More than that was claimed already: it stays.
    person.does("skills.set", json!({ "skill": "git", "level": 1 }));
    person.does("plan.done", json!({ "key": "skill:git:2", "done_on": "2026-11-20" }));
    assert_eq!(person.skill("git")["claimed"], json!(2));
    let tomorrow = json!({ "key": "skill:sql:1", "done_on": "2026-11-21" });
    assert_eq!(person.is_refused("plan.done", tomorrow).code, "date.future");
    let own = person.adds(json!({ "title": "Ask Nadia for a review", "minutes": 40 }));
    moves(&person, "plan.done", json!({ "key": own, "done_on": "2026-11-20" }), |_| {
        assert_eq!(person.finds(&own), None);
    });
}

#[test]
fn items_that_would_wait_for_each_other_are_refused_by_name() {
    let person = Person::junior();
    let before = person.everything();
    let error = person.is_refused(
        "plan.item_change",
        json!({ "key": "skill:prog-fundamentals:1", "after": ["skill:django:1"] }),
    );
    assert_eq!(error.code, "plan.cycle");
    for name in ["Programming fundamentals", "Django"] {
        assert!(error.sentence.en.contains(name), "{}", error.sentence.en);
    }
    let error =
        person.is_refused("plan.item_change", json!({ "key": "skill:sql:1", "after": ["skill:sql:1"] }));
    assert_eq!(error.code, "plan.cycle");
    assert!(error.sentence.fr.contains("SQL, du niveau 0 au niveau 1"), "{}", error.sentence.fr);
    assert_eq!(person.everything(), before);
}

#[test]
fn a_week_without_hours_and_a_week_of_four_hundred_are_refused() {
    let person = Person::junior();
    let before = person.everything();
    for (name, params, code) in [
        ("plan.settings", json!({ "weekly_minutes": [0, 0, 0, 0, 0, 0, 0] }), "plan.no_time"),
        (
            "plan.settings",
            json!({ "weekly_minutes": [3429, 3429, 3429, 3429, 3428, 3428, 3428] }),
            "input.range",
        ),
        ("scenario.save", json!({ "minutes_a_week": 24_000 }), "input.range"),
        ("scenario.save", json!({ "weekly_minutes": [0, 0, 0, 0, 0, 0, 0] }), "plan.no_time"),
        ("scenario.try", json!({ "minutes_a_week": 0 }), "input.range"),
        (
            "review.close",
            json!({ "week": "2026-11-16", "choice": { "kind": "hours", "weekly_minutes": 24_000 } }),
            "input.range",
        ),
        ("start.begin", json!({ "rung": "junior", "weekly_hours": 400.0 }), "input.hours"),
        ("start.begin", json!({ "rung": "junior", "weekly_minutes": [0, 0, 0, 0, 0, 0, 0] }), "plan.no_time"),
    ] {
        assert_eq!(person.is_refused(name, params.clone()).code, code, "{name} {params}");
    }
    assert_eq!(person.everything(), before);
}

/// Absences of a year each, so that from a year on no day has any time within what a plan reaches.
fn away_from(person: &Person, year: i64) {
    for year in (year..year + 84).rev() {
        let away =
            json!({ "from": format!("{year}-01-01"), "to": format!("{year}-12-31"), "reason": "Away" });
        person.does("plan.absence_save", away);
    }
}

#[test]
fn absences_for_years_leave_a_plan_or_the_reason_why_there_is_none() {
    let person = Person::junior_at("2026-11-20T18:30+01:00[Europe/Paris]");
    away_from(&person, 2030);
    assert_eq!(person.plan()["finish"], json!("2029-06-07"), "all fits before them");
    // One more year away, and it no longer does.
    let before = person.everything();
    let error = person.is_refused("plan.absence_save", json!({ "from": "2028-06-01", "to": "2029-06-01" }));
    let more = person.is_refused("plan.absence_save", json!({ "from": "2028-12-31", "to": "2029-12-31" }));
    for error in [error, more] {
        assert_eq!(error.code, "plan.no_capacity");
        assert!(
            error.sentence.en.contains(" h") && error.sentence.en.contains("level"),
            "{}",
            error.sentence.en
        );
    }
    assert_eq!(person.everything(), before);
    // Nothing is done, and time passes: what is left no longer fits. Each page says exactly why.
    person.clock_shows("2029-06-01T18:30+02:00[Europe/Paris]");
    for name in ["plan.show", "today.show", "forecast.show", "review.show"] {
        let error = person.is_refused(name, json!({}));
        assert_eq!(error.code, "plan.no_capacity", "{name}");
        assert!(error.sentence.en.contains("lift the longest absences"), "{}", error.sentence.en);
    }
    let list = person.does("scenario.list", json!({}));
    assert!(list["today"]["refused"]["en"].as_str().unwrap().contains("no time for"), "{list}");
    // What is proposed helps: an absence is lifted.
    let absences = before["plan.show"]["absences"].as_array().unwrap();
    for year in ["2030-01-01", "2031-01-01", "2032-01-01"] {
        let lifted = absences.iter().find(|away| away["from"] == json!(year)).unwrap();
        let lift = |id: &Value| person.app.dispatch("plan.absence_remove", json!({ "id": id }));
        let lifted = lift(&lifted["id"]);
        assert!(lifted.is_ok() || lifted.unwrap_err().code == "plan.no_capacity");
    }
    assert!(person.plan()["finish"].as_str().unwrap() < "2033-01-01");
    person.does("today.show", json!({}));
}

#[test]
fn due_dates_that_are_past_are_shown_late() {
    let person = Person::junior();
    let own = person.adds(
        json!({ "title": "Renew the passport", "minutes": 60, "due": "2026-01-10", "due_kind": "hard" }),
    );
    person.does("plan.item_change", json!({ "key": "skill:sql:1", "due": "2020-02-29", "due_kind": "soft" }));
    for key in [own.as_str(), "skill:sql:1"] {
        let item = person.item(key);
        assert!(item["late_minutes"].as_u64().unwrap() > 0, "{item}");
    }
    let plan = person.plan();
    let late: Vec<&str> = plan["shortfalls"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| row["shortfall"]["item"].as_str().unwrap())
        .collect();
    assert!(late.contains(&own.as_str()) && late.contains(&"skill:sql:1"), "{late:?}");
    let due = person.does("today.show", json!({}))["due"].take();
    assert!(
        due.as_array()
            .unwrap()
            .iter()
            .any(|row| row["reference"] == json!(own) && row["days"] == json!(-314))
    );
    person.does("forecast.show", json!({}));
}

#[test]
fn a_plan_longer_than_fifty_years_comes_out_or_says_exactly_why_not() {
    let person = Person::new();
    person.does("plan.settings", json!({ "weekly_minutes": [30, 0, 0, 0, 0, 0, 0] }));
    let own = person.adds(json!({ "title": "Write an operating system", "minutes": 100_000 }));
    let plan = person.plan();
    // 3,334 Mondays of half an hour.
    let last = day("2026-11-23").plus_days(7 * 3333);
    assert_eq!(plan["finish"], json!(last.to_string()));
    person.does("today.show", json!({}));
    person.does("forecast.show", json!({}));
    let before = person.everything();
    let whole = json!({ "key": own, "title": "Write an operating system", "minutes": 600_000 });
    let error = person.is_refused("plan.own_item", whole);
    assert_eq!(error.code, "plan.no_capacity");
    assert!(error.sentence.en.contains("Write an operating system"), "{}", error.sentence.en);
    assert_eq!(person.everything(), before);
    let more = json!({ "key": own, "title": "Write an operating system", "minutes": 600_001 });
    assert_eq!(person.is_refused("plan.own_item", more).code, "input.range");
}

fn shortfall(person: &Person, key: &str) -> Option<Value> {
    let rows = person.plan()["shortfalls"].take();
    rows.as_array().unwrap().iter().map(|row| row["shortfall"].clone()).find(|it| it["item"] == json!(key))
}

/// Keeps a scenario, checks what it promises, takes it, looks, and takes it back.
fn takes(person: &Person, scenario: Value, check: impl FnOnce()) {
    let before = person.everything();
    let kept = person.does("scenario.save", scenario);
    assert_eq!(kept["outcome"]["refused"], json!(null));
    person.does("scenario.take", json!({ "id": kept["record"]["id"] }));
    assert_eq!(person.plan()["finish"], kept["outcome"]["finish"]);
    assert_eq!(person.plan()["minutes_left"], kept["outcome"]["minutes_left"]);
    check();
    person.undoes();
    assert_eq!(person.everything(), before);
    person.does("scenario.remove", json!({ "id": kept["record"]["id"] }));
}

fn without(keys: &Value) -> Value {
    let key = |key: &Value| if key.is_string() { key.clone() } else { key[0].clone() };
    let items = keys.as_array().unwrap().iter().map(|it| json!({ "item": key(it), "dropped": true }));
    json!({ "items": items.collect::<Vec<_>>() })
}

#[test]
fn each_mend_of_a_missed_exam_really_meets_it() {
    let person = Person::junior();
    let key = person.books("gh-900", "2026-11-27");
    let missed = shortfall(&person, &key).unwrap();
    assert_eq!((&missed["kind"], &missed["due"]), (&json!("hard"), &json!("2026-11-26")));
    assert_eq!(missed["missing_minutes"], person.item(&key)["late_minutes"]);
    let hours = &missed["weekly_minutes_needed"];
    assert!(hours.as_u64().unwrap() > 600, "{missed}");
    takes(&person, json!({ "minutes_a_week": hours }), || {
        assert_eq!(shortfall(&person, &key), None, "{missed}");
        assert_eq!(person.plan()["weekly_minutes"], *hours);
    });
    assert_eq!(shortfall(&person, &key).unwrap(), missed);
    let later = json!({ "item": key, "due": missed["date_that_fits"], "due_kind": "hard" });
    takes(&person, json!({ "items": [later] }), || assert_eq!(shortfall(&person, &key), None));
}

#[test]
fn of_two_hard_dates_that_do_not_fit_together_leaving_one_out_meets_the_other() {
    let person = Person::junior();
    let due =
        |title: &str| json!({ "title": title, "minutes": 500, "due": "2026-11-26", "due_kind": "hard" });
    let both = [person.adds(due("A talk for the meetup")), person.adds(due("A demo for the client"))];
    let (key, missed) = both.iter().find_map(|key| Some((key, shortfall(&person, key)?))).unwrap();
    let out = &missed["items_to_drop"];
    assert!(!out.as_array().unwrap().is_empty(), "{missed}");
    takes(&person, without(out), || {
        assert_eq!(shortfall(&person, key), None);
        assert_eq!(person.item(key)["late_minutes"], json!(0));
    });
    takes(&person, json!({ "minutes_a_week": missed["weekly_minutes_needed"] }), || {
        assert!(both.iter().all(|key| shortfall(&person, key).is_none()));
    });
}

#[test]
fn each_mend_of_a_missed_wish_to_be_ready_really_meets_it() {
    let person = Person::junior();
    for (by, droppable) in [("2028-06-01", true), ("2027-09-01", true), ("2027-03-01", false)] {
        person.does("target.set", json!({ "rung": "junior", "stack": "python-django", "ready_by": by }));
        let ready = person.plan()["ready"].take();
        assert_eq!((&ready["by"], &ready["met"]), (&json!(by), &json!(false)));
        assert!(ready["missing_minutes"].as_u64().unwrap() > 0);
        // Whoever has to leave out dozens of items needs another plan: none are named.
        assert_eq!(!ready["drop"].as_array().unwrap().is_empty(), droppable, "{by}");
        for mend in [
            json!({ "minutes_a_week": ready["weekly_minutes_needed"] }),
            without(&ready["drop"]),
            json!({ "ready_by": ready["date_that_fits"] }),
        ] {
            if mend["items"].as_array().is_some_and(Vec::is_empty) {
                continue;
            }
            takes(&person, mend.clone(), || {
                let then = person.plan()["ready"].take();
                assert_eq!(
                    (&then["met"], &then["missing_minutes"]),
                    (&json!(true), &json!(0)),
                    "{by}: {mend}"
                );
            });
        }
        // Half an hour less a week would not be enough.
        let less = ready["weekly_minutes_needed"].as_u64().unwrap() - 30;
        let tried = person.does("scenario.try", json!({ "minutes_a_week": less }));
        assert!(tried["outcome"]["finish"].as_str().unwrap() > by, "{by}: {less}");
    }
}
