//! Today: what to do now, this week, what comes due, how ready one is.

use crate::app::Call;
use crate::certifications::mine;
use crate::commands::Nothing;
use crate::error::AppError;
use crate::log::{logged_between, logged_on};
use crate::plan::{
    PlanItemView, PlanView, Planned, ReadyView, SessionView, ShortfallView, minutes_on, planned,
    title_of_key, view as plan_view,
};
use crate::snapshot::Snapshot;
use crate::target::{ReadinessView, readiness_view};
use crate::timer::TimerView;
use groundwork_domain::person::{CertificationStage, KeptDay, PlanItemRecord};
use groundwork_domain::plan::Calendar;
use groundwork_domain::readiness::Basis;
use groundwork_domain::{Date, Text};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use ts_rs::TS;

/// A day of this week.
#[derive(Debug, Clone, Serialize, TS)]
pub struct DayView {
    /// The day.
    pub date: Date,
    /// Minutes that were logged.
    pub logged: u32,
    /// Minutes that are planned, from today on.
    pub planned: u32,
    /// Minutes that are available.
    pub capacity: u32,
}

/// What kind of date comes due.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum DueWhat {
    /// A booked exam.
    Exam,
    /// A certification expires.
    Expiry,
    /// A proven level drops.
    Stale,
    /// An item of the plan is due.
    Item,
    /// The day the person wants to be ready.
    Ready,
}

/// Something that comes due.
#[derive(Debug, Clone, Serialize, TS)]
pub struct DueRow {
    /// What kind.
    pub what: DueWhat,
    /// Its title.
    pub title: Text,
    /// The day.
    pub on: Date,
    /// Days until then; negative when past.
    #[ts(type = "number")]
    pub days: i64,
    /// Minutes of work left for it, where there are any.
    pub minutes_left: Option<u32>,
    /// What to open: a skill's id, a record's id or an item's key.
    pub reference: String,
}

/// Today.
#[derive(Debug, Clone, Serialize, TS)]
pub struct TodayView {
    /// Today.
    pub today: Date,
    /// How ready the person is.
    pub readiness: ReadinessView,
    /// How many requirements are still open.
    pub gaps_left: u32,
    /// The plan's number of this week, from 1; none before the plan was begun.
    #[ts(type = "number | null")]
    pub plan_week: Option<i64>,
    /// The item to work on now, with its session today.
    pub now: Option<PlanItemView>,
    /// Sessions of today, or of the next day that has any.
    pub next_sessions: Vec<SessionView>,
    /// The seven days of this week.
    pub week: Vec<DayView>,
    /// What comes due within 120 days, nearest first.
    pub due: Vec<DueRow>,
    /// Day of the plan's last session.
    pub finish: Option<Date>,
    /// The day they want to be ready, against the plan.
    pub ready: Option<ReadyView>,
    /// Due dates that cannot be met.
    pub shortfalls: Vec<ShortfallView>,
    /// Minutes of the plan that are left.
    pub minutes_left: u32,
    /// The timer, where there is one.
    pub timer: Option<TimerView>,
    /// Minutes that were logged today, by key of the item.
    pub logged_today: BTreeMap<String, u32>,
    /// Readiness and its forecast on the days that were kept, oldest first, today last; at most 180.
    pub trend: Vec<TrendPoint>,
    /// What changed since about a week ago; none where nothing was kept then.
    pub since: Option<SinceView>,
    /// Whether a week waits for its review.
    pub review_due: bool,
}

/// How the person stood on a day.
#[derive(Debug, Clone, Serialize, TS)]
pub struct TrendPoint {
    /// The day.
    pub on: Date,
    /// Readiness by what they claimed, 0 to 1.
    pub claimed: f64,
    /// Readiness by what was proven, 0 to 1.
    pub proven: f64,
    /// The forecast of that day, 85 in 100.
    pub p85: Option<Date>,
}

