//! Open Badges in the terminal.

use crate::terminal::{json, junior, refused, run, says, text};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::process::Command;

fn fixture(name: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../tests/fixtures/openbadges");
    folder.join(name).to_str().unwrap().to_owned()
}

/// A folder without any profile.
fn nowhere() -> (tempfile::TempDir, PathBuf) {
    let place = tempfile::tempdir().unwrap();
    let folder = place.path().join("none");
    (place, folder)
}

fn check(folder: &Path, name: &str, more: &[&str]) -> Value {
    let file = fixture(name);
    json(folder, &[&["badge", "check", &file, "--json"], more].concat())
}

#[test]
fn a_check_answers_scripts_with_exactly_these_fields() {
    let (_place, folder) = nowhere();
    let answer = check(&folder, "gen_ob3_vcjwt_jwk.jwt", &[]);
    assert_eq!(
        answer,
        json!({
            "version": "3.0",
            "container": "jwt",
            "verdict": "intact_issuer_unknown",
            "reasons": [
                "key_in_file: 7ZZ6HGMPZM-UknGprI4Dorpjhz9oJ-CTlyPDlN_i-tE",
                "signature_valid",
                "recipient_not_compared",
                "revocation_not_checked",
            ],
            "name": "Back-end L3",
            "issuer": "Exemple Académie",
            "issued": "2025-03-01T00:00:00Z",
            "expires": "2028-03-01T00:00:00Z",
        })
    );
    // What is not known is null, and an invalid badge is an answer too.
    let none = check(&folder, "gen_no_badge.png", &[]);
    assert_eq!(
        none,
        json!({
            "version": "none", "container": "png", "verdict": "invalid", "reasons": ["no_badge: PNG"],
            "name": null, "issuer": null, "issued": null, "expires": null,
        })
    );
    assert_eq!(check(&folder, "gen_bad_ob3_vcjwt_tampered.jwt", &[])["verdict"], "altered");
    assert_eq!(check(&folder, "gen_ob3_vcjwt_expired.jwt", &[])["verdict"], "expired");
    assert_eq!(check(&folder, "gen_ob2_hosted_baked.svg", &[])["verdict"], "hosted_unchecked");
    assert_eq!(check(&folder, "gen_bad_ob3_vcjwt_alg_none.jwt", &[])["reasons"][0], "algorithm_none");
    assert!(!folder.exists(), "no profile is made for it");
}

#[test]
fn keys_and_addresses_are_named_for_one_check_or_kept_in_the_profile() {
    let (_place, folder) = nowhere();
    let (badge, key) = ("gen_ob3_vcjwt_baked.png", fixture("gen_issuer_public.jwk.json"));
    let answer =
        check(&folder, badge, &["--key", &key, "--email", "eve@example.org", "--email", "ada@example.org"]);
    assert_eq!(answer["verdict"], "intact_key_pinned");
    assert_eq!(answer["reasons"][2], "recipient_matches: ada@example.org");
    let answer = check(&folder, badge, &["--email", "eve@example.org"]);
    assert_eq!(answer["verdict"], "intact_issuer_unknown");
    assert!(
        answer["reasons"]
            .as_array()
            .unwrap()
            .iter()
            .any(|it| it.as_str().unwrap().starts_with("recipient_differs"))
    );
    let profile = junior();
    let folder = profile.path();
    assert_eq!(check(folder, badge, &[])["verdict"], "intact_issuer_unknown");
    let issuer = "https://issuer.example/issuers/1";
    let trust = json(folder, &["badge", "pin", "Académie", &key, "--issuer", issuer, "--json"]);
    assert_eq!(trust["keys"][0]["name"], "Académie");
    json(folder, &["badge", "address", "add", "ada@example.org", "--json"]);
    let answer = check(folder, badge, &[]);
    assert_eq!(
        (&answer["verdict"], &answer["reasons"][2]),
        (&json!("intact_key_pinned"), &json!("recipient_matches: ada@example.org"))
    );
    // From elsewhere, with the folder named.
    let (_other, none) = nowhere();
    let dir = folder.to_str().unwrap();
    assert_eq!(check(&none, badge, &["--data-dir", dir])["verdict"], "intact_key_pinned");
    let said = says(folder, &["badge", "trust"]);
    assert!(said.contains(issuer) && said.contains("Your addresses: ada@example.org"), "{said}");
    let id = trust["keys"][0]["id"].as_str().unwrap();
    json(folder, &["badge", "unpin", id, "--json"]);
    json(folder, &["badge", "address", "remove", "ada@example.org", "--json"]);
    assert_eq!(check(folder, badge, &[])["verdict"], "intact_issuer_unknown");
    let said = says(folder, &["badge", "trust", "--lang", "fr"]);
    assert!(said.contains("aucune clé") && said.contains("aucune adresse"), "{said}");
    assert_eq!(refused(folder, &["badge", "pin", "K", "--key", "nothing"])["code"], "badge.key");
    assert_eq!(refused(folder, &["badge", "address", "add", "ada"])["code"], "badge.address");
    assert_eq!(refused(folder, &["badge", "unpin", "0"])["code"], "record.unknown");
}

