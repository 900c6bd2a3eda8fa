//! Backup, wipe, restore; archive out, archive in: random profiles come back, equal to the byte of their content.

use crate::job::{Case, Job, Tally, Verdict, try_cases};
use crate::look::{self, DATABASE, Look, difference};
use crate::person::{care, clear, does, open, scratch};
use crate::writes::{Known, OTHERS, RECORDS};
use groundwork_app::App;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// Writes that a random profile is made of, at most.
const WRITES: usize = 40;

type Dump = BTreeMap<String, Vec<String>>;

/// Tries `job.count` profiles, half of them each way.
pub fn run(job: &Job) -> Tally {
    if !there_are_archives() {
        return Tally::skipped("roundtrip", "the program has neither restore nor archive yet");
    }
    try_cases("roundtrip", job, 1, |case| {
        let dir = scratch();
        let data = dir.path().join("data");
        let app = random(case, &data)?;
        match case.seed % 2 {
            0 => by_backup(case, app, &data),
            _ => by_archive(case, app, dir.path()),
        }
    })
}

fn there_are_archives() -> bool {
    let dir = scratch();
    let Ok(app) = open(dir.path()) else { return false };
    app.dispatch("archive.read", json!({ "path": "/nobody/at/home" }))
        .is_err_and(|error| error.code != "command.unknown")
}

/// A profile that somebody wrote into at random.
fn random(case: &mut Case<'_>, data: &Path) -> Result<App, String> {
    let app = open(data)?;
    let begun = json!({ "rung": "junior", "stack": "python-django", "weekly_hours": 8.0 });
    match case.chance.below(4) {
        0 => drop(does(&app, "example.fill", json!({}))?),
        1 => {}
        _ => drop(does(&app, "start.begin", begun)?),
    }
    let mut known = Known::of(data)?;
    for _ in 0..case.chance.below(WRITES) {
        let some = ["timer.start", "projects.draft", "forecast.keep", "history.undo", "history.redo"];
        let name = *if case.chance.once_in(5) { case.chance.of(&some) } else { case.chance.of(&RECORDS) };
        debug_assert!(OTHERS.contains(&name) || RECORDS.contains(&name));
        let params = known.params(name, &mut case.chance);
        match app.dispatch(name, params) {
            Ok(reply) => known.hear(name, &reply.value),
            Err(error) => clear(&error)?,
        }
    }
    Ok(app)
}

fn by_backup(case: &mut Case<'_>, app: App, data: &Path) -> Verdict {
    let (before, files) = content(data)?;
    does(&app, "backup.now", json!({}))?;
    drop(app);
    // Wiped: what is left are the backups.
    fs::remove_file(data.join(DATABASE)).map_err(|error| error.to_string())?;
    let _ = fs::remove_dir_all(data.join("attachments"));
    let app = care(data).map_err(|error| error.code)?;
    let listed = does(&app, "backup.list", json!({}))?.value;
    let id = listed["rows"][0]["id"].clone();
    let shown = does(&app, "backup.show", json!({ "id": id }))?.value;
    if shown["whole"] != json!(true) {
        return Err(format!("the backup is not whole: {}", shown["fault"]));
    }
    // A database that is gone beside its backups is damage, and the newest of them is offered.
    let lost = does(&app, "care.show", json!({}))?.value["state"] == "damaged";
    if lost {
        does(&app, "care.restore", json!({}))?;
    } else {
        does(&app, "backup.restore", json!({ "id": id }))?;
    }
    case.note("by backup");
    same(data, &before, &files)?;
    // And after a new start as well.
    drop(app);
    drop(open(data)?);
    same(data, &before, &files)
}

fn by_archive(case: &mut Case<'_>, app: App, root: &Path) -> Verdict {
    let (before, files) = content(&root.join("data"))?;
    let path = root.join("out.groundwork");
    does(&app, "archive.export", json!({ "path": path }))?;
    drop(app);
    let other = root.join("other");
    let app = open(&other)?;
    let preview = does(&app, "archive.read", json!({ "path": path }))?.value;
    let (new, different) = (&preview["new_files"], preview["different"].as_array().map_or(0, Vec::len));
    if different > 0 {
        return Err(format!("an empty profile differs in {different} records"));
    }
    if new.as_u64() != Some(files.len() as u64) {
        return Err(format!("{} attached files, {new} of them new", files.len()));
    }
    if has_records(&preview) {
        does(&app, "archive.take", json!({ "id": preview["id"] }))?;
    }
    case.note("by archive");
    same(&other, &before, &files)?;
    // Out again: the same content, so nothing is new to the first.
    let again = root.join("again.groundwork");
    does(&app, "archive.export", json!({ "path": again }))?;
    let back = does(&open(&root.join("data"))?, "archive.read", json!({ "path": again }))?.value;
    match has_records(&back) || !back["different"].as_array().is_some_and(Vec::is_empty) {
        true => Err(format!("what came back is not the same: {}", back["kinds"])),
        false => Ok(()),
    }
}

fn has_records(preview: &Value) -> bool {
    preview["kinds"].as_array().into_iter().flatten().any(|kind| kind["new"].as_u64() > Some(0))
        || preview["new_files"].as_u64() > Some(0)
}

/// Every row, and the attached files that records name.
fn content(data: &Path) -> Result<(Dump, Vec<String>), String> {
    look::files_whole(data)?;
    let look = Look::at(data)?;
    Ok((look.dump(false)?, look.files()?))
}

fn same(data: &Path, before: &Dump, files: &[String]) -> Verdict {
    Look::at(data)?.whole()?;
    let (now, there) = content(data)?;
    if now != *before {
        return Err(format!("not what it was: {}", difference(before, &now)));
    }
    if there == files { Ok(()) } else { Err("other attached files".into()) }
}
