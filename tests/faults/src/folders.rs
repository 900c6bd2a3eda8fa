//! Data folders that are not as they should be: read-only, missing, links, on a full disk; preferences that nobody can
//! read. Each start opens or is refused with a clear sentence, and nothing that was there is lost.

use crate::job::{Case, Job, Tally, Verdict, try_some};
use crate::look::{DATABASE, Look};
use crate::person::{clear, lay_example, open, scratch};
use crate::shim::{self, Mode};
use serde_json::json;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// How the program is started over the folder.
#[derive(Clone, Copy)]
enum As {
    /// As it is.
    Usual,
    /// As somebody whom the folder does not belong to.
    Stranger,
    /// On a disk without room, from this call on.
    Full(u64),
}

/// What must come of it.
#[derive(Clone, Copy)]
enum Expect {
    /// It opens, and a change is kept.
    Writes,
    /// It opens for reading, or is refused.
    ReadsOrRefuses,
    /// It is refused with one of these codes, or starts to say what is wrong.
    Refuses(&'static [&'static str]),
    /// Whatever comes of it is clear.
    Clear,
}

struct Setting {
    name: &'static str,
    begun: As,
    expect: Expect,
    make: fn(&Path) -> std::io::Result<()>,
}

const fn setting(
    name: &'static str,
    begun: As,
    expect: Expect,
    make: fn(&Path) -> std::io::Result<()>,
) -> Setting {
    Setting { name, begun, expect, make }
}

use As::{Full, Stranger, Usual};
use Expect::{Clear, ReadsOrRefuses, Refuses, Writes};

