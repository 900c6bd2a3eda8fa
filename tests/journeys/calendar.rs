//! The calendar file: handed out with revisions, and exam dates taken in.

use crate::person::Person;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

const START: &str = "2026-11-20T18:30:15+01:00[Europe/Paris]";

fn export(person: &Person, more: Value) -> Value {
    let mut params = json!({ "lang": "en", "sessions": false });
    params.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    person.does("calendar.export", params)
}

fn text(person: &Person, more: Value) -> String {
    export(person, more)["text"].as_str().unwrap().to_owned()
}

/// The events of a file by their UID: each a list of lines, unfolded.
fn events(text: &str) -> BTreeMap<String, Vec<String>> {
    assert!(text.starts_with("BEGIN:VCALENDAR\r\n") && text.ends_with("END:VCALENDAR\r\n"), "{text}");
    assert!(text.split("\r\n").all(|line| line.len() <= 75 && !line.contains(['\r', '\n'])), "{text}");
    let unfolded = text.replace("\r\n ", "");
    let blocks = unfolded.split("BEGIN:VEVENT\r\n").skip(1);
    let all: Vec<Vec<String>> =
        blocks.map(|block| block.split("\r\n").map(str::to_owned).collect()).collect();
    let count = all.len();
    let by_uid: BTreeMap<String, Vec<String>> =
        all.into_iter().map(|lines| (field(&lines, "UID"), lines)).collect();
    assert_eq!(by_uid.len(), count, "every UID once");
    by_uid
}

/// The value of the first line of that name, whatever its parameters.
fn field(lines: &[String], name: &str) -> String {
    let line =
        lines.iter().find(|line| line.strip_prefix(name).is_some_and(|rest| rest.starts_with([':', ';'])));
    let line = line.unwrap_or_else(|| panic!("no {name}: {lines:?}"));
    line.split_once(':').unwrap().1.to_owned()
}

fn id_of(view: &Value) -> String {
    view["record"]["id"].as_str().unwrap().to_owned()
}

/// Books an exam of their own; gives its id.
fn books(person: &Person, name: &str, on: &str) -> String {
    id_of(&person.does("certifications.save", json!({ "name": name, "stage": "booked", "exam_on": on })))
}

fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/calendar").join(name)
}

#[test]
fn the_same_data_gives_the_same_bytes_whenever_and_by_whomever_it_is_asked_for() {
    let person = Person::junior_at(START);
    books(&person, "One", "2027-03-01");
    person.does("certifications.save", json!({ "certification": "cncf-ckad", "stage": "held", "issued": "2026-01-01", "expires": "2028-01-01" }));
    let all = json!({ "sessions": true });
    let first = text(&person, all.clone());
    assert!(events(&first).len() > 10);
    // Later on the same day, from another program, after a restart, and in a file.
    person.clock_shows("2026-11-20T23:59:59+01:00[Europe/Paris]");
    assert_eq!(text(&person, all.clone()), first);
    let history = person.does("history.list", json!({}));
    let other = person.second_program();
    let params = json!({ "lang": "en", "sessions": true });
    let again = other.dispatch("calendar.export", params).unwrap();
    assert_eq!(again.value["text"].as_str().unwrap(), first);
    assert!(again.changed.is_empty() && again.history.is_none());
    let person = person.restarts();
    // Not into the data folder: what is replaced there could be the data itself.
    let place = tempfile::tempdir().unwrap();
    let path = place.path().join("plan.ics");
    let view = export(&person, json!({ "sessions": true, "path": path }));
    assert_eq!(view["path"], json!(path.display().to_string()));
    assert!(view["text"].is_null());
    assert_eq!(std::fs::read_to_string(&path).unwrap(), first);
    // Handing it out is no change of the person's.
    assert_eq!(person.does("history.list", json!({})), history);
}

