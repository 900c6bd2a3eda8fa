//! Reading an archive.

use super::check::{Entry, broken, entries};
use super::json::text;
use super::{ArchiveError, FileEntry, MANIFEST, Manifest, Name, name};
use flate2::read::DeflateDecoder;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::io::{ErrorKind, Read, Seek, SeekFrom, Write};
use zip::ZipArchive;

/// An archive whose container and manifest were checked. Its files are checked as they are read.
pub struct Archive<R> {
    zip: ZipArchive<R>,
    entries: BTreeMap<String, Entry>,
    manifest: Manifest,
}

impl<R: Read + Seek> Archive<R> {
    /// Opens an archive; `schema` is the newest schema of records that is known. Refuses whatever is not exactly an archive;
    /// nothing but its list of entries and its manifest is read for that.
    pub fn open(mut reader: R, schema: i64) -> Result<Self, ArchiveError> {
        reader.seek(SeekFrom::Start(0))?;
        let mut head = [0; 4];
        let starts = reader.read_exact(&mut head);
        reader.seek(SeekFrom::Start(0))?;
        match starts {
            Ok(()) if head.starts_with(b"PK") => {}
            Err(error) if error.kind() != ErrorKind::UnexpectedEof => return Err(error.into()),
            _ => return Err(ArchiveError::NotAZip),
        }
        let length = reader.seek(SeekFrom::End(0))?;
        reader.seek(SeekFrom::Start(0))?;
        let mut zip = ZipArchive::new(reader).map_err(|error| match error {
            zip::result::ZipError::Io(error) if error.kind() != ErrorKind::UnexpectedEof => error.into(),
            // Without the list at its end there is nothing to hold on to.
            _ => ArchiveError::Truncated,
        })?;
        if zip.offset() != 0 || zip.central_directory_start() > length {
            return Err(ArchiveError::Broken { detail: "offset".into() });
        }
        let entries = entries(&mut zip)?;
        let Some(entry) = entries.get(MANIFEST).copied() else { return Err(ArchiveError::WrongFormat) };
        let mut bytes = Vec::new();
        copy(&mut zip, MANIFEST, entry, &mut |part| {
            bytes.extend_from_slice(part);
            Ok(())
        })?;
        let manifest = Manifest::read(&bytes, schema)?;
        agree(&entries, &manifest)?;
        Ok(Self { zip, entries, manifest })
    }

    /// What it says of itself.
    pub fn manifest(&self) -> &Manifest {
        &self.manifest
    }

    /// The kinds of records that it holds and how many parts of each, by the alphabet. Refuses a part that is left out.
    pub fn kinds(&self) -> Result<Vec<(String, u32)>, ArchiveError> {
        let mut kinds: BTreeMap<&str, (u32, u32)> = BTreeMap::new();
        for file in &self.manifest.files {
            if let Name::Records { kind, part } = Name::parse(&file.path)? {
                let (count, last) = kinds.entry(kind).or_default();
                (*count, *last) = (*count + 1, part.max(*last));
            }
        }
        match kinds.iter().find(|(_, (count, last))| count != last) {
            Some((kind, (count, _))) => Err(ArchiveError::Missing { name: name::records(kind, count + 1) }),
            None => Ok(kinds.into_iter().map(|(kind, (count, _))| (kind.to_owned(), count)).collect()),
        }
    }

    /// The attached files.
    pub fn attachments(&self) -> impl Iterator<Item = &FileEntry> {
        let files = self.manifest.files.iter();
        files.filter(|file| matches!(Name::parse(&file.path), Ok(Name::Attachment { .. })))
    }

    /// A part of the records of a kind: JSON that is UTF-8, nests no deeper than it may, and is what the manifest says.
    pub fn records(&mut self, kind: &str, part: u32) -> Result<String, ArchiveError> {
        let path = name::records(kind, part);
        let mut bytes = Vec::new();
        self.stream(&path, &mut |piece| {
            bytes.extend_from_slice(piece);
            Ok(())
        })?;
        text(&path, &bytes)?;
        String::from_utf8(bytes).map_err(|_| ArchiveError::Utf8 { name: path })
    }

