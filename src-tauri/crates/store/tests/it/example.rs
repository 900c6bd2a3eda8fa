use crate::world::*;
use groundwork_domain::person::Owner;
use groundwork_store::Origin;

#[test]
fn removing_the_example_leaves_what_the_person_added() {
    let (_dir, store) = profile();
    write(&store, |w| {
        w.put_skill_record(&skill("git", 4))?;
        w.put_project(&project("mine"))
    });
    let own = everything(&store);
    write(&store, |w| {
        w.marking_example();
        fill(w)
    });
    assert_eq!(store.read(|r| r.example_count()).unwrap(), 32);
    let removed = write(&store, |w| w.remove_example());
    assert_eq!(removed.value, 32);
    assert_eq!(everything(&store), own);
    store.undo(Origin::Test, groundwork_store::Step::ANY).unwrap().unwrap();
    assert_eq!(store.read(|r| r.example_count()).unwrap(), 32);
    assert_eq!(store.read(|r| r.kept_days()).unwrap(), [kept_day("2027-01-04")]);
    write(&store, |w| {
        w.put_plan_item(&plan_item("own:mine"))?;
        w.put_attachment(&attachment("mine", Owner::Project, "mine"))?;
        w.remove_example()
    });
    store
        .read(|r| {
            assert_eq!(r.plan_items()?, [plan_item("own:mine")]);
            assert_eq!(r.all_attachments()?.len(), 1);
            assert_eq!(r.projects()?, [project("mine")]);
            Ok::<_, groundwork_store::StoreError>(())
        })
        .unwrap();
}

#[test]
fn an_example_that_was_edited_is_still_an_example() {
    let (_dir, store) = profile();
    write(&store, |w| w.put_skill_record(&skill("sql", 1)));
    assert!(write(&store, |w| w.mark_example("skill", "sql")).value);
    assert!(!write(&store, |w| w.mark_example("skill", "git")).value);
    write(&store, |w| w.put_skill_record(&skill("sql", 2)));
    assert_eq!(store.read(|r| r.example_count()).unwrap(), 1);
    assert_eq!(write(&store, |w| w.remove_example()).value, 1);
    assert!(store.read(|r| r.is_empty()).unwrap());
}

#[test]
fn an_example_that_was_deleted_does_not_mark_what_takes_its_place() {
    let (_dir, store) = profile();
    write(&store, |w| {
        w.marking_example();
        w.put_plan_item(&plan_item("own:a"))
    });
    write(&store, |w| w.delete_plan_item("own:a"));
    write(&store, |w| w.put_plan_item(&plan_item("own:a")));
    assert_eq!(write(&store, |w| w.remove_example()).history, None);
    assert_eq!(store.read(|r| r.plan_items()).unwrap().len(), 1);
}
