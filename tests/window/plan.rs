//! The plan: its timeline, its weeks, its hours.

use groundwork_tests::program::{Home, Program};
use serde_json::{Value, json};

fn plan(program: &Program) -> Value {
    program.call("plan.show", json!({}))
}

fn items(plan: &Value) -> &[Value] {
    plan["items"].as_array().map_or(&[], Vec::as_slice)
}

fn key(item: &Value) -> &str {
    item["key"].as_str().unwrap_or_default()
}

fn place(plan: &Value, of: &str) -> Option<usize> {
    items(plan).iter().position(|item| key(item) == of)
}

fn item<'a>(plan: &'a Value, of: &str) -> &'a Value {
    place(plan, of).map_or(&Value::Null, |at| &items(plan)[at])
}

/// What has the focus, by one of its data attributes.
fn focused(program: &Program, data: &str) -> String {
    let held =
        program.js("return document.activeElement.dataset[arguments[0]] ?? ''", json!([data])).unwrap();
    held.as_str().unwrap_or_default().to_owned()
}

/// Puts the focus on an item's row, with the arrow keys.
fn to_row(program: &Program, of: &str) {
    if focused(program, "row").is_empty() {
        program.tab_to("[data-testid=timeline-row]");
    }
    program.press("Home");
    for _ in 0..place(&plan(program), of).unwrap() {
        program.press("ArrowDown");
    }
    program.wait(&format!("the focus on {of}"), |p| Ok(focused(p, "row") == of));
}

/// Presses a stroke on an item's row and waits for what it does to the plan; the message offers to take it back.
fn does(program: &Program, of: &str, stroke: &str, then: &str, so: impl Fn(&Value) -> bool) {
    let title = item(&plan(program), of)["title"]["en"].as_str().unwrap().to_owned();
    to_row(program, of);
    program.press(stroke);
    if !then.is_empty() {
        program.get("dialog", &title);
        program.press(then);
    }
    program.wait(&format!("{stroke} on {of}"), |p| Ok(so(&plan(p))));
    let (said, offer) = program.message(&title);
    assert_eq!(offer, "Undo", "{said}");
    program.settle();
}

/// Two items that stand one after the other from a place on, by their keys, the second first: it does not wait for the first.
fn neighbours(plan: &Value, from: usize) -> (String, String) {
    let pair = items(plan).windows(2).skip(from).find(|pair| {
        let waits = pair[1]["after"].as_array().is_some_and(|after| after.contains(&pair[0]["key"]));
        // What has a due date goes before what has none, wherever it is put.
        let free = pair.iter().all(|item| item["due"].is_null());
        !waits && free && pair[0]["not_before"].is_null()
    });
    let pair = pair.expect("two items that do not wait for each other");
    (key(&pair[1]).to_owned(), key(&pair[0]).to_owned())
}

/// Everything a key can do to an item, one after the other; then all of it is undone.
fn keys_change_the_plan_and_undo_it(home: Home) {
    let program = Program::start(home);
    program.watch_rules();
    program.visit_place("plan", Some("timeline"));
    let before = plan(&program);

    let moved = key(&items(&before)[2]).to_owned();
    let start = item(&before, &moved)["starts"].as_str().unwrap().to_owned();
    does(&program, &moved, "Shift+ArrowRight", "", |now| {
        let item = item(now, &moved);
        item["not_before"].as_str().is_some_and(|day| *day > *start && item["starts"].as_str() >= Some(day))
    });

    // One place up, past something that it does not wait for.
    let now = plan(&program);
    let (up, down) = neighbours(&now, 3);
    does(&program, &up, "Alt+ArrowUp", "", |now| place(now, &up) < place(now, &down));

    let now = plan(&program);
    let deferred = key(&items(&now)[1]).to_owned();
    let start = item(&now, &deferred)["starts"].clone();
    does(&program, &deferred, "d", "Enter", |now| item(now, &deferred)["starts"].as_str() > start.as_str());

    let dropped = key(&items(&plan(&program))[4]).to_owned();
    does(&program, &dropped, "x", "", |now| place(now, &dropped).is_none());

    let done = key(&items(&plan(&program))[0]).to_owned();
    does(&program, &done, "c", "", |now| place(now, &done).is_none());

    for _ in 0..5 {
        program.press("Mod+Z");
        program.settle();
    }
    program.wait("the plan as it was", |p| Ok(plan(p) == before));
    let first = key(&items(&before)[0]);
    program.wait("the first item to be back on the page", |p| {
        p.js("return document.querySelector('[data-testid=timeline-row]')?.dataset.row", json!([]))
            .map(|row| row == json!(first))
    });
    program.unbroken();
}

