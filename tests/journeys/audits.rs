//! From a folder to proof: what an audit shows, what is accepted, what goes again.

use crate::desk::Desk;
use crate::person::Person;
use serde_json::{Value, json};
use std::path::Path;
use std::process::Command;

/// A project's folder with a history.
pub struct Repository(tempfile::TempDir);

impl Repository {
    pub fn new() -> Self {
        let this = Self(tempfile::tempdir().unwrap());
        this.git(&["init", "-q", "-b", "main"]);
        this
    }

    /// A small web application: framework, tests, container, API description, README.
    pub fn application() -> Self {
        let this = Self::new();
        let code = "def lend(copy):\n    return copy\n".repeat(600);
        for (path, text) in [
            ("README.md", "# Library API\n\nLends books between neighbours.\n\n## Run\n\n`make run`\n"),
            ("pyproject.toml", "[project]\nname = \"library\"\ndependencies = [\n  \"fastapi>=0.110\",\n]\n"),
            ("library/app.py", code.as_str()),
            ("tests/test_lend.py", "def test_lend():\n    assert True\n"),
            ("Dockerfile", "FROM python:3.13\nCOPY . .\nCMD [\"python\", \"-m\", \"library\"]\n"),
        ] {
            this.writes(path, text);
        }
        this.commits("First version", "2026-02-02T20:00:00+0100", "Ada <ada@example.org>");
        this
    }

    pub fn path(&self) -> &Path {
        self.0.path()
    }

    pub fn writes(&self, path: &str, text: &str) {
        let path = self.path().join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }

    pub fn commits(&self, message: &str, at: &str, author: &str) {
        self.git(&["add", "-A"]);
        let author = format!("--author={author}");
        let run = Command::new("git")
            .args([
                "-c",
                "user.name=Tests",
                "-c",
                "user.email=tests@example.org",
                "commit",
                "-q",
                "-m",
                message,
            ])
            .args([author.as_str(), "--date", at])
            .current_dir(self.path())
            .output()
            .unwrap();
        assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    }

    fn git(&self, args: &[&str]) {
        assert!(Command::new("git").args(args).current_dir(self.path()).status().unwrap().success());
    }
}

fn offered(audit: &Value, skill: &str) -> Value {
    let offers = audit["offers"].as_array().unwrap();
    let found = offers.iter().find(|offer| offer["offer"]["skill"] == json!(skill));
    found.map_or(Value::Null, |offer| offer["offer"]["level"].clone())
}

/// Somebody whose commits are known as their own.
fn ada() -> Person {
    let person = Person::junior();
    person.does("badges.add_address", json!({ "address": "ada@example.org" }));
    person
}

#[test]
fn a_folder_becomes_a_project_and_what_is_accepted_proves_skills() {
    let person = ada();
    let folder = Repository::application();
    let view = person
        .does("projects.begin_folder", json!({ "path": folder.path(), "practice": "complete-application" }));
    let id = view["record"]["id"].clone();
    assert_eq!(view["record"]["name"], json!("Library API"));
    assert_eq!(view["record"]["summary"], json!("Lends books between neighbours."));
    assert_eq!(view["record"]["starts"], json!("2026-02-02"));
    assert_eq!((&view["audit"]["own"], &view["audit"]["commits"]), (&json!(1), &json!(1)));
    let audit = person.does("projects.audit_show", json!({ "id": id }));
    assert_eq!(audit["shown"], json!({ "repository": true, "own": true, "tests": true, "deployment": true }));
    assert_eq!((offered(&audit, "fastapi"), offered(&audit, "python")), (json!(3), json!(3)));
    // Offered is not taken.
    assert_eq!(person.skill("fastapi")["proven"], json!(0));
    let accepted = person.does("projects.accept", json!({ "id": id, "skills": ["fastapi", "python"] }));
    let proof = &accepted["record"]["proofs"][0];
    assert_eq!(
        (&proof["skill"], &proof["level"], &proof["on"]),
        (&json!("fastapi"), &json!(3), &json!("2026-02-02"))
    );
    assert_eq!(proof["rests_on"][0]["place"], json!({ "file": "pyproject.toml", "line": 4 }));
    // A project that is not done proves nothing yet.
    assert_eq!(person.skill("fastapi")["proven"], json!(0));
    let mut done = accepted["record"].clone();
    done.as_object_mut().unwrap().retain(|field, _| field != "folder" && field != "proofs");
    done["status"] = json!("done");
    done["ends"] = json!("2026-11-01");
    person.does("projects.save", done);
    assert_eq!(
        (&person.skill("fastapi")["proven"], &person.skill("python")["proven"]),
        (&json!(3), &json!(3))
    );
    let again = person.restarts();
    assert_eq!(again.skill("fastapi")["proven"], json!(3));
    again.does("projects.withdraw", json!({ "id": id, "skills": ["fastapi"] }));
    assert_eq!(again.skill("fastapi")["proven"], json!(0));
    again.does("history.undo", json!({}));
    assert_eq!(again.skill("fastapi")["proven"], json!(3));
    again.does("projects.remove", json!({ "id": id }));
    assert_eq!((&again.skill("fastapi")["proven"], &again.skill("python")["proven"]), (&json!(0), &json!(0)));
}