const SETTINGS: &[Setting] = &[
    setting("no folder", Usual, Writes, |_| Ok(())),
    setting("an empty folder", Usual, Writes, |data| fs::create_dir(data)),
    setting("no parent", Usual, Refuses(&["store.missing_parent"]), |data| fs::remove_dir(parent(data))),
    setting("a file in its place", Usual, Refuses(&["store.not_a_folder"]), |data| fs::write(data, "words")),
    setting(
        "its parent is a file",
        Usual,
        Refuses(&["store.missing_parent", "store.not_a_folder"]),
        |data| {
            fs::remove_dir(parent(data))?;
            fs::write(parent(data), "words")
        },
    ),
    setting("a link to it", Usual, Writes, |data| linked(data, true)),
    setting("a link to nowhere", Usual, Refuses(&["store.dangling_link"]), |data| link("nowhere", data)),
    setting("a link to itself", Usual, Refuses(&["store.dangling_link"]), |data| link("data", data)),
    setting("a link to a file", Usual, Refuses(&["store.not_a_folder"]), |data| linked(data, false)),
    setting("the database is a folder", Usual, Refuses(&["store.not_a_file"]), |data| {
        fs::create_dir_all(data.join(DATABASE))
    }),
    setting("the database is a link", Usual, Refuses(&["store.link"]), |data| {
        filled(data)?;
        fs::rename(data.join(DATABASE), parent(data).join("elsewhere.db"))?;
        link("../elsewhere.db", &data.join(DATABASE))
    }),
    setting("the database is a link to nowhere", Usual, Refuses(&["store.link"]), |data| {
        fs::create_dir(data)?;
        link("nowhere", &data.join(DATABASE))
    }),
    setting("the database is a pipe", Usual, Refuses(&["store.not_a_file"]), |data| {
        fs::create_dir(data)?;
        pipe(&data.join(DATABASE))
    }),
    setting("the database is empty", Usual, Refuses(FOREIGN), |data| database(data, b"")),
    setting("the database is text", Usual, Refuses(FOREIGN), |data| database(data, b"Dear diary, today")),
    setting("the database is zeros", Usual, Refuses(FOREIGN), |data| database(data, &[0; 8192])),
    setting("a journal without its database", Usual, Refuses(&["store.orphan_journal"]), |data| {
        fs::create_dir(data)?;
        fs::write(data.join("groundwork.db-journal"), "words")
    }),
    setting("attachments is a file", Usual, Writes, |data| in_place(data, "attachments")),
    setting("backups is a file", Usual, Writes, |data| in_place(data, "backups")),
    setting("state is a file", Usual, Clear, |data| in_place(data, "state")),
    setting("state is a link to nowhere", Usual, Clear, |data| {
        filled(data)?;
        fs::remove_dir_all(data.join("state"))?;
        link("nowhere", &data.join("state"))
    }),
    setting("the mark of the last check is a folder", Usual, Clear, |data| {
        filled(data)?;
        let _ = fs::remove_file(data.join("state/checked"));
        fs::create_dir(data.join("state/checked"))
    }),
    setting("logs is a file", Usual, Writes, |data| in_place(data, "logs")),
    setting("preferences are empty", Usual, Writes, |data| preferences(data, b"")),
    setting("preferences are rubbish", Usual, Writes, |data| preferences(data, b"\xff\xfe{{{{")),
    setting("preferences are a list", Usual, Writes, |data| preferences(data, b"[1, 2, 3]")),
    setting("preferences have other types", Usual, Writes, |data| {
        preferences(data, br#"{"language": 7, "theme": [], "page": {"a": null}}"#)
    }),
    setting("preferences are deep", Usual, Writes, |data| preferences(data, "[".repeat(100_000).as_bytes())),
    setting("preferences are vast", Usual, Writes, |data| preferences(data, &vec![b' '; 20_000_000])),
    setting("preferences are a folder", Usual, Writes, |data| {
        filled(data)?;
        fs::create_dir(data.join("preferences.json"))
    }),
    setting("preferences are a link to nowhere", Usual, Writes, |data| {
        filled(data)?;
        link("nowhere", &data.join("preferences.json"))
    }),
    setting("preferences never end", Usual, Writes, |data| {
        filled(data)?;
        link("/dev/zero", &data.join("preferences.json"))
    }),
    setting("preferences are a pipe", Usual, Writes, |data| {
        filled(data)?;
        pipe(&data.join("preferences.json"))
    }),
    setting("the settings of the backups are a pipe", Usual, Writes, |data| {
        piped(data, "state/backups.json")
    }),
    setting("the seal is a pipe", Usual, Writes, |data| piped(data, "state/sealed")),
    setting("the log is a pipe", Usual, Writes, |data| piped(data, "logs/groundwork.log")),
    setting("the lock is a pipe", Usual, Refuses(&["store.not_a_file"]), |data| piped(data, "state/in-use")),
    setting("where it moved is a pipe", Usual, Writes, |data| {
        fs::create_dir(data)?;
        pipe(&data.join("moved-to.txt"))
    }),
    setting("somebody else's folder", Stranger, ReadsOrRefuses, |data| allowed(data, 0o755, 0o644)),
    setting("somebody else's empty folder", Stranger, Refuses(READ_ONLY), |data| fs::create_dir(data)),
    setting("somebody else's parent", Stranger, Refuses(READ_ONLY), |data| {
        let _ = data;
        Ok(())
    }),
    setting("a folder that nobody may look into", Stranger, Refuses(READ_ONLY), |data| {
        allowed(data, 0o000, 0o600)
    }),
    setting("a database that nobody may read", Stranger, Refuses(READ_ONLY), |data| {
        allowed(data, 0o755, 0o600)
    }),
    setting("a database that may be written in a folder that may not", Stranger, ReadsOrRefuses, |data| {
        allowed(data, 0o755, 0o666)
    }),
    setting("a full disk for a new profile", Full(1), Refuses(FULL), |_| Ok(())),
    setting("a disk that fills while a profile is made", Full(9), Refuses(FULL), |_| Ok(())),
    setting("a full disk for a profile", Full(1), Clear, filled),
    setting("a disk that fills after the start", Full(8), Clear, filled),
];

const FOREIGN: &[&str] = &["store.foreign_file", "store.damaged"];
const READ_ONLY: &[&str] = &["store.read_only", "store.missing_parent", "store.no_profile"];
// Where the disk says so only at the sync, SQLite passes on no more than that it failed.
const FULL: &[&str] = &["store.disk_full", "store.io"];

/// Tries `job.count` of all settings.
pub fn run(job: &Job) -> Tally {
    if !cfg!(unix) {
        return Tally::skipped("folders", "its links, pipes and permissions are those of Unix");
    }
    try_some("folders", job, SETTINGS.len() as u64, |case| {
        let setting = &SETTINGS[usize::try_from(case.seed).unwrap_or(0) % SETTINGS.len()];
        one(case, setting).map_err(|what| format!("{}: {what}", setting.name))
    })
}

fn one(case: &mut Case<'_>, setting: &Setting) -> Verdict {
    let dir = scratch();
    let data = dir.path().join("parent/data");
    let made = fs::create_dir(parent(&data)).and_then(|()| (setting.make)(&data));
    made.map_err(|error| format!("cannot be made here: {error}"))?;
    let before = Look::at(&data).and_then(|look| look.rows()).ok();
    let mut command = match setting.begun {
        Stranger => match stranger(case, dir.path()) {
            Some(command) => command,
            None => {
                case.note("left out: nobody else can be");
                return Ok(());
            }
        },
        _ => Command::new(&case.job.program),
    };
    command.args(["worker", "folder"]).arg(&data).stdin(Stdio::null());
    if let Full(at) = setting.begun {
        match shim::layer(&case.job.program) {
            Ok(layer) => shim::under(&mut command, &layer, dir.path(), at, Some(Mode::ForGood("enospc"))),
            Err(_) => {
                case.note("left out: no layer");
                return Ok(());
            }
        }
    }
    let said = said(&mut command)?;
    let opened = said.iter().any(|line| line == "opened");
    let wrote = said.iter().any(|line| line == "wrote");
    let codes: Vec<&str> = said.iter().filter_map(|line| line.strip_prefix("refused ")).collect();
    case.note(if wrote {
        "writes"
    } else if opened {
        "reads"
    } else {
        "refused"
    });
    match setting.expect {
        Writes if !wrote => return Err(format!("does not open and write: {said:?}")),
        ReadsOrRefuses if wrote => return Err("was written to".into()),
        Refuses(_) if wrote => return Err("was written to".into()),
        Refuses(known) if !codes.iter().any(|code| known.contains(code)) => {
            return Err(format!("{said:?}, not refused with one of {known:?}"));
        }
        _ => {}
    }
    still_there(setting, &data, before, wrote)
}

/// What the person had is there still, and opens once the way is clear.
fn still_there(setting: &Setting, data: &Path, before: Option<u64>, wrote: bool) -> Verdict {
    let Some(before) = before.filter(|rows| *rows > 0) else { return Ok(()) };
    let look = Look::at(data)?;
    look.whole()?;
    let now = look.rows()?;
    if now < before {
        return Err(format!("{before} rows before, {now} after"));
    }
    if wrote || matches!(setting.begun, Full(_)) { open(data).map(drop) } else { Ok(()) }
}

/// The child: starts, reads, writes, and says what came of each.
pub fn worker(arguments: &[String]) -> i32 {
    let [data] = arguments else { return 2 };
    let told = |error: &groundwork_app::AppError| match clear(error) {
        Ok(()) => println!("refused {}", error.code),
        Err(what) => println!("bad {what}"),
    };
    let app = match crate::person::start(Path::new(data)) {
        Ok(app) => app,
        Err(error) => {
            told(&error);
            return 0;
        }
    };
    match app.dispatch("skills.list", json!({})) {
        Ok(_) => println!("opened"),
        Err(error) => told(&error),
    }
    if let Err(error) = app.dispatch("preferences.show", json!({})) {
        told(&error);
    }
    match app.dispatch("skills.set", json!({ "skill": "sql", "level": 2 })) {
        Ok(_) => println!("wrote"),
        Err(error) => told(&error),
    }
    if let Err(error) = app.dispatch("preferences.set", json!({ "key": "theme", "value": "dark" })) {
        println!("preferences {}", error.code);
        if let Err(what) = clear(&error) {
            println!("bad {what}");
        }
    }
    0
}

fn said(command: &mut Command) -> Result<Vec<String>, String> {
    let mut child = command
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(|error| format!("no child: {error}"))?;
    let begin = std::time::Instant::now();
    while child.try_wait().map_err(|error| error.to_string())?.is_none() {
        if begin.elapsed().as_secs() >= 30 {
            let _ = child.kill();
            return Err("did not come to an end in 30 seconds".into());
        }
        std::thread::sleep(std::time::Duration::from_millis(3));
    }
    let output = child.wait_with_output().map_err(|error| error.to_string())?;
    let lines: Vec<String> = String::from_utf8_lossy(&output.stdout).lines().map(str::to_owned).collect();
    if let Some(bad) = lines.iter().find(|line| line.starts_with("bad ")) {
        return Err(bad.clone());
    }
    match output.status.success() {
        true => Ok(lines),
        false => Err(format!("ended with {}: {}", output.status, String::from_utf8_lossy(&output.stderr))),
    }
}

/// The program as somebody else, where this is run as root; from a copy that they may read.
fn stranger(case: &Case<'_>, root: &Path) -> Option<Command> {
    let program = root.join("torture");
    fs::copy(&case.job.program, &program).ok()?;
    mode(root, 0o755).ok()?;
    let mut command = Command::new("setpriv");
    command.args(["--reuid=65534", "--regid=65534", "--clear-groups", "--"]);
    let works = Command::new("setpriv")
        .args(["--reuid=65534", "--regid=65534", "--clear-groups", "--", "true"])
        .status()
        .is_ok_and(|status| status.success());
    command.arg(&program);
    works.then_some(command)
}

fn parent(data: &Path) -> PathBuf {
    data.parent().unwrap_or(data).to_owned()
}

fn filled(data: &Path) -> std::io::Result<()> {
    lay_example(data);
    Ok(())
}

fn database(data: &Path, bytes: &[u8]) -> std::io::Result<()> {
    fs::create_dir(data)?;
    fs::write(data.join(DATABASE), bytes)
}

fn preferences(data: &Path, bytes: &[u8]) -> std::io::Result<()> {
    filled(data)?;
    fs::write(data.join("preferences.json"), bytes)
}

/// A file where a folder of the profile should be.
fn in_place(data: &Path, name: &str) -> std::io::Result<()> {
    filled(data)?;
    let _ = fs::remove_dir_all(data.join(name));
    fs::write(data.join(name), "words")
}

fn linked(data: &Path, to_folder: bool) -> std::io::Result<()> {
    let target = parent(data).join("elsewhere");
    if to_folder {
        fs::create_dir(&target)?
    } else {
        fs::write(&target, "words")?
    }
    link("elsewhere", data)
}

/// A filled folder with these permissions of the folder and of its files.
fn allowed(data: &Path, folder: u32, file: u32) -> std::io::Result<()> {
    filled(data)?;
    for entry in fs::read_dir(data)?.flatten() {
        let is_folder = entry.file_type()?.is_dir();
        mode(&entry.path(), if is_folder { 0o755 } else { file })?;
    }
    mode(&parent(data), 0o755)?;
    mode(data, folder)
}

#[cfg(unix)]
fn mode(path: &Path, mode: u32) -> std::io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(path, fs::Permissions::from_mode(mode))
}

#[cfg(not(unix))]
fn mode(_: &Path, _: u32) -> std::io::Result<()> {
    Ok(())
}

#[cfg(unix)]
fn link(target: &str, path: &Path) -> std::io::Result<()> {
    std::os::unix::fs::symlink(target, path)
}

#[cfg(not(unix))]
fn link(_: &str, _: &Path) -> std::io::Result<()> {
    Ok(())
}

/// A pipe where a file of the program lies.
fn piped(data: &Path, name: &str) -> std::io::Result<()> {
    filled(data)?;
    let _ = fs::remove_file(data.join(name));
    pipe(&data.join(name))
}

fn pipe(path: &Path) -> std::io::Result<()> {
    match Command::new("mkfifo").arg(path).status()?.success() {
        true => Ok(()),
        false => Err(std::io::Error::other("mkfifo failed")),
    }
}
