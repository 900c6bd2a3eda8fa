//! Reads the rules from their data.

use super::dependencies::Dependencies;
use super::files::{FileRule, FileRules, Lazy};
use super::glob::Pattern;
use super::licences::{Licence, Licences};
use super::secrets::{Looks, SecretRule};
use super::words::{Leads, Words};
use super::{Book, Rule};
use crate::manifest::Ecosystem;
use groundwork_domain::audit::FindingKind;
use groundwork_domain::{SkillId, Text};
use memchr::memmem::Finder;
use serde::Deserialize;
use std::collections::{BTreeMap, HashSet};

const DEPENDENCIES: [&str; 10] = [
    include_str!("../../rules/several.toml"),
    include_str!("../../rules/pypi.toml"),
    include_str!("../../rules/maven.toml"),
    include_str!("../../rules/packagist.toml"),
    include_str!("../../rules/gem.toml"),
    include_str!("../../rules/npm.toml"),
    include_str!("../../rules/nuget.toml"),
    include_str!("../../rules/go.toml"),
    include_str!("../../rules/cargo.toml"),
    include_str!("../../rules/hex.toml"),
];

const FILES: [&str; 7] = [
    include_str!("../../rules/files.toml"),
    include_str!("../../rules/files-pipelines.toml"),
    include_str!("../../rules/files-data.toml"),
    include_str!("../../rules/files-services.toml"),
    include_str!("../../rules/files-tests.toml"),
    include_str!("../../rules/files-quality.toml"),
    include_str!("../../rules/files-rest.toml"),
];

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DependencyRows {
    rules: Vec<DependencyRow>,
}

