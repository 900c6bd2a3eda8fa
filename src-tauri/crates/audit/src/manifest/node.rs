//! npm, Yarn and pnpm.

use super::Manifest;
use super::json::{self, Value};
use super::lines::numbered;
use crate::look::NotUnderstood;
use groundwork_domain::audit::Strength;

/// `package.json`.
pub(super) fn manifest(text: &str, manifest: &mut Manifest) -> Result<(), NotUnderstood> {
    json::walk(text, &mut |path, value, line| match (path, value) {
        ([field], Value::Text(licence)) if field == "license" => manifest.licence(licence, line),
        ([field, kind], Value::Text(licence)) if field == "license" && kind == "type" => {
            manifest.licence(licence, line);
        }
        ([field, _, kind], Value::Text(licence)) if field == "licenses" && kind == "type" => {
            manifest.licence(licence, line);
        }
        ([field, name], _) => match field.as_ref() {
            "dependencies" | "peerDependencies" | "optionalDependencies" => {
                manifest.add(name, line, Strength::Direct);
            }
            "devDependencies" => manifest.add(name, line, Strength::Development),
            _ => {}
        },
        _ => {}
    })
}

/// `package-lock.json` of all versions: packages by folder, or dependencies within dependencies.
pub(super) fn package_lock(text: &str, manifest: &mut Manifest) -> Result<(), NotUnderstood> {
    let mut packages = false;
    json::walk(text, &mut |path, value, line| {
        if *value != Value::Open {
            return;
        }
        match path {
            [root, folder] if root == "packages" => {
                packages = true;
                if let Some((_, name)) = folder.rsplit_once("node_modules/") {
                    manifest.add(name, line, Strength::Indirect);
                }
            }
            [.., parent, name] if !packages && parent == "dependencies" && path[0] == "dependencies" => {
                manifest.add(name, line, Strength::Indirect);
            }
            _ => {}
        }
    })
}

/// `yarn.lock` of all versions: lines that begin with the packages they are about.
pub(super) fn yarn_lock(text: &str, manifest: &mut Manifest) -> Result<(), NotUnderstood> {
    for (number, line) in numbered(text) {
        if line.starts_with(['#', ' ', '\t']) || !line.trim_end().ends_with(':') {
            continue;
        }
        let first = line.split(',').next().unwrap_or_default().trim().trim_matches(['"', '\'', ':']);
        if let Some(name) = package(first) {
            manifest.add(name, number, Strength::Indirect);
        }
    }
    Ok(())
}

/// The name in `name@range` and `@scope/name@range`.
fn package(text: &str) -> Option<&str> {
    let at = text.get(1..)?.find('@')? + 1;
    Some(&text[..at])
}

/// `pnpm-lock.yaml` of all versions: the keys of `packages:`.
pub(super) fn pnpm_lock(text: &str, manifest: &mut Manifest) -> Result<(), NotUnderstood> {
    let mut packages = false;
    for (number, line) in numbered(text) {
        if !line.starts_with([' ', '#']) && !line.is_empty() {
            packages = line.trim_end() == "packages:";
        }
        let Some(key) = line.strip_prefix("  ").filter(|key| packages && !key.starts_with([' ', '#'])) else {
            continue;
        };
        let key = key.trim_end().trim_end_matches(':').trim_matches(['\'', '"']).trim_start_matches('/');
        let scoped = key.starts_with('@');
        let name = package(key).or_else(|| {
            let slash = key.match_indices('/').nth(usize::from(scoped)).map(|(at, _)| at)?;
            Some(&key[..slash])
        });
        if let Some(name) = name {
            manifest.add(name, number, Strength::Indirect);
        }
    }
    Ok(())
}
