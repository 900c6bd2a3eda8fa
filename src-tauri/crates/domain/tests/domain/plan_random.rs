//! Random problems: every schedule passes the checker.

use crate::make::*;
use groundwork_domain::Date;
use groundwork_domain::plan::*;
use proptest::prelude::*;

#[derive(Debug, Clone)]
struct Drawn {
    minutes: u32,
    after: Vec<usize>,
    not_before: Option<i64>,
    due: Option<(i64, bool)>,
    weight: u32,
    pins: Vec<(i64, u32)>,
}

fn any_item() -> impl Strategy<Value = Drawn> {
    (
        prop_oneof![1 => Just(0u32), 8 => 1..400u32],
        prop::collection::vec(0..40usize, 0..3),
        prop::option::weighted(0.3, 0..30i64),
        prop::option::weighted(0.5, (-3..40i64, any::<bool>())),
        1..=10u32,
        prop::collection::vec((0..30i64, 1..90u32), 0..2),
    )
        .prop_map(|(minutes, after, not_before, due, weight, pins)| Drawn {
            minutes,
            after,
            not_before,
            due,
            weight,
            pins,
        })
}

fn build(
    drawn: Vec<Drawn>,
    calendar: Calendar,
    options: (Option<u32>, u32, Option<u32>),
    pins: bool,
) -> PlanProblem {
    let start = date("2027-01-04");
    let day = |days: i64| start.plus_days(days);
    let mut problem = PlanProblem {
        start,
        focus_limit: options.0,
        min_session_minutes: options.1,
        max_item_minutes_per_day: options.2,
        calendar,
        items: Vec::new(),
    };
    for (i, it) in drawn.into_iter().enumerate() {
        let mut next = item(&format!("i{i}"), it.minutes, &[]);
        next.after =
            it.after.iter().filter(|_| i > 0).map(|before| format!("i{}", before % i.max(1))).collect();
        next.not_before = it.not_before.map(day);
        next.due = it.due.map(|due| day(due.0));
        next.due_kind = it.due.map(|due| if due.1 { DueKind::Hard } else { DueKind::Soft });
        next.weight = it.weight;
        problem.items.push(next);
        for (days, minutes) in it.pins.iter().filter(|_| pins) {
            problem.items[i].pinned.push(Pin { date: day(*days), minutes: *minutes });
            if validate(&problem).is_err() {
                problem.items[i].pinned.pop();
            }
        }
    }
    problem
}

fn any_calendar() -> impl Strategy<Value = Calendar> {
    let weekly = prop::array::uniform7(prop_oneof![Just(0u32), 10..300u32]);
    (weekly, prop::collection::vec((0..40i64, 0..400u32), 0..5)).prop_map(
        |(mut weekly_minutes, exceptions)| {
            weekly_minutes[5] = weekly_minutes[5].max(30);
            let exception = |(days, minutes)| Exception {
                date: date("2027-01-04").plus_days(days),
                minutes,
                reason: None,
            };
            Calendar { weekly_minutes, exceptions: exceptions.into_iter().map(exception).collect() }
        },
    )
}

prop_compose! {
    fn any_problem(pins: bool)(
        drawn in prop::collection::vec(any_item(), 1..25),
        calendar in any_calendar(),
        focus in prop::option::of(1..4u32),
        shortest in prop_oneof![Just(0u32), 1..60u32],
        most in prop::option::of(20..200u32),
    ) -> PlanProblem {
        build(drawn, calendar, (focus, shortest, most), pins)
    }
}

fn last_day(schedule: &Schedule) -> Option<Date> {
    schedule.sessions.iter().map(|it| it.date).max()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(5000))]

    #[test]
    fn every_schedule_passes_the_checker(
        problem in any_problem(true),
        former in prop::option::of(prop::collection::vec(0..30usize, 1..30)),
    ) {
        let former: Vec<ItemKey> = former.into_iter().flatten().map(|i| format!("i{i}")).collect();
        match solve_near(&problem, &former) {
            Ok(schedule) => {
                prop_assert_eq!(check(&problem, &schedule), vec![]);
                prop_assert_eq!(schedule.finish, last_day(&schedule));
                prop_assert_eq!(&solve_near(&problem, &former).unwrap(), &schedule);
                let missed = shortfalls(&problem, &schedule);
                prop_assert_eq!(missed.len(), schedule.items.iter().filter(|it| it.late_minutes > 0).count());
            }
            Err(PlanError::PinBeforePredecessor { .. }) => {}
            Err(other) => prop_assert!(false, "{}", other),
        }
    }

    #[test]
    fn every_problem_without_pins_has_a_schedule(problem in any_problem(false)) {
        let schedule = solve(&problem).unwrap();
        prop_assert_eq!(check(&problem, &schedule), vec![]);
        let late = schedule.items.iter().zip(&problem.items);
        let hard = late.filter(|(_, it)| it.due_kind == Some(DueKind::Hard)).map(|(planned, _)| planned.late_minutes);
        prop_assert_eq!(hard.max().unwrap_or(0), schedule.max_hard_late_minutes);
    }

    #[test]
    fn a_plan_that_is_made_anew_without_a_change_stays_as_it_is(mut problem in any_problem(false)) {
        for it in &mut problem.items {
            it.due_kind = it.due.map(|_| DueKind::Hard);
        }
        let Ok(first) = solve(&problem) else { return Ok(()) };
        let again = solve_near(&problem, &crate::plan_near::order(&first)).unwrap();
        prop_assert_eq!(check(&problem, &again), vec![]);
        prop_assert_eq!(again, first);
    }

    #[test]
    fn without_options_a_plan_that_is_made_anew_is_no_worse(problem in any_problem(false)) {
        let items = problem.items.into_iter().map(|it| Item { not_before: None, ..it }).collect();
        let problem = PlanProblem {
            focus_limit: None,
            min_session_minutes: 0,
            max_item_minutes_per_day: None,
            items,
            ..problem
        };
        let first = solve(&problem).unwrap();
        let again = solve_near(&problem, &crate::plan_near::order(&first)).unwrap();
        prop_assert_eq!(again.max_hard_late_minutes, first.max_hard_late_minutes);
        prop_assert!(again.weighted_late_minutes <= first.weighted_late_minutes);
        if first.weighted_late_minutes > 0 && again.weighted_late_minutes == first.weighted_late_minutes {
            prop_assert_eq!(again, first);
        }
    }

    #[test]
    fn a_spoiled_schedule_does_not_pass(problem in any_problem(true), at in 0..1000usize, how in 0..5u8) {
        let Ok(mut schedule) = solve(&problem) else { return Ok(()) };
        if schedule.sessions.is_empty() {
            return Ok(());
        }
        let at = at % schedule.sessions.len();
        match how {
            0 => schedule.sessions[at].minutes += 1,
            1 => drop(schedule.sessions.remove(at)),
            2 => schedule.sessions[at].date = schedule.sessions[at].date.plus_days(3000),
            3 => schedule.weighted_late_minutes += 1,
            _ => schedule.items[0].late_minutes += 1,
        }
        prop_assert!(!check(&problem, &schedule).is_empty());
    }
}
