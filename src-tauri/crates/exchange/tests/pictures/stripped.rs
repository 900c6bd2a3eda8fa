//! The same picture, before it is shown to others.

use crate::made::*;
use groundwork_exchange::picture::{PictureError, look, without_metadata};
use image::{AnimationDecoder, ImageFormat, codecs::gif::GifDecoder};
use std::io::Cursor;

fn pixels(bytes: &[u8]) -> Vec<u8> {
    image::load_from_memory(bytes).unwrap().to_rgba8().into_raw()
}

#[test]
fn a_picture_keeps_every_pixel_and_loses_what_it_tells() {
    let picture = two_colours(50, 30);
    for file in [
        telling_jpeg(&picture, 1),
        telling_png(&picture, 1),
        telling_webp(&picture, 1),
        telling_gif(1),
        telling_gif(3),
    ] {
        assert!(tells(&file));
        let bare = without_metadata(&file).unwrap();
        assert!(!tells(&bare));
        assert_eq!(pixels(&bare), pixels(&file));
        assert_eq!(look(&bare).unwrap(), look(&file).unwrap());
        // Nothing is left to take away.
        assert_eq!(without_metadata(&bare).unwrap(), bare);
    }
}

#[test]
fn a_turned_picture_is_written_upright() {
    let picture = two_colours(64, 32);
    for file in [telling_jpeg(&picture, 6), telling_png(&picture, 6), telling_webp(&picture, 6)] {
        let bare = without_metadata(&file).unwrap();
        let facts = look(&bare).unwrap();
        assert!(!tells(&bare));
        assert_eq!(facts.format, look(&file).unwrap().format);
        assert_eq!((facts.width, facts.height), (32, 64));
        let shown = image::load_from_memory(&bare).unwrap().to_rgb8();
        assert!(shown.get_pixel(16, 4).0[0] > 150 && shown.get_pixel(16, 60).0[2] > 150);
    }
}

#[test]
fn a_colour_profile_stays_and_the_small_picture_of_a_camera_does_not() {
    let mut profile = vec![0; 132];
    profile[16..20].copy_from_slice(b"RGB ");
    let kept = segment(0xE2, &[b"ICC_PROFILE\0\x01\x01", profile.as_slice()].concat());
    let small = segment(0xE0, &[b"JFIF\0\x01\x02\0\0\x01\0\x01\x01\x01", SECRET].concat());
    let file = file(&two_colours(16, 16), ImageFormat::Jpeg);
    let told = [small, segment(0xE0, &[b"JFXX\0\x10", SECRET].concat()), kept.clone()].concat();
    for orientation in [1, 6] {
        let exif = segment(0xE1, &[b"Exif\0\0", exif(orientation).as_slice()].concat());
        let bare = without_metadata(&with(&file, 2, &[told.clone(), exif].concat())).unwrap();
        assert!(!tells(&bare));
        assert!(bare.windows(kept.len()).any(|window| window == kept), "{orientation}");
    }
}

#[test]
fn a_moving_picture_keeps_its_frames() {
    let bare = without_metadata(&telling_gif(4)).unwrap();
    assert_eq!(GifDecoder::new(Cursor::new(bare)).unwrap().into_frames().count(), 4);
}

#[test]
fn a_file_that_is_cut_off_is_not_shown_to_others() {
    let picture = two_colours(40, 30);
    for file in FORMATS.map(|format| file(&picture, format)) {
        for length in 0..file.len() - 2 {
            let cut = without_metadata(&file[..length]);
            assert!(matches!(cut, Err(PictureError::Damaged | PictureError::NotAPicture)), "{length}");
        }
    }
    let mut wrong = file(&picture, ImageFormat::Png);
    wrong[45] ^= 1;
    assert_eq!(without_metadata(&wrong), Err(PictureError::Damaged));
    let unknown = with(&file(&picture, ImageFormat::Png), 33, &chunk(b"ABCD", b"x"));
    assert_eq!(without_metadata(&unknown), Err(PictureError::Damaged));
}
