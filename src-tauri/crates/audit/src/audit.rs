//! The audit: what the folder is, then its files and its history, then the report.

use crate::cache::{Cache, Key};
use crate::collected::Collected;
use crate::files::look_at_all;
use crate::folder::Plain;
use crate::git::{self, Blobs, ObjectReader, Objects, Place, Standing};
use crate::history::{self, Wanted};
use crate::left_out::LeftOutList;
use crate::limits::Limits;
use crate::progress::{Progress, Stage, Watch};
use crate::{AuditError, report};
use gix::ObjectId;
use groundwork_domain::audit::LeftOutReason::{self, Unreadable};
use groundwork_domain::audit::{CommitHistory, GitSource, Report, Submodule};
use std::collections::HashSet;
use std::io::ErrorKind;
use std::path::Path;
use std::sync::atomic::AtomicBool;

/// Threads that look at files, at most: each keeps some of the object database in memory.
const THREADS: usize = 8;
/// Name of the Git data in the list of what was left out.
const DOT_GIT: &str = ".git";

/// What an audit is told beside the folder.
#[derive(Debug, Clone, Copy, Default)]
pub struct Options<'a> {
    /// The person's addresses: commits by them are the person's own. They go into no report.
    pub addresses: &'a [String],
    /// A folder, outside of any project, in which reports are kept for the next audit; none to keep nothing.
    pub cache: Option<&'a Path>,
    /// How much is looked at.
    pub limits: Limits,
}

/// Audits the folder, a project with or without Git, and reports what it shows.
///
/// Of a repository, what is committed at HEAD counts, whatever stands in the working folder. Nothing is run and nothing is
/// written but into the cache. What could not be looked at stands in the report; there is none only where the folder itself
/// cannot be read, or when `cancel` becomes true: then the audit ends within about a tenth of a second.
pub fn audit(
    folder: &Path,
    options: &Options<'_>,
    progress: &Progress,
    cancel: &AtomicBool,
) -> Result<Report, AuditError> {
    let watch = Watch { progress, cancel };
    progress.at(Stage::Opening);
    let name = folder_name(folder)?;
    watch.go_on()?;
    let report = match git::standing(folder, watch)? {
        Standing::Plain => plain(folder, None, options, watch),
        Standing::Refused { reason, bare } => refused(folder, reason, bare, options, watch),
        Standing::Repository(place) => repository(folder, &place, options, watch),
    }?;
    watch.go_on()?;
    progress.at(Stage::Done);
    Ok(Report { folder: name, ..report })
}

/// The folder's name; refuses what is no folder.
fn folder_name(folder: &Path) -> Result<String, AuditError> {
    let unreadable = |error: std::io::Error| match error.kind() {
        ErrorKind::NotFound => AuditError::Missing,
        ErrorKind::NotADirectory => AuditError::NotAFolder,
        ErrorKind::PermissionDenied => AuditError::NoPermission,
        _ => AuditError::Unreadable(error.to_string()),
    };
    let found = std::fs::symlink_metadata(folder).map_err(unreadable)?;
    if !found.is_dir() {
        return Err(AuditError::NotAFolder);
    }
    drop(std::fs::read_dir(folder).map_err(unreadable)?);
    let real = std::fs::canonicalize(folder).map_err(unreadable)?;
    Ok(real.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default())
}

/// Runs `work` on threads of its own; on this one where none can be had.
fn on_threads<T: Send>(work: impl FnOnce() -> T + Send) -> T {
    let count = std::thread::available_parallelism().map_or(1, usize::from).min(THREADS);
    match rayon::ThreadPoolBuilder::new().num_threads(count).stack_size(8 << 20).build() {
        Ok(pool) => pool.install(work),
        Err(_) => work(),
    }
}

/// Audits the files as they stand; `refused` says why Git data is not followed.
fn plain(
    folder: &Path,
    refused: Option<LeftOutReason>,
    options: &Options<'_>,
    watch: Watch<'_>,
) -> Result<Report, AuditError> {
    let source = Plain::open(folder)?;
    watch.progress.at(Stage::Files);
    let listed = source.list(&options.limits, watch)?;
    watch.progress.found(listed.files.len());
    let mut collected = on_threads(|| look_at_all(&source, &listed.files, &options.limits, watch));
    watch.go_on()?;
    collected.left_out.merge(listed.left_out);
    if let Some(reason) = refused {
        collected.left_out.add(reason, DOT_GIT);
    }
    Ok(report::made(collected, None, None))
}

/// Audits the files as they stand, since the Git data cannot be read; the files of a bare repository are nothing else.
fn refused(
    folder: &Path,
    reason: LeftOutReason,
    bare: bool,
    options: &Options<'_>,
    watch: Watch<'_>,
) -> Result<Report, AuditError> {
    if bare {
        return Ok(report::made(report::nothing_but(reason, DOT_GIT), None, None));
    }
    plain(folder, Some(reason), options, watch)
}

