use crate::world::*;
use groundwork_domain::audit::LeftOutReason::*;
use groundwork_domain::audit::Report;
use proptest::prelude::*;
use std::fs;
use std::path::{Path, PathBuf};

/// The pack of a repository that has but one.
fn pack(shop: &Path, end: &str) -> PathBuf {
    let entries = fs::read_dir(shop.join(".git/objects/pack")).unwrap().map(|entry| entry.unwrap().path());
    let found = entries.filter(|path| path.extension().is_some_and(|it| it == end)).collect::<Vec<_>>();
    found[0].clone()
}

fn packed(world: &World) -> PathBuf {
    let shop = world.repository("shop");
    for number in 0..12 {
        let text = (0..200).map(|line| format!("a{line} = {}\n", line * number % 17)).collect::<String>();
        write(&shop, "src/long.py", text);
        write(&shop, &format!("src/m{number}/f.go"), format!("package m{number}\n"));
        commit(&shop, "more");
    }
    git(&shop, &["repack", "-adfq", "--depth=50"]);
    git(&shop, &["pack-refs", "--all"]);
    let pack = pack(&shop, "pack");
    // Git writes packs so that no one may change them.
    for path in [pack.with_extension("idx"), pack] {
        let kept = fs::read(&path).unwrap();
        fs::remove_file(&path).unwrap();
        fs::write(&path, kept).unwrap();
    }
    shop
}

#[test]
fn a_missing_file_is_named_and_the_rest_is_told() {
    let world = World::new();
    let shop = world.repository("shop");
    let blob = git(&shop, &["rev-parse", "HEAD:src/shop.py"]);
    fs::remove_file(shop.join(".git/objects").join(&blob[..2]).join(&blob[2..])).unwrap();
    let report = report(&shop);
    assert!(report.partial && report.history.as_ref().unwrap().complete);
    assert_eq!((examples(&report, Unreadable), code(&report, "Python")), (vec!["src/shop.py".to_owned()], 2));
}

#[test]
fn a_missing_commit_ends_the_history_and_says_so() {
    let world = World::new();
    let shop = world.repository("shop");
    let first = git(&shop, &["rev-parse", "HEAD~1"]);
    let object = shop.join(".git/objects").join(&first[..2]).join(&first[2..]);
    fs::remove_file(&object).unwrap();
    let missing = report(&shop);
    assert_eq!((examples(&missing, Unreadable), missing.files), (vec![first.clone()], 3));
    let history = missing.history.unwrap();
    assert_eq!((history.commits, history.complete, missing.partial), (1, false, true));
    fs::write(&object, b"not zlib at all").unwrap();
    assert_eq!(report(&shop).history.unwrap().commits, 1);
    fs::write(&object, b"").unwrap();
    assert_eq!(report(&shop).history.unwrap().commits, 1);
}

#[test]
fn a_head_that_cannot_be_read_leaves_the_files_as_they_stand() {
    for head in [
        "",
        "nonsense",
        "ref: ../../../etc/passwd\n",
        "ref: refs/heads/../../config\n",
        "ref: refs/heads/a b\n",
        "0123456789012345678901234567890123456789\n",
    ] {
        let world = World::new();
        let shop = world.repository("shop");
        fs::write(shop.join(".git/HEAD"), head).unwrap();
        let report = report(&shop);
        assert!(report.partial && report.git.is_none(), "{head:?} {report:?}");
        assert_eq!((examples(&report, Unreadable), report.files), (vec![".git".to_owned()], 3), "{head:?}");
    }
}

#[test]
fn a_git_folder_without_anything_in_it_is_not_a_repository() {
    let world = World::new();
    write(&world.path(), "main.py", "a = 1\n");
    world.folder(".git");
    let report = report(&world.path());
    assert!(report.git.is_none() && report.partial && report.files == 1);
}

#[test]
fn a_pack_that_is_cut_short_gives_what_is_left() {
    let world = World::new();
    let shop = packed(&world);
    for end in ["pack", "idx"] {
        let path = pack(&shop, end);
        let whole = fs::read(&path).unwrap();
        for part in [0, 1, 11, 12, 40, whole.len() / 2, whole.len() - 21, whole.len() - 1] {
            fs::write(&path, &whole[..part]).unwrap();
            let report = report(&shop);
            assert!(report.partial || report.history.unwrap().complete, "{end} {part}");
        }
        fs::write(&path, whole).unwrap();
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, max_shrink_iters: 0, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_damage_to_a_pack_stops_the_audit(
        flips in prop::collection::vec((any::<bool>(), any::<prop::sample::Index>(), 0_u8..8), 1..20),
    ) {
        thread_local! {
            static SHOP: (World, PathBuf, [(PathBuf, Vec<u8>); 2], Report) = {
                let world = World::new();
                let shop = packed(&world);
                let kept = ["pack", "idx"].map(|end| (pack(&shop, end), fs::read(pack(&shop, end)).unwrap()));
                let whole = report(&shop);
                (world, shop, kept, whole)
            };
        }
        SHOP.with(|(_, shop, kept, whole)| {
            let mut damaged = kept.clone();
            for (index, at, bit) in flips {
                let bytes = &mut damaged[usize::from(index)].1;
                let at = at.index(bytes.len());
                bytes[at] ^= 1 << bit;
            }
            for (path, bytes) in damaged {
                fs::write(path, bytes).unwrap();
            }
            let report = report(shop);
            assert!(report.partial || report == *whole, "{report:?}");
        });
    }
}
