use crate::desk::Desk;
use crate::person::{Person, TODAY, day, open};
use groundwork_app::clock::Clock;
use groundwork_app::ports::MemoryPreferences;
use groundwork_app::{App, AppConfig, Origin};
use serde_json::json;
use std::path::Path;

fn log_of(folder: &Path) -> Vec<String> {
    let text = std::fs::read_to_string(folder.join("logs/groundwork.log")).unwrap_or_default();
    text.lines().map(str::to_owned).collect()
}

#[test]
fn a_report_is_saved_word_for_word_as_it_was_shown() {
    let person = Person::example();
    let place = tempfile::tempdir().unwrap();
    let file = place.path().join("report.txt");
    let save = json!({ "path": file });
    assert_eq!(person.is_refused("report.save", save.clone()).code, "report.not_shown");
    let shown = person.does("report.show", json!({}))["text"].clone();
    // What happens after it was shown is not in it.
    person.is_refused("skills.set", json!({ "skill": "nobody", "level": 1 }));
    person.does("report.save", save.clone());
    assert_eq!(std::fs::read_to_string(&file).unwrap(), shown.as_str().unwrap());
    assert_eq!(person.is_refused("report.save", save).code, "report.exists");
    for said in ["version", "SQLite", "state", "open", "project", "foreign_keys", "code=report.not_shown"] {
        assert!(shown.as_str().unwrap().contains(said), "{said}: {shown}");
    }
    assert!(!shown.as_str().unwrap().contains(place.path().parent().unwrap().to_str().unwrap()), "{shown}");
}

#[test]
fn in_the_window_the_person_chooses_where_a_report_goes() {
    let person = Person::new();
    let place = tempfile::tempdir().unwrap();
    let file = place.path().join("report.txt");
    let window = person.opens_with(Desk { place: Some(file.clone()), ..Desk::default() });
    let shown = window.dispatch("report.show", json!({})).unwrap().value["text"].clone();
    let named = window.dispatch("report.save", json!({ "path": place.path().join("other.txt") }));
    assert_eq!(named.unwrap_err().code, "attachment.path_refused");
    window.dispatch("report.save", json!({})).unwrap();
    assert_eq!(std::fs::read_to_string(&file).unwrap(), shown.as_str().unwrap());
    let hesitant = person.opens_with(Desk::default());
    hesitant.dispatch("report.show", json!({})).unwrap();
    assert!(hesitant.dispatch("report.save", json!({})).unwrap().value.is_null());
}

#[test]
fn damaged_data_is_reported_and_left_as_it_is() {
    let folder = tempfile::tempdir().unwrap();
    drop(open(folder.path()).unwrap());
    let database = folder.path().join("groundwork.db");
    let bytes = std::fs::read(&database).unwrap();
    std::fs::write(&database, &bytes[..5_000]).unwrap();
    let config = || AppConfig {
        data_dir: folder.path().to_owned(),
        create: false,
        origin: Origin::Test,
        clock: Clock::Fixed(day(TODAY)),
        preferences: Box::new(MemoryPreferences::default()),
        desktop: None,
        cache_dir: None,
    };
    let app = App::start(config()).unwrap_or_else(|_| App::without_data(config()));
    let report = app.dispatch("report.show", json!({})).unwrap().value["text"].clone();
    assert!(report.as_str().unwrap().contains("5000"), "{report}");
    assert!(report.as_str().unwrap().contains("not open ("), "{report}");
    assert!(report.as_str().unwrap().contains("code=store.damaged"), "{report}");
    assert_eq!(std::fs::read(&database).unwrap(), &bytes[..5_000]);
}

#[test]
fn start_end_refusals_and_an_unclean_end_are_noted_in_codes() {
    let mut person = Person::junior();
    person.is_refused("skills.note", json!({ "skill": "sql", "note": "n".repeat(30_000) }));
    person = person.restarts();
    let lines = log_of(person.folder.path());
    let one = |text: &str| assert!(lines.iter().any(|line| line.contains(text)), "{text}: {lines:?}");
    one(" test start version=");
    one(" refused command=skills.note code=input.too_long ms=");
    one(" field=note length=30000 most=20000");
    one(" test end seconds=");
    one(" checked whole=true");
    // What a killed program leaves behind.
    std::fs::write(person.folder.path().join("state/open-killed"), "").unwrap();
    drop(person.second_program());
    assert!(log_of(person.folder.path()).iter().any(|line| line.ends_with(" ended-badly")));
}

#[test]
fn where_nothing_can_be_noted_everything_works_all_the_same() {
    let person = Person::new();
    std::fs::remove_dir_all(person.folder.path().join("logs")).unwrap();
    std::fs::write(person.folder.path().join("logs"), "in the way").unwrap();
    person.does("skills.set", json!({ "skill": "sql", "level": 2 }));
    person.is_refused("skills.set", json!({ "skill": "nobody", "level": 2 }));
    assert!(person.does("report.show", json!({}))["text"].as_str().unwrap().contains("The last 0 lines"));
    assert_eq!(std::fs::read_to_string(person.folder.path().join("logs")).unwrap(), "in the way");
}

#[test]
fn a_folder_without_a_profile_gets_no_log() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("groundwork.db"), vec![7; 5_000]).unwrap();
    assert_eq!(open(folder.path()).err().unwrap().code, "store.foreign_file");
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
}
