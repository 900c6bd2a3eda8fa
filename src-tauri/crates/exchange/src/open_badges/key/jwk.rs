//! JSON Web Keys (RFC 7517, RFC 7518, RFC 8037).

use serde_json::Value;

use super::super::json::Object;
use super::{Algorithm, BadgeKeyError, PublicKey, base64url};

/// Members that a public key must not have.
const PRIVATE: [&str; 7] = ["d", "p", "q", "dp", "dq", "qi", "oth"];

/// Reads a public key. What it says of its own use must agree with verifying a signature.
pub fn of_jwk(jwk: &Object) -> Result<PublicKey, BadgeKeyError> {
    if PRIVATE.iter().any(|name| jwk.contains_key(*name)) {
        return Err(BadgeKeyError::Private);
    }
    let of = |name| jwk.get(name).and_then(Value::as_str);
    let key = match (of("kty"), of("crv")) {
        (Some("RSA"), _) => rsa(value(jwk, "n")?, value(jwk, "e")?),
        (Some("EC"), Some("P-256")) => p256(&value(jwk, "x")?, &value(jwk, "y")?),
        (Some("OKP"), Some("Ed25519")) => ed25519(&value(jwk, "x")?),
        (Some("oct"), _) => Err(BadgeKeyError::Private),
        (Some(kind), curve) => {
            Err(BadgeKeyError::UnknownKind(format!("{kind} {}", curve.unwrap_or_default()).trim().to_owned()))
        }
        (None, _) => Err(BadgeKeyError::NotAKey),
    }?;
    let for_signatures = match (jwk.get("use"), jwk.get("key_ops")) {
        (Some(usage), _) if usage != "sig" => false,
        (_, Some(Value::Array(uses))) => uses.iter().any(|usage| usage == "verify"),
        (_, other) => other.is_none(),
    };
    let same_algorithm = match jwk.get("alg") {
        None => true,
        Some(name) => name.as_str().and_then(Algorithm::named) == Some(key.algorithm()),
    };
    if for_signatures && same_algorithm { Ok(key) } else { Err(BadgeKeyError::NotForSignatures) }
}

fn value(jwk: &Object, name: &'static str) -> Result<Vec<u8>, BadgeKeyError> {
    jwk.get(name).and_then(Value::as_str).and_then(base64url).ok_or(BadgeKeyError::BadValue(name))
}

/// Makes an RSA key, of 2,048 to 8,192 bits: smaller ones can be broken, larger ones only take time.
pub fn rsa(modulus: Vec<u8>, exponent: Vec<u8>) -> Result<PublicKey, BadgeKeyError> {
    let (modulus, exponent) = (without_zeros(modulus), without_zeros(exponent));
    let bits =
        (modulus.len() * 8).saturating_sub(modulus.first().map_or(0, |first| first.leading_zeros() as usize));
    if !(2048..=8192).contains(&bits) {
        return Err(BadgeKeyError::BadValue("n"));
    }
    let is_odd = exponent.last().is_some_and(|last| last % 2 == 1);
    if !is_odd || exponent == [1] || exponent.len() > 4 {
        return Err(BadgeKeyError::BadValue("e"));
    }
    Ok(PublicKey::Rsa { modulus, exponent })
}

/// Makes a key of P-256 from its coordinates.
fn p256(x: &[u8], y: &[u8]) -> Result<PublicKey, BadgeKeyError> {
    if x.len() != 32 || y.len() != 32 {
        return Err(BadgeKeyError::BadValue("x"));
    }
    p256_point(&[&[4], x, y].concat())
}

/// Makes a key of P-256 from a point as SEC 1 writes it, compressed or not. It must lie on the curve.
pub fn p256_point(point: &[u8]) -> Result<PublicKey, BadgeKeyError> {
    p256::ecdsa::VerifyingKey::from_sec1_bytes(point)
        .map(PublicKey::P256)
        .map_err(|_| BadgeKeyError::BadValue("x"))
}

/// Makes a key of Ed25519.
pub fn ed25519(bytes: &[u8]) -> Result<PublicKey, BadgeKeyError> {
    let bytes: &[u8; 32] = bytes.try_into().map_err(|_| BadgeKeyError::BadValue("x"))?;
    match ed25519_dalek::VerifyingKey::from_bytes(bytes) {
        Ok(key) if !key.is_weak() => Ok(PublicKey::Ed25519(key)),
        _ => Err(BadgeKeyError::BadValue("x")),
    }
}

fn without_zeros(mut bytes: Vec<u8>) -> Vec<u8> {
    let zeros = bytes.iter().take_while(|byte| **byte == 0).count();
    bytes.drain(..zeros);
    bytes
}