#[test]
fn without_commits_of_ones_own_findings_carry_what_a_description_does() {
    let person = Person::junior();
    let folder = Repository::application();
    let id = person.does("projects.begin_folder", json!({ "path": folder.path() }))["record"]["id"].take();
    let audit = person.does("projects.audit_show", json!({ "id": id }));
    assert_eq!((&audit["shown"]["own"], offered(&audit, "fastapi")), (&json!(false), json!(2)));
    person.does("badges.add_address", json!({ "address": "ADA@example.org" }));
    let audit = person.does("projects.audit", json!({ "id": id }));
    assert_eq!((&audit["shown"]["own"], offered(&audit, "fastapi")), (&json!(true), json!(3)));
    assert_eq!(audit["changes"][0]["kind"], json!("commits"));
}

#[test]
fn a_second_audit_tells_what_changed_and_which_proofs_it_no_longer_shows() {
    let person = ada();
    let folder = Repository::application();
    let id = person.does("projects.begin_folder", json!({ "path": folder.path() }))["record"]["id"].take();
    person.does("projects.accept", json!({ "id": id, "skills": ["fastapi", "docker"] }));
    folder.writes("pyproject.toml", "[project]\nname = \"library\"\ndependencies = [\"django\"]\n");
    folder.writes("library/more.py", "x = 1\n");
    folder.commits("Django instead", "2026-03-02T20:00:00+0100", "Ada <ada@example.org>");
    let audit = person.does("projects.audit", json!({ "id": id }));
    let changes = audit["changes"].as_array().unwrap();
    let told = |kind: &str, name: &str| {
        changes.iter().any(|it| it["kind"] == json!(kind) && it["name"]["en"] == json!(name))
    };
    assert!(told("found", "Django") && told("gone", "FastAPI"), "{changes:#?}");
    let lost: Vec<&Value> =
        audit["lost"].as_array().unwrap().iter().map(|it| &it["proof"]["skill"]).collect();
    assert_eq!(lost, [&json!("fastapi")]);
    // Nothing is taken away unasked.
    let record = person.does("projects.show", json!({ "id": id }))["project"]["record"].take();
    assert_eq!(record["proofs"].as_array().unwrap().len(), 2);
    // What is not committed is not seen.
    folder.writes("library/loose.py", "y = 2\n");
    let same = person.does("projects.audit", json!({ "id": id }));
    assert_eq!(same["changes"], json!([]));
}

#[test]
fn a_withdrawn_proof_leaves_what_was_said_before() {
    let person = ada();
    let folder = Repository::application();
    let id = person.does("projects.begin_folder", json!({ "path": folder.path() }))["record"]["id"].take();
    let mut record = person.does("projects.show", json!({ "id": id }))["project"]["record"].take();
    record.as_object_mut().unwrap().retain(|field, _| field != "folder" && field != "proofs");
    record["skills"] = json!([{ "skill": "docker", "level": 1, "why": "" }]);
    person.does("projects.save", record);
    for _ in 0..2 {
        person.does("projects.accept", json!({ "id": id, "skills": ["docker", "fastapi"] }));
    }
    let view = person.does("projects.withdraw", json!({ "id": id, "skills": ["docker", "fastapi"] }));
    assert_eq!(view["record"]["skills"], json!([{ "skill": "docker", "level": 1, "why": "" }]));
    assert_eq!(view["record"]["proofs"], json!([]));
}

#[test]
fn findings_mark_lines_of_the_checklist_and_are_taken_back() {
    let person = ada();
    let folder = Repository::application();
    let params = json!({ "path": folder.path(), "practice": "complete-application" });
    let id = person.does("projects.begin_folder", params)["record"]["id"].take();
    let audit = person.does("projects.audit_show", json!({ "id": id }));
    let lines: Vec<&Value> = audit["lines"].as_array().unwrap().iter().map(|it| &it["line"]).collect();
    assert!(lines.contains(&&json!("tests")) && lines.contains(&&json!("production")), "{lines:?}");
    assert!(!lines.contains(&&json!("monitoring")));
    let view = person.does("projects.accept", json!({ "id": id, "lines": ["tests"] }));
    let state = &view["record"]["checklist"]["tests"];
    assert_eq!(
        (&state["mark"], &state["rests_on"]["place"]["file"]),
        (&json!("done"), &json!("tests/test_lend.py"))
    );
    let refused = person.is_refused("projects.accept", json!({ "id": id, "lines": ["monitoring"] }));
    assert_eq!(refused.code, "audit.line_not_shown");
    let view = person.does("projects.withdraw", json!({ "id": id, "lines": ["tests"] }));
    assert_eq!(view["record"]["checklist"]["tests"]["mark"], json!("open"));
    assert_eq!(
        person.is_refused("projects.accept", json!({ "id": id, "skills": ["kafka"] })).code,
        "audit.not_offered"
    );
}

