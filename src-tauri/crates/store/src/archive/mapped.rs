//! Reading everything as the program does: what only the mappers refuse is refused here too.

use super::RowsError;
use crate::StoreError;
use crate::rows::Reader;
use crate::rows::query::all;
use groundwork_domain::RecordId;

/// Reads every record. A mapper that is missing here makes no archive wrong; it only lets a value through that is said to be
/// damage later.
pub(super) fn reads(reader: &Reader<'_>) -> Result<(), RowsError> {
    fn of<T>(kind: &str, read: Result<T, StoreError>) -> Result<(), RowsError> {
        read.map(drop).map_err(|error| RowsError::of(kind, error))
    }
    of("attachment", reader.all_attachments())?;
    of("target", reader.target())?;
    of("plan_settings", reader.plan_settings())?;
    of("absence", reader.absences())?;
    of("skill", reader.skill_records())?;
    of("own_skill", reader.own_skills())?;
    of("evidence", reader.evidence())?;
    of("certification", reader.certifications())?;
    of("project", reader.projects())?;
    of("plan_item", reader.plan_items())?;
    of("log_entry", reader.log_entries())?;
    of("timer", reader.timer())?;
    of("scenario", reader.scenarios())?;
    of("week_review", reader.week_reviews())?;
    of("correction", reader.corrections())?;
    of("issuer_key", reader.issuer_keys())?;
    of("address", reader.addresses())?;
    of("reminder_settings", reader.reminder_settings())?;
    of("kept_day", reader.kept_days())?;
    of("kept_forecast", reader.kept_forecasts())?;
    of("kept_end", reader.kept_ends())?;
    of("kept_session", reader.kept_sessions())?;
    of("kept_reminder", reader.kept_reminders())?;
    of("kept_look", reader.kept_look())?;
    of("kept_event", reader.kept_events())?;
    for project in projects(reader)? {
        let id = RecordId::new(&project);
        let id = id.map_err(|_| RowsError::of("kept_version", StoreError::damaged("value of project")))?;
        of("kept_version", reader.project_versions(&id))?;
        of("kept_draft", reader.project_draft(&id))?;
        of("kept_audit", reader.project_audits(&id, usize::MAX))?;
    }
    Ok(())
}

/// The projects of which anything is kept, whether they are there or not.
fn projects(reader: &Reader<'_>) -> Result<Vec<String>, RowsError> {
    let sql = "SELECT project FROM kept_version UNION SELECT project FROM kept_draft \
               UNION SELECT project FROM kept_audit";
    Ok(all(reader.conn, sql, [], |row| Ok(row.get(0)?))?)
}
