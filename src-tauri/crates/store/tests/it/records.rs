use crate::world::*;
use groundwork_domain::certification::Fact;
use groundwork_domain::person::{
    AttachmentRecord, CertificationStage, ContributionForm, EvidenceKind, Owner, PlanSettings, ReviewChoice,
};
use groundwork_domain::reminder::ReminderSettings;
use groundwork_domain::{Level, Minutes};
use groundwork_store::{RECORD_TABLES, StoreError, new_record_id};

#[test]
fn what_a_person_enters_is_read_back_after_a_restart() {
    let (dir, store) = profile();
    write(&store, fill);
    drop(store);
    let store = groundwork_store::Store::open(dir.path()).unwrap();
    store
        .read(|r| {
            assert_eq!(r.target()?, Some(target()));
            assert_eq!(r.plan_settings()?.weekly_minutes, [1, 2, 3, 4, 5, 6, 1440]);
            assert_eq!(r.plan_settings()?.holidays.as_deref(), Some("fr"));
            assert_eq!(r.absences()?, [absence("ab1")]);
            assert_eq!(r.skill_records()?, [skill("sql", 2)]);
            assert_eq!(r.skill_record(&skill_id("git"))?, None);
            assert_eq!(r.own_skills()?, [own_skill("own-falconry")]);
            assert_eq!(r.evidence()?.len(), 4);
            assert_eq!(r.evidence_record(&record_id("ev3"))?, Some(dated_work("ev3")));
            let talk = EvidenceKind::Contribution { form: Some(ContributionForm::Talk) };
            assert_eq!(r.evidence_record(&record_id("ev4"))?.unwrap().what, talk);
            assert_eq!(
                r.evidence_record(&record_id("ev1"))?.unwrap().what,
                EvidenceKind::Log { minutes: Minutes(90) }
            );
            assert_eq!(r.certifications()?, [certification("ce1"), long_held("ce2")]);
            assert_eq!(r.certification(&record_id("ce1"))?, Some(certification("ce1")));
            assert_eq!(r.certification(&record_id("ce2"))?, Some(long_held("ce2")));
            assert_eq!(r.projects()?, [project("pr1"), told_project("pr2")]);
            assert_eq!(r.project(&record_id("pr1"))?, Some(project("pr1")));
            assert_eq!(r.all_attachments()?.len(), 6);
            let ordered = r.attachments(Owner::Project, &record_id("pr2"))?;
            assert_eq!(
                ordered.iter().map(|file| file.id.as_str()).collect::<Vec<_>>(),
                [record_id("at6"), record_id("at5")].map(String::from)
            );
            assert_eq!(
                r.attachments(Owner::Project, &record_id("pr1"))?,
                [attachment("at3", Owner::Project, "pr1")]
            );
            assert_eq!(r.attachment(&record_id("at1"))?, Some(attachment("at1", Owner::Evidence, "ev1")));
            assert_eq!(r.plan_items()?, [placed_item("own:a")]);
            assert_eq!(r.plan_item("own:a")?, Some(placed_item("own:a")));
            assert_eq!(r.log_entries()?, [bare_log_entry("lo2"), log_entry("lo1")]);
            assert_eq!(r.log_entry(&record_id("lo1"))?, Some(log_entry("lo1")));
            assert_eq!(r.log_entry(&record_id("lo3"))?, None);
            assert_eq!(r.timer()?, Some(timer()));
            assert_eq!(r.scenarios()?, [scenario("sc1")]);
            let first = ReviewChoice::First { item: "skill:sql:2".into() };
            assert_eq!(r.week_reviews()?, [review("2026-12-28", first)]);
            assert_eq!(r.kept_days()?, [kept_day("2027-01-04")]);
            assert_eq!(r.kept_forecasts()?, [kept_forecast("skill:sql:2", "2027-01-04")]);
            assert_eq!(r.kept_ends()?, [kept_end("skill:git:1")]);
            let sessions = ["skill:sql:2", "own:a"].map(|item| kept_session("2027-01-04", item));
            assert_eq!(r.kept_sessions()?, sessions);
            let badge = AttachmentRecord { badge: true, ..attachment("at4", Owner::Certification, "ce2") };
            assert_eq!(r.attachment(&record_id("at4"))?, Some(badge));
            let own = [correction(Fact::Price, "395.50 EUR"), correction(Fact::RetakeDays, "")];
            assert_eq!(r.corrections()?, own);
            let keys = [issuer_key("ik1", Some("https://issuer.example/1")), issuer_key("ik2", None)];
            assert_eq!(r.issuer_keys()?, keys);
            // By the alphabet of bytes: capitals first.
            assert_eq!(r.addresses()?, ["Ada.Lovelace@example.org", "ada@example.org"]);
            assert_eq!(r.reminder_settings()?, reminder_settings());
            assert_eq!(r.kept_reminders()?, [kept_reminder("ce1", 7)]);
            assert_eq!(r.kept_events()?, [kept_event("exam-ce1-1", 1)]);
            assert!(!r.is_empty()?);
            Ok::<_, StoreError>(())
        })
        .unwrap();
}

