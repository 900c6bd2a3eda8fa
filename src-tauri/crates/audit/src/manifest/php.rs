//! Composer.

use super::Manifest;
use super::json::{self, Value};
use crate::look::NotUnderstood;
use groundwork_domain::audit::Strength;

/// `composer.json`.
pub(super) fn manifest(text: &str, manifest: &mut Manifest) -> Result<(), NotUnderstood> {
    json::walk(text, &mut |path, value, line| match (path, value) {
        ([field] | [field, _], Value::Text(licence)) if field == "license" => manifest.licence(licence, line),
        ([field, name], _) if field == "require" && name != "php" => {
            manifest.add(name, line, Strength::Direct);
        }
        ([field, name], _) if field == "require-dev" => manifest.add(name, line, Strength::Development),
        _ => {}
    })
}

/// `composer.lock`.
pub(super) fn lock(text: &str, manifest: &mut Manifest) -> Result<(), NotUnderstood> {
    json::walk(text, &mut |path, value, line| match (path, value) {
        ([field, _, key], Value::Text(name))
            if key == "name" && (field == "packages" || field == "packages-dev") =>
        {
            manifest.add(name, line, Strength::Indirect);
        }
        _ => {}
    })
}
