//! Reminders by a clock that is set by hand: each once, at the right local time, across both changes of the clock.

use crate::person::{Person, day};
use groundwork_app::App;
use jiff::{SignedDuration, Zoned};
use serde_json::{Value, json};

/// What is said at this moment: its key, and whether it was missed.
pub fn due(app: &App) -> Vec<(String, bool)> {
    let reply = app.dispatch("reminders.due", json!({})).unwrap();
    let show = reply.value["show"].as_array().unwrap();
    show.iter()
        .map(|it| (it["reminder"]["key"].as_str().unwrap().to_owned(), it["missed"] == json!(true)))
        .collect()
}

pub fn moment(text: &str) -> Zoned {
    text.parse().unwrap_or_else(|error| panic!("{text}: {error}"))
}

/// Lets the minutes pass and asks in each of them; gives the local time and the key of everything that is said.
pub fn passes(
    person: &Person,
    from: &str,
    to: &str,
    mut ask: impl FnMut(u32) -> Vec<(String, bool)>,
) -> Vec<(String, String)> {
    let (mut now, last) = (moment(from), moment(to));
    let mut said = Vec::new();
    let mut minute = 0;
    while now <= last {
        person.clock_shows(&now.to_string());
        for (key, missed) in ask(minute) {
            assert!(!missed, "{key} at {now}");
            said.push((now.strftime("%Y-%m-%dT%H:%M%:z").to_string(), key));
        }
        now = now.checked_add(SignedDuration::from_mins(1)).unwrap();
        minute += 1;
    }
    said
}

/// Somebody who is told of exams, expiries and renewals, and of no sessions; the program has looked once.
pub fn listener(at: &str) -> Person {
    let person = Person::at(at);
    wants(&person, &["exam", "expiry", "renewal"]);
    assert_eq!(due(&person.app), []);
    person
}

/// Only these kinds; the rest as it is usually.
pub fn wants(person: &Person, kinds: &[&str]) {
    sets(person, json!({ "kinds": kinds }));
}

fn sets(person: &Person, changes: Value) {
    let mut settings = person.does("reminders.show", json!({}))["settings"].take();
    for (field, value) in changes.as_object().unwrap() {
        settings[field] = value.clone();
    }
    person.does("reminders.set", settings);
}

/// Books an exam on a day at a time in a zone; gives the record's id.
pub fn exam(person: &Person, name: &str, on: &str, at: Option<&str>, zone: Option<&str>) -> String {
    let exam = json!({ "name": name, "stage": "booked", "exam_on": on, "exam_at": at, "exam_zone": zone });
    id(&person.does("certifications.save", exam))
}

pub fn held(person: &Person, certification: &str, issued: &str, expires: &str) -> String {
    let held =
        json!({ "certification": certification, "stage": "held", "issued": issued, "expires": expires });
    id(&person.does("certifications.save", held))
}

fn id(view: &Value) -> String {
    view["record"]["id"].as_str().unwrap().to_owned()
}

/// Around a night in which the clock changes, everything comes once at nine.
fn at_nine_around(zone: &str, change: &str, before: &str, after: &str) {
    let person = listener(&format!("2026-11-20T12:00[{zone}]"));
    let change = day(change);
    let (eve, next, week, end) =
        (change.plus_days(-1), change.plus_days(1), change.plus_days(6), change.plus_days(30));
    // One day ahead of the first exam is the day of the change; a week ahead of the second the eve.
    let first = exam(&person, "First", &next.to_string(), Some("10:00"), Some(zone));
    let second = exam(&person, "Second", &week.to_string(), None, None);
    let cert = held(&person, "cncf-ckad", "2026-01-01", &end.to_string());
    person.clock_shows(&format!("{eve}T08:29[{zone}]"));
    // What fell due while the program was closed.
    due(&person.app);
    let span = |from: String, to: String| {
        passes(&person, &format!("{from}[{zone}]"), &format!("{to}[{zone}]"), |_| due(&person.app))
    };
    let mut said = span(format!("{eve}T08:30"), format!("{eve}T09:30"));
    said.extend(span(format!("{eve}T23:00"), format!("{change}T09:30")));
    said.extend(span(format!("{next}T08:30"), format!("{next}T09:30")));
    let wanted = [
        (format!("{eve}T09:00{before}"), format!("exam:{second}:{week}:7")),
        (format!("{change}T09:00{after}"), format!("exam:{first}:{next}:1")),
        (format!("{change}T09:00{after}"), format!("expiry:{cert}:{end}:30")),
    ];
    assert_eq!(said, wanted, "{zone} {change}");
}

