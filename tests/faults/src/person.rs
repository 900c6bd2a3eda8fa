//! A person with their program: a scratch folder, an app over it, and what counts as a clear refusal.

use groundwork_app::clock::Clock;
use groundwork_app::ports::FilePreferences;
use groundwork_app::{App, AppConfig, AppError, Lang, Origin, Reply, messages};
use groundwork_domain::Date;
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use tempfile::TempDir;

/// The day on which everything takes place: a Friday.
pub const TODAY: &str = "2026-11-20";

/// A folder that goes with its holder, in memory where the system has such a place.
pub fn scratch() -> TempDir {
    let memory = Path::new("/dev/shm");
    let made = match memory.is_dir() {
        true => tempfile::Builder::new().prefix("groundwork-").tempdir_in(memory),
        false => tempfile::Builder::new().prefix("groundwork-").tempdir(),
    };
    made.expect("a scratch folder")
}

/// How an app is started here: today stands still, preferences lie in the data folder, there is no desktop.
pub fn config(dir: &Path, origin: Origin) -> AppConfig {
    AppConfig {
        data_dir: dir.to_owned(),
        create: true,
        origin,
        clock: Date::parse(TODAY).map_or(Clock::System, Clock::Fixed),
        preferences: Box::new(FilePreferences::new(dir.join(groundwork_app::ports::PREFERENCES))),
        desktop: None,
        cache_dir: None,
    }
}

/// Starts the program over a data folder.
pub fn start(dir: &Path) -> Result<App, AppError> {
    App::start(config(dir, Origin::Test))
}

/// Starts the program as the window does: over damaged data it stands all the same, and offers to mend it.
pub fn care(dir: &Path) -> Result<App, AppError> {
    App::start_or_care(config(dir, Origin::Test))
}

/// Starts the program, which must open.
pub fn open(dir: &Path) -> Result<App, String> {
    start(dir).map_err(|error| format!("the profile does not open: {}", told(&error)))
}

/// An error as one line.
pub fn told(error: &AppError) -> String {
    format!("{}: {} {:?}", error.code, error.sentence.en, error.args)
}

/// Whether a refusal says what happened: a code with a sentence of its own, in both languages.
pub fn clear(error: &AppError) -> Result<(), String> {
    let key = format!("error_{}", error.code.replace('.', "_"));
    let known = messages::exists(Lang::En, &key) && messages::exists(Lang::Fr, &key);
    let worded = !error.sentence.en.trim().is_empty() && !error.sentence.fr.trim().is_empty();
    if known && worded { Ok(()) } else { Err(format!("refused without a sentence: {}", told(error))) }
}

/// What a call came to, where it must not be refused.
pub fn does(app: &App, name: &str, params: Value) -> Result<Reply, String> {
    app.dispatch(name, params).map_err(|error| format!("{name} refused: {}", told(&error)))
}

/// Lays a profile with the example in it, and something of every kind beside it, into a folder. It is made once in a
/// process and kept in memory: what a process keeps until its end in a folder, nobody removes.
pub fn lay_example(to: &Path) {
    static MADE: OnceLock<Vec<(PathBuf, Vec<u8>)>> = OnceLock::new();
    let files = MADE.get_or_init(|| {
        let dir = scratch();
        fill(dir.path()).expect("the example");
        files_of(dir.path(), dir.path())
    });
    fs::create_dir_all(to).expect("a folder for the example");
    for (name, bytes) in files {
        let path = to.join(name);
        path.parent().map(fs::create_dir_all);
        fs::write(path, bytes).expect("a file of the example");
    }
}

fn files_of(root: &Path, folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut all = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            all.extend(files_of(root, &path));
        } else if let (Ok(name), Ok(bytes)) = (path.strip_prefix(root), fs::read(&path)) {
            all.push((name.to_owned(), bytes));
        }
    }
    all
}

fn fill(dir: &Path) -> Result<(), String> {
    let app = open(dir)?;
    does(&app, "example.fill", json!({}))?;
    let projects = does(&app, "projects.list", json!({}))?.value;
    let id = &projects["projects"][0]["record"]["id"];
    let file = json!({ "owner": "project", "owner_id": id, "name": "notes.txt", "base64": "SGVsbG8=" });
    does(&app, "attachments.add_bytes", file)?;
    Ok(())
}

/// Copies a folder with everything in it; hard links become files of their own.
pub fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder to copy to");
    for entry in fs::read_dir(from).expect("a folder to copy").flatten() {
        let target = to.join(entry.file_name());
        match entry.file_type() {
            Ok(kind) if kind.is_dir() => copy(&entry.path(), &target),
            Ok(kind) if kind.is_file() => drop(fs::copy(entry.path(), target).expect("a file to copy")),
            _ => {}
        }
    }
}

/// A fresh copy of the example.
pub fn fresh() -> TempDir {
    let dir = scratch();
    lay_example(&dir.path().join("data"));
    dir
}
