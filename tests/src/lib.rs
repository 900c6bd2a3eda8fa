//! What the journeys share.

#![forbid(unsafe_code)]

#[cfg(feature = "window")]
pub mod driver;
#[cfg(feature = "window")]
pub mod program;
