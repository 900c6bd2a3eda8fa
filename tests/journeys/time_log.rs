//! The timer and the log, by a clock that is set by hand.

use crate::person::{Person, planned_on};
use serde_json::{Value, json};

const EVENING: &str = "2026-11-20T18:30+01:00[Europe/Paris]";

fn starts(person: &Person, item: &str) -> Value {
    person.does("timer.start", json!({ "item": item }))
}

fn stops(person: &Person) -> Value {
    person.does("timer.stop", json!({}))
}

/// Day and minutes of the entries that were left.
fn shares(stopped: &Value) -> Vec<(String, u64)> {
    let entries = stopped["entries"].as_array().or(stopped.as_array()).unwrap();
    let share = |row: &Value| {
        (row["record"]["on"].as_str().unwrap().to_owned(), row["record"]["minutes"].as_u64().unwrap())
    };
    entries.iter().map(share).collect()
}

fn days(shares: &[(&str, u64)]) -> Vec<(String, u64)> {
    shares.iter().map(|(on, minutes)| ((*on).to_owned(), *minutes)).collect()
}

fn entries(person: &Person) -> Vec<Value> {
    person.does("log.list", json!({}))["entries"].as_array().unwrap().clone()
}

#[test]
fn the_timer_counts_what_was_worked_and_leaves_the_pauses_out() {
    let person = Person::junior_at(EVENING);
    let timer = starts(&person, "skill:sql:1");
    assert_eq!((&timer["running"], &timer["seconds"]), (&json!(true), &json!(0)));
    assert_eq!((&timer["started_at"], &timer["skill"]), (&json!("18:30"), &json!("sql")));
    person.clock_shows("2026-11-20T18:50+01:00[Europe/Paris]");
    let timer = person.does("timer.pause", json!({}));
    assert_eq!((&timer["running"], &timer["seconds"]), (&json!(false), &json!(1200)));
    person.clock_shows("2026-11-20T19:10+01:00[Europe/Paris]");
    assert_eq!(person.does("timer.pause", json!({}))["seconds"], json!(1200), "a pause goes on");
    assert_eq!(person.does("today.show", json!({}))["timer"]["seconds"], json!(1200));
    assert_eq!(person.does("timer.resume", json!({}))["running"], json!(true));
    person.clock_shows("2026-11-20T19:35+01:00[Europe/Paris]");
    let stopped = person.does("timer.stop", json!({ "note": "Joins" }));
    assert_eq!((&stopped["minutes"], &stopped["minutes_left"]), (&json!(45), &json!(435)));
    assert_eq!(shares(&stopped), days(&[("2026-11-20", 45)]));
    let row = &stopped["entries"][0];
    assert_eq!((&row["began_at"], &row["ended_at"]), (&json!("18:30"), &json!("19:35")));
    assert_eq!((&row["record"]["note"], &row["record"]["skill"]), (&json!("Joins"), &json!("sql")));
    assert_eq!(person.does("timer.show", json!({})), json!(null));
    assert_eq!(person.does("today.show", json!({}))["logged_today"]["skill:sql:1"], json!(45));
    assert_eq!(person.is_refused("timer.stop", json!({})).code, "timer.none");
}

#[test]
fn a_running_timer_is_still_there_after_the_program_was_gone() {
    let person = Person::junior_at(EVENING);
    starts(&person, "skill:sql:1");
    person.clock_shows("2026-11-20T19:10+01:00[Europe/Paris]");
    let person = person.restarts();
    let timer = person.does("timer.show", json!({}));
    assert_eq!((&timer["running"], &timer["seconds"]), (&json!(true), &json!(2400)));
    person.does("timer.pause", json!({}));
    person.clock_shows("2026-11-20T23:00+01:00[Europe/Paris]");
    let person = person.restarts();
    assert_eq!(stops(&person)["minutes"], json!(40));
}

