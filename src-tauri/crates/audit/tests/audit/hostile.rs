//! Folders whose Git data claims what is not so.

use crate::world::*;
use groundwork_domain::audit::LeftOutReason::{self, *};
use groundwork_domain::audit::{Report, SubmoduleState};
use std::fs;
use std::path::Path;
use std::time::Instant;

/// Nothing of any repository is told, only the files as they stand.
fn refused(report: &Report, reason: LeftOutReason, files: u32) {
    assert!(report.git.is_none() && report.history.is_none() && report.partial, "{report:?}");
    assert_eq!((examples(report, reason), report.files), (vec![".git".to_owned()], files), "{report:?}");
}

#[test]
fn a_git_file_that_leads_to_another_repository_is_not_followed() {
    let world = World::new();
    let own = world.repository("private");
    let trap = world.folder("trap");
    write(&trap, "main.py", "a = 1\n");
    for target in [own.join(".git").display().to_string(), "../private/.git".to_owned(), "/".to_owned()] {
        write(&trap, ".git", format!("gitdir: {target}\n"));
        refused(&report(&trap), Outside, 1);
    }
    for text in ["gitdir: ../nowhere\n", "gitdir:\n", "", "something else\n", "gitdir: a\0b\n"] {
        write(&trap, ".git", text);
        refused(&report(&trap), Unreadable, 1);
    }
}

#[test]
fn a_git_file_that_leads_to_another_working_folder_is_not_followed() {
    let world = World::new();
    let own = world.repository("private");
    git(&own, &["worktree", "add", "-q", "-b", "side", "../side"]);
    let trap = world.folder("trap");
    write(&trap, ".git", format!("gitdir: {}\n", own.join(".git/worktrees/side").display()));
    refused(&report(&trap), Outside, 0);
}

#[test]
fn a_git_folder_that_names_another_one_as_its_own_is_not_followed() {
    let world = World::new();
    let own = world.repository("private");
    let trap = world.folder("trap/work");
    // It says that it belongs to the folder, but what it holds is elsewhere.
    write(&world.path(), "trap/fake/gitdir", format!("{}\n", trap.join(".git").display()));
    write(&world.path(), "trap/fake/commondir", format!("{}\n", own.join(".git").display()));
    write(&world.path(), "trap/fake/HEAD", "ref: refs/heads/main\n");
    write(&trap, ".git", "gitdir: ../fake\n");
    refused(&report(&trap), Outside, 0);
    let inside = world.repository("inside");
    write(&inside, ".git/commondir", format!("{}\n", own.join(".git").display()));
    refused(&report(&inside), Outside, 3);
}

#[test]
fn other_object_folders_are_not_followed_out() {
    let world = World::new();
    let own = world.repository("private");
    let trap = world.repository("trap");
    let alternates = trap.join(".git/objects/info/alternates");
    fs::create_dir_all(alternates.parent().unwrap()).unwrap();
    let outside = own.join(".git/objects");
    for text in [
        format!("{}\n", outside.display()),
        "../../../private/.git/objects\n".to_owned(),
        format!("# a note\n\n\"{}\"\n", outside.display()),
        "/nowhere\n".to_owned(),
    ] {
        fs::write(&alternates, &text).unwrap();
        refused(&report(&trap), Outside, 3);
    }
    // One that lies inside may lead out in its turn.
    let more = trap.join(".git/more/info");
    fs::create_dir_all(&more).unwrap();
    fs::write(&alternates, "../more\n").unwrap();
    assert!(report(&trap).git.is_some());
    fs::write(more.join("alternates"), format!("{}\n", outside.display())).unwrap();
    refused(&report(&trap), Outside, 3);
    fs::write(&alternates, "# nothing\n").unwrap();
    assert!(report(&trap).git.is_some());
}

#[test]
fn a_bare_repository_that_leads_out_tells_nothing() {
    let world = World::new();
    world.repository("private");
    git(&world.path(), &["clone", "-q", "--bare", "--shared", "private", "bare.git"]);
    refused(&report(&world.path().join("bare.git")), Outside, 0);
}

#[cfg(unix)]
#[test]
fn no_link_within_the_git_folder_leads_out() {
    use std::os::unix::fs::symlink;
    let world = World::new();
    let own = world.repository("private");
    git(&own, &["repack", "-adq"]);
    for path in [
        "HEAD",
        "config",
        "objects",
        "objects/pack",
        "refs",
        "refs/heads",
        "refs/heads/main",
        "packed-refs",
        "shallow",
    ] {
        let trap = world.repository(&format!("trap {}", path.replace('/', " ")));
        let at = trap.join(".git").join(path);
        if at.is_dir() {
            fs::remove_dir_all(&at).unwrap();
        } else {
            let _ = fs::remove_file(&at);
        }
        symlink(own.join(".git").join(path), &at).unwrap();
        let told = report(&trap);
        assert!(told.git.is_none() && told.partial, "{path}");
        assert_eq!(examples(&told, Outside), [".git"], "{path}");
    }
    let trap = world.folder("trap");
    symlink(own.join(".git"), trap.join(".git")).unwrap();
    refused(&report(&trap), Outside, 0);
    let shop = world.repository("shop");
    fs::remove_file(shop.join(".git/HEAD")).unwrap();
    symlink("refs/heads/main", shop.join(".git/HEAD")).unwrap();
    assert_eq!(report(&shop).history.unwrap().commits, 2);
}

