//! The preparation of an exam: everything in the plan that comes before it.

use super::views::{PreparationItem, PreparationView};
use crate::plan::{Planned, title_of_key};
use crate::snapshot::Snapshot;
use groundwork_domain::RecordId;
use groundwork_domain::forecast::Forecast;
use groundwork_domain::person::CertificationStage;
use std::collections::{BTreeMap, BTreeSet};

/// The preparation of an exam, with its chance.
pub(crate) fn preparation_of(
    snapshot: &Snapshot,
    plan: &Planned,
    forecast: &Forecast,
    record: &RecordId,
) -> Option<PreparationView> {
    let mut view = preparation(snapshot, plan, record)?;
    if let Some(last) = last_item(plan, record) {
        view.chance = forecast.items[last].chance;
        view.quantiles = Some(forecast.items[last].quantiles.into());
    } else if view.due.is_some() {
        // Everything is done.
        view.chance = Some(1.0);
    }
    Some(view)
}

/// The item with which the preparation of an exam ends: its mock exams, or what is left of it.
pub(crate) fn last_item(plan: &Planned, record: &RecordId) -> Option<usize> {
    let of_exam = |index: &usize| {
        let what = &plan.sources[*index].what;
        what.is_for_exam() && what.certification() == Some(record)
    };
    let ends = |index: &usize| plan.schedule.items[*index].finishes;
    (0..plan.sources.len()).filter(of_exam).max_by_key(|index| (ends(index), *index))
}

/// The preparation of an exam by the plan alone.
pub(super) fn preparation(snapshot: &Snapshot, plan: &Planned, record: &RecordId) -> Option<PreparationView> {
    let exam = snapshot.certifications.iter().find(|it| it.id == *record)?;
    let due = match exam.stage {
        CertificationStage::Booked => exam.exam_on.map(|day| day.plus_days(-1)),
        _ => exam.wanted_by,
    };
    let Some(last) = last_item(plan, record) else {
        return Some(PreparationView {
            minutes_left: 0,
            logged: 0,
            ends: None,
            due,
            late_minutes: 0,
            chance: None,
            quantiles: None,
            items: Vec::new(),
        });
    };
    let mut wanted: Vec<usize> = before(plan, last).into_iter().collect();
    let sessions = &plan.schedule.sessions;
    let end = |index: &usize| {
        let key = plan.problem.items[*index].id.as_str();
        sessions.iter().rposition(|session| session.item == key)
    };
    wanted.sort_by_key(|index| (end(index), *index));
    let item = |index: &usize| {
        let (source, item) = (&plan.sources[*index], &plan.problem.items[*index]);
        PreparationItem {
            title: title_of_key(snapshot, &source.key),
            key: source.key.clone(),
            what: source.what.clone(),
            minutes_left: item.minutes,
            finishes: plan.schedule.items[*index].finishes,
        }
    };
    Some(PreparationView {
        minutes_left: wanted.iter().map(|index| plan.problem.items[*index].minutes).sum(),
        logged: wanted.iter().map(|index| plan.sources[*index].logged.0).sum(),
        ends: plan.schedule.items[last].finishes,
        due: plan.problem.items[last].due.or(due),
        late_minutes: plan.schedule.items[last].late_minutes,
        chance: None,
        quantiles: None,
        items: wanted.iter().map(item).collect(),
    })
}

/// An item and everything that comes before it.
fn before(plan: &Planned, last: usize) -> BTreeSet<usize> {
    let at: BTreeMap<&str, usize> =
        plan.problem.items.iter().enumerate().map(|(index, item)| (item.id.as_str(), index)).collect();
    let mut found = BTreeSet::new();
    let mut next = vec![last];
    while let Some(index) = next.pop() {
        if found.insert(index) {
            let after = &plan.problem.items[index].after;
            next.extend(after.iter().filter_map(|key| at.get(key.as_str())));
        }
    }
    found
}