#[test]
fn a_changed_exam_is_its_next_revision_and_the_others_stay_as_they_were() {
    let person = Person::junior_at(START);
    let id = books(&person, "One", "2027-03-01");
    let other = books(&person, "Two", "2027-04-01");
    let uid = |id: &str| format!("exam-{id}-1@groundwork.local");
    let stamps = |text: &str, id: &str| {
        let all = events(text);
        let lines = &all[&uid(id)];
        (field(lines, "SEQUENCE"), field(lines, "DTSTAMP"), field(lines, "DTSTART"))
    };
    let told =
        |sequence: &str, stamp: &str, start: &str| (sequence.to_owned(), stamp.to_owned(), start.to_owned());
    let first = text(&person, json!({}));
    assert_eq!(stamps(&first, &id), told("0", "20261120T173015Z", "20270301"));
    person.clock_shows("2026-11-21T10:00:00.75+01:00[Europe/Paris]");
    person.does("certifications.book", json!({ "id": id, "exam_on": "2027-03-08" }));
    let second = text(&person, json!({}));
    assert_eq!(stamps(&second, &id), told("1", "20261121T090000Z", "20270308"));
    assert_eq!(stamps(&second, &other), told("0", "20261120T173015Z", "20270401"));
    // Taken back it is once more another revision: a calendar never goes back.
    person.clock_shows("2026-11-22T10:00:00+01:00[Europe/Paris]");
    person.undoes();
    let third = text(&person, json!({}));
    assert_eq!(stamps(&third, &id), told("2", "20261122T090000Z", "20270301"));
    assert_eq!(stamps(&third, &other), stamps(&first, &other));
    person.does("history.redo", json!({}));
    assert_eq!(stamps(&text(&person, json!({})), &id).0, "3");
    // What changed and changed back between two hand-outs is no revision.
    person.undoes();
    person.does("history.redo", json!({}));
    assert_eq!(stamps(&text(&person, json!({})), &id).0, "3");
    // Nor is what was not asked for.
    let without = export(&person, json!({ "exams": false, "due": false, "expiries": false }));
    assert_eq!(without["events"], json!(0));
    assert!(!without["text"].as_str().unwrap().contains("VEVENT"));
    // A clock that was set back gives no lower number.
    person.clock_shows("2026-11-20T10:00:00+01:00[Europe/Paris]");
    person.undoes();
    assert_eq!(stamps(&text(&person, json!({})), &id), told("4", "20261120T090000Z", "20270301"));
}

