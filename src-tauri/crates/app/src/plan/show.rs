//! The plan as it is shown: items, sessions by week, and what cannot be met.

use crate::app::Call;
use crate::commands::Nothing;
use crate::error::AppError;
use crate::log::logged_between;
use crate::plan::build::{Planned, planned, title_of_key};
use crate::plan::practice::practice_hints;
use crate::plan::weeks::{HolidayView, WeekView, holidays, weeks};
use crate::snapshot::Snapshot;
use crate::target::{TargetView, view as target_view};
use groundwork_domain::pace::PaceClass;
use groundwork_domain::person::{AbsenceRecord, PlanItemRecord, PlanSettings};
use groundwork_domain::plan::{
    Because, DueKind, HOLIDAY_COUNTRIES, Item, ItemSource, ItemWhat, Shortfall, critical_chain,
    mends_for_finish, shortfalls, whole_key,
};
use groundwork_domain::role::Estimate;
use groundwork_domain::{Date, PracticeId, RecordId, SkillId, StatementId, Text};
use serde::Serialize;
use serde_json::json;
use std::collections::BTreeMap;
use ts_rs::TS;

/// An item of the plan.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PlanItemView {
    /// Its key.
    pub key: String,
    /// Its title.
    pub title: Text,
    /// What it is.
    pub what: ItemWhat,
    /// The skill that it works on.
    pub skill: Option<SkillId>,
    /// Minutes that are left.
    pub minutes: u32,
    /// Minutes that were logged on it.
    pub logged: u32,
    /// Minutes of the whole of it: our estimate times the person's pace, or what the person set.
    pub whole: u32,
    /// Whether the person set that.
    pub whole_is_own: bool,
    /// Hours from its beginning, low, likely and high: an estimate of ours.
    pub estimate: Estimate,
    /// By what the estimate is multiplied, from the person's log; 1 where nothing is known.
    pub pace: f64,
    /// Whose estimates it errs with.
    pub pace_class: PaceClass,
    /// Finished items of that class on which the pace rests.
    pub pace_items: u32,
    /// Items that come first.
    pub after: Vec<String>,
    /// Due date.
    pub due: Option<Date>,
    /// Whether it may be missed.
    pub due_kind: Option<DueKind>,
    /// The first day it may be worked on.
    pub not_before: Option<Date>,
    /// How much its lateness weighs.
    pub weight: u32,
    /// Day of its first session.
    pub starts: Option<Date>,
    /// Day of its last session.
    pub finishes: Option<Date>,
    /// Available minutes by which it is late.
    pub late_minutes: u32,
    /// Available minutes by which it could end later without making anything late.
    pub slack_minutes: Option<u32>,
    /// Why it starts when it does.
    pub because: Because,
    /// Title of the item that the reason names.
    pub because_title: Option<Text>,
    /// What asks for it: names of requirements or of items that build on it.
    pub asked_by: Vec<Text>,
    /// Not asked itself, but something that is builds on it.
    pub prerequisite: bool,
    /// Whether it is part of the critical chain, which decides when the plan ends.
    pub critical: bool,
    /// What it could be practised on, from level 3 up.
    pub practice: Vec<PracticeHint>,
    /// What the person changed about it.
    pub record: Option<PlanItemRecord>,
}

/// A practice of the role pack that would bring an item forward, and what of its checklist it would serve.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PracticeHint {
    /// The practice.
    pub practice: PracticeId,
    /// Its name.
    pub name: Text,
    /// What it is.
    pub summary: Text,
    /// `project`, `stack`, `contribution`, `internship`, `portfolio` or `review`.
    pub kind: String,
    /// Lines of its checklist that show the skill.
    pub lines: Vec<PracticeLine>,
    /// A project of the person's that is one of it and goes on.
    pub project: Option<RecordId>,
    /// Name of that project.
    pub project_name: Option<String>,
}

/// A line of a practice's checklist.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PracticeLine {
    /// Its id.
    pub id: StatementId,
    /// Its name.
    pub name: Text,
    /// What counts as done.
    pub hint: Text,
}

/// A due date that cannot be met.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ShortfallView {
    /// Title of the item.
    pub title: Text,
    /// By how much, and what would mend it.
    pub shortfall: Shortfall,
    /// Items whose leaving out would mend it: key and title; none where none do.
    pub drop: Vec<(String, Text)>,
}

/// The day the person wants to be ready, against the plan.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ReadyView {
    /// The day they want.
    pub by: Date,
    /// Whether the plan ends by then.
    pub met: bool,
    /// Minutes of work that do not fit before it.
    pub missing_minutes: u32,
    /// Minutes a week that would be needed; none when no week is long enough.
    pub weekly_minutes_needed: Option<u32>,
    /// The day that fits.
    pub date_that_fits: Option<Date>,
    /// Items whose leaving out would mend it: key and title; none where none do.
    pub drop: Vec<(String, Text)>,
}

