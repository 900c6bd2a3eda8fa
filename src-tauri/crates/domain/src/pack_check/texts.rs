//! Texts that are missing in a language.

use super::{Faults, entry_lists, statements};
use crate::Text;
use crate::role::RolePack;

pub(super) fn check(pack: &RolePack, faults: &mut Faults) {
    text(faults, "pack.toml", "name", &pack.name);
    text(faults, "pack.toml", "summary", &pack.summary);
    for (file, table, _, entries) in entry_lists(pack) {
        for it in entries {
            text(faults, file, &format!("{table}({}).name", it.id), &it.name);
            text(faults, file, &format!("{table}({}).summary", it.id), &it.summary);
        }
    }
    for it in statements(pack) {
        text(faults, it.file, &format!("{}.text", it.path()), &it.statement.text);
    }
    skills(pack, faults);
    practice(pack, faults);
    certifications(pack, faults);
    career(pack, faults);
    for it in &pack.pay {
        text(faults, "pay.toml", &format!("pay({}).text", it.id), &it.text);
        optional(faults, "pay.toml", &format!("pay({}).place", it.id), it.place.as_ref());
    }
    for it in &pack.disagreements {
        text(faults, "disagreements.toml", &format!("disagreement({}).question", it.id), &it.question);
        text(faults, "disagreements.toml", &format!("disagreement({}).note", it.id), &it.note);
    }
    for (i, it) in pack.omitted.iter().enumerate() {
        text(faults, "omitted.toml", &format!("omitted[{i}].reason"), &it.reason);
    }
    for it in &pack.sources {
        words(faults, "sources.toml", &format!("source({}).title", it.id), &it.title);
        optional(faults, "sources.toml", &format!("source({}).note", it.id), it.note.as_ref());
    }
}

fn skills(pack: &RolePack, faults: &mut Faults) {
    for group in &pack.groups {
        text(faults, "pack.toml", &format!("group({}).name", group.id), &group.name);
        for (i, anchor) in group.levels.iter().enumerate() {
            text(faults, "pack.toml", &format!("group({}).levels[{i}]", group.id), anchor);
        }
    }
    for skill in &pack.skills {
        text(faults, "skills", &format!("skill({}).name", skill.id), &skill.name);
        for (i, alias) in skill.aliases.iter().enumerate() {
            words(faults, "skills", &format!("skill({}).aliases[{i}].text", skill.id), &alias.text);
        }
        for (i, resource) in skill.resources.iter().enumerate() {
            words(faults, "skills", &format!("skill({}).resources[{i}].title", skill.id), &resource.title);
        }
    }
}

fn practice(pack: &RolePack, faults: &mut Faults) {
    for it in &pack.practice {
        let path = format!("practice({})", it.id);
        text(faults, "practice.toml", &format!("{path}.name"), &it.name);
        text(faults, "practice.toml", &format!("{path}.summary"), &it.summary);
        for line in &it.checklist {
            text(faults, "practice.toml", &format!("{path}.checklist({}).name", line.id), &line.name);
            text(faults, "practice.toml", &format!("{path}.checklist({}).hint", line.id), &line.hint);
        }
    }
}

fn certifications(pack: &RolePack, faults: &mut Faults) {
    for it in &pack.certifications {
        let path = format!("certification({})", it.id);
        let file = "certifications.toml";
        words(faults, file, &format!("{path}.name"), &it.name);
        words(faults, file, &format!("{path}.provider"), &it.provider);
        optional(faults, file, &format!("{path}.prerequisites"), it.prerequisites.as_ref());
        optional(
            faults,
            file,
            &format!("{path}.renewal.note"),
            it.renewal.as_ref().and_then(|it| it.note.as_ref()),
        );
        optional(faults, file, &format!("{path}.note"), it.note.as_ref());
    }
}

fn career(pack: &RolePack, faults: &mut Faults) {
    for it in &pack.choices {
        text(faults, "rungs.toml", &format!("choice({}).name", it.id), &it.name);
    }
    for it in &pack.stacks {
        text(faults, "rungs.toml", &format!("stack({}).name", it.id), &it.name);
    }
    for it in &pack.rungs {
        text(faults, "rungs.toml", &format!("rung({}).name", it.id), &it.name);
        text(faults, "rungs.toml", &format!("rung({}).summary", it.id), &it.summary);
    }
}

fn optional(faults: &mut Faults, file: &'static str, path: &str, words: Option<&Text>) {
    if let Some(words) = words {
        text(faults, file, path, words);
    }
}

fn text(faults: &mut Faults, file: &'static str, path: &str, text: &Text) {
    words(faults, file, &format!("{path}.en"), &text.en);
    words(faults, file, &format!("{path}.fr"), &text.fr);
}

fn words(faults: &mut Faults, file: &'static str, path: &str, words: &str) {
    if words.trim().is_empty() {
        faults.add(file, path, "missing_text", words);
    }
}
