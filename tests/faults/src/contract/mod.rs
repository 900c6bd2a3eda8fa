//! Every command called out of contract, on a filled profile.

mod values;

use crate::job::{Case, Job, Tally, Verdict, hear_panics, last_panic, try_cases};
use crate::look;
use crate::person::{clear, fresh, open, told};
use groundwork_app::{App, AppError, contract};
use rusqlite::Connection;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;
use values::Known;

/// Calls on one profile.
const CALLS: u64 = 500;
/// Calls after which the profile is looked at.
const LOOK: u64 = 100;

/// What must answer whatever was called before, with parameters that are always good.
const ANSWERS: [&str; 14] = [
    "app.info",
    "target.show",
    "readiness.show",
    "skills.list",
    "gap.show",
    "evidence.list",
    "certifications.list",
    "projects.list",
    "log.list",
    "timer.show",
    "history.list",
    "reminders.show",
    "badges.trust",
    "plan.calendar",
];

/// Makes `job.count` calls.
pub fn run(job: &Job) -> Tally {
    hear_panics();
    try_cases("contract", job, CALLS, |case| {
        case.units = CALLS.min(job.count.max(1));
        calls(case)
    })
}

fn commands() -> &'static [(String, Value)] {
    static ALL: OnceLock<Vec<(String, Value)>> = OnceLock::new();
    ALL.get_or_init(|| {
        let all = contract::schemas();
        let each = all.as_array().into_iter().flatten();
        each.map(|row| (row["name"].as_str().unwrap_or_default().to_owned(), row["params"].clone())).collect()
    })
}

fn calls(case: &mut Case<'_>) -> Verdict {
    let dir = fresh();
    let mut data = dir.path().join("data");
    let outside = Outside::new(dir.path(), &data)?;
    let mut known = Known { words: words(&data)?, paths: outside.names.clone(), inside: outside.inside() };
    let mut app = open(&data)?;
    for step in 0..case.units {
        let (name, schema) = case.chance.of(commands());
        let params = values::params(schema, &known, &mut case.chance);
        let at = |what: String| format!("step {step}, {name} {}: {what}", short(&params));
        let answer = catch_unwind(AssertUnwindSafe(|| app.dispatch(name, params.clone())));
        match answer {
            Err(_) => return Err(at(format!("panicked: {}", last_panic()))),
            Ok(Ok(reply)) => {
                case.note("answered");
                if let Some(to) = reply.value["to"].as_str().filter(|_| name == "care.move") {
                    // The data lies elsewhere now, and the program must start again.
                    data = PathBuf::from(to);
                    drop(app);
                    app = open(&data).map_err(at)?;
                }
            }
            Ok(Err(error)) => {
                clear(&error).map_err(at)?;
                case.note("refused");
            }
        }
        if step % LOOK == LOOK - 1 {
            after(&app, &data).map_err(at)?;
            outside.is_as_it_was().map_err(at)?;
            known.words = words(&data)?;
        }
        // A program that is started again finds what it needs.
        if case.chance.once_in(200) {
            drop(app);
            app = open(&data).map_err(at)?;
        }
    }
    after(&app, &data)?;
    outside.is_as_it_was()
}

/// The profile is whole, and everything that shows it answers.
fn after(app: &App, data: &Path) -> Verdict {
    look::whole(data)?;
    for name in ANSWERS {
        match app.dispatch(name, json!({})) {
            Ok(_) => {}
            Err(error) if may_be_refused(&error) => {}
            Err(error) => return Err(format!("afterwards {name} is refused: {}", told(&error))),
        }
    }
    Ok(())
}

/// What a person without a target, or without hours, is rightly told.
fn may_be_refused(error: &AppError) -> bool {
    ["target.none", "plan.none", "plan.no_time", "target.missing"].contains(&error.code.as_str())
}

