//! Solves a plan problem.

use super::improve::improved;
use super::index::Indexed;
use super::propagate::{Dues, propagate};
use super::run::{Failure, Run, run};
use super::validate::cycle;
use super::{ItemKey, PlanError, PlanProblem, Schedule, figures, validate};

/// The schedule of a problem (MODEL.md, section 4). The same problem gives the same schedule.
///
/// Preemptive earliest due date: at every moment the available item whose propagated hard due date is first; then the
/// soft one, items in progress, the problem's order. Where that misses a soft due date, a local search looks for an
/// order with less weighted lateness that makes no hard due date later. Without a focus limit, a shortest session and
/// a limit per day, the greatest lateness of the hard due dates is the least possible, pins included, unless a pinned
/// session can only be kept by doing what comes before it ahead of everything else: then that is done first.
///
/// - A session is shorter than the shortest one only when it ends what is left of its item, is pinned, or when
///   neither the day nor the limit per day has room for more.
/// - A pinned session may begin an item beyond the focus limit. An item of which all that is left is pinned does not
///   count as in progress.
/// - An item without work is finished with its predecessors; it has no sessions and no lateness.
///
/// Refuses what `validate` refuses, a calendar without time for what is left within 80 years, and a pin that cannot be
/// kept because of what comes before it.
pub fn solve(problem: &PlanProblem) -> Result<Schedule, PlanError> {
    solve_near(problem, &[])
}

/// Like [`solve`], and as near to a former plan as the due dates allow: `former` names the items of that plan in the
/// order of their sessions. Where due dates leave the choice open, items of the former plan keep its order and stand
/// ahead of new ones, which stand in the problem's order; and where not every wish can be met, the search begins from
/// the former order among others. Unknown keys and repetitions are passed over. The same problem and former order
/// give the same schedule.
pub fn solve_near(problem: &PlanProblem, former: &[ItemKey]) -> Result<Schedule, PlanError> {
    if let Err(faults) = validate(problem) {
        let others = faults.iter().any(|fault| fault.code != "plan.cycle");
        return Err(match cycle(problem).filter(|_| !others) {
            Some(items) => PlanError::Cycle { items },
            None => PlanError::Invalid { faults },
        });
    }
    let indexed = Indexed::new(problem, former);
    let run = best_run(&indexed).map_err(|failure| refused(&indexed, failure))?;
    Ok(figures::schedule(&indexed, &run))
}

/// The pass that becomes the schedule.
pub(super) fn best_run(indexed: &Indexed) -> Result<Run, Failure> {
    Ok(improved(indexed, kept(indexed, &propagate(indexed))?))
}

/// The pass by due dates. A pin counts as a hard due date of what comes before it; if one is missed all the same, what
/// comes before pins goes ahead of everything else.
fn kept(indexed: &Indexed, dues: &[Dues]) -> Result<Run, Failure> {
    // A due day lies behind a pin of the same day, and a pin behind the due day before.
    let hard = |it: &Dues| it.hard.saturating_mul(2).saturating_add(1).min(it.pin.saturating_mul(2));
    match run(indexed, &ranks(indexed, |i| (0, hard(&dues[i]), dues[i].soft))) {
        Err(Failure::Pin { .. }) => {
            run(indexed, &ranks(indexed, |i| (dues[i].pin, hard(&dues[i]), dues[i].soft)))
        }
        done => done,
    }
}

/// Ranks by key; equal keys share a rank.
fn ranks(indexed: &Indexed, key: impl Fn(usize) -> (i64, i64, i64)) -> Vec<u32> {
    let mut keyed: Vec<_> = (0..indexed.len()).map(|i| (key(i), i)).collect();
    keyed.sort_unstable();
    let mut ranks = vec![0; keyed.len()];
    let mut rank = 0;
    for (at, (key, i)) in keyed.iter().enumerate() {
        rank += u32::from(at > 0 && keyed[at - 1].0 != *key);
        ranks[*i] = rank;
    }
    ranks
}

fn refused(indexed: &Indexed, failure: Failure) -> PlanError {
    let key = |item: u32| indexed.items[item as usize].id.clone();
    match failure {
        Failure::NoCapacity { minutes, item } => PlanError::NoCapacity { minutes, item: key(item) },
        Failure::Pin { item, day } => {
            PlanError::PinBeforePredecessor { item: key(item), date: indexed.days.date(day) }
        }
    }
}
