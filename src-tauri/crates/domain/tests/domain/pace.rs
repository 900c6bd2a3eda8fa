//! How long things really take a person.

use groundwork_domain::Minutes;
use groundwork_domain::pace::*;
use groundwork_domain::role::EffortClass;

fn finished(class: PaceClass, estimated: u32, logged: u32) -> Finished {
    Finished { class, estimated: Minutes(estimated), logged: Minutes(logged) }
}

fn week(planned: u32, given: u32) -> WeekGiven {
    WeekGiven { planned: Minutes(planned), given: Minutes(given) }
}

#[test]
fn without_a_log_the_estimates_stand() {
    let pace = Pace::default();
    assert!(PaceClass::ALL.iter().all(|class| pace.ratio(*class) == 1.0));
    assert!(pace.corrections().is_empty());
    assert_eq!((pace.logged_items(), pace.weeks_known()), (0, 0));
}

#[test]
fn a_ratio_is_shrunk_toward_one_with_the_weight_of_five_items() {
    let log = vec![
        finished(PaceClass::M, 600, 900),
        finished(PaceClass::M, 400, 1100),
        finished(PaceClass::S, 60, 60),
    ];
    let pace = Pace::new(log, Vec::new());
    // Two items of ratio 2000 / 1000, five of 1.
    assert!((pace.ratio(PaceClass::M) - 9.0 / 7.0).abs() < 1e-12);
    assert_eq!(pace.ratio(PaceClass::S), 1.0);
    assert_eq!(pace.ratio(PaceClass::Exam), 1.0);
    let corrections = pace.corrections();
    assert_eq!(corrections.len(), 2);
    let m = corrections[1];
    assert_eq!((m.class, m.items, m.estimated, m.logged), (PaceClass::M, 2, 1000, 2000));
    assert_eq!(pace.logged_items(), 3);
}

#[test]
fn many_items_outweigh_the_estimates() {
    let pace = Pace::new(vec![finished(PaceClass::L, 1000, 1500); 995], Vec::new());
    assert!((pace.ratio(PaceClass::L) - 1.4975).abs() < 1e-9);
}

#[test]
fn what_cannot_be_is_not_believed() {
    let pace = Pace::new(vec![finished(PaceClass::Own, 10, 100_000)], Vec::new());
    assert!((pace.ratio(PaceClass::Own) - 15.0 / 6.0).abs() < 1e-12);
    let pace = Pace::new(vec![finished(PaceClass::Own, 100_000, 0)], Vec::new());
    assert!((pace.ratio(PaceClass::Own) - 5.1 / 6.0).abs() < 1e-12);
    let most = u32::MAX;
    let pace = Pace::new(vec![finished(PaceClass::Own, most, most); 3], vec![week(1, most)]);
    assert_eq!(pace.ratio(PaceClass::Own), 1.0);
    assert_eq!(pace.weeks()[0].share(), 3.0);
}

#[test]
fn items_without_estimate_and_weeks_without_plan_are_left_out() {
    let pace = Pace::new(vec![finished(PaceClass::Own, 0, 30)], vec![week(0, 300), week(100, 50)]);
    assert_eq!((pace.logged_items(), pace.weeks_known()), (0, 1));
    assert_eq!(pace.weeks()[0].share(), 0.5);
}

#[test]
fn a_skill_has_the_pace_of_its_effort() {
    let classes = [EffortClass::S, EffortClass::M, EffortClass::L].map(PaceClass::from);
    assert_eq!(classes, [PaceClass::S, PaceClass::M, PaceClass::L]);
    assert_eq!(serde_json::to_string(&PaceClass::Practice).unwrap(), "\"practice\"");
}
