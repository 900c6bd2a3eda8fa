//! Scenarios held against today's plan.

use crate::app::Call;
use crate::commands::Nothing;
use crate::error::AppError;
use crate::forecast::{QuantilesView, reckon};
use crate::plan::{planned, title_of_key};
use crate::scenario::ScenarioParams;
use crate::scenario::apply::{apply, changes, title};
use crate::scenario::change::{MOST, record};
use crate::snapshot::Snapshot;
use crate::target::view as target_view;
use groundwork_domain::person::ScenarioRecord;
use groundwork_domain::plan::DueKind;
use groundwork_domain::readiness::Basis;
use groundwork_domain::{Date, RecordId, Text};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use ts_rs::TS;

/// What a plan comes to.
#[derive(Debug, Clone, Serialize, TS)]
pub struct OutcomeView {
    /// Name of the rung.
    pub rung_name: Option<Text>,
    /// Minutes of a usual week.
    pub weekly_minutes: u32,
    /// Items in the plan.
    pub items: u32,
    /// Minutes that are left.
    pub minutes_left: u32,
    /// Day of the last session.
    pub finish: Option<Date>,
    /// The forecast of that.
    pub quantiles: QuantilesView,
    /// The day to be ready.
    pub ready_by: Option<Date>,
    /// Chance to be ready by then, 0 to 1.
    pub chance: Option<f64>,
    /// Due dates that are missed.
    pub late_items: u32,
    /// Of these, dates that may not be missed.
    pub late_hard: u32,
    /// Readiness for the rung today, proven, 0 to 1.
    pub readiness: f64,
    /// Why there is no such plan; the rest is empty then.
    pub refused: Option<Text>,
}

/// An item whose end moves.
#[derive(Debug, Clone, Serialize, TS)]
pub struct MovedItem {
    /// Its key.
    pub key: String,
    /// Its title.
    pub title: Text,
    /// Day of its last session in today's plan; none when it is new.
    pub from: Option<Date>,
    /// Day of its last session in the scenario; none when it is left out.
    pub to: Option<Date>,
}

/// How a scenario differs from today's plan.
#[derive(Debug, Clone, Serialize, TS)]
pub struct DifferenceView {
    /// Days by which the plan ends later; earlier where negative.
    #[ts(type = "number | null")]
    pub finish_days: Option<i64>,
    /// Days by which the 85-in-100 forecast lies later.
    #[ts(type = "number | null")]
    pub p85_days: Option<i64>,
    /// Minutes of work more; fewer where negative.
    #[ts(type = "number")]
    pub minutes: i64,
    /// Minutes a week more.
    #[ts(type = "number")]
    pub weekly_minutes: i64,
    /// Points in 100 by which the chance is greater.
    pub chance_points: Option<f64>,
    /// Items that come in or go out, and those whose end moves most; at most twelve.
    pub moved: Vec<MovedItem>,
}

/// A scenario and what it comes to.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ScenarioView {
    /// The scenario; its id is `trial` where it is not kept.
    pub record: ScenarioRecord,
    /// Its name, or what it changes where it has none.
    pub title: Text,
    /// What it changes, in words, one line each.
    pub changes: Vec<Text>,
    /// What it comes to.
    pub outcome: OutcomeView,
    /// How that differs from today's plan.
    pub difference: DifferenceView,
}

/// Today's plan and the scenarios beside it.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ScenariosView {
    /// Today's plan.
    pub today: OutcomeView,
    /// The scenarios, oldest first.
    pub scenarios: Vec<ScenarioView>,
    /// How many there may be.
    pub most: u32,
}

/// A plan and what it comes to.
pub(crate) struct Outcome {
    pub view: OutcomeView,
    pub ends: BTreeMap<String, Option<Date>>,
}

impl Outcome {
    /// What the plan comes to; refused where there is none.
    pub fn of(snapshot: &Snapshot) -> Result<Self, AppError> {
        let planned = planned(snapshot)?;
        let forecast = reckon(snapshot, &planned);
        let late = planned.problem.items.iter().zip(&planned.schedule.items);
        let late = late.filter(|(_, scheduled)| scheduled.late_minutes > 0);
        let hard = late.clone().filter(|(item, _)| item.due_kind == Some(DueKind::Hard));
        let ends = planned.schedule.items.iter().map(|it| (it.id.clone(), it.finishes));
        Ok(Self {
            view: OutcomeView {
                items: planned.problem.items.iter().filter(|item| item.minutes > 0).count() as u32,
                minutes_left: planned.problem.items.iter().map(|item| item.minutes).sum(),
                finish: planned.schedule.finish,
                quantiles: forecast.finish.into(),
                chance: forecast.chance_by,
                late_items: late.count() as u32,
                late_hard: hard.count() as u32,
                ..empty(snapshot)
            },
            ends: ends.collect(),
        })
    }
}

