//! cargo-deny: found, or installed into the cache while the other layers run.

use std::fs::File;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};

use crate::place;
use crate::run::{cargo, has, say};

/// The version that `deny.toml` was written for.
const VERSION: &str = "0.20.2";

/// Where cargo-deny is, or how it comes.
pub enum Deny {
    /// It is there.
    There(PathBuf),
    /// It is being built.
    Coming(Child),
    /// It is not there, and why.
    Missing(String),
}

/// What a check of it came to.
pub enum Said {
    /// Nothing to say.
    Good,
    /// What it says.
    Bad(String),
    /// It did not run, and why.
    LeftOut(String),
}

fn tools() -> PathBuf {
    place::cache().join("tools")
}

fn installed() -> PathBuf {
    tools().join("bin").join(format!("cargo-deny{}", std::env::consts::EXE_SUFFIX))
}

impl Deny {
    /// Finds it; else begins to build it where `build` and the system ask for that.
    pub fn find(build: bool) -> Self {
        let name = format!("cargo-deny{}", std::env::consts::EXE_SUFFIX);
        if has("cargo-deny") {
            return Self::There(name.into());
        }
        if installed().is_file() {
            return Self::There(installed());
        }
        if !build || !cfg!(target_os = "linux") {
            return Self::Missing("cargo-deny is not installed".into());
        }
        say("installs cargo-deny into the cache, in the background");
        let log = place::results().join("test-logs").join("cargo-deny.log");
        let log =
            std::fs::create_dir_all(place::results().join("test-logs")).and_then(|()| File::create(log));
        let cargo = cargo();
        let mut command = Command::new("nice");
        command.args(["-n", "19"]).arg(cargo.get_program());
        command.args(["install", "--locked", "--quiet", &format!("cargo-deny@{VERSION}"), "--root"]);
        // A target folder of its own: cargo holds the other one while it builds there.
        command.arg(tools()).env_remove("CARGO_TARGET_DIR").stdin(Stdio::null()).stdout(Stdio::null());
        match log.and_then(|log| command.stderr(log).spawn()) {
            Ok(child) => Self::Coming(child),
            Err(problem) => Self::Missing(problem.to_string()),
        }
    }

    /// Waits for it where it is being built; runs its checks without a network. Advisories need a database at hand.
    pub fn checks(self) -> Vec<(String, Said)> {
        let found = match self {
            Self::There(path) => Ok(path),
            Self::Missing(why) => Err(why),
            Self::Coming(mut child) => match child.wait() {
                Ok(status) if status.success() => Ok(installed()),
                _ => Err("it could not be installed; see target/test-logs/cargo-deny.log".into()),
            },
        };
        let names = [
            ("cargo-deny: licences, bans, sources", "Cargo.toml", &["bans", "licenses", "sources"][..]),
            // What only fuzzing needs is not shipped: its licences do not matter.
            (
                "cargo-deny: bans, sources of the fuzz targets",
                "tests/fuzz/Cargo.toml",
                &["bans", "sources"][..],
            ),
            ("cargo-deny: advisories", "Cargo.toml", &["advisories"][..]),
        ];
        let run = |(name, manifest, checks): (&str, &str, &[&str])| {
            let said = match &found {
                Err(why) => Said::LeftOut(why.clone()),
                Ok(_) if checks == ["advisories"] && !database_is_there() => {
                    Said::LeftOut("no database of advisories is at hand".into())
                }
                Ok(program) => ask(program, manifest, checks),
            };
            (name.to_owned(), said)
        };
        names.into_iter().map(run).collect()
    }
}

fn ask(program: &PathBuf, manifest: &str, checks: &[&str]) -> Said {
    let mut command = Command::new(program);
    command.current_dir(place::root()).args([
        "--offline",
        "--locked",
        "--log-level",
        "error",
        "--manifest-path",
        manifest,
    ]);
    command.args(["--config", "deny.toml", "check", "--hide-inclusion-graph"]).args(checks);
    match command.output() {
        Ok(output) if output.status.success() => Said::Good,
        Ok(output) => Said::Bad(String::from_utf8_lossy(&output.stderr).trim().to_owned()),
        Err(problem) => Said::Bad(problem.to_string()),
    }
}

/// Where cargo-deny keeps what it fetched of RustSec's advisories.
fn database_is_there() -> bool {
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| Some(std::env::home_dir()?.join(".cargo")));
    let folders = home.and_then(|home| std::fs::read_dir(home.join("advisory-dbs")).ok());
    folders.is_some_and(|mut folders| folders.any(|entry| entry.is_ok_and(|entry| entry.path().is_dir())))
}
