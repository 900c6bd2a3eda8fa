//! The requirements of the target's rung, as they stand for one person.

use super::{Overlay, Requirement, RequirementKind};
use crate::person::Target;
use crate::role::{Choice, OneOf, RolePack};
use crate::{ChoiceId, SkillId};
use std::collections::{BTreeMap, BTreeSet};

/// Weight of a skill that only the person asks of themselves: an ordinary one.
const OWN_WEIGHT: u8 = 5;

/// The requirements of the target's rung: skills, choices, practices, each in the pack's order. Empty for a rung that the
/// pack does not have.
///
/// - A member of a choice that counts only `with` another skill is left out when the choice of that skill is made and is
///   another one; while it is open, the member counts. A choice without any member left is left out.
/// - A chosen member that does not count (any more) is no choice: the best member counts.
/// - Hidden skills are left out. A level of the overlay replaces that of the skill, and that of the choice whose chosen
///   member the skill is. A skill with such a level that the rung does not ask is appended, not core, with weight 5.
/// - A skill that is asked by itself and is the chosen member of a choice too stands once, under the choice, when both ask
///   the same level (higher weight, core if either is); when the levels differ both stand, each with its own weight.
pub fn requirements(pack: &RolePack, target: &Target, overlay: &Overlay) -> Vec<Requirement> {
    let Some(rung) = pack.rung(&target.rung) else { return Vec::new() };
    let mut list: Vec<Requirement> = Vec::new();
    for asked in &rung.all_of {
        let level = overlay.required.get(&asked.skill).copied().unwrap_or(asked.level).get();
        push(&mut list, skill_requirement(&asked.skill, level, asked.weight, asked.core));
    }
    for asked in &rung.one_of {
        if let Some(requirement) = choice_requirement(pack, target, overlay, asked) {
            push(&mut list, requirement);
        }
    }
    append_own(&mut list, overlay);
    list.retain(|it| it.level > 0 && !is_hidden(it, overlay));
    stand_once(&mut list);
    for asked in &rung.practice {
        push(
            &mut list,
            Requirement {
                key: format!("practice:{}", asked.practice),
                what: RequirementKind::Practice { practice: asked.practice.clone() },
                level: asked.count,
                weight: asked.weight,
                core: asked.core,
            },
        );
    }
    list
}

fn skill_requirement(skill: &SkillId, level: u8, weight: u8, core: bool) -> Requirement {
    let what = RequirementKind::Skill { skill: skill.clone() };
    Requirement { key: format!("skill:{skill}"), what, level, weight, core }
}

/// Appends, or raises the requirement of the same key: a key stands once.
fn push(list: &mut Vec<Requirement>, next: Requirement) {
    match list.iter_mut().find(|it| it.key == next.key) {
        Some(it) => {
            it.level = it.level.max(next.level);
            it.weight = it.weight.max(next.weight);
            it.core |= next.core;
        }
        None => list.push(next),
    }
}

fn is_hidden(requirement: &Requirement, overlay: &Overlay) -> bool {
    matches!(&requirement.what, RequirementKind::Skill { skill } if overlay.hidden.contains(skill))
}

fn choice_requirement(
    pack: &RolePack,
    target: &Target,
    overlay: &Overlay,
    asked: &OneOf,
) -> Option<Requirement> {
    let choice = pack.choice(&asked.choice)?;
    let members = members(pack, choice, &target.choices, &overlay.hidden);
    if members.is_empty() {
        return None;
    }
    let chosen = target.choices.get(&asked.choice).filter(|skill| members.contains(skill)).cloned();
    let own = chosen.as_ref().and_then(|skill| overlay.required.get(skill));
    Some(Requirement {
        key: format!("choice:{}", asked.choice),
        level: own.copied().unwrap_or(asked.level).get(),
        weight: asked.weight,
        core: asked.core,
        what: RequirementKind::OneOf { choice: asked.choice.clone(), members, chosen },
    })
}

fn members(
    pack: &RolePack,
    choice: &Choice,
    choices: &BTreeMap<ChoiceId, SkillId>,
    hidden: &BTreeSet<SkillId>,
) -> Vec<SkillId> {
    let counts = |with: &SkillId| {
        let is_member =
            |other: &&Choice| other.id != choice.id && other.members.iter().any(|it| it.skill == *with);
        let mut made =
            pack.choices.iter().filter(is_member).filter_map(|other| choices.get(&other.id)).peekable();
        made.peek().is_none() || made.any(|skill| skill == with)
    };
    let mut list = Vec::new();
    for member in &choice.members {
        let counts = member.with.as_ref().is_none_or(counts) && !hidden.contains(&member.skill);
        if counts && !list.contains(&member.skill) {
            list.push(member.skill.clone());
        }
    }
    list
}

fn append_own(list: &mut Vec<Requirement>, overlay: &Overlay) {
    for (skill, level) in &overlay.required {
        let asked = list.iter().any(|it| match &it.what {
            RequirementKind::Skill { skill: asked } => asked == skill,
            RequirementKind::OneOf { chosen, .. } => chosen.as_ref() == Some(skill),
            RequirementKind::Practice { .. } => false,
        });
        if !asked {
            list.push(skill_requirement(skill, level.get(), OWN_WEIGHT, false));
        }
    }
}

fn stand_once(list: &mut Vec<Requirement>) {
    let mut twice = Vec::new();
    for it in list.iter() {
        if let RequirementKind::OneOf { chosen: Some(chosen), .. } = &it.what {
            let same = |other: &&Requirement| {
                other.level == it.level
                    && matches!(&other.what, RequirementKind::Skill { skill } if skill == chosen)
            };
            twice.extend(list.iter().find(same).map(|other| (it.key.clone(), other.key.clone())));
        }
    }
    for (choice, skill) in twice {
        let Some(at) = list.iter().position(|it| it.key == skill) else { continue };
        let gone = list.remove(at);
        if let Some(it) = list.iter_mut().find(|it| it.key == choice) {
            it.weight = it.weight.max(gone.weight);
            it.core |= gone.core;
        }
    }
}
