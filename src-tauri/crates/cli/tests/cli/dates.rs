//! Reminders and the calendar file in the terminal.

use crate::terminal::{at, json, json_at, junior, refused, run, says, text};
use serde_json::json;
use std::path::Path;

fn fixture(name: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../tests/fixtures/calendar");
    folder.join(name).to_str().unwrap().to_owned()
}

#[test]
fn the_calendar_goes_to_standard_output_to_the_byte_or_into_a_file() {
    let folder = junior();
    let folder = folder.path();
    json(
        folder,
        &["certification", "add", "gh-900", "--stage", "booked", "--exam-on", "2027-03-01", "--json"],
    );
    let first = run(folder, &["calendar", "export"]);
    assert!(first.status.success());
    let ics = text(&first);
    assert!(ics.starts_with("BEGIN:VCALENDAR\r\n") && ics.ends_with("END:VCALENDAR\r\n"), "{ics}");
    assert_eq!(run(folder, &["calendar", "export"]).stdout, first.stdout);
    let place = tempfile::tempdir().unwrap();
    let file = place.path().join("plan.ics");
    let path = file.to_str().unwrap();
    let said = says(folder, &["calendar", "export", "--out", path]);
    assert!(said.contains(" events in “") && said.contains("plan.ics"), "{said}");
    assert_eq!(std::fs::read(&file).unwrap(), first.stdout);
    assert_eq!(refused(folder, &["calendar", "export", "--out", path])["code"], "file.exists");
    let view = json(folder, &["calendar", "export", "--out", path, "--replace", "--only", "exams", "--json"]);
    assert_eq!((&view["events"], &view["text"]), (&json!(2), &json!(null)));
    let only = json(folder, &["calendar", "export", "--only", "exams,expiries", "--json"]);
    assert_eq!(only["events"], 2);
    let weeks = |n: &str| {
        json(folder, &["calendar", "export", "--only", "sessions", "--weeks", n, "--json"])["events"].as_u64()
    };
    assert!(weeks("1") < weeks("8"));
    assert!(text(&run(folder, &["calendar", "export", "--lang", "fr"])).contains("SUMMARY:Examen"));
    assert_eq!(refused(folder, &["calendar", "export", "--weeks", "27"])["code"], "input.range");
    let nowhere = place.path().join("no/plan.ics");
    assert_eq!(
        refused(folder, &["calendar", "export", "--out", nowhere.to_str().unwrap()])["code"],
        "file.not_written"
    );
    for args in [
        &["calendar", "export", "--only", "birthdays"][..],
        &["calendar", "export", "--replace"],
        &["calendar", "export", "--weeks", "many"],
        &["calendar", "take"],
        &["calendar", "take", "x.ics", "--event", "first=gh-900"],
        &["calendar", "take", "x.ics", "--event", "0=gh-900"],
        &["reminders", "set", "--at", "9"],
        &["reminders", "set", "--quiet", "night"],
        &["reminders", "set", "--off", "birthdays"],
        &["reminders", "dismiss"],
    ] {
        assert_eq!(run(folder, args).status.code(), Some(2), "{args:?}");
    }
}

