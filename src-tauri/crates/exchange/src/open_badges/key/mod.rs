//! Public keys: reading them from outside, naming them, and holding a signature against them.

mod did;
mod jwk;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use groundwork_domain::badge::BadgeKey;
use ring::signature::{RSA_PKCS1_2048_8192_SHA256, RsaPublicKeyComponents};
use sha2::{Digest as _, Sha256};
use thiserror::Error;

pub use did::{in_fragment, is_did_with_key, of_did, of_multibase};
pub use jwk::of_jwk;

use super::json;

/// Bytes of a file with a key: an RSA key of 8,192 bits takes under 2,000.
const KEY_FILE_BYTES: usize = 64 * 1024;

/// Why something is no key that could be used.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum BadgeKeyError {
    /// Neither a JSON Web Key nor a set of them nor a key in multibase or as `did:key` or `did:jwk`.
    #[error("it is no public key")]
    NotAKey,
    /// It holds the private half, which nobody but the issuer may have.
    #[error("it holds a private key")]
    Private,
    /// A set of no key or of more than one: which one is meant, the file does not say.
    #[error("it holds {0} keys instead of one")]
    NotOne(usize),
    /// A kind of key that no supported way of signing uses.
    #[error("keys of the kind {0} are not supported")]
    UnknownKind(String),
    /// A value of the key is missing or is not what its kind asks for.
    #[error("the key's {0} is not valid")]
    BadValue(&'static str),
    /// It is marked for another use than signing.
    #[error("the key is not for signatures")]
    NotForSignatures,
}

impl BadgeKeyError {
    /// The field where the key stands, with the value that is wrong.
    pub(super) fn detail(&self, field: &str) -> String {
        match self {
            Self::NotAKey | Self::NotOne(_) => field.to_owned(),
            Self::Private => format!("{field}.d"),
            Self::UnknownKind(kind) => format!("{field} {kind}"),
            Self::BadValue(name) => format!("{field}.{name}"),
            Self::NotForSignatures => format!("{field}.use"),
        }
    }
}

/// How a token says that it is signed. A key takes exactly one of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Algorithm {
    /// RSASSA-PKCS1-v1_5 with SHA-256.
    Rs256,
    /// ECDSA over P-256 with SHA-256.
    Es256,
    /// Ed25519.
    EdDsa,
}

impl Algorithm {
    /// Reads the name of RFC 7518, RFC 8037 and RFC 9864.
    pub fn named(name: &str) -> Option<Self> {
        match name {
            "RS256" => Some(Self::Rs256),
            "ES256" => Some(Self::Es256),
            "EdDSA" | "Ed25519" => Some(Self::EdDsa),
            _ => None,
        }
    }

    /// The name in a token's header.
    pub fn name(self) -> &'static str {
        match self {
            Self::Rs256 => "RS256",
            Self::Es256 => "ES256",
            Self::EdDsa => "EdDSA",
        }
    }
}

/// A public key of a supported kind, valid in itself.
#[derive(Debug, Clone)]
pub enum PublicKey {
    /// Modulus and exponent, without leading zeros.
    Rsa {
        /// 2,048 to 8,192 bits.
        modulus: Vec<u8>,
        /// Odd, more than 1.
        exponent: Vec<u8>,
    },
    /// A point of P-256.
    P256(p256::ecdsa::VerifyingKey),
    /// A point of edwards25519, none of the few for which anything verifies.
    Ed25519(ed25519_dalek::VerifyingKey),
}

impl PublicKey {
    /// The one way of signing that the key is for.
    pub fn algorithm(&self) -> Algorithm {
        match self {
            Self::Rsa { .. } => Algorithm::Rs256,
            Self::P256(_) => Algorithm::Es256,
            Self::Ed25519(_) => Algorithm::EdDsa,
        }
    }

    /// Whether the signature fits. The algorithm is the key's own: what a header says does not matter here.
    pub fn verifies(&self, message: &[u8], signature: &[u8]) -> bool {
        match self {
            Self::Rsa { modulus, exponent } => RsaPublicKeyComponents { n: modulus, e: exponent }
                .verify(&RSA_PKCS1_2048_8192_SHA256, message, signature)
                .is_ok(),
            Self::P256(key) => {
                use p256::ecdsa::signature::Verifier as _;
                p256::ecdsa::Signature::from_slice(signature).is_ok_and(|s| key.verify(message, &s).is_ok())
            }
            // Strict: with the loose rules some keys verify any message.
            Self::Ed25519(key) => ed25519_dalek::Signature::from_slice(signature)
                .is_ok_and(|s| key.verify_strict(message, &s).is_ok()),
        }
    }

    /// The key with its thumbprint, as the program keeps it.
    pub fn to_badge_key(&self) -> BadgeKey {
        let (jwk, kind) = match self {
            Self::Rsa { modulus, exponent } => {
                (format!(r#"{{"e":"{}","kty":"RSA","n":"{}"}}"#, encode(exponent), encode(modulus)), "RSA")
            }
            Self::P256(key) => {
                let point = key.to_sec1_point(false);
                let (x, y) = point.as_bytes()[1..].split_at(32);
                let (x, y) = (encode(x), encode(y));
                (format!(r#"{{"crv":"P-256","kty":"EC","x":"{x}","y":"{y}"}}"#), "EC P-256")
            }
            Self::Ed25519(key) => {
                (format!(r#"{{"crv":"Ed25519","kty":"OKP","x":"{}"}}"#, encode(key.as_bytes())), "Ed25519")
            }
        };
        let thumbprint = encode(&Sha256::digest(jwk.as_bytes()));
        BadgeKey { jwk, thumbprint, kind: kind.to_owned() }
    }

    /// RFC 7638.
    pub fn thumbprint(&self) -> String {
        self.to_badge_key().thumbprint
    }
}

fn encode(bytes: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

/// Reads base64url as RFC 7515 writes it: no padding, no stray bits at the end, so that every text has one reading.
pub fn base64url(text: &str) -> Option<Vec<u8>> {
    URL_SAFE_NO_PAD.decode(text).ok()
}

/// Reads a public key that the person wants to trust: a JSON Web Key, a set of one, or a key in multibase, as
/// `did:key` or as `did:jwk`. Private keys are refused.
pub fn read(bytes: &[u8]) -> Result<PublicKey, BadgeKeyError> {
    if bytes.len() > KEY_FILE_BYTES {
        return Err(BadgeKeyError::NotAKey);
    }
    let text = std::str::from_utf8(bytes).map_err(|_| BadgeKeyError::NotAKey)?;
    let text = text.trim_start_matches('\u{feff}').trim();
    if !text.starts_with('{') {
        return if text.starts_with("did:") { of_did(text) } else { of_multibase(text) };
    }
    let object = json::object(text).map_err(|_| BadgeKeyError::NotAKey)?;
    match object.get("keys") {
        None if !object.contains_key("kty") => {
            match object.get("publicKeyMultibase").and_then(|v| v.as_str()) {
                _ if object.contains_key("secretKeyMultibase") => Err(BadgeKeyError::Private),
                Some(key) => of_multibase(key),
                None => Err(BadgeKeyError::NotAKey),
            }
        }
        None => of_jwk(&object),
        Some(serde_json::Value::Array(keys)) => match keys.as_slice() {
            [serde_json::Value::Object(key)] => of_jwk(key),
            _ => Err(BadgeKeyError::NotOne(keys.len())),
        },
        Some(_) => Err(BadgeKeyError::NotAKey),
    }
}
