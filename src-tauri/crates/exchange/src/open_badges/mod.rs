//! Open Badges 1.x, 2.0 and 3.0, checked offline.

use groundwork_domain::badge::{BadgeKey, BadgeReport};
use jiff::Timestamp;

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
    let _ = (bytes, against);
    unimplemented!("written in this crate's first commit")
}
