//! The timer and the time log.

use std::time::{Duration, Instant};

use groundwork_tests::elsewhere_at;
use groundwork_tests::program::{Home, Program};
use serde_json::{Value, json};

const EVENING: &str = "2026-11-20T18:30+01:00[Europe/Paris]";
const LATER: &str = "2026-11-20T19:15+01:00[Europe/Paris]";

/// The entries of the log, newest first.
fn entries(program: &Program) -> Vec<Value> {
    program.call("log.list", json!({ "limit": 500 }))["entries"].as_array().cloned().unwrap_or_default()
}

/// The days and minutes of the log's first entries.
fn newest(program: &Program, count: usize) -> Vec<(String, u64)> {
    let of = |entry: &Value| {
        let record = &entry["record"];
        (record["on"].as_str().unwrap_or_default().to_owned(), record["minutes"].as_u64().unwrap_or(0))
    };
    entries(program).iter().take(count).map(of).collect()
}

fn days(of: &[(&str, u64)]) -> Vec<(String, u64)> {
    of.iter().map(|(day, minutes)| ((*day).to_owned(), *minutes)).collect()
}

/// Whether the log's page shows an entry, and its words.
fn row(program: &Program, id: &str) -> Option<String> {
    let body = "return document.querySelector(`[data-testid=\"entry-${arguments[0]}\"]`)?.innerText ?? null";
    program.js(body, json!([id])).unwrap().as_str().map(|text| text.replace('\u{a0}', " "))
}

fn there(program: &Program, test_id: &str) -> bool {
    let body = "return !!document.querySelector(`[data-testid=\"${arguments[0]}\"]`)";
    program.js(body, json!([test_id])).unwrap() == json!(true)
}

/// A timer that was started outlives its window; stopped, it stands in the log; one undo and it runs on.
fn the_timer_outlives_the_window(home: Home) {
    home.clock_shows(EVENING);
    let program = Program::start(home);
    program.watch_rules();
    program.visit("today");
    let before = entries(&program).len();
    program.click_on("start");
    program.wait("the timer on Today", |p| Ok(there(p, "timer")));
    let started = program.call("timer.show", json!({}));
    assert_eq!((&started["started_at"], &started["seconds"]), (&json!("18:30"), &json!(0)));
    program.unbroken();

    let program = program.killed_and_started_at(LATER);
    program.watch_rules();
    program.visit("today");
    program.wait("the timer to show three quarters of an hour", |p| {
        p.js("return document.querySelector('[data-testid=elapsed]')?.innerText.startsWith('45:')", json!([]))
            .map(|so| so == json!(true))
    });
    let running = program.call("timer.show", json!({}));
    assert_eq!((&running["item"], &running["running"]), (&started["item"], &json!(true)));

    program.click_on("stop");
    program.wait("the timer to be gone", |p| Ok(!there(p, "timer") && !there(p, "rail-timer")));
    assert_eq!(program.message("45").1, "Undo");
    assert_eq!(entries(&program).len(), before + 1);
    let entry = entries(&program).remove(0);
    assert_eq!((&entry["began_at"], &entry["ended_at"]), (&json!("18:30"), &json!("19:15")));
    assert_eq!(
        (&entry["record"]["item"], &entry["record"]["minutes"]),
        (&started["item"], &json!(45)),
        "{entry}"
    );
    program.go("#/today/log");
    let id = entry["record"]["id"].as_str().unwrap();
    let words = row(&program, id).expect("the entry stands in the log");
    assert!(words.contains("18:30–19:15") && words.contains("45 min"), "{words}");

    program.press("Mod+Z");
    program.wait("the timer to be back at the foot of the rail", |p| Ok(there(p, "rail-timer")));
    program.wait("the entry to go from the page", |p| Ok(row(p, id).is_none()));
    assert_eq!(entries(&program).len(), before);
    assert_eq!(program.call("timer.show", json!({})), running);
    program.unbroken();
}

#[test]
fn a_timer_that_was_started_on_a_fresh_plan_outlives_the_window_and_an_undo_lets_it_run_on() {
    the_timer_outlives_the_window(Home::junior());
}

#[test]
fn a_timer_that_was_started_in_the_example_outlives_the_window_and_an_undo_lets_it_run_on() {
    the_timer_outlives_the_window(Home::example("en", "light"));
}

/// Opens the dialog with the key of the log's page and says what the time was spent on.
fn logs(program: &Program, what: &str) {
    program.press("n");
    program.get("dialog", "Log time");
    program.fill("combobox", "Worked on", what);
    program.click("option", what);
}

fn from_to(program: &Program, day: &str, from: &str, to: &str) {
    program.click("radio", "From – to");
    program.write("date", "Day it began", day);
    program.write("textbox", "From", from);
    program.write("textbox", "To", to);
}

