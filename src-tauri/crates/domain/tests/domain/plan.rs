//! Schedules of small problems.

use crate::make::*;
use groundwork_domain::plan::*;

fn solved(problem: &PlanProblem) -> Schedule {
    let schedule = solve(problem).unwrap();
    assert_eq!(check(problem, &schedule), []);
    schedule
}

fn sessions(schedule: &Schedule) -> Vec<(String, &str, u32)> {
    schedule.sessions.iter().map(|it| (it.date.to_string(), it.item.as_str(), it.minutes)).collect()
}

fn because<'a>(schedule: &'a Schedule, id: &str) -> &'a Because {
    &schedule.items.iter().find(|it| it.id == id).unwrap().because
}

#[test]
fn an_exam_is_prepared_before_a_wish() {
    let wish = item("wish", 200, &[]);
    let exam = due(item("exam", 180, &["basics"]), "2027-01-06", DueKind::Hard);
    let schedule = solved(&problem(vec![wish, exam, item("basics", 60, &[])]));
    let expected = [
        ("2027-01-04".to_owned(), "basics", 60),
        ("2027-01-04".to_owned(), "exam", 60),
        ("2027-01-05".to_owned(), "exam", 120),
        ("2027-01-06".to_owned(), "wish", 120),
        ("2027-01-07".to_owned(), "wish", 80),
    ];
    assert_eq!(sessions(&schedule), expected);
    assert_eq!(*because(&schedule, "basics"), Because::Start);
    assert_eq!(*because(&schedule, "exam"), Because::WaitsFor { item: "basics".into() });
    assert_eq!(*because(&schedule, "wish"), Because::Capacity { item: "exam".into() });
    assert_eq!(
        schedule.items.iter().map(|it| it.slack_minutes).collect::<Vec<_>>(),
        [None, Some(120), Some(120)]
    );
}

#[test]
fn what_is_late_is_late_by_available_minutes() {
    let exam = due(item("exam", 700, &[]), "2027-01-06", DueKind::Hard);
    let mut wish = due(item("wish", 50, &[]), "2027-01-04", DueKind::Soft);
    wish.weight = 3;
    let problem = problem(vec![exam, wish]);
    let schedule = solved(&problem);
    assert_eq!((schedule.max_hard_late_minutes, schedule.weighted_late_minutes), (340, 3 * 630));
    let missed = shortfalls(&problem, &schedule);
    assert_eq!((missed[0].missing_minutes, missed[0].date_that_fits), (340, Some(date("2027-01-09"))));
    // 1,620 minutes give 232 on each of the three days, 1,650 give 236: 700 fit into the latter.
    assert_eq!(missed[0].weekly_minutes_needed, Some(1650));
    assert_eq!((missed[0].mends_sought, &missed[0].items_to_drop), (true, &None));
}

#[test]
fn a_holiday_and_the_last_exception_of_a_day_win() {
    let mut problem = problem(vec![item("a", 130, &[])]);
    let exception = |minutes| Exception { date: date("2027-01-04"), minutes, reason: None };
    problem.calendar.exceptions = vec![exception(60), exception(10)];
    assert_eq!(sessions(&solved(&problem))[0].2, 10);
}

#[test]
fn an_item_waits_for_its_first_day() {
    let mut late = item("late", 60, &[]);
    late.not_before = Some(date("2027-01-06"));
    let schedule = solved(&problem(vec![late, item("now", 200, &[])]));
    assert_eq!(*because(&schedule, "late"), Because::NotBefore { date: date("2027-01-06") });
    assert_eq!(*because(&schedule, "now"), Because::Start);
}

#[test]
fn a_pinned_session_stays_where_it_is() {
    let schedule = solved(&problem(vec![item("a", 500, &[]), pinned(item("b", 100, &[]), "2027-01-05", 60)]));
    assert_eq!(*because(&schedule, "b"), Because::Pinned { date: date("2027-01-05") });
    assert!(sessions(&schedule).contains(&("2027-01-05".to_owned(), "b", 60)));
}

#[test]
fn what_comes_before_a_pin_goes_first_and_a_pin_that_comes_too_early_is_refused() {
    let before = |minutes| {
        let exam = due(item("exam", 1000, &[]), "2027-01-04", DueKind::Hard);
        let late = pinned(item("late", 100, &["first"]), "2027-01-05", 60);
        problem(vec![exam, late, item("first", minutes, &[])])
    };
    solved(&before(180));
    let refused = solve(&before(181)).unwrap_err();
    assert_eq!(refused, PlanError::PinBeforePredecessor { item: "late".into(), date: date("2027-01-05") });
}

#[test]
fn no_more_items_are_in_progress_than_the_person_wants() {
    let mut problem = problem((0..4).map(|i| item(&format!("i{i}"), 200, &[])).collect());
    problem.max_item_minutes_per_day = Some(60);
    problem.focus_limit = Some(2);
    let schedule = solved(&problem);
    assert_eq!(*because(&schedule, "i1"), Because::Capacity { item: "i0".into() });
    assert_eq!(schedule.items[2].starts, Some(date("2027-01-07")));
    problem.focus_limit = Some(1);
    let schedule = solved(&problem);
    assert_eq!(*because(&schedule, "i1"), Because::FocusLimit { item: "i0".into() });
    assert_eq!(schedule.items[1].starts, Some(date("2027-01-07")));
    assert!(schedule.items.iter().all(|it| it.finishes.is_some()));
}

#[test]
fn an_item_that_is_pinned_to_next_year_does_not_block_the_others() {
    let far = pinned(pinned(item("far", 120, &[]), "2027-01-04", 60), "2028-01-03", 60);
    let mut problem = problem(vec![far, item("near", 100, &[])]);
    problem.focus_limit = Some(1);
    assert_eq!(solved(&problem).items[1].finishes, Some(date("2027-01-05")));
}

#[test]
fn sessions_are_not_shorter_than_the_person_wants() {
    let mut problem = problem(vec![item("a", 110, &[]), item("b", 100, &[]), item("c", 10, &[])]);
    problem.min_session_minutes = 25;
    let found = solved(&problem);
    let expected = [
        ("2027-01-04".to_owned(), "a", 110),
        ("2027-01-04".to_owned(), "c", 10),
        ("2027-01-05".to_owned(), "b", 100),
    ];
    assert_eq!(sessions(&found), expected);
}

#[test]
fn an_item_without_work_passes_on_what_it_waits_for() {
    let schedule =
        solved(&problem(vec![item("a", 60, &[]), item("done", 0, &["a"]), item("b", 60, &["done"])]));
    assert_eq!(*because(&schedule, "done"), Because::NothingToDo);
    assert_eq!(*because(&schedule, "b"), Because::WaitsFor { item: "a".into() });
}

#[test]
fn a_cycle_is_refused_by_name() {
    let refused = solve(&problem(vec![item("a", 60, &["b"]), item("b", 60, &["c"]), item("c", 60, &["b"])]));
    assert_eq!(refused.unwrap_err(), PlanError::Cycle { items: vec!["b".into(), "c".into()] });
}

#[test]
fn a_calendar_without_time_is_refused() {
    let mut problem = problem(vec![item("a", 60, &[])]);
    problem.calendar.weekly_minutes = [0; 7];
    assert_eq!(solve(&problem).unwrap_err(), PlanError::NoCapacity { minutes: 60, item: "a".into() });
    problem.items[0].minutes = 0;
    assert_eq!(solve(&problem).unwrap().finish, None);
}
