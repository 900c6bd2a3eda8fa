//! The forecast: what it rests on, and how often it was right.

use crate::person::{Person, day, planned_on};
use serde_json::{Value, json};

fn forecast(person: &Person) -> Value {
    person.does("forecast.show", json!({}))
}

/// Logs three hours on each of so many small skills that wait for nothing: what we estimate for them.
fn finishes(person: &Person, how_many: usize) {
    let small = ["skill:http:1", "skill:git:1", "skill:agile:1", "skill:gdpr:1", "skill:tech-watch:1"];
    for key in &small[..how_many] {
        person.logs(key, "2026-11-19", 180);
        assert_eq!(person.finds(key), None, "{key} is finished");
    }
}

#[test]
fn the_same_data_give_the_same_forecast_after_a_restart_too() {
    let person = Person::junior_at("2026-11-20T18:30+01:00[Europe/Paris]");
    person
        .does("target.set", json!({ "rung": "junior", "stack": "python-django", "ready_by": "2029-12-01" }));
    person.books("gh-900", "2026-12-18");
    let first = forecast(&person);
    assert_eq!(first["runs"], json!(10_000));
    assert_eq!(forecast(&person), first);
    let person = person.restarts();
    assert_eq!(forecast(&person), first);
    let other = person.second_program();
    assert_eq!(other.dispatch("forecast.show", json!({})).unwrap().value, first);
}

#[test]
fn days_stand_in_their_order_and_none_lies_before_today() {
    let person = Person::junior();
    let told = forecast(&person);
    let in_order = |quantiles: &Value| {
        let days: Vec<&str> = ["p50", "p85", "p95"].iter().filter_map(|p| quantiles[*p].as_str()).collect();
        assert!(days.is_sorted() && days.iter().all(|day| *day >= "2026-11-20"), "{quantiles}");
    };
    in_order(&told["finish"]);
    assert!(told["finish"]["p50"].is_string());
    assert_eq!(told["items"].as_array().unwrap().len(), person.plan()["items"].as_array().unwrap().len());
    told["items"].as_array().unwrap().iter().for_each(|item| in_order(&item["quantiles"]));
    assert_eq!(told["planned"], person.plan()["finish"]);
    for week in told["fan"].as_array().unwrap() {
        let shares = ["p5", "p15", "p50", "p85", "p95"].map(|p| week[p].as_f64().unwrap());
        assert!(shares.is_sorted() && shares.iter().all(|share| (0.0..=1.0).contains(share)), "{week}");
    }
}

#[test]
fn the_chance_to_be_ready_rises_with_the_hours() {
    let person = Person::junior();
    person
        .does("target.set", json!({ "rung": "junior", "stack": "python-django", "ready_by": "2028-06-01" }));
    let mut chances = Vec::new();
    for hours in [60, 90, 120, 180] {
        person.does(
            "plan.settings",
            json!({ "weekly_minutes": [hours, hours, 0, hours, hours, 2 * hours, hours] }),
        );
        let told = forecast(&person);
        assert_eq!(told["ready_by"], json!("2028-06-01"));
        chances.push(told["chance"].as_f64().unwrap());
    }
    assert!(chances.windows(2).all(|two| two[0] <= two[1]), "{chances:?}");
    assert!(chances[0] < 0.05 && chances[3] > 0.6, "{chances:?}");
}

#[test]
fn below_five_finished_items_it_says_that_it_rests_on_estimates() {
    for (finished, rests) in [(0, true), (4, true), (5, false)] {
        let person = Person::junior();
        finishes(&person, finished);
        let told = forecast(&person);
        assert_eq!(told["logged_items"], json!(finished));
        assert_eq!(told["rests_on_estimates"], json!(rests), "{finished}");
    }
}

