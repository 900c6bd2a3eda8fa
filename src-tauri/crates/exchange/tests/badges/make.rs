//! What the tests hold badges against, and badges of their own making.

use std::path::PathBuf;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use groundwork_domain::badge::{BadgeReasonCode as Code, BadgeReport, BadgeVerdict as Verdict};
use groundwork_exchange::open_badges::{Against, PinnedKey, check, read_key};
use serde_json::{Value, json};

/// The moment of all tests: the fixtures are valid, expired or to come at this day.
pub const NOW: &str = "2026-01-15T12:00:00Z";
/// The issuer of badges that the tests make.
pub const ISSUER: &str = "https://academy.example/issuers/1";

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../tests/fixtures/openbadges")
}

/// The names of all fixtures.
pub fn names() -> Vec<String> {
    let entries = std::fs::read_dir(folder()).expect("the fixtures");
    entries.map(|entry| entry.expect("an entry").file_name().into_string().expect("a name")).collect()
}

/// The bytes of a fixture.
pub fn fixture(name: &str) -> Vec<u8> {
    std::fs::read(folder().join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// A fixture that is JSON.
pub fn json_fixture(name: &str) -> Value {
    serde_json::from_slice(&fixture(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
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

/// Checks a JSON badge.
pub fn check_json(badge: &Value) -> BadgeReport {
    check_alone(badge.to_string().as_bytes())
}

/// The codes of a report, in their order.
pub fn codes(report: &BadgeReport) -> Vec<Code> {
    report.reasons.iter().map(|reason| reason.code).collect()
}

/// Verdict and deciding reason.
pub fn decided(report: &BadgeReport) -> (Verdict, Code) {
    (report.verdict, report.reasons.first().expect("every verdict has a reason").code)
}

/// Whether a report says that a signature fits.
pub fn is_intact(report: &BadgeReport) -> bool {
    matches!(report.verdict, Verdict::IntactKeyPinned | Verdict::IntactIssuerUnknown)
}

/// A key that signs.
pub enum Signer {
    /// ES256.
    P256(p256::ecdsa::SigningKey),
    /// EdDSA.
    Ed25519(ed25519_dalek::SigningKey),
}

impl Signer {
    /// A key of P-256; each number gives another one.
    pub fn p256(number: u8) -> Self {
        Self::P256(p256::ecdsa::SigningKey::from_slice(&[number; 32]).expect("a scalar"))
    }

    /// A key of Ed25519; each number gives another one.
    pub fn ed25519(number: u8) -> Self {
        Self::Ed25519(ed25519_dalek::SigningKey::from_bytes(&[number; 32]))
    }

    /// Its name in a token's header.
    pub fn algorithm(&self) -> &'static str {
        match self {
            Self::P256(_) => "ES256",
            Self::Ed25519(_) => "EdDSA",
        }
    }

    /// The public half as a JSON Web Key.
    pub fn jwk(&self) -> Value {
        match self {
            Self::P256(key) => {
                let point = key.verifying_key().to_sec1_point(false);
                let (x, y) = point.as_bytes()[1..].split_at(32);
                json!({ "kty": "EC", "crv": "P-256", "x": encode(x), "y": encode(y) })
            }
            Self::Ed25519(key) => {
                json!({ "kty": "OKP", "crv": "Ed25519", "x": encode(key.verifying_key().as_bytes()) })
            }
        }
    }

    /// The public half in multibase.
    pub fn multibase(&self) -> String {
        let bytes = match self {
            Self::P256(key) => [&[0x80, 0x24], key.verifying_key().to_sec1_point(true).as_bytes()].concat(),
            Self::Ed25519(key) => [&[0xed, 0x01], key.verifying_key().as_bytes().as_slice()].concat(),
        };
        format!("z{}", bs58::encode(bytes).into_string())
    }

    /// The public half as an identifier.
    pub fn did(&self) -> String {
        format!("did:key:{}", self.multibase())
    }

    /// The public half, trusted for an issuer or for any.
    pub fn pinned(&self, issuer: Option<&str>) -> PinnedKey {
        let key = read_key(self.jwk().to_string().as_bytes()).expect("a public key");
        PinnedKey { issuer: issuer.map(str::to_owned), key }
    }

    /// Signs a text.
    pub fn sign(&self, message: &[u8]) -> Vec<u8> {
        match self {
            Self::P256(key) => {
                use p256::ecdsa::signature::Signer as _;
                let signature: p256::ecdsa::Signature = key.sign(message);
                signature.to_bytes().to_vec()
            }
            Self::Ed25519(key) => {
                use ed25519_dalek::Signer as _;
                key.sign(message).to_bytes().to_vec()
            }
        }
    }

    /// A token of these claims. `alg` is set to what the key does unless the header says otherwise.
    pub fn token(&self, mut header: Value, claims: &Value) -> String {
        let fields = header.as_object_mut().expect("a header");
        fields.entry("alg").or_insert_with(|| self.algorithm().into());
        let signed =
            format!("{}.{}", encode(header.to_string().as_bytes()), encode(claims.to_string().as_bytes()));
        format!("{signed}.{}", encode(&self.sign(signed.as_bytes())))
    }
}

/// Base64url without padding.
pub fn encode(bytes: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

/// A credential of 3.0, unsigned.
pub fn credential(issuer: &str) -> Value {
    json!({
        "@context": [
            "https://www.w3.org/ns/credentials/v2",
            "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"
        ],
        "id": "https://academy.example/credentials/7",
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "issuer": { "id": issuer, "type": ["Profile"], "name": "The Academy" },
        "validFrom": "2025-06-01T00:00:00Z",
        "validUntil": "2027-06-01T00:00:00Z",
        "credentialSubject": {
            "id": "did:example:ada",
            "type": ["AchievementSubject"],
            "achievement": {
                "id": "https://academy.example/achievements/sql",
                "type": ["Achievement"],
                "name": "SQL",
                "description": "Joins and windows",
                "criteria": { "narrative": "An exam of two hours" }
            }
        }
    })
}

/// The claims of a token of 3.0: the credential with the claims that repeat it.
pub fn claims(issuer: &str) -> Value {
    let mut claims = credential(issuer);
    for (name, value) in [
        ("iss", json!(issuer)),
        ("jti", json!("https://academy.example/credentials/7")),
        ("sub", json!("did:example:ada")),
        ("nbf", json!(1_748_736_000)),
        ("exp", json!(1_811_808_000)),
    ] {
        claims[name] = value;
    }
    claims
}

/// An assertion of 2.0 with all that belongs to it.
pub fn assertion() -> Value {
    json!({
        "@context": "https://w3id.org/openbadges/v2",
        "type": "Assertion",
        "id": "https://academy.example/assertions/7",
        "recipient": { "type": "email", "hashed": false, "identity": "ada@example.org" },
        "issuedOn": "2025-06-01T00:00:00+02:00",
        "verification": { "type": "hosted" },
        "badge": {
            "type": "BadgeClass",
            "id": "https://academy.example/badges/sql",
            "name": "SQL",
            "description": "Joins and windows",
            "image": "https://academy.example/badges/sql.png",
            "criteria": { "narrative": "An exam of two hours" },
            "alignment": [{ "targetName": "Databases", "targetCode": "D-1", "targetUrl": "https://esco.example/d1" }],
            "issuer": {
                "type": "Profile",
                "id": ISSUER,
                "name": "The Academy",
                "url": "https://academy.example",
                "email": "badges@academy.example"
            }
        }
    })
}

/// A chunk of a PNG picture with its check sum.
pub fn chunk(kind: &[u8; 4], data: &[u8]) -> Vec<u8> {
    let named = [kind.as_slice(), data].concat();
    let length = u32::try_from(data.len()).expect("a small chunk");
    [&length.to_be_bytes(), named.as_slice(), &crc32fast::hash(&named).to_be_bytes()].concat()
}

/// A chunk with international text.
pub fn itxt(keyword: &str, text: &str) -> Vec<u8> {
    chunk(b"iTXt", &[keyword.as_bytes(), b"\0\0\0\0\0", text.as_bytes()].concat())
}

/// A header of a picture of this size.
pub fn ihdr(width: u32, height: u32) -> Vec<u8> {
    chunk(b"IHDR", &[&width.to_be_bytes()[..], &height.to_be_bytes(), &[8, 6, 0, 0, 0]].concat())
}

/// A picture of these chunks between a header and an end.
pub fn png(chunks: &[Vec<u8>]) -> Vec<u8> {
    let mut bytes = [b"\x89PNG\r\n\x1a\n".to_vec(), ihdr(16, 16)].concat();
    chunks.iter().for_each(|chunk| bytes.extend(chunk));
    bytes.extend(chunk(b"IDAT", b"not looked at"));
    bytes.extend(chunk(b"IEND", b""));
    bytes
}

/// A drawing with this between its root's tags.
pub fn svg(inner: &str) -> String {
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:openbadges=\"http://openbadges.org\" \
         xmlns:ob3=\"https://purl.imsglobal.org/ob/v3p0\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" \
         viewBox=\"0 0 64 64\">{inner}</svg>"
    )
}
