//! Bundler and RubyGems. Gemfiles and gemspecs are programs: they are read line by line for what they say plainly, never run.

use super::Manifest;
use super::lines::{all_quoted, numbered, quoted, uncommented};
use crate::look::NotUnderstood;
use groundwork_domain::audit::Strength;

/// Whether names of groups speak of development only.
fn development(groups: &str) -> bool {
    let named = |name: &str| groups.contains(&format!(":{name}")) || groups.contains(&format!("{name}:"));
    let quoted =
        |name: &str| groups.contains(&format!("'{name}'")) || groups.contains(&format!("\"{name}\""));
    let any = |names: &[&str]| names.iter().any(|name| named(name) || quoted(name));
    any(&["development", "test", "lint", "ci", "docs", "rubocop"]) && !any(&["production", "default"])
}

/// `Gemfile`.
pub(super) fn gemfile(text: &str, manifest: &mut Manifest) -> Result<(), NotUnderstood> {
    // Blocks that are open; `true` for a group of development.
    let mut blocks: Vec<bool> = Vec::new();
    for (number, line) in numbered(text) {
        let line = uncommented(line, "#").trim();
        if let Some(rest) = line.strip_prefix("gem").filter(|rest| rest.starts_with([' ', '(', '\t'])) {
            let group = rest.split_once("group").is_some_and(|(_, groups)| development(groups));
            let only = group || blocks.contains(&true);
            let strength = if only { Strength::Development } else { Strength::Direct };
            if let Some(name) = quoted(rest) {
                manifest.add(name, number, strength);
            }
        }
        let opens = line.ends_with(" do") || (line.contains(" do |") && line.ends_with('|'));
        let condition = ["if ", "unless ", "case "].iter().any(|word| line.starts_with(word));
        if opens || condition {
            blocks.push(line.starts_with("group") && development(line));
        } else if line == "end" {
            blocks.pop();
        }
        if blocks.len() > 1_000 {
            return Err(NotUnderstood);
        }
    }
    Ok(())
}

/// `*.gemspec`.
pub(super) fn gemspec(text: &str, manifest: &mut Manifest) -> Result<(), NotUnderstood> {
    for (number, line) in numbered(text) {
        let line = uncommented(line, "#");
        if let Some((_, rest)) = line.split_once(".add_development_dependency") {
            quoted(rest).into_iter().for_each(|name| manifest.add(name, number, Strength::Development));
        } else if let Some((_, rest)) =
            line.split_once(".add_dependency").or_else(|| line.split_once(".add_runtime_dependency"))
        {
            quoted(rest).into_iter().for_each(|name| manifest.add(name, number, Strength::Direct));
        } else if let Some((_, rest)) = line.split_once(".license")
            && rest.trim_start_matches('s').trim_start().starts_with('=')
        {
            all_quoted(rest).into_iter().for_each(|name| manifest.licence(name, number));
        }
    }
    Ok(())
}

/// `Gemfile.lock`: what stands four spaces deep under `specs:`.
pub(super) fn lock(text: &str, manifest: &mut Manifest) -> Result<(), NotUnderstood> {
    let mut specs = false;
    for (number, line) in numbered(text) {
        if !line.starts_with(' ') {
            specs = false;
        } else if line.trim() == "specs:" {
            specs = true;
        } else if let Some(name) = line.strip_prefix("    ").filter(|name| specs && !name.starts_with(' ')) {
            manifest.add(name.split(' ').next().unwrap_or_default(), number, Strength::Indirect);
        }
    }
    Ok(())
}
