//! Evidence that the person records: log, courses, work, reviews, contributions, practice set.

mod list;

pub use list::EvidenceListView;
pub(crate) use list::list;

use crate::app::Call;
use crate::error::AppError;
use crate::input;
use crate::log::{LogSaveParams, save as save_log};
use crate::settings::IdParams;
use crate::snapshot::Snapshot;
use groundwork_domain::person::{EvidenceKind, EvidenceRecord, LogRecord, Owner};
use groundwork_domain::{Date, Level, Minutes, RecordId, SkillId};
use groundwork_store::new_record_id;
use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::json;
use ts_rs::TS;

/// A piece of evidence, new or changed.
#[derive(Debug, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct EvidenceParams {
    /// The record to change; a new one where absent.
    #[serde(default)]
    pub id: Option<RecordId>,
    /// The skill.
    pub skill: SkillId,
    /// Other skills that it speaks for as much.
    #[serde(default)]
    pub also: Vec<SkillId>,
    /// What it is: `log`, `course`, `work`, `review`, `contribution` or `practice_set`.
    pub what: EvidenceKind,
    /// For work, its first day: the months are counted from it then.
    #[serde(default)]
    pub from: Option<Date>,
    /// Whether work goes on.
    #[serde(default)]
    pub ongoing: bool,
    /// The day it was earned; for work its last day. Today where absent.
    #[serde(default)]
    pub on: Option<Date>,
    /// What it is called.
    #[serde(default)]
    pub title: String,
    /// Who reviewed.
    #[serde(default)]
    pub by: String,
    /// The reviewer's words, or notes.
    #[serde(default)]
    pub words: String,
    /// Its address.
    #[serde(default)]
    pub url: String,
}

/// `evidence.save`: adds a piece of evidence, or changes one.
pub(crate) fn save(call: &Call<'_>, params: EvidenceParams) -> Result<EvidenceRecord, AppError> {
    let snapshot = call.snapshot()?;
    let skill = snapshot.known_skill(&params.skill)?.name.clone();
    let kept_here = params.id.as_ref().is_some_and(|id| find(&snapshot, id).is_ok());
    if let (EvidenceKind::Log { minutes }, false) = (&params.what, kept_here) {
        let minutes = *minutes;
        return log(call, params, minutes);
    }
    if let Some(id) = &params.id {
        find(&snapshot, id)?;
    }
    let record = EvidenceRecord {
        id: params.id.clone().unwrap_or_else(new_record_id),
        also: others(&snapshot, &params.skill, &params.also)?,
        skill: params.skill,
        from: params.from,
        ongoing: params.ongoing,
        on: params.on.unwrap_or(snapshot.today),
        title: input::line("title", &params.title)?,
        by: input::line("by", &params.by)?,
        words: input::note("words", &params.words)?,
        url: input::address("url", &params.url)?,
        what: params.what,
    };
    check(&record, snapshot.today)?;
    let name = if params.id.is_some() { "evidence.change" } else { "evidence.add" };
    call.write(name, json!({ "skill": skill }), |writer| Ok(writer.put_evidence(&record)?))?;
    Ok(record)
}

/// Time on a skill is an entry of the time log.
fn log(call: &Call<'_>, params: EvidenceParams, minutes: Minutes) -> Result<EvidenceRecord, AppError> {
    let lines = [&params.title, &params.by, &params.words, &params.url].map(|line| line.trim());
    let note: Vec<&str> = lines.into_iter().filter(|line| !line.is_empty()).collect();
    let entries = save_log(
        call,
        LogSaveParams {
            id: params.id,
            item: None,
            skill: Some(params.skill),
            on: params.on,
            minutes: Some(minutes.0),
            from: None,
            to: None,
            note: note.join("\n"),
        },
    )?;
    let record = entries.into_iter().next().map(|row| row.record);
    let record = record.ok_or_else(|| AppError::new("log.no_time"))?;
    as_evidence(&record).ok_or_else(|| AppError::new("log.nothing"))
}

