//! The target.

use super::query::{all, one, parsed, parsed_opt, run};
use super::{Reader, Writer};
use crate::StoreError;
use groundwork_domain::person::TargetRecord;
use rusqlite::params;
use std::collections::BTreeMap;

impl Reader<'_> {
    /// The target, when one is set.
    pub fn target(&self) -> Result<Option<TargetRecord>, StoreError> {
        let target = one(self.conn, "SELECT * FROM target", [], |row| {
            Ok(TargetRecord {
                rung: parsed(row, "rung")?,
                stack: parsed_opt(row, "stack")?,
                choices: BTreeMap::new(),
                ready_by: parsed_opt(row, "ready_by")?,
            })
        })?;
        let Some(mut target) = target else { return Ok(None) };
        let choices = all(self.conn, "SELECT choice, skill FROM target_choice", [], |row| {
            Ok((parsed(row, "choice")?, parsed(row, "skill")?))
        })?;
        target.choices = choices.into_iter().collect();
        Ok(Some(target))
    }
}

impl Writer<'_> {
    /// Sets the target.
    pub fn set_target(&self, target: &TargetRecord) -> Result<(), StoreError> {
        run(
            self.conn,
            include_str!("target_put.sql"),
            params![
                target.rung.as_str(),
                target.stack.as_ref().map(|stack| stack.as_str()),
                target.ready_by.map(String::from),
                self.marks(),
            ],
        )?;
        run(self.conn, "DELETE FROM target_choice", [])?;
        for (choice, skill) in &target.choices {
            let sql = "INSERT INTO target_choice (target, choice, skill) VALUES ('target', ?1, ?2)";
            run(self.conn, sql, [choice.as_str(), skill.as_str()])?;
        }
        Ok(())
    }

    /// Removes the target.
    pub fn clear_target(&self) -> Result<(), StoreError> {
        run(self.conn, "DELETE FROM target", [])?;
        Ok(())
    }
}
