use crate::world::*;
use groundwork_domain::audit::LeftOutReason::*;
use groundwork_domain::audit::{FindingKind, Remote, SubmoduleState};
use std::fs;

#[test]
fn a_repository_is_told_with_its_head_lines_history_and_readme() {
    let world = World::new();
    let shop = world.repository("shop");
    git(&shop, &["tag", "v1"]);
    git(&shop, &["tag", "-m", "two", "v2"]);
    git(&shop, &["remote", "add", "origin", "git@example.test:ada/shop.git"]);
    git(&shop, &["remote", "add", "backup", "/mnt/backup/shop.git"]);
    let report = report_of(&shop, &["ADA@example.test "]);
    let git_source = report.git.clone().unwrap();
    assert_eq!(report.folder, "shop");
    assert_eq!(git_source.head.as_deref(), Some(git(&shop, &["rev-parse", "HEAD"]).as_str()));
    assert_eq!(git_source.branch.as_deref(), Some("main"));
    assert_eq!(git_source.tags, 2);
    assert!(!git_source.bare && !git_source.shallow && !git_source.worktree && !git_source.submodule);
    assert!(git_source.object_bytes > 100);
    let remote = |name: &str, url: &str| Remote { name: name.to_owned(), url: url.to_owned() };
    assert_eq!(git_source.remotes, [remote("origin", "https://example.test/ada/shop"), remote("backup", "")]);
    let history = report.history.clone().unwrap();
    assert_eq!((history.commits, history.own, history.authors, history.complete), (2, 2, 1, true));
    assert_eq!((report.files, code(&report, "Python")), (3, 4));
    assert_eq!(report.languages[0].largest.file, "src/main.py");
    assert_eq!(report.languages[0].skill.as_ref().map(|it| it.as_str()), Some("python"));
    assert_eq!((report.title.as_str(), report.summary.as_str()), ("Shop", "Sells books and maps."));
    assert!(!report.partial && report.left_out.is_empty());
    assert!(report.not_found.contains(&FindingKind::Container));
    assert!(!report.not_found.contains(&FindingKind::Secret));
}

#[test]
fn what_is_committed_counts_whatever_stands_in_the_working_folder() {
    let world = World::new();
    let shop = world.repository("shop");
    let before = report(&shop);
    fs::remove_file(shop.join("src/main.py")).unwrap();
    write(&shop, "src/new.py", "a = 1\n");
    write(&shop, "src/shop.py", "b = 1\n".repeat(50));
    write(&shop, ".gitattributes", "*.py filter=x\n");
    assert_eq!(report(&shop), before);
}

#[test]
fn a_repository_without_commits_is_empty_and_nothing_else() {
    let world = World::new();
    let empty = world.empty("empty");
    write(&empty, "main.py", "a = 1\n");
    let report = report(&empty);
    let git_source = report.git.unwrap();
    assert_eq!((git_source.head, git_source.branch.as_deref()), (None, Some("main")));
    assert!(report.history.is_none() && report.files == 0 && !report.partial);
}

#[test]
fn a_branch_that_is_not_begun_has_no_commits() {
    let world = World::new();
    let shop = world.repository("shop");
    git(&shop, &["checkout", "-q", "--orphan", "new"]);
    let report = report(&shop);
    assert_eq!(report.git.unwrap().branch.as_deref(), Some("new"));
    assert!(report.history.is_none() && !report.partial);
}

#[test]
fn a_commit_can_be_checked_out_without_a_branch() {
    let world = World::new();
    let shop = world.repository("shop");
    git(&shop, &["checkout", "-q", "--detach", "HEAD~1"]);
    let report = report(&shop);
    assert_eq!(report.git.unwrap().branch, None);
    assert_eq!((report.history.unwrap().commits, report.files), (1, 2));
}

#[test]
fn a_bare_repository_is_read_as_well() {
    let world = World::new();
    let shop = world.repository("shop");
    git(&world.path(), &["clone", "-q", "--bare", "shop", "bare.git"]);
    let (bare, shop) = (report(&world.path().join("bare.git")), report(&shop));
    let git_source = bare.git.unwrap();
    assert!(git_source.bare && git_source.remotes.iter().all(|it| it.url.is_empty()));
    assert_eq!((bare.languages, bare.history, bare.files), (shop.languages, shop.history, shop.files));
}

#[test]
fn a_shallow_clone_says_that_its_history_is_cut() {
    let world = World::new();
    let shop = world.repository("shop");
    commit(&shop, "third");
    let from = format!("file://{}", shop.display());
    git(&world.path(), &["clone", "-q", "--depth", "2", &from, "shallow"]);
    let report = report(&world.path().join("shallow"));
    assert!(report.git.unwrap().shallow);
    let history = report.history.unwrap();
    assert_eq!((history.commits, history.complete), (2, false));
    assert_eq!(report.left_out.iter().find(|it| it.reason == Shallow).unwrap().count, 1);
    assert!(!report.partial);
}