    /// Streams an attached file into `out`. What was written counts only when this succeeds: the hash is known at the end.
    pub fn attachment(&mut self, sha256: &str, out: &mut dyn Write) -> Result<(), ArchiveError> {
        self.stream(&name::attachment(sha256), &mut |piece| Ok(out.write_all(piece)?))
    }

    fn stream(
        &mut self,
        path: &str,
        take: &mut dyn FnMut(&[u8]) -> Result<(), ArchiveError>,
    ) -> Result<(), ArchiveError> {
        let missing = || ArchiveError::Missing { name: path.to_owned() };
        let entry = self.entries.get(path).copied().ok_or_else(missing)?;
        let files = &self.manifest.files;
        let at = files.binary_search_by(|file| file.path.as_str().cmp(path)).map_err(|_| missing())?;
        let wanted = files[at].sha256.clone();
        let mut hasher = Sha256::new();
        copy(&mut self.zip, path, entry, &mut |piece| {
            hasher.update(piece);
            take(piece)
        })?;
        if hex(&hasher.finalize()) == wanted {
            Ok(())
        } else {
            Err(ArchiveError::Hash { name: path.to_owned() })
        }
    }
}

/// Every file is in the manifest, every file of the manifest is there, of the same size.
fn agree(entries: &BTreeMap<String, Entry>, manifest: &Manifest) -> Result<(), ArchiveError> {
    for file in &manifest.files {
        let name = file.path.clone();
        match entries.get(&name) {
            None => return Err(ArchiveError::Missing { name }),
            Some(entry) if entry.bytes != file.bytes => return Err(ArchiveError::Size { name }),
            Some(_) => {}
        }
    }
    let listed = |name: &str| manifest.files.binary_search_by(|file| file.path.as_str().cmp(name)).is_ok();
    match entries.keys().find(|name| *name != MANIFEST && !listed(name)) {
        Some(name) => Err(ArchiveError::Extra { name: name.clone() }),
        None => Ok(()),
    }
}

/// Unpacks an entry piece by piece, no farther than the size that it says. The crate's own unpacking is not used: it tells a
/// size that lies and bytes that are broken apart by words only.
fn copy<R: Read + Seek>(
    zip: &mut ZipArchive<R>,
    name: &str,
    entry: Entry,
    take: &mut dyn FnMut(&[u8]) -> Result<(), ArchiveError>,
) -> Result<(), ArchiveError> {
    let raw = zip.by_index_raw(entry.index).map_err(broken)?;
    let mut file: Box<dyn Read> =
        if entry.packed { Box::new(DeflateDecoder::new(raw)) } else { Box::new(raw) };
    let mut buffer = vec![0; 64 * 1024];
    let mut left = entry.bytes;
    let mut crc32 = crc32fast::Hasher::new();
    loop {
        let count = file.read(&mut buffer).map_err(|error| unpacked(name, error))?;
        if count == 0 {
            break;
        }
        let size = || ArchiveError::Size { name: name.to_owned() };
        left = left.checked_sub(count as u64).ok_or_else(size)?;
        crc32.update(&buffer[..count]);
        take(&buffer[..count])?;
    }
    let name = || name.to_owned();
    if left > 0 {
        return Err(ArchiveError::Size { name: name() });
    }
    if crc32.finalize() == entry.crc32 { Ok(()) } else { Err(ArchiveError::Hash { name: name() }) }
}

/// What the unpacking reports of the data is no fault of the disk.
fn unpacked(name: &str, error: std::io::Error) -> ArchiveError {
    match error.kind() {
        ErrorKind::InvalidData | ErrorKind::InvalidInput | ErrorKind::UnexpectedEof => {
            ArchiveError::Hash { name: name.to_owned() }
        }
        _ => error.into(),
    }
}

pub(super) fn hex(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let digit = |value: u8| char::from(DIGITS[usize::from(value)]);
    bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}
