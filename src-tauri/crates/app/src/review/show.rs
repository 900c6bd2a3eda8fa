//! The weekly review as it is shown.

use crate::app::Call;
use crate::error::AppError;
use crate::forecast::reckon;
use crate::log::{logged_between, logged_on, skill_of_key, title_of};
use crate::plan::{Planned, SessionView, minutes_on, pinned_on, planned, title_of_key};
use crate::review::close::apply;
use crate::snapshot::Snapshot;
use groundwork_domain::person::{EvidenceKind, KeptDay, KeptSession, ReviewChoice, ReviewRecord};
use groundwork_domain::readiness::Basis;
use groundwork_domain::{Date, Text};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use ts_rs::TS;

/// Which week.
#[derive(Debug, Default, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct ReviewParams {
    /// A day of it; where absent the week that is due: this one from Friday on, else the last one.
    #[serde(default)]
    pub week: Option<Date>,
}

/// A choice to try.
#[derive(Debug, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct TryParams {
    /// Monday of the week that is looked back on.
    pub week: Date,
    /// The choice for the next one.
    pub choice: ReviewChoice,
}

/// What became of an item that was planned.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ReviewOutcome {
    /// It is finished.
    Finished,
    /// At least what was planned was done.
    Done,
    /// Less than what was planned was done.
    Partly,
    /// Nothing was done.
    NotStarted,
    /// It was not planned, and something was done.
    Extra,
    /// Its sessions are still to come.
    ToCome,
}

/// An item of the week.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ReviewRow {
    /// Its key; none for time that was logged on a skill alone.
    pub key: Option<String>,
    /// Its title.
    pub title: Text,
    /// Minutes that were planned.
    pub planned: u32,
    /// Minutes that were logged.
    pub done: u32,
    /// What became of it.
    pub outcome: ReviewOutcome,
    /// Of what was planned, minutes of days that are past.
    pub due: u32,
    /// The day by which it would be done with even odds, when the week began; none where that was not kept.
    pub finish_then: Option<Date>,
    /// The day by which it will be done with even odds.
    pub finish_now: Option<Date>,
}

/// A choice for next week, and where it leads.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ChoiceView {
    /// The choice.
    pub choice: ReviewChoice,
    /// Title of the item that it names.
    pub title: Option<Text>,
    /// The day on which the plan would end.
    pub finish: Option<Date>,
    /// Why there would be no plan.
    pub refused: Option<Text>,
}

/// Next week, as it is planned.
#[derive(Debug, Clone, Serialize, TS)]
pub struct NextWeekView {
    /// Its Monday.
    pub start: Date,
    /// Minutes that are available.
    pub capacity: u32,
    /// Its sessions.
    pub sessions: Vec<SessionView>,
}

/// The review of a week.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ReviewView {
    /// Its Monday.
    pub week: Date,
    /// Whether the week is over, or it is Friday or later.
    pub is_due: bool,
    /// Whether a plan was kept when the week began; without one only what was done is known.
    pub plan_known: bool,
    /// Minutes that were planned.
    pub planned: u32,
    /// Minutes that were logged.
    pub done: u32,
    /// Minutes of each day, Monday first: planned and logged.
    pub days: Vec<(u32, u32)>,
    /// The items, those that slipped first.
    pub rows: Vec<ReviewRow>,
    /// Minutes that were planned for days that are past, and not done.
    pub slipped: u32,
    /// The plan's end when the week began.
    pub finish_then: Option<Date>,
    /// The plan's end now.
    pub finish_now: Option<Date>,
    /// The 85-in-100 forecast when the week began.
    pub p85_then: Option<Date>,
    /// The 85-in-100 forecast now.
    pub p85_now: Option<Date>,
    /// Readiness, proven, when the week began, 0 to 1.
    pub readiness_then: Option<f64>,
    /// Readiness, proven, now.
    pub readiness_now: f64,
    /// What may be chosen; going on as planned comes first.
    pub choices: Vec<ChoiceView>,
    /// Next week.
    pub next_week: NextWeekView,
    /// What was chosen, where the week is closed.
    pub closed: Option<ReviewRecord>,
    /// Mondays of weeks that can be looked at, newest first, at most 26.
    pub weeks: Vec<Date>,
}

/// `review.show`: the review of a week.
pub(crate) fn show(call: &Call<'_>, params: ReviewParams) -> Result<ReviewView, AppError> {
    let snapshot = call.snapshot()?;
    let week = params.week.map_or_else(|| week_due(snapshot.today), Date::week_start);
    if week > snapshot.today.week_start() {
        return Err(AppError::with("date.future", [("date", week.to_string())]));
    }
    view(call, &snapshot, week)
}

/// The week that is to be looked back on: this one from Friday on, else the last one.
pub(crate) fn week_due(today: Date) -> Date {
    let this = today.week_start();
    if today.weekday() >= 4 { this } else { this.plus_days(-7) }
}

