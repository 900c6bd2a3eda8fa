//! No text of the person's gets into the log, the report or the marks beside the data: a marker is put wherever a text can
//! be, into what is kept and into what is refused, and then looked for in many disguises.

use crate::desk::Desk;
use crate::filled::{Filling, schemas};
use crate::person::{TODAY, day};
use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE};
use groundwork_app::clock::Clock;
use groundwork_app::commands::COMMANDS;
use groundwork_app::ports::{Desktop, MemoryPreferences};
use groundwork_app::{App, AppConfig, AppError, Origin, note_panics};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

const MARK: &str = "CANARY-7f3a9c-Zoe";

fn config(folder: &Path, desktop: Option<PathBuf>) -> AppConfig {
    AppConfig {
        data_dir: folder.to_path_buf(),
        create: true,
        origin: Origin::Test,
        clock: Clock::Fixed(day(TODAY)),
        preferences: Box::new(MemoryPreferences::default()),
        desktop: desktop.map(|folder| Box::new(chooser(folder)) as Box<dyn Desktop>),
        cache_dir: None,
    }
}

/// A person who chooses a marked file or folder whenever asked.
fn chooser(folder: PathBuf) -> Desk {
    let file = Some(folder.join(format!("{MARK}.txt")));
    Desk { file, place: Some(folder.clone()), folder: Some(folder), opens_nothing: true, ..Desk::default() }
}

/// A marked folder with marked files of several kinds.
fn marked_folder(place: &Path) -> PathBuf {
    let folder = place.join(format!("folder {MARK}"));
    std::fs::create_dir(&folder).unwrap();
    for ending in ["txt", "ics", "png", "groundwork", "json"] {
        std::fs::write(folder.join(format!("{MARK}.{ending}")), format!("{MARK} {{ }} BEGIN:{MARK}"))
            .unwrap();
    }
    folder
}

/// A value of the profile that fits a field, so that the marked text beside it is kept.
fn fits(app: &App, item: &Value, command: &str, folder: &Path, field: &str) -> Option<Value> {
    let list = |name: &str, pointer: &str| {
        app.dispatch(name, json!({})).ok().and_then(|reply| reply.value.pointer(pointer).cloned())
    };
    let file = |ending: &str| json!(folder.join(format!("{MARK}.{ending}")));
    let project = || list("projects.list", "/projects/0/record/id");
    Some(match (command.split('.').next().unwrap_or_default(), field) {
        ("skills", "skill") if command == "skills.add_own" => return Some(Value::Null),
        (_, "skill") => json!("sql"),
        (_, "also" | "prerequisites" | "items" | "ids" | "supports") => json!([]),
        (_, "rung") => json!("junior"),
        (_, "stack") => json!("python-django"),
        (_, "group") => json!("lang"),
        (_, "practice") => json!("complete-application"),
        (_, "choices" | "checklist") => json!({}),
        ("plan", "key") | ("timer" | "log", "item") => item.clone(),
        ("projects" | "attachments", "id" | "owner_id") if command != "projects.save" => project()?,
        ("attachments", "owner") => json!("project"),
        ("certifications", "id") if command != "certifications.save" => {
            list("certifications.list", "/certifications/0/record/id")?
        }
        ("certifications", "certification") => Value::Null,
        (_, "stage") => json!("wanted"),
        (_, "weekly_minutes") => json!([120, 120, 120, 120, 120, 0, 0]),
        (_, "weekly_hours") => json!(8.0),
        (_, "minutes") => json!(60),
        ("log" | "evidence", "on") => json!("2026-11-18"),
        ("log", "from" | "to") | (_, "holidays" | "exam_at" | "exam_zone" | "cost" | "currency") => {
            Value::Null
        }
        (_, "url") => json!(format!("https://example.org/{MARK}")),
        (_, "address") => json!(format!("{MARK}@example.org")),
        ("reminders", "kinds") => json!([]),
        (_, "at" | "session_at") => json!("08:00"),
        (_, "quiet") => Value::Null,
        ("calendar", "path") => file("ics"),
        ("audit", "path") => json!(folder),
        ("care", "path") => json!(folder),
        (_, "path") => file("txt"),
        (_, "base64") => json!(STANDARD.encode(MARK)),
        (_, "week") => json!("2026-11-16"),
        _ => return None,
    })
}

