//! What would mend a due date that cannot be met.

use crate::make::*;
use groundwork_domain::Date;
use groundwork_domain::plan::*;
use proptest::prelude::*;
use std::collections::HashSet;

/// The problem with a week of the same shape.
fn with_week(problem: &PlanProblem, sum: u32) -> PlanProblem {
    let mut problem = problem.clone();
    let week = problem.calendar.weekly_minutes;
    let now: u32 = week.iter().sum();
    problem.calendar.weekly_minutes =
        week.map(|day| if now == 0 { sum.div_ceil(7) } else { (day * sum).div_ceil(now) }.min(1440));
    problem
}

fn without(problem: &PlanProblem, gone: &[ItemKey]) -> PlanProblem {
    let mut problem = problem.clone();
    problem.items.retain(|it| !gone.contains(&it.id));
    problem
}

fn late(problem: &PlanProblem, id: &str) -> u32 {
    solve(problem).unwrap().items.iter().find(|it| it.id == id).unwrap().late_minutes
}

#[test]
fn an_exam_names_the_hours_and_the_cheapest_items_to_drop() {
    let mut dear = due(item("dear", 300, &[]), "2027-01-06", DueKind::Hard);
    dear.weight = 9;
    let cheap = |id: &str, minutes| due(item(id, minutes, &[]), "2027-01-05", DueKind::Hard);
    let mut items =
        vec![item("needed", 60, &[]), due(item("exam", 200, &["needed"]), "2027-01-07", DueKind::Hard)];
    items.extend([dear, cheap("cheap", 60), cheap("other", 100), item("after", 60, &["cheap"])]);
    let problem = problem(items);
    let schedule = solve(&problem).unwrap();
    let missed = shortfalls(&problem, &schedule);
    let exam = missed.iter().find(|it| it.item == "exam").unwrap();
    assert_eq!(exam.missing_minutes, 240);
    assert_eq!(exam.items_to_drop, Some(vec!["dear".into()]));
    assert_eq!(exam.weekly_minutes_needed, Some(1260));
}

#[test]
fn a_booked_exam_is_dropped_last_and_what_waits_goes_along() {
    let exam = due(item("exam", 240, &[]), "2027-01-05", DueKind::Hard);
    let other = due(item("other", 120, &[]), "2027-01-05", DueKind::Hard);
    let wish = |id: &str, after: &[&str]| due(item(id, 120, after), "2027-01-04", DueKind::Soft);
    let all = problem(vec![exam, other, wish("w", &[]), wish("v", &["w"])]);
    let schedule = solve(&all).unwrap();
    let missed = shortfalls(&all, &schedule);
    let of = |id: &str| missed.iter().find(|it| it.item == id).unwrap().items_to_drop.clone();
    assert_eq!(of("other"), Some(vec!["exam".into()]));
    let all = problem(vec![
        wish("a", &[]),
        wish("b", &["a"]),
        due(item("c", 60, &[]), "2027-01-04", DueKind::Soft),
    ]);
    let schedule = solve(&all).unwrap();
    let late: Vec<_> =
        shortfalls(&all, &schedule).into_iter().map(|it| (it.item, it.items_to_drop)).collect();
    let gone = |ids: &[&str]| Some(ids.iter().map(|id| (*id).to_owned()).collect::<Vec<_>>());
    assert_eq!(late, [("b".into(), None), ("c".into(), gone(&["a", "b"]))]);
}

#[test]
fn the_wish_to_be_ready_is_mended_as_a_whole() {
    let mut far = item("far", 60, &[]);
    far.not_before = Some(date("2027-02-01"));
    let all = problem(vec![item("a", 600, &[]), item("b", 300, &["a"]), item("c", 200, &["a"]), far]);
    let schedule = solve(&all).unwrap();
    let by = date("2027-01-09");
    let mends = mends_for_finish(&all, &schedule, by, |it| it.id != "a");
    assert_eq!((mends.missing_minutes, mends.date_that_fits), (320, Some(date("2027-02-01"))));
    assert_eq!(mends.weekly_minutes_needed, None, "no week brings the first day of one forward");
    assert_eq!(mends.items_to_drop, Some(vec!["b".into(), "far".into()]));
    assert_eq!(mends_for_finish(&all, &schedule, by, |it| it.id != "far").items_to_drop, None);
    let met = mends_for_finish(&all, &schedule, date("2027-02-01"), |_| true);
    assert_eq!((met.missing_minutes, met.mends_sought), (0, false));
}

