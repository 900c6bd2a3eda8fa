//! Closing a week.

use crate::app::Call;
use crate::error::AppError;
use crate::input;
use crate::log::pace;
use crate::messages;
use crate::plan::{blank, calendar, minutes_on, planned, sources};
use crate::review::ReviewView;
use crate::review::show::{view, week_due};
use crate::scenario::scaled;
use crate::snapshot::Snapshot;
use crate::target::check as check_target;
use groundwork_domain::Date;
use groundwork_domain::person::{AbsenceRecord, Place, ReviewChoice, ReviewRecord};
use groundwork_store::new_record_id;
use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::json;
use ts_rs::TS;

/// What was chosen.
#[derive(Debug, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct CloseParams {
    /// Monday of the week that is closed.
    pub week: Date,
    /// The choice for the next one.
    pub choice: ReviewChoice,
    /// Notes.
    #[serde(default)]
    pub note: String,
}

/// `review.close`: closes a week with one choice for the next; one undo takes both back.
pub(crate) fn close(call: &Call<'_>, params: CloseParams) -> Result<ReviewView, AppError> {
    let snapshot = call.snapshot()?;
    let week = params.week.week_start();
    if week > week_due(snapshot.today) {
        return Err(AppError::with("review.too_early", [("date", week.plus_days(4).to_string())]));
    }
    if week < week_due(snapshot.today).plus_days(-7) && params.choice != ReviewChoice::Keep {
        return Err(AppError::new("review.too_late"));
    }
    if snapshot.reviews.iter().any(|review| review.week == week) {
        return Err(AppError::with("review.closed", [("date", week.to_string())]));
    }
    let review = ReviewRecord {
        week,
        closed_on: snapshot.today,
        choice: params.choice.clone(),
        note: input::note("note", &params.note)?,
    };
    let mut trial = snapshot.clone();
    apply(&mut trial, week, &params.choice)?;
    planned(&trial)?;
    call.write("review.close", json!({ "date": messages::date_text(week) }), |writer| {
        snapshot.put_changes(&trial, writer)?;
        Ok(writer.put_week_review(&review)?)
    })?;
    view(call, &call.snapshot()?, week)
}

/// Lays a choice over what is known. Refuses what is not possible.
pub(crate) fn apply(snapshot: &mut Snapshot, week: Date, choice: &ReviewChoice) -> Result<(), AppError> {
    match choice {
        ReviewChoice::Keep => {}
        ReviewChoice::Hours { weekly_minutes } => {
            input::within("minutes_a_week", *weekly_minutes, 30, 6_000)?;
            snapshot.settings.weekly_minutes = scaled(&snapshot.settings.weekly_minutes, *weekly_minutes);
        }
        ReviewChoice::LighterWeek { minutes } => return lighter(snapshot, week, *minutes),
        ReviewChoice::First { item } => {
            let known = sources(snapshot, &pace(snapshot))?.iter().any(|source| source.key == *item);
            if !known {
                return Err(AppError::with("plan.unknown_item", [("item", item.clone())]));
            }
            let record = snapshot.plan_items.entry(item.clone()).or_insert_with(|| blank(item));
            record.place = Some(Place::First);
        }
        ReviewChoice::ReadyBy { date } => {
            let mut target = snapshot.target.clone().ok_or_else(|| AppError::new("target.none"))?;
            target.ready_by = Some(*date);
            check_target(&snapshot.pack, &target, snapshot.today)?;
            snapshot.target = Some(target);
        }
    }
    Ok(())
}

/// Next week with fewer minutes: each of its days that has any gets its share.
fn lighter(snapshot: &mut Snapshot, week: Date, minutes: u32) -> Result<(), AppError> {
    let start = week.plus_days(7).max(snapshot.today.week_start());
    let calendar = calendar(snapshot);
    let days = (0..7).map(|day| start.plus_days(day)).filter(|day| *day >= snapshot.today);
    let days: Vec<(Date, u32)> =
        days.map(|day| (day, minutes_on(&calendar, day))).filter(|(_, minutes)| *minutes > 0).collect();
    let sum: u32 = days.iter().map(|(_, minutes)| minutes).sum();
    input::within("minutes", minutes, 0, sum)?;
    let share = |usual: u32| (u64::from(usual) * u64::from(minutes) / u64::from(sum.max(1))) as u32;
    // What rounding left goes to the longest day.
    let mut rest = minutes - days.iter().map(|(_, usual)| share(*usual)).sum::<u32>();
    let longest = days.iter().max_by_key(|(_, usual)| *usual).map(|(day, _)| *day);
    for (day, usual) in days {
        let more = if Some(day) == longest { std::mem::take(&mut rest) } else { 0 };
        // Later absences win over earlier ones of the same day.
        snapshot.absences.push(AbsenceRecord {
            id: new_record_id(),
            from: day,
            to: day,
            minutes: share(usual) + more,
            reason: String::new(),
        });
    }
    Ok(())
}
