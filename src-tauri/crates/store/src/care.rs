//! Care of a database that is damaged or gone, of one that cannot be written, and of a profile that is moved.

use crate::attachments::{FOLDER, hash_of};
use crate::backup::{
    Backup, Open, backups_in, backups_of, link_or_copy, ready, room, take_files, unpack, which,
};
use crate::profile::{
    DATABASE, KNOWN, connect, connect_read_only, create, existing_folder, identity, lock, migrate, quick,
    schema_is_ours, sync_folder, unseal,
};
use crate::salvage::{Salvaged, salvage as salvage_into};
use crate::{Store, StoreError};
use jiff::Timestamp;
use rusqlite::Connection;
use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{ErrorKind, Read};
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// Where damaged files are kept as they were.
const DAMAGED: &str = "damaged";
/// Where a database lies as it was before a change that was half made was rolled back in it.
const BEFORE_RECOVERY: &str = "before-recovery";

fn journal_of(database: &Path) -> PathBuf {
    database.with_file_name(format!("{DATABASE}-journal"))
}

/// Refuses a folder whose database is gone while its backups, its attached files or a damaged file of it are there.
pub(crate) fn refuse_lost(dir: &Path) -> Result<(), StoreError> {
    let holds = |name: &str| fs::read_dir(dir.join(name)).is_ok_and(|mut entries| entries.next().is_some());
    if holds(FOLDER) || holds(DAMAGED) || !backups_in(dir)?.is_empty() {
        return Err(StoreError::LostDatabase);
    }
    Ok(())
}

/// Keeps a copy of a database with its journal, which SQLite is about to roll back, until everything was found whole: a
/// journal that is not its own would damage it. Nobody in this process has it open.
pub(crate) fn keep_before_recovery(database: &Path) -> Result<(), StoreError> {
    let journal = journal_of(database);
    let mut first = [0];
    let is_hot =
        File::open(&journal).and_then(|mut file| file.read_exact(&mut first)).is_ok() && first[0] != 0;
    let Some(dir) = database.parent().filter(|_| is_hot) else { return Ok(()) };
    let kept = dir.join("state").join(BEFORE_RECOVERY);
    if kept.join(DATABASE).exists() {
        // The first one is the one that nobody touched.
        return Ok(());
    }
    // On a full disk the start goes on without it: SQLite's own recovery needs no room.
    let copy = || -> std::io::Result<()> {
        fs::create_dir_all(&kept)?;
        fs::copy(&journal, kept.join(format!("{DATABASE}-journal")))?;
        let whole = tempfile::NamedTempFile::new_in(&kept)?;
        fs::copy(database, whole.path())?;
        whole.persist(kept.join(DATABASE)).map_err(|refused| refused.error)?;
        Ok(())
    };
    if copy().is_err() {
        let _ = fs::remove_dir_all(&kept);
    }
    Ok(())
}

/// Everything was found whole: what was kept before the recovery is not needed.
pub(crate) fn recovered(dir: &Path) {
    let _ = fs::remove_dir_all(dir.join("state").join(BEFORE_RECOVERY));
}

/// Two connections to a database that cannot be written.
pub(crate) fn read_only(database: &Path) -> Result<(Connection, Connection), StoreError> {
    let one = connect_read_only(database)?;
    if identity(&one)? < KNOWN {
        return Err(StoreError::ReadOnly);
    }
    quick(&one)?;
    schema_is_ours(&one)?;
    Ok((one, connect_read_only(database)?))
}

/// A copy of a database elsewhere, with its journal rolled back, brought to the newest schema.
pub(crate) fn readable_copy(dir: &Path) -> Result<TempDir, StoreError> {
    let copy = tempfile::Builder::new().prefix("groundwork-").tempdir()?;
    copy_files(&dir.join(DATABASE), copy.path())?;
    let conn = connect(&copy.path().join(DATABASE), false)?;
    if identity(&conn)? < KNOWN {
        migrate(&conn)?;
    }
    quick(&conn)?;
    Ok(copy)
}

