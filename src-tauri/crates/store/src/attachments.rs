//! Attached files: beside the database, by the SHA-256 of their bytes. Deleting a record removes no file, so that undo
//! brings everything back.

use crate::profile::sync_folder;
use crate::{Store, StoreError, media_type};
use sha2::{Digest, Sha256};
use std::fs::{self, File};
use std::io::{ErrorKind, Read, Write};
use std::path::{Path, PathBuf};

/// Folder of the attachments within the profile.
pub(crate) const FOLDER: &str = "attachments";

/// A file that was stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredFile {
    /// SHA-256 of its bytes, in lower-case hexadecimal.
    pub sha256: String,
    /// Size in bytes.
    pub bytes: u64,
    /// Media type, by its first bytes.
    pub media_type: &'static str,
}

impl Store {
    /// Stores bytes under their hash, durably. What is there already, whole, is not written again.
    pub fn store_file(&self, bytes: &[u8]) -> Result<StoredFile, StoreError> {
        self.must_write()?;
        let sha256 = hex(&Sha256::digest(bytes));
        let stored = StoredFile { sha256, bytes: bytes.len() as u64, media_type: media_type(bytes) };
        let path = self.file_path(&stored.sha256)?;
        if !is_whole(&path, &stored)? {
            let root = self.dir().join(FOLDER);
            let folder = root.join(&stored.sha256[..2]);
            make_folder(&root)?;
            make_folder(&folder)?;
            let mut file = tempfile::Builder::new().prefix(".new-").tempfile_in(&folder)?;
            file.write_all(bytes)?;
            file.as_file().sync_all()?;
            file.persist(&path).map_err(|refused| refused.error)?;
            sync_folder(&folder)?;
        }
        Ok(stored)
    }

    /// Stores a file of any size under a hash that is known before: `fill` writes its bytes. Nothing is stored where `fill`
    /// fails or its bytes are not those of the hash (`AlteredFile`). What is there already, whole, is not written again,
    /// and `fill` is not called; whether it was written.
    pub fn store_file_from<E: From<StoreError>>(
        &self,
        sha256: &str,
        bytes: u64,
        fill: impl FnOnce(&mut dyn Write) -> Result<(), E>,
    ) -> Result<bool, E> {
        let path = self.file_path(sha256)?;
        if self.has_file(sha256, bytes)? {
            return Ok(false);
        }
        let root = self.dir().join(FOLDER);
        let folder = root.join(&sha256[..2]);
        make_folder(&root)?;
        make_folder(&folder)?;
        let file = tempfile::Builder::new().prefix(".new-").tempfile_in(&folder).map_err(StoreError::from)?;
        let mut hashing = Hashing { file, hasher: Sha256::new() };
        fill(&mut hashing)?;
        let Hashing { file, hasher } = hashing;
        if hex(&hasher.finalize()) != sha256 {
            return Err(StoreError::AlteredFile.into());
        }
        file.as_file().sync_all().map_err(StoreError::from)?;
        file.persist(&path).map_err(|refused| StoreError::from(refused.error))?;
        sync_folder(&folder)?;
        Ok(true)
    }

    /// Whether an attached file is there, whole; reads it through.
    pub fn has_file(&self, sha256: &str, bytes: u64) -> Result<bool, StoreError> {
        let wanted = StoredFile { sha256: sha256.to_owned(), bytes, media_type: "" };
        is_whole(&self.file_path(sha256)?, &wanted)
    }

    /// The bytes of an attached file, if they are still what the hash says.
    pub fn read_file(&self, sha256: &str) -> Result<Vec<u8>, StoreError> {
        let bytes = fs::read(self.file_path(sha256)?).map_err(missing)?;
        if hex(&Sha256::digest(&bytes)) == sha256 { Ok(bytes) } else { Err(StoreError::AlteredFile) }
    }

    /// Where an attached file lies, whether or not it is there; refuses what is not a hash.
    pub fn file_path(&self, sha256: &str) -> Result<PathBuf, StoreError> {
        let is_hash =
            sha256.len() == 64 && sha256.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b));
        if !is_hash {
            return Err(StoreError::refused("attachment_sha256"));
        }
        Ok(self.dir().join(FOLDER).join(&sha256[..2]).join(sha256))
    }
}