#[derive(Deserialize)]
struct DependencyRow {
    id: String,
    kind: FindingKind,
    name: String,
    fr: Option<String>,
    skills: String,
    #[serde(flatten)]
    names: BTreeMap<Ecosystem, String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FileRows {
    #[serde(default)]
    sets: BTreeMap<String, String>,
    rule: Vec<FileRow>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FileRow {
    id: String,
    kind: FindingKind,
    name: String,
    fr: Option<String>,
    skills: String,
    paths: String,
    #[serde(default)]
    skip: String,
    #[serde(default)]
    all: Vec<String>,
    #[serde(default)]
    has: Vec<String>,
    line: Option<String>,
    #[serde(default)]
    scan: bool,
    #[serde(default)]
    comments: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SecretRows {
    rule: Vec<SecretRow>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SecretRow {
    id: String,
    name: String,
    fr: Option<String>,
    #[serde(default)]
    kinds: Looks,
    #[serde(default)]
    words: Vec<String>,
    #[serde(default)]
    paths: String,
    pattern: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LicenceRows {
    licence: Vec<LicenceRow>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LicenceRow {
    id: String,
    fr: Option<String>,
    #[serde(default)]
    title: Vec<String>,
    #[serde(default)]
    all: Vec<String>,
    #[serde(default)]
    names: Vec<String>,
}

/// The rules that are built in; a test reads them.
pub(super) fn load() -> Book {
    try_load().expect("the built-in rules are well formed")
}

/// The rules, or what is wrong with them.
pub(super) fn try_load() -> Result<Book, String> {
    let mut draft = Draft::default();
    for text in DEPENDENCIES {
        let rows: DependencyRows = read(text)?;
        rows.rules.into_iter().try_for_each(|row| draft.dependency(row))?;
    }
    for text in FILES {
        let rows: FileRows = read(text)?;
        draft.sets.extend(rows.sets);
        rows.rule.into_iter().try_for_each(|row| draft.file(row))?;
    }
    let rows: SecretRows = read(include_str!("../../rules/secrets.toml"))?;
    rows.rule.into_iter().try_for_each(|row| draft.secret(row))?;
    let rows: LicenceRows = read(include_str!("../../rules/licences.toml"))?;
    rows.licence.into_iter().try_for_each(|row| draft.licence(row))?;
    Ok(Book {
        rules: draft.rules,
        dependencies: draft.dependencies,
        files: draft.files,
        secrets: draft.secrets,
        licences: draft.licences,
        words: Words::new(draft.words)?,
    })
}

fn read<'a, T: Deserialize<'a>>(text: &'a str) -> Result<T, String> {
    toml::from_str(text).map_err(|error| error.to_string())
}

/// A name in both languages; a proper name is the same in both.
fn named(en: String, fr: Option<String>) -> Text {
    match fr {
        Some(fr) => Text { en, fr },
        None => Text::same(en),
    }
}

#[derive(Default)]
struct Draft {
    rules: Vec<Rule>,
    ids: HashSet<String>,
    dependencies: Dependencies,
    sets: BTreeMap<String, String>,
    files: FileRules,
    secrets: Vec<SecretRule>,
    licences: Licences,
    words: Vec<(String, Leads)>,
}

impl Draft {
    fn rule(&mut self, id: String, kind: FindingKind, name: Text, skills: &str) -> Result<usize, String> {
        let at = self.rules.len();
        if !self.ids.insert(id.clone()) {
            return Err(format!("two rules are called {id}"));
        }
        let skills = skills.split_whitespace().map(|skill| SkillId::new(skill).map_err(|_| skill.to_owned()));
        let skills =
            skills.collect::<Result<_, _>>().map_err(|skill| format!("{id}: {skill} is no skill"))?;
        self.rules.push(Rule { id, kind, name, skills });
        Ok(at)
    }

    fn dependency(&mut self, row: DependencyRow) -> Result<(), String> {
        let at = self.rule(row.id, row.kind, named(row.name, row.fr), &row.skills)?;
        for (ecosystem, names) in row.names {
            names.split_whitespace().try_for_each(|name| self.dependencies.add(ecosystem, name, at))?;
        }
        Ok(())
    }

    /// Patterns, sets replaced by what they stand for.
    fn paths(&self, text: &str) -> Vec<String> {
        let set = |name: &str| self.sets.get(name).map_or(&[] as &[u8], |set| set.as_bytes());
        let mut paths = Vec::new();
        for path in text.split_whitespace() {
            match path.strip_prefix('@') {
                Some(name) => paths.extend(self.paths(&String::from_utf8_lossy(set(name)))),
                None => paths.push(path.to_owned()),
            }
        }
        paths
    }

    fn file(&mut self, row: FileRow) -> Result<(), String> {
        let at = self.rule(row.id, row.kind, named(row.name, row.fr), &row.skills)?;
        if row.scan {
            self.words.extend(row.has.iter().map(|word| (word.clone(), Leads::File(at))));
        }
        let finders = |words: &[String]| words.iter().map(|word| Finder::new(word).into_owned()).collect();
        let rule = FileRule {
            at,
            skip: self.paths(&row.skip).iter().map(|path| Pattern::new(path)).collect(),
            all: finders(&row.all),
            has: finders(&row.has),
            line: row.line.as_deref().map(Lazy::new),
            scan: row.scan,
            comments: row.comments,
        };
        let paths = self.paths(&row.paths);
        if paths.is_empty() || paths.iter().any(|path| *path != path.to_lowercase()) {
            return Err(format!("{}: its paths are wrong", self.rules[at].id));
        }
        self.files.add(rule, &paths);
        Ok(())
    }

    fn secret(&mut self, row: SecretRow) -> Result<(), String> {
        let at = self.rule(row.id, FindingKind::Secret, named(row.name, row.fr), "")?;
        let place = self.secrets.len();
        self.words.extend(row.words.into_iter().map(|word| (word, Leads::Secret(place))));
        let paths = row.paths.split_whitespace().map(Pattern::new).collect();
        self.secrets.push(SecretRule { at, looks: row.kinds, paths, pattern: Lazy::new(&row.pattern) });
        Ok(())
    }

    fn licence(&mut self, row: LicenceRow) -> Result<(), String> {
        let id = row.id.to_lowercase().replace(' ', "-");
        let at = self.rule(format!("licence.{id}"), FindingKind::Licence, named(row.id, row.fr), "")?;
        self.licences.unrecognised = at;
        self.licences.known.push(Licence { at, title: row.title, all: row.all, names: row.names });
        Ok(())
    }
}
