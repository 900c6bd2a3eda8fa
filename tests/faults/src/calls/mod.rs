//! Every call that writes, failing once and for good, and the process dying at exactly that call, in every flow.
//!
//! Afterwards the profile is opened without the layer: it is as before the flow, or as after it; as after it, if the flow
//! said that it was done.

mod flows;
mod trace;

use crate::job::{Case, Job, Tally, Verdict, try_some};
use crate::look::{self, Look, difference};
use crate::person::{care, copy, open, scratch};
use crate::shim::{self, MODES, Mode};
pub use flows::{FLOWS, Flow, State, golden};
use std::collections::BTreeMap;
use std::fs;
use std::os::unix::process::ExitStatusExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use tempfile::TempDir;

type Dump = BTreeMap<String, Vec<String>>;

/// A flow that was run once without a fault.
pub struct Known {
    flow: &'static Flow,
    prepared: TempDir,
    calls: u64,
    before: Option<Dump>,
    after: Dump,
    /// Whether every attached file is there: the golden profiles are databases alone.
    files: bool,
}

/// Tries `job.count` of all calls and modes of all flows; all of them where it is large enough.
pub fn run(job: &Job) -> Tally {
    run_of("calls", job, |name| !name.starts_with("migrate"))
}

/// The same, of some of the flows.
pub fn run_of(fault: &'static str, job: &Job, wanted: fn(&str) -> bool) -> Tally {
    let layer = match shim::layer(&job.program) {
        Ok(layer) => layer,
        Err(why) => return Tally::skipped(fault, &why),
    };
    let begin = std::time::Instant::now();
    let mut all = Vec::new();
    for flow in FLOWS.iter().filter(|flow| wanted(flow.name)) {
        match learn(job, &layer, flow) {
            Ok(Some(known)) => all.push(known),
            Ok(None) => {}
            Err(what) => return broken(fault, flow.name, what),
        }
    }
    let trials: u64 = all.iter().map(trials_of).sum();
    let mut tally = try_some(fault, job, trials, |case| {
        let mut number = case.seed;
        for known in &all {
            if number < trials_of(known) {
                return one(case, &layer, known, number);
            }
            number -= trials_of(known);
        }
        Ok(())
    });
    trace::run(job, &all, &mut tally);
    *tally.noted.entry("flows").or_default() += all.len() as u64;
    tally.took = begin.elapsed();
    tally
}

/// Each call in each mode, and the power going just after the end.
fn trials_of(known: &Known) -> u64 {
    known.calls * MODES.len() as u64 + 2
}

fn broken(fault: &'static str, flow: &str, what: String) -> Tally {
    let mut tally = Tally { fault, ..Tally::default() };
    tally.count(0, Err(format!("{flow} fails without a fault: {what}")));
    tally
}

/// Runs a flow without a fault; none where the program has no such command.
pub fn learn(job: &Job, layer: &Path, flow: &'static Flow) -> Result<Option<Known>, String> {
    let prepared = scratch();
    let tools = flows::Tools { program: &job.program, layer };
    if !(flow.prepare)(&tools, prepared.path())? {
        return Ok(None);
    }
    let before = match flow.state {
        State::Readable => {
            let work = scratch();
            copy(prepared.path(), work.path());
            drop(open(&work.path().join("data"))?);
            Some(Look::at(&work.path().join("data"))?.dump(true)?)
        }
        State::Damaged => None,
    };
    let work = scratch();
    copy(prepared.path(), work.path());
    let counted = scratch();
    let count = counted.path().join("count");
    let mut child = child(&job.program, flow, work.path());
    shim::under(&mut child, layer, work.path(), 0, None);
    child.env("GROUNDWORK_SHIM_COUNT", &count);
    match ended(&mut child)? {
        End::Done => {}
        End::Refused(code) if code == "command.unknown" => return Ok(None),
        End::Refused(code) => return Err(format!("refused with {code}")),
        End::Died => return Err("died".into()),
    }
    let text = fs::read_to_string(&count).map_err(|error| format!("no count: {error}"))?;
    let calls = text.trim().parse().map_err(|_| format!("not a count: {text}"))?;
    let data = flows::data_of(work.path());
    drop(open(&data)?);
    let after = Look::at(&data)?.dump(true)?;
    let files = look::files_whole(&data).is_ok();
    Ok(Some(Known { flow, prepared, calls, before, after, files }))
}

