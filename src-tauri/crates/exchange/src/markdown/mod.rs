//! The person's Markdown as HTML that does nothing: no address that the window could follow, no picture that it could
//! fetch, no script, style, name or event.
//!
//! Read are CommonMark, tables, strikethrough and task lists; quotes and dashes stay as typed. Raw HTML is dropped: an
//! HTML block with all that stands in it, an inline tag alone, so that the words around it stay. What is written is then
//! put through ammonia with the same short list, so that neither a fault here nor one in the reader reaches the window.

mod address;
mod allowed;
mod depth;
mod text;
mod write;

pub use text::{plain, words};

use pulldown_cmark::{Event, Options, Parser, Tag};

/// The longest text that is turned into HTML, in characters.
pub const MOST_CHARS: usize = 200_000;
/// The highest heading that is written: the page keeps `h1` and `h2` for itself.
pub const HIGHEST_HEADING: u8 = 3;

/// HTML that may stand in the page as it is.
///
/// - A link is `<a data-href="…" role="link" tabindex="0">`, with an https, http or mailto address and no `href`: on a
///   click or Enter the page hands `data-href` to the command `links.open`.
/// - `![alt](attachment:id)` is `<img data-attachment="id" alt="…">`, without `src`: the page fills it from the core.
///   Any other picture is its alternative text in `<span class="md-picture">`.
/// - The box of a task is `☐` or `☑` in `<span class="md-task">`.
/// - The side of a column is the class `md-left`, `md-center` or `md-right`; the language of code is `language-…`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Html(String);

impl Html {
    /// The HTML.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The HTML, taken.
    pub fn into_string(self) -> String {
        self.0
    }
}

/// Why a text was not turned into HTML.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum MarkdownError {
    /// It has more than [`MOST_CHARS`] characters.
    #[error("the text is too long")]
    TooLong,
}

/// Turns Markdown into HTML. `top` is the level of the person's highest heading, from [`HIGHEST_HEADING`] to 6, whether they
/// begin with `#` or with `##`; what is outside is moved inside. Quotes and lists deeper than 32 on a line are shown as written.
///
/// Refused: a text of more than [`MOST_CHARS`] characters.
pub fn to_html(text: &str, top: u8) -> Result<Html, MarkdownError> {
    if text.len() > MOST_CHARS && text.chars().nth(MOST_CHARS).is_some() {
        return Err(MarkdownError::TooLong);
    }
    let text = depth::tamed(text);
    let levels = parser(&text).filter_map(|event| match event {
        Event::Start(Tag::Heading { level, .. }) => Some(level as u8),
        _ => None,
    });
    let highest = levels.min().unwrap_or(1);
    let written = write::html(parser(&text), top.clamp(HIGHEST_HEADING, 6), highest);
    Ok(Html(allowed::clean(&written)))
}

fn parser(text: &str) -> Parser<'_> {
    Parser::new_ext(text, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_TASKLISTS)
}
