//! The main job, the languages, refusals, the role model.

use crate::terminal::{json, junior, run, text};
use serde_json::Value;
use std::process::Command;

#[test]
fn the_whole_main_job_is_done_in_the_terminal() {
    let folder = junior();
    let folder = folder.path();
    assert!(json(folder, &["readiness", "--json"])["proven"]["total"].as_u64().unwrap() > 30);
    json(folder, &["--json", "skills", "set", "sql", "2"]);
    json(folder, &["skills", "evidence", "add", "sql", "--kind", "log", "--hours", "1.5", "--json"]);
    let why = json(folder, &["skills", "why", "sql", "--json"]);
    assert_eq!(why["row"]["claimed"], 2);
    assert_eq!(why["log_minutes"], 90);
    let plan = json(folder, &["plan", "build", "--json"]);
    assert!(plan["items"].as_array().unwrap().len() > 20);
    json(
        folder,
        &["certifications", "add", "py-pcep", "--stage", "booked", "--exam-on", "2027-02-01", "--json"],
    );
    json(folder, &["projects", "add", "Library API", "--status", "doing", "--skill", "python=2", "--json"]);
    assert_eq!(json(folder, &["projects", "list", "--json"])[0]["record"]["name"], "Library API");
    let history = json(folder, &["history", "--json"]);
    assert_eq!(history["rows"][0]["sentence"], "Added the project Library API");
    json(folder, &["undo", "--json"]);
    assert!(json(folder, &["projects", "list", "--json"]).as_array().unwrap().is_empty());
    json(folder, &["redo", "--json"]);
    assert_eq!(json(folder, &["projects", "list", "--json"]).as_array().unwrap().len(), 1);
}

#[test]
fn flags_are_accepted_anywhere() {
    let folder = tempfile::tempdir().unwrap();
    let dir = folder.path().to_str().unwrap();
    let elsewhere = tempfile::tempdir().unwrap();
    assert!(run(elsewhere.path(), &["init", "--data-dir", dir, "--example"]).status.success());
    let first =
        text(&run(elsewhere.path(), &["--data-dir", dir, "--json", "--lang", "fr", "skills", "why", "sql"]));
    let last =
        text(&run(elsewhere.path(), &["skills", "why", "sql", "--lang", "fr", "--json", "--data-dir", dir]));
    assert_eq!(first, last);
    let french: Value = serde_json::from_str(&first).unwrap();
    assert!(french["group"]["name"].as_str().unwrap().contains("onnées"), "{}", french["group"]["name"]);
    assert!(std::fs::read_dir(elsewhere.path()).unwrap().next().is_none(), "nothing was written elsewhere");
}

#[test]
fn every_human_answer_comes_in_both_languages() {
    let folder = tempfile::tempdir().unwrap();
    assert!(run(folder.path(), &["init", "--example"]).status.success());
    for args in [
        &["readiness"][..],
        &["gap"],
        &["skills", "list"],
        &["skills", "why", "postgresql"],
        &["plan", "show"],
        &["today"],
        &["certifications", "list"],
        &["certifications", "catalogue"],
        &["projects", "list"],
        &["history"],
        &["target", "show"],
        &["role", "list", "missions"],
    ] {
        let answers: Vec<String> = ["en", "fr"]
            .iter()
            .map(|lang| text(&run(folder.path(), &[args, &["--lang", lang]].concat())))
            .collect();
        assert_ne!(answers[0], answers[1], "{args:?}");
        assert!(!answers.concat().contains("cli_"), "{args:?}: {answers:?}");
    }
}

#[test]
fn what_is_refused_exits_with_1_and_what_is_misspelt_with_2() {
    let folder = junior();
    let refused = run(folder.path(), &["skills", "set", "nobody", "2", "--json", "--lang", "fr"]);
    assert_eq!(refused.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&refused.stderr).starts_with("Aucune compétence"));
    let error: Value = serde_json::from_slice(&refused.stdout).unwrap();
    assert_eq!(error["code"], "skill.unknown");
    for args in [
        &["skills", "set", "sql", "6"][..],
        &["skills", "set", "sql", "-1"],
        &["target", "set", "--rung", "nobody"],
        &["target", "set", "--ready-by", "2027-02-30"],
        &["init", "--rung", "junior"],
        &["plan", "hours", "0"],
        &["plan", "hours", "500"],
        &["plan", "solve", "/nowhere/problem.json"],
        &["call", "skills.set", "{"],
        &["call", "nobody.knows"],
        &["certifications", "add", "no-such-id"],
        &["projects", "add", "x", "--link", "javascript:alert(1)"],
        &["skills", "evidence", "add", "sql", "--kind", "log"],
    ] {
        let output = run(folder.path(), args);
        assert_eq!(output.status.code(), Some(1), "{args:?}: {}", text(&output));
        assert!(!output.stderr.is_empty() && output.stdout.is_empty(), "{args:?}");
    }
    for args in [
        &["nobody"][..],
        &["skills"],
        &["role", "list", "nobody"],
        &["--lang", "de", "gap"],
        &["plan", "hours", "many"],
    ] {
        assert_eq!(run(folder.path(), args).status.code(), Some(2), "{args:?}");
    }
}

