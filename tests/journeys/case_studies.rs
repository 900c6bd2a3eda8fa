//! Case studies: written, drafted, saved, brought back; their checklist in the plan; pictures; other evidence.

use crate::person::Person;
use crate::portfolio::dot;
use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use serde_json::{Value, json};

fn begun(person: &Person) -> Value {
    let params = json!({ "practice": "complete-application", "name": "Bookings" });
    person.does("projects.begin", params)["record"]["id"].take()
}

fn text(story: &str) -> Value {
    json!({ "summary": "Rooms", "story": story, "results": "" })
}

#[test]
fn a_project_begins_from_a_practice_with_its_checklist() {
    let person = Person::junior();
    let view =
        person.does("projects.begin", json!({ "practice": "complete-application", "name": "Bookings" }));
    assert_eq!(view["checklist"].as_array().unwrap().len(), 9);
    assert_eq!((&view["record"]["status"], &view["checked"]), (&json!("doing"), &json!(0)));
    assert!(view["skills"].as_array().unwrap().len() >= 5);
    let refused = person.is_refused("projects.begin", json!({ "practice": "internship", "name": "I" }));
    assert_eq!(refused.code, "practice.no_project");
}

#[test]
fn a_draft_survives_the_program_and_goes_with_the_save() {
    let person = Person::junior();
    let id = begun(&person);
    person.does("projects.draft", json!({ "id": id, "text": text("Half a sent") }));
    let person = person.restarts();
    let page = person.does("projects.show", json!({ "id": id }));
    assert_eq!(page["draft"]["text"]["story"], json!("Half a sent"));
    assert_eq!(page["project"]["record"]["story"], json!(""));
    // Nothing that could be undone.
    assert_eq!(person.does("history.list", json!({}))["undo"]["name"], json!("projects.add"));
    person.does(
        "projects.save_text",
        json!({ "id": id, "text": text("# Whole\n\n<script>x()</script> sentence") }),
    );
    let page = person.does("projects.show", json!({ "id": id }));
    assert_eq!(page["draft"], Value::Null);
    let html = page["html"]["story"].as_str().unwrap();
    assert!(html.contains("<h3>Whole</h3>") && !html.contains("<script"), "{html}");
    person.does("projects.draft", json!({ "id": id, "text": text("later") }));
    person.does("projects.drop_draft", json!({ "id": id }));
    assert_eq!(person.does("projects.show", json!({ "id": id }))["draft"], Value::Null);
}

#[test]
fn every_save_can_be_seen_and_brought_back() {
    let person = Person::junior();
    let id = begun(&person);
    for story in ["One.", "One. Two.", "Rewritten."] {
        person.does("projects.save_text", json!({ "id": id, "text": text(story) }));
    }
    // An undo takes a save back, but not out of the list.
    person.does("history.undo", json!({}));
    let person = person.restarts();
    let saves = person.does("projects.versions", json!({ "id": id }));
    let words: Vec<&Value> = saves.as_array().unwrap().iter().map(|save| &save["words"]).collect();
    assert_eq!(words, [&json!(1), &json!(2), &json!(1), &json!(0)]);
    assert_eq!(saves[0]["changed"], json!(["story"]));
    let current: Vec<&Value> = saves.as_array().unwrap().iter().map(|save| &save["current"]).collect();
    assert_eq!(current, [&json!(false), &json!(true), &json!(false), &json!(false)]);
    let seen = person.does("projects.version", json!({ "id": saves[0]["id"] }));
    assert_eq!(seen["record"]["story"], json!("Rewritten."));
    person.does("projects.restore", json!({ "id": saves[0]["id"] }));
    let story = |person: &Person| {
        person.does("projects.show", json!({ "id": id }))["project"]["record"]["story"].take()
    };
    assert_eq!(story(&person), json!("Rewritten."));
    person.does("history.undo", json!({}));
    assert_eq!(story(&person), json!("One. Two."));
    // The project goes and comes back with all its saves.
    person.does("projects.remove", json!({ "id": id }));
    assert_eq!(person.is_refused("projects.restore", json!({ "id": saves[0]["id"] })).code, "record.unknown");
    person.does("history.undo", json!({}));
    assert!(person.does("projects.versions", json!({ "id": id })).as_array().unwrap().len() >= 5);
}

