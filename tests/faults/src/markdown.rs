//! Scripts in Markdown: whatever is written, the page gets allowed elements alone.

#[allow(missing_docs)]
#[path = "../../../src-tauri/crates/exchange/tests/markdown/around.rs"]
mod around;
#[path = "../../../src-tauri/crates/exchange/tests/markdown/strict.rs"]
mod strict;

use crate::chance::Chance;
use crate::job::{Job, Tally, try_cases};
use crate::person::{clear, open, scratch};
use around::{AFTER, BEFORE};
use serde_json::json;

const PAYLOADS: &str = include_str!("../../../src-tauri/crates/exchange/tests/markdown/payloads.txt");

/// Tries `job.count` texts.
pub fn run(job: &Job) -> Tally {
    let dir = scratch();
    let app = match open(dir.path()) {
        Ok(app) => app,
        Err(what) => return Tally::skipped("markdown", &what),
    };
    let spelled =
        |line: &str| line.replace("\\n", "\n").replace("\\t", "\t").replace("\\r", "\r").replace("\\0", "\0");
    let payloads: Vec<String> = PAYLOADS.lines().filter(|line| !line.is_empty()).map(spelled).collect();
    try_cases("markdown", job, 1, |case| {
        let text = text(&payloads, &mut case.chance);
        match app.dispatch("projects.markdown", json!({ "text": text })) {
            Ok(reply) => {
                let html = reply.value["html"].as_str().unwrap_or_default();
                strict::check(html).map_err(|fault| format!("{fault}; from {text:?} into {html}"))
            }
            Err(error) => {
                case.note("refused");
                clear(&error)
            }
        }
    })
}

fn text(payloads: &[String], chance: &mut Chance) -> String {
    let mut text = String::new();
    for _ in 0..=chance.below(3) {
        text.push_str(chance.of::<&str>(BEFORE));
        text.push_str(chance.of::<String>(payloads));
        text.push_str(chance.of::<&str>(AFTER));
    }
    // Sometimes cut, so that nothing is closed.
    if chance.once_in(5) {
        text = text.chars().take(chance.below(80)).collect();
    }
    text
}
