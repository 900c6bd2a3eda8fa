//! A folder without Git: its files, read so that no link leads out of it.

use crate::AuditError;
use crate::files::Source;
use crate::left_out::LeftOutList;
use crate::limits::Limits;
use crate::paths;
use crate::progress::Watch;
use cap_fs_ext::{FollowSymlinks, OpenOptionsFollowExt, OpenOptionsSyncExt};
use cap_std::ambient_authority;
use cap_std::fs::{Dir, DirEntry, OpenOptions};
use groundwork_domain::audit::LeftOutReason::{
    self, Foreign, Link, NoPermission, Special, TooDeep, TooLarge, TooMany, Unreadable,
};
use std::ffi::OsString;
use std::io::{Error, ErrorKind, Read};
use std::path::{Path, PathBuf};

/// A file: its path as a report tells it, and as the system knows it.
pub(crate) struct File {
    path: String,
    own: PathBuf,
    size: u64,
}

/// The folder, opened once: everything is reached from there.
pub(crate) struct Plain {
    root: Dir,
}

/// Its files, and what was left out on the way.
pub(crate) struct Listed {
    pub files: Vec<File>,
    pub left_out: LeftOutList,
}

struct Folder {
    path: String,
    own: PathBuf,
    depth: usize,
}

fn reason(error: &Error) -> LeftOutReason {
    if error.kind() == ErrorKind::PermissionDenied { NoPermission } else { Unreadable }
}

impl Plain {
    /// Opens the folder.
    pub fn open(folder: &Path) -> Result<Self, AuditError> {
        let opened = Dir::open_ambient_dir(folder, ambient_authority());
        opened.map(|root| Self { root }).map_err(|error| match error.kind() {
            ErrorKind::NotFound => AuditError::Missing,
            ErrorKind::PermissionDenied => AuditError::NoPermission,
            _ => AuditError::Unreadable(error.to_string()),
        })
    }

    /// Its files, by path.
    pub fn list(&self, limits: &Limits, watch: Watch<'_>) -> Result<Listed, AuditError> {
        let mut listed = Listed { files: Vec::new(), left_out: LeftOutList::default() };
        let first = Folder { path: String::new(), own: PathBuf::new(), depth: 0 };
        let mut folders = vec![first];
        let mut read = 0;
        while let Some(folder) = folders.pop() {
            watch.go_on()?;
            read += 1;
            let most = limits.files.saturating_sub(read + folders.len());
            let within = self.folder(&folder, limits, watch, &mut listed)?;
            for left in within.iter().skip(most) {
                listed.left_out.add(TooMany, &left.path);
            }
            folders.extend(within.into_iter().take(most));
        }
        listed.files.sort_unstable_by(|a, b| (&a.path, &a.own).cmp(&(&b.path, &b.own)));
        Ok(listed)
    }

    /// Reads one folder: its files into `listed`; the folders within it.
    fn folder(
        &self,
        folder: &Folder,
        limits: &Limits,
        watch: Watch<'_>,
        listed: &mut Listed,
    ) -> Result<Vec<Folder>, AuditError> {
        let opened = if folder.depth == 0 { self.root.entries() } else { self.root.read_dir(&folder.own) };
        let mut entries: Vec<(OsString, DirEntry)> = Vec::new();
        match opened {
            Ok(found) => {
                for entry in found {
                    match entry {
                        Ok(entry) if entries.len() < limits.files => entries.push((entry.file_name(), entry)),
                        Ok(_) => listed.left_out.add(TooMany, &folder.path),
                        Err(error) => {
                            listed.left_out.add(reason(&error), &folder.path);
                            break;
                        }
                    }
                }
            }
            Err(error) => listed.left_out.add(reason(&error), &folder.path),
        }
        entries.sort_unstable_by(|a, b| a.0.cmp(&b.0));
        let names: Vec<String> =
            entries.iter().map(|(name, _)| name.to_string_lossy().into_owned()).collect();
        let mut within = Vec::new();
        for ((own, entry), name) in entries.iter().zip(&names) {
            watch.go_on()?;
            let path = if folder.path.is_empty() { name.clone() } else { format!("{}/{name}", folder.path) };
            let at = Folder { path, own: folder.own.join(own), depth: folder.depth + 1 };
            if at.path.len() > limits.path_bytes {
                listed.left_out.add(TooDeep, &folder.path);
                continue;
            }
            match entry.file_type() {
                Ok(kind) if kind.is_symlink() => listed.left_out.add(Link, &at.path),
                Ok(kind) if kind.is_dir() => {
                    if paths::version_control(name) {
                    } else if paths::foreign(name, names.iter().map(String::as_str)) {
                        listed.left_out.add(Foreign, &at.path);
                    } else if at.depth > limits.depth {
                        listed.left_out.add(TooDeep, &at.path);
                    } else {
                        within.push(at);
                    }
                }
                Ok(kind) if kind.is_file() => listed.file(at, entry, limits),
                Ok(_) => listed.left_out.add(Special, &at.path),
                Err(error) => listed.left_out.add(reason(&error), &at.path),
            }
        }
        Ok(within)
    }
}

impl Listed {
    fn file(&mut self, at: Folder, entry: &DirEntry, limits: &Limits) {
        // A `.git` that is a file is no text of the project.
        if paths::version_control(at.path.rsplit('/').next().unwrap_or_default()) {
            return;
        }
        if self.files.len() >= limits.files {
            self.left_out.add(TooMany, &at.path);
            return;
        }
        match entry.metadata() {
            Ok(found) => self.files.push(File { path: at.path, own: at.own, size: found.len() }),
            Err(error) => self.left_out.add(reason(&error), &at.path),
        }
    }
}

impl Source for Plain {
    type Item = File;
    type Reader = ();

    fn reader(&self) {}

    fn path<'a>(&self, item: &'a File) -> &'a str {
        &item.path
    }

    fn size(&self, (): &mut (), item: &File) -> Result<u64, LeftOutReason> {
        Ok(item.size)
    }

    fn read(&self, (): &mut (), item: &File, most: u64, into: &mut Vec<u8>) -> Result<(), LeftOutReason> {
        // What was a file when the folder was read may be a link or a pipe by now: neither is followed nor waited for.
        let mut options = OpenOptions::new();
        options.read(true).follow(FollowSymlinks::No).nonblock(true);
        let file = self.root.open_with(&item.own, &options).map_err(|error| reason(&error))?;
        if !file.metadata().is_ok_and(|found| found.is_file()) {
            return Err(Special);
        }
        file.take(most + 1).read_to_end(into).map_err(|error| reason(&error))?;
        if into.len() as u64 > most { Err(TooLarge) } else { Ok(()) }
    }
}
