//! A backup is read: every file of it held against its hash.

use super::carry::{DATA, KEY, broken};
use super::manifest::{Held, MANIFEST, MOST_MANIFEST, Manifest};
use super::seal::{Unlock, decrypt, most_sealed};
use super::{BACKUPS, UNFINISHED};
use crate::door::HistoryEntry;
use crate::profile::{DATABASE, KNOWN, connect, identity, migrate, schema_is_ours, sync_folder, thorough};
use crate::rows::Reader;
use crate::{StoreError, door};
use jiff::Timestamp;
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, BufReader, Read, Seek};
use std::path::{Path, PathBuf};
use tempfile::TempDir;
use zip::ZipArchive;

/// A backup that is to be read: where it lies, and what opens it.
#[derive(Clone)]
pub struct Open<'a> {
    path: PathBuf,
    is_folder: bool,
    unlock: Unlock<'a>,
}

impl<'a> Open<'a> {
    /// A backup beside the data.
    pub fn folder(path: &Path) -> Self {
        Self { path: path.to_owned(), is_folder: true, unlock: Unlock::default() }
    }

    /// A backup that is one file.
    pub fn file(path: &Path, unlock: Unlock<'a>) -> Self {
        Self { path: path.to_owned(), is_folder: false, unlock }
    }
}

/// What is in a backup that is whole.
#[derive(Debug, Clone, PartialEq)]
pub struct Content {
    /// When it was made.
    pub made: Timestamp,
    /// Why, as a word.
    pub reason: String,
    /// Version of the program that made it.
    pub program: String,
    /// How many records of each kind; kinds as in `RECORD_TABLES`.
    pub counts: Vec<(&'static str, u32)>,
    /// How many attached files.
    pub files: u32,
    /// Their size in bytes.
    pub file_bytes: u64,
    /// The newest change that stands.
    pub newest: Option<HistoryEntry>,
}

/// Reads a backup through; refuses one that is not whole, or cannot be opened. `dir` is the profile beside which room is
/// taken for a moment.
pub fn look_into(dir: &Path, open: &Open<'_>) -> Result<Content, StoreError> {
    let room = room(dir)?;
    let manifest = unpack(open, room.path(), |held| held.path == DATABASE)?;
    let conn = ready(&room.path().join(DATABASE))?;
    Ok(Content {
        counts: Reader::new(&conn).counts()?,
        newest: door::newest(&conn)?,
        files: u32::try_from(manifest.attachments().count()).unwrap_or(u32::MAX),
        file_bytes: manifest.attachments().map(|held| held.bytes).sum(),
        made: manifest.made,
        reason: manifest.reason,
        program: manifest.program,
    })
}

/// Whether a file is an encrypted backup, as far as its list of names says.
pub fn is_sealed(path: &Path) -> bool {
    let names = |file: File| {
        ZipArchive::new(BufReader::new(file)).is_ok_and(|zip| zip.index_for_name(DATA).is_some())
    };
    fs::symlink_metadata(path).is_ok_and(|meta| meta.is_file()) && File::open(path).is_ok_and(names)
}

/// A hidden folder that goes when dropped: beside the backups, else where the system has room.
pub(crate) fn room(dir: &Path) -> Result<TempDir, StoreError> {
    let builder = || {
        let mut builder = tempfile::Builder::new();
        builder.prefix(UNFINISHED);
        builder
    };
    let backups = dir.join(BACKUPS);
    let _ = fs::create_dir(&backups);
    Ok(builder().tempdir_in(backups).or_else(|_| builder().tempdir())?)
}

/// Opens the database of a backup that was unpacked, brought to the newest schema, and checked in full.
pub(crate) fn ready(database: &Path) -> Result<rusqlite::Connection, StoreError> {
    crate::profile::look(database)?;
    let conn = connect(database, false)?;
    if identity(&conn)? < KNOWN {
        migrate(&conn)?;
    }
    thorough(&conn)?;
    schema_is_ours(&conn)?;
    Reader::new(&conn).everything()?;
    Ok(conn)
}

/// Copies what is wanted of a backup into an empty folder, durably. Everything is held against its hash, wanted or not.
pub(crate) fn unpack(
    open: &Open<'_>,
    into: &Path,
    wanted: impl Fn(&Held) -> bool,
) -> Result<Manifest, StoreError> {
    let manifest = read_through(open, |held, reader| {
        if !wanted(held) {
            return Ok(());
        }
        let path = into.join(&held.path);
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent)?;
        }
        let mut file = File::create_new(path)?;
        io::copy(reader, &mut file)?;
        file.sync_all()?;
        Ok(())
    })?;
    sync_folder(into)?;
    Ok(manifest)
}

