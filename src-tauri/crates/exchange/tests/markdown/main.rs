//! The person's Markdown, as it stands in the page: what they wrote, and what someone made them paste.

#![allow(clippy::unwrap_used)]

mod around;
mod combined;
mod good;
mod payloads;
mod short;
mod strict;
mod tokens;
mod vast;

use groundwork_exchange::markdown::to_html;

/// The HTML of a text, held against the strict check and against a browser's own way of reading it.
fn safe(text: &str) -> String {
    let html = to_html(text, 3).unwrap().into_string();
    if let Err(fault) = strict::check(&html).and_then(|()| tokens::check(&html)) {
        panic!("{fault}\n  from: {text:?}\n  into: {html}");
    }
    html
}