/// Whether a week waits for its review: this one from Friday on, or the last one; not before the plan was begun.
pub(crate) fn is_due(snapshot: &Snapshot) -> bool {
    let week = week_due(snapshot.today);
    // A plan that was begun at the week's end has nothing to look back on.
    let begun = snapshot.settings.started_on.is_some_and(|day| day <= week.plus_days(3));
    begun && !snapshot.reviews.iter().any(|review| review.week == week)
}

/// The last day of a week that counts: its Sunday, or today.
fn last_day(snapshot: &Snapshot, week: Date) -> Date {
    week.plus_days(6).min(snapshot.today)
}

pub(crate) fn view(call: &Call<'_>, snapshot: &Snapshot, week: Date) -> Result<ReviewView, AppError> {
    let (days, forecasts) = call
        .app
        .store()?
        .read(|reader| Ok::<_, AppError>((reader.kept_days()?, reader.kept_forecasts()?)))?;
    let sunday = week.plus_days(6);
    // How they stood when the week began: the first day in it of which anything was kept.
    let then = days.iter().find(|day| (week..=sunday).contains(&day.on));
    let made = planned(snapshot)?;
    let forecast = reckon(snapshot, &made);
    let kept: Vec<&KeptSession> =
        snapshot.kept_sessions.iter().filter(|session| session.week == week).collect();
    let mut rows = rows(snapshot, &made, week, &kept);
    for row in &mut rows {
        let Some(key) = &row.key else { continue };
        let then = forecasts.iter().filter(|it| it.item == *key && (week..=sunday).contains(&it.made_on));
        row.finish_then = then.min_by_key(|it| it.made_on).and_then(|it| it.p50);
        let now = forecast.items.iter().find(|it| it.id == *key);
        row.finish_now = now.and_then(|it| it.quantiles.p50);
    }
    let closed = snapshot.reviews.iter().find(|review| review.week == week).cloned();
    let day = |offset: i64| {
        let date = week.plus_days(offset);
        let planned = kept.iter().filter(|session| session.date == date).map(|session| session.minutes);
        (planned.sum(), logged_on(snapshot, date))
    };
    Ok(ReviewView {
        week,
        is_due: week <= week_due(snapshot.today),
        plan_known: !kept.is_empty(),
        planned: kept.iter().map(|session| session.minutes).sum(),
        done: logged_between(snapshot, week, sunday),
        days: (0..7).map(day).collect(),
        slipped: rows.iter().map(|row| row.due.saturating_sub(row.done)).sum(),
        finish_then: then.and_then(|day| day.finish),
        finish_now: made.schedule.finish,
        p85_then: then.and_then(|day| day.p85),
        p85_now: forecast.finish.p85,
        readiness_then: then.map(|day| day.proven),
        readiness_now: snapshot.readiness(Basis::Proven).ratio,
        choices: choices(snapshot, &made, week),
        next_week: next_week(snapshot, &made, week),
        closed,
        weeks: weeks(snapshot, &days),
        rows,
    })
}

/// Mondays of weeks of which anything is known, newest first.
fn weeks(snapshot: &Snapshot, days: &[KeptDay]) -> Vec<Date> {
    let kept = days.iter().map(|day| day.on.week_start());
    let logged = snapshot.log.iter().map(|entry| entry.on.week_start());
    let mut all: BTreeSet<Date> = kept.chain(logged).collect();
    all.insert(week_due(snapshot.today));
    all.into_iter().rev().filter(|week| *week <= snapshot.today).take(26).collect()
}