#[test]
fn a_timer_that_ran_across_midnight_leaves_an_entry_for_each_day() {
    let person = Person::junior_at("2026-11-20T23:30+01:00[Europe/Paris]");
    starts(&person, "skill:sql:1");
    person.clock_shows("2026-11-21T00:45+01:00[Europe/Paris]");
    let stopped = stops(&person);
    assert_eq!(shares(&stopped), days(&[("2026-11-20", 30), ("2026-11-21", 45)]));
    assert_eq!((&stopped["minutes"], &stopped["minutes_left"]), (&json!(75), &json!(405)));
    assert_eq!(person.does("today.show", json!({}))["logged_today"]["skill:sql:1"], json!(45));
    person.undoes();
    assert!(entries(&person).is_empty(), "one undo takes both days back");
}

#[test]
fn a_night_in_which_the_clock_is_put_forward_has_an_hour_less() {
    for (start, stop, expected) in [
        ("2027-03-28T01:30+01:00", "2027-03-28T03:30+02:00", vec![("2027-03-28", 60)]),
        ("2027-03-27T23:30+01:00", "2027-03-28T03:30+02:00", vec![("2027-03-27", 30), ("2027-03-28", 150)]),
    ] {
        let person = Person::junior_at(&format!("{start}[Europe/Paris]"));
        starts(&person, "skill:sql:1");
        person.clock_shows(&format!("{stop}[Europe/Paris]"));
        assert_eq!(shares(&stops(&person)), days(&expected), "{start}");
    }
}

#[test]
fn a_night_in_which_the_clock_is_put_back_has_an_hour_more() {
    for (start, stop, expected) in [
        ("2026-10-25T01:30+02:00", "2026-10-25T02:30+01:00", vec![("2026-10-25", 120)]),
        // From one half past two to the other.
        ("2026-10-25T02:30+02:00", "2026-10-25T02:30+01:00", vec![("2026-10-25", 60)]),
        ("2026-10-24T23:30+02:00", "2026-10-25T04:00+01:00", vec![("2026-10-24", 30), ("2026-10-25", 300)]),
    ] {
        let person = Person::junior_at(&format!("{start}[Europe/Paris]"));
        starts(&person, "skill:sql:1");
        person.clock_shows(&format!("{stop}[Europe/Paris]"));
        assert_eq!(person.does("timer.show", json!({}))["warning"], json!(null), "{start}");
        assert_eq!(shares(&stops(&person)), days(&expected), "{start}");
    }
}

#[test]
fn new_york_has_its_own_nights_and_its_own_midnight() {
    for (start, stop, expected) in [
        ("2026-11-01T00:30-04:00", "2026-11-01T01:30-05:00", vec![("2026-11-01", 120)]),
        ("2027-03-14T01:30-05:00", "2027-03-14T03:30-04:00", vec![("2027-03-14", 60)]),
        ("2026-11-20T23:00-05:00", "2026-11-21T00:20-05:00", vec![("2026-11-20", 60), ("2026-11-21", 20)]),
    ] {
        let person = Person::junior_at(&format!("{start}[America/New_York]"));
        starts(&person, "skill:sql:1");
        person.clock_shows(&format!("{stop}[America/New_York]"));
        assert_eq!(shares(&stops(&person)), days(&expected), "{start}");
    }
}

#[test]
fn a_timer_that_was_carried_across_the_ocean_can_be_stopped_there() {
    // From half past eleven at night in Paris, for an hour and a half: in New York it is still the evening of that day.
    let person = Person::junior_at("2026-11-20T23:30+01:00[Europe/Paris]");
    starts(&person, "skill:sql:1");
    person.clock_shows("2026-11-20T19:00-05:00[America/New_York]");
    let timer = person.does("timer.show", json!({}));
    assert_eq!((&timer["seconds"], &timer["warning"]), (&json!(5400), &json!(null)));
    assert_eq!(stops(&person)["minutes"], json!(90));
}

#[test]
fn a_clock_that_was_set_back_is_named_and_the_minutes_can_be_said() {
    for earlier in ["2026-11-20T18:00+01:00", "2026-11-19T22:00+01:00"] {
        let person = Person::junior_at(EVENING);
        starts(&person, "skill:sql:1");
        person.clock_shows(&format!("{earlier}[Europe/Paris]"));
        let timer = person.does("timer.show", json!({}));
        assert_eq!((&timer["warning"], &timer["seconds"]), (&json!("clock_set_back"), &json!(0)));
        for verb in ["timer.stop", "timer.pause"] {
            let error = person.is_refused(verb, json!({}));
            assert_eq!(error.code, "timer.clock_set_back", "{verb}");
            assert!(error.sentence.en.contains("Say how many minutes"), "{}", error.sentence.en);
        }
        // The rest of the program goes on.
        person.does("today.show", json!({}));
        person.plan();
        let stopped = person.does("timer.stop", json!({ "minutes": 25 }));
        assert_eq!(stopped["minutes"], json!(25));
        assert_eq!(entries(&person).len(), 1);
    }
}

