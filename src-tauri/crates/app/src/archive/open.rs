//! Opening an archive: the file itself, its records, its attached files.

use crate::app::Call;
use crate::error::AppError;
use groundwork_exchange::archive::{Archive, ArchiveError};
use groundwork_store::archive::{Named, SCHEMA, Staged, Staging};
use groundwork_store::{Probe, StoreError};
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::io::{Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};
use std::sync::Mutex;

/// Files that were looked into, by the numbers of their ids: the page names an archive, never a path.
#[derive(Default)]
pub(crate) struct Chosen(Mutex<Vec<ChosenFile>>);

#[derive(Clone)]
pub(super) struct ChosenFile {
    pub path: PathBuf,
    /// SHA-256 of the whole file when it was looked into.
    pub sha256: String,
}

impl Chosen {
    /// Remembers a file; its id.
    pub(super) fn remember(&self, file: ChosenFile) -> Result<String, AppError> {
        let mut files = self.0.lock().map_err(|_| AppError::new("app.poisoned"))?;
        files.push(file);
        Ok(format!("file:{}", files.len()))
    }

    pub(super) fn find(&self, id: &str) -> Result<ChosenFile, AppError> {
        let unknown = || AppError::with("archive.unknown", [("id", id.to_owned())]);
        let number: usize = id.strip_prefix("file:").and_then(|n| n.parse().ok()).ok_or_else(unknown)?;
        let files = self.0.lock().map_err(|_| AppError::new("app.poisoned"))?;
        number.checked_sub(1).and_then(|at| files.get(at).cloned()).ok_or_else(unknown)
    }
}

/// An archive whose container, manifest and records were found good.
pub(super) struct Opened {
    pub archive: Archive<File>,
    pub staged: Staged,
    /// SHA-256 of the whole file.
    pub sha256: String,
}

/// Opens an archive and reads its records into a database beside the live one. A folder or device is refused; a link is
/// followed, since nothing of it is kept. One file is read throughout, even if another takes its name meanwhile.
pub(super) fn open(path: &Path, wanted: Option<&str>) -> Result<Opened, AppError> {
    // Before it is opened: that would wait for somebody at the other end of a pipe.
    if !path.metadata().map_err(|error| unreadable(path, error))?.is_file() {
        return Err(StoreError::NotAFile.into());
    }
    let mut file = File::open(path).map_err(|error| unreadable(path, error))?;
    let sha256 = hash_of(&mut file).map_err(|error| unreadable(path, error))?;
    if wanted.is_some_and(|wanted| wanted != sha256) {
        return Err(AppError::with("archive.changed", [("path", path.display().to_string())]));
    }
    let fault = |error| match error {
        ArchiveError::Io(error) => unreadable(path, error),
        other => other.into(),
    };
    let mut archive = Archive::open(file, SCHEMA).map_err(fault)?;
    let mut staging = Staging::begin(archive.manifest().schema)?;
    for (kind, parts) in archive.kinds().map_err(fault)? {
        for part in 1..=parts {
            staging.load(&kind, &archive.records(&kind, part).map_err(fault)?)?;
        }
    }
    Ok(Opened { archive, staged: staging.finish()?, sha256 })
}

/// What an archive has of the attached files that its records name.
pub(super) struct Files {
    /// Those that it has.
    pub there: Vec<Named>,
    /// Hashes of those that were missing when it was made.
    pub missing: BTreeSet<String>,
}

impl Opened {
    /// The attached files that its records name. Refuses a file that neither is there nor is said to have been missing.
    pub fn files(&self) -> Result<Files, AppError> {
        let sizes: BTreeMap<&str, u64> =
            self.archive.attachments().map(|file| (file.sha256.as_str(), file.bytes)).collect();
        let mut files = Files { there: Vec::new(), missing: BTreeSet::new() };
        for named in self.staged.files()? {
            let name = || format!("attachments/{}", named.sha256);
            match sizes.get(named.sha256.as_str()) {
                Some(bytes) if *bytes == named.bytes => files.there.push(named),
                Some(_) => return Err(ArchiveError::Size { name: name() }.into()),
                None if self.archive.manifest().missing.binary_search(&named.sha256).is_ok() => {
                    files.missing.insert(named.sha256);
                }
                None => return Err(ArchiveError::Missing { name: name() }.into()),
            }
        }
        Ok(files)
    }

    /// Reads every attached file through: its hash, and that it is what the records say it is.
    pub fn read_files(&mut self, files: &Files) -> Result<(), AppError> {
        let mut types: BTreeMap<String, &'static str> = BTreeMap::new();
        let all: Vec<String> = self.archive.attachments().map(|file| file.sha256.clone()).collect();
        for sha256 in all {
            let mut probe = Probe::default();
            self.archive.attachment(&sha256, &mut probe)?;
            types.insert(sha256, probe.media_type());
        }
        for named in &files.there {
            let found = types.get(&named.sha256).copied().unwrap_or_default();
            // A program that knew fewer types said this of all that it did not know; it is the one that opens nothing.
            if named.media_type != found && named.media_type != "application/octet-stream" {
                let name = format!("attachments/{}", named.sha256);
                let args = [("name", name), ("said", named.media_type.clone()), ("is", found.to_owned())];
                return Err(AppError::with("archive.media", args));
            }
        }
        Ok(())
    }
}

/// Reads every file of an archive through, and holds it against its hash.
pub(super) fn read_through(archive: &mut Archive<File>) -> Result<(), AppError> {
    for (kind, parts) in archive.kinds()? {
        for part in 1..=parts {
            archive.records(&kind, part)?;
        }
    }
    let all: Vec<String> = archive.attachments().map(|file| file.sha256.clone()).collect();
    for sha256 in all {
        archive.attachment(&sha256, &mut std::io::sink())?;
    }
    Ok(())
}

/// Keeps the attached files of an archive that are not there yet.
pub(super) fn keep_files(call: &Call<'_>, opened: &mut Opened, files: &Files) -> Result<(), AppError> {
    let store = call.app.store()?;
    for named in &files.there {
        store.store_file_from(&named.sha256, named.bytes, |out| {
            opened.archive.attachment(&named.sha256, out).map_err(AppError::from)
        })?;
    }
    Ok(())
}

pub(super) fn unreadable(path: &Path, error: std::io::Error) -> AppError {
    let args = [("path", path.display().to_string()), ("detail", error.to_string())];
    AppError::with("file.unreadable", args)
}

fn hash_of(file: &mut File) -> std::io::Result<String> {
    let mut hasher = Sha256::new();
    let mut buffer = vec![0; 256 * 1024];
    loop {
        match file.read(&mut buffer)? {
            0 => break,
            count => hasher.update(&buffer[..count]),
        }
    }
    file.seek(SeekFrom::Start(0))?;
    Ok(hasher.finalize().iter().map(|byte| format!("{byte:02x}")).collect())
}
