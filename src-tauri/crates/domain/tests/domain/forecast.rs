//! The forecast: what its ranges must keep, whatever the plan.

use crate::make::*;
use groundwork_domain::forecast::*;
use groundwork_domain::pace::*;
use groundwork_domain::plan::*;
use groundwork_domain::{Date, Minutes};
use proptest::prelude::*;

fn options(runs: u32) -> Options {
    Options { runs, seed: 7, ready_by: None }
}

fn three(low: u32, likely: u32, high: u32) -> ThreePoint {
    ThreePoint { low: Minutes(low), likely: Minutes(likely), high: Minutes(high) }
}

fn around(item: &Item) -> ForecastItem {
    let whole = three(item.minutes.div_ceil(2), item.minutes, item.minutes * 2);
    ForecastItem { id: item.id.clone(), whole, logged: Minutes(0), class: PaceClass::M }
}

fn all_around(problem: &PlanProblem) -> Vec<ForecastItem> {
    problem.items.iter().map(around).collect()
}

fn all(day: Option<Date>) -> Quantiles {
    Quantiles { p50: day, p85: day, p95: day }
}

/// `count` items of ratio `logged` / 100, and as many weeks of the share `given` / 100.
fn log(count: usize, logged: u32, given: u32) -> Pace {
    let finished = Finished { class: PaceClass::M, estimated: Minutes(600), logged: Minutes(6 * logged) };
    let week = WeekGiven { planned: Minutes(1000), given: Minutes(10 * given) };
    Pace::new(vec![finished; count], vec![week; count])
}

fn two_hundred() -> PlanProblem {
    let items = (0..200).map(|i| {
        let mut next = item(&format!("i{i}"), 300 + (i * 37) % 900, &[]);
        if i % 3 > 0 {
            next.after = vec![format!("i{}", i - 1)];
        }
        next
    });
    let mut problem = problem(items.collect());
    problem.focus_limit = Some(2);
    problem
}

#[test]
fn an_empty_plan_is_done_at_its_start() {
    let problem = problem(Vec::new());
    let ready_by = Some(date("2026-01-01"));
    let made =
        forecast(&problem, &Schedule::default(), &[], &Pace::default(), &Options { ready_by, ..options(10) });
    assert_eq!(made.finish, all(Some(problem.start)));
    assert_eq!(made.chance_by, Some(1.0));
    assert!(made.items.is_empty() && made.fan.is_empty() && made.rests_on_estimates);
}

#[test]
fn without_any_time_nothing_ends() {
    let mut problem =
        problem(vec![due(item("a", 60, &[]), "2027-03-01", DueKind::Soft), item("b", 0, &["a"])]);
    problem.calendar.weekly_minutes = [0; 7];
    let made =
        forecast(&problem, &Schedule::default(), &all_around(&problem), &Pace::default(), &options(50));
    assert_eq!(made.finish, all(None));
    assert_eq!(made.items[0].quantiles, all(None));
    assert_eq!(made.items[1].quantiles, all(None));
    assert_eq!(made.items[0].chance, Some(0.0));
    assert!(made.fan.iter().all(|week| week.p95 == 0.0));
}

#[test]
fn a_person_who_never_comes_has_a_far_forecast() {
    let problem = problem(vec![item("a", 600, &[])]);
    let schedule = solve(&problem).unwrap();
    let made = forecast(&problem, &schedule, &[], &log(400, 100, 0), &options(500));
    assert!(made.finish.p50.is_some_and(|day| day > date("2029-01-01")), "{:?}", made.finish);
}

#[test]
fn items_without_work_end_with_what_is_before_them() {
    let problem = problem(vec![
        item("gate", 0, &["second", "first"]),
        item("first", 0, &[]),
        item("work", 240, &["first"]),
        item("second", 0, &["work"]),
    ]);
    let schedule = solve(&problem).unwrap();
    let made = forecast(&problem, &schedule, &all_around(&problem), &Pace::default(), &options(200));
    assert_eq!(made.items[0].quantiles, made.items[2].quantiles);
    assert_eq!(made.items[3].quantiles, made.items[2].quantiles);
    assert_eq!(made.items[1].quantiles, all(Some(problem.start)));
}