#[test]
fn open_lines_of_the_checklist_stand_in_the_plan_until_they_are_done() {
    let person = Person::junior();
    person.does("plan.build", json!({}));
    let id = begun(&person);
    let items = |person: &Person| person.does("plan.show", json!({}))["items"].take();
    let item = |person: &Person, key: &str| {
        items(person).as_array().unwrap().iter().find(|item| item["key"] == json!(key)).cloned()
    };
    let whole = item(&person, "practice:complete-application:1").map(|item| item["whole"].as_u64().unwrap());
    person.does("projects.plan_lines", json!({ "id": id, "lines": ["monitoring", "ci"], "planned": true }));
    let key = format!("line:{}:monitoring", id.as_str().unwrap());
    let line = item(&person, &key).unwrap();
    assert_eq!(line["title"]["en"], json!("Monitoring: Bookings"));
    assert!(line["whole"].as_u64().unwrap() >= 60);
    // What is planned line by line is not planned twice.
    if let (Some(before), Some(after)) = (whole, item(&person, "practice:complete-application:1")) {
        assert_eq!(after["whole"].as_u64().unwrap(), before - 2 * line["whole"].as_u64().unwrap());
    }
    person.does("log.save", json!({ "item": key, "minutes": 30, "on": crate::person::TODAY }));
    assert_eq!(item(&person, &key).unwrap()["logged"], json!(30));
    person.does("plan.done", json!({ "key": key, "done_on": crate::person::TODAY }));
    assert_eq!(item(&person, &key), None);
    let state = |person: &Person| {
        person.does("projects.show", json!({ "id": id }))["project"]["record"]["checklist"]["monitoring"]
            .take()
    };
    assert_eq!(state(&person)["mark"], json!("done"));
    person.does("history.undo", json!({}));
    assert_eq!(state(&person)["mark"], json!("open"));
    assert!(item(&person, &key).is_some());
    person.does(
        "projects.check",
        json!({ "id": id, "line": "monitoring", "mark": "not_applicable", "note": "internal" }),
    );
    assert_eq!(item(&person, &key), None);
    assert_eq!(state(&person)["note"], json!("internal"));
    person.does("projects.plan_lines", json!({ "id": id, "lines": ["ci"], "planned": false }));
    let left = items(&person);
    assert!(!left.as_array().unwrap().iter().any(|item| item["key"].as_str().unwrap().starts_with("line:")));
    let refused =
        person.is_refused("projects.check", json!({ "id": id, "line": "falconry", "mark": "done" }));
    assert_eq!(refused.code, "project.unknown_line");
    person.does("projects.plan_lines", json!({ "id": id, "planned": true }));
    person.does("projects.remove", json!({ "id": id }));
    assert!(
        !items(&person)
            .as_array()
            .unwrap()
            .iter()
            .any(|item| item["key"].as_str().unwrap().starts_with("line:"))
    );
}

#[test]
fn pictures_are_pasted_put_in_order_and_shown_small() {
    let person = Person::junior();
    let id = begun(&person);
    let paste = |name: &str, bytes: &[u8]| json!({ "owner": "project", "owner_id": id, "name": name, "base64": BASE64.encode(bytes), "alt": "A screen" });
    let files =
        ["a.png", "b.png", "c.png"].map(|name| person.does("attachments.add_bytes", paste(name, &dot())));
    let ids: Vec<Value> = [2, 0, 1].map(|n: usize| files[n]["id"].clone()).to_vec();
    person.does("attachments.order", json!({ "owner": "project", "owner_id": id, "ids": ids }));
    let person = person.restarts();
    let names = |person: &Person| -> Vec<Value> {
        let page = person.does("projects.show", json!({ "id": id }));
        page["project"]["attachments"].as_array().unwrap().iter().map(|file| file["name"].clone()).collect()
    };
    assert_eq!(names(&person), [json!("c.png"), json!("a.png"), json!("b.png")]);
    assert_eq!(person.does("projects.show", json!({ "id": id }))["project"]["cover"], ids[0]);
    person.does("history.undo", json!({}));
    assert_eq!(names(&person), [json!("a.png"), json!("b.png"), json!("c.png")]);
    let small = person.does("attachments.thumb", json!({ "id": ids[0], "side": 240 }));
    assert!(small["data_url"].as_str().unwrap().starts_with("data:image/"));
    let history = person.does("history.list", json!({}))["rows"].as_array().unwrap().len();
    // 60,000 pixels wide, in a header whose check sum is right.
    let mut huge = dot();
    huge[16..24].copy_from_slice(&[0, 0, 0xea, 0x60, 0, 0, 0xea, 0x60]);
    let mut sum = u32::MAX;
    for byte in &huge[12..29] {
        sum ^= u32::from(*byte);
        for _ in 0..8 {
            sum = if sum & 1 == 1 { (sum >> 1) ^ 0xedb8_8320 } else { sum >> 1 };
        }
    }
    huge[29..33].copy_from_slice(&(!sum).to_be_bytes());
    for (name, bytes, code) in [
        ("screen.png", b"\x7fELF\x02\x01\x01".as_slice(), "attachment.not_a_picture"),
        ("screen.JPG", b"MZ\x90\0".as_slice(), "attachment.not_a_picture"),
        ("huge.png", huge.as_slice(), "attachment.picture_too_large"),
        ("cut.png", &dot()[..30], "attachment.picture_damaged"),
    ] {
        assert_eq!(person.is_refused("attachments.add_bytes", paste(name, bytes)).code, code, "{name}");
    }
    // Of what was refused nothing was written: there is the one picture.
    let folders = std::fs::read_dir(person.folder.path().join("attachments")).unwrap();
    let files = folders.flat_map(|folder| std::fs::read_dir(folder.unwrap().path()).unwrap()).count();
    assert_eq!(files, 1);
    let no_base64 = json!({ "owner": "project", "owner_id": id, "name": "a.png", "base64": "§" });
    assert_eq!(person.is_refused("attachments.add_bytes", no_base64).code, "file.unreadable");
    assert_eq!(person.does("history.list", json!({}))["rows"].as_array().unwrap().len(), history);
}

