//! `cargo xtask fuzz [--seconds N] [TARGET]`: the targets of `tests/fuzz`, one after the other, at the lowest priority.
//!
//! libFuzzer needs options of the compiler that only a nightly one takes, or a stable one that is told to
//! (`RUSTC_BOOTSTRAP=1`); where neither works, this says so and ends well.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use crate::place;
use crate::run::{Outcome, ask, has, option, run, say};

/// How a target is run.
struct Target {
    name: &'static str,
    /// Words that belong to the format, in a file of `tests/fuzz`.
    words: Option<&'static str>,
    /// The largest input, in bytes.
    most: u32,
    /// Folders of `tests` that hold examples beside `fuzz/seeds/<name>`.
    examples: &'static [&'static str],
}

const fn target(
    name: &'static str,
    words: Option<&'static str>,
    most: u32,
    examples: &'static [&'static str],
) -> Target {
    Target { name, words, most, examples }
}

const BADGES: &[&str] = &["fixtures/openbadges"];
const TARGETS: [Target; 16] = [
    target("badge_json", Some("badges.dict"), 20_000, BADGES),
    target("badge_png", Some("badges.dict"), 20_000, BADGES),
    target("badge_svg", Some("badges.dict"), 20_000, BADGES),
    target("badge_key", Some("badges.dict"), 4_000, BADGES),
    target("calendar", None, 8_000, &["fixtures/calendar"]),
    target("markdown", Some("markdown.dict"), 4_000, &[]),
    target("picture", Some("picture.dict"), 20_000, BADGES),
    target("pdf", Some("pdf.dict"), 20_000, &[]),
    target("project_file", Some("project_file.dict"), 8_000, &[]),
    target("role_pack", Some("role_pack.dict"), 8_000, &[]),
    target("preferences", Some("command.dict"), 2_000, &[]),
    target("command", Some("command.dict"), 4_000, &[]),
    target("history", None, 4_000, &[]),
    target("database", None, 2_000, &[]),
    target("archive", None, 20_000, &[]),
    target("backup", None, 20_000, &[]),
];

/// Runs one target or all of them, 60 seconds each where nothing else is said.
pub fn fuzz(arguments: &[String]) -> Outcome {
    let seconds = option(arguments, "--seconds").unwrap_or("60");
    seconds.parse::<u32>().map_err(|_| "--seconds needs a number")?;
    let named = arguments.iter().enumerate().find(|(at, word)| {
        !word.starts_with("--") && at.checked_sub(1).is_none_or(|before| arguments[before] != "--seconds")
    });
    let named = named.map(|(_, word)| word.as_str());
    let wanted: Vec<&Target> =
        TARGETS.iter().filter(|target| named.is_none_or(|name| name == target.name)).collect();
    if wanted.is_empty() {
        let known: Vec<&str> = TARGETS.iter().map(|target| target.name).collect();
        return Err(format!("fuzz knows {}", known.join(", ")));
    }
    if !can_run() {
        return Ok(());
    }
    let mut broken = Vec::new();
    for target in wanted {
        say(&format!("fuzzes {} for {seconds} s", target.name));
        if let Err(problem) = once(target, seconds) {
            eprintln!("{}: {problem}", target.name);
            broken.push(target.name);
        }
    }
    match broken.as_slice() {
        [] => Ok(()),
        names => Err(format!("found something in {}; see tests/fuzz/artifacts", names.join(", "))),
    }
}

/// Whether targets can be built here; says why not.
fn can_run() -> bool {
    if !has("cargo-fuzz") {
        say("cargo-fuzz is missing, so nothing was fuzzed: cargo install cargo-fuzz --locked");
        return false;
    }
    let mut probe = Command::new("rustc");
    probe.env("RUSTC_BOOTSTRAP", "1").args(["-Z", "help"]);
    let works = cfg!(unix) && probe.output().is_ok_and(|output| output.status.success());
    if !works {
        say("this compiler does not take the options that libFuzzer needs, so nothing was fuzzed");
    }
    works
}

fn once(target: &Target, seconds: &str) -> Outcome {
    let folder = place::root().join("tests/fuzz");
    let corpus = folder.join("corpus").join(target.name);
    fs::create_dir_all(&corpus).map_err(|problem| problem.to_string())?;
    let examples = target.examples.iter().map(|name| place::root().join("tests").join(name));
    let seeds: Vec<PathBuf> =
        examples.chain([folder.join("seeds").join(target.name)]).filter(|path| path.is_dir()).collect();
    let mut command = Command::new("nice");
    command.args(["-n", "19", "cargo", "fuzz", "run", target.name]).arg(corpus).args(seeds).arg("--");
    command.current_dir(&folder).env("RUSTC_BOOTSTRAP", "1").env_remove("CARGO_TARGET_DIR");
    if ask("rustc", &["--version"]).is_some_and(|version| version.contains("nightly")) {
        command.env_remove("RUSTC_BOOTSTRAP");
    }
    if let Some(words) = target.words {
        command.arg(format!("-dict={words}"));
    }
    command.args([&format!("-max_len={}", target.most), &format!("-max_total_time={seconds}")]);
    command.args(["-timeout=30", "-rss_limit_mb=4096", "-print_final_stats=1"]);
    let scratch = scratch();
    fs::create_dir_all(&scratch).map_err(|problem| problem.to_string())?;
    let outcome = run(command.env("TMPDIR", &scratch));
    // A target ends without tidying up.
    let _ = fs::remove_dir_all(&scratch);
    outcome
}

/// Where targets put their files: in memory where the system has such a place, so that the disk does not set the pace.
fn scratch() -> PathBuf {
    let memory = PathBuf::from("/dev/shm");
    let base = if memory.is_dir() { memory } else { std::env::temp_dir() };
    base.join(format!("groundwork-fuzz-{}", std::process::id()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_target_is_known_and_its_words_are_there() {
        let folder = place::root().join("tests/fuzz");
        let manifest = fs::read_to_string(folder.join("Cargo.toml")).unwrap();
        let named: Vec<&str> =
            manifest.split("[[bin]]\nname = \"").skip(1).filter_map(|part| part.split('"').next()).collect();
        let known: Vec<&str> = TARGETS.iter().map(|target| target.name).collect();
        assert!(named.iter().all(|name| known.contains(name)), "{named:?}");
        assert_eq!(named.len(), known.len());
        for target in TARGETS {
            assert!(target.words.is_none_or(|words| folder.join(words).is_file()), "{}", target.name);
        }
    }

    #[test]
    fn the_examples_are_small() {
        let mut bytes = 0;
        for target in TARGETS {
            let folder = place::root().join("tests/fuzz/seeds").join(target.name);
            let files = fs::read_dir(folder).into_iter().flatten().flatten();
            bytes += files.map(|file| file.metadata().map_or(0, |meta| meta.len())).sum::<u64>();
        }
        assert!(bytes < 200_000, "{bytes}");
    }
}
