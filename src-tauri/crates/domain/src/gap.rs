//! The gap: what is below its level, the hours to close it and what would prove it (MODEL.md, section 2).

use crate::effort::{Effort, around, hours_between, step_hours};
use crate::levels::{NextProof, Proven, would_prove};
use crate::readiness::{Basis, Standing, readiness};
use crate::requirement::{Requirement, RequirementKind};
use crate::role::{Estimate, Practice, RolePack, Skill};
use crate::{Level, SkillId};
use serde::{Deserialize, Serialize};

/// What a requirement below its level asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(feature = "wire", derive(ts_rs::TS, schemars::JsonSchema))]
pub enum GapState {
    /// The level is not there yet.
    Learn,
    /// It is claimed, but the proof is missing.
    Prove,
    /// It would be met, were the evidence fresh. Only of proven levels: a claim does not go stale.
    Refresh,
}

/// A requirement below its level.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub struct GapEntry {
    /// The requirement.
    pub requirement: Requirement,
    /// The skill to work on (`Standing::member`); none for a practice.
    pub member: Option<SkillId>,
    /// The claimed level; for a practice the number claimed.
    pub claimed: u8,
    /// The proven level; for a practice the number proven.
    pub proven: u8,
    /// The required level; for a practice the number required.
    pub required: u8,
    /// What it asks for.
    pub state: GapState,
    /// Hours to close it. To learn: the steps from the higher one of claimed and proven. To prove: none. To refresh: a
    /// tenth of the step to the required level, at least an hour (for level 5, of the step to 4). For a practice: its
    /// hours for each one that is missing. All of these are estimates of ours.
    pub hours: Effort,
    /// What would prove it; none for a practice, and for a level that is proven.
    pub proof: Option<NextProof>,
}

/// What separates a person from a rung.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub struct Gap {
    /// The levels that were counted.
    pub basis: Basis,
    /// What is below its level; empty exactly when the rung is reached.
    pub entries: Vec<GapEntry>,
    /// What is below its level although the rung is reached.
    pub open_beyond: Vec<GapEntry>,
    /// Hours to close the entries.
    pub hours: Effort,
}

impl Gap {
    /// The gap where nothing is asked.
    pub fn none() -> Self {
        let hours = std::iter::empty::<Effort>().sum();
        Self { basis: Basis::Proven, entries: Vec::new(), open_beyond: Vec::new(), hours }
    }
}

/// The gap to these requirements, on one basis.
pub fn gap(pack: &RolePack, requirements: &[Requirement], standing: &Standing, basis: Basis) -> Gap {
    let readiness = readiness(requirements, standing, basis);
    let below = readiness.each.iter().filter(|it| !it.met);
    let below: Vec<GapEntry> = below.map(|it| entry(pack, &it.requirement, standing, basis)).collect();
    let (entries, open_beyond) = if readiness.reached { (Vec::new(), below) } else { (below, Vec::new()) };
    Gap { basis, hours: entries.iter().map(|entry| entry.hours).sum(), entries, open_beyond }
}

fn entry(pack: &RolePack, requirement: &Requirement, standing: &Standing, basis: Basis) -> GapEntry {
    match (&requirement.what, standing.member(requirement, basis)) {
        (RequirementKind::Practice { practice }, _) => {
            let counts = [Basis::Claimed, Basis::Proven].map(|basis| standing.practices(practice, basis));
            practice_entry(pack.practice(practice), requirement, counts, basis)
        }
        (_, member) => skill_entry(pack, requirement, member, standing, basis),
    }
}

fn practice_entry(
    practice: Option<&Practice>,
    requirement: &Requirement,
    [claimed, proven]: [u8; 2],
    basis: Basis,
) -> GapEntry {
    let prove = basis == Basis::Proven && claimed >= requirement.level;
    let missing = u32::from(requirement.level.saturating_sub(claimed.max(proven)));
    let one = practice.map(|practice| practice.hours).unwrap_or_default();
    let hours = Estimate { low: one.low * missing, likely: one.likely * missing, high: one.high * missing };
    GapEntry {
        requirement: requirement.clone(),
        member: None,
        claimed,
        proven,
        required: requirement.level,
        state: if prove { GapState::Prove } else { GapState::Learn },
        hours: Effort { hours, open_ended: false },
        proof: None,
    }
}

fn skill_entry(
    pack: &RolePack,
    requirement: &Requirement,
    member: Option<SkillId>,
    standing: &Standing,
    basis: Basis,
) -> GapEntry {
    let required = Level::new(i64::from(requirement.level)).unwrap_or(Level::MAX);
    let of = |basis| member.as_ref().map(|skill| standing.level(skill, basis)).unwrap_or_default();
    let (claimed, proven) = (of(Basis::Claimed), of(Basis::Proven));
    let fresh = member.as_ref().and_then(|skill| standing.proven.get(skill)).map(|it| it.fresh_level);
    let state = if basis == Basis::Proven && fresh.is_some_and(|fresh| fresh >= required) {
        GapState::Refresh
    } else if basis == Basis::Proven && claimed >= required {
        GapState::Prove
    } else {
        GapState::Learn
    };
    let skill = member.as_ref().and_then(|id| pack.skill(id));
    let proof = skill.filter(|_| proven < required).map(|skill| {
        let nothing = Proven::default();
        let proven = standing.proven.get(&skill.id).unwrap_or(&nothing);
        would_prove(pack, skill, proven, required)
    });
    GapEntry {
        requirement: requirement.clone(),
        claimed: claimed.get(),
        proven: proven.get(),
        required: required.get(),
        state,
        hours: skill.map(|skill| hours(skill, state, claimed.max(proven), required)).unwrap_or_default(),
        proof,
        member,
    }
}

fn hours(skill: &Skill, state: GapState, from: Level, required: Level) -> Effort {
    match state {
        GapState::Learn => hours_between(skill.effort, from, required),
        GapState::Prove => Effort::default(),
        GapState::Refresh => Effort { hours: refresh_hours(skill, required), open_ended: false },
    }
}

/// Hours of a review: a tenth of the step to the level, at least one (for level 5, of the step to 4).
pub(crate) fn refresh_hours(skill: &Skill, level: Level) -> Estimate {
    let step = step_hours(skill.effort, level).or_else(|| step_hours(skill.effort, level.lower()));
    around(step.map_or(1, |step| step.likely.div_ceil(10)).max(1))
}
