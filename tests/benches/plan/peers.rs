//! The peers: OR-Tools CP-SAT and TaskJuggler, if they are there.

use crate::instances::available_until;
use groundwork_domain::plan::PlanProblem;
use serde_json::{Value, json};
use std::collections::HashMap;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// TaskJuggler is asked up to this many items: above, one plan takes it minutes.
pub const TASKJUGGLER_ITEMS: usize = 200;

/// What CP-SAT found.
pub struct CpSat {
    /// `OPTIMAL` where that is proven, else `FEASIBLE`.
    pub status: String,
    /// Its weighted lateness, in minutes.
    pub late: Option<u64>,
    /// How long it searched.
    pub seconds: f64,
}

fn script() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("peers").join("cp_sat.py")
}

/// What CP-SAT finds for each problem within these seconds; none, and how to install it, when it is not there.
pub fn cp_sat(problems: &[PlanProblem], seconds: u64) -> Option<Vec<CpSat>> {
    let python = ["python3", "python"].into_iter().find(|python| {
        let found = Command::new(python).args(["-c", "import ortools"]).stderr(Stdio::null()).status();
        found.is_ok_and(|status| status.success())
    });
    let Some(python) = python else {
        println!(
            "  CP-SAT is not there: `pip install ortools`, or `cargo xtask bench plan --peers --install`."
        );
        return None;
    };
    let folder = tempfile::tempdir().ok()?;
    let file = folder.path().join("instances.json");
    let all: Vec<Value> = problems.iter().map(as_minutes).collect();
    std::fs::write(&file, json!({ "seconds": seconds, "workers": 2, "instances": all }).to_string()).ok()?;
    let answer = Command::new(python).arg(script()).arg(&file).stderr(Stdio::inherit()).output().ok()?;
    let found: Vec<Value> = serde_json::from_slice(&answer.stdout).ok()?;
    let each = |it: &Value| CpSat {
        status: it["status"].as_str().unwrap_or("?").to_owned(),
        late: it["late"].as_u64(),
        seconds: it["seconds"].as_f64().unwrap_or(f64::NAN),
    };
    Some(found.iter().map(each).collect())
}

/// A problem without a calendar: due dates as available minutes from the start.
fn as_minutes(problem: &PlanProblem) -> Value {
    let index: HashMap<&str, usize> =
        problem.items.iter().enumerate().map(|(i, item)| (item.id.as_str(), i)).collect();
    let items: Vec<Value> = problem
        .items
        .iter()
        .map(|item| {
            let after: Vec<usize> = item.after.iter().map(|id| index[id.as_str()]).collect();
            let due = item.due.map(|due| available_until(problem, due));
            json!({ "minutes": item.minutes, "after": after, "due": due, "weight": item.weight })
        })
        .collect();
    json!({ "items": items })
}

/// How many due dates TaskJuggler misses, with its own priorities or with ones that a person would set by due date; none
/// when it is not there or fails.
pub fn task_juggler(problem: &PlanProblem, by_due: bool) -> Option<usize> {
    let there = Command::new("tj3").arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status();
    if there.is_err() {
        println!(
            "  TaskJuggler is not there: `apt-get install tj3`, or `cargo xtask bench plan --peers --install`."
        );
        return None;
    }
    let folder = tempfile::tempdir().ok()?;
    std::fs::write(folder.path().join("plan.tjp"), project(problem, by_due)).ok()?;
    let mut command = Command::new("tj3");
    command.current_dir(folder.path()).args(["--silent", "--no-color", "plan.tjp"]);
    command.stdout(Stdio::null()).stderr(Stdio::null()).status().ok()?;
    let report = std::fs::read_to_string(folder.path().join("report.csv")).ok()?;
    let ends: HashMap<&str, &str> = report
        .lines()
        .skip(1)
        .filter_map(|line| line.split_once(';'))
        .map(|(id, end)| (id.trim_matches('"'), end.trim_matches('"')))
        .collect();
    let missed = |(i, item): (usize, &groundwork_domain::plan::Item)| -> Option<bool> {
        let Some(due) = item.due else { return Some(false) };
        let end = ends.get(format!("t{i}").as_str())?.get(..10)?;
        Some(end > due.to_string().as_str())
    };
    let missed: Option<Vec<bool>> = problem.items.iter().enumerate().map(missed).collect();
    missed.map(|all| all.into_iter().filter(|missed| *missed).count())
}

/// The problem as a TaskJuggler project: one resource with the calendar as its working hours, tasks with effort, what they
/// depend on and the due date as `maxend`.
fn project(problem: &PlanProblem, by_due: bool) -> String {
    let index: HashMap<&str, usize> =
        problem.items.iter().enumerate().map(|(i, item)| (item.id.as_str(), i)).collect();
    let years = problem.items.iter().map(|item| u64::from(item.minutes)).sum::<u64>() / 40_000 + 2;
    let mut text = format!(
        "project plan \"Plan\" {} +{years}y {{ timezone \"UTC\" timingresolution 5min }}\n",
        problem.start
    );
    let last = problem.start.plus_days(years as i64 * 365);
    let days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
    let mut resource = String::from("resource person \"Person\" {\n");
    for (day, minutes) in days.iter().zip(problem.calendar.weekly_minutes) {
        let hours =
            if minutes == 0 { "off".to_owned() } else { format!("08:00 - {}", clock(8 * 60 + minutes)) };
        let _ = writeln!(resource, "  workinghours {day} {hours}");
    }
    let seen = problem
        .calendar
        .exceptions
        .iter()
        .map(|it| (it.date, it.minutes))
        .collect::<std::collections::BTreeMap<_, _>>();
    for (date, minutes) in seen.into_iter().filter(|(date, _)| (problem.start..last).contains(date)) {
        let usual = problem.calendar.weekly_minutes[date.weekday()];
        // A day can be made shorter by leave; one that is made longer is as rare as it is short here, and left out.
        if minutes < usual {
            let _ = writeln!(
                resource,
                "  leaves annual {date}-{} - {date}-{}",
                clock(8 * 60 + minutes),
                clock(8 * 60 + usual)
            );
        }
    }
    text += &resource;
    text += "}\n";
    for (i, item) in problem.items.iter().enumerate() {
        let _ = write!(text, "task t{i} \"{i}\" {{ effort {}min allocate person", item.minutes);
        for id in &item.after {
            let _ = write!(text, " depends !t{}", index[id.as_str()]);
        }
        if let Some(due) = item.due {
            let _ = write!(text, " maxend {}-23:55", due);
            if by_due {
                let days = problem.start.days_until(due).max(0);
                let _ = write!(text, " priority {}", (999 - days / 4).max(501));
            }
        }
        text += " }\n";
    }
    text += "taskreport report \"report\" { formats csv columns id, end timeformat \"%Y-%m-%d-%H:%M\" }\n";
    text
}

fn clock(minutes: u32) -> String {
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}
