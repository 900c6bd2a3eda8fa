//! Any bytes as a badge in text: JSON, a token as it stands, and a token made of two JSON texts with a zero between
//! them, so that mutations reach what is within.

#![no_main]

mod badges;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    badges::holds(bytes);
    if let Some(at) = bytes.iter().position(|byte| *byte == 0) {
        let (header, claims) = (&bytes[..at], &bytes[at + 1..]);
        let encode = |part: &[u8]| URL_SAFE_NO_PAD.encode(part);
        badges::holds(format!("{}.{}.{}", encode(header), encode(claims), encode(&[7; 64])).as_bytes());
    }
});
