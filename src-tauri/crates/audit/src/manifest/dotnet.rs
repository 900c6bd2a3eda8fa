//! .NET: project files, central versions, `packages.config`, lock files.

use super::Manifest;
use super::json::{self, Value};
use super::xml::{self, Element};
use crate::look::NotUnderstood;
use groundwork_domain::audit::Strength;

/// Project files: packages, shared frameworks and the SDK, which tells a web project.
pub(super) fn project(text: &str, manifest: &mut Manifest) -> Result<(), NotUnderstood> {
    // An element within a reference ends before it, and so comes before it here.
    let mut within = false;
    xml::walk(text, &mut |open| {
        let Some(element) = open.last() else { return };
        match element.name.as_str() {
            "Project" => {
                if let Some(sdk) = element.attribute("Sdk") {
                    manifest.add(sdk.split('/').next().unwrap_or(sdk), element.line, Strength::Direct);
                }
            }
            "Sdk" => add(element, "Name", Strength::Direct, manifest),
            "FrameworkReference" => add(element, "Include", Strength::Direct, manifest),
            "PackageReference" => {
                let said =
                    element.attribute("PrivateAssets").is_some_and(|of| of.eq_ignore_ascii_case("all"));
                let private = std::mem::take(&mut within) || said;
                let strength = if private { Strength::Development } else { Strength::Direct };
                add(element, "Include", strength, manifest);
            }
            "GlobalPackageReference" => add(element, "Include", Strength::Development, manifest),
            "PrivateAssets" => within = element.text.eq_ignore_ascii_case("all"),
            "PackageLicenseExpression" => manifest.licence(&element.text, element.line),
            _ => {}
        }
    })
}

fn add(element: &Element, attribute: &str, strength: Strength, manifest: &mut Manifest) {
    let names = element.attribute(attribute).unwrap_or_default();
    for name in names.split(';').filter(|name| !name.contains(['$', '@'])) {
        manifest.add(name, element.line, strength);
    }
}

/// `Directory.Packages.props`: versions only, what is used stands in the projects.
pub(super) fn central(text: &str, manifest: &mut Manifest) -> Result<(), NotUnderstood> {
    xml::walk(text, &mut |open| {
        let Some(element) = open.last() else { return };
        match element.name.as_str() {
            "PackageVersion" => add(element, "Include", Strength::Indirect, manifest),
            "GlobalPackageReference" => add(element, "Include", Strength::Development, manifest),
            _ => {}
        }
    })
}

/// `packages.config`.
pub(super) fn packages_config(text: &str, manifest: &mut Manifest) -> Result<(), NotUnderstood> {
    xml::walk(text, &mut |open| {
        let Some(element) = open.last().filter(|element| element.name == "package") else { return };
        let development = element.attribute("developmentDependency") == Some("true");
        let strength = if development { Strength::Development } else { Strength::Direct };
        add(element, "id", strength, manifest);
    })
}

/// `packages.lock.json`.
pub(super) fn lock(text: &str, manifest: &mut Manifest) -> Result<(), NotUnderstood> {
    json::walk(text, &mut |path, value, line| match (path, value) {
        ([field, _, name], Value::Open) if field == "dependencies" => {
            manifest.add(name, line, Strength::Indirect);
        }
        _ => {}
    })
}
