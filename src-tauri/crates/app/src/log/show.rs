//! The log as it is shown.

use crate::app::Call;
use crate::error::AppError;
use crate::log::LogParams;
use crate::plan::title_of_key;
use crate::snapshot::Snapshot;
use groundwork_domain::Text;
use groundwork_domain::person::LogRecord;
use serde::Serialize;
use ts_rs::TS;

/// An entry of the log.
#[derive(Debug, Clone, Serialize, TS)]
pub struct LogRow {
    /// The entry.
    pub record: LogRecord,
    /// Title of the item, or name of the skill.
    pub title: Text,
    /// When it began, as `HH:MM` of the clock at that place, where that is known.
    pub began_at: Option<String>,
    /// When it ended, as `HH:MM`.
    pub ended_at: Option<String>,
}

/// The log.
#[derive(Debug, Clone, Serialize, TS)]
pub struct LogView {
    /// Its entries, newest first.
    pub entries: Vec<LogRow>,
    /// Minutes of these entries.
    pub minutes: u32,
}

/// What an entry was spent on, in words.
pub(crate) fn title_of(snapshot: &Snapshot, record: &LogRecord) -> Text {
    match (&record.item, &record.skill) {
        (Some(item), _) => title_of_key(snapshot, item),
        (None, Some(skill)) => snapshot.skill_name(skill),
        (None, None) => Text::default(),
    }
}

/// The row of an entry.
pub(crate) fn row(call: &Call<'_>, snapshot: &Snapshot, record: &LogRecord) -> LogRow {
    let zone = call.app.clock.zone();
    let at = |moment: &jiff::Timestamp| moment.to_zoned(zone.clone()).strftime("%H:%M").to_string();
    LogRow {
        title: title_of(snapshot, record),
        began_at: record.began.as_ref().map(at),
        ended_at: record.ended.as_ref().map(at),
        record: record.clone(),
    }
}

/// `log.list`: the entries of the log, newest first.
pub(crate) fn list(call: &Call<'_>, params: LogParams) -> Result<LogView, AppError> {
    let snapshot = call.snapshot()?;
    let wanted = |entry: &&LogRecord| {
        params.from.is_none_or(|from| entry.on >= from)
            && params.to.is_none_or(|to| entry.on <= to)
            && params.item.as_ref().is_none_or(|item| entry.item.as_ref() == Some(item))
            && params.skill.as_ref().is_none_or(|skill| entry.skill.as_ref() == Some(skill))
    };
    let entries: Vec<&LogRecord> = snapshot.log.iter().filter(wanted).collect();
    let minutes = entries.iter().map(|entry| entry.minutes.0).sum();
    let most = params.limit.unwrap_or(500).clamp(1, 10_000) as usize;
    let rows = entries.into_iter().rev().take(most).map(|entry| row(call, &snapshot, entry));
    Ok(LogView { entries: rows.collect(), minutes })
}
