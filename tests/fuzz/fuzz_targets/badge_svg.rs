//! Any bytes as a drawing: as they stand, and between the tags of one that holds a badge.

#![no_main]

mod badges;

use libfuzzer_sys::fuzz_target;

const BEFORE: &[u8] =
    b"<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:openbadges=\"http://openbadges.org\" \
    xmlns:ob3=\"https://purl.imsglobal.org/ob/v3p0\" xmlns:xlink=\"http://www.w3.org/1999/xlink\">";

fuzz_target!(|bytes: &[u8]| {
    badges::holds(bytes);
    badges::holds(&[BEFORE, bytes, b"</svg>"].concat());
});