#[test]
fn each_kind_of_date_stands_in_the_calendar_as_its_readers_expect_it() {
    let person = Person::junior_at(START);
    person
        .does("target.set", json!({ "rung": "junior", "stack": "python-django", "ready_by": "2028-06-30" }));
    let exam = json!({
        "certification": "isc2-cc", "stage": "booked", "exam_on": "2027-03-29", "exam_at": "10:00",
        "exam_zone": "Europe/Paris", "place": "12, rue de la Paix; Paris", "note": "Bring:\nan \\identity card, and 🎓 éééééééééééééééééééééé.",
        "url": "https://example.org/a?b=c&d=e",
    });
    let booked = id_of(&person.does("certifications.save", exam));
    let floating =
        json!({ "certification": "gh-900", "stage": "booked", "exam_on": "2027-05-10", "exam_at": "14:00" });
    let floating = id_of(&person.does("certifications.save", floating));
    let planned = json!({ "certification": "hc-terraform", "stage": "planned", "wanted_by": "2027-09-01" });
    let planned = id_of(&person.does("certifications.save", planned));
    let held = json!({ "certification": "ms-ai200", "stage": "held", "issued": "2026-08-31", "expires": "2027-08-31" });
    let held = id_of(&person.does("certifications.save", held));
    person.does("plan.item_change", json!({ "key": "skill:git:1", "due": "2027-02-28" }));
    let all = events(&text(&person, json!({})));
    let at = |kind: &str, id: &str| &all[&format!("{kind}-{id}@groundwork.local")];
    // An exam at a moment: in UTC, with its end, as long as the catalogue says.
    let lines = at("exam", &format!("{booked}-1"));
    assert_eq!(
        (field(lines, "DTSTART"), field(lines, "DTEND")),
        ("20270329T080000Z".into(), "20270329T100000Z".into())
    );
    assert_eq!(field(lines, "LOCATION"), r"12\, rue de la Paix\; Paris");
    assert_eq!(field(lines, "DESCRIPTION"), r"Bring:\nan \\identity card\, and 🎓 éééééééééééééééééééééé.");
    assert_eq!(field(lines, "URL"), "https://example.org/a?b=c&d=e");
    assert_eq!(field(lines, "TRANSP"), "OPAQUE");
    let alarms: Vec<&String> = lines.iter().filter(|line| line.starts_with("TRIGGER")).collect();
    assert_eq!(alarms.len(), 2);
    // Until when it can be moved: 48 hours before, across the change of the clock.
    let lines = at("move", &format!("{booked}-1"));
    assert_eq!(field(lines, "DTSTART"), "20270327T080000Z");
    // A time without a zone floats.
    assert_eq!(field(at("exam", &format!("{floating}-1")), "DTSTART"), "20270510T140000");
    // A whole day ends on the next one.
    for (lines, start, end) in [
        (at("wish", &planned), "20270901", "20270902"),
        (at("expiry", &format!("{held}-0")), "20270831", "20270901"),
        (at("renewal", &format!("{held}-0")), "20270228", "20270301"),
        (&all["ready@groundwork.local"], "20280630", "20280701"),
    ] {
        assert_eq!((field(lines, "DTSTART"), field(lines, "DTEND")), (start.into(), end.into()), "{lines:?}");
        assert!(lines.iter().any(|line| line.starts_with("DTSTART;VALUE=DATE:")), "{lines:?}");
        assert_eq!(field(lines, "TRANSP"), "TRANSPARENT");
    }
    assert!(at("expiry", &format!("{held}-0")).iter().any(|line| line.starts_with("TRIGGER")));
    let due = all.iter().find(|(uid, _)| uid.starts_with("due-")).unwrap().1;
    assert_eq!(field(due, "DTSTART"), "20270228");
    assert!(field(due, "SUMMARY").starts_with("Due: Git"));
    // In French too; and what is not kept up has no renewal.
    let french = events(&text(&person, json!({ "lang": "fr" })));
    let lines = &french[&format!("exam-{booked}-1@groundwork.local")];
    assert!(field(lines, "SUMMARY").starts_with("Examen\u{a0}: "), "{lines:?}");
    person.does("certifications.keep_up", json!({ "id": held, "keep_up": false }));
    assert!(!events(&text(&person, json!({}))).keys().any(|uid| uid.starts_with("renewal-")));
    // A renewal begins a new term, with an event of its own.
    person.does("certifications.renew", json!({ "id": held, "on": "2026-11-20", "expires": "2028-08-31" }));
    let all = events(&text(&person, json!({})));
    assert_eq!(field(&all[&format!("expiry-{held}-1@groundwork.local")], "DTSTART"), "20280831");
    // A second attempt too.
    person.does("certifications.result", json!({ "id": floating, "passed": false }));
    person.does("certifications.book", json!({ "id": floating, "exam_on": "2027-08-01" }));
    assert!(events(&text(&person, json!({}))).contains_key(&format!("exam-{floating}-2@groundwork.local")));
}

#[test]
fn sessions_of_so_many_weeks_are_handed_out_day_by_day() {
    let person = Person::junior_at(START);
    let only = |weeks: u32| json!({ "exams": false, "due": false, "expiries": false, "sessions": true, "weeks": weeks });
    let plan = person.plan();
    for (weeks, last) in [(1, "2026-11-26"), (4, "2026-12-17"), (26, "2027-05-20")] {
        let told = events(&text(&person, only(weeks)));
        let all =
            plan["weeks"].as_array().unwrap().iter().flat_map(|week| week["sessions"].as_array().unwrap());
        let wanted: Vec<String> = all
            .filter(|session| session["date"].as_str().unwrap() <= last)
            .map(|session| session["date"].as_str().unwrap().replace('-', ""))
            .collect();
        let mut found: Vec<String> = told.values().map(|lines| field(lines, "DTSTART")).collect();
        found.sort();
        assert_eq!(found, wanted, "{weeks}");
        assert!(told.values().all(|lines| field(lines, "SUMMARY").contains('(')));
    }
    for weeks in [0, 27] {
        assert_eq!(
            person.is_refused("calendar.export", json!({ "lang": "en", "weeks": weeks })).code,
            "input.range"
        );
    }
    assert_eq!(person.is_refused("calendar.export", json!({ "lang": "de" })).code, "command.params");
}