/// A repository whose configuration, attributes and hooks would write `marker` if anything of them were heeded.
pub fn trapped(world: &World, name: &str, marker: &Path) -> std::path::PathBuf {
    let shop = world.repository(name);
    let run = format!("touch '{}'", marker.display());
    write(
        &shop,
        ".gitattributes",
        "* filter=trap diff=trap merge=trap text=auto\n*.wide working-tree-encoding=UTF-16\n",
    );
    commit(&shop, "attributes");
    write(
        &world.path(),
        "outside.config",
        format!("[core]\n\tfsmonitor = {run}\n[remote \"included\"]\n\turl = https://example.test/a/b\n"),
    );
    let config = format!(
        "[include]\n\tpath = {outside}\n[includeIf \"gitdir:/\"]\n\tpath = {outside}\n[core]\n\tfsmonitor = {run}\n\tsshCommand = {run}\n\tpager = {run}\n\
         \teditor = {run}\n\thooksPath = {hooks}\n\tworktree = /etc\n\tattributesFile = /etc/passwd\n\texcludesFile = /etc/passwd\n\taskPass = {run}\n\
         \talternateRefsCommand = {run}\n[filter \"trap\"]\n\tclean = {run}\n\tsmudge = {run}\n\tprocess = {run}\n\trequired = true\n\
         [diff \"trap\"]\n\ttextconv = {run}\n\tcommand = {run}\n[diff]\n\texternal = {run}\n[merge \"trap\"]\n\tdriver = {run}\n[gpg]\n\tprogram = {run}\n\
         [credential]\n\thelper = !{run}\n[remote \"origin\"]\n\turl = ext::{run}\n\tuploadpack = {run}\n[mailmap]\n\tfile = /etc/passwd\n\
         [uploadpack]\n\tpackObjectsHook = {run}\n[alias]\n\tlog = !{run}\n[extensions]\n\tpartialClone = origin\n[gitoxide \"objects\"]\n\tnoReplace = false\n",
        outside = world.path().join("outside.config").display(),
        hooks = shop.join("hooks").display(),
    );
    let own = fs::read_to_string(shop.join(".git/config")).unwrap();
    write(&shop, ".git/config", format!("{own}{config}"));
    for hook in
        ["post-checkout", "pre-commit", "post-index-change", "fsmonitor-watchman", "reference-transaction"]
    {
        for folder in ["hooks", ".git/hooks"] {
            write(&shop, &format!("{folder}/{hook}"), format!("#!/bin/sh\n{run}\n"));
            #[cfg(unix)]
            {
                use std::os::unix::fs::PermissionsExt;
                let path = shop.join(folder).join(hook);
                fs::set_permissions(path, fs::Permissions::from_mode(0o755)).unwrap();
            }
        }
    }
    shop
}

#[test]
fn nothing_that_a_repository_asks_for_is_done() {
    let world = World::new();
    let marker = world.path().join("marker");
    let shop = trapped(&world, "trap", &marker);
    let told = report(&shop);
    assert!(!marker.exists());
    let git_source = told.git.as_ref().unwrap();
    assert!(git_source.remotes.iter().all(|it| it.name == "origin" && it.url.is_empty()), "{git_source:?}");
    assert_eq!((told.files, told.partial, told.history.as_ref().unwrap().commits), (4, false, 3));
    assert!(!told.history.as_ref().unwrap().mailmap);
    fs::write(shop.join(".git/config"), "[core\nbroken").unwrap();
    assert!(report(&shop).git.is_none());
}

#[test]
fn a_folder_within_a_repository_is_not_the_repository() {
    let world = World::new();
    let shop = world.repository("shop");
    let told = report(&shop.join("src"));
    assert!(told.git.is_none() && !told.partial && told.files == 2);
}

#[test]
fn files_of_git_that_are_far_too_large_are_not_read() {
    let start = Instant::now();
    for name in ["HEAD", "config", "packed-refs", "shallow", "refs/heads/main", "refs/tags/large"] {
        let world = World::new();
        let shop = world.repository("shop");
        let file = fs::OpenOptions::new()
            .write(true)
            .create(true)
            .truncate(false)
            .open(shop.join(".git").join(name));
        file.unwrap().set_len(3 << 30).unwrap();
        refused(&report(&shop), Unreadable, 3);
    }
    assert!(start.elapsed().as_secs() < 30);
}

#[test]
fn a_file_is_measured_before_it_is_read() {
    let world = World::new();
    let shop = world.repository("shop");
    write(&shop, "package-lock.json", vec![b' '; 40 << 20]);
    commit(&shop, "large");
    for _ in 0..2 {
        let told = report(&shop);
        assert_eq!((examples(&told, TooLarge), told.files), (vec!["package-lock.json".to_owned()], 3));
        assert!(!told.partial);
        git(&shop, &["repack", "-adfq"]);
    }
}

