//! Random changes, steps back and steps forth, against the simplest model: a list of states.

use crate::acts::{Act, perform};
use crate::world::*;
use groundwork_store::{Origin, Store};
use proptest::prelude::*;

pub fn act() -> impl Strategy<Value = Act> {
    prop_oneof![
        2 => (0..3_u8, 0..6_i64).prop_map(|(n, level)| Act::Skill(n, level)),
        3 => (0..3_u8, 0..8_u8).prop_map(|(n, shape)| Act::Project(n, shape)),
        2 => (0..3_u8).prop_map(Act::DeleteProject),
        2 => (0..4_u8, 0..3_u8).prop_map(|(n, project)| Act::Attach(n, project)),
        2 => (0..3_u8, 0..4_u8).prop_map(|(n, shape)| Act::Item(n, shape)),
        1 => (0..3_u8).prop_map(Act::DeleteItem),
        1 => any::<bool>().prop_map(Act::Target),
        2 => (0..3_u8, 1..4_u32).prop_map(|(n, minutes)| Act::Log(n, minutes)),
        1 => (0..3_u8).prop_map(Act::DeleteLog),
        2 => (0..4_u8).prop_map(Act::Timer),
        2 => (0..2_u8, 0..3_u8).prop_map(|(n, shape)| Act::Scenario(n, shape)),
        1 => (0..2_u8).prop_map(Act::DeleteScenario),
        1 => (0..2_u8, 0..2_u32).prop_map(|(n, minutes)| Act::Review(n, minutes)),
        1 => (0..2_u8).prop_map(Act::DeleteReview),
        3 => (0..3_u8, 0..8_u8).prop_map(|(n, shape)| Act::Certification(n, shape)),
        2 => (0..3_u8).prop_map(Act::DeleteCertification),
        2 => (0..3_u8, 0..3_u8).prop_map(|(n, owner)| Act::Badge(n, owner)),
        1 => (0..3_u8, any::<bool>()).prop_map(|(n, there)| Act::Correction(n, there)),
        1 => (0..2_u8, any::<bool>()).prop_map(|(n, there)| Act::Key(n, there)),
        1 => (0..2_u8, any::<bool>()).prop_map(|(n, there)| Act::Address(n, there)),
        1 => (0..3_u8).prop_map(Act::Reminders),
        1 => Just(Act::Look),
        1 => Just(Act::Example),
        5 => Just(Act::Undo),
        4 => Just(Act::Redo),
        1 => Just(Act::Restart),
    ]
}

fn recorded(store: &Store) -> String {
    store.read(recorded_of).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn undo_and_redo_in_any_order_walk_the_states_that_were(acts in proptest::collection::vec(act(), 1..40)) {
        let (dir, first) = profile();
        let mut store = Some(first);
        let mut states = vec![recorded(store.as_ref().unwrap())];
        let mut at = 0_usize;
        let mut looks = 0;
        for act in &acts {
            let open = store.as_ref().unwrap();
            match act {
                Act::Undo => {
                    let undone = open.undo(Origin::Test, groundwork_store::Step::ANY).unwrap();
                    prop_assert_eq!(undone.is_some(), at > 0);
                    at = at.saturating_sub(1);
                }
                Act::Redo => {
                    let redone = open.redo(Origin::Test, groundwork_store::Step::ANY).unwrap();
                    prop_assert_eq!(redone.is_some(), at + 1 < states.len());
                    at = (at + 1).min(states.len() - 1);
                }
                // What the program keeps past the history stands in nobody's way.
                Act::Look => {
                    looks += 1;
                    open.keep(|w| {
                        w.keep_look(instant("2027-01-04T00:00:00Z"))?;
                        w.keep_event(&kept_event("exam", looks))?;
                        w.keep_reminder(&kept_reminder("ce0", i64::from(looks)))
                    }).unwrap();
                }
                Act::Restart => {
                    drop(store.take());
                    store = Some(Store::open(dir.path()).unwrap());
                }
                other => {
                    let written = write(open, |w| perform(w, other));
                    let now = recorded(open);
                    prop_assert_eq!(written.history.is_some(), now != states[at]);
                    if written.history.is_some() {
                        states.truncate(at + 1);
                        states.push(now);
                        at += 1;
                    }
                }
            }
            prop_assert_eq!(&recorded(store.as_ref().unwrap()), &states[at]);
        }
    }
}
