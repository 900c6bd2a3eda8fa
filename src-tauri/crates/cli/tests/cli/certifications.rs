//! Certifications in the terminal: the road, the catalogue, costs and credits.

use crate::terminal::{json, junior, refused, run, says};
use serde_json::{Value, json};
use std::path::Path;

fn step(folder: &Path, args: &[&str]) -> Value {
    json(folder, &[&["certification"], args, &["--json"]].concat())
}

#[test]
fn the_whole_road_is_gone_in_the_terminal() {
    let folder = junior();
    let folder = folder.path();
    let planned = step(folder, &["plan", "hc-terraform", "--by", "2027-06-01"]);
    assert_eq!(
        (&planned["stage"], &planned["preparation"]["due"]),
        (&json!("planned"), &json!("2027-06-01"))
    );
    let booked = step(
        folder,
        &[
            "book",
            "hc-terraform",
            "2026-11-20",
            "--at",
            "09:30",
            "--zone",
            "Europe/Paris",
            "--place",
            "online",
            "--cost",
            "70.5",
            "--currency",
            "USD",
            "--move-by",
            "2026-11-19",
        ],
    );
    assert_eq!(booked["exam_moment"], "2026-11-20T08:30:00Z");
    // To move it names only what changes; the last day to move it was the former date's.
    let moved = step(folder, &["book", "hc-terraform", "2027-02-01"]);
    let record = &moved["record"];
    assert_eq!(
        (&record["exam_at"], &record["place"], &record["cost"]),
        (&json!("09:30"), &json!("online"), &json!(70.5))
    );
    assert!(record["reschedule_by"].is_null());
    let said = says(folder, &["certification", "show", "hc-terraform"]);
    for part in [
        "HashiCorp Certified: Terraform Associate · booked",
        "Exam: 1 February 2027, 09:30 (Europe/Paris), online, 70.5 USD",
        "In 73 days.",
        "It can be moved until 2027-01-31 08:30Z",
        "Preparation: ",
        "due on 31 January 2027.",
        "What can be done next: passed, not passed, move the exam",
        "skill:terraform:2",
        "Mock exams for HashiCorp Certified: Terraform Associate",
    ] {
        assert!(said.contains(part), "{part}: {said}");
    }
    let failed = step(folder, &["fail", "hc-terraform", "--score", "61 %", "--note", "state"]);
    assert_eq!(failed["retry"]["retry"]["from"], "2026-11-27");
    let said = says(folder, &["cert", "show", "hc-terraform"]);
    assert!(said.contains("from 27 November 2026 on (not verified)") && said.contains("61 %"), "{said}");
    step(folder, &["book", "hc-terraform", "2026-11-20", "--cost", "70.5", "--currency", "USD"]);
    assert_eq!(step(folder, &["pass", "hc-terraform", "--score", "88 %"])["stage"], "passed");
    let held = step(
        folder,
        &["hold", "hc-terraform", "2024-12-20", "--expires", "2026-12-20", "--credential-id", "T-1"],
    );
    assert_eq!((&held["stage"], &held["renewal"]["plan"]["state"]), (&json!("expiring"), &json!("open")));
    // What is not named stays.
    let held = step(folder, &["hold", "hc-terraform", "2024-12-20", "--url", "https://example.org/t"]);
    assert_eq!(
        (&held["record"]["credential_id"], &held["record"]["expires"]),
        (&json!("T-1"), &json!("2026-12-20"))
    );
    let said = says(folder, &["certification", "show", "hc-terraform", "--lang", "fr"]);
    assert!(said.contains("Renouvellement : repasser l’examen · ouvert"), "{said}");
    assert!(said.contains("Si rien n’est fait, cela se perd : le certificat, le 20 décembre 2026"), "{said}");
    assert_eq!(step(folder, &["keep-up", "hc-terraform", "--not"])["record"]["keep_up"], false);
    assert_eq!(step(folder, &["keep-up", "hc-terraform"])["record"]["keep_up"], true);
    let renewed = step(
        folder,
        &["renew", "hc-terraform", "--expires", "2028-11-20", "--cost", "70.5", "--currency", "USD"],
    );
    assert_eq!((&renewed["stage"], &renewed["record"]["issued"]), (&json!("renewed"), &json!("2026-11-20")));
    let forever = step(folder, &["renew", "hc-terraform", "--for-good"]);
    assert!(forever["record"]["expires"].is_null());
    json(folder, &["undo", "--json"]);
    assert_eq!(step(folder, &["show", "hc-terraform"])["record"]["expires"], "2028-11-20");
    assert!(step(folder, &["rm", "hc-terraform"]).is_null());
    assert_eq!(step(folder, &["list"]), json!([]));
}

