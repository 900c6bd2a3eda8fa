//! PNG pictures, read chunk by chunk without unpacking a single pixel. <https://www.w3.org/TR/png/>

use groundwork_domain::badge::{BadgeReason, BadgeReasonCode as Code};

use super::limits;
use super::reason::reason;

/// First bytes of a PNG file.
pub const MAGIC: &[u8] = b"\x89PNG\r\n\x1a\n";

/// Keyword of a badge up to 2.0.
pub const ASSERTION: &str = "openbadges";
/// Keyword of a badge of 3.0.
pub const CREDENTIAL: &str = "openbadgecredential";

/// A text of the picture under one of the two keywords.
#[derive(Debug, PartialEq, Eq)]
pub struct Baked<'a> {
    /// Keyword.
    pub keyword: &'static str,
    /// The text, or why it cannot be read.
    pub text: Result<&'a str, Code>,
}

/// Reads a whole picture and returns the badges that are baked into it, in their order. What follows its end is not
/// looked at.
///
/// Refused: more pixels than the limit, a check sum that does not fit, chunks that do not stand one after the other
/// up to the end of the picture.
pub fn read(bytes: &[u8]) -> Result<Vec<Baked<'_>>, BadgeReason> {
    let broken = |what: &str| reason(Code::Broken, &format!("PNG {what}"));
    let mut rest = bytes.strip_prefix(MAGIC).ok_or_else(|| broken("signature"))?;
    let mut baked = Vec::new();
    let mut has_pixels = false;
    for index in 0.. {
        let (chunk, after) = chunk(rest)?;
        rest = after;
        match (index, chunk.kind) {
            (0, b"IHDR") => size(chunk.data)?,
            (0, _) | (_, b"IHDR") => return Err(broken("IHDR")),
            (_, b"IDAT") => has_pixels = true,
            (_, b"IEND") if chunk.data.is_empty() && has_pixels => break,
            (_, b"IEND") => return Err(broken("IEND")),
            (_, b"iTXt" | b"zTXt" | b"tEXt") => baked.extend(text(chunk)),
            _ => {}
        }
    }
    Ok(baked)
}

#[derive(Clone, Copy)]
struct Chunk<'a> {
    kind: &'a [u8; 4],
    data: &'a [u8],
}

/// The next chunk, with its check sum verified, and what follows it.
fn chunk(bytes: &[u8]) -> Result<(Chunk<'_>, &[u8]), BadgeReason> {
    let parts = || {
        let (length, rest) = bytes.split_first_chunk::<4>()?;
        let length = usize::try_from(u32::from_be_bytes(*length)).ok()?;
        let (named, rest) = rest.split_at_checked(length.checked_add(4)?)?;
        let (sum, rest) = rest.split_first_chunk::<4>()?;
        let (kind, data) = named.split_first_chunk::<4>()?;
        kind.iter().all(u8::is_ascii_alphabetic).then_some((
            named,
            u32::from_be_bytes(*sum),
            Chunk { kind, data },
            rest,
        ))
    };
    let Some((named, sum, chunk, rest)) = parts() else { return Err(reason(Code::Broken, "PNG")) };
    if crc32fast::hash(named) != sum {
        return Err(reason(Code::BadChecksum, &String::from_utf8_lossy(chunk.kind)));
    }
    Ok((chunk, rest))
}

/// Holds width and height against the limit.
fn size(header: &[u8]) -> Result<(), BadgeReason> {
    let sides = header.split_first_chunk::<4>().and_then(|(width, rest)| {
        let (height, rest) = rest.split_first_chunk::<4>()?;
        (rest.len() == 5).then_some((u32::from_be_bytes(*width), u32::from_be_bytes(*height)))
    });
    match sides {
        Some((width, height)) if width > 0 && height > 0 => {
            if u64::from(width) * u64::from(height) > limits::PIXELS {
                return Err(reason(Code::TooLarge, &format!("{width} × {height}")));
            }
            Ok(())
        }
        _ => Err(reason(Code::Broken, "PNG IHDR")),
    }
}

/// The text of a chunk under one of the two keywords.
fn text(chunk: Chunk<'_>) -> Option<Baked<'_>> {
    let (word, rest) = split_at_nul(chunk.data)?;
    let keyword = [ASSERTION, CREDENTIAL].into_iter().find(|keyword| keyword.as_bytes() == word)?;
    let text = match chunk.kind {
        b"iTXt" => international(rest),
        // The first bakers wrote the address of the badge so.
        b"tEXt" if keyword == ASSERTION => std::str::from_utf8(rest).map_err(|_| Code::Broken),
        b"tEXt" => return None,
        _ => Err(Code::Compressed),
    };
    Some(Baked { keyword, text })
}

fn international(rest: &[u8]) -> Result<&str, Code> {
    let (flags, rest) = rest.split_first_chunk::<2>().ok_or(Code::Broken)?;
    if flags[0] != 0 {
        return Err(Code::Compressed);
    }
    let (_language, rest) = split_at_nul(rest).ok_or(Code::Broken)?;
    let (_translated, text) = split_at_nul(rest).ok_or(Code::Broken)?;
    std::str::from_utf8(text).map_err(|_| Code::Broken)
}

fn split_at_nul(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let at = bytes.iter().position(|byte| *byte == 0)?;
    Some((&bytes[..at], &bytes[at + 1..]))
}
