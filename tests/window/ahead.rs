//! What lies ahead: the mends of a plan that is too full, the forecast, the week's review.

use groundwork_tests::program::{Home, Program};
use serde_json::{Value, json};

fn plan(program: &Program) -> Value {
    program.call("plan.show", json!({}))
}

fn scenarios(program: &Program) -> Vec<Value> {
    program.call("scenario.list", json!({}))["scenarios"].as_array().cloned().unwrap_or_default()
}

fn text_of(program: &Program, selector: &str) -> String {
    let body = "return document.querySelector(arguments[0])?.innerText ?? ''";
    let text = program.js(body, json!([selector])).unwrap();
    text.as_str().unwrap_or_default().replace(['\u{a0}', '\u{202f}'], " ")
}

#[test]
fn a_plan_that_is_too_full_is_mended_by_a_scenario_that_is_compared_taken_and_undone_at_once() {
    let program = Program::start(Home::begun(json!({ "ready_by": "2028-06-01" })));
    program.watch_rules();
    program.visit_place("plan", Some("timeline"));
    let before = plan(&program);
    assert_eq!(before["ready"]["met"], json!(false), "{}", before["ready"]);
    let needed = before["ready"]["weekly_minutes_needed"].as_u64().unwrap();

    program.click_on("mend-week");
    program.wait("the scenario to be kept", |p| Ok(scenarios(p).len() == 1));
    let kept = scenarios(&program);
    let id = kept[0]["record"]["id"].as_str().unwrap().to_owned();
    program.wait("the comparison", |p| Ok(p.driver.address()?.contains("what-if")));
    program.settle();
    assert_eq!(plan(&program), before, "a scenario changes nothing");
    // Beside today's plan: its hours, when it ends, and that this is earlier.
    let columns = "return document.querySelectorAll('[data-testid=whatif-table] thead th').length";
    assert_eq!(program.js(columns, json!([])).unwrap(), json!(2));
    assert!(kept[0]["outcome"]["weekly_minutes"].as_u64().unwrap() >= needed);
    assert!(kept[0]["difference"]["finish_days"].as_i64().unwrap() < 0);
    let table = text_of(&program, "[data-testid=whatif-table]");
    assert!(table.contains("earlier"), "{table}");

    program.click_on(&format!("take-{id}"));
    program.wait("the plan to take it", |p| Ok(plan(p)["ready"]["met"] == json!(true)));
    program.wait("the plan's page", |p| Ok(!p.driver.address()?.contains("what-if")));
    assert_eq!(plan(&program)["weekly_minutes"], kept[0]["outcome"]["weekly_minutes"]);
    assert_eq!(plan(&program)["finish"], kept[0]["outcome"]["finish"]);
    assert!(scenarios(&program).is_empty(), "what was taken is the plan");
    program.settle();
    program.press("Mod+Z");
    program.wait("the plan and the scenario to be back", |p| Ok(plan(p) == before && scenarios(p) == kept));
    program.wait("the mends to be offered again", |p| {
        p.js("return !!document.querySelector('[data-testid=mend-week]')", json!([]))
            .map(|so| so == json!(true))
    });
    program.unbroken();
}

#[test]
fn the_forecast_of_a_fresh_plan_says_that_it_rests_on_estimates() {
    let program = Program::start(Home::junior());
    program.watch_rules();
    program.go("#/plan/forecast");
    let view = program.call("forecast.show", json!({}));
    assert_eq!((&view["rests_on_estimates"], &view["logged_items"]), (&json!(true), &json!(0)));
    let basis = text_of(&program, "[data-testid=forecast-basis]");
    assert!(basis.contains("our estimates alone"), "{basis}");
    assert!(!text_of(&program, "[data-testid=forecast-sentence]").trim().is_empty());
    program.go("#/plan/forecast?view=calibration");
    assert_eq!(text_of(&program, "[data-testid=calibration-table]"), "", "nothing was kept yet");
    program.unbroken();
}

