//! From what is known of the person to a plan problem and its schedule.

use crate::error::AppError;
use crate::messages;
use crate::snapshot::Snapshot;
use groundwork_domain::person::{CertificationStage, PlanItemRecord};
use groundwork_domain::plan::{
    Calendar, DueKind, Exception, Item, ItemSource, ItemWhat, PlanError, PlanProblem, Schedule,
    items_from_gap, public_holidays, solve,
};
use groundwork_domain::role::Estimate;
use groundwork_domain::{Date, Minutes, Text};
use std::collections::{BTreeMap, BTreeSet};

/// Hours of revision for an exam of which nobody said how many it takes: an estimate of ours.
const USUAL_EXAM_HOURS: u32 = 20;
/// Years for which holidays are looked up ahead.
const HOLIDAY_YEARS: i16 = 12;

/// The plan with what it was made from.
pub(crate) struct Planned {
    pub sources: Vec<ItemSource>,
    pub problem: PlanProblem,
    pub schedule: Schedule,
}

/// Makes the plan anew from what is known now.
pub(crate) fn planned(snapshot: &Snapshot) -> Result<Planned, AppError> {
    let all = sources(snapshot)?;
    let kept = &snapshot.plan_items;
    let out = |source: &ItemSource| {
        kept.get(&source.key).is_some_and(|item| item.dropped || item.done_on.is_some())
    };
    let sources: Vec<ItemSource> = all.into_iter().filter(|source| !out(source)).collect();
    let present: BTreeSet<String> = sources.iter().map(|source| source.key.clone()).collect();
    let items = sources.iter().map(|source| item(snapshot, source, kept.get(&source.key), &present));
    let problem = PlanProblem {
        start: snapshot.today,
        focus_limit: snapshot.settings.focus_limit,
        min_session_minutes: snapshot.settings.min_session_minutes,
        max_item_minutes_per_day: snapshot.settings.max_item_minutes_per_day,
        calendar: calendar(snapshot),
        items: items.collect(),
    };
    let schedule = solve(&problem).map_err(|error| refused(snapshot, &error))?;
    Ok(Planned { sources, problem, schedule })
}

/// Everything that could be in the plan, what was left out or done included.
pub(crate) fn sources(snapshot: &Snapshot) -> Result<Vec<ItemSource>, AppError> {
    let mut sources = if snapshot.target.is_some() {
        items_from_gap(&snapshot.pack, &snapshot.gap(), &snapshot.standing, &snapshot.logged())
            .map_err(|error| refused(snapshot, &error))?
    } else {
        Vec::new()
    };
    for record in &snapshot.certifications {
        if !matches!(record.stage, CertificationStage::Planned | CertificationStage::Booked) {
            continue;
        }
        let known = record.certification.as_ref().and_then(|id| snapshot.pack.certification(id));
        let hours = known.and_then(|known| known.exam_hours).unwrap_or(USUAL_EXAM_HOURS);
        sources.push(plain(
            format!("certification:{}", record.id),
            ItemWhat::ExamPreparation { record: record.id.clone() },
            Minutes::hours(hours),
        ));
    }
    for own in snapshot.plan_items.values().filter(|item| item.key.starts_with("own:")) {
        sources.push(plain(own.key.clone(), ItemWhat::Own, Minutes(own.minutes.unwrap_or(60))));
    }
    Ok(sources)
}

fn plain(key: String, what: ItemWhat, minutes: Minutes) -> ItemSource {
    let likely = minutes.0.div_ceil(60);
    ItemSource {
        key,
        what,
        minutes,
        estimate: Estimate { low: likely.div_ceil(2), likely, high: likely * 2 },
        after: Vec::new(),
        weight: 3,
        because_of: Vec::new(),
        prerequisite: false,
    }
}