#[test]
fn what_cannot_be_audited_is_refused_and_changes_nothing() {
    let person = ada();
    let place = tempfile::tempdir().unwrap();
    std::fs::write(place.path().join("file"), "x").unwrap();
    let before = person.does("history.list", json!({}));
    let id = person.does("projects.save", json!({ "name": "Library" }))["record"]["id"].take();
    for (path, code) in [("none", "audit.missing"), ("file", "audit.not_a_folder")] {
        let path = place.path().join(path);
        let refused = person.is_refused("projects.begin_folder", json!({ "path": path }));
        assert_eq!(refused.code, code);
        assert_eq!(person.is_refused("projects.audit", json!({ "id": id, "path": path })).code, code);
    }
    assert_eq!(
        person.is_refused("projects.accept", json!({ "id": id, "skills": ["sql"] })).code,
        "audit.none"
    );
    assert_eq!(person.does("projects.audit_show", json!({ "id": id })), Value::Null);
    person.does("history.undo", json!({}));
    assert_eq!(person.does("history.list", json!({}))["undo"], before["undo"]);
    let folder = Repository::application();
    person.does("projects.begin_folder", json!({ "path": folder.path() }));
    let twice = person.is_refused("projects.begin_folder", json!({ "path": folder.path() }));
    assert_eq!(twice.code, "project.folder_known");
}

#[test]
fn a_folder_without_git_is_audited_too() {
    let person = ada();
    let place = tempfile::tempdir().unwrap();
    std::fs::write(place.path().join("package.json"), "{ \"dependencies\": { \"express\": \"^4\" } }")
        .unwrap();
    let report = person.does("audit.folder", json!({ "path": place.path() }));
    assert_eq!((&report["git"], &report["history"]), (&Value::Null, &Value::Null));
    let found = report["findings"].as_array().unwrap();
    assert!(found.iter().any(|it| it["rule"] == json!("npm.express") && it["places"][0]["line"] == json!(1)));
    assert!(!report["not_found"].as_array().unwrap().is_empty());
}

#[test]
fn the_window_asks_for_the_folder_once_and_never_names_one() {
    let mut person = ada();
    let folder = Repository::application();
    let desk = Desk { folder: Some(folder.path().to_owned()), ..Desk::default() };
    person.app = person.opens_with(desk.clone());
    let id = person.does("projects.save", json!({ "name": "Library" }))["record"]["id"].take();
    for (command, params) in [
        ("projects.begin_folder", json!({ "path": "/etc" })),
        ("projects.audit", json!({ "id": id, "path": "/etc" })),
        ("audit.folder", json!({ "path": "/etc" })),
    ] {
        assert_eq!(person.is_refused(command, params).code, "attachment.path_refused", "{command}");
    }
    person.does("projects.audit", json!({ "id": id }));
    person.does("projects.audit", json!({ "id": id }));
    assert_eq!(desk.asked(), ["folder"]);
    person.does("projects.audit", json!({ "id": id, "choose": true }));
    assert_eq!(desk.asked(), ["folder", "folder"]);
    // A page cannot give a project a folder by saving it.
    let refused = person.is_refused("projects.save", json!({ "id": id, "name": "L", "folder": "/etc" }));
    assert_eq!(refused.code, "command.params");
}

#[test]
fn a_stopped_audit_leaves_the_former_one() {
    let person = ada();
    let folder = Repository::application();
    let id = person.does("projects.begin_folder", json!({ "path": folder.path() }))["record"]["id"].take();
    let former = person.does("projects.audit_show", json!({ "id": id }))["at"].take();
    let large = tempfile::tempdir().unwrap();
    for n in 0..3_000 {
        std::fs::write(large.path().join(format!("f{n}.py")), "x = 1\n".repeat(400)).unwrap();
    }
    let refused = std::thread::scope(|scope| {
        let run = scope.spawn(|| {
            person.app.dispatch("projects.audit", json!({ "id": id, "path": large.path() })).unwrap_err()
        });
        // Until it stops; one that is not begun yet cannot be stopped.
        while !run.is_finished() {
            let progress = person.app.dispatch("audit.progress", json!({})).unwrap().value;
            if !progress.is_null() {
                let second = person.app.dispatch("audit.folder", json!({ "path": large.path() }));
                assert!(second.is_err_and(|error| error.code == "audit.running"));
                person.app.dispatch("audit.cancel", json!({})).unwrap();
            }
            std::thread::sleep(std::time::Duration::from_millis(1));
        }
        run.join().unwrap()
    });
    assert_eq!(refused.code, "audit.cancelled");
    assert_eq!(person.does("audit.progress", json!({})), Value::Null);
    assert_eq!(person.does("projects.audit_show", json!({ "id": id }))["at"], former);
}