#[test]
fn every_reminder_comes_once_at_nine_when_the_clock_goes_forward_in_paris() {
    at_nine_around("Europe/Paris", "2027-03-28", "+01:00", "+02:00");
}

#[test]
fn every_reminder_comes_once_at_nine_when_the_clock_goes_back_in_paris() {
    at_nine_around("Europe/Paris", "2027-10-31", "+02:00", "+01:00");
}

#[test]
fn every_reminder_comes_once_at_nine_when_the_clock_goes_forward_in_new_york() {
    at_nine_around("America/New_York", "2027-03-14", "-05:00", "-04:00");
}

#[test]
fn every_reminder_comes_once_at_nine_when_the_clock_goes_back_in_new_york() {
    at_nine_around("America/New_York", "2027-11-07", "-04:00", "-05:00");
}

#[test]
fn a_time_that_is_skipped_comes_later_and_one_that_comes_twice_is_said_once() {
    for (zone, change, wanted) in [
        ("Europe/Paris", "2027-03-28", "03:30+02:00"),
        ("Europe/Paris", "2027-10-31", "02:30+02:00"),
        ("America/New_York", "2027-03-14", "03:30-04:00"),
        ("America/New_York", "2027-11-07", "02:30-05:00"),
    ] {
        let person = listener(&format!("2026-11-20T12:00[{zone}]"));
        sets(&person, json!({ "at": "02:30", "quiet": null }));
        let on = day(change).plus_days(1).to_string();
        let id = exam(&person, "Early", &on, None, None);
        person.clock_shows(&format!("{change}T00:00[{zone}]"));
        due(&person.app);
        let said =
            passes(&person, &format!("{change}T00:01[{zone}]"), &format!("{change}T04:30[{zone}]"), |_| {
                due(&person.app)
            });
        assert_eq!(said, [(format!("{change}T{wanted}"), format!("exam:{id}:{on}:1"))], "{zone}");
    }
}

#[test]
fn quiet_hours_that_hold_over_the_change_of_the_clock_are_kept() {
    let zone = "Europe/Paris";
    let person = listener(&format!("2027-10-20T12:00[{zone}]"));
    sets(&person, json!({ "at": "23:30", "quiet": ["22:00", "08:00"] }));
    // Said on the eve at 23:30: quiet until 8 the next morning, and that is before the exam.
    let late = exam(&person, "Late", "2027-10-31", Some("14:00"), Some(zone));
    // This one is over by then: it is said before the quiet hours begin.
    let early = exam(&person, "Early", "2027-10-31", Some("07:00"), Some(zone));
    person.clock_shows(&format!("2027-10-30T21:30[{zone}]"));
    due(&person.app);
    let said =
        passes(&person, &format!("2027-10-30T21:31[{zone}]"), &format!("2027-10-31T09:00[{zone}]"), |_| {
            due(&person.app)
        });
    assert_eq!(
        said,
        [
            ("2027-10-30T21:59+02:00".to_owned(), format!("exam:{early}:2027-10-31:1")),
            ("2027-10-31T08:00+01:00".to_owned(), format!("exam:{late}:2027-10-31:1")),
        ]
    );
}

