//! axe finds nothing to say on any page, in both themes and both languages.

use std::path::{Path, PathBuf};

use groundwork_tests::program::{AREAS, Home, PLACES, Program};
use serde_json::{Value, json};

fn axe() -> String {
    let path = std::env::var_os("GROUNDWORK_AXE").map_or_else(
        || Path::new(env!("CARGO_MANIFEST_DIR")).join("../ui/node_modules/axe-core/axe.min.js"),
        PathBuf::from,
    );
    std::fs::read_to_string(&path).unwrap_or_else(|problem| panic!("{}: {problem}", path.display()))
}

/// What axe objects to on the page as it stands: rule, help and the first elements of each.
fn violations(program: &Program) -> Vec<String> {
    let found = program
        .driver
        .run_async(
            "const found = await axe.run(document, { resultTypes: ['violations'], \
               runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] });\
             return found.violations.map(v => `${v.id}: ${v.help}: ` + \
               v.nodes.slice(0, 3).map(n => n.target.join(' ') + ' ' + (n.any[0]?.message ?? '')).join(' | ') + ` (${v.nodes.length})`)",
            json!([]),
        )
        .unwrap();
    let found = found.as_array().cloned().unwrap_or_default();
    found.iter().filter_map(Value::as_str).map(str::to_owned).collect()
}

fn every_page_is_clean(language: &str, theme: &str) {
    let axe = axe();
    let mut all = Vec::new();
    // An empty profile begins with the first start.
    let empty = Program::start(Home::with(language, theme));
    empty.settle();
    assert_dress(&empty, language, theme);
    empty.js(&axe, json!([])).unwrap();
    all.extend(violations(&empty).into_iter().map(|v| format!("first start: {v}")));
    drop(empty);

    let program = Program::with_example(Home::with(language, theme), language);
    program.js(&axe, json!([])).unwrap();
    for area in AREAS {
        program.visit(area);
        all.extend(violations(&program).into_iter().map(|v| format!("{area}: {v}")));
    }
    for (name, _, address, view) in PLACES {
        program.visit_place(address, view);
        all.extend(violations(&program).into_iter().map(|v| format!("{name}: {v}")));
    }
    for (name, open) in OPENED {
        open(&program);
        program.settle();
        all.extend(violations(&program).into_iter().map(|v| format!("{name}: {v}")));
    }
    assert!(all.is_empty(), "{language} {theme}:\n{}", all.join("\n"));
}

/// What opens on these pages: the dialogs, the pane of an item, the timer that runs.
const OPENED: [(&str, fn(&Program)); 6] = [
    ("an item of the timeline", |program| {
        program.visit_place("plan", Some("timeline"));
        program.click_found("a row", "return document.querySelector('[data-testid=timeline-row] .title')");
    }),
    ("the hours", |program| program.click_on("plan-hours")),
    ("an item of the weeks", |program| {
        program.press("Escape");
        program.visit_place("plan", Some("weeks"));
        program.click_found("a session", "return document.querySelector('[data-card]')");
    }),
    ("the timer on Today", |program| {
        program.visit("today");
        program.click_on("start");
        program.wait("the timer", |p| {
            p.js("return !!document.querySelector('[data-testid=timer]')", json!([]))
                .map(|so| so == json!(true))
        });
    }),
    ("time logged afterwards", |program| {
        program.visit_place("today/log", None);
        program.click_on("log-new");
    }),
    ("another scenario", |program| {
        program.press("Escape");
        program.visit_place("plan/what-if", None);
        program.click_on("whatif-add");
    }),
];

/// The page wears what its owner chose.
fn assert_dress(program: &Program, language: &str, theme: &str) {
    let root = program.js("const r = document.documentElement; return [r.lang, r.dataset.theme]", json!([]));
    assert_eq!(root.unwrap(), json!([language, theme]));
    let told = program.js("return [groundworkStart.language, groundworkStart.theme]", json!([]));
    assert_eq!(told.unwrap(), json!([language, theme]));
}

#[test]
fn english_and_light() {
    every_page_is_clean("en", "light");
}

#[test]
fn english_and_dark() {
    every_page_is_clean("en", "dark");
}

#[test]
fn french_and_light() {
    every_page_is_clean("fr", "light");
}

#[test]
fn french_and_dark() {
    every_page_is_clean("fr", "dark");
}
