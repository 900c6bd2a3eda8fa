//! Problems that cannot be as they are: refused with the field at fault, or handled.

use crate::make::*;
use groundwork_domain::plan::*;

fn faults(problem: &PlanProblem) -> Vec<(String, &'static str)> {
    match solve(problem) {
        Err(PlanError::Invalid { faults }) => faults.into_iter().map(|it| (it.path, it.code)).collect(),
        other => panic!("{other:?}"),
    }
}

fn one_fault(problem: &PlanProblem, path: &str, code: &str) {
    assert_eq!(faults(problem).iter().map(|it| (it.0.as_str(), it.1)).collect::<Vec<_>>(), [(path, code)]);
}

#[test]
fn every_fault_of_a_problem_is_named_with_its_place() {
    let mut bad = item("a", 700_000, &["nobody"]);
    bad.weight = 0;
    let mut problem = problem(vec![
        bad,
        pinned(item("a", 10, &[]), "2027-01-03", 5),
        pinned(item("c", 200, &[]), "2027-01-04", 130),
    ]);
    problem.focus_limit = Some(0);
    problem.calendar.weekly_minutes[2] = 1441;
    let found = faults(&problem);
    let found: Vec<(&str, &str)> = found.iter().map(|it| (it.0.as_str(), it.1)).collect();
    let expected = [
        ("focus_limit", "plan.focus_limit_range"),
        ("calendar.weekly_minutes[2]", "plan.weekday_range"),
        ("items[0].minutes", "plan.minutes_range"),
        ("items[0].weight", "plan.weight_range"),
        ("items[1].id", "plan.duplicate_id"),
        ("items[0].after[0]", "plan.unknown_item"),
        ("items[1].pinned[0]", "plan.pin_before_start"),
        ("items[2].pinned[0]", "plan.pin_over_capacity"),
    ];
    assert_eq!(found, expected);
}

#[test]
fn figures_out_of_range_are_refused() {
    for weight in [0, 11, u32::MAX] {
        let mut heavy = item("a", 60, &[]);
        heavy.weight = weight;
        one_fault(&problem(vec![heavy]), "items[0].weight", "plan.weight_range");
    }
    one_fault(&problem(vec![item("a", u32::MAX, &[])]), "items[0].minutes", "plan.minutes_range");
    one_fault(&problem(vec![item("", 60, &[])]), "items[0].id", "plan.id_length");
    one_fault(&problem(vec![item(&"é".repeat(201), 60, &[])]), "items[0].id", "plan.id_length");
    let twice = problem(vec![item("a", 60, &[]), item("b", 60, &[]), item("a", 60, &[])]);
    one_fault(&twice, "items[2].id", "plan.duplicate_id");
    let unknown = problem(vec![item("a", 60, &["a2", "b"]), item("b", 60, &[])]);
    one_fault(&unknown, "items[0].after[0]", "plan.unknown_item");
    assert_eq!(solve(&problem(vec![item("a", 0, &[])])).unwrap().sessions, []);
}

#[test]
fn an_item_that_waits_for_itself_is_a_cycle() {
    let refused = solve(&problem(vec![item("b", 60, &[]), item("a", 60, &["b", "a"])])).unwrap_err();
    assert_eq!((refused.code(), &refused), ("plan.cycle", &PlanError::Cycle { items: vec!["a".into()] }));
}

#[test]
fn four_hundred_hours_a_week_are_refused_day_by_day_and_all_hours_of_a_week_are_not() {
    let mut problem = problem(vec![item("a", 600_000, &[])]);
    problem.calendar.weekly_minutes = [400 * 60 / 7; 7];
    let found = faults(&problem);
    assert_eq!(found.len(), 7);
    assert_eq!(found[6], ("calendar.weekly_minutes[6]".into(), "plan.weekday_range"));
    problem.calendar.weekly_minutes = [u32::MAX; 7];
    assert_eq!(faults(&problem).len(), 7);
    problem.calendar.weekly_minutes = [1440; 7];
    assert_eq!(check(&problem, &solve(&problem).unwrap()), []);
    problem.calendar.exceptions = vec![Exception { date: problem.start, minutes: 1441, reason: None }];
    one_fault(&problem, "calendar.exceptions[0].minutes", "plan.exception_range");
}

#[test]
fn a_pin_on_a_closed_day_is_refused() {
    let sunday = problem(vec![pinned(item("a", 60, &[]), "2027-01-10", 30)]);
    one_fault(&sunday, "items[0].pinned[0]", "plan.pin_over_capacity");
    let mut holiday = problem(vec![pinned(item("a", 60, &[]), "2027-01-06", 30)]);
    holiday.calendar.exceptions = vec![Exception { date: date("2027-01-06"), minutes: 0, reason: None }];
    one_fault(&holiday, "items[0].pinned[0]", "plan.pin_over_capacity");
    let huge = pinned(pinned(item("a", 60, &[]), "2027-01-06", u32::MAX), "2027-01-06", u32::MAX);
    assert_eq!(faults(&problem(vec![huge])).len(), 2);
}