#[test]
fn nothing_is_said_twice_by_two_programs_or_after_restarts() {
    let zone = "Europe/Paris";
    let mut person = listener(&format!("2027-03-20T12:00[{zone}]"));
    let exams: Vec<String> =
        (0..3).map(|n| exam(&person, &format!("Exam {n}"), "2027-03-29", None, None)).collect();
    let other = person.second_program();
    let said = passes(
        &person,
        &format!("2027-03-22T05:00[{zone}]"),
        &format!("2027-03-22T10:00[{zone}]"),
        // The terminal and the window ask in turns, and one of them also right after the other.
        |minute| {
            let (first, second) = if minute % 2 == 0 { (&person.app, &other) } else { (&other, &person.app) };
            let said = due(first);
            assert_eq!(due(second), []);
            said
        },
    );
    let mut keys: Vec<String> = exams.iter().map(|id| format!("exam:{id}:2027-03-29:7")).collect();
    keys.sort();
    let mut found: Vec<String> = said.iter().map(|(_, key)| key.clone()).collect();
    found.sort();
    assert_eq!(found, keys);
    assert!(said.iter().all(|(at, _)| at == "2027-03-22T09:00+01:00"), "{said:?}");
    drop(other);
    for _ in 0..3 {
        person = person.restarts();
        assert_eq!(due(&person.app), []);
    }
    // Nor does undo make them new: nothing of it is in the history.
    person.undoes();
    person.does("history.redo", json!({}));
    assert_eq!(due(&person.app), []);
}

#[test]
fn what_was_missed_is_said_at_the_next_start_once_and_only_the_last_of_it() {
    let zone = "Europe/Paris";
    let person = listener(&format!("2027-02-20T12:00[{zone}]"));
    let id = exam(&person, "Exam", "2027-03-29", Some("10:00"), Some(zone));
    let gone = exam(&person, "Gone", "2027-03-20", None, None);
    let cert = held(&person, "cncf-ckad", "2025-04-26", "2027-04-25");
    // Closed over the thirtieth, the seventh and the last day.
    let person = person.restarts();
    person.clock_shows(&format!("2027-03-28T20:00[{zone}]"));
    let mut said = due(&person.app);
    said.sort();
    let wanted = [(format!("exam:{id}:2027-03-29:1"), true), (format!("expiry:{cert}:2027-04-25:30"), true)];
    assert_eq!(said, wanted, "nothing of {gone}, which is over");
    assert_eq!(due(&person.app), []);
    let shown = person.does("reminders.show", json!({}));
    assert_eq!(shown["said"].as_array().unwrap().len(), 2);
    assert!(shown["said"].as_array().unwrap().iter().all(|it| it["missed"] == json!(true)));
    assert!(shown["said"][0]["title"]["en"].as_str().unwrap().contains("tomorrow"), "{shown}");
    // A few minutes late is not missed.
    person.clock_shows(&format!("2027-03-29T07:59[{zone}]"));
    let late = exam(&person, "Late", "2027-03-30", None, None);
    assert_eq!(due(&person.app), []);
    person.clock_shows(&format!("2027-03-29T09:05[{zone}]"));
    assert_eq!(due(&person.app), [(format!("exam:{late}:2027-03-30:1"), false)]);
}

#[test]
fn what_is_entered_late_is_not_said_for_days_that_are_gone() {
    let zone = "Europe/Paris";
    let person = listener(&format!("2027-03-01T12:00[{zone}]"));
    // Booked eight days ahead: the thirtieth day is over, and the person knows.
    let id = exam(&person, "Exam", "2027-03-09", None, None);
    let said =
        passes(&person, &format!("2027-03-02T08:00[{zone}]"), &format!("2027-03-02T10:00[{zone}]"), |_| {
            due(&person.app)
        });
    assert_eq!(said, [("2027-03-02T09:00+01:00".to_owned(), format!("exam:{id}:2027-03-09:7"))]);
}

