//! What the program is made of: a CycloneDX 1.6 document, from `cargo metadata` and the lockfiles, by no other tool.
//!
//! It names what is shipped on this system: the crates that the window's program and the terminal's are linked from, the npm
//! packages that the interface may hold, SQLite, fonts, and data from elsewhere. The same clone gives the same bytes: there
//! is no time in it, and its serial number is a hash of the rest.

mod crates;
mod data;
mod packages;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};

use crate::run::{Outcome, option};

/// Components by their reference, and what each of them needs.
#[derive(Default)]
pub(crate) struct Parts {
    components: BTreeMap<String, Value>,
    needs: BTreeMap<String, Vec<String>>,
}

impl Parts {
    /// Adds a component. What stands twice in a lockfile is one.
    pub fn add(&mut self, reference: &str, component: Value) {
        self.components.insert(reference.to_owned(), component);
    }

    /// Says that one component needs another.
    pub fn need(&mut self, one: &str, other: &str) {
        let all = self.needs.entry(one.to_owned()).or_default();
        if let Err(at) = all.binary_search_by(|known| known.as_str().cmp(other)) {
            all.insert(at, other.to_owned());
        }
    }
}

/// `cargo xtask sbom [--out FILE]`: prints it, or puts it into a file.
pub fn show(arguments: &[String]) -> Outcome {
    match option(arguments, "--out") {
        Some(path) => write(Path::new(path)),
        None => {
            println!("{}", text()?);
            Ok(())
        }
    }
}

/// Puts it into a file.
pub fn write(path: &Path) -> Outcome {
    fs::write(path, text()? + "\n").map_err(|problem| format!("{}: {problem}", path.display()))
}

fn text() -> Outcome<String> {
    serde_json::to_string_pretty(&document()?).map_err(|problem| problem.to_string())
}

/// The reference of the program itself.
const PROGRAM: &str = "groundwork";

fn document() -> Outcome<Value> {
    let mut parts = Parts::default();
    let version = crates::add(&mut parts)?;
    packages::add(&mut parts)?;
    data::add(&mut parts)?;
    let Parts { components, needs } = parts;
    let dependencies: Vec<Value> = std::iter::once(PROGRAM)
        .chain(components.keys().map(String::as_str))
        .map(|name| json!({ "ref": name, "dependsOn": needs.get(name).cloned().unwrap_or_default() }))
        .collect();
    let mut whole = json!({
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "bom-ref": PROGRAM,
                "name": "Groundwork",
                "version": version,
                "description": "Plan a career as a back-end developer, offline",
                "licenses": [{ "expression": "MIT OR Apache-2.0" }],
            },
            "properties": [{ "name": "groundwork:system", "value": format!("{}-{}", std::env::consts::OS, std::env::consts::ARCH) }],
        },
        "components": components.into_values().collect::<Vec<_>>(),
        "dependencies": dependencies,
    });
    let serial = serial(&whole.to_string());
    if let Some(whole) = whole.as_object_mut() {
        whole.insert("serialNumber".into(), serial.into());
    }
    Ok(whole)
}

/// A UUID of version 8, from a hash of the content.
fn serial(content: &str) -> String {
    let mut hex: Vec<char> = sha256(content.as_bytes()).chars().take(32).collect();
    (hex[12], hex[16]) = ('8', 'a');
    let part = |from: usize, to: usize| hex[from..to].iter().collect::<String>();
    format!("urn:uuid:{}-{}-{}-{}-{}", part(0, 8), part(8, 12), part(12, 16), part(16, 20), part(20, 32))
}

/// SHA-256 in lower-case hexadecimal.
pub(crate) fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// A component with its licence as an SPDX expression, a name where SPDX has none, or nothing where nobody states it.
pub(crate) fn component(
    kind: &str,
    reference: &str,
    name: &str,
    version: &str,
    licence: Licence<'_>,
) -> Map<String, Value> {
    let mut all = Map::new();
    all.insert("type".into(), kind.into());
    all.insert("bom-ref".into(), reference.into());
    all.insert("name".into(), name.into());
    if !version.is_empty() {
        all.insert("version".into(), version.into());
    }
    match licence {
        Licence::Expression(text) => all.insert("licenses".into(), json!([{ "expression": text }])),
        Licence::Named(name) => all.insert("licenses".into(), json!([{ "license": { "name": name } }])),
    };
    all
}

/// How a licence is stated.
pub(crate) enum Licence<'a> {
    /// In SPDX's words.
    Expression(&'a str),
    /// By its own name.
    Named(&'a str),
}

#[cfg(test)]
mod tests;
