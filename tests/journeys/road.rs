//! The road of a certification: wished, planned, booked, failed, booked again, passed, held, expiring, renewed, expired.

use crate::person::{Person, day};
use serde_json::{Value, json};

pub const START: &str = "2026-11-20T18:30+01:00[Europe/Paris]";

fn id_of(view: &Value) -> String {
    view["record"]["id"].as_str().unwrap().to_owned()
}

/// The records of the person's certifications, by when they were added.
pub fn records(person: &Person) -> Vec<Value> {
    let mine = person.does("certifications.list", json!({}))["mine"].take();
    let mut all: Vec<Value> = mine.as_array().unwrap().iter().map(|view| view["record"].clone()).collect();
    all.sort_by_key(|record| record["id"].as_str().unwrap().to_owned());
    all
}

pub fn wishes(person: &Person, certification: &str) -> String {
    id_of(&person.does("certifications.save", json!({ "certification": certification })))
}

pub fn shown(person: &Person, id: &str) -> Value {
    person.does("certifications.show", json!({ "id": id }))
}

/// What may be done next.
fn next(view: &Value) -> Vec<&str> {
    view["next"].as_array().unwrap().iter().map(|verb| verb.as_str().unwrap()).collect()
}

#[test]
fn a_certification_goes_its_whole_road_and_every_step_is_taken_back_and_made_again() {
    let person = Person::junior_at(START);
    let mut states = vec![records(&person)];
    let step = |states: &mut Vec<Vec<Value>>, name: &str, params: Value| {
        let reply = person.replies(name, params);
        assert!(reply.history.is_some(), "{name}");
        assert!(reply.changed.iter().any(|topic| topic == "certifications"), "{name}");
        states.push(records(&person));
        reply.value
    };
    let wished = step(&mut states, "certifications.save", json!({ "certification": "hc-terraform" }));
    let id = id_of(&wished);
    assert_eq!((&wished["stage"], next(&wished)), (&json!("wished"), vec!["plan", "book", "hold"]));
    let planned = step(&mut states, "certifications.plan", json!({ "id": id, "wanted_by": "2027-09-01" }));
    assert_eq!((&planned["stage"], next(&planned)), (&json!("planned"), vec!["book", "pass", "hold"]));
    assert_eq!(planned["preparation"]["due"], json!("2027-09-01"));
    let booking = json!({
        "id": id, "exam_on": "2027-06-10", "exam_at": "09:30", "exam_zone": "Europe/Paris", "place": "online",
        "cost": 70.5, "currency": "USD",
    });
    let booked = step(&mut states, "certifications.book", booking);
    assert_eq!((&booked["stage"], next(&booked)), (&json!("booked"), vec!["pass", "fail", "move"]));
    assert_eq!(booked["exam_moment"], json!("2027-06-10T07:30:00Z"));
    assert_eq!(booked["preparation"]["due"], json!("2027-06-09"));
    person.is_at(day("2027-06-10"), "12:00");
    let fail = json!({ "id": id, "passed": false, "score": "61 %", "note": "state files" });
    let failed = step(&mut states, "certifications.result", fail);
    assert_eq!((&failed["stage"], next(&failed)), (&json!("failed"), vec!["plan", "book"]));
    let attempt = json!({ "on": "2027-06-10", "score": "61 %", "cost": 70.5, "currency": "USD", "note": "state files" });
    assert_eq!((&failed["record"]["attempts"], &failed["record"]["attempt"]), (&json!([attempt]), &json!(2)));
    assert_eq!(failed["retry"]["retry"], json!({ "from": "2027-06-17", "days": 7, "own": false }));
    let again = json!({ "id": id, "exam_on": "2027-06-24", "cost": 70.5, "currency": "USD" });
    step(&mut states, "certifications.book", again);
    person.is_at(day("2027-06-24"), "12:00");
    let pass = json!({ "id": id, "passed": true, "score": "88 %" });
    let passed = step(&mut states, "certifications.result", pass);
    assert_eq!((&passed["stage"], next(&passed)), (&json!("passed"), vec!["hold"]));
    let hold = json!({ "id": id, "issued": "2027-06-24", "expires": "2029-06-24", "credential_id": "T-1" });
    let held = step(&mut states, "certifications.hold", hold);
    assert_eq!((&held["stage"], next(&held)), (&json!("held"), vec!["renew"]));
    for (on, stage) in [
        ("2029-03-25", "held"),
        ("2029-03-26", "expiring"),
        ("2029-06-24", "expiring"),
        ("2029-06-25", "expired"),
    ] {
        person.is_at(day(on), "12:00");
        assert_eq!(shown(&person, &id)["stage"], json!(stage), "{on}");
    }
    person.is_at(day("2029-06-01"), "12:00");
    let renew =
        json!({ "id": id, "on": "2029-06-01", "expires": "2031-06-01", "cost": 70.5, "currency": "USD" });
    let renewed = step(&mut states, "certifications.renew", renew);
    assert_eq!(renewed["stage"], json!("renewed"));
    let period = json!({ "issued": "2027-06-24", "expires": "2029-06-24", "renewed_on": "2029-06-01", "how": "retake" });
    assert_eq!(renewed["record"]["periods"], json!([period]));
    assert_eq!(renewed["record"]["costs"][0]["what"], json!("renewal"));
    person.is_at(day("2031-06-02"), "12:00");
    let over = shown(&person, &id);
    assert_eq!((&over["stage"], &over["renewal"]["plan"]["state"]), (&json!("expired"), &json!("over")));
    // Back and forth again, also in a program that was started anew.
    let person = person.restarts();
    for state in states.iter().rev().skip(1) {
        person.undoes();
        assert_eq!(&records(&person), state);
    }
    for state in states.iter().skip(1) {
        person.does("history.redo", json!({}));
        assert_eq!(&records(&person), state);
    }
}

