//! What the program keeps of its own reckoning.

use crate::world::*;
use groundwork_domain::Date;
use groundwork_domain::certification::Fact;
use groundwork_domain::person::{CertificationRecord, KeptDay, KeptEvent, KeptForecast, KeptReminder};
use groundwork_domain::reminder::ReminderSettings;
use groundwork_store::{Origin, Store, StoreError, Writer};

fn keep_one_of_each(w: &Writer) -> Result<[bool; 6], StoreError> {
    Ok([
        w.keep_day(&kept_day("2027-01-04"))?,
        w.keep_forecast(&kept_forecast("own:a", "2027-01-04"))?,
        w.keep_end(&kept_end("own:a"))?,
        w.keep_session(0, &kept_session("2027-01-04", "own:a"))?,
        w.keep_reminder(&kept_reminder("ce1", 7))?,
        w.keep_event(&kept_event("exam-ce1-1", 0))?,
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
    assert_eq!(keep(&store, keep_one_of_each), [true; 6]);
    let before = everything(&store);
    let (added, changed) = store.keep(keep_one_of_each).unwrap();
    assert_eq!((added, changed.len()), ([false; 6], 0));
    let (added, changed) = store
        .keep(|w| {
            let mut session = kept_session("2027-01-04", "other");
            session.minutes = 5;
            Ok::<_, StoreError>([
                w.keep_day(&KeptDay { chance: None, ..kept_day("2027-01-04") })?,
                w.keep_forecast(&KeptForecast { p50: None, ..kept_forecast("own:a", "2027-01-04") })?,
                w.keep_session(0, &session)?,
                w.keep_reminder(&KeptReminder { missed: true, shown: false, ..kept_reminder("ce1", 7) })?,
                w.keep_event(&KeptEvent { content: String::new(), ..kept_event("exam-ce1-1", 0) })?,
            ])
        })
        .unwrap();
    assert_eq!((added, changed.len()), ([false; 5], 0));
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
    store.undo(Origin::Test, groundwork_store::Step::ANY).unwrap().unwrap();
    let history = store.history(10, None).unwrap();
    keep(&store, keep_one_of_each);
    assert_eq!(store.history(10, None).unwrap(), history);
    store.redo(Origin::Test, groundwork_store::Step::ANY).unwrap().unwrap();
    assert_eq!(store.read(|r| r.skill_records()).unwrap(), [skill("sql", 2)]);
    store.undo(Origin::Test, groundwork_store::Step::ANY).unwrap().unwrap();
    store.undo(Origin::Test, groundwork_store::Step::ANY).unwrap().unwrap();
    // Nothing of the person's is left; what was kept is.
    assert_eq!(store.read(|r| r.skill_records()).unwrap(), []);
    assert_eq!(store.read(|r| r.kept_days()).unwrap(), [kept_day("2027-01-04")]);
}

#[test]
fn no_record_of_the_persons_is_changed_by_keeping() {
    let (_dir, store) = profile();
    write(&store, fill);
    let before = (everything(&store), store.history(10, None).unwrap());
    for slip in [
        |w: &Writer| w.put_skill_record(&skill("git", 1)),
        |w: &Writer| w.clear_timer().map(drop),
        |w: &Writer| w.put_plan_item(&plan_item("own:a")),
        |w: &Writer| w.delete_project(&record_id("pr1")).map(drop),
        |w: &Writer| w.clear_target(),
        |w: &Writer| w.mark_example("skill", "sql").map(drop),
        |w: &Writer| w.put_certification(&CertificationRecord { credits: vec![], ..long_held("ce2") }),
        |w: &Writer| w.delete_certification(&record_id("ce2")).map(drop),
        |w: &Writer| w.put_correction(&correction(Fact::Price, "400 EUR")),
        |w: &Writer| w.put_issuer_key(&issuer_key("ik3", None)),
        |w: &Writer| w.add_address("eve@example.org").map(drop),
        |w: &Writer| w.set_reminder_settings(&ReminderSettings::default()),
    ] {
        let error = store
            .keep(|w| {
                w.keep_day(&kept_day("2027-01-05"))?;
                slip(w)
            })
            .unwrap_err();
        assert_eq!(error.code(), "store.refused");
        assert_eq!((everything(&store), store.history(10, None).unwrap()), before);
    }
    let failed = store.keep(|w| {
        w.keep_day(&kept_day("2027-01-05"))?;
        Err::<(), _>(StoreError::NoProfile)
    });
    assert!(matches!(failed, Err(StoreError::NoProfile)));
    assert_eq!((everything(&store), store.history(10, None).unwrap()), before);
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
    store.undo(Origin::Test, groundwork_store::Step::ANY).unwrap().unwrap();
    assert_eq!((kept(), store.read(|r| r.example_count()).unwrap()), ((vec![own.clone()], 1), 32));
    store.redo(Origin::Test, groundwork_store::Step::ANY).unwrap().unwrap();
    assert_eq!((kept(), store.read(|r| r.is_empty()).unwrap()), ((vec![own.clone()], 0), true));
    store.undo(Origin::Test, groundwork_store::Step::ANY).unwrap().unwrap();
    store.undo(Origin::Test, groundwork_store::Step::ANY).unwrap().unwrap();
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
    store.undo(Origin::Test, groundwork_store::Step::ANY).unwrap().unwrap();
    assert_eq!(everything(&store), full);
    store.undo(Origin::Test, groundwork_store::Step::ANY).unwrap().unwrap();
    assert_eq!(store.read(|r| r.kept_days()).unwrap(), [own]);
}

#[test]
fn what_was_said_and_handed_out_comes_back_with_its_limits_in_order() {
    let (dir, store) = profile();
    let passed_over = KeptReminder {
        said_at: jiff::Timestamp::MIN,
        shown: false,
        dismissed: true,
        ..kept_reminder("é:\u{10ffff}", i64::MIN)
    };
    let late = KeptReminder { said_at: instant("2027-05-05T07:00:01Z"), ..kept_reminder("ce1", 1) };
    let other = KeptReminder { missed: true, ..kept_reminder("ce2", i64::MAX) };
    let far = KeptEvent { stamp: jiff::Timestamp::MAX, ..kept_event("z", u32::MAX) };
    keep(&store, |w| {
        for one in [&passed_over, &late, &other, &kept_reminder("ce1", 7)] {
            assert!(w.keep_reminder(one)?);
        }
        for sequence in [2, 0, 10, 9] {
            assert!(w.keep_event(&kept_event("a", sequence))?);
        }
        w.keep_event(&far)
    });
    drop(store);
    let store = Store::open(dir.path()).unwrap();
    store
        .read(|r| {
            // The newest first; the newest revision of each event alone.
            let wanted = [late, kept_reminder("ce1", 7), other, passed_over];
            assert_eq!(r.kept_reminders()?, wanted);
            assert_eq!(r.kept_events()?, [kept_event("a", 10), far]);
            assert_eq!(r.kept_look()?, None);
            assert!(r.is_empty()?);
            Ok::<_, StoreError>(())
        })
        .unwrap();
}

#[test]
fn a_reminder_is_put_away_once_and_stays_so() {
    let (dir, store) = profile();
    keep(&store, |w| w.keep_reminder(&kept_reminder("ce1", 7)));
    let key = kept_reminder("ce1", 7).reminder.key;
    assert!(keep(&store, |w| w.keep_dismissed(&key)));
    for key in [key.as_str(), "exam:nobody:2027-05-12:7", ""] {
        let (known, changed) = store.keep(|w| w.keep_dismissed(key)).unwrap();
        assert_eq!((known, changed.len()), (false, 0), "{key}");
    }
    // Said again by nobody: it is known, and stays put away.
    assert!(!store.keep(|w| w.keep_reminder(&kept_reminder("ce1", 7))).unwrap().0);
    drop(store);
    let store = Store::open(dir.path()).unwrap();
    let kept = store.read(|r| r.kept_reminders()).unwrap();
    assert_eq!(kept, [KeptReminder { dismissed: true, ..kept_reminder("ce1", 7) }]);
    assert!(store.history(10, None).unwrap().entries.is_empty());
}

#[test]
fn the_last_look_is_the_last_also_when_the_clock_was_set_back() {
    let (dir, store) = profile();
    for at in ["2027-05-05T07:00:00Z", "2027-05-05T07:00:00.5Z", "2026-01-01T00:00:00Z"] {
        keep(&store, |w| w.keep_look(instant(at)));
        assert_eq!(store.read(|r| r.kept_look()).unwrap(), Some(instant(at)));
    }
    drop(store);
    let store = Store::open(dir.path()).unwrap();
    assert_eq!(store.read(|r| r.kept_look()).unwrap(), Some(instant("2026-01-01T00:00:00Z")));
}

#[test]
fn a_reminder_that_was_put_away_meanwhile_does_not_stand_in_the_way_of_undo() {
    let (_dir, store) = profile();
    write(&store, |w| {
        w.marking_example();
        fill(w)
    });
    let key = kept_reminder("ce1", 7).reminder.key;
    assert!(keep(&store, |w| w.keep_dismissed(&key)));
    keep(&store, |w| w.keep_look(instant("2027-05-05T07:00:00Z")));
    keep(&store, |w| w.keep_event(&kept_event("exam-ce1-1", 2)));
    store.undo(Origin::Test, groundwork_store::Step::ANY).unwrap().unwrap();
    assert!(store.read(|r| r.is_empty()).unwrap());
    // What the program did past the history stays.
    let kept = || store.read(|r| Ok::<_, StoreError>((r.kept_look()?, r.kept_events()?))).unwrap();
    let stays = (Some(instant("2027-05-05T07:00:00Z")), vec![kept_event("exam-ce1-1", 2)]);
    assert_eq!(kept(), stays);
    store.redo(Origin::Test, groundwork_store::Step::ANY).unwrap().unwrap();
    assert_eq!(kept(), stays);
    assert_eq!(write(&store, |w| w.remove_example()).value, 32);
}

#[test]
fn what_no_clock_and_no_calendar_can_say_is_refused() {
    let (dir, store) = profile();
    write(&store, fill);
    let before = everything(&store);
    let conn = raw(dir.path());
    for sql in [
        "UPDATE kept_reminder SET shown = 2",
        "UPDATE kept_reminder SET missed = -1",
        "UPDATE kept_reminder SET dismissed = NULL",
        "UPDATE kept_event SET sequence = -1",
        "INSERT INTO kept_look (id, at) VALUES ('another', '')",
        "INSERT INTO reminder_settings SELECT 'other', exam, expiry, renewal, session, at_time, session_at, \
         quiet_from, quiet_to, example FROM reminder_settings",
    ] {
        assert!(conn.execute(sql, []).is_err(), "{sql}");
    }
    assert_eq!(everything(&store), before);
}

#[test]
fn what_is_kept_with_a_change_is_there_with_it_or_neither_is() {
    let (_dir, store) = profile();
    let nothing = everything(&store);
    let put = |w: &Writer| w.put_project(&project("pr2"));
    let keep = |w: &Writer| w.keep_version(&version("ve1", project("pr2")));
    // What is kept fails, or is more than what may be kept: the change is not made either.
    let fails = store.write_and_keep(change("test.write"), put, |w| {
        keep(w)?;
        Err(StoreError::MissingFile)
    });
    assert_eq!(fails.err().map(|error| error.code()), Some("store.missing_file"));
    let slips = store.write_and_keep(change("test.write"), put, |w| w.put_skill_record(&skill("sql", 2)));
    assert_eq!(slips.err().map(|error| error.code()), Some("store.refused"));
    assert_eq!(everything(&store), nothing);
    let written = store.write_and_keep(change("test.write"), put, keep).unwrap();
    assert!(written.history.is_some());
    assert_eq!(written.changed.into_iter().collect::<Vec<_>>(), ["kept", "project"]);
    // Undo takes back the change; what was kept of it stays.
    store.undo(Origin::Test, groundwork_store::Step::ANY).unwrap().unwrap();
    let kept = store.read(|r| Ok::<_, StoreError>((r.projects()?, r.project_versions(&record_id("pr2"))?)));
    let (projects, versions) = kept.unwrap();
    assert_eq!((projects.len(), versions.len()), (0, 1));
    // A change of nothing still keeps what is to be kept.
    let again = store.write_and_keep(
        change("test.write"),
        |_| Ok(()),
        |w| w.keep_version(&version("ve2", project("pr2"))),
    );
    let again = again.unwrap();
    assert_eq!(again.history, None);
    assert_eq!(again.changed.into_iter().collect::<Vec<_>>(), ["kept"]);
}