/// Writes a tree as it stands, whatever Git thinks of it.
fn tree(shop: &Path, entries: &[(&str, &[u8], &str)]) -> String {
    let mut bytes = Vec::new();
    for (mode, name, id) in entries {
        bytes.extend(mode.bytes().chain([b' ']));
        bytes.extend(name.iter().chain(&[0]));
        let byte = |at: usize| u8::from_str_radix(&id[at..at + 2], 16).unwrap();
        bytes.extend((0..id.len()).step_by(2).map(byte));
    }
    fs::write(shop.join("tree.bin"), bytes).unwrap();
    git(shop, &["hash-object", "-t", "tree", "--literally", "-w", "tree.bin"])
}

fn point_to(shop: &Path, tree: &str) {
    let text = format!("tree {tree}\nauthor {ADA} 1735689600 +0000\ncommitter {ADA} 1735689600 +0000\n\nx\n");
    fs::write(shop.join("commit.txt"), text).unwrap();
    let commit = git(shop, &["hash-object", "-t", "commit", "--literally", "-w", "commit.txt"]);
    fs::write(shop.join(".git/refs/heads/main"), format!("{commit}\n")).unwrap();
}

#[test]
fn a_tree_of_trees_without_end_ends() {
    let world = World::new();
    let shop = world.repository("shop");
    let blob = git(&shop, &["rev-parse", "HEAD:src/shop.py"]);
    for (mode, leaf) in [("100644", true), ("40000", false)] {
        let mut id = if leaf { blob.clone() } else { tree(&shop, &[]) };
        let mut mode = mode;
        for _ in 0..12 {
            let names: Vec<String> = (0..10).map(|number| format!("f{number}.py")).collect();
            let entries: Vec<(&str, &[u8], &str)> =
                names.iter().map(|name| (mode, name.as_bytes(), id.as_str())).collect();
            id = tree(&shop, &entries);
            mode = "40000";
        }
        point_to(&shop, &id);
        let limits = groundwork_audit::Limits { files: 2_000, ..Default::default() };
        let told = tried(&shop, &groundwork_audit::Options { limits, ..Default::default() }).unwrap();
        assert!(told.files <= 2_000 && left_out(&told, TooMany) > 0, "{told:?}");
    }
}

#[test]
fn names_that_lead_elsewhere_are_only_names() {
    let world = World::new();
    let shop = world.repository("shop");
    let blob = git(&shop, &["rev-parse", "HEAD:src/shop.py"]);
    let inner = tree(&shop, &[("100644", b"passwd.py", &blob)]);
    let root = tree(
        &shop,
        &[
            ("100644", b"..", &blob),
            ("100644", b"/etc/shadow.py", &blob),
            ("100644", b"a\\b.py", &blob),
            ("100644", b"\xff\xfe.py", &blob),
            ("100644", b"", &blob),
            ("100644", b"CON.py", &blob),
            ("40000", b"..", &inner),
            ("40000", b".git", &inner),
            ("40000", b".GIT", &inner),
            ("120000", b"link.py", &blob),
            ("160000", b"sub", &blob),
            ("170000", b"odd.py", &blob),
        ],
    );
    point_to(&shop, &root);
    let told = report(&shop);
    assert_eq!(
        left_out(&told, Link) + left_out(&told, Submodule),
        2 + u32::from(left_out(&told, Submodule) > 1)
    );
    assert!(told.files >= 4 && told.history.unwrap().commits == 1);
}

#[test]
fn a_submodule_is_not_looked_for_outside() {
    let world = World::new();
    world.repository("private");
    let shop = world.repository("shop");
    let private = world.path().join("private");
    write(
        &shop,
        ".gitmodules",
        format!(
            "[submodule \"a\"]\n\tpath = ../private\n\turl = ../private\n[submodule \"b\"]\n\tpath = {}\n\turl = -x\n",
            private.display()
        ),
    );
    commit(&shop, "modules");
    let told = report(&shop);
    let modules = told.git.unwrap().submodules;
    assert_eq!(modules.len(), 2);
    assert!(modules.iter().all(|it| it.state == SubmoduleState::Named && it.url.is_empty()), "{modules:?}");
}

#[test]
fn a_commit_is_not_replaced_by_another_one() {
    let world = World::new();
    let shop = world.repository("shop");
    let before = report(&shop).history;
    git(&shop, &["replace", "--graft", "HEAD"]);
    assert_eq!(report(&shop).history, before);
}

#[cfg(unix)]
#[test]
fn a_repository_that_belongs_to_someone_else_is_read() {
    let world = World::new();
    let shop = world.repository("shop");
    let before = report(&shop);
    if std::os::unix::fs::chown(shop.join(".git"), Some(65_534), None).is_err() {
        eprintln!("left out: who runs this test may not give files away");
        return;
    }
    std::os::unix::fs::chown(&shop, Some(65_534), None).unwrap();
    assert_eq!(report(&shop), before);
}
