//! Foreign formats, bytes to domain and back. Nothing here opens a file, a socket or a clock.

#![forbid(unsafe_code)]

pub mod archive;
pub mod calendar;
pub mod markdown;
pub mod open_badges;
pub mod pdf;
pub mod picture;
