//! The rules of <https://cyclonedx.org/docs/1.6/json/> that concern what is written here.

use super::*;
use std::collections::BTreeSet;

const KINDS: [&str; 3] = ["application", "library", "data"];

fn words<'a>(value: &'a Value, field: &str) -> &'a str {
    value[field].as_str().unwrap_or_default()
}

fn is_hex(text: &str, length: usize) -> bool {
    text.len() == length && text.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b))
}

/// What is wrong with a component.
fn faults(component: &Value) -> Vec<&'static str> {
    let mut faults = Vec::new();
    let mut must = |good: bool, what| {
        if !good {
            faults.push(what)
        }
    };
    must(KINDS.contains(&words(component, "type")), "type");
    must(!words(component, "name").is_empty() && !words(component, "bom-ref").is_empty(), "name");
    let licences = component["licenses"].as_array().cloned().unwrap_or_default();
    let stated = |licence: &Value| {
        !words(licence, "expression").is_empty() || !words(&licence["license"], "name").is_empty()
    };
    // One expression alone, or licences by id or name.
    must(licences.len() == 1 && stated(&licences[0]), "licenses");
    must(!words(&licences[0], "expression").contains('/'), "expression");
    for hash in component["hashes"].as_array().into_iter().flatten() {
        let length = if words(hash, "alg") == "SHA-512" { 128 } else { 64 };
        must(
            ["SHA-256", "SHA-512"].contains(&words(hash, "alg")) && is_hex(words(hash, "content"), length),
            "hash",
        );
    }
    let purl = words(component, "purl");
    must(purl.is_empty() || (purl.starts_with("pkg:") && purl.contains('@') && !purl.contains(' ')), "purl");
    faults
}

#[test]
fn the_list_of_parts_is_what_cyclonedx_asks_for() {
    let whole = document().unwrap();
    assert_eq!((words(&whole, "bomFormat"), words(&whole, "specVersion")), ("CycloneDX", "1.6"));
    assert_eq!(whole["version"], 1);
    let serial = words(&whole, "serialNumber").strip_prefix("urn:uuid:").unwrap();
    let groups: Vec<usize> = serial.split('-').map(str::len).collect();
    assert_eq!(groups, [8, 4, 4, 4, 12]);
    assert!(is_hex(&serial.replace('-', ""), 32), "{serial}");
    let fields: Vec<&str> = whole.as_object().unwrap().keys().map(String::as_str).collect();
    let known = [
        "$schema",
        "bomFormat",
        "specVersion",
        "version",
        "metadata",
        "components",
        "dependencies",
        "serialNumber",
    ];
    assert_eq!(fields, known);
    assert_eq!(faults(&whole["metadata"]["component"]), Vec::<&str>::new());

    let components = whole["components"].as_array().unwrap();
    let mut references: BTreeSet<&str> = [PROGRAM].into();
    for component in components {
        assert_eq!(faults(component), Vec::<&str>::new(), "{component}");
        assert!(references.insert(words(component, "bom-ref")), "twice: {component}");
    }
    let dependencies = whole["dependencies"].as_array().unwrap();
    assert_eq!(dependencies.len(), references.len());
    for dependency in dependencies {
        assert!(references.contains(words(dependency, "ref")), "{dependency}");
        let needs: Vec<&str> =
            dependency["dependsOn"].as_array().unwrap().iter().filter_map(Value::as_str).collect();
        assert!(needs.iter().all(|needed| references.contains(needed)), "{dependency}");
    }
}

#[test]
fn it_holds_what_is_shipped_and_nothing_that_is_not() {
    let whole = document().unwrap();
    let names: BTreeSet<&str> =
        whole["components"].as_array().unwrap().iter().map(|c| words(c, "name")).collect();
    for shipped in [
        "groundwork-app",
        "rusqlite",
        "SQLite",
        "tauri",
        "gix",
        "svelte",
        "@fontsource-variable/inter",
        "pack.toml",
    ] {
        assert!(names.contains(shipped), "{shipped}");
    }
    for absent in ["proptest", "vitest", "groundwork-xtask", "bindgen", "reqwest", "typescript"] {
        assert!(!names.contains(absent), "{absent}");
    }
    assert!(names.len() > 200, "{}", names.len());
}

#[test]
fn the_same_clone_gives_the_same_bytes() {
    assert_eq!(document().unwrap().to_string(), document().unwrap().to_string());
}
