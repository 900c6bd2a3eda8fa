//! The portfolio and the audit in the terminal.

use crate::terminal::{json, junior, refused, says};
use serde_json::{Value, json};
use std::path::Path;

/// A folder with a small service, without Git.
fn service() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (path, text) in [
        ("README.md", "# Loans\n\nLends books.\n"),
        ("go.mod", "module loans\n\nrequire github.com/gin-gonic/gin v1.10.0\n"),
        ("main_test.go", "package main\n\nimport \"testing\"\n\nfunc TestLend(t *testing.T) {}\n"),
    ] {
        std::fs::write(folder.path().join(path), text).unwrap();
    }
    folder
}

fn path(folder: &tempfile::TempDir) -> &str {
    folder.path().to_str().unwrap()
}

fn id(folder: &Path) -> String {
    json(folder, &["projects", "list", "--json"])[0]["record"]["id"].as_str().unwrap().to_owned()
}

#[test]
fn a_folder_is_audited_without_any_profile_and_nothing_is_kept() {
    let place = tempfile::tempdir().unwrap();
    let nowhere = place.path().join("none");
    let service = service();
    let report = json(&nowhere, &["audit", path(&service), "--json"]);
    let found = report["findings"].as_array().unwrap();
    let gin = found.iter().find(|it| it["rule"] == json!("go.gin")).unwrap();
    assert_eq!(gin["places"], json!([{ "file": "go.mod", "line": 3 }]));
    assert_eq!(
        (&gin["kind"], &gin["skills"][0], &gin["strength"]),
        (&json!("framework"), &json!("go"), &json!("direct"))
    );
    assert_eq!((&report["git"], &report["title"]), (&Value::Null, &json!("Loans")));
    assert!(!nowhere.exists());
    let french = says(&nowhere, &["audit", path(&service), "--lang", "fr"]);
    for part in ["go.mod:3", "Aucun historique trouvé.", "ce qui ne veut pas dire absent", "tests"] {
        assert!(french.contains(part), "{part}: {french}");
    }
    assert_eq!(refused(&nowhere, &["audit", "/no/such/folder"])["code"], json!("audit.missing"));
}

#[test]
fn a_project_goes_from_its_folder_to_proof_and_back() {
    let folder = junior();
    let (folder, service) = (folder.path(), service());
    assert!(
        says(folder, &["projects", "from-folder", path(&service), "--practice", "complete-application"])
            .contains("Loans")
    );
    let id = id(folder);
    assert!(says(folder, &["projects", "findings", &id]).contains("go.mod:3"));
    assert!(says(folder, &["projects", "accept", &id, "--all"]).contains("Loans"));
    let record = &json(folder, &["projects", "show", &id, "--json"])["project"]["record"].clone();
    assert!(record["proofs"].as_array().unwrap().iter().any(|it| it["skill"] == json!("go")));
    assert_eq!(record["checklist"]["tests"]["mark"], json!("done"));
    let text = folder.join("story.md");
    std::fs::write(&text, "# Why\n\nBecause.\n").unwrap();
    says(folder, &["projects", "write", &id, text.to_str().unwrap()]);
    says(folder, &["projects", "check", &id, "monitoring", "not_applicable", "--note", "internal"]);
    says(folder, &["projects", "plan", &id, "rights"]);
    let saves = json(folder, &["projects", "saves", &id, "--json"]);
    assert_eq!(saves[2]["changed"], json!(["story"]));
    says(folder, &["projects", "restore", saves[3]["id"].as_str().unwrap()]);
    let page = json(folder, &["projects", "show", &id, "--json"]);
    assert_eq!(page["project"]["record"]["story"], json!(""));
    says(folder, &["projects", "withdraw", &id, "--all"]);
    let record = &json(folder, &["projects", "show", &id, "--json"])["project"]["record"].clone();
    assert_eq!((&record["proofs"], &record["skills"]), (&json!([]), &json!([])));
    let unknown = refused(folder, &["projects", "check", &id, "falconry", "done"]);
    assert_eq!(unknown["code"], json!("project.unknown_line"));
    assert!(text.exists());
}

#[test]
fn evidence_for_several_skills_is_listed_with_what_it_carries() {
    let folder = junior();
    let folder = folder.path();
    let work = [
        "evidence",
        "add",
        "linux",
        "--kind",
        "work",
        "--from",
        "2025-01-01",
        "--on",
        "2025-12-31",
        "--title",
        "Support",
        "--also",
        "git",
    ];
    says(folder, &work);
    says(
        folder,
        &["evidence", "add", "git", "--kind", "contribution", "--form", "talk", "--title", "Small commits"],
    );
    let list = json(folder, &["evidence", "list", "--json"]);
    assert_eq!(list["rows"][1]["months"], json!(12));
    assert_eq!(
        list["rows"][1]["skills"][1],
        json!({
            "skill": "git", "name": "Git", "carries": 3, "counted": true, "stale": false,
        })
    );
    assert_eq!(list["rows"][0]["record"]["what"], json!({ "kind": "contribution", "form": "talk" }));
    let matrix = says(folder, &["projects", "matrix"]);
    assert!(matrix.contains("Small commits 4"), "{matrix}");
}