/// What changed since a day.
#[derive(Debug, Clone, Serialize, TS)]
pub struct SinceView {
    /// That day: seven days ago, or the nearest one before on which anything was kept.
    pub on: Date,
    /// Whether they work toward the same rung as then.
    pub same_rung: bool,
    /// Readiness then, proven, 0 to 1.
    pub proven_then: f64,
    /// Readiness then, claimed, 0 to 1.
    pub claimed_then: f64,
    /// Minutes of the plan that were left then.
    pub minutes_left_then: u32,
    /// Minutes that were logged since.
    pub logged: u32,
    /// The plan's end then.
    pub finish_then: Option<Date>,
    /// The plan's end now.
    pub finish_now: Option<Date>,
    /// The 85-in-100 forecast then.
    pub p85_then: Option<Date>,
    /// What was finished since.
    pub finished: Vec<Text>,
}

/// `today.show`: what to do now.
pub(crate) fn show(call: &Call<'_>, _: Nothing) -> Result<TodayView, AppError> {
    let snapshot = call.snapshot()?;
    let made = planned(&snapshot)?;
    let plan = plan_view(&snapshot, &made);
    let next = plan.weeks.iter().flat_map(|week| &week.sessions).map(|session| session.date).min();
    let next_sessions: Vec<SessionView> = plan
        .weeks
        .iter()
        .flat_map(|week| &week.sessions)
        .filter(|session| Some(session.date) == next)
        .cloned()
        .collect();
    let first = next_sessions.first().map(|session| session.item.clone());
    let begun = snapshot.settings.started_on;
    let days = call.app.store()?.read(|reader| Ok::<_, AppError>(reader.kept_days()?))?;
    Ok(TodayView {
        today: snapshot.today,
        gaps_left: snapshot.gap().entries.len() as u32,
        readiness: readiness_view(&snapshot),
        plan_week: begun
            .map(|day| day.week_start().days_until(snapshot.today.week_start()) / 7 + 1)
            .filter(|n| *n > 0),
        now: plan.items.iter().find(|item| Some(&item.key) == first.as_ref()).cloned(),
        week: week(&snapshot, &plan, &made.problem.calendar),
        due: due(&snapshot, &plan),
        next_sessions,
        finish: plan.finish,
        ready: plan.ready,
        shortfalls: plan.shortfalls,
        minutes_left: plan.minutes_left,
        timer: snapshot.timer.as_ref().map(|timer| crate::timer::of(call, &snapshot, timer)),
        logged_today: logged_today(&snapshot),
        trend: trend(&snapshot, &days),
        since: since(&snapshot, &made, &days),
        review_due: crate::review::is_due(&snapshot),
    })
}

fn logged_today(snapshot: &Snapshot) -> BTreeMap<String, u32> {
    let mut minutes = BTreeMap::new();
    for entry in snapshot.log.iter().filter(|entry| entry.on == snapshot.today) {
        if let Some(item) = &entry.item {
            *minutes.entry(item.clone()).or_default() += entry.minutes.0;
        }
    }
    minutes
}

/// Most points of the trend.
const POINTS: usize = 180;

/// Days that were kept while they worked toward this rung, and today.
fn trend(snapshot: &Snapshot, days: &[KeptDay]) -> Vec<TrendPoint> {
    let rung = snapshot.target.as_ref().map(|target| &target.rung);
    let kept = days.iter().filter(|day| Some(&day.rung) == rung && day.on < snapshot.today);
    let point =
        |day: &KeptDay| TrendPoint { on: day.on, claimed: day.claimed, proven: day.proven, p85: day.p85 };
    let mut points: Vec<TrendPoint> = kept.map(point).collect();
    points.drain(..points.len().saturating_sub(POINTS - 1));
    if rung.is_some() {
        points.push(TrendPoint {
            on: snapshot.today,
            claimed: snapshot.readiness(Basis::Claimed).ratio,
            proven: snapshot.readiness(Basis::Proven).ratio,
            p85: days.last().filter(|day| day.on == snapshot.today).and_then(|day| day.p85),
        });
    }
    points
}

