//! `mix.exs`, which is a program: read line by line for `{:name, "~> 1.0"}`, never run.

use super::Manifest;
use super::lines::{numbered, uncommented};
use crate::look::NotUnderstood;
use groundwork_domain::audit::Strength;

/// Dependencies, where they stand one on a line.
pub(super) fn mix(text: &str, manifest: &mut Manifest) -> Result<(), NotUnderstood> {
    let mut inside = false;
    for (number, line) in numbered(text) {
        let line = uncommented(line, "#").trim();
        if line.starts_with("defp deps") || line.starts_with("def deps") {
            inside = true;
        } else if inside && line == "end" {
            inside = false;
        }
        let Some(start) = line.find("{:").filter(|_| inside) else { continue };
        let rest = &line[start + 2..];
        let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
        let only = rest.split_once("only:").is_some_and(|(_, only)| !only.contains(":prod"));
        let strength = if only { Strength::Development } else { Strength::Direct };
        manifest.add(&rest[..end], number, strength);
    }
    Ok(())
}
