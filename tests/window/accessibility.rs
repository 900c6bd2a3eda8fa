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

/// Opens the window with the example, and with axe in it.
fn with_example(language: &str, theme: &str) -> Program {
    let program = Program::start(Home::example(language, theme));
    program.js(&axe(), json!([])).unwrap();
    program
}

fn conclude(language: &str, theme: &str, all: &[String]) {
    assert!(all.is_empty(), "{language} {theme}:\n{}", all.join("\n"));
}

/// The first start, and the pages of the rail.
fn every_page_is_clean(language: &str, theme: &str) {
    let mut all = Vec::new();
    // An empty profile begins with the first start.
    let empty = Program::start(Home::with(language, theme));
    empty.settle();
    assert_dress(&empty, language, theme);
    empty.js(&axe(), json!([])).unwrap();
    all.extend(violations(&empty).into_iter().map(|v| format!("first start: {v}")));
    drop(empty);

    let program = with_example(language, theme);
    for area in AREAS {
        program.visit(area);
        all.extend(violations(&program).into_iter().map(|v| format!("{area}: {v}")));
    }
    conclude(language, theme, &all);
}

/// The pages beside them.
fn every_place_is_clean(language: &str, theme: &str) {
    let program = with_example(language, theme);
    let mut all = Vec::new();
    for (name, _, address, view) in PLACES {
        program.visit_place(address, view);
        all.extend(violations(&program).into_iter().map(|v| format!("{name}: {v}")));
    }
    conclude(language, theme, &all);
}

fn what_opens_is_clean(language: &str, theme: &str) {
    let program = with_example(language, theme);
    let mut all = Vec::new();
    for (name, open) in OPENED {
        open(&program);
        program.settle();
        all.extend(violations(&program).into_iter().map(|v| format!("{name}: {v}")));
    }
    conclude(language, theme, &all);
}

type Opens = fn(&Program);

/// What opens on these pages: the dialogs, the pane of an item, the timer that runs.
const OPENED: [(&str, Opens); 6] = [
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

/// The three of them for a language and a theme.
macro_rules! dressed {
    ($name:ident, $language:literal, $theme:literal) => {
        mod $name {
            #[test]
            fn the_pages_of_the_rail() {
                super::every_page_is_clean($language, $theme);
            }

            #[test]
            fn the_pages_beside_them() {
                super::every_place_is_clean($language, $theme);
            }

            #[test]
            fn what_opens_on_them() {
                super::what_opens_is_clean($language, $theme);
            }
        }
    };
}

dressed!(english_and_light, "en", "light");
dressed!(english_and_dark, "en", "dark");
dressed!(french_and_light, "fr", "light");
dressed!(french_and_dark, "fr", "dark");
