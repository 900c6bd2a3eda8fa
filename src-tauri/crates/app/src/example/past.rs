//! The past of the example: what was planned and logged week by week, how things stood, and what was forecast.

use crate::error::AppError;
use crate::plan::title_of_what;
use groundwork_domain::person::{
    CertificationRecord, KeptDay, KeptEnd, KeptForecast, KeptSession, LogRecord, ReviewChoice, ReviewRecord,
    ScenarioRecord,
};
use groundwork_domain::plan::{ItemKey, ItemWhat, exam_key};
use groundwork_domain::role::RolePack;
use groundwork_domain::{CertificationId, Date, Lang, Minutes, RungId, Text};
use groundwork_store::{Writer, new_record_id};
use jiff::civil::Time;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use serde::Deserialize;
use std::collections::BTreeMap;

/// A week, counted from this one: item, weekday from Monday, minutes; of what was done also when it began.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PastWeek {
    week: i64,
    planned: Vec<(ItemKey, i64, u32)>,
    done: Vec<(ItemKey, i64, u32, String)>,
}

/// A day and how things stood: claimed, proven, minutes left, the plan's end, three forecasts, the chance.
#[derive(Deserialize)]
pub(super) struct Stood(i64, f64, f64, u32, i64, i64, i64, i64, f64);

/// An item, the day of the forecast and three forecasts.
#[derive(Deserialize)]
pub(super) struct PastForecast(ItemKey, i64, i64, i64, i64);

/// A scenario beside the plan.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PastScenario {
    name: Text,
    weekly_minutes: [u32; 7],
}

/// A week that was looked back on.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PastReview {
    week: i64,
    note: Text,
}

/// The past as data; days are counted from this week's Monday.
#[derive(Deserialize)]
pub(super) struct Past {
    weeks: Vec<PastWeek>,
    stood: Vec<Stood>,
    forecasts: Vec<PastForecast>,
    ends: Vec<(ItemKey, i64)>,
    notes: BTreeMap<ItemKey, Text>,
    scenario: PastScenario,
    review: PastReview,
}

/// What the past is told with.
pub(super) struct Telling<'a> {
    pub pack: &'a RolePack,
    pub certifications: Vec<CertificationRecord>,
    pub rung: RungId,
    pub today: Date,
    pub zone: TimeZone,
    pub lang: Lang,
}

impl Telling<'_> {
    fn day(&self, offset: i64) -> Date {
        self.today.week_start().plus_days(offset)
    }

    /// `exam:gh-900` becomes the key of the record's preparation.
    fn key(&self, key: &str) -> ItemKey {
        let certification = key.strip_prefix("exam:").and_then(|id| CertificationId::new(id).ok());
        let record = self
            .certifications
            .iter()
            .find(|record| certification.is_some() && record.certification == certification);
        record.map_or_else(|| key.to_owned(), |record| exam_key(&record.id))
    }

    fn what(&self, key: &str) -> Option<ItemWhat> {
        ItemWhat::of_key(&self.key(key))
    }

    fn title(&self, key: &str) -> Text {
        let what = self.what(key);
        what.and_then(|what| title_of_what(self.pack, (&self.certifications, &[]), &what)).unwrap_or_default()
    }
}

/// Writes the past, up to yesterday; what lies in this week's days to come is planned, not done.
pub(super) fn put(writer: &Writer<'_>, past: Past, telling: &Telling<'_>) -> Result<(), AppError> {
    for week in past.weeks {
        let monday = telling.day(week.week * 7);
        for (position, (item, weekday, minutes)) in week.planned.into_iter().enumerate() {
            let session = KeptSession {
                week: monday,
                date: monday.plus_days(weekday),
                title: telling.title(&item),
                item: telling.key(&item),
                minutes,
            };
            writer.keep_session(position as u32, &session)?;
        }
        for (item, weekday, minutes, at) in week.done {
            let on = monday.plus_days(weekday);
            if on < telling.today {
                let note = past.notes.get(&item).map(|note| note.get(telling.lang).to_owned());
                writer.put_log_entry(&entry(telling, &item, (on, minutes, &at), note.unwrap_or_default()))?;
            }
        }
    }
    for Stood(day, claimed, proven, minutes_left, finish, p50, p85, p95, chance) in past.stood {
        let at = |day| Some(telling.day(day));
        // Today is the program's own to keep.
        if telling.day(day) >= telling.today {
            continue;
        }
        writer.keep_day(&KeptDay {
            on: telling.day(day),
            rung: telling.rung.clone(),
            claimed,
            proven,
            minutes_left,
            finish: at(finish),
            p50: at(p50),
            p85: at(p85),
            p95: at(p95),
            chance: Some(chance),
        })?;
    }
    for PastForecast(item, made, p50, p85, p95) in past.forecasts {
        let at = |day| Some(telling.day(day));
        let item = telling.key(&item);
        let made_on = telling.day(made);
        writer.keep_forecast(&KeptForecast { item, made_on, p50: at(p50), p85: at(p85), p95: at(p95) })?;
    }
    for (item, on) in past.ends {
        writer.keep_end(&KeptEnd { item: telling.key(&item), on: telling.day(on) })?;
    }
    writer.put_scenario(&ScenarioRecord {
        id: new_record_id(),
        name: past.scenario.name.get(telling.lang).to_owned(),
        weekly_minutes: Some(past.scenario.weekly_minutes),
        rung: None,
        stack: None,
        ready_by: None,
        items: Vec::new(),
    })?;
    writer.put_week_review(&ReviewRecord {
        week: telling.day(past.review.week * 7),
        closed_on: telling.day(past.review.week * 7 + 6),
        choice: ReviewChoice::Keep,
        note: past.review.note.get(telling.lang).to_owned(),
    })?;
    Ok(())
}

fn entry(telling: &Telling<'_>, item: &str, (on, minutes, at): (Date, u32, &str), note: String) -> LogRecord {
    let skill = telling.what(item).and_then(|what| what.skill().cloned());
    let began = Time::strptime("%H:%M", at).ok().and_then(|time| {
        let moment = telling.zone.to_zoned(on.civil().to_datetime(time)).ok()?;
        Some(moment.timestamp())
    });
    let ended = began
        .and_then(|began: Timestamp| began.checked_add(SignedDuration::from_mins(i64::from(minutes))).ok());
    LogRecord {
        id: new_record_id(),
        item: Some(telling.key(item)),
        skill,
        on,
        minutes: Minutes(minutes),
        began,
        ended,
        note,
    }
}
