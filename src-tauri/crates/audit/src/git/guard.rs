//! What may be opened as Git data: the folder's own, and nothing that only claims to be.
//!
//! Whoever sends a folder chooses what stands in it: a `.git` file, an alternate object folder or a link may name any place
//! of the disk. Each is held against the place that it names, which must say that it belongs to the folder.

use crate::AuditError;
use crate::progress::Watch;
use groundwork_domain::audit::LeftOutReason::{self, NoPermission, Outside, Unreadable};
use std::fs::{self, Metadata};
use std::io::{ErrorKind, Read};
use std::path::{Path, PathBuf};

/// Bytes of a file that only names a place or a commit.
const SMALL: u64 = 64 << 10;
/// Bytes of a configuration.
const CONFIG: u64 = 1 << 20;
/// Bytes of the list of packed references, and of the list of commits at which a shallow clone ends.
const LIST: u64 = 128 << 20;
/// How deep references and alternates may lie.
const DEPTH: usize = 32;

/// What the folder is.
pub(crate) enum Standing {
    /// No repository.
    Plain,
    /// There is Git data, but it is not to be followed or cannot be read; whether it is all that the folder holds.
    Refused { reason: LeftOutReason, bare: bool },
    /// A repository.
    Repository(Place),
}

/// Where the data of a repository lies.
pub(crate) struct Place {
    /// The Git folder; that of a working folder beside the main one is its own.
    pub git: PathBuf,
    /// The Git folder that holds objects and references.
    pub common: PathBuf,
    pub bare: bool,
    pub worktree: bool,
    pub submodule: bool,
    /// Bytes of the object database.
    pub object_bytes: u64,
}

type Checked<T> = Result<T, LeftOutReason>;

/// Finds out what the folder is, without looking above it.
pub(crate) fn standing(folder: &Path, watch: Watch<'_>) -> Result<Standing, AuditError> {
    let place = match place(folder) {
        Ok(Some(place)) => place,
        Ok(None) => return Ok(Standing::Plain),
        Err(reason) => return Ok(Standing::Refused { reason, bare: false }),
    };
    let mut guard = Guard { root: place.common.clone(), watch, bytes: 0, stopped: false };
    let sound = guard.repository(&place);
    if guard.stopped {
        return Err(AuditError::Cancelled);
    }
    match sound {
        Ok(()) => Ok(Standing::Repository(Place { object_bytes: guard.bytes, ..place })),
        Err(reason) => Ok(Standing::Refused { reason, bare: place.bare }),
    }
}

fn reason(error: &std::io::Error) -> LeftOutReason {
    if error.kind() == ErrorKind::PermissionDenied { NoPermission } else { Unreadable }
}

fn real(path: &Path) -> Checked<PathBuf> {
    fs::canonicalize(path).map_err(|error| reason(&error))
}

/// What is at a path, links not followed; none where there is nothing.
fn at(path: &Path) -> Checked<Option<Metadata>> {
    match fs::symlink_metadata(path) {
        Ok(found) => Ok(Some(found)),
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => Ok(None),
        Err(error) => Err(reason(&error)),
    }
}

/// The text of a file that is no link and not larger than `most` bytes; none where there is no such file.
pub(super) fn text(path: &Path, most: u64) -> Checked<Option<Vec<u8>>> {
    match at(path)? {
        None => return Ok(None),
        Some(found) if !found.is_file() || found.len() > most => return Err(Unreadable),
        Some(_) => {}
    }
    let mut text = Vec::new();
    let file = fs::File::open(path).map_err(|error| reason(&error))?;
    file.take(most).read_to_end(&mut text).map_err(|error| reason(&error))?;
    Ok(Some(text))
}

/// A path that stands alone in a file, after `before`, from the folder `from`.
fn named(text: &[u8], before: &str, from: &Path) -> Option<PathBuf> {
    let text = std::str::from_utf8(text).ok()?.strip_prefix(before)?;
    let text = text.trim_end_matches(['\n', '\r']).trim_start_matches(' ');
    (!text.is_empty() && !text.contains('\0')).then(|| from.join(text))
}

/// Where the Git data of a folder lies; none for a folder without any.
fn place(folder: &Path) -> Checked<Option<Place>> {
    let own = real(folder)?;
    let dot = own.join(".git");
    let place = |git: PathBuf| Place {
        common: git.clone(),
        git,
        bare: false,
        worktree: false,
        submodule: false,
        object_bytes: 0,
    };
    let Some(found) = at(&dot)? else {
        let bare = at(&own.join("HEAD"))?.is_some_and(|it| !it.is_dir())
            && at(&own.join("objects"))?.is_some_and(|it| !it.is_file())
            && at(&own.join("refs"))?.is_some_and(|it| !it.is_file());
        return Ok(bare.then(|| Place { bare: true, ..place(own) }));
    };
    let target = if found.is_symlink() {
        let target = real(&dot)?;
        if !target.starts_with(&own) {
            return Err(Outside);
        }
        target
    } else {
        dot
    };
    if target.is_dir() {
        return Ok(Some(place(target)));
    }
    let text = text(&target, SMALL)?.ok_or(Unreadable)?;
    let git = real(&named(&text, "gitdir:", &own).ok_or(Unreadable)?)?;
    if git.starts_with(&own) {
        return Ok(Some(place(git)));
    }
    belongs(&git, &own).map(Some)
}