#[test]
fn an_unknown_item_takes_its_planned_minutes() {
    let problem = problem(vec![item("a", 600, &[]), item("b", 600, &[])]);
    let schedule = solve(&problem).unwrap();
    let made = forecast(&problem, &schedule, &[], &Pace::default(), &options(200));
    assert_eq!(made.finish, all(schedule.finish));
}

#[test]
fn what_is_logged_is_taken_off_but_something_is_always_left() {
    let problem = problem(vec![item("a", 60, &[])]);
    let schedule = solve(&problem).unwrap();
    let item = |logged| ForecastItem {
        id: "a".into(),
        whole: three(1200, 1200, 1200),
        logged: Minutes(logged),
        class: PaceClass::L,
    };
    let end = |logged| {
        forecast(&problem, &schedule, &[item(logged)], &Pace::default(), &options(10)).finish.p50.unwrap()
    };
    assert_eq!(end(0).to_string(), "2027-01-13");
    assert_eq!(end(960).to_string(), "2027-01-05");
    assert_eq!(end(1200).to_string(), "2027-01-04");
    // A twentieth of 9,000 minutes.
    assert_eq!(end(9000).to_string(), "2027-01-07");
}

#[test]
fn work_does_not_begin_before_its_first_day_however_fast_the_rest_goes() {
    let mut later = item("later", 120, &[]);
    later.not_before = Some(date("2027-02-01"));
    let problem = problem(vec![item("a", 600, &[]), later]);
    let schedule = solve(&problem).unwrap();
    let made = forecast(&problem, &schedule, &all_around(&problem), &log(20, 20, 100), &options(500));
    assert!(made.items[1].quantiles.p50.unwrap() >= date("2027-02-01"));
    assert!(made.items[0].quantiles.p95.unwrap() < date("2027-01-18"));
}

#[test]
fn a_log_moves_the_forecast_to_what_it_shows() {
    let problem = two_hundred();
    let schedule = solve(&problem).unwrap();
    let days = |pace: &Pace| {
        let made = forecast(&problem, &schedule, &all_around(&problem), pace, &options(1000));
        problem.start.days_until(made.finish.p50.unwrap()) as f64
    };
    let planned = problem.start.days_until(schedule.finish.unwrap()) as f64;
    // PERT's mean is 1.083 times the likely minutes; the median of a sum of errors in common lies a little lower.
    let of_plan = days(&Pace::default()) / planned;
    assert!((1.03..1.09).contains(&of_plan), "{of_plan}");
    assert!((days(&log(500, 150, 100)) / planned - 1.5).abs() < 0.02);
    assert!((days(&log(500, 100, 50)) / planned - 2.0).abs() < 0.04);
}

#[test]
fn the_same_seed_gives_the_same_forecast_on_any_number_of_threads() {
    let problem = two_hundred();
    let schedule = solve(&problem).unwrap();
    let items = all_around(&problem);
    let on = |threads| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        pool.install(|| forecast(&problem, &schedule, &items, &log(12, 130, 80), &options(2_050)))
    };
    let one = on(1);
    assert_eq!(one, on(2));
    assert_eq!(one, on(7));
    let other = Options { seed: 8, ..options(2_050) };
    assert_ne!(one, forecast(&problem, &schedule, &items, &log(12, 130, 80), &other));
    assert_eq!(one.runs, 2_050);
    assert_eq!((one.logged_items, one.weeks_known, one.rests_on_estimates), (12, 12, false));
}

#[test]
fn a_forecast_survives_its_file() {
    let problem = two_hundred();
    let schedule = solve(&problem).unwrap();
    let made = forecast(&problem, &schedule, &all_around(&problem), &log(6, 90, 70), &options(300));
    let text = serde_json::to_string(&made).unwrap();
    assert_eq!(serde_json::from_str::<Forecast>(&text).unwrap(), made);
}

