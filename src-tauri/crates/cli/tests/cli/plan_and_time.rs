//! The timer, the log, changes of the plan, forecasts, scenarios, reviews, plan problems.

use crate::terminal::{at, json, json_at, junior, refused, run, says, solve, text};
use serde_json::Value;

#[test]
fn a_timer_outlives_the_program_and_crosses_midnight() {
    let folder = junior();
    let folder = folder.path();
    let started = json_at("2026-11-20T18:30+01:00", folder, &["timer", "start", "skill:sql:1"]);
    assert_eq!((&started["running"], &started["seconds"]), (&Value::Bool(true), &0.into()));
    let other = at("2026-11-20T18:40+01:00", folder, &["timer", "start", "skill:git:1"]);
    assert_eq!(other.status.code(), Some(1));
    let said = text(&at("2026-11-20T18:45+01:00", folder, &["timer", "show"]));
    assert!(said.contains("15\u{a0}min, running; started on 20 November 2026 at 18:30."), "{said}");
    let paused = json_at("2026-11-20T19:15+01:00", folder, &["timer", "pause"]);
    assert_eq!((&paused["running"], &paused["seconds"]), (&Value::Bool(false), &2700.into()));
    assert_eq!(json_at("2026-11-20T23:49+01:00", folder, &["timer", "show"])["seconds"], 2700);
    json_at("2026-11-20T23:50+01:00", folder, &["timer", "resume"]);
    let stopped = json_at("2026-11-21T00:20+01:00", folder, &["timer", "stop", "--note", "joins"]);
    assert_eq!(stopped["minutes"], 75);
    let entries: Vec<(String, u64)> = stopped["entries"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| {
            (row["record"]["on"].as_str().unwrap().to_owned(), row["record"]["minutes"].as_u64().unwrap())
        })
        .collect();
    assert_eq!(entries, [("2026-11-20".to_owned(), 55), ("2026-11-21".to_owned(), 20)]);
    assert!(json_at("2026-11-21T00:21+01:00", folder, &["timer", "show"]).is_null());
    let none = at("2026-11-21T00:21+01:00", folder, &["timer", "stop", "--lang", "fr"]);
    assert_eq!(none.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&none.stderr).contains("hronomètre"));
}

#[test]
fn a_timer_measures_the_hour_that_comes_twice() {
    let folder = junior();
    let folder = folder.path();
    json_at("2026-10-25T01:30+02:00", folder, &["timer", "start", "--skill", "sql"]);
    // 01:30 summer time to 03:30 winter time: three hours.
    let stopped = json_at("2026-10-25T03:30+01:00", folder, &["timer", "stop"]);
    assert_eq!(stopped["minutes"], 180);
    assert_eq!(stopped["entries"][0]["began_at"], "01:30");
    assert_eq!(stopped["entries"][0]["ended_at"], "03:30");
}

#[test]
fn a_clock_that_was_set_back_is_named_and_the_minutes_can_be_said() {
    let folder = junior();
    let folder = folder.path();
    json_at("2026-11-20T18:30+01:00", folder, &["timer", "start", "skill:sql:1"]);
    let said = text(&at("2026-11-20T17:00+01:00", folder, &["timer", "show", "--lang", "fr"]));
    assert!(said.contains("L’horloge a été reculée"), "{said}");
    assert_eq!(at("2026-11-20T17:00+01:00", folder, &["timer", "stop"]).status.code(), Some(1));
    let stopped = json_at("2026-11-20T17:00+01:00", folder, &["timer", "stop", "--minutes", "40"]);
    assert_eq!(stopped["minutes"], 40);
    json_at("2026-11-20T19:00+01:00", folder, &["timer", "start", "--skill", "sql"]);
    let switched = json_at("2026-11-20T19:30+01:00", folder, &["timer", "start", "skill:git:1", "--switch"]);
    assert_eq!(switched["item"], "skill:git:1");
    assert!(json_at("2026-11-20T19:40+01:00", folder, &["timer", "discard"]).is_null());
    assert_eq!(json_at("2026-11-20T19:41+01:00", folder, &["log", "list"])["minutes"], 70);
}

