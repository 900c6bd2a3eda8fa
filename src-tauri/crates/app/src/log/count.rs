//! What follows from the log: minutes on items and skills, and the person's pace.

use crate::plan::{calendar, exam_need, minutes_on};
use crate::projects::line_minutes;
use crate::snapshot::Snapshot;
use groundwork_domain::effort::step_hours;
use groundwork_domain::pace::{Finished, Pace, WeekGiven};
use groundwork_domain::person::{ChecklistMark, EvidenceKind};
use groundwork_domain::plan::{ItemWhat, Logged, whole_key};
use groundwork_domain::readiness::Basis;
use groundwork_domain::{Date, Minutes, SkillId};
use std::collections::BTreeMap;

/// Minutes that were logged on items, and on skills without naming an item.
pub(crate) fn logged(snapshot: &Snapshot) -> Logged {
    let mut logged = Logged::default();
    let mut add_skill = |skill: &SkillId, minutes: Minutes| {
        let sum = logged.skills.entry(skill.clone()).or_default();
        *sum = *sum + minutes;
    };
    for record in &snapshot.evidence {
        if let EvidenceKind::Log { minutes } = record.what {
            add_skill(&record.skill, minutes);
        }
    }
    for entry in &snapshot.log {
        match (&entry.item, &entry.skill) {
            (None, Some(skill)) => add_skill(skill, entry.minutes),
            (Some(item), _) if is_of_former_term(snapshot, item, entry.on) => {}
            (Some(item), _) => {
                let sum = logged.items.entry(item.clone()).or_default();
                *sum = *sum + entry.minutes;
            }
            (None, None) => {}
        }
    }
    logged
}

/// Whether time was spent on the renewal of a term that is over: it does not shorten the next one.
fn is_of_former_term(snapshot: &Snapshot, item: &str, on: Date) -> bool {
    let Some(ItemWhat::Renewal { record }) = ItemWhat::of_key(item) else { return false };
    let record = snapshot.certifications.iter().find(|it| it.id == record);
    record.and_then(|it| it.periods.last()).is_some_and(|term| on <= term.renewed_on)
}

/// Minutes that were logged on a day, whatever on.
pub(crate) fn logged_on(snapshot: &Snapshot, day: Date) -> u32 {
    logged_between(snapshot, day, day)
}

/// Minutes that were logged from one day to another, both included.
pub(crate) fn logged_between(snapshot: &Snapshot, from: Date, to: Date) -> u32 {
    let entries = snapshot.log.iter().filter(|entry| (from..=to).contains(&entry.on));
    let kept = snapshot.evidence.iter().filter(|record| (from..=to).contains(&record.on));
    let minutes = kept.filter_map(|record| match record.what {
        EvidenceKind::Log { minutes } => Some(minutes.0),
        _ => None,
    });
    entries.map(|entry| entry.minutes.0).chain(minutes).sum()
}

/// The person's pace: what finished items took against our estimates, and how much of the planned time they gave.
pub(crate) fn pace(snapshot: &Snapshot) -> Pace {
    Pace::new(finished(snapshot), weeks_given(snapshot))
}

/// Finished items with logged time, by key.
fn finished(snapshot: &Snapshot) -> Vec<Finished> {
    let mut minutes: BTreeMap<&str, u32> = BTreeMap::new();
    for (key, logged) in snapshot.log.iter().filter_map(|entry| Some((entry.item.as_ref()?, entry.minutes))) {
        *minutes.entry(whole_key(key).0).or_default() += logged.0;
    }
    minutes.into_iter().filter_map(|(key, logged)| finished_item(snapshot, key, Minutes(logged))).collect()
}

