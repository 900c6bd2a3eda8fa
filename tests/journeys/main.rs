//! Whole journeys through the command list, on a real database.

#![forbid(unsafe_code)]
// In tests a refusal is a failure.
#![allow(clippy::unwrap_used)]

mod archive;
mod archive_bad_input;
mod audits;
mod bad_input;
mod badge_files;
mod badges;
mod bookings;
mod calendar;
mod canary;
mod case_studies;
mod certifications;
mod contract;
mod desk;
mod documents;
mod example;
mod filled;
mod first_start;
mod forecast;
mod history;
mod mending;
mod person;
mod plan;
mod plan_moves;
mod portfolio;
mod random_moves;
mod reminder_kinds;
mod reminders;
mod renewals;
mod report;
mod review;
mod road;
mod role;
mod scenarios;
mod skills;
mod time_log;