#[test]
fn time_is_logged_corrected_listed_and_removed() {
    let folder = junior();
    let folder = folder.path();
    let added = json(folder, &["log", "add", "skill:sql:1", "--time", "1h30", "--note", "joins", "--json"]);
    let id = added[0]["record"]["id"].as_str().unwrap();
    assert_eq!(added[0]["record"]["minutes"], 90);
    let changed = json(folder, &["log", "change", id, "--minutes", "60", "--json"]);
    let record = &changed[0]["record"];
    assert_eq!((&record["minutes"], &record["note"]), (&60.into(), &"joins".into()), "the note stays");
    let night =
        ["log", "add", "--skill", "sql", "--from", "22:30", "--to", "00:15", "--on", "2026-11-18", "--json"];
    let night = json(folder, &night);
    assert_eq!((&night[0]["record"]["minutes"], &night[1]["record"]["minutes"]), (&90.into(), &15.into()));
    assert_eq!(json(folder, &["log", "list", "--json"])["minutes"], 165);
    assert_eq!(json(folder, &["log", "list", "--item", "skill:sql:1", "--json"])["minutes"], 60);
    assert_eq!(json(folder, &["log", "list", "--to", "2026-11-18", "--json"])["minutes"], 90);
    let listed = says(folder, &["log", "list", "--lang", "fr"]);
    assert!(listed.contains("22:30–00:00") && listed.contains("En tout : 2 h 45"), "{listed}");
    assert!(json(folder, &["log", "remove", id, "--json"]).is_null());
    assert_eq!(refused(folder, &["log", "remove", id])["code"], "record.unknown");
    assert_eq!(refused(folder, &["log", "add", "skill:sql:1"])["code"], "log.no_time");
    assert_eq!(refused(folder, &["log", "add", "--minutes", "5"])["code"], "log.nothing");
    assert_eq!(refused(folder, &["log", "add", "skill:sql:1", "--time", "90"])["code"], "terminal.value");
    let tomorrow = ["log", "add", "skill:sql:1", "--minutes", "5", "--on", "2026-11-21"];
    assert_eq!(refused(folder, &tomorrow)["code"], "log.future");
    for args in [
        &["log", "add", "skill:sql:1", "--minutes", "5", "--time", "1h"][..],
        &["log", "add", "skill:sql:1", "--from", "10:00"],
        &["timer", "stop", "--minutes", "-5"],
    ] {
        assert_eq!(run(folder, args).status.code(), Some(2), "{args:?}");
    }
}

