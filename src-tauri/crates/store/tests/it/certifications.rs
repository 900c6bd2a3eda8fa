//! Certifications with their parts, corrections of the catalogue, trusted keys, addresses, choices about reminders.

use crate::world::*;
use groundwork_domain::Date;
use groundwork_domain::badge::{BadgeKey, IssuerKey};
use groundwork_domain::certification::{Correction, Fact};
use groundwork_domain::person::{AttachmentRecord, Attempt, CertificationRecord, Credit, Owner};
use groundwork_domain::reminder::{ReminderKind, ReminderSettings};
use groundwork_store::{Origin, Writer};

#[test]
fn certifications_come_back_with_their_limits_and_parts_in_order() {
    let bare = CertificationRecord { supports: vec![], ..certification("ce1") };
    let many = CertificationRecord {
        attempt: u8::MAX,
        cost: Some(1e15),
        reschedule_by: Some(Date::FIRST),
        retry_from: Some(Date::LAST),
        attempts: (0..200)
            .map(|n| Attempt {
                on: date("2026-01-01").plus_days(n),
                score: format!("{n} a\0b 👩‍💻"),
                cost: None,
                currency: None,
                note: String::new(),
            })
            .collect(),
        credits: (0..200)
            .map(|n| Credit {
                on: date("2026-01-01"),
                credits: f64::from(n) / 4.0,
                title: "\u{202e}x".into(),
            })
            .collect(),
        ..long_held("ce2")
    };
    let put = [many.clone(), bare.clone()];
    comes_back(
        move |w| put.iter().try_for_each(|one| w.put_certification(one)),
        |r| r.certifications(),
        vec![bare, many],
    );
}

#[test]
fn a_certification_that_loses_its_parts_gets_them_back() {
    let (_dir, store) = profile();
    write(&store, |w| w.put_certification(&long_held("ce1")));
    let full = everything(&store);
    let without = |change: fn(&mut CertificationRecord)| {
        let mut changed = long_held("ce1");
        change(&mut changed);
        changed
    };
    for changed in [
        without(|it| it.attempts.clear()),
        without(|it| it.attempts.reverse()),
        without(|it| it.costs.truncate(2)),
        without(|it| it.costs.rotate_left(1)),
        without(|it| it.credits.swap(0, 1)),
        without(|it| it.periods.clear()),
        without(|it| it.supports.clear()),
        without(|it| it.keep_up = true),
        without(|it| it.performance_based = false),
        without(|it| it.retry_from = None),
        certification("ce1"),
    ] {
        let written = write(&store, |w| w.put_certification(&changed));
        assert_eq!(written.changed.into_iter().collect::<Vec<_>>(), ["certification"]);
        assert_eq!(store.read(|r| r.certification(&record_id("ce1"))).unwrap(), Some(changed));
        store.undo(Origin::Test, groundwork_store::Step::ANY).unwrap().unwrap();
        assert_eq!(everything(&store), full);
    }
}

#[test]
fn there_is_one_correction_of_each_fact() {
    let facts = [Fact::Price, Fact::Minutes, Fact::Renewal, Fact::RenewalOpensDays, Fact::Url];
    let all = facts.map(|fact| correction(fact, "9"));
    let mut wanted = all.to_vec();
    wanted.sort_by_key(|one| serde_json::to_string(&one.fact).unwrap());
    let put = all.clone();
    comes_back(
        move |w| {
            w.put_correction(&Correction { as_of: date("2020-01-01"), ..correction(Fact::Price, "1 EUR") })?;
            put.iter().try_for_each(|one| w.put_correction(one))
        },
        |r| r.corrections(),
        wanted,
    );
}

