//! PNG, chunk by chunk. <https://www.w3.org/TR/png-3/>

use super::PictureError;

/// First bytes of a PNG file.
pub const MAGIC: &[u8] = b"\x89PNG\r\n\x1a\n";

/// The chunks that make the pixels, their colours and their movement. Texts, Exif, times and private ones are not here.
const KEPT: &[&[u8; 4]] = &[
    b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"sBIT", b"bKGD",
    b"hIST", b"pHYs", b"cICP", b"mDCV", b"cLLI", b"acTL", b"fcTL", b"fdAT",
];

struct Chunk<'a> {
    kind: &'a [u8; 4],
    data: &'a [u8],
    /// Length, kind, data and check sum.
    whole: &'a [u8],
    sum: u32,
}

/// The next chunk and what follows it.
fn chunk(bytes: &[u8]) -> Option<(Chunk<'_>, &[u8])> {
    let (length, rest) = bytes.split_first_chunk::<4>()?;
    let (kind, rest) = rest.split_first_chunk::<4>()?;
    let (data, rest) = rest.split_at_checked(usize::try_from(u32::from_be_bytes(*length)).ok()?)?;
    let (sum, rest) = rest.split_first_chunk::<4>()?;
    let whole = &bytes[..bytes.len() - rest.len()];
    Some((Chunk { kind, data, whole, sum: u32::from_be_bytes(*sum) }, rest))
}

/// Width, height, and whether it moves.
pub fn size(bytes: &[u8]) -> Result<(u32, u32, bool), PictureError> {
    let rest = bytes.strip_prefix(MAGIC).ok_or(PictureError::NotAPicture)?;
    let (header, mut rest) = chunk(rest).ok_or(PictureError::Damaged)?;
    let sides = header.data.split_first_chunk::<4>().and_then(|(width, rest)| {
        let height = rest.first_chunk::<4>()?;
        (rest.len() == 9).then_some((u32::from_be_bytes(*width), u32::from_be_bytes(*height)))
    });
    let (width, height) = sides.filter(|_| header.kind == b"IHDR").ok_or(PictureError::Damaged)?;
    // What decides over movement stands before the pixels.
    let mut animated = false;
    while rest.get(4..8) != Some(b"IDAT") {
        let (next, after) = chunk(rest).ok_or(PictureError::Damaged)?;
        animated |= next.kind == b"acTL";
        if next.kind == b"IHDR" || next.kind == b"IEND" {
            return Err(PictureError::Damaged);
        }
        rest = after;
    }
    Ok((width, height, animated))
}

/// The Exif data, from its byte order on.
pub fn exif(bytes: &[u8]) -> Option<&[u8]> {
    let mut rest = bytes.strip_prefix(MAGIC)?;
    while let Some((next, after)) = chunk(rest) {
        if next.kind == b"eXIf" {
            return Some(next.data);
        }
        rest = after;
    }
    None
}

/// The picture of the chunks that are kept, up to its end.
///
/// Refused: a chunk that is cut off, one that is kept and does not fit its check sum, an unknown one without which the
/// picture cannot be drawn.
pub fn stripped(bytes: &[u8]) -> Result<Vec<u8>, PictureError> {
    let mut rest = bytes.strip_prefix(MAGIC).ok_or(PictureError::NotAPicture)?;
    let mut out = Vec::with_capacity(bytes.len());
    out.extend_from_slice(MAGIC);
    loop {
        let (next, after) = chunk(rest).ok_or(PictureError::Damaged)?;
        rest = after;
        if !KEPT.contains(&next.kind) {
            // A capital first letter: nobody may draw the picture without understanding it.
            if next.kind[0].is_ascii_uppercase() {
                return Err(PictureError::Damaged);
            }
            continue;
        }
        if crc32fast::hash(&next.whole[4..next.whole.len() - 4]) != next.sum {
            return Err(PictureError::Damaged);
        }
        out.extend_from_slice(next.whole);
        if next.kind == b"IEND" {
            return Ok(out);
        }
    }
}
