//! What the tests hold badges against, and badges of their own making.

use std::path::PathBuf;

use groundwork_domain::badge::{BadgeReasonCode as Code, BadgeReport};
use groundwork_exchange::open_badges::{Against, PinnedKey, check, read_key};

/// The moment of all tests: the fixtures are valid, expired or to come at this day.
pub const NOW: &str = "2026-01-15T12:00:00Z";

/// The bytes of a fixture.
pub fn fixture(name: &str) -> Vec<u8> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../tests/fixtures/openbadges");
    std::fs::read(folder.join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// The key of the fixtures' issuer, pinned for that issuer.
pub fn pinned() -> PinnedKey {
    let key = read_key(&fixture("gen_issuer_public.jwk.json")).expect("the fixture is a public key");
    PinnedKey { issuer: Some("https://issuer.example/issuers/1".to_owned()), key }
}

/// Checks a file for a person of these addresses who trusts these keys.
pub fn check_for(bytes: &[u8], addresses: &[&str], pinned: &[PinnedKey]) -> BadgeReport {
    let addresses: Vec<String> = addresses.iter().map(|address| (*address).to_owned()).collect();
    let now = NOW.parse().expect("a moment");
    check(bytes, &Against { now, addresses: &addresses, pinned })
}

/// Checks a file for a person of whom nothing is known.
pub fn check_alone(bytes: &[u8]) -> BadgeReport {
    check_for(bytes, &[], &[])
}

/// The codes of a report, in their order.
pub fn codes(report: &BadgeReport) -> Vec<Code> {
    report.reasons.iter().map(|reason| reason.code).collect()
}