/// Copies a database and its journal as they are.
fn copy_files(database: &Path, into: &Path) -> Result<(), StoreError> {
    fs::copy(database, into.join(DATABASE))?;
    match fs::copy(journal_of(database), into.join(format!("{DATABASE}-journal"))) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(error.into()),
        _ => Ok(()),
    }
}

/// What was done about a database that is damaged or gone.
#[derive(Debug, Clone)]
pub struct Mended {
    /// The folder in which it lies as it was; none where it was gone.
    pub aside: Option<PathBuf>,
}

/// Puts what a backup holds in the place of a database that is damaged or gone. The backup is copied, held against its
/// hashes and checked in full first. Refuses with `InUse` while another program has the profile open.
pub fn restore(dir: &Path, open: &Open<'_>, now: Timestamp) -> Result<Mended, StoreError> {
    let room = room(dir)?;
    unpack(open, room.path(), |_| true)?;
    drop(ready(&room.path().join(DATABASE))?);
    take_files(room.path(), dir)?;
    replace(dir, &room.path().join(DATABASE), now)
}

/// What could be salvaged of a damaged database; it is not touched.
pub fn look_at_salvage(dir: &Path) -> Result<Salvaged, StoreError> {
    Ok(salvage_copy(dir)?.1)
}

/// Puts what can be read of a damaged database in its place, as `restore` does with a backup.
pub fn salvage(dir: &Path, now: Timestamp) -> Result<(Mended, Salvaged), StoreError> {
    let (room, salvaged) = salvage_copy(dir)?;
    let mended = replace(dir, &room.path().join("new").join(DATABASE), now)?;
    Ok((mended, salvaged))
}

/// Puts a new, empty profile in the place of a database that is damaged or gone, as `restore` does with a backup.
pub fn begin(dir: &Path, now: Timestamp) -> Result<Mended, StoreError> {
    let room = room(dir)?;
    create(room.path())?;
    replace(dir, &room.path().join(DATABASE), now)
}

fn salvage_copy(dir: &Path) -> Result<(TempDir, Salvaged), StoreError> {
    let room = room(dir)?;
    let (old, new) = (room.path().join("old"), room.path().join("new"));
    fs::create_dir(&old)?;
    fs::create_dir(&new)?;
    let before = dir.join("state").join(BEFORE_RECOVERY).join(DATABASE);
    let source = if before.exists() { before } else { dir.join(DATABASE) };
    copy_files(&source, &old)?;
    let salvaged = match salvage_into(&old, &new) {
        Ok(salvaged) => salvaged,
        // With a journal that is not its own it may be worse than without.
        Err(_) if old.join(format!("{DATABASE}-journal")).exists() => {
            fs::remove_dir_all(&old)?;
            fs::remove_dir_all(&new)?;
            fs::create_dir(&old)?;
            fs::create_dir(&new)?;
            fs::copy(&source, old.join(DATABASE))?;
            salvage_into(&old, &new)?
        }
        Err(other) => return Err(other),
    };
    Ok((room, salvaged))
}

/// Sets the database of a profile aside as it is, and puts another one in its place, alone. Killed in between, the next
/// start finds no database (`LostDatabase`), and the backups and the file that was set aside are there.
fn replace(dir: &Path, with: &Path, now: Timestamp) -> Result<Mended, StoreError> {
    let _alone = lock(dir, "in-use", true)?.ok_or(StoreError::InUse)?;
    File::open(with)?.sync_all()?;
    let aside = set_aside(dir, now)?;
    unseal(dir);
    fs::rename(with, dir.join(DATABASE))?;
    sync_folder(dir)?;
    Ok(Mended { aside })
}

fn set_aside(dir: &Path, now: Timestamp) -> Result<Option<PathBuf>, StoreError> {
    let database = dir.join(DATABASE);
    let files: Vec<PathBuf> =
        [journal_of(&database), database].into_iter().filter(|p| fs::symlink_metadata(p).is_ok()).collect();
    if files.is_empty() {
        return Ok(None);
    }
    let folder = keep_aside(dir, &files, now)?;
    let before = dir.join("state").join(BEFORE_RECOVERY);
    if before.exists() {
        let _ = fs::rename(&before, folder.join(BEFORE_RECOVERY));
    }
    sync_folder(&folder)?;
    sync_folder(dir)?;
    Ok(Some(folder))
}