#[test]
fn a_reminder_that_is_put_away_stays_away() {
    let zone = "Europe/Paris";
    let person = listener(&format!("2027-03-21T12:00[{zone}]"));
    let id = exam(&person, "Exam", "2027-03-29", None, None);
    person.clock_shows(&format!("2027-03-22T09:00[{zone}]"));
    let key = format!("exam:{id}:2027-03-29:7");
    assert_eq!(due(&person.app), [(key.clone(), false)]);
    let shown = |person: &Person| person.does("reminders.show", json!({}))["said"].as_array().unwrap().len();
    assert_eq!(shown(&person), 1);
    let history = person.does("history.list", json!({}));
    let reply = person.replies("reminders.dismiss", json!({ "key": key }));
    assert!(reply.history.is_none() && reply.changed == ["kept"], "{:?}", reply.changed);
    assert_eq!(person.does("history.list", json!({})), history);
    assert_eq!(shown(&person), 0);
    let person = person.restarts();
    assert_eq!((shown(&person), due(&person.app)), (0, vec![]));
    for unknown in [key.as_str(), "exam:nobody:2027-03-29:7", ""] {
        let refused = person.is_refused("reminders.dismiss", json!({ "key": unknown }));
        assert_eq!(refused.code, "record.unknown");
    }
    // One that nobody puts away leaves by itself after two weeks.
    person.clock_shows(&format!("2027-03-28T09:00[{zone}]"));
    assert_eq!(due(&person.app).len(), 1);
    for (on, said) in [("2027-03-28", 1), ("2027-04-11", 1), ("2027-04-12", 0)] {
        person.clock_shows(&format!("{on}T12:00[{zone}]"));
        assert_eq!(shown(&person), said, "{on}");
    }
}

#[test]
fn a_clock_that_is_set_back_repeats_nothing() {
    let zone = "Europe/Paris";
    let person = listener(&format!("2027-03-21T12:00[{zone}]"));
    let id = exam(&person, "Exam", "2027-03-29", None, None);
    let day = |from: &str, to: &str| {
        passes(&person, &format!("{from}[{zone}]"), &format!("{to}[{zone}]"), |_| due(&person.app))
    };
    let key = format!("exam:{id}:2027-03-29:7");
    assert_eq!(day("2027-03-22T08:00", "2027-03-22T10:00"), [("2027-03-22T09:00+01:00".into(), key)]);
    assert_eq!(day("2027-03-20T08:00", "2027-03-20T10:00"), []);
    assert_eq!(day("2027-03-22T08:00", "2027-03-22T10:00"), []);
    // What is due later is still said in its time.
    let last = format!("exam:{id}:2027-03-29:1");
    assert_eq!(day("2027-03-28T08:00", "2027-03-28T10:00"), [("2027-03-28T09:00+02:00".into(), last)]);
}

#[test]
fn an_exam_that_is_moved_is_said_for_its_new_day_and_one_that_is_passed_no_more() {
    let zone = "Europe/Paris";
    let person = listener(&format!("2027-03-21T12:00[{zone}]"));
    let id = exam(&person, "Exam", "2027-03-29", None, None);
    person.clock_shows(&format!("2027-03-22T09:00[{zone}]"));
    assert_eq!(due(&person.app).len(), 1);
    person.does("certifications.book", json!({ "id": id, "exam_on": "2027-04-02" }));
    person.clock_shows(&format!("2027-03-26T09:00[{zone}]"));
    assert_eq!(due(&person.app), [(format!("exam:{id}:2027-04-02:7"), false)]);
    person.does("certifications.result", json!({ "id": id, "passed": true }));
    person.clock_shows(&format!("2027-04-01T12:00[{zone}]"));
    assert_eq!(due(&person.app), []);
    // What was said of it before is no longer shown: it is about an exam that is over.
    let shown = person.does("reminders.show", json!({}));
    assert_eq!(shown["ahead"], json!([]));
}

#[test]
fn an_exam_elsewhere_is_said_on_its_day_in_the_persons_own_zone() {
    let zone = "Europe/Paris";
    let person = listener(&format!("2027-03-01T12:00[{zone}]"));
    // Nine in the evening of 28 March in New York is three in the morning of the 29th in Paris.
    let id = exam(&person, "Exam", "2027-03-28", Some("21:00"), Some("America/New_York"));
    let said =
        passes(&person, &format!("2027-03-22T08:00[{zone}]"), &format!("2027-03-22T10:00[{zone}]"), |_| {
            due(&person.app)
        });
    assert_eq!(said, [("2027-03-22T09:00+01:00".to_owned(), format!("exam:{id}:2027-03-29:7"))]);
}
