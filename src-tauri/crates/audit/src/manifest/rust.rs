//! `Cargo.toml`.

use super::Manifest;
use super::spans::{Document, Node};
use crate::look::NotUnderstood;
use groundwork_domain::audit::Strength;

/// Dependencies of the package, of the workspace and for single targets. Those of build scripts count as development's.
pub(super) fn manifest(text: &str, manifest: &mut Manifest) -> Result<(), NotUnderstood> {
    let document = Document::parse(text)?;
    for table in [&["package"][..], &["workspace", "package"]] {
        if let Some(licence) = document.at(table).and_then(|package| package.get("license"))
            && let Some(name) = licence.text()
        {
            manifest.licence(name, licence.line);
        }
    }
    let kinds = [
        ("dependencies", Strength::Direct),
        ("dev-dependencies", Strength::Development),
        ("dev_dependencies", Strength::Development),
        ("build-dependencies", Strength::Development),
    ];
    for (kind, strength) in kinds {
        if let Some(table) = document.at(&[kind]) {
            add(table, strength, manifest);
        }
        for (_, target) in document.at(&["target"]).map(Node::entries).unwrap_or_default() {
            if let Some(table) = target.get(kind) {
                add(table, strength, manifest);
            }
        }
    }
    if let Some(table) = document.at(&["workspace", "dependencies"]) {
        add(table, Strength::Direct, manifest);
    }
    Ok(())
}

fn add(table: Node<'_, '_>, strength: Strength, manifest: &mut Manifest) {
    for (name, node) in table.entries() {
        let renamed = node.get("package").and_then(Node::text);
        manifest.add(renamed.unwrap_or(name), node.line, strength);
    }
}