#[test]
fn no_more_than_five_due_dates_are_mended() {
    let mut all = problem((0..40).map(|i| item(&format!("i{i}"), 120, &[])).collect());
    for (i, it) in all.items.iter_mut().enumerate() {
        *it = due(it.clone(), "2027-01-08", if i > 35 { DueKind::Hard } else { DueKind::Soft });
    }
    let missed = shortfalls(&all, &solve(&all).unwrap());
    assert!(missed.len() > 30);
    assert_eq!(missed.iter().filter(|it| it.mends_sought).count(), 5);
    assert!(missed.iter().all(|it| it.mends_sought || it.weekly_minutes_needed.is_none()));
}

#[test]
fn a_week_without_time_gets_an_even_one() {
    let mut all = problem(vec![due(item("a", 100, &[]), "2027-01-05", DueKind::Hard)]);
    all.calendar.weekly_minutes = [0; 7];
    all.calendar.exceptions = vec![Exception { date: date("2027-03-01"), minutes: 200, reason: None }];
    let missed = shortfalls(&all, &solve(&all).unwrap());
    assert_eq!(missed[0].weekly_minutes_needed, Some(360));
}

/// Problems with too much work, without first days, in which the drawn options hold.
fn any_problem() -> impl Strategy<Value = (PlanProblem, i64)> {
    let drawn = (
        20..300u32,
        prop::collection::vec(0..20usize, 0..2),
        prop::option::weighted(0.5, (0..8i64, any::<bool>())),
        1..=10u32,
    );
    (
        prop::collection::vec(drawn, 2..14),
        prop::option::of(1..3u32),
        prop_oneof![Just(0u32), Just(25)],
        0..9i64,
    )
        .prop_map(|(drawn, focus, shortest, by)| {
            let mut all = problem(Vec::new());
            (all.focus_limit, all.min_session_minutes) = (focus, shortest);
            for (i, (minutes, after, wanted, weight)) in drawn.into_iter().enumerate() {
                let mut next = item(&format!("i{i}"), minutes, &[]);
                next.after =
                    after.iter().filter(|_| i > 0).map(|before| format!("i{}", before % i.max(1))).collect();
                next.weight = weight;
                next.due = wanted.map(|(days, _)| all.start.plus_days(days));
                next.due_kind = wanted.map(|(_, hard)| if hard { DueKind::Hard } else { DueKind::Soft });
                all.items.push(next);
            }
            (all, by)
        })
}

fn ends(problem: &PlanProblem) -> Option<Date> {
    solve(problem).unwrap().finish
}

/// The items that an item waits for, and itself.
fn needed(problem: &PlanProblem, id: &str) -> HashSet<String> {
    let mut all = HashSet::from([id.to_owned()]);
    loop {
        let more: Vec<String> =
            problem.items.iter().filter(|it| all.contains(&it.id)).flat_map(|it| it.after.clone()).collect();
        let before = all.len();
        all.extend(more);
        if all.len() == before {
            return all;
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn every_mend_is_one((problem, by) in any_problem()) {
        let schedule = solve(&problem).unwrap();
        for it in shortfalls(&problem, &schedule).into_iter().filter(|it| it.mends_sought) {
            if let Some(minutes) = it.weekly_minutes_needed {
                prop_assert_eq!(minutes % 30, 0);
                prop_assert_eq!(late(&with_week(&problem, minutes), &it.item), 0);
                if minutes - 30 > problem.calendar.weekly_minutes.iter().sum() {
                    prop_assert!(late(&with_week(&problem, minutes - 30), &it.item) > 0);
                }
            } else {
                prop_assert!(late(&with_week(&problem, 6000), &it.item) > 0);
            }
            if let Some(gone) = &it.items_to_drop {
                prop_assert!(!gone.is_empty());
                let kept = needed(&problem, &it.item);
                prop_assert!(gone.iter().all(|id| !kept.contains(id)));
                let rest = without(&problem, gone);
                prop_assert_eq!(validate(&rest), Ok(()));
                prop_assert_eq!(late(&rest, &it.item), 0);
            }
        }
        let by = problem.start.plus_days(by);
        let mends = mends_for_finish(&problem, &schedule, by, |it| it.due.is_none());
        prop_assert_eq!(mends.missing_minutes == 0, schedule.finish.is_none_or(|finish| finish <= by));
        if let Some(minutes) = mends.weekly_minutes_needed {
            prop_assert!(ends(&with_week(&problem, minutes)).is_none_or(|day| day <= by));
        }
        if let Some(gone) = &mends.items_to_drop {
            let rest = without(&problem, gone);
            prop_assert_eq!(validate(&rest), Ok(()));
            prop_assert!(ends(&rest).is_none_or(|day| day <= by));
        }
    }
}