#[test]
fn a_paused_timer_does_not_go_on_before_its_pause_began() {
    let person = Person::junior_at(EVENING);
    starts(&person, "skill:sql:1");
    person.clock_shows("2026-11-20T19:00+01:00[Europe/Paris]");
    person.does("timer.pause", json!({}));
    person.clock_shows("2026-11-20T18:45+01:00[Europe/Paris]");
    assert_eq!(person.is_refused("timer.resume", json!({})).code, "timer.clock_set_back");
    person.clock_shows("2026-11-20T19:30+01:00[Europe/Paris]");
    person.does("timer.resume", json!({}));
    person.clock_shows("2026-11-20T19:40+01:00[Europe/Paris]");
    assert_eq!(stops(&person)["minutes"], json!(40));
}

#[test]
fn a_second_timer_is_refused_by_name_and_a_switch_logs_the_first() {
    let person = Person::junior_at(EVENING);
    starts(&person, "skill:sql:1");
    person.clock_shows("2026-11-20T19:00+01:00[Europe/Paris]");
    let before = person.everything();
    let error = person.is_refused("timer.start", json!({ "item": "skill:git:1" }));
    assert_eq!(error.code, "timer.running");
    assert!(error.sentence.en.contains("SQL, level 0 to 1"), "{}", error.sentence.en);
    assert!(error.sentence.fr.contains("SQL, du niveau 0 au niveau 1"), "{}", error.sentence.fr);
    assert_eq!(person.everything(), before);
    let timer = person.does("timer.start", json!({ "item": "skill:git:1", "switch": true }));
    assert_eq!((&timer["item"], &timer["seconds"]), (&json!("skill:git:1"), &json!(0)));
    let log = entries(&person);
    assert_eq!(log.len(), 1);
    assert_eq!(
        (&log[0]["record"]["item"], &log[0]["record"]["minutes"]),
        (&json!("skill:sql:1"), &json!(30))
    );
    person.undoes();
    assert_eq!(person.everything(), before, "the first one runs on");
}

#[test]
fn starting_what_runs_already_lets_it_run_on() {
    let person = Person::junior_at(EVENING);
    starts(&person, "skill:sql:1");
    person.clock_shows("2026-11-20T18:40+01:00[Europe/Paris]");
    assert_eq!(starts(&person, "skill:sql:1")["seconds"], json!(600));
    person.does("timer.pause", json!({}));
    person.clock_shows("2026-11-20T19:40+01:00[Europe/Paris]");
    let timer = starts(&person, "skill:sql:1");
    assert_eq!((&timer["running"], &timer["seconds"]), (&json!(true), &json!(600)));
}

#[test]
fn a_timer_for_what_nobody_knows_is_refused() {
    let person = Person::junior_at(EVENING);
    let before = person.everything();
    for (params, code) in [
        (json!({ "item": "skill:nobody:1" }), "plan.unknown_item"),
        (json!({ "skill": "nobody" }), "skill.unknown"),
        (json!({}), "log.nothing"),
    ] {
        assert_eq!(person.is_refused("timer.start", params.clone()).code, code, "{params}");
    }
    assert_eq!(person.everything(), before);
}

#[test]
fn less_than_half_a_minute_leaves_nothing_in_the_log() {
    for (seconds, minutes) in [(0, 0), (29, 0), (30, 1), (89, 1), (90, 2)] {
        let person = Person::junior_at(EVENING);
        starts(&person, "skill:sql:1");
        person.clock_shows(&format!(
            "2026-11-20T18:{:02}:{:02}+01:00[Europe/Paris]",
            30 + seconds / 60,
            seconds % 60
        ));
        assert_eq!(stops(&person)["minutes"], json!(minutes), "{seconds} s");
        assert_eq!(entries(&person).len(), usize::from(minutes > 0), "{seconds} s");
        assert_eq!(person.does("timer.show", json!({})), json!(null));
    }
}

