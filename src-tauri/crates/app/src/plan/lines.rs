//! Open lines of projects' checklists as items of the plan.

use crate::plan::build::plain;
use crate::projects::line_minutes;
use crate::snapshot::Snapshot;
use groundwork_domain::pace::{Pace, PaceClass};
use groundwork_domain::person::{CheckState, ChecklistMark, ProjectRecord};
use groundwork_domain::plan::{ItemSource, ItemWhat, Logged, line_key};
use groundwork_domain::{Minutes, SkillId, StatementId};

/// Least minutes of a practice whose lines are planned one by one.
const LEAST_PRACTICE: u32 = 60;

/// Puts the open lines of projects' checklists that the person planned among the items: after the steps up to level 2 of the
/// skills that a line shows, and otherwise first, since they are what the person is working on. What is planned line by line
/// is no longer planned as a whole.
pub(super) fn put_lines(snapshot: &Snapshot, pace: &Pace, logged: &Logged, sources: &mut Vec<ItemSource>) {
    let mut first = 0;
    for (project, line) in planned_lines(snapshot) {
        let minutes = line_minutes(snapshot, project);
        let what = ItemWhat::ProjectLine { project: project.id.clone(), line: line.clone() };
        let whole = pace.corrected(minutes, PaceClass::Practice);
        let mut item = plain(line_key(&project.id, line), what, (whole, minutes.0.div_ceil(60)), logged);
        let practice = sources.iter_mut().find(|it| match &it.what {
            ItemWhat::Practice { practice, .. } => Some(practice) == project.practice.as_ref(),
            _ => false,
        });
        if let Some(practice) = practice {
            practice.whole = Minutes(practice.whole.0.saturating_sub(whole.0).max(LEAST_PRACTICE));
            item.weight = practice.weight;
        }
        item.after = steps_before(snapshot, project, line, sources);
        let last = sources.iter().rposition(|source| item.after.contains(&source.key));
        let place = last.map_or(first, |last| last + 1);
        if last.is_none() {
            first += 1;
        }
        sources.insert(place, item);
    }
}

/// The last planned steps, up to level 2, of the skills that a line shows.
fn steps_before(
    snapshot: &Snapshot,
    project: &ProjectRecord,
    line: &StatementId,
    sources: &[ItemSource],
) -> Vec<String> {
    let practice = project.practice.as_ref().and_then(|id| snapshot.pack.practice(id));
    let line = practice.and_then(|practice| practice.checklist.iter().find(|it| it.id == *line));
    let skills = line.map(|line| line.skills.as_slice()).unwrap_or_default();
    let step = |skill: &SkillId| {
        let keys = [2, 1].map(|level| format!("skill:{skill}:{level}"));
        keys.into_iter().find(|key| sources.iter().any(|source| source.key == *key))
    };
    skills.iter().filter_map(step).collect()
}

/// Open lines of projects' checklists that stand in the plan.
fn planned_lines(snapshot: &Snapshot) -> impl Iterator<Item = (&ProjectRecord, &StatementId)> {
    snapshot.projects.iter().flat_map(|project| {
        let open = |state: &CheckState| state.planned && state.mark == ChecklistMark::Open;
        let lines = project.checklist.iter().filter(move |(_, state)| open(state));
        lines.map(move |(line, _)| (project, line))
    })
}
