//! Damaged databases: either everything reads and is unchanged, or the damage is noticed and the file kept as it was.

use crate::chance::Chance;
use crate::job::{Case, Job, Tally, Verdict, try_cases};
use crate::look::{DATABASE, Look, difference};
use crate::person::{care, clear, does, fresh, open, start, told};
use groundwork_app::App;
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};

const JOURNAL: &str = "groundwork.db-journal";

/// What is read of a profile that opened, as its pages would.
const READS: [&str; 12] = [
    "target.show",
    "skills.list",
    "evidence.list",
    "certifications.list",
    "projects.list",
    "log.list",
    "history.list",
    "plan.show",
    "scenario.list",
    "reminders.show",
    "badges.trust",
    "timer.show",
];

/// Damages `job.count` files.
pub fn run(job: &Job) -> Tally {
    try_cases("damage", job, 1, damaged)
}

fn damaged(case: &mut Case<'_>) -> Verdict {
    let dir = fresh();
    let data = dir.path().join("data");
    let database = data.join(DATABASE);
    if case.chance.once_in(2) {
        does(&open(&data)?, "backup.now", json!({}))?;
    }
    let before = Look::at(&data)?.dump(false)?;
    let whole = fs::read(&database).map_err(|error| error.to_string())?;
    let how = hurt(&data, whole.clone(), &mut case.chance)?;
    let hurt = fs::read(&database).ok();
    if hurt.as_deref() == Some(&whole[..]) && !data.join(JOURNAL).exists() {
        case.note("not hurt");
        return Ok(());
    }
    let verdict = judge(case, &data, hurt.as_deref(), &before);
    verdict.map_err(|what| format!("{how}: {what}"))
}

fn judge(case: &mut Case<'_>, data: &Path, hurt: Option<&[u8]>, before: &Dump) -> Verdict {
    let app = match care(data) {
        Ok(app) => app,
        Err(error) => {
            clear(&error)?;
            case.note("noticed");
            return kept(data, hurt);
        }
    };
    if let Ok(shown) = app.dispatch("care.show", json!({}))
        && shown.value["state"] == "damaged"
    {
        case.note("noticed");
        kept(data, hurt)?;
        return mended(case, app, data, hurt, &shown.value);
    }
    if let Some(code) = read_through(&app)? {
        case.note("noticed while reading");
        return if code.starts_with("store.") {
            Ok(())
        } else {
            Err(format!("reading is refused with {code}"))
        };
    }
    let now = Look::at(data)?.dump(false)?;
    if now == *before {
        case.note("unchanged");
        return Ok(());
    }
    Err(format!("altered, and nobody noticed: {}", difference(before, &now)))
}

type Dump = std::collections::BTreeMap<String, Vec<String>>;

/// Reads everything; the code of what was refused for the file's sake.
fn read_through(app: &App) -> Result<Option<String>, String> {
    for name in READS {
        if let Err(error) = app.dispatch(name, json!({})) {
            clear(&error)?;
            if error.code.starts_with("store.") {
                return Ok(Some(error.code));
            }
            // A profile that lost its target cannot show a plan: what is missing is seen by comparing.
        }
    }
    Ok(None)
}

/// The damaged file lies there as it was, or aside.
fn kept(data: &Path, hurt: Option<&[u8]>) -> Verdict {
    let Some(hurt) = hurt else { return Ok(()) };
    let here = fs::read(data.join(DATABASE)).ok();
    let aside = aside(data).into_iter().any(|path| fs::read(path).ok().as_deref() == Some(hurt));
    // A journal is played back into the database by whoever opens it.
    if here.as_deref() == Some(hurt) || aside { Ok(()) } else { Err("the damaged file is not kept".into()) }
}

fn has_backup(data: &Path) -> bool {
    fs::read_dir(data.join("backups")).is_ok_and(|mut all| all.next().is_some())
}

fn aside(data: &Path) -> Vec<PathBuf> {
    let folders = fs::read_dir(data.join("damaged")).into_iter().flatten().flatten();
    folders.map(|folder| folder.path().join(DATABASE)).collect()
}

