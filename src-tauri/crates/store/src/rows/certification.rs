//! Certifications of the person's.

use super::certification_parts::Parts;
use super::query::{all, one, parsed, parsed_opt, run, word, word_of};
use super::{Reader, Writer};
use crate::StoreError;
use groundwork_domain::RecordId;
use groundwork_domain::person::CertificationRecord;
use rusqlite::{Row, params};

impl Reader<'_> {
    /// All certifications of the person's, in the order in which they were added.
    pub fn certifications(&self) -> Result<Vec<CertificationRecord>, StoreError> {
        let mut parts = Parts::read(self.conn, None)?;
        all(self.conn, "SELECT * FROM certification ORDER BY id", [], |row| record(row, &mut parts))
    }

    /// One certification of the person's.
    pub fn certification(&self, id: &RecordId) -> Result<Option<CertificationRecord>, StoreError> {
        let mut parts = Parts::read(self.conn, Some(id))?;
        one(self.conn, "SELECT * FROM certification WHERE id = ?1", [id.as_str()], |row| {
            record(row, &mut parts)
        })
    }
}

impl Writer<'_> {
    /// Adds or replaces a certification. Refuses the stages that are never kept, and a cost that is no number.
    pub fn put_certification(&self, one: &CertificationRecord) -> Result<(), StoreError> {
        let costs = one.costs.iter().map(|cost| cost.amount);
        let attempts = one.attempts.iter().filter_map(|attempt| attempt.cost);
        let credits = one.credits.iter().map(|credit| credit.credits);
        if one.cost.into_iter().chain(costs).chain(attempts).chain(credits).any(|n| !n.is_finite()) {
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
                one.reschedule_by.map(String::from),
                one.retry_from.map(String::from),
                one.keep_up,
                one.performance_based,
                self.marks(),
            ],
        )?;
        Parts::replace(self.conn, one)
    }

    /// Deletes a certification with its attachments; whether there was one.
    pub fn delete_certification(&self, id: &RecordId) -> Result<bool, StoreError> {
        Ok(run(self.conn, "DELETE FROM certification WHERE id = ?1", [id.as_str()])? > 0)
    }
}

fn record(row: &Row<'_>, parts: &mut Parts) -> Result<CertificationRecord, StoreError> {
    let id: RecordId = parsed(row, "id")?;
    Ok(CertificationRecord {
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
        reschedule_by: parsed_opt(row, "reschedule_by")?,
        score: row.get("score")?,
        attempt: row.get("attempt")?,
        retry_from: parsed_opt(row, "retry_from")?,
        issued: parsed_opt(row, "issued")?,
        expires: parsed_opt(row, "expires")?,
        credential_id: row.get("credential_id")?,
        url: row.get("url")?,
        note: row.get("note")?,
        keep_up: row.get("keep_up")?,
        performance_based: row.get("performance_based")?,
        supports: parts.skills.remove(&id).unwrap_or_default(),
        attempts: parts.attempts.remove(&id).unwrap_or_default(),
        costs: parts.costs.remove(&id).unwrap_or_default(),
        credits: parts.credits.remove(&id).unwrap_or_default(),
        periods: parts.periods.remove(&id).unwrap_or_default(),
        id,
    })
}
