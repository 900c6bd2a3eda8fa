//! From files to a validated pack.

use crate::files::PackFiles;
use crate::lines::line_of;
use groundwork_domain::Text;
use groundwork_domain::pack_check::check_pack;
use groundwork_domain::requirement::merge_based_on;
use groundwork_domain::role::{
    Certification, Choice, Disagreement, Entry, Group, Omitted, PayObservation, Practice, RolePack, Rung,
    Skill, Source, Stack,
};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::fmt;

/// What is wrong with a pack, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PackProblem {
    /// The file, by its path in the pack.
    pub file: String,
    /// The line, from 1; 0 when the file as a whole is meant.
    pub line: usize,
    /// A stable code, for example `unknown_id`.
    pub code: &'static str,
    /// What exactly.
    pub detail: String,
}

impl fmt::Display for PackProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}: {}", self.file, self.line, self.code, self.detail)
    }
}

/// Every table that a file of a pack may hold; which one stands where is said in `docs/role-pack-format.md`.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct File {
    id: Option<String>,
    version: Option<String>,
    name: Option<Text>,
    summary: Option<Text>,
    group: Vec<Group>,
    source: Vec<Source>,
    context: Vec<Entry>,
    mission: Vec<Entry>,
    person: Vec<Entry>,
    path: Vec<Entry>,
    practice: Vec<Practice>,
    skill: Vec<Skill>,
    family: Vec<Entry>,
    certification: Vec<Certification>,
    choice: Vec<Choice>,
    stack: Vec<Stack>,
    rung: Vec<Rung>,
    pay: Vec<PayObservation>,
    factor: Vec<Entry>,
    disagreement: Vec<Disagreement>,
    omitted: Vec<Omitted>,
}

/// Reads and validates a pack.
pub fn load(files: &PackFiles) -> Result<RolePack, Vec<PackProblem>> {
    let mut problems = Vec::new();
    let mut pack = RolePack::default();
    let mut documents = BTreeMap::new();
    for (path, text) in &files.0 {
        if let Some(name) = path.strip_prefix("documents/") {
            documents.insert(name.to_owned(), text.clone());
        } else if path.ends_with(".toml") {
            match toml::from_str::<File>(text) {
                Ok(file) => take(&mut pack, file),
                Err(error) => problems.push(unreadable(path, text, &error)),
            }
        }
    }
    if !problems.is_empty() {
        return Err(problems);
    }
    order(&mut pack);
    // The rungs are checked as they are written, so that a fault is told once, where it stands.
    let mut pack = pack.indexed();
    let mut rungs = pack.rungs.clone();
    if let Err(cycle) = merge_based_on(&mut rungs) {
        let names: Vec<_> = cycle.iter().map(ToString::to_string).collect();
        let path = format!("rung({}).based_on", names.first().cloned().unwrap_or_default());
        let (file, line) = line_of(files, &path).unwrap_or(("rungs.toml".into(), 0));
        return Err(vec![PackProblem { file, line, code: "rung_cycle", detail: names.join(" → ") }]);
    }
    for fault in check_pack(&pack, &documents) {
        let (file, line) = line_of(files, &fault.path).unwrap_or((fault.file.to_string(), 0));
        let detail = format!("{}: {}", fault.path, fault.detail);
        problems.push(PackProblem { file, line, code: fault.code, detail });
    }
    pack.rungs = rungs;
    if problems.is_empty() { Ok(pack) } else { Err(problems) }
}

fn take(pack: &mut RolePack, file: File) {
    if let Some(id) = file.id {
        pack.id = id;
    }
    if let Some(version) = file.version {
        pack.version = version;
    }
    if let Some(name) = file.name {
        pack.name = name;
    }
    if let Some(summary) = file.summary {
        pack.summary = summary;
    }
    pack.groups.extend(file.group);
    pack.sources.extend(file.source);
    pack.context.extend(file.context);
    pack.missions.extend(file.mission);
    pack.people.extend(file.person);
    pack.education.extend(file.path);
    pack.practice.extend(file.practice);
    pack.skills.extend(file.skill);
    pack.certification_families.extend(file.family);
    pack.certifications.extend(file.certification);
    pack.choices.extend(file.choice);
    pack.stacks.extend(file.stack);
    pack.rungs.extend(file.rung);
    pack.pay.extend(file.pay);
    pack.pay_factors.extend(file.factor);
    pack.disagreements.extend(file.disagreement);
    pack.omitted.extend(file.omitted);
}

/// Skills stand in the order of their groups, rungs in that of their ranks.
fn order(pack: &mut RolePack) {
    let groups: BTreeMap<_, _> =
        pack.groups.iter().enumerate().map(|(i, group)| (group.id.clone(), i)).collect();
    pack.skills.sort_by_key(|skill| groups.get(&skill.group).copied().unwrap_or(usize::MAX));
    pack.rungs.sort_by_key(|rung| rung.rank);
}

fn unreadable(path: &str, text: &str, error: &toml::de::Error) -> PackProblem {
    let line = error.span().map_or(0, |span| text[..span.start.min(text.len())].matches('\n').count() + 1);
    PackProblem { file: path.to_owned(), line, code: "unreadable", detail: error.message().to_owned() }
}