#[test]
fn a_timer_that_was_forgotten_says_so_and_takes_the_minutes_that_are_said() {
    let person = Person::junior_at("2026-11-20T09:00+01:00[Europe/Paris]");
    starts(&person, "skill:sql:1");
    person.clock_shows("2026-11-20T19:00+01:00[Europe/Paris]");
    assert_eq!(person.does("timer.show", json!({}))["warning"], json!(null));
    person.clock_shows("2026-11-20T19:01+01:00[Europe/Paris]");
    assert_eq!(person.does("timer.show", json!({}))["warning"], json!("forgotten"));
    person.clock_shows("2026-11-23T09:00+01:00[Europe/Paris]");
    assert_eq!(person.is_refused("timer.stop", json!({})).code, "timer.too_long");
    let stopped = person.does("timer.stop", json!({ "minutes": 50 }));
    assert_eq!(shares(&stopped), days(&[("2026-11-20", 50)]), "on the day on which it was started");
}

#[test]
fn one_undo_takes_a_finished_session_back_with_all_that_followed_from_it() {
    let person = Person::junior_at(EVENING);
    starts(&person, "skill:sql:1");
    person.clock_shows("2026-11-20T19:30+01:00[Europe/Paris]");
    let before = person.everything();
    let stopped = person.does("timer.stop", json!({ "done": true }));
    assert_eq!(stopped["minutes"], json!(60));
    assert_eq!(person.skill("sql")["claimed"], json!(1));
    assert_eq!(person.finds("skill:sql:1"), None);
    person.item("skill:sql:2");
    person.undoes();
    assert_eq!(person.everything(), before);
    let timer = person.does("timer.show", json!({}));
    assert_eq!((&timer["running"], &timer["seconds"]), (&json!(true), &json!(3600)), "it runs again");
    person.does("history.redo", json!({}));
    assert_eq!(person.skill("sql")["claimed"], json!(1));
    assert_eq!(person.does("timer.show", json!({})), json!(null));
}

#[test]
fn a_discarded_timer_leaves_nothing_and_undo_lets_it_run_again() {
    let person = Person::junior_at(EVENING);
    starts(&person, "skill:sql:1");
    person.clock_shows("2026-11-20T19:30+01:00[Europe/Paris]");
    person.does("timer.discard", json!({}));
    assert!(entries(&person).is_empty());
    person.undoes();
    assert_eq!(person.does("timer.show", json!({}))["seconds"], json!(3600));
}

#[test]
fn two_programs_see_one_timer_and_only_one_of_them_stops_it() {
    let window = Person::junior_at(EVENING);
    let terminal = window.second_program();
    terminal.dispatch("timer.start", json!({ "item": "skill:sql:1" })).unwrap();
    window.clock_shows("2026-11-20T19:00+01:00[Europe/Paris]");
    assert_eq!(window.does("timer.show", json!({}))["seconds"], json!(1800));
    assert_eq!(window.is_refused("timer.start", json!({ "item": "skill:git:1" })).code, "timer.running");
    assert_eq!(stops(&window)["minutes"], json!(30));
    assert_eq!(terminal.dispatch("timer.stop", json!({})).unwrap_err().code, "timer.none");
    assert_eq!(entries(&window).len(), 1);
}

#[test]
fn of_two_programs_that_stop_at_once_one_logs() {
    for _ in 0..5 {
        let window = Person::junior_at(EVENING);
        let terminal = window.second_program();
        starts(&window, "skill:sql:1");
        window.clock_shows("2026-11-20T19:00+01:00[Europe/Paris]");
        let both = std::thread::scope(|scope| {
            let other = scope.spawn(|| terminal.dispatch("timer.stop", json!({})));
            [window.app.dispatch("timer.stop", json!({})), other.join().unwrap()]
        });
        assert_eq!(both.iter().filter(|stopped| stopped.is_ok()).count(), 1);
        let codes: Vec<String> = both.into_iter().filter_map(|stopped| Some(stopped.err()?.code)).collect();
        assert!(["timer.none", "timer.changed"].contains(&codes[0].as_str()), "{codes:?}");
        assert_eq!(person_minutes(&window), 30);
    }
}

