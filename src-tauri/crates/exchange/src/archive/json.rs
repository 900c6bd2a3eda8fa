//! What is asked of JSON before anything parses it.

use super::{ArchiveError, MOST_DEPTH};

/// The text of a JSON file; refuses what is no UTF-8 and what nests too deep, in one pass and without memory of its own.
pub(super) fn text<'a>(name: &str, bytes: &'a [u8]) -> Result<&'a str, ArchiveError> {
    let text = std::str::from_utf8(bytes).map_err(|_| ArchiveError::Utf8 { name: name.to_owned() })?;
    if depth(bytes) > MOST_DEPTH {
        return Err(ArchiveError::Depth { name: name.to_owned() });
    }
    Ok(text)
}

/// The greatest depth of brackets outside of strings.
fn depth(bytes: &[u8]) -> usize {
    let (mut depth, mut most) = (0_usize, 0);
    let mut bytes = bytes.iter();
    while let Some(byte) = bytes.next() {
        match byte {
            b'[' | b'{' => {
                depth += 1;
                most = most.max(depth);
            }
            b']' | b'}' => depth = depth.saturating_sub(1),
            b'"' => loop {
                match bytes.next() {
                    None | Some(b'"') => break,
                    Some(b'\\') => drop(bytes.next()),
                    Some(_) => {}
                }
            },
            _ => {}
        }
    }
    most
}