/// Calls every command with marked parameters in many forms; the names of those that were done at least once, and how
/// many calls were refused.
fn call_everything(app: &App, folder: &Path, variants: usize) -> (BTreeSet<&'static str>, usize) {
    let (mut done, mut refused) = (BTreeSet::new(), 0);
    let mut call = |name: &'static str, params: Value| match app.dispatch(name, params) {
        Ok(_) => {
            done.insert(name);
        }
        Err(_) => refused += 1,
    };
    let plan = app.dispatch("plan.show", json!({})).map(|reply| reply.value).unwrap_or_default();
    let schemas = schemas();
    for command in COMMANDS {
        let schema = &schemas[command.name];
        // A relative path would make a file where the tests run; a folder that is not empty takes no data in.
        let moves = command.name == "care.move";
        let place = if moves { folder.to_path_buf() } else { folder.join(MARK) };
        let nothing = |field: &str| (field == "path").then(|| json!(place));
        let fitting = |field: &str| fits(app, &plan["items"][0]["key"], command.name, folder, field);
        for variant in 0..variants {
            for whole in [true, false] {
                let marked = Filling { text: MARK, fits: &nothing, variant, whole }.params(schema);
                let fitting = Filling { text: MARK, fits: &fitting, variant, whole }.params(schema);
                call(command.name, marked);
                call(command.name, fitting);
            }
        }
        for wrong in [json!(MARK), json!([MARK]), json!({ MARK: MARK })] {
            call(command.name, wrong.clone());
            for field in schema["$defs"].as_object().into_iter().flatten().flat_map(|(_, def)| {
                def["properties"].as_object().into_iter().flatten().map(|(name, _)| name.clone())
            }) {
                let wrong = if field == "path" { json!(place) } else { wrong.clone() };
                call(command.name, json!({ field: wrong }));
            }
        }
    }
    call("history.list", json!({ "limit": 30 }));
    let _ = app.dispatch(MARK, json!({ MARK: MARK }));
    (done, refused)
}

/// The marker in every disguise that a program puts a text into by accident.
fn disguises() -> Vec<(String, Vec<u8>)> {
    // Only a part of it, so that a text that was cut is found too.
    let core = "NARY-7f3a9c";
    let mut all = Vec::new();
    for (case, text) in
        [("", core.to_owned()), ("lower ", core.to_lowercase()), ("upper ", core.to_uppercase())]
    {
        let wide: Vec<u16> = text.encode_utf16().collect();
        all.push((format!("{case}text"), text.clone().into_bytes()));
        all.push((format!("{case}UTF-16LE"), wide.iter().flat_map(|unit| unit.to_le_bytes()).collect()));
        all.push((format!("{case}UTF-16BE"), wide.iter().flat_map(|unit| unit.to_be_bytes()).collect()));
        all.push((
            format!("{case}hex"),
            text.bytes().flat_map(|b| format!("{b:02x}").into_bytes()).collect(),
        ));
        all.push((format!("{case}reversed"), text.bytes().rev().collect()));
        let percent = text.replace('-', "%2D");
        all.push((format!("{case}percent"), percent.into_bytes()));
        for shift in 0..3 {
            let padded = format!("{}{text}", "x".repeat(shift));
            for (kind, encoded) in [("", STANDARD.encode(&padded)), ("URL ", URL_SAFE.encode(&padded))] {
                // The first and the last letters depend on what stands beside.
                let inner = &encoded.as_bytes()[4..encoded.trim_end_matches('=').len() - 2];
                all.push((format!("{case}{kind}base64 by {shift}"), inner.to_vec()));
            }
        }
    }
    all
}

/// Where the marker was found.
fn found_in(name: &str, bytes: &[u8]) -> Vec<String> {
    let lower = bytes.to_ascii_lowercase();
    let hit = |needle: &Vec<u8>, hay: &[u8]| hay.windows(needle.len()).any(|part| part == needle.as_slice());
    let known = disguises();
    let hits =
        known.iter().filter(|(_, needle)| hit(needle, bytes) || hit(&needle.to_ascii_lowercase(), &lower));
    hits.map(|(disguise, _)| format!("{name}: {disguise}")).collect()
}

