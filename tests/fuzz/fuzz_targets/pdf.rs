//! Any bytes as a PDF: a page is drawn or refused, and never larger than asked.

#![no_main]

use groundwork_exchange::pdf::page;
use libfuzzer_sys::fuzz_target;

const WIDTH: u32 = 120;

fuzz_target!(|bytes: &[u8]| {
    // Mutations seldom keep the first word.
    let bytes = if bytes.starts_with(b"%PDF-") { bytes.to_vec() } else { [b"%PDF-1.4\n", bytes].concat() };
    if let Ok(drawn) = page(bytes, 0, WIDTH) {
        assert!(drawn.pages >= 1 && drawn.width <= WIDTH && drawn.height <= 4_000);
        assert!(drawn.png.starts_with(b"\x89PNG"));
    }
});
