//! How the tests call the program.

use serde_json::Value;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};

pub fn run(folder: &Path, args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_groundwork-cli"))
        .env("GROUNDWORK_TODAY", "2026-11-20")
        .env("GROUNDWORK_DATA_DIR", folder)
        .env("GROUNDWORK_CACHE_DIR", std::env::temp_dir().join("groundwork-cli-tests"))
        .env("LC_ALL", "C")
        .args(args)
        .output()
        .unwrap()
}

pub fn text(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

pub fn json(folder: &Path, args: &[&str]) -> Value {
    let output = run(folder, args);
    assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout)
        .unwrap_or_else(|error| panic!("{args:?}: {error}: {}", text(&output)))
}

pub fn junior() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let init = [
        "init",
        "--rung",
        "junior",
        "--stack",
        "python-django",
        "--weekly-hours",
        "10",
        "--ready-by",
        "2027-11-01",
    ];
    assert!(run(folder.path(), &init).status.success());
    folder
}

/// As `run`, at a moment of a clock that stands still.
pub fn at(moment: &str, folder: &Path, args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_groundwork-cli"))
        .env("GROUNDWORK_NOW", format!("{moment}[Europe/Paris]"))
        .env("GROUNDWORK_DATA_DIR", folder)
        .env("GROUNDWORK_CACHE_DIR", std::env::temp_dir().join("groundwork-cli-tests"))
        .env("LC_ALL", "C")
        .args(args)
        .output()
        .unwrap()
}

pub fn json_at(moment: &str, folder: &Path, args: &[&str]) -> Value {
    let output = at(moment, folder, &[args, &["--json"]].concat());
    assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

/// The refusal of what must not be done: exit code 1, the sentence on stderr, the error as JSON.
pub fn refused(folder: &Path, args: &[&str]) -> Value {
    let output = run(folder, &[args, &["--json"]].concat());
    assert_eq!(output.status.code(), Some(1), "{args:?}: {}", text(&output));
    assert!(!output.stderr.is_empty(), "{args:?}");
    serde_json::from_slice(&output.stdout).unwrap()
}

/// What is said, with plain spaces.
pub fn says(folder: &Path, args: &[&str]) -> String {
    let output = run(folder, args);
    assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
    text(&output).replace(['\u{a0}', '\u{202f}'], " ")
}

/// Solves a problem from standard input.
pub fn solve(problem: &str) -> Output {
    let folder = tempfile::tempdir().unwrap();
    let mut child = Command::new(env!("CARGO_BIN_EXE_groundwork-cli"))
        .args(["--data-dir", folder.path().to_str().unwrap(), "plan", "solve", "-", "--json"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(problem.as_bytes()).unwrap();
    child.wait_with_output().unwrap()
}
