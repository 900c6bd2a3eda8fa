//! What remains of Markdown when only its words count.

use pulldown_cmark::{Event, Tag, TagEnd};

use super::{MOST_CHARS, depth, parser};

/// How much of a text is read for its first paragraph, in characters.
const READ_CHARS: usize = 10_000;

/// The first paragraph as plain text on one line, for a card: `most` characters at most, cut between words and closed
/// with `…`. Without a paragraph it is the first heading, list item or other piece; of an empty text nothing. Raw HTML
/// is left out, a picture is its alternative text, control characters are dropped.
pub fn plain(text: &str, most: usize) -> String {
    let text = depth::tamed(start(text, READ_CHARS));
    let (mut piece, mut first_piece) = (String::new(), None);
    for event in parser(&text) {
        match event {
            Event::Text(text) | Event::Code(text) => piece.push_str(&text),
            Event::SoftBreak | Event::HardBreak => piece.push(' '),
            Event::Start(tag) if !is_inline(&tag) => keep_first(&mut piece, &mut first_piece),
            Event::End(TagEnd::Paragraph) if !one_line(&piece).is_empty() => {
                return shortened(&one_line(&piece), most);
            }
            Event::End(end) if !is_inline_end(end) => keep_first(&mut piece, &mut first_piece),
            _ => {}
        }
    }
    keep_first(&mut piece, &mut first_piece);
    shortened(&first_piece.unwrap_or_default(), most)
}

fn keep_first(piece: &mut String, first: &mut Option<String>) {
    let line = one_line(&std::mem::take(piece));
    if first.is_none() && !line.is_empty() {
        *first = Some(line);
    }
}

/// How many words are shown: runs without blanks that hold a letter or a digit, raw HTML not counted. Of a text longer
/// than [`MOST_CHARS`], what stands within.
pub fn words(text: &str) -> u32 {
    let text = depth::tamed(start(text, MOST_CHARS));
    let (mut words, mut in_word) = (0_u32, false);
    for event in parser(&text) {
        match event {
            Event::Text(text) | Event::Code(text) => {
                for c in text.chars() {
                    if c.is_whitespace() {
                        in_word = false;
                    } else if c.is_alphanumeric() && !in_word {
                        in_word = true;
                        words = words.saturating_add(1);
                    }
                }
            }
            Event::Start(tag) if is_inline(&tag) => {}
            Event::End(end) if is_inline_end(end) => {}
            Event::InlineHtml(_) => {}
            _ => in_word = false,
        }
    }
    words
}

fn is_inline(tag: &Tag<'_>) -> bool {
    is_inline_end(tag.to_end())
}

fn is_inline_end(end: TagEnd) -> bool {
    use TagEnd::{Emphasis, Image, Link, Strikethrough, Strong};
    matches!(end, Emphasis | Strong | Strikethrough | Link | Image)
}

/// The first characters of a text.
fn start(text: &str, most: usize) -> &str {
    text.char_indices().nth(most).map_or(text, |(at, _)| &text[..at])
}

fn one_line(text: &str) -> String {
    let visible: String = text.chars().filter(|c| c.is_whitespace() || !c.is_control()).collect();
    visible.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The line in so many characters, the sign of omission among them.
fn shortened(line: &str, most: usize) -> String {
    if line.chars().nth(most).is_none() {
        return line.to_owned();
    }
    let Some(room) = most.checked_sub(1) else { return String::new() };
    let cut = start(line, room);
    // A word that would be cut is left out, unless it is the only one.
    let whole = line[cut.len()..].starts_with(' ');
    let kept = if whole { cut } else { cut.rsplit_once(' ').map_or(cut, |(kept, _)| kept) };
    format!("{}…", kept.trim_end_matches([' ', ',', ';', ':', '-']))
}