struct Hashing {
    file: tempfile::NamedTempFile,
    hasher: Sha256,
}

impl Write for Hashing {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        let count = self.file.write(bytes)?;
        self.hasher.update(&bytes[..count]);
        Ok(count)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        self.file.flush()
    }
}

/// Learns what a file is while its bytes pass by: how many they are, and their media type.
#[derive(Debug, Default)]
pub struct Probe {
    head: Vec<u8>,
    bytes: u64,
}

impl Probe {
    /// How many bytes passed by.
    pub fn bytes(&self) -> u64 {
        self.bytes
    }

    /// What they are, as [`media_type`] says.
    pub fn media_type(&self) -> &'static str {
        media_type(&self.head)
    }
}

impl Write for Probe {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        // One more than is looked at: whether a character is cut off at the end matters.
        let room = (8192 + 1_usize).saturating_sub(self.head.len()).min(bytes.len());
        self.head.extend_from_slice(&bytes[..room]);
        self.bytes += bytes.len() as u64;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// The bytes of a file of the person's; refuses links, folders, devices, and files of more than `max_bytes`.
pub fn bytes_of(path: &Path, max_bytes: u64) -> Result<Vec<u8>, StoreError> {
    let meta = fs::symlink_metadata(path).map_err(unreadable)?;
    if meta.is_symlink() {
        return Err(StoreError::Link);
    }
    if !meta.is_file() {
        return Err(StoreError::NotAFile);
    }
    if meta.len() > max_bytes {
        return Err(StoreError::TooLarge { bytes: meta.len(), max: max_bytes });
    }
    let mut bytes = Vec::new();
    // It may grow while it is read.
    File::open(path).map_err(unreadable)?.take(max_bytes.saturating_add(1)).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > max_bytes {
        return Err(StoreError::TooLarge { bytes: bytes.len() as u64, max: max_bytes });
    }
    Ok(bytes)
}

/// The text of a small file of the program's own; none where there is none, or something else has its name: a pipe would
/// never come to an end.
pub fn text_of(path: &Path, max_bytes: u64) -> Option<String> {
    String::from_utf8(bytes_of(path, max_bytes).ok()?).ok()
}

fn missing(error: std::io::Error) -> StoreError {
    if error.kind() == ErrorKind::NotFound { StoreError::MissingFile } else { error.into() }
}

/// A file of the person's that may not be read is no fault of the profile's folder.
fn unreadable(error: std::io::Error) -> StoreError {
    if error.kind() == ErrorKind::PermissionDenied { StoreError::UnreadableFile } else { missing(error) }
}

fn is_whole(path: &Path, wanted: &StoredFile) -> Result<bool, StoreError> {
    match fs::symlink_metadata(path) {
        Ok(meta) if meta.is_file() && meta.len() == wanted.bytes => Ok(hash_of(path)? == wanted.sha256),
        Ok(_) => Ok(false),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(false),
        Err(error) => Err(error.into()),
    }
}

pub(crate) fn make_folder(path: &Path) -> Result<(), StoreError> {
    match fs::create_dir(path) {
        Ok(()) => path.parent().map_or(Ok(()), sync_folder),
        Err(error) if error.kind() == ErrorKind::AlreadyExists => Ok(()),
        Err(error) => Err(error.into()),
    }
}

/// SHA-256 of a file, in lower-case hexadecimal.
pub(crate) fn hash_of(path: &Path) -> Result<String, StoreError> {
    let mut file = File::open(path)?;
    let mut hasher = Sha256::new();
    let mut buffer = vec![0; 64 * 1024];
    loop {
        match file.read(&mut buffer)? {
            0 => return Ok(hex(&hasher.finalize())),
            count => hasher.update(&buffer[..count]),
        }
    }
}

pub(crate) fn hex(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let digit = |value: u8| char::from(DIGITS[usize::from(value)]);
    bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}
