//! What a person trusts the window with: backups, damaged data, the archive, the way through the history, two programs at once.

use groundwork_app::clock::Clock;
use groundwork_app::ports::MemoryPreferences;
use groundwork_app::{App, AppConfig, Origin};
use groundwork_tests::elsewhere;
use groundwork_tests::program::{Home, Program};
use serde_json::{Value, json};
use std::path::Path;

/// A terminal beside the window.
fn terminal(data: &Path) -> App {
    let today = groundwork_domain::Date::parse(groundwork_tests::TODAY).unwrap();
    App::start(AppConfig {
        data_dir: data.to_owned(),
        create: false,
        origin: Origin::Terminal,
        clock: Clock::Fixed(today),
        preferences: Box::new(MemoryPreferences::default()),
        desktop: None,
        cache_dir: None,
    })
    .unwrap()
}

fn claimed(program: &Program, skill: &str) -> Value {
    program.call("skills.show", json!({ "skill": skill }))["row"]["claimed"].clone()
}

fn claim(program: &Program, skill: &str, level: u8) {
    program.call("skills.set", json!({ "skill": skill, "level": level }));
}

/// Goes to a section of the settings and waits until the page no longer scrolls there.
fn go_to_section(program: &Program, section: &str) {
    program.go(&format!("#/settings/{section}"));
    let top = "return document.querySelector(arguments[0]).getBoundingClientRect().top";
    let place = json!([format!("[data-testid=section-{section}]")]);
    let last = std::cell::RefCell::new(Value::Null);
    program.wait("the section to come to rest", |p| {
        let now = p.js(top, place.clone())?;
        std::thread::sleep(std::time::Duration::from_millis(150));
        Ok(last.replace(now.clone()) == now)
    });
}

#[test]
fn a_backup_is_looked_into_brought_back_and_the_way_back_is_open() {
    let program = Program::start(Home::junior());
    claim(&program, "sql", 2);
    go_to_section(&program, "backups");
    program.click_on("backup");
    program.wait("the backup to stand in the list", |p| {
        Ok(p.call("backup.list", json!({}))["rows"].as_array().is_some_and(|rows| !rows.is_empty()))
    });
    claim(&program, "sql", 4);
    program.visit("today");
    go_to_section(&program, "backups");
    program.click_on("backup-row");
    program.click_on("restore");
    program.wait("the backup to be brought back", |p| Ok(claimed(p, "sql") == json!(2)));
    program.settle();
    program.click_on("go-back");
    program.wait("what was there before", |p| Ok(claimed(p, "sql") == json!(4)));
    let program = program.restart();
    assert_eq!(claimed(&program, "sql"), json!(4));
}

#[test]
fn an_end_that_the_system_asks_for_is_an_end_as_it_should_be() {
    let program = Program::start(Home::junior());
    claim(&program, "sql", 2);
    program.driver.ask_to_end();
    let program = program.restart();
    assert_eq!(program.call("app.info", json!({}))["ended_badly"], json!(false));
    program.driver.kill();
    let program = program.restart();
    assert_eq!(program.call("app.info", json!({}))["ended_badly"], json!(true), "a kill is noticed");
    assert_eq!(claimed(&program, "sql"), json!(2));
}

#[test]
fn damaged_data_does_not_keep_the_window_shut_and_comes_back_from_a_backup() {
    let home = Home::junior();
    let aside = elsewhere(&home.data());
    aside.dispatch("skills.set", json!({ "skill": "sql", "level": 3 })).unwrap();
    aside.dispatch("backup.now", json!({})).unwrap();
    drop(aside);
    let database = home.data().join("groundwork.db");
    let mut bytes = std::fs::read(&database).unwrap();
    let half = bytes.len() / 2;
    bytes[half..].fill(0xA5);
    std::fs::write(&database, &bytes).unwrap();
    let program = Program::start(home);
    program.wait("the page that says what can be done", |p| {
        p.js("return !!document.querySelector('[data-testid=care-page]')", json!([]))
            .map(|there| there == json!(true))
    });
    program.settle();
    program.click_on("care-restore");
    program.settle();
    program.click_on("care-open");
    program.wait("the data to be open", |p| Ok(claimed(p, "sql") == json!(3)));
    program.settle();
    let kept = std::fs::read_dir(program.data.join("damaged")).unwrap().next().unwrap().unwrap();
    assert_eq!(std::fs::read(kept.path().join("groundwork.db")).unwrap(), bytes, "as it was, byte for byte");
    let program = program.restart();
    assert_eq!(claimed(&program, "sql"), json!(3));
}

