//! The gap: what stands between the person and the target.

use crate::app::Call;
use crate::commands::Nothing;
use crate::error::AppError;
use crate::snapshot::Snapshot;
use crate::target::{TargetView, view as target_view};
use groundwork_domain::Text;
use groundwork_domain::effort::Effort;
use groundwork_domain::gap::GapEntry;
use groundwork_domain::requirement::RequirementKind;
use serde::Serialize;
use ts_rs::TS;

/// A requirement below its level, with names.
#[derive(Debug, Clone, Serialize, TS)]
pub struct GapRow {
    /// What is asked: the skill, the choice or the practice.
    pub name: Text,
    /// The skill to work on.
    pub member_name: Option<Text>,
    /// The requirement and what is missing.
    pub entry: GapEntry,
    /// Readiness that closing it brings, 0 to 1.
    pub brings: f64,
}

/// The gap to the target.
#[derive(Debug, Clone, Serialize, TS)]
pub struct GapView {
    /// The target.
    pub target: Option<TargetView>,
    /// What stands in the way; empty exactly when the rung is reached.
    pub entries: Vec<GapRow>,
    /// What is still below its level though the rung is reached.
    pub open_beyond: Vec<GapRow>,
    /// Hours to close it, prerequisites not counted: an estimate of ours.
    pub hours: Effort,
    /// Whether the rung is reached, by proofs.
    pub reached: bool,
}

fn row(snapshot: &Snapshot, weights: u32, entry: &GapEntry) -> GapRow {
    let held = f64::from(entry.proven.min(entry.required)) / f64::from(entry.required.max(1));
    let brings = f64::from(entry.requirement.weight) * (1.0 - held) / f64::from(weights.max(1));
    let name = match &entry.requirement.what {
        RequirementKind::Skill { skill } => snapshot.skill_name(skill),
        RequirementKind::OneOf { choice, .. } => {
            snapshot.pack.choice(choice).map(|choice| choice.name.clone()).unwrap_or_default()
        }
        RequirementKind::Practice { practice } => {
            snapshot.pack.practice(practice).map(|practice| practice.name.clone()).unwrap_or_default()
        }
    };
    GapRow {
        name,
        member_name: entry.member.as_ref().map(|skill| snapshot.skill_name(skill)),
        entry: entry.clone(),
        brings,
    }
}

/// `gap.show`: what stands between the person and the target.
pub(crate) fn show(call: &Call<'_>, _: Nothing) -> Result<GapView, AppError> {
    let snapshot = call.snapshot()?;
    let target = target_view(&snapshot).ok_or_else(|| AppError::new("target.none"))?;
    let gap = snapshot.gap();
    let weights = snapshot.requirements().iter().map(|requirement| u32::from(requirement.weight)).sum();
    Ok(GapView {
        target: Some(target),
        entries: gap.entries.iter().map(|entry| row(&snapshot, weights, entry)).collect(),
        open_beyond: gap.open_beyond.iter().map(|entry| row(&snapshot, weights, entry)).collect(),
        reached: gap.entries.is_empty(),
        hours: gap.hours,
    })
}
