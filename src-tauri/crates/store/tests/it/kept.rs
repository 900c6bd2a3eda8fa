//! What the program keeps of its own reckoning.

use crate::world::*;
use groundwork_domain::Date;
use groundwork_domain::person::{KeptDay, KeptForecast};
use groundwork_store::{Origin, Store, StoreError, Writer};

fn keep_one_of_each(w: &Writer) -> Result<[bool; 4], StoreError> {
    Ok([
        w.keep_day(&kept_day("2027-01-04"))?,
        w.keep_forecast(&kept_forecast("own:a", "2027-01-04"))?,
        w.keep_end(&kept_end("own:a"))?,
        w.keep_session(0, &kept_session("2027-01-04", "own:a"))?,
    ])
}

fn keep<T>(store: &Store, f: impl FnOnce(&Writer) -> Result<T, StoreError>) -> T {
    let (value, changed) = store.keep(f).unwrap();
    assert_eq!(changed.into_iter().collect::<Vec<_>>(), ["kept"]);
    value
}

#[test]
fn what_is_kept_comes_back_with_its_limits_in_order() {
    let (dir, store) = profile();
    let bare = KeptDay {
        minutes_left: u32::MAX,
        claimed: 1.0,
        proven: f64::MIN_POSITIVE,
        finish: None,
        p50: None,
        p85: None,
        p95: None,
        chance: None,
        ..kept_day("1900-01-01")
    };
    let blank =
        KeptForecast { p50: None, p85: None, p95: Some(Date::LAST), ..kept_forecast("a", "2199-12-31") };
    keep(&store, |w| {
        w.keep_day(&kept_day("2027-01-04"))?;
        w.keep_day(&bare)?;
        w.keep_forecast(&kept_forecast("b", "2027-01-04"))?;
        w.keep_forecast(&blank)?;
        w.keep_forecast(&kept_forecast("a", "2027-01-04"))?;
        w.keep_end(&kept_end("b"))?;
        w.keep_end(&kept_end("a"))?;
        w.keep_session(0, &kept_session("2027-01-11", "a"))?;
        w.keep_session(10, &kept_session("2027-01-04", "a"))?;
        w.keep_session(9, &kept_session("2027-01-04", "b"))
    });
    drop(store);
    let store = Store::open(dir.path()).unwrap();
    store
        .read(|r| {
            assert_eq!(r.kept_days()?, [bare, kept_day("2027-01-04")]);
            let first = ["a", "b"].map(|item| kept_forecast(item, "2027-01-04"));
            assert_eq!(r.kept_forecasts()?, [first[0].clone(), blank, first[1].clone()]);
            assert_eq!(r.kept_ends()?, [kept_end("a"), kept_end("b")]);
            let sessions = [("2027-01-04", "b"), ("2027-01-04", "a"), ("2027-01-11", "a")];
            assert_eq!(r.kept_sessions()?, sessions.map(|(week, item)| kept_session(week, item)));
            // None of it was entered by the person.
            assert!(r.is_empty()?);
            Ok::<_, StoreError>(())
        })
        .unwrap();
}

#[test]
fn what_is_kept_is_never_changed() {
    let (_dir, store) = profile();
    assert_eq!(keep(&store, keep_one_of_each), [true; 4]);
    let before = everything(&store);
    let (added, changed) = store.keep(keep_one_of_each).unwrap();
    assert_eq!((added, changed.len()), ([false; 4], 0));
    let (added, changed) = store
        .keep(|w| {
            let mut session = kept_session("2027-01-04", "other");
            session.minutes = 5;
            Ok::<_, StoreError>([
                w.keep_day(&KeptDay { chance: None, ..kept_day("2027-01-04") })?,
                w.keep_forecast(&KeptForecast { p50: None, ..kept_forecast("own:a", "2027-01-04") })?,
                w.keep_session(0, &session)?,
            ])
        })
        .unwrap();
    assert_eq!((added, changed.len()), ([false; 3], 0));
    assert_eq!(everything(&store), before);
}

#[test]
fn what_is_no_number_is_refused_and_not_passed_over() {
    let (_dir, store) = profile();
    for bad in [
        KeptDay { claimed: f64::NAN, ..kept_day("2027-01-04") },
        KeptDay { proven: f64::INFINITY, ..kept_day("2027-01-04") },
        KeptDay { chance: Some(f64::NAN), ..kept_day("2027-01-04") },
    ] {
        assert_eq!(store.keep(|w| w.keep_day(&bad)).unwrap_err().code(), "store.refused");
    }
}

