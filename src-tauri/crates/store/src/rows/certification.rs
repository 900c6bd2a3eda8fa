//! Certifications of the person's.

use super::query::{all, one, parsed, parsed_opt, run, word, word_of};
use super::{Reader, Writer, skill_level};
use crate::StoreError;
use groundwork_domain::RecordId;
use groundwork_domain::person::{CertificationRecord, SkillLevel};
use rusqlite::{Row, params};

impl Reader<'_> {
    /// All certifications of the person's, in the order in which they were added.
    pub fn certifications(&self) -> Result<Vec<CertificationRecord>, StoreError> {
        let mut supports = skill_level::by_owner(self.conn, include_str!("certification_skills.sql"), None)?;
        all(self.conn, "SELECT * FROM certification ORDER BY id", [], |row| {
            let id = parsed(row, "id")?;
            let list = supports.remove(&id).unwrap_or_default();
            record(row, id, list)
        })
    }

    /// One certification of the person's.
    pub fn certification(&self, id: &RecordId) -> Result<Option<CertificationRecord>, StoreError> {
        let mut supports =
            skill_level::by_owner(self.conn, include_str!("certification_skills.sql"), Some(id))?;
        one(self.conn, "SELECT * FROM certification WHERE id = ?1", [id.as_str()], |row| {
            record(row, id.clone(), supports.remove(id).unwrap_or_default())
        })
    }
}

impl Writer<'_> {
    /// Adds or replaces a certification. Refuses the stages that are never kept, and a cost that is no number.
    pub fn put_certification(&self, one: &CertificationRecord) -> Result<(), StoreError> {
        if one.cost.is_some_and(|cost| !cost.is_finite()) {
            return Err(StoreError::refused("certification_cost"));
        }
        run(
            self.conn,
            include_str!("certification_put.sql"),
            params![
                one.id.as_str(),
                one.certification.as_ref().map(|id| id.as_str()),
                one.name,
                one.provider,
                word_of(&one.stage)?,
                one.wanted_by.map(String::from),
                one.exam_on.map(String::from),
                one.exam_at,
                one.exam_zone,
                one.place,
                one.cost,
                one.currency,
                one.score,
                one.attempt,
                one.issued.map(String::from),
                one.expires.map(String::from),
                one.credential_id,
                one.url,
                one.note,
                self.marks(),
            ],
        )?;
        skill_level::replace(
            self.conn,
            "DELETE FROM certification_skill WHERE certification = ?1",
            include_str!("certification_skill_add.sql"),
            &one.id,
            &one.supports,
        )
    }

    /// Deletes a certification with its attachments; whether there was one.
    pub fn delete_certification(&self, id: &RecordId) -> Result<bool, StoreError> {
        Ok(run(self.conn, "DELETE FROM certification WHERE id = ?1", [id.as_str()])? > 0)
    }
}

fn record(row: &Row<'_>, id: RecordId, supports: Vec<SkillLevel>) -> Result<CertificationRecord, StoreError> {
    Ok(CertificationRecord {
        id,
        certification: parsed_opt(row, "certification")?,
        name: row.get("name")?,
        provider: row.get("provider")?,
        stage: word(row, "stage")?,
        wanted_by: parsed_opt(row, "wanted_by")?,
        exam_on: parsed_opt(row, "exam_on")?,
        exam_at: row.get("exam_at")?,
        exam_zone: row.get("exam_zone")?,
        place: row.get("place")?,
        cost: row.get("cost")?,
        currency: row.get("currency")?,
        score: row.get("score")?,
        attempt: row.get("attempt")?,
        issued: parsed_opt(row, "issued")?,
        expires: parsed_opt(row, "expires")?,
        credential_id: row.get("credential_id")?,
        url: row.get("url")?,
        note: row.get("note")?,
        supports,
    })
}
