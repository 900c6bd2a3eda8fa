//! Which reminders are wanted, what renewals and sessions say, and what is ahead.

use crate::person::{Person, day};
use crate::reminders::{due, exam, held, listener, moment, passes, wants};
use jiff::Timestamp;
use serde_json::{Value, json};

#[test]
fn a_kind_that_is_switched_off_is_silent_and_says_nothing_of_the_past_when_it_is_switched_on() {
    let zone = "Europe/Paris";
    let person = listener(&format!("2027-03-21T12:00[{zone}]"));
    wants(&person, &["expiry"]);
    let id = exam(&person, "Exam", "2027-03-29", None, None);
    let cert = held(&person, "cncf-ckad", "2025-04-26", "2027-04-22");
    let said =
        passes(&person, &format!("2027-03-22T08:00[{zone}]"), &format!("2027-03-23T09:30[{zone}]"), |_| {
            due(&person.app)
        });
    assert_eq!(said, [("2027-03-23T09:00+01:00".to_owned(), format!("expiry:{cert}:2027-04-22:30"))]);
    wants(&person, &["exam", "expiry", "renewal"]);
    assert_eq!(due(&person.app), []);
    person.clock_shows(&format!("2027-03-28T09:00[{zone}]"));
    assert_eq!(due(&person.app), [(format!("exam:{id}:2027-03-29:1"), false)]);
    // Switched off altogether.
    let person = person.restarts();
    wants(&person, &[]);
    exam(&person, "Another", "2027-03-30", None, None);
    let said =
        passes(&person, &format!("2027-03-29T08:00[{zone}]"), &format!("2027-03-29T10:00[{zone}]"), |_| {
            due(&person.app)
        });
    assert_eq!(said, []);
}

#[test]
fn a_renewal_is_said_when_it_opens_and_an_expiry_at_all_three_distances() {
    let zone = "Europe/Paris";
    let person = listener(&format!("2026-11-20T12:00[{zone}]"));
    // The assessment opens six months before the end.
    let id = held(&person, "ms-ai200", "2026-11-01", "2027-10-31");
    let mut said = Vec::new();
    let mut on = day("2026-11-21");
    while on <= day("2027-11-05") {
        person.is_at(on, "09:00");
        said.extend(due(&person.app).into_iter().map(|(key, _)| (on.to_string(), key)));
        on = on.plus_days(1);
    }
    let key = |kind: &str, day: &str, days: u32| format!("{kind}:{id}:{day}:{days}");
    let wanted = [
        ("2027-04-30", key("renewal", "2027-04-30", 0)),
        ("2027-05-04", key("expiry", "2027-10-31", 180)),
        ("2027-08-02", key("expiry", "2027-10-31", 90)),
        ("2027-10-01", key("expiry", "2027-10-31", 30)),
    ];
    assert_eq!(said, wanted.map(|(on, key)| (on.to_owned(), key)));
    // One that is not kept up opens no renewal.
    let other = held(&person, "ms-az400", "2027-05-01", "2028-05-01");
    person.does("certifications.keep_up", json!({ "id": other, "keep_up": false }));
    let ahead = person.does("reminders.show", json!({}))["ahead"].take();
    let kinds: Vec<&str> =
        ahead.as_array().unwrap().iter().map(|it| it["reminder"]["kind"].as_str().unwrap()).collect();
    assert_eq!(kinds, ["expiry"; 2]);
}

#[test]
fn sessions_are_said_on_their_days_until_time_is_logged() {
    let zone = "Europe/Paris";
    let person = Person::at(&format!("2027-03-25T12:00[{zone}]"));
    person.does("plan.settings", json!({ "weekly_minutes": [60, 60, 60, 60, 60, 60, 60] }));
    let item = person.adds(json!({ "title": "Mine", "minutes": 600 }));
    wants(&person, &["session"]);
    due(&person.app);
    let said =
        passes(&person, &format!("2027-03-27T17:00[{zone}]"), &format!("2027-03-28T19:00[{zone}]"), |_| {
            due(&person.app)
        });
    let key = |day: &str| format!("session:{day}:{day}:0");
    assert_eq!(
        said,
        [
            ("2027-03-27T18:00+01:00".to_owned(), key("2027-03-27")),
            ("2027-03-28T18:00+02:00".to_owned(), key("2027-03-28")),
        ]
    );
    // Today's was done already.
    person.is_at(day("2027-03-29"), "17:00");
    person.logs(&item, "2027-03-29", 60);
    person.is_at(day("2027-03-29"), "18:00");
    assert_eq!(due(&person.app), []);
    // A session of a day that is over is not said the next morning.
    person.is_at(day("2027-03-30"), "12:00");
    due(&person.app);
    person.is_at(day("2027-03-31"), "08:30");
    assert_eq!(due(&person.app), []);
    person.is_at(day("2027-03-31"), "18:03");
    assert_eq!(due(&person.app), [(key("2027-03-31"), false)]);
}

#[test]
fn what_is_ahead_is_told_as_it_will_be_said() {
    let zone = "Europe/Paris";
    let person = listener(&format!("2027-01-20T12:00[{zone}]"));
    exam(&person, "Exam", "2027-03-29", Some("10:00"), Some(zone));
    let shown = person.does("reminders.show", json!({}));
    let titles: Vec<&str> =
        shown["ahead"].as_array().unwrap().iter().map(|it| it["title"]["en"].as_str().unwrap()).collect();
    assert_eq!(titles, ["Exam: exam in 30 days", "Exam: exam in 7 days", "Exam: exam tomorrow"]);
    let dues: Vec<Timestamp> = shown["ahead"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| it["reminder"]["due"].as_str().unwrap().parse().unwrap())
        .collect();
    let at = |text: &str| moment(&format!("{text}[{zone}]")).timestamp();
    assert_eq!(dues, [at("2027-02-27T09:00"), at("2027-03-22T09:00"), at("2027-03-28T09:00")]);
}

#[test]
fn impossible_choices_are_refused_and_possible_ones_taken_back() {
    let person = Person::at("2027-01-20T12:00[Europe/Paris]");
    let usual = person.does("reminders.show", json!({}))["settings"].take();
    assert_eq!(usual["kinds"], json!(["exam", "expiry", "renewal", "session"]));
    let with = |field: &str, value: Value| {
        let mut settings = usual.clone();
        settings[field] = value;
        settings
    };
    for (settings, code) in [
        (with("at", json!("24:00")), "input.time"),
        (with("at", json!("9:00")), "input.time"),
        (with("session_at", json!("")), "input.time"),
        (with("quiet", json!(["21:00", "25:00"])), "input.time"),
        (with("quiet", json!(["21:00", "21:00"])), "reminder.quiet_empty"),
        (with("quiet", json!(["21:00"])), "command.params"),
        (with("kinds", json!(["birthday"])), "command.params"),
    ] {
        assert_eq!(person.is_refused("reminders.set", settings.clone()).code, code, "{settings}");
    }
    assert_eq!(person.does("reminders.show", json!({}))["settings"], usual);
    let reply = person.replies("reminders.set", with("at", json!("07:30")));
    assert_eq!(reply.changed, ["reminders"]);
    assert_eq!(reply.value["settings"]["at"], json!("07:30"));
    person.undoes();
    assert_eq!(person.does("reminders.show", json!({}))["settings"], usual);
    person.does("history.redo", json!({}));
    assert_eq!(person.does("reminders.show", json!({}))["settings"]["at"], json!("07:30"));
}
