//! The time log, the timer, pins and places, scenarios, reviews.

use crate::world::*;
use groundwork_domain::person::{LogRecord, Place, PlanItemRecord, ReviewChoice, TimerRecord};
use groundwork_domain::plan::Pin;
use groundwork_domain::{Date, Minutes};
use groundwork_store::{Origin, Store, StoreError, Writer};
use jiff::Timestamp;

#[test]
fn entries_of_the_log_come_back_with_their_limits() {
    let only_item = LogRecord { skill: None, minutes: Minutes(1), ..log_entry("a") };
    let whole = LogRecord {
        item: Some("é".repeat(200)),
        on: Date::LAST,
        minutes: Minutes(1440),
        began: Some(Timestamp::UNIX_EPOCH),
        ended: Some(Timestamp::MAX),
        note: "a\0b\r\n👩‍💻".into(),
        ..log_entry("b")
    };
    let half_known = LogRecord { on: Date::FIRST, ended: None, ..log_entry("c") };
    let entries = [half_known, bare_log_entry("d"), only_item, whole];
    let put = entries.clone();
    comes_back(
        move |w| put.iter().try_for_each(|entry| w.put_log_entry(entry)),
        |r| r.log_entries(),
        entries.to_vec(),
    );
}

#[test]
fn the_log_is_in_the_order_of_time() {
    let (_dir, store) = profile();
    let at = |id: &str, began: &str| LogRecord { began: Some(instant(began)), ended: None, ..log_entry(id) };
    write(&store, |w| {
        w.put_log_entry(&at("a", "2027-01-04T18:00:00.5Z"))?;
        w.put_log_entry(&at("b", "2027-01-04T18:00:00Z"))?;
        w.put_log_entry(&at("c", "2027-01-04T18:00:00.000000001Z"))?;
        w.put_log_entry(&LogRecord { on: date("2027-01-03"), ..at("d", "2027-01-04T18:00:01Z") })
    });
    let ids: Vec<_> =
        store.read(|r| r.log_entries()).unwrap().into_iter().map(|one| one.id.to_string()).collect();
    assert_eq!(ids, ["d", "b", "c", "a"]);
}

#[test]
fn timers_come_back_running_paused_and_never_started() {
    comes_back(|w| w.set_timer(&timer()), |r| r.timer(), Some(timer()));
    let mut paused = timer();
    paused.item = None;
    paused.stretches[1].to = Some(Timestamp::MAX);
    let put = paused.clone();
    comes_back(move |w| w.set_timer(&put), |r| r.timer(), Some(paused));
    let bare = TimerRecord { item: None, skill: None, zone: String::new(), stretches: vec![] };
    let put = bare.clone();
    comes_back(move |w| w.set_timer(&put), |r| r.timer(), Some(bare));
}

#[test]
fn there_is_one_timer() {
    let (_dir, store) = profile();
    write(&store, |w| w.set_timer(&timer()));
    let other = TimerRecord { item: None, stretches: timer().stretches.split_off(1), ..timer() };
    let written = write(&store, |w| w.set_timer(&other));
    assert_eq!(written.changed.into_iter().collect::<Vec<_>>(), ["timer"]);
    assert_eq!(store.read(|r| r.timer()).unwrap(), Some(other));
    store.undo(Origin::Test, groundwork_store::Step::ANY).unwrap().unwrap();
    assert_eq!(store.read(|r| r.timer()).unwrap(), Some(timer()));
}

#[test]
fn a_timer_runs_on_when_the_program_was_killed() {
    let (dir, store) = profile();
    write(&store, |w| w.set_timer(&timer()));
    // No end of any kind, and the mark that a killed program leaves.
    std::mem::forget(store);
    std::fs::write(dir.path().join("state/open-killed"), "").unwrap();
    let store = Store::open(dir.path()).unwrap();
    assert_eq!(store.read(|r| r.timer()).unwrap(), Some(timer()));
    assert!(store.undo(Origin::Test, groundwork_store::Step::ANY).unwrap().is_some());
}

#[test]
fn plan_items_come_back_with_every_place_and_with_their_pins_by_day() {
    for place in [None, Some(Place::First), Some(Place::Last), Some(Place::AheadOf { item: "é".into() })] {
        let item = PlanItemRecord { place, split_after: Some(10_000_000), ..placed_item("own:a") };
        let mut put = item.clone();
        put.pinned.reverse();
        comes_back(move |w| w.put_plan_item(&put), |r| r.plan_item("own:a"), Some(item));
    }
    let (_dir, store) = profile();
    write(&store, |w| w.put_plan_item(&placed_item("own:a")));
    let written = write(&store, |w| w.put_plan_item(&plan_item("own:a")));
    assert_eq!(written.changed.into_iter().collect::<Vec<_>>(), ["plan_item"]);
    assert_eq!(store.read(|r| r.plan_items()).unwrap(), [plan_item("own:a")]);
    store.undo(Origin::Test, groundwork_store::Step::ANY).unwrap().unwrap();
    assert_eq!(store.read(|r| r.plan_items()).unwrap(), [placed_item("own:a")]);
}