#[test]
fn what_cannot_be_read_is_refused_with_a_clear_message() {
    let (place, folder) = nowhere();
    let large = place.path().join("large.png");
    std::fs::File::create(&large).unwrap().set_len(200 * 1024 * 1024).unwrap();
    let answer = json(&folder, &["badge", "check", large.to_str().unwrap(), "--json"]);
    assert_eq!(answer["verdict"], "invalid");
    assert!(answer["reasons"][0].as_str().unwrap().starts_with("too_large"), "{answer}");
    let missing = place.path().join("missing.png");
    for (file, code) in [(missing.as_path(), "file.unreadable"), (place.path(), "store.not_a_file")] {
        let error = refused(&folder, &["badge", "check", file.to_str().unwrap()]);
        assert_eq!(error["code"], code);
    }
    let key = missing.to_str().unwrap();
    let badge = fixture("gen_ob3_vcjwt_jwk.jwt");
    assert_eq!(refused(&folder, &["badge", "check", &badge, "--key", key])["code"], "file.unreadable");
    assert_eq!(refused(&folder, &["badge", "check", &badge, "--key", &badge])["code"], "badge.key");
    for args in [&["badge"][..], &["badge", "check"], &["badge", "pin", "K"], &["badge", "address"]] {
        assert_eq!(run(&folder, args).status.code(), Some(2), "{args:?}");
    }
    for args in [&["badge", "list"][..], &["badge", "trust"], &["badge", "accept", &badge]] {
        assert_eq!(refused(&folder, args)["code"], "store.no_profile", "{args:?}");
    }
}

#[test]
fn a_profile_that_cannot_be_opened_hinders_no_check_and_is_said_to_count_for_nothing() {
    let place = tempfile::tempdir().unwrap();
    std::fs::write(place.path().join("groundwork.db"), "not a database").unwrap();
    let file = fixture("gen_ob3_vcjwt_jwk.jwt");
    let output = run(place.path(), &["badge", "check", &file, "--json"]);
    assert_eq!(output.status.code(), Some(0));
    let answer: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(answer["verdict"], "intact_issuer_unknown");
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.starts_with("Your keys and addresses do not count here"), "{said}");
    assert_eq!(std::fs::read(place.path().join("groundwork.db")).unwrap(), b"not a database");
}