/// The Git folder that a `.git` file names, if that folder itself names the folder that is audited.
fn belongs(git: &Path, own: &Path) -> Checked<Place> {
    let place = |common: PathBuf, worktree: bool| Place {
        git: git.to_path_buf(),
        common,
        bare: false,
        worktree,
        submodule: !worktree,
        object_bytes: 0,
    };
    // A working folder beside the main one: each names the other, and it lies within the main Git folder.
    if let Some(back) = text(&git.join("gitdir"), SMALL)? {
        let back = named(&back, "", git).and_then(|back| back.parent().and_then(|it| real(it).ok()));
        let common = text(&git.join("commondir"), SMALL)?.and_then(|text| named(&text, "", git));
        let common = real(&common.ok_or(Outside)?)?;
        let within = git.parent() == Some(common.join("worktrees").as_path());
        return if back.as_deref() == Some(own) && within { Ok(place(common, true)) } else { Err(Outside) };
    }
    // A submodule: its configuration names its working folder.
    let config = text(&git.join("config"), CONFIG)?.ok_or(Outside)?;
    let worktree =
        super::config::of(&config).and_then(|config| super::config::value(&config, "core", "worktree"));
    let worktree = worktree.and_then(|path| real(&git.join(path)).ok());
    if worktree.as_deref() == Some(own) { Ok(place(git.to_path_buf(), false)) } else { Err(Outside) }
}

/// Checks what will be opened: no link leads out, nothing is larger than such a file can be.
struct Guard<'a> {
    root: PathBuf,
    watch: Watch<'a>,
    bytes: u64,
    stopped: bool,
}

impl Guard<'_> {
    fn repository(&mut self, place: &Place) -> Checked<()> {
        for folder in [&place.common, &place.git] {
            for (name, most) in [
                ("HEAD", SMALL),
                ("config", CONFIG),
                ("config.worktree", CONFIG),
                ("shallow", LIST),
                ("packed-refs", LIST),
            ] {
                self.file(&folder.join(name), most)?;
            }
            self.references(&folder.join("refs"), 0)?;
        }
        if !place.worktree
            && let Some(text) = text(&place.git.join("commondir"), SMALL)?
        {
            let common = real(&named(&text, "", &place.git).ok_or(Unreadable)?)?;
            if common != place.git {
                return Err(Outside);
            }
        }
        self.file(&place.common.join("objects").join("info").join("alternates"), SMALL)?;
        self.objects(&place.common.join("objects"), 0)?;
        self.alternates(&place.common.join("objects"), 0)
    }

    fn go_on(&mut self) -> Checked<()> {
        self.stopped |= self.watch.go_on().is_err();
        if self.stopped { Err(Unreadable) } else { Ok(()) }
    }

    /// Refuses a link that leads out of the Git folder.
    fn inside(&self, path: &Path) -> Checked<()> {
        let target = fs::canonicalize(path).map_err(|_| Outside)?;
        if target.starts_with(&self.root) { Ok(()) } else { Err(Outside) }
    }

    fn file(&self, path: &Path, most: u64) -> Checked<()> {
        let Some(mut found) = at(path)? else { return Ok(()) };
        if found.is_symlink() {
            self.inside(path)?;
            found = fs::metadata(path).map_err(|error| reason(&error))?;
        }
        if found.is_file() && found.len() <= most { Ok(()) } else { Err(Unreadable) }
    }

    fn entries(&self, folder: &Path) -> Checked<Vec<fs::DirEntry>> {
        match at(folder)? {
            None => return Ok(Vec::new()),
            Some(found) if found.is_symlink() => self.inside(folder)?,
            Some(_) => {}
        }
        match fs::read_dir(folder) {
            Ok(entries) => entries.collect::<Result<_, _>>().map_err(|error| reason(&error)),
            Err(error) => Err(reason(&error)),
        }
    }

    fn references(&mut self, folder: &Path, depth: usize) -> Checked<()> {
        if depth > DEPTH {
            return Err(Unreadable);
        }
        for entry in self.entries(folder)? {
            self.go_on()?;
            let path = entry.path();
            if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
                self.references(&path, depth + 1)?;
            } else {
                self.file(&path, SMALL)?;
            }
        }
        Ok(())
    }

    /// The object folder, its folders of loose objects and of packs.
    fn objects(&mut self, folder: &Path, depth: usize) -> Checked<()> {
        for entry in self.entries(folder)? {
            self.go_on()?;
            let kind = entry.file_type().map_err(|error| reason(&error))?;
            if kind.is_symlink() {
                self.inside(&entry.path())?;
            } else if kind.is_dir() {
                if depth < 3 {
                    self.objects(&entry.path(), depth + 1)?;
                }
            } else if kind.is_file() {
                self.bytes = self.bytes.saturating_add(entry.metadata().map_or(0, |it| it.len()));
            } else {
                return Err(Unreadable);
            }
        }
        Ok(())
    }

    /// Refuses other object folders that lie outside; Git follows them from one to the next.
    fn alternates(&mut self, objects: &Path, depth: usize) -> Checked<()> {
        let Some(text) = text(&objects.join("info").join("alternates"), SMALL)? else { return Ok(()) };
        for line in text.split(|byte| *byte == b'\n').filter(|line| !line.is_empty() && line[0] != b'#') {
            // A path in quotes may be written in any way: it is taken for one outside.
            let line = std::str::from_utf8(line).ok().filter(|line| !line.starts_with('"'));
            let other = line.and_then(|line| fs::canonicalize(objects.join(line)).ok()).ok_or(Outside)?;
            if !other.starts_with(&self.root) || depth > DEPTH {
                return Err(Outside);
            }
            self.objects(&other, 0)?;
            self.alternates(&other, depth + 1)?;
        }
        Ok(())
    }
}
