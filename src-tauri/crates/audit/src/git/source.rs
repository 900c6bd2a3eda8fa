//! What a report says of the repository itself.

use super::address::https;
use super::config;
use super::guard::{self, Place};
use super::objects::{Head, Reader};
use cap_std::ambient_authority;
use cap_std::fs::Dir;
use gix::ObjectId;
use groundwork_domain::audit::{GitSource, Remote, Submodule, SubmoduleState};
use std::collections::BTreeMap;
use std::path::Path;

/// Submodules and remotes that are told, at most.
const TOLD: usize = 1_000;

/// What can be told without reading a commit; the submodules are those of [`submodules`].
pub(crate) fn facts(place: &Place, reader: &Reader, head: &Head, shallow: bool) -> GitSource {
    let text = guard::text(&place.common.join("config"), 1 << 20).ok().flatten().unwrap_or_default();
    let mut remotes: Vec<Remote> = Vec::new();
    if let Some(config) = config::of(&text) {
        for (name, [url, _]) in config::named(&config, "remote", ["url", "pushurl"]) {
            let url = https(&url.unwrap_or_default());
            match remotes.iter_mut().find(|remote| remote.name == name) {
                // A section that stands twice: the later address counts, as in Git.
                Some(remote) if !url.is_empty() => remote.url = url,
                Some(_) => {}
                None => remotes.push(Remote { name, url }),
            }
        }
    }
    remotes.truncate(TOLD);
    GitSource {
        head: head.commit.map(|id| id.to_string()),
        branch: head.branch.clone(),
        bare: place.bare,
        shallow,
        worktree: place.worktree,
        submodule: place.submodule,
        object_bytes: place.object_bytes,
        remotes,
        submodules: Vec::new(),
        tags: reader.tags(),
    }
}

/// The submodules that a commit names: those that stand in its tree, and those that only `.gitmodules` tells of.
pub(crate) fn submodules(reader: &Reader, paths: &[String], modules: Option<&ObjectId>) -> Vec<Submodule> {
    let mut found: BTreeMap<String, String> =
        paths.iter().map(|path| (path.clone(), String::new())).collect();
    let mut bytes = Vec::new();
    let config = modules
        .filter(|id| reader.size(id).is_ok_and(|size| size <= 1 << 20))
        .filter(|id| reader.read(id, &mut bytes).is_ok())
        .and_then(|_| config::of(&bytes));
    for (_, [path, url]) in config.iter().flat_map(|it| config::named(it, "submodule", ["path", "url"])) {
        if let Some(path) = path.filter(|path| !path.is_empty() && path.len() <= 4_096) {
            found.insert(path, https(&url.unwrap_or_default()));
        }
    }
    let named = |(path, url)| Submodule { path, url, state: SubmoduleState::Named };
    found.into_iter().take(TOLD).map(named).collect()
}

/// The same submodules, each with whether its files are there now. No link leads this look out of the folder.
pub(crate) fn refreshed(folder: &Path, bare: bool, mut submodules: Vec<Submodule>) -> Vec<Submodule> {
    if submodules.is_empty() {
        return submodules;
    }
    let root = (!bare).then(|| Dir::open_ambient_dir(folder, ambient_authority()).ok()).flatten();
    for submodule in &mut submodules {
        let there = |root: &Dir| root.symlink_metadata(Path::new(&submodule.path).join(".git")).is_ok();
        submodule.state =
            if root.as_ref().is_some_and(there) { SubmoduleState::Present } else { SubmoduleState::Named };
    }
    submodules
}