#[test]
fn an_evening_that_went_past_midnight_is_logged_afterwards_corrected_removed_and_brought_back() {
    let program = Program::start(Home::junior());
    program.watch_rules();
    program.go("#/today/log");
    // The first entry is offered by the empty page.
    program.click("button", "Log time");
    program.fill("combobox", "Worked on", "SQL");
    program.click_found("the first choice", "return document.querySelector('[role=option]')");
    from_to(&program, "2026-11-18", "23:15", "0h45");
    program.see("On the next day");
    program.fill("textbox", "What you did", "Joins");
    program.click_on("save");
    program.wait("two entries", |p| Ok(entries(p).len() == 2));
    assert_eq!(newest(&program, 2), days(&[("2026-11-19", 45), ("2026-11-18", 45)]));
    program.settle();

    // Enter corrects.
    let both = entries(&program);
    let id = |at: usize| both[at]["record"]["id"].as_str().unwrap().to_owned();
    program.tab_to("[data-item]");
    program.press("Enter");
    program.get("dialog", "Correct an entry");
    program.write("textbox", "Time", "30 min");
    program.click_on("save");
    program.wait("the entry to be corrected", |p| {
        Ok(newest(p, 2) == days(&[("2026-11-19", 30), ("2026-11-18", 45)]))
    });
    program.wait("the correction on the page", |p| {
        Ok(row(p, &id(0)).is_some_and(|words| words.contains("30 min")))
    });
    assert_eq!(program.message("30").1, "Undo");

    // Delete removes.
    program.js("document.querySelectorAll('[data-item]')[1].focus()", json!([])).unwrap();
    program.press("Delete");
    program.wait("the entry to go", |p| Ok(row(p, &id(1)).is_none()));
    assert_eq!(newest(&program, 2), days(&[("2026-11-19", 30)]));
    program.press("Mod+Z");
    program.wait("the entry to be back", |p| Ok(row(p, &id(1)).is_some()));
    program.press("Mod+Z");
    program.wait("the correction to be taken back", |p| Ok(entries(p) == both));
    program.press("Mod+Z");
    program.wait("an empty log", |p| Ok(entries(p).is_empty()));
    program.unbroken();
}

#[test]
fn time_that_cannot_have_been_spent_is_refused_next_to_its_field_and_nothing_that_was_written_is_lost() {
    let home = Home::example("en", "light");
    home.clock_shows(EVENING);
    let program = Program::start(home);
    program.watch_rules();
    program.go("#/today/log");
    let before = entries(&program);
    logs(&program, "Docker");
    program.fill("textbox", "What you did", "Volumes and networks");

    // A day that has not come.
    program.write("date", "Day", "2126-01-15");
    program.write("textbox", "Time", "45 min");
    program.click_on("save");
    program.wait("the day to be refused", |p| Ok(!p.refusal_at("date", "Day").is_empty()));
    // An hour that has not come.
    from_to(&program, "2026-11-20", "18:00", "19:00");
    program.click_on("save");
    program.wait("the hour to be refused", |p| Ok(p.refusal_at("textbox", "To").contains("not come yet")));
    // Hours that are logged already: the example's evening, as Paris tells it.
    from_to(&program, "2026-11-17", "20:30", "21:00");
    assert_eq!(program.refusal_at("textbox", "To"), "", "a refusal goes with what it was about");
    program.click_on("save");
    program
        .wait("the hours to be refused", |p| Ok(p.refusal_at("textbox", "From").contains("logged already")));

    assert_eq!(entries(&program), before);
    assert_eq!(program.holds("textbox", "What you did"), "Volumes and networks");
    assert_eq!(program.holds("textbox", "From"), "20:30");
    program.write("textbox", "From", "21:40");
    program.write("textbox", "To", "22");
    program.click_on("save");
    program.wait("the entry to be taken", |p| Ok(entries(p).len() == before.len() + 1));
    let taken = entries(&program).into_iter().find(|entry| !before.contains(entry)).unwrap();
    assert_eq!(
        (&taken["began_at"], &taken["record"]["note"]),
        (&json!("21:40"), &json!("Volumes and networks"))
    );
    program.unbroken();
}

#[test]
fn a_year_of_two_digits_is_refused_next_to_its_day() {
    let program = Program::start(Home::junior());
    program.watch_rules();
    program.go("#/today/log");
    program.click("button", "Log time");
    program.fill("combobox", "Worked on", "SQL");
    program.click_found("the first choice", "return document.querySelector('[role=option]')");
    program.write("date", "Day", "26-11-18");
    program.write("textbox", "Time", "45 min");
    program.click_on("save");
    program.wait("the day to be refused", |p| Ok(!p.refusal_at("date", "Day").is_empty()));
    assert!(entries(&program).is_empty());
    program.unbroken();
}

/// Waits for what another program did; it may take a second or two, not more.
fn soon(program: &Program, what: &str, so: impl Fn(&Program) -> bool) {
    let begin = Instant::now();
    program.wait(what, |p| Ok(so(p)));
    let took = begin.elapsed();
    assert!(took < Duration::from_millis(2500), "{what}: {took:?}");
}

#[test]
fn time_that_is_logged_and_a_timer_that_is_started_in_a_terminal_show_in_the_open_window() {
    let home = Home::junior();
    home.clock_shows(EVENING);
    let program = Program::start(home);
    program.watch_rules();
    program.go("#/today/log");
    let terminal = elsewhere_at(&program.data, EVENING);
    let entry = json!({ "item": "skill:http:1", "on": "2026-11-19", "minutes": 35, "note": "By hand" });
    terminal.dispatch("log.save", entry).unwrap();
    soon(&program, "the entry in the log", |p| p.shows("By hand").unwrap_or(false));

    program.visit("today");
    terminal.dispatch("timer.start", json!({ "item": "skill:http:1" })).unwrap();
    soon(&program, "the timer on Today", |p| there(p, "timer") && there(p, "rail-timer"));
    terminal.dispatch("timer.discard", json!({})).unwrap();
    soon(&program, "the timer to go", |p| !there(p, "timer") && !there(p, "rail-timer"));

    program.visit_place("plan", Some("timeline"));
    terminal.dispatch("plan.drop", json!({ "key": "skill:git:1", "dropped": true })).unwrap();
    let row = "return !document.querySelector('[data-testid=timeline-row][data-row=\"skill:git:1\"]')";
    soon(&program, "the item to leave the timeline", |p| {
        p.js(row, json!([])).is_ok_and(|gone| gone == json!(true))
    });
    program.unbroken();
}