#[test]
fn a_fresh_plan_is_changed_on_its_timeline_by_keys_alone_and_is_as_before_after_undoing_all() {
    keys_change_the_plan_and_undo_it(Home::junior());
}

#[test]
fn the_example_is_changed_on_its_timeline_by_keys_alone_and_is_as_before_after_undoing_all() {
    keys_change_the_plan_and_undo_it(Home::example("en", "light"));
}

/// Minutes of an item that are pinned to a day.
fn pinned(plan: &Value, of: &str, day: &str) -> u64 {
    let weeks = plan["weeks"].as_array().unwrap().iter();
    let sessions = weeks.flat_map(|week| week["sessions"].as_array().unwrap());
    sessions
        .filter(|it| it["item"] == json!(of) && it["date"] == json!(day))
        .filter_map(|it| it["pinned"].as_u64())
        .sum()
}

#[test]
fn a_session_is_pinned_to_another_day_by_keys_and_refused_on_a_day_without_hours() {
    let program = Program::start(Home::junior());
    program.watch_rules();
    program.visit_place("plan", Some("weeks"));
    let before = plan(&program);
    program.press("]");
    let tuesday = "[data-testid=\"session-2026-11-24 skill:sql:1\"]";
    program.wait("the sessions of next week", |p| {
        p.js("return !!document.querySelector(arguments[0])", json!([tuesday])).map(|so| so == json!(true))
    });
    program.tab_to("[data-card]");
    for _ in 0..6 {
        if focused(&program, "card") == "2026-11-24 skill:sql:1" {
            break;
        }
        program.press("ArrowRight");
    }
    assert_eq!(focused(&program, "card"), "2026-11-24 skill:sql:1");

    // Wednesday has no hours: the next day with time is Thursday.
    program.press("Alt+ArrowRight");
    program.wait("the session on Thursday", |p| Ok(pinned(&plan(p), "skill:sql:1", "2026-11-26") == 90));
    let (said, offer) = program.message("26 November 2026");
    assert_eq!(offer, "Undo", "{said}");
    program.wait("the focus to go with the session", |p| Ok(focused(p, "card") == "2026-11-26 skill:sql:1"));
    program.settle();

    let pinned_there = plan(&program);
    program.drag("[data-card=\"2026-11-26 skill:sql:1\"]", "[data-testid=\"day-2026-11-25\"]");
    let (said, offer) = program.message("25 November 2026 has no hours in your calendar");
    assert!(said.contains("Nothing was changed") && offer.is_empty(), "{said} {offer}");
    program.settle();
    assert_eq!(plan(&program), pinned_there);
    let stands = "return !!document.querySelector('[data-testid=\"day-2026-11-26\"] [data-card=\"2026-11-26 skill:sql:1\"]')";
    assert_eq!(program.js(stands, json!([])).unwrap(), json!(true), "the session stands where it was");

    program.press("Mod+Z");
    program.wait("the plan as it was", |p| Ok(plan(p) == before));
    program.unbroken();
}

#[test]
fn an_item_is_put_one_place_down_by_keys() {
    let program = Program::start(Home::junior());
    program.watch_rules();
    program.visit_place("plan", Some("timeline"));
    let before = plan(&program);
    let (up, down) = neighbours(&before, 1);
    does(&program, &down, "Alt+ArrowDown", "", |now| place(now, &down) > place(now, &up));
    program.press("Mod+Z");
    program.wait("the plan as it was", |p| Ok(plan(p) == before));
    program.unbroken();
}

/// Takes a row by the handle that it shows under the mouse, and lets it go on the middle of another row.
fn draw(program: &Program, of: &str, onto: &str) {
    let title = |of: &str| format!("[data-testid=timeline-row][data-row={of:?}] .title");
    program.point_at(&title(of));
    let grip = format!("[data-testid=timeline-row][data-row={of:?}] [data-testid=timeline-grip]");
    program.drag(&grip, &title(onto));
}

#[test]
fn an_item_is_drawn_up_with_the_mouse() {
    let program = Program::start(Home::junior());
    program.watch_rules();
    program.visit_place("plan", Some("timeline"));
    let before = plan(&program);
    let (sql, http) = ("skill:sql:1", "skill:http:1");
    assert!(place(&before, sql) > place(&before, http));
    draw(&program, sql, http);
    program.wait("the item to stand first", |p| Ok(place(&plan(p), sql) < Some(2)));
    program.press("Mod+Z");
    program.wait("the plan as it was", |p| Ok(plan(p) == before));
    program.unbroken();
}

