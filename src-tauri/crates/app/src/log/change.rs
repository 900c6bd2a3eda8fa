//! Entries of the log: added afterwards, corrected, removed.

use crate::app::Call;
use crate::clock::Clock;
use crate::error::AppError;
use crate::input;
use crate::log::{LogRow, row, title_of};
use crate::messages;
use crate::settings::IdParams;
use crate::snapshot::Snapshot;
use groundwork_domain::person::LogRecord;
use groundwork_domain::plan::{ItemWhat, part_key, whole_key};
use groundwork_domain::time_log::{Segment, TimeLogError, by_day};
use groundwork_domain::{Date, Level, Minutes, RecordId, SkillId, Text};
use groundwork_store::{Writer, new_record_id};
use jiff::{Timestamp, civil};
use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::json;
use ts_rs::TS;

/// Which entries.
#[derive(Debug, Default, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct LogParams {
    /// From this day on.
    #[serde(default)]
    pub from: Option<Date>,
    /// Up to this day.
    #[serde(default)]
    pub to: Option<Date>,
    /// Of this item.
    #[serde(default)]
    pub item: Option<String>,
    /// Of this skill.
    #[serde(default)]
    pub skill: Option<SkillId>,
    /// How many at most, 1 to 10,000; 500 where absent.
    #[serde(default)]
    pub limit: Option<u32>,
}

/// An entry of the log, new or corrected: how long, or from when to when.
#[derive(Debug, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct LogSaveParams {
    /// The entry to correct; a new one where absent.
    #[serde(default)]
    pub id: Option<RecordId>,
    /// Key of the plan's item that it was spent on.
    #[serde(default)]
    pub item: Option<String>,
    /// The skill that it speaks for; follows from the item where that is a skill's.
    #[serde(default)]
    pub skill: Option<SkillId>,
    /// The day, or the day on which it began. Today where absent.
    #[serde(default)]
    pub on: Option<Date>,
    /// Minutes, 1 to 1,440; absent with `from` and `to`.
    #[serde(default)]
    pub minutes: Option<u32>,
    /// When it began, as `HH:MM`.
    #[serde(default)]
    pub from: Option<String>,
    /// When it ended, as `HH:MM`; the next day where it is not after `from`.
    #[serde(default)]
    pub to: Option<String>,
    /// Notes.
    #[serde(default)]
    pub note: String,
}

/// Most minutes of all entries of one day.
const DAY: u32 = 1440;

/// `log.save`: adds an entry, or corrects one. One that runs across midnight becomes one for each day.
pub(crate) fn save(call: &Call<'_>, params: LogSaveParams) -> Result<Vec<LogRow>, AppError> {
    let snapshot = call.snapshot()?;
    let former = params.id.as_ref().map(|id| find(&snapshot, id).cloned()).transpose()?;
    let (item, skill) = subject(&snapshot, params.item.clone(), params.skill.clone(), former.as_ref())?;
    let note = input::note("note", &params.note)?;
    let on = params.on.or(former.as_ref().map(|entry| entry.on)).unwrap_or(snapshot.today);
    let mut records: Vec<LogRecord> = shares(call, &params, former.as_ref(), on)?
        .into_iter()
        .map(|share| LogRecord {
            id: new_record_id(),
            item: item.clone(),
            skill: skill.clone(),
            on: share.on,
            minutes: share.minutes,
            began: share.moments.map(|(began, _)| began),
            ended: share.moments.map(|(_, ended)| ended),
            note: note.clone(),
        })
        .collect();
    if let (Some(first), Some(former)) = (records.first_mut(), &former) {
        first.id = former.id.clone();
    }
    let replaced = former.as_ref().map(|entry| &entry.id);
    check(call, &snapshot, &records, replaced)?;
    no_overlap(call, &snapshot, &records, replaced)?;
    let title = records.first().map(|record| title_of(&snapshot, record)).unwrap_or_default();
    let minutes = messages::hours_text(records.iter().map(|record| record.minutes.0).sum());
    let name = if former.is_some() { "log.change" } else { "log.add" };
    call.write(name, json!({ "item": title, "time": minutes }), |writer| put(writer, &records))?;
    let after = call.snapshot()?;
    Ok(records.iter().map(|record| row(call, &after, record)).collect())
}

