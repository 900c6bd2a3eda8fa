//! Pictures made for the tests, and the parts of files that no encoder would write.

use image::codecs::gif::GifEncoder;
use image::{DynamicImage, Frame, ImageFormat, Rgba, RgbaImage};
use std::io::Cursor;

/// The four formats.
pub const FORMATS: [ImageFormat; 4] =
    [ImageFormat::Png, ImageFormat::Jpeg, ImageFormat::Gif, ImageFormat::WebP];

/// What must not be found in what is shown to others.
pub const SECRET: &[u8] = b"48.8584N 2.2945E Ada";

/// Red on the left, blue on the right, opaque.
pub fn two_colours(width: u32, height: u32) -> DynamicImage {
    RgbaImage::from_fn(width, height, |x, _| {
        if x < width / 2 { Rgba([220, 20, 20, 255]) } else { Rgba([20, 20, 220, 255]) }
    })
    .into()
}

/// A picture as a file.
pub fn file(picture: &DynamicImage, format: ImageFormat) -> Vec<u8> {
    let mut out = Cursor::new(Vec::new());
    let picture = if format == ImageFormat::Jpeg { picture.to_rgb8().into() } else { picture.clone() };
    picture.write_to(&mut out, format).unwrap();
    out.into_inner()
}

/// A GIF of so many frames.
pub fn moving(frames: u32) -> Vec<u8> {
    let mut out = Vec::new();
    let mut encoder = GifEncoder::new(&mut out);
    for _ in 0..frames {
        encoder.encode_frame(Frame::new(two_colours(20, 10).to_rgba8())).unwrap();
    }
    drop(encoder);
    out
}

/// A chunk of a PNG, with its check sum.
pub fn chunk(kind: &[u8; 4], data: &[u8]) -> Vec<u8> {
    let mut out = u32::try_from(data.len()).unwrap().to_be_bytes().to_vec();
    out.extend_from_slice(kind);
    out.extend_from_slice(data);
    out.extend_from_slice(&crc32fast::hash(&out[4..]).to_be_bytes());
    out
}

/// A PNG whose header announces this size, with these bytes as pixels.
pub fn png_of(width: u32, height: u32, pixels: &[u8]) -> Vec<u8> {
    let mut header = width.to_be_bytes().to_vec();
    header.extend_from_slice(&height.to_be_bytes());
    header.extend_from_slice(&[8, 2, 0, 0, 0]);
    let mut out = b"\x89PNG\r\n\x1a\n".to_vec();
    out.extend(chunk(b"IHDR", &header));
    out.extend(chunk(b"IDAT", pixels));
    out.extend(chunk(b"IEND", &[]));
    out
}

/// Exif data that turns the picture and tells a secret behind its table.
pub fn exif(orientation: u8) -> Vec<u8> {
    let mut out = b"MM\0\x2A\0\0\0\x08\0\x01".to_vec();
    out.extend_from_slice(&[0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0]);
    out.extend_from_slice(SECRET);
    out
}

/// A segment of a JPEG.
pub fn segment(marker: u8, data: &[u8]) -> Vec<u8> {
    let mut out = vec![0xFF, marker];
    out.extend_from_slice(&u16::try_from(data.len() + 2).unwrap().to_be_bytes());
    out.extend_from_slice(data);
    out
}

/// The file with bytes put in at a place.
pub fn with(file: &[u8], at: usize, bytes: &[u8]) -> Vec<u8> {
    [&file[..at], bytes, &file[at..]].concat()
}

/// A JPEG that tells all that a JPEG can tell, turned as asked.
pub fn telling_jpeg(picture: &DynamicImage, orientation: u8) -> Vec<u8> {
    let mut told = segment(0xE1, &[b"Exif\0\0", exif(orientation).as_slice()].concat());
    told.extend(segment(0xE1, &[b"http://ns.adobe.com/xap/1.0/\0", SECRET].concat()));
    told.extend(segment(0xE2, &[b"MPF\0", SECRET].concat()));
    told.extend(segment(0xED, &[b"Photoshop 3.0\0", SECRET].concat()));
    told.extend(segment(0xEF, SECRET));
    told.extend(segment(0xFE, SECRET));
    let mut file = with(&file(picture, ImageFormat::Jpeg), 2, &told);
    file.extend_from_slice(SECRET);
    file
}