/// Ids, keys and short words of the profile, and some of the role pack.
fn words(data: &Path) -> Result<Vec<String>, String> {
    let conn = Connection::open(data.join(look::DATABASE)).map_err(|error| error.to_string())?;
    let mut all: BTreeSet<String> =
        ["sql", "git", "junior", "senior", "python-django", "main-language", "gh-900", "own:x"]
            .map(str::to_owned)
            .into();
    for (table, column) in [
        ("skill", "id"),
        ("own_skill", "id"),
        ("evidence", "id"),
        ("certification", "id"),
        ("certification", "certification"),
        ("project", "id"),
        ("project", "practice"),
        ("project_check", "check_id"),
        ("plan_item", "id"),
        ("log_entry", "id"),
        ("log_entry", "item"),
        ("attachment", "id"),
        ("attachment", "sha256"),
        ("absence", "id"),
        ("scenario", "id"),
        ("issuer_key", "id"),
        ("kept_version", "id"),
        ("kept_audit", "id"),
        ("kept_session", "item"),
    ] {
        let sql = format!("SELECT DISTINCT {column} FROM {table} WHERE {column} IS NOT NULL LIMIT 12");
        // A column of another name is no matter here: there are words enough.
        let Ok(mut rows) = conn.prepare(&sql) else { continue };
        let found = rows.query_map([], |row| row.get::<_, String>(0));
        all.extend(found.into_iter().flatten().flatten());
    }
    Ok(all.into_iter().collect())
}

fn short(params: &Value) -> String {
    let text = params.to_string();
    if text.len() <= 600 { text } else { format!("{}…", text.chars().take(600).collect::<String>()) }
}

/// The folder whose files may be named: nothing may come into it but what was named.
struct Outside {
    folder: PathBuf,
    names: Vec<String>,
    there: Vec<(PathBuf, Vec<u8>)>,
}

impl Outside {
    fn new(root: &Path, data: &Path) -> Result<Self, String> {
        let folder = root.join("outside");
        let made = || -> std::io::Result<()> {
            fs::create_dir_all(folder.join("repository/src"))?;
            fs::create_dir_all(folder.join("empty"))?;
            fs::create_dir_all(folder.join("inside"))?;
            fs::write(folder.join("repository/src/main.rs"), "fn main() {}\n")?;
            fs::write(folder.join("repository/Cargo.toml"), "[package]\nname = \"x\"\n")?;
            fs::write(folder.join("note.txt"), "words")?;
            fs::write(folder.join("broken.png"), b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")?;
            fs::write(folder.join("broken.ics"), "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n")?;
            fs::write(folder.join("broken.json"), "{\"@context\":[")?;
            fs::write(folder.join("broken.zip"), b"PK\x03\x04 and no more")
        };
        made().map_err(|error| error.to_string())?;
        let mut names: Vec<String> = Vec::new();
        for name in [
            "note.txt",
            "broken.png",
            "broken.ics",
            "broken.json",
            "broken.zip",
            "repository",
            "empty",
            "nobody",
            "nobody/x",
            "named.ics",
            "named.groundwork",
            "named.txt",
            "named",
            "inside",
        ] {
            names.push(folder.join(name).to_string_lossy().into_owned());
        }
        // The profile's own files, and what is no file at all.
        for name in
            [look::DATABASE, "attachments", "backups", "state", "preferences.json", "state/checked", ""]
        {
            names.push(data.join(name).to_string_lossy().into_owned());
        }
        names.push("/nobody/at/home".to_owned());
        // A pipe never ends, and is no place to write to either.
        let _ = Command::new("mkfifo").arg(folder.join("pipe")).status();
        names.push(folder.join("pipe").to_string_lossy().into_owned());
        let there = files(&folder);
        Ok(Self { folder, names, there })
    }

    /// Where every path lies that is drawn.
    fn inside(&self) -> String {
        self.folder.join("inside").to_string_lossy().into_owned()
    }

    fn is_as_it_was(&self) -> Verdict {
        for (path, bytes) in &self.there {
            if fs::read(path).ok().as_ref() != Some(bytes) && !self.was_named(path) {
                return Err(format!("{} was changed", path.display()));
            }
        }
        match files(&self.folder).iter().find(|(path, _)| !self.may_be_there(path)) {
            Some((path, _)) => Err(format!("{} was written, and nobody named it", path.display())),
            None => Ok(()),
        }
    }

    fn was_named(&self, path: &Path) -> bool {
        self.names.iter().any(|name| Path::new(name) == path)
    }

    fn may_be_there(&self, path: &Path) -> bool {
        self.there.iter().any(|(known, _)| known == path)
            || self.names.iter().any(|name| {
                let named = Path::new(name);
                // A folder that was named may be filled: with the data that was moved, or with backups.
                named.starts_with(&self.folder) && path.starts_with(named)
            })
    }
}

fn files(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut all = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        match entry.file_type() {
            Ok(kind) if kind.is_dir() => all.extend(files(&entry.path())),
            Ok(kind) if kind.is_file() => {
                all.push((entry.path(), fs::read(entry.path()).unwrap_or_default()))
            }
            _ => {}
        }
    }
    all
}
