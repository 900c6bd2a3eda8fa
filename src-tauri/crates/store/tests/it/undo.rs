use crate::world::*;
use groundwork_domain::certification::Fact;
use groundwork_domain::person::Owner;
use groundwork_store::{Origin, Step, Store, StoreError};

#[test]
fn a_change_is_taken_back_and_made_again_after_restarts() {
    let (dir, store) = profile();
    let empty = everything(&store);
    write(&store, fill);
    let full = everything(&store);
    drop(store);
    for _ in 0..3 {
        let store = Store::open(dir.path()).unwrap();
        let undone = store.undo(Origin::Terminal, Step::ANY).unwrap().unwrap();
        assert!(undone.entry.undone);
        assert_eq!(everything(&store), empty);
        drop(store);
        let store = Store::open(dir.path()).unwrap();
        let redone = store.redo(Origin::Window, Step::ANY).unwrap().unwrap();
        assert!(!redone.entry.undone);
        assert_eq!((redone.entry.seq, redone.changed), (undone.entry.seq, undone.changed));
        assert_eq!(everything(&store), full);
    }
}

#[test]
fn what_went_with_a_deleted_record_comes_back_with_it() {
    let (_dir, store) = profile();
    write(&store, fill);
    let full = everything(&store);
    let written = write(&store, |w| w.delete_project(&record_id("pr1")));
    assert!(written.value);
    assert_eq!(written.changed.into_iter().collect::<Vec<_>>(), ["attachment", "project"]);
    let without = everything(&store);
    store.undo(Origin::Test, Step::ANY).unwrap().unwrap();
    assert_eq!(everything(&store), full);
    store.redo(Origin::Test, Step::ANY).unwrap().unwrap();
    assert_eq!(everything(&store), without);
    store.undo(Origin::Test, Step::ANY).unwrap().unwrap();
    for delete in [
        |w: &groundwork_store::Writer| w.delete_evidence(&record_id("ev1")),
        |w: &groundwork_store::Writer| w.delete_certification(&record_id("ce1")),
        |w: &groundwork_store::Writer| w.delete_plan_item("own:a"),
        |w: &groundwork_store::Writer| w.delete_own_skill(&skill_id("own-falconry")),
        |w: &groundwork_store::Writer| w.clear_target().map(|()| true),
        |w: &groundwork_store::Writer| w.delete_log_entry(&record_id("lo1")),
        |w: &groundwork_store::Writer| w.clear_timer(),
        |w: &groundwork_store::Writer| w.delete_scenario(&record_id("sc1")),
        |w: &groundwork_store::Writer| w.delete_week_review(date("2026-12-28")),
        |w: &groundwork_store::Writer| w.delete_certification(&record_id("ce2")),
        |w: &groundwork_store::Writer| {
            let ckad = correction(Fact::Price, "").certification;
            w.delete_correction(&ckad, Fact::Price)
        },
        |w: &groundwork_store::Writer| w.delete_issuer_key(&record_id("ik1")),
        |w: &groundwork_store::Writer| w.delete_address("ada@example.org"),
    ] {
        assert!(write(&store, delete).value);
        assert_ne!(everything(&store), full);
        store.undo(Origin::Test, Step::ANY).unwrap().unwrap();
        assert_eq!(everything(&store), full);
    }
}

#[test]
fn a_record_replaced_by_another_of_the_same_key_is_taken_back_whole() {
    let (_dir, store) = profile();
    write(&store, fill);
    let full = everything(&store);
    write(&store, |w| {
        w.delete_project(&record_id("pr1"))?;
        let mut other = project("pr1");
        other.links.reverse();
        other.decisions.clear();
        other.skills.rotate_left(1);
        w.put_project(&other)
    });
    store.undo(Origin::Test, Step::ANY).unwrap().unwrap();
    assert_eq!(everything(&store), full);
}

#[test]
fn there_is_nothing_to_take_back_in_a_new_profile() {
    let (_dir, store) = profile();
    assert_eq!(store.undo(Origin::Test, Step::ANY).unwrap(), None);
    assert_eq!(store.redo(Origin::Test, Step::ANY).unwrap(), None);
}

#[test]
fn a_new_change_ends_what_could_be_made_again() {
    let (_dir, store) = profile();
    for claimed in 1..=3 {
        write(&store, |w| w.put_skill_record(&skill("sql", claimed)));
    }
    store.undo(Origin::Test, Step::ANY).unwrap().unwrap();
    store.undo(Origin::Test, Step::ANY).unwrap().unwrap();
    // Nothing changes: what was taken back can still be made again.
    write(&store, |w| w.put_skill_record(&skill("sql", 1)));
    assert_eq!(store.history(10, None).unwrap().entries.len(), 3);
    write(&store, |w| w.put_skill_record(&skill("git", 5)));
    assert_eq!(store.redo(Origin::Test, Step::ANY).unwrap(), None);
    let history = store.history(10, None).unwrap().entries;
    assert_eq!(history.iter().map(|entry| entry.seq).collect::<Vec<_>>(), [4, 1]);
}

