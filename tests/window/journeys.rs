//! What a person does, from the first start on.

use groundwork_tests::program::{AREAS, Home, Program};
use serde_json::json;

#[test]
fn every_page_opens_in_both_languages_and_breaks_no_rule_of_the_window() {
    for language in ["en", "fr"] {
        let program = Program::with_example(Home::with(language, "light"), language);
        program
            .js(
                "window.broken = [];\
                 addEventListener('securitypolicyviolation', e => broken.push(e.violatedDirective + ' ' + e.blockedURI + ' ' + e.sample));\
                 addEventListener('error', e => broken.push(String(e.message)));\
                 addEventListener('unhandledrejection', e => broken.push(String(e.reason?.message ?? e.reason)))",
                json!([]),
            )
            .unwrap();
        for area in AREAS {
            program.visit(area);
            let title =
                program.js("return document.querySelector('main h1')?.innerText ?? ''", json!([])).unwrap();
            assert!(title.as_str().is_some_and(|title| !title.is_empty()), "{language} {area} has no title");
            let wide =
                program.js("return document.documentElement.scrollWidth > innerWidth", json!([])).unwrap();
            assert_eq!(wide, json!(false), "{language} {area} is wider than the window");
        }
        assert_eq!(program.js("return broken", json!([])).unwrap(), json!([]), "{language}");
    }
}
