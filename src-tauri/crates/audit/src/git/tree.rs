//! The files of a commit.

use super::objects::{Kind, Objects, Reader};
use crate::AuditError;
use crate::files::Source;
use crate::left_out::LeftOutList;
use crate::limits::Limits;
use crate::paths;
use crate::progress::Watch;
use gix::ObjectId;
use gix::objs::TreeRefIter;
use gix::objs::tree::EntryKind;
use groundwork_domain::audit::LeftOutReason::{self, Foreign, Link, Submodule, TooDeep, TooMany, Unreadable};

/// The files of a commit.
#[derive(Default)]
pub(crate) struct Tree {
    pub files: Vec<(String, ObjectId)>,
    /// Paths at which other repositories stand.
    pub submodules: Vec<String>,
    pub left_out: LeftOutList,
    /// `.gitmodules` of the top folder.
    pub modules: Option<ObjectId>,
}

/// A folder that is still to be read.
struct Folder {
    path: String,
    id: ObjectId,
    depth: usize,
}

struct Walk<'a> {
    reader: &'a Reader,
    limits: &'a Limits,
    tree: Tree,
    folders: Vec<Folder>,
    /// Folders that were read.
    read: usize,
}

/// The tree of a commit. Refuses a commit that cannot be read.
pub(crate) fn tree_of(reader: &Reader, commit: &ObjectId) -> Result<ObjectId, LeftOutReason> {
    let mut bytes = Vec::new();
    if reader.read(commit, &mut bytes)? != Kind::Commit {
        return Err(Unreadable);
    }
    gix::objs::CommitRefIter::from_bytes(&bytes, reader.hash()).tree_id().map_err(|_| Unreadable)
}

/// A file that stands in a tree itself; none where there is none, or a link of this name.
pub(crate) fn file_of(reader: &Reader, tree: &ObjectId, name: &str) -> Option<ObjectId> {
    let mut bytes = Vec::new();
    if reader.read(tree, &mut bytes) != Ok(Kind::Tree) {
        return None;
    }
    let mut entries = TreeRefIter::from_bytes(&bytes, reader.hash()).filter_map(Result::ok);
    let found = entries.find(|it| it.filename == name.as_bytes() && it.mode.is_blob())?;
    Some(found.oid.to_owned())
}

/// The files of a tree and of the trees within it: links, submodules and others' code are left out.
pub(crate) fn walk(
    reader: &Reader,
    root: ObjectId,
    limits: &Limits,
    watch: Watch<'_>,
) -> Result<Result<Tree, LeftOutReason>, AuditError> {
    let first = Folder { path: String::new(), id: root, depth: 0 };
    let mut walk = Walk { reader, limits, tree: Tree::default(), folders: vec![first], read: 0 };
    let mut bytes = Vec::new();
    while let Some(folder) = walk.folders.pop() {
        watch.go_on()?;
        let kind = reader.read(&folder.id, &mut bytes);
        if kind != Ok(Kind::Tree) {
            if folder.depth == 0 {
                return Ok(Err(Unreadable));
            }
            walk.tree.left_out.add(Unreadable, &folder.path);
            continue;
        }
        walk.folder(&folder, &bytes);
    }
    let mut tree = walk.tree;
    tree.files.sort_unstable();
    tree.submodules.sort_unstable();
    Ok(Ok(tree))
}

impl Walk<'_> {
    fn folder(&mut self, folder: &Folder, bytes: &[u8]) {
        self.read += 1;
        let mut entries = Vec::new();
        for entry in TreeRefIter::from_bytes(bytes, self.reader.hash()) {
            match entry {
                Ok(entry) => entries.push(entry),
                Err(_) => {
                    self.tree.left_out.add(Unreadable, &folder.path);
                    break;
                }
            }
        }
        let names: Vec<String> =
            entries.iter().map(|entry| String::from_utf8_lossy(entry.filename).into_owned()).collect();
        for (entry, name) in entries.iter().zip(&names) {
            let path = if folder.path.is_empty() { name.clone() } else { format!("{}/{name}", folder.path) };
            if path.len() > self.limits.path_bytes {
                self.tree.left_out.add(TooDeep, &folder.path);
                continue;
            }
            let id = entry.oid.to_owned();
            match entry.mode.kind() {
                EntryKind::Tree => self.subfolder(name, &names, Folder { path, id, depth: folder.depth + 1 }),
                EntryKind::Blob | EntryKind::BlobExecutable => self.file(folder.depth, name, path, id),
                EntryKind::Link => self.tree.left_out.add(Link, &path),
                EntryKind::Commit => {
                    self.tree.left_out.add(Submodule, &path);
                    self.tree.submodules.push(path);
                }
            }
        }
    }

    fn subfolder(&mut self, name: &str, beside: &[String], folder: Folder) {
        let left_out = &mut self.tree.left_out;
        if paths::version_control(name) {
            return;
        }
        if paths::foreign(name, beside.iter().map(String::as_str)) {
            left_out.add(Foreign, &folder.path);
        } else if folder.depth > self.limits.depth {
            left_out.add(TooDeep, &folder.path);
        } else if self.read + self.folders.len() >= self.limits.files {
            left_out.add(TooMany, &folder.path);
        } else {
            self.folders.push(folder);
        }
    }

    fn file(&mut self, depth: usize, name: &str, path: String, id: ObjectId) {
        if depth == 0 && name == ".gitmodules" {
            self.tree.modules = Some(id);
        }
        if self.tree.files.len() >= self.limits.files {
            self.tree.left_out.add(TooMany, &path);
        } else {
            self.tree.files.push((path, id));
        }
    }
}

/// The files of a commit as a source of bytes.
pub(crate) struct Blobs<'a>(pub &'a Objects);

impl Source for Blobs<'_> {
    type Item = (String, ObjectId);
    type Reader = Reader;

    fn reader(&self) -> Reader {
        self.0.reader()
    }

    fn path<'a>(&self, item: &'a Self::Item) -> &'a str {
        &item.0
    }

    fn size(&self, reader: &mut Reader, item: &Self::Item) -> Result<u64, LeftOutReason> {
        reader.size(&item.1)
    }

    fn read(
        &self,
        reader: &mut Reader,
        item: &Self::Item,
        _most: u64,
        into: &mut Vec<u8>,
    ) -> Result<(), LeftOutReason> {
        match reader.read(&item.1, into)? {
            Kind::Blob => Ok(()),
            _ => Err(Unreadable),
        }
    }
}
