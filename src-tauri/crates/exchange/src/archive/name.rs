//! The names that entries may have.

use super::{ArchiveError, MANIFEST};

/// A name of the format.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Name<'a> {
    /// The manifest.
    Manifest,
    /// Records of a kind: `records/project.json`, and further parts of many: `records/project.2.json`.
    Records {
        /// The kind.
        kind: &'a str,
        /// Which part, from 1.
        part: u32,
    },
    /// An attached file: `attachments/` and its SHA-256 in lower-case hexadecimal.
    Attachment {
        /// Its SHA-256.
        sha256: &'a str,
    },
}

impl<'a> Name<'a> {
    /// Reads a name; refuses names that lead elsewhere, then those that the format does not know.
    pub fn parse(name: &'a str) -> Result<Self, ArchiveError> {
        if leads_elsewhere(name) {
            return Err(ArchiveError::Path { name: name.to_owned() });
        }
        known(name).ok_or_else(|| ArchiveError::Name { name: name.to_owned() })
    }
}

/// The path of a part of the records of a kind.
pub(super) fn records(kind: &str, part: u32) -> String {
    if part == 1 { format!("records/{kind}.json") } else { format!("records/{kind}.{part}.json") }
}

/// The path of an attached file.
pub(super) fn attachment(sha256: &str) -> String {
    format!("attachments/{sha256}")
}

fn leads_elsewhere(name: &str) -> bool {
    let drive = name.as_bytes().get(1) == Some(&b':');
    let parts = || name.split('/');
    name.is_empty()
        || drive
        || name.contains(['\\', '\0'])
        || name.starts_with('/')
        || parts().any(|part| matches!(part, "." | ".."))
}

fn known(name: &str) -> Option<Name<'_>> {
    if name == MANIFEST {
        return Some(Name::Manifest);
    }
    if let Some(sha256) = name.strip_prefix("attachments/") {
        return is_hash(sha256).then_some(Name::Attachment { sha256 });
    }
    let file = name.strip_prefix("records/")?.strip_suffix(".json")?;
    let (kind, part) = match file.split_once('.') {
        None => (file, 1),
        Some((kind, part)) => {
            let number: u32 = part.parse().ok()?;
            // `02` and `+2` would be second names of one part.
            (number > 1 && number.to_string() == part).then_some((kind, number))?
        }
    };
    let word = kind.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_');
    (word && (1..=64).contains(&kind.len())).then_some(Name::Records { kind, part })
}

/// Whether a text is a SHA-256 in lower-case hexadecimal.
pub(super) fn is_hash(text: &str) -> bool {
    text.len() == 64 && text.bytes().all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte))
}
