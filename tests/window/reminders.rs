//! Reminders that fell due while the program was closed.

use groundwork_tests::elsewhere_at;
use groundwork_tests::program::{Home, Program};
use serde_json::json;

#[test]
fn a_reminder_that_was_missed_is_on_today_at_the_next_start_and_stays_away_once_put_away() {
    let home = Home::junior();
    let booked_at = "2027-03-20T10:00+01:00[Europe/Paris]";
    let terminal = elsewhere_at(&home.data(), booked_at);
    let wished = terminal.dispatch("certifications.save", json!({ "certification": "gh-900" })).unwrap();
    let id = wished.value["record"]["id"].as_str().unwrap().to_owned();
    let exam = json!({ "id": id, "exam_on": "2027-03-29", "exam_at": "14:00", "exam_zone": "Europe/Paris" });
    terminal.dispatch("certifications.book", exam).unwrap();
    // The program looks: what is in the past already is no news.
    let first = terminal.dispatch("reminders.due", json!({})).unwrap();
    assert_eq!(first.value["show"], json!([]));
    drop(terminal);

    // Closed over the change of the clock, opened on the day before the exam.
    home.clock_shows("2027-03-28T20:30+02:00[Europe/Paris]");
    let program = Program::start(home);
    program.watch_rules();
    program.visit("today");
    program.wait("the reminder on Today", |p| p.shows("GitHub Foundations: exam tomorrow"));
    let said = program.call("reminders.show", json!({}))["said"].clone();
    let exams = said.as_array().unwrap().iter().filter(|it| it["reminder"]["kind"] == "exam").count();
    assert_eq!(exams, 1, "{said}");
    assert_eq!(said[0]["missed"], true);
    assert_eq!(program.call("reminders.due", json!({}))["show"], json!([]));
    for one in said.as_array().unwrap() {
        program.call("reminders.dismiss", json!({ "key": one["reminder"]["key"] }));
    }
    program.unbroken();

    let program = program.killed_and_started_at("2027-03-28T20:40+02:00[Europe/Paris]");
    program.watch_rules();
    program.visit("today");
    std::thread::sleep(std::time::Duration::from_secs(5));
    assert_eq!(program.call("reminders.show", json!({}))["said"], json!([]));
    assert!(!program.shows("exam tomorrow").unwrap());
    program.unbroken();
}
