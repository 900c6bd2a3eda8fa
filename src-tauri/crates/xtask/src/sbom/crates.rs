//! The crates that the shipped programs are linked from, on this system.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use super::{Licence, PROGRAM, Parts, component};
use crate::place;
use crate::run::{Outcome, ask, cargo};
use crate::supply::cargo_lock;

/// The programs that are shipped.
const PROGRAMS: [&str; 2] = ["groundwork", "groundwork-cli"];

/// Adds them; gives the version of the program.
pub fn add(parts: &mut Parts) -> Outcome<String> {
    let metadata = metadata()?;
    let rows =
        |pointer: &str| metadata.pointer(pointer).and_then(Value::as_array).cloned().unwrap_or_default();
    let (packages, nodes) = (rows("/packages"), rows("/resolve/nodes"));
    let by_id = |all: &[Value]| -> BTreeMap<String, Value> {
        all.iter().map(|one| (word(one, "id").to_owned(), one.clone())).collect()
    };
    let (packages, nodes) = (by_id(&packages), by_id(&nodes));
    let lock = fs::read_to_string(place::root().join("Cargo.lock")).map_err(|problem| problem.to_string())?;
    let hashes: BTreeMap<(String, String), String> =
        cargo_lock(&lock).into_iter().map(|crate_| ((crate_.name, crate_.version), crate_.hash)).collect();
    let mut left: Vec<String> = packages
        .iter()
        .filter(|(_, package)| PROGRAMS.contains(&word(package, "name")))
        .map(|(id, _)| id.clone())
        .collect();
    let mut version = String::new();
    for id in &left {
        let package = &packages[id];
        version = word(package, "version").to_owned();
        parts.need(PROGRAM, &reference(package));
    }
    let mut seen = BTreeSet::new();
    while let Some(id) = left.pop() {
        let (true, Some(package)) = (seen.insert(id.clone()), packages.get(&id)) else { continue };
        let from = reference(package);
        let key = (word(package, "name").to_owned(), word(package, "version").to_owned());
        let hash = hashes.get(&key).cloned().unwrap_or_default();
        parts.add(&from, one(package, &from, &hash)?);
        bundled(parts, package, &from);
        for needed in linked(&nodes[&id]) {
            if let Some(other) = packages.get(&needed) {
                parts.need(&from, &reference(other));
            }
            left.push(needed);
        }
    }
    if version.is_empty() { Err("cargo metadata does not name the program".into()) } else { Ok(version) }
}

fn metadata() -> Outcome<Value> {
    let host = ask("rustc", &["-vV"]).unwrap_or_default();
    let host =
        host.lines().find_map(|line| line.strip_prefix("host: ")).ok_or("rustc does not name its system")?;
    let mut command = cargo();
    command.args(["metadata", "--locked", "--format-version", "1", "--filter-platform", host]);
    command.args(["--features", "groundwork/custom-protocol"]);
    let output = command.output().map_err(|problem| problem.to_string())?;
    if !output.status.success() {
        return Err(String::from_utf8_lossy(&output.stderr).into_owned());
    }
    serde_json::from_slice(&output.stdout).map_err(|problem| problem.to_string())
}

fn word<'a>(value: &'a Value, field: &str) -> &'a str {
    value[field].as_str().unwrap_or_default()
}

/// What a crate is linked with: neither what builds it nor what tests it.
fn linked(node: &Value) -> Vec<String> {
    let all = node["deps"].as_array().into_iter().flatten();
    let is_linked =
        |dep: &&Value| dep["dep_kinds"].as_array().into_iter().flatten().any(|kind| kind["kind"].is_null());
    all.filter(is_linked).map(|dep| word(dep, "pkg").to_owned()).collect()
}

fn reference(package: &Value) -> String {
    format!("pkg:cargo/{}@{}", word(package, "name"), word(package, "version"))
}

fn one(package: &Value, reference: &str, hash: &str) -> Outcome<Value> {
    // Older crates write `MIT/Apache-2.0`.
    let licence = word(package, "license").replace(" / ", "/").replace('/', " OR ");
    if licence.is_empty() {
        return Err(format!("{reference} states no licence"));
    }
    let mut all = component(
        "library",
        reference,
        word(package, "name"),
        word(package, "version"),
        Licence::Expression(&licence),
    );
    if !hash.is_empty() {
        all.insert("purl".into(), reference.into());
        all.insert("hashes".into(), json!([{ "alg": "SHA-256", "content": hash }]));
    }
    Ok(Value::Object(all))
}

/// SQLite's source lies in the crate that binds it.
fn bundled(parts: &mut Parts, package: &Value, from: &str) {
    if word(package, "name") != "libsqlite3-sys" {
        return;
    }
    let header = Path::new(word(package, "manifest_path")).with_file_name("sqlite3").join("sqlite3.h");
    let text = fs::read_to_string(header).unwrap_or_default();
    let version =
        text.lines().find_map(|line| line.strip_prefix("#define SQLITE_VERSION")?.split('"').nth(1));
    let version = version.unwrap_or_default();
    let reference = format!("sqlite@{version}");
    let mut all = component("library", &reference, "SQLite", version, Licence::Expression("blessing"));
    all.insert("cpe".into(), format!("cpe:2.3:a:sqlite:sqlite:{version}:*:*:*:*:*:*:*").into());
    parts.add(&reference, Value::Object(all));
    parts.need(from, &reference);
}