fn person_minutes(person: &Person) -> u64 {
    person.does("log.list", json!({}))["minutes"].as_u64().unwrap()
}

#[test]
fn several_entries_of_a_day_stand_in_the_log_newest_first() {
    let person = Person::junior_at(EVENING);
    person.logs("skill:sql:1", "2026-11-18", 20);
    person.logs("skill:sql:1", "2026-11-20", 30);
    person.logs("skill:git:1", "2026-11-20", 40);
    person.does("log.save", json!({ "skill": "docker", "on": "2026-11-19", "minutes": 50 }));
    let log = person.does("log.list", json!({}));
    assert_eq!(log["minutes"], json!(140));
    let days: Vec<&str> =
        log["entries"].as_array().unwrap().iter().map(|row| row["record"]["on"].as_str().unwrap()).collect();
    assert_eq!(days, ["2026-11-20", "2026-11-20", "2026-11-19", "2026-11-18"]);
    let of = |params: Value| person.does("log.list", params);
    assert_eq!(of(json!({ "item": "skill:sql:1" }))["minutes"], json!(50));
    assert_eq!(of(json!({ "skill": "git" }))["minutes"], json!(40));
    assert_eq!(of(json!({ "from": "2026-11-19", "to": "2026-11-19" }))["minutes"], json!(50));
    assert_eq!(of(json!({ "limit": 1 }))["entries"].as_array().unwrap().len(), 1);
    let week = person.does("today.show", json!({}))["week"].take();
    let logged: Vec<u64> =
        week.as_array().unwrap().iter().map(|day| day["logged"].as_u64().unwrap()).collect();
    assert_eq!(logged, [0, 0, 20, 50, 70, 0, 0]);
    assert_eq!(person.plan()["logged"], json!(70), "since the plan was begun today");
}

#[test]
fn an_evening_from_when_to_when_may_end_after_midnight() {
    let person = Person::junior_at(EVENING);
    let rows = person.does(
        "log.save",
        json!({ "item": "skill:sql:1", "on": "2026-11-18", "from": "23:00", "to": "01:15", "note": "Late" }),
    );
    assert_eq!(shares(&rows), days(&[("2026-11-18", 60), ("2026-11-19", 75)]));
    assert_eq!((&rows[0]["began_at"], &rows[0]["ended_at"]), (&json!("23:00"), &json!("00:00")));
    assert_eq!(rows[1]["record"]["note"], json!("Late"));
    person.undoes();
    assert!(entries(&person).is_empty());
}

#[test]
fn hours_of_the_nights_of_change_count_as_they_passed() {
    let person = Person::junior_at("2027-04-01T18:30+02:00[Europe/Paris]");
    for (on, minutes) in [("2027-03-28", 60), ("2026-10-25", 180), ("2027-01-10", 120)] {
        let rows =
            person.does("log.save", json!({ "skill": "sql", "on": on, "from": "01:30", "to": "03:30" }));
        assert_eq!(shares(&rows), days(&[(on, minutes)]));
        assert_eq!((&rows[0]["began_at"], &rows[0]["ended_at"]), (&json!("01:30"), &json!("03:30")));
    }
}

#[test]
fn an_entry_is_corrected_and_removed_and_each_can_be_undone() {
    let person = Person::junior_at(EVENING);
    let rows = person.does(
        "log.save",
        json!({ "item": "skill:sql:1", "on": "2026-11-19", "from": "18:00", "to": "19:00", "note": "Joins" }),
    );
    let id = rows[0]["record"]["id"].clone();
    let first = person.everything();
    // It does not lie over itself.
    let rows = person.does(
        "log.save",
        json!({ "id": id, "on": "2026-11-19", "from": "18:30", "to": "20:00", "note": "Joins" }),
    );
    assert_eq!(shares(&rows), days(&[("2026-11-19", 90)]));
    assert_eq!((&rows[0]["record"]["id"], &rows[0]["record"]["item"]), (&id, &json!("skill:sql:1")));
    let rows = person.does("log.save", json!({ "id": id, "item": "skill:git:1", "minutes": 20 }));
    assert_eq!(
        (&rows[0]["record"]["item"], &rows[0]["record"]["skill"]),
        (&json!("skill:git:1"), &json!("git"))
    );
    assert_eq!((entries(&person).len(), person_minutes(&person)), (1, 20));
    assert_eq!(
        (&person.item("skill:sql:1")["minutes"], &person.item("skill:git:1")["minutes"]),
        (&json!(480), &json!(160))
    );
    let corrected = person.everything();
    person.does("log.remove", json!({ "id": id }));
    assert!(entries(&person).is_empty());
    person.undoes();
    assert_eq!(person.everything(), corrected);
    person.undoes();
    person.undoes();
    assert_eq!(person.everything(), first);
    let gone = json!({ "id": "0192f0c1-2345-7000-8000-000000000000" });
    assert_eq!(person.is_refused("log.remove", gone).code, "record.unknown");
}

