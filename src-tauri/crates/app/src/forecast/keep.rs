//! What is kept of the reckoning, once a day and once a week.

use crate::app::Call;
use crate::commands::Nothing;
use crate::error::AppError;
use crate::forecast::reckon;
use crate::log::last_worked;
use crate::plan::{Planned, planned, title_of_key};
use crate::snapshot::Snapshot;
use groundwork_domain::Date;
use groundwork_domain::person::{KeptDay, KeptEnd, KeptForecast, KeptSession};
use groundwork_domain::readiness::Basis;
use serde::Serialize;
use std::collections::BTreeSet;
use ts_rs::TS;

/// Whether something was kept.
#[derive(Debug, Clone, Serialize, TS)]
pub struct KeptView {
    /// Whether this was the first time today.
    pub kept: bool,
}

/// Items of which the forecast is kept: those that the plan ends within so many days.
const NEAR: i64 = 182;

/// `forecast.keep`: keeps today's standing and forecast, and this week's plan, once. Nothing is kept before there is a
/// target and a plan.
pub(crate) fn keep(call: &Call<'_>, _: Nothing) -> Result<KeptView, AppError> {
    let snapshot = call.snapshot()?;
    let Some(target) = &snapshot.target else { return Ok(KeptView { kept: false }) };
    let (days, forecasts, ends) = call.app.store()?.read(|reader| {
        Ok::<_, AppError>((reader.kept_days()?, reader.kept_forecasts()?, reader.kept_ends()?))
    })?;
    if days.last().is_some_and(|day| day.on >= snapshot.today) {
        return Ok(KeptView { kept: false });
    }
    let Ok(planned) = planned(&snapshot) else { return Ok(KeptView { kept: false }) };
    let forecast = reckon(&snapshot, &planned);
    let today = snapshot.today;
    let day = KeptDay {
        on: today,
        rung: target.rung.clone(),
        claimed: snapshot.readiness(Basis::Claimed).ratio,
        proven: snapshot.readiness(Basis::Proven).ratio,
        minutes_left: planned.problem.items.iter().map(|item| item.minutes).sum(),
        finish: planned.schedule.finish,
        p50: forecast.finish.p50,
        p85: forecast.finish.p85,
        p95: forecast.finish.p95,
        chance: forecast.chance_by,
    };
    let near = planned
        .schedule
        .items
        .iter()
        .zip(&forecast.items)
        .filter(|(scheduled, _)| scheduled.finishes.is_some_and(|end| today.days_until(end) <= NEAR));
    let near: Vec<KeptForecast> = near
        .map(|(scheduled, forecast)| KeptForecast {
            item: scheduled.id.clone(),
            made_on: today,
            p50: forecast.quantiles.p50,
            p85: forecast.quantiles.p85,
            p95: forecast.quantiles.p95,
        })
        .collect();
    let week = today.week_start();
    let sessions = week_sessions(&snapshot, &planned, week);
    let ended = ended(&snapshot, &planned, &forecasts, &ends);
    let example = call.app.store()?.read(|reader| Ok::<_, AppError>(reader.example_count()? > 0))?;
    let kept = call.keep(|writer| {
        if example {
            writer.marking_example();
        }
        for (position, session) in sessions.iter().enumerate() {
            writer.keep_session(position as u32, session)?;
        }
        near.iter().try_for_each(|forecast| writer.keep_forecast(forecast).map(|_| ()))?;
        ended.iter().try_for_each(|end| writer.keep_end(end).map(|_| ()))?;
        Ok(writer.keep_day(&day)?)
    })?;
    Ok(KeptView { kept })
}

/// This week's sessions, unless they were kept already: the plan of a week is that of the first day on which the program
/// was opened in it.
fn week_sessions(snapshot: &Snapshot, planned: &Planned, week: Date) -> Vec<KeptSession> {
    if snapshot.kept_sessions.iter().any(|session| session.week == week) {
        return Vec::new();
    }
    let of_week = planned.schedule.sessions.iter().filter(|session| session.date.week_start() == week);
    of_week
        .map(|session| KeptSession {
            week,
            date: session.date,
            item: session.item.clone(),
            title: title_of_key(snapshot, &session.item),
            minutes: session.minutes,
        })
        .collect()
}

/// Items that had been forecast and are finished now: they are no longer in the plan, were not left out, and the log or the
/// person says that they are done.
fn ended(
    snapshot: &Snapshot,
    planned: &Planned,
    forecasts: &[KeptForecast],
    ends: &[KeptEnd],
) -> Vec<KeptEnd> {
    let gone = |key: &&str| {
        let record = snapshot.plan_items.get(*key);
        let planned = planned.sources.iter().any(|source| source.key == **key);
        let known = ends.iter().any(|end| end.item == **key);
        let left_out = record.is_some_and(|record| record.dropped);
        let removed = key.starts_with("own:") && record.is_none();
        !(planned || known || left_out || removed)
    };
    let keys: BTreeSet<&str> = forecasts.iter().map(|forecast| forecast.item.as_str()).collect();
    let done = |key: &str| {
        let marked = snapshot.plan_items.get(key).and_then(|record| record.done_on);
        // Without a mark or a log nobody knows when, or whether the target changed: nothing is kept.
        marked.or_else(|| last_worked(snapshot, key)).map(|on| KeptEnd { item: key.to_owned(), on })
    };
    keys.into_iter().filter(|key| gone(key)).filter_map(done).collect()
}