/// The plan.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PlanView {
    /// The target.
    pub target: Option<TargetView>,
    /// Today.
    pub today: Date,
    /// When there is time.
    pub settings: PlanSettings,
    /// Days with other hours.
    pub absences: Vec<AbsenceRecord>,
    /// Public holidays from today to the end of the plan, where the person chose a country.
    pub holidays: Vec<HolidayView>,
    /// Minutes of a usual week.
    pub weekly_minutes: u32,
    /// Minutes that are left.
    pub minutes_left: u32,
    /// Day of the last session.
    pub finish: Option<Date>,
    /// The day they want to be ready, against the plan.
    pub ready: Option<ReadyView>,
    /// Items in the order of their first session.
    pub items: Vec<PlanItemView>,
    /// Keys of the items that decide when the plan ends, in their order: the critical chain.
    pub critical: Vec<String>,
    /// Minutes that were logged since the plan was begun.
    pub logged: u32,
    /// Weeks with their sessions.
    pub weeks: Vec<WeekView>,
    /// Due dates that cannot be met, apart from the wish to be ready.
    pub shortfalls: Vec<ShortfallView>,
    /// Items that were left out, or done.
    pub set_aside: Vec<SetAsideView>,
}

/// An item that the person left out or finished.
#[derive(Debug, Clone, Serialize, TS)]
pub struct SetAsideView {
    /// Its title.
    pub title: Text,
    /// What the person changed.
    pub record: PlanItemRecord,
}

/// When there is time: what is set, also where no plan can be made from it.
#[derive(Debug, Clone, Serialize, TS)]
pub struct CalendarView {
    /// Hours a week and ways of working.
    pub settings: PlanSettings,
    /// Days with other hours.
    pub absences: Vec<AbsenceRecord>,
    /// Countries whose public holidays are known.
    pub countries: Vec<String>,
}

/// `plan.calendar`: when there is time.
pub(crate) fn calendar_view(call: &Call<'_>, _: Nothing) -> Result<CalendarView, AppError> {
    let snapshot = call.snapshot()?;
    Ok(CalendarView {
        settings: snapshot.settings,
        absences: snapshot.absences,
        countries: HOLIDAY_COUNTRIES.map(str::to_owned).to_vec(),
    })
}

/// `plan.show`: the plan as of today.
pub(crate) fn show(call: &Call<'_>, _: Nothing) -> Result<PlanView, AppError> {
    let snapshot = call.snapshot()?;
    let planned = planned(&snapshot)?;
    Ok(view(&snapshot, &planned))
}

/// `plan.build`: begins the plan today, when it was not begun yet, and shows it.
pub(crate) fn build(call: &Call<'_>, _: Nothing) -> Result<PlanView, AppError> {
    let snapshot = call.snapshot()?;
    if snapshot.target.is_none() {
        return Err(AppError::new("target.none"));
    }
    let made = planned(&snapshot)?;
    if snapshot.settings.started_on.is_none() {
        let settings = PlanSettings { started_on: Some(snapshot.today), ..snapshot.settings.clone() };
        call.write("plan.build", json!({}), |writer| Ok(writer.set_plan_settings(&settings)?))?;
        return show(call, Nothing {});
    }
    Ok(view(&snapshot, &made))
}

pub(crate) fn view(snapshot: &Snapshot, planned: &Planned) -> PlanView {
    let titles: BTreeMap<&str, Text> = planned
        .sources
        .iter()
        .map(|source| (source.key.as_str(), title_of_key(snapshot, &source.key)))
        .collect();
    let critical = critical_chain(&planned.problem, &planned.schedule);
    let mut items: Vec<PlanItemView> = (0..planned.sources.len())
        .map(|index| item_view(snapshot, planned, index, (&titles, &critical)))
        .collect();
    items.sort_by_key(|item| (item.starts.is_none(), item.starts, item.finishes));
    let late = shortfalls(&planned.problem, &planned.schedule);
    let ready_by = snapshot.target.as_ref().and_then(|target| target.ready_by);
    PlanView {
        target: target_view(snapshot),
        today: snapshot.today,
        weekly_minutes: snapshot.settings.weekly_minutes.iter().sum(),
        settings: snapshot.settings.clone(),
        absences: snapshot.absences.clone(),
        holidays: holidays(snapshot, planned.schedule.finish.unwrap_or(snapshot.today)),
        minutes_left: planned.problem.items.iter().map(|item| item.minutes).sum(),
        finish: planned.schedule.finish,
        ready: ready_by.map(|by| ready(by, planned, &titles)),
        items,
        critical,
        logged: snapshot.settings.started_on.map_or(0, |day| logged_between(snapshot, day, snapshot.today)),
        weeks: weeks(snapshot, planned, &titles),
        shortfalls: late
            .into_iter()
            .map(|shortfall| ShortfallView {
                title: titles.get(shortfall.item.as_str()).cloned().unwrap_or_default(),
                drop: named(shortfall.items_to_drop.clone(), &titles),
                shortfall,
            })
            .collect(),
        set_aside: snapshot
            .plan_items
            .values()
            .filter(|record| record.dropped || record.done_on.is_some())
            .map(|record| SetAsideView { title: title_of_key(snapshot, &record.key), record: record.clone() })
            .collect(),
    }
}