#[test]
fn what_lies_over_another_entry_is_refused_by_its_name() {
    let person = Person::junior_at(EVENING);
    let stretch = |item: &str, from: &str, to: &str| json!({ "item": item, "on": "2026-11-19", "from": from, "to": to });
    person.does("log.save", stretch("skill:sql:1", "18:00", "19:00"));
    for (from, to) in
        [("18:30", "19:30"), ("17:00", "18:01"), ("18:10", "18:20"), ("17:00", "20:00"), ("18:00", "19:00")]
    {
        let error = person.is_refused("log.save", stretch("skill:git:1", from, to));
        assert_eq!(error.code, "log.overlap", "{from}–{to}");
        assert!(error.sentence.en.contains("“SQL, level 0 to 1”, 18:00–19:00"), "{}", error.sentence.en);
        assert!(error.sentence.fr.contains("SQL, du niveau 0 au niveau 1"), "{}", error.sentence.fr);
    }
    // What only touches it does not lie over it; minutes alone lie nowhere.
    person.does("log.save", stretch("skill:git:1", "19:00", "19:30"));
    person.does("log.save", stretch("skill:git:1", "17:30", "18:00"));
    person.logs("skill:git:1", "2026-11-19", 30);
    assert_eq!(person_minutes(&person), 150);
}

#[test]
fn a_day_has_no_more_than_its_hours() {
    let person = Person::junior_at(EVENING);
    person.logs("skill:english:1", "2026-11-18", 800);
    let too_much = json!({ "item": "skill:sql:2", "on": "2026-11-18", "minutes": 641 });
    assert_eq!(person.is_refused("log.save", too_much).code, "log.day_full");
    person.logs("skill:sql:2", "2026-11-18", 640);
    for minutes in [0, 1441] {
        let params = json!({ "skill": "sql", "on": "2026-11-17", "minutes": minutes });
        assert_eq!(person.is_refused("log.save", params).code, "input.range");
    }
    assert_eq!(person_minutes(&person), 1440);
}

#[test]
fn what_has_not_come_yet_cannot_be_logged() {
    let person = Person::junior_at(EVENING);
    let before = person.everything();
    let item = "skill:sql:1";
    for (params, code) in [
        (json!({ "item": item, "on": "2026-11-21", "minutes": 30 }), "log.future"),
        (json!({ "item": item, "from": "18:00", "to": "18:31" }), "log.future_hour"),
        (json!({ "item": item, "from": "23:00", "to": "01:00" }), "log.future_hour"),
        (json!({ "item": "skill:nobody:1", "minutes": 30 }), "plan.unknown_item"),
        (json!({ "skill": "nobody", "minutes": 30 }), "skill.unknown"),
        (json!({ "minutes": 30 }), "log.nothing"),
        (json!({ "item": item }), "log.no_time"),
        (json!({ "item": item, "from": "18:00" }), "log.no_time"),
        (json!({ "item": item, "minutes": 30, "from": "17:00", "to": "17:30" }), "log.no_time"),
        (json!({ "item": item, "from": "24:01", "to": "17:30" }), "input.time"),
        (json!({ "item": item, "from": "7:00", "to": "17:30" }), "input.time"),
        (json!({ "item": item, "on": "1900-01-01", "minutes": 30 }), "date.far"),
        (json!({ "item": item, "on": "2026-11-31", "minutes": 30 }), "command.params"),
    ] {
        let error = person.is_refused("log.save", params.clone());
        assert_eq!(error.code, code, "{params}");
        for sentence in [&error.sentence.en, &error.sentence.fr] {
            assert!(sentence.len() > 15 && !sentence.contains(['{', '}']), "{sentence}");
        }
    }
    assert_eq!(person.everything(), before);
    person.does("log.save", json!({ "item": item, "from": "18:00", "to": "18:30" }));
}

