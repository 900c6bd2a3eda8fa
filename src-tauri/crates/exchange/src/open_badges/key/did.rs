//! Keys that are their own address: `did:key`, `did:jwk`, and the multibase text (Multikey) within.

use super::super::json;
use super::jwk::{ed25519, p256_point};
use super::{BadgeKeyError, PublicKey, base64url, of_jwk};

/// Longest multibase text that is read: base 58 takes the square of its length.
const MULTIBASE_CHARS: usize = 256;

/// Reads the key of a `did:key` or `did:jwk`, with or without the fragment that names it once more.
pub fn of_did(did: &str) -> Result<PublicKey, BadgeKeyError> {
    let (did, fragment) = match did.split_once('#') {
        Some((did, fragment)) => (did, Some(fragment)),
        None => (did, None),
    };
    if let Some(encoded) = did.strip_prefix("did:key:") {
        // A did:key may stand for a second key, for encryption, which its fragment would name.
        return match fragment {
            Some(named) if named != encoded => Err(BadgeKeyError::NotForSignatures),
            _ => of_multibase(encoded),
        };
    }
    let encoded = did.strip_prefix("did:jwk:").ok_or(BadgeKeyError::NotAKey)?;
    if fragment.is_some_and(|named| named != "0") {
        return Err(BadgeKeyError::NotAKey);
    }
    let text =
        base64url(encoded).and_then(|bytes| String::from_utf8(bytes).ok()).ok_or(BadgeKeyError::NotAKey)?;
    of_jwk(&json::object(&text).map_err(|_| BadgeKeyError::NotAKey)?)
}

/// Whether an identifier is one that holds its key itself.
pub fn is_did_with_key(id: &str) -> bool {
    id.starts_with("did:key:") || id.starts_with("did:jwk:")
}

/// Reads a key in base 58 behind a `z`, with the code of its kind before it.
/// Codes: <https://github.com/multiformats/multicodec>, `ed25519-pub` and `p256-pub`.
pub fn of_multibase(text: &str) -> Result<PublicKey, BadgeKeyError> {
    let encoded = text.strip_prefix('z').filter(|encoded| encoded.len() <= MULTIBASE_CHARS);
    let bytes =
        encoded.and_then(|encoded| bs58::decode(encoded).into_vec().ok()).ok_or(BadgeKeyError::NotAKey)?;
    match bytes.split_at_checked(2) {
        Some(([0xed, 0x01], key)) => ed25519(key),
        Some(([0x80, 0x24], key)) if key.len() == 33 => p256_point(key),
        // Codes of the private halves: 0x1300 and 0x1306.
        Some(([0x80 | 0x86, 0x26], _)) => Err(BadgeKeyError::Private),
        Some((code, _)) => {
            Err(BadgeKeyError::UnknownKind(format!("multicodec {:02x}{:02x}", code[0], code[1])))
        }
        None => Err(BadgeKeyError::NotAKey),
    }
}

/// The key that an address carries in its fragment, as `https://example.edu/issuers/1#z6Mk…`.
pub fn in_fragment(address: &str) -> Option<&str> {
    address.split_once('#').map(|(_, fragment)| fragment).filter(|fragment| fragment.starts_with('z'))
}
