//! The same from below: `strace` lets system calls fail that no library is asked for, such as the renaming of a
//! temporary file.

use super::{Known, child, ended, judge};
use crate::job::{Job, Tally};
use crate::person::{copy, scratch};
use std::process::Command;

const NAMES: &str = "rename,renameat,renameat2,link,linkat,unlink,mkdir,fsync,ftruncate";
const FLOWS: [&str; 5] = ["edit", "attach", "backup", "preferences", "first-start"];

/// Lets the first calls of some flows fail by system-call injection, where `strace` works.
pub fn run(job: &Job, all: &[Known], tally: &mut Tally) {
    let works = Command::new("strace").args(["-qq", "-o", "/dev/null", "true"]).status();
    if !works.is_ok_and(|status| status.success()) {
        return;
    }
    let some: Vec<&Known> = all.iter().filter(|known| FLOWS.contains(&known.flow.name)).collect();
    // A share of the count: it is slow, and the layer above has most of it.
    let most = (job.count / 40).clamp(6, 400);
    let mut done = 0;
    for at in 1..2_000 {
        for known in &some {
            for error in ["EIO", "ENOSPC"] {
                let over = job.until.is_some_and(|until| std::time::Instant::now() >= until);
                if done >= most || over || job.count == 1 {
                    return;
                }
                done += 1;
                one(job, known, at, error, tally);
            }
        }
    }
}

fn one(job: &Job, known: &Known, at: u64, error: &str, tally: &mut Tally) {
    let work = scratch();
    copy(known.prepared.path(), work.path());
    let plain = child(&job.program, known.flow, work.path());
    let mut command = Command::new("strace");
    // -P would follow only paths that are there already, so the calls are those of the whole process.
    command.args(["-f", "-qq", "-o", "/dev/null", "-e", &format!("trace={NAMES}"), "-e"]);
    command
        .arg(format!("inject={NAMES}:error={error}:when={at}"))
        .arg(plain.get_program())
        .args(plain.get_args());
    let verdict = ended(&mut command).and_then(|end| judge(known, work.path(), &end));
    *tally.noted.entry("by strace").or_default() += 1;
    let name = format!("{} under strace, call {at}, {error}", known.flow.name);
    tally.count(at, verdict.map_err(|what| format!("{name}: {what}")));
}
