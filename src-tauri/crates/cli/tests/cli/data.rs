//! Backups, care and the way through the history in the terminal.

use crate::terminal::*;
use serde_json::Value;
use std::fs;

/// A profile with the example, its folder within another one.
fn example() -> (tempfile::TempDir, std::path::PathBuf) {
    let home = tempfile::tempdir().unwrap();
    let data = home.path().join("data");
    fs::create_dir(&data).unwrap();
    json(&data, &["init", "--example", "--json"]);
    (home, data)
}

#[test]
fn what_a_script_changes_is_backed_up_by_itself() {
    let (_home, data) = example();
    json(&data, &["skills", "set", "sql", "5", "--json"]);
    let all = json(&data, &["backup", "list", "--json"]);
    assert_eq!(all["rows"].as_array().unwrap().len(), 1, "once in half an hour");
    assert_eq!(all["rows"][0]["reason"], "changes");
}

#[test]
fn a_backup_is_made_shown_and_brought_back_in_both_languages() {
    let (_home, data) = example();
    json(&data, &["skills", "set", "sql", "5", "--json"]);
    let made = text(&run(&data, &["backup"]));
    assert!(std::path::Path::new(made.trim()).join("manifest.json").exists(), "{made}");
    let name = std::path::Path::new(made.trim()).file_name().unwrap().to_str().unwrap();
    let id = format!("here:{name}");
    json(&data, &["skills", "set", "sql", "1", "--json"]);
    let shown = text(&run(&data, &["--lang", "fr", "backup", "show", &id]));
    assert!(shown.contains("intacte") && shown.contains("Dans la sauvegarde"), "{shown}");
    let restored = text(&run(&data, &["backup", "restore", &id]));
    assert!(restored.contains("before-restore"), "{restored}");
    let back = json(&data, &["skills", "why", "sql", "--json"]);
    assert_eq!(back["row"]["claimed"], 5);
    let unknown = run(&data, &["backup", "restore", "here:nothing"]);
    assert_eq!(unknown.status.code(), Some(1));
}

#[test]
fn a_folder_of_choice_gets_encrypted_backups_that_the_passphrase_opens() {
    let (home, data) = example();
    let away = home.path().join("stick");
    fs::create_dir(&away).unwrap();
    let file = |name: &str, words: &str| {
        let path = home.path().join(name);
        fs::write(&path, words).unwrap();
        path.display().to_string()
    };
    let (right, wrong) =
        (file("right", "correct horse battery\n"), file("wrong", "correct horse batterie\n"));
    let short = run(&data, &["backup", "passphrase", &file("short", "horse")]);
    assert_eq!(short.status.code(), Some(1));
    json(&data, &["backup", "passphrase", &right, "--json"]);
    json(&data, &["backup", "folder", away.to_str().unwrap(), "--json"]);
    let sealed = fs::read_dir(&away).unwrap().next().unwrap().unwrap().path().display().to_string();

    // Another computer: another profile, which knows no key.
    let other = home.path().join("other");
    fs::create_dir(&other).unwrap();
    json(&other, &["init", "--json"]);
    let code = |args: &[&str]| {
        let output = run(&other, args);
        serde_json::from_slice::<Value>(&output.stdout).unwrap()["code"].as_str().unwrap_or("none").to_owned()
    };
    let restore = ["backup", "restore", sealed.as_str(), "--json"];
    assert_eq!(code(&restore), "backup.passphrase_needed");
    let with = |file: &str| {
        [&restore[..], &["--passphrase-file", file][..]]
            .concat()
            .iter()
            .map(|arg| (*arg).to_owned())
            .collect::<Vec<_>>()
    };
    let words = with(&wrong);
    assert_eq!(code(&words.iter().map(String::as_str).collect::<Vec<_>>()), "backup.passphrase_wrong");
    let words = with(&right);
    json(&other, &words.iter().map(String::as_str).collect::<Vec<_>>());
    let history = |data| json(data, &["history", "--json"])["rows"].clone();
    assert_eq!(history(&other), history(&data));

    // The stick is pulled out: backups beside the data go on, and it is told.
    fs::rename(&away, home.path().join("pocket")).unwrap();
    json(&data, &["backup", "now", "--json"]);
    let all = json(&data, &["backup", "list", "--json"]);
    assert_eq!(all["away"]["reachable"], false);
    assert_eq!(all["away"]["problem"]["code"], "backup.no_folder");
}