#[test]
fn keys_addresses_and_choices_come_back() {
    let key = IssuerKey {
        name: "é".repeat(200),
        key: BadgeKey { jwk: "x".repeat(10_000), thumbprint: String::new(), kind: "RSA".into() },
        ..issuer_key("a", Some(""))
    };
    let put = key.clone();
    comes_back(
        move |w| {
            w.put_issuer_key(&issuer_key("a", None))?;
            w.put_issuer_key(&issuer_key("b", None))?;
            w.put_issuer_key(&put)
        },
        |r| r.issuer_keys(),
        vec![key, issuer_key("b", None)],
    );
    let long = "é".repeat(320);
    let put = long.clone();
    comes_back(
        move |w| {
            assert!(w.add_address(&put)? && w.add_address("a@b")?);
            assert!(!w.add_address("a@b")?);
            Ok(())
        },
        |r| r.addresses(),
        vec!["a@b".to_owned(), long],
    );
    for settings in [
        ReminderSettings::default(),
        reminder_settings(),
        ReminderSettings { kinds: [].into(), quiet: None, ..reminder_settings() },
        ReminderSettings { kinds: [ReminderKind::Renewal].into(), ..reminder_settings() },
    ] {
        let put = settings.clone();
        comes_back(move |w| w.set_reminder_settings(&put), |r| r.reminder_settings(), settings);
    }
}

#[test]
fn there_is_one_choice_about_reminders() {
    let (_dir, store) = profile();
    write(&store, |w| w.set_reminder_settings(&reminder_settings()));
    let written = write(&store, |w| w.set_reminder_settings(&ReminderSettings::default()));
    assert_eq!(written.changed.into_iter().collect::<Vec<_>>(), ["reminder_settings"]);
    store.undo(Origin::Test, groundwork_store::Step::ANY).unwrap().unwrap();
    assert_eq!(store.read(|r| r.reminder_settings()).unwrap(), reminder_settings());
    store.undo(Origin::Test, groundwork_store::Step::ANY).unwrap().unwrap();
    assert_eq!(store.read(|r| r.reminder_settings()).unwrap(), ReminderSettings::default());
    assert!(store.read(|r| r.is_empty()).unwrap());
}

#[test]
fn a_badge_stays_a_badge_when_its_picture_is_described() {
    let (_dir, store) = profile();
    let badge = AttachmentRecord { badge: true, ..attachment("at9", Owner::Certification, "ce1") };
    let described = AttachmentRecord { alt: "A green hexagon".into(), ..badge.clone() };
    write(&store, |w| {
        w.put_certification(&certification("ce1"))?;
        w.put_attachment(&badge)
    });
    write(&store, |w| w.put_attachment(&described));
    assert_eq!(store.read(|r| r.all_attachments()).unwrap(), [described]);
    store.undo(Origin::Test, groundwork_store::Step::ANY).unwrap().unwrap();
    assert_eq!(store.read(|r| r.all_attachments()).unwrap(), [badge]);
}

#[test]
fn what_no_certification_can_have_is_refused() {
    let (_dir, store) = profile();
    write(&store, fill);
    let before = everything(&store);
    let refused = |what: &str, f: &dyn Fn(&Writer) -> Result<(), groundwork_store::StoreError>| {
        let error = store.write(change("bad"), |w| f(w)).unwrap_err();
        assert_eq!(error.code(), "store.refused", "{what}: {error}");
        assert_eq!(everything(&store), before, "{what}");
    };
    let with = |what: &str, change: &dyn Fn(&mut CertificationRecord)| {
        let mut bad = long_held("ce2");
        change(&mut bad);
        refused(what, &|w| w.put_certification(&bad));
    };
    for amount in [f64::NAN, f64::NEG_INFINITY, f64::INFINITY, -0.01, 1.1e15] {
        with("cost of an attempt", &|it| it.attempts[1].cost = Some(amount));
        with("cost", &|it| it.costs[4].amount = amount);
        with("credits", &|it| it.credits[1].credits = amount);
    }
    with("credits", &|it| it.credits[0].credits = 10_000.5);
    for code in ["", "eur", "EURO", "€", "E1R"] {
        with("currency of an attempt", &|it| it.attempts[0].currency = Some(code.into()));
        with("currency of a cost", &|it| it.costs[0].currency = code.into());
    }
    refused("an empty key", &|w| {
        let mut bad = issuer_key("ik1", None);
        bad.key.jwk.clear();
        w.put_issuer_key(&bad)
    });
    refused("a long key", &|w| {
        let mut bad = issuer_key("ik1", None);
        bad.key.jwk = "x".repeat(10_001);
        w.put_issuer_key(&bad)
    });
    for address in ["", "ab", &"a".repeat(321)] {
        refused("an address", &|w| w.add_address(address).map(drop));
    }
    for (at, quiet) in [("7:05", None), ("25:00 ", None), ("", None), ("07:05", Some(("22:00", "7")))] {
        let quiet = quiet.map(|(from, to): (&str, &str)| (from.to_owned(), to.to_owned()));
        let bad = ReminderSettings { at: at.into(), quiet, ..reminder_settings() };
        refused("a time of day", &|w| w.set_reminder_settings(&bad));
    }
    refused("a badge of nobody's", &|w| {
        let badge = attachment("at9", Owner::Certification, "nobody");
        w.put_attachment(&AttachmentRecord { badge: true, ..badge })
    });
}

