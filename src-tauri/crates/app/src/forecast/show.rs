//! The forecast as it is shown.

use crate::app::Call;
use crate::certifications::{last_item, preparation_of};
use crate::commands::Nothing;
use crate::error::AppError;
use crate::forecast::reckon;
use crate::log::logged_between;
use crate::plan::{Planned, planned, title_of_key};
use crate::snapshot::Snapshot;
use crate::target::view as target_view;
use groundwork_domain::forecast::{FanWeek, Forecast, Quantiles};
use groundwork_domain::pace::{Correction, WeekGiven};
use groundwork_domain::person::{CertificationRecord, CertificationStage};
use groundwork_domain::plan::exam_key;
use groundwork_domain::{Date, RecordId, Text};
use serde::Serialize;
use ts_rs::TS;

/// Days by which something is done: with even odds, with 85 and with 95 in 100. None lies beyond what is reckoned.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, TS)]
pub struct QuantilesView {
    /// Even odds.
    pub p50: Option<Date>,
    /// 85 in 100.
    pub p85: Option<Date>,
    /// 95 in 100.
    pub p95: Option<Date>,
}

/// The forecast of an item.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ItemForecastView {
    /// Its key.
    pub key: String,
    /// Its title.
    pub title: Text,
    /// Day of its last session in the plan.
    pub planned: Option<Date>,
    /// The forecast.
    pub quantiles: QuantilesView,
    /// Its due date.
    pub due: Option<Date>,
    /// Chance to be done by the due date, 0 to 1.
    pub chance: Option<f64>,
}

/// Chance of being prepared before an exam.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ExamForecast {
    /// Record of the certification.
    pub record: RecordId,
    /// Key of its preparation in the plan.
    pub key: String,
    /// Its name.
    pub name: Text,
    /// Day of the exam.
    pub exam_on: Date,
    /// Minutes of preparation that are left, everything that comes first included.
    pub minutes_left: u32,
    /// When the preparation is done.
    pub quantiles: QuantilesView,
    /// Chance to be prepared the day before, 0 to 1.
    pub chance: f64,
}

/// A week of the fan: share of today's remaining work that is done at its end, 0 to 1.
#[derive(Debug, Clone, Copy, Serialize, TS)]
pub struct FanWeekView {
    /// Its Monday.
    pub start: Date,
    /// In 95 of 100 runs at least this much.
    pub p5: f64,
    /// In 85 of 100 runs at least this much.
    pub p15: f64,
    /// In half of the runs at least this much.
    pub p50: f64,
    /// In 15 of 100 runs at least this much.
    pub p85: f64,
    /// In 5 of 100 runs at least this much.
    pub p95: f64,
}

/// A week of the burn-up: minutes since the plan began, summed up to the end of the week.
#[derive(Debug, Clone, Serialize, TS)]
pub struct BurnWeek {
    /// Its Monday.
    pub start: Date,
    /// Of past weeks, what was done when the week began and what was planned for it; none where that was not kept. From
    /// this week on, what was done so far and what is planned.
    pub planned: Option<u32>,
    /// Minutes that were logged; none for weeks to come.
    pub done: Option<u32>,
    /// Forecast, for this week and those to come: in 85 of 100 runs at least this much.
    pub low: Option<u32>,
    /// With even odds at least this much.
    pub middle: Option<u32>,
    /// In 15 of 100 runs at least this much.
    pub high: Option<u32>,
}

/// How long things really take the person, against our estimates: of one class.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PaceView {
    /// `s`, `m`, `l`, `practice`, `exam`, `review` or `own`.
    pub class: String,
    /// Finished items with logged time.
    pub items: u32,
    /// Minutes that were estimated for them.
    #[ts(type = "number")]
    pub estimated: u64,
    /// Minutes that they took.
    #[ts(type = "number")]
    pub logged: u64,
    /// By what estimates of this class are multiplied: the ratio, drawn toward 1 with the weight of five items.
    pub ratio: f64,
}

/// The forecast.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ForecastView {
    /// Today.
    pub today: Date,
    /// How many runs were made.
    pub runs: u32,
    /// Finished items with logged time: what the forecast knows of the person's pace.
    pub logged_items: u32,
    /// Weeks of which it is known how much of the planned time was given.
    pub weeks_known: u32,
    /// Share of the planned time that was given, over those weeks, 0 and more.
    pub share_given: Option<f64>,
    /// With fewer than five logged items it rests on our estimates alone.
    pub rests_on_estimates: bool,
    /// Name of the target's rung.
    pub rung_name: Option<Text>,
    /// Day of the plan's last session.
    pub planned: Option<Date>,
    /// When the whole plan is done: the rung.
    pub finish: QuantilesView,
    /// The day they want to be ready.
    pub ready_by: Option<Date>,
    /// Chance to be ready by then, 0 to 1.
    pub chance: Option<f64>,
    /// Items in the order of their last session.
    pub items: Vec<ItemForecastView>,
    /// Booked exams.
    pub exams: Vec<ExamForecast>,
    /// The fan, week by week.
    pub fan: Vec<FanWeekView>,
    /// The burn-up, from the week in which the plan was begun.
    pub burn: Vec<BurnWeek>,
    /// The person's pace, by class.
    pub pace: Vec<PaceView>,
}

impl From<Quantiles> for QuantilesView {
    fn from(days: Quantiles) -> Self {
        Self { p50: days.p50, p85: days.p85, p95: days.p95 }
    }
}

