//! `cargo xtask torture`: every fault of the table, as often as it says or as the minutes allow.

use crate::run::{Outcome, cargo, run};

/// Builds the harness with optimisation and lets it run; what follows is the harness's own.
pub fn torture(arguments: &[String]) -> Outcome {
    let mut harness = cargo();
    harness.args([
        "run",
        "--release",
        "--locked",
        "--package",
        "groundwork-faults",
        "--bin",
        "torture",
        "--",
    ]);
    run(harness.args(arguments))
}
