//! What a picture is, and how it looks in a list.

use crate::made::*;
use groundwork_exchange::picture::{PictureFormat, look, thumbnail};
use image::{DynamicImage, ImageFormat, Rgba, RgbaImage};

fn decoded(bytes: &[u8]) -> RgbaImage {
    image::load_from_memory(bytes).unwrap().to_rgba8()
}

fn is_red(pixel: &Rgba<u8>) -> bool {
    pixel.0[0] > 150 && pixel.0[2] < 100
}

#[test]
fn a_picture_of_every_format_is_known_by_its_bytes() {
    let expected = [PictureFormat::Png, PictureFormat::Jpeg, PictureFormat::Gif, PictureFormat::WebP];
    for (format, expected) in FORMATS.into_iter().zip(expected) {
        let facts = look(&file(&two_colours(61, 40), format)).unwrap();
        assert_eq!((facts.format, facts.width, facts.height, facts.animated), (expected, 61, 40, false));
        assert_eq!(format.to_mime_type(), expected.media_type());
    }
}

#[test]
fn a_moving_picture_is_told_from_a_still_one() {
    assert!(!look(&moving(1)).unwrap().animated);
    assert!(look(&moving(3)).unwrap().animated);
    let still = file(&two_colours(4, 4), ImageFormat::Png);
    assert!(look(&with(&still, 33, &chunk(b"acTL", &[0, 0, 0, 2, 0, 0, 0, 0]))).unwrap().animated);
    let pixels = file(&two_colours(4, 4), ImageFormat::WebP)[12..].to_vec();
    let frame = [vec![0, 0, 0, 0, 0, 0, 3, 0, 0, 3, 0, 0, 100, 0, 0, 0], pixels].concat();
    let frames =
        webp(&[extended(0x02, 4, 4), riff(b"ANIM", &[0; 6]), riff(b"ANMF", &frame), riff(b"ANMF", &frame)]);
    assert!(look(&frames).unwrap().animated);
    assert_eq!(thumbnail(&frames, 2).unwrap().width, 2);
}

#[test]
fn a_thumbnail_has_the_longest_side_that_was_asked_and_the_same_shape() {
    for format in FORMATS {
        for (width, height, most, expected) in [
            (300, 150, 100, (100, 50)),
            (150, 300, 100, (50, 100)),
            (900, 300, 30, (30, 10)),
            (1000, 1, 50, (50, 1)),
            (40, 20, 100, (40, 20)),
            (40, 20, 0, (1, 1)),
        ] {
            let thumb = thumbnail(&file(&two_colours(width, height), format), most).unwrap();
            let picture = decoded(&thumb.bytes);
            assert_eq!((thumb.width, thumb.height), expected, "{format:?}");
            assert_eq!(picture.dimensions(), expected);
            if expected.0 > 1 {
                assert!(is_red(picture.get_pixel(0, 0)) && !is_red(picture.get_pixel(expected.0 - 1, 0)));
            }
            let as_png = matches!(format, ImageFormat::Png | ImageFormat::Gif);
            assert_eq!(thumb.media_type, if as_png { "image/png" } else { "image/jpeg" });
        }
    }
}

#[test]
fn what_is_transparent_stays_transparent() {
    let clear = DynamicImage::from(RgbaImage::from_pixel(200, 100, Rgba([10, 20, 30, 0])));
    for format in [ImageFormat::Png, ImageFormat::WebP, ImageFormat::Gif] {
        let thumb = thumbnail(&file(&clear, format), 50).unwrap();
        assert_eq!(thumb.media_type, "image/png");
        assert!(decoded(&thumb.bytes).pixels().all(|pixel| pixel.0[3] == 0), "{format:?}");
    }
}

#[test]
fn grey_palettes_and_sixteen_bits_are_read() {
    let picture = two_colours(64, 32);
    for picture in [
        DynamicImage::from(picture.to_luma8()),
        picture.to_luma_alpha8().into(),
        picture.to_luma16().into(),
        picture.to_rgb16().into(),
        picture.to_rgba16().into(),
    ] {
        assert_eq!(thumbnail(&file(&picture, ImageFormat::Png), 16).unwrap().width, 16);
    }
    let grey = file(&picture.to_luma8().into(), ImageFormat::Jpeg);
    assert_eq!(thumbnail(&grey, 16).unwrap().width, 16);
}

#[test]
fn a_photograph_stands_upright_and_says_nothing_of_where_it_was_taken() {
    // Where the red half of a picture, stored with red on the left, must be after each turn.
    for (orientation, size, red) in [
        (1, (60, 40), (5, 20)),
        (2, (60, 40), (55, 20)),
        (3, (60, 40), (55, 20)),
        (4, (60, 40), (5, 20)),
        (5, (40, 60), (20, 5)),
        (6, (40, 60), (20, 5)),
        (7, (40, 60), (20, 55)),
        (8, (40, 60), (20, 55)),
    ] {
        let picture = two_colours(120, 80);
        for file in [
            telling_jpeg(&picture, orientation),
            telling_png(&picture, orientation),
            telling_webp(&picture, orientation),
        ] {
            let thumb = thumbnail(&file, 60).unwrap();
            assert_eq!((thumb.width, thumb.height), size, "{orientation}");
            assert!(is_red(decoded(&thumb.bytes).get_pixel(red.0, red.1)), "{orientation}");
            assert!(!tells(&thumb.bytes));
        }
    }
    assert!(!tells(&thumbnail(&telling_gif(2), 10).unwrap().bytes));
}