#[test]
fn planning_one_puts_its_skills_its_revision_and_its_mock_exams_into_the_plan() {
    let person = Person::junior();
    let before = person.plan();
    let id = wishes(&person, "hc-terraform");
    assert_eq!(person.plan(), before, "a wish changes no plan");
    let view = person.does("certifications.plan", json!({ "id": id }));
    let (exam, mock) = (format!("certification:{id}"), format!("mock:{id}"));
    // Up to the level that it speaks for, and not beyond.
    for key in ["skill:terraform:1", "skill:terraform:2", "skill:cloud-basics:1", &exam, &mock] {
        assert!(person.finds(key).is_some(), "{key}");
    }
    assert!(person.finds("skill:terraform:3").is_none());
    let dates = |key: &str| {
        let item = person.item(key);
        let day = |field: &str| item[field].as_str().unwrap().to_owned();
        (day("starts"), day("finishes"))
    };
    assert!(dates("skill:terraform:2").1 <= dates(&exam).0);
    assert!(dates("skill:cloud-basics:1").1 <= dates(&exam).0);
    assert!(dates(&exam).1 <= dates(&mock).0);
    // 18 hours by the catalogue, of which two mock exams of an hour are taken and gone through.
    let minutes = |key: &str| person.item(key)["minutes"].as_u64().unwrap();
    assert_eq!((minutes(&exam), minutes(&mock)), (14 * 60, 4 * 60));
    // The page says the same as the plan.
    let preparation = &view["preparation"];
    let items = preparation["items"].as_array().unwrap();
    let left: u64 = items.iter().map(|item| minutes(item["key"].as_str().unwrap())).sum();
    assert_eq!(preparation["minutes_left"], json!(left));
    assert_eq!(preparation["ends"], json!(dates(&mock).1));
    assert_eq!(items.last().unwrap()["key"], json!(mock));
    assert!(preparation["due"].is_null() && preparation["chance"].is_null());
    // What is there already is not learnt again.
    person.does("skills.set", json!({ "skill": "terraform", "level": 2 }));
    assert!(person.finds("skill:terraform:2").is_none() && person.finds(&exam).is_some());
    // An exam at a low level does not wait for more than it asks, whatever the target asks.
    let pcep = person.does("certifications.plan", json!({ "certification": "py-pcep" }));
    let asked: Vec<&str> = pcep["preparation"]["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|item| item["key"].as_str().unwrap())
        .filter(|key| key.starts_with("skill:"))
        .collect();
    assert!(asked.contains(&"skill:python:1") && !asked.contains(&"skill:python:2"), "{asked:?}");
    // And what was planned can be taken out again.
    person.does("certifications.remove", json!({ "id": id }));
    assert!(person.finds(&exam).is_none() && person.finds(&mock).is_none());
}

#[test]
fn what_is_needed_first_is_planned_with_it_and_comes_first() {
    let person = Person::junior();
    let cks = wishes(&person, "cncf-cks");
    let alone = person.does("certifications.plan", json!({ "id": cks }));
    assert_eq!(alone["needs"][0]["certification"], json!("cncf-cka"));
    assert_eq!((&alone["needs"][0]["held"], &alone["needs"][0]["mine"]), (&json!(false), &Value::Null));
    person.undoes();
    let view = person.does("certifications.plan", json!({ "id": cks, "with_needed": true }));
    let cka = view["needs"][0]["mine"].as_str().unwrap().to_owned();
    assert_eq!(view["needs"][0]["stage"], json!("planned"));
    let key = |kind: &str, id: &str| format!("{kind}:{id}");
    let first = person.item(&key("mock", &cka))["finishes"].as_str().unwrap().to_owned();
    let then = person.item(&key("certification", &cks))["starts"].as_str().unwrap().to_owned();
    assert!(first <= then, "{first} {then}");
    let keys: Vec<&str> = view["preparation"]["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|item| item["key"].as_str().unwrap())
        .collect();
    assert!(keys.contains(&key("mock", &cka).as_str()), "{keys:?}");
    // One step in the history: both go, and come.
    person.undoes();
    assert_eq!(records(&person).len(), 1);
    assert_eq!(records(&person)[0]["stage"], json!("wished"));
    person.does("history.redo", json!({}));
    assert_eq!(records(&person).len(), 2);
    // Where it is held it is not planned again.
    person.does("certifications.hold", json!({ "id": cka, "issued": "2026-11-01", "expires": "2028-11-01" }));
    let view = person.does("certifications.plan", json!({ "id": cks, "with_needed": true }));
    assert_eq!((records(&person).len(), &view["needs"][0]["held"]), (2, &json!(true)));
    // Where it has expired it is needed again.
    person.does("certifications.hold", json!({ "id": cka, "issued": "2024-01-01", "expires": "2026-01-01" }));
    let view = person.does("certifications.plan", json!({ "id": cks, "with_needed": true }));
    assert_eq!((records(&person).len(), &view["needs"][0]["stage"]), (3, &json!("planned")));
}

#[test]
fn a_failed_attempt_is_kept_with_its_cost_and_planned_again_after_its_wait() {
    let person = Person::junior_at(START);
    let id = wishes(&person, "gcp-ace");
    // 14 days after the first failure, 60 after the second, 365 after that.
    let mut on = day("2027-03-01");
    for (number, wait) in [(1_u32, 14), (2, 60), (3, 365), (4, 365)] {
        let params = json!({ "id": id, "exam_on": on, "cost": 125, "currency": "USD" });
        let booked = person.does("certifications.book", params);
        assert_eq!(booked["record"]["attempt"], json!(number));
        person.is_at(on, "18:00");
        let failed = person.does("certifications.result", json!({ "id": id, "passed": false }));
        assert_eq!(failed["record"]["attempts"].as_array().unwrap().len(), number as usize);
        let from = on.plus_days(wait);
        assert_eq!(failed["retry"]["retry"]["from"], json!(from.to_string()));
        assert_eq!(failed["retry"]["waits"], json!(true));
        // Its date, place and cost are the next one's to be.
        for field in ["exam_on", "cost", "currency", "retry_from"] {
            assert!(failed["record"][field].is_null(), "{field}");
        }
        // Its preparation goes on, half of its hours again, and is planned for another day.
        assert!(person.finds(&format!("certification:{id}")).is_some());

        let planned = person.does("certifications.plan", json!({ "id": id, "wanted_by": from }));
        assert_eq!(planned["stage"], json!("planned"));
        assert!(person.finds(&format!("mock:{id}")).is_some());
        on = from;
    }
    let spent = person.does("certifications.list", json!({}))["years"].take();
    let paid: f64 = spent.as_array().unwrap().iter().map(|year| year["paid"].as_f64().unwrap()).sum();
    assert_eq!(paid, 500.0);
    // What the person knows better goes before the catalogue.
    let params = json!({ "id": id, "passed": false, "retry_from": "2029-01-01" });
    let own = person.does("certifications.result", params)["retry"].take();
    assert_eq!((&own["retry"]["from"], &own["retry"]["own"]), (&json!("2029-01-01"), &json!(true)));
}

#[test]
fn what_was_done_for_an_attempt_that_failed_is_to_be_done_again() {
    let person = Person::junior_at(START);
    let id = id_of(&person.does("certifications.plan", json!({ "certification": "gh-900" })));
    let keys = [format!("certification:{id}"), format!("mock:{id}")];
    for key in &keys {
        person.does("plan.done", json!({ "key": key, "done_on": "2026-11-20" }));
        assert!(person.finds(key).is_none());
    }
    let before = person.everything();
    person.does("certifications.result", json!({ "id": id, "passed": false }));
    person.undoes();
    assert_eq!(person.everything(), before);
    person.does("history.redo", json!({}));
    person.does("certifications.book", json!({ "id": id, "exam_on": "2027-03-01" }));
    for key in &keys {
        assert!(person.finds(key).is_some(), "{key}");
    }
}

#[test]
fn passing_proves_two_levels_by_answers_and_three_by_tasks() {
    let person = Person::junior();
    for (certification, skill, proven) in
        [("hc-terraform", "terraform", 2), ("cncf-ckad", "kubernetes", 3), ("gh-900", "git", 2)]
    {
        let id = wishes(&person, certification);
        person.does("certifications.book", json!({ "id": id, "exam_on": "2026-11-20" }));
        assert_eq!(person.skill(skill)["proven"], json!(0));
        let view = person.does("certifications.result", json!({ "id": id, "passed": true }));
        assert_eq!(person.skill(skill)["proven"], json!(proven), "{certification}");
        let why = person.does("skills.show", json!({ "skill": skill }));
        assert_eq!(why["pieces"][0]["piece"]["kind"]["kind"], json!("certification"));
        assert!(view["supports"].as_array().unwrap().iter().any(|it| it["proven"] == json!(proven)));
        assert!(person.finds(&format!("certification:{id}")).is_none());
        person.undoes();
        assert_eq!(person.skill(skill)["proven"], json!(0));
        person.does("history.redo", json!({}));
        assert_eq!(person.skill(skill)["proven"], json!(proven));
    }
    // One of their own: no more than its kind of exam carries.
    let own = |performed: bool, level: u8| {
        json!({
            "name": "House exam", "stage": "held", "issued": "2026-01-01", "performance_based": performed,
            "supports": [{ "skill": "kafka", "level": level }],
        })
    };
    for (performed, level) in [(false, 3), (true, 4), (true, 5), (false, 0)] {
        let refused = person.is_refused("certifications.save", own(performed, level));
        assert_eq!(refused.code, "certification.supports_level", "{performed} {level}");
    }
    person.does("certifications.save", own(true, 3));
    assert_eq!(person.skill("kafka")["proven"], json!(3));
}

#[test]
fn steps_that_are_out_of_order_are_refused_and_change_nothing() {
    let person = Person::junior();
    let held = json!({ "certification": "hc-terraform", "stage": "held", "issued": "2026-01-01", "expires": "2028-01-01" });
    let held = id_of(&person.does("certifications.save", held));
    let wished = wishes(&person, "gh-900");
    let before = records(&person);
    let history = person.does("history.list", json!({}));
    for (name, params, code) in [
        ("certifications.plan", json!({ "id": held }), "certification.passed_already"),
        ("certifications.plan", json!({ "certification": "hc-terraform" }), "certification.passed_already"),
        ("certifications.plan", json!({ "certification": "ms-az204" }), "certification.replaced"),
        ("certifications.plan", json!({ "certification": "openjs-jsnad" }), "certification.retired"),
        ("certifications.plan", json!({ "certification": "sra-pgce" }), "certification.retired"),
        ("certifications.plan", json!({ "certification": "nobody" }), "certification.unknown"),
        ("certifications.plan", json!({}), "input.empty"),
        ("certifications.plan", json!({ "id": "0" }), "record.unknown"),
        (
            "certifications.book",
            json!({ "id": held, "exam_on": "2027-01-01" }),
            "certification.passed_already",
        ),
        (
            "certifications.book",
            json!({ "id": wished, "exam_on": "2026-11-19" }),
            "certification.exam_in_past",
        ),
        ("certifications.book", json!({ "id": wished, "exam_on": "2190-01-01" }), "input.day_far"),
        (
            "certifications.book",
            json!({ "id": wished, "exam_on": "2027-01-01", "cost": -1, "currency": "EUR" }),
            "input.amount",
        ),
        (
            "certifications.book",
            json!({ "id": wished, "exam_on": "2027-01-01", "cost": 1e9, "currency": "EUR" }),
            "input.amount",
        ),
        (
            "certifications.book",
            json!({ "id": wished, "exam_on": "2027-01-01", "cost": 1 }),
            "input.currency",
        ),
        (
            "certifications.book",
            json!({ "id": wished, "exam_on": "2027-01-01", "currency": "euro" }),
            "input.currency",
        ),
        ("certifications.result", json!({ "id": held, "passed": true }), "certification.passed_already"),
        (
            "certifications.result",
            json!({ "id": wished, "passed": false, "on": "2026-11-21" }),
            "certification.result_in_future",
        ),
        (
            "certifications.hold",
            json!({ "id": wished, "issued": "2026-11-21" }),
            "certification.issued_in_future",
        ),
        (
            "certifications.hold",
            json!({ "id": wished, "issued": "2026-11-02", "expires": "2026-11-01" }),
            "certification.expires_before_issue",
        ),
        (
            "certifications.hold",
            json!({ "id": wished, "issued": "2026-11-02", "url": "javascript:alert(1)" }),
            "input.address",
        ),
        ("certifications.renew", json!({ "id": wished, "on": "2026-11-20" }), "certification.not_held"),
        ("certifications.renew", json!({ "id": held, "on": "2026-11-21" }), "certification.result_in_future"),
        (
            "certifications.renew",
            json!({ "id": held, "on": "2025-12-31" }),
            "certification.renewed_before_issue",
        ),
        (
            "certifications.renew",
            json!({ "id": held, "on": "2026-11-20", "expires": "2028-01-01" }),
            "certification.renewed_not_longer",
        ),
        (
            "certifications.renew",
            json!({ "id": held, "on": "2026-11-20", "expires": "2029-01-01", "cost": 5 }),
            "input.currency",
        ),
        ("certifications.keep_up", json!({ "id": "0", "keep_up": true }), "record.unknown"),
        ("certifications.show", json!({ "id": "0" }), "record.unknown"),
    ] {
        let refused = person.is_refused(name, params.clone());
        assert_eq!(refused.code, code, "{name} {params}");
        assert!(
            !refused.sentence.en.contains('{') && !refused.sentence.en.contains("unexpected"),
            "{refused:?}"
        );
    }
    assert_eq!(records(&person), before);
    assert_eq!(person.does("history.list", json!({})), history);
}

#[test]
fn removing_a_certification_takes_its_files_and_its_items_along_and_undo_brings_them_back() {
    let person = Person::junior();
    let id = id_of(&person.does("certifications.plan", json!({ "certification": "gh-900" })));
    let (exam, mock) = (format!("certification:{id}"), format!("mock:{id}"));
    person.does("plan.item_change", json!({ "key": exam, "minutes": 900 }));
    person.does("plan.done", json!({ "key": mock, "done_on": "2026-11-19" }));
    let file = person.folder.path().join("receipt.txt");
    std::fs::write(&file, "99 USD").unwrap();
    person.does("attachments.add", json!({ "owner": "certification", "owner_id": id, "path": file }));
    let before = person.everything();
    let removed = person.replies("certifications.remove", json!({ "id": id }));
    for topic in ["certifications", "plan", "attachments"] {
        assert!(removed.changed.iter().any(|it| it == topic), "{topic}: {:?}", removed.changed);
    }
    assert_eq!(records(&person).len(), 0);
    assert_eq!(person.plan()["set_aside"], json!([]));
    person.undoes();
    assert_eq!(person.everything(), before);
    let file = shown(&person, &id)["attachments"][0]["id"].take();
    person.does("attachments.describe", json!({ "id": file, "alt": "The receipt" }));
}