fn item(
    snapshot: &Snapshot,
    source: &ItemSource,
    kept: Option<&PlanItemRecord>,
    present: &BTreeSet<String>,
) -> Item {
    let exam = match &source.what {
        ItemWhat::ExamPreparation { record } => snapshot.certifications.iter().find(|r| r.id == *record),
        _ => None,
    };
    let own_due = kept
        .and_then(|kept| kept.due)
        .map(|due| (due, kept.and_then(|kept| kept.due_kind).unwrap_or(DueKind::Soft)));
    let exam_due = exam.and_then(|record| match (record.stage, record.exam_on, record.wanted_by) {
        (CertificationStage::Booked, Some(exam), _) => Some((exam.plus_days(-1), DueKind::Hard)),
        (_, _, Some(wanted)) => Some((wanted, DueKind::Soft)),
        _ => None,
    });
    // The wish to be ready is held against the end of the whole plan, not against each item: see `ready` in `show.rs`.
    let due = own_due.or(exam_due);
    let mut after: Vec<String> =
        source.after.iter().chain(kept.into_iter().flat_map(|kept| &kept.after)).cloned().collect();
    after.retain(|key| present.contains(key));
    after.sort();
    after.dedup();
    Item {
        id: source.key.clone(),
        minutes: kept.and_then(|kept| kept.minutes).unwrap_or(source.minutes.0),
        after,
        not_before: kept.and_then(|kept| kept.not_before),
        due: due.map(|(due, _)| due),
        due_kind: due.map(|(_, kind)| kind),
        weight: kept.and_then(|kept| kept.weight).unwrap_or(source.weight).clamp(1, 10),
        pinned: Vec::new(),
    }
}

/// Weekly hours, holidays by choice, absences; absences win. The days that differ stand in order.
fn calendar(snapshot: &Snapshot) -> Calendar {
    let mut days: BTreeMap<Date, Exception> = BTreeMap::new();
    if let Some(country) = &snapshot.settings.holidays {
        let year = snapshot.today.civil().year();
        for (date, _) in (year..year + HOLIDAY_YEARS).flat_map(|year| public_holidays(country, year)) {
            days.insert(date, Exception { date, minutes: 0, reason: None });
        }
    }
    for absence in &snapshot.absences {
        let first = absence.from.max(snapshot.today);
        for date in (0..=first.days_until(absence.to)).map(|offset| first.plus_days(offset)) {
            let reason = Some(absence.reason.clone()).filter(|reason| !reason.is_empty());
            days.insert(date, Exception { date, minutes: absence.minutes, reason });
        }
    }
    Calendar { weekly_minutes: snapshot.settings.weekly_minutes, exceptions: days.into_values().collect() }
}

/// Minutes of a day, by a calendar of [`planned`].
pub(crate) fn minutes_on(calendar: &Calendar, date: Date) -> u32 {
    let differs = calendar.exceptions.binary_search_by_key(&date, |exception| exception.date);
    differs.map_or(calendar.weekly_minutes[date.weekday()], |index| calendar.exceptions[index].minutes)
}

/// The refusal of a plan, with titles in place of keys.
pub(crate) fn refused(snapshot: &Snapshot, error: &PlanError) -> AppError {
    match error {
        PlanError::Cycle { items } => {
            let names: Vec<Text> = items.iter().map(|key| title_of_key(snapshot, key)).collect();
            AppError::about("plan.cycle", [("items", messages::chain(&names))])
        }
        PlanError::NoCapacity => AppError::new(error.code()),
        other => AppError::with("plan.refused", [("detail", other.to_string())]),
    }
}

/// The title of an item, from its key alone.
pub(crate) fn title_of_key(snapshot: &Snapshot, key: &str) -> Text {
    let parts: Vec<&str> = key.split(':').collect();
    let skill =
        |id: &str| groundwork_domain::SkillId::new(id).map(|id| snapshot.skill_name(&id)).unwrap_or_default();
    let with = |message: &str, args: Vec<(&str, Text)>| {
        messages::text(message, &args.into_iter().map(|(name, text)| (name.to_owned(), text)).collect())
    };
    match parts.as_slice() {
        ["skill", id, to] => {
            let from = to.parse::<u8>().unwrap_or(1).saturating_sub(1);
            with(
                "title_skill_step",
                vec![("skill", skill(id)), ("from", Text::same(from.to_string())), ("to", Text::same(*to))],
            )
        }
        ["refresh", id] => with("title_refresh", vec![("skill", skill(id))]),
        ["proof", id, to] => with("title_proof", vec![("skill", skill(id)), ("to", Text::same(*to))]),
        ["practice", id, number] => {
            let practice = groundwork_domain::PracticeId::new(*id).ok();
            let name = practice
                .and_then(|id| snapshot.pack.practice(&id))
                .map(|p| p.name.clone())
                .unwrap_or_default();
            with("title_practice", vec![("practice", name), ("number", Text::same(*number))])
        }
        ["certification", id] => {
            let record = snapshot.certifications.iter().find(|record| record.id.as_str() == *id);
            let name = record.map(|record| snapshot.certification_name(record)).unwrap_or_default();
            with("title_exam", vec![("name", Text::same(name))])
        }
        _ => {
            let own = snapshot.plan_items.get(key);
            Text::same(own.map_or_else(|| key.to_owned(), |item| item.title.clone()))
        }
    }
}
