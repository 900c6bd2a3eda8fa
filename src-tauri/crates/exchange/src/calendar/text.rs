//! TEXT values (RFC 5545, 3.3.11): escaped on the way out, unescaped and cleaned on the way in.

/// Line ends of every system become `\n`: also NEL, U+2028 and U+2029, which some readers take for the end of a content line.
fn is_line_end(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Control characters have no place in a calendar; a tab is white space.
fn is_dropped(c: char) -> bool {
    c.is_control() && c != '\t'
}

/// Escapes backslash, comma, semicolon and line ends; drops the other control characters.
pub(super) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 16);
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\\' | ',' | ';' => out.extend(['\\', c]),
            '\r' if chars.peek() == Some(&'\n') => {}
            c if is_line_end(c) => out.push_str("\\n"),
            c if is_dropped(c) => {}
            c => out.push(c),
        }
    }
    out
}

/// Undoes [`escape`]; also the escapes that RFC 5545 does not have (`\:`, `\"`). Control characters are dropped; what comes
/// after `most` characters is cut off.
pub(super) fn unescape(value: &str, most: usize) -> String {
    let mut out = String::new();
    let mut left = most;
    let mut chars = value.chars().peekable();
    while let Some(c) = chars.next() {
        let next = chars.peek().copied();
        let meant = match (c, next) {
            ('\\', Some('n' | 'N')) => Some('\n'),
            ('\\', Some('\\' | ',' | ';' | ':' | '"')) => next,
            _ => None,
        };
        let c = match meant {
            Some(meant) => {
                chars.next();
                meant
            }
            None if is_line_end(c) => '\n',
            None if is_dropped(c) => continue,
            None => c,
        };
        if left == 0 {
            break;
        }
        left -= 1;
        out.push(c);
    }
    out
}

/// A value that is no TEXT (an address, a name): one line, no control characters, no white space around it.
pub(super) fn plain(value: &str) -> String {
    value.trim().chars().filter(|c| !is_dropped(*c) && !is_line_end(*c)).collect()
}

/// The first characters of a text.
pub(super) fn first(text: &str, most: usize) -> &str {
    text.char_indices().nth(most).map_or(text, |(end, _)| &text[..end])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_text_that_is_escaped_comes_back() {
        for text in ["C:\\next\\node", "a,b;c", "\\", "\\n", "a\nb", "été 🎓\t;", "\\\\n,;", ""] {
            assert_eq!(unescape(&escape(text), 100), text);
        }
    }

    #[test]
    fn line_ends_of_every_system_become_one_kind() {
        assert_eq!(escape("a\r\nb\rc\nd\u{2028}e\u{2029}f\u{85}g"), "a\\nb\\nc\\nd\\ne\\nf\\ng");
    }

    #[test]
    fn control_characters_are_dropped() {
        assert_eq!(escape("a\0b\u{7}c\u{7f}d\u{9b}e\tf"), "abcde\tf");
        assert_eq!(unescape("a\0b\u{7}c\u{7f}d\u{9b}e\tf", 100), "abcde\tf");
    }

    #[test]
    fn escapes_that_are_none_stay() {
        assert_eq!(unescape("C:\\temp\\x \\: \\\" \\", 100), "C:\\temp\\x : \" \\");
    }

    #[test]
    fn a_long_text_is_cut_at_a_character() {
        assert_eq!(unescape("éééé", 3), "ééé");
        assert_eq!(first("éééé", 3), "ééé");
        assert_eq!(first("éé", 3), "éé");
    }
}
