//! Files that lie about what they are or how large they are.

use crate::made::*;
use groundwork_exchange::picture::{
    MOST_BYTES, MOST_SIDE, PictureError, PictureFormat, look, thumbnail, without_metadata,
};
use image::ImageFormat;
use proptest::prelude::*;

/// What all three ways in say of a file; they agree.
fn refused(bytes: &[u8]) -> Option<PictureError> {
    let looked = look(bytes).err()?;
    assert_eq!(thumbnail(bytes, 100).unwrap_err(), looked);
    assert_eq!(without_metadata(bytes).unwrap_err(), looked);
    Some(looked)
}

#[test]
fn a_program_named_as_a_picture_is_no_picture() {
    for start in [
        b"\x7FELF\x02\x01\x01".as_slice(),
        b"MZ\x90\0",
        b"#!/bin/sh\n",
        b"%PDF-1.7",
        b"PK\x03\x04",
        b"<svg xmlns='http://www.w3.org/2000/svg'>",
        b"BM",
        b"II*\0",
        b"\0\0\x01\0",
        b"\0\0\0\x1cftypavif",
        b"RIFF\0\0\0\0AVI ",
        b"GIF88a",
        b"\xFF\xD8",
        b"",
    ] {
        let mut bytes = start.to_vec();
        bytes.extend_from_slice(&[0; 64]);
        assert_eq!(refused(&bytes), Some(PictureError::NotAPicture), "{start:?}");
    }
}

#[test]
fn a_picture_of_sixty_thousand_pixels_is_refused_by_its_header() {
    let too_large = |width, height| Some(PictureError::TooLarge { width, height });
    for (width, height) in [
        (60_000, 60_000),
        (60_000, 1),
        (1, 60_000),
        (MOST_SIDE, MOST_SIDE),
        (u32::MAX, u32::MAX),
        (7_100, 7_100),
    ] {
        assert_eq!(refused(&png_of(width, height, &[])), too_large(width, height));
    }
    let sides =
        |file: &[u8], at: usize, side: [u8; 4]| [&file[..at], side.as_slice(), &file[at + 4..]].concat();
    let jpeg = file(&two_colours(8, 8), ImageFormat::Jpeg);
    let frame = jpeg.windows(2).position(|pair| pair == [0xFF, 0xC0]).unwrap();
    assert_eq!(refused(&sides(&jpeg, frame + 5, [0xFF; 4])), too_large(65_535, 65_535));
    assert_eq!(refused(&sides(&moving(1), 6, [0xFF; 4])), too_large(65_535, 65_535));
    // A small screen with a huge frame on it.
    let gif = moving(1);
    let frame = gif.windows(5).position(|head| head == [0x2C, 0, 0, 0, 0]).unwrap();
    assert_eq!(refused(&sides(&gif, frame + 5, [0xFF; 4])), too_large(65_535, 65_535));
    assert_eq!(refused(&webp(&[extended(0, 1 << 24, 1 << 24)])), too_large(1 << 24, 1 << 24));
    // A small canvas with a huge frame in it.
    let huge = riff(b"VP8L", &[0x2F, 0xFF, 0xFF, 0xFF, 0x0F, 0, 0, 0]);
    assert_eq!(refused(&webp(&[extended(0, 4, 4), huge.clone()])), too_large(16_384, 16_384));
    let frame = riff(b"ANMF", &[vec![0; 16], huge].concat());
    assert_eq!(refused(&webp(&[extended(2, 4, 4), frame])), too_large(16_384, 16_384));
}

/// Pixels of one colour, fifty thousand by fifty thousand, are a few megabytes: here the first rows of them.
#[test]
fn a_bomb_is_refused_before_it_is_unpacked() {
    let bomb = file(&image::DynamicImage::new_rgb8(2_000, 2_000), ImageFormat::Png);
    let pixels = &bomb[41..bomb.len() - 16];
    assert_eq!(
        refused(&png_of(50_000, 50_000, pixels)),
        Some(PictureError::TooLarge { width: 50_000, height: 50_000 })
    );
    // More pixels in the file than the header says: what is too much is not read, or the file is refused.
    if let Ok(thumb) = thumbnail(&png_of(20, 20, pixels), 100) {
        assert_eq!((thumb.width, thumb.height), (20, 20));
    }
    // A colour profile that unpacks to a hundred megabytes.
    let profile = [b"x\0\0".as_slice(), pixels].concat();
    let bomb = with(&file(&two_colours(8, 8), ImageFormat::Png), 33, &chunk(b"iCCP", &profile));
    let _ = thumbnail(&bomb, 8);
}