#[test]
fn a_file_is_not_replaced_unasked_and_no_link_is_followed() {
    let person = Person::junior_at(START);
    books(&person, "One", "2027-03-01");
    let place = tempfile::tempdir().unwrap();
    let at = |name: &str| place.path().join(name);
    let names = || {
        let all = std::fs::read_dir(place.path()).unwrap();
        let mut names: Vec<String> =
            all.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    };
    let write = |name: &str, replace: bool| {
        let params = json!({ "lang": "en", "path": at(name), "replace": replace });
        person.app.dispatch("calendar.export", params)
    };
    std::fs::write(at("mine.ics"), "my own").unwrap();
    let refused = write("mine.ics", false).unwrap_err();
    assert_eq!(refused.code, "file.exists");
    assert!(refused.sentence.fr.contains("mine.ics"));
    assert_eq!(std::fs::read_to_string(at("mine.ics")).unwrap(), "my own");
    write("mine.ics", true).unwrap();
    assert!(std::fs::read_to_string(at("mine.ics")).unwrap().starts_with("BEGIN:VCALENDAR"));
    // The data itself is replaced by nothing.
    let data = json!({ "lang": "en", "path": person.folder.path().join("groundwork.db"), "replace": true });
    assert_eq!(person.is_refused("calendar.export", data).code, "archive.inside");
    // Where nothing can be written nothing is left behind, and nothing is lost.
    assert_eq!(write("nowhere/mine.ics", false).unwrap_err().code, "file.not_written");
    std::fs::create_dir(at("folder")).unwrap();
    std::fs::write(at("folder/kept"), "kept").unwrap();
    assert_eq!(write("folder", false).unwrap_err().code, "file.exists");
    assert_eq!(write("folder", true).unwrap_err().code, "file.not_written");
    assert!(at("folder/kept").exists());
    assert_eq!(names(), ["folder", "mine.ics"]);
    #[cfg(unix)]
    {
        use std::os::unix::fs::symlink;
        std::fs::write(at("precious"), "precious").unwrap();
        symlink(at("precious"), at("link.ics")).unwrap();
        symlink(at("nothing"), at("dangling.ics")).unwrap();
        for name in ["link.ics", "dangling.ics"] {
            assert_eq!(write(name, false).unwrap_err().code, "file.exists", "{name}");
        }
        // Replaced is the link itself, not what it leads to.
        write("link.ics", true).unwrap();
        assert_eq!(std::fs::read_to_string(at("precious")).unwrap(), "precious");
        assert!(!at("link.ics").symlink_metadata().unwrap().is_symlink());
        write("dangling.ics", true).unwrap();
        assert!(!at("nothing").exists());
    }
    // What could not be written is handed out later with the same revision.
    let first = events(&text(&person, json!({})));
    assert!(first.values().all(|lines| field(lines, "SEQUENCE") == "0"));
}

/// Reads a file of the fixtures, or one that is written for it.
fn read(person: &Person, path: &Path) -> Value {
    person.does("calendar.read", json!({ "path": path }))
}

#[test]
fn files_of_other_programs_are_read_and_change_nothing() {
    let person = Person::junior_at(START);
    let mine = id_of(&person.does("certifications.save", json!({ "certification": "cncf-ckad" })));
    let before = person.everything();
    let google = read(&person, &fixture("google.ics"));
    assert_eq!(google["file"], json!("google.ics"));
    let exam =
        google["events"].as_array().unwrap().iter().find(|it| it["certification"] == json!("cncf-ckad"));
    let exam = exam.unwrap();
    assert_eq!(
        (&exam["on"], &exam["at"], &exam["zone"]),
        (&json!("2027-04-12"), &json!("09:00"), &json!("Europe/Paris"))
    );
    assert_eq!(
        (&exam["record"], &exam["place"]),
        (&json!(mine), &json!("PSI Test Center, 5 Main Street, Dublin"))
    );
    let marks: Vec<(bool, bool)> = google["events"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| (it["repeats"] == json!(true), it["cancelled"] == json!(true)))
        .collect();
    assert_eq!(marks.iter().filter(|it| it.0).count(), 2);
    assert_eq!(marks.iter().filter(|it| it.1).count(), 1);
    let outlook = read(&person, &fixture("outlook.ics"));
    let first = &outlook["events"][0];
    assert_eq!((&first["at"], &first["zone"]), (&json!("09:00"), &json!("Europe/Paris")));
    assert!(first["record"].is_null() && first["certification"].is_null());
    let unknown =
        outlook["events"].as_array().unwrap().iter().find(|it| !it["unknown_zone"].is_null()).unwrap();
    assert!(unknown["zone"].is_null());
    let ours = read(&person, &fixture("mixed.ics"));
    assert!(ours["events"].as_array().unwrap().iter().any(|it| it["certification"] == json!("aws-dva")));
    assert_eq!(read(&person, &fixture("cancelled.ics"))["events"][0]["cancelled"], json!(true));
    for name in ["apple.ics", "older_programs.ics"] {
        assert!(!read(&person, &fixture(name))["events"].as_array().unwrap().is_empty(), "{name}");
    }
    assert_eq!(person.everything(), before);
}