impl Outcome {
    /// What the plan comes to; where there is none, why.
    pub fn or_refused(snapshot: &Snapshot) -> Self {
        Self::of(snapshot).unwrap_or_else(|error| Self {
            view: OutcomeView { refused: Some(error.sentence), ..empty(snapshot) },
            ends: BTreeMap::new(),
        })
    }
}

fn empty(snapshot: &Snapshot) -> OutcomeView {
    OutcomeView {
        rung_name: target_view(snapshot).map(|target| target.rung_name),
        weekly_minutes: snapshot.settings.weekly_minutes.iter().sum(),
        items: 0,
        minutes_left: 0,
        finish: None,
        quantiles: QuantilesView::default(),
        ready_by: snapshot.target.as_ref().and_then(|target| target.ready_by),
        chance: None,
        late_items: 0,
        late_hard: 0,
        readiness: snapshot.readiness(Basis::Proven).ratio,
        refused: None,
    }
}

/// A scenario held against today's plan. One that has no plan says why.
pub(crate) fn compared(snapshot: &Snapshot, today: &Outcome, record: &ScenarioRecord) -> ScenarioView {
    let mut trial = snapshot.clone();
    apply(&mut trial, record);
    let other = Outcome::or_refused(&trial);
    let days = |from: Option<Date>, to: Option<Date>| Some(from?.days_until(to?));
    let possible = other.view.refused.is_none() && today.view.refused.is_none();
    ScenarioView {
        title: title(snapshot, record),
        changes: changes(snapshot, record),
        difference: DifferenceView {
            finish_days: days(today.view.finish, other.view.finish),
            p85_days: days(today.view.quantiles.p85, other.view.quantiles.p85),
            minutes: if possible {
                i64::from(other.view.minutes_left) - i64::from(today.view.minutes_left)
            } else {
                0
            },
            weekly_minutes: i64::from(other.view.weekly_minutes) - i64::from(today.view.weekly_minutes),
            chance_points: today.view.chance.zip(other.view.chance).map(|(now, then)| (then - now) * 100.0),
            moved: if possible { moved(snapshot, &trial, &today.ends, &other.ends) } else { Vec::new() },
        },
        outcome: other.view,
        record: record.clone(),
    }
}

/// Most items that are named.
const MOVED: usize = 12;

/// Items that come in or go out first, then those whose end moves most.
fn moved(
    snapshot: &Snapshot,
    trial: &Snapshot,
    now: &BTreeMap<String, Option<Date>>,
    then: &BTreeMap<String, Option<Date>>,
) -> Vec<MovedItem> {
    let keys: BTreeSet<&String> = now.keys().chain(then.keys()).collect();
    let mut all: Vec<MovedItem> = keys
        .into_iter()
        .map(|key| MovedItem {
            title: title_of_key(if now.contains_key(key) { snapshot } else { trial }, key),
            key: key.clone(),
            from: now.get(key).copied().flatten(),
            to: then.get(key).copied().flatten(),
        })
        .filter(|item| item.from != item.to)
        .collect();
    all.sort_by_key(|item| match (item.from, item.to) {
        (Some(from), Some(to)) => (1, -from.days_until(to).abs()),
        _ => (0, 0),
    });
    all.truncate(MOVED);
    all
}

/// `scenario.list`: today's plan and the scenarios beside it.
pub(crate) fn list(call: &Call<'_>, _: Nothing) -> Result<ScenariosView, AppError> {
    let snapshot = call.snapshot()?;
    let today = Outcome::or_refused(&snapshot);
    Ok(ScenariosView {
        scenarios: snapshot.scenarios.iter().map(|record| compared(&snapshot, &today, record)).collect(),
        today: today.view,
        most: MOST as u32,
    })
}

/// `scenario.try`: what a scenario would come to, without keeping it.
pub(crate) fn try_out(call: &Call<'_>, params: ScenarioParams) -> Result<ScenarioView, AppError> {
    let snapshot = call.snapshot()?;
    let trial = RecordId::new("trial").map_err(|_| AppError::new("record.unknown"))?;
    let record = record(&snapshot, params, trial)?;
    Ok(compared(&snapshot, &Outcome::or_refused(&snapshot), &record))
}
