//! Data from elsewhere that is compiled in, with its licence.

use std::fs;

use serde_json::{Value, json};

use super::{Licence, PROGRAM, Parts, component, sha256};
use crate::place;
use crate::run::Outcome;

const CONTEXTS: &str = "src-tauri/crates/exchange/assets/contexts";
const W3C: &str = "W3C Software and Document License";
const ONE_ED_TECH: &str = "1EdTech specification license";

/// A file from elsewhere, or one of ours that holds names from elsewhere: its path, what it is, its licence.
const FILES: [(&str, &str, Licence<'static>); 2] = [
    (
        "src-tauri/crates/exchange/src/calendar/windows_zones.rs",
        "Names of Windows time zones, from Unicode CLDR",
        Licence::Expression("Unicode-3.0"),
    ),
    (
        "src-tauri/role-packs/backend-developer/pack.toml",
        "Role model, matched to ESCO of the European Commission",
        Licence::Expression("CC-BY-4.0"),
    ),
];

/// Adds it.
pub fn add(parts: &mut Parts) -> Outcome {
    for (path, what, licence) in FILES {
        file(parts, path, what, licence)?;
    }
    let folder = place::root().join(CONTEXTS);
    let entries = fs::read_dir(&folder).map_err(|problem| format!("{}: {problem}", folder.display()))?;
    let mut names: Vec<String> =
        entries.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    for name in names.iter().filter(|name| name.contains(".json")) {
        // As `SOURCES.md` beside them says.
        let licence = match name.as_str() {
            name if name.starts_with("ob-") => Licence::Named(ONE_ED_TECH),
            name if name.starts_with("ed25519-") => Licence::Expression("BSD-3-Clause"),
            _ => Licence::Named(W3C),
        };
        file(parts, &format!("{CONTEXTS}/{name}"), "JSON-LD context", licence)?;
    }
    Ok(())
}

fn file(parts: &mut Parts, path: &str, what: &str, licence: Licence<'_>) -> Outcome {
    let bytes = fs::read(place::root().join(path)).map_err(|problem| format!("{path}: {problem}"))?;
    let reference = format!("file:{path}");
    let name = path.rsplit('/').next().unwrap_or(path);
    let mut all = component("data", &reference, name, "", licence);
    all.insert("description".into(), what.into());
    all.insert("hashes".into(), json!([{ "alg": "SHA-256", "content": sha256(&bytes) }]));
    parts.add(&reference, Value::Object(all));
    parts.need(PROGRAM, &reference);
    Ok(())
}
