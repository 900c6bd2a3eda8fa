//! The JSON-LD contexts that the program carries. None is ever fetched: `assets/contexts/SOURCES.md` says where each
//! comes from.

macro_rules! context {
    ($file:literal) => {
        include_str!(concat!("../../../assets/contexts/", $file))
    };
}

const OB_3_0_0: &str = context!("ob-3.0.0.json");
const OB_3_0_1: &str = context!("ob-3.0.1.json");
const OB_3_0_2: &str = context!("ob-3.0.2.json");
const OB_3_0_3: &str = context!("ob-3.0.3.json");

/// Addresses without a version, at which another text may have stood when a badge was signed.
const MOVING: [&str; 3] = [
    "https://purl.imsglobal.org/spec/ob/v3p0/context.json",
    "https://purl.imsglobal.org/spec/ob/v3p0/context/ob_v3p0.jsonld",
    "https://purl.imsglobal.org/spec/ob/v3p0/context",
];
/// What may have stood there, the likeliest first.
const EDITIONS: [&str; 4] = [OB_3_0_0, OB_3_0_3, OB_3_0_1, OB_3_0_2];

/// Every other context.
const FIXED: [(&str, &str); 12] = [
    ("https://www.w3.org/2018/credentials/v1", context!("credentials-v1.jsonld")),
    ("https://www.w3.org/ns/credentials/v2", context!("credentials-v2.jsonld")),
    ("https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.1.json", OB_3_0_1),
    ("https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.2.json", OB_3_0_2),
    ("https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json", OB_3_0_3),
    ("https://purl.imsglobal.org/spec/ob/v3p0/extensions.json", context!("ob-extensions.json")),
    ("https://w3id.org/security/data-integrity/v1", context!("data-integrity-v1.jsonld")),
    ("https://w3id.org/security/data-integrity/v2", context!("data-integrity-v2.jsonld")),
    ("https://w3id.org/security/multikey/v1", context!("multikey-v1.jsonld")),
    ("https://w3id.org/security/suites/ed25519-2020/v1", context!("ed25519-2020-v1.jsonld")),
    ("https://w3id.org/vc/status-list/2021/v1", context!("status-list-2021-v1.jsonld")),
    ("https://w3id.org/vc-revocation-list-2020/v1", context!("revocation-list-2020-v1.jsonld")),
];

/// Which of the texts to take for an address without a version.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Edition(usize);

/// The texts to try for these contexts: one, unless an address without a version is among them.
pub fn editions<'a>(mut addresses: impl Iterator<Item = &'a str>) -> impl Iterator<Item = Edition> {
    let count = if addresses.any(|address| MOVING.contains(&address)) { EDITIONS.len() } else { 1 };
    (0..count).map(Edition)
}

/// The context at an address; none if the program does not carry it.
pub fn text(address: &str, edition: Edition) -> Option<&'static str> {
    #[cfg(test)]
    if address == tests::EXAMPLES.0 {
        return Some(tests::EXAMPLES.1);
    }
    if MOVING.contains(&address) {
        return EDITIONS.get(edition.0).copied();
    }
    FIXED.iter().find(|(known, _)| *known == address).map(|(_, text)| *text)
}

/// Whether the program carries the context at an address.
pub fn is_known(address: &str) -> bool {
    text(address, Edition(0)).is_some()
}

#[cfg(test)]
pub mod tests {
    use super::*;
    use crate::open_badges::recipient::hex;
    use sha2::{Digest as _, Sha256};

    /// The context of the W3C's examples, which gives a meaning to every word: only tests may use it.
    pub const EXAMPLES: (&str, &str) = (
        "https://www.w3.org/ns/credentials/examples/v2",
        r#"{"@context":{"@vocab":"https://www.w3.org/ns/credentials/examples#"}}"#,
    );

    #[test]
    fn the_contexts_are_byte_for_byte_those_whose_digests_their_specifications_publish() {
        for (address, digest) in [
            // Verifiable Credentials Data Model 1.1, B.1.
            (
                "https://www.w3.org/2018/credentials/v1",
                "ab4ddd9a531758807a79a5b450510d61ae8d147eab966cc9a200c07095b0cdcc",
            ),
            // Verifiable Credentials Data Model 2.0, B.1.
            (
                "https://www.w3.org/ns/credentials/v2",
                "59955ced6697d61e03f2b2556febe5308ab16842846f5b586d7f1f7adec92734",
            ),
            // Verifiable Credential Data Integrity 1.0, 2.4.
            (
                "https://w3id.org/security/data-integrity/v2",
                "67f21e6e33a6c14e5ccfd2fc7865f7474fb71a04af7e94136cb399dfac8ae8f4",
            ),
            (
                "https://w3id.org/security/multikey/v1",
                "ba2c182de2d92f7e47184bcca8fcf0beaee6d3986c527bf664c195bbc7c58597",
            ),
        ] {
            let text = text(address, Edition(0)).expect("the program carries it");
            assert_eq!(hex(&Sha256::digest(text)), digest, "{address}");
        }
    }
}