/// An entry of the time log that speaks for a skill, as a piece of evidence.
pub(crate) fn as_evidence(entry: &LogRecord) -> Option<EvidenceRecord> {
    Some(EvidenceRecord {
        id: entry.id.clone(),
        skill: entry.skill.clone()?,
        also: Vec::new(),
        what: EvidenceKind::Log { minutes: entry.minutes },
        from: None,
        ongoing: false,
        on: entry.on,
        title: String::new(),
        by: String::new(),
        words: entry.note.clone(),
        url: String::new(),
    })
}

/// The further skills: known, each once, without the first.
fn others(snapshot: &Snapshot, first: &SkillId, also: &[SkillId]) -> Result<Vec<SkillId>, AppError> {
    input::list("skills", also)?;
    let mut kept: Vec<SkillId> = Vec::with_capacity(also.len());
    for skill in also {
        snapshot.known_skill(skill)?;
        if skill != first && !kept.contains(skill) {
            kept.push(skill.clone());
        }
    }
    Ok(kept)
}

fn check(record: &EvidenceRecord, today: Date) -> Result<(), AppError> {
    if record.on > today {
        return Err(AppError::with("date.future", [("date", record.on.to_string())]));
    }
    let worked = matches!(record.what, EvidenceKind::Work { .. });
    if !worked && (record.from.is_some() || record.ongoing) {
        return Err(AppError::new("evidence.only_work_lasts"));
    }
    if record.ongoing && record.from.is_none() {
        return Err(AppError::with("input.empty", [("field", "from".into())]));
    }
    if let Some(from) = record.from
        && from > if record.ongoing { today } else { record.on }
    {
        let args = [("starts", from.to_string()), ("ends", record.on.to_string())];
        return Err(AppError::with("evidence.ends_before_start", args));
    }
    match &record.what {
        EvidenceKind::Log { minutes } => input::within("minutes", minutes.0, 1, 1440).map(|_| ()),
        // From day to day the months are counted.
        EvidenceKind::Work { .. } if record.from.is_some() => {
            if record.title.is_empty() && record.by.is_empty() {
                return Err(AppError::new("evidence.needs_title"));
            }
            Ok(())
        }
        EvidenceKind::Work { months } => input::within("months", u32::from(*months), 1, 600).map(|_| ()),
        EvidenceKind::Review { states } => {
            if record.by.is_empty() || record.words.is_empty() {
                return Err(AppError::new("evidence.review_needs_name"));
            }
            let most = Level::new(4).unwrap_or_default();
            if *states == Level::NONE || *states > most {
                return Err(AppError::new("evidence.review_level"));
            }
            Ok(())
        }
        EvidenceKind::Course | EvidenceKind::Contribution { .. } | EvidenceKind::PracticeSet => {
            if record.title.is_empty() { Err(AppError::new("evidence.needs_title")) } else { Ok(()) }
        }
        EvidenceKind::Certification { .. } | EvidenceKind::Project { .. } => {
            Err(AppError::new("evidence.derived"))
        }
    }
}

fn find<'a>(snapshot: &'a Snapshot, id: &RecordId) -> Result<&'a EvidenceRecord, AppError> {
    let found = snapshot.evidence.iter().find(|record| record.id == *id);
    found.ok_or_else(|| AppError::with("record.unknown", [("id", id.to_string())]))
}

/// `evidence.remove`: removes a piece of evidence.
pub(crate) fn remove(call: &Call<'_>, params: IdParams) -> Result<(), AppError> {
    let snapshot = call.snapshot()?;
    if snapshot.log.iter().any(|entry| entry.id == params.id) {
        return crate::log::remove(call, params);
    }
    let skill = snapshot.skill_name(&find(&snapshot, &params.id)?.skill);
    call.write("evidence.remove", json!({ "skill": skill }), |writer| {
        crate::attachments::remove_of(writer, Owner::Evidence, &params.id)?;
        writer.delete_evidence(&params.id)?;
        Ok(())
    })
}