#[test]
fn damaged_data_is_mended_in_the_terminal_and_stays_as_it_was() {
    let (_home, data) = example();
    json(&data, &["backup", "now", "--json"]);
    let before = json(&data, &["projects", "list", "--json"]);
    let database = data.join("groundwork.db");
    let mut bytes = fs::read(&database).unwrap();
    let half = bytes.len() / 2;
    bytes[half..].fill(0);
    fs::write(&database, &bytes).unwrap();
    let refused = run(&data, &["today"]);
    assert_eq!(refused.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&refused.stderr).contains("care show"));
    let care = json(&data, &["care", "show", "--json"]);
    assert_eq!((care["state"].as_str(), care["backup"]["whole"].as_bool()), (Some("damaged"), Some(true)));
    let mended = json(&data, &["care", "restore", "--json"]);
    let aside = std::path::Path::new(mended["aside"].as_str().unwrap());
    assert!(fs::read(aside.join("groundwork.db")).unwrap() == bytes);
    assert_eq!(json(&data, &["projects", "list", "--json"]), before);
    let again = run(&data, &["care", "restore"]);
    assert_eq!(again.status.code(), Some(1), "whole data is not replaced");
}

#[test]
fn data_that_was_moved_is_found_from_the_old_place() {
    let (home, data) = example();
    let there = home.path().join("there");
    let moved = json(&data, &["care", "move", there.to_str().unwrap(), "--json"]);
    assert_eq!(moved["to"], there.to_str().unwrap());
    let projects = json(&data, &["projects", "list", "--json"]);
    assert!(!projects.as_array().unwrap().is_empty());
    assert!(there.join("groundwork.db").exists() && !data.join("groundwork.db").exists());
    // The disk that it lies on is not there: nothing empty takes its place.
    fs::rename(&there, home.path().join("unplugged")).unwrap();
    let refused = run(&data, &["init"]);
    assert_eq!(refused.status.code(), Some(1));
    assert!(!there.exists() && !data.join("groundwork.db").exists());
}

#[test]
fn one_goes_to_a_point_of_the_history_and_back() {
    let (_home, data) = example();
    for level in ["1", "2", "3"] {
        json(&data, &["skills", "set", "sql", level, "--json"]);
    }
    let way = json(&data, &["go", "2", "--json"]);
    assert_eq!((way["undone"].as_u64(), way["before"].as_i64()), (Some(2), Some(4)));
    assert_eq!(json(&data, &["skills", "why", "sql", "--json"])["row"]["claimed"], 1);
    json(&data, &["go", "4", "--json"]);
    assert_eq!(json(&data, &["skills", "why", "sql", "--json"])["row"]["claimed"], 3);
    assert_eq!(run(&data, &["go", "99"]).status.code(), Some(1));
}

#[test]
fn an_attached_file_that_is_gone_comes_back_from_a_backup_or_is_named() {
    let (_home, data) = example();
    let project =
        json(&data, &["call", "projects.list", "{}", "--json"])["value"]["projects"][0]["record"]["id"]
            .clone();
    let file = serde_json::json!({
        "owner": "project", "owner_id": project, "name": "notes.txt", "base64": "SGVsbG8=",
    });
    let kept = json(&data, &["call", "attachments.add_bytes", &file.to_string(), "--json"]);
    json(&data, &["backup", "--json"]);
    let sha256 = kept["value"]["sha256"].as_str().unwrap();
    let within = std::path::Path::new("attachments").join(&sha256[..2]).join(sha256);
    fs::remove_file(data.join(&within)).unwrap();
    let said = text(&run(&data, &["--lang", "fr", "care", "check"]));
    assert!(said.contains("Repris d’une sauvegarde\u{a0}: notes.txt."), "{said}");
    assert_eq!(fs::read(data.join(&within)).unwrap(), b"Hello");
    assert!(!text(&run(&data, &["care", "check"])).contains("notes.txt"));
    fs::remove_dir_all(data.join("attachments")).unwrap();
    fs::remove_dir_all(data.join("backups")).unwrap();
    let lost = refused(&data, &["care", "check"]);
    assert_eq!(
        (lost["code"].as_str(), lost["args"]["names"].as_str()),
        (Some("care.files_lost"), Some("notes.txt"))
    );
}
