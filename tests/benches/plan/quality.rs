//! How good the plans are: reachable hard dates, and lateness where not every wish can be met.

use crate::Wanted;
use crate::instances::{Dues, instance};
use crate::peers::{self, CpSat};
use groundwork_domain::plan::{DueKind, PlanProblem, check, solve};
use std::time::Instant;

/// The most that is asked for of a plan's lateness over that of a proven optimum.
const OVER_OPTIMUM: f64 = 1.02;

/// Counts the hard dates that could be reached and are missed; whether there are none.
pub fn reachable(wanted: &Wanted) -> bool {
    println!("\nReachable hard dates that are missed");
    println!("  {:>6}{:>8}{:>8}{:>12}{:>24}", "items", "dates", "ours", "TaskJuggler", "TaskJuggler by due");
    let mut none = true;
    for &count in &wanted.sizes {
        let (mut dates, mut missed) = (0, 0);
        let mut theirs = [Some(0), Some(0)];
        for seed in 1..=wanted.runs {
            let problem = instance(count, seed, Dues::Reachable);
            let schedule = solve(&problem).expect("the instances have schedules");
            assert_eq!(check(&problem, &schedule), []);
            dates += problem.items.iter().filter(|item| item.due_kind == Some(DueKind::Hard)).count();
            missed += schedule.items.iter().filter(|item| item.late_minutes > 0).count();
            for (by_due, sum) in theirs.iter_mut().enumerate() {
                let one = (wanted.peers && count <= peers::TASKJUGGLER_ITEMS)
                    .then(|| peers::task_juggler(&problem, by_due == 1))
                    .flatten();
                *sum = sum.zip(one).map(|(sum, one)| sum + one);
            }
        }
        none &= missed == 0;
        let shown = |it: Option<usize>| it.map_or("-".to_owned(), |missed| missed.to_string());
        println!("  {count:>6}{dates:>8}{missed:>8}{:>12}{:>24}", shown(theirs[0]), shown(theirs[1]));
    }
    none
}

/// Weighted lateness of overcommitted plans; whether it keeps what is asked for beside CP-SAT.
pub fn overcommitted(wanted: &Wanted) -> bool {
    println!("\nOvercommitted: weighted lateness in minutes");
    let header = ["seed", "ours", "ms", "CP-SAT", "status", "seconds", "ratio"];
    println!(
        "  {:>6}{:>6}{:>14}{:>9}{:>14}{:>10}{:>9}{:>9}",
        "items", header[0], header[1], header[2], header[3], header[4], header[5], header[6]
    );
    let mut kept = true;
    for &count in &wanted.sizes {
        let problems: Vec<PlanProblem> =
            (1..=wanted.runs).map(|seed| instance(count, seed, Dues::Overcommitted)).collect();
        let seconds = if count <= 50 { 60 } else { 10 };
        let theirs = if wanted.peers { peers::cp_sat(&problems, seconds) } else { None };
        let mut ratios = Vec::new();
        for (at, problem) in problems.iter().enumerate() {
            let begin = Instant::now();
            let schedule = solve(problem).expect("the instances have schedules");
            let ms = begin.elapsed().as_secs_f64() * 1000.0;
            assert_eq!(check(problem, &schedule), []);
            let ours = schedule.weighted_late_minutes;
            let other = theirs.as_ref().and_then(|all| all.get(at));
            kept &= line(count, at + 1, ours, ms, other, &mut ratios);
        }
        if !ratios.is_empty() {
            let mean = ratios.iter().sum::<f64>() / ratios.len() as f64;
            let worst = ratios.iter().copied().fold(0.0, f64::max);
            println!("  {count:>6}  ratio: worst {worst:.4}, mean {mean:.4}");
        }
    }
    kept
}

fn line(count: usize, seed: usize, ours: u64, ms: f64, other: Option<&CpSat>, ratios: &mut Vec<f64>) -> bool {
    let Some(CpSat { status, late: Some(late), seconds }) = other else {
        println!("  {count:>6}{seed:>6}{ours:>14}{ms:>9.1}{:>14}", "-");
        return true;
    };
    let ratio = if ours == *late { 1.0 } else { ours as f64 / (*late).max(1) as f64 };
    ratios.push(ratio);
    println!("  {count:>6}{seed:>6}{ours:>14}{ms:>9.1}{late:>14}{status:>10}{seconds:>9.1}{ratio:>9.4}");
    ratio <= if count <= 50 { OVER_OPTIMUM } else { 1.0 }
}
