//! The flows: what a person does in one go, each from a profile that was prepared for it.

use crate::look::DATABASE;
use crate::person::{self, copy, does, lay_example, open};
use crate::shim::{self, Mode};
use groundwork_app::{App, AppError};
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// What a preparation may need beside the program.
pub struct Tools<'a> {
    /// The torture program.
    pub program: &'a Path,
    /// The layer that lets calls fail.
    pub layer: &'a Path,
}

/// Why a flow stopped.
pub enum Stop {
    /// The program refused.
    Refused(AppError),
    /// The harness could not go on.
    Broken(String),
}

impl From<String> for Stop {
    fn from(what: String) -> Self {
        Self::Broken(what)
    }
}

impl From<AppError> for Stop {
    fn from(error: AppError) -> Self {
        Self::Refused(error)
    }
}

/// Whether the profile can be read before the flow.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// It can: the flow leads from one whole state to another.
    Readable,
    /// It is damaged: the flow mends it.
    Damaged,
}

/// A flow.
pub struct Flow {
    /// Its name.
    pub name: &'static str,
    /// Whether the profile can be read before.
    pub state: State,
    /// Prepares a folder, `data` in it; whether the flow can be tried.
    pub prepare: fn(&Tools<'_>, &Path) -> Result<bool, String>,
    /// Does it.
    pub act: fn(&Path) -> Result<(), Stop>,
}

const fn flow(
    name: &'static str,
    prepare: fn(&Tools<'_>, &Path) -> Result<bool, String>,
    act: fn(&Path) -> Result<(), Stop>,
) -> Flow {
    Flow { name, state: State::Readable, prepare, act }
}

const fn mends(
    name: &'static str,
    prepare: fn(&Tools<'_>, &Path) -> Result<bool, String>,
    act: fn(&Path) -> Result<(), Stop>,
) -> Flow {
    Flow { name, state: State::Damaged, prepare, act }
}

/// Every flow.
pub const FLOWS: &[Flow] = &[
    flow("first-start", |_, _| Ok(true), opened),
    flow("edit", filled, |root| calls(root, "skills.set", json!({ "skill": "sql", "level": 1 }))),
    flow("example", |_, _| Ok(true), |root| calls(root, "example.fill", json!({}))),
    flow("example-remove", filled, |root| calls(root, "example.remove", json!({}))),
    flow("undo", edited, |root| calls(root, "history.undo", json!({}))),
    flow("redo", undone, |root| calls(root, "history.redo", json!({}))),
    flow("go", edited, |root| calls(root, "history.go", json!({ "seq": 1 }))),
    flow("attach", filled, attach),
    flow("log", filled, |root| {
        calls(root, "log.save", json!({ "skill": "sql", "on": "2026-11-18", "minutes": 5 }))
    }),
    flow("own-item", filled, |root| calls(root, "plan.own_item", json!({ "title": "Read", "minutes": 60 }))),
    flow("text", filled, |root| about_project(root, "projects.save_text")),
    flow("draft", filled, |root| about_project(root, "projects.draft")),
    flow("keep", filled, |root| calls(root, "forecast.keep", json!({}))),
    flow("backup", attached, |root| calls(root, "backup.now", json!({}))),
    flow("away", with_folder, |root| calls(root, "backup.now", json!({}))),
    flow("away-sealed", with_passphrase, |root| calls(root, "backup.now", json!({}))),
    flow("thin", with_old_backups, |root| calls(root, "backup.now", json!({}))),
    flow("restore", backed_up, restore),
    flow("preferences", filled, |root| {
        calls(root, "preferences.set", json!({ "key": "theme", "value": "dark" }))
    }),
    flow("calendar", filled, |root| {
        calls(root, "calendar.export", json!({ "lang": "en", "path": root.join("out.ics") }))
    }),
    flow("export", attached, |root| {
        calls(root, "archive.export", json!({ "path": root.join("out.groundwork") }))
    }),
    flow("import", exported, import),
    flow("move", attached, |root| calls(root, "care.move", json!({ "path": root.join("moved") }))),
    flow("migrate-1", |_, root| golden(root, 1), opened),
    flow("migrate-2", |_, root| golden(root, 2), opened),
    flow("migrate-3", |_, root| golden(root, 3), opened),
    flow("migrate-4", |_, root| golden(root, 4), opened),
    flow("recover", hot_journal, opened),
    flow("unclean", unclean, opened),
    mends("care-restore", damaged, |root| mend(root, "care.restore")),
    mends("care-salvage", damaged, |root| mend(root, "care.salvage")),
];

/// Where the data lies after a flow: where it was, or where it was moved to.
pub fn data_of(root: &Path) -> PathBuf {
    let (here, moved) = (root.join("data"), root.join("moved"));
    if !here.join(DATABASE).exists() && moved.join(DATABASE).exists() { moved } else { here }
}

fn app(root: &Path) -> Result<App, Stop> {
    Ok(person::start(&root.join("data"))?)
}

fn opened(root: &Path) -> Result<(), Stop> {
    app(root).map(drop)
}

fn calls(root: &Path, name: &str, params: Value) -> Result<(), Stop> {
    app(root)?.dispatch(name, params)?;
    Ok(())
}

fn mend(root: &Path, name: &str) -> Result<(), Stop> {
    person::care(&root.join("data"))?.dispatch(name, json!({}))?;
    Ok(())
}

fn project(app: &App) -> Result<String, Stop> {
    let listed = app.dispatch("projects.list", json!({}))?.value;
    let id = listed.pointer("/projects/0/record/id").and_then(Value::as_str);
    Ok(id.ok_or_else(|| "the example has no project".to_owned())?.to_owned())
}

fn attach(root: &Path) -> Result<(), Stop> {
    let app = app(root)?;
    let id = project(&app)?;
    let file =
        json!({ "owner": "project", "owner_id": id, "name": "a.txt", "base64": "QUJD".repeat(20_000) });
    app.dispatch("attachments.add_bytes", file)?;
    Ok(())
}

fn about_project(root: &Path, name: &str) -> Result<(), Stop> {
    let app = app(root)?;
    let text = json!({ "summary": "short", "story": "long ".repeat(3_000), "results": "" });
    app.dispatch(name, json!({ "id": project(&app)?, "text": text }))?;
    Ok(())
}

fn filled(_: &Tools<'_>, root: &Path) -> Result<bool, String> {
    lay_example(&root.join("data"));
    Ok(true)
}

fn edited(tools: &Tools<'_>, root: &Path) -> Result<bool, String> {
    filled(tools, root)?;
    let app = open(&root.join("data"))?;
    for level in [2, 3, 4] {
        does(&app, "skills.set", json!({ "skill": "sql", "level": level }))?;
    }
    Ok(true)
}

fn undone(tools: &Tools<'_>, root: &Path) -> Result<bool, String> {
    edited(tools, root)?;
    does(&open(&root.join("data"))?, "history.undo", json!({}))?;
    Ok(true)
}

fn attached(tools: &Tools<'_>, root: &Path) -> Result<bool, String> {
    filled(tools, root)?;
    match attach(root) {
        Ok(()) => Ok(true),
        Err(Stop::Refused(error)) => Err(person::told(&error)),
        Err(Stop::Broken(what)) => Err(what),
    }
}

/// A backup, and a change after it.
fn backed_up(tools: &Tools<'_>, root: &Path) -> Result<bool, String> {
    attached(tools, root)?;
    let app = open(&root.join("data"))?;
    let there = app.dispatch("backup.now", json!({})).is_ok();
    does(&app, "skills.set", json!({ "skill": "sql", "level": 1 }))?;
    Ok(there)
}

/// A folder of choice for backups.
fn with_folder(tools: &Tools<'_>, root: &Path) -> Result<bool, String> {
    attached(tools, root)?;
    let away = root.join("away");
    fs::create_dir(&away).map_err(|error| error.to_string())?;
    let app = open(&root.join("data"))?;
    Ok(app.dispatch("backup.set_folder", json!({ "path": away })).is_ok())
}

fn with_passphrase(tools: &Tools<'_>, root: &Path) -> Result<bool, String> {
    let there = with_folder(tools, root)?;
    let app = open(&root.join("data"))?;
    let passphrase = json!({ "passphrase": "correct horse battery" });
    Ok(there && app.dispatch("backup.set_passphrase", passphrase).is_ok())
}

/// Backups of many days, of which some are to go.
fn with_old_backups(tools: &Tools<'_>, root: &Path) -> Result<bool, String> {
    if !backed_up(tools, root)? {
        return Ok(false);
    }
    let backups = root.join("data/backups");
    let made: Vec<PathBuf> =
        fs::read_dir(&backups).into_iter().flatten().flatten().map(|it| it.path()).collect();
    let Some(one) = made.first() else { return Ok(false) };
    for (month, day) in [(7, 1), (7, 2), (8, 1), (8, 2), (8, 3), (9, 1), (9, 2), (9, 3)] {
        let target = backups.join(format!("2026{month:02}{day:02}T100000Z-changes"));
        copy(one, &target);
        let manifest = target.join("manifest.json");
        let text = fs::read_to_string(&manifest).map_err(|error| error.to_string())?;
        let mut said: Value = serde_json::from_str(&text).map_err(|error| error.to_string())?;
        said["made"] = json!(format!("2026-{month:02}-{day:02}T10:00:00Z"));
        said["reason"] = json!("changes");
        fs::write(&manifest, said.to_string()).map_err(|error| error.to_string())?;
    }
    Ok(true)
}

fn restore(root: &Path) -> Result<(), Stop> {
    let app = app(root)?;
    let listed = app.dispatch("backup.list", json!({}))?.value;
    app.dispatch("backup.restore", json!({ "id": listed["rows"][0]["id"] }))?;
    Ok(())
}

/// An archive beside a profile from which something of it was taken.
fn exported(tools: &Tools<'_>, root: &Path) -> Result<bool, String> {
    attached(tools, root)?;
    let app = open(&root.join("data"))?;
    let done = app.dispatch("archive.export", json!({ "path": root.join("in.groundwork") })).is_ok();
    does(&app, "example.remove", json!({}))?;
    Ok(done)
}

fn import(root: &Path) -> Result<(), Stop> {
    let app = app(root)?;
    let read = app.dispatch("archive.read", json!({ "path": root.join("in.groundwork") }))?.value;
    app.dispatch("archive.take", json!({ "id": read["id"] }))?;
    Ok(())
}

/// The golden profile of a schema; none of the newest, which opens without a migration.
pub fn golden(root: &Path, schema: u32) -> Result<bool, String> {
    use std::io::Read;
    let path = format!("../../src-tauri/crates/store/tests/fixtures/golden/v{schema}/groundwork.db.gz");
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    let Ok(file) = fs::File::open(&path) else { return Ok(false) };
    let mut bytes = Vec::new();
    flate2::read::GzDecoder::new(file).read_to_end(&mut bytes).map_err(|error| error.to_string())?;
    let data = root.join("data");
    fs::create_dir_all(&data).map_err(|error| error.to_string())?;
    fs::write(data.join(DATABASE), bytes).map_err(|error| error.to_string())?;
    Ok(true)
}

/// A journal that is hot: the program died with its change in the database and not yet committed.
fn hot_journal(tools: &Tools<'_>, root: &Path) -> Result<bool, String> {
    filled(tools, root)?;
    for at in 1..200 {
        let work = person::scratch();
        copy(root, work.path());
        let mut child = Command::new(tools.program);
        child.args(["worker", "flow", "edit"]).arg(work.path()).stdout(Stdio::null()).stderr(Stdio::null());
        shim::under(&mut child, tools.layer, work.path(), at, Some(Mode::Kill));
        child.status().map_err(|error| error.to_string())?;
        let data = work.path().join("data");
        let changed = fs::read(data.join(DATABASE)).ok() != fs::read(root.join("data").join(DATABASE)).ok();
        if changed && data.join(format!("{DATABASE}-journal")).exists() {
            copy(work.path(), root);
            return Ok(true);
        }
    }
    Err("no call leaves a hot journal".into())
}

/// A profile that was last checked long ago, and whose program did not end properly.
fn unclean(tools: &Tools<'_>, root: &Path) -> Result<bool, String> {
    filled(tools, root)?;
    let state = root.join("data/state");
    fs::write(state.join("open-killed"), "").map_err(|error| error.to_string())?;
    let _ = fs::remove_file(state.join("checked"));
    Ok(true)
}

/// A page in the middle of the database is gone; a backup is there. Only where the program can mend.
fn damaged(tools: &Tools<'_>, root: &Path) -> Result<bool, String> {
    if !backed_up(tools, root)? {
        return Ok(false);
    }
    let database = root.join("data").join(DATABASE);
    let mut bytes = fs::read(&database).map_err(|error| error.to_string())?;
    let page = 4096 * 8;
    bytes[page..page + 4096].fill(0xa5);
    fs::write(&database, bytes).map_err(|error| error.to_string())?;
    Ok(person::care(&root.join("data")).is_ok_and(|app| app.dispatch("care.show", json!({})).is_ok()))
}
