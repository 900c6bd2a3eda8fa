//! Files from elsewhere that mean harm: a clear refusal or an answer, soon and in bounded memory; nothing is written.

mod make;
mod zip;

use crate::chance::Chance;
use crate::job::{Case, Job, Tally, Verdict, try_cases};
use crate::look::Look;
use crate::person::{clear, lay_example, open, scratch};
use groundwork_app::App;
use serde_json::{Value, json};
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::mpsc;
use std::time::Duration;

/// Files that one child is given.
const BATCH: u64 = 20;
/// How long one file may take, on a machine that does other things as well.
const MOST_TIME: Duration = Duration::from_secs(40);
/// Virtual memory of the child, in KiB: far more than any file may need.
const MOST_MEMORY: u64 = 6 * 1024 * 1024;
/// What it may have needed at most, in KiB.
const MOST_RESIDENT: u64 = 1536 * 1024;

/// Tries `job.count` files.
pub fn run(job: &Job) -> Tally {
    try_cases("foreign", job, BATCH, |case| {
        case.units = BATCH.min(job.count.max(1));
        batch(case)
    })
}

fn batch(case: &mut Case<'_>) -> Verdict {
    let dir = scratch();
    lay_example(&dir.path().join("data"));
    let mut command = child(case, dir.path());
    let mut child = command.spawn().map_err(|error| format!("no child: {error}"))?;
    let pipe = child.stdout.take().ok_or("no pipe")?;
    let (send, lines) = mpsc::channel();
    std::thread::spawn(move || {
        for line in BufReader::new(pipe).lines().map_while(Result::ok) {
            if send.send(line).is_err() {
                return;
            }
        }
    });
    let mut at = String::from("the start");
    let verdict = loop {
        match lines.recv_timeout(MOST_TIME) {
            Ok(line) => match line.split_once(' ').unwrap_or((&line, "")) {
                ("file", name) => at = name.to_owned(),
                ("answered", _) => case.note("answered"),
                ("refused", _) => case.note("refused"),
                ("bad", what) => break Err(format!("{at}: {what}")),
                ("end", _) => break Ok(()),
                _ => {}
            },
            Err(mpsc::RecvTimeoutError::Timeout) => break Err(format!("{at}: no answer in {MOST_TIME:?}")),
            Err(mpsc::RecvTimeoutError::Disconnected) => {
                let status = child.wait().map_err(|error| error.to_string())?;
                break Err(format!("{at}: the program ended with {status}"));
            }
        }
    };
    let _ = child.kill();
    let _ = child.wait();
    verdict
}

fn child(case: &Case<'_>, root: &Path) -> Command {
    // A bound on memory is the shell's to set; without one the child's own account of it must do.
    let mut command = if cfg!(target_os = "linux") {
        let mut shell = Command::new("sh");
        shell.args(["-c", &format!("ulimit -v {MOST_MEMORY}; exec \"$0\" \"$@\"")]).arg(&case.job.program);
        shell
    } else {
        Command::new(&case.job.program)
    };
    command.args(["worker", "foreign"]).arg(root).args([case.seed.to_string(), case.units.to_string()]);
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
    command
}

/// The child: reads one hostile file after the other.
pub fn worker(arguments: &[String]) -> i32 {
    let [root, seed, count] = arguments else { return 2 };
    let (Ok(seed), Ok(count)) = (seed.parse(), count.parse()) else { return 2 };
    match read_all(Path::new(root), seed, count) {
        Ok(()) => say("end"),
        Err(what) => say(&format!("bad {}", what.replace('\n', " "))),
    }
    0
}

fn read_all(root: &Path, seed: u64, count: u64) -> Verdict {
    let data = root.join("data");
    let app = open(&data)?;
    let before = Look::at(&data)?.recorded()?;
    let mut chance = Chance::new(seed);
    for number in 0..count {
        let (format, what) = make::hostile(root, &mut chance)?;
        say(&format!("file {number}, {format}: {what}"));
        let there = make::names(&root.join("foreign"));
        for (name, params) in questions(&app, root, format)? {
            match app.dispatch(name, params) {
                Ok(_) => say(&format!("answered {name}")),
                Err(error) => {
                    clear(&error).map_err(|what| format!("{name}: {what}"))?;
                    say(&format!("refused {name} {}", error.code));
                }
            }
        }
        if make::names(&root.join("foreign")) != there {
            return Err("something was written beside the file".into());
        }
        let changed = Look::at(&data)?.recorded()? != before;
        if changed && format != "picture" && format != "pdf" {
            return Err("reading it changed the records".into());
        }
        if changed {
            app.dispatch("history.undo", json!({})).map_err(|error| error.code)?;
        }
        if let Some(most) = resident().filter(|most| *most > MOST_RESIDENT) {
            return Err(format!("{} MiB of memory were needed", most / 1024));
        }
        let _ = fs::remove_dir_all(root.join("foreign"));
    }
    Look::at(&data)?.whole()
}

/// What the program is asked about a file of this format.
fn questions(app: &App, root: &Path, format: &str) -> Result<Vec<(&'static str, Value)>, String> {
    let path = root.join("foreign/file");
    let file = json!({ "path": path });
    Ok(match format {
        "badge" => vec![("badges.check", file)],
        "calendar" => vec![("calendar.read", file)],
        "archive" => vec![("archive.read", file)],
        "backup" => vec![("backup.pick", file)],
        "folder" => vec![("audit.folder", file)],
        "markdown" => {
            let bytes = fs::read(&path).map_err(|error| error.to_string())?;
            vec![("projects.markdown", json!({ "text": String::from_utf8_lossy(&bytes) }))]
        }
        _ => {
            let listed = app.dispatch("projects.list", json!({})).map_err(|error| error.code)?.value;
            let owner = listed["projects"][0]["record"]["id"].clone();
            let params = json!({ "owner": "project", "owner_id": owner, "path": path });
            let Ok(reply) = app.dispatch("attachments.add", params.clone()) else {
                return Ok(vec![("attachments.add", params)]);
            };
            let id = &reply.value["id"];
            vec![
                ("attachments.thumb", json!({ "id": id, "side": 200 })),
                ("attachments.picture", json!({ "id": id })),
                ("attachments.page", json!({ "id": id, "page": 1, "width": 600 })),
                ("projects.show", json!({ "id": owner })),
            ]
        }
    })
}

/// The most memory that this process had at once, in KiB; Linux only.
fn resident() -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    line.split_whitespace().nth(1)?.parse().ok()
}

fn say(line: &str) {
    let mut out = std::io::stdout().lock();
    if writeln!(out, "{line}").and_then(|()| out.flush()).is_err() {
        std::process::exit(0);
    }
}