/// Audits what is committed.
fn repository(
    folder: &Path,
    place: &Place,
    options: &Options<'_>,
    watch: Watch<'_>,
) -> Result<Report, AuditError> {
    let refused = |reason| refused(folder, reason, place.bare, options, watch);
    let objects = match Objects::open(place) {
        Ok(objects) => objects,
        Err(reason) => return refused(reason),
    };
    let reader = objects.reader();
    let head = reader.head();
    let shallow = match reader.shallow() {
        Ok(shallow) if !head.broken => shallow,
        Ok(_) => return refused(Unreadable),
        Err(reason) => return refused(reason),
    };
    let git = git::facts(place, &reader, &head, !shallow.is_empty());
    let Some(commit) = head.commit else {
        return Ok(report::made(Collected::default(), Some(git), None));
    };
    let key = key(&commit, &shallow, options);
    let cache = options.cache.map(Cache);
    let kept = cache.as_ref().and_then(|cache| cache.find(&key));
    let told = |report: Report| {
        let submodules = report.git.map(|git| git.submodules).unwrap_or_default();
        let submodules = git::refreshed(folder, place.bare, submodules);
        Report { git: Some(GitSource { submodules, ..git.clone() }), ..report }
    };
    if let Some(report) = kept {
        return Ok(told(report));
    }
    let Ok(root) = git::tree_of(&reader, &commit) else { return refused(Unreadable) };
    watch.progress.at(Stage::Files);
    let found = on_threads(|| {
        let repository = Repository { objects: &objects, commit, root, shallow: &shallow, options, watch };
        repository.read()
    })?;
    let Ok(Found { collected, submodules, history }) = found else { return refused(Unreadable) };
    let git = GitSource { submodules, ..git.clone() };
    let report = report::made(collected, Some(git), Some(history));
    if let Some(cache) = cache.filter(|_| !report.partial) {
        cache.keep(&key, &report);
    }
    Ok(told(report))
}

/// The key of all that a report of a commit is made from. What else a report says of the repository is read each time.
fn key(commit: &ObjectId, shallow: &HashSet<ObjectId>, options: &Options<'_>) -> Key {
    let mut ends: Vec<&[u8]> = shallow.iter().map(|id| id.as_bytes()).collect();
    ends.sort_unstable();
    let mut addresses: Vec<String> = options.addresses.iter().map(|it| it.trim().to_lowercase()).collect();
    addresses.sort_unstable();
    addresses.dedup();
    let Limits { file_bytes, depth, files, bytes, commits, path_bytes } = options.limits;
    let limits = format!("{file_bytes} {depth} {files} {bytes} {commits} {path_bytes}");
    let parts = [commit.as_bytes(), limits.as_bytes(), b"ends"];
    let addresses = addresses.iter().map(|address| address.as_bytes());
    Key::of(parts.into_iter().chain(ends).chain([&b"addresses"[..]]).chain(addresses))
}

/// A commit that is to be read.
struct Repository<'a> {
    objects: &'a Objects,
    commit: ObjectId,
    root: ObjectId,
    shallow: &'a HashSet<ObjectId>,
    options: &'a Options<'a>,
    watch: Watch<'a>,
}

/// What a commit shows.
struct Found {
    collected: Collected,
    submodules: Vec<Submodule>,
    history: CommitHistory,
}

impl Repository<'_> {
    /// Reads files and history beside each other, on the threads of the pool.
    fn read(&self) -> Result<Result<Found, LeftOutReason>, AuditError> {
        let mut history = None;
        let mut files = None;
        rayon::scope(|scope| {
            scope.spawn(|_| history = Some(self.history()));
            files = Some(self.files());
            self.watch.progress.at(Stage::History);
        });
        self.watch.go_on()?;
        let (Some(files), Some(history)) = (files, history) else { return Ok(Err(Unreadable)) };
        let (history, left_out) = history?;
        Ok(files?.map(|(mut collected, submodules)| {
            collected.left_out.merge(left_out);
            Found { collected, submodules, history }
        }))
    }

    fn files(&self) -> Result<Result<(Collected, Vec<Submodule>), LeftOutReason>, AuditError> {
        let reader = self.objects.reader();
        let tree = match git::walk(&reader, self.root, &self.options.limits, self.watch)? {
            Ok(tree) => tree,
            Err(reason) => return Ok(Err(reason)),
        };
        self.watch.progress.found(tree.files.len());
        let submodules = git::submodules(&reader, &tree.submodules, tree.modules.as_ref());
        drop(reader);
        let mut collected = look_at_all(&Blobs(self.objects), &tree.files, &self.options.limits, self.watch);
        collected.left_out.merge(tree.left_out);
        Ok(Ok((collected, submodules)))
    }

    fn history(&self) -> Result<(CommitHistory, LeftOutList), AuditError> {
        let reader = self.objects.reader();
        let mut left_out = LeftOutList::default();
        let mailmap = self.mailmap(&reader);
        let wanted = Wanted {
            head: self.commit,
            shallow: self.shallow,
            mailmap: mailmap.as_ref(),
            addresses: self.options.addresses,
            limits: &self.options.limits,
        };
        let history = history::history(&reader, &wanted, self.watch, &mut left_out)?;
        Ok((history, left_out))
    }

    /// The mailmap that is committed; none where there is none or it names nobody.
    fn mailmap(&self, reader: &ObjectReader) -> Option<gix_mailmap::Snapshot> {
        let id = git::file_of(reader, &self.root, ".mailmap")?;
        let mut bytes = Vec::new();
        if reader.size(&id).ok()? > self.options.limits.file_bytes {
            return None;
        }
        reader.read(&id, &mut bytes).ok()?;
        let mailmap = gix_mailmap::Snapshot::from_bytes(&bytes);
        if mailmap.entries().is_empty() { None } else { Some(mailmap) }
    }
}
