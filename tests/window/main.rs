//! Journeys in the real window, under WebDriver.

#![forbid(unsafe_code)]
// A test that unwraps in vain fails, as it should.
#![allow(clippy::unwrap_used)]

mod accessibility;
mod ahead;
mod badges;
mod care;
mod certifications;
mod journeys;
mod plan;
mod portfolio;
mod refusals;
mod reminders;
mod safety;
mod time;
