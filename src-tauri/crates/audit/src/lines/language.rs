//! Which language a file is written in, by its name and its first line.

use groundwork_domain::SkillId;
use serde::Deserialize;
use std::collections::{HashMap, HashSet};
use std::path::Path;
use std::sync::LazyLock;
use tokei::{Config, LanguageType};

/// A language as tokei knows it.
pub(crate) type Language = LanguageType;

const TEXT: &str = include_str!("../../data/languages.toml");

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    no_code: HashSet<String>,
    skills: HashMap<String, SkillId>,
    names: HashMap<String, LanguageType>,
    interpreters: HashMap<String, LanguageType>,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| toml::from_str(TEXT).unwrap_or_default());

/// The skill that a language speaks for.
pub(crate) fn skill(language: Language) -> Option<SkillId> {
    TABLE.skills.get(language.name()).cloned()
}

/// Every skill that a language speaks for, with the language as tokei names it.
pub fn language_skills() -> Vec<(String, SkillId)> {
    let mut skills: Vec<_> = TABLE.skills.iter().map(|(name, skill)| (name.clone(), skill.clone())).collect();
    skills.sort_unstable();
    skills
}

/// Whether a language is one of code: data and prose are none.
pub(crate) fn is_code(language: Language) -> bool {
    !TABLE.no_code.contains(language.name())
}

/// The language of code that a file is written in; none for data, prose and what tokei does not know.
pub(crate) fn language(path: &str, text: &[u8]) -> Option<Language> {
    let name = path.rsplit('/').next().unwrap_or(path);
    let found = if Path::new(name).extension().is_some() {
        // With an extension, tokei decides by the name alone and opens nothing.
        LanguageType::from_path(name, &Config::default())
    } else {
        TABLE.names.get(name.to_lowercase().as_str()).copied().or_else(|| by_first_line(text))
    };
    found.filter(|language| is_code(*language))
}

/// The language that a first line such as `#!/usr/bin/env python3` names.
fn by_first_line(text: &[u8]) -> Option<Language> {
    let line = text.strip_prefix(b"#!")?;
    let line = line[..line.len().min(128)].split(|byte| *byte == b'\n').next()?;
    let line = std::str::from_utf8(line).ok()?;
    let mut words = line.split_whitespace();
    let mut word = words.next()?;
    if word.ends_with("/env") {
        word = words.find(|word| !word.starts_with('-') && !word.contains('='))?;
    }
    let name = word.rsplit('/').next()?;
    let name = name.trim_end_matches(|letter: char| letter.is_ascii_digit() || letter == '.');
    TABLE.interpreters.get(name.to_lowercase().as_str()).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_names_only_languages_that_tokei_knows() {
        let table: Table = toml::from_str(TEXT).unwrap();
        let known: HashSet<&str> = LanguageType::list().iter().map(|(language, _)| language.name()).collect();
        for name in table.no_code.iter().chain(table.skills.keys()) {
            assert!(known.contains(name.as_str()), "{name}");
        }
    }

    #[test]
    fn a_file_without_extension_is_known_by_its_name_or_first_line() {
        assert_eq!(language("deploy/Dockerfile", b""), Some(LanguageType::Dockerfile));
        assert_eq!(language("bin/start", b"#!/usr/bin/env -S python3.12 -u\n"), Some(LanguageType::Python));
        assert_eq!(language("bin/start", b"#!/bin/sh\n"), Some(LanguageType::Sh));
        assert_eq!(language("bin/start", b"\x7fELF"), None);
        assert_eq!(language("a/CMakeLists.txt", b""), Some(LanguageType::CMake));
        assert_eq!(language("a/notes.txt", b"#!/bin/sh\n"), None);
        assert_eq!(language("a/package-lock.json", b"{}"), None);
    }
}