#[test]
fn practised_hours_prove_a_level() {
    let person = Person::junior_at(EVENING);
    person.logs("skill:http:1", "2026-11-18", 179);
    assert_eq!(person.skill("http")["proven"], json!(0));
    assert_eq!(person.item("skill:http:1")["minutes"], json!(30), "it is not done yet");
    person.logs("skill:http:1", "2026-11-19", 1);
    assert_eq!(person.skill("http")["proven"], json!(1));
    assert_eq!(person.skill("http")["claimed"], json!(null), "never blended");
    assert_eq!(person.finds("skill:http:1"), None);
    assert_eq!(person.item("skill:http:2")["after"], json!([]));
    let pieces = person.does("skills.show", json!({ "skill": "http" }));
    assert!(pieces.to_string().contains("\"kind\":\"log\""), "{pieces}");
}

#[test]
fn what_was_logged_shortens_what_is_left_of_an_item_and_of_its_skill() {
    let person = Person::junior_at(EVENING);
    let before = person.plan();
    person.logs("skill:sql:1", "2026-11-19", 100);
    let item = person.item("skill:sql:1");
    assert_eq!((&item["minutes"], &item["logged"], &item["whole"]), (&json!(380), &json!(100), &json!(480)));
    person.does("log.save", json!({ "skill": "sql", "on": "2026-11-19", "minutes": 60 }));
    let item = person.item("skill:sql:1");
    assert_eq!((&item["minutes"], &item["logged"]), (&json!(320), &json!(160)));
    let after = person.plan();
    let left = |plan: &Value| plan["minutes_left"].as_u64().unwrap();
    assert_eq!(left(&before) - left(&after), 160);
    assert!(after["finish"].as_str() < before["finish"].as_str());
    // What the person says of the whole counts with what was logged.
    person.does("plan.item_change", json!({ "key": "skill:sql:1", "minutes": 300 }));
    let item = person.item("skill:sql:1");
    assert_eq!((&item["minutes"], &item["whole_is_own"]), (&json!(140), &json!(true)));
}

#[test]
fn exams_practice_and_own_items_are_shortened_too() {
    let person = Person::junior_at(EVENING);
    let exam = person.books("gh-900", "2026-12-18");
    let own = person.adds(json!({ "title": "Ask Nadia for a review", "minutes": 90 }));
    let practice = "practice:portfolio:1".to_owned();
    for (key, minutes) in [(&exam, 120), (&own, 25), (&practice, 200)] {
        let left = person.item(key)["minutes"].as_u64().unwrap();
        person.logs(key, "2026-11-19", minutes);
        let item = person.item(key);
        assert_eq!(item["minutes"], json!(left - u64::from(minutes)), "{key}");
        assert_eq!(item["logged"], json!(minutes), "{key}");
        let listed = person.does("log.list", json!({ "item": key }));
        assert_eq!(listed["entries"][0]["title"], item["title"]);
    }
    // What nobody called done is left with half an hour, however much was logged.
    person.logs(&own, "2026-11-18", 500);
    assert_eq!(person.item(&own)["minutes"], json!(30));
    assert_eq!(planned_on(&person.plan(), "2026-11-18", None), 0);
}

/// An estimate times the pace, in steps of five minutes.
fn corrected(minutes: f64, ratio: f64) -> f64 {
    (minutes * ratio / 5.0).round() * 5.0
}

/// Ratio of a class as the forecast page tells it.
fn pace(person: &Person, class: &str) -> Option<Value> {
    let rows = person.does("forecast.show", json!({}))["pace"].take();
    rows.as_array().unwrap().iter().find(|row| row["class"] == json!(class)).cloned()
}