#[test]
fn a_new_profile_is_empty_and_has_the_usual_plan_settings() {
    let (_dir, store) = profile();
    assert!(store.read(|r| r.is_empty()).unwrap());
    assert_eq!(store.read(|r| r.plan_settings()).unwrap(), PlanSettings::default());
    assert_eq!(store.read(|r| r.target()).unwrap(), None);
    assert_eq!(store.read(|r| r.reminder_settings()).unwrap(), ReminderSettings::default());
    assert_eq!(store.read(|r| r.kept_look()).unwrap(), None);
}

#[test]
fn a_change_says_which_records_it_touched() {
    let (_dir, store) = profile();
    let written = write(&store, fill);
    let mut wanted = RECORD_TABLES.map(str::to_owned).to_vec();
    wanted.push("kept".into());
    wanted.sort();
    assert_eq!(written.changed.into_iter().collect::<Vec<_>>(), wanted);
    let mut changed = project("pr1");
    changed.links.pop();
    let written = write(&store, |w| w.put_project(&changed));
    assert_eq!(written.changed.into_iter().collect::<Vec<_>>(), ["project"]);
    assert_eq!(store.read(|r| r.project(&changed.id)).unwrap(), Some(changed));
}

#[test]
fn a_change_that_changes_nothing_leaves_no_history() {
    let (_dir, store) = profile();
    write(&store, fill);
    let written = write(&store, fill);
    assert_eq!((written.history, written.changed.len()), (None, 0));
    assert_eq!(store.history(10, None).unwrap().entries.len(), 1);
}

#[test]
fn strange_texts_come_back_to_the_byte() {
    let (_dir, store) = profile();
    let long = "é".repeat(100_000);
    for text in [
        "a\0b",
        "\0",
        "",
        "👩‍💻🇫🇷 \u{1F9D1}\u{1F3FF}",
        "שלום \u{202e}abc مرحبا",
        "'; DROP TABLE skill; --",
        "\r\n\t\u{feff}",
        &long,
    ] {
        let mut project = project("pr1");
        project.summary = text.into();
        project.links[0].label = text.into();
        project.decisions[0].choice = text.into();
        let mut item = plan_item("own:a");
        item.after = vec![text.into()];
        item.note = text.into();
        write(&store, |w| {
            w.put_project(&project)?;
            w.put_plan_item(&item)
        });
        assert_eq!(store.read(|r| r.project(&project.id)).unwrap(), Some(project));
        assert_eq!(store.read(|r| r.plan_item("own:a")).unwrap(), Some(item));
        // And through the history: back and forth again.
        let before = everything(&store);
        store.undo(groundwork_store::Origin::Test, groundwork_store::Step::ANY).unwrap().unwrap();
        store.redo(groundwork_store::Origin::Test, groundwork_store::Step::ANY).unwrap().unwrap();
        assert_eq!(everything(&store), before);
    }
}

#[test]
fn values_that_no_person_can_have_are_refused_and_nothing_is_changed() {
    let (_dir, store) = profile();
    write(&store, fill);
    let before = everything(&store);
    let refused = |f: &dyn Fn(&groundwork_store::Writer) -> Result<(), StoreError>| {
        let error = store.write(change("bad"), |w| f(w)).unwrap_err();
        assert_eq!(error.code(), "store.refused", "{error}");
        assert_eq!(everything(&store), before);
    };
    refused(&|w| w.put_evidence(&evidence("e", "sql", EvidenceKind::Log { minutes: Minutes(1441) })));
    let not_kept = EvidenceKind::Project { shows: Level::MAX, audited: true };
    refused(&|w| w.put_evidence(&evidence("e", "sql", not_kept.clone())));
    for cost in [f64::NAN, f64::INFINITY, -1.0] {
        refused(&|w| {
            let mut bad = certification("ce1");
            bad.cost = Some(cost);
            w.put_certification(&bad)
        });
    }
    refused(&|w| {
        let mut bad = certification("ce1");
        bad.stage = CertificationStage::Expired;
        w.put_certification(&bad)
    });
    refused(&|w| w.put_attachment(&attachment("at9", Owner::Project, "nobody")));
    refused(&|w| {
        let mut bad = attachment("at9", Owner::Project, "pr1");
        bad.sha256 = "../../../etc/passwd".into();
        w.put_attachment(&bad)
    });
    refused(&|w| {
        let mut bad = absence("ab1");
        bad.to = date("2027-07-01");
        w.put_absence(&bad)
    });
    refused(&|w| w.mark_example("history", "1").map(|_| ()));
}

