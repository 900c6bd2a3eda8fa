//! From what is known of the person to a plan problem and its schedule.

use crate::error::AppError;
use crate::log::{logged, pace};
use crate::messages;
use crate::plan::lines::put_lines;
use crate::snapshot::{Snapshot, certification_name, skill_name};
use groundwork_domain::certification::{RenewalPlan, USUAL_EXAM_HOURS, needs, renewal};
use groundwork_domain::gap::Gap;
use groundwork_domain::pace::{Pace, PaceClass};
use groundwork_domain::person::{CertificationRecord, CertificationStage, Place, ProjectRecord};
use groundwork_domain::plan::{
    Calendar, DueKind, ExamNeed, Exception, Ground, Item, ItemSource, ItemWhat, Logged, Pin, PlanError,
    PlanProblem, Schedule, arranged, exam_key, items_from_gap, mock_key, public_holidays, renewal_key,
    solve_near, split, whole_key,
};
use groundwork_domain::role::{Estimate, RolePack};
use groundwork_domain::{Date, Minutes, RecordId, Text};
use std::collections::{BTreeMap, BTreeSet};

/// Days before an exam within which its mock exams stand: an estimate of ours.
const MOCK_DAYS: i64 = 21;
/// Years for which holidays are looked up ahead.
const HOLIDAY_YEARS: i16 = 12;

/// The plan with what it was made from.
pub(crate) struct Planned {
    pub sources: Vec<ItemSource>,
    pub problem: PlanProblem,
    pub schedule: Schedule,
    pub pace: Pace,
    /// Whether mock exams wait for the last weeks before their exam.
    pub mocks_late: bool,
}

/// Makes the plan anew from what is known now. Mock exams stand in the last weeks before their exam, unless that would make
/// a booked exam's preparation late.
pub(crate) fn planned(snapshot: &Snapshot) -> Result<Planned, AppError> {
    let near = planned_with(snapshot, true)?;
    if near.schedule.max_hard_late_minutes == 0 || !near.mocks_late {
        return Ok(near);
    }
    planned_early(snapshot)
}

/// The same plan with mock exams as soon as they can be: who sees an exam come puts it first, and the forecast counts on that.
pub(crate) fn planned_early(snapshot: &Snapshot) -> Result<Planned, AppError> {
    planned_with(snapshot, false)
}

fn planned_with(snapshot: &Snapshot, mocks_late: bool) -> Result<Planned, AppError> {
    let pace = pace(snapshot);
    let kept = &snapshot.plan_items;
    let out = |source: &ItemSource| {
        kept.get(&source.key).is_some_and(|item| item.dropped || item.done_on.is_some())
    };
    let all = sources(snapshot, &pace)?.into_iter().filter(|source| !out(source)).collect::<Vec<_>>();
    let places: Vec<(String, Place)> =
        kept.values().filter_map(|item| Some((item.key.clone(), item.place.clone()?))).collect();
    let former = former(snapshot, &all);
    let sources = arranged(all, &former, &places);
    let present: BTreeSet<String> = sources.iter().map(|source| source.key.clone()).collect();
    // Near to this order: of equally good plans the one that departs least from it.
    let order: Vec<String> = sources.iter().map(|source| source.key.clone()).collect();
    let calendar = calendar(snapshot);
    let mut room = Room::new(snapshot, &calendar);
    let mut waits = false;
    let items: Vec<Item> = sources
        .iter()
        .map(|source| {
            let mut item = item(snapshot, source, &present, &mut room);
            if mocks_late && item.not_before.is_none() && item.pinned.is_empty() {
                item.not_before = mocks_from(snapshot, source);
                waits |= item.not_before.is_some();
            }
            item
        })
        .collect();
    let mut problem = PlanProblem {
        start: snapshot.today,
        focus_limit: snapshot.settings.focus_limit,
        min_session_minutes: snapshot.settings.min_session_minutes,
        max_item_minutes_per_day: snapshot.settings.max_item_minutes_per_day,
        calendar,
        items,
    };
    loop {
        match solve_near(&problem, &order) {
            Ok(schedule) => return Ok(Planned { sources, problem, schedule, pace, mocks_late: waits }),
            // A pin that can no longer be kept yields; the plan goes on.
            Err(PlanError::PinBeforePredecessor { item, date }) => {
                let pinned = problem.items.iter_mut().find(|it| it.id == item).map(|it| &mut it.pinned);
                let Some(at) = pinned.as_ref().and_then(|pins| pins.iter().position(|pin| pin.date == date))
                else {
                    return Err(refused(snapshot, &PlanError::PinBeforePredecessor { item, date }));
                };
                if let Some(pins) = pinned {
                    pins.remove(at);
                }
            }
            Err(error) => return Err(refused(snapshot, &error)),
        }
    }
}