#[test]
fn parts_of_nobodys_are_refused() {
    let (dir, store) = profile();
    write(&store, fill);
    let before = everything(&store);
    let conn = raw(dir.path());
    for sql in [
        "UPDATE certification_attempt SET certification = 'nobody'",
        "UPDATE certification_cost SET what = 'food'",
        "UPDATE certification_credit SET on_day = '2027-3-1'",
        "UPDATE certification_period SET renewed_on = NULL",
        "UPDATE certification SET keep_up = 2",
        "UPDATE certification SET performance_based = NULL",
        "UPDATE certification SET reschedule_by = 'soon'",
        "UPDATE certification SET retry_from = ''",
        "UPDATE attachment SET badge = 'yes'",
        "UPDATE correction SET fact = 'minutes'",
        "UPDATE correction SET as_of = 'then'",
        "UPDATE issuer_key SET added_on = ''",
        "UPDATE reminder_settings SET exam = 2",
        "UPDATE reminder_settings SET quiet_to = NULL",
    ] {
        assert!(conn.execute(sql, []).is_err(), "{sql}");
    }
    assert_eq!(everything(&store), before);
}

#[test]
fn what_cannot_have_been_written_here_is_said_to_be_damage() {
    for sql in [
        "UPDATE certification SET reschedule_by = '2027-02-30' WHERE id = 'ce2'",
        "UPDATE certification SET retry_from = '2027-02-30' WHERE id = 'ce2'",
        "UPDATE certification_attempt SET on_day = '2027-02-30'",
        "UPDATE certification_cost SET on_day = '2027-13-01'",
        "UPDATE certification_credit SET on_day = '2027-00-01'",
        "UPDATE certification_period SET renewed_on = '2027-02-30'",
        "UPDATE certification_period SET issued = 'then'",
        "UPDATE certification_period SET expires = ''",
        "UPDATE certification_period SET how = 'magic'",
        "UPDATE correction SET as_of = '2027-02-30'",
        "UPDATE correction SET certification = 'No Id', id = 'No Id:' || fact",
        "UPDATE correction SET fact = 'colour', id = certification || ':colour' WHERE fact = 'price'",
        "UPDATE issuer_key SET added_on = '2027-02-30'",
        "UPDATE issuer_key SET id = 'No Id' WHERE id = 'ik1'",
        "UPDATE kept_reminder SET kind = 'birthday'",
        "UPDATE kept_reminder SET on_day = 'then'",
        "UPDATE kept_reminder SET due = '2027-05-05'",
        "UPDATE kept_reminder SET said_at = ''",
        "UPDATE kept_event SET stamp = 'now'",
        "UPDATE kept_event SET sequence = 4294967296 WHERE sequence = 1",
        "INSERT INTO kept_look (id, at) VALUES ('look', 'just now')",
    ] {
        damages(sql);
    }
}
