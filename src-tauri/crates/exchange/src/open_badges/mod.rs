//! Open Badges 1.x, 2.0 and 3.0, checked offline.
//!
//! A file is measured, then taken out of its container (`container`, `png`, `svg`), then read (`json`, `token`), then
//! judged by its version (`document`, `assertion`, `credential`), by its signature (`signature`, `proof`), by its
//! dates and by its recipient. Each step adds to the `reason::Findings`; the gravest of them is the verdict.
//! Nothing is fetched, run or unpacked.

mod assertion;
mod container;
mod credential;
mod dates;
mod document;
mod fields;
mod json;
mod key;
mod limits;
mod picture;
mod png;
mod proof;
mod reason;
mod recipient;
mod signature;
mod svg;
mod text;
mod token;

use groundwork_domain::badge::{BadgeKey, BadgeReasonCode as Code, BadgeReport, BadgeVersion};
use jiff::Timestamp;

use container::Content;
use reason::Findings;

pub use key::BadgeKeyError;
pub use picture::{Picture, picture};

/// What a check is held against.
#[derive(Debug, Clone, Copy)]
pub struct Against<'a> {
    /// The moment for which dates are judged.
    pub now: Timestamp,
    /// E-mail addresses of the person.
    pub addresses: &'a [String],
    /// Keys that the person trusts, each with the issuer's id that it is for; none for any issuer.
    pub pinned: &'a [PinnedKey],
}

/// A key that the person trusts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PinnedKey {
    /// The issuer's id that it is for; none for any.
    pub issuer: Option<String>,
    /// The key.
    pub key: BadgeKey,
}

/// Checks a file. Every file comes to a verdict: what is no badge is `invalid`.
pub fn check(bytes: &[u8], against: &Against<'_>) -> BadgeReport {
    let mut found = Findings::new(container::kind(bytes));
    if bytes.len() > limits::FILE_BYTES {
        found.invalid(Code::TooLarge, &format!("{} > {}", bytes.len(), limits::FILE_BYTES));
        return found.into_report();
    }
    match container::open(bytes, &mut found) {
        Some(Content::Json(text)) => match json::object(&text) {
            Ok(object) => document::judge(&object, None, against, &mut found),
            Err(reason) => found.refused(reason),
        },
        Some(Content::Token(text)) => {
            if let Some(token) = token::Token::read(&text, &mut found) {
                document::judge(&token.claims, Some(&token), against, &mut found);
            }
        }
        // Up to 2.0 a picture may hold no more than the address of its badge.
        Some(Content::Address(address)) => {
            found.report.version = BadgeVersion::V2;
            found.report.credential_id = text::line(&address, limits::NAME_CHARS);
            found.unchecked(Code::Hosted, &address);
        }
        None => {}
    }
    found.into_report()
}

/// Reads a public key that the person wants to trust: a JSON Web Key, a set of one, or a key in multibase, as
/// `did:key` or as `did:jwk`.
pub fn read_key(bytes: &[u8]) -> Result<BadgeKey, BadgeKeyError> {
    key::read(bytes).map(|key| key.to_badge_key())
}
