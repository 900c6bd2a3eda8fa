//! GIF, block by block. <https://www.w3.org/Graphics/GIF/spec-gif89a.txt>

use super::{PictureError, within_limits};

const HEADER_BYTES: usize = 13;
const FRAME: u8 = 0x2C;
const EXTENSION: u8 = 0x21;
const TRAILER: u8 = 0x3B;
/// The extension that says how long a frame is shown and which colour is none.
const CONTROL: u8 = 0xF9;
const APPLICATION: u8 = 0xFF;
/// The applications whose block says how often the frames are repeated.
const LOOPS: &[&[u8]] = &[b"NETSCAPE2.0", b"ANIMEXTS1.0"];

/// A block with all that belongs to it.
enum Block<'a> {
    /// A frame, with its size.
    Frame(&'a [u8], u32, u32),
    /// An extension, with its label and its first piece.
    Extension(&'a [u8], u8, &'a [u8]),
    Trailer,
}

/// The length of the colours that a packed field announces.
fn colours(packed: u8) -> usize {
    if packed & 0x80 == 0 { 0 } else { 3 << ((packed & 7) + 1) }
}

/// The header with its colours, and what follows.
fn header(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    bytes.split_at_checked(HEADER_BYTES + colours(*bytes.get(10)?))
}

/// The next block and what follows it; `None` where the file is cut off or something else stands there.
fn block(bytes: &[u8]) -> Option<(Block<'_>, &[u8])> {
    match *bytes.first()? {
        TRAILER => Some((Block::Trailer, &bytes[1..])),
        FRAME => {
            let head = bytes.get(..10)?;
            let side = |at: usize| u32::from(u16::from_le_bytes([head[at], head[at + 1]]));
            let (frame, rest) = bytes.split_at_checked(pieces(bytes, 11 + colours(head[9]))?)?;
            Some((Block::Frame(frame, side(5), side(7)), rest))
        }
        EXTENSION => {
            let (label, length) = (*bytes.get(1)?, usize::from(*bytes.get(2)?));
            let first = bytes.get(3..3 + length)?;
            let (extension, rest) = bytes.split_at_checked(pieces(bytes, 2)?)?;
            Some((Block::Extension(extension, label, first), rest))
        }
        _ => None,
    }
}

/// Where the pieces that begin at this place end: each has its length in front, the last is empty.
fn pieces(bytes: &[u8], mut at: usize) -> Option<usize> {
    loop {
        let length = usize::from(*bytes.get(at)?);
        at += 1 + length;
        if length == 0 {
            return Some(at);
        }
    }
}

/// Width and height of the screen, and whether there is more than one frame. A frame above the limits is refused.
pub fn size(bytes: &[u8]) -> Result<(u32, u32, bool), PictureError> {
    let (head, mut rest) = header(bytes).ok_or(PictureError::Damaged)?;
    let side = |at: usize| u32::from(u16::from_le_bytes([head[at], head[at + 1]]));
    let mut frames = 0;
    while let Some((block, after)) = block(rest) {
        rest = after;
        match block {
            Block::Frame(_, width, height) => {
                within_limits(width, height)?;
                frames += 1;
            }
            Block::Extension(..) => {}
            Block::Trailer => break,
        }
        if frames > 1 {
            break;
        }
    }
    // A frame that is cut off has a size too.
    if let (0, Some([FRAME, _, _, _, _, w0, w1, h0, h1, ..])) = (frames, Some(rest)) {
        within_limits(u32::from(u16::from_le_bytes([*w0, *w1])), u32::from(u16::from_le_bytes([*h0, *h1])))?;
    }
    Ok((side(6), side(8), frames > 1))
}

/// The frames, their timing and how often they are repeated, up to the end.
///
/// Refused: a file without a frame, or cut off within a block. Many writers forget the mark of the end: it is added.
pub fn stripped(bytes: &[u8]) -> Result<Vec<u8>, PictureError> {
    let (head, mut rest) = header(bytes).ok_or(PictureError::Damaged)?;
    let mut out = Vec::with_capacity(bytes.len());
    out.extend_from_slice(head);
    let mut frames = 0;
    while !rest.is_empty() {
        let (block, after) = block(rest).ok_or(PictureError::Damaged)?;
        rest = after;
        match block {
            Block::Frame(whole, ..) => {
                frames += 1;
                out.extend_from_slice(whole);
            }
            Block::Extension(whole, CONTROL, _) => out.extend_from_slice(whole),
            Block::Extension(whole, APPLICATION, name) if LOOPS.contains(&name) => {
                out.extend_from_slice(whole)
            }
            Block::Extension(..) => {}
            Block::Trailer => break,
        }
    }
    if frames == 0 {
        return Err(PictureError::Damaged);
    }
    out.push(TRAILER);
    Ok(out)
}