#[test]
fn a_booked_exam_has_a_chance() {
    let person = Person::junior();
    let chance = |exam_on: &str| {
        let key = person.books("gh-900", exam_on);
        let exams = forecast(&person)["exams"].take();
        person.undoes();
        assert_eq!(exams.as_array().unwrap().len(), 1);
        assert_eq!((&exams[0]["key"], &exams[0]["exam_on"]), (&json!(key), &json!(exam_on)));
        assert_eq!(exams[0]["minutes_left"], json!((12 + 29) * 60));
        exams[0]["chance"].as_f64().unwrap()
    };
    // Twelve hours of revision and mock exams, and 29 of the skills that it asks for, at ten a week.
    let chances = ["2026-11-21", "2026-12-17", "2026-12-23"].map(&chance);
    assert!(chances.is_sorted(), "{chances:?}");
    assert!(chances[0] == 0.0 && 0.0 < chances[2] && chances[1] < 1.0, "{chances:?}");
    // Far ahead its mock exams stand in the last three weeks.
    assert!(chance("2027-06-01") > 0.99);
    assert_eq!(forecast(&person)["exams"], json!([]));
    // One that is only planned has no day to be ready for.
    person.does("certifications.save", json!({ "certification": "gh-900", "stage": "planned" }));
    assert_eq!(forecast(&person)["exams"], json!([]));
}

#[test]
fn a_day_is_kept_once_and_leaves_no_line_in_the_history() {
    let person = Person::junior_at("2026-11-20T18:30+01:00[Europe/Paris]");
    let history = person.does("history.list", json!({}));
    let reply = person.replies("forecast.keep", json!({}));
    assert_eq!((&reply.value["kept"], reply.history.is_none()), (&json!(true), true));
    assert_eq!(person.does("forecast.keep", json!({}))["kept"], json!(false));
    let other = person.second_program();
    assert_eq!(other.dispatch("forecast.keep", json!({})).unwrap().value["kept"], json!(false));
    let person = person.restarts();
    assert_eq!(person.does("forecast.keep", json!({}))["kept"], json!(false));
    assert_eq!(person.does("history.list", json!({})), history);
    person.clock_shows("2026-11-21T00:01+01:00[Europe/Paris]");
    assert_eq!(person.does("forecast.keep", json!({}))["kept"], json!(true));
    assert_eq!(person.does("history.list", json!({})), history);
    // With the clock set back nothing is kept a second time.
    person.clock_shows("2026-11-20T23:59+01:00[Europe/Paris]");
    assert_eq!(person.does("forecast.keep", json!({}))["kept"], json!(false));
}

#[test]
fn nothing_is_kept_before_there_is_a_target() {
    let person = Person::new();
    assert_eq!(person.does("forecast.keep", json!({}))["kept"], json!(false));
    assert_eq!(person.does("forecast.calibration", json!({}))["kept"], json!(0));
}

