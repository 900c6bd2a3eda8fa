//! Evidence.

use super::query::{all, level, one, parsed, run};
use super::{Reader, Writer};
use crate::StoreError;
use groundwork_domain::person::{EvidenceKind, EvidenceRecord};
use groundwork_domain::{Minutes, RecordId, SkillId};
use rusqlite::{Row, params};

impl Reader<'_> {
    /// All evidence, by day.
    pub fn evidence(&self) -> Result<Vec<EvidenceRecord>, StoreError> {
        all(self.conn, "SELECT * FROM evidence ORDER BY on_day, id", [], record)
    }

    /// The evidence of one skill, by day.
    pub fn evidence_of(&self, skill: &SkillId) -> Result<Vec<EvidenceRecord>, StoreError> {
        let sql = "SELECT * FROM evidence WHERE skill = ?1 ORDER BY on_day, id";
        all(self.conn, sql, [skill.as_str()], record)
    }

    /// One piece of evidence.
    pub fn evidence_record(&self, id: &RecordId) -> Result<Option<EvidenceRecord>, StoreError> {
        one(self.conn, "SELECT * FROM evidence WHERE id = ?1", [id.as_str()], record)
    }
}

impl Writer<'_> {
    /// Adds or replaces a piece of evidence. Refuses those of a certification or project, which follow from their own
    /// records.
    pub fn put_evidence(&self, evidence: &EvidenceRecord) -> Result<(), StoreError> {
        let (mut minutes, mut months, mut states) = (None, None, None);
        match &evidence.what {
            EvidenceKind::Log { minutes: logged } => minutes = Some(logged.0),
            EvidenceKind::Work { months: worked } => months = Some(*worked),
            EvidenceKind::Review { states: stated } => states = Some(stated.get()),
            EvidenceKind::Course | EvidenceKind::Contribution | EvidenceKind::PracticeSet => {}
            EvidenceKind::Certification { .. } | EvidenceKind::Project { .. } => {
                return Err(StoreError::refused("evidence_kind"));
            }
        }
        run(
            self.conn,
            include_str!("evidence_put.sql"),
            params![
                evidence.id.as_str(),
                evidence.skill.as_str(),
                evidence.what.word(),
                minutes,
                months,
                states,
                evidence.on.to_string(),
                evidence.title,
                evidence.by,
                evidence.words,
                evidence.url,
                self.marks(),
            ],
        )?;
        Ok(())
    }

    /// Deletes a piece of evidence with its attachments; whether there was one.
    pub fn delete_evidence(&self, id: &RecordId) -> Result<bool, StoreError> {
        Ok(run(self.conn, "DELETE FROM evidence WHERE id = ?1", [id.as_str()])? > 0)
    }
}

fn record(row: &Row<'_>) -> Result<EvidenceRecord, StoreError> {
    let kind: String = row.get("kind")?;
    let what = match kind.as_str() {
        "log" => EvidenceKind::Log { minutes: Minutes(row.get("minutes")?) },
        "course" => EvidenceKind::Course,
        "work" => EvidenceKind::Work { months: row.get("months")? },
        "review" => EvidenceKind::Review { states: level(row, "states")? },
        "contribution" => EvidenceKind::Contribution,
        "practice_set" => EvidenceKind::PracticeSet,
        _ => return Err(StoreError::damaged("evidence.kind")),
    };
    Ok(EvidenceRecord {
        id: parsed(row, "id")?,
        skill: parsed(row, "skill")?,
        what,
        on: parsed(row, "on_day")?,
        title: row.get("title")?,
        by: row.get("reviewer")?,
        words: row.get("words")?,
        url: row.get("url")?,
    })
}