/// A PNG that tells all that a PNG can tell, turned as asked.
pub fn telling_png(picture: &DynamicImage, orientation: u8) -> Vec<u8> {
    let mut told = chunk(b"tEXt", &[b"Comment\0", SECRET].concat());
    told.extend(chunk(b"zTXt", &[b"Comment\0\0", SECRET].concat()));
    told.extend(chunk(b"iTXt", &[b"XML:com.adobe.xmp\0\0\0\0\0", SECRET].concat()));
    told.extend(chunk(b"tIME", &[7, 234, 1, 5, 12, 0, 0]));
    told.extend(chunk(b"eXIf", &exif(orientation)));
    told.extend(chunk(b"prVt", SECRET));
    let mut file = with(&file(picture, ImageFormat::Png), 33, &told);
    file.extend_from_slice(SECRET);
    file
}

/// A chunk of a WebP.
pub fn riff(kind: &[u8; 4], data: &[u8]) -> Vec<u8> {
    let mut out = kind.to_vec();
    out.extend_from_slice(&u32::try_from(data.len()).unwrap().to_le_bytes());
    out.extend_from_slice(data);
    out.resize(out.len().next_multiple_of(2), 0);
    out
}

/// A WebP of these chunks.
pub fn webp(chunks: &[Vec<u8>]) -> Vec<u8> {
    let body = chunks.concat();
    let mut out = b"RIFF".to_vec();
    out.extend_from_slice(&u32::try_from(body.len() + 4).unwrap().to_le_bytes());
    out.extend_from_slice(b"WEBP");
    out.extend(body);
    out
}

/// The head of an extended WebP of this size.
pub fn extended(flags: u8, width: u32, height: u32) -> Vec<u8> {
    let mut data = vec![flags, 0, 0, 0];
    data.extend_from_slice(&(width - 1).to_le_bytes()[..3]);
    data.extend_from_slice(&(height - 1).to_le_bytes()[..3]);
    riff(b"VP8X", &data)
}

/// A WebP that tells all that a WebP can tell, turned as asked.
pub fn telling_webp(picture: &DynamicImage, orientation: u8) -> Vec<u8> {
    let plain = file(picture, ImageFormat::WebP);
    let mut file = webp(&[
        extended(0x1C, picture.width(), picture.height()),
        plain[12..].to_vec(),
        riff(b"EXIF", &exif(orientation)),
        riff(b"XMP ", SECRET),
        riff(b"prvt", SECRET),
    ]);
    file.extend_from_slice(SECRET);
    file
}

/// A GIF that tells all that a GIF can tell.
pub fn telling_gif(frames: u32) -> Vec<u8> {
    let length = u8::try_from(SECRET.len()).unwrap();
    let comment = [b"\x21\xFE", [length].as_slice(), SECRET, b"\0"].concat();
    let application = [b"\x21\xFF\x0BXMP DataXMP", [length].as_slice(), SECRET, b"\0"].concat();
    let mut file = moving(frames);
    let at = 13 + if file[10] & 0x80 == 0 { 0 } else { 3 << ((file[10] & 7) + 1) };
    file = with(&file, at, &[comment, application].concat());
    file.extend_from_slice(SECRET);
    file
}

/// Whether the bytes hold what they must not.
pub fn tells(bytes: &[u8]) -> bool {
    let found = |part: &[u8]| bytes.windows(part.len()).any(|window| window == part);
    found(SECRET) || found(b"Exif") || found(b"EXIF") || found(b"eXIf") || found(b"tIME")
}