/// Writes entries.
pub(crate) fn put(writer: &Writer<'_>, records: &[LogRecord]) -> Result<(), AppError> {
    records.iter().try_for_each(|record| Ok(writer.put_log_entry(record)?))
}

/// What an entry is spent on: an item of the plan that is known, and its skill; or a skill alone.
pub(crate) fn subject(
    snapshot: &Snapshot,
    item: Option<String>,
    skill: Option<SkillId>,
    former: Option<&LogRecord>,
) -> Result<(Option<String>, Option<SkillId>), AppError> {
    let named = item.is_some() || skill.is_some();
    let kept = former.filter(|_| !named);
    let (item, skill) = match kept {
        Some(entry) => return Ok((entry.item.clone(), entry.skill.clone())),
        None => (item, skill),
    };
    let stands = |key: &str| former.is_some_and(|entry| entry.item.as_deref() == Some(key));
    if let Some(key) = item.as_deref().filter(|key| !stands(key) && !is_known(snapshot, key)) {
        return Err(AppError::with("plan.unknown_item", [("item", key.to_owned())]));
    }
    let of_item = item.as_deref().and_then(skill_of_key);
    let skill = skill.or(of_item);
    if let Some(skill) = &skill {
        snapshot.known_skill(skill)?;
    }
    if item.is_none() && skill.is_none() { Err(AppError::new("log.nothing")) } else { Ok((item, skill)) }
}

/// Whether an item is or could be in the plan: what the log has just finished can be worked on further.
fn is_known(snapshot: &Snapshot, key: &str) -> bool {
    let (whole, parts) = whole_key(key);
    if parts > 0 && !snapshot.plan_items.values().any(|item| part_key(&item.key) == key) {
        return false;
    }
    let skill = |id: &SkillId| snapshot.pack.skill(id).is_some();
    match ItemWhat::of_key(key) {
        Some(ItemWhat::SkillStep { skill: id, to } | ItemWhat::Proof { skill: id, to }) => {
            skill(&id) && to > Level::NONE
        }
        Some(ItemWhat::Refresh { skill: id }) => skill(&id),
        Some(ItemWhat::Practice { practice, number }) => {
            snapshot.pack.practice(&practice).is_some() && (1..=99).contains(&number)
        }
        Some(
            ItemWhat::ExamPreparation { record }
            | ItemWhat::MockExam { record }
            | ItemWhat::Renewal { record },
        ) => snapshot.certifications.iter().any(|it| it.id == record),
        Some(ItemWhat::ProjectLine { project, line }) => {
            let mut projects = snapshot.projects.iter();
            projects.any(|it| it.id == project && it.checklist.contains_key(&line))
        }
        Some(ItemWhat::Own) => snapshot.plan_items.contains_key(whole),
        None => false,
    }
}

/// The skill that an item works on, from its key.
pub(crate) fn skill_of_key(key: &str) -> Option<SkillId> {
    ItemWhat::of_key(key).and_then(|what| what.skill().cloned())
}

/// A day's share of an entry.
struct Share {
    on: Date,
    minutes: Minutes,
    moments: Option<(Timestamp, Timestamp)>,
}

fn shares(
    call: &Call<'_>,
    params: &LogSaveParams,
    former: Option<&LogRecord>,
    on: Date,
) -> Result<Vec<Share>, AppError> {
    match (params.minutes, &params.from, &params.to) {
        (Some(minutes), None, None) => {
            let minutes = Minutes(input::within("minutes", minutes, 1, DAY)?);
            Ok(vec![Share { on, minutes, moments: None }])
        }
        (None, Some(from), Some(to)) => {
            let zone = call.app.clock.zone();
            let (from, to) = (time_of_day(from)?, time_of_day(to)?);
            let last = if to <= from { on.plus_days(1) } else { on };
            let moment = |day: Date, time: civil::Time| {
                zone.to_zoned(day.civil().to_datetime(time)).map(|moment| moment.timestamp())
            };
            let moments = moment(on, from).and_then(|from| Ok((from, moment(last, to)?)));
            let (from, to) = moments.map_err(|_| AppError::with("date.far", [("date", on.to_string())]))?;
            if to <= from {
                return Err(AppError::with("log.skipped_hour", [("date", on.to_string())]));
            }
            let days = by_day(&[Segment { from, to }], &zone).map_err(refused)?;
            Ok(days
                .into_iter()
                .map(|day| Share { on: day.on, minutes: day.minutes, moments: Some((day.from, day.to)) })
                .collect())
        }
        (None, None, None) => match former {
            Some(entry) => {
                let moments = entry.began.zip(entry.ended).filter(|_| on == entry.on);
                Ok(vec![Share { on, minutes: entry.minutes, moments }])
            }
            None => Err(AppError::new("log.no_time")),
        },
        _ => Err(AppError::new("log.no_time")),
    }
}

