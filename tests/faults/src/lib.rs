//! The fault harness: one module per fault of the table in QUALITY.md, each with one function that tries it.
//!
//! The invariant everywhere: an acknowledged change is there after reopening; an unacknowledged one is there whole or not
//! at all; the database passes both checks of SQLite; what is refused carries a known code with a sentence.

#![forbid(unsafe_code)]
// The harness judges the program from outside: what fails here is the harness, and it says where.
#![allow(clippy::unwrap_used, clippy::expect_used)]

pub mod calls;
pub mod chance;
pub mod contract;
pub mod damage;
pub mod folders;
pub mod foreign;
pub mod job;
pub mod kills;
pub mod look;
pub mod markdown;
pub mod migrations;
pub mod person;
pub mod races;
pub mod roundtrip;
pub mod shim;
pub mod undo;
pub mod writes;
pub mod zones;

/// The small world and the acts of the store's own tests: the model of undo walks the same ones, only further.
#[allow(dead_code, missing_docs)]
#[path = "../../../src-tauri/crates/store/tests/it/acts.rs"]
mod acts;
#[allow(dead_code, missing_docs)]
#[path = "../../../src-tauri/crates/store/tests/it/world.rs"]
mod world;

pub use job::{Fault, Job, Tally};

/// Every fault, in the order in which they are tried, with its full count.
pub const FAULTS: &[Fault] = &[
    Fault {
        name: "undo",
        about: "changes, undo, redo and restarts against a model",
        full: 1_000_000,
        run: undo::run,
    },
    Fault { name: "contract", about: "calls out of contract", full: 1_000_000, run: contract::run },
    Fault {
        name: "kills",
        about: "SIGKILL at a random moment of every kind of write",
        full: 100_000,
        run: kills::run,
    },
    Fault {
        name: "calls",
        about: "every call that writes, failing or the last one",
        full: u64::MAX,
        run: calls::run,
    },
    Fault {
        name: "damage",
        about: "flipped bits, cut files, zeroed pages, foreign journals",
        full: 50_000,
        run: damage::run,
    },
    Fault {
        name: "migrations",
        about: "newer and foreign files, a migration that ends at any point",
        full: u64::MAX,
        run: migrations::run,
    },
    Fault {
        name: "races",
        about: "eight starts at once, window and terminal at once",
        full: 1_000,
        run: races::run,
    },
    Fault {
        name: "folders",
        about: "data folders that are not as they should be",
        full: u64::MAX,
        run: folders::run,
    },
    Fault { name: "zones", about: "every time zone with its transitions", full: u64::MAX, run: zones::run },
    Fault { name: "foreign", about: "hostile files from elsewhere", full: 2_000, run: foreign::run },
    Fault { name: "markdown", about: "scripts in Markdown", full: 5_000, run: markdown::run },
    Fault {
        name: "roundtrip",
        about: "backup, wipe, restore; archive out and in",
        full: 20_000,
        run: roundtrip::run,
    },
];

/// What the torture program does when the harness starts it as a child; none for a name that is not known.
pub fn worker(arguments: &[String]) -> Option<i32> {
    let (name, rest) = arguments.split_first()?;
    match name.as_str() {
        "kills" => Some(kills::worker(rest)),
        "race" => Some(races::worker(rest)),
        "folder" => Some(folders::worker(rest)),
        "foreign" => Some(foreign::worker(rest)),
        "flow" => Some(calls::worker(rest)),
        _ => None,
    }
}
