//! Several programs at once: eight starts on an empty folder; window and terminal writing into the same data.

use crate::job::{Case, Job, Tally, Verdict, try_cases};
use crate::look::Look;
use crate::person::{clear, config, does, fresh, scratch};
use groundwork_app::{App, Origin};
use serde_json::json;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

/// Writes of each of two programs.
const WRITES: usize = 12;

/// Races `job.count` times.
pub fn run(job: &Job) -> Tally {
    try_cases("races", job, 1, |case| match case.seed % 3 {
        0 => starts(case),
        1 => processes(case),
        _ => threads(case),
    })
}

/// Eight programs start on an empty folder; each leaves a mark.
fn starts(case: &mut Case<'_>) -> Verdict {
    let dir = scratch();
    let data = dir.path().join("data");
    let names: Vec<String> = (0..8).map(|number| format!("start{number}")).collect();
    let children: Result<Vec<Child>, String> =
        names.iter().map(|name| child(case, &data, name, 1, "terminal")).collect();
    let mut said = Vec::new();
    for child in children? {
        said.extend(hear(child)?);
    }
    case.note("eight starts");
    if said.len() != names.len() {
        return Err(format!("{} of 8 starts wrote", said.len()));
    }
    there(&data, &said)
}

/// Window and terminal as two processes.
fn processes(case: &mut Case<'_>) -> Verdict {
    let dir = fresh();
    let data = dir.path().join("data");
    let one = child(case, &data, "window", WRITES, "window")?;
    let other = child(case, &data, "terminal", WRITES, "terminal")?;
    let mut said = hear(one)?;
    said.extend(hear(other)?);
    case.note("two processes");
    there(&data, &said)
}

/// Two programs in one process.
fn threads(case: &mut Case<'_>) -> Verdict {
    let dir = fresh();
    let data = dir.path().join("data");
    let said: Result<Vec<Vec<String>>, String> = std::thread::scope(|scope| {
        let begin = |name: &'static str, origin: Origin| {
            let data = &data;
            scope.spawn(move || writes(data, name, WRITES, origin, &mut |_| {}))
        };
        let both = [begin("window", Origin::Window), begin("terminal", Origin::Terminal)];
        both.into_iter().map(|one| one.join().unwrap_or_else(|_| Err("a thread panicked".into()))).collect()
    });
    case.note("two in one process");
    there(&data, &said?.concat())
}

/// Writes, and says after each what was acknowledged.
fn writes(
    data: &Path,
    name: &str,
    count: usize,
    origin: Origin,
    say: &mut dyn FnMut(&str),
) -> Result<Vec<String>, String> {
    let app = App::start(config(data, origin))
        .map_err(|error| format!("{name} does not start: {}", crate::person::told(&error)))?;
    let mut said = Vec::new();
    for number in 0..count {
        let title = format!("{name}-{number}");
        let what =
            json!({ "skill": "sql", "what": { "kind": "course" }, "title": title, "on": "2026-11-02" });
        match app.dispatch("evidence.save", what) {
            Ok(_) => {
                say(&title);
                said.push(title);
            }
            // Held by the other for more than five seconds: refused, and clearly.
            Err(error) if error.code == "store.busy" => clear(&error)?,
            Err(error) => return Err(format!("{title} is refused: {}", crate::person::told(&error))),
        }
        if number % 4 == 3 {
            does(&app, "evidence.list", json!({}))?;
        }
    }
    Ok(said)
}

/// Everything that was acknowledged is there, once.
fn there(data: &Path, said: &[String]) -> Verdict {
    let look = Look::at(data)?;
    look.whole()?;
    let rows = look.dump(false)?;
    let evidence = rows.get("evidence").ok_or("no evidence")?;
    for title in said {
        let found = evidence.iter().filter(|row| row.contains(&format!("{title:?}"))).count();
        if found != 1 {
            return Err(format!("{title} was acknowledged and is there {found} times"));
        }
    }
    Ok(())
}

fn child(case: &Case<'_>, data: &Path, name: &str, count: usize, origin: &str) -> Result<Child, String> {
    Command::new(&case.job.program)
        .args(["worker", "race", name, &count.to_string(), origin])
        .arg(data)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(|error| format!("no child: {error}"))
}

fn hear(mut child: Child) -> Result<Vec<String>, String> {
    let lines = BufReader::new(child.stdout.take().ok_or("no pipe")?).lines();
    let mut said = Vec::new();
    for line in lines.map_while(Result::ok) {
        match line.split_once(' ') {
            Some(("ack", title)) => said.push(title.to_owned()),
            Some(("bad", what)) => return Err(what.to_owned()),
            _ => {}
        }
    }
    let output = child.wait_with_output().map_err(|error| error.to_string())?;
    match output.status.success() {
        true => Ok(said),
        false => {
            Err(format!("a child ended with {}: {}", output.status, String::from_utf8_lossy(&output.stderr)))
        }
    }
}

/// The child: writes into the data.
pub fn worker(arguments: &[String]) -> i32 {
    let [name, count, origin, data] = arguments else { return 2 };
    let origin = if origin == "window" { Origin::Window } else { Origin::Terminal };
    let count = count.parse().unwrap_or(1);
    match writes(Path::new(data), name, count, origin, &mut |title| println!("ack {title}")) {
        Ok(_) => 0,
        Err(what) => {
            println!("bad {what}");
            0
        }
    }
}
