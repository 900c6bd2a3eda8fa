//! Evidence.

use super::query::{all, level, one, parsed, parsed_opt, position, run, word_of, word_opt};
use super::{Reader, Writer};
use crate::StoreError;
use groundwork_domain::person::{EvidenceKind, EvidenceRecord};
use groundwork_domain::{Minutes, RecordId, SkillId};
use rusqlite::{Connection, Row, params};
use std::collections::BTreeMap;

impl Reader<'_> {
    /// All evidence, by day.
    pub fn evidence(&self) -> Result<Vec<EvidenceRecord>, StoreError> {
        let mut also = also(self.conn, None)?;
        all(self.conn, "SELECT * FROM evidence ORDER BY on_day, id", [], |row| record(row, &mut also))
    }

    /// One piece of evidence.
    pub fn evidence_record(&self, id: &RecordId) -> Result<Option<EvidenceRecord>, StoreError> {
        let mut also = also(self.conn, Some(id))?;
        one(self.conn, "SELECT * FROM evidence WHERE id = ?1", [id.as_str()], |row| record(row, &mut also))
    }
}

/// The further skills of one piece of evidence, or of all.
fn also(conn: &Connection, only: Option<&RecordId>) -> Result<BTreeMap<RecordId, Vec<SkillId>>, StoreError> {
    let mut found = BTreeMap::<RecordId, Vec<SkillId>>::new();
    all(conn, include_str!("evidence_skills.sql"), [only.map(RecordId::as_str)], |row| {
        found.entry(parsed(row, "evidence")?).or_default().push(parsed(row, "skill")?);
        Ok(())
    })?;
    Ok(found)
}

impl Writer<'_> {
    /// Adds or replaces a piece of evidence. Refuses those of a certification or project, which follow from their own
    /// records.
    pub fn put_evidence(&self, evidence: &EvidenceRecord) -> Result<(), StoreError> {
        let (mut minutes, mut months, mut states, mut form) = (None, None, None, None);
        match &evidence.what {
            EvidenceKind::Log { minutes: logged } => minutes = Some(logged.0),
            EvidenceKind::Work { months: worked } => months = Some(*worked),
            EvidenceKind::Review { states: stated } => states = Some(stated.get()),
            EvidenceKind::Contribution { form: said } => form = said.as_ref().map(word_of).transpose()?,
            EvidenceKind::Course | EvidenceKind::PracticeSet => {}
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
                form,
                evidence.from.map(String::from),
                evidence.ongoing,
                evidence.on.to_string(),
                evidence.title,
                evidence.by,
                evidence.words,
                evidence.url,
                self.marks(),
            ],
        )?;
        let id = evidence.id.as_str();
        run(self.conn, "DELETE FROM evidence_skill WHERE evidence = ?1", [id])?;
        for (index, skill) in evidence.also.iter().enumerate() {
            let sql = "INSERT INTO evidence_skill (evidence, position, skill) VALUES (?1, ?2, ?3)";
            run(self.conn, sql, params![id, position(index), skill.as_str()])?;
        }
        Ok(())
    }

    /// Deletes a piece of evidence with its attachments; whether there was one.
    pub fn delete_evidence(&self, id: &RecordId) -> Result<bool, StoreError> {
        Ok(run(self.conn, "DELETE FROM evidence WHERE id = ?1", [id.as_str()])? > 0)
    }
}

fn record(row: &Row<'_>, also: &mut BTreeMap<RecordId, Vec<SkillId>>) -> Result<EvidenceRecord, StoreError> {
    let kind: String = row.get("kind")?;
    let what = match kind.as_str() {
        "log" => EvidenceKind::Log { minutes: Minutes(row.get("minutes")?) },
        "course" => EvidenceKind::Course,
        "work" => EvidenceKind::Work { months: row.get("months")? },
        "review" => EvidenceKind::Review { states: level(row, "states")? },
        "contribution" => EvidenceKind::Contribution { form: word_opt(row, "form")? },
        "practice_set" => EvidenceKind::PracticeSet,
        _ => return Err(StoreError::damaged("evidence.kind")),
    };
    let id = parsed(row, "id")?;
    Ok(EvidenceRecord {
        also: also.remove(&id).unwrap_or_default(),
        id,
        skill: parsed(row, "skill")?,
        what,
        from: parsed_opt(row, "from_day")?,
        ongoing: row.get("ongoing")?,
        on: parsed(row, "on_day")?,
        title: row.get("title")?,
        by: row.get("reviewer")?,
        words: row.get("words")?,
        url: row.get("url")?,
    })
}