/// Moves files into a folder of their own, as they are; where that is.
pub(crate) fn keep_aside(dir: &Path, files: &[PathBuf], now: Timestamp) -> Result<PathBuf, StoreError> {
    let root = dir.join(DAMAGED);
    crate::attachments::make_folder(&root)?;
    let stamp = now.strftime("%Y%m%dT%H%M%SZ").to_string();
    let named = |number: u32| match number {
        1 => root.join(&stamp),
        more => root.join(format!("{stamp}-{more}")),
    };
    let folder = (1..1000).map(named).find(|path| !path.exists()).unwrap_or_else(|| named(1000));
    fs::create_dir(&folder)?;
    // The journal goes first: without it the database is never taken for whole by mistake, and it never lies beside
    // another database.
    for file in files {
        fs::rename(file, folder.join(file.file_name().unwrap_or_default()))?;
        if let Some(parent) = file.parent() {
            sync_folder(parent)?;
        }
    }
    sync_folder(&folder)?;
    sync_folder(&root)?;
    Ok(folder)
}

/// The newest backup beside the data that can be read through and is whole, with what is in it.
pub fn newest_whole(dir: &Path) -> Result<Option<(Backup, crate::backup::Content)>, StoreError> {
    for backup in backups_in(dir)? {
        if let Ok(content) = crate::backup::look_into(dir, &Open::folder(&backup.path)) {
            return Ok(Some((backup, content)));
        }
    }
    Ok(None)
}

/// What was moved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moved {
    /// Where it lay; the database lies there still, under another name.
    pub from: PathBuf,
    /// Where it lies.
    pub to: PathBuf,
}

/// A file in a folder that data was moved away from: the folder that it lies in now.
pub const MOVED: &str = "moved-to.txt";
/// What the database is called in a folder that data was moved away from.
pub const LEFT: &str = "groundwork.db.moved";

/// Moves a profile that nobody has open: copies everything into `to` (an empty folder, or none yet in one that is there),
/// checks the copy in full, and leaves a sign that leads there. What was there before stays, the database under another
/// name, until the person removes it. Refuses with `InUse` while another program has it open.
pub fn move_to(dir: &Path, to: &Path) -> Result<Moved, StoreError> {
    let dir = existing_folder(dir)?;
    let to = std::path::absolute(to)?;
    let inside = |path: &Path| path.starts_with(&dir) || dir.starts_with(path);
    if inside(&to) || inside(&fs::canonicalize(&to).unwrap_or_else(|_| to.clone())) {
        return Err(StoreError::NotEmpty);
    }
    let made = match fs::create_dir(&to) {
        Ok(()) => true,
        Err(error) if error.kind() == ErrorKind::AlreadyExists => false,
        Err(error) if error.kind() == ErrorKind::NotFound => return Err(StoreError::MissingParent),
        Err(error) => return Err(error.into()),
    };
    if !to.is_dir() {
        return Err(StoreError::NotAFolder);
    }
    if fs::read_dir(&to)?.next().is_some() {
        return Err(StoreError::NotEmpty);
    }
    let done = copy_profile(&dir, &to);
    if done.is_err() {
        empty(&to);
        if made {
            let _ = fs::remove_dir(&to);
        }
    }
    done?;
    Ok(Moved { from: dir, to })
}

