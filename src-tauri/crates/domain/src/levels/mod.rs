//! Levels that evidence carries, and what would carry the next one (MODEL.md, section 2).

mod proven;
mod would_prove;

pub use proven::{Piece, Proven, proven};
pub use would_prove::{NextProof, ProofWay, would_prove};

use crate::person::EvidenceKind;
use crate::role::Skill;
use crate::{Level, Minutes, effort};

/// The highest level that log minutes reach by the effort of the level, at most 2 (MODEL.md, section 2).
fn level_of_log(skill: &Skill, minutes: Minutes) -> Level {
    let reached = |n: &i64| {
        let level = Level::new(*n).unwrap_or(Level::MAX);
        effort::cumulative_minutes(skill.effort, level).is_some_and(|needed| minutes >= needed)
    };
    [2, 1].iter().find(|n| reached(n)).and_then(|n| Level::new(*n).ok()).unwrap_or(Level::NONE)
}

/// The level that a single fresh piece carries (MODEL.md, section 2); none for logs, which count together.
fn carried(kind: &EvidenceKind) -> Level {
    let at_most = |level: Level, cap: i64| level.min(Level::new(cap).unwrap_or(Level::MAX));
    match kind {
        EvidenceKind::Log { .. } => Level::NONE,
        EvidenceKind::Course => at_most(Level::MAX, 1),
        EvidenceKind::Certification { performance_based, supports } => {
            at_most(*supports, if *performance_based { 3 } else { 2 })
        }
        EvidenceKind::Project { shows, audited } => at_most(*shows, if *audited { 3 } else { 2 }),
        EvidenceKind::Work { months } if *months >= 24 => at_most(Level::MAX, 4),
        EvidenceKind::Work { months } if *months >= 6 => at_most(Level::MAX, 3),
        EvidenceKind::Work { .. } => Level::NONE,
        EvidenceKind::Review { states } => at_most(*states, 4),
        EvidenceKind::Contribution { .. } => at_most(Level::MAX, 4),
        EvidenceKind::PracticeSet => Level::MAX,
    }
}
