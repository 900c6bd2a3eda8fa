//! Items of the plan that the person changed or added.

use super::query::{all, one, parsed_opt, position, run, word_of, word_opt};
use super::{Reader, Writer};
use crate::StoreError;
use groundwork_domain::person::PlanItemRecord;
use rusqlite::{Row, params};
use std::collections::BTreeMap;

type After = BTreeMap<String, Vec<String>>;

impl Reader<'_> {
    /// All items that the person changed or added, by key.
    pub fn plan_items(&self) -> Result<Vec<PlanItemRecord>, StoreError> {
        let mut after = self.after(None)?;
        all(self.conn, "SELECT * FROM plan_item ORDER BY id", [], |row| record(row, &mut after))
    }

    /// One item.
    pub fn plan_item(&self, key: &str) -> Result<Option<PlanItemRecord>, StoreError> {
        let mut after = self.after(Some(key))?;
        one(self.conn, "SELECT * FROM plan_item WHERE id = ?1", [key], |row| record(row, &mut after))
    }

    fn after(&self, only: Option<&str>) -> Result<After, StoreError> {
        let mut after = After::new();
        all(self.conn, include_str!("plan_item_afters.sql"), [only], |row| {
            after.entry(row.get("plan_item")?).or_default().push(row.get("before")?);
            Ok(())
        })?;
        Ok(after)
    }
}

impl Writer<'_> {
    /// Adds or replaces an item.
    pub fn put_plan_item(&self, item: &PlanItemRecord) -> Result<(), StoreError> {
        run(
            self.conn,
            include_str!("plan_item_put.sql"),
            params![
                item.key,
                item.title,
                item.minutes,
                item.due.map(String::from),
                item.due_kind.map(|kind| word_of(&kind)).transpose()?,
                item.not_before.map(String::from),
                item.weight,
                item.dropped,
                item.done_on.map(String::from),
                item.note,
                self.marks(),
            ],
        )?;
        run(self.conn, "DELETE FROM plan_item_after WHERE plan_item = ?1", [&item.key])?;
        for (index, before) in item.after.iter().enumerate() {
            let sql = "INSERT INTO plan_item_after (plan_item, position, before) VALUES (?1, ?2, ?3)";
            run(self.conn, sql, params![item.key, position(index), before])?;
        }
        Ok(())
    }

    /// Deletes an item; whether there was one.
    pub fn delete_plan_item(&self, key: &str) -> Result<bool, StoreError> {
        Ok(run(self.conn, "DELETE FROM plan_item WHERE id = ?1", [key])? > 0)
    }
}

fn record(row: &Row<'_>, after: &mut After) -> Result<PlanItemRecord, StoreError> {
    let key: String = row.get("id")?;
    Ok(PlanItemRecord {
        after: after.remove(&key).unwrap_or_default(),
        key,
        title: row.get("title")?,
        minutes: row.get("minutes")?,
        due: parsed_opt(row, "due")?,
        due_kind: word_opt(row, "due_kind")?,
        not_before: parsed_opt(row, "not_before")?,
        weight: row.get("weight")?,
        dropped: row.get("dropped")?,
        done_on: parsed_opt(row, "done_on")?,
        note: row.get("note")?,
    })
}