#[test]
fn a_change_that_fails_half_way_leaves_nothing_behind() {
    let (_dir, store) = profile();
    let before = everything(&store);
    let error = store.write(change("half"), |w| {
        fill(w)?;
        Err::<(), _>(StoreError::NoProfile)
    });
    assert!(error.is_err());
    assert_eq!(everything(&store), before);
    let panicked = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
        let _ = store.write(change("panic"), |w| -> Result<(), StoreError> {
            fill(w)?;
            panic!("on purpose")
        });
    }));
    assert!(panicked.is_err());
    assert_eq!(everything(&store), before);
    assert!(store.history(10, None).unwrap().entries.is_empty());
    write(&store, fill);
}

#[test]
fn a_writer_reads_what_it_has_just_written_while_readers_see_the_old_state() {
    let (_dir, store) = profile();
    write(&store, |w| {
        fill(w)?;
        assert!(!w.is_empty()?);
        assert!(store.read(|r| r.is_empty())?);
        Ok(())
    });
    assert!(!store.read(|r| r.is_empty()).unwrap());
}

#[test]
fn deleting_says_whether_there_was_something() {
    let (_dir, store) = profile();
    write(&store, fill);
    write(&store, |w| {
        assert!(w.delete_absence(&record_id("ab1"))? && !w.delete_absence(&record_id("ab1"))?);
        assert!(w.delete_own_skill(&skill_id("own-falconry"))?);
        assert!(w.delete_attachment(&record_id("at2"))?);
        assert!(w.delete_evidence(&record_id("ev1"))?);
        assert!(w.delete_evidence(&record_id("ev2"))?);
        assert!(w.delete_certification(&record_id("ce1"))?);
        assert!(w.delete_project(&record_id("pr1"))?);
        assert!(w.delete_plan_item("own:a")?);
        assert!(w.delete_log_entry(&record_id("lo1"))? && !w.delete_log_entry(&record_id("lo1"))?);
        assert!(w.clear_timer()? && !w.clear_timer()?);
        assert!(w.delete_scenario(&record_id("sc1"))? && !w.delete_scenario(&record_id("sc1"))?);
        assert!(w.delete_week_review(date("2026-12-28"))? && !w.delete_week_review(date("2026-12-28"))?);
        assert!(w.delete_certification(&record_id("ce2"))? && !w.delete_certification(&record_id("ce2"))?);
        let ckad = correction(Fact::Price, "").certification;
        assert!(w.delete_correction(&ckad, Fact::Price)? && !w.delete_correction(&ckad, Fact::Price)?);
        assert!(w.delete_issuer_key(&record_id("ik1"))? && !w.delete_issuer_key(&record_id("ik1"))?);
        assert!(w.delete_address("ada@example.org")? && !w.delete_address("ada@example.org")?);
        assert!(!w.add_address("Ada.Lovelace@example.org")?);
        assert!(w.delete_project(&record_id("pr2"))? && !w.delete_project(&record_id("pr2"))?);
        assert!(w.keep_no_draft(&record_id("pr2"))? && !w.keep_no_draft(&record_id("pr2"))?);
        w.clear_target()?;
        assert_eq!((w.all_attachments()?.len(), w.own_skills()?.len()), (0, 0));
        Ok(())
    });
}

#[test]
fn new_ids_are_uuids_in_the_order_in_which_they_were_made() {
    let ids: Vec<_> = (0..1000).map(|_| new_record_id()).collect();
    assert!(ids.windows(2).all(|pair| pair[0] < pair[1]));
    assert_eq!((ids[0].as_str().len(), &ids[0].as_str()[14..15]), (36, "7"));
}

#[test]
fn one_of_many_is_found_with_its_own_parts_only() {
    let (_dir, store) = profile();
    write(&store, |w| {
        for n in 0..20 {
            w.put_project(&project(&format!("pr{n}")))?;
            w.put_certification(&long_held(&format!("ce{n}")))?;
            w.put_plan_item(&placed_item(&format!("own:{n}")))?;
        }
        // A key that sorts after every other.
        w.put_plan_item(&plan_item("\u{10ffff}\u{10ffff}"))
    });
    store
        .read(|r| {
            assert_eq!(r.project(&record_id("pr1"))?, Some(project("pr1")));
            assert_eq!(r.certification(&record_id("ce10"))?, Some(long_held("ce10")));
            assert_eq!(r.plan_item("own:1")?, Some(placed_item("own:1")));
            assert_eq!(r.plan_items()?.len(), 21);
            assert!(r.plan_items()?.iter().all(|item| item.after.len() == 2));
            assert!(r.projects()?.iter().all(|one| *one == project(one.id.as_str())));
            assert!(r.certifications()?.iter().all(|one| *one == long_held(one.id.as_str())));
            Ok::<_, StoreError>(())
        })
        .unwrap();
}
