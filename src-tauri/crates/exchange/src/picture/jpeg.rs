//! JPEG, segment by segment. ITU-T T.81, annex B; JFIF 1.02.

use super::PictureError;

const START: &[u8] = &[0xFF, 0xD8];
const END: &[u8] = &[0xFF, 0xD9];
const SCAN: u8 = 0xDA;
const EXIF: &[u8] = b"Exif\0\0";
const JFIF: &[u8] = b"JFIF\0";
/// Length of a JFIF header without its thumbnail.
const JFIF_BYTES: usize = 14;

struct Segment<'a> {
    marker: u8,
    /// What follows the length.
    data: &'a [u8],
    /// The coded pixels behind the head of a scan.
    pixels: &'a [u8],
}

/// What comes next in the file.
enum Next<'a> {
    Segment(Segment<'a>, &'a [u8]),
    End,
}

/// The next segment and what follows it. `None` where the file is cut off or something else stands there.
fn next(bytes: &[u8]) -> Option<Next<'_>> {
    let filled = bytes.iter().take_while(|byte| **byte == 0xFF).count();
    let (marker, rest) = bytes.get(filled..)?.split_first()?;
    match marker {
        _ if filled == 0 => None,
        0xD9 => Some(Next::End),
        // Marks that stand alone belong into a scan, or nowhere.
        0x00 | 0x01 | 0xD0..=0xD8 => None,
        marker => {
            let length = rest.first_chunk::<2>().map(|bytes| usize::from(u16::from_be_bytes(*bytes)))?;
            let (data, rest) = rest.split_at_checked(length)?;
            let (pixels, rest) = rest.split_at(if *marker == SCAN { scan(rest) } else { 0 });
            Some(Next::Segment(Segment { marker: *marker, data: data.get(2..)?, pixels }, rest))
        }
    }
}

/// The length of the coded pixels: up to a mark that is neither a stuffed byte nor a restart.
fn scan(bytes: &[u8]) -> usize {
    let mut at = 0;
    while let Some(found) = bytes[at..].iter().position(|byte| *byte == 0xFF) {
        at += found;
        match bytes.get(at + 1) {
            Some(0x00 | 0xD0..=0xD7) => at += 2,
            Some(0xFF) => at += 1,
            Some(_) => return at,
            None => break,
        }
    }
    bytes.len()
}

/// Width, height, and that it does not move.
pub fn size(bytes: &[u8]) -> Result<(u32, u32, bool), PictureError> {
    let mut rest = bytes.strip_prefix(START).ok_or(PictureError::NotAPicture)?;
    let mut sides = None;
    while let Some(Next::Segment(segment, after)) = next(rest) {
        rest = after;
        match segment.marker {
            SCAN => return sides.map(|(width, height)| (width, height, false)).ok_or(PictureError::Damaged),
            0xC4 | 0xC8 | 0xCC => {}
            // One frame, whose head says precision, height and width.
            0xC0..=0xCF => match (segment.data, sides) {
                ([_, h1, h0, w1, w0, ..], None) => {
                    sides = Some((
                        u32::from(u16::from_be_bytes([*w1, *w0])),
                        u32::from(u16::from_be_bytes([*h1, *h0])),
                    ));
                }
                _ => return Err(PictureError::Damaged),
            },
            _ => {}
        }
    }
    Err(PictureError::Damaged)
}

/// The Exif data, from its byte order on.
pub fn exif(bytes: &[u8]) -> Option<&[u8]> {
    let mut rest = bytes.strip_prefix(START)?;
    while let Some(Next::Segment(segment, after)) = next(rest) {
        match segment.marker {
            SCAN => return None,
            0xE1 if segment.data.starts_with(EXIF) => return segment.data.get(EXIF.len()..),
            _ => rest = after,
        }
    }
    None
}

/// The picture of the segments that make the pixels and their colours, up to its end.
///
/// Refused: a file that is cut off, and one with anything between its segments.
pub fn stripped(bytes: &[u8]) -> Result<Vec<u8>, PictureError> {
    let mut rest = bytes.strip_prefix(START).ok_or(PictureError::NotAPicture)?;
    let mut out = Vec::with_capacity(bytes.len());
    out.extend_from_slice(START);
    loop {
        match next(rest).ok_or(PictureError::Damaged)? {
            Next::End => {
                out.extend_from_slice(END);
                return Ok(out);
            }
            Next::Segment(segment, after) => {
                rest = after;
                keep(&mut out, &segment)?;
            }
        }
    }
}

fn keep(out: &mut Vec<u8>, segment: &Segment<'_>) -> Result<(), PictureError> {
    let data = segment.data;
    let mut jfif = [0; JFIF_BYTES];
    let kept = match segment.marker {
        // Frames, tables, scans, restarts.
        0xC0..=0xCF | 0xDA..=0xDF => data,
        // The resolution, without the small picture that may follow.
        0xE0 if data.starts_with(JFIF) && data.len() >= JFIF_BYTES => {
            jfif[..12].copy_from_slice(&data[..12]);
            &jfif
        }
        // The colour profile, and how colours are coded.
        0xE2 if data.starts_with(b"ICC_PROFILE\0") => data,
        0xEE if data.starts_with(b"Adobe") && data.len() == 12 => data,
        _ => return Ok(()),
    };
    let length = u16::try_from(kept.len() + 2).map_err(|_| PictureError::Damaged)?;
    out.extend_from_slice(&[0xFF, segment.marker]);
    out.extend_from_slice(&length.to_be_bytes());
    out.extend_from_slice(kept);
    out.extend_from_slice(segment.pixels);
    Ok(())
}
