use crate::world::*;
use groundwork_store::{Origin, Store, StoreError};
use std::sync::Barrier;

#[test]
fn window_and_terminal_see_each_others_changes_and_take_them_back() {
    let (dir, window) = profile();
    let terminal = Store::open(dir.path()).unwrap();
    let before = (window.data_version().unwrap(), terminal.data_version().unwrap());
    write(&terminal, |w| w.put_skill_record(&skill("sql", 2)));
    assert_ne!(window.data_version().unwrap(), before.0);
    assert_eq!(terminal.data_version().unwrap(), before.1);
    assert_eq!(everything(&window), everything(&terminal));
    write(&window, |w| w.put_skill_record(&skill("sql", 3)));
    let undone = terminal.undo(Origin::Terminal, groundwork_store::Step::ANY).unwrap().unwrap();
    assert_eq!(undone.entry.seq, 2);
    window.undo(Origin::Window, groundwork_store::Step::ANY).unwrap().unwrap();
    assert!(terminal.read(|r| r.is_empty()).unwrap());
    assert_eq!(terminal.redo(Origin::Terminal, groundwork_store::Step::ANY).unwrap().unwrap().entry.seq, 1);
    assert_eq!(window.read(|r| r.skill_record(&skill_id("sql"))).unwrap(), Some(skill("sql", 2)));
}

#[test]
fn a_timer_started_in_one_program_is_paused_in_the_other() {
    let (dir, window) = profile();
    let terminal = Store::open(dir.path()).unwrap();
    let version = window.data_version().unwrap();
    write(&terminal, |w| w.set_timer(&timer()));
    assert_ne!(window.data_version().unwrap(), version);
    let mut seen = window.read(|r| r.timer()).unwrap().unwrap();
    assert_eq!(seen, timer());
    seen.stretches[1].to = Some(instant("2027-01-04T19:00:00Z"));
    write(&window, |w| w.set_timer(&seen));
    assert_eq!(terminal.read(|r| r.timer()).unwrap(), Some(seen));
    assert!(write(&terminal, |w| w.clear_timer()).value);
    assert_eq!(window.read(|r| r.timer()).unwrap(), None);
}

#[test]
fn eight_starts_in_a_race_make_one_profile() {
    for _ in 0..5 {
        let dir = folder();
        let path = dir.path().join("profile");
        let barrier = Barrier::new(8);
        std::thread::scope(|scope| {
            for number in 0..8 {
                let (path, barrier) = (&path, &barrier);
                scope.spawn(move || {
                    barrier.wait();
                    let store = Store::create_or_open(path).unwrap();
                    write(&store, |w| w.put_plan_item(&plan_item(&format!("own:{number}"))));
                });
            }
        });
        let store = Store::open(&path).unwrap();
        assert_eq!(store.read(|r| r.plan_items()).unwrap().len(), 8);
        assert_eq!(store.history(100, None).unwrap().entries.len(), 8);
        assert_eq!(names(&path), ["groundwork.db", "state"]);
    }
}

#[test]
fn readers_and_writers_in_many_threads_never_see_half_a_change() {
    let (_dir, store) = profile();
    write(&store, |w| w.put_skill_record(&skill("a", 0)).and_then(|()| w.put_skill_record(&skill("b", 0))));
    std::thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                for claimed in 0..30 {
                    write(&store, |w| {
                        w.put_skill_record(&skill("a", claimed % 6))?;
                        w.put_skill_record(&skill("b", claimed % 6))
                    });
                }
            });
            scope.spawn(|| {
                for _ in 0..200 {
                    let found = store.read(|r| r.skill_records()).unwrap();
                    assert_eq!(found[0].claimed, found[1].claimed);
                }
            });
        }
    });
}

#[test]
#[ignore = "waits five seconds"]
fn a_profile_that_another_program_holds_is_busy() {
    let (dir, store) = profile();
    let other = raw(dir.path());
    other.execute_batch("BEGIN EXCLUSIVE").unwrap();
    assert!(matches!(store.write(change("late"), fill), Err(StoreError::Busy)));
    other.execute_batch("ROLLBACK").unwrap();
    write(&store, fill);
}
