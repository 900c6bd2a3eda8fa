//! The interface's packages and its build; both are left alone while what they are made of is the same.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;

use crate::place;
use crate::run::{Outcome, npm, run, say};

const INSTALLED: &str = "node_modules/.groundwork-installed";
const BUILT: &str = "node_modules/.groundwork-built";
/// What a build reads beside `src`; `core` and `areas` lie under `messages`.
const SOURCES: [&str; 8] = [
    "src",
    "messages",
    "project.inlang",
    "index.html",
    "package-lock.json",
    "vite.config.ts",
    "svelte.config.js",
    "tsconfig.json",
];

/// Installs the packages that the lockfile names; no script of theirs is run.
pub fn install() -> Outcome {
    let ui = place::ui();
    let now = digest(&[&ui.join("package-lock.json"), &ui.join("package.json")]);
    if stamp(&ui.join(INSTALLED)).as_deref() == Some(&now) {
        return Ok(());
    }
    say("installs the interface's packages");
    run(npm().args(["ci", "--ignore-scripts"]))?;
    fs::write(ui.join(INSTALLED), now).map_err(|problem| problem.to_string())
}

/// Builds the interface into `ui/dist`.
pub fn build() -> Outcome {
    let ui = place::ui();
    let sources: Vec<_> = SOURCES.iter().map(|name| ui.join(name)).collect();
    let now = digest(&sources.iter().map(|path| path.as_path()).collect::<Vec<_>>());
    if ui.join("dist/index.html").is_file() && stamp(&ui.join(BUILT)).as_deref() == Some(&now) {
        return Ok(());
    }
    say("builds the interface");
    run(npm().args(["run", "--silent", "build"]))?;
    fs::write(ui.join(BUILT), now).map_err(|problem| problem.to_string())
}

fn stamp(path: &Path) -> Option<String> {
    fs::read_to_string(path).ok()
}

/// One number for the names and the contents of files and folders.
fn digest(paths: &[&Path]) -> String {
    let mut hasher = DefaultHasher::new();
    paths.iter().for_each(|path| add(path, &mut hasher));
    format!("{:016x}", hasher.finish())
}

fn add(path: &Path, hasher: &mut DefaultHasher) {
    // The messages are compiled into this folder by the build itself.
    if path.ends_with("src/paraglide") {
        return;
    }
    path.file_name().hash(hasher);
    if path.is_dir() {
        let mut inside: Vec<_> =
            fs::read_dir(path).into_iter().flatten().flatten().map(|e| e.path()).collect();
        inside.sort();
        inside.iter().for_each(|path| add(path, hasher));
    } else {
        fs::read(path).unwrap_or_default().hash(hasher);
    }
}