#[test]
fn a_picture_that_needs_too_much_memory_is_refused() {
    let mut deep = png_of(7_000, 7_000, &[]);
    deep[24..26].copy_from_slice(&[16, 6]);
    let sum = crc32fast::hash(&deep[12..29]).to_be_bytes();
    deep[29..33].copy_from_slice(&sum);
    assert!(look(&deep).is_ok());
    assert_eq!(thumbnail(&deep, 100), Err(PictureError::TooLarge { width: 7_000, height: 7_000 }));
}

#[test]
fn a_file_of_too_many_bytes_is_not_looked_at() {
    let mut long = file(&two_colours(4, 4), ImageFormat::Png);
    long.resize(MOST_BYTES + 1, 0);
    assert_eq!(refused(&long), Some(PictureError::TooManyBytes));
}

#[test]
fn a_size_of_nothing_and_a_header_that_contradicts_itself_are_damaged() {
    let jpeg = file(&two_colours(8, 8), ImageFormat::Jpeg);
    let frame = jpeg.windows(2).position(|pair| pair == [0xFF, 0xC0]).unwrap();
    let second = with(&jpeg, frame, &jpeg[frame..frame + 19]);
    let mut end = png_of(4, 4, &[]);
    end.drain(33..45);
    for bytes in
        [png_of(0, 5, &[]), png_of(5, 0, &[]), second, end, webp(&[]), webp(&[riff(b"VP8 ", &[0; 20])])]
    {
        assert_eq!(refused(&bytes), Some(PictureError::Damaged));
    }
    // A canvas that differs from the pixels on it.
    let pixels = file(&two_colours(8, 8), ImageFormat::WebP)[12..].to_vec();
    assert!(thumbnail(&webp(&[extended(0, 4_000, 4_000), pixels]), 10).is_err());
}

#[test]
fn a_file_cut_off_anywhere_is_an_error_or_a_picture_of_its_size() {
    for format in FORMATS {
        let whole = file(&two_colours(40, 30), format);
        for length in 0..whole.len() {
            if let Ok(thumb) = thumbnail(&whole[..length], 20) {
                assert_eq!((thumb.width, thumb.height), (20, 15), "{format:?} {length}");
            }
        }
    }
}

#[test]
fn a_file_that_is_two_things_leaves_the_second_behind() {
    let script = b"<script>alert(1)</script>PK\x03\x04%PDF-1.7";
    for format in FORMATS {
        let both = [file(&two_colours(40, 30), format).as_slice(), script].concat();
        let holds = |bytes: &[u8]| bytes.windows(8).any(|window| window == b"<script>");
        assert!(!holds(&thumbnail(&both, 20).unwrap().bytes), "{format:?}");
        assert!(!holds(&without_metadata(&both).unwrap()), "{format:?}");
    }
    let comment = with(&file(&two_colours(8, 8), ImageFormat::Jpeg), 2, &segment(0xFE, script));
    assert!(without_metadata(&comment).unwrap().len() < comment.len());
    // A screen of 0x2A2F pixels begins a comment in JavaScript: it is a GIF all the same, and read as one.
    let gif = [b"GIF89a/*".as_slice(), &moving(1)[8..]].concat();
    assert_eq!(look(&gif).unwrap().format, PictureFormat::Gif);
}

fn start() -> impl Strategy<Value = Vec<u8>> {
    prop::sample::select(vec![
        b"\x89PNG\r\n\x1a\n\0\0\0\x0DIHDR\0\0\0\x10\0\0\0\x10\x08\x02\0\0\0".to_vec(),
        b"\xFF\xD8\xFF\xE0".to_vec(),
        b"GIF89a\x10\0\x10\0\x80".to_vec(),
        b"RIFF\x40\0\0\0WEBPVP8 ".to_vec(),
        b"RIFF\x40\0\0\0WEBPVP8L".to_vec(),
        b"RIFF\x40\0\0\0WEBPVP8X".to_vec(),
        Vec::new(),
    ])
}

fn holds(bytes: &[u8]) {
    let facts = look(bytes);
    if let Ok(thumb) = thumbnail(bytes, 32) {
        assert!(facts.is_ok() && thumb.width <= 32 && thumb.height <= 32);
    }
    if let Ok(bare) = without_metadata(bytes) {
        assert_eq!(look(&bare).unwrap().format, facts.unwrap().format);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn any_bytes_are_answered(start in start(), bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        holds(&[start, bytes].concat());
    }

    #[test]
    fn a_picture_with_any_bytes_changed_is_answered(
        which in 0_usize..8,
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..12),
    ) {
        let picture = two_colours(16, 12);
        let mut bytes = match which {
            0 => telling_jpeg(&picture, 6),
            1 => telling_png(&picture, 6),
            2 => telling_webp(&picture, 6),
            3 => telling_gif(2),
            other => file(&picture, FORMATS[other - 4]),
        };
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        holds(&bytes);
    }
}