/// What the program offers leads to an open profile, and the damaged file is kept.
fn mended(case: &mut Case<'_>, app: App, data: &Path, hurt: Option<&[u8]>, shown: &Value) -> Verdict {
    let (backup, salvage) = (!shown["backup"].is_null(), !shown["salvage"].is_null());
    let name = match (backup, salvage) {
        (false, false) if has_backup(data) => {
            return Err("neither its backup nor what can be salvaged is offered".into());
        }
        // Without a backup, and so little left that no table can be found in it.
        (false, false) => {
            case.note("nothing left to save");
            return Ok(());
        }
        (true, true) if case.chance.once_in(2) => "care.restore",
        (_, true) => "care.salvage",
        (true, _) => "care.restore",
    };
    app.dispatch(name, json!({})).map_err(|error| format!("{name} is refused: {}", told(&error)))?;
    case.note(if name == "care.restore" { "restored" } else { "salvaged" });
    drop(app);
    kept(data, hurt)?;
    let app = start(data).map_err(|error| format!("after {name}: {}", told(&error)))?;
    if let Some(code) = read_through(&app)? {
        return Err(format!("after {name} reading is refused with {code}"));
    }
    Look::at(data)?.whole()
}

/// Hurts a profile; says how.
fn hurt(data: &Path, mut bytes: Vec<u8>, chance: &mut Chance) -> Result<String, String> {
    let page = 4096;
    let pages = bytes.len() / page;
    let database = data.join(DATABASE);
    let how = match chance.below(16) {
        0..=2 => flip(&mut bytes, 1, chance),
        3 => flip(&mut bytes, 40, chance),
        4 => {
            // The header, of which every bit means something.
            let at = chance.below(100);
            bytes[at] ^= 1 << chance.below(8);
            format!("a bit of byte {at}")
        }
        5 | 6 => {
            let one = chance.below(pages);
            bytes[one * page..(one + 1) * page].fill(0);
            format!("page {} zeroed", one + 1)
        }
        7 => {
            let one = chance.below(pages);
            let rubbish = chance.bytes(page);
            bytes[one * page..(one + 1) * page].copy_from_slice(&rubbish);
            format!("page {} overwritten", one + 1)
        }
        8 => {
            let (one, other) = (chance.below(pages), chance.below(pages));
            let copy = bytes[one * page..(one + 1) * page].to_vec();
            bytes[other * page..(other + 1) * page].copy_from_slice(&copy);
            format!("page {} in the place of page {}", one + 1, other + 1)
        }
        9 => {
            bytes.truncate(chance.below(bytes.len()));
            format!("cut at byte {}", bytes.len())
        }
        10 => {
            bytes.truncate(chance.below(pages) * page);
            format!("cut at page {}", bytes.len() / page)
        }
        11 => {
            let more = 1 + chance.below(9_000);
            bytes.extend(chance.bytes(more));
            "rubbish after its end".to_owned()
        }
        12 => {
            fs::remove_file(&database).map_err(|error| error.to_string())?;
            fs::write(data.join(JOURNAL), chance.bytes(5_000)).map_err(|error| error.to_string())?;
            return Ok("a journal without its database".into());
        }
        _ => {
            let journal = foreign_journal(chance, pages);
            fs::write(data.join(JOURNAL), &journal).map_err(|error| error.to_string())?;
            return Ok(format!("a foreign journal of {} bytes", journal.len()));
        }
    };
    fs::write(&database, bytes).map_err(|error| error.to_string())?;
    Ok(how)
}

fn flip(bytes: &mut [u8], most: usize, chance: &mut Chance) -> String {
    let mut first = None;
    for _ in 0..=chance.below(most) {
        let at = chance.below(bytes.len());
        bytes[at] ^= 1 << chance.below(8);
        first = first.or(Some(at));
    }
    format!("bits flipped, first in byte {}", first.unwrap_or(0))
}

/// A journal that is not this database's: rubbish, zeros, or one with a good header and records that do not fit.
fn foreign_journal(chance: &mut Chance, pages: usize) -> Vec<u8> {
    match chance.below(4) {
        0 => Vec::new(),
        1 => vec![0; 1 + chance.below(9_000)],
        2 => {
            let length = 1 + chance.below(9_000);
            chance.bytes(length)
        }
        _ => {
            let mut journal = vec![0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7];
            journal.extend(3_u32.to_be_bytes());
            journal.extend(chance.bytes(4));
            journal.extend(u32::try_from(pages).unwrap_or(0).to_be_bytes());
            journal.extend(512_u32.to_be_bytes());
            journal.extend(4096_u32.to_be_bytes());
            journal.resize(512, 0);
            for _ in 0..3 {
                journal.extend(u32::try_from(1 + chance.below(pages)).unwrap_or(1).to_be_bytes());
                journal.extend(chance.bytes(4096));
                // A checksum that is right only by luck.
                journal.extend(chance.bytes(4));
            }
            journal
        }
    }
}
