//! `cargo xtask package`: the installers of this system, by Tauri's own bundler, and what they are made of.

use std::fs;

use crate::run::{Outcome, cargo, has, run, say};
use crate::system::Need;
use crate::{interface, place, sbom, system};

/// Bundles what `tauri.conf.json` names for this system; puts the list of parts beside the bundles.
pub fn package() -> Outcome {
    if !has("cargo-tauri") {
        return Err("the bundler is missing: cargo install tauri-cli --version '^2' --locked".into());
    }
    system::prepare(Need::Window)?;
    interface::install()?;
    run(cargo().current_dir(place::root().join("src-tauri")).args(["tauri", "build"]))?;
    let bundles = place::target().join("release").join("bundle");
    fs::create_dir_all(&bundles).map_err(|problem| problem.to_string())?;
    let list =
        bundles.join(format!("groundwork-{}-{}.cdx.json", std::env::consts::OS, std::env::consts::ARCH));
    sbom::write(&list)?;
    say(&format!("what it is made of: {}", list.display()));
    Ok(())
}
