//! The list of skills with their levels against the target.

use crate::app::Call;
use crate::commands::Nothing;
use crate::error::AppError;
use crate::snapshot::Snapshot;
use crate::target::{TargetView, view as target_view};
use groundwork_domain::effort::Effort;
use groundwork_domain::gap::{GapEntry, GapState};
use groundwork_domain::readiness::{Basis, Readiness};
use groundwork_domain::role::{EffortClass, Group, HalfLife, Skill, SkillKind};
use groundwork_domain::{Date, GroupId, Level, Minutes, SkillId, Text};
use serde::Serialize;
use std::collections::BTreeMap;
use ts_rs::TS;

/// How a skill stands against the target.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum SkillState {
    /// The target does not ask for it.
    Unasked,
    /// Proven at the required level.
    Met,
    /// To be learned.
    Learn,
    /// Claimed at the required level; the proof is missing.
    Prove,
    /// It would be met were its evidence fresh.
    Refresh,
}

/// What a proven level rests on, by kind.
#[derive(Debug, Clone, Serialize, TS)]
pub struct RestsOn {
    /// The kind of evidence.
    pub kind: String,
    /// How many pieces.
    pub count: u32,
    /// Minutes logged, for the kind `log`.
    pub minutes: Minutes,
}

/// A skill in the list.
#[derive(Debug, Clone, Serialize, TS)]
pub struct SkillRow {
    /// The skill.
    pub skill: SkillId,
    /// Its name.
    pub name: Text,
    /// Its group.
    pub group: GroupId,
    /// What it is.
    pub kind: SkillKind,
    /// How much work it takes.
    pub effort: EffortClass,
    /// How fast its evidence goes stale.
    pub half_life: HalfLife,
    /// What the person claims; none when they did not say.
    pub claimed: Option<Level>,
    /// What their evidence carries today.
    pub proven: Level,
    /// What it would carry were nothing stale.
    pub fresh: Level,
    /// The day the proven level drops next.
    pub stale_on: Option<Date>,
    /// Since when it is lower than its evidence once carried.
    pub stale_since: Option<Date>,
    /// The level that the target asks; none when it asks none.
    pub required: Option<Level>,
    /// Whether the target cannot be reached without it.
    pub core: bool,
    /// The choice that it was chosen for, as in "main language".
    pub chosen_for: Option<Text>,
    /// How it stands against the target.
    pub state: SkillState,
    /// Hours to close the gap: an estimate of ours.
    pub hours: Option<Effort>,
    /// What the proven level rests on.
    pub rests_on: Vec<RestsOn>,
    /// A skill of the person's own.
    pub own: bool,
    /// Hidden by the person.
    pub hidden: bool,
    /// Required by the person instead of the rung.
    pub own_required: Option<Level>,
}

/// Where the person stands.
#[derive(Debug, Clone, Serialize, TS)]
pub struct SkillsView {
    /// The target; none when there is none yet.
    pub target: Option<TargetView>,
    /// Groups in the order of the page.
    pub groups: Vec<Group>,
    /// Every skill, in the order of the groups.
    pub rows: Vec<SkillRow>,
    /// Readiness by claims.
    pub claimed: Readiness,
    /// Readiness by proofs.
    pub proven: Readiness,
}

struct Asked {
    required: Level,
    core: bool,
    chosen_for: Option<Text>,
    gap: Option<GapEntry>,
}

/// `skills.list`: every skill with its levels against the target.
pub(crate) fn list(call: &Call<'_>, _: Nothing) -> Result<SkillsView, AppError> {
    let snapshot = call.snapshot()?;
    Ok(SkillsView {
        target: target_view(&snapshot),
        groups: snapshot.pack.groups.clone(),
        rows: rows(&snapshot),
        claimed: snapshot.readiness(Basis::Claimed),
        proven: snapshot.readiness(Basis::Proven),
    })
}

/// The rows of the list.
pub(crate) fn rows(snapshot: &Snapshot) -> Vec<SkillRow> {
    let asked = asked(snapshot);
    snapshot.pack.skills.iter().map(|skill| row(snapshot, skill, asked.get(&skill.id))).collect()
}

