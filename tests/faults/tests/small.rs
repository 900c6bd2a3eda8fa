//! Every fault of the table, tried a few times.

#![allow(clippy::unwrap_used, clippy::expect_used)]

use groundwork_faults::{FAULTS, Job};
use std::path::Path;

/// Tries a fault some times from one seed on; everything must survive.
fn survives(name: &str, count: u64) {
    let fault = FAULTS.iter().find(|fault| fault.name == name).unwrap();
    let tally = (fault.run)(&Job::new(count, 1, Path::new(env!("CARGO_BIN_EXE_torture"))));
    if let Some(why) = &tally.skipped {
        println!("{name} was not tried: {why}");
        return;
    }
    println!(
        "{name}: {} tried, {} survived, {:?}, {:.1?}",
        tally.tried, tally.survived, tally.noted, tally.took
    );
    if let Some(failure) = tally.first_failure() {
        panic!("cargo xtask torture --fault {name} --seed {} --count 1: {}", failure.seed, failure.what);
    }
    assert!(tally.tried > 0, "{name} was not tried");
}

#[test]
fn undo_and_redo_lead_through_the_states_that_were() {
    survives("undo", 4_000);
}

#[test]
fn calls_out_of_contract_break_nothing() {
    survives("contract", 500);
}

#[test]
fn what_was_acknowledged_before_a_kill_is_there() {
    survives("kills", 60);
}

#[test]
fn a_call_that_fails_leaves_the_state_before_or_after() {
    survives("calls", 260);
}

#[test]
fn a_damaged_file_is_noticed_and_kept() {
    survives("damage", 120);
}

#[test]
fn a_migration_that_ends_early_leaves_the_old_schema_or_the_new() {
    survives("migrations", 24);
}

#[test]
fn programs_that_run_at_once_lose_nothing() {
    survives("races", 12);
}

#[test]
fn minutes_that_passed_are_logged_in_every_zone() {
    survives("zones", 10);
}

#[test]
fn scripts_in_markdown_stay_words() {
    survives("markdown", 1_000);
}

#[test]
fn a_folder_that_is_not_as_it_should_be_is_said_clearly() {
    survives("folders", u64::MAX);
}

#[test]
fn what_goes_out_comes_back_the_same() {
    survives("roundtrip", 12);
}

#[test]
fn a_hostile_file_is_refused_or_answered_soon() {
    survives("foreign", 40);
}