/// Hands every file of a backup to `each`, and holds it against its hash. Refuses links, missing and unknown files, names
/// that stand twice, and sizes that are not as said, each before more of it is read than was said.
pub(super) fn read_through(
    open: &Open<'_>,
    mut each: impl FnMut(&Held, &mut dyn Read) -> Result<(), StoreError>,
) -> Result<Manifest, StoreError> {
    if open.is_folder {
        let manifest = Manifest::read(&open.path)?;
        for held in &manifest.files {
            let path = open.path.join(&held.path);
            let plain =
                fs::symlink_metadata(&path).is_ok_and(|meta| meta.is_file() && meta.len() == held.bytes);
            if !plain {
                return Err(StoreError::backup_fault("file"));
            }
            check(held, BufReader::new(File::open(path)?), &mut each)?;
        }
        return Ok(manifest);
    }
    if fs::symlink_metadata(&open.path).is_ok_and(|meta| !meta.is_file()) {
        return Err(StoreError::NotAFile);
    }
    let file = File::open(&open.path).map_err(|error| match error.kind() {
        io::ErrorKind::NotFound => StoreError::MissingFile,
        _ => error.into(),
    })?;
    let mut outer = ZipArchive::new(BufReader::new(file)).map_err(broken)?;
    if outer.index_for_name(DATA).is_none() {
        return read_zip(outer, each);
    }
    if outer.len() != 2 || outer.has_duplicate_names() {
        return Err(StoreError::backup_fault("names"));
    }
    let mut sealed = Vec::new();
    outer.by_name(KEY).map_err(broken)?.take(most_sealed()).read_to_end(&mut sealed)?;
    let data = outer.by_name_seek(DATA).map_err(broken)?;
    let plain = decrypt(data, &sealed, open.unlock)?;
    read_zip(ZipArchive::new(plain).map_err(broken)?, each)
}

fn read_zip<R: Read + Seek>(
    mut zip: ZipArchive<R>,
    mut each: impl FnMut(&Held, &mut dyn Read) -> Result<(), StoreError>,
) -> Result<Manifest, StoreError> {
    if zip.has_duplicate_names() {
        return Err(StoreError::backup_fault("names"));
    }
    let mut text = Vec::new();
    let found = zip.by_name(MANIFEST).map_err(|_| StoreError::backup_fault("no_manifest"))?;
    found.take(MOST_MANIFEST).read_to_end(&mut text).map_err(|_| StoreError::backup_fault("zip"))?;
    let manifest = Manifest::parse(&text)?;
    let mut known: BTreeSet<&str> = manifest.files.iter().map(|held| held.path.as_str()).collect();
    known.insert(MANIFEST);
    for name in zip.file_names() {
        if !name.is_ok_and(|name| known.contains(name.as_ref())) {
            return Err(StoreError::backup_fault("names"));
        }
    }
    for held in &manifest.files {
        let file = zip.by_name(&held.path).map_err(|_| StoreError::backup_fault("file"))?;
        if file.is_symlink() || file.is_dir() || file.size() != held.bytes {
            return Err(StoreError::backup_fault("file"));
        }
        check(held, file, &mut each)?;
    }
    Ok(manifest)
}

fn check(
    held: &Held,
    from: impl Read,
    each: &mut impl FnMut(&Held, &mut dyn Read) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    let mut hashing =
        Hashing { from: from.take(held.bytes + 1), hasher: Sha256::new(), bytes: 0, fault: false };
    let done = each(held, &mut hashing);
    if hashing.fault {
        return Err(StoreError::backup_fault("unreadable"));
    }
    done?;
    if io::copy(&mut hashing, &mut io::sink()).is_err() {
        return Err(StoreError::backup_fault("unreadable"));
    }
    let hash = crate::attachments::hex(&hashing.hasher.finalize());
    if hashing.bytes == held.bytes && hash == held.sha256 {
        Ok(())
    } else {
        Err(StoreError::backup_fault("hash"))
    }
}

/// Hashes what is read through it, and remembers that reading failed: then the backup is at fault, not the disk that it is
/// written to.
struct Hashing<R> {
    from: R,
    hasher: Sha256,
    bytes: u64,
    fault: bool,
}

impl<R: Read> Read for Hashing<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.from.read(buffer).inspect_err(|error| {
            self.fault = error.kind() != io::ErrorKind::Interrupted;
        })?;
        self.hasher.update(&buffer[..count]);
        self.bytes += count as u64;
        Ok(count)
    }
}