#[test]
fn scenarios_come_back_whole_and_bare() {
    comes_back(
        |w| {
            w.put_scenario(&bare_scenario("b"))?;
            w.put_scenario(&scenario("a"))
        },
        |r| r.scenarios(),
        vec![scenario("a"), bare_scenario("b")],
    );
    let (_dir, store) = profile();
    write(&store, |w| w.put_scenario(&scenario("a")));
    let written = write(&store, |w| w.put_scenario(&bare_scenario("a")));
    assert_eq!(written.changed.into_iter().collect::<Vec<_>>(), ["scenario"]);
    assert_eq!(store.read(|r| r.scenarios()).unwrap(), [bare_scenario("a")]);
}

#[test]
fn reviews_come_back_with_every_choice() {
    let reviews = [
        review("2026-12-07", ReviewChoice::Keep),
        review("2026-12-14", ReviewChoice::Hours { weekly_minutes: 10_080 }),
        review("2026-12-21", ReviewChoice::LighterWeek { minutes: 0 }),
        review("2026-12-28", ReviewChoice::First { item: "own:\"'👩‍💻\0".into() }),
        review("2027-01-04", ReviewChoice::ReadyBy { date: Date::LAST }),
    ];
    let put = reviews.clone();
    comes_back(
        move |w| put.iter().rev().try_for_each(|one| w.put_week_review(one)),
        |r| r.week_reviews(),
        reviews.to_vec(),
    );
}

#[test]
fn what_no_person_can_have_spent_or_planned_is_refused() {
    let (_dir, store) = profile();
    write(&store, fill);
    let before = everything(&store);
    let refused = |f: &dyn Fn(&Writer) -> Result<(), StoreError>| {
        let error = store.write(change("bad"), |w| f(w)).unwrap_err();
        assert_eq!(error.code(), "store.refused", "{error}");
        assert_eq!(everything(&store), before);
    };
    let entry = log_entry("lo1");
    for bad in [
        LogRecord { minutes: Minutes(0), ..entry.clone() },
        LogRecord { minutes: Minutes(1441), ..entry.clone() },
        LogRecord { item: None, skill: None, ..entry.clone() },
        LogRecord { item: Some(String::new()), ..entry.clone() },
        LogRecord { item: Some("a".repeat(201)), ..entry.clone() },
        LogRecord { began: entry.ended, ended: entry.began, ..entry.clone() },
    ] {
        refused(&|w| w.put_log_entry(&bad));
    }
    refused(&|w| {
        let mut bad = timer();
        bad.stretches.reverse();
        w.set_timer(&bad)
    });
    refused(&|w| w.set_timer(&TimerRecord { item: Some("a".repeat(201)), ..timer() }));
    let pin = |minutes| Pin { date: date("2027-01-09"), minutes };
    for pins in [vec![pin(0)], vec![pin(1441)], vec![pin(30), pin(40)]] {
        refused(&|w| w.put_plan_item(&PlanItemRecord { pinned: pins.clone(), ..placed_item("own:a") }));
    }
    for split in [0, 10_000_001] {
        refused(&|w| w.put_plan_item(&PlanItemRecord { split_after: Some(split), ..placed_item("own:a") }));
    }
    refused(&|w| {
        let mut bad = scenario("sc1");
        bad.weekly_minutes = Some([0, 0, 0, 0, 0, 0, 1441]);
        w.put_scenario(&bad)
    });
}

#[test]
fn an_entry_may_end_within_the_second_in_which_it_began() {
    let (_dir, store) = profile();
    let entry = LogRecord { ended: Some(instant("2027-01-04T18:00:00.5Z")), ..log_entry("lo1") };
    write(&store, |w| w.put_log_entry(&entry));
    assert_eq!(store.read(|r| r.log_entries()).unwrap(), [entry]);
}

#[test]
fn what_cannot_have_been_written_here_is_said_to_be_damage() {
    for sql in [
        "UPDATE log_entry SET began = 'this morning', ended = NULL",
        "UPDATE log_entry SET ended = '2027-13-01T00:00:00Z'",
        "UPDATE log_entry SET on_day = '2027-02-30'",
        "UPDATE log_entry SET skill = '../etc'",
        "UPDATE timer SET skill = 'No Id'",
        "UPDATE timer_stretch SET began = ''",
        "UPDATE timer_stretch SET ended = NULL",
        "UPDATE plan_item SET place = NULL",
        "UPDATE plan_item SET place = 'last'",
        "UPDATE plan_item SET place_item = NULL",
        "UPDATE plan_item_pin SET on_day = '2027-02-30' WHERE minutes = 1",
        "UPDATE scenario SET weekly_minutes = '1,2,3,4,5,6'",
        "UPDATE scenario SET weekly_minutes = '1,2,3,4,5,6,7,8'",
        "UPDATE scenario SET weekly_minutes = '1,2,3,4,5,6,-7'",
        "UPDATE scenario SET rung = ''",
        "UPDATE scenario_item SET due = '2027-02-30' WHERE position = 1",
        "UPDATE week_review SET choice = '{\"kind\":\"rest\"}'",
        "UPDATE week_review SET choice = '{\"kind\":\"hours\",\"weekly_minutes\":1,\"more\":1}'",
        "UPDATE week_review SET choice = ''",
        "UPDATE week_review SET id = '2027-02-30'",
        "UPDATE kept_day SET p50 = 'soon'",
        "UPDATE kept_day SET minutes_left = -1",
        "UPDATE kept_forecast SET made_on = 'then'",
        "UPDATE kept_end SET on_day = ''",
        "UPDATE kept_session SET on_day = '2027-02-30'",
    ] {
        damages(sql);
    }
}
