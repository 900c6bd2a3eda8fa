//! Writing an archive: the same content, the same bytes.

use super::check::broken;
use super::latch::Latch;
use super::read::hex;
use super::{
    ArchiveError, FORMAT, FileEntry, MANIFEST, MOST_ATTACHMENT, MOST_JSON, MOST_RATIO, Manifest, RATIO_FROM,
    VERSION, name,
};
use flate2::Compression;
use flate2::write::DeflateEncoder;
use sha2::{Digest, Sha256};
use std::io::{Read, Seek, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// Deflate's level: the usual one.
const LEVEL: u32 = 6;

/// Who made an archive, and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Made {
    /// Schema of the records.
    pub schema: i64,
    /// Version of the program.
    pub program: String,
    /// When, as RFC 3339.
    pub at: String,
}

/// Writes an archive. Nothing is there until [`ArchiveWriter::finish`]: the list of a zip stands at its end.
pub struct ArchiveWriter<W: Write + Seek> {
    zip: ZipWriter<Latch<W>>,
    files: Vec<FileEntry>,
    missing: Vec<String>,
}

impl<W: Write + Seek> ArchiveWriter<W> {
    /// Begins an archive.
    pub fn new(out: W) -> Self {
        Self { zip: ZipWriter::new(Latch::new(out)), files: Vec::new(), missing: Vec::new() }
    }

    /// Adds a part of the records of a kind, from 1. Refuses more than [`MOST_JSON`] bytes.
    pub fn records(&mut self, kind: &str, part: u32, json: &[u8]) -> Result<(), ArchiveError> {
        let path = name::records(kind, part);
        self.json(&path, json)?;
        let sha256 = hex(&Sha256::digest(json));
        self.files.push(FileEntry { path, bytes: json.len() as u64, sha256 });
        Ok(())
    }

    /// Adds an attached file of so many bytes. Refuses, leaving an archive that must not be finished, bytes that are not
    /// those of the hash, and more than [`MOST_ATTACHMENT`] of them. It is not packed: pictures and PDFs are already.
    pub fn attachment(&mut self, sha256: &str, bytes: u64, from: &mut dyn Read) -> Result<(), ArchiveError> {
        let path = name::attachment(sha256);
        if bytes > MOST_ATTACHMENT {
            return Err(ArchiveError::TooLarge { name: path, bytes, most: MOST_ATTACHMENT });
        }
        let options = options(CompressionMethod::Stored).large_file(bytes >= u64::from(u32::MAX));
        self.zip.start_file(path.as_str(), options).map_err(broken)?;
        let mut hasher = Sha256::new();
        let mut buffer = vec![0; 64 * 1024];
        let mut written = 0_u64;
        loop {
            let count = from.read(&mut buffer)?;
            if count == 0 {
                break;
            }
            written += count as u64;
            if written > bytes {
                return Err(ArchiveError::Size { name: path });
            }
            hasher.update(&buffer[..count]);
            self.zip.write_all(&buffer[..count])?;
        }
        if written != bytes {
            return Err(ArchiveError::Size { name: path });
        }
        if hex(&hasher.finalize()) != sha256 {
            return Err(ArchiveError::Hash { name: path });
        }
        self.files.push(FileEntry { path, bytes, sha256: sha256.to_owned() });
        Ok(())
    }

    /// Says that a file which records name was missing already.
    pub fn missing(&mut self, sha256: &str) {
        self.missing.push(sha256.to_owned());
    }

    /// Writes the manifest and the list; the file is whole then, but not yet on the disk for good.
    pub fn finish(mut self, made: Made) -> Result<W, ArchiveError> {
        self.files.sort_by(|a, b| a.path.cmp(&b.path));
        self.missing.sort();
        self.missing.dedup();
        let manifest = Manifest {
            format: FORMAT.to_owned(),
            version: VERSION,
            schema: made.schema,
            program: made.program,
            made: made.at,
            files: std::mem::take(&mut self.files),
            missing: std::mem::take(&mut self.missing),
        };
        let mut text = serde_json::to_vec_pretty(&manifest)
            .map_err(|error| ArchiveError::Manifest { detail: error.to_string() })?;
        text.push(b'\n');
        self.json(MANIFEST, &text)?;
        Ok(self.zip.finish().map_err(broken)?.into_inner())
    }

    fn json(&mut self, path: &str, json: &[u8]) -> Result<(), ArchiveError> {
        let bytes = json.len() as u64;
        if bytes > MOST_JSON {
            return Err(ArchiveError::TooLarge { name: path.to_owned(), bytes, most: MOST_JSON });
        }
        let method =
            if looks_like_a_bomb(json)? { CompressionMethod::Stored } else { CompressionMethod::Deflated };
        self.zip.start_file(path, options(method)).map_err(broken)?;
        self.zip.write_all(json)?;
        Ok(())
    }
}

/// Always the same: the crate's own time would be that of the clock.
fn options(method: CompressionMethod) -> SimpleFileOptions {
    SimpleFileOptions::default()
        .compression_method(method)
        .compression_level((method == CompressionMethod::Deflated).then_some(i64::from(LEVEL)))
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644)
}

/// Text that packs better than what is read again (a page of one letter) is not packed: what is written can be read.
fn looks_like_a_bomb(json: &[u8]) -> Result<bool, ArchiveError> {
    let bytes = json.len() as u64;
    if bytes < RATIO_FROM {
        return Ok(false);
    }
    let mut counted = DeflateEncoder::new(Counted(0), Compression::new(LEVEL));
    counted.write_all(json)?;
    let packed = counted.finish()?.0;
    Ok(bytes / (MOST_RATIO / 2) > packed)
}

struct Counted(u64);

impl Write for Counted {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0 += bytes.len() as u64;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}