/// Items of the plan that was kept last, in the order of their sessions, as far as a usual week finishes them: what was
/// begun and is nearly done stays in front. Larger ones find their place by value again.
fn former(snapshot: &Snapshot, sources: &[ItemSource]) -> Vec<String> {
    let last = snapshot.kept_sessions.iter().map(|session| session.week).max();
    let near = last.filter(|week| week.days_until(snapshot.today) <= 21);
    let week: u32 = snapshot.settings.weekly_minutes.iter().sum();
    let small = |key: &str| sources.iter().any(|source| source.key == key && source.left().0 <= week);
    let mut keys: Vec<String> = Vec::new();
    for session in snapshot.kept_sessions.iter().filter(|session| Some(session.week) == near) {
        if !keys.contains(&session.item) && small(&session.item) {
            keys.push(session.item.clone());
        }
    }
    keys
}

/// Everything that could be in the plan, what was left out or done included.
pub(crate) fn sources(snapshot: &Snapshot, pace: &Pace) -> Result<Vec<ItemSource>, AppError> {
    let logged = since_attempts(snapshot, logged(snapshot));
    let has_target = snapshot.target.is_some();
    let exams: Vec<ExamNeed> = prepared(snapshot).map(|record| exam_need(snapshot, record)).collect();
    let mut sources = items_from_gap(&Ground {
        pack: &snapshot.pack,
        requirements: &snapshot.requirements(),
        gap: &if has_target { snapshot.gap() } else { Gap::none() },
        standing: &snapshot.standing,
        logged: &logged,
        pace,
        exams: &exams,
        today: snapshot.today,
    })
    .map_err(|error| refused(snapshot, &error))?;
    for (record, renewal) in renewals(snapshot) {
        let whole = pace.corrected(Minutes::hours(renewal.hours), PaceClass::Exam);
        let what = ItemWhat::Renewal { record: record.id.clone() };
        let item = plain(renewal_key(&record.id), what, (whole, renewal.hours), &logged);
        sources.push(ItemSource { due: renewal.closes, ..item });
    }
    put_lines(snapshot, pace, &logged, &mut sources);
    for own in snapshot.plan_items.values().filter(|item| item.key.starts_with("own:")) {
        let minutes = own.minutes.unwrap_or(60);
        let whole = pace.corrected(Minutes(minutes), PaceClass::Own);
        sources.push(plain(own.key.clone(), ItemWhat::Own, (whole, minutes.div_ceil(60)), &logged));
    }
    for source in &mut sources {
        let own = snapshot.plan_items.get(&source.key).and_then(|item| item.minutes);
        if let Some(minutes) = own {
            source.whole = Minutes(minutes);
        }
    }
    waits_too(snapshot, &mut sources, false);
    let cuts = snapshot.plan_items.values().filter_map(|it| Some((it.key.clone(), Minutes(it.split_after?))));
    let mut sources = split(sources, &cuts.collect(), &logged);
    waits_too(snapshot, &mut sources, true);
    Ok(sources)
}

/// Adds what the person lets items wait for: before items are split, so that it is the whole that is waited for, and then
/// for the parts themselves.
fn waits_too(snapshot: &Snapshot, sources: &mut [ItemSource], parts: bool) {
    for source in sources.iter_mut().filter(|source| (whole_key(&source.key).1 > 0) == parts) {
        let own = snapshot.plan_items.get(&source.key).map(|record| record.after.clone());
        source.after.extend(own.unwrap_or_default());
    }
}

/// What was logged for an exam before an attempt that was not passed does not shorten the preparation of the next.
fn since_attempts(snapshot: &Snapshot, mut logged: Logged) -> Logged {
    for record in prepared(snapshot) {
        let Some(last) = record.attempts.iter().map(|attempt| attempt.on).max() else { continue };
        for key in [exam_key(&record.id), mock_key(&record.id)] {
            let before = snapshot.log.iter().filter(|entry| entry.on <= last);
            let of_exam = before.filter(|entry| entry.item.as_deref() == Some(key.as_str()));
            let spent: u32 = of_exam.map(|entry| entry.minutes.0).sum();
            if let Some(minutes) = logged.items.get_mut(&key) {
                *minutes = Minutes(minutes.0.saturating_sub(spent));
            }
        }
    }
    logged
}

/// Certifications of the person's whose preparation belongs into the plan.
fn prepared(snapshot: &Snapshot) -> impl Iterator<Item = &CertificationRecord> {
    snapshot.certifications.iter().filter(|record| record.stage.is_prepared())
}

