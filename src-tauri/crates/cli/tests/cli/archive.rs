//! The archive in the terminal.

use crate::terminal::{json, junior, refused, run, says, text};
use serde_json::json;

#[test]
fn everything_goes_into_a_file_and_comes_back_on_another_computer() {
    let (here, there, place) = (junior(), tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let (here, there) = (here.path(), there.path());
    assert!(run(there, &["init"]).status.success());
    json(here, &["skills", "set", "sql", "3", "--json"]);
    let path = place.path().join("me.groundwork");
    let path = path.to_str().unwrap();
    let said = says(here, &["archive", "export", path]);
    assert!(said.contains("me.groundwork") && said.contains("records"), "{said}");
    assert_eq!(refused(here, &["archive", "export", path])["code"], "file.exists");
    let view = json(here, &["archive", "export", path, "--replace", "--json"]);
    assert_eq!(view["missing_files"], 0);

    let preview = json(there, &["archive", "import", path, "--preview", "--json"]);
    let kinds = preview["kinds"].as_array().unwrap();
    assert!(kinds.iter().any(|kind| kind["kind"] == json!("target") && kind["new"] == json!(1)), "{kinds:?}");
    let shown = says(there, &["archive", "import", path, "--preview"]);
    assert!(shown.contains("20 November 2026") && shown.contains("New"), "{shown}");
    let french = text(&run(there, &["archive", "import", path, "--preview", "--lang", "fr"]));
    assert!(french.contains("20 novembre 2026") && french.contains("Nouvelles"), "{french}");
    assert_eq!(json(there, &["history", "--json"])["rows"], json!([]), "a preview changes nothing");
    let taken = json(there, &["archive", "import", path, "--json"]);
    assert!(taken["added"].as_u64() > Some(2), "{taken}");
    assert_eq!(json(there, &["target", "show", "--json"]), json(here, &["target", "show", "--json"]));

    // What differs stays, or is taken by name.
    let level = |folder| json(folder, &["skills", "why", "sql", "--json"])["row"]["claimed"].clone();
    json(there, &["skills", "set", "sql", "1", "--json"]);
    let shown = says(there, &["archive", "import", path, "--preview"]);
    assert!(shown.contains("skill:sql") && shown.contains("claimed"), "{shown}");
    let said = says(there, &["archive", "import", path]);
    assert!(said.contains("Left as they are: 1"), "{said}");
    assert_eq!(level(there), json!(1));
    assert_eq!(
        refused(there, &["archive", "import", path, "--replace", "skill:git"])["code"],
        "archive.not_there"
    );
    json(there, &["archive", "import", path, "--replace", "skill:sql", "--json"]);
    assert_eq!(level(there), json!(3));
    json(there, &["undo", "--json"]);
    assert_eq!(level(there), json!(1));
    json(there, &["archive", "import", path, "--replace", "all", "--json"]);
    assert_eq!(level(there), json!(3));
}

#[test]
fn what_is_no_archive_is_refused_in_words() {
    let (here, place) = (junior(), tempfile::tempdir().unwrap());
    let file = place.path().join("x.groundwork");
    std::fs::write(&file, "no zip").unwrap();
    let error = refused(here.path(), &["archive", "import", file.to_str().unwrap()]);
    assert_eq!(error["code"], "archive.not_a_zip");
    let missing = place.path().join("none.groundwork");
    assert_eq!(
        refused(here.path(), &["archive", "import", missing.to_str().unwrap()])["code"],
        "file.unreadable"
    );
    let inside = here.path().join("me.groundwork");
    assert_eq!(
        refused(here.path(), &["archive", "export", inside.to_str().unwrap()])["code"],
        "archive.inside"
    );
    for args in [
        &["archive"][..],
        &["archive", "export"],
        &["archive", "import"],
        &["archive", "import", "x", "--replace"],
    ] {
        assert_eq!(run(here.path(), args).status.code(), Some(2), "{args:?}");
    }
}
