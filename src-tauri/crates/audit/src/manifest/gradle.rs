//! Gradle: build files, catalogues of versions, lock files. A build file is a program: it is read line by line for what it
//! says plainly, never run.

use super::Manifest;
use super::lines::{all_quoted, numbered, quoted, uncommented};
use super::spans::{Document, Node};
use crate::look::NotUnderstood;
use groundwork_domain::audit::Strength;

/// Words that begin a declaration, besides those that end in one of them (`testImplementation`).
const CONFIGURATIONS: [&str; 14] = [
    "implementation",
    "api",
    "compileonly",
    "runtimeonly",
    "annotationprocessor",
    "kapt",
    "ksp",
    "compile",
    "runtime",
    "classpath",
    "developmentonly",
    "compileonlyapi",
    "providedruntime",
    "providedcompile",
];

/// `build.gradle` and `build.gradle.kts`.
pub(super) fn build(text: &str, manifest: &mut Manifest) -> Result<(), NotUnderstood> {
    let mut comment = false;
    let mut plugins = false;
    for (number, line) in numbered(text) {
        let trimmed = line.trim_start();
        if comment || trimmed.starts_with("/*") {
            comment = !trimmed.contains("*/");
            continue;
        }
        let line = uncommented(trimmed, "//").trim();
        if line.starts_with("plugins") && line.contains('{') {
            plugins = true;
        }
        if let Some(plugin) = plugin(line, plugins) {
            manifest.add(&format!("{plugin}:{plugin}.gradle.plugin"), number, Strength::Direct);
        } else if let Some((name, strength)) = dependency(line) {
            manifest.add(&name, number, strength);
        }
        plugins &= !line.contains('}');
    }
    Ok(())
}

/// The id of a plugin.
fn plugin(line: &str, block: bool) -> Option<String> {
    let line = if block { line.split_once('{').map_or(line, |(_, rest)| rest).trim() } else { line };
    if let Some(rest) = line.strip_prefix("apply plugin:").or_else(|| line.strip_prefix("apply(plugin")) {
        return quoted(rest).map(str::to_owned);
    }
    if !block {
        return None;
    }
    if let Some(rest) = line.strip_prefix("kotlin(") {
        return quoted(rest).map(|module| format!("org.jetbrains.kotlin.{module}"));
    }
    let rest = line.strip_prefix("id")?;
    rest.starts_with(['(', ' ', '\t']).then(|| quoted(rest).map(str::to_owned)).flatten()
}

/// Name and strength of a dependency.
fn dependency(line: &str) -> Option<(String, Strength)> {
    let end = line.find(|c: char| !c.is_alphanumeric() && c != '_')?;
    let (word, rest) = line.split_at(end);
    let small = word.to_ascii_lowercase();
    let declares = CONFIGURATIONS.iter().any(|name| {
        small == *name
            || (small.ends_with(name) && !matches!(*name, "api" | "compile" | "runtime" | "classpath"))
    });
    if !declares || !rest.starts_with(['(', ' ', '\t']) {
        return None;
    }
    let strength = if small.contains("test") || small.starts_with("development") {
        Strength::Development
    } else {
        Strength::Direct
    };
    let said = all_quoted(rest);
    if rest.trim_start_matches(['(', ' ']).starts_with("kotlin(") {
        return said.first().map(|module| (format!("org.jetbrains.kotlin:kotlin-{module}"), strength));
    }
    if rest.contains("group:") || rest.contains("group =") {
        let [group, name, ..] = said.as_slice() else { return None };
        return Some((format!("{group}:{name}"), strength));
    }
    let mut parts = said.first()?.split(':');
    let (group, artifact) = (parts.next()?, parts.next()?);
    let plain = !group.is_empty() && !artifact.is_empty() && !artifact.contains('$');
    plain.then(|| (format!("{group}:{artifact}"), strength))
}

/// `gradle.lockfile`: `group:artifact:version=configurations`.
pub(super) fn lock(text: &str, manifest: &mut Manifest) -> Result<(), NotUnderstood> {
    for (number, line) in numbered(text).filter(|(_, line)| !line.starts_with('#')) {
        let mut parts = line.split(['=', ':']);
        if let (Some(group), Some(artifact), Some(_)) = (parts.next(), parts.next(), parts.next()) {
            manifest.add(&format!("{group}:{artifact}"), number, Strength::Indirect);
        }
    }
    Ok(())
}

/// `libs.versions.toml`: the build files name only its aliases, so its entries count as declared.
pub(super) fn catalogue(text: &str, manifest: &mut Manifest) -> Result<(), NotUnderstood> {
    let document = Document::parse(text)?;
    let entries = |table: &str| document.at(&[table]).map(Node::entries).unwrap_or_default();
    for (_, node) in entries("libraries") {
        let part = |key: &str| node.get(key).and_then(Node::text);
        let module = node.text().or_else(|| part("module")).map(str::to_owned);
        let module = module.or_else(|| Some(format!("{}:{}", part("group")?, part("name")?)));
        let module = module.unwrap_or_default();
        let mut parts = module.split(':');
        if let (Some(group), Some(artifact)) = (parts.next(), parts.next()) {
            manifest.add(&format!("{group}:{artifact}"), node.line, Strength::Direct);
        }
    }
    for (_, node) in entries("plugins") {
        let id = node.text().or_else(|| node.get("id").and_then(Node::text)).unwrap_or_default();
        let id = id.split(':').next().unwrap_or_default();
        if !id.is_empty() {
            manifest.add(&format!("{id}:{id}.gradle.plugin"), node.line, Strength::Direct);
        }
    }
    Ok(())
}