#[test]
fn an_item_is_drawn_down_with_the_mouse() {
    let program = Program::start(Home::junior());
    program.watch_rules();
    program.visit_place("plan", Some("timeline"));
    let before = plan(&program);
    let (git, sql, next) = ("skill:git:1", "skill:sql:1", "skill:http:2");
    assert_eq!([git, sql, next].map(|of| place(&before, of)), [Some(1), Some(2), Some(3)]);
    draw(&program, git, next);
    program.wait("the item to stand later", |p| Ok(place(&plan(p), git) > place(&plan(p), sql)));
    program.press("Mod+Z");
    program.wait("the plan as it was", |p| Ok(plan(p) == before));
    program.unbroken();
}

#[test]
fn a_bar_is_drawn_to_a_later_day_with_the_mouse() {
    let program = Program::start(Home::junior());
    program.watch_rules();
    program.visit_place("plan", Some("timeline"));
    program.click("radio", "Week");
    program.settle();
    let before = plan(&program);
    let (http, sql) = ("skill:http:1", "skill:sql:1");
    let start = item(&before, http)["starts"].as_str().unwrap().to_owned();
    let bar = |of: &str| format!("[data-testid=timeline] svg rect[data-key={of:?}]");
    program.drag(&bar(http), &bar(sql));
    program.wait("the item to begin later", |p| {
        let now = plan(p);
        let item = item(&now, http);
        Ok(item["not_before"]
            .as_str()
            .is_some_and(|day| *day > *start && item["starts"].as_str() >= Some(day)))
    });
    let (said, offer) = program.message("HTTP");
    assert_eq!(offer, "Undo", "{said}");
    program.press("Mod+Z");
    program.wait("the plan as it was", |p| Ok(plan(p) == before));
    program.unbroken();
}

#[test]
fn the_language_switches_on_the_timeline_and_its_zoom_and_the_open_item_stay() {
    let program = Program::start(Home::example("en", "light"));
    program.watch_rules();
    program.visit_place("plan", Some("timeline"));
    program.click("radio", "Month");
    let chosen = key(&items(&plan(&program))[1]).to_owned();
    let title =
        |language: &str| item(&plan(&program), &chosen)["title"][language].as_str().unwrap().to_owned();
    to_row(&program, &chosen);
    program.press("Enter");
    let open = || {
        let body = "return [document.querySelector('[data-testid=timeline-row][aria-selected=true]')?.dataset.row,\
                    document.querySelector('[data-inspector] h2')?.innerText.trim(),\
                    document.querySelector('main input[type=radio][value=month]')?.checked]";
        program.js(body, json!([])).unwrap()
    };
    program.wait("the item to be open", |_| Ok(open() == json!([chosen, title("en"), true])));

    program.press("Mod+k");
    program.wait("the palette", |p| {
        p.js("return document.activeElement.role === 'combobox'", json!([])).map(|so| so == json!(true))
    });
    program.type_keys("Français");
    program.press("Enter");
    program.wait("the page in French", |p| {
        p.js("return document.documentElement.lang", json!([])).map(|lang| lang == json!("fr"))
    });
    program.see("Frise");
    program.wait("the same item, in French", |_| Ok(open() == json!([chosen, title("fr"), true])));
    program.see("Heures par semaine");
    assert!(program.driver.address().unwrap().contains("#/plan"));
    program.unbroken();
}

#[test]
fn four_hundred_hours_a_week_are_refused_next_to_their_field_and_the_week_stays_as_it_was() {
    let program = Program::start(Home::junior());
    program.watch_rules();
    program.visit_place("plan", Some("timeline"));
    let before = plan(&program);
    program.click_on("plan-hours");
    program.write("textbox", "Monday", "2 h");
    program.write("textbox", "In a week", "400 h");
    assert!(
        program.refusal_at("textbox", "In a week").contains("168"),
        "{}",
        program.refusal_at("textbox", "In a week")
    );
    program.click_on("save");
    program.settle();
    assert!(program.look_for("textbox", "In a week").unwrap().is_some(), "the dialog stays");
    assert_eq!(plan(&program), before);
    assert!(program.holds("textbox", "Monday").starts_with('2'), "what was written before is there");
    program.write("textbox", "In a week", "14 h");
    assert_eq!(program.refusal_at("textbox", "In a week"), "");
    program.click_on("save");
    program.wait("the hours to be kept", |p| Ok(plan(p)["weekly_minutes"] == json!(840)));
    program.press("Mod+Z");
    program.wait("the plan as it was", |p| Ok(plan(p) == before));
    program.unbroken();
}