#[test]
fn what_the_terminal_did_is_shown_within_a_second_and_not_taken_back_unasked() {
    let program = Program::start(Home::junior());
    program.go("#/history");
    let terminal = terminal(&program.data);
    terminal.dispatch("skills.set", json!({ "skill": "sql", "level": 4 })).unwrap();
    let begun = std::time::Instant::now();
    program.wait("the terminal's change on the page", |p| p.shows("SQL"));
    assert!(begun.elapsed() < std::time::Duration::from_secs(3), "{:?}", begun.elapsed());
    program.settle();
    program.driver.press(&["\u{E009}", "z"]).unwrap();
    program.wait("a word about who made it", |p| p.shows("in the terminal"));
    assert_eq!(claimed(&program, "sql"), json!(4), "nothing was taken back");
    program.click("button", "Take it back anyway");
    program.wait("the change to be taken back", |p| Ok(claimed(p, "sql") == json!(null)));
}

#[test]
fn one_goes_back_to_any_point_of_the_history_and_forth_again() {
    let program = Program::start(Home::junior());
    for level in 1..=4 {
        claim(&program, "sql", level);
    }
    program.visit("today");
    program.go("#/history");
    let history = program.call("history.list", json!({}));
    let seq = history["rows"][2]["seq"].as_i64().unwrap();
    program.click_on(&format!("past-{seq}"));
    program.settle();
    program.click_on("past-go");
    program.wait("the level of that point", |p| Ok(claimed(p, "sql") == json!(2)));
    let program = program.restart();
    assert_eq!(claimed(&program, "sql"), json!(2));
    program.go("#/history");
    let newest = history["rows"][0]["seq"].as_i64().unwrap();
    program.click_on(&format!("past-{newest}"));
    program.settle();
    program.click_on("past-go");
    program.wait("the newest level again", |p| Ok(claimed(p, "sql") == json!(4)));
}

#[test]
fn everything_is_taken_away_in_one_file_and_taken_in_again() {
    let home = Home::junior();
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("all.groundwork");
    home.picks_file(&file);
    elsewhere(&home.data()).dispatch("skills.set", json!({ "skill": "sql", "level": 3 })).unwrap();
    let program = Program::start(home);
    go_to_section(&program, "archive");
    program.click_on("archive-export");
    program.wait("the archive", |_| Ok(file.exists()));
    program.settle();
    // Another level here, so that the two differ; and a skill that is only in the archive.
    claim(&program, "sql", 1);
    program.visit("today");
    go_to_section(&program, "archive");
    program.click_on("archive-read");
    program.settle();
    program.click_found(
        "the choice of what is in the archive",
        "return [...document.querySelectorAll('[data-testid^=difference-] label')].at(-1)",
    );
    program.settle();
    program.click_on("archive-take");
    program.wait("what the archive holds", |p| Ok(claimed(p, "sql") == json!(3)));
    program.settle();
    program.driver.press(&["\u{E009}", "z"]).unwrap();
    program.wait("the import to be taken back", |p| Ok(claimed(p, "sql") == json!(1)));
    // A file that is none is refused, and nothing changes.
    std::fs::write(&file, b"PK\x03\x04 not an archive").unwrap();
    program.click_on("archive-read");
    program.wait("a refusal beside the button", |p| {
        p.js("return !!document.querySelector('[data-testid=archive-refused]')", json!([]))
            .map(|it| it == json!(true))
    });
    assert_eq!(claimed(&program, "sql"), json!(1));
}

#[test]
fn a_report_shows_what_it_holds_and_nothing_of_the_persons() {
    let home = Home::junior();
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("report.txt");
    home.picks_file(&file);
    elsewhere(&home.data())
        .dispatch("projects.save", json!({ "name": "Zaphod's bookings", "status": "doing" }))
        .unwrap();
    let program = Program::start(home);
    go_to_section(&program, "data");
    program.click_on("report-open");
    program.wait("the report", |p| p.shows("Records by kind"));
    let text = program.js("return document.querySelector('[data-testid=report-text]').innerText", json!([]));
    assert!(!text.unwrap().as_str().unwrap().contains("Zaphod"));
    program.click_on("report-save");
    program.wait("the saved report", |_| Ok(file.exists()));
    let saved = std::fs::read_to_string(&file).unwrap();
    assert!(saved.contains("schema") && !saved.contains("Zaphod"));
}

#[test]
fn a_check_of_everything_brings_a_lost_file_back() {
    let home = Home::junior();
    let aside = elsewhere(&home.data());
    let project = aside.dispatch("projects.save", json!({ "name": "Bookings", "status": "doing" })).unwrap();
    let file = json!({
        "owner": "project", "owner_id": project.value["record"]["id"], "name": "notes.txt", "base64": "SGVsbG8=",
    });
    let kept = aside.dispatch("attachments.add_bytes", file).unwrap().value;
    aside.dispatch("backup.now", json!({})).unwrap();
    drop(aside);
    let sha256 = kept["sha256"].as_str().unwrap();
    let path = home.data().join("attachments").join(&sha256[..2]).join(sha256);
    std::fs::remove_file(&path).unwrap();
    let program = Program::start(home);
    go_to_section(&program, "data");
    program.click_on("data-check");
    program.see("is back from a backup: notes.txt");
    assert_eq!(std::fs::read(path).unwrap(), b"Hello");
}
