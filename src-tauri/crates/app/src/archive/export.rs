//! `archive.export`.

use super::open::{read_through, unreadable};
use super::{ArchiveExportParams, ArchiveFileView};
use crate::app::Call;
use crate::backup::KindCount;
use crate::chosen::{ChosenPlace, chosen_place};
use crate::error::AppError;
use crate::kinds;
use groundwork_exchange::archive::{Archive, ArchiveWriter, Made};
use groundwork_store::archive::{Dumped, SCHEMA};
use groundwork_store::{Store, new_record_id};
use std::fs::{self, File, OpenOptions};
use std::io::BufWriter;
use std::path::{Path, PathBuf};

/// `archive.export`: puts everything into one file; none when the person chose no place. It gets its name only when it is
/// whole on the disk and was read back.
pub(crate) fn export(
    call: &Call<'_>,
    params: ArchiveExportParams,
) -> Result<Option<ArchiveFileView>, AppError> {
    let store = call.app.store()?;
    let name = format!("groundwork-{}.groundwork", call.app.clock.today());
    let Some(ChosenPlace { path, replace }) = chosen_place(call, params.path, params.replace, &name)? else {
        return Ok(None);
    };
    let place = Place::at(&path, &store, replace)?;
    let (dumped, missing) = place.write(&store, call.app.clock.now())?;
    let bytes = place.read_back()?;
    place.name_it()?;
    let mut counts: Vec<(String, u32)> = dumped.counts.into_iter().collect();
    counts.sort_by_key(|(kind, _)| kinds::place(kind));
    let counts = counts.into_iter().filter(|(_, count)| *count > 0);
    Ok(Some(ArchiveFileView {
        path: path.display().to_string(),
        bytes,
        counts: counts
            .map(|(kind, count)| KindCount { name: kinds::name(&kind), kind, count, now: None })
            .collect(),
        files: (dumped.files.len() as u32).saturating_sub(missing),
        missing_files: missing,
    }))
}

/// Where the archive is put, and where it lies until it is whole. What was not named is removed.
struct Place {
    path: PathBuf,
    folder: PathBuf,
    beside: PathBuf,
}

impl Place {
    /// Refuses a file that is there and is not to be replaced, and any in the data folder: it could be the data itself.
    fn at(path: &Path, store: &Store, replace: bool) -> Result<Self, AppError> {
        let failed = |error| not_written(path, &error);
        let parent = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let name = path.file_name().ok_or_else(|| failed(std::io::ErrorKind::InvalidInput.into()))?;
        let folder = fs::canonicalize(parent).map_err(failed)?;
        if folder.starts_with(fs::canonicalize(store.dir()).map_err(failed)?) {
            return Err(AppError::with("archive.inside", [("path", path.display().to_string())]));
        }
        let path = folder.join(name);
        match path.symlink_metadata() {
            Ok(meta) if meta.is_dir() => {
                return Err(not_written(&path, &std::io::ErrorKind::IsADirectory.into()));
            }
            Ok(_) if !replace => {
                return Err(AppError::with("file.exists", [("path", path.display().to_string())]));
            }
            _ => {}
        }
        let mut hidden = std::ffi::OsString::from(".");
        hidden.push(name);
        hidden.push(format!(".{}", new_record_id()));
        let beside = folder.join(hidden);
        Ok(Self { path, folder, beside })
    }

    /// Writes everything beside the place; what was written, and how many attached files are missing.
    fn write(&self, store: &Store, at: String) -> Result<(Dumped, u32), AppError> {
        let file = OpenOptions::new().write(true).create_new(true).open(&self.beside);
        let file = file.map_err(|error| not_written(&self.path, &error))?;
        let mut archive = ArchiveWriter::new(BufWriter::with_capacity(256 * 1024, file));
        let fault = |error| self.fault(error);
        let dumped = store.read(|reader| {
            reader.archive(|kind, part, json| archive.records(kind, part, json).map_err(fault))
        })?;
        let mut missing = 0;
        for sha256 in &dumped.files {
            let path = store.file_path(sha256)?;
            let bytes = fs::symlink_metadata(&path).map(|meta| meta.len()).unwrap_or_default();
            if store.has_file(sha256, bytes)? {
                let mut file = File::open(&path).map_err(|error| unreadable(&path, error))?;
                archive.attachment(sha256, bytes, &mut file).map_err(fault)?;
            } else {
                archive.missing(sha256);
                missing += 1;
            }
        }
        let program = env!("CARGO_PKG_VERSION").to_owned();
        let file = archive.finish(Made { schema: SCHEMA, program, at }).map_err(fault)?;
        let file = file.into_inner().map_err(|error| not_written(&self.path, error.error()))?;
        file.sync_all().map_err(|error| not_written(&self.path, &error))?;
        Ok((dumped, missing))
    }

    /// Reads what was written as another program would; its size.
    fn read_back(&self) -> Result<u64, AppError> {
        let file = File::open(&self.beside).map_err(|error| not_written(&self.path, &error))?;
        let bytes = file.metadata().map_err(|error| not_written(&self.path, &error))?.len();
        let mut archive = Archive::open(file, SCHEMA)?;
        read_through(&mut archive)?;
        Ok(bytes)
    }

    /// Gives it its name, for good.
    fn name_it(self) -> Result<(), AppError> {
        let moved = fs::rename(&self.beside, &self.path);
        let synced = moved.and_then(|()| {
            // Windows has no such call for folders.
            if cfg!(unix) { File::open(&self.folder)?.sync_all() } else { Ok(()) }
        });
        synced.map_err(|error| not_written(&self.path, &error))
    }

    /// A fault of the disk that is written to is the place's, not that of the data.
    fn fault(&self, error: groundwork_exchange::archive::ArchiveError) -> AppError {
        match error {
            groundwork_exchange::archive::ArchiveError::Io(error) => not_written(&self.path, &error),
            other => other.into(),
        }
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        // Once it has its name there is nothing left here.
        let _ = fs::remove_file(&self.beside);
    }
}

fn not_written(path: &Path, error: &std::io::Error) -> AppError {
    let args = [("path", path.display().to_string()), ("detail", error.to_string())];
    AppError::with("file.not_written", args)
}
