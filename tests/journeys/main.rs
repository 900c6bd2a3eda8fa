//! Whole journeys through the command list, on a real database.

// In tests a refusal is a failure.
#![allow(clippy::unwrap_used)]
#![forbid(unsafe_code)]

mod bad_input;
mod certifications;
mod contract;
mod example;
mod first_start;
mod history;
mod person;
mod plan;
mod portfolio;
mod role;
mod skills;