fn copy_profile(dir: &Path, to: &Path) -> Result<(), StoreError> {
    let _alone = lock(dir, "in-use", true)?.ok_or(StoreError::InUse)?;
    let mut copying = Copying::default();
    for entry in fs::read_dir(dir)? {
        let entry = entry?;
        let name = entry.file_name();
        let text = name.to_string_lossy();
        // The database comes last; what says who has it open, and what is half made, does not come.
        if text.starts_with(DATABASE) || text == "state" || text.starts_with('.') || text == MOVED {
            continue;
        }
        copying.all(&entry.path(), &to.join(&name))?;
    }
    fs::create_dir(to.join("state"))?;
    let settings = dir.join("state").join("backups.json");
    if settings.exists() {
        copying.all(&settings, &to.join("state").join("backups.json"))?;
    }
    copying.all(&dir.join(DATABASE), &to.join(DATABASE))?;
    sync_folder(to)?;
    drop(ready(&to.join(DATABASE))?);
    let mut sign = tempfile::NamedTempFile::new_in(dir)?;
    std::io::Write::write_all(&mut sign, to.to_string_lossy().as_bytes())?;
    sign.as_file().sync_all()?;
    // The sign counts only where there is no database: the renaming is the moment from which the copy is the profile.
    sign.persist(dir.join(MOVED)).map_err(|refused| refused.error)?;
    sync_folder(dir)?;
    let (here, left) = (dir.join(DATABASE), dir.join(LEFT));
    fs::rename(&here, &left)?;
    sync_folder(dir).or_else(|error| {
        // Back, as if it had not been tried; where not even that can be done, the copy is the profile and must stay.
        fs::rename(&left, &here).map_or(Ok(()), |()| Err(error))
    })
}

/// A copy of files and folders. Attached files are held against their names, which are their hashes, and one that was copied
/// whole is not copied again: the backups hold it as links, and as files of their own they would fill the disk.
#[derive(Default)]
struct Copying {
    whole: BTreeMap<OsString, Whole>,
}

/// An attached file that was copied whole: which file it was where the system tells, and where it is now.
struct Whole {
    was: Option<(u64, u64)>,
    is: PathBuf,
}

impl Copying {
    fn all(&mut self, from: &Path, to: &Path) -> Result<(), StoreError> {
        let meta = fs::symlink_metadata(from)?;
        if meta.is_dir() {
            fs::create_dir(to)?;
            for entry in fs::read_dir(from)? {
                let entry = entry?;
                self.all(&entry.path(), &to.join(entry.file_name()))?;
            }
            return sync_folder(to);
        }
        if meta.is_file() { self.file(from, to, &meta) } else { Ok(()) }
    }

    fn file(&mut self, from: &Path, to: &Path, meta: &fs::Metadata) -> Result<(), StoreError> {
        let folder = from.parent().and_then(Path::parent).and_then(Path::file_name);
        let name = from.file_name().filter(|_| folder.is_some_and(|folder| folder == FOLDER));
        if let Some((name, whole)) = name.and_then(|name| Some((name, self.whole.get(name)?))) {
            let is_same = whole.was.is_some() && whole.was == which(meta);
            if is_same || name == hash_of(from)?.as_str() {
                return link_or_copy(&whole.is, to);
            }
        }
        fs::copy(from, to)?;
        File::options().write(true).open(to)?.sync_all()?;
        let Some(name) = name else { return Ok(()) };
        let hash = hash_of(to)?;
        if name == hash.as_str() {
            self.whole.insert(name.to_owned(), Whole { was: which(meta), is: to.to_owned() });
        } else if hash_of(from)? != hash {
            // What was read is not what was written.
            return Err(StoreError::AlteredFile);
        }
        Ok(())
    }
}

/// Empties a folder that was empty before.
fn empty(folder: &Path) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let _ = match entry.file_type() {
            Ok(kind) if kind.is_dir() => fs::remove_dir_all(entry.path()),
            _ => fs::remove_file(entry.path()),
        };
    }
}

/// Where a folder leads that data was moved away from; none for any other.
pub fn moved_to(dir: &Path) -> Option<PathBuf> {
    if fs::symlink_metadata(dir.join(DATABASE)).is_ok() {
        return None;
    }
    let text = crate::text_of(&dir.join(MOVED), 64 * 1024)?;
    let to = PathBuf::from(text.trim());
    to.is_absolute().then_some(to)
}

/// How large the database is, in bytes; none where there is none.
pub fn database_bytes(dir: &Path) -> Option<u64> {
    fs::metadata(dir.join(DATABASE)).ok().map(|meta| meta.len())
}

impl Store {
    /// The folder of the backups of this profile.
    pub fn backups_dir(&self) -> PathBuf {
        backups_of(self.dir())
    }
}
