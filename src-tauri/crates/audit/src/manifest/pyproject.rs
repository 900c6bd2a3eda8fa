//! `pyproject.toml` (PEP 621, PEP 735, Poetry, PDM, uv, Hatch) and `Pipfile`.

use super::Manifest;
use super::python::name;
use super::spans::{Document, Node};
use crate::look::NotUnderstood;
use groundwork_domain::audit::Strength;

/// How far a group of extras is for development, by its name.
fn of_group(group: &str) -> Strength {
    let words =
        ["dev", "test", "lint", "doc", "typing", "check", "ci", "style", "format", "quality", "coverage"];
    let small = group.to_ascii_lowercase();
    if words.iter().any(|word| small.split(['-', '_']).any(|part| part.starts_with(word))) {
        Strength::Development
    } else {
        Strength::Direct
    }
}

/// An array of requirements.
fn requirements(node: Option<Node<'_, '_>>, strength: Strength, manifest: &mut Manifest) {
    for item in node.map(Node::items).unwrap_or_default() {
        if let Some(name) = item.text().and_then(name) {
            manifest.add(name, item.line, strength);
        }
    }
}

/// A table whose keys are packages.
fn keys(node: Option<Node<'_, '_>>, strength: Strength, manifest: &mut Manifest) {
    for (name, node) in node.map(Node::entries).unwrap_or_default() {
        if name != "python" {
            manifest.add(name, node.line, strength);
        }
    }
}

/// `pyproject.toml`. What builds the package counts as a tool of development.
pub(super) fn project(text: &str, manifest: &mut Manifest) -> Result<(), NotUnderstood> {
    let document = Document::parse(text)?;
    let entries = |path: &[&str]| document.at(path).map(Node::entries).unwrap_or_default();
    requirements(document.at(&["build-system", "requires"]), Strength::Development, manifest);
    requirements(document.at(&["project", "dependencies"]), Strength::Direct, manifest);
    for (group, node) in entries(&["project", "optional-dependencies"]) {
        requirements(Some(node), of_group(group), manifest);
    }
    for (_, node) in entries(&["dependency-groups"]) {
        requirements(Some(node), Strength::Development, manifest);
    }
    keys(document.at(&["tool", "poetry", "dependencies"]), Strength::Direct, manifest);
    keys(document.at(&["tool", "poetry", "dev-dependencies"]), Strength::Development, manifest);
    for (group, node) in entries(&["tool", "poetry", "group"]) {
        let strength = if group == "main" { Strength::Direct } else { Strength::Development };
        keys(node.get("dependencies"), strength, manifest);
    }
    requirements(document.at(&["tool", "uv", "dev-dependencies"]), Strength::Development, manifest);
    for (_, node) in entries(&["tool", "pdm", "dev-dependencies"]) {
        requirements(Some(node), Strength::Development, manifest);
    }
    for (_, node) in entries(&["tool", "hatch", "envs"]) {
        requirements(node.get("dependencies"), Strength::Development, manifest);
        requirements(node.get("extra-dependencies"), Strength::Development, manifest);
    }
    for path in [&["project", "license"][..], &["tool", "poetry", "license"]] {
        let Some(node) = document.at(path) else { continue };
        let said = node.text().or_else(|| node.get("text").and_then(Node::text)).unwrap_or_default();
        // The whole text of a licence may stand here.
        manifest.licence(said.trim().lines().next().unwrap_or_default(), node.line);
    }
    Ok(())
}

/// `Pipfile`.
pub(super) fn pipfile(text: &str, manifest: &mut Manifest) -> Result<(), NotUnderstood> {
    let document = Document::parse(text)?;
    keys(document.at(&["packages"]), Strength::Direct, manifest);
    keys(document.at(&["dev-packages"]), Strength::Development, manifest);
    Ok(())
}
