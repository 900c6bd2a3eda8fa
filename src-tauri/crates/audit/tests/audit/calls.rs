//! Which system calls an audit makes: none that starts a process or reaches the network, and no file is opened outside.

use crate::hostile::trapped;
use crate::world::*;
use groundwork_audit::Options;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::Command;

/// Where the audited process is told what to audit.
const FOLDER: &str = "GROUNDWORK_TEST_FOLDER";
const CACHE: &str = "GROUNDWORK_TEST_CACHE";
const MARK: &str = "GROUNDWORK_TEST_MARK";

/// What Rust's own library reads to count the processors that this process may use.
const OF_THE_RUNTIME: [&str; 3] =
    ["/proc/self/cgroup", "/proc/self/mountinfo", "/sys/devices/system/cpu/online"];
/// The same, in the folder of the group of processes, whatever it is called.
const OF_THE_GROUP: [&str; 3] = ["cpu.max", "cpu.cfs_quota_us", "cpu.cfs_period_us"];

fn of_the_runtime(path: &Path) -> bool {
    let of_the_group =
        path.starts_with("/sys/fs/cgroup") && OF_THE_GROUP.iter().any(|name| path.ends_with(name));
    of_the_group || OF_THE_RUNTIME.iter().any(|it| Path::new(it) == path)
}

#[test]
#[ignore = "run by the tests beside it, under strace"]
fn audited() {
    let Some(folder) = std::env::var_os(FOLDER) else { return };
    let cache = std::env::var_os(CACHE).map(PathBuf::from);
    let addresses = ["ada@example.test".to_owned()];
    // From here on the calls count.
    let _ = std::fs::File::open(std::env::var_os(MARK).unwrap_or_default());
    let options = Options { addresses: &addresses, cache: cache.as_deref(), ..Options::default() };
    let report = tried(Path::new(&folder), &options);
    let _ = std::fs::File::open(std::env::var_os(MARK).unwrap_or_default());
    println!("audited: {}", report.is_ok());
}

/// The lines of a trace, a call that another thread's stands within put together where it began: strace writes such a one in
/// two halves, of which the second names no path.
fn whole(trace: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut begun: BTreeMap<&str, usize> = BTreeMap::new();
    for line in trace.lines() {
        let process = line.split(' ').next().unwrap_or_default();
        if let Some((_, rest)) = line.split_once(" resumed>")
            && let Some(at) = begun.remove(process)
        {
            lines[at].push_str(rest);
        } else if let Some(start) = line.strip_suffix(" <unfinished ...>") {
            begun.insert(process, lines.len());
            lines.push(start.to_owned());
        } else {
            lines.push(line.to_owned());
        }
    }
    lines
}

#[test]
fn a_call_in_two_halves_is_read_as_one() {
    let trace = "7 mkdir(\"/cache/a\", 0777 <unfinished ...>\n8 unlink(\"/b\") = 0\n7 <... mkdir resumed>) = -1 EEXIST";
    assert_eq!(whole(trace), ["7 mkdir(\"/cache/a\", 0777) = -1 EEXIST", "8 unlink(\"/b\") = 0"]);
}

/// The calls of an audit, one for each line, as strace writes them with the paths of descriptors.
fn calls(world: &World, folder: &Path, cache: Option<&Path>) -> Option<Vec<String>> {
    let strace = Command::new("strace").arg("-V").output();
    if !strace.is_ok_and(|it| it.status.success()) {
        eprintln!("NOT TESTED: strace is not there, so the system calls of an audit were not watched");
        return None;
    }
    let (trace, mark) = (world.path().join("trace"), world.path().join("mark"));
    std::fs::write(&mark, "").unwrap();
    let home = world.folder("home");
    write(
        &home,
        ".gitconfig",
        format!("[include]\n\tpath = {}\n", world.path().join("outside.config").display()),
    );
    let mut command = Command::new("strace");
    command
        .args(["-f", "-y", "-qq", "-s", "4096", "-e", "trace=process,file,network,openat2", "-o"])
        .arg(&trace);
    command.arg(std::env::current_exe().unwrap()).args([
        "--exact",
        "calls::audited",
        "--ignored",
        "--nocapture",
    ]);
    command.env(FOLDER, folder).env(MARK, &mark).env("HOME", &home).env_remove(CACHE);
    // Git itself would heed these.
    command.env("GIT_DIR", world.path().join("private/.git")).env("GIT_WORK_TREE", "/etc");
    command.env("GIT_OBJECT_DIRECTORY", world.path().join("private/.git/objects"));
    command.env("GIT_ALTERNATE_OBJECT_DIRECTORIES", world.path().join("private/.git/objects"));
    command
        .env("GIT_CONFIG_COUNT", "1")
        .env("GIT_CONFIG_KEY_0", "core.fsmonitor")
        .env("GIT_CONFIG_VALUE_0", "touch /tmp/x");
    command
        .env("GIT_CONFIG_GLOBAL", home.join(".gitconfig"))
        .env("GIT_SSH_COMMAND", "touch /tmp/x")
        .env("GIT_TRACE", "1");
    if let Some(cache) = cache {
        command.env(CACHE, cache);
    }
    let output = command.output().unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(said.contains("audited: true"), "{said}{}", String::from_utf8_lossy(&output.stderr));
    let text = std::fs::read(&trace).unwrap();
    let lines = whole(&String::from_utf8_lossy(&text));
    let quoted = format!("\"{}\"", mark.display());
    let marks: Vec<usize> = (0..lines.len()).filter(|at| lines[*at].contains(&quoted)).collect();
    let [from, to] = marks[..] else { panic!("the marks are not there: {marks:?}") };
    Some(lines[from + 1..to].to_vec())
}

