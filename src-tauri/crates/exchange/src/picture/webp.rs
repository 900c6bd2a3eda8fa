//! WebP, chunk by chunk. <https://developers.google.com/speed/webp/docs/riff_container>

use super::{PictureError, within_limits};

/// `RIFF`, length, `WEBP`.
const HEADER_BYTES: usize = 12;
const EXTENDED: &[u8] = b"VP8X";
const FRAME: &[u8] = b"ANMF";
/// What stands in a frame before its chunks.
const FRAME_BYTES: usize = 16;
const ANIMATED: u8 = 0x02;
/// The flags that announce Exif and XMP.
const TELLING: u8 = 0x08 | 0x04;
/// The chunks that make the pixels, their colours and their movement.
const KEPT: &[&[u8]] = &[EXTENDED, b"VP8 ", b"VP8L", b"ALPH", b"ICCP", b"ANIM", FRAME];
/// Those of them that may stand in a frame.
const KEPT_IN_FRAME: &[&[u8]] = &[b"VP8 ", b"VP8L", b"ALPH"];

struct Chunk<'a> {
    kind: &'a [u8],
    data: &'a [u8],
}

/// The chunks of the file, up to the length that it announces.
fn body(bytes: &[u8]) -> Option<&[u8]> {
    let length = usize::try_from(u32::from_le_bytes(*bytes.get(4..8)?.first_chunk::<4>()?)).ok()?;
    bytes.get(HEADER_BYTES..length.checked_add(8)?)
}

/// The next chunk and what follows it. The byte that makes its length even may be missing at the end.
fn chunk(bytes: &[u8]) -> Option<(Chunk<'_>, &[u8])> {
    let (head, rest) = bytes.split_at_checked(8)?;
    let length = usize::try_from(u32::from_le_bytes(*head[4..].first_chunk::<4>()?)).ok()?;
    let (data, rest) = rest.split_at_checked(length)?;
    let rest = if length % 2 == 1 { rest.get(1..).unwrap_or_default() } else { rest };
    Some((Chunk { kind: &head[..4], data }, rest))
}

fn three(bytes: &[u8], at: usize) -> Option<u32> {
    let bytes = bytes.get(at..at + 3)?;
    Some(u32::from_le_bytes([bytes[0], bytes[1], bytes[2], 0]))
}

/// Width and height that a chunk of pixels announces; `None` for other chunks.
fn pixels(chunk: &Chunk<'_>) -> Option<(u32, u32)> {
    match chunk.kind {
        b"VP8 " if chunk.data.get(3..6) == Some(&[0x9D, 0x01, 0x2A]) => {
            let side = |at: usize| {
                Some(u32::from(u16::from_le_bytes([*chunk.data.get(at)?, *chunk.data.get(at + 1)?]) & 0x3FFF))
            };
            Some((side(6)?, side(8)?))
        }
        b"VP8L" if chunk.data.first() == Some(&0x2F) => {
            let bits = u32::from_le_bytes(*chunk.data.get(1..5)?.first_chunk::<4>()?);
            Some(((bits & 0x3FFF) + 1, ((bits >> 14) & 0x3FFF) + 1))
        }
        _ => None,
    }
}

/// Width and height, and whether it moves. Every chunk must lie within the file, and pixels of any frame within the
/// limits, so that no decoder meets a length or a size that was not seen here.
pub fn size(bytes: &[u8]) -> Result<(u32, u32, bool), PictureError> {
    let mut rest = body(bytes).ok_or(PictureError::Damaged)?;
    let (first, _) = chunk(rest).ok_or(PictureError::Damaged)?;
    let canvas = match first.kind {
        EXTENDED => {
            three(first.data, 4).zip(three(first.data, 7)).map(|(width, height)| (width + 1, height + 1))
        }
        _ => pixels(&first),
    };
    let (width, height) = canvas.ok_or(PictureError::Damaged)?;
    while !rest.is_empty() {
        let (next, after) = chunk(rest).ok_or(PictureError::Damaged)?;
        rest = after;
        let mut inner =
            if next.kind == FRAME { next.data.get(FRAME_BYTES..).unwrap_or_default() } else { &[] };
        pixels(&next).map_or(Ok(()), |(width, height)| within_limits(width, height))?;
        while !inner.is_empty() {
            let (part, after) = chunk(inner).ok_or(PictureError::Damaged)?;
            inner = after;
            pixels(&part).map_or(Ok(()), |(width, height)| within_limits(width, height))?;
        }
    }
    let animated = first.kind == EXTENDED && first.data.first().is_some_and(|flags| flags & ANIMATED != 0);
    Ok((width, height, animated))
}

/// The Exif data, from its byte order on.
pub fn exif(bytes: &[u8]) -> Option<&[u8]> {
    let mut rest = body(bytes)?;
    while let Some((next, after)) = chunk(rest) {
        if next.kind == b"EXIF" {
            return Some(next.data.strip_prefix(b"Exif\0\0").unwrap_or(next.data));
        }
        rest = after;
    }
    None
}

/// The picture of the chunks that are kept, up to its end.
///
/// Refused: a file that is cut off.
pub fn stripped(bytes: &[u8]) -> Result<Vec<u8>, PictureError> {
    let body = body(bytes).ok_or(PictureError::Damaged)?;
    let mut out = Vec::with_capacity(bytes.len());
    out.extend_from_slice(b"RIFF\0\0\0\0WEBP");
    keep(&mut out, body, KEPT)?;
    let length = u32::try_from(out.len() - 8).map_err(|_| PictureError::TooManyBytes)?;
    out[4..8].copy_from_slice(&length.to_le_bytes());
    Ok(out)
}

/// Writes the chunks that are kept; in a frame, those that it may hold.
fn keep(out: &mut Vec<u8>, mut rest: &[u8], kept: &[&[u8]]) -> Result<(), PictureError> {
    while !rest.is_empty() {
        let (next, after) = chunk(rest).ok_or(PictureError::Damaged)?;
        rest = after;
        if !kept.contains(&next.kind) {
            continue;
        }
        let start = out.len();
        out.extend_from_slice(next.kind);
        out.extend_from_slice(&[0; 4]);
        match (next.kind, next.data) {
            (EXTENDED, [flags, others @ ..]) => {
                out.push(flags & !TELLING);
                out.extend_from_slice(others);
            }
            (FRAME, data) => {
                let (head, parts) = data.split_at_checked(FRAME_BYTES).ok_or(PictureError::Damaged)?;
                out.extend_from_slice(head);
                keep(out, parts, KEPT_IN_FRAME)?;
            }
            (_, data) => out.extend_from_slice(data),
        }
        let length = u32::try_from(out.len() - start - 8).map_err(|_| PictureError::TooManyBytes)?;
        out[start + 4..start + 8].copy_from_slice(&length.to_le_bytes());
        if length % 2 == 1 {
            out.push(0);
        }
    }
    Ok(())
}
