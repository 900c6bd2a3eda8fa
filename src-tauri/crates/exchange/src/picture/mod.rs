//! Foreign pictures: what they are, small ones to show in lists, and the same picture without what it tells of the person.
//!
//! PNG, JPEG, GIF and WebP. Size and format are read from the first bytes, by code that allocates nothing for pixels, and
//! are held against the limits before a decoder sees the file. Decoding happens on a thread of its own.

mod gif;
mod jpeg;
mod pixels;
mod png;
mod webp;

use image::ImageFormat;
use image::metadata::Orientation;
use std::sync::mpsc;
use std::time::Duration;

/// The largest file that is looked at: 64 MiB.
pub const MOST_BYTES: usize = 64 * 1024 * 1024;
/// The widest and highest picture, in pixels.
pub const MOST_SIDE: u32 = 16_384;
/// The most pixels.
pub const MOST_PIXELS: u64 = 50_000_000;
/// The longest side of a thumbnail, in pixels.
pub const MOST_THUMBNAIL: u32 = 4_096;
/// How long a picture may take to be decoded.
const PATIENCE: Duration = Duration::from_secs(15);
/// Stack of the thread that decodes.
const STACK: usize = 4 * 1024 * 1024;

/// What a picture is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PictureFormat {
    /// Portable Network Graphics, also animated.
    Png,
    /// JPEG in JFIF, Exif or bare.
    Jpeg,
    /// GIF 87a or 89a.
    Gif,
    /// WebP, lossy or not.
    WebP,
}

impl PictureFormat {
    /// The media type.
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Png => "image/png",
            Self::Jpeg => "image/jpeg",
            Self::Gif => "image/gif",
            Self::WebP => "image/webp",
        }
    }

    /// The format that the first bytes announce; names and media types from outside are never believed.
    fn of(bytes: &[u8]) -> Option<Self> {
        if bytes.starts_with(png::MAGIC) {
            return Some(Self::Png);
        }
        if bytes.starts_with(&[0xFF, 0xD8, 0xFF]) {
            return Some(Self::Jpeg);
        }
        if bytes.starts_with(b"GIF87a") || bytes.starts_with(b"GIF89a") {
            return Some(Self::Gif);
        }
        (bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP")).then_some(Self::WebP)
    }

    fn decoded_as(self) -> ImageFormat {
        match self {
            Self::Png => ImageFormat::Png,
            Self::Jpeg => ImageFormat::Jpeg,
            Self::Gif => ImageFormat::Gif,
            Self::WebP => ImageFormat::WebP,
        }
    }
}

/// What the header of a picture says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PictureFacts {
    /// What it is written in.
    pub format: PictureFormat,
    /// Width in pixels, as stored: before a turn that Exif asks for.
    pub width: u32,
    /// Height in pixels, as stored.
    pub height: u32,
    /// Whether it moves: a GIF of several frames, an animated PNG or WebP.
    pub animated: bool,
}

/// A small picture, of pixels and nothing else.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Thumb {
    /// The picture, as PNG or JPEG.
    pub bytes: Vec<u8>,
    /// `image/png` or `image/jpeg`.
    pub media_type: &'static str,
    /// Width in pixels, as shown.
    pub width: u32,
    /// Height in pixels, as shown.
    pub height: u32,
}

/// Why a picture was not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PictureError {
    /// The first bytes are of no PNG, JPEG, GIF or WebP.
    #[error("not a picture")]
    NotAPicture,
    /// It has too many pixels, or would take too much memory.
    #[error("too large: {width} x {height} pixels")]
    TooLarge {
        /// Width in pixels, as the file says.
        width: u32,
        /// Height in pixels, as the file says.
        height: u32,
    },
    /// The file is longer than [`MOST_BYTES`].
    #[error("too many bytes")]
    TooManyBytes,
    /// It begins like a picture, and cannot be read.
    #[error("damaged")]
    Damaged,
    /// It took longer than 15 seconds.
    #[error("took too long")]
    TooSlow,
}

