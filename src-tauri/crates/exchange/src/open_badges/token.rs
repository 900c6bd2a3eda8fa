//! Signed tokens: compact JWS (RFC 7515), as VC-JWT and as signed badges of 2.0 use them.

use groundwork_domain::badge::BadgeReasonCode as Code;

use super::json::{self, Object};
use super::key::{self, Algorithm, PublicKey, base64url};
use super::reason::Findings;
use super::signature::Signed;
use super::{Against, fields};

/// A token taken apart. Its signature has not been checked.
#[derive(Debug)]
pub struct Token<'a> {
    /// What it says.
    pub claims: Object,
    header: Object,
    /// None where the way of signing was refused, which is marked.
    algorithm: Option<Algorithm>,
    signed: &'a str,
    signature: Vec<u8>,
}

/// Whether a text has the form of a compact JWS.
pub fn is_token(text: &str) -> bool {
    let is_part = |part: &str| part.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte));
    let parts: Vec<&str> = text.splitn(4, '.').collect();
    matches!(parts.as_slice(), [header, claims, _] if !header.is_empty() && !claims.is_empty())
        && parts.iter().all(|part| is_part(part))
}

impl<'a> Token<'a> {
    /// Takes a token apart and judges its header. None if it cannot be read.
    pub fn read(text: &'a str, found: &mut Findings) -> Option<Self> {
        let Some((signed, signature)) = text.rsplit_once('.') else {
            found.invalid(Code::Broken, "JWT");
            return None;
        };
        let parts = signed.split_once('.').and_then(|(header, claims)| {
            let text = |part| base64url(part).and_then(|bytes| String::from_utf8(bytes).ok());
            Some((text(header)?, text(claims)?, base64url(signature)?))
        });
        let Some((header, claims, signature)) = parts else {
            found.invalid(Code::Broken, "JWT");
            return None;
        };
        match (json::object(&header), json::object(&claims)) {
            (Ok(header), Ok(claims)) => {
                let algorithm = algorithm(&header, found);
                Some(Self { claims, header, algorithm, signed, signature })
            }
            (Err(reason), _) | (_, Err(reason)) => {
                found.refused(reason);
                None
            }
        }
    }

    /// Judges the signature, for a badge of this issuer. `elsewhere` is where the badge says that the key lies.
    pub fn judge(
        &self,
        issuer: Option<&str>,
        elsewhere: Option<&str>,
        against: &Against<'_>,
        found: &mut Findings,
    ) {
        let Some(algorithm) = self.algorithm else { return };
        let Ok(carried) = self.key(found) else { return };
        let elsewhere = elsewhere.or(fields::text_of(&self.header, &["kid", "jku"])).unwrap_or_default();
        let (message, signature) = (self.signed.as_bytes(), self.signature.as_slice());
        Signed { issuer, algorithm, carried, elsewhere, message, signature }.judge(against, found);
    }

    /// The key in the header, or the one that its key id is. An error is marked.
    fn key(&self, found: &mut Findings) -> Result<Option<PublicKey>, ()> {
        let mut keys = Vec::new();
        if let Some(jwk) = self.header.get("jwk") {
            let key = jwk.as_object().ok_or(key::BadgeKeyError::NotAKey).and_then(key::of_jwk);
            keys.push(("jwk", key));
        }
        if let Some(kid) = fields::text(&self.header, "kid").filter(|kid| key::is_did_with_key(kid)) {
            keys.push(("kid", key::of_did(kid)));
        }
        let mut known: Option<PublicKey> = None;
        for (name, key) in keys {
            match (key, &known) {
                (Err(error), _) => {
                    found.invalid(Code::KeyUnusable, &error.detail(name));
                    return Err(());
                }
                (Ok(key), Some(other)) if key.thumbprint() != other.thumbprint() => {
                    found.invalid(Code::KeyUnusable, "jwk, kid");
                    return Err(());
                }
                (Ok(key), _) => known = Some(key),
            }
        }
        Ok(known)
    }
}

/// The way of signing. Anything that cannot be accepted is marked, and then there is none.
fn algorithm(header: &Object, found: &mut Findings) -> Option<Algorithm> {
    // Whoever signs with such a header asks that readers who do not know the extension refuse it.
    if header.contains_key("crit") {
        found.invalid(Code::FieldInvalid, "crit");
        return None;
    }
    let Some(name) = fields::text(header, "alg") else {
        found.invalid(Code::FieldMissing, "alg");
        return None;
    };
    let algorithm = Algorithm::named(name);
    if name.eq_ignore_ascii_case("none") {
        found.invalid(Code::AlgorithmNone, "");
    } else if algorithm.is_none() {
        found.invalid(Code::AlgorithmUnsupported, name);
    }
    algorithm
}