#[test]
fn due_dates_in_the_past_are_late_from_the_first_minute() {
    for kind in [DueKind::Hard, DueKind::Soft] {
        let late = due(item("late", 100, &[]), "1900-01-01", kind);
        let problem = problem(vec![item("a", 50, &[]), late]);
        let schedule = solve(&problem).unwrap();
        assert_eq!(check(&problem, &schedule), []);
        assert_eq!(schedule.items[1].late_minutes, 100);
        let missed = shortfalls(&problem, &schedule);
        assert_eq!((missed[0].weekly_minutes_needed, &missed[0].items_to_drop), (None, &None));
        assert_eq!(missed[0].date_that_fits, Some(problem.start));
    }
}

#[test]
fn without_any_time_the_refusal_names_what_has_no_place() {
    let mut problem = problem(vec![item("b", 60, &["a"]), item("a", 100, &[]), item("done", 0, &["b"])]);
    problem.calendar.weekly_minutes = [0; 7];
    assert_eq!(solve(&problem).unwrap_err(), PlanError::NoCapacity { minutes: 160, item: "a".into() });
    let open = Exception { date: date("2030-02-03"), minutes: 130, reason: None };
    problem.calendar.exceptions = vec![open];
    let refused = solve(&problem).unwrap_err();
    assert_eq!(refused, PlanError::NoCapacity { minutes: 30, item: "b".into() });
    assert_eq!(refused.code(), "plan.no_capacity");
    problem.calendar.exceptions.push(Exception { date: date("2040-02-03"), minutes: 30, reason: None });
    assert_eq!(solve(&problem).unwrap().finish, Some(date("2040-02-03")));
}

#[test]
fn a_plan_of_more_than_fifty_years_comes_out_and_one_beyond_eighty_is_refused() {
    let chain = |count: usize| -> Vec<Item> {
        let before = |i: usize| if i == 0 { Vec::new() } else { vec![format!("i{}", i - 1)] };
        (0..count).map(|i| Item { after: before(i), ..item(&format!("i{i}"), 600_000, &[]) }).collect()
    };
    let long = problem(chain(5));
    let schedule = solve(&long).unwrap();
    assert_eq!(check(&long, &schedule), []);
    assert_eq!(schedule.finish.unwrap().to_string()[..4].parse::<u32>().unwrap(), 2095);
    assert_eq!(critical_chain(&long, &schedule).len(), 5);
    let refused = solve(&problem(chain(6))).unwrap_err();
    let PlanError::NoCapacity { minutes, item } = refused else { panic!("{refused:?}") };
    assert_eq!(item, "i5");
    assert!((90_000..110_000).contains(&minutes), "{minutes}");
}

#[test]
fn a_schedule_that_ends_beyond_what_a_date_can_say_is_refused() {
    let mut problem = problem(vec![item("a", 600_000, &[])]);
    problem.start = date("2199-12-01");
    // 26 days with time until the end of 2199, four of them Saturdays.
    let left = 600_000 - (22 * 120 + 4 * 240);
    assert_eq!(solve(&problem).unwrap_err(), PlanError::NoCapacity { minutes: left, item: "a".into() });
    problem.start = date("2199-12-31");
    problem.items[0].minutes = 60;
    assert!(solve(&problem).is_ok());
}

#[test]
fn a_first_day_beyond_the_horizon_is_refused() {
    let mut far = item("a", 60, &[]);
    far.not_before = Some(date("2150-01-01"));
    one_fault(&problem(vec![far]), "items[0].not_before", "plan.beyond_horizon");
}

#[test]
fn ten_thousand_items_are_solved_and_twenty_thousand_and_one_refused() {
    let mut all = problem((0..10_000).map(|i| item(&format!("i{i}"), 60, &[])).collect());
    for i in (0..10_000).step_by(5) {
        all.items[i] =
            due(all.items[i].clone(), &all.start.plus_days(i as i64 / 9).to_string(), DueKind::Soft);
        all.items[i].after.extend((1..4).filter_map(|j| Some(format!("i{}", i.checked_sub(7 * j)?))));
    }
    let schedule = solve(&all).unwrap();
    assert_eq!(check(&all, &schedule), []);
    assert!(schedule.weighted_late_minutes > 0);
    let many = problem((0..20_001).map(|i| item(&format!("i{i}"), 1, &[])).collect());
    one_fault(&many, "items", "plan.too_many");
}
