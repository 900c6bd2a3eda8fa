//! What the person knows better than the catalogue.

use super::query::{all, parsed, run, word, word_of};
use super::{Reader, Writer};
use crate::StoreError;
use groundwork_domain::CertificationId;
use groundwork_domain::certification::{Correction, Fact};
use rusqlite::params;

impl Reader<'_> {
    /// All corrections, by certification and fact.
    pub fn corrections(&self) -> Result<Vec<Correction>, StoreError> {
        all(self.conn, "SELECT * FROM correction ORDER BY id", [], |row| {
            Ok(Correction {
                certification: parsed(row, "certification")?,
                fact: word(row, "fact")?,
                value: row.get("value")?,
                as_of: parsed(row, "as_of")?,
                source: row.get("source")?,
            })
        })
    }
}

impl Writer<'_> {
    /// Adds or replaces the correction of a fact.
    pub fn put_correction(&self, one: &Correction) -> Result<(), StoreError> {
        let fact = word_of(&one.fact)?;
        run(
            self.conn,
            include_str!("correction_put.sql"),
            params![
                key(&one.certification, &fact),
                one.certification.as_str(),
                fact,
                one.value,
                one.as_of.to_string(),
                one.source,
                self.marks(),
            ],
        )?;
        Ok(())
    }

    /// Takes the correction of a fact back; whether there was one.
    pub fn delete_correction(&self, certification: &CertificationId, fact: Fact) -> Result<bool, StoreError> {
        let id = key(certification, &word_of(&fact)?);
        Ok(run(self.conn, "DELETE FROM correction WHERE id = ?1", [id])? > 0)
    }
}

fn key(certification: &CertificationId, fact: &str) -> String {
    format!("{certification}:{fact}")
}
