//! What a person does, from the first start on.

use groundwork_tests::program::{AREAS, Home, PLACES, Program};
use serde_json::{Value, json};

/// The level that a person claims in a skill.
fn claimed(program: &Program, skill: &str) -> Value {
    program.call("skills.show", json!({ "skill": skill }))["row"]["claimed"].clone()
}

/// Through the three steps of the first start: a rung, a stack, some levels, hours a week.
fn begin(program: &Program) {
    program.click_on("rung-junior");
    let stack = "return document.querySelector('[data-testid^=stack-]:not([data-testid=stack-none])')";
    program.click_found("the first stack", stack);
    program.click_on("start-next");
    program.click_found(
        "level 2 of the first question",
        "return document.querySelectorAll('[data-row] label')[2]",
    );
    program.click_on("start-next");
    program.settle();
    program.click_on("start-next");
    program.wait("the page of today", |p| p.driver.address().map(|address| address.contains("#/today")));
    program.settle();
}

#[test]
fn from_the_first_start_to_a_plan_that_is_there_after_a_restart() {
    let program = Program::first_start();
    begin(&program);
    let plan = program.call("plan.show", json!({}));
    let items = plan["items"].as_array().map_or(0, Vec::len);
    assert!(items > 10, "the plan has items: {items}");
    let program = program.restart();
    assert_eq!(program.call("plan.show", json!({}))["items"].as_array().map_or(0, Vec::len), items);
    program.visit("plan");
    let first =
        program.js("return document.querySelector('main').innerText.length > 400", json!([])).unwrap();
    assert_eq!(first, json!(true), "the page shows the plan");
}

#[test]
fn a_level_that_was_set_is_undone_with_a_key_and_kept_over_a_restart() {
    let program = Program::first_start();
    begin(&program);
    program.driver.go_to_hash("#/skills?show=all&view=table").unwrap();
    program.settle();
    let skill = "sql";
    let before = claimed(&program, skill);
    program.click_on(&format!("row-{skill}"));
    program.settle();
    program.driver.press(&["4"]).unwrap();
    program.wait("the level to be kept", |p| Ok(claimed(p, skill) == json!(4)));
    program.driver.press(&["\u{E009}", "z"]).unwrap();
    program.wait("the level to be undone", |p| Ok(claimed(p, skill) == before));
    program.driver.press(&["4"]).unwrap();
    program.wait("the level to be kept again", |p| Ok(claimed(p, skill) == json!(4)));
    let program = program.restart();
    assert_eq!(claimed(&program, skill), json!(4));
    // What was done before the restart can still be undone after it.
    program.click("button", "Undo");
    program.wait("the level to be undone after the restart", |p| Ok(claimed(p, skill) == before));
}

#[test]
fn a_change_from_the_terminal_shows_in_the_open_window() {
    let program = Program::first_start();
    begin(&program);
    program.visit("today");
    program.js("window.changed = 0", json!([])).unwrap();
    program
        .driver
        .run_async(
            "const seen = window.__TAURI_INTERNALS__.transformCallback(() => window.changed++);\
             await window.__TAURI_INTERNALS__.invoke('plugin:event|listen', { event: 'changed', target: { kind: 'Any' }, handler: seen })",
            json!([]),
        )
        .unwrap();
    let heard =
        |p: &Program| p.js("return window.changed", json!([])).map(|count| count.as_u64().unwrap_or(0));
    // The window's own changes are no news to it.
    program.call("skills.set", json!({ "skill": "sql", "level": 3 }));
    std::thread::sleep(std::time::Duration::from_millis(1600));
    assert_eq!(heard(&program).unwrap(), 0);
    let elsewhere = groundwork_tests::elsewhere(&program.data);
    elsewhere.dispatch("skills.set", json!({ "skill": "sql", "level": 1 })).unwrap();
    program.wait("the news of the change", |p| Ok(heard(p)? == 1));
    assert_eq!(claimed(&program, "sql"), json!(1));
}

#[test]
fn the_language_switches_at_once_and_is_kept() {
    let program = Program::start(Home::example("en", "light"));
    program.visit("skills");
    program.see("Skills");
    program.visit("settings");
    program.click("radio", "Français");
    program.see("Compétences");
    let language = "return document.documentElement.lang";
    assert_eq!(program.js(language, json!([])).unwrap(), json!("fr"));
    let program = program.restart();
    assert_eq!(program.js(language, json!([])).unwrap(), json!("fr"));
    program.see("Compétences");
}

#[test]
fn every_page_opens_in_both_languages_and_breaks_no_rule_of_the_window() {
    for language in ["en", "fr"] {
        let program = Program::start(Home::example(language, "light"));
        program.watch_rules();
        let pages = AREAS.map(|area| (area, area, None));
        for (name, address, view) in
            pages.into_iter().chain(PLACES.map(|(name, _, at, view)| (name, at, view)))
        {
            program.visit_place(address, view);
            let title =
                program.js("return document.querySelector('main h1')?.innerText ?? ''", json!([])).unwrap();
            assert!(title.as_str().is_some_and(|title| !title.is_empty()), "{language} {name} has no title");
            for (width, height) in [(900, 600), (1280, 800)] {
                program.driver.resize(width, height).unwrap();
                program.settle();
                let wide = program
                    .js("return [document.documentElement.scrollWidth > innerWidth, innerWidth]", json!([]));
                assert_eq!(wide.unwrap(), json!([false, width]), "{language} {name}: wider than the window");
            }
        }
        program.unbroken();
    }
}

#[test]
fn the_window_comes_back_where_and_as_large_as_it_was() {
    let program = Program::first_start();
    program.driver.resize(1010, 660).unwrap();
    let size = "return [innerWidth, innerHeight]";
    program.wait("the window to take its size", |p| Ok(p.js(size, json!([]))? == json!([1010, 660])));
    // The place is kept a moment after it changed, for the end may come by force, as it does here.
    std::thread::sleep(std::time::Duration::from_millis(1500));
    let program = program.restart();
    program.wait("the window to take its former size", |p| Ok(p.js(size, json!([]))? == json!([1010, 660])));
}
