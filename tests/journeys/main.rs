//! Whole journeys through the command list, on a real database.

#![forbid(unsafe_code)]
// In tests a refusal is a failure.
#![allow(clippy::unwrap_used)]

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