#[test]
fn what_is_no_calendar_is_refused_for_what_it_is() {
    let person = Person::junior_at(START);
    let place = tempfile::tempdir().unwrap();
    let at = |name: &str| place.path().join(name);
    let code = |path: &Path| person.is_refused("calendar.read", json!({ "path": path })).code;
    for (name, bytes) in [
        ("empty.ics", &b""[..]),
        ("text.ics", b"hello"),
        ("binary.ics", &[0, 159, 146, 150]),
        ("json.ics", b"{\"a\": 1}"),
    ] {
        std::fs::write(at(name), bytes).unwrap();
        assert_eq!(code(&at(name)), "calendar.broken", "{name}");
    }
    // 200 MB that take no room on the disk: not read whole.
    std::fs::File::create(at("large.ics")).unwrap().set_len(200 * 1024 * 1024).unwrap();
    assert_eq!(code(&at("large.ics")), "calendar.too_large");
    let many = "BEGIN:VEVENT\r\nUID:a\r\nDTSTART:20270305T090000Z\r\nEND:VEVENT\r\n".repeat(20_001);
    std::fs::write(at("many.ics"), format!("BEGIN:VCALENDAR\r\n{many}END:VCALENDAR\r\n")).unwrap();
    assert!(["calendar.too_many", "calendar.too_large"].contains(&code(&at("many.ics")).as_str()));
    assert_eq!(code(&at("nothing.ics")), "file.unreadable");
    assert_eq!(code(place.path()), "store.not_a_file");
    #[cfg(target_os = "linux")]
    assert_eq!(code(Path::new("/dev/zero")), "store.not_a_file");
    assert_eq!(person.is_refused("calendar.read", json!({})).code, "input.empty");
}

