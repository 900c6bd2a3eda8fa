//! A data folder that cannot be used is named in the person's language, in a dialog, and left as it was.

use std::collections::BTreeMap;
use std::fs;
use std::io::Read;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use groundwork_tests::program::{Home, Program, program};

/// What a folder holds, to the byte; preferences aside.
fn contents(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let files = fs::read_dir(folder).into_iter().flatten().flatten().filter(|entry| entry.path().is_file());
    files.map(|e| (e.file_name().to_string_lossy().into_owned(), fs::read(e.path()).unwrap())).collect()
}

struct Refused {
    process: Child,
    said: String,
}

impl Drop for Refused {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// Starts the program with a folder and waits for what it says on its error output before it shows the dialog.
fn start(home: &Home, folder: &Path, locale: &str) -> Refused {
    let mut process = Command::new(program())
        .arg("--data-dir")
        .arg(folder)
        .envs(home.environment())
        .env("LANG", locale)
        .env("LC_ALL", locale)
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut output = process.stderr.take().unwrap();
    let (tell, told) = mpsc::channel();
    thread::spawn(move || {
        let mut bytes = [0; 4096];
        while let Ok(length @ 1..) = output.read(&mut bytes) {
            let _ = tell.send(String::from_utf8_lossy(&bytes[..length]).into_owned());
        }
    });
    let mut said = String::new();
    while let Ok(more) = told.recv_timeout(Duration::from_secs(15)) {
        said += &more;
        if said.lines().any(|line| line.starts_with("groundwork: store.")) && said.ends_with('\n') {
            break;
        }
    }
    Refused { process, said }
}

/// A home in which the program was used once.
fn used() -> Home {
    let home = Home::new();
    let program = Program::start(home.clone());
    program.call("example.fill", serde_json::json!({ "lang": "en" }));
    drop(program);
    home
}

fn database(home: &Home) -> std::path::PathBuf {
    let files = fs::read_dir(home.data()).unwrap().flatten().map(|entry| entry.path());
    let mut found =
        files.filter(|path| fs::read(path).is_ok_and(|bytes| bytes.starts_with(b"SQLite format 3\0")));
    found.next().expect("a database")
}

fn refused(home: &Home, folder: &Path, code: &str) {
    let before = contents(folder);
    for (locale, word) in [("en_GB.UTF-8", "“"), ("fr_FR.UTF-8", "«")] {
        let refusal = start(home, folder, locale);
        assert!(refusal.said.contains(code), "{locale}: {}", refusal.said);
        assert!(refusal.said.contains(word), "{locale}: {}", refusal.said);
        drop(refusal);
        assert_eq!(contents(folder), before, "{code}: the folder was changed");
    }
}

#[test]
fn a_folder_that_is_not_there_is_not_made() {
    let home = Home::new();
    let folder = home.data().join("unplugged");
    refused(&home, &folder, "store.no_profile");
    assert!(!folder.exists());
}

#[test]
fn data_of_a_newer_version_is_left_as_it_is() {
    let home = used();
    let file = database(&home);
    let mut bytes = fs::read(&file).unwrap();
    bytes[60..64].copy_from_slice(&9_999_u32.to_be_bytes()); // user_version
    fs::write(&file, bytes).unwrap();
    refused(&home, &home.data(), "store.newer_schema");
}

#[test]
fn a_file_of_another_program_is_left_as_it_is() {
    let home = used();
    let file = database(&home);
    let mut bytes = fs::read(&file).unwrap();
    bytes[68..72].copy_from_slice(&0x1234_5678_u32.to_be_bytes()); // application_id
    fs::write(&file, bytes).unwrap();
    refused(&home, &home.data(), "store.foreign_file");
}