#[test]
fn a_check_says_in_words_what_the_badge_says_and_what_that_is_worth() {
    let (_place, folder) = nowhere();
    let file = fixture("gen_ob3_vcjwt_baked.svg");
    let said = says(&folder, &["badge", "check", &file]);
    assert!(said.starts_with("Intact, issuer unknown\nOpen Badges 3.0, SVG\nName: Back-end L3\n"), "{said}");
    assert!(said.contains("- Whether it was revoked was not checked."), "{said}");
    let said = says(&folder, &["badge", "check", &file, "--lang", "fr"]);
    assert!(
        said.starts_with("Intact, émetteur inconnu\n") && said.contains("Émetteur : Exemple Académie"),
        "{said}"
    );
    // Every reason that a file of the tests has is said in words, in both languages.
    let names = std::fs::read_dir(Path::new(&fixture(""))).unwrap();
    for name in names.map(|entry| entry.unwrap().file_name().into_string().unwrap()) {
        for lang in ["en", "fr"] {
            let said = says(&folder, &["badge", "check", &fixture(&name), "--lang", lang]);
            assert!(!said.contains("cli_") && !said.contains('{'), "{name}: {said}");
        }
    }
}

#[test]
fn a_badge_is_accepted_in_the_terminal() {
    let profile = junior();
    let folder = profile.path();
    let (png, jwt) = (fixture("gen_ob3_vcjwt_baked.png"), fixture("gen_ob3_vcjwt_jwk.jwt"));
    let view =
        json(folder, &["badge", "accept", &png, "--skill", "postgresql=2", "--skill", "rest=1", "--json"]);
    assert_eq!((&view["name"], &view["stage"]), (&json!("Back-end L3"), &json!("held")));
    assert_eq!(view["record"]["supports"].as_array().unwrap().len(), 2);
    assert_eq!(json(folder, &["skills", "why", "postgresql", "--json"])["row"]["proven"], 2);
    assert_eq!(refused(folder, &["badge", "accept", &png])["code"], "badge.accepted_already");
    json(
        folder,
        &["certification", "add", "hc-terraform", "--stage", "passed", "--exam-on", "2025-02-20", "--json"],
    );
    let view = json(folder, &["badge", "accept", &jwt, "--for", "hc-terraform", "--json"]);
    assert_eq!((&view["stage"], &view["record"]["expires"]), (&json!("held"), &json!("2028-03-01")));
    let expired = fixture("gen_ob3_vcjwt_expired.jwt");
    let view = json(folder, &["badge", "accept", &expired, "--certification", "gh-900", "--json"]);
    assert_eq!(view["stage"], "expired");
    let list = json(folder, &["badges", "list", "--json"]);
    assert_eq!(list.as_array().unwrap().len(), 3);
    let said = says(folder, &["badge", "ls"]);
    assert!(said.contains("gen_ob3_vcjwt_baked.png") && said.contains("Expired"), "{said}");
    let altered = fixture("gen_bad_ob3_vcjwt_tampered.jwt");
    assert_eq!(refused(folder, &["badge", "accept", &altered])["code"], "badge.refused");
    assert_eq!(refused(folder, &["badge", "accept", &altered, "--skill", "rest"])["code"], "terminal.value");
    assert_eq!(refused(folder, &["badge", "accept", &altered, "--for", "gh-200"])["code"], "record.unknown");
    let both = ["badge", "accept", &altered, "--for", "gh-900", "--certification", "gh-900"];
    assert_eq!(run(folder, &both).status.code(), Some(2));
    json(folder, &["undo", "--json"]);
    assert_eq!(json(folder, &["badge", "list", "--json"]).as_array().unwrap().len(), 2);
}

#[cfg(unix)]
#[test]
fn nothing_in_a_badge_is_run_or_fetched() {
    // A drawing with a script and an entity, in a folder of its own that stays as it was.
    let (place, folder) = nowhere();
    let file = place.path().join("hostile.svg");
    let drawing = "<?xml version=\"1.0\"?><!DOCTYPE svg [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>\
                   <svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script><text>&x;</text></svg>";
    std::fs::write(&file, drawing).unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_groundwork-cli"))
        .args(["badge", "check", file.to_str().unwrap(), "--json"])
        .env("GROUNDWORK_DATA_DIR", &folder)
        .current_dir(place.path())
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(0));
    let answer = text(&output);
    assert!(answer.contains("\"invalid\"") && !answer.contains("root:"), "{answer}");
    assert_eq!(std::fs::read_dir(place.path()).unwrap().count(), 1);
}
