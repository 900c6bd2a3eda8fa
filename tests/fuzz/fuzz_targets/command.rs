//! Any JSON as the parameters of any command, on the example: no panic, and a refusal has a code and both sentences.
//! Each line is `command parameters`. Commands that reach files of the machine are left out: a made-up path may exist.

#![no_main]

mod example;

use groundwork_app::commands::COMMANDS;
use groundwork_app::{App, Lang};
use libfuzzer_sys::fuzz_target;
use serde_json::Value;
use std::cell::RefCell;
use tempfile::TempDir;

/// After so many calls the person begins anew, so that a find does not rest on hours of them.
const CALLS: u32 = 2_000;
/// These make files or read those that are named.
const LEFT_OUT: [&str; 6] = ["archive.", "audit.", "backup.", "care.", "report.save", "settings."];

struct Person {
    app: App,
    calls: u32,
    _folder: TempDir,
}

fn begins() -> Person {
    let folder = tempfile::tempdir().unwrap();
    Person { app: example::example(folder.path()), calls: 0, _folder: folder }
}

thread_local! {
    static PERSON: RefCell<Option<Person>> = const { RefCell::new(None) };
}

fn call(line: &str) {
    let (name, params) = line.split_once(' ').unwrap_or((line, "{}"));
    let known = match name.parse::<usize>() {
        Ok(number) => COMMANDS.get(number % COMMANDS.len()).map(|command| command.name),
        Err(_) => COMMANDS.iter().map(|command| command.name).find(|known| *known == name),
    };
    let Some(name) = known.filter(|name| !LEFT_OUT.iter().any(|start| name.starts_with(start))) else {
        return;
    };
    let Ok(params) = serde_json::from_str::<Value>(params) else { return };
    if params.to_string().contains("\"path\"") {
        return;
    }
    PERSON.with_borrow_mut(|person| {
        if person.as_ref().is_none_or(|person| person.calls >= CALLS) {
            *person = Some(begins());
        }
        let person = person.as_mut().unwrap();
        person.calls += 1;
        if let Err(error) = person.app.dispatch(name, params) {
            assert!(
                !error.code.is_empty() && error.code != "app.poisoned" && error.code != "store.damaged",
                "{error:?}"
            );
            assert!([Lang::En, Lang::Fr].iter().all(|lang| error.sentence(*lang).len() > 10), "{error:?}");
        }
    });
}

fuzz_target!(|text: &str| {
    text.lines().take(8).for_each(call);
});