#[test]
fn the_forecast_of_the_example_shows_its_range_its_exam_and_how_often_it_was_right() {
    let program = Program::start(Home::example("en", "light"));
    program.watch_rules();
    program.go("#/plan/forecast");
    let view = program.call("forecast.show", json!({}));
    assert_eq!(view["rests_on_estimates"], json!(false));
    let basis = text_of(&program, "[data-testid=forecast-basis]");
    assert!(basis.contains("your own log") && !basis.contains("our estimates alone"), "{basis}");
    // The days are on the page as people write them.
    let page = text_of(&program, "main");
    for quantile in ["p50", "p85", "p95"] {
        let year = &view["finish"][quantile].as_str().unwrap()[..4];
        assert!(page.contains(year), "{quantile} in {year}: {page}");
    }
    let exam = &view["exams"][0];
    let row = text_of(&program, &format!("[data-testid=exam-{}]", exam["record"].as_str().unwrap()));
    assert!(row.contains(exam["name"]["en"].as_str().unwrap()) && row.contains('%'), "{row}");
    assert!(text_of(&program, "[data-testid=forecast-chance]").contains('%'));
    // The fan is drawn: a chart with paths that are wide.
    let drawn = "return [...document.querySelectorAll('main svg path')].some(p => p.getBBox().width > 200)";
    assert_eq!(program.js(drawn, json!([])).unwrap(), json!(true));

    program.go("#/plan/forecast?view=calibration");
    let held = program.call("forecast.calibration", json!({}));
    assert!(held["kept"].as_u64().unwrap() > 0);
    assert!(!text_of(&program, "[data-testid=calibration-verdict]").is_empty());
    let rows = "return document.querySelectorAll('[data-testid=calibration-table] tbody tr').length";
    assert_eq!(program.js(rows, json!([])).unwrap(), json!(held["horizons"].as_array().unwrap().len()));
    program.unbroken();
}

#[test]
fn the_week_is_closed_with_a_choice_and_one_undo_takes_both_back() {
    let program = Program::start(Home::example("en", "light"));
    program.watch_rules();
    program.go("#/today/review");
    let before = plan(&program);
    let review = program.call("review.show", json!({}));
    assert_eq!((&review["is_due"], &review["closed"]), (&json!(true), &Value::Null));
    let hours =
        review["choices"].as_array().unwrap().iter().find(|it| it["choice"]["kind"] == json!("hours"));
    let minutes = hours.unwrap()["choice"]["weekly_minutes"].clone();

    program.click_found(
        "the choice of other hours",
        "return document.querySelector('[data-testid=choice-hours] input[type=radio]')",
    );
    program.fill("textbox", "Note", "A quiet week");
    program.press("Mod+Enter");
    program.wait("the week to be closed", |p| Ok(!p.call("review.show", json!({}))["closed"].is_null()));
    let closed = program.call("review.show", json!({}))["closed"].clone();
    assert_eq!(
        (&closed["choice"], &closed["note"]),
        (&json!({ "kind": "hours", "weekly_minutes": minutes }), &json!("A quiet week"))
    );
    program.wait("the hours to be the plan's", |p| Ok(plan(p)["weekly_minutes"] == minutes));
    program.wait("the page to say so", |p| {
        p.js("return !document.querySelector('[data-testid=review-close]')", json!([]))
            .map(|so| so == json!(true))
    });
    program.settle();

    program.press("Mod+Z");
    program.wait("the week to be open and the plan as it was", |p| {
        Ok(p.call("review.show", json!({}))["closed"].is_null() && plan(p) == before)
    });
    program.wait("the choices to be back", |p| {
        p.js("return !!document.querySelector('[data-testid=review-close]')", json!([]))
            .map(|so| so == json!(true))
    });
    assert_eq!(program.holds("textbox", "Note"), "A quiet week", "what was written is not lost");
    program.unbroken();
}
