//! Sets a variable of the process's own environment before anything else runs.
//!
//! A crate of its own for its edition: see `Cargo.toml` and ADR 15.

#![forbid(unsafe_code)]
#![allow(deprecated_safe_2024)]

/// Sets a variable where it is not set yet. Call it first thing in `main`, while there is one thread.
pub fn set_before_anything_runs(name: &str, value: &str) {
    if std::env::var_os(name).is_none() {
        std::env::set_var(name, value);
    }
}
