//! What would prove a level: the other side of the table in MODEL.md, section 2.

use super::Proven;
use crate::person::EvidenceKind;
use crate::role::{CertificationStatus, RolePack, Skill};
use crate::{CertificationId, Level, Minutes, effort};
use serde::{Deserialize, Serialize};

/// One way to prove a level.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub enum ProofWay {
    /// Evidence that is stale made fresh: any new piece of the same strength.
    Refresh,
    /// A second piece of another kind beside the one that carries the level.
    SecondKind,
    /// So many more minutes in the learning log.
    Log {
        /// Minutes that are missing.
        minutes_missing: Minutes,
    },
    /// A course or certificate of completion.
    Course,
    /// One of these exams, which can be taken today.
    Exam {
        /// Certifications of the catalogue that support the skill at this level.
        certifications: Vec<CertificationId>,
        /// Whether one performs tasks in them.
        performance_based: bool,
    },
    /// A project in the portfolio.
    Project {
        /// Whether the audit must find repository, tests and deployment.
        audited: bool,
    },
    /// Work with the skill.
    Work {
        /// Months of it, in all.
        months: u16,
    },
    /// A review by a named person who states the level.
    Review,
    /// A merged change, a talk, a publication.
    Contribution,
    /// Practice set beyond one's team.
    PracticeSet,
}

/// The ways to prove a level.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub struct NextProof {
    /// The level.
    pub to: Level,
    /// Any one of these carries it; for levels 4 and 5 together with a second piece of another kind.
    pub ways: Vec<ProofWay>,
}

/// The ways by which `skill` would be proven at `to`; none when it is proven already.
pub fn would_prove(pack: &RolePack, skill: &Skill, proven: &Proven, to: Level) -> NextProof {
    let mut ways = Vec::new();
    if proven.level < to {
        if proven.fresh_level >= to {
            ways.push(ProofWay::Refresh);
        }
        if to.get() >= 4 && proven.second_kind_missing.is_some_and(|carried| carried >= to) {
            ways.push(ProofWay::SecondKind);
        }
        ways.extend(log(skill, proven, to));
        let up_to = |cap: u8, way: ProofWay| (to.get() <= cap).then_some(way);
        ways.extend(up_to(1, ProofWay::Course));
        ways.extend(exams(pack, skill, to));
        ways.extend(up_to(3, ProofWay::Project { audited: to.get() == 3 }));
        ways.extend(up_to(4, ProofWay::Work { months: if to.get() == 4 { 24 } else { 6 } }));
        ways.extend(up_to(4, ProofWay::Review));
        ways.extend(up_to(4, ProofWay::Contribution));
        ways.extend(up_to(5, ProofWay::PracticeSet).filter(|_| to == Level::MAX));
    }
    NextProof { to, ways }
}

/// Minutes of log that are missing: fresh minutes up to the level itself, or all minutes up to the level above, since
/// stale ones carry one level less.
fn log(skill: &Skill, proven: &Proven, to: Level) -> Option<ProofWay> {
    if !(1..=2).contains(&to.get()) {
        return None;
    }
    let fresh: Minutes = proven
        .pieces
        .iter()
        .filter(|piece| !piece.stale)
        .filter_map(|piece| if let EvidenceKind::Log { minutes } = piece.kind { Some(minutes) } else { None })
        .sum();
    let missing = |level: Level, have: Minutes| {
        let needed = effort::cumulative_minutes(skill.effort, level)?;
        (level.get() <= 2).then(|| Minutes(needed.0.saturating_sub(have.0)))
    };
    let minutes_missing =
        [missing(to, fresh), missing(to.higher(), proven.log_minutes)].into_iter().flatten().min()?;
    Some(ProofWay::Log { minutes_missing })
}

fn exams(pack: &RolePack, skill: &Skill, to: Level) -> impl Iterator<Item = ProofWay> {
    let of_kind = |performance_based: bool| {
        let cap = if performance_based { 3 } else { 2 };
        let speaks = |supports: &crate::role::Supports| supports.skill == skill.id && supports.level >= to;
        let certifications: Vec<CertificationId> = pack
            .certifications
            .iter()
            .filter(|it| {
                it.status == CertificationStatus::Active && it.performance_based == performance_based
            })
            .filter(|it| to.get() <= cap && it.supports.iter().any(speaks))
            .map(|it| it.id.clone())
            .collect();
        (!certifications.is_empty()).then_some(ProofWay::Exam { certifications, performance_based })
    };
    [of_kind(false), of_kind(true)].into_iter().flatten()
}