#[test]
fn what_is_done_to_an_item_says_what_it_did_to_the_plan() {
    let folder = junior();
    let folder = folder.path();
    let plan = json(folder, &["plan", "build", "--json"]);
    let last = plan["items"].as_array().unwrap().last().unwrap()["key"].as_str().unwrap().to_owned();
    let effect = json(folder, &["plan", "move", &last, "2030-01-07", "--json"]);
    assert_eq!(effect["former_finish"], plan["finish"]);
    assert!(effect["finish"].as_str().unwrap() >= "2030-01-07", "{effect}");
    let said = says(folder, &["plan", "move", &last, "--free"]);
    assert!(said.starts_with("The plan now ends on ") && said.contains(" days earlier."), "{said}");
    let said = says(folder, &["plan", "defer", &last, "52", "--lang", "fr"]);
    assert!(said.starts_with("Le plan finit maintenant le ") && said.contains("jours plus tard."), "{said}");
    json(folder, &["undo", "--json"]);
    for args in [
        &["plan", "place", "skill:sql:1", "--first"][..],
        &["plan", "place", "skill:sql:1", "--ahead-of", "skill:git:1"],
        &["plan", "place", "skill:sql:1", "--last"],
        &["plan", "place", "skill:sql:1", "--free"],
        &["plan", "pin", "skill:sql:1", "2026-12-19", "60"],
        &["plan", "pin", "skill:sql:1", "2026-12-20", "60", "--from", "2026-12-19"],
        &["plan", "unpin", "skill:sql:1"],
        &["plan", "split", "skill:sql:1", "60"],
        &["plan", "split", "skill:sql:1", "--join"],
        &["plan", "drop", "skill:git:1"],
        &["plan", "drop", "skill:git:1", "--back"],
        &["plan", "done", "skill:git:1"],
        &["plan", "done", "skill:git:1", "--not"],
    ] {
        let effect = json(folder, &[args, &["--json"]].concat());
        assert!(effect["finish"].is_string(), "{args:?}: {effect}");
    }
    let plan = json(folder, &["plan", "show", "--json"]);
    assert_eq!(plan["finish"], json(folder, &["forecast", "show", "--json"])["planned"]);
    let project = json(folder, &["plan", "take-up", &last, "complete-application", "Library API", "--json"]);
    let projects = json(folder, &["projects", "list", "--json"]);
    assert_eq!(projects[0]["record"]["id"], project["project"]);
    assert_eq!(refused(folder, &["plan", "drop", "nobody"])["code"], "plan.unknown_item");
    assert_eq!(refused(folder, &["plan", "defer", "skill:sql:1", "53"])["code"], "input.range");
    // A Wednesday, which has no hours in the usual week.
    assert_eq!(
        refused(folder, &["plan", "pin", "skill:sql:1", "2026-12-16", "60"])["code"],
        "plan.pin_closed_day"
    );
    assert_eq!(
        refused(folder, &["plan", "done", "skill:sql:1", "--on", "2026-11-21"])["code"],
        "date.future"
    );
    for args in [
        &["plan", "move", "skill:sql:1"][..],
        &["plan", "move", "skill:sql:1", "2027-01-01", "--free"],
        &["plan", "place", "skill:sql:1"],
        &["plan", "place", "skill:sql:1", "--first", "--last"],
        &["plan", "split", "skill:sql:1"],
        &["plan", "done", "skill:sql:1", "--on", "2026-11-20", "--not"],
    ] {
        assert_eq!(run(folder, args).status.code(), Some(2), "{args:?}");
    }
}

#[test]
fn missed_dates_and_what_was_set_aside_are_said() {
    let folder = junior();
    let folder = folder.path();
    let exam = ["certifications", "add", "py-pcep", "--stage", "booked", "--exam-on", "2027-02-01"];
    assert!(run(folder, &exam).status.success());
    let plan = json(folder, &["plan", "show", "--json"]);
    let mut keys = plan["items"].as_array().unwrap().iter().map(|item| item["key"].as_str().unwrap());
    let preparation = keys.find(|key| key.starts_with("certification:")).unwrap().to_owned();
    let said = says(folder, &["plan", "move", &preparation, "2027-02-08"]);
    // The revision and the mock exams, each due on the day before.
    assert!(said.contains("; 2 dates are missed."), "{said}");
    let french = says(folder, &["plan", "move", &preparation, "--free", "--lang", "fr"]);
    assert!(french.contains(" ; toutes les échéances sont de nouveau tenues."), "{french}");
    says(folder, &["plan", "drop", &preparation]);
    let said = says(folder, &["plan", "show"]);
    assert!(said.contains(&format!("{preparation}  left out")), "{said}");
}

