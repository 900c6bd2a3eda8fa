//! Random changes, undo, redo and restarts in any order, against the simplest model: the list of the states that were.

use crate::acts::{Act, perform};
use crate::chance::Chance;
use crate::job::{Case, Job, Tally, Verdict, try_cases};
use crate::look::Look;
use crate::person::scratch;
use crate::world::{change, instant, kept_event, kept_reminder};
use groundwork_store::{Origin, Step, Store, StoreError};
use std::path::Path;

/// Steps on one profile; then another one is begun, so that its history stays one of a person's.
const WALK: u64 = 2_000;

/// Walks `job.count` steps.
pub fn run(job: &Job) -> Tally {
    try_cases("undo", job, WALK, |case| {
        case.units = WALK.min(job.count.max(1));
        walk(case)
    })
}

struct Walk {
    store: Option<Store>,
    look: Option<Look>,
    states: Vec<u64>,
    /// The change that leads to each state, by its number; 0 for the first.
    changes: Vec<i64>,
    at: usize,
    looks: u32,
}

impl Walk {
    fn store(&self) -> Result<&Store, String> {
        self.store.as_ref().ok_or_else(|| "the profile is closed".into())
    }

    fn now(&self) -> Result<u64, String> {
        self.look.as_ref().ok_or("the profile is closed")?.recorded()
    }

    fn open(&mut self, dir: &Path) -> Verdict {
        self.look = None;
        self.store = None;
        self.store = Some(Store::create_or_open(dir).map_err(told)?);
        self.look = Some(Look::at(dir)?);
        Ok(())
    }
}

fn walk(case: &mut Case<'_>) -> Verdict {
    let dir = scratch();
    let mut walk = Walk { store: None, look: None, states: Vec::new(), changes: vec![0], at: 0, looks: 0 };
    walk.open(dir.path())?;
    walk.states.push(walk.now()?);
    for step in 0..case.units {
        if case.chance.once_in(60) {
            let there = case.chance.below(walk.states.len());
            go(&mut walk, there).map_err(|what| format!("step {step}, to state {there}: {what}"))?;
            case.note("ways to a point");
        }
        let act = draw(&mut case.chance);
        let name = format!("step {step}, {act:?}");
        one(&mut walk, &act, dir.path()).map_err(|what| format!("{name}: {what}"))?;
    }
    walk.look.as_ref().ok_or("closed")?.whole()
}

/// To any state that was, in one step.
fn go(walk: &mut Walk, there: usize) -> Verdict {
    let way = walk.store()?.go_to(Origin::Test, walk.changes[there]).map_err(told)?;
    agree(way.now == walk.changes[there] && way.before == walk.changes[walk.at], true)?;
    let steps = usize::try_from(way.undone + way.redone).unwrap_or(0);
    agree(steps == walk.at.abs_diff(there), true)?;
    walk.at = there;
    if walk.now()? == walk.states[there] { Ok(()) } else { Err("the records are not those that were".into()) }
}

fn one(walk: &mut Walk, act: &Act, dir: &Path) -> Verdict {
    match act {
        Act::Undo => {
            let undone = walk.store()?.undo(Origin::Test, Step::ANY).map_err(told)?;
            agree(undone.is_some(), walk.at > 0)?;
            walk.at = walk.at.saturating_sub(1);
        }
        Act::Redo => {
            let redone = walk.store()?.redo(Origin::Test, Step::ANY).map_err(told)?;
            agree(redone.is_some(), walk.at + 1 < walk.states.len())?;
            walk.at = (walk.at + 1).min(walk.states.len() - 1);
        }
        // What the program keeps past the history stands in nobody's way.
        Act::Look => {
            walk.looks += 1;
            let looks = walk.looks;
            let keep = walk.store()?.keep(|w| {
                w.keep_look(instant("2027-01-04T00:00:00Z"))?;
                w.keep_event(&kept_event("exam", looks))?;
                w.keep_reminder(&kept_reminder("ce0", i64::from(looks)))
            });
            keep.map_err(told)?;
        }
        Act::Restart => walk.open(dir)?,
        other => {
            let written = walk.store()?.write(change("test.write"), |w| perform(w, other)).map_err(told)?;
            let now = walk.now()?;
            agree(written.history.is_some(), now != walk.states[walk.at])?;
            if let Some(change) = written.history {
                walk.states.truncate(walk.at + 1);
                walk.changes.truncate(walk.at + 1);
                walk.states.push(now);
                walk.changes.push(change);
                walk.at += 1;
            }
            return Ok(());
        }
    }
    match walk.now()? == walk.states[walk.at] {
        true => Ok(()),
        false => Err(format!("the records are not those of state {}", walk.at)),
    }
}

fn agree(said: bool, model: bool) -> Verdict {
    if said == model { Ok(()) } else { Err(format!("the store says {said}, the model {model}")) }
}

fn told(error: StoreError) -> String {
    format!("{}: {error}", error.code())
}

/// An act, with the weights of the store's own model.
fn draw(chance: &mut Chance) -> Act {
    let mut small = |bound: usize| u8::try_from(chance.below(bound)).unwrap_or(0);
    match small(48) {
        0 | 1 => Act::Skill(small(3), i64::from(small(6))),
        2..=4 => Act::Project(small(3), small(8)),
        5 | 6 => Act::DeleteProject(small(3)),
        7 | 8 => Act::Attach(small(4), small(3)),
        9 | 10 => Act::Item(small(3), small(4)),
        11 => Act::DeleteItem(small(3)),
        12 => Act::Target(small(2) == 0),
        13 | 14 => Act::Log(small(3), u32::from(small(3)) + 1),
        15 => Act::DeleteLog(small(3)),
        16 | 17 => Act::Timer(small(4)),
        18 | 19 => Act::Scenario(small(2), small(3)),
        20 => Act::DeleteScenario(small(2)),
        21 => Act::Review(small(2), u32::from(small(2))),
        22 => Act::DeleteReview(small(2)),
        23..=25 => Act::Certification(small(3), small(8)),
        26 | 27 => Act::DeleteCertification(small(3)),
        28 | 29 => Act::Badge(small(3), small(3)),
        30 => Act::Correction(small(3), small(2) == 0),
        31 => Act::Key(small(2), small(2) == 0),
        32 => Act::Address(small(2), small(2) == 0),
        33 => Act::Reminders(small(3)),
        34 => Act::Look,
        35 => Act::Example,
        36..=41 => Act::Undo,
        42..=46 => Act::Redo,
        _ if small(4) == 0 => Act::Restart,
        _ => Act::Look,
    }
}
