//! Modules of Go.

use super::Manifest;
use super::lines::numbered;
use crate::look::NotUnderstood;
use groundwork_domain::audit::Strength;

/// A module without the number of its major version.
pub(super) fn module(path: &str) -> &str {
    let number = |part: &str| {
        part.strip_prefix('v').is_some_and(|n| !n.is_empty() && n.bytes().all(|byte| byte.is_ascii_digit()))
    };
    match path.rsplit_once('/') {
        Some((module, last)) if number(last) => module,
        _ => path,
    }
}

/// `go.mod`.
pub(super) fn manifest(text: &str, manifest: &mut Manifest) -> Result<(), NotUnderstood> {
    let mut block = String::new();
    let mut known = false;
    for (number, line) in numbered(text) {
        let (said, comment) = line.split_once("//").unwrap_or((line, ""));
        let mut words = said.split_whitespace();
        let Some(first) = words.next() else { continue };
        let directive = if block.is_empty() { first } else { block.as_str() };
        known |= directive == "module";
        let name = if block.is_empty() { words.next() } else { Some(first) };
        match name {
            _ if first == ")" => block.clear(),
            Some("(") if block.is_empty() => first.clone_into(&mut block),
            Some(name) if directive == "require" => {
                let indirect = comment.trim_start().starts_with("indirect");
                let strength = if indirect { Strength::Indirect } else { Strength::Direct };
                manifest.add(name.trim_matches('"'), number, strength);
            }
            Some(name) if directive == "tool" => manifest.add(name, number, Strength::Development),
            _ => {}
        }
    }
    if known || text.trim().is_empty() { Ok(()) } else { Err(NotUnderstood) }
}

/// `go.sum`: each module once, by its first line.
pub(super) fn sum(text: &str, manifest: &mut Manifest) -> Result<(), NotUnderstood> {
    let mut last = "";
    for (number, line) in numbered(text) {
        let name = line.split_whitespace().next().unwrap_or_default();
        if !name.is_empty() && name != last {
            manifest.add(name, number, Strength::Indirect);
        }
        last = name;
    }
    Ok(())
}