fn time_of_day(text: &str) -> Result<civil::Time, AppError> {
    let wrong = || AppError::with("input.time", [("value", text.to_owned())]);
    let shaped = text.len() == 5 && text.as_bytes()[2] == b':';
    if shaped { civil::Time::strptime("%H:%M", text).map_err(|_| wrong()) } else { Err(wrong()) }
}

/// The refusal of a stretch of time.
pub(crate) fn refused(error: TimeLogError) -> AppError {
    match error {
        TimeLogError::ClockSetBack { .. } => AppError::new("timer.clock_set_back"),
        TimeLogError::TooLong { .. } => AppError::new("timer.too_long"),
        other => AppError::with("log.refused", [("detail", other.to_string())]),
    }
}

/// Refuses entries of days to come, and days with more than 24 hours.
pub(crate) fn check(
    call: &Call<'_>,
    snapshot: &Snapshot,
    records: &[LogRecord],
    replaced: Option<&RecordId>,
) -> Result<(), AppError> {
    if records.is_empty() {
        return Err(AppError::new("log.no_time"));
    }
    let now = call.app.clock.moment();
    // A clock that stands still at a day's first moment has no later moments of that day.
    let stands = matches!(call.app.clock, Clock::Fixed(_));
    for record in records {
        if record.on > snapshot.today {
            return Err(AppError::with("log.future", [("date", record.on.to_string())]));
        }
        if !stands && record.ended.is_some_and(|ended| ended > now) {
            return Err(AppError::new("log.future_hour"));
        }
        if record.on.days_until(snapshot.today) > 366 * 60 {
            return Err(AppError::with("date.far", [("date", record.on.to_string())]));
        }
        let others = snapshot.log.iter().filter(|entry| Some(&entry.id) != replaced && entry.on == record.on);
        if others.map(|entry| entry.minutes.0).sum::<u32>() + record.minutes.0 > DAY {
            return Err(AppError::with("log.day_full", [("date", record.on.to_string())]));
        }
    }
    Ok(())
}

/// Refuses a stretch that lies over another one that was logged.
fn no_overlap(
    call: &Call<'_>,
    snapshot: &Snapshot,
    records: &[LogRecord],
    replaced: Option<&RecordId>,
) -> Result<(), AppError> {
    for (began, ended) in records.iter().filter_map(|record| record.began.zip(record.ended)) {
        let lies_over = |entry: &&LogRecord| {
            Some(&entry.id) != replaced
                && entry.began.zip(entry.ended).is_some_and(|other| began < other.1 && other.0 < ended)
        };
        let Some(over) = snapshot.log.iter().find(lies_over) else { continue };
        let shown = row(call, snapshot, over);
        let at = format!("{}–{}", shown.began_at.unwrap_or_default(), shown.ended_at.unwrap_or_default());
        return Err(AppError::about("log.overlap", [("item", shown.title), ("at", Text::same(at))]));
    }
    Ok(())
}

fn find<'a>(snapshot: &'a Snapshot, id: &RecordId) -> Result<&'a LogRecord, AppError> {
    let found = snapshot.log.iter().find(|entry| entry.id == *id);
    found.ok_or_else(|| AppError::with("record.unknown", [("id", id.to_string())]))
}

/// `log.remove`: removes an entry.
pub(crate) fn remove(call: &Call<'_>, params: IdParams) -> Result<(), AppError> {
    let snapshot = call.snapshot()?;
    let entry = find(&snapshot, &params.id)?;
    let args = json!({ "item": title_of(&snapshot, entry), "time": messages::hours_text(entry.minutes.0) });
    call.write("log.remove", args, |writer| {
        writer.delete_log_entry(&params.id)?;
        Ok(())
    })
}