/// Looks through files below a folder, their names included.
fn found_below(folder: &Path, files: &mut usize) -> Vec<String> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let (path, name) = (entry.path(), entry.file_name().to_string_lossy().into_owned());
        found.extend(found_in("name of a file", name.as_bytes()));
        if path.is_dir() {
            found.extend(found_below(&path, files));
        } else {
            *files += 1;
            found.extend(found_in(&name, &std::fs::read(&path).unwrap()));
        }
    }
    found
}

fn log_of(folder: &Path) -> String {
    std::fs::read_to_string(folder.join("logs/groundwork.log")).unwrap_or_default()
}

#[test]
fn no_text_of_the_person_is_in_the_log_the_report_or_the_marks() {
    let place = tempfile::tempdir().unwrap();
    let files = marked_folder(place.path());
    let data = place.path().join(format!("data {MARK}"));
    note_panics(&data, Origin::Test);
    let app = App::start(config(&data, None)).unwrap();
    app.dispatch("example.fill", json!({ "lang": "en" })).unwrap();
    let (done, refused) = call_everything(&app, &files, 4);
    assert!(refused > 1_200, "{refused}");
    let writes = COMMANDS.iter().filter(|command| command.writes && done.contains(command.name)).count();
    assert!(writes >= 35, "only {writes} commands that write kept a marked text: {done:?}");
    drop(app);

    let window = App::start(config(&data, Some(files.clone()))).unwrap();
    call_everything(&window, &files, 1);
    let broken = std::thread::spawn(|| panic!("{MARK}")).join();
    assert!(broken.is_err());
    let report = window.dispatch("report.show", json!({})).unwrap().value["text"].clone();
    let report = report.as_str().unwrap();
    drop(window);

    // A damaged profile in a marked folder, and what the report says of it.
    let database = data.join("groundwork.db");
    let bytes = std::fs::read(&database).unwrap();
    std::fs::write(&database, &bytes[..bytes.len() / 2]).unwrap();
    let refusal = App::start(config(&data, None)).err().map(|error: AppError| error.code);
    let damaged = App::start(config(&data, None)).unwrap_or_else(|_| App::without_data(config(&data, None)));
    let bare = damaged.dispatch("report.show", json!({})).unwrap().value["text"].clone();
    let _ = call_everything(&damaged, &files, 1);

    let mut files = 0;
    let mut found = found_below(&data.join("logs"), &mut files);
    found.extend(found_below(&data.join("state"), &mut files));
    found.extend(found_in("report", report.as_bytes()));
    found.extend(found_in("report without data", bare.as_str().unwrap().as_bytes()));
    assert_eq!(found, Vec::<String>::new());

    // It was worth looking: the log says much.
    assert!(files >= 3, "{files}");
    assert!(report.contains("Records by kind") && report.contains("refused command="), "{report}");
    assert!(
        report.contains("panic at=tests/journeys/canary.rs:") || log_of(&data).contains("panic at="),
        "{report}"
    );
    if refusal.as_deref() == Some("store.damaged") {
        assert!(bare.as_str().unwrap().contains("not-opened code=store.damaged"), "{bare}");
    }
}

#[test]
fn a_marker_is_found_in_every_disguise() {
    for (shift, text) in
        [MARK, &format!("x{MARK}"), &format!("xx{MARK}"), &MARK.to_uppercase()].iter().enumerate()
    {
        let wide: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
        let hex: String = text.bytes().map(|byte| format!("{byte:02X}")).collect();
        for disguised in [
            format!("a line with {text} in it").into_bytes(),
            [b"?".as_slice(), &wide].concat(),
            [b"?".as_slice(), &big].concat(),
            hex.into_bytes(),
            STANDARD.encode(text).into_bytes(),
            URL_SAFE.encode(format!("more {text} and more")).into_bytes(),
        ] {
            assert!(
                !found_in("it", &disguised).is_empty(),
                "{shift}: {}",
                String::from_utf8_lossy(&disguised)
            );
        }
    }
    assert!(
        found_in("it", b"refused command=projects.save code=input.too_long field=name length=300").is_empty()
    );
}
