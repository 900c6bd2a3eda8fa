//! Ids that name nothing, and cycles.

use super::{Faults, entry_lists, statements};
use crate::graph::find_cycle;
use crate::role::{Choice, RolePack};
use crate::{CertificationId, ChoiceId, RungId, SkillId};
use std::collections::{BTreeMap, HashMap, HashSet};
use std::hash::Hash;

pub(super) fn check(pack: &RolePack, faults: &mut Faults) {
    let mut links = Links { known: Known::new(pack), faults };
    links.entries(pack);
    links.skills(pack);
    links.certifications(pack);
    links.choices(pack);
    links.rungs(pack);
    links.disagreements(pack);
    cycles(pack, faults);
}

/// The ids that the pack has. Not its own look-up tables: they may not be built yet.
struct Known<'a> {
    skills: HashSet<&'a SkillId>,
    choices: HashMap<&'a ChoiceId, &'a Choice>,
    rungs: HashSet<&'a RungId>,
    certifications: HashSet<&'a CertificationId>,
}

impl<'a> Known<'a> {
    fn new(pack: &'a RolePack) -> Self {
        Self {
            skills: pack.skills.iter().map(|it| &it.id).collect(),
            choices: pack.choices.iter().map(|it| (&it.id, it)).collect(),
            rungs: pack.rungs.iter().map(|it| &it.id).collect(),
            certifications: pack.certifications.iter().map(|it| &it.id).collect(),
        }
    }
}

struct Links<'a> {
    known: Known<'a>,
    faults: &'a mut Faults,
}

impl Links<'_> {
    fn skill(&mut self, file: &'static str, path: String, id: &SkillId) {
        if !self.known.skills.contains(id) {
            self.faults.add(file, path, "unknown_id", id);
        }
    }

    fn skill_list(&mut self, file: &'static str, path: &str, ids: &[SkillId]) {
        for (i, id) in ids.iter().enumerate() {
            self.skill(file, format!("{path}[{i}]"), id);
        }
    }

    fn rung(&mut self, file: &'static str, path: String, id: &RungId) {
        if !self.known.rungs.contains(id) {
            self.faults.add(file, path, "unknown_id", id);
        }
    }

    fn certification(&mut self, path: String, id: &CertificationId) {
        if !self.known.certifications.contains(id) {
            self.faults.add("certifications.toml", path, "unknown_id", id);
        }
    }

    fn entries(&mut self, pack: &RolePack) {
        for (file, table, _, entries) in entry_lists(pack) {
            for it in entries {
                self.skill_list(file, &format!("{table}({}).skills", it.id), &it.skills);
            }
        }
        for it in statements(pack) {
            self.skill_list(it.file, &format!("{}.skills", it.path()), &it.statement.skills);
        }
        for it in &pack.practice {
            let path = format!("practice({})", it.id);
            self.skill_list("practice.toml", &format!("{path}.skills"), &it.skills);
            for line in &it.checklist {
                let path = format!("{path}.checklist({}).skills", line.id);
                self.skill_list("practice.toml", &path, &line.skills);
            }
        }
        for it in &pack.pay {
            for (i, id) in it.rungs.iter().enumerate() {
                self.rung("pay.toml", format!("pay({}).rungs[{i}]", it.id), id);
            }
        }
    }

    fn skills(&mut self, pack: &RolePack) {
        let groups: HashSet<_> = pack.groups.iter().map(|it| &it.id).collect();
        for it in &pack.skills {
            if !groups.contains(&it.group) {
                self.faults.add("skills", format!("skill({}).group", it.id), "unknown_id", &it.group);
            }
            for (i, before) in it.prerequisites.iter().enumerate() {
                self.skill("skills", format!("skill({}).prerequisites[{i}].skill", it.id), &before.skill);
            }
        }
    }

    fn certifications(&mut self, pack: &RolePack) {
        for it in &pack.certifications {
            let path = format!("certification({})", it.id);
            if let Some(next) = &it.replaced_by {
                self.certification(format!("{path}.replaced_by"), next);
            }
            for (i, id) in it.requires.iter().enumerate() {
                self.certification(format!("{path}.requires[{i}]"), id);
            }
            for (i, id) in it.renewal.iter().flat_map(|renewal| renewal.by.iter()).enumerate() {
                self.certification(format!("{path}.renewal.by[{i}]"), id);
            }
            for (i, supports) in it.supports.iter().enumerate() {
                let path = format!("{path}.supports[{i}].skill");
                self.skill("certifications.toml", path, &supports.skill);
            }
        }
    }

    fn choices(&mut self, pack: &RolePack) {
        for it in &pack.choices {
            for (i, member) in it.members.iter().enumerate() {
                let path = format!("choice({}).members[{i}]", it.id);
                self.skill("rungs.toml", format!("{path}.skill"), &member.skill);
                if let Some(with) = &member.with {
                    self.skill("rungs.toml", format!("{path}.with"), with);
                }
            }
        }
        for it in &pack.stacks {
            for (choice, skill) in &it.choices {
                let path = format!("stack({}).choices.{choice}", it.id);
                match self.known.choices.get(choice) {
                    None => self.faults.add("rungs.toml", path, "unknown_id", choice),
                    Some(known) if !is_member(known, skill, &it.choices) => {
                        self.faults.add("rungs.toml", path, "not_a_member", skill);
                    }
                    Some(_) => {}
                }
            }
        }
    }

    fn rungs(&mut self, pack: &RolePack) {
        let practices: HashSet<_> = pack.practice.iter().map(|it| &it.id).collect();
        for it in &pack.rungs {
            let path = format!("rung({})", it.id);
            for (i, id) in it.after.iter().enumerate() {
                self.rung("rungs.toml", format!("{path}.after[{i}]"), id);
            }
            if let Some(base) = &it.based_on {
                self.rung("rungs.toml", format!("{path}.based_on"), base);
            }
            self.skill_list("rungs.toml", &format!("{path}.skills"), &it.skills);
            for (i, asked) in it.all_of.iter().enumerate() {
                self.skill("rungs.toml", format!("{path}.all_of[{i}].skill"), &asked.skill);
            }
            for (i, asked) in it.one_of.iter().enumerate() {
                if !self.known.choices.contains_key(&asked.choice) {
                    let path = format!("{path}.one_of[{i}].choice");
                    self.faults.add("rungs.toml", path, "unknown_id", &asked.choice);
                }
            }
            for (i, asked) in it.practice.iter().enumerate() {
                if !practices.contains(&asked.practice) {
                    let path = format!("{path}.practice[{i}].practice");
                    self.faults.add("rungs.toml", path, "unknown_id", &asked.practice);
                }
            }
        }
    }

    fn disagreements(&mut self, pack: &RolePack) {
        let mut known: HashSet<String> =
            statements(pack).iter().map(|it| it.statement.id.to_string()).collect();
        known.extend(pack.pay.iter().map(|it| it.id.to_string()));
        for it in &pack.disagreements {
            for (i, side) in it.sides.iter().enumerate().filter(|(_, side)| !known.contains(side.as_str())) {
                let path = format!("disagreement({}).sides[{i}]", it.id);
                self.faults.add("disagreements.toml", path, "unknown_id", side);
            }
        }
    }
}

