//! A backup is carried to a folder of choice: one file, encrypted where a passphrase was set, verified by opening it.
//!
//! In plain it is a zip of what the backup's folder holds. Encrypted it is a zip of two files: `key.age`, the sealed key, and
//! `data.age`, the plain zip. `age -d -i key.age data.age` opens it without this program.

use super::latch::Latch;
use super::look::{Open, read_through};
use super::manifest::{MANIFEST, Manifest};
use super::seal::{Key, Unlock};
use super::thin::leaving;
use super::{ENDING, STAMP, UNFINISHED, list};
use crate::StoreError;
use crate::profile::sync_folder;
use jiff::Timestamp;
use std::fs::{self, File};
use std::io::{Read, Seek, Write};
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
}

/// Carries a backup (a folder beside the data) into another folder, and thins what this profile (`whose`, 6 characters of
/// `0-9a-f`) has there. What others put there is left alone.
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
    let unnamed = tempfile::Builder::new().prefix(UNFINISHED).tempfile_in(folder)?;
    write(&manifest, backup, unnamed.as_file(), key)?;
    unnamed.as_file().sync_all()?;
    let unnamed = unnamed.into_temp_path();
    read_through(&Open::file(&unnamed, Unlock { key, passphrase: None }), |_, _| Ok(()))?;
    let stamp = manifest.made.strftime(STAMP);
    let path = free_name(folder, &format!("groundwork-{whose}-{stamp}-{}", manifest.reason));
    fs::rename(&unnamed, &path)?;
    let _ = unnamed.keep();
    // Some file systems of sticks and shares know no such call for folders.
    let _ = sync_folder(folder);
    Ok(Carried { path, thinned: thin_files(folder, whose, now)? })
}

fn free_name(folder: &Path, stem: &str) -> PathBuf {
    let named = |number: u32| match number {
        1 => folder.join(format!("{stem}.{ENDING}")),
        more => folder.join(format!("{stem}-{more}.{ENDING}")),
    };
    (1..1000).map(named).find(|path| fs::symlink_metadata(path).is_err()).unwrap_or_else(|| named(1000))
}

fn thin_files(folder: &Path, whose: &str, now: Timestamp) -> Result<usize, StoreError> {
    let mut own = list::files_in(folder)?;
    own.retain(|file| list::parts(&file.name).is_some_and(|(other, ..)| other == whose));
    let gone = leaving(now, &own);
    for file in &gone {
        fs::remove_file(&file.path)?;
    }
    Ok(gone.len())
}

fn write(manifest: &Manifest, backup: &Path, to: &File, key: Option<&Key>) -> Result<(), StoreError> {
    let Some(key) = key else {
        let mut zip = ZipWriter::new(Latch::new(to));
        fill(&mut zip, manifest, backup)?;
        zip.finish().map_err(broken)?;
        return Ok(());
    };
    let stored = plain_options().compression_method(CompressionMethod::Stored);
    let mut outer = ZipWriter::new(Latch::new(to));
    outer.start_file(KEY, stored).map_err(broken)?;
    outer.write_all(&key.sealed()?)?;
    outer.start_file(DATA, stored).map_err(broken)?;
    let mut inner = ZipWriter::new_stream(Latch::new(key.encrypt(&mut outer)?));
    fill(&mut inner, manifest, backup)?;
    let sealed = inner.finish().map_err(broken)?.into_inner();
    sealed.into_inner().finish()?;
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