fn one(case: &mut Case<'_>, layer: &Path, known: &Known, number: u64) -> Verdict {
    let at_end = number >= known.calls * MODES.len() as u64;
    let (at, mode) = if at_end {
        (0, Mode::Power(u32::try_from(number % 2).unwrap_or(0)))
    } else {
        let modes = MODES.len() as u64;
        (number / modes + 1, MODES[usize::try_from(number % modes).unwrap_or(0)])
    };
    // What the layer puts aside lies beside the folder that it watches, and goes with this one.
    let place = scratch();
    let work = place.path().join("work");
    copy(known.prepared.path(), &work);
    let mut child = child(&case.job.program, known.flow, &work);
    shim::under(&mut child, layer, &work, at, Some(mode));
    let name = format!("{}, call {at} of {}, {mode:?}", known.flow.name, known.calls);
    let end = ended(&mut child).map_err(|what| format!("{name}: {what}"))?;
    case.note(match end {
        End::Done => "done nevertheless",
        End::Refused(_) => "refused",
        End::Died => "died",
    });
    judge(known, &work, &end).map_err(|what| format!("{name}, {end:?}: {what}"))
}

/// Holds what is there afterwards against before and after.
fn judge(known: &Known, root: &Path, end: &End) -> Verdict {
    let data = flows::data_of(root);
    let Some(before) = &known.before else { return judge_mended(known, &data, end) };
    drop(open(&data)?);
    let look = Look::at(&data)?;
    look.whole()?;
    let now = look.dump(true)?;
    if known.files {
        look::files_whole(&data)?;
    }
    look::backups_whole(&data)?;
    if *end == End::Done && now != known.after {
        return Err(format!("said done, and is not: {}", difference(&known.after, &now)));
    }
    if now != known.after && now != *before {
        let (one, other) = (difference(before, &now), difference(&known.after, &now));
        return Err(format!("neither before ({one}) nor after ({other})"));
    }
    Ok(())
}

/// A damaged profile is mended, or as it was.
fn judge_mended(known: &Known, data: &Path, end: &End) -> Verdict {
    let app = care(data).map_err(|error| format!("does not start: {}", error.code))?;
    let shown = app.dispatch("care.show", serde_json::json!({})).map_err(|error| error.code)?.value;
    if shown["state"] == "damaged" {
        let at = |data: &Path| fs::read(data.join(look::DATABASE)).ok();
        let was = at(&known.prepared.path().join("data"));
        // In its place, or set aside already.
        let folders = fs::read_dir(data.join("damaged")).into_iter().flatten().flatten();
        let kept = at(data) == was || folders.into_iter().any(|folder| at(&folder.path()) == was);
        if *end == End::Done {
            return Err("said mended, and is not".into());
        }
        return if kept { Ok(()) } else { Err("the damaged file is not as it was".into()) };
    }
    drop(app);
    let look = Look::at(data)?;
    look.whole()?;
    let now = look.dump(true)?;
    if now == known.after { Ok(()) } else { Err(format!("half mended: {}", difference(&known.after, &now))) }
}

fn child(program: &Path, flow: &Flow, root: &Path) -> Command {
    let mut command = Command::new(program);
    command.args(["worker", "flow", flow.name]).arg(root).stdin(Stdio::null());
    command
}

/// How a child ended.
#[derive(Debug, PartialEq, Eq)]
pub enum End {
    /// It said that the flow was done.
    Done,
    /// It was refused, clearly.
    Refused(String),
    /// It was killed.
    Died,
}

fn ended(command: &mut Command) -> Result<End, String> {
    let output = command.output().map_err(|error| format!("no child: {error}"))?;
    let said = String::from_utf8_lossy(&output.stdout);
    let died = output.status.signal() == Some(9);
    for line in said.lines() {
        match line.split_once(' ').unwrap_or((line, "")) {
            ("done", _) => return Ok(End::Done),
            ("refused", code) => return Ok(End::Refused(code.to_owned())),
            ("bad", what) => return Err(what.to_owned()),
            _ => {}
        }
    }
    if died {
        return Ok(End::Died);
    }
    let panic = String::from_utf8_lossy(&output.stderr);
    Err(format!("ended with {}: {}", output.status, panic.chars().take(600).collect::<String>()))
}

/// The child: runs a flow and says what came of it.
pub fn worker(arguments: &[String]) -> i32 {
    let [name, root] = arguments else { return 2 };
    let Some(flow) = FLOWS.iter().find(|flow| flow.name == *name) else { return 2 };
    let said = match (flow.act)(&PathBuf::from(root)) {
        Ok(()) => "done".to_owned(),
        Err(flows::Stop::Refused(error)) => match crate::person::clear(&error) {
            Ok(()) => format!("refused {}", error.code),
            Err(what) => format!("bad {what}"),
        },
        Err(flows::Stop::Broken(what)) => format!("bad {what}"),
    };
    println!("{}", said.replace('\n', " "));
    0
}