#[test]
fn the_settings_of_the_plan_keep_what_is_not_named() {
    let folder = junior();
    let folder = folder.path();
    let set = [
        "plan",
        "settings",
        "--week",
        "60,60,60,60,60,0,0",
        "--focus",
        "none",
        "--most-a-day",
        "45",
        "--json",
    ];
    let settings = json(folder, &set);
    assert_eq!(settings["weekly_minutes"][4], 60);
    assert!(settings["focus_limit"].is_null());
    for country in ["fr", "be", "lu", "de", "ch", "it", "es"] {
        let settings = json(folder, &["plan", "settings", "--holidays", country, "--json"]);
        assert_eq!(settings["holidays"], country);
        assert_eq!(settings["max_item_minutes_per_day"], 45);
    }
    let said = says(folder, &["plan", "settings", "--holidays", "none", "--lang", "fr"]);
    assert!(said.starts_with("Une semaine, dès le lundi : 5 h (1 h, 1 h,"), "{said}");
    assert!(said.contains("sans limite") && said.contains("Jours fériés libres : aucun"), "{said}");
    assert_eq!(refused(folder, &["plan", "settings", "--holidays", "us"])["code"], "plan.holidays");
    assert_eq!(refused(folder, &["plan", "settings", "--week", "60,60"])["code"], "terminal.value");
    assert_eq!(refused(folder, &["plan", "settings", "--week", "0,0,0,0,0,0,0"])["code"], "plan.no_time");
    assert_eq!(refused(folder, &["plan", "settings", "--hours-a-week", "400"])["code"], "input.hours");
    assert_eq!(refused(folder, &["plan", "settings", "--focus", "many"])["code"], "terminal.value");
}

#[test]
fn the_forecast_says_how_sure_it_is() {
    let folder = junior();
    let folder = folder.path();
    let exam = ["certifications", "add", "py-pcep", "--stage", "booked", "--exam-on", "2027-02-01"];
    assert!(run(folder, &exam).status.success());
    let said = says(folder, &["forecast", "show"]);
    assert!(said.starts_with("The whole plan: with even odds by "), "{said}");
    assert!(said.contains("Chance to be ready by 1 November 2027: "), "{said}");
    assert!(said.contains("It rests on our estimates alone: no finished item"), "{said}");
    assert!(said.contains("Exam        Left before it"), "{said}");
    let french = says(folder, &["forecast", "show", "--lang", "fr"]);
    assert!(french.starts_with("Tout le plan : une chance sur deux d’ici le "), "{french}");
    assert_eq!(json(folder, &["forecast", "show", "--json"]), json(folder, &["forecast", "show", "--json"]));
    assert!(says(folder, &["forecast", "calibration"]).contains("No forecast was kept yet."));
    assert_eq!(json(folder, &["forecast", "keep", "--json"])["kept"], true);
    assert_eq!(json(folder, &["forecast", "keep", "--json"])["kept"], false);
    let kept = says(folder, &["forecast", "calibration"]);
    assert!(kept.contains("since 20 November 2026.") && kept.contains("still open"), "{kept}");
}

#[test]
fn scenarios_stand_beside_the_plan_until_one_is_taken() {
    let folder = junior();
    let folder = folder.path();
    let tried = json(folder, &["scenario", "try", "--hours-a-week", "20", "--json"]);
    assert!(tried["difference"]["finish_days"].as_i64().unwrap() < 0, "{}", tried["difference"]);
    let said = says(folder, &["scenario", "try", "--hours-a-week", "20", "--lang", "fr"]);
    assert!(said.contains("20 h par semaine") && said.contains("jours plus tôt."), "{said}");
    let save = [
        "scenario",
        "save",
        "--name",
        "More",
        "--week",
        "120,120,120,120,120,0,0",
        "--without",
        "skill:git:1",
        "skill:http:1",
        "--due",
        "skill:sql:1=2027-03-01:hard",
        "--json",
    ];
    let saved = json(folder, &save);
    let id = saved["record"]["id"].as_str().unwrap();
    assert_eq!(saved["record"]["items"].as_array().unwrap().len(), 3);
    assert_eq!(saved["record"]["items"][2]["due_kind"], "hard");
    let changed = json(folder, &["scenario", "save", "--id", id, "--ready-by", "2028-06-01", "--json"]);
    assert_eq!(changed["record"]["name"], "More");
    assert_eq!(changed["record"]["items"], saved["record"]["items"]);
    assert_eq!(changed["record"]["weekly_minutes"], saved["record"]["weekly_minutes"]);
    let listed = says(folder, &["scenario", "list"]);
    assert!(listed.contains("as it is") && listed.contains("More"), "{listed}");
    let effect = says(folder, &["scenario", "take", id]);
    assert!(effect.starts_with("The plan now ends on "), "{effect}");
    assert_eq!(json(folder, &["plan", "show", "--json"])["weekly_minutes"], 600);
    assert!(json(folder, &["scenario", "list", "--json"])["scenarios"].as_array().unwrap().is_empty());
    json(folder, &["undo", "--json"]);
    assert!(json(folder, &["scenario", "remove", id, "--json"]).is_null());
    assert_eq!(refused(folder, &["scenario", "take", id])["code"], "record.unknown");
    assert_eq!(refused(folder, &["scenario", "try"])["code"], "scenario.nothing");
    assert_eq!(refused(folder, &["scenario", "try", "--due", "skill:sql:1"])["code"], "terminal.value");
    assert_eq!(refused(folder, &["scenario", "try", "--hours-a-week", "-3"])["code"], "input.hours");
    for hours in ["11", "12", "13", "14"] {
        json(folder, &["scenario", "save", "--hours-a-week", hours, "--json"]);
    }
    assert_eq!(refused(folder, &["scenario", "save", "--hours-a-week", "15"])["code"], "scenario.too_many");
}

