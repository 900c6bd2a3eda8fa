use crate::world::*;
use groundwork_audit::{Limits, Options};
use groundwork_domain::audit::LeftOutReason::*;
use groundwork_domain::audit::Report;
use std::fs;
use std::path::Path;

fn limited(folder: &Path, limits: Limits) -> Report {
    tried(folder, &Options { limits, ..Options::default() }).unwrap()
}

#[test]
fn a_folder_without_git_is_read_as_it_stands() {
    let world = World::new();
    let shop = world.folder("shop");
    write(&shop, "README", "Shop\n\nSells books.\n");
    write(&shop, "main.rs", "fn main() {}\n");
    write(&shop, ".github/workflows/ci.yml", "on: push\n");
    write(&shop, ".hg/store/data", "x");
    write(&shop, "Cargo.toml", "[package]\nname = \"shop\"\n");
    write(&shop, "target/debug/build.rs", "fn main() {}\n");
    write(&shop, "src/target/mod.rs", "fn b() {}\n");
    let report = report(&shop);
    assert!(report.git.is_none() && report.history.is_none() && !report.partial);
    assert_eq!((report.files, code(&report, "Rust"), report.title.as_str()), (5, 2, "Shop"));
    assert_eq!(examples(&report, Foreign), ["target"]);
}

#[test]
fn a_text_in_wide_letters_is_read() {
    let world = World::new();
    let wide: Vec<u8> =
        [0xff, 0xfe].into_iter().chain("select 1;\n".bytes().flat_map(|it| [it, 0])).collect();
    write(&world.path(), "shop.sql", wide);
    write(&world.path(), "mark.sql", b"\xef\xbb\xbf-- a\nselect 1;\n");
    assert_eq!(code(&report(&world.path()), "SQL"), 2);
}

#[test]
fn a_file_that_is_too_large_is_known_by_its_name_only() {
    let world = World::new();
    let shop = world.folder("shop");
    write(&shop, "small.py", "a = 1\n");
    let large = fs::File::create(shop.join("large.py")).unwrap();
    // Five gigabytes that are written nowhere: reading them would take long and fill the memory.
    large.set_len(5 << 30).unwrap();
    let start = std::time::Instant::now();
    let report = report(&shop);
    assert_eq!((examples(&report, TooLarge), report.files), (vec!["large.py".to_owned()], 1));
    assert!(start.elapsed().as_secs() < 10 && !report.partial);
}

#[test]
fn what_is_beyond_a_limit_is_counted_and_named() {
    let world = World::new();
    let shop = world.folder("shop");
    for number in 0..10 {
        write(&shop, &format!("a{number}.py"), "a = 1\n");
    }
    write(&shop, "b/c/d/e.py", "a = 1\n");
    let files = limited(&shop, Limits { files: 4, ..Limits::default() });
    assert_eq!((files.files, left_out(&files, TooMany) >= 6), (4, true));
    let depth = limited(&shop, Limits { depth: 2, ..Limits::default() });
    assert_eq!(examples(&depth, TooDeep), ["b/c/d"]);
    let bytes = limited(&shop, Limits { bytes: 20, ..Limits::default() });
    assert_eq!((bytes.files, bytes.bytes, left_out(&bytes, TooMuch)), (3, 18, 8));
    let path = limited(&shop, Limits { path_bytes: 5, ..Limits::default() });
    assert_eq!((path.files, left_out(&path, TooDeep)), (10, 1));
    assert!(![files, depth, bytes, path].iter().any(|report| report.partial));
}

#[test]
fn the_same_folder_gives_the_same_report_to_the_byte() {
    let world = World::new();
    for number in 0..80 {
        write(&world.path(), &format!("m{}/f{number}.ts", number % 7), "import x from 'express';\n");
    }
    let told = |_| serde_json::to_string(&report(&world.path())).unwrap();
    let all: std::collections::BTreeSet<String> = (0..12).map(told).collect();
    assert_eq!(all.len(), 1);
}

