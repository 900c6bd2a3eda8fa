//! Saves, drafts and audits of projects: kept beside the records, so that an undo leaves them.

use crate::world::*;
use groundwork_domain::person::EvidenceKind;
use groundwork_store::{Origin, Store, StoreError};

#[test]
fn every_save_stays_when_the_save_is_taken_back() {
    let (dir, store) = profile();
    write(&store, |w| w.put_project(&project("pr2")));
    store.keep(|w| w.keep_version(&version("ve1", project("pr2")))).unwrap();
    write(&store, |w| w.put_project(&told_project("pr2")));
    store.keep(|w| w.keep_version(&version("ve2", told_project("pr2")))).unwrap();
    store.undo(Origin::Test, groundwork_store::Step::ANY).unwrap().unwrap();
    drop(store);
    let store = Store::open(dir.path()).unwrap();
    let id = record_id("pr2");
    let (now, saves) =
        store.read(|r| Ok::<_, StoreError>((r.project(&id)?, r.project_versions(&id)?))).unwrap();
    assert_eq!(now, Some(project("pr2")));
    assert_eq!(saves, [version("ve2", told_project("pr2")), version("ve1", project("pr2"))]);
    let newest = store.read(|r| r.newest_version(&id)).unwrap();
    assert_eq!(newest, Some(version("ve2", told_project("pr2"))));
    assert_eq!(store.read(|r| r.project_version(&record_id("ve1"))).unwrap().unwrap().record, project("pr2"));
    store.redo(Origin::Test, groundwork_store::Step::ANY).unwrap().unwrap();
    assert_eq!(store.read(|r| r.project(&id)).unwrap(), Some(told_project("pr2")));
    // The project goes and comes back; its saves are there all the while.
    write(&store, |w| w.delete_project(&id));
    assert_eq!(store.read(|r| r.project_versions(&id)).unwrap().len(), 2);
    store.undo(Origin::Test, groundwork_store::Step::ANY).unwrap().unwrap();
    assert_eq!(store.read(|r| r.project(&id)).unwrap(), Some(told_project("pr2")));
}

#[test]
fn a_save_that_is_kept_is_never_changed() {
    let (_dir, store) = profile();
    store.keep(|w| w.keep_version(&version("ve1", project("pr2")))).unwrap();
    store.keep(|w| w.keep_version(&version("ve1", told_project("pr2")))).unwrap();
    let found = store.read(|r| r.project_version(&record_id("ve1"))).unwrap().unwrap();
    assert_eq!(found.record, project("pr2"));
}

#[test]
fn of_a_draft_the_last_words_are_kept_and_no_line_of_history() {
    let (dir, store) = profile();
    write(&store, |w| w.put_project(&project("pr2")));
    for story in ["H", "Half a", "Half a sentence \u{1f44b}\n\n```"] {
        store.keep(|w| w.keep_draft(&draft("pr2", story))).unwrap();
    }
    drop(store);
    let store = Store::open(dir.path()).unwrap();
    let found = store.read(|r| r.project_draft(&record_id("pr2"))).unwrap();
    assert_eq!(found, Some(draft("pr2", "Half a sentence \u{1f44b}\n\n```")));
    assert_eq!(store.history(9, None).unwrap().entries.len(), 1);
    assert!(store.keep(|w| w.keep_no_draft(&record_id("pr2"))).unwrap().0);
    assert_eq!(store.read(|r| r.project_draft(&record_id("pr2"))).unwrap(), None);
}

#[test]
fn of_the_audits_of_a_project_the_newest_twelve_stay() {
    let (_dir, store) = profile();
    for n in 1..=15 {
        store.keep(|w| w.keep_audit(&audit(&format!("au{n:02}"), "pr1"))).unwrap();
    }
    store.keep(|w| w.keep_audit(&audit("au00", "pr2"))).unwrap();
    store
        .read(|r| {
            let kept: Vec<_> =
                r.project_audits(&record_id("pr1"), usize::MAX)?.into_iter().map(|it| it.id).collect();
            let wanted: Vec<_> = (4..=15).rev().map(|n| record_id(&format!("au{n:02}"))).collect();
            assert_eq!(kept, wanted);
            assert_eq!(r.kept_of_project(&record_id("pr1"))?, (0, 12));
            assert_eq!(r.project_audits(&record_id("pr1"), 2)?.len(), 2);
            let newest: Vec<_> = r.newest_audits()?.into_iter().map(|it| it.id).collect();
            assert_eq!(newest.len(), 2);
            assert!(newest.contains(&record_id("au15")) && newest.contains(&record_id("au00")));
            Ok::<_, StoreError>(())
        })
        .unwrap();
}

#[test]
fn an_audit_of_another_version_is_passed_over() {
    let (dir, store) = profile();
    store.keep(|w| w.keep_audit(&audit("au1", "pr1"))).unwrap();
    drop(store);
    raw(dir.path()).execute("UPDATE kept_audit SET report = '{\"rules\":9}'", []).unwrap();
    let store = Store::open(dir.path()).unwrap();
    assert_eq!(store.read(|r| r.project_audits(&record_id("pr1"), 1)).unwrap(), []);
    assert_eq!(store.read(|r| r.newest_audits()).unwrap(), []);
}

#[test]
fn evidence_for_several_skills_and_work_from_day_to_day_come_back() {
    comes_back(|w| w.put_evidence(&dated_work("ev3")), |r| r.evidence(), vec![dated_work("ev3")]);
    let fewer =
        groundwork_domain::person::EvidenceRecord { also: Vec::new(), ongoing: false, ..dated_work("ev3") };
    let (_dir, store) = profile();
    write(&store, |w| w.put_evidence(&dated_work("ev3")));
    write(&store, |w| w.put_evidence(&fewer));
    assert_eq!(store.read(|r| r.evidence()).unwrap(), [fewer]);
    let bare = evidence("ev4", "sql", EvidenceKind::Contribution { form: None });
    comes_back(|w| w.put_evidence(&bare), |r| r.evidence_record(&record_id("ev4")), Some(bare.clone()));
}

#[test]
fn a_project_with_proofs_comes_back_whole() {
    comes_back(
        |w| w.put_project(&told_project("pr2")),
        |r| r.project(&record_id("pr2")),
        Some(told_project("pr2")),
    );
}
