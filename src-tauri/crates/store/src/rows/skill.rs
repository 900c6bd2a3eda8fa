//! What the person says of skills.

use super::query::{all, level_opt, one, parsed, run};
use super::{Reader, Writer};
use crate::StoreError;
use groundwork_domain::SkillId;
use groundwork_domain::person::SkillRecord;
use rusqlite::{Row, params};

impl Reader<'_> {
    /// All skills that the person said something of, by id.
    pub fn skill_records(&self) -> Result<Vec<SkillRecord>, StoreError> {
        all(self.conn, "SELECT * FROM skill ORDER BY id", [], record)
    }

    /// What the person says of one skill.
    pub fn skill_record(&self, skill: &SkillId) -> Result<Option<SkillRecord>, StoreError> {
        one(self.conn, "SELECT * FROM skill WHERE id = ?1", [skill.as_str()], record)
    }
}

impl Writer<'_> {
    /// Adds or replaces what the person says of a skill.
    pub fn put_skill_record(&self, skill: &SkillRecord) -> Result<(), StoreError> {
        run(
            self.conn,
            include_str!("skill_put.sql"),
            params![
                skill.skill.as_str(),
                skill.claimed.map(u8::from),
                skill.note,
                skill.hidden,
                skill.required.map(u8::from),
                self.marks(),
            ],
        )?;
        Ok(())
    }
}

fn record(row: &Row<'_>) -> Result<SkillRecord, StoreError> {
    Ok(SkillRecord {
        skill: parsed(row, "id")?,
        claimed: level_opt(row, "claimed")?,
        note: row.get("note")?,
        hidden: row.get("hidden")?,
        required: level_opt(row, "required")?,
    })
}