#[derive(Debug, Clone)]
struct Drawn {
    minutes: u32,
    after: Vec<usize>,
    not_before: Option<i64>,
    due: Option<(i64, bool)>,
}

fn any_item() -> impl Strategy<Value = Drawn> {
    (
        prop_oneof![1 => Just(0u32), 8 => 1..900u32],
        prop::collection::vec(0..40usize, 0..3),
        prop::option::weighted(0.2, 0..60i64),
        prop::option::weighted(0.4, (-3..60i64, any::<bool>())),
    )
        .prop_map(|(minutes, after, not_before, due)| Drawn { minutes, after, not_before, due })
}

fn any_calendar() -> impl Strategy<Value = Calendar> {
    let weekly = prop::array::uniform7(prop_oneof![Just(0u32), 10..300u32]);
    (weekly, prop::collection::vec((0..40i64, 0..400u32), 0..5)).prop_map(|(mut weekly_minutes, days)| {
        weekly_minutes[5] = weekly_minutes[5].max(30);
        let exception =
            |(days, minutes)| Exception { date: date("2027-01-06").plus_days(days), minutes, reason: None };
        Calendar { weekly_minutes, exceptions: days.into_iter().map(exception).collect() }
    })
}

prop_compose! {
    fn any_problem()(
        drawn in prop::collection::vec(any_item(), 1..25),
        calendar in any_calendar(),
        focus in prop::option::of(1..4u32),
        shortest in prop_oneof![Just(0u32), 1..60u32],
        most in prop::option::of(20..200u32),
        first in 0..7i64,
    ) -> PlanProblem {
        let start = date("2027-01-04").plus_days(first);
        let items = drawn.into_iter().enumerate().map(|(i, it)| {
            let mut next = item(&format!("i{i}"), it.minutes, &[]);
            next.after = it.after.iter().filter(|_| i > 0).map(|k| format!("i{}", k % i.max(1))).collect();
            next.not_before = it.not_before.map(|days| start.plus_days(days));
            next.due = it.due.map(|due| start.plus_days(due.0));
            next.due_kind = it.due.map(|due| if due.1 { DueKind::Hard } else { DueKind::Soft });
            next
        });
        PlanProblem {
            start,
            focus_limit: focus,
            min_session_minutes: shortest,
            max_item_minutes_per_day: most,
            items: items.collect(),
            calendar,
        }
    }
}

fn any_pace() -> impl Strategy<Value = Pace> {
    let finished = (0..7usize, 1..3000u32, 0..6000u32).prop_map(|(class, estimated, logged)| Finished {
        class: PaceClass::ALL[class],
        estimated: Minutes(estimated),
        logged: Minutes(logged),
    });
    let week = (0..900u32, 0..900u32)
        .prop_map(|(planned, given)| WeekGiven { planned: Minutes(planned), given: Minutes(given) });
    (prop::collection::vec(finished, 0..20), prop::collection::vec(week, 0..20))
        .prop_map(|(finished, weeks)| Pace::new(finished, weeks))
}

fn in_order(it: &Quantiles) -> bool {
    let day = |day: Option<Date>| day.unwrap_or(Date::LAST);
    day(it.p50) <= day(it.p85) && day(it.p85) <= day(it.p95)
}

