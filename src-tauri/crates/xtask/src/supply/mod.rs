//! The supply chain: what comes in from outside is named, pinned by its hash, from the one registry, and free to use.
//!
//! Our own checks need nothing but the lockfiles. The rest is cargo-deny's, by `deny.toml`: where it is missing it is
//! installed into the cache on Linux, in the background and at low priority, since it takes some five minutes; on other
//! systems it is used where it is there, because its policy covers all systems at once.

mod deny;
mod locks;

pub use deny::{Deny, Said};
pub use locks::{Locked, cargo_lock, npm_lock};

use std::fs;

use crate::place;
use crate::run::cargo;

/// What one check came to: its name, and what is wrong.
pub type Checked = (String, Vec<String>);

/// The manifests whose lockfiles are kept: the workspace, and the fuzz targets beside it.
const MANIFESTS: [&str; 2] = ["Cargo.toml", "tests/fuzz/Cargo.toml"];

/// Licences of npm packages that are shipped. Fonts are under OFL-1.1.
const NPM_LICENCES: [&str; 5] = ["MIT", "Apache-2.0", "Apache-2.0 OR MIT", "ISC", "OFL-1.1"];

/// Every check, in order.
pub fn checks(deny: Deny) -> Vec<Checked> {
    let mut all: Vec<Checked> =
        MANIFESTS.into_iter().flat_map(|manifest| [fits(manifest), pinned(manifest)]).collect();
    all.push(interface());
    for (name, said) in deny.checks() {
        match said {
            Said::Good => all.push((name, Vec::new())),
            Said::Bad(output) => all.push((name, vec![output])),
            Said::LeftOut(why) => println!("  {name}: left out ({why}); our own checks of the lockfiles ran"),
        }
    }
    all
}

/// The lockfile holds all that the manifests ask for.
fn fits(manifest: &str) -> Checked {
    let mut command = cargo();
    command.args(["metadata", "--locked", "--format-version", "1", "--manifest-path", manifest]);
    let faults = match command.output() {
        Ok(output) if output.status.success() => Vec::new(),
        Ok(output) => vec![String::from_utf8_lossy(&output.stderr).trim().to_owned()],
        Err(problem) => vec![problem.to_string()],
    };
    (format!("the lockfile beside {manifest} is what its manifests ask for"), faults)
}

/// Every crate of the lockfile comes from the registry with its hash.
fn pinned(manifest: &str) -> Checked {
    let path = place::root().join(manifest).with_file_name("Cargo.lock");
    let text = fs::read_to_string(&path).unwrap_or_default();
    let faults = cargo_lock(&text).iter().filter_map(Locked::fault).collect();
    (format!("the crates of {manifest} are pinned"), non_empty(&text, faults))
}

/// Every npm package is pinned, and those that are shipped are under a licence that fits.
fn interface() -> Checked {
    let text = fs::read_to_string(place::ui().join("package-lock.json")).unwrap_or_default();
    let mut faults = Vec::new();
    match npm_lock(&text) {
        Ok(packages) => {
            for package in packages {
                faults.extend(package.fault());
                if package.shipped && !NPM_LICENCES.contains(&package.licence.as_str()) {
                    faults
                        .push(format!("{}: licence “{}” is not on the list", package.name, package.licence));
                }
            }
        }
        Err(problem) => faults.push(problem),
    }
    ("the packages of the interface are pinned and licensed".into(), non_empty(&text, faults))
}

fn non_empty(text: &str, mut faults: Vec<String>) -> Vec<String> {
    if text.is_empty() {
        faults.push("there is no lockfile".into());
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lockfiles_of_this_clone_are_pinned() {
        for (name, faults) in [pinned(MANIFESTS[0]), pinned(MANIFESTS[1]), interface()] {
            assert_eq!(faults, Vec::<String>::new(), "{name}");
        }
    }
}
