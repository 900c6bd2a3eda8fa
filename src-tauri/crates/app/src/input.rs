//! What comes from outside: checked here, trusted inside.

use crate::error::AppError;
use sha2::{Digest, Sha256};

/// Most characters of a name or a one-line text.
pub(crate) const LINE: usize = 200;
/// Most characters of a note.
pub(crate) const NOTE: usize = 20_000;
/// Most entries of a list within a record.
pub(crate) const LIST: usize = 200;

/// A one-line text: trimmed, without control characters, at most [`LINE`] characters.
pub(crate) fn line(field: &str, text: &str) -> Result<String, AppError> {
    let text = text.trim();
    if text.chars().any(char::is_control) {
        return Err(AppError::with("input.control", [("field", field.into())]));
    }
    short(field, text, LINE)
}

/// A one-line text that must say something.
pub(crate) fn name(field: &str, text: &str) -> Result<String, AppError> {
    let text = line(field, text)?;
    let visible = text.chars().any(|c| !c.is_whitespace() && !is_invisible(c));
    if visible { Ok(text) } else { Err(AppError::with("input.empty", [("field", field.into())])) }
}

/// A longer text: line breaks and tabs are kept, other control characters refused, at most [`NOTE`] characters.
pub(crate) fn note(field: &str, text: &str) -> Result<String, AppError> {
    long(field, text, NOTE)
}

/// A text of its own, as [`note`] but of at most `most` characters.
pub(crate) fn long(field: &str, text: &str, most: usize) -> Result<String, AppError> {
    let text = text.replace("\r\n", "\n");
    if text.chars().any(|c| c.is_control() && c != '\n' && c != '\t') {
        return Err(AppError::with("input.control", [("field", field.into())]));
    }
    short(field, text.trim_end(), most)
}

fn short(field: &str, text: &str, most: usize) -> Result<String, AppError> {
    let length = text.chars().count();
    if length > most {
        let args = [("field", field.into()), ("length", length.to_string()), ("most", most.to_string())];
        return Err(AppError::with("input.too_long", args));
    }
    Ok(text.to_owned())
}

/// Zero-width and direction marks: they alone make no name.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

/// SHA-256 in lower-case hexadecimal.
pub(crate) fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// A number within bounds.
pub(crate) fn within(field: &str, value: u32, low: u32, high: u32) -> Result<u32, AppError> {
    if (low..=high).contains(&value) {
        return Ok(value);
    }
    let args = [
        ("field", field.into()),
        ("value", value.to_string()),
        ("low", low.to_string()),
        ("high", high.to_string()),
    ];
    Err(AppError::with("input.range", args))
}

/// A list that is not too long.
pub(crate) fn list<T>(field: &str, list: &[T]) -> Result<(), AppError> {
    if list.len() <= LIST {
        return Ok(());
    }
    Err(AppError::with("input.too_many", [("field", field.into()), ("most", LIST.to_string())]))
}

/// An address that may be opened: https, http or mailto, without user, password, white space or control characters.
/// An empty one stays empty.
pub(crate) fn address(field: &str, text: &str) -> Result<String, AppError> {
    let text = line(field, text)?;
    if text.is_empty() || is_safe_address(&text) {
        return Ok(text);
    }
    Err(AppError::with("input.address", [("field", field.into()), ("value", text)]))
}

fn is_safe_address(text: &str) -> bool {
    let lower = text.to_ascii_lowercase();
    if text
        .chars()
        .any(|c| c.is_whitespace() || c.is_control() || is_invisible(c) || "\"<>\\^`{|}".contains(c))
    {
        return false;
    }
    if let Some(mail) = lower.strip_prefix("mailto:") {
        return mail.contains('@') && !mail.starts_with('@');
    }
    let Some(rest) = lower.strip_prefix("https://").or_else(|| lower.strip_prefix("http://")) else {
        return false;
    };
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    !authority.contains('@') && authority.chars().any(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_every_script_are_kept() {
        for kept in ["Żółć", "名前", "مشروع", "👩🏽‍💻 API", "a"] {
            assert_eq!(name("name", &format!("  {kept} ")).unwrap(), kept);
        }
    }

    #[test]
    fn empty_long_and_broken_names_are_refused() {
        let long = "n".repeat(100_000);
        for (bad, code) in [
            ("", "input.empty"),
            ("\u{200b} ", "input.empty"),
            ("a\0b", "input.control"),
            (&long, "input.too_long"),
        ] {
            assert_eq!(name("name", bad).unwrap_err().code, code);
        }
    }

    #[test]
    fn only_safe_addresses_are_kept() {
        for good in ["", "https://example.org/a?b#c", "http://localhost:8080", "mailto:a@example.org"] {
            assert!(address("url", good).is_ok(), "{good}");
        }
        for bad in [
            "javascript:alert(1)",
            "file:///etc/passwd",
            "https://user:pw@example.org",
            "https://",
            "ftp://x",
            "https://a b",
        ] {
            assert!(address("url", bad).is_err(), "{bad}");
        }
    }
}