/// A chance keeps a share exactly when its day is in time.
fn agrees(chance: f64, due: Date, it: &Quantiles) -> bool {
    let kept = |day: Option<Date>| day.is_some_and(|day| day <= due);
    (0.0..=1.0).contains(&chance)
        && (chance >= 0.5) == kept(it.p50)
        && (chance >= 0.85) == kept(it.p85)
        && (chance >= 0.95) == kept(it.p95)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    #[test]
    fn quantiles_chances_and_fan_agree(problem in any_problem(), pace in any_pace(), runs in 1..300u32, by in -5..200i64) {
        let schedule = solve(&problem).unwrap();
        let ready_by = problem.start.plus_days(by);
        let options = Options { runs, seed: 3, ready_by: Some(ready_by) };
        let made = forecast(&problem, &schedule, &all_around(&problem), &pace, &options);
        prop_assert!(in_order(&made.finish));
        prop_assert_eq!(made.items.len(), problem.items.len());
        for (it, item) in made.items.iter().zip(&problem.items) {
            prop_assert!(in_order(&it.quantiles));
            prop_assert!(it.quantiles.p50.is_none_or(|day| day >= problem.start));
            prop_assert_eq!(it.chance.is_some(), item.due.is_some());
            if let (Some(chance), Some(due)) = (it.chance, item.due) {
                prop_assert!(item.minutes == 0 || agrees(chance, due, &it.quantiles), "{:?} {:?}", it, due);
            }
            if let (Some(end), Some(last)) = (it.quantiles.p50, made.finish.p50) {
                prop_assert!(end <= last);
            }
        }
        if problem.items.iter().any(|it| it.minutes > 0) {
            prop_assert!(agrees(made.chance_by.unwrap(), ready_by, &made.finish));
            prop_assert!(!made.fan.is_empty());
        }
        for week in &made.fan {
            let shares = [0.0, week.p5, week.p15, week.p50, week.p85, week.p95, 1.0];
            prop_assert!(shares.is_sorted(), "{:?}", week);
        }
        for pair in made.fan.windows(2) {
            let shares = |it: &FanWeek| [it.p5, it.p15, it.p50, it.p85, it.p95];
            prop_assert!(shares(&pair[0]).iter().zip(shares(&pair[1])).all(|(a, b)| *a <= b));
            prop_assert_eq!(pair[0].start.plus_days(7), pair[1].start);
        }
    }

    #[test]
    fn what_is_certain_ends_as_planned(problem in any_problem()) {
        let schedule = solve(&problem).unwrap();
        let certain: Vec<ForecastItem> = problem.items.iter().map(|it| ForecastItem {
            whole: three(it.minutes, it.minutes, it.minutes),
            ..around(it)
        }).collect();
        let as_planned = Pace::new(
            vec![Finished { class: PaceClass::M, estimated: Minutes(60), logged: Minutes(60) }; 6],
            vec![WeekGiven { planned: Minutes(300), given: Minutes(300) }; 6],
        );
        for pace in [Pace::default(), as_planned] {
            let made = forecast(&problem, &schedule, &certain, &pace, &options(5));
            prop_assert_eq!(made.finish, all(Some(schedule.finish.unwrap_or(problem.start))));
            for (it, planned) in made.items.iter().zip(&schedule.items).filter(|it| it.1.finishes.is_some()) {
                prop_assert_eq!(it.quantiles, all(planned.finishes), "{}", it.id);
            }
        }
    }

    #[test]
    fn more_hours_never_end_later(
        minutes in prop::collection::vec(1..900u32, 1..20),
        calendar in any_calendar(),
        more in prop::array::uniform7(0..120u32),
        pace in any_pace(),
    ) {
        let items = minutes.iter().enumerate().map(|(i, minutes)| {
            let before = i.checked_sub(1).map(|before| format!("i{before}"));
            item(&format!("i{i}"), *minutes, before.as_deref().as_slice())
        });
        let less = PlanProblem { calendar, ..problem(items.collect()) };
        let mut more_hours = less.clone();
        for (minutes, more) in more_hours.calendar.weekly_minutes.iter_mut().zip(more) {
            *minutes += more;
        }
        let made = |problem: &PlanProblem| {
            forecast(problem, &solve(problem).unwrap(), &all_around(problem), &pace, &options(100))
        };
        let (less, more) = (made(&less), made(&more_hours));
        for (less, more) in less.items.iter().zip(&more.items) {
            let days = |it: &Quantiles| [it.p50, it.p85, it.p95].map(|day| day.unwrap_or(Date::LAST));
            prop_assert!(days(&more.quantiles).iter().zip(days(&less.quantiles)).all(|(more, less)| *more <= less));
        }
    }
}
