//! A backup is carried to a folder of choice: one file, encrypted where a passphrase was set, verified by opening it.
//!
//! In plain it is a zip of what the backup's folder holds. Encrypted it is a zip of two files: `key.age`, the sealed key, and
//! `data.age`, the plain zip. `age -d -i key.age data.age` opens it without this program.

use super::latch::Latch;
use super::list::{Backup, files_in, parts};
use super::look::{Open, is_sealed, read_through};
use super::manifest::{MANIFEST, Manifest};
use super::seal::{Key, Unlock};
use super::sweep::sweep_in;
use super::thin::leaving;
use super::{ENDING, STAMP, UNFINISHED};
use crate::StoreError;
use crate::profile::sync_folder;
use jiff::Timestamp;
use std::fs::{self, File};
use std::io::{self, Read, Seek, Write};
use std::path::{Path, PathBuf};
use zip::write::{FileOptions, SimpleFileOptions};
use zip::{CompressionMethod, ZipWriter};

/// The sealed key within an encrypted backup.
pub(super) const KEY: &str = "key.age";
/// The encrypted zip within it.
pub(super) const DATA: &str = "data.age";

/// A backup that was carried.
#[derive(Debug, Clone)]
pub struct Carried {
    /// The file.
    pub path: PathBuf,
    /// How many older ones of this profile left the folder.
    pub thinned: usize,
    /// How many of this profile lay there in plain and are encrypted now.
    pub sealed: usize,
}

/// Carries a backup (a folder beside the data) into another folder, and thins what this profile (`whose`, 6 characters of
/// `0-9a-f`) has there. With a key, those of this profile that lie there in plain are encrypted too. What others put there is
/// left alone.
pub fn carry_to(
    backup: &Path,
    folder: &Path,
    whose: &str,
    key: Option<&Key>,
    now: Timestamp,
) -> Result<Carried, StoreError> {
    if !folder.is_dir() {
        return Err(StoreError::NoFolder);
    }
    let manifest = Manifest::read(backup)?;
    // Its own mark, so that what a killed program or a stick that was pulled out left is known again.
    let mark = format!("{UNFINISHED}groundwork-{whose}-");
    sweep_in(folder, &mark);
    let stamp = manifest.made.strftime(STAMP);
    let path = free_name(folder, &format!("groundwork-{whose}-{stamp}-{}", manifest.reason));
    let unlock = Unlock { key, passphrase: None };
    put(&path, &mark, unlock, |file| write(&manifest, backup, file, key))?;
    let thinned = thin_files(folder, whose, now)?;
    let sealed = key.map_or(Ok(0), |key| seal_plain(&own_files(folder, whose)?, &mark, key))?;
    Ok(Carried { path, thinned, sealed })
}

/// Puts a backup at its place, in one step: what `write` writes is read through before it gets its name.
fn put(
    path: &Path,
    mark: &str,
    unlock: Unlock<'_>,
    write: impl FnOnce(&File) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    let folder = path.parent().ok_or(StoreError::NoFolder)?;
    let unnamed = tempfile::Builder::new().prefix(mark).tempfile_in(folder)?;
    write(unnamed.as_file())?;
    unnamed.as_file().sync_all()?;
    let unnamed = unnamed.into_temp_path();
    read_through(&Open::file(&unnamed, unlock), |_, _| Ok(()))?;
    fs::rename(&unnamed, path)?;
    let _ = unnamed.keep();
    // Some file systems of sticks and shares know no such call for folders.
    let _ = sync_folder(folder);
    Ok(())
}

/// Encrypts those of these that are in plain, each in its own place. One that is damaged stays as it is, and nothing is written
/// for it.
fn seal_plain(own: &[Backup], mark: &str, key: &Key) -> Result<usize, StoreError> {
    let mut count = 0;
    for plain in own.iter().map(|file| &file.path).filter(|path| !is_sealed(path)) {
        if read_through(&Open::file(plain, Unlock::default()), |_, _| Ok(())).is_err() {
            continue;
        }
        put(plain, mark, Unlock { key: Some(key), passphrase: None }, |file| {
            seal(file, key, |data| {
                io::copy(&mut File::open(plain)?, data)?;
                Ok(())
            })
        })?;
        count += 1;
    }
    Ok(count)
}

fn free_name(folder: &Path, stem: &str) -> PathBuf {
    let named = |number: u32| match number {
        1 => folder.join(format!("{stem}.{ENDING}")),
        more => folder.join(format!("{stem}-{more}.{ENDING}")),
    };
    (1..1000).map(named).find(|path| fs::symlink_metadata(path).is_err()).unwrap_or_else(|| named(1000))
}

fn thin_files(folder: &Path, whose: &str, now: Timestamp) -> Result<usize, StoreError> {
    let gone = leaving(now, &own_files(folder, whose)?);
    for file in &gone {
        fs::remove_file(&file.path)?;
    }
    Ok(gone.len())
}

/// What this profile has in a folder.
fn own_files(folder: &Path, whose: &str) -> Result<Vec<Backup>, StoreError> {
    let mut own = files_in(folder)?;
    own.retain(|file| parts(&file.name).is_some_and(|(other, ..)| other == whose));
    Ok(own)
}

fn write(manifest: &Manifest, backup: &Path, to: &File, key: Option<&Key>) -> Result<(), StoreError> {
    let Some(key) = key else {
        let mut zip = ZipWriter::new(Latch::new(to));
        fill(&mut zip, manifest, backup)?;
        zip.finish().map_err(broken)?;
        return Ok(());
    };
    seal(to, key, |data| {
        let mut inner = ZipWriter::new_stream(Latch::new(data));
        fill(&mut inner, manifest, backup)?;
        inner.finish().map_err(broken)?;
        Ok(())
    })
}

/// Writes an encrypted backup: the sealed key, and what `data` writes, encrypted.
fn seal(
    to: &File,
    key: &Key,
    data: impl FnOnce(&mut dyn Write) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    let stored = plain_options().compression_method(CompressionMethod::Stored);
    let mut outer = ZipWriter::new(Latch::new(to));
    outer.start_file(KEY, stored).map_err(broken)?;
    outer.write_all(&key.sealed()?)?;
    outer.start_file(DATA, stored).map_err(broken)?;
    let mut sealed = key.encrypt(&mut outer)?;
    data(&mut sealed)?;
    sealed.finish()?;
    outer.finish().map_err(broken)?;
    Ok(())
}

fn plain_options() -> SimpleFileOptions {
    FileOptions::default().large_file(true)
}

fn fill<W: Write + Seek>(
    zip: &mut ZipWriter<W>,
    manifest: &Manifest,
    backup: &Path,
) -> Result<(), StoreError> {
    let packed = plain_options().compression_method(CompressionMethod::Deflated);
    // Attached files are mostly packed already.
    let stored = plain_options().compression_method(CompressionMethod::Stored);
    zip.start_file(MANIFEST, packed).map_err(broken)?;
    zip.write_all(manifest.text()?.as_bytes())?;
    for held in &manifest.files {
        let options = if held.path == crate::profile::DATABASE { packed } else { stored };
        zip.start_file(held.path.as_str(), options).map_err(broken)?;
        let mut file = File::open(backup.join(&held.path))?;
        let mut buffer = vec![0; 64 * 1024];
        loop {
            match file.read(&mut buffer)? {
                0 => break,
                count => zip.write_all(&buffer[..count])?,
            }
        }
    }
    Ok(())
}

pub(super) fn broken(error: zip::result::ZipError) -> StoreError {
    match error {
        zip::result::ZipError::Io(error) => error.into(),
        _ => StoreError::backup_fault("zip"),
    }
}
