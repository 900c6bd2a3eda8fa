//! Payloads between what people write around them: 5,000 drawn ones, and any text at all.

use crate::around::{AFTER, BEFORE};
use crate::payloads::payloads;
use crate::safe;
use proptest::prelude::*;

/// A small generator of its own: the same 5,000 on every machine. Steele, Lea, Flood: SplitMix64 (2014).
struct Draw(u64);

impl Draw {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        usize::try_from((z ^ (z >> 31)) % most as u64).unwrap()
    }
}

#[test]
fn five_thousand_combinations_do_nothing() {
    let payloads = payloads();
    let mut draw = Draw(20_260_105);
    for _ in 0..5_000 {
        let mut text = String::new();
        for _ in 0..=draw.below(2) {
            text.push_str(BEFORE[draw.below(BEFORE.len())]);
            text.push_str(&payloads[draw.below(payloads.len())]);
            text.push_str(AFTER[draw.below(AFTER.len())]);
        }
        safe(&text);
    }
}

fn piece() -> impl Strategy<Value = String> {
    prop_oneof![
        prop::sample::select(BEFORE).prop_map(str::to_owned),
        prop::sample::select(AFTER).prop_map(str::to_owned),
        prop::sample::select(payloads()),
        any::<String>(),
        "[ \\n\\t<>\"'=&;:/#*_`~|!\\[\\]()a-c0-2-]{0,12}",
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn any_text_becomes_allowed_html_alone(text in any::<String>()) {
        safe(&text);
    }

    #[test]
    fn any_pieces_in_any_order_become_allowed_html_alone(pieces in prop::collection::vec(piece(), 0..8)) {
        safe(&pieces.concat());
    }
}
