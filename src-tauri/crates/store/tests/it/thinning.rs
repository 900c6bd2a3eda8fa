//! Which backups stay (QUALITY.md: 2 days of all, then 12 daily, 10 weekly, 9 monthly).

use groundwork_store::backup::kept;
use jiff::{Timestamp, ToSpan};
use proptest::prelude::*;
use std::collections::BTreeSet;

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

fn every(minutes: i64, count: usize, until: Timestamp) -> Vec<Timestamp> {
    (0..count as i64).map(|step| until - (step * minutes).minutes()).collect()
}

#[test]
fn three_years_of_half_hours_come_to_two_days_of_all_and_thirty_one_more() {
    let now = at("2026-11-20T12:00:00Z");
    let made = every(30, 3 * 365 * 48, now);
    let stay = kept(now, &made);
    assert_eq!(stay.len(), 96 + 12 + 10 + 9);
    let oldest = stay.iter().map(|place| made[*place]).min().unwrap();
    // Nine months before ten weeks before twelve days before two days.
    assert_eq!(oldest, at("2025-12-31T23:30:00Z"));
}

#[test]
fn of_each_day_the_newest_stays() {
    let now = at("2026-11-20T12:00:00Z");
    let made = [at("2026-11-10T23:59:00Z"), at("2026-11-10T08:00:00Z"), at("2026-11-09T00:00:00Z")];
    assert_eq!(kept(now, &made), BTreeSet::from([0, 2]));
}

#[test]
fn who_opens_the_program_twice_a_year_keeps_every_backup() {
    let now = at("2026-11-20T12:00:00Z");
    let made: Vec<Timestamp> = (0..20).map(|half| now - (half * 182 * 24).hours()).collect();
    assert_eq!(kept(now, &made).len(), 20);
}

#[test]
fn a_clock_that_was_set_back_lets_none_go_that_it_takes_for_the_future() {
    let now = at("2020-01-01T00:00:00Z");
    let made = every(30, 500, at("2026-11-20T12:00:00Z"));
    assert_eq!(kept(now, &made).len(), 500);
}

proptest! {
    #[test]
    fn the_newest_stays_whatever_was_made_and_thinning_twice_thins_no_more(
        hours in proptest::collection::vec(0_i64..30_000, 1..200)
    ) {
        let now = at("2026-11-20T12:00:00Z");
        let made: Vec<Timestamp> = hours.iter().map(|hours| now - hours.hours()).collect();
        let stay = kept(now, &made);
        let newest = made.iter().max().unwrap();
        prop_assert!(stay.iter().any(|place| made[*place] == *newest));
        let left: Vec<Timestamp> = stay.iter().map(|place| made[*place]).collect();
        prop_assert_eq!(kept(now, &left).len(), left.len());
    }
}