/// The paths that calls opened, each from the folder that it was opened in.
fn opened(calls: &[String]) -> BTreeSet<PathBuf> {
    let mut paths = BTreeSet::new();
    for call in calls {
        let Some(at) =
            ["openat2(", "openat(", "open(", "creat("].into_iter().find_map(|name| call.find(name))
        else {
            continue;
        };
        let arguments = &call[at + call[at..].find('(').unwrap() + 1..];
        let Some(quote) = arguments.find('"') else { continue };
        let path = arguments[quote + 1..].split('"').next().unwrap();
        let folder = arguments[..quote]
            .split_once('<')
            .and_then(|(_, rest)| rest.split_once('>'))
            .map_or("/", |it| it.0);
        let mut whole = PathBuf::new();
        for part in Path::new(folder).join(path).components() {
            match part {
                std::path::Component::ParentDir => {
                    whole.pop();
                }
                std::path::Component::CurDir => {}
                other => whole.push(other),
            }
        }
        paths.insert(whole);
    }
    paths
}

/// Holds the calls of an audit against what it may do.
fn harmless(calls: &[String], allowed: &[&Path]) {
    assert!(calls.len() > 20, "{calls:#?}");
    for call in calls {
        let name = call.trim_start_matches(|it: char| it.is_ascii_digit() || it == ' ');
        let name = name.split(['(', ' ']).next().unwrap_or_default();
        let thread = call.contains("CLONE_THREAD");
        assert!(!["execve", "execveat", "fork", "vfork"].contains(&name), "{call}");
        assert!(!name.starts_with("clone") || thread, "{call}");
        assert!(
            !["socket", "socketpair", "connect", "bind", "listen", "sendto", "sendmsg"].contains(&name),
            "{call}"
        );
        let writes = ["O_WRONLY", "O_RDWR", "O_CREAT", "O_TRUNC"].iter().any(|flag| call.contains(flag));
        let changes = ["unlink", "rename", "mkdir", "rmdir", "chmod", "chown", "link", "truncate", "mknod"]
            .iter()
            .any(|it| name.starts_with(it));
        if writes || changes {
            let cache = allowed.get(1).is_some_and(|cache| call.contains(&*cache.to_string_lossy()));
            assert!(cache, "{call}");
        }
    }
    for path in opened(calls) {
        assert!(
            of_the_runtime(&path) || allowed.iter().any(|it| path.starts_with(it)),
            "{} was opened",
            path.display()
        );
    }
}

#[test]
fn an_audit_of_a_hostile_repository_starts_nothing_and_stays_inside() {
    let world = World::new();
    world.repository("private");
    let marker = world.path().join("marker");
    let trap = trapped(&world, "trap", &marker);
    std::os::unix::fs::symlink("/etc/passwd", trap.join("users.py")).unwrap();
    write(&trap, "page.html", "<script>\nlet a = \"b\";\n</script>\n");
    commit_quietly(&trap);
    let cache = world.folder("cache");
    for _ in 0..2 {
        // The second time, what was kept is read.
        let Some(calls) = calls(&world, &trap, Some(&cache)) else { return };
        harmless(&calls, &[&trap, &cache]);
        assert!(opened(&calls).iter().any(|path| path.starts_with(&trap)));
    }
    assert!(!marker.exists());
}

/// Commits without the configuration that is in the way.
fn commit_quietly(folder: &Path) {
    let config = std::fs::read(folder.join(".git/config")).unwrap();
    std::fs::write(folder.join(".git/config"), "[core]\n\trepositoryformatversion = 0\n").unwrap();
    std::fs::remove_dir_all(folder.join(".git/hooks")).unwrap();
    commit(folder, "more");
    std::fs::write(folder.join(".git/config"), config).unwrap();
}

#[test]
fn an_audit_of_a_plain_folder_and_of_traps_stays_inside() {
    let world = World::new();
    let private = world.repository("private");
    let plain = world.folder("plain");
    write(&plain, "src/main.py", "a = 1\n");
    write(&plain, "package.json", "{\"dependencies\":{\"express\":\"5\"}}");
    std::os::unix::fs::symlink("/etc", plain.join("etc")).unwrap();
    std::os::unix::fs::symlink("../private/src/main.py", plain.join("main.py")).unwrap();
    let pointing = world.folder("pointing");
    write(&pointing, ".git", format!("gitdir: {}\n", private.join(".git").display()));
    let sharing = world.repository("sharing");
    write(&sharing, ".git/objects/info/alternates", format!("{}\n", private.join(".git/objects").display()));
    for folder in [&plain, &pointing, &sharing] {
        let Some(calls) = calls(&world, folder, None) else { return };
        // To know that a `.git` file is a trap, what it leads to is asked whether it belongs here: two files, nothing else.
        let asked = ["gitdir", "config"].map(|name| private.join(".git").join(name));
        let kept: Vec<String> = calls
            .into_iter()
            .filter(|call| {
                folder != &pointing || !asked.iter().any(|it| call.contains(&format!("\"{}\"", it.display())))
            })
            .collect();
        harmless(&kept, &[folder]);
    }
}

#[test]
fn an_audit_of_a_working_folder_reads_its_own_git_folder_only() {
    let world = World::new();
    let shop = world.repository("shop");
    git(&shop, &["worktree", "add", "-q", "-b", "side", "../side"]);
    let side = world.path().join("side");
    let Some(calls) = calls(&world, &side, None) else { return };
    harmless(&calls, &[&side, Path::new("/no cache"), &shop.join(".git")]);
}