/// What the target asks of each skill; the highest where it asks more than once.
fn asked(snapshot: &Snapshot) -> BTreeMap<SkillId, Asked> {
    let mut asked: BTreeMap<SkillId, Asked> = BTreeMap::new();
    let gap = snapshot.gap();
    let mut gaps: BTreeMap<&str, &GapEntry> = BTreeMap::new();
    for entry in gap.entries.iter().chain(&gap.open_beyond) {
        gaps.insert(&entry.requirement.key, entry);
    }
    for met in snapshot.readiness(Basis::Proven).each {
        let entry = gaps.get(met.key.as_str()).copied();
        let Some(skill) = entry.and_then(|entry| entry.member.clone()).or(met.member) else { continue };
        let Ok(required) = Level::new(i64::from(met.requirement.level)) else { continue };
        let chosen_for = match &met.requirement.what {
            groundwork_domain::requirement::RequirementKind::OneOf { choice, .. } => {
                snapshot.pack.choice(choice).map(|choice| choice.name.clone())
            }
            _ => None,
        };
        let core = met.requirement.core;
        let row = asked.entry(skill).or_insert(Asked { required, core, chosen_for: None, gap: None });
        row.core |= core;
        row.chosen_for = chosen_for.or(row.chosen_for.take());
        if required >= row.required {
            row.required = required;
            row.gap = entry.cloned().or(row.gap.take());
        }
    }
    asked
}

fn row(snapshot: &Snapshot, skill: &Skill, asked: Option<&Asked>) -> SkillRow {
    let proven = snapshot.standing.proven.get(&skill.id);
    let level = proven.map_or(Level::NONE, |proven| proven.level);
    let record = snapshot.skills.get(&skill.id);
    let gap = asked.and_then(|asked| asked.gap.as_ref()).filter(|gap| gap.proven < gap.required);
    let state = match (asked, gap) {
        (None, _) => SkillState::Unasked,
        (Some(_), None) => SkillState::Met,
        (Some(_), Some(gap)) => match gap.state {
            GapState::Learn => SkillState::Learn,
            GapState::Prove => SkillState::Prove,
            GapState::Refresh => SkillState::Refresh,
        },
    };
    SkillRow {
        skill: skill.id.clone(),
        name: skill.name.clone(),
        group: skill.group.clone(),
        kind: skill.kind,
        effort: skill.effort,
        half_life: skill.half_life,
        claimed: snapshot.claimed_level(&skill.id),
        proven: level,
        fresh: proven.map_or(Level::NONE, |proven| proven.fresh_level),
        stale_on: proven.and_then(|proven| proven.stale_on),
        stale_since: proven.filter(|proven| proven.fresh_level > proven.level).and_then(|proven| {
            let stale =
                proven.pieces.iter().filter(|piece| piece.stale && piece.carries_fresh > proven.level);
            stale.filter_map(|piece| piece.stale_on).max()
        }),
        required: asked.map(|asked| asked.required),
        core: asked.is_some_and(|asked| asked.core),
        chosen_for: asked.and_then(|asked| asked.chosen_for.clone()),
        state,
        hours: gap.map(|gap| gap.hours),
        rests_on: rests_on(snapshot, &skill.id),
        own: snapshot.own.contains(&skill.id),
        hidden: record.is_some_and(|record| record.hidden),
        own_required: record.and_then(|record| record.required),
    }
}

fn rests_on(snapshot: &Snapshot, skill: &SkillId) -> Vec<RestsOn> {
    let mut by_kind: Vec<RestsOn> = Vec::new();
    for evidence in snapshot.facts.get(skill).into_iter().flatten() {
        let kind = evidence.kind.word();
        let minutes = match evidence.kind {
            groundwork_domain::person::EvidenceKind::Log { minutes } => minutes,
            _ => Minutes(0),
        };
        match by_kind.iter_mut().find(|row| row.kind == kind) {
            Some(row) => {
                row.count += 1;
                row.minutes = row.minutes + minutes;
            }
            None => by_kind.push(RestsOn { kind: kind.to_owned(), count: 1, minutes }),
        }
    }
    by_kind
}
