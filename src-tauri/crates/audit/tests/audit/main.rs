//! Audits of folders that are made here: as they should be, odd, damaged and hostile.

#![allow(clippy::unwrap_used)]

#[cfg(target_os = "linux")]
mod calls;
mod damaged;
mod history;
mod hostile;
mod kept;
mod plain;
mod repository;
mod stopped;
mod world;
