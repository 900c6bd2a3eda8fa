//! Keeping certifications up: the six kinds, their windows, credits, the item in the plan, what lapses.

use crate::person::{Person, day};
use serde_json::{Value, json};

fn holds(person: &Person, certification: &str, issued: &str, expires: Option<&str>) -> String {
    let held =
        json!({ "certification": certification, "stage": "held", "issued": issued, "expires": expires });
    person.does("certifications.save", held)["record"]["id"].as_str().unwrap().to_owned()
}

fn renewal(person: &Person, id: &str) -> Value {
    person.does("certifications.show", json!({ "id": id }))["renewal"].take()
}

fn corrects(person: &Person, certification: &str, fact: &str, value: &str) {
    let params = json!({ "certification": certification, "fact": fact, "value": value });
    person.does("certifications.correct", params);
}

/// State, first day, day to begin, last day, until when it would hold, hours.
fn plan(renewal: &Value) -> (&str, Option<&str>, Option<&str>, Option<&str>, u64) {
    let plan = &renewal["plan"];
    let day = |field: &str| plan[field].as_str();
    (
        plan["state"].as_str().unwrap(),
        day("opens"),
        day("begin"),
        day("keeps_until"),
        plan["hours"].as_u64().unwrap(),
    )
}

#[test]
fn an_exam_that_is_taken_again_begins_a_new_term_on_its_day() {
    let person = Person::junior_at("2026-11-20T12:00[Europe/Paris]");
    let id = holds(&person, "aws-dva", "2024-12-31", Some("2027-12-31"));
    // The window opens a year before the end; it is worth beginning half a year before.
    let before = renewal(&person, &id);
    assert_eq!(plan(&before), ("not_yet", Some("2026-12-31"), Some("2027-07-04"), Some("2029-12-31"), 30));
    assert_eq!(before["price"]["amount"], json!(150.0));
    assert_eq!(before["by"][0]["certification"], json!("aws-dop"));
    person.is_at(day("2027-09-01"), "12:00");
    assert_eq!(plan(&renewal(&person, &id)).0, "open");
    let renewed =
        json!({ "id": id, "on": "2027-09-01", "expires": "2030-09-01", "cost": 150, "currency": "USD" });
    let view = person.does("certifications.renew", renewed);
    assert_eq!((&view["stage"], &view["record"]["issued"]), (&json!("renewed"), &json!("2027-09-01")));
    assert_eq!(view["record"]["periods"][0]["how"], json!("retake"));
    let years = person.does("certifications.list", json!({}))["years"].take();
    assert_eq!(years[0], json!({ "year": 2027, "currency": "USD", "paid": 150.0, "ahead": 0.0 }));
    // It stays evidence, of the day on which it was earned anew.
    let why = person.does("skills.show", json!({ "skill": "aws" }));
    assert_eq!(why["pieces"][0]["piece"]["on"], json!("2027-09-01"));
}

#[test]
fn an_assessment_opens_six_months_before_the_end_and_adds_a_year_to_it() {
    let person = Person::junior_at("2026-11-20T12:00[Europe/Paris]");
    let id = holds(&person, "ms-ai200", "2026-08-31", Some("2027-08-31"));
    let wanted = ("not_yet", Some("2027-02-28"), Some("2027-02-28"), Some("2028-08-31"), 5);
    assert_eq!(plan(&renewal(&person, &id)), wanted);
    for (on, state) in
        [("2027-02-27", "not_yet"), ("2027-02-28", "open"), ("2027-08-31", "open"), ("2027-09-01", "over")]
    {
        person.is_at(day(on), "12:00");
        assert_eq!(plan(&renewal(&person, &id)).0, state, "{on}");
    }
}