#[test]
fn nothing_is_made_where_there_is_no_profile() {
    let place = tempfile::tempdir().unwrap();
    let folder = place.path().join("none");
    let output = run(&folder, &["skills", "list", "--json"]);
    assert_eq!(output.status.code(), Some(1));
    let error: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(error["code"], "store.no_profile");
    assert!(!folder.exists());
    for args in
        [&["role", "sources", "--json"][..], &["role", "list", "missions", "--json"], &["commands", "--json"]]
    {
        assert!(!json(&folder, args).as_array().unwrap().is_empty(), "{args:?}");
    }
    assert!(!folder.exists());
}

#[test]
fn every_kind_of_the_role_can_be_listed() {
    let folder = tempfile::tempdir().unwrap();
    for kind in [
        "missions",
        "skills",
        "groups",
        "people",
        "education",
        "certifications",
        "certification-families",
        "practice",
        "rungs",
        "choices",
        "stacks",
        "pay",
        "pay-factors",
        "context",
        "sources",
        "disagreements",
        "omitted",
    ] {
        let rows = json(folder.path(), &["role", "list", kind, "--json"]);
        assert!(
            rows.as_array().unwrap().iter().all(|row| row.is_object())
                && !rows.as_array().unwrap().is_empty(),
            "{kind}"
        );
    }
    let sources = json(folder.path(), &["role", "sources", "--json"]);
    for row in sources.as_array().unwrap() {
        for key in ["id", "text", "source", "document", "quote"] {
            assert!(row[key].as_str().is_some_and(|text| !text.is_empty()), "{key}: {row}");
        }
    }
}

#[test]
fn a_plan_problem_from_a_file_is_solved() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("problem.json");
    let problem = |item: &str| {
        let calendar = r#"{ "weekly_minutes": [60,60,60,60,60,0,0] }"#;
        std::fs::write(
            &file,
            format!(r#"{{ "start": "2027-01-04", "calendar": {calendar}, "items": [{item}] }}"#),
        )
        .unwrap();
    };
    problem(r#"{ "id": "a", "minutes": 90 }"#);
    let schedule = json(folder.path(), &["plan", "solve", file.to_str().unwrap(), "--json"]);
    assert_eq!(schedule["finish"], "2027-01-05");
    assert_eq!(schedule["sessions"].as_array().unwrap().len(), 2);
    problem(r#"{ "id": "a", "minutes": 90, "due": "2027-02-30" }"#);
    let output = run(folder.path(), &["plan", "solve", file.to_str().unwrap(), "--json"]);
    assert_eq!(output.status.code(), Some(1));
    let error: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert!(error["args"]["path"].as_str().unwrap().contains("items[0].due"), "{error}");
}

#[test]
fn numbers_that_no_week_has_are_refused_and_those_that_are_none_are_misspelt() {
    let place = tempfile::tempdir().unwrap();
    let folder = place.path().join("new");
    let init =
        |hours: &str| run(&folder, &["init", "--rung", "junior", "--weekly-hours", hours]).status.code();
    assert_eq!(init("nan"), Some(2));
    assert_eq!(init("-5"), Some(1));
    assert_eq!(run(&folder, &["plan", "hours", "-5"]).status.code(), Some(1));
    assert_eq!(run(&folder, &["certifications", "add", "x", "--cost", "inf"]).status.code(), Some(2));
}

#[test]
fn a_plan_problem_without_time_is_refused_for_what_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("problem.json");
    let week = "[0,0,0,0,0,0,0]";
    let problem = format!(
        r#"{{ "start": "2027-01-04", "calendar": {{ "weekly_minutes": {week} }}, "items": [{{ "id": "a", "minutes": 9 }}] }}"#
    );
    std::fs::write(&file, problem).unwrap();
    let output = run(folder.path(), &["plan", "solve", file.to_str().unwrap(), "--json"]);
    assert_eq!(output.status.code(), Some(1));
    let error: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(error["code"], "plan.no_capacity");
}

#[cfg(target_os = "linux")]
#[test]
fn an_answer_that_cannot_be_written_is_no_success() {
    let folder = junior();
    let full = std::fs::File::options().write(true).open("/dev/full").unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_groundwork-cli"));
    let status = command.arg("--data-dir").arg(folder.path()).args(["gap", "--json"]).stdout(full).status();
    assert_eq!(status.unwrap().code(), Some(1));
}

#[test]
fn a_report_is_shown_and_saved_word_for_word() {
    let folder = junior();
    let saved = folder.path().join("report.txt");
    let file = saved.to_str().unwrap();
    let shown = text(&run(folder.path(), &["report", "--save", file]));
    assert!(shown.contains("Settings of the connections"), "{shown}");
    assert_eq!(std::fs::read_to_string(&saved).unwrap().trim_end(), shown.trim_end());
    assert!(!run(folder.path(), &["report", "--save", file]).status.success(), "nothing is replaced");
    // Without data there is a report all the same.
    let empty = tempfile::tempdir().unwrap();
    assert!(text(&run(empty.path(), &["report"])).contains("not open (store.no_profile)"));
    assert_eq!(std::fs::read_dir(empty.path()).unwrap().count(), 0);
}