#[test]
fn the_catalogue_is_filtered_compared_and_told_fact_by_fact() {
    let folder = junior();
    let folder = folder.path();
    let ids = |args: &[&str]| -> Vec<String> {
        let rows = step(folder, &[&["catalogue"], args].concat());
        rows.as_array().unwrap().iter().map(|row| row["known"]["id"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(ids(&[]).len(), 38);
    assert_eq!(ids(&["--provider", "mongodb"]), ["mongo-dev"]);
    assert_eq!(ids(&["--skill", "kubernetes"]), ["gcp-pcd", "cncf-cka", "cncf-ckad", "cncf-cks"]);
    assert_eq!(ids(&["--most", "80", "--currency", "usd"]), ["fcc-csharp", "hc-terraform", "py-pcep"]);
    assert_eq!(ids(&["--currency", "EUR"]), ["symfony"]);
    assert_eq!(ids(&["--status", "announced"]), ["ospi-pg"]);
    assert_eq!(ids(&["--level", "expert"]), ["ms-az400", "symfony"]);
    assert_eq!(ids(&["terraform"]), ["hc-terraform"]);
    assert_eq!(ids(&["aws", "developer"]), ["aws-dva"]);
    assert!(
        ids(&["--helps"]).contains(&"gh-900".to_owned())
            && !ids(&["--helps"]).contains(&"cf-ccdak".to_owned())
    );
    assert_eq!(ids(&["nobody"]), Vec::<String>::new());
    let said = says(folder, &["certification", "catalogue", "az-204"]);
    assert!(said.contains("retired → ms-ai200"), "{said}");
    let said = says(folder, &["certification", "catalogue", "aws-saa"]);
    assert!(said.contains("150 USD (not verified)"), "{said}");
    let said = says(folder, &["cert", "facts", "cncf-cks", "--lang", "fr"]);
    for part in [
        "Requis d’abord : cncf-cka",
        "Valable : 24 mois",
        "Renouvellement : repasser l’examen",
        "Faits au : 20 novembre 2026",
    ] {
        assert!(said.contains(part), "{part}: {said}");
    }
    assert_eq!(step(folder, &["facts", "cncf-cka"])["leads_to"], json!(["cncf-cks"]));
    assert_eq!(refused(folder, &["certification", "facts", "nobody"])["code"], "certification.unknown");
    let view = step(folder, &["compare", "gh-900", "cncf-cks"]);
    assert_eq!(view["columns"].as_array().unwrap().len(), 2);
    let said = says(folder, &["certification", "compare", "gh-900", "cncf-cks"]);
    assert!(said.contains("cncf-cks needs first: Certified Kubernetes Administrator"), "{said}");
    let many = ["certification", "compare", "gh-900", "gh-200", "aws-dva", "aws-saa", "py-pcep"];
    assert_eq!(refused(folder, &many)["code"], "certification.compare_count");
}

#[test]
fn a_fact_is_corrected_and_the_catalogues_taken_again() {
    let folder = junior();
    let folder = folder.path();
    let row = step(
        folder,
        &["correct", "gh-900", "price", "80 EUR", "--source", "the page", "--as-of", "2026-11-01"],
    );
    assert_eq!(
        (&row["known"]["price"]["amount"], &row["shipped"]["price"]["amount"]),
        (&json!(80.0), &json!(99.0))
    );
    let said = says(folder, &["certification", "facts", "gh-900"]);
    assert!(said.contains("Your own: price is “80 EUR”, seen on 1 November 2026 (the page)."), "{said}");
    let row = step(folder, &["correct", "gh-900", "price", "--back"]);
    assert!(row["shipped"].is_null() && row["known"]["price"]["amount"] == json!(99.0));
    assert!(step(folder, &["correct", "gh-900", "price", ""])["known"]["price"].is_null());
    assert_eq!(
        refused(folder, &["certification", "correct", "gh-900", "price", "80"])["code"],
        "certification.fact_value"
    );
    assert_eq!(
        refused(folder, &["certification", "correct", "gh-900", "colour", "blue"])["code"],
        "command.params"
    );
    for args in [&["correct", "gh-900", "price"][..], &["correct", "gh-900", "price", "1 EUR", "--back"]] {
        assert_eq!(run(folder, &[&["certification"], args].concat()).status.code(), Some(2), "{args:?}");
    }
}

#[test]
fn costs_and_credits_are_added_listed_and_taken_out() {
    let folder = junior();
    let folder = folder.path();
    step(
        folder,
        &[
            "add",
            "isc2-cc",
            "--stage",
            "held",
            "--issued",
            "2025-01-01",
            "--expires",
            "2028-01-01",
            "--cost",
            "199",
            "--currency",
            "USD",
        ],
    );
    let view =
        step(folder, &["costs", "add", "isc2-cc", "49.9", "EUR", "--what", "course", "--on", "2025-01-05"]);
    assert_eq!(view["record"]["costs"][0]["what"], "course");
    step(folder, &["costs", "add", "isc2-cc", "12", "EUR"]);
    let costs = step(folder, &["costs"]);
    assert_eq!(costs["years"].as_array().unwrap().len(), 3);
    let said = says(folder, &["certification", "costs"]);
    assert!(said.contains("2025  49.9  0      EUR") && said.contains("2025  199   0      USD"), "{said}");
    let view = step(folder, &["costs", "remove", "isc2-cc", "1"]);
    assert_eq!(view["record"]["costs"].as_array().unwrap().len(), 1);
    let view = step(folder, &["credit", "add", "isc2-cc", "1.5", "--title", "A talk", "--on", "2026-01-01"]);
    assert_eq!(view["renewal"]["plan"]["credits"], 1.5);
    let said = says(folder, &["certification", "show", "isc2-cc"]);
    assert!(
        said.contains("1.5 of 45 credits.") && said.contains("1    2026-01-01  1.5      A talk"),
        "{said}"
    );
    let view = step(folder, &["credits", "remove", "isc2-cc", "1"]);
    assert_eq!(view["record"]["credits"], json!([]));
    for (args, code) in [
        (&["costs", "remove", "isc2-cc", "2"][..], "record.unknown"),
        (&["costs", "remove", "isc2-cc", "0"], "record.unknown"),
        (&["costs", "add", "isc2-cc", "-5", "EUR"], "input.amount"),
        (&["costs", "add", "isc2-cc", "5", "euro"], "input.currency"),
        (&["costs", "add", "isc2-cc", "5", "EUR", "--what", "food"], "command.params"),
        (&["credit", "add", "isc2-cc", "0"], "certification.credits"),
        (&["credit", "remove", "isc2-cc", "1"], "record.unknown"),
        (&["credit", "add", "gh-900", "1"], "record.unknown"),
    ] {
        assert_eq!(refused(folder, &[&["certification"], args].concat())["code"], code, "{args:?}");
    }
}

#[test]
fn one_of_several_is_named_by_its_own_id() {
    let folder = junior();
    let folder = folder.path();
    let first = step(
        folder,
        &["add", "gh-900", "--stage", "held", "--issued", "2020-01-01", "--expires", "2022-01-01"],
    );
    let second = step(folder, &["add", "gh-900"]);
    let error = refused(folder, &["certification", "show", "gh-900"]);
    assert_eq!(error["code"], "terminal.value");
    for view in [&first, &second] {
        let id = view["record"]["id"].as_str().unwrap();
        assert!(error["args"]["hint"].as_str().unwrap().contains(id), "{error}");
        assert_eq!(step(folder, &["show", id])["record"]["id"], json!(id));
    }
    assert_eq!(refused(folder, &["certification", "show", "nobody"])["code"], "record.unknown");
}

#[test]
fn a_day_is_set_and_taken_back_and_every_field_can_be_typed() {
    let folder = junior();
    let folder = folder.path();
    let view = step(
        folder,
        &[
            "add",
            "House exam",
            "--provider",
            "ACME",
            "--stage",
            "booked",
            "--exam-on",
            "2027-03-01",
            "--exam-at",
            "09:00",
            "--exam-zone",
            "Europe/Paris",
            "--place",
            "Lyon",
            "--cost",
            "12",
            "--currency",
            "EUR",
            "--move-by",
            "2027-02-20",
            "--wanted-by",
            "2027-02-01",
            "--attempt",
            "2",
            "--retry-from",
            "2027-01-01",
            "--performance-based",
            "true",
            "--supports",
            "sql=3",
            "--note",
            "Bring water.",
            "--url",
            "https://example.org/",
        ],
    );
    let record = &view["record"];
    for (field, value) in [
        ("place", json!("Lyon")),
        ("reschedule_by", json!("2027-02-20")),
        ("retry_from", json!("2027-01-01")),
        ("attempt", json!(2)),
        ("performance_based", json!(true)),
        ("wanted_by", json!("2027-02-01")),
    ] {
        assert_eq!(record[field], value, "{field}");
    }
    let id = record["id"].as_str().unwrap();
    let set = ["set", id, "--wanted-by", "none", "--move-by", "none", "--retry-from", "none"];
    let record = step(folder, &set)["record"].take();
    assert!(
        record["wanted_by"].is_null() && record["reschedule_by"].is_null() && record["retry_from"].is_null()
    );
    assert_eq!(record["exam_on"], "2027-03-01");
}

#[test]
fn days_and_times_that_are_none_are_misspelt_and_zones_refused() {
    let folder = junior();
    let folder = folder.path();
    step(folder, &["add", "gh-900"]);
    for args in [
        &["book", "gh-900", "2027-02-30"][..],
        &["book", "gh-900", "1.3.2027"],
        &["book", "gh-900", "tomorrow"],
        &["book", "gh-900", "none"],
        &["book", "gh-900", "2027-03-01", "--at", "9:30"],
        &["book", "gh-900", "2027-03-01", "--at", "24:00"],
        &["book", "gh-900", "2027-03-01", "--at", "éé"],
        &["book", "gh-900", "2027-03-01", "--cost", "nan"],
        &["add", "py-pcep", "--exam-on", "2027-13-01"],
        &["plan", "gh-900", "--by", "soon"],
        &["pass", "gh-900", "--on", ""],
        &["hold", "gh-900"],
        &["renew", "gh-900"],
        &["renew", "gh-900", "--expires", "2027-01-01", "--for-good"],
        &["renew", "gh-900", "--for-good", "--cost", "5"],
        &["compare"],
        &["catalogue", "--most", "5"],
    ] {
        let output = run(folder, &[&["certification"], args].concat());
        assert_eq!(output.status.code(), Some(2), "{args:?}");
        assert!(!output.stderr.is_empty() && output.stdout.is_empty(), "{args:?}");
    }
    let said = run(folder, &["certification", "book", "gh-900", "2027-02-30"]).stderr;
    assert!(String::from_utf8_lossy(&said).contains("no day of the calendar; write it as 2027-03-01"));
    for (args, code) in [
        (&["book", "gh-900", "2027-03-01", "--zone", "Europe/Lutetia"][..], "input.zone"),
        (
            &["book", "gh-900", "2027-03-28", "--at", "02:30", "--zone", "Europe/Paris"],
            "certification.skipped_time",
        ),
        (&["book", "gh-900", "2026-11-19"], "certification.exam_in_past"),
        (&["book", "py-pcep", "2027-03-01"], "record.unknown"),
        (&["plan", "nobody"], "certification.unknown"),
        (&["renew", "gh-900", "--for-good"], "certification.not_held"),
    ] {
        assert_eq!(refused(folder, &[&["certification"], args].concat())["code"], code, "{args:?}");
    }
    let said = run(
        folder,
        &["cert", "book", "gh-900", "2027-03-28", "--at", "02:30", "--zone", "Europe/Paris", "--lang", "fr"],
    );
    assert!(String::from_utf8_lossy(&said.stderr).contains("28 mars 2027"), "{said:?}");
}

#[test]
fn answers_about_certifications_come_in_both_languages() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    assert!(run(folder, &["init", "--example"]).status.success());
    let list = json(folder, &["certification", "list", "--json"]);
    let mut asked: Vec<Vec<String>> = [
        &["certification", "list"][..],
        &["certification", "catalogue"],
        &["certification", "compare", "aws-dva", "cncf-cks"],
        &["certification", "costs"],
        &["certification", "facts", "comptia-sec"],
        &["certification", "facts", "ms-az204"],
        &["badge", "trust"],
        &["badge", "list"],
        &["reminders", "show"],
        &["reminders", "due"],
    ]
    .iter()
    .map(|args| args.iter().map(|arg| (*arg).to_owned()).collect())
    .collect();
    for view in list.as_array().unwrap() {
        let id = view["record"]["id"].as_str().unwrap();
        asked.push(["certification", "show", id].map(str::to_owned).to_vec());
    }
    assert!(asked.len() > 12);
    for args in asked {
        let args: Vec<&str> = args.iter().map(String::as_str).collect();
        let answers = ["en", "fr"].map(|lang| says(folder, &[&args[..], &["--lang", lang]].concat()));
        assert_ne!(answers[0], answers[1], "{args:?}");
        assert!(
            !answers.concat().contains("cli_") && !answers.concat().contains('{'),
            "{args:?}: {answers:?}"
        );
    }
}