/// What changed since the day, a week ago or the nearest before it, on which anything was kept; where the program is
/// younger than that, since its first day.
fn since(snapshot: &Snapshot, made: &Planned, days: &[KeptDay]) -> Option<SinceView> {
    let week_ago = snapshot.today.plus_days(-7);
    let past = || days.iter().filter(|day| day.on < snapshot.today);
    let then = past().rfind(|day| day.on <= week_ago).or_else(|| past().next())?;
    let finished = |item: &&PlanItemRecord| item.done_on.is_some_and(|day| day > then.on);
    let mut titles: Vec<Text> =
        snapshot.plan_items.values().filter(finished).map(|item| title_of_key(snapshot, &item.key)).collect();
    let logged: BTreeSet<&String> = snapshot
        .log
        .iter()
        .filter(|entry| entry.on > then.on)
        .filter_map(|entry| entry.item.as_ref())
        .collect();
    for key in logged {
        let gone = !made.sources.iter().any(|source| source.key == *key);
        if gone && !snapshot.plan_items.get(key).is_some_and(|it| it.dropped || it.done_on.is_some()) {
            titles.push(title_of_key(snapshot, key));
        }
    }
    Some(SinceView {
        on: then.on,
        same_rung: snapshot.target.as_ref().is_some_and(|target| target.rung == then.rung),
        proven_then: then.proven,
        claimed_then: then.claimed,
        minutes_left_then: then.minutes_left,
        logged: logged_between(snapshot, then.on.plus_days(1), snapshot.today),
        finish_then: then.finish,
        finish_now: made.schedule.finish,
        p85_then: then.p85,
        finished: titles,
    })
}

fn week(snapshot: &Snapshot, plan: &PlanView, calendar: &Calendar) -> Vec<DayView> {
    let monday = snapshot.today.week_start();
    let planned = |date: Date| {
        let sessions = plan.weeks.iter().take(1).flat_map(|week| &week.sessions);
        sessions.filter(|session| session.date == date).map(|session| session.minutes).sum()
    };
    (0..7)
        .map(|offset| monday.plus_days(offset))
        .map(|date| DayView {
            date,
            logged: logged_on(snapshot, date),
            planned: planned(date),
            capacity: minutes_on(calendar, date),
        })
        .collect()
}

fn due(snapshot: &Snapshot, plan: &PlanView) -> Vec<DueRow> {
    let mut rows: Vec<DueRow> = Vec::new();
    let mut push = |what, title: Text, on: Date, minutes_left, reference: String| {
        rows.push(DueRow { what, title, on, days: snapshot.today.days_until(on), minutes_left, reference });
    };
    for view in mine(snapshot) {
        let title = Text::same(view.name.clone());
        let id = view.record.id.to_string();
        let prepares = |item: &&PlanItemView| {
            item.what.is_for_exam() && item.what.certification() == Some(&view.record.id)
        };
        let preparation = plan.items.iter().filter(prepares).map(|item| item.minutes).reduce(|a, b| a + b);
        match (view.stage, view.record.exam_on, view.record.expires) {
            (CertificationStage::Booked, Some(exam), _) => {
                push(DueWhat::Exam, title, exam, preparation, id);
            }
            (stage, _, Some(expires)) if stage.is_passed() => push(DueWhat::Expiry, title, expires, None, id),
            _ => {}
        }
    }
    for (skill, proven) in &snapshot.standing.proven {
        if let Some(on) = proven.stale_on.filter(|on| *on >= snapshot.today) {
            push(DueWhat::Stale, snapshot.skill_name(skill), on, None, skill.to_string());
        }
    }
    for item in &plan.items {
        let own = item.record.as_ref().and_then(|record| record.due);
        if let Some(on) = own {
            push(DueWhat::Item, item.title.clone(), on, Some(item.minutes), item.key.clone());
        }
    }
    if let (Some(target), Some(ready)) = (&plan.target, &plan.ready) {
        push(DueWhat::Ready, target.rung_name.clone(), ready.by, Some(plan.minutes_left), "target".into());
    }
    rows.retain(|row| row.days <= 120 || row.what == DueWhat::Ready);
    rows.sort_by_key(|row| (row.on, row.what));
    rows
}