/// What an exam asks of the plan. After a failed attempt half of its hours again: an estimate of ours.
pub(crate) fn exam_need(snapshot: &Snapshot, record: &CertificationRecord) -> ExamNeed {
    let known = snapshot.known(record);
    let first = record.certification.as_ref().map(|id| needs(&snapshot.pack, id)).unwrap_or_default();
    let supports = snapshot.supports(record).0;
    let hours = known.and_then(|known| known.exam_hours).unwrap_or(USUAL_EXAM_HOURS);
    ExamNeed {
        record: record.id.clone(),
        supports: supports.into_iter().map(|it| (it.skill, it.level)).collect(),
        hours: if record.attempts.is_empty() { hours } else { hours.div_ceil(2) },
        minutes: known.and_then(|known| known.minutes),
        after: prepared(snapshot)
            .filter(|it| it.certification.as_ref().is_some_and(|id| first.contains(id)))
            .map(|it| it.id.clone())
            .collect(),
    }
}

/// Certifications that the person means to keep up, and whose renewal is open or opens within four weeks.
pub(crate) fn renewals(snapshot: &Snapshot) -> impl Iterator<Item = (&CertificationRecord, RenewalPlan)> {
    let near = snapshot.today.plus_days(28);
    snapshot.certifications.iter().filter(|record| record.keep_up).filter_map(move |record| {
        let renewal = renewal(record, snapshot.known(record), snapshot.today)?;
        let is_near = renewal.begin.is_some_and(|begin| begin <= near);
        (renewal.is_work() && is_near && renewal.hours > 0).then_some((record, renewal))
    })
}

pub(super) fn plain(
    key: String,
    what: ItemWhat,
    (whole, likely): (Minutes, u32),
    logged: &Logged,
) -> ItemSource {
    ItemSource {
        logged: logged.on(&key),
        key,
        what,
        whole,
        estimate: Estimate { low: likely.div_ceil(2), likely, high: likely.saturating_mul(2) },
        due: None,
        after: Vec::new(),
        weight: 3,
        because_of: Vec::new(),
        prerequisite: false,
    }
}

fn item(snapshot: &Snapshot, source: &ItemSource, present: &BTreeSet<String>, room: &mut Room<'_>) -> Item {
    let kept = snapshot.plan_items.get(&source.key);
    let record = |id: &RecordId| snapshot.certifications.iter().find(|record| record.id == *id);
    let certification = source.what.certification().and_then(record);
    let exam = certification.filter(|_| source.what.is_for_exam());
    let own_due = kept
        .and_then(|kept| kept.due)
        .map(|due| (due, kept.and_then(|kept| kept.due_kind).unwrap_or(DueKind::Soft)));
    let exam_due = exam.and_then(|record| match (record.stage, record.exam_on, record.wanted_by) {
        (CertificationStage::Booked, Some(exam), _) => Some((exam.plus_days(-1), DueKind::Hard)),
        (_, _, Some(wanted)) => Some((wanted, DueKind::Soft)),
        _ => None,
    });
    // The wish to be ready is held against the end of the whole plan, not against each item: see `ready` in `show.rs`.
    let due = own_due.or(exam_due).or(source.due.map(|day| (day, DueKind::Soft)));
    let mut after = source.after.clone();
    after.retain(|key| present.contains(key));
    after.sort();
    after.dedup();
    let minutes = source.left().0;
    let opens = certification.filter(|_| exam.is_none()).and_then(|record| {
        renewal(record, snapshot.known(record), snapshot.today)?.begin.filter(|begin| *begin > snapshot.today)
    });
    let not_before = kept.and_then(|kept| kept.not_before).or(opens);
    let pins = kept.map(|kept| kept.pinned.as_slice()).unwrap_or_default();
    Item {
        id: source.key.clone(),
        minutes,
        after,
        not_before,
        due: due.map(|(due, _)| due),
        due_kind: due.map(|(_, kind)| kind),
        weight: kept.and_then(|kept| kept.weight).unwrap_or(source.weight).clamp(1, 10),
        pinned: room.for_pins(pins, minutes, not_before),
    }
}

/// The day from which mock exams are worth taking: three weeks before the exam, unless the person wants to be ready before
/// that. An estimate of ours.
fn mocks_from(snapshot: &Snapshot, source: &ItemSource) -> Option<Date> {
    let ItemWhat::MockExam { record } = &source.what else { return None };
    let record = snapshot.certifications.iter().find(|it| it.id == *record)?;
    let exam = record.exam_on.filter(|_| record.stage == CertificationStage::Booked)?;
    let ready_by = snapshot.target.as_ref().and_then(|target| target.ready_by);
    let from = exam.plus_days(-MOCK_DAYS);
    (from > snapshot.today && ready_by.is_none_or(|by| by >= exam)).then_some(from)
}