#[test]
fn estimates_correct_themselves_by_what_the_same_kind_of_work_really_took() {
    let person = Person::junior_at(EVENING);
    let whole = |key: &str| person.item(key)["whole"].as_f64().unwrap();
    assert_eq!((whole("skill:gdpr:1"), whole("skill:http:2"), whole("skill:sql:1")), (180.0, 600.0, 480.0));
    assert_eq!(pace(&person, "s"), None);
    for (n, key) in ["skill:http:1", "skill:git:1", "skill:agile:1"].into_iter().enumerate() {
        // Half as long again as estimated: 270 minutes for three hours.
        person.logs(key, "2026-11-18", 170);
        person.logs(key, "2026-11-19", 100);
        let n = (n + 1) as f64;
        let ratio = (n * 1.5 + 5.0) / (n + 5.0);
        let told = pace(&person, "s").unwrap();
        assert!((told["ratio"].as_f64().unwrap() - ratio).abs() < 1e-12, "{told}");
        assert_eq!(whole("skill:gdpr:1"), corrected(180.0, ratio));
        assert_eq!(whole("skill:http:2"), corrected(600.0, ratio));
        assert!((person.item("skill:gdpr:1")["pace"].as_f64().unwrap() - ratio).abs() < 1e-12);
    }
    let told = pace(&person, "s").unwrap();
    assert_eq!((&told["items"], &told["estimated"], &told["logged"]), (&json!(3), &json!(540), &json!(810)));
    // Other kinds of work are what they were: medium and large skills, practice.
    assert_eq!((whole("skill:sql:1"), whole("skill:prog-fundamentals:1")), (480.0, 1200.0));
    assert_eq!(whole("practice:portfolio:1"), 1200.0);
    assert_eq!(pace(&person, "m"), None);
    // The estimate itself stays ours.
    assert_eq!(person.item("skill:gdpr:1")["estimate"]["likely"], json!(3));
}

#[test]
fn an_item_that_is_not_finished_says_nothing_of_the_pace_yet() {
    let person = Person::junior_at(EVENING);
    person.logs("skill:sql:1", "2026-11-19", 400);
    assert_eq!(pace(&person, "m"), None);
    assert_eq!(person.item("skill:linux:1")["whole"], json!(480));
    // Called done after 240 minutes of 480: half.
    person.does("log.save", json!({ "item": "skill:linux:1", "on": "2026-11-18", "minutes": 240 }));
    person.does("plan.done", json!({ "key": "skill:linux:1", "done_on": "2026-11-20" }));
    let ratio = (0.5 + 5.0) / 6.0;
    assert!((pace(&person, "m").unwrap()["ratio"].as_f64().unwrap() - ratio).abs() < 1e-12);
    assert_eq!(person.item("skill:networking:1")["whole"].as_f64().unwrap(), corrected(480.0, ratio));
}

#[test]
fn what_the_person_set_is_not_corrected() {
    let person = Person::junior_at(EVENING);
    person.does("plan.item_change", json!({ "key": "skill:gdpr:1", "minutes": 200 }));
    for key in ["skill:http:1", "skill:git:1", "skill:agile:1"] {
        person.logs(key, "2026-11-19", 270);
    }
    assert_eq!(person.item("skill:gdpr:1")["whole"], json!(200));
}

#[test]
fn a_session_on_what_the_log_has_just_finished_can_be_logged_too() {
    // Three hours were estimated; it took four and a half, in three evenings, logged one after the other.
    let person = Person::junior_at(EVENING);
    for on in ["2026-11-17", "2026-11-18", "2026-11-19"] {
        person.logs("skill:http:1", on, 90);
    }
    assert_eq!(person_minutes(&person), 270);
    let ratio = (1.5 + 5.0) / 6.0;
    assert!((pace(&person, "s").unwrap()["ratio"].as_f64().unwrap() - ratio).abs() < 1e-12);
}

#[test]
fn time_that_is_told_as_evidence_stands_in_the_log_with_the_rest() {
    let person = Person::junior_at(EVENING);
    let told = json!({ "skill": "sql", "what": { "kind": "log", "minutes": 60 }, "on": "2026-11-19", "title": "Joins" });
    let id = person.does("evidence.save", told)["id"].take();
    let log = entries(&person);
    assert_eq!((log.len(), &log[0]["record"]["id"], &log[0]["record"]["note"]), (1, &id, &json!("Joins")));
    assert_eq!(person.item("skill:sql:1")["minutes"], json!(420), "counted once");
    person.undoes();
    assert!(entries(&person).is_empty());
}
