use crate::desk::Desk;
use crate::person::Person;
use serde_json::json;

fn project() -> serde_json::Value {
    json!({
        "name": "Library API", "summary": "Loans.", "role": "Alone", "team": "None", "starts": "2026-01-10", "ends": "2026-10-01",
        "status": "done", "practice": "complete-application",
        "links": [{ "label": "Code", "url": "https://example.org/code" }],
        "skills": [{ "skill": "python", "level": 2, "why": "4,000 lines" }],
        "decisions": [{ "title": "Keyset", "status": "proposed", "on": "2026-05-01", "context": "c", "options": "o", "choice": "k", "consequences": "q" }],
        "results": "In use.",
        "checklist": { "authentication": { "mark": "done", "note": "sessions", "planned": false, "rests_on": null }, "rights": { "mark": "not_applicable", "note": "", "planned": false, "rests_on": null } },
    })
}

/// A picture of one pixel.
pub fn dot() -> Vec<u8> {
    use base64::Engine;
    let text =
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
    base64::engine::general_purpose::STANDARD.decode(text).unwrap()
}

#[test]
fn a_finished_project_proves_its_skills_and_keeps_every_field() {
    let person = Person::junior();
    let record = person.does("projects.save", project())["record"].take();
    for (field, value) in project().as_object().unwrap() {
        assert_eq!(&record[field], value, "{field}");
    }
    assert_eq!(person.skill("python")["proven"], json!(2));
    let why = person.does("skills.show", json!({ "skill": "python" }));
    assert_eq!(why["pieces"][0]["title"], json!("Library API"));
    assert_eq!(why["pieces"][0]["from"], json!("project"));
    let again = person.restarts();
    assert_eq!(again.does("projects.list", json!({}))["projects"][0]["record"], record);
    again.does("projects.remove", json!({ "id": record["id"] }));
    assert_eq!(again.skill("python")["proven"], json!(0));
    again.does("history.undo", json!({}));
    assert_eq!(again.skill("python")["proven"], json!(2));
}

#[test]
fn a_complete_application_counts_toward_the_target() {
    let person = Person::junior();
    let apps = |person: &Person| {
        let practices = person.does("projects.list", json!({}))["practices"].take();
        practices
            .as_array()
            .unwrap()
            .iter()
            .find(|p| p["practice"] == json!("complete-application"))
            .unwrap()
            .clone()
    };
    assert_eq!(apps(&person)["asked"], json!(2));
    let view = person.does("projects.save", project());
    assert_eq!((&apps(&person)["made"], &apps(&person)["complete"]), (&json!(1), &json!(0)));
    let mut record = view["record"].clone();
    // Folder and proofs are the audit's.
    record.as_object_mut().unwrap().retain(|field, _| field != "folder" && field != "proofs");
    for line in view["checklist"].as_array().unwrap() {
        record["checklist"][line["item"]["id"].as_str().unwrap()] = json!({ "mark": "done" });
    }
    person.does("projects.save", record);
    assert_eq!(apps(&person)["complete"], json!(1));
}

#[test]
fn files_are_kept_with_their_record_and_come_back_by_undo() {
    let person = Person::junior();
    let record = person.does("projects.save", project())["record"].take();
    let picture = person.folder.path().join("screen.png");
    std::fs::write(&picture, dot()).unwrap();
    let attach =
        json!({ "owner": "project", "owner_id": record["id"], "path": picture, "alt": "The first screen" });
    let file = person.does("attachments.add", attach);
    assert_eq!(file["media_type"], json!("image/png"));
    std::fs::remove_file(&picture).unwrap();
    let shown = person.does("attachments.picture", json!({ "id": file["id"] }));
    assert!(shown["data_url"].as_str().unwrap().starts_with("data:image/png;base64,iVBORw0KGgo"));
    person.does("projects.remove", json!({ "id": record["id"] }));
    person.does("history.undo", json!({}));
    let project = person.does("projects.list", json!({}))["projects"][0].take();
    assert_eq!(project["attachments"][0]["sha256"], file["sha256"]);
    person.does("attachments.picture", json!({ "id": file["id"] }));
}

#[test]
fn impossible_projects_are_refused() {
    let person = Person::junior();
    for (change, code) in [
        (json!({ "name": "  " }), "input.empty"),
        (json!({ "ends": "2026-01-01" }), "project.ends_before_start"),
        (json!({ "ends": "2027-01-01" }), "project.done_in_future"),
        (json!({ "practice": "nobody" }), "practice.unknown"),
        (json!({ "skills": [{ "skill": "nobody", "level": 2 }] }), "skill.unknown"),
        (json!({ "skills": [{ "skill": "sql", "level": 4 }] }), "project.skill_level"),
        (
            json!({ "skills": [{ "skill": "sql", "level": 1 }, { "skill": "sql", "level": 2 }] }),
            "project.skill_twice",
        ),
        (json!({ "links": [{ "url": "javascript:alert(1)" }] }), "input.address"),
        (json!({ "id": "0192f0c1-2345-7000-8000-000000000000" }), "record.unknown"),
    ] {
        let mut params = project();
        params.as_object_mut().unwrap().extend(change.as_object().unwrap().clone());
        assert_eq!(person.is_refused("projects.save", params).code, code, "{change}");
    }
}

#[test]
fn a_file_that_cannot_be_attached_is_told_apart_from_those_that_are_kept() {
    let person = Person::junior();
    let id = person.does("projects.save", json!({ "name": "Library" }))["record"]["id"].take();
    let place = tempfile::tempdir().unwrap();
    let attach = |name: &str| {
        let path = place.path().join(name);
        person.is_refused("attachments.add", json!({ "owner": "project", "owner_id": id, "path": path }))
    };
    let missing = attach("nothing.png");
    assert_eq!(missing.code, "file.unreadable");
    assert!(missing.sentence.en.contains("nothing.png"), "{}", missing.sentence.en);
    std::fs::create_dir(place.path().join("folder")).unwrap();
    assert_eq!(attach("folder").code, "store.not_a_file");
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink("/etc/passwd", place.path().join("link")).unwrap();
        assert_eq!(attach("link").code, "store.not_a_file");
    }
}

#[test]
fn a_file_is_opened_as_a_copy_that_nobody_else_can_read() {
    let mut person = Person::junior();
    let id = person.does("projects.save", json!({ "name": "Library" }))["record"]["id"].take();
    let notes = person.folder.path().join("notes.txt");
    std::fs::write(&notes, "mine alone").unwrap();
    let desk = Desk::with_file(notes);
    person.app = person.opens_with(desk.clone());
    let file = person.does("attachments.add", json!({ "owner": "project", "owner_id": id }));
    person.does("attachments.open", json!({ "id": file["id"] }));
    let asked = desk.asked();
    let copy = std::path::Path::new(asked.last().unwrap().strip_prefix("open ").unwrap());
    assert_eq!(std::fs::read_to_string(copy).unwrap(), "mine alone");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let folder = std::fs::metadata(copy.parent().unwrap()).unwrap();
        assert_eq!(folder.permissions().mode() & 0o777, 0o700);
    }
    std::fs::remove_dir_all(copy.parent().unwrap()).unwrap();
    std::fs::remove_dir_all(person.folder.path().join("attachments")).unwrap();
    let lost = person.is_refused("attachments.open", json!({ "id": file["id"] }));
    assert_eq!(lost.code, "store.missing_file");
    assert!(lost.args["folder"].ends_with(person.folder.path().file_name().unwrap().to_str().unwrap()));
}