/// Room for pinned sessions: what was pinned once must not stand in the way of a plan when hours or days change.
struct Room<'a> {
    calendar: &'a Calendar,
    today: Date,
    most: u32,
    taken: BTreeMap<Date, u32>,
}

impl<'a> Room<'a> {
    fn new(snapshot: &Snapshot, calendar: &'a Calendar) -> Self {
        let most = snapshot.settings.max_item_minutes_per_day.unwrap_or(u32::MAX);
        Self { calendar, today: snapshot.today, most, taken: BTreeMap::new() }
    }

    /// The pins as far as days to come, the item and its days have room for them.
    fn for_pins(&mut self, pins: &[Pin], minutes: u32, not_before: Option<Date>) -> Vec<Pin> {
        let first = not_before.unwrap_or(self.today).max(self.today);
        let mut left = minutes;
        let mut kept = Vec::new();
        for pin in pins.iter().filter(|pin| pin.date >= first) {
            let taken = self.taken.entry(pin.date).or_default();
            let room = minutes_on(self.calendar, pin.date).saturating_sub(*taken);
            let minutes = pin.minutes.min(room).min(left).min(self.most);
            if minutes > 0 {
                *taken += minutes;
                left -= minutes;
                kept.push(Pin { date: pin.date, minutes });
            }
        }
        kept
    }
}

/// Weekly hours, holidays by choice, absences; absences win. The days that differ stand in order.
pub(crate) fn calendar(snapshot: &Snapshot) -> Calendar {
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
        PlanError::NoCapacity { minutes, item } => {
            let time = messages::hours_text(u32::try_from(*minutes).unwrap_or(u32::MAX));
            AppError::about(error.code(), [("item", title_of_key(snapshot, item)), ("time", time)])
        }
        other => AppError::with("plan.refused", [("detail", other.to_string())]),
    }
}

/// The title of an item, from its key alone.
pub(crate) fn title_of_key(snapshot: &Snapshot, key: &str) -> Text {
    if let Some(inner) = key.strip_prefix("part:") {
        let args = BTreeMap::from([("item".to_owned(), title_of_key(snapshot, inner))]);
        return messages::text("title_part", &args);
    }
    let what = ItemWhat::of_key(key);
    what.and_then(|what| title_of_what(&snapshot.pack, (&snapshot.certifications, &snapshot.projects), &what))
        .unwrap_or_else(|| {
            let own = snapshot.plan_items.get(key);
            own.map_or_else(
                || messages::text("title_gone", &BTreeMap::new()),
                |item| Text::same(item.title.clone()),
            )
        })
}

/// The title that follows from what an item is; none for one of the person's own.
pub(crate) fn title_of_what(
    pack: &RolePack,
    (certifications, projects): (&[CertificationRecord], &[ProjectRecord]),
    what: &ItemWhat,
) -> Option<Text> {
    let (message, args) = match what {
        ItemWhat::SkillStep { skill, to } => {
            let (from, to) = (Text::same(to.lower().to_string()), Text::same(to.to_string()));
            ("title_skill_step", vec![("skill", skill_name(pack, skill)), ("from", from), ("to", to)])
        }
        ItemWhat::Refresh { skill } => ("title_refresh", vec![("skill", skill_name(pack, skill))]),
        ItemWhat::Proof { skill, to } => {
            ("title_proof", vec![("skill", skill_name(pack, skill)), ("to", Text::same(to.to_string()))])
        }
        ItemWhat::Practice { practice, number } => {
            let name = pack.practice(practice).map(|it| it.name.clone()).unwrap_or_default();
            ("title_practice", vec![("practice", name), ("number", Text::same(number.to_string()))])
        }
        ItemWhat::ExamPreparation { record }
        | ItemWhat::MockExam { record }
        | ItemWhat::Renewal { record } => {
            let found = certifications.iter().find(|it| it.id == *record);
            let name = found.map(|it| certification_name(pack, it)).unwrap_or_default();
            let title = match what {
                ItemWhat::MockExam { .. } => "title_mock",
                ItemWhat::Renewal { .. } => "title_renewal",
                _ => "title_exam",
            };
            (title, vec![("name", Text::same(name))])
        }
        ItemWhat::ProjectLine { project, line } => {
            let project = projects.iter().find(|it| it.id == *project)?;
            let practice = project.practice.as_ref().and_then(|id| pack.practice(id));
            let named = practice.and_then(|practice| practice.checklist.iter().find(|it| it.id == *line));
            let name = named.map_or_else(|| Text::same(line.as_str()), |line| line.name.clone());
            ("title_project_line", vec![("line", name), ("project", Text::same(project.name.clone()))])
        }
        ItemWhat::Own => return None,
    };
    let args = args.into_iter().map(|(name, text)| (name.to_owned(), text)).collect();
    Some(messages::text(message, &args))
}