#[test]
fn keeping_leaves_the_history_and_what_can_be_made_again() {
    let (_dir, store) = profile();
    write(&store, |w| w.put_skill_record(&skill("sql", 1)));
    write(&store, |w| w.put_skill_record(&skill("sql", 2)));
    store.undo(Origin::Test).unwrap().unwrap();
    let history = store.history(10).unwrap();
    keep(&store, keep_one_of_each);
    assert_eq!(store.history(10).unwrap(), history);
    store.redo(Origin::Test).unwrap().unwrap();
    assert_eq!(store.read(|r| r.skill_records()).unwrap(), [skill("sql", 2)]);
    store.undo(Origin::Test).unwrap().unwrap();
    store.undo(Origin::Test).unwrap().unwrap();
    // Nothing of the person's is left; what was kept is.
    assert_eq!(store.read(|r| r.skill_records()).unwrap(), []);
    assert_eq!(store.read(|r| r.kept_days()).unwrap(), [kept_day("2027-01-04")]);
}

#[test]
fn no_record_of_the_persons_is_changed_by_keeping() {
    let (_dir, store) = profile();
    write(&store, fill);
    let before = (everything(&store), store.history(10).unwrap());
    for slip in [
        |w: &Writer| w.put_skill_record(&skill("git", 1)),
        |w: &Writer| w.clear_timer().map(drop),
        |w: &Writer| w.put_plan_item(&plan_item("own:a")),
        |w: &Writer| w.delete_project(&record_id("pr1")).map(drop),
        |w: &Writer| w.clear_target(),
        |w: &Writer| w.mark_example("skill", "sql").map(drop),
    ] {
        let error = store
            .keep(|w| {
                w.keep_day(&kept_day("2027-01-05"))?;
                slip(w)
            })
            .unwrap_err();
        assert_eq!(error.code(), "store.refused");
        assert_eq!((everything(&store), store.history(10).unwrap()), before);
    }
    let failed = store.keep(|w| {
        w.keep_day(&kept_day("2027-01-05"))?;
        Err::<(), _>(StoreError::NoProfile)
    });
    assert!(matches!(failed, Err(StoreError::NoProfile)));
    assert_eq!((everything(&store), store.history(10).unwrap()), before);
}

#[test]
fn what_was_kept_meanwhile_does_not_stand_in_the_way_of_undo() {
    let (_dir, store) = profile();
    let own = KeptDay { minutes_left: 7, ..kept_day("2027-01-04") };
    write(&store, |w| {
        w.marking_example();
        fill(w)
    });
    write(&store, |w| w.remove_example());
    assert_eq!(store.read(|r| r.kept_days()).unwrap(), []);
    keep(&store, |w| w.keep_day(&own));
    let kept = || store.read(|r| Ok::<_, StoreError>((r.kept_days()?, r.kept_ends()?.len()))).unwrap();
    // Back comes the example, with all that was not kept since.
    store.undo(Origin::Test).unwrap().unwrap();
    assert_eq!((kept(), store.read(|r| r.example_count()).unwrap()), ((vec![own.clone()], 1), 18));
    store.redo(Origin::Test).unwrap().unwrap();
    assert_eq!((kept(), store.read(|r| r.is_empty()).unwrap()), ((vec![own.clone()], 0), true));
    store.undo(Origin::Test).unwrap().unwrap();
    store.undo(Origin::Test).unwrap().unwrap();
    assert_eq!((kept(), store.read(|r| r.is_empty()).unwrap()), ((vec![own], 0), true));
}

#[test]
fn what_is_kept_of_the_example_goes_and_comes_with_it() {
    let (_dir, store) = profile();
    let own = KeptDay { minutes_left: 7, ..kept_day("2027-01-03") };
    keep(&store, |w| w.keep_day(&own));
    let written = write(&store, |w| {
        w.marking_example();
        keep_one_of_each(w)
    });
    assert_eq!(written.changed.into_iter().collect::<Vec<_>>(), ["kept"]);
    // Not counted: these are no records.
    assert_eq!(store.read(|r| r.example_count()).unwrap(), 0);
    let full = everything(&store);
    assert_eq!(write(&store, |w| w.remove_example()).value, 0);
    assert_eq!(store.read(|r| r.kept_days()).unwrap(), std::slice::from_ref(&own));
    store.undo(Origin::Test).unwrap().unwrap();
    assert_eq!(everything(&store), full);
    store.undo(Origin::Test).unwrap().unwrap();
    assert_eq!(store.read(|r| r.kept_days()).unwrap(), [own]);
}
