//! The npm packages that the interface may hold: all that are not there for its making alone. The bundler leaves out what
//! no page uses; the list says rather too much.

use std::fs;

use serde_json::{Value, json};

use super::{Licence, PROGRAM, Parts, component};
use crate::place;
use crate::run::Outcome;
use crate::supply::npm_lock;

/// Adds them.
pub fn add(parts: &mut Parts) -> Outcome {
    let path = place::ui().join("package-lock.json");
    let text = fs::read_to_string(&path).map_err(|problem| format!("{}: {problem}", path.display()))?;
    for package in npm_lock(&text)?.into_iter().filter(|package| package.shipped) {
        let reference = format!("pkg:npm/{}@{}", package.name.replace('@', "%40"), package.version);
        let mut all = component(
            "library",
            &reference,
            &package.name,
            &package.version,
            Licence::Expression(&package.licence),
        );
        all.insert("purl".into(), reference.clone().into());
        let hash = package.hash.strip_prefix("sha512-").and_then(hexadecimal);
        let hash = hash.ok_or_else(|| format!("{}: its hash cannot be read", package.name))?;
        all.insert("hashes".into(), json!([{ "alg": "SHA-512", "content": hash }]));
        parts.add(&reference, Value::Object(all));
        parts.need(PROGRAM, &reference);
    }
    Ok(())
}

/// Base64 as hexadecimal.
fn hexadecimal(base64: &str) -> Option<String> {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let (mut held, mut bits, mut hex) = (0_u32, 0, String::new());
    for letter in base64.trim_end_matches('=').bytes() {
        let value = LETTERS.iter().position(|known| *known == letter)?;
        held = held << 6 | u32::try_from(value).ok()?;
        bits += 6;
        if bits >= 8 {
            bits -= 8;
            hex += &format!("{:02x}", held >> bits & 0xff);
        }
    }
    Some(hex)
}

#[cfg(test)]
mod tests {
    use super::hexadecimal;

    #[test]
    fn a_hash_is_the_same_in_both_spellings() {
        assert_eq!(hexadecimal("AAH/gA==").as_deref(), Some("0001ff80"));
        assert_eq!(hexadecimal("Zm9vYg=="), hexadecimal("Zm9vYg"));
        assert_eq!(hexadecimal("a b"), None);
    }
}