/// `forecast.show`: the forecast as of today.
pub(crate) fn show(call: &Call<'_>, _: Nothing) -> Result<ForecastView, AppError> {
    let snapshot = call.snapshot()?;
    let planned = planned(&snapshot)?;
    let forecast = reckon(&snapshot, &planned);
    let mut items: Vec<ItemForecastView> = planned
        .problem
        .items
        .iter()
        .zip(&planned.schedule.items)
        .zip(&forecast.items)
        .filter(|((_, scheduled), _)| scheduled.finishes.is_some())
        .map(|((item, scheduled), forecast)| ItemForecastView {
            key: item.id.clone(),
            title: title_of_key(&snapshot, &item.id),
            planned: scheduled.finishes,
            quantiles: forecast.quantiles.into(),
            due: item.due,
            chance: forecast.chance,
        })
        .collect();
    items.sort_by_key(|item| item.planned);
    let weeks = planned.pace.weeks();
    let sum = |minutes: fn(&WeekGiven) -> u32| weeks.iter().map(|week| u64::from(minutes(week))).sum::<u64>();
    let (given, of) = (sum(|week| week.given.0), sum(|week| week.planned.0));
    Ok(ForecastView {
        today: snapshot.today,
        runs: forecast.runs,
        logged_items: forecast.logged_items,
        weeks_known: forecast.weeks_known,
        share_given: (of > 0).then(|| given as f64 / of as f64),
        rests_on_estimates: forecast.rests_on_estimates,
        rung_name: target_view(&snapshot).map(|target| target.rung_name),
        planned: planned.schedule.finish,
        finish: forecast.finish.into(),
        ready_by: snapshot.target.as_ref().and_then(|target| target.ready_by),
        chance: forecast.chance_by,
        items,
        exams: exams(&snapshot, &planned, &forecast),
        fan: forecast.fan.iter().map(fan_week).collect(),
        burn: burn(&snapshot, &planned, &forecast),
        pace: planned.pace.corrections().iter().filter_map(pace_view).collect(),
    })
}

fn fan_week(week: &FanWeek) -> FanWeekView {
    FanWeekView { start: week.start, p5: week.p5, p15: week.p15, p50: week.p50, p85: week.p85, p95: week.p95 }
}

fn pace_view(correction: &Correction) -> Option<PaceView> {
    let class = serde_json::to_value(correction.class).ok()?;
    Some(PaceView {
        class: class.as_str()?.to_owned(),
        items: correction.items,
        estimated: correction.estimated,
        logged: correction.logged,
        ratio: correction.ratio,
    })
}

/// Booked exams whose preparation is in the plan.
fn exams(snapshot: &Snapshot, planned: &Planned, forecast: &Forecast) -> Vec<ExamForecast> {
    let of = |record: &CertificationRecord| {
        let exam_on = record.exam_on.filter(|_| record.stage == CertificationStage::Booked)?;
        // What was split is done with its last part, and mock exams come after the revision.
        let item = &forecast.items[last_item(planned, &record.id)?];
        let preparation = preparation_of(snapshot, planned, forecast, &record.id)?;
        Some(ExamForecast {
            record: record.id.clone(),
            name: Text::same(snapshot.certification_name(record)),
            exam_on,
            minutes_left: preparation.minutes_left,
            quantiles: item.quantiles.into(),
            chance: item.chance.unwrap_or(0.0),
            key: exam_key(&record.id),
        })
    };
    let mut exams: Vec<ExamForecast> = snapshot.certifications.iter().filter_map(of).collect();
    exams.sort_by_key(|exam| exam.exam_on);
    exams
}

/// Most weeks of a burn-up.
const BURN_WEEKS: i64 = 520;

/// The burn-up: what was planned and done since the plan was begun, what is planned, and the forecast.
fn burn(snapshot: &Snapshot, planned: &Planned, forecast: &Forecast) -> Vec<BurnWeek> {
    let this = snapshot.today.week_start();
    let began = snapshot.settings.started_on.unwrap_or(snapshot.today).week_start().min(this);
    let first = began.max(this.plus_days(-7 * 52));
    let planned_in = |monday: Date| {
        let of_week = snapshot.kept_sessions.iter().filter(|session| session.week == monday);
        of_week.map(|session| session.minutes).reduce(|sum, minutes| sum + minutes)
    };
    let end = planned.schedule.finish.unwrap_or(snapshot.today);
    let end = forecast.fan.last().map_or(end, |week| week.start.max(end));
    let left: u32 = planned.problem.items.iter().map(|item| item.minutes).sum();
    let done_now = logged_between(snapshot, began, snapshot.today);
    let mut done = logged_between(snapshot, began, first.plus_days(-1));
    let mut weeks = Vec::new();
    for week in 0..=(first.days_until(end) / 7).min(BURN_WEEKS) {
        let monday = first.plus_days(week * 7);
        let sunday = monday.plus_days(6);
        let ahead = monday >= this;
        let plan = if ahead {
            let until = planned.schedule.sessions.iter().filter(|session| session.date <= sunday);
            Some(done_now + until.map(|session| session.minutes).sum::<u32>())
        } else {
            // What was done when the week began, and what was planned for it.
            planned_in(monday).map(|minutes| done + minutes)
        };
        if monday <= this {
            done += logged_between(snapshot, monday, sunday);
        }
        let fan = forecast.fan.iter().find(|fan| fan.start == monday);
        let at = |share: f64| done_now + (share * f64::from(left)).round() as u32;
        weeks.push(BurnWeek {
            start: monday,
            planned: plan,
            done: (monday <= this).then_some(done),
            low: fan.map(|fan| at(fan.p15)),
            middle: fan.map(|fan| at(fan.p50)),
            high: fan.map(|fan| at(fan.p85)),
        });
    }
    weeks
}
