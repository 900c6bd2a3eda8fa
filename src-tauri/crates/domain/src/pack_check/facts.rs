//! Figures, addresses and counts that are out of range.

use super::{Faults, entry_lists};
use crate::Level;
use crate::role::{Certification, Estimate, Practice, RolePack, Rung, Skill};

/// Families of missions (MODEL.md, section 1).
const MISSIONS: usize = 8;

/// Words for the kind of an entry, by file; the format lists none for the others.
const ENTRY_KINDS: [(&str, &[&str]); 2] = [
    ("people.toml", &["team", "management", "client", "business"]),
    ("education.toml", &["degree", "school", "platform", "bootcamp", "label", "self-taught", "experience"]),
];
const PRACTICE_KINDS: [&str; 6] = ["project", "stack", "contribution", "internship", "portfolio", "review"];
const RESOURCE_KINDS: [&str; 6] = ["docs", "standard", "course", "tutorial", "book", "practice"];
const CERTIFICATION_LEVELS: [&str; 8] = [
    "entry",
    "fundamentals",
    "associate",
    "practitioner",
    "intermediate",
    "professional",
    "expert",
    "specialist",
];

pub(super) fn check(pack: &RolePack, faults: &mut Faults) {
    if pack.missions.len() != MISSIONS {
        faults.add("missions.toml", "mission", "missions", pack.missions.len());
    }
    for group in pack.groups.iter().filter(|group| group.levels.len() != 5) {
        faults.add("pack.toml", format!("group({}).levels", group.id), "anchors", group.levels.len());
    }
    for (file, table, _, entries) in entry_lists(pack) {
        let words = ENTRY_KINDS.iter().find(|(of, _)| *of == file).map(|(_, words)| *words);
        for entry in entries {
            let path = format!("{table}({})", entry.id);
            if let (Some(words), Some(kind)) = (words, &entry.kind) {
                word(faults, file, format!("{path}.kind"), kind, words);
            }
            address(faults, file, format!("{path}.url"), entry.url.as_deref(), &["https://", "http://"]);
        }
    }
    for source in &pack.sources {
        address(
            faults,
            "sources.toml",
            format!("source({}).url", source.id),
            source.url.as_deref(),
            &["https://", "http://"],
        );
    }
    pack.skills.iter().for_each(|it| skill(it, faults));
    pack.practice.iter().for_each(|it| practice(it, faults));
    pack.certifications.iter().for_each(|it| certification(it, faults));
    pack.rungs.iter().for_each(|it| rung(it, faults));
    for it in pack.choices.iter().filter(|it| it.members.is_empty()) {
        faults.add("rungs.toml", format!("choice({}).members", it.id), "empty_list", &it.id);
    }
    for it in pack.disagreements.iter().filter(|it| it.sides.len() < 2) {
        faults.add("disagreements.toml", format!("disagreement({}).sides", it.id), "sides", it.sides.len());
    }
    for it in &pack.pay {
        let path = format!("pay({})", it.id);
        let figures = [it.low, it.high].into_iter().flatten();
        let sound =
            figures.clone().count() > 0 && figures.clone().all(|figure| figure.is_finite() && figure > 0.0);
        if !sound || it.low.zip(it.high).is_some_and(|(low, high)| low > high) {
            faults.add("pay.toml", format!("{path}.low"), "estimate", format!("{:?}-{:?}", it.low, it.high));
        }
    }
}

fn skill(it: &Skill, faults: &mut Faults) {
    for (i, before) in it.prerequisites.iter().enumerate() {
        level(faults, "skills", format!("skill({}).prerequisites[{i}].level", it.id), before.level, 4);
    }
    if !(1..=3).contains(&it.resources.len()) {
        faults.add("skills", format!("skill({}).resources", it.id), "resources", it.resources.len());
    }
    for (i, resource) in it.resources.iter().enumerate() {
        let path = format!("skill({}).resources[{i}]", it.id);
        address(faults, "skills", format!("{path}.url"), Some(&resource.url), &["https://"]);
        word(faults, "skills", format!("{path}.kind"), &resource.kind, &RESOURCE_KINDS);
    }
}

fn practice(it: &Practice, faults: &mut Faults) {
    let path = format!("practice({})", it.id);
    word(faults, "practice.toml", format!("{path}.kind"), &it.kind, &PRACTICE_KINDS);
    address(faults, "practice.toml", format!("{path}.url"), it.url.as_deref(), &["https://", "http://"]);
    let Estimate { low, likely, high } = it.hours;
    if low > likely || likely > high || high == 0 {
        faults.add("practice.toml", format!("{path}.hours"), "estimate", format!("{low}, {likely}, {high}"));
    }
}

fn certification(it: &Certification, faults: &mut Faults) {
    let path = format!("certification({})", it.id);
    let file = "certifications.toml";
    word(faults, file, format!("{path}.level"), &it.level, &CERTIFICATION_LEVELS);
    address(faults, file, format!("{path}.url"), it.url.as_deref(), &["https://", "http://"]);
    let most = if it.performance_based { 3 } else { 2 };
    for (i, supports) in it.supports.iter().enumerate() {
        level(faults, file, format!("{path}.supports[{i}].level"), supports.level, most);
    }
}

fn rung(it: &Rung, faults: &mut Faults) {
    let mut asked = |list: &str, i: usize, of: u8, weight: u8, code: &'static str, most: u8| {
        let path = format!("rung({}).{list}[{i}]", it.id);
        if !(1..=most).contains(&of) {
            let key = if code == "count_range" { "count" } else { "level" };
            faults.add("rungs.toml", format!("{path}.{key}"), code, of);
        }
        if !(1..=10).contains(&weight) {
            faults.add("rungs.toml", format!("{path}.weight"), "weight_range", weight);
        }
    };
    for (i, it) in it.all_of.iter().enumerate() {
        asked("all_of", i, it.level.get(), it.weight, "level_range", 5);
    }
    for (i, it) in it.one_of.iter().enumerate() {
        asked("one_of", i, it.level.get(), it.weight, "level_range", 5);
    }
    for (i, it) in it.practice.iter().enumerate() {
        asked("practice", i, it.count, it.weight, "count_range", 9);
    }
}

fn level(faults: &mut Faults, file: &'static str, path: String, level: Level, most: u8) {
    if !(1..=most).contains(&level.get()) {
        faults.add(file, path, "level_range", level);
    }
}

fn word(faults: &mut Faults, file: &'static str, path: String, word: &str, words: &[&str]) {
    if !words.contains(&word) {
        faults.add(file, path, "unknown_word", word);
    }
}

/// An address has a scheme, a host and no white space or user information. Resources are https; a provider's own page may
/// be http where there is no other.
fn address(faults: &mut Faults, file: &'static str, path: String, url: Option<&str>, schemes: &[&str]) {
    let Some(url) = url else { return };
    let rest = schemes.iter().find_map(|scheme| url.strip_prefix(scheme));
    let host = rest.and_then(|rest| rest.split(['/', '?', '#']).next());
    let sound = host.is_some_and(|host| host.contains('.') && !host.contains('@'));
    if !sound || url.chars().any(|c| c.is_whitespace() || c.is_control()) {
        faults.add(file, path, "address", url);
    }
}
