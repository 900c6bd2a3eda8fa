//! The rules: data in `rules/*.toml`, read once.

mod dependencies;
mod files;
mod glob;
mod licences;
mod load;
mod secrets;
mod words;

pub(crate) use files::FileRule;
pub(crate) use licences::Licences;
pub(crate) use secrets::SecretRule;
pub(crate) use words::Seen;

use crate::manifest::Ecosystem;
use dependencies::Dependencies;
use files::FileRules;
use groundwork_domain::audit::FindingKind;
use groundwork_domain::{SkillId, Text};
use std::sync::LazyLock;
use words::Words;

/// Version of the rules: raised with each change of what they find, so that kept reports are made anew.
pub const RULES: u32 = 1;

/// A rule: what it is about, what it is called, which skills it speaks for.
#[derive(Debug)]
pub(crate) struct Rule {
    /// Its id, as in `npm.express`.
    pub id: String,
    /// What it is about.
    pub kind: FindingKind,
    /// What was found: as its makers write it, else described in both languages.
    pub name: Text,
    /// The skills that it speaks for, the nearest first.
    pub skills: Vec<SkillId>,
}

/// All rules, ready to be used.
pub(crate) struct Book {
    rules: Vec<Rule>,
    dependencies: Dependencies,
    files: FileRules,
    /// Secrets by pattern.
    pub secrets: Vec<SecretRule>,
    /// Licences by their text and name.
    pub licences: Licences,
    /// The words that are looked for in every file.
    pub words: Words,
}

static BOOK: LazyLock<Book> = LazyLock::new(load::load);

/// The rules; read when they are first asked for.
pub(crate) fn book() -> &'static Book {
    &BOOK
}

/// Every skill that a rule names, with the rule's id.
pub fn rule_skills() -> Vec<(String, SkillId)> {
    let pairs = |rule: &Rule| -> Vec<(String, SkillId)> {
        rule.skills.iter().map(|skill| (rule.id.clone(), skill.clone())).collect()
    };
    book().rules.iter().flat_map(pairs).collect()
}

impl Book {
    /// The rule at a place.
    pub fn rule(&'static self, at: usize) -> &'static Rule {
        &self.rules[at]
    }

    /// The rule about a dependency, by its normal name.
    pub fn dependency(&'static self, ecosystem: Ecosystem, name: &str) -> Option<&'static Rule> {
        self.dependencies.find(ecosystem, name).map(|at| self.rule(at))
    }

    /// The rules whose paths fit a path.
    pub fn files(&'static self, path: &str) -> Vec<&'static FileRule> {
        self.files.matching(path)
    }
}

#[cfg(test)]
mod tests;