/// Whether a stack may choose the skill: a member, whose `with` the stack chooses elsewhere.
fn is_member(choice: &Choice, skill: &SkillId, choices: &BTreeMap<ChoiceId, SkillId>) -> bool {
    let with = |with: &SkillId| choices.iter().any(|(other, chosen)| *other != choice.id && chosen == with);
    choice.members.iter().any(|member| member.skill == *skill && member.with.as_ref().is_none_or(with))
}

fn cycles(pack: &RolePack, faults: &mut Faults) {
    let skills = pack.skills.iter().map(|it| (&it.id, it.prerequisites.iter().map(|it| &it.skill).collect()));
    if let Some(cycle) = cycle(skills) {
        faults.add(
            "skills",
            format!("skill({}).prerequisites", cycle[0]),
            "prerequisite_cycle",
            cycle.join(", "),
        );
    }
    let based_on = pack.rungs.iter().map(|it| (&it.id, it.based_on.iter().collect()));
    let after = pack.rungs.iter().map(|it| (&it.id, it.after.iter().collect()));
    for (key, cycle) in [("based_on", cycle(based_on)), ("after", cycle(after))] {
        if let Some(cycle) = cycle {
            faults.add("rungs.toml", format!("rung({}).{key}", cycle[0]), "rung_cycle", cycle.join(", "));
        }
    }
    let requires = pack.certifications.iter().map(|it| (&it.id, it.requires.iter().collect()));
    if let Some(cycle) = cycle(requires) {
        let path = format!("certification({}).requires", cycle[0]);
        faults.add("certifications.toml", path, "requires_cycle", cycle.join(", "));
    }
}

fn cycle<'a, Id: Hash + Eq + ToString + 'a>(
    nodes: impl Iterator<Item = (&'a Id, Vec<&'a Id>)>,
) -> Option<Vec<String>> {
    let nodes: Vec<(&Id, Vec<&Id>)> = nodes.collect();
    let index: HashMap<&Id, usize> = nodes.iter().enumerate().map(|(i, (id, _))| (*id, i)).collect();
    let edges: Vec<Vec<usize>> =
        nodes.iter().map(|(_, next)| next.iter().filter_map(|id| index.get(id).copied()).collect()).collect();
    find_cycle(&edges).map(|cycle| cycle.into_iter().map(|i| nodes[i].0.to_string()).collect())
}
