//! Any text as Markdown: what comes out holds the allowed elements and values alone, and is no longer than it may be.

#![no_main]

#[path = "../../../src-tauri/crates/exchange/tests/markdown/strict.rs"]
mod strict;

use groundwork_exchange::markdown::{plain, to_html, words};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let html = to_html(text, 3).unwrap().into_string();
    if let Err(fault) = strict::check(&html) {
        panic!("{fault}\n{html}");
    }
    // A column that a row lacks is filled: at most 2 to the power of 18 of them.
    assert!(html.len() <= 200 * text.len() + 40 * (1 << 18));
    let line = plain(text, 80);
    assert!(line.chars().count() <= 80 && !line.chars().any(char::is_control));
    assert!(words(text) as usize <= text.len());
});