#[test]
fn exam_dates_are_taken_in_all_or_none() {
    let person = Person::junior_at(START);
    let mine = id_of(&person.does("certifications.save", json!({ "certification": "cncf-ckad" })));
    let found = read(&person, &fixture("google.ics"))["events"].take();
    let event = found.as_array().unwrap().iter().find(|it| !it["certification"].is_null()).unwrap().clone();
    let exam = |more: Value| {
        let mut exam = json!({
            "exam_on": event["on"], "exam_at": event["at"], "exam_zone": event["zone"], "place": event["place"],
        });
        exam.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        exam
    };
    let own =
        exam(json!({ "name": "House exam", "exam_on": "2027-05-01", "exam_at": null, "exam_zone": null }));
    let known = exam(json!({ "certification": "hc-terraform", "exam_on": "2027-06-01" }));
    let before = person.everything();
    // Each of these among good ones: none is taken.
    for (bad, code) in [
        (
            exam(
                json!({ "name": "Night", "exam_on": "2027-03-28", "exam_at": "02:30", "exam_zone": "Europe/Paris" }),
            ),
            "certification.skipped_time",
        ),
        (exam(json!({ "name": "Past", "exam_on": "2026-11-19" })), "certification.exam_in_past"),
        (exam(json!({ "name": "" })), "input.empty"),
        (exam(json!({ "name": "Zone", "exam_zone": "Europe/Lutetia" })), "input.zone"),
        (exam(json!({ "name": "Time", "exam_at": "7 o'clock" })), "input.time"),
        (exam(json!({ "name": "Url", "url": "file:///etc/passwd" })), "input.address"),
        (exam(json!({ "name": "Place", "place": "p".repeat(201) })), "input.too_long"),
        (exam(json!({ "certification": "nobody" })), "certification.unknown"),
        (exam(json!({ "id": "0" })), "record.unknown"),
        // At the very time of one of the others.
        (exam(json!({ "name": "Same time", "exam_at": "08:00" })), "certification.exam_clash"),
        // One exam twice.
        (
            exam(json!({ "certification": "hc-terraform", "exam_on": "2027-08-01" })),
            "certification.booked_already",
        ),
    ] {
        let exams = json!([exam(json!({ "id": mine })), own, known, bad]);
        let refused = person.is_refused("calendar.take", json!({ "exams": exams }));
        assert_eq!(refused.code, code, "{bad}");
        assert_eq!(person.everything(), before, "{bad}");
    }
    assert_eq!(person.is_refused("calendar.take", json!({ "exams": [] })).code, "input.empty");
    let many = vec![own.clone(); 201];
    assert_eq!(person.is_refused("calendar.take", json!({ "exams": many })).code, "input.too_many");
    let reply =
        person.replies("calendar.take", json!({ "exams": [exam(json!({ "id": mine })), own, known] }));
    assert_eq!(reply.history.unwrap().sentence.en, "Took 3 exam dates from a calendar");
    let booked = reply.value;
    assert_eq!(booked.as_array().unwrap().len(), 3);
    assert!(booked.as_array().unwrap().iter().all(|view| view["stage"] == json!("booked")));
    assert_eq!(booked[0]["exam_moment"], json!("2027-04-12T07:00:00Z"));
    assert_eq!(booked[0]["record"]["id"], json!(mine));
    assert!(person.finds(&format!("mock:{mine}")).is_some(), "its preparation is in the plan");
    // One step in the history.
    let after = person.everything();
    person.undoes();
    assert_eq!(person.everything(), before);
    person.does("history.redo", json!({}));
    assert_eq!(person.everything(), after);
    // Again it is the same booking: nothing changes.
    let again = person.replies("calendar.take", json!({ "exams": [exam(json!({ "id": mine }))] }));
    assert!(again.history.is_none());
    person.does("certifications.result", json!({ "id": mine, "passed": true }));
    let passed = person.is_refused("calendar.take", json!({ "exams": [exam(json!({ "id": mine }))] }));
    assert_eq!(passed.code, "certification.passed_already");
}

#[test]
fn what_is_handed_out_is_understood_when_it_comes_back() {
    let person = Person::junior_at(START);
    let exam = json!({
        "certification": "gh-900", "stage": "booked", "exam_on": "2027-10-31", "exam_at": "02:30",
        "exam_zone": "Europe/Paris", "place": "Home; \\ \"café\", online", "url": "https://example.org/x",
    });
    let id = id_of(&person.does("certifications.save", exam));
    let place = tempfile::tempdir().unwrap();
    let path = place.path().join("out.ics");
    export(&person, json!({ "path": path, "due": false, "expiries": false }));
    let found = read(&person, &path);
    let event = found["events"]
        .as_array()
        .unwrap()
        .iter()
        .find(|it| it["summary"] == json!("Exam: GitHub Foundations"));
    let event = event.unwrap();
    assert_eq!((&event["record"], &event["certification"]), (&json!(id), &json!("gh-900")));
    assert_eq!(event["place"], json!("Home; \\ \"café\", online"));
    // The first of the two half past twos.
    assert_eq!(
        (&event["on"], &event["at"], &event["zone"]),
        (&json!("2027-10-31"), &json!("02:30"), &json!("Europe/Paris"))
    );
    assert_eq!(found["skipped"], json!([]));
    person.does("certifications.remove", json!({ "id": id }));
    // The second one cannot be said in local time: it stays as it is.
    let night = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:a\r\nDTSTART:20271031T013000Z\r\n\
                 SUMMARY:Night exam\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
    let path = person.folder.path().join("night.ics");
    std::fs::write(&path, night).unwrap();
    let event = read(&person, &path)["events"][0].take();
    let exam = json!({
        "name": "Night exam", "exam_on": event["on"], "exam_at": event["at"], "exam_zone": event["zone"],
    });
    let taken = person.does("calendar.take", json!({ "exams": [exam] }));
    assert_eq!(taken[0]["exam_moment"], json!("2027-10-31T01:30:00Z"), "{event}");
}
