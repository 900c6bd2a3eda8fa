//! To whom a badge was issued, held against the addresses of the person.

use groundwork_domain::badge::{BadgeReasonCode as Code, BadgeRecipient};
use md5::Md5;
use serde_json::Value;
use sha2::{Digest, Sha256};

use super::Against;
use super::fields;
use super::json::Object;
use super::reason::Findings;

/// An e-mail address as a badge names it.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Named {
    Plain(String),
    Sha256 { digest: String, salt: String },
    Md5 { digest: String, salt: String },
}

impl Named {
    /// Reads an identity: an address, or `sha256$` or `md5$` and the digest in hexadecimal, or the digest alone if
    /// the badge says that it is one.
    fn read(identity: &str, hashed: bool, salt: &str) -> Option<Self> {
        let identity = identity.trim();
        let (kind, digest) = match identity.split_once('$') {
            Some((kind, digest)) => (kind.to_ascii_lowercase(), digest),
            None if hashed && identity.len() == 32 => ("md5".to_owned(), identity),
            None if hashed => ("sha256".to_owned(), identity),
            None => {
                return (identity.contains('@')).then(|| Self::Plain(without_scheme(identity).to_owned()));
            }
        };
        let is_hex = digest.bytes().all(|byte| byte.is_ascii_hexdigit());
        let (digest, salt) = (digest.to_ascii_lowercase(), salt.to_owned());
        match (kind.as_str(), digest.len()) {
            ("sha256", 64) if is_hex => Some(Self::Sha256 { digest, salt }),
            ("md5", 32) if is_hex => Some(Self::Md5 { digest, salt }),
            _ => None,
        }
    }

    /// Whether this is the address. Issuers hash it as the person wrote it or in small letters: both count.
    fn is(&self, address: &str) -> bool {
        let small = address.to_lowercase();
        match self {
            Self::Plain(named) => named.to_lowercase() == small,
            Self::Sha256 { digest, salt } => {
                [address, &small].iter().any(|a| hex(&Sha256::digest(format!("{a}{salt}"))) == *digest)
            }
            Self::Md5 { digest, salt } => {
                [address, &small].iter().any(|a| hex(&Md5::digest(format!("{a}{salt}"))) == *digest)
            }
        }
    }
}

fn without_scheme(identity: &str) -> &str {
    identity.strip_prefix("mailto:").unwrap_or(identity)
}

/// Lower-case hexadecimal.
pub fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// The `recipient` of 0.5: the address or its digest, with the salt beside it.
pub fn judge_plain(assertion: &Object, against: &Against<'_>, found: &mut Findings) {
    let salt = fields::text(assertion, "salt").unwrap_or_default();
    let named = fields::text(assertion, "recipient").and_then(|identity| Named::read(identity, false, salt));
    if named.is_none() && assertion.contains_key("recipient") {
        found.invalid(Code::FieldInvalid, "recipient");
    }
    compare(named.as_slice(), against, found);
}

/// The `recipient` of 1.0 to 2.0: an IdentityObject.
pub fn judge_object(assertion: &Object, against: &Against<'_>, found: &mut Findings) {
    let Some(recipient) = fields::object(assertion, "recipient") else {
        if assertion.get("recipient").is_some_and(|value| !value.is_null()) {
            found.invalid(Code::FieldInvalid, "recipient");
        }
        return compare(&[], against, found);
    };
    fields::require_text(recipient, "recipient.", &["identity"], found);
    fields::require(recipient, "recipient.", &["type"], found);
    let hashed = match recipient.get("hashed") {
        None => false,
        Some(Value::Bool(hashed)) => *hashed,
        Some(_) => {
            found.invalid(Code::FieldInvalid, "recipient.hashed");
            false
        }
    };
    let is_mail = fields::is_a(recipient, "email");
    let identity = fields::text(recipient, "identity").filter(|_| is_mail);
    let named =
        identity.and_then(|text| Named::read(text, hashed, fields::text(recipient, "salt").unwrap_or("")));
    let fits = named.as_ref().is_some_and(|named| !(hashed && matches!(named, Named::Plain(_))));
    if identity.is_some() && !fits {
        found.invalid(Code::FieldInvalid, "recipient.identity");
    }
    compare(named.as_slice(), against, found);
}

/// The `credentialSubject` of 3.0: its `identifier` objects, its address, or an id that is an address.
pub fn judge_subject(subject: &Object, against: &Against<'_>, found: &mut Findings) {
    let mut named = Vec::new();
    for identifier in fields::each(subject, "identifier") {
        let Some(identifier) = identifier.as_object() else {
            found.invalid(Code::FieldInvalid, "credentialSubject.identifier");
            continue;
        };
        let Some(identity) = fields::text_of(identifier, &["identityHash", "identity"]) else {
            found.invalid(Code::FieldMissing, "credentialSubject.identifier.identityHash");
            continue;
        };
        let is_mail =
            matches!(fields::text(identifier, "identityType"), Some("emailAddress" | "email") | None);
        let hashed = identifier.get("hashed").and_then(Value::as_bool).unwrap_or_default();
        let salt = fields::text(identifier, "salt").unwrap_or_default();
        match Named::read(identity, hashed, salt) {
            Some(name) if is_mail => named.push(name),
            None if is_mail => found.invalid(Code::FieldInvalid, "credentialSubject.identifier.identityHash"),
            _ => {}
        }
    }
    let id = fields::text(subject, "id").filter(|id| id.starts_with("mailto:"));
    named.extend(
        id.into_iter().chain(fields::text(subject, "email")).filter_map(|text| Named::read(text, false, "")),
    );
    compare(&named, against, found);
}

fn compare(named: &[Named], against: &Against<'_>, found: &mut Findings) {
    let known: Vec<&str> = against.addresses.iter().map(|a| a.trim()).filter(|a| !a.is_empty()).collect();
    let mine = known.iter().find(|address| named.iter().any(|name| name.is(address)));
    let (recipient, code) = match mine {
        Some(_) => (BadgeRecipient::Mine, Code::RecipientMatches),
        None if named.is_empty() => (BadgeRecipient::NotNamed, Code::RecipientNotNamed),
        None if known.is_empty() => (BadgeRecipient::NotCompared, Code::RecipientNotCompared),
        None => (BadgeRecipient::Other, Code::RecipientDiffers),
    };
    found.report.recipient = recipient;
    found.remark(code, mine.copied().unwrap_or_default());
}
