use crate::person::Person;
use serde_json::json;
use std::collections::BTreeSet;

#[test]
fn every_statement_has_its_exact_words_in_its_document() {
    let person = Person::new();
    let statements = person.does("role.sources", json!({}));
    let statements = statements.as_array().unwrap();
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../src-tauri/role-packs/backend-developer/documents");
    let plain = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut documents = BTreeSet::new();
    for row in statements {
        let name = row["document"].as_str().unwrap();
        documents.insert(name);
        let text = plain(&std::fs::read_to_string(folder.join(name)).unwrap());
        assert!(text.contains(&plain(row["quote"].as_str().unwrap())), "{row}");
    }
    assert_eq!(documents.len(), 5);
    let ids: BTreeSet<&str> = statements.iter().filter_map(|row| row["id"].as_str()).collect();
    assert_eq!(ids.len(), statements.len(), "ids are unique");
    assert!(statements.len() > 500);
}

#[test]
fn the_role_model_is_whole() {
    let person = Person::new();
    let role = person.does("role.show", json!({}));
    let count = |field: &str| role[field].as_array().unwrap().len();
    assert_eq!(count("missions"), 8);
    assert_eq!(count("certifications"), 38);
    assert!(
        count("skills") >= 165 && count("rungs") >= 17 && count("pay") >= 6 && count("disagreements") >= 4
    );
    let skills: BTreeSet<&str> =
        role["skills"].as_array().unwrap().iter().filter_map(|s| s["id"].as_str()).collect();
    for id in [
        "fastapi",
        "maven",
        "hibernate",
        "nodejs",
        "jakarta-ee",
        "perl",
        "cakephp",
        "pyramid",
        "struts",
        "geolocation-apis",
    ] {
        assert!(skills.contains(id), "{id}");
    }
    for group in role["groups"].as_array().unwrap() {
        assert_eq!(group["levels"].as_array().unwrap().len(), 5, "{}", group["id"]);
    }
}

#[test]
fn slips_of_the_machine_translation_are_not_repeated() {
    let person = Person::new();
    let role = person.does("role.show", json!({}));
    let skill =
        |id: &str| role["skills"].as_array().unwrap().iter().find(|s| s["id"] == json!(id)).unwrap().clone();
    assert!(skill("fastapi")["prerequisites"].to_string().contains("python"));
    for wrong in ["java", "javascript"] {
        assert!(!skill(wrong)["says"].to_string().contains("Java (FastAPI)"), "{wrong}");
    }
    assert_eq!(skill("maven")["group"], json!("tools"));
}