#[test]
fn work_counts_its_months_once_and_for_each_skill() {
    let person = Person::junior();
    let work = |from: &str, on: &str, also: &[&str]| {
        json!({
            "skill": "linux", "also": also, "what": { "kind": "work", "months": 0 }, "from": from, "on": on,
            "title": "Support", "by": "Rhône",
        })
    };
    person.does("evidence.save", work("2026-01-01", "2026-03-31", &["networking"]));
    assert_eq!(person.skill("linux")["proven"], json!(0));
    person.does("evidence.save", work("2026-03-01", "2026-06-30", &[]));
    // Six months in all, March once; of the second skill only three.
    assert_eq!(
        (&person.skill("linux")["proven"], &person.skill("networking")["proven"]),
        (&json!(3), &json!(0))
    );
    let list = person.does("evidence.list", json!({}));
    assert_eq!(list["rows"][0]["months"], json!(4));
    let person = person.restarts();
    assert_eq!(person.does("evidence.list", json!({})), list);
    let going_on = json!({
        "skill": "git", "what": { "kind": "work", "months": 0 }, "from": "2024-01-01", "ongoing": true, "title": "Developer",
    });
    person.does("evidence.save", going_on);
    assert_eq!(person.does("evidence.list", json!({}))["rows"][0]["record"]["skill"], json!("git"));
    assert_eq!(person.does("evidence.list", json!({}))["rows"][0]["skills"][0]["carries"], json!(4));
    for (change, code) in [
        (json!({ "from": "2026-07-01" }), "evidence.ends_before_start"),
        (json!({ "title": "", "by": "" }), "evidence.needs_title"),
        (json!({ "from": null, "ongoing": true }), "input.empty"),
        (json!({ "what": { "kind": "course" } }), "evidence.only_work_lasts"),
        (json!({ "also": ["falconry"] }), "skill.unknown"),
        (json!({ "on": "2027-01-01" }), "date.future"),
    ] {
        let mut params = work("2026-01-01", "2026-06-30", &[]);
        params.as_object_mut().unwrap().extend(change.as_object().unwrap().clone());
        assert_eq!(person.is_refused("evidence.save", params).code, code, "{change}");
    }
}

#[test]
fn the_matrix_tells_what_is_proven_by_what_and_what_by_nothing() {
    let person = Person::junior();
    let id = begun(&person);
    let talk = json!({
        "skill": "git", "also": ["cicd"], "what": { "kind": "contribution", "form": "talk" }, "title": "Small commits",
    });
    person.does("evidence.save", talk);
    let matrix = person.does("projects.matrix", json!({}));
    let column = |id: &Value| matrix["columns"].as_array().unwrap().iter().position(|it| it["id"] == *id);
    assert_eq!(column(&id), Some(0));
    assert_eq!(
        (&matrix["columns"][0]["counts"], &matrix["columns"][1]["source"]),
        (&json!(false), &json!("contribution"))
    );
    let row = |skill: &str| {
        matrix["rows"].as_array().unwrap().iter().find(|it| it["skill"] == json!(skill)).unwrap().clone()
    };
    assert_eq!(row("cicd")["cells"][0]["level"], json!(4));
    let git = row("git");
    assert_eq!(git["cells"].as_array().unwrap().len(), 2);
    assert_eq!((&git["cells"][0]["level"], &git["cells"][0]["counted"]), (&json!(2), &json!(false)));
    assert!(matrix["unproven"].as_u64().unwrap() > 0);
}
