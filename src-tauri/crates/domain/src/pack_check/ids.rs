//! Ids that stand twice.

use super::{Faults, entry_lists, statements};
use crate::role::RolePack;
use std::collections::HashSet;

pub(super) fn check(pack: &RolePack, faults: &mut Faults) {
    for (file, table, _, entries) in entry_lists(pack) {
        unique(faults, file, table, entries.iter().map(|it| it.id.as_str()));
    }
    unique(faults, "pack.toml", "group", pack.groups.iter().map(|it| it.id.as_str()));
    unique(faults, "sources.toml", "source", pack.sources.iter().map(|it| it.id.as_str()));
    unique(faults, "skills", "skill", pack.skills.iter().map(|it| it.id.as_str()));
    unique(faults, "practice.toml", "practice", pack.practice.iter().map(|it| it.id.as_str()));
    unique(
        faults,
        "certifications.toml",
        "certification",
        pack.certifications.iter().map(|it| it.id.as_str()),
    );
    unique(faults, "rungs.toml", "choice", pack.choices.iter().map(|it| it.id.as_str()));
    unique(faults, "rungs.toml", "stack", pack.stacks.iter().map(|it| it.id.as_str()));
    unique(faults, "rungs.toml", "rung", pack.rungs.iter().map(|it| it.id.as_str()));
    unique(faults, "disagreements.toml", "disagreement", pack.disagreements.iter().map(|it| it.id.as_str()));
    for it in &pack.practice {
        let list = format!("practice({}).checklist", it.id);
        unique(faults, "practice.toml", &list, it.checklist.iter().map(|line| line.id.as_str()));
    }
    // Statements and pay observations share their ids: a disagreement names either.
    let mut seen = HashSet::new();
    for it in statements(pack) {
        if !seen.insert(it.statement.id.as_str()) {
            faults.add(it.file, it.path(), "duplicate_id", &it.statement.id);
        }
    }
    for it in &pack.pay {
        if !seen.insert(it.id.as_str()) {
            faults.add("pay.toml", format!("pay({})", it.id), "duplicate_id", &it.id);
        }
    }
    asked_twice(pack, faults);
}

fn unique<'a>(faults: &mut Faults, file: &'static str, list: &str, ids: impl Iterator<Item = &'a str>) {
    let mut seen = HashSet::new();
    for id in ids {
        if !seen.insert(id) {
            faults.add(file, format!("{list}({id})"), "duplicate_id", id);
        }
    }
}

/// A rung asks each skill, choice and practice once.
fn asked_twice(pack: &RolePack, faults: &mut Faults) {
    for rung in &pack.rungs {
        let lists = [
            ("all_of", rung.all_of.iter().map(|it| it.skill.as_str()).collect::<Vec<_>>()),
            ("one_of", rung.one_of.iter().map(|it| it.choice.as_str()).collect()),
            ("practice", rung.practice.iter().map(|it| it.practice.as_str()).collect()),
        ];
        for (name, ids) in lists {
            let mut seen = HashSet::new();
            for (i, id) in ids.into_iter().enumerate() {
                if !seen.insert(id) {
                    faults.add("rungs.toml", format!("rung({}).{name}[{i}]", rung.id), "duplicate_id", id);
                }
            }
        }
    }
}