#[test]
fn a_week_is_looked_back_on_and_closed_with_one_choice() {
    let folder = junior();
    let folder = folder.path();
    json(folder, &["forecast", "keep", "--json"]);
    json(folder, &["log", "add", "skill:sql:1", "--minutes", "90", "--on", "2026-11-19", "--json"]);
    let shown = says(folder, &["review", "show"]);
    assert!(shown.contains("1 h 30 done.") && shown.contains("--keep"), "{shown}");
    let french = says(folder, &["review", "show", "--lang", "fr"]);
    assert!(
        french.starts_with("Semaine du 16 novembre 2026.") && french.contains("Fait : 1 h 30."),
        "{french}"
    );
    // Begun today, there is nothing to look back on yet; the example has.
    assert!(!says(folder, &["today"]).contains("waits for its review"));
    let example = tempfile::tempdir().unwrap();
    assert!(run(example.path(), &["init", "--example"]).status.success());
    assert!(says(example.path(), &["today"]).contains("waits for its review"));
    assert_eq!(run(folder, &["review", "close"]).status.code(), Some(2));
    assert_eq!(run(folder, &["review", "close", "--keep", "--lighter", "60"]).status.code(), Some(2));
    assert_eq!(refused(folder, &["review", "close", "--first", "nobody"])["code"], "plan.unknown_item");
    let closed = json(folder, &["review", "close", "--hours", "7.5", "--note", "tired", "--json"]);
    assert_eq!(closed["closed"]["choice"]["weekly_minutes"], 450);
    assert_eq!(json(folder, &["plan", "show", "--json"])["weekly_minutes"], 450);
    assert_eq!(
        refused(folder, &["review", "close", "--week", "2026-11-18", "--keep"])["code"],
        "review.closed"
    );
    for choice in
        [&["--lighter", "120"][..], &["--first", "skill:sql:1"], &["--ready-by", "2028-06-01"], &["--keep"]]
    {
        json(folder, &["undo", "--json"]);
        let close = ["review", "close", "--week", "2026-11-16", "--json"];
        assert!(json(folder, &[&close, choice].concat())["closed"].is_object(), "{choice:?}");
    }
    assert_eq!(
        refused(folder, &["review", "close", "--week", "2026-11-25", "--keep"])["code"],
        "review.too_early"
    );
}

#[test]
fn new_answers_come_in_both_languages() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    assert!(run(folder, &["init", "--example"]).status.success());
    run(folder, &["forecast", "keep"]);
    run(folder, &["timer", "start", "--skill", "sql"]);
    run(folder, &["scenario", "save", "--hours-a-week", "12", "--name", "More"]);
    for args in [
        &["plan", "settings"][..],
        &["timer", "show"],
        &["log", "list"],
        &["forecast", "show"],
        &["forecast", "calibration"],
        &["forecast", "keep"],
        &["scenario", "list"],
        &["scenario", "try", "--hours-a-week", "3"],
        &["scenario", "try", "--due", "proof:sql:2=2028-01-03"],
        &["review", "show"],
        &["today"],
    ] {
        let answers = ["en", "fr"].map(|lang| says(folder, &[args, &["--lang", lang]].concat()));
        assert_ne!(answers[0], answers[1], "{args:?}");
        assert!(
            !answers.concat().contains("cli_") && !answers.concat().contains('{'),
            "{args:?}: {answers:?}"
        );
    }
}

