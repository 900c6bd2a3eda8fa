//! Practice, not hours alone: what an item from level 3 on could be practised on (MODEL.md, section 3).

use crate::plan::{PracticeHint, PracticeLine};
use crate::snapshot::Snapshot;
use groundwork_domain::SkillId;
use groundwork_domain::person::ProjectStatus;
use groundwork_domain::plan::ItemWhat;
use groundwork_domain::role::Practice;

/// From this level on practice is proposed.
const FROM: u8 = 3;
/// Most practices that are proposed for one item.
const MOST: usize = 3;

/// Practices of the role pack that bring a step or a proof forward: those whose checklist shows the skill first, then those
/// that speak of it.
pub(crate) fn practice_hints(snapshot: &Snapshot, what: &ItemWhat) -> Vec<PracticeHint> {
    let (ItemWhat::SkillStep { skill, to } | ItemWhat::Proof { skill, to }) = what else { return Vec::new() };
    if to.get() < FROM {
        return Vec::new();
    }
    let mut hints: Vec<PracticeHint> =
        snapshot.pack.practice.iter().filter_map(|practice| hint(snapshot, practice, skill)).collect();
    hints.sort_by_key(|hint| (std::cmp::Reverse(hint.lines.len()), hint.project.is_none()));
    hints.truncate(MOST);
    hints
}

fn hint(snapshot: &Snapshot, practice: &Practice, skill: &SkillId) -> Option<PracticeHint> {
    let lines: Vec<PracticeLine> = practice
        .checklist
        .iter()
        .filter(|line| line.skills.contains(skill))
        .map(|line| PracticeLine { id: line.id.clone(), name: line.name.clone(), hint: line.hint.clone() })
        .collect();
    let speaks = practice.skills.contains(skill)
        || practice.statements.iter().any(|statement| statement.skills.contains(skill));
    // A project can hold whatever is learned, and anything can be reviewed; the others are proposed only where they speak
    // of the skill.
    if lines.is_empty() && !speaks && !matches!(practice.kind.as_str(), "project" | "review") {
        return None;
    }
    let project = snapshot.projects.iter().find(|project| {
        project.practice.as_ref() == Some(&practice.id) && project.status <= ProjectStatus::Doing
    });
    Some(PracticeHint {
        practice: practice.id.clone(),
        name: practice.name.clone(),
        summary: practice.summary.clone(),
        kind: practice.kind.clone(),
        lines,
        project: project.map(|project| project.id.clone()),
        project_name: project.map(|project| project.name.clone()),
    })
}
