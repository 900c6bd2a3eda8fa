//! How often forecasts held.

use crate::learner::{BIASES, Made, follow_all};
use crate::make::*;
use groundwork_domain::Date;
use groundwork_domain::calibration::*;
use groundwork_domain::forecast::Draws;

const TODAY: &str = "2028-01-01";

/// A forecast of 4 January 2027: half by the 18th, 85 % by the 25th, 95 % by 1 February.
fn kept(item: &str, ended: Option<&str>) -> Kept {
    Kept {
        item: item.into(),
        made_on: date("2027-01-04"),
        p50: Some(date("2027-01-18")),
        p85: Some(date("2027-01-25")),
        p95: Some(date("2027-02-01")),
        ended_on: ended.map(date),
    }
}

fn many(ends: &[(usize, Option<&str>)]) -> Vec<Kept> {
    let ends = ends.iter().flat_map(|(count, ended)| std::iter::repeat_n(*ended, *count));
    ends.enumerate().map(|(i, ended)| kept(&format!("i{i}"), ended)).collect()
}

fn all(kept: &[Kept]) -> Held {
    calibration(kept, date(TODAY)).all
}

const EARLY: Option<&str> = Some("2027-01-10");
const LATE: Option<&str> = Some("2027-01-24");
const VERY_LATE: Option<&str> = Some("2027-03-01");

#[test]
fn with_nothing_kept_nothing_can_be_said() {
    let held = all(&[]);
    assert_eq!((held.settled, held.p50.share, held.verdict), (0, None, Verdict::TooFew));
    assert_eq!(calibration(&[], date(TODAY)).by_horizon.len(), 3);
}

#[test]
fn a_day_is_kept_up_to_its_evening() {
    let held = all(&[kept("a", Some("2027-01-18"))]);
    assert_eq!((held.p50.held, held.p85.held, held.p95.held), (1, 1, 1));
    let held = all(&[kept("a", Some("2027-01-19"))]);
    assert_eq!((held.p50.held, held.p85.held, held.p95.share), (0, 1, Some(1.0)));
}

#[test]
fn what_has_not_ended_is_missed_once_its_last_day_has_passed() {
    let open = [kept("a", None)];
    assert_eq!(calibration(&open, date("2027-02-01")).all.settled, 0);
    let held = calibration(&open, date("2027-02-02")).all;
    assert_eq!((held.settled, held.p95.held), (1, 0));
    // An end that lies in the future is not known yet.
    assert_eq!(calibration(&[kept("a", VERY_LATE)], date("2027-01-20")).all.settled, 0);
}

#[test]
fn a_forecast_without_a_last_day_waits_for_the_end() {
    let mut never = kept("a", None);
    (never.p85, never.p95) = (None, None);
    assert_eq!(all(&[never.clone()]).settled, 0);
    never.ended_on = VERY_LATE.map(date);
    let held = all(&[never]);
    assert_eq!((held.p50.held, held.p85.held, held.p95.held), (0, 1, 1));
}

#[test]
fn one_forecast_of_an_item_counts_each_week() {
    let mut list = vec![kept("a", EARLY); 3];
    list[1].made_on = date("2027-01-10");
    list[2].made_on = date("2027-01-11");
    // The third was made after the end; the second in the week of the first.
    assert_eq!(all(&list).settled, 1);
    list[2].ended_on = LATE.map(date);
    list[2].item = "b".into();
    assert_eq!((all(&list).settled, all(&list).items), (2, 2));
}

#[test]
fn horizons_are_told_apart() {
    let mut list = many(&[(3, EARLY)]);
    list[1].p50 = Some(date("2027-02-02"));
    list[2].p50 = None;
    let of: Vec<u32> = calibration(&list, date(TODAY)).by_horizon.iter().map(|it| it.held.settled).collect();
    assert_eq!(of, [1, 1, 1]);
    list[1].p50 = Some(date("2027-02-01"));
    list[2].p50 = Some(date("2027-04-05"));
    let of: Vec<u32> = calibration(&list, date(TODAY)).by_horizon.iter().map(|it| it.held.settled).collect();
    assert_eq!(of, [2, 1, 0]);
}

#[test]
fn the_verdict_waits_for_eight_items_and_for_more_than_accident() {
    let verdict = |ends: &[(usize, Option<&str>)]| all(&many(ends)).verdict;
    assert_eq!(verdict(&[(7, VERY_LATE)]), Verdict::TooFew);
    assert_eq!(verdict(&[(8, VERY_LATE)]), Verdict::TooHopeful);
    assert_eq!(verdict(&[(8, EARLY)]), Verdict::TooCautious);
    assert_eq!(verdict(&[(4, EARLY), (3, LATE), (1, VERY_LATE)]), Verdict::Fair);
    assert_eq!(verdict(&[(50, EARLY), (35, LATE), (15, VERY_LATE)]), Verdict::TooHopeful);
    assert_eq!(verdict(&[(50, EARLY), (46, LATE), (4, VERY_LATE)]), Verdict::TooCautious);
    assert_eq!(verdict(&[(50, EARLY), (40, LATE), (8, VERY_LATE)]), Verdict::Fair);
}

#[test]
fn many_forecasts_of_one_item_are_one_observation() {
    let again = |i: i64| Kept { made_on: date("2026-01-05").plus_days(7 * i), ..kept("a", VERY_LATE) };
    let held = all(&(0..50).map(again).collect::<Vec<_>>());
    assert_eq!((held.settled, held.items, held.verdict), (50, 1, Verdict::TooFew));
}

fn shares(made: &[Made], of: impl Fn(&Made) -> bool) -> [f64; 3] {
    let kept: Vec<Kept> = made.iter().filter(|it| of(it)).map(|it| it.kept.clone()).collect();
    let held = calibration(&kept, Date::LAST).all;
    assert!(held.settled > 200, "{held:?}");
    [held.p50, held.p85, held.p95].map(|it| it.share.unwrap())
}

/// The bands that the forecast must keep for learners whose pace and weeks it does not know.
#[test]
fn once_ten_items_are_logged_the_forecast_of_a_learner_is_calibrated() {
    let made = follow_all(40 * BIASES.len() as u64, Draws::Pooled);
    for whole in [false, true] {
        let [p50, p85, p95] = shares(&made, |it| it.whole == whole && it.logged_items >= 10);
        assert!((0.40..=0.60).contains(&p50), "{p50}");
        assert!((0.75..=0.95).contains(&p85), "{p85}");
        assert!(p95 >= 0.88, "{p95}");
    }
}

#[test]
fn before_that_the_forecast_does_better_than_to_the_letter() {
    let early = |draws| shares(&follow_all(20 * BIASES.len() as u64, draws), |it| it.logged_items < 5);
    let (pooled, literal) = (early(Draws::Pooled), early(Draws::Literal));
    assert!(pooled[2] > literal[2] + 0.1, "{pooled:?} {literal:?}");
    assert!(pooled[2] > 0.7, "{pooled:?}");
}