#[test]
fn exams_are_taken_from_a_calendar_by_their_numbers_or_by_what_they_name() {
    let folder = junior();
    let folder = folder.path();
    let google = fixture("google.ics");
    let said = says(folder, &["calendar", "read", &google]);
    assert!(
        said.contains("CKAD exam (PSI)") && said.contains("cncf-ckad") && said.contains("repeats"),
        "{said}"
    );
    let said = says(folder, &["calendar", "read", &google, "--lang", "fr"]);
    assert!(said.contains("annulé") && said.contains("se répète"), "{said}");
    // Only what is ahead and names a certification.
    let booked = json(folder, &["calendar", "take", &google, "--json"]);
    assert_eq!(booked.as_array().unwrap().len(), 1);
    assert_eq!(booked[0]["record"]["certification"], "cncf-ckad");
    assert_eq!(booked[0]["exam_moment"], "2027-04-12T07:00:00Z");
    // The same once more is the same booking.
    json(folder, &["calendar", "take", &google, "--json"]);
    assert_eq!(json(folder, &["certification", "list", "--json"]).as_array().unwrap().len(), 1);
    let outlook = fixture("outlook.ics");
    assert_eq!(refused(folder, &["calendar", "take", &outlook])["code"], "input.empty");
    let taken = json(
        folder,
        &["calendar", "take", &outlook, "--event", "1=gh-900", "--event", "3=House exam", "--json"],
    );
    assert_eq!(
        (&taken[0]["record"]["certification"], &taken[1]["name"]),
        (&json!("gh-900"), &json!("House exam"))
    );
    assert_eq!(taken[0]["record"]["place"], "OnVUE, à domicile");
    json(folder, &["undo", "--json"]);
    assert_eq!(json(folder, &["certification", "list", "--json"]).as_array().unwrap().len(), 1);
    // By its own name, and onto one of yours.
    let taken = json(folder, &["calendar", "take", &outlook, "--event", "2", "--json"]);
    assert_eq!(taken[0]["name"], "La nuit du changement d'heure");
    let moved = json(folder, &["calendar", "take", &outlook, "--event", "1=cncf-ckad", "--json"]);
    assert_eq!(
        (&moved[0]["record"]["exam_on"], &moved[0]["record"]["exam_zone"]),
        (&json!("2027-03-05"), &json!("Europe/Paris"))
    );
    assert_eq!(
        refused(folder, &["calendar", "take", &outlook, "--event", "9=gh-900"])["code"],
        "record.unknown"
    );
    let none = folder.join("none.ics");
    assert_eq!(refused(folder, &["calendar", "read", none.to_str().unwrap()])["code"], "file.unreadable");
    assert_eq!(refused(folder, &["calendar", "read", folder.to_str().unwrap()])["code"], "store.not_a_file");
}

#[test]
fn reminders_are_said_once_and_put_away_in_the_terminal() {
    let folder = junior();
    let folder = folder.path();
    json_at(
        "2027-02-20T12:00+01:00",
        folder,
        &["reminders", "set", "--off", "session", "--at", "08:15", "--quiet", "none"],
    );
    json_at("2027-02-20T12:00+01:00", folder, &["reminders", "due"]);
    json_at(
        "2027-02-20T12:00+01:00",
        folder,
        &["certification", "add", "gh-900", "--stage", "booked", "--exam-on", "2027-03-29"],
    );
    let shown = text(&at("2027-02-20T12:00+01:00", folder, &["reminders", "show"]));
    assert!(shown.contains("sessions: off") && shown.contains("Quiet hours: none"), "{shown}");
    assert!(shown.contains("2027-03-28 06:15Z  GitHub Foundations: exam tomorrow"), "{shown}");
    // Across the change of the clock.
    assert!(
        text(&at("2027-03-28T08:14+02:00", folder, &["reminders", "due"]))
            .contains("missed while the program was closed")
    );
    let due = json_at("2027-03-28T08:15+02:00", folder, &["reminders", "due"]);
    assert_eq!(due["show"][0]["title"], "GitHub Foundations: exam tomorrow");
    let key = due["show"][0]["reminder"]["key"].as_str().unwrap().to_owned();
    let again = at("2027-03-28T08:16+02:00", folder, &["reminders", "due", "--lang", "fr"]);
    assert!(text(&again).starts_with("Rien à rappeler"), "{}", text(&again));
    let said = text(&at("2027-03-28T08:17+02:00", folder, &["reminder", "show", "--lang", "fr"]));
    assert!(said.contains(&key), "{said}");
    json_at("2027-03-28T08:18+02:00", folder, &["reminders", "dismiss", &key]);
    let said = text(&at("2027-03-28T08:19+02:00", folder, &["reminders", "show"]));
    assert!(!said.contains(&key), "{said}");
    assert_eq!(refused(folder, &["reminders", "dismiss", &key])["code"], "record.unknown");
    let settings = json(
        folder,
        &["reminders", "set", "--on", "session", "--session-at", "19:00", "--quiet", "21:30-07:00", "--json"],
    );
    let settings = &settings["settings"];
    assert_eq!((&settings["at"], &settings["session_at"]), (&json!("08:15"), &json!("19:00")));
    assert_eq!(
        (&settings["quiet"], settings["kinds"].as_array().unwrap().len()),
        (&json!(["21:30", "07:00"]), 4)
    );
    assert_eq!(
        refused(folder, &["reminders", "set", "--quiet", "21:00-21:00"])["code"],
        "reminder.quiet_empty"
    );
}
