//! The chain of items that decides when a plan ends.

use crate::make::*;
use groundwork_domain::plan::*;

#[test]
fn the_chain_goes_back_from_the_last_item_to_the_start_by_the_reasons() {
    let mut far = item("far", 100, &[]);
    far.not_before = Some(date("2027-01-11"));
    let exam = due(item("exam", 240, &["basics"]), "2027-01-06", DueKind::Hard);
    let problem = problem(vec![
        item("wish", 200, &["exam"]),
        exam,
        item("basics", 60, &[]),
        far,
        item("x", 0, &["wish"]),
    ]);
    let schedule = solve(&problem).unwrap();
    assert_eq!(critical_chain(&problem, &schedule), ["far"], "it ends last and starts on its first day");
    let to = |id: &str| critical_chain_to(&problem, &schedule, &id.to_owned());
    assert_eq!(to("exam"), ["basics", "exam"]);
    assert_eq!(to("wish"), ["basics", "exam", "wish"]);
    assert_eq!(to("x"), ["basics", "exam", "wish"]);
    assert_eq!(to("nobody"), Vec::<String>::new());
}

#[test]
fn a_long_plan_has_a_chain_without_repetitions_in_order_of_time() {
    let mut problem = crate::timing::large(1_500);
    problem.focus_limit = Some(2);
    problem.max_item_minutes_per_day = Some(60);
    let schedule = solve(&problem).unwrap();
    for planned in schedule.items.iter().step_by(37) {
        let chain = critical_chain_to(&problem, &schedule, &planned.id);
        assert_eq!(chain.last(), Some(&planned.id));
        let mut starts = Vec::new();
        for id in &chain {
            starts.push(schedule.sessions.iter().position(|it| it.item == *id).unwrap());
        }
        assert!(starts.windows(2).all(|pair| pair[0] < pair[1]));
    }
    let all = critical_chain(&problem, &schedule);
    assert_eq!(all.last(), schedule.sessions.last().map(|it| &it.item));
}

#[test]
fn nothing_to_do_has_no_chain() {
    let problem = problem(vec![item("a", 0, &[])]);
    assert!(critical_chain(&problem, &solve(&problem).unwrap()).is_empty());
}
