//! Words of a foreign file, made fit to be shown.

/// A name on one line: at most `most` characters, every run of white space one space. None if nothing is left.
pub fn line(text: &str, most: usize) -> Option<String> {
    let clean: String =
        text.chars().filter(|c| !is_unseen(*c) || c.is_whitespace()).take(most.saturating_mul(4)).collect();
    shorten(&clean.split_whitespace().collect::<Vec<_>>().join(" "), most)
}

/// A text of several lines: at most `most` characters, without control characters. None if nothing is left.
pub fn lines(text: &str, most: usize) -> Option<String> {
    let clean: String =
        text.chars().filter(|c| !is_unseen(*c) || *c == '\n').take(most.saturating_add(1)).collect();
    shorten(clean.trim(), most)
}

/// Control characters, and those that turn the direction of what follows or take no room: they make a text look like
/// another one.
fn is_unseen(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{ad}' | '\u{61c}' | '\u{200b}' | '\u{200e}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

fn shorten(text: &str, most: usize) -> Option<String> {
    match text.char_indices().nth(most) {
        _ if text.is_empty() => None,
        None => Some(text.to_owned()),
        Some(_) => Some(text.chars().take(most.saturating_sub(1)).chain(['…']).collect()),
    }
}
