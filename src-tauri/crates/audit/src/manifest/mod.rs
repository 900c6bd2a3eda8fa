//! Dependencies from manifests and lock files.

mod dotnet;
mod elixir;
mod golang;
mod gradle;
mod json;
mod lines;
mod maven;
mod node;
mod php;
mod pyproject;
mod python;
mod ruby;
mod rust;
mod spans;
mod xml;

use crate::look::NotUnderstood;
use groundwork_domain::audit::Strength;
use std::borrow::Cow;

/// Where packages come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Ecosystem {
    /// PyPI: Python.
    Pypi,
    /// Maven repositories: Java and Kotlin, by Maven and Gradle.
    Maven,
    /// Packagist: PHP.
    Packagist,
    /// RubyGems.
    Gem,
    /// npm: JavaScript and TypeScript.
    Npm,
    /// NuGet: .NET.
    Nuget,
    /// Modules of Go.
    Go,
    /// crates.io: Rust.
    Cargo,
    /// Hex: Elixir.
    Hex,
}

/// Something that a project uses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Dependency {
    /// Its normal name.
    pub name: String,
    /// Line, from 1.
    pub line: u32,
    /// How it is declared.
    pub strength: Strength,
}

/// What a manifest or lock file declares.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Manifest {
    /// Whose packages.
    pub ecosystem: Ecosystem,
    /// In the order of the file.
    pub dependencies: Vec<Dependency>,
    /// Licences that it names, as it writes them, with their lines.
    pub licences: Vec<(String, u32)>,
}

impl Manifest {
    fn add(&mut self, name: &str, line: u32, strength: Strength) {
        let name = normal(self.ecosystem, name);
        if !name.is_empty() && name.len() <= 300 {
            self.dependencies.push(Dependency { name, line, strength });
        }
    }

    fn licence(&mut self, name: &str, line: u32) {
        if !name.trim().is_empty() {
            self.licences.push((name.trim().to_owned(), line));
        }
    }
}

/// The normal name of a package: as two spellings of the same package are the same to its registry.
pub(crate) fn normal(ecosystem: Ecosystem, name: &str) -> String {
    let small = name.trim().to_lowercase();
    match ecosystem {
        Ecosystem::Pypi => {
            let parts = small.split(['-', '_', '.']).filter(|part| !part.is_empty());
            parts.collect::<Vec<_>>().join("-")
        }
        Ecosystem::Cargo => small.replace('_', "-"),
        Ecosystem::Go => golang::module(&small).to_owned(),
        _ => small,
    }
}

type Reader = fn(&str, &mut Manifest) -> Result<(), NotUnderstood>;

/// The reader for a path, if it is that of a manifest or lock file.
fn reader(path: &str) -> Option<(Ecosystem, Reader)> {
    let small = path.to_ascii_lowercase();
    let name = small.rsplit('/').next().unwrap_or_default();
    let exact: (Ecosystem, Reader) = match name {
        "pyproject.toml" => (Ecosystem::Pypi, pyproject::project),
        "pipfile" => (Ecosystem::Pypi, pyproject::pipfile),
        "poetry.lock" | "uv.lock" | "pdm.lock" => (Ecosystem::Pypi, lines::lock_of_tables),
        "pipfile.lock" => (Ecosystem::Pypi, python::pipfile_lock),
        "setup.cfg" => (Ecosystem::Pypi, python::setup_cfg),
        "setup.py" => (Ecosystem::Pypi, python::setup_py),
        "pom.xml" => (Ecosystem::Maven, maven::pom),
        "gradle.lockfile" => (Ecosystem::Maven, gradle::lock),
        "libs.versions.toml" => (Ecosystem::Maven, gradle::catalogue),
        "composer.json" => (Ecosystem::Packagist, php::manifest),
        "composer.lock" => (Ecosystem::Packagist, php::lock),
        "gemfile" | "gems.rb" => (Ecosystem::Gem, ruby::gemfile),
        "gemfile.lock" | "gems.locked" => (Ecosystem::Gem, ruby::lock),
        "package.json" => (Ecosystem::Npm, node::manifest),
        "package-lock.json" | "npm-shrinkwrap.json" => (Ecosystem::Npm, node::package_lock),
        "yarn.lock" => (Ecosystem::Npm, node::yarn_lock),
        "pnpm-lock.yaml" => (Ecosystem::Npm, node::pnpm_lock),
        "directory.packages.props" => (Ecosystem::Nuget, dotnet::central),
        "packages.config" => (Ecosystem::Nuget, dotnet::packages_config),
        "packages.lock.json" => (Ecosystem::Nuget, dotnet::lock),
        "go.mod" => (Ecosystem::Go, golang::manifest),
        "go.sum" => (Ecosystem::Go, golang::sum),
        "cargo.toml" => (Ecosystem::Cargo, rust::manifest),
        "cargo.lock" => (Ecosystem::Cargo, lines::lock_of_tables),
        "mix.exs" => (Ecosystem::Hex, elixir::mix),
        _ => return by_ending(&small, name),
    };
    Some(exact)
}

fn by_ending(path: &str, name: &str) -> Option<(Ecosystem, Reader)> {
    let ends = |endings: &[&str]| endings.iter().any(|ending| name.ends_with(ending));
    if ends(&[".gradle", ".gradle.kts"]) {
        return Some((Ecosystem::Maven, gradle::build));
    }
    if ends(&[".csproj", ".fsproj", ".vbproj", "directory.build.props", "directory.build.targets"]) {
        return Some((Ecosystem::Nuget, dotnet::project));
    }
    if ends(&[".gemspec"]) {
        return Some((Ecosystem::Gem, ruby::gemspec));
    }
    if !ends(&[".txt", ".in"]) {
        return None;
    }
    if name.starts_with("constraints") {
        return Some((Ecosystem::Pypi, python::constraints));
    }
    if !(name.contains("requirements") || path.contains("requirements/")) {
        return None;
    }
    let development = ["dev", "test", "lint", "doc", "ci", "local", "build"];
    let stem = name.trim_end_matches(".txt").trim_end_matches(".in");
    let for_development = stem.split(['-', '_', '.']).any(|part| {
        development.iter().any(|word| {
            part == *word
                || part == format!("{word}s")
                || part.starts_with(&format!("{word}el"))
                || part == "testing"
        })
    });
    let read: Reader = if for_development { python::requirements_dev } else { python::requirements };
    Some((Ecosystem::Pypi, read))
}

/// What a file declares, where its path is that of a manifest or lock file.
pub(crate) fn read(path: &str, bytes: &[u8]) -> Option<Result<Manifest, NotUnderstood>> {
    let (ecosystem, read) = reader(path)?;
    let mut manifest = Manifest { ecosystem, dependencies: Vec::new(), licences: Vec::new() };
    let text = text(bytes);
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    Some(read(text, &mut manifest).map(|()| manifest))
}

/// Text of a manifest: UTF-8, or UTF-16 where a mark at its beginning says so. What is neither is replaced.
fn text(bytes: &[u8]) -> Cow<'_, str> {
    let wide = |pair: fn([u8; 2]) -> u16| {
        let units = bytes[2..].chunks_exact(2).map(|two| pair([two[0], two[1]]));
        Cow::Owned(char::decode_utf16(units).map(|c| c.unwrap_or('\u{fffd}')).collect::<String>())
    };
    match bytes {
        [0xff, 0xfe, ..] => wide(u16::from_le_bytes),
        [0xfe, 0xff, ..] => wide(u16::from_be_bytes),
        _ => String::from_utf8_lossy(bytes),
    }
}

#[cfg(test)]
mod tests;
