//! What goes out: files where the person wants them.

use crate::error::AppError;
use std::path::Path;

/// Refuses a place where the program keeps its own: the database and the preferences in the data folder, and all that
/// stands in the folders within it.
pub(crate) fn outside(path: &Path, data: &Path) -> Result<(), AppError> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    // A folder that is not there is refused where the file is written.
    let (Ok(folder), Ok(data)) = (std::fs::canonicalize(folder), std::fs::canonicalize(data)) else {
        return Ok(());
    };
    let name = path.file_name().map(|name| name.to_string_lossy().to_lowercase()).unwrap_or_default();
    let is_own = name.starts_with("groundwork.db") || name.starts_with("preferences.json");
    if folder.starts_with(&data) && (folder != data || is_own) {
        return Err(AppError::with("archive.inside", [("path", path.display().to_string())]));
    }
    Ok(())
}

/// Writes a file whole or not at all: beside its place first, then moved there.
pub(crate) fn put(path: &Path, bytes: &[u8]) -> Result<(), AppError> {
    let failed = |error: std::io::Error| {
        let args = [("path", path.display().to_string()), ("detail", error.to_string())];
        AppError::with("file.not_written", args)
    };
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let name = path.file_name().ok_or_else(|| failed(std::io::ErrorKind::InvalidInput.into()))?;
    let mut beside = std::ffi::OsString::from(".");
    beside.push(name);
    beside.push(format!(".{}", groundwork_store::new_record_id()));
    let beside = folder.join(beside);
    let written =
        std::fs::OpenOptions::new().write(true).create_new(true).open(&beside).and_then(|mut file| {
            std::io::Write::write_all(&mut file, bytes)?;
            file.sync_all()
        });
    let moved = written.and_then(|()| std::fs::rename(&beside, path));
    moved.map_err(|error| {
        let _ = std::fs::remove_file(&beside);
        failed(error)
    })
}
