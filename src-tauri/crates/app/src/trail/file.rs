//! The files of the trail: at most [`FILES`] of [`MOST_BYTES`] each, the newest without a number.
//!
//! A line is written with one call to a file that is opened for it, so that several programs can write at once and none
//! holds a file that another one moves.

use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

/// Name of the folder in the data folder.
const FOLDER: &str = "logs";
/// Files that are kept.
pub(super) const FILES: usize = 5;
/// Most bytes of each of them.
pub(super) const MOST_BYTES: u64 = 256 * 1024;
/// Most characters of a line; no entry has as many.
const MOST_CHARS: usize = 400;

fn path(folder: &Path, number: usize) -> PathBuf {
    folder.join(if number == 0 { "groundwork.log".into() } else { format!("groundwork.{number}.log") })
}

/// Adds a line. Refuses a folder in which no profile was ever opened, and what is no plain file or folder.
pub(super) fn append(dir: &Path, line: &str) -> io::Result<()> {
    if !is_folder(&dir.join("state"))? {
        return Err(ErrorKind::NotFound.into());
    }
    let folder = dir.join(FOLDER);
    match is_folder(&folder) {
        Ok(true) => {}
        Ok(false) => return Err(ErrorKind::NotADirectory.into()),
        Err(_) => fs::create_dir(&folder)?,
    }
    let mut line: String = line.chars().filter(|c| !c.is_control()).take(MOST_CHARS).collect();
    line.push('\n');
    let newest = path(&folder, 0);
    match fs::symlink_metadata(&newest) {
        Ok(meta) if !meta.is_file() => return Err(ErrorKind::InvalidInput.into()),
        Ok(meta) if meta.len() + line.len() as u64 > MOST_BYTES => rotate(&folder, line.len() as u64)?,
        _ => {}
    }
    OpenOptions::new().append(true).create(true).open(&newest)?.write_all(line.as_bytes())
}

/// A link to a folder is none.
fn is_folder(path: &Path) -> io::Result<bool> {
    Ok(fs::symlink_metadata(path)?.is_dir())
}

/// Gives each file the next number; the oldest falls out. While another program does so, the line at hand is dropped.
fn rotate(folder: &Path, more: u64) -> io::Result<()> {
    let lock = File::create(folder.join("turning"))?;
    lock.try_lock()?;
    // Another program may have done it since.
    if fs::symlink_metadata(path(folder, 0)).is_ok_and(|meta| meta.len() + more <= MOST_BYTES) {
        return Ok(());
    }
    for number in (0..FILES - 1).rev() {
        match fs::rename(path(folder, number), path(folder, number + 1)) {
            Err(error) if error.kind() != ErrorKind::NotFound => return Err(error),
            _ => {}
        }
    }
    Ok(())
}

/// The newest lines, oldest of them first.
pub(super) fn newest(dir: &Path, most: usize) -> Vec<String> {
    let folder = dir.join(FOLDER);
    let mut lines = Vec::new();
    for number in 0..FILES {
        if lines.len() >= most {
            break;
        }
        let file = path(&folder, number);
        let small =
            fs::symlink_metadata(&file).is_ok_and(|meta| meta.is_file() && meta.len() <= 2 * MOST_BYTES);
        let bytes = if small { fs::read(&file).unwrap_or_default() } else { Vec::new() };
        let text = String::from_utf8_lossy(&bytes);
        lines.extend(text.lines().rev().filter(|line| !line.is_empty()).map(str::to_owned));
    }
    lines.truncate(most);
    lines.reverse();
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sizes(dir: &Path) -> Vec<u64> {
        let files = fs::read_dir(dir.join(FOLDER)).unwrap().flatten();
        let logs = files.filter(|file| file.file_name().to_string_lossy().ends_with(".log"));
        logs.map(|file| file.metadata().unwrap().len()).collect()
    }

    #[test]
    fn the_oldest_lines_make_room() {
        let dir = tempfile::tempdir().unwrap();
        fs::create_dir(dir.path().join("state")).unwrap();
        let tail = "x".repeat(300);
        for number in 0..6_000 {
            append(dir.path(), &format!("{number} {tail}")).unwrap();
        }
        let sizes = sizes(dir.path());
        assert_eq!(sizes.len(), FILES);
        assert!(sizes.iter().all(|size| *size <= MOST_BYTES), "{sizes:?}");
        let lines = newest(dir.path(), 1_000);
        assert_eq!(lines.len(), 1_000);
        assert!(lines[0].starts_with("5000 ") && lines[999].starts_with("5999 "));
    }

    #[test]
    fn several_programs_write_whole_lines_within_the_bound() {
        let dir = tempfile::tempdir().unwrap();
        fs::create_dir(dir.path().join("state")).unwrap();
        std::thread::scope(|scope| {
            for name in ["a", "b", "c", "d"] {
                let dir = dir.path();
                scope.spawn(move || {
                    for _ in 0..1_500 {
                        let _ = append(dir, &name.repeat(300));
                    }
                });
            }
        });
        let lines = newest(dir.path(), 10_000);
        // Who does not get the turn at once writes nothing: on a busy machine that is most.
        assert!(lines.len() > 300, "{}", lines.len());
        assert!(lines.iter().all(|line| line.len() == 300 && line.bytes().all(|b| b == line.as_bytes()[0])));
        let (sizes, room) = (sizes(dir.path()), 4 * 301);
        assert!(sizes.len() <= FILES && sizes.iter().all(|size| *size <= MOST_BYTES + room), "{sizes:?}");
    }

    #[test]
    fn nothing_is_written_where_no_profile_is_or_where_a_link_leads_away() {
        let dir = tempfile::tempdir().unwrap();
        assert!(append(dir.path(), "line").is_err());
        assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 0);
        #[cfg(unix)]
        {
            let elsewhere = tempfile::tempdir().unwrap();
            fs::create_dir(dir.path().join("state")).unwrap();
            std::os::unix::fs::symlink(elsewhere.path(), dir.path().join(FOLDER)).unwrap();
            assert!(append(dir.path(), "line").is_err());
            fs::remove_file(dir.path().join(FOLDER)).unwrap();
            fs::create_dir(dir.path().join(FOLDER)).unwrap();
            let target = elsewhere.path().join("profile");
            fs::write(&target, "mine").unwrap();
            std::os::unix::fs::symlink(&target, path(&dir.path().join(FOLDER), 0)).unwrap();
            assert!(append(dir.path(), "line").is_err());
            assert_eq!(fs::read_to_string(&target).unwrap(), "mine");
        }
    }
}
