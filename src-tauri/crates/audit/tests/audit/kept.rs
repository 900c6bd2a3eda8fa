use crate::world::*;
use groundwork_audit::Options;
use groundwork_domain::audit::Report;
use std::fs;
use std::path::{Path, PathBuf};

fn with(cache: &Path, folder: &Path, addresses: &[&str]) -> Report {
    let addresses: Vec<String> = addresses.iter().map(|it| (*it).to_owned()).collect();
    tried(folder, &Options { addresses: &addresses, cache: Some(cache), ..Options::default() }).unwrap()
}

fn files(cache: &Path) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = fs::read_dir(cache).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files
}

#[test]
fn a_repeated_audit_tells_the_same() {
    let world = World::new();
    let (shop, cache) = (world.repository("shop"), world.path().join("kept/reports"));
    let first = with(&cache, &shop, &["ada@example.test"]);
    let [kept] = &files(&cache)[..] else { panic!() };
    let text = fs::read_to_string(kept).unwrap();
    assert!(!text.contains("ada@example.test"));
    assert_eq!(with(&cache, &shop, &["ADA@example.test"]), first);
    assert_eq!(first, report_of(&shop, &["ada@example.test"]));
    // That it was read and not made is seen from what stands in the file.
    let body = text.split_once('\n').unwrap().1.replace("Sells books", "Lends books");
    fs::write(kept, format!("groundwork-audit 1 {}\n{body}", sha256(&body))).unwrap();
    assert_eq!(with(&cache, &shop, &["ada@example.test"]).summary, "Lends books and maps.");
}

fn sha256(text: &str) -> String {
    use sha2::Digest;
    sha2::Sha256::digest(text).iter().map(|byte| format!("{byte:02x}")).collect()
}

#[test]
fn other_addresses_commits_and_limits_are_audited_anew() {
    let world = World::new();
    let (shop, cache) = (world.repository("shop"), world.folder("cache"));
    assert_eq!(with(&cache, &shop, &[]).history.unwrap().own, 0);
    assert_eq!(with(&cache, &shop, &["ada@example.test"]).history.unwrap().own, 2);
    commit(&shop, "more");
    assert_eq!(with(&cache, &shop, &["ada@example.test"]).history.unwrap().own, 3);
    assert_eq!(files(&cache).len(), 3);
}

#[test]
fn what_is_no_part_of_the_commit_is_told_as_it_is_now() {
    let world = World::new();
    let (shop, cache) = (world.repository("shop"), world.folder("cache"));
    with(&cache, &shop, &[]);
    git(&shop, &["remote", "add", "origin", "https://example.test/a/b"]);
    git(&shop, &["tag", "v1"]);
    git(&shop, &["checkout", "-q", "-b", "other"]);
    let moved = world.path().join("moved");
    fs::rename(&shop, &moved).unwrap();
    let again = with(&cache, &moved, &[]);
    assert_eq!(files(&cache).len(), 1);
    assert_eq!(again, report(&moved));
    assert_eq!((again.folder.as_str(), again.git.unwrap().branch.as_deref()), ("moved", Some("other")));
}

#[test]
fn a_damaged_report_is_made_anew() {
    let world = World::new();
    let (shop, cache) = (world.repository("shop"), world.folder("cache"));
    let first = with(&cache, &shop, &[]);
    let [kept] = &files(&cache)[..] else { panic!() };
    let whole = fs::read(kept).unwrap();
    for at in (0..whole.len()).step_by(7) {
        let mut damaged = whole.clone();
        damaged[at] ^= 0x11;
        fs::write(kept, damaged).unwrap();
        assert_eq!(with(&cache, &shop, &[]), first, "{at}");
        assert_eq!(fs::read(kept).unwrap(), whole);
    }
    fs::write(kept, &whole[..whole.len() / 2]).unwrap();
    assert_eq!(with(&cache, &shop, &[]), first);
}

#[test]
fn a_part_is_never_kept() {
    let world = World::new();
    let (shop, cache) = (world.repository("shop"), world.folder("cache"));
    let blob = git(&shop, &["rev-parse", "HEAD:src/shop.py"]);
    let object = shop.join(".git/objects").join(&blob[..2]).join(&blob[2..]);
    let kept = fs::read(&object).unwrap();
    fs::remove_file(&object).unwrap();
    assert!(with(&cache, &shop, &[]).partial);
    assert!(files(&cache).is_empty());
    fs::write(&object, kept).unwrap();
    assert!(!with(&cache, &shop, &[]).partial);
}

#[test]
fn two_hundred_reports_are_kept_and_other_files_stay() {
    let world = World::new();
    let (shop, cache) = (world.repository("shop"), world.folder("cache"));
    write(&cache, "notes.txt", "mine");
    for number in 0..205 {
        with(&cache, &shop, &[&format!("a{number}@example.test")]);
    }
    assert_eq!(files(&cache).len(), 201);
    assert!(cache.join("notes.txt").exists());
}

#[test]
fn a_cache_that_cannot_be_written_costs_nothing_else() {
    let world = World::new();
    let shop = world.repository("shop");
    write(&world.path(), "file", "x");
    assert_eq!(with(&world.path().join("file/cache"), &shop, &[]), report(&shop));
}
