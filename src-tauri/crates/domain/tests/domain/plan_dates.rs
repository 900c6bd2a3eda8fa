//! Due dates that can be reached are reached.

use crate::make::*;
use groundwork_domain::Date;
use groundwork_domain::plan::*;
use proptest::prelude::*;

prop_compose! {
    /// Items with predecessors among the last thirty, first days, and hard due dates from a hidden order that does one item after the
    /// other: each waits for its first day, and is due on the day on which the order finishes it.
    fn reachable()(
        drawn in prop::collection::vec(
            (0..240u32, prop::collection::vec(1..31usize, 0..4), prop::option::weighted(0.1, 0..60i64), prop::bool::weighted(0.3), any::<u32>()),
            2..120,
        ),
        weekly in prop::array::uniform7(0..200u32),
        exceptions in prop::collection::vec((0..90i64, 0..300u32), 0..12),
    ) -> PlanProblem {
        let mut all = problem(Vec::new());
        all.calendar.weekly_minutes = weekly;
        all.calendar.weekly_minutes[2] += 20;
        let start = all.start;
        all.calendar.exceptions = exceptions
            .into_iter()
            .map(|(day, minutes)| Exception { date: start.plus_days(day), minutes, reason: None })
            .collect();
        for (i, (minutes, after, first, ..)) in drawn.iter().enumerate() {
            let mut next = item(&format!("i{i}"), *minutes, &[]);
            next.after = after.iter().filter_map(|back| Some(format!("i{}", i.checked_sub(*back)?))).collect();
            next.not_before = first.map(|days| start.plus_days(days));
            all.items.push(next);
        }
        let finish = hidden(&all, &drawn.iter().map(|it| it.4).collect::<Vec<_>>());
        for (i, it) in drawn.iter().enumerate().filter(|(_, it)| it.3) {
            let _ = it;
            all.items[i].due = Some(finish[i]);
            all.items[i].due_kind = Some(DueKind::Hard);
        }
        all
    }
}

/// The day on which each item ends when the available one of the lowest number is done to its end, without regard to others that
/// could be done while it waits for its first day.
fn hidden(problem: &PlanProblem, numbers: &[u32]) -> Vec<Date> {
    let n = problem.items.len();
    let minutes = |day: Date| {
        let exception = problem.calendar.exceptions.iter().rev().find(|it| it.date == day);
        exception.map_or(problem.calendar.weekly_minutes[day.weekday()], |it| it.minutes)
    };
    let mut finish = vec![None; n];
    let (mut day, mut free) = (problem.start, minutes(problem.start));
    for _ in 0..n {
        let ready = |i: &usize| {
            let done = |id: &String| finish[id[1..].parse::<usize>().unwrap()].is_some();
            finish[*i].is_none() && problem.items[*i].after.iter().all(done)
        };
        let i = (0..n).filter(ready).min_by_key(|i| numbers[*i]).unwrap();
        let mut left = problem.items[i].minutes;
        let first = problem.items[i].not_before.unwrap_or(problem.start);
        while left > 0 {
            if free == 0 || day < first {
                day = day.plus_days(1);
                free = minutes(day);
                continue;
            }
            let worked = left.min(free);
            (left, free) = (left - worked, free - worked);
        }
        finish[i] = Some(day);
    }
    finish.into_iter().flatten().collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1500))]

    #[test]
    fn no_hard_date_that_can_be_reached_is_missed(problem in reachable(), soft in any::<bool>()) {
        let mut problem = problem;
        let schedule = solve(&problem).unwrap();
        prop_assert_eq!(check(&problem, &schedule), vec![]);
        prop_assert_eq!(schedule.max_hard_late_minutes, 0);
        // Neither do wishes that cannot be met move a hard date.
        if soft {
            for (i, it) in problem.items.iter_mut().enumerate().filter(|(_, it)| it.due.is_none()) {
                it.due = Some(date("2027-01-06").plus_days(i as i64 % 5));
                it.weight = 10;
            }
            let schedule = solve(&problem).unwrap();
            prop_assert_eq!(check(&problem, &schedule), vec![]);
            prop_assert_eq!(schedule.max_hard_late_minutes, 0);
        }
    }
}
