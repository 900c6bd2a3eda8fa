//! How long large problems take. Printed, never judged: `cargo test --release -- --ignored --nocapture timing`.

use crate::make::*;
use groundwork_domain::plan::{DueKind, PlanProblem, check, solve};
use std::time::Instant;

/// `count` items of ten to ninety minutes in chains and with cross links, every fifth one due.
pub fn large(count: u32) -> PlanProblem {
    let mut seed = 12345u32;
    let mut draw = |below: u32| {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (seed >> 8) % below
    };
    let mut all = problem(Vec::new());
    for i in 0..count {
        let mut next = item(&format!("skill:item-number-{i}"), 10 + draw(80), &[]);
        let before: Vec<u32> = (0..draw(3)).filter(|_| i > 0).map(|_| draw(i)).collect();
        next.after = before.iter().map(|before| format!("skill:item-number-{before}")).collect();
        next.weight = 1 + draw(10);
        if draw(5) == 0 {
            let day = all.start.plus_days(i64::from(draw(count)));
            next = due(next, &day.to_string(), if draw(2) == 0 { DueKind::Hard } else { DueKind::Soft });
        }
        if draw(10) == 0 {
            next.not_before = Some(all.start.plus_days(i64::from(draw(count / 4 + 1))));
        }
        all.items.push(next);
    }
    all
}

#[test]
fn a_large_problem_passes_the_checker() {
    let mut problem = large(1_500);
    problem.focus_limit = Some(2);
    problem.min_session_minutes = 25;
    assert_eq!(check(&problem, &solve(&problem).unwrap()), []);
}

#[test]
#[ignore = "prints times"]
fn timing_of_large_problems() {
    for count in [200, 1_000, 10_000] {
        for options in [false, true] {
            let mut problem = large(count);
            if options {
                problem.focus_limit = Some(2);
                problem.min_session_minutes = 25;
                problem.max_item_minutes_per_day = Some(90);
            }
            let mut best = f64::MAX;
            for _ in 0..5 {
                let start = Instant::now();
                std::hint::black_box(solve(&problem).unwrap());
                best = best.min(start.elapsed().as_secs_f64() * 1000.0);
            }
            println!("{count} items, options {options}: {best:.2} ms");
        }
    }
}

/// More work than the due dates allow: every item is due.
fn overcommitted(count: u32) -> PlanProblem {
    let mut problem = large(count);
    for (i, it) in problem.items.iter_mut().enumerate() {
        it.not_before = None;
        it.due = Some(problem.start.plus_days((i as i64 * 7919) % (i64::from(count) / 3 + 1)));
        it.due_kind = Some(if i % 9 == 0 { DueKind::Hard } else { DueKind::Soft });
    }
    problem
}

#[test]
#[ignore = "prints times"]
fn timing_of_overcommitted_problems() {
    for count in [10, 50, 100, 200, 1_000, 10_000] {
        let problem = overcommitted(count);
        let start = Instant::now();
        let schedule = solve(&problem).unwrap();
        let time = start.elapsed().as_secs_f64() * 1000.0;
        println!("{count} items: {time:.2} ms, weighted {}", schedule.weighted_late_minutes);
    }
}
