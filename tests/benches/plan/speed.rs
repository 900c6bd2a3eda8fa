//! How long a plan takes to be made anew after one edit.

use crate::instances::{Dues, edited, instance, with_limits};
use groundwork_domain::plan::{ItemKey, PlanProblem, solve_near};
use std::time::Instant;

/// The milliseconds that are asked for, by number of items.
const ASKED: [(usize, f64); 3] = [(200, 2.0), (1_000, 10.0), (10_000, 100.0)];

/// Prints the median time of each size, without and with limits, for ordinary and overcommitted plans.
pub fn speed(runs: u64) {
    let load = std::fs::read_to_string("/proc/loadavg").unwrap_or_default();
    println!("Re-plan after one edit, one core; load {}", load.trim());
    println!("  {:<40}{:>10}{:>10}{:>10}{:>10}", "", "best ms", "median", "worst", "asked");
    for (dues, name) in
        [(Dues::Ordinary, "ordinary"), (Dues::Reachable, "hard"), (Dues::Overcommitted, "overcommitted")]
    {
        for (count, asked) in ASKED {
            for limits in [false, true] {
                let mut times = Vec::new();
                for seed in 1..=runs {
                    let problem = instance(count, seed, dues);
                    let problem = if limits { with_limits(problem) } else { problem };
                    times.extend(replans(&problem));
                }
                times.sort_by(f64::total_cmp);
                let worst = times.last().copied().unwrap_or(f64::NAN);
                let what = format!("{count} items, {name}{}", if limits { ", limits" } else { "" });
                println!(
                    "  {what:<40}{:>10.2}{:>10.2}{worst:>10.2}{asked:>10.0}",
                    times[0],
                    times[times.len() / 2]
                );
            }
        }
    }
}

/// Milliseconds of five plans of a problem after one edit, near the former plan.
fn replans(problem: &PlanProblem) -> Vec<f64> {
    let former = solve_near(problem, &[]).expect("the instances have schedules");
    let former: Vec<ItemKey> = former.sessions.into_iter().map(|session| session.item).collect();
    let edited = edited(problem);
    let time = |_| {
        let begin = Instant::now();
        std::hint::black_box(solve_near(&edited, &former).expect("the instances have schedules"));
        begin.elapsed().as_secs_f64() * 1000.0
    };
    (0..5).map(time).collect()
}