fn rows(snapshot: &Snapshot, made: &Planned, week: Date, kept: &[&KeptSession]) -> Vec<ReviewRow> {
    let last = last_day(snapshot, week);
    let mut rows: Vec<ReviewRow> = Vec::new();
    let mut add = |key: Option<&str>, title: Text, planned: u32, done: u32| match rows
        .iter_mut()
        .find(|row| row.key.as_deref() == key && (key.is_some() || row.title == title))
    {
        Some(row) => {
            row.planned += planned;
            row.done += done;
        }
        None => rows.push(ReviewRow {
            key: key.map(str::to_owned),
            title,
            planned,
            due: 0,
            done,
            outcome: ReviewOutcome::NotStarted,
            finish_then: None,
            finish_now: None,
        }),
    };
    for session in kept {
        add(Some(&session.item), session.title.clone(), session.minutes, 0);
    }
    for entry in snapshot.log.iter().filter(|entry| (week..=last).contains(&entry.on)) {
        // Time on a skill alone counts for the item of that skill that was planned.
        let of_skill = entry.skill.as_ref().filter(|_| entry.item.is_none()).and_then(|skill| {
            let of = |session: &&&KeptSession| skill_of_key(&session.item).as_ref() == Some(skill);
            kept.iter().find(of)
        });
        let key = entry.item.as_deref().or(of_skill.map(|session| session.item.as_str()));
        add(key, title_of(snapshot, entry), 0, entry.minutes.0);
    }
    for record in snapshot.evidence.iter().filter(|record| (week..=last).contains(&record.on)) {
        if let EvidenceKind::Log { minutes } = record.what {
            add(None, snapshot.skill_name(&record.skill), 0, minutes.0);
        }
    }
    for row in &mut rows {
        let Some(key) = row.key.clone() else {
            row.outcome = ReviewOutcome::Extra;
            continue;
        };
        let past = kept.iter().filter(|session| session.item == key && session.date < snapshot.today);
        row.due = past.map(|session| session.minutes).sum();
        let now = made.schedule.items.iter().find(|item| item.id == key);
        let out = snapshot.plan_items.get(&key).is_some_and(|record| record.dropped);
        row.outcome = match (now, row.planned, row.done) {
            (None, _, done) if !out && done > 0 => ReviewOutcome::Finished,
            (_, 0, _) => ReviewOutcome::Extra,
            (_, planned, done) if done >= planned => ReviewOutcome::Done,
            (_, _, done) if done >= row.due => ReviewOutcome::ToCome,
            (_, _, 0) => ReviewOutcome::NotStarted,
            _ => ReviewOutcome::Partly,
        };
    }
    rows.sort_by_key(|row| {
        let slipped = matches!(row.outcome, ReviewOutcome::NotStarted | ReviewOutcome::Partly);
        (!slipped, std::cmp::Reverse(row.due.saturating_sub(row.done)), row.outcome)
    });
    rows
}

/// Next week as the plan has it.
fn next_week(snapshot: &Snapshot, made: &Planned, week: Date) -> NextWeekView {
    let start = week.plus_days(7).max(snapshot.today.week_start());
    let days = (0..7).map(|day| start.plus_days(day)).filter(|day| *day >= snapshot.today);
    let sessions = made.schedule.sessions.iter().filter(|session| session.date.week_start() == start);
    NextWeekView {
        start,
        capacity: days.map(|day| minutes_on(&made.problem.calendar, day)).sum(),
        sessions: sessions
            .map(|session| SessionView {
                date: session.date,
                item: session.item.clone(),
                title: title_of_key(snapshot, &session.item),
                minutes: session.minutes,
                pinned: pinned_on(made, &session.item, session.date),
            })
            .collect(),
    }
}

/// What may be chosen: to go on; the hours that were really given; a lighter week; the item that slipped most before all
/// others; the day that fits.
fn choices(snapshot: &Snapshot, made: &Planned, week: Date) -> Vec<ChoiceView> {
    let usual: u32 = snapshot.settings.weekly_minutes.iter().sum();
    // What the last four weeks that are over really got: one week alone says little.
    let known: Vec<u32> = made.pace.weeks().iter().rev().take(4).map(|week| week.given.0).collect();
    let given = known.iter().sum::<u32>() / (known.len().max(1) as u32) / 30 * 30;
    let mut all = vec![ReviewChoice::Keep];
    if week < week_due(snapshot.today).plus_days(-7) {
        return all.into_iter().map(|choice| choice_view(snapshot, week, choice)).collect();
    }
    if given >= 30 && given != usual {
        all.push(ReviewChoice::Hours { weekly_minutes: given });
    }
    let next = next_week(snapshot, made, week);
    if next.capacity >= 60 {
        all.push(ReviewChoice::LighterWeek { minutes: next.capacity / 2 / 15 * 15 });
    }
    let first = made.schedule.sessions.iter().find(|session| session.date >= next.start);
    if let Some(session) = first {
        all.push(ReviewChoice::First { item: session.item.clone() });
    }
    let late = snapshot.target.as_ref().and_then(|target| target.ready_by);
    if let (Some(by), Some(finish)) = (late, made.schedule.finish)
        && finish > by
    {
        all.push(ReviewChoice::ReadyBy { date: finish });
    }
    all.into_iter().map(|choice| choice_view(snapshot, week, choice)).collect()
}

/// `review.try`: where a choice would lead.
pub(crate) fn try_out(call: &Call<'_>, params: TryParams) -> Result<ChoiceView, AppError> {
    Ok(choice_view(&call.snapshot()?, params.week.week_start(), params.choice))
}

fn choice_view(snapshot: &Snapshot, week: Date, choice: ReviewChoice) -> ChoiceView {
    let mut trial = snapshot.clone();
    let finish = apply(&mut trial, week, &choice).and_then(|_| planned(&trial));
    ChoiceView {
        title: match &choice {
            ReviewChoice::First { item } => Some(title_of_key(snapshot, item)),
            _ => None,
        },
        choice,
        finish: finish.as_ref().ok().and_then(|planned| planned.schedule.finish),
        refused: finish.err().map(|error| error.sentence),
    }
}
