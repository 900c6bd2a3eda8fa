//! What is asked of the container before anything of it is unpacked.

use super::{
    ArchiveError, MOST_ATTACHMENT, MOST_FILES, MOST_JSON, MOST_RATIO, MOST_RECORDS, MOST_TOTAL, Name,
    RATIO_FROM,
};
use std::collections::{BTreeMap, BTreeSet};
use std::io::{Read, Seek};
use unicode_normalization::UnicodeNormalization;
use zip::result::ZipError;
use zip::{CompressionMethod, ZipArchive};

/// The bits of a Unix mode that say what a file is; a folder, a plain file.
const KIND: u32 = 0o170_000;
const FOLDER: u32 = 0o040_000;
const PLAIN: u32 = 0o100_000;

/// What the container says of a file.
#[derive(Debug, Clone, Copy)]
pub(super) struct Entry {
    /// Its place in the container.
    pub index: usize,
    /// Its size, unpacked.
    pub bytes: u64,
    /// Whether it is packed (deflate), else stored as it is.
    pub packed: bool,
    /// The checksum that a zip keeps of it.
    pub crc32: u32,
}

/// Checks every entry of a container; its files by their names.
pub(super) fn entries<R: Read + Seek>(
    zip: &mut ZipArchive<R>,
) -> Result<BTreeMap<String, Entry>, ArchiveError> {
    if zip.len() > MOST_FILES {
        return Err(ArchiveError::TooMany { count: zip.len(), most: MOST_FILES });
    }
    if zip.has_duplicate_names() {
        return Err(ArchiveError::Duplicate);
    }
    let metadata = zip.metadata();
    let mut spelled = BTreeSet::new();
    let mut found = BTreeMap::new();
    let (mut total, mut records) = (0_u64, 0_u64);
    for index in 0..metadata.len() {
        let entry = metadata.entry(index).map_err(broken)?;
        let name = std::str::from_utf8(entry.name_raw());
        let name = name.map_err(|_| ArchiveError::Name { name: format!("#{index}") })?.to_owned();
        let mode = entry.unix_mode().unwrap_or(0) & KIND;
        if entry.is_dir() || name.ends_with('/') || mode == FOLDER {
            return Err(ArchiveError::Folder { name });
        }
        if entry.is_symlink() || !matches!(mode, 0 | PLAIN) {
            return Err(ArchiveError::Link { name });
        }
        // One file on systems that ignore the case or know several spellings of a letter.
        if !spelled.insert(name.nfkc().flat_map(char::to_lowercase).collect::<String>()) {
            return Err(ArchiveError::Collision { name });
        }
        let most = match Name::parse(&name)? {
            Name::Attachment { .. } => MOST_ATTACHMENT,
            Name::Manifest | Name::Records { .. } => {
                records = records.saturating_add(entry.size());
                MOST_JSON
            }
        };
        if entry.encrypted() {
            return Err(ArchiveError::Encrypted { name });
        }
        if !matches!(entry.compression(), CompressionMethod::Stored | CompressionMethod::Deflated) {
            return Err(ArchiveError::Compression { name });
        }
        let (bytes, takes) = (entry.size(), entry.compressed_size());
        if entry.compression() == CompressionMethod::Stored && bytes != takes {
            return Err(ArchiveError::Size { name });
        }
        too_large(&name, bytes, most)?;
        if bytes >= RATIO_FROM && bytes / MOST_RATIO > takes {
            return Err(ArchiveError::Bomb { name });
        }
        total = total.saturating_add(bytes);
        let packed = entry.compression() == CompressionMethod::Deflated;
        found.insert(name, Entry { index, bytes, packed, crc32: entry.crc32() });
    }
    too_large("", total, MOST_TOTAL)?;
    too_large("", records, MOST_RECORDS)?;
    // Local headers that say something else, entries within each other, and entries that the list leaves out.
    zip.validate_header_consistency().map_err(broken)?;
    Ok(found)
}

fn too_large(name: &str, bytes: u64, most: u64) -> Result<(), ArchiveError> {
    if bytes > most { Err(ArchiveError::TooLarge { name: name.to_owned(), bytes, most }) } else { Ok(()) }
}

/// What the crate reports: the disk's faults stay the disk's.
pub(super) fn broken(error: ZipError) -> ArchiveError {
    match error {
        ZipError::Io(error) if error.kind() != std::io::ErrorKind::UnexpectedEof => ArchiveError::Io(error),
        ZipError::Io(_) => ArchiveError::Truncated,
        other => ArchiveError::Broken { detail: other.to_string() },
    }
}
