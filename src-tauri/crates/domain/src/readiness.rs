//! How ready a person is for a rung (MODEL.md, section 2).

use crate::levels::Proven;
use crate::person::{ChecklistMark, ProjectFacts, ProjectStatus};
use crate::requirement::{Requirement, RequirementKind};
use crate::role::RolePack;
use crate::{Level, PracticeId, SkillId};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// From this readiness on a rung is reached, when every core requirement is met (MODEL.md, section 2).
pub const REACHED_FROM: f64 = 0.9;

/// Where the person stands.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Standing {
    /// Levels that they claim; absent is 0.
    pub claimed: BTreeMap<SkillId, Level>,
    /// Levels that their evidence carries; absent is 0.
    pub proven: BTreeMap<SkillId, Proven>,
    /// Practices that they say are done.
    pub practice_claimed: BTreeMap<PracticeId, u32>,
    /// Practices whose checklist is done.
    pub practice_proven: BTreeMap<PracticeId, u32>,
}

/// Which levels are counted. They are never blended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(feature = "wire", derive(ts_rs::TS, schemars::JsonSchema))]
pub enum Basis {
    /// What the person says.
    Claimed,
    /// What the evidence carries.
    Proven,
}

impl Standing {
    /// The level of a skill.
    pub fn level(&self, skill: &SkillId, basis: Basis) -> Level {
        match basis {
            Basis::Claimed => self.claimed.get(skill).copied().unwrap_or_default(),
            Basis::Proven => self.proven.get(skill).map(|proven| proven.level).unwrap_or_default(),
        }
    }

    /// The higher one of the claimed and the proven level.
    pub fn best_level(&self, skill: &SkillId) -> Level {
        self.level(skill, Basis::Claimed).max(self.level(skill, Basis::Proven))
    }

    /// How many of a practice are done, at most 255.
    pub fn practices(&self, practice: &PracticeId, basis: Basis) -> u8 {
        let counts = match basis {
            Basis::Claimed => &self.practice_claimed,
            Basis::Proven => &self.practice_proven,
        };
        u8::try_from(counts.get(practice).copied().unwrap_or(0)).unwrap_or(u8::MAX)
    }

    /// The skill that a requirement is about for this person: the skill itself; the chosen member; else the member with
    /// the best level on this basis, then on either, then the first in the pack's order. None for a practice.
    pub fn member(&self, requirement: &Requirement, basis: Basis) -> Option<SkillId> {
        match &requirement.what {
            RequirementKind::Skill { skill } => Some(skill.clone()),
            RequirementKind::OneOf { chosen: Some(chosen), .. } => Some(chosen.clone()),
            RequirementKind::OneOf { members, .. } => {
                let rank = |skill: &SkillId| (self.level(skill, basis), self.best_level(skill));
                members.iter().rev().max_by_key(|skill| rank(skill)).cloned()
            }
            RequirementKind::Practice { .. } => None,
        }
    }

    /// The level, or the number of practices, that counts for a requirement.
    pub fn counts(&self, requirement: &Requirement, basis: Basis) -> u8 {
        match &requirement.what {
            RequirementKind::Practice { practice } => self.practices(practice, basis),
            _ => self.member(requirement, basis).map_or(0, |skill| self.level(&skill, basis).get()),
        }
    }
}

/// How one requirement stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub struct Met {
    /// Key of the requirement.
    pub key: String,
    /// The requirement.
    pub requirement: Requirement,
    /// The level of the member that counts; for a practice the number done.
    pub level: u8,
    /// The skill that counts; none for a practice.
    pub member: Option<SkillId>,
    /// Whether the level is the required one or higher.
    pub met: bool,
}

/// How ready a person is.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub struct Readiness {
    /// sum(weight * min(level / required, 1)) / sum(weight), 0 to 1; 1 where nothing is required.
    pub ratio: f64,
    /// Whether the rung is reached: every core requirement met, and a ratio of at least 0.9.
    pub reached: bool,
    /// How many requirements are met.
    pub met: u32,
    /// How many there are.
    pub total: u32,
    /// How many core requirements are not met.
    pub core_open: u32,
    /// Each requirement, in the order of the list.
    pub each: Vec<Met>,
}

/// How ready the person is for these requirements, on one basis (MODEL.md, section 2).
pub fn readiness(requirements: &[Requirement], standing: &Standing, basis: Basis) -> Readiness {
    let each: Vec<Met> = requirements.iter().map(|requirement| met(requirement, standing, basis)).collect();
    let weight: f64 = requirements.iter().map(|it| f64::from(it.weight)).sum();
    let held: f64 = each.iter().map(|it| f64::from(it.requirement.weight) * share(it)).sum();
    let ratio = if weight > 0.0 { (held / weight).clamp(0.0, 1.0) } else { 1.0 };
    let count = |counts: &dyn Fn(&Met) -> bool| each.iter().filter(|it| counts(it)).count() as u32;
    let core_open = count(&|it| it.requirement.core && !it.met);
    Readiness {
        ratio,
        // A hair below is a rounding error of the sum, not a missing level: a share is at least 1/255 of a weight.
        reached: core_open == 0 && ratio >= REACHED_FROM - 1e-9,
        met: count(&|it| it.met),
        total: each.len() as u32,
        core_open,
        each,
    }
}

fn met(requirement: &Requirement, standing: &Standing, basis: Basis) -> Met {
    let level = standing.counts(requirement, basis);
    Met {
        key: requirement.key.clone(),
        requirement: requirement.clone(),
        level,
        member: standing.member(requirement, basis),
        met: level >= requirement.level,
    }
}

fn share(it: &Met) -> f64 {
    if it.met { 1.0 } else { f64::from(it.level) / f64::from(it.requirement.level) }
}

/// How many of each practice are claimed and how many are proven by the person's projects.
///
/// Claimed: the project is done or shown. Proven: besides, every line of the practice's checklist is done or does not
/// apply; where the practice has no checklist, the project is shown. Practices that the pack does not have are left out.
pub fn practice_counts(
    pack: &RolePack,
    projects: &[ProjectFacts],
) -> (BTreeMap<PracticeId, u32>, BTreeMap<PracticeId, u32>) {
    let mut claimed = BTreeMap::new();
    let mut proven = BTreeMap::new();
    for project in projects {
        let Some(practice) = project.practice.as_ref().and_then(|id| pack.practice(id)) else { continue };
        if !matches!(project.status, ProjectStatus::Done | ProjectStatus::Shown) {
            continue;
        }
        *claimed.entry(practice.id.clone()).or_insert(0) += 1;
        let mark = |line| project.checklist.get(line).copied().unwrap_or_default();
        let is_proven = match practice.checklist.is_empty() {
            true => project.status == ProjectStatus::Shown,
            false => practice.checklist.iter().all(|line| mark(&line.id) != ChecklistMark::Open),
        };
        if is_proven {
            *proven.entry(practice.id.clone()).or_insert(0) += 1;
        }
    }
    (claimed, proven)
}
