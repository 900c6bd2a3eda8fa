//! `cargo xtask package`: the installers of this system, by Tauri's own bundler.

use crate::run::{Outcome, cargo, has, run};
use crate::system::Need;
use crate::{interface, place, system};

/// Bundles what `tauri.conf.json` names for this system.
pub fn package() -> Outcome {
    if !has("cargo-tauri") {
        return Err("the bundler is missing: cargo install tauri-cli --version '^2' --locked".into());
    }
    system::prepare(Need::Window)?;
    interface::install()?;
    run(cargo().current_dir(place::root().join("src-tauri")).args(["tauri", "build"]))
}