/// The wish to be ready is met or missed by the plan as a whole: what is planned after that day does not fit. Preparation of
/// booked exams is not offered for leaving out.
fn ready(by: Date, planned: &Planned, titles: &BTreeMap<&str, Text>) -> ReadyView {
    let booked = |item: &Item| item.due_kind == Some(DueKind::Hard);
    let mends = mends_for_finish(&planned.problem, &planned.schedule, by, |item| !booked(item));
    ReadyView {
        by,
        met: mends.missing_minutes == 0,
        missing_minutes: mends.missing_minutes,
        weekly_minutes_needed: mends.weekly_minutes_needed,
        date_that_fits: mends.date_that_fits,
        drop: named(mends.items_to_drop, titles),
    }
}

/// Keys with their titles.
fn named(keys: Option<Vec<String>>, titles: &BTreeMap<&str, Text>) -> Vec<(String, Text)> {
    let title = |key: &String| titles.get(key.as_str()).cloned().unwrap_or_default();
    keys.unwrap_or_default().into_iter().map(|key| (key.clone(), title(&key))).collect()
}

fn item_view(
    snapshot: &Snapshot,
    planned: &Planned,
    index: usize,
    (titles, critical): (&BTreeMap<&str, Text>, &[String]),
) -> PlanItemView {
    let source: &ItemSource = &planned.sources[index];
    let item = &planned.problem.items[index];
    let scheduled = &planned.schedule.items[index];
    let class = source.what.pace_class(&snapshot.pack);
    let because_title = match &scheduled.because {
        Because::Capacity { item } | Because::WaitsFor { item } | Because::FocusLimit { item } => {
            titles.get(item.as_str()).cloned()
        }
        _ => None,
    };
    PlanItemView {
        key: source.key.clone(),
        title: titles[source.key.as_str()].clone(),
        skill: match &source.what {
            ItemWhat::SkillStep { skill, .. }
            | ItemWhat::Refresh { skill }
            | ItemWhat::Proof { skill, .. } => Some(skill.clone()),
            _ => None,
        },
        what: source.what.clone(),
        minutes: item.minutes,
        logged: source.logged.0,
        whole: source.whole.0,
        whole_is_own: snapshot
            .plan_items
            .get(whole_key(&source.key).0)
            .is_some_and(|it| it.minutes.is_some()),
        pace: planned.pace.ratio(class),
        pace_class: class,
        pace_items: planned.pace.finished().iter().filter(|it| it.class == class).count() as u32,
        critical: critical.contains(&source.key),
        practice: practice_hints(snapshot, &source.what),
        estimate: source.estimate,
        after: item.after.clone(),
        due: item.due,
        due_kind: item.due_kind,
        not_before: item.not_before,
        weight: item.weight,
        starts: scheduled.starts,
        finishes: scheduled.finishes,
        late_minutes: scheduled.late_minutes,
        slack_minutes: scheduled.slack_minutes,
        because: scheduled.because.clone(),
        because_title,
        asked_by: source.because_of.iter().map(|key| name_of_reason(snapshot, key)).collect(),
        prerequisite: source.prerequisite,
        record: snapshot.plan_items.get(&source.key).cloned(),
    }
}

/// The name of what asks for an item: a requirement (`skill:sql`, `choice:main-language`) or another item's key.
fn name_of_reason(snapshot: &Snapshot, key: &str) -> Text {
    match key.split(':').collect::<Vec<_>>().as_slice() {
        ["skill", id] => SkillId::new(*id).map(|id| snapshot.skill_name(&id)).unwrap_or_default(),
        ["choice", id] => {
            let choice = groundwork_domain::ChoiceId::new(*id).ok();
            choice
                .and_then(|id| snapshot.pack.choice(&id))
                .map(|choice| choice.name.clone())
                .unwrap_or_default()
        }
        ["practice", id] => {
            let practice = groundwork_domain::PracticeId::new(*id).ok();
            practice.and_then(|id| snapshot.pack.practice(&id)).map(|p| p.name.clone()).unwrap_or_default()
        }
        _ => title_of_key(snapshot, key),
    }
}