#[cfg(unix)]
mod unix {
    use super::*;
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    use std::os::unix::fs::{PermissionsExt, symlink};
    use std::process::Command;

    #[test]
    fn links_are_named_and_never_followed() {
        let world = World::new();
        let shop = world.folder("shop");
        write(&world.path(), "outside/secret.py", "a = 1\n");
        write(&shop, "main.py", "a = 1\n");
        symlink("../outside", shop.join("out")).unwrap();
        symlink("../outside/secret.py", shop.join("secret.py")).unwrap();
        symlink(".", shop.join("loop")).unwrap();
        symlink("loop2", shop.join("loop2")).unwrap();
        symlink("/", shop.join("root")).unwrap();
        let report = report(&shop);
        assert_eq!(report.files, 1);
        assert_eq!(examples(&report, Link), ["loop", "loop2", "out", "root", "secret.py"]);
        assert!(!report.partial);
    }

    #[test]
    fn a_link_to_a_folder_is_no_folder_to_audit() {
        let world = World::new();
        world.folder("shop");
        symlink("shop", world.path().join("link")).unwrap();
        let told = tried(&world.path().join("link"), &Options::default());
        assert!(matches!(told, Err(groundwork_audit::AuditError::NotAFolder)));
    }

    #[test]
    fn names_in_broken_encodings_are_told_as_well_as_they_can_be() {
        let world = World::new();
        let name = OsStr::from_bytes(b"caf\xe9 \xff\x01.py");
        if fs::write(world.path().join(name), "a = 1\n").is_err() {
            eprintln!("left out: this disk holds no such names");
            return;
        }
        let report = report(&world.path());
        assert_eq!((report.files, code(&report, "Python")), (1, 1));
        assert_eq!(report.languages[0].largest.file, "caf\u{fffd} \u{fffd}\u{1}.py");
    }

    #[test]
    fn pipes_and_sockets_are_left_alone() {
        let world = World::new();
        let made = Command::new("mkfifo").arg(world.path().join("pipe.py")).status();
        let _socket = std::os::unix::net::UnixListener::bind(world.path().join("s.py")).unwrap();
        let report = report(&world.path());
        let pipe = u32::from(made.is_ok_and(|status| status.success()));
        assert_eq!((left_out(&report, Special), report.files, report.partial), (1 + pipe, 0, false));
    }

    #[test]
    fn what_may_not_be_read_is_named_and_the_rest_is_told() {
        let world = World::new();
        let shop = world.folder("shop");
        write(&shop, "main.py", "a = 1\n");
        write(&shop, "closed.py", "a = 1\n");
        write(&shop, "closed/a.py", "a = 1\n");
        for path in ["closed.py", "closed"] {
            fs::set_permissions(shop.join(path), fs::Permissions::from_mode(0o000)).unwrap();
        }
        let may = fs::read(shop.join("closed.py")).is_ok();
        let report = report(&shop);
        fs::set_permissions(shop.join("closed"), fs::Permissions::from_mode(0o700)).unwrap();
        if may {
            eprintln!("left out: who runs this test may read everything");
            assert_eq!(report.files, 3);
            return;
        }
        assert_eq!(
            (examples(&report, NoPermission), report.files),
            (vec!["closed".to_owned(), "closed.py".to_owned()], 1)
        );
        assert!(report.partial);
    }

    #[test]
    fn a_folder_that_may_not_be_read_is_refused() {
        let world = World::new();
        let shop = world.folder("shop");
        fs::set_permissions(&shop, fs::Permissions::from_mode(0o000)).unwrap();
        let may = fs::read_dir(&shop).is_ok();
        let told = tried(&shop, &Options::default());
        fs::set_permissions(&shop, fs::Permissions::from_mode(0o700)).unwrap();
        if may {
            eprintln!("left out: who runs this test may read everything");
            return;
        }
        assert!(matches!(told, Err(groundwork_audit::AuditError::NoPermission)), "{told:?}");
    }
}
