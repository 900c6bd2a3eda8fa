//! Any bytes as a picture: no panic, the limits hold, and what is written is a picture without metadata.

#![no_main]

use groundwork_exchange::picture::{MOST_PIXELS, MOST_SIDE, PictureError, look, thumbnail, without_metadata};
use libfuzzer_sys::fuzz_target;

/// Larger ones are left out: their pixels take the time that other files could have.
const PIXELS: u64 = 1_000_000;

fuzz_target!(|bytes: &[u8]| {
    let facts = match look(bytes) {
        Ok(facts) => facts,
        Err(error) => {
            assert_eq!(thumbnail(bytes, 64).unwrap_err(), error);
            assert_eq!(without_metadata(bytes).unwrap_err(), error);
            return;
        }
    };
    let pixels = u64::from(facts.width) * u64::from(facts.height);
    assert!(facts.width <= MOST_SIDE && facts.height <= MOST_SIDE && pixels <= MOST_PIXELS);
    if pixels > PIXELS {
        return;
    }
    match thumbnail(bytes, 64) {
        Ok(thumb) => {
            let small = look(&thumb.bytes).unwrap();
            assert_eq!((small.width, small.height), (thumb.width, thumb.height));
            assert!(thumb.width <= 64 && thumb.height <= 64);
            assert_eq!(small.format.media_type(), thumb.media_type);
        }
        Err(error) => assert!(!matches!(error, PictureError::TooSlow | PictureError::NotAPicture)),
    }
    if let Ok(bare) = without_metadata(bytes) {
        assert_eq!(look(&bare).unwrap().format, facts.format);
        assert_eq!(without_metadata(&bare).unwrap(), bare);
    }
});
