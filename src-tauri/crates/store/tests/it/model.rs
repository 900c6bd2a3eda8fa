//! Random changes, steps back and steps forth, against the simplest model: a list of states.

use crate::world::*;
use groundwork_domain::person::Owner;
use groundwork_store::{Origin, Store, Writer};
use proptest::prelude::*;

#[derive(Debug, Clone)]
enum Act {
    Skill(u8, i64),
    Project(u8, u8),
    DeleteProject(u8),
    Attach(u8, u8),
    Item(u8, u8),
    DeleteItem(u8),
    Target(bool),
    Example,
    Undo,
    Redo,
    Restart,
}

fn act() -> impl Strategy<Value = Act> {
    prop_oneof![
        2 => (0..3_u8, 0..6_i64).prop_map(|(n, level)| Act::Skill(n, level)),
        3 => (0..3_u8, 0..8_u8).prop_map(|(n, shape)| Act::Project(n, shape)),
        2 => (0..3_u8).prop_map(Act::DeleteProject),
        2 => (0..4_u8, 0..3_u8).prop_map(|(n, project)| Act::Attach(n, project)),
        2 => (0..3_u8, 0..4_u8).prop_map(|(n, shape)| Act::Item(n, shape)),
        1 => (0..3_u8).prop_map(Act::DeleteItem),
        1 => any::<bool>().prop_map(Act::Target),
        1 => Just(Act::Example),
        5 => Just(Act::Undo),
        4 => Just(Act::Redo),
        1 => Just(Act::Restart),
    ]
}

fn shaped(n: u8, shape: u8) -> groundwork_domain::person::ProjectRecord {
    let mut project = project(&format!("pr{n}"));
    project.links.truncate(usize::from(shape & 1) + usize::from(shape & 2));
    if shape & 4 == 0 {
        project.skills.reverse();
        project.checklist.pop_first();
    }
    project
}

fn perform(w: &Writer, act: &Act) -> Result<(), groundwork_store::StoreError> {
    match act {
        Act::Skill(n, level) => w.put_skill_record(&skill(&format!("s{n}"), *level)),
        Act::Project(n, shape) => w.put_project(&shaped(*n, *shape)),
        Act::DeleteProject(n) => w.delete_project(&record_id(&format!("pr{n}"))).map(drop),
        Act::Attach(n, owner) => {
            let owner = format!("pr{owner}");
            match w.project(&record_id(&owner))? {
                Some(_) => w.put_attachment(&attachment(&format!("at{n}"), Owner::Project, &owner)),
                None => Ok(()),
            }
        }
        Act::Item(n, shape) => {
            let mut item = plan_item(&format!("own:{n}"));
            item.after.truncate(usize::from(*shape));
            w.put_plan_item(&item)
        }
        Act::DeleteItem(n) => w.delete_plan_item(&format!("own:{n}")).map(drop),
        Act::Target(true) => w.set_target(&target()),
        Act::Target(false) => w.clear_target(),
        Act::Example => {
            w.marking_example();
            w.put_project(&shaped(0, 7))?;
            w.mark_example("plan_item", "own:0").map(drop)
        }
        Act::Undo | Act::Redo | Act::Restart => Ok(()),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn undo_and_redo_in_any_order_walk_the_states_that_were(acts in proptest::collection::vec(act(), 1..40)) {
        let (dir, first) = profile();
        let mut store = Some(first);
        let mut states = vec![everything(store.as_ref().unwrap())];
        let mut at = 0_usize;
        for act in &acts {
            let open = store.as_ref().unwrap();
            match act {
                Act::Undo => {
                    let undone = open.undo(Origin::Test).unwrap();
                    prop_assert_eq!(undone.is_some(), at > 0);
                    at = at.saturating_sub(1);
                }
                Act::Redo => {
                    let redone = open.redo(Origin::Test).unwrap();
                    prop_assert_eq!(redone.is_some(), at + 1 < states.len());
                    at = (at + 1).min(states.len() - 1);
                }
                Act::Restart => {
                    drop(store.take());
                    store = Some(Store::open(dir.path()).unwrap());
                }
                other => {
                    let written = write(open, |w| perform(w, other));
                    let now = everything(open);
                    prop_assert_eq!(written.history.is_some(), now != states[at]);
                    if written.history.is_some() {
                        states.truncate(at + 1);
                        states.push(now);
                        at += 1;
                    }
                }
            }
            prop_assert_eq!(&everything(store.as_ref().unwrap()), &states[at]);
        }
    }
}