#[test]
fn the_history_reads_newest_first_with_its_arguments() {
    let (_dir, store) = profile();
    write(&store, |w| w.put_skill_record(&skill("sql", 1)));
    store.write(change("skills.set"), |w| w.put_project(&project("pr1"))).unwrap();
    let history = store.history(10, None).unwrap().entries;
    assert_eq!(history.len(), 2);
    assert_eq!(
        (history[0].name.as_str(), history[0].origin, history[0].undone),
        ("skills.set", Origin::Test, false)
    );
    assert_eq!(history[0].args, serde_json::json!({ "skill": "sql", "level": 2 }));
    assert_eq!(history[0].at, "2027-01-04T10:15:00Z");
    assert_eq!(history[0].rows, 8);
    assert_eq!(store.history(1, None).unwrap().entries, history[..1]);
}

#[test]
fn a_record_changed_behind_the_programs_back_is_not_overwritten_by_undo() {
    let (dir, store) = profile();
    write(&store, |w| w.put_skill_record(&skill("sql", 1)));
    write(&store, |w| w.put_skill_record(&skill("sql", 2)));
    raw(dir.path()).execute("UPDATE skill SET claimed = 4 WHERE id = 'sql'", []).unwrap();
    let before = (everything(&store), store.history(10, None).unwrap());
    assert!(matches!(store.undo(Origin::Test, Step::ANY), Err(StoreError::UndoConflict)));
    assert_eq!((everything(&store), store.history(10, None).unwrap()), before);
}

#[test]
fn undo_refuses_to_bring_back_a_child_without_its_parent() {
    let (dir, store) = profile();
    write(&store, |w| {
        w.put_project(&project("pr1"))?;
        w.put_attachment(&attachment("at1", Owner::Project, "pr1"))
    });
    write(&store, |w| w.delete_attachment(&record_id("at1")));
    raw(dir.path()).execute("DELETE FROM project", []).unwrap();
    let before = (everything(&store), store.history(10, None).unwrap());
    assert!(matches!(store.undo(Origin::Test, Step::ANY), Err(StoreError::UndoConflict)));
    assert_eq!((everything(&store), store.history(10, None).unwrap()), before);
}

#[test]
fn a_damaged_history_is_said_to_be_damaged_and_touches_nothing() {
    let (dir, store) = profile();
    write(&store, |w| w.put_skill_record(&skill("sql", 1)));
    raw(dir.path()).execute("UPDATE history SET changeset = x'540300ff1234'", []).unwrap();
    let before = everything(&store);
    let error = store.undo(Origin::Test, Step::ANY).unwrap_err();
    assert_eq!(error.code(), "store.damaged", "{error:?}");
    assert_eq!(everything(&store), before);
}

#[test]
fn a_change_of_an_older_schema_stays() {
    let (dir, store) = profile();
    write(&store, |w| w.put_skill_record(&skill("sql", 1)));
    raw(dir.path()).execute("UPDATE history SET schema = 0", []).unwrap();
    assert_eq!(store.undo(Origin::Test, Step::ANY).unwrap(), None);
}

#[test]
fn one_goes_to_any_point_and_back_again() {
    let (_dir, store) = profile();
    let mut states = vec![everything(&store)];
    for level in 1..=5 {
        write(&store, |w| w.put_skill_record(&skill("sql", level)));
        states.push(everything(&store));
    }
    for seq in [2, 5, 0, 4, 1, 3, 5] {
        let before = store.history(10, None).unwrap().undo.map_or(0, |entry| entry.seq);
        let way = store.go_to(Origin::Test, seq).unwrap();
        assert_eq!((way.before, way.now), (before, seq));
        assert_eq!(i64::from(way.undone) - i64::from(way.redone), before - seq);
        assert_eq!(everything(&store), states[seq as usize]);
    }
    assert_eq!(store.go_to(Origin::Test, 6).unwrap_err().code(), "history.moved_on");
    store.go_to(Origin::Test, 2).unwrap();
    write(&store, |w| w.put_skill_record(&skill("git", 1)));
    // What was taken back then cannot be made again any more, and one does not go there.
    assert_eq!(store.go_to(Origin::Test, 4).unwrap_err().code(), "history.moved_on");
}

#[test]
fn a_way_over_a_change_of_an_older_schema_is_not_gone_halfway() {
    let dir = crate::golden::unpacked(1);
    let store = Store::open(dir.path()).unwrap();
    write(&store, |w| w.put_skill_record(&skill("sql", 1)));
    let now = everything(&store);
    assert_eq!(store.go_to(Origin::Test, 0).unwrap_err().code(), "store.undo_conflict");
    assert_eq!(everything(&store), now);
}

#[test]
fn what_was_done_elsewhere_is_taken_back_only_when_that_is_meant() {
    let (_dir, store) = profile();
    write(&store, |w| w.put_skill_record(&skill("sql", 1)));
    let own = Step::default();
    let refused = store.undo(Origin::Window, own).unwrap_err();
    assert!(matches!(&refused, StoreError::MadeElsewhere { entry, by: Origin::Test } if entry.seq == 1));
    store.undo(Origin::Window, Step::ANY).unwrap().unwrap();
    // It was taken back in the window: making it again there is no surprise, elsewhere it is.
    assert_eq!(store.redo(Origin::Test, own).unwrap_err().code(), "history.made_elsewhere");
    store.redo(Origin::Window, own).unwrap().unwrap();
    assert_eq!(
        store.undo(Origin::Test, Step { seq: Some(7), others: false }).unwrap_err().code(),
        "history.moved_on"
    );
    store.undo(Origin::Test, Step { seq: Some(1), others: false }).unwrap().unwrap();
}