#[test]
fn weeks_of_kept_forecasts_are_held_against_what_really_happened() {
    let person = Person::junior_at("2026-11-23T08:00+01:00[Europe/Paris]");
    person.does(
        "plan.settings",
        json!({ "weekly_minutes": [45, 45, 0, 45, 45, 90, 30], "focus_limit": 2, "min_session_minutes": 25 }),
    );
    let monday = day("2026-11-23");
    let (mut planned, mut given) = (0, 0);
    // How much of the planned time they give: twice as much, then two weeks off, then twice as much again.
    for (week, times) in [2, 0, 0, 2, 2, 2].into_iter().enumerate() {
        let start = monday.plus_days(7 * week as i64);
        person.is_at(start, "08:00");
        assert_eq!(person.does("forecast.keep", json!({}))["kept"], json!(true));
        for offset in 0..7 {
            let date = start.plus_days(offset);
            person.is_at(date, "21:00");
            let plan = person.plan();
            for item in plan["items"].as_array().unwrap() {
                let key = item["key"].as_str().unwrap();
                let minutes = planned_on(&plan, &date.to_string(), Some(key)) as u32 * times;
                if minutes > 0 {
                    person.logs(key, &date.to_string(), minutes);
                    given += minutes;
                }
            }
        }
        planned += person.does("review.show", json!({ "week": start }))["planned"].as_u64().unwrap() as u32;
    }
    let today = monday.plus_days(42);
    person.is_at(today, "08:00");
    person.does("forecast.keep", json!({}));
    let told = forecast(&person);
    assert_eq!(told["weeks_known"], json!(6));
    let share = f64::from(given) / f64::from(planned);
    assert!((told["share_given"].as_f64().unwrap() - share).abs() < 1e-9, "{share} {}", told["share_given"]);

    let found = person.does("forecast.calibration", json!({}));
    let rows = found["rows"].as_array().unwrap();
    assert_eq!(found["kept"], json!(rows.len()), "few enough to be shown whole");
    assert_eq!(found["since"], json!("2026-11-23"));
    let today = today.to_string();
    let mut counts = [0u64; 4];
    let mut ends = std::collections::BTreeSet::new();
    for row in rows {
        let (ended, p95) = (row["ended_on"].as_str(), row["p95"].as_str());
        ends.extend(ended.map(|_| row["key"].as_str().unwrap()));
        let settled = match ended {
            Some(ended) => ended >= row["made_on"].as_str().unwrap(),
            None => p95.is_some_and(|day| day < today.as_str()),
        };
        if settled {
            counts[0] += 1;
            for (n, p) in ["p50", "p85", "p95"].into_iter().enumerate() {
                let by = row[p].as_str();
                counts[n + 1] += u64::from(ended.is_some_and(|ended| by.is_none_or(|by| ended <= by)));
            }
        }
    }
    assert!(ends.len() >= 4 && ends.contains("skill:http:1"), "{ends:?}");
    let all = &found["horizons"][0];
    assert_eq!(all["horizon"], json!("all"));
    let told = ["settled", "held_p50", "held_p85", "held_p95"].map(|name| all[name].as_u64().unwrap());
    assert_eq!(told, counts);
    assert!(told[0] > 8 && told[1] <= told[2] && told[2] <= told[3], "{told:?}");
    assert!(told[1] < told[0], "two weeks off were not foreseen: {told:?}");
    let sum: u64 = (1..4).map(|n| found["horizons"][n]["settled"].as_u64().unwrap()).sum();
    assert_eq!(sum, told[0]);
    // The day on which it was worked on last is the day on which it ended.
    let http = rows.iter().find(|row| row["key"] == json!("skill:http:1")).unwrap();
    let log = person.does("log.list", json!({ "item": "skill:http:1" }));
    assert_eq!(http["ended_on"], log["entries"][0]["record"]["on"]);
}

#[test]
fn what_was_left_out_or_done_otherwise_is_no_fault_of_the_forecast() {
    let person = Person::junior_at("2026-11-23T08:00+01:00[Europe/Paris]");
    person.does("forecast.keep", json!({}));
    let kept = || {
        let rows = person.does("forecast.calibration", json!({}))["rows"].take();
        rows.as_array().unwrap().clone()
    };
    let of = |key: &str| kept().into_iter().find(|row| row["key"] == json!(key));
    assert!(of("skill:agile:1").is_some());
    person.does("plan.drop", json!({ "key": "skill:agile:1", "dropped": true }));
    assert_eq!(of("skill:agile:1"), None);
    person.does("plan.done", json!({ "key": "skill:http:1", "done_on": "2026-11-23" }));
    // Claimed without a day: nobody knows when.
    person.does("skills.set", json!({ "skill": "git", "level": 1 }));
    person.clock_shows("2026-11-24T08:00+01:00[Europe/Paris]");
    person.does("forecast.keep", json!({}));
    assert_eq!(of("skill:http:1").unwrap()["ended_on"], json!("2026-11-23"));
    assert_eq!(of("skill:git:1").unwrap()["ended_on"], json!(null));
}
