//! Decodes pictures within limits, and writes them smaller or turned.

use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::PngEncoder;
use image::codecs::webp::WebPEncoder;
use image::imageops::FilterType;
use image::metadata::Orientation;
use image::{
    ColorType, DynamicImage, ImageDecoder, ImageEncoder, ImageError, ImageReader, ImageResult, Limits,
};
use std::io::Cursor;

use super::{MOST_SIDE, PictureError, PictureFacts, PictureFormat, Thumb, orientation};

/// The most memory that a decoder may take, in bytes: 50 megapixels of four channels, or 32 of sixteen bits each.
const MOST_MEMORY: u64 = 256 * 1024 * 1024;
/// Quality of a thumbnail as JPEG, 1 to 100.
const THUMBNAIL_QUALITY: u8 = 85;
/// Quality of a whole picture that had to be turned.
const TURNED_QUALITY: u8 = 92;
/// The longest colour profile that is kept, in bytes.
const MOST_PROFILE: usize = 1024 * 1024;

/// The decoded picture, and its colour profile.
fn decoded(bytes: &[u8], facts: PictureFacts) -> Result<(DynamicImage, Option<Vec<u8>>), PictureError> {
    let PictureFacts { width, height, .. } = facts;
    let failed = |error| match error {
        ImageError::Limits(_) => PictureError::TooLarge { width, height },
        _ => PictureError::Damaged,
    };
    let mut limits = Limits::no_limits();
    limits.max_image_width = Some(MOST_SIDE);
    limits.max_image_height = Some(MOST_SIDE);
    limits.max_alloc = Some(MOST_MEMORY);
    let mut reader = ImageReader::with_format(Cursor::new(bytes), facts.format.decoded_as());
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(failed)?;
    if decoder.dimensions() != (width, height) {
        return Err(PictureError::Damaged);
    }
    if decoder.total_bytes() > MOST_MEMORY {
        return Err(PictureError::TooLarge { width, height });
    }
    let profile = decoder.icc_profile().ok().flatten().filter(|profile| profile.len() <= MOST_PROFILE);
    Ok((DynamicImage::from_decoder(decoder).map_err(failed)?, profile))
}

/// A picture whose longest side is `most`, turned as it is to be shown.
pub fn thumbnail(bytes: &[u8], facts: PictureFacts, most: u32) -> Result<Thumb, PictureError> {
    let (picture, _) = decoded(bytes, facts)?;
    let mut small = smaller(picture, most);
    small.apply_orientation(orientation(bytes, facts.format));
    let (width, height) = (small.width(), small.height());
    let transparent =
        small.color().has_alpha() && small.to_rgba8().pixels().any(|pixel| pixel.0[3] < u8::MAX);
    let small = if transparent { small.into_rgba8().into() } else { DynamicImage::from(small.into_rgb8()) };
    let as_png = transparent || matches!(facts.format, PictureFormat::Png | PictureFormat::Gif);
    let mut out = Vec::new();
    let media_type = if as_png {
        small.write_with_encoder(PngEncoder::new(&mut out)).map(|()| "image/png")
    } else {
        let encoder = JpegEncoder::new_with_quality(&mut out, THUMBNAIL_QUALITY);
        small.write_with_encoder(encoder).map(|()| "image/jpeg")
    };
    Ok(Thumb { media_type: media_type.map_err(|_| PictureError::Damaged)?, bytes: out, width, height })
}

/// The picture in a square of this many pixels; one that fits stays as it is.
fn smaller(picture: DynamicImage, most: u32) -> DynamicImage {
    let longest = picture.width().max(picture.height());
    if longest <= most {
        return picture;
    }
    let scaled = |side: u32, most: u32| {
        let rounded = (u64::from(side) * u64::from(most) + u64::from(longest) / 2) / u64::from(longest);
        u32::try_from(rounded).unwrap_or(most).max(1)
    };
    let (width, height) = (scaled(picture.width(), most), scaled(picture.height(), most));
    // Averaging is fast and keeps no detail; the last halving is done with care.
    let twice = most * 2;
    let picture = if longest > twice * 2 {
        picture.thumbnail_exact(scaled(picture.width(), twice), scaled(picture.height(), twice))
    } else {
        picture
    };
    picture.resize_exact(width, height, FilterType::CatmullRom)
}

/// The whole picture, turned and written anew in its format with nothing but its colour profile beside it.
pub fn turned(bytes: &[u8], facts: PictureFacts, turn: Orientation) -> Result<Vec<u8>, PictureError> {
    let (mut picture, profile) = decoded(bytes, facts)?;
    picture.apply_orientation(turn);
    let mut out = Vec::new();
    let written = match facts.format {
        PictureFormat::Jpeg => {
            let picture = if picture.color() == ColorType::L8 { picture } else { picture.into_rgb8().into() };
            write(JpegEncoder::new_with_quality(&mut out, TURNED_QUALITY), &picture, profile)
        }
        PictureFormat::WebP => write(WebPEncoder::new_lossless(&mut out), &picture, profile),
        PictureFormat::Png | PictureFormat::Gif => write(PngEncoder::new(&mut out), &picture, profile),
    };
    written.map_err(|_| PictureError::Damaged)?;
    Ok(out)
}

/// Writes a picture with its profile, where that speaks of the same colours.
fn write(
    mut encoder: impl ImageEncoder,
    picture: &DynamicImage,
    profile: Option<Vec<u8>>,
) -> ImageResult<()> {
    let colours: &[u8] = if picture.color().has_color() { b"RGB " } else { b"GRAY" };
    if let Some(profile) = profile.filter(|profile| profile.get(16..20) == Some(colours)) {
        // A format that has no place for it shows the colours without.
        let _ = encoder.set_icc_profile(profile);
    }
    picture.write_with_encoder(encoder)
}
