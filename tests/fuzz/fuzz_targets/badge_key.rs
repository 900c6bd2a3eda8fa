//! Any bytes as the public key of an issuer of badges.

#![no_main]

use groundwork_exchange::open_badges::read_key;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let _ = read_key(bytes);
});
