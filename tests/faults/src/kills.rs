//! A child that writes is killed at any moment: what it had acknowledged over a pipe is there, and of what it was doing
//! all or nothing.

use crate::chance::Chance;
use crate::job::{Case, Job, Tally, Verdict, try_cases};
use crate::look::{self, Look};
use crate::person::{clear, does, fresh, open};
use crate::writes::{Known, OTHERS, RECORDS};
use groundwork_app::App;
use serde_json::json;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

/// Kills on one profile.
const KILLS: u64 = 10;
/// Writes after which a child ends by itself.
const MOST_WRITES: usize = 60;

/// Kills `job.count` times.
pub fn run(job: &Job) -> Tally {
    try_cases("kills", job, KILLS, |case| {
        case.units = KILLS.min(job.count.max(1));
        lives(case)
    })
}

/// What a child acknowledged last, and what it had begun since.
#[derive(Debug, Default)]
struct Heard {
    records: u64,
    kept: u64,
    stands: i64,
    begun: Option<String>,
    /// The digest of what a restore was to bring back.
    target: Option<u64>,
    answered: usize,
}

fn lives(case: &mut Case<'_>) -> Verdict {
    let dir = fresh();
    let data = dir.path().join("data");
    for life in 0..case.units {
        let at = |what: String| format!("kill {life}: {what}");
        let heard = killed(case, &data).map_err(at)?;
        let app = open(&data).map_err(at)?;
        let landed = judge(&app, &data, &heard)
            .map_err(|what| at(format!("{what}; in {:?} after {} answers", heard.begun, heard.answered)))?;
        case.note(landed);
        look::files_whole(&data).map_err(at)?;
        look::backups_whole(&data).map_err(at)?;
        does(&app, "skills.list", json!({}))?;
    }
    Ok(())
}

/// Lets a child write until it is killed; what it said before.
fn killed(case: &mut Case<'_>, data: &Path) -> Result<Heard, String> {
    let seed = case.chance.any();
    let mut child = Command::new(&case.job.program)
        .args(["worker", "kills"])
        .arg(data)
        .arg(seed.to_string())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .map_err(|error| format!("no child: {error}"))?;
    let mut lines = BufReader::new(child.stdout.take().ok_or("no pipe")?).lines();
    let patience = 1 + case.chance.below(24);
    let wait = Duration::from_micros(case.chance.any() % 6_000);
    let mut heard = Heard::default();
    for _ in 0..patience {
        match lines.next() {
            Some(Ok(line)) => hear(&mut heard, &line)?,
            _ => return Err(format!("the child ended early, after {:?}", heard.begun)),
        }
    }
    std::thread::sleep(wait);
    end(&mut child);
    // What it said before it died is in the pipe.
    for line in lines.map_while(Result::ok) {
        hear(&mut heard, &line)?;
    }
    Ok(heard)
}

fn end(child: &mut Child) {
    // SIGKILL; it may have ended by itself.
    let _ = child.kill();
    let _ = child.wait();
}

fn hear(heard: &mut Heard, line: &str) -> Verdict {
    let words: Vec<&str> = line.split(' ').collect();
    match words[..] {
        ["go", name] => heard.begun = Some(name.to_owned()),
        ["go", name, target] => {
            heard.begun = Some(name.to_owned());
            heard.target = target.parse().ok();
        }
        ["ack", records, kept, stands] => {
            let number = |text: &str| text.parse::<u64>().map_err(|_| format!("not a digest: {line}"));
            let (begun, answered) = (None, heard.answered + 1);
            let stands = stands.parse().map_err(|_| format!("not a number: {line}"))?;
            *heard = Heard {
                records: number(records)?,
                kept: number(kept)?,
                stands,
                begun,
                target: None,
                answered,
            };
        }
        ["bad", ..] => return Err(line.to_owned()),
        // The last line may be cut off by the kill.
        _ => {}
    }
    Ok(())
}

/// Holds what is there against what was acknowledged; says where the kill landed.
fn judge(app: &App, data: &Path, heard: &Heard) -> Result<&'static str, String> {
    let look = Look::at(data)?;
    look.whole()?;
    let (records, kept) = (look.recorded()?, look.kept()?);
    if heard.answered == 0 {
        return Ok("before the first answer");
    }
    if records == heard.records && kept == heard.kept {
        return Ok(if heard.begun.is_some() { "within a write, undone" } else { "between writes" });
    }
    let Some(begun) = &heard.begun else { return Err("what was acknowledged is not there".into()) };
    if records == heard.records {
        return Ok("within a write, done");
    }
    if heard.target == Some(records) {
        return Ok("within a write, done");
    }
    // One whole step further: the way back leads to what was acknowledged.
    let back = match begun.as_str() {
        "history.undo" => app.dispatch("history.redo", json!({})),
        "history.go" => app.dispatch("history.go", json!({ "seq": heard.stands })),
        _ => app.dispatch("history.undo", json!({})),
    };
    back.map_err(|error| format!("no way back: {}", error.code))?;
    match look.recorded()? == heard.records {
        true => Ok("within a write, done"),
        false => Err("the way back leads elsewhere".into()),
    }
}

/// The child: writes, and says before and after each write where it stands.
pub fn worker(arguments: &[String]) -> i32 {
    let done = match arguments {
        [data, seed] => seed
            .parse()
            .map_err(|_| "bad no seed".to_owned())
            .and_then(|seed| write_on(Path::new(data), seed)),
        _ => Err("bad arguments".into()),
    };
    match done {
        Ok(()) => loop {
            // Whoever started it ends it.
            std::thread::sleep(Duration::from_secs(1));
        },
        Err(what) => {
            println!("bad {what}");
            1
        }
    }
}

fn write_on(data: &Path, seed: u64) -> Verdict {
    let mut chance = Chance::new(seed);
    let app = open(data)?;
    let look = Look::at(data)?;
    let mut known = Known::of(data)?;
    say(&format!("ack {} {} {}", look.recorded()?, look.kept()?, look.stands()?));
    for _ in 0..MOST_WRITES {
        let name = *if chance.once_in(4) { chance.of(&OTHERS) } else { chance.of(&RECORDS) };
        let params = known.params(name, &mut chance);
        match target(&app, name, &params) {
            Some(target) => say(&format!("go {name} {target}")),
            None => say(&format!("go {name}")),
        }
        match app.dispatch(name, params) {
            Ok(reply) => known.hear(name, &reply.value),
            Err(error) => clear(&error)?,
        }
        say(&format!("ack {} {} {}", look.recorded()?, look.kept()?, look.stands()?));
    }
    Ok(())
}

/// The digest of what a backup holds that is about to be brought back.
fn target(app: &App, name: &str, params: &serde_json::Value) -> Option<u64> {
    if name != "backup.restore" {
        return None;
    }
    let shown = app.dispatch("backup.show", params.clone()).ok()?.value;
    let path = Path::new(shown["backup"]["path"].as_str()?).join(look::DATABASE);
    Look::into(&path).ok()?.recorded().ok()
}

fn say(line: &str) {
    let mut out = std::io::stdout().lock();
    // A pipe that nobody reads any more is the end of the child.
    if writeln!(out, "{line}").and_then(|()| out.flush()).is_err() {
        std::process::exit(0);
    }
}