#[test]
fn a_bad_plan_problem_is_refused_with_the_path_of_the_field_at_fault() {
    let with = |items: &str| {
        format!(
            r#"{{ "start": "2027-01-04", "calendar": {{ "weekly_minutes": [60,60,60,60,60,0,0] }}, "items": [{items}] }}"#
        )
    };
    let item = |fields: &str| with(&format!(r#"{{ "id": "a", "minutes": 90, {fields} }}"#));
    for (problem, code, path) in [
        ("{".to_owned(), "file.json", "-"),
        (with("").replace("\"items\"", "\"colour\": 1, \"items\""), "command.params", "colour"),
        (item(r#""colour": 1"#), "command.params", "items[0].colour"),
        (item(r#""due": 5"#), "command.params", "items[0].due"),
        (with(r#"{ "id": "a", "minutes": "90" }"#), "command.params", "items[0].minutes"),
        (with(r#"{ "id": "a", "minutes": -1 }"#), "command.params", "items[0].minutes"),
        (item(r#""after": ["a"]"#), "plan.cycle", "items"),
        (
            item(r#""after": ["b"]"#)
                .replace("] }] }", r#"] }, { "id": "b", "minutes": 9, "after": ["a"] }] }"#),
            "plan.cycle",
            "items",
        ),
        (item(r#""after": ["nobody"]"#), "plan.unknown_item", "items[0].after[0]"),
        (
            with(r#"{ "id": "a", "minutes": 9 }, { "id": "a", "minutes": 9 }"#),
            "plan.duplicate_id",
            "items[1].id",
        ),
        (item(r#""weight": 0"#), "plan.weight_range", "items[0].weight"),
        (item(r#""weight": 11"#), "plan.weight_range", "items[0].weight"),
        (with("").replace("[60,60,", "[60,1441,"), "plan.weekday_range", "calendar.weekly_minutes[1]"),
        (
            item(r#""pinned": [{ "date": "2027-01-09", "minutes": 30 }]"#),
            "plan.pin_over_capacity",
            "items[0].pinned[0]",
        ),
    ] {
        let output = solve(&problem);
        assert_eq!(output.status.code(), Some(1), "{problem}: {}", text(&output));
        let error: Value = serde_json::from_slice(&output.stdout).unwrap();
        assert_eq!(error["code"], code, "{problem}: {error}");
        let named = error["args"]["path"].as_str().unwrap_or_default();
        // A self-dependency and a cycle may be named more exactly than by the list.
        assert!(if path == "items" { named.starts_with(path) } else { named == path }, "{problem}: {error}");
        assert!(!output.stderr.is_empty());
    }
}

#[test]
fn ten_thousand_items_are_solved_from_standard_input() {
    let items: Vec<String> = (0..10_000)
        .map(|i| {
            let after = if i < 30 { String::new() } else { format!("\"i{}\"", i - 1 - (i * 7) % 30) };
            format!(
                r#"{{ "id": "i{i}", "minutes": {}, "after": [{after}], "weight": {} }}"#,
                30 + i % 90,
                1 + i % 10
            )
        })
        .collect();
    let week = r#"{ "weekly_minutes": [480,480,480,480,480,480,480] }"#;
    let output =
        solve(&format!(r#"{{ "start": "2027-01-04", "calendar": {week}, "items": [{}] }}"#, items.join(",")));
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let schedule: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(schedule["items"].as_array().unwrap().len(), 10_000);
    let minutes = schedule["sessions"].as_array().unwrap().iter().map(|it| it["minutes"].as_u64().unwrap());
    assert_eq!(minutes.sum::<u64>(), (0..10_000).map(|i| 30 + i % 90).sum::<u64>());
}
