//! Keeps quotes and lists from nesting without end: a reader of Markdown walks through all that are open at every line.

use std::borrow::Cow;

/// The most marks of quotes and lists in front of a line.
const MOST_MARKS: usize = 32;
/// The most blanks in front of and between them: a line is put into the lists above it by its blanks.
const MOST_BLANKS: usize = 256;

/// The text with a backslash before the first mark too many of each line, and without its blanks too many.
pub fn tamed(text: &str) -> Cow<'_, str> {
    if text.split(['\n', '\r']).all(|line| tame(line).is_none()) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 64);
    for line in text.split_inclusive(['\n', '\r']) {
        match tame(line) {
            Some(line) => out.push_str(&line),
            None => out.push_str(line),
        }
    }
    Cow::Owned(out)
}

/// The line as it may stand, when it may not as it is.
fn tame(line: &str) -> Option<String> {
    let bytes = line.as_bytes();
    let (mut at, mut marks, mut blanks) = (0, 0, 0);
    let mut kept = String::new();
    while let Some(byte) = bytes.get(at) {
        if matches!(byte, b' ' | b'\t') {
            blanks += 1;
            if blanks <= MOST_BLANKS {
                kept.push(char::from(*byte));
            }
            at += 1;
            continue;
        }
        let Some(sign) = mark(&bytes[at..]) else { break };
        marks += 1;
        if marks > MOST_MARKS {
            kept.push_str(&line[at..at + sign]);
            kept.push('\\');
            at += sign;
            break;
        }
        kept.push_str(&line[at..=at + sign]);
        at += sign + 1;
    }
    (marks > MOST_MARKS || blanks > MOST_BLANKS).then(|| kept + &line[at..])
}

/// Where the sign of a mark stands, when a quote or a list may begin here: after the digits of a number.
fn mark(bytes: &[u8]) -> Option<usize> {
    let digits = bytes.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let ends = bytes.get(digits + 1).is_none_or(|byte| byte.is_ascii_whitespace());
    match (digits, bytes.get(digits)?) {
        (0, b'>') => Some(0),
        (0, b'-' | b'+' | b'*') | (1..=9, b'.' | b')') if ends => Some(digits),
        _ => None,
    }
}
