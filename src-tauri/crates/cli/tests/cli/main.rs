//! The terminal, as scripts and people use it.

// In tests a refusal is a failure.
#![allow(clippy::unwrap_used)]

mod archive;
mod badges;
mod basics;
mod certifications;
mod data;
mod dates;
mod plan_and_time;
mod portfolio;
mod terminal;