fn finished_item(snapshot: &Snapshot, key: &str, logged: Minutes) -> Option<Finished> {
    let record = snapshot.plan_items.get(key);
    let marked = record.is_some_and(|record| record.done_on.is_some() && record.split_after.is_none());
    let what = ItemWhat::of_key(key)?;
    let (estimated, done) = match &what {
        // Of a skill on which time was logged without naming an item nobody knows how much of it went into this step.
        ItemWhat::SkillStep { skill, .. } if logged_loose(snapshot, skill) => return None,
        ItemWhat::SkillStep { skill, to } => {
            let hours = step_hours(snapshot.pack.skill(skill)?.effort, *to)?;
            (Minutes::hours(hours.likely), snapshot.standing.best_level(skill) >= *to)
        }
        ItemWhat::Practice { practice, number } => {
            let have = snapshot.standing.practices(practice, Basis::Claimed);
            let hours = snapshot.pack.practice(practice)?.hours;
            (Minutes::hours(hours.likely), u32::from(have) >= *number)
        }
        ItemWhat::ExamPreparation { record } | ItemWhat::MockExam { record } => {
            let record = snapshot.certifications.iter().find(|it| it.id == *record)?;
            // Of what was spent over several attempts nobody estimated the whole.
            if !record.attempts.is_empty() {
                return None;
            }
            let (revision, mocks) = exam_need(snapshot, record).parts();
            let minutes = if matches!(what, ItemWhat::MockExam { .. }) { mocks } else { revision };
            (Minutes(minutes), record.stage.is_passed())
        }
        ItemWhat::ProjectLine { project, line } => {
            let project = snapshot.projects.iter().find(|it| it.id == *project)?;
            let done = project.checklist.get(line).is_some_and(|state| state.mark != ChecklistMark::Open);
            (line_minutes(snapshot, project), done)
        }
        ItemWhat::Own => (Minutes(record?.minutes?), false),
        ItemWhat::Refresh { .. } | ItemWhat::Proof { .. } | ItemWhat::Renewal { .. } => return None,
    };
    let class = what.pace_class(&snapshot.pack);
    (done || marked).then_some(Finished { class, estimated, logged }).filter(|it| it.estimated.0 > 0)
}

fn logged_loose(snapshot: &Snapshot, skill: &SkillId) -> bool {
    let evidence = snapshot.evidence.iter();
    evidence
        .filter(|record| record.skill == *skill)
        .any(|record| matches!(record.what, EvidenceKind::Log { .. }))
        || snapshot.log.iter().any(|entry| entry.item.is_none() && entry.skill.as_ref() == Some(skill))
}

/// The day on which an item was finished, as far as the log tells: the last day on which it was worked on.
pub(crate) fn last_worked(snapshot: &Snapshot, key: &str) -> Option<Date> {
    let of_item = |entry: &&groundwork_domain::person::LogRecord| {
        entry.item.as_deref().is_some_and(|item| whole_key(item).0 == whole_key(key).0)
    };
    snapshot.log.iter().filter(of_item).map(|entry| entry.on).max()
}

/// Past weeks since the first of which a plan was kept: what was planned and what was given. A week of which no plan was
/// kept, because the program was not opened, counts with the time that the calendar has.
fn weeks_given(snapshot: &Snapshot) -> Vec<WeekGiven> {
    let mut planned: BTreeMap<Date, u32> = BTreeMap::new();
    for session in &snapshot.kept_sessions {
        *planned.entry(session.week).or_default() += session.minutes;
    }
    let Some(first) = planned.keys().next().copied() else { return Vec::new() };
    let this = snapshot.today.week_start();
    let calendar = calendar(snapshot);
    let weeks = (0..first.days_until(this) / 7).map(|week| first.plus_days(week * 7));
    weeks
        .filter_map(|monday| {
            let days = (0..7).map(|day| minutes_on(&calendar, monday.plus_days(day)));
            let minutes = planned.get(&monday).copied().unwrap_or_else(|| days.sum());
            let given = logged_between(snapshot, monday, monday.plus_days(6));
            (minutes > 0).then_some(WeekGiven { planned: Minutes(minutes), given: Minutes(given) })
        })
        .collect()
}
