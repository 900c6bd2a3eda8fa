//! The rules: data in `rules/*.toml`, read once.

use groundwork_domain::SkillId;
use groundwork_domain::audit::FindingKind;

/// Version of the rules: raised with each change of what they find, so that kept reports are made anew.
pub const RULES: u32 = 1;

/// A rule: what it is about, what it is called, which skills it speaks for.
#[derive(Debug)]
pub(crate) struct Rule {
    /// Its id, as in `npm.express`.
    pub id: String,
    /// What it is about.
    pub kind: FindingKind,
    /// What was found, as its makers write it.
    pub name: String,
    /// The skills that it speaks for, the nearest first.
    pub skills: Vec<SkillId>,
}

/// Every skill that a rule names, with the rule's id.
pub fn rule_skills() -> Vec<(String, SkillId)> {
    Vec::new()
}
