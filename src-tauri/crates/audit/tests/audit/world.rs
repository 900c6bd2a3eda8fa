//! Folders and repositories to audit. They are made by `git`, far from anyone's own configuration.

use groundwork_audit::{AuditError, Options, Progress, audit};
use groundwork_domain::audit::{Finding, LeftOutReason, Report};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::AtomicBool;
use tempfile::TempDir;

/// Who commits unless another is named.
pub const ADA: &str = "Ada <ada@example.test>";
/// When, unless another time is named.
pub const NOON: &str = "2025-01-06T12:00:00+0000";

/// A place of its own for one test.
pub struct World {
    root: TempDir,
}

impl World {
    pub fn new() -> Self {
        Self { root: tempfile::tempdir().expect("a folder for the test") }
    }

    pub fn path(&self) -> PathBuf {
        self.root.path().canonicalize().expect("a real path")
    }

    pub fn folder(&self, name: &str) -> PathBuf {
        let path = self.path().join(name);
        fs::create_dir_all(&path).expect("a folder");
        path
    }

    /// An empty repository.
    pub fn empty(&self, name: &str) -> PathBuf {
        let path = self.folder(name);
        git(&path, &["init", "-q", "-b", "main", "."]);
        path
    }

    /// A repository with a README, two files of code and two commits.
    pub fn repository(&self, name: &str) -> PathBuf {
        let path = self.empty(name);
        write(&path, "README.md", "# Shop\n\nSells books and maps.\n");
        write(&path, "src/main.py", "import sys\n\n# start\nsys.exit(0)\n");
        commit(&path, "start");
        write(&path, "src/shop.py", "def shop():\n    return 1\n");
        commit(&path, "shop");
        path
    }
}

/// Runs git; its output.
pub fn git(folder: &Path, arguments: &[&str]) -> String {
    git_as(folder, arguments, ADA, NOON)
}

pub fn git_as(folder: &Path, arguments: &[&str], who: &str, when: &str) -> String {
    let (name, address) = who.trim_end_matches('>').split_once(" <").expect("a name and an address");
    let output = Command::new("git")
        .args(["-c", "protocol.file.allow=always", "-c", "commit.gpgsign=false", "-c", "gc.auto=0"])
        .args(arguments)
        .current_dir(folder)
        .env_clear()
        .env("PATH", std::env::var_os("PATH").unwrap_or_default())
        .env("HOME", folder)
        .env("GIT_CONFIG_NOSYSTEM", "1")
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .env("GIT_CEILING_DIRECTORIES", folder.parent().unwrap_or(folder))
        .envs([("GIT_AUTHOR_NAME", name), ("GIT_COMMITTER_NAME", name)])
        .envs([("GIT_AUTHOR_EMAIL", address), ("GIT_COMMITTER_EMAIL", address)])
        .envs([("GIT_AUTHOR_DATE", when), ("GIT_COMMITTER_DATE", when)])
        .output()
        .expect("these tests need git");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "git {arguments:?}: {said}");
    String::from_utf8_lossy(&output.stdout).trim().to_owned()
}

pub fn write(folder: &Path, path: &str, text: impl AsRef<[u8]>) {
    let path = folder.join(path);
    fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
    fs::write(path, text).expect("a file");
}

pub fn commit(folder: &Path, message: &str) {
    commit_as(folder, message, ADA, NOON);
}

/// Commits everything, even where nothing changed.
pub fn commit_as(folder: &Path, message: &str, who: &str, when: &str) {
    git(folder, &["add", "-A"]);
    git_as(folder, &["commit", "-q", "--allow-empty", "-m", message], who, when);
}

pub fn tried(folder: &Path, options: &Options<'_>) -> Result<Report, AuditError> {
    audit(folder, options, &Progress::default(), &AtomicBool::new(false))
}

pub fn report(folder: &Path) -> Report {
    tried(folder, &Options::default()).expect("a report")
}

pub fn report_of(folder: &Path, addresses: &[&str]) -> Report {
    let addresses: Vec<String> = addresses.iter().map(|it| (*it).to_owned()).collect();
    tried(folder, &Options { addresses: &addresses, ..Options::default() }).expect("a report")
}

/// How often something was left out for a reason.
pub fn left_out(report: &Report, reason: LeftOutReason) -> u32 {
    report.left_out.iter().filter(|it| it.reason == reason).map(|it| it.count).sum()
}

pub fn examples(report: &Report, reason: LeftOutReason) -> Vec<String> {
    report.left_out.iter().filter(|it| it.reason == reason).flat_map(|it| it.examples.clone()).collect()
}

pub fn finding<'a>(report: &'a Report, rule: &str) -> Option<&'a Finding> {
    report.findings.iter().find(|it| it.rule == rule)
}

/// Lines of code of a language.
pub fn code(report: &Report, language: &str) -> u64 {
    report.languages.iter().find(|it| it.name == language).map_or(0, |it| it.code)
}