#[test]
fn a_working_folder_beside_the_main_one_is_read_through_it() {
    let world = World::new();
    let shop = world.repository("shop");
    git(&shop, &["worktree", "add", "-q", "-b", "side", "../side", "HEAD~1"]);
    let side = world.path().join("side");
    let report = report(&side);
    let git_source = report.git.unwrap();
    assert!(git_source.worktree && !git_source.submodule);
    assert_eq!(git_source.branch.as_deref(), Some("side"));
    assert_eq!((report.history.unwrap().commits, report.files, report.partial), (1, 2, false));
}

#[test]
fn submodules_are_named_and_left_out_and_can_be_audited_themselves() {
    let world = World::new();
    world.repository("part");
    let shop = world.repository("shop");
    git(&shop, &["submodule", "--quiet", "add", "../part", "libs/part"]);
    git(
        &shop,
        &[
            "config",
            "-f",
            ".gitmodules",
            "submodule.libs/part.url",
            "https://ada:secret@example.test/ada/part.git",
        ],
    );
    commit(&shop, "part");
    let whole = report(&shop);
    let [part] = &whole.git.as_ref().unwrap().submodules[..] else { panic!("{:?}", whole.git) };
    assert_eq!((part.path.as_str(), part.url.as_str()), ("libs/part", "https://example.test/ada/part"));
    assert_eq!(part.state, SubmoduleState::Present);
    assert_eq!(examples(&whole, Submodule), ["libs/part"]);
    assert_eq!(code(&whole, "Python"), 4);
    let alone = report(&shop.join("libs/part"));
    assert!(alone.git.as_ref().unwrap().submodule && !alone.partial);
    assert_eq!(alone.history.unwrap().commits, 2);
    git(&world.path(), &["clone", "-q", "shop", "clone"]);
    let clone = report(&world.path().join("clone"));
    assert_eq!(clone.git.unwrap().submodules[0].state, SubmoduleState::Named);
}

#[test]
fn a_repository_with_long_hashes_is_read_as_well() {
    let world = World::new();
    let shop = world.folder("shop");
    git(&shop, &["init", "-q", "--object-format=sha256", "."]);
    write(&shop, "main.go", "package main\n");
    commit(&shop, "start");
    let report = report(&shop);
    assert_eq!(report.git.unwrap().head.unwrap().len(), 64);
    assert_eq!((report.history.unwrap().commits, report.files), (1, 1));
}

#[test]
fn references_in_tables_are_not_taken_for_an_empty_repository() {
    let world = World::new();
    let shop = world.repository("shop");
    git(&shop, &["config", "core.repositoryformatversion", "1"]);
    git(&shop, &["config", "extensions.refstorage", "reftable"]);
    let report = report(&shop);
    assert!(report.git.is_none() && report.partial);
    assert_eq!((examples(&report, Unreadable), report.files), (vec![".git".to_owned()], 3));
}

#[test]
fn links_and_others_code_are_left_out_of_a_commit() {
    let world = World::new();
    let shop = world.repository("shop");
    #[cfg(unix)]
    std::os::unix::fs::symlink("/etc/passwd", shop.join("users.py")).unwrap();
    write(&shop, "node_modules/a/index.js", "a()\n");
    write(&shop, "web/package.json", "{}");
    write(&shop, "web/dist/app.js", "a()\n");
    write(&shop, "app.min.js", "a()\n");
    write(&shop, "logo.png", [0x89, b'P', b'N', b'G', 0, 0]);
    write(&shop, "data", [1, 0, 2]);
    commit(&shop, "more");
    let report = report(&shop);
    #[cfg(unix)]
    assert_eq!(examples(&report, Link), ["users.py"]);
    assert_eq!(examples(&report, Foreign), ["node_modules", "web/dist"]);
    assert_eq!(examples(&report, Generated), ["app.min.js"]);
    assert_eq!(examples(&report, Binary), ["data", "logo.png"]);
    assert_eq!(code(&report, "JavaScript"), 0);
    assert!(!report.partial);
}

#[test]
fn a_file_or_nothing_at_all_is_no_folder_to_audit() {
    use groundwork_audit::{AuditError, Options};
    let world = World::new();
    write(&world.path(), "file", "a");
    let told = |name: &str| tried(&world.path().join(name), &Options::default()).unwrap_err();
    assert!(matches!(told("missing"), AuditError::Missing));
    assert!(matches!(told("file"), AuditError::NotAFolder));
    assert!(matches!(told("file/within"), AuditError::NotAFolder));
}

#[test]
fn the_same_repository_gives_the_same_report_to_the_byte() {
    let world = World::new();
    let shop = world.repository("shop");
    for number in 0..120 {
        write(
            &shop,
            &format!("src/m{}/f{number}.ts", number % 7),
            format!("import x from 'express';\nconst a = {number};\n"),
        );
        write(&shop, &format!("m{}/package.json", number % 9), "{\"dependencies\":{\"express\":\"5\"}}");
    }
    commit(&shop, "many");
    let told = |_| serde_json::to_string(&report(&shop)).unwrap();
    let all: std::collections::BTreeSet<String> = (0..12).map(told).collect();
    assert_eq!(all.len(), 1);
}