/// Reads format and size from the header. No pixel is unpacked; of a GIF the frames are counted.
///
/// Refused: what is no picture, more than [`MOST_BYTES`], sides above [`MOST_SIDE`], more than [`MOST_PIXELS`], and a
/// header that is cut off or contradicts itself.
pub fn look(bytes: &[u8]) -> Result<PictureFacts, PictureError> {
    if bytes.len() > MOST_BYTES {
        return Err(PictureError::TooManyBytes);
    }
    let format = PictureFormat::of(bytes).ok_or(PictureError::NotAPicture)?;
    let (width, height, animated) = match format {
        PictureFormat::Png => png::size(bytes)?,
        PictureFormat::Jpeg => jpeg::size(bytes)?,
        PictureFormat::Gif => gif::size(bytes)?,
        PictureFormat::WebP => webp::size(bytes)?,
    };
    within_limits(width, height)?;
    Ok(PictureFacts { format, width, height, animated })
}

/// A small picture whose longest side has `most` pixels (1 to [`MOST_THUMBNAIL`]) or, where the picture is smaller, its
/// own size; of a moving one the first frame. It is turned as Exif asks, and holds no metadata. A picture with
/// transparency, and any PNG or GIF, becomes a PNG, another a JPEG.
///
/// Refused: what [`look`] refuses; what needs more than 256 MiB, or 15 seconds, to be decoded.
pub fn thumbnail(bytes: &[u8], most: u32) -> Result<Thumb, PictureError> {
    let facts = look(bytes)?;
    let bytes = bytes.to_vec();
    own_thread(move || pixels::thumbnail(&bytes, facts, most.clamp(1, MOST_THUMBNAIL)))
}

/// The same picture without Exif, place, comments and other texts, thumbnails of its own, and whatever follows its end;
/// to be used before it is shown to others. Pixels stay as they are stored, and so do colour profile and animation. A
/// picture that Exif turns is turned and written anew, a JPEG in quality 92, so that it still stands upright.
///
/// Refused: what [`look`] refuses, and a file whose parts do not follow one another up to its end.
pub fn without_metadata(bytes: &[u8]) -> Result<Vec<u8>, PictureError> {
    let facts = look(bytes)?;
    let bytes = bytes.to_vec();
    own_thread(move || match (facts.animated, orientation(&bytes, facts.format)) {
        (true, _) | (_, Orientation::NoTransforms) => stripped(&bytes, facts.format),
        (false, turn) => pixels::turned(&bytes, facts, turn),
    })
}

fn stripped(bytes: &[u8], format: PictureFormat) -> Result<Vec<u8>, PictureError> {
    match format {
        PictureFormat::Png => png::stripped(bytes),
        PictureFormat::Jpeg => jpeg::stripped(bytes),
        PictureFormat::Gif => gif::stripped(bytes),
        PictureFormat::WebP => webp::stripped(bytes),
    }
}

/// How the picture is to be turned before it is shown.
fn orientation(bytes: &[u8], format: PictureFormat) -> Orientation {
    let exif = match format {
        PictureFormat::Png => png::exif(bytes),
        PictureFormat::Jpeg => jpeg::exif(bytes),
        PictureFormat::WebP => webp::exif(bytes),
        PictureFormat::Gif => None,
    };
    exif.and_then(Orientation::from_exif_chunk).unwrap_or(Orientation::NoTransforms)
}

fn within_limits(width: u32, height: u32) -> Result<(), PictureError> {
    if width == 0 || height == 0 {
        return Err(PictureError::Damaged);
    }
    if width > MOST_SIDE || height > MOST_SIDE || u64::from(width) * u64::from(height) > MOST_PIXELS {
        return Err(PictureError::TooLarge { width, height });
    }
    Ok(())
}

/// Does the work on a thread of its own: a file that makes a decoder panic takes nothing else with it.
fn own_thread<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, PictureError> + Send + 'static,
) -> Result<T, PictureError> {
    let (tell, told) = mpsc::channel();
    let thread = std::thread::Builder::new().name("picture".into()).stack_size(STACK).spawn(move || {
        let _ = tell.send(work());
    });
    let thread = thread.map_err(|_| PictureError::TooSlow)?;
    let result = match told.recv_timeout(PATIENCE) {
        // It goes on until the decoder is done: a thread cannot be ended from outside.
        Err(mpsc::RecvTimeoutError::Timeout) => return Err(PictureError::TooSlow),
        Err(mpsc::RecvTimeoutError::Disconnected) => Err(PictureError::Damaged),
        Ok(result) => result,
    };
    let _ = thread.join();
    result
}