#[test]
fn credits_are_counted_from_the_last_issue_on_and_shorten_what_is_to_do() {
    let person = Person::junior_at("2026-11-20T12:00[Europe/Paris]");
    let id = holds(&person, "isc2-cc", "2024-02-01", Some("2027-02-01"));
    let save = |credits: Value| {
        person.does(
            "certifications.save",
            json!({
                "id": id, "certification": "isc2-cc", "stage": "held", "issued": "2024-02-01", "expires": "2027-02-01",
                "credits": credits,
            }),
        )
    };
    let credit = |on: &str, credits: f64| json!({ "on": on, "credits": credits, "title": "A talk" });
    let key = format!("renewal:{id}");
    assert_eq!(person.item(&key)["minutes"], json!(45 * 60));
    // What was earned before the issue does not count.
    let view =
        save(json!([credit("2024-01-31", 10.0), credit("2024-02-01", 1.5), credit("2026-11-20", 20.0)]));
    let told = &view["renewal"]["plan"];
    assert_eq!((&told["credits"], &told["credits_needed"]), (&json!(21.5), &json!(45)));
    assert_eq!(person.item(&key)["minutes"], json!(24 * 60));
    let lapses = |view: &Value| -> Vec<String> {
        let all = view["renewal"]["lapses"].as_array().unwrap();
        all.iter().map(|it| it["kind"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(lapses(&view), ["certificate", "credits", "exam_again"]);
    assert_eq!(view["renewal"]["lapses"][1]["credits"], json!(21.5));
    assert_eq!(view["renewal"]["fee"]["amount"], json!(150.0));
    // With all of them there is nothing left to do but to pay.
    let view = save(json!([credit("2025-01-01", 45.0)]));
    assert_eq!(view["renewal"]["plan"]["hours"], json!(0));
    assert!(person.finds(&key).is_none());
    // A renewal begins at nought again, and holds from the old end on.
    assert_eq!(view["renewal"]["plan"]["keeps_until"], json!("2030-02-01"));
    let renewed =
        person.does("certifications.renew", json!({ "id": id, "on": "2026-11-20", "expires": "2030-02-01" }));
    assert_eq!(renewed["renewal"]["plan"]["credits"], json!(0.0));
    assert_eq!(renewed["record"]["credits"].as_array().unwrap().len(), 1);
    person.undoes();
    assert_eq!(renewal(&person, &id)["plan"]["credits"], json!(45.0));
}

#[test]
fn what_a_higher_one_renews_or_nothing_renews_is_no_work_in_the_plan() {
    let person = Person::junior_at("2026-11-20T12:00[Europe/Paris]");
    corrects(&person, "gcp-ace", "renewal", "higher_cert");
    let higher = holds(&person, "gcp-ace", "2024-01-01", Some("2027-01-01"));
    assert_eq!(renewal(&person, &higher)["plan"]["kind"], json!("higher_cert"));
    assert_eq!(plan(&renewal(&person, &higher)).4, 0);
    // One that does not expire.
    let forever = holds(&person, "ms-sc900", "2025-01-01", None);
    assert_eq!(plan(&renewal(&person, &forever)), ("never", None, None, None, 0));
    // One that was retired holds until its end, and then no more.
    let retired = holds(&person, "ms-az204", "2026-03-01", Some("2027-03-01"));
    let told = renewal(&person, &retired);
    assert_eq!((plan(&told).0, &told["plan"]["kind"]), ("impossible", &json!("retired")));
    assert_eq!(told["lapses"][0], json!({ "kind": "certificate", "on": "2027-03-01" }));
    // One of which nobody could tell.
    let unknown = holds(&person, "edb-pg-assoc", "2025-01-01", Some("2027-01-01"));
    assert_eq!(plan(&renewal(&person, &unknown)).0, "unknown");
    for id in [&higher, &forever, &retired, &unknown] {
        assert!(person.finds(&format!("renewal:{id}")).is_none());
        assert!(renewal(&person, id)["item"].is_null());
    }
    // Before it is passed there is nothing to keep.
    let wished = person.does("certifications.save", json!({ "certification": "aws-dva" }));
    assert!(wished["renewal"].is_null());
}

#[test]
fn all_six_kinds_can_be_said_by_the_person_too() {
    let person = Person::junior();
    let id = holds(&person, "gh-900", "2025-06-01", Some("2027-06-01"));
    corrects(&person, "gh-900", "renewal_credits", "10");
    for (kind, state, hours) in [
        ("retake", "not_yet", 12),
        ("free_assessment", "not_yet", 5),
        ("credits_and_fee", "not_yet", 10),
        ("higher_cert", "not_yet", 0),
        ("none", "impossible", 0),
        ("retired", "impossible", 0),
    ] {
        corrects(&person, "gh-900", "renewal", kind);
        let told = renewal(&person, &id);
        assert_eq!(told["plan"]["kind"], json!(kind));
        assert_eq!((plan(&told).0, plan(&told).4), (state, hours), "{kind}");
    }
    corrects(&person, "gh-900", "renewal", "retake");
    corrects(&person, "gh-900", "renewal_opens_days", "30");
    assert_eq!(plan(&renewal(&person, &id)).1, Some("2027-05-02"));
}

#[test]
fn a_renewal_stands_in_the_plan_four_weeks_before_it_opens_unless_it_is_given_up() {
    let person = Person::junior_at("2026-11-20T12:00[Europe/Paris]");
    let id = holds(&person, "ms-ai200", "2026-08-31", Some("2027-08-31"));
    let key = format!("renewal:{id}");
    person.is_at(day("2027-01-30"), "12:00");
    assert!(person.finds(&key).is_none());
    person.is_at(day("2027-01-31"), "12:00");
    let item = person.item(&key);
    assert_eq!((&item["minutes"], &item["due"]), (&json!(300), &json!("2027-08-31")));
    assert_eq!((&item["due_kind"], &item["not_before"]), (&json!("soft"), &json!("2027-02-28")));
    assert!(item["starts"].as_str().unwrap() >= "2027-02-28", "{item}");
    assert_eq!(renewal(&person, &id)["item"], json!(key));
    // Time that is spent on it is counted.
    person.is_at(day("2027-03-01"), "12:00");
    person.logs(&key, "2027-03-01", 60);
    assert_eq!(person.item(&key)["minutes"], json!(240));
    let given_up = person.does("certifications.keep_up", json!({ "id": id, "keep_up": false }));
    assert_eq!(given_up["record"]["keep_up"], json!(false));
    assert!(person.finds(&key).is_none());
    person.undoes();
    assert!(person.finds(&key).is_some());
    // Done, it goes; another term brings another one.
    person.does("certifications.renew", json!({ "id": id, "on": "2027-03-01", "expires": "2028-08-31" }));
    assert!(person.finds(&key).is_none());
    person.undoes();
    // After its end there is nothing to renew.
    person.is_at(day("2027-09-01"), "12:00");
    assert!(person.finds(&key).is_none());
}

#[test]
fn the_next_terms_renewal_is_planned_anew_where_the_last_one_was_marked_done() {
    let person = Person::junior_at("2026-11-20T12:00[Europe/Paris]");
    let id = holds(&person, "ms-ai200", "2026-08-31", Some("2027-08-31"));
    let key = format!("renewal:{id}");
    person.is_at(day("2027-03-05"), "12:00");
    person.logs(&key, "2027-03-05", 240);
    person.does("plan.done", json!({ "key": key, "done_on": "2027-03-05" }));
    assert!(person.finds(&key).is_none());
    person.does("certifications.renew", json!({ "id": id, "on": "2027-03-05", "expires": "2028-08-31" }));
    person.undoes();
    assert_eq!(person.plan()["set_aside"][0]["record"]["key"], json!(key));
    person.does("history.redo", json!({}));
    person.is_at(day("2028-03-05"), "12:00");
    // Whole again: what was logged was for the first term.
    assert_eq!(person.item(&key)["minutes"], json!(300));
}

#[test]
fn what_lapses_is_told_with_what_needs_it() {
    let person = Person::junior();
    let id = holds(&person, "cncf-cka", "2025-06-01", Some("2027-06-01"));
    let told = renewal(&person, &id);
    assert_eq!(
        told["lapses"],
        json!([
            { "kind": "certificate", "on": "2027-06-01" },
            { "kind": "needed_by", "certification": "cncf-cks", "name": "Certified Kubernetes Security Specialist" },
        ])
    );
    // The evidence stays what it is: it was earned.
    let expired = holds(&person, "hc-terraform", "2024-11-01", Some("2026-11-01"));
    assert_eq!(person.does("certifications.show", json!({ "id": expired }))["stage"], json!("expired"));
    assert!(person.skill("terraform")["proven"].as_u64().unwrap() >= 1);
}
