//! The words of a report: in English alone, for whoever mends the program. Numbers, dates, codes and the program's own
//! words; no path, no name, no text of the person's.

use crate::app::App;
use crate::error::AppError;
use crate::trail::Code;
use groundwork_store::Store;
use jiff::Timestamp;
use std::fmt::Write;
use std::fs;
use std::path::Path;

/// Lines of the trail that a report holds.
const LINES: usize = 200;
/// Why a backup was made, as its folder says it; any other word is not repeated.
const REASONS: [&str; 7] = [
    "asked",
    "before-import",
    "before-migration",
    "before-move",
    "before-repair",
    "before-restore",
    "changes",
];

/// A report as of now.
pub(super) fn write(app: &App) -> String {
    let mut text = String::new();
    text += "Groundwork: a report for whoever mends the program\n\n";
    program(&mut text, app);
    data(&mut text, app);
    backups(&mut text, app.trail.dir());
    let lines = app.trail.newest(LINES);
    let _ = writeln!(text, "\nThe last {} lines of the log, the newest last", lines.len());
    for line in lines {
        text += "  ";
        text.extend(line.chars().map(|c| if c.is_ascii_graphic() || c == ' ' { c } else { '?' }));
        text.push('\n');
    }
    text
}

fn line(text: &mut String, name: &str, value: impl std::fmt::Display) {
    let _ = writeln!(text, "  {name:<28}{value}");
}

fn program(text: &mut String, app: &App) {
    text.push_str("The program\n");
    line(text, "made", at(app.clock.moment()));
    line(text, "version", env!("CARGO_PKG_VERSION"));
    line(text, "build", if cfg!(debug_assertions) { "debug" } else { "release" });
    line(text, "system", format!("{} {}", std::env::consts::OS, std::env::consts::ARCH));
    if let Some(release) = release() {
        line(text, "release of the system", release);
    }
    line(text, "SQLite", Store::sqlite_version());
    match app.pack() {
        Ok(pack) => line(text, "role model", format!("{} {}", pack.id, pack.version)),
        Err(error) => line(text, "role model", Code::of(&error)),
    }
}

/// The distribution and its version, where the system says so in plain words.
fn release() -> Option<String> {
    let all = fs::read_to_string("/etc/os-release").ok()?;
    let value = |name: &str| {
        let found = all.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix('='))?;
        let plain = |c: &char| c.is_ascii_alphanumeric() || "._-".contains(*c);
        Some(found.chars().filter(plain).take(24).collect::<String>())
    };
    Some([value("ID")?, value("VERSION_ID").unwrap_or_default()].join(" ").trim_end().to_owned())
}

fn data(text: &mut String, app: &App) {
    let dir = app.trail.dir();
    text.push_str("\nThe data\n");
    let state = match app.store() {
        Ok(_) => "open".to_owned(),
        Err(error) => format!("not open ({})", Code::of(&error)),
    };
    line(text, "state", state);
    line(text, "database, bytes", size(&dir.join("groundwork.db")).map_or("none".into(), |n| n.to_string()));
    line(text, "journal beside it", yes(dir.join("groundwork.db-journal").exists()));
    let checked = fs::metadata(dir.join("state/checked")).and_then(|meta| meta.modified()).ok();
    let checked = checked.and_then(|time| Timestamp::try_from(time).ok());
    line(text, "checked in full", checked.map_or("never".to_owned(), at));
    let (files, bytes) = files_in(&dir.join("attachments"), 2);
    line(text, "attached files", format!("{files}, {bytes} bytes"));
    line(text, "damaged ones kept aside", folders_in(&dir.join("damaged")).len());
    if let Ok(store) = app.store()
        && let Err(error) = opened(text, &store)
    {
        line(text, "not read", Code::of(&error));
    }
}

/// What only an open database tells.
fn opened(text: &mut String, store: &Store) -> Result<(), AppError> {
    let opening = store.opening();
    line(text, "schema", opening.schema);
    line(text, "schema at the start", opening.found);
    line(text, "ended badly before", yes(opening.ended_badly));
    line(text, "checked at the start", yes(opening.checked));
    line(text, "opened in", format!("{} ms", opening.took.as_millis()));
    let (pages, counts) = store.read(|reader| Ok::<_, AppError>((reader.pages()?, reader.counts()?)))?;
    line(text, "pages", format!("{} of {} bytes, {} of them free", pages[1], pages[0], pages[2]));
    text.push_str("\nRecords by kind\n");
    for (kind, count) in counts {
        line(text, kind, count);
    }
    text.push_str("\nSettings of the connections: that which writes, that which reads\n");
    let [writes, reads] = store.settings()?;
    for (one, other) in writes.iter().zip(&reads) {
        line(text, one.name, format!("{} {}", plain(&one.value), plain(&other.value)));
    }
    Ok(())
}

fn backups(text: &mut String, dir: &Path) {
    text.push_str("\nBackups\n");
    line(text, "folder of choice", yes(dir.join("state/backups.json").exists()));
    let mut all: Vec<(String, String, u64)> = Vec::new();
    let mut others = 0;
    for name in folders_in(&dir.join("backups")) {
        match name_of(&name) {
            Some((made, reason)) => all.push((made, reason, files_in(&dir.join("backups").join(&name), 3).1)),
            None => others += 1,
        }
    }
    all.sort();
    line(text, "number", all.len());
    line(text, "unfinished or foreign", others);
    for (made, reason, bytes) in all {
        line(text, &made, format!("{bytes} bytes, {reason}"));
    }
}

/// When and why a backup was made, from the name of its folder: `20261120T183000Z-asked`, `…-asked-2`.
fn name_of(name: &str) -> Option<(String, String)> {
    let (made, reason) = name.split_once('-')?;
    let digits = made.len() == 16
        && made.bytes().enumerate().all(|(at, b)| match at {
            8 => b == b'T',
            15 => b == b'Z',
            _ => b.is_ascii_digit(),
        });
    let reason = reason.trim_end_matches(|c: char| c.is_ascii_digit()).trim_end_matches('-');
    let reason = REASONS.into_iter().find(|known| *known == reason).unwrap_or("other");
    digits.then(|| (made.to_owned(), reason.to_owned()))
}

fn at(moment: Timestamp) -> String {
    moment.strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
}

fn yes(is: bool) -> &'static str {
    if is { "yes" } else { "no" }
}

/// A setting's value; anything but a short word is not repeated.
fn plain(value: &str) -> &str {
    let word = |c: char| c.is_ascii_alphanumeric() || "_-".contains(c);
    if value.len() <= 20 && value.chars().all(word) { value } else { "?" }
}

fn size(file: &Path) -> Option<u64> {
    fs::symlink_metadata(file).ok().filter(|meta| meta.is_file()).map(|meta| meta.len())
}

fn folders_in(dir: &Path) -> Vec<String> {
    let entries = fs::read_dir(dir).into_iter().flatten().flatten();
    let folders = entries.filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_dir()));
    folders.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect()
}

/// How many files lie in a folder, so many levels deep, and their bytes.
fn files_in(dir: &Path, levels: u32) -> (u64, u64) {
    let mut found = (0, 0);
    for entry in fs::read_dir(dir).into_iter().flatten().flatten() {
        let Ok(meta) = entry.path().symlink_metadata() else { continue };
        if meta.is_file() {
            found = (found.0 + 1, found.1 + meta.len());
        } else if meta.is_dir() && levels > 0 {
            let (files, bytes) = files_in(&entry.path(), levels - 1);
            found = (found.0 + files, found.1 + bytes);
        }
    }
    found
}
