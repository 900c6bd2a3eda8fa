//! Lines of a text, and formats that are read line by line.

use super::Manifest;
use crate::look::NotUnderstood;
use groundwork_domain::audit::Strength;

/// Where the lines of a text begin.
pub(super) struct Starts(Vec<usize>);

impl Starts {
    pub fn new(text: &str) -> Self {
        Self(memchr::memchr_iter(b'\n', text.as_bytes()).map(|end| end + 1).collect())
    }

    /// The line of an offset, from 1.
    pub fn line(&self, offset: usize) -> u32 {
        let before = self.0.partition_point(|start| *start <= offset);
        u32::try_from(before).unwrap_or(u32::MAX - 1) + 1
    }
}

/// The lines of a text with their numbers, from 1.
pub(super) fn numbered(text: &str) -> impl Iterator<Item = (u32, &str)> {
    (1..u32::MAX).zip(text.lines())
}

/// What stands in the first pair of quotes, `"` or `'`.
pub(super) fn quoted(text: &str) -> Option<&str> {
    let start = text.find(['"', '\''])?;
    let quote = text.as_bytes()[start] as char;
    let rest = &text[start + 1..];
    rest.find(quote).map(|end| &rest[..end])
}

/// All that stands in quotes.
pub(super) fn all_quoted(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(start) = rest.find(['"', '\'']) {
        let quote = rest.as_bytes()[start] as char;
        let after = &rest[start + 1..];
        let Some(end) = after.find(quote) else { break };
        found.push(&after[..end]);
        rest = &after[end + 1..];
    }
    found
}

/// The text before a comment that begins with `mark` outside of quotes.
pub(super) fn uncommented<'a>(line: &'a str, mark: &str) -> &'a str {
    let mut open: Option<u8> = None;
    for (at, byte) in line.bytes().enumerate() {
        match open {
            Some(quote) if byte == quote => open = None,
            Some(_) => {}
            None if matches!(byte, b'"' | b'\'') => open = Some(byte),
            None if line.as_bytes()[at..].starts_with(mark.as_bytes()) => return &line[..at],
            None => {}
        }
    }
    line
}

/// `Cargo.lock`, `poetry.lock`, `uv.lock`: `name = "…"` after `[[package]]`. The packages of the project itself, which uv marks
/// with a `source` that is a folder, count with the others: they match no rule.
pub(super) fn lock_of_tables(text: &str, manifest: &mut Manifest) -> Result<(), NotUnderstood> {
    let mut package = false;
    for (number, line) in numbered(text) {
        if line.starts_with('[') {
            package = line.trim_end() == "[[package]]";
        } else if package && let Some(rest) = line.strip_prefix("name") {
            if let Some(name) = rest.trim_start().strip_prefix('=').and_then(quoted) {
                manifest.add(name, number, Strength::Indirect);
            }
            package = false;
        } else if line.starts_with("<<<<<<< ") {
            return Err(NotUnderstood);
        }
    }
    Ok(())
}
