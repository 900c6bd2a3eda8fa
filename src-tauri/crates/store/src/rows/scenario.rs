//! What-if scenarios.

use super::query::{all, not_such, parsed, parsed_opt, position, run, word_of, word_opt};
use super::{Reader, Writer};
use crate::StoreError;
use groundwork_domain::RecordId;
use groundwork_domain::person::{ScenarioItem, ScenarioRecord};
use rusqlite::{Row, params};
use std::collections::BTreeMap;

const MINUTES_OF_A_DAY: u32 = 1440;

impl Reader<'_> {
    /// All scenarios, in the order in which they were added.
    pub fn scenarios(&self) -> Result<Vec<ScenarioRecord>, StoreError> {
        let mut items = BTreeMap::<RecordId, Vec<ScenarioItem>>::new();
        all(self.conn, "SELECT * FROM scenario_item ORDER BY scenario, position", [], |row| {
            let item = ScenarioItem {
                item: row.get("item")?,
                dropped: row.get("dropped")?,
                due: parsed_opt(row, "due")?,
                due_kind: word_opt(row, "due_kind")?,
            };
            items.entry(parsed(row, "scenario")?).or_default().push(item);
            Ok(())
        })?;
        all(self.conn, "SELECT * FROM scenario ORDER BY id", [], |row| {
            let id = parsed(row, "id")?;
            Ok(ScenarioRecord {
                items: items.remove(&id).unwrap_or_default(),
                id,
                name: row.get("name")?,
                weekly_minutes: weekly_minutes(row)?,
                rung: parsed_opt(row, "rung")?,
                stack: parsed_opt(row, "stack")?,
                ready_by: parsed_opt(row, "ready_by")?,
            })
        })
    }
}

impl Writer<'_> {
    /// Adds or replaces a scenario. Refuses a weekday of more minutes than a day has.
    pub fn put_scenario(&self, scenario: &ScenarioRecord) -> Result<(), StoreError> {
        let id = scenario.id.as_str();
        if scenario.weekly_minutes.is_some_and(|week| week.iter().any(|day| *day > MINUTES_OF_A_DAY)) {
            return Err(StoreError::refused("scenario_weekly_minutes"));
        }
        run(
            self.conn,
            include_str!("scenario_put.sql"),
            params![
                id,
                scenario.name,
                scenario.weekly_minutes.map(|week| week.map(|day| day.to_string()).join(",")),
                scenario.rung.as_ref().map(|rung| rung.as_str()),
                scenario.stack.as_ref().map(|stack| stack.as_str()),
                scenario.ready_by.map(String::from),
                self.marks(),
            ],
        )?;
        run(self.conn, "DELETE FROM scenario_item WHERE scenario = ?1", [id])?;
        for (index, one) in scenario.items.iter().enumerate() {
            let due_kind = one.due_kind.map(|kind| word_of(&kind)).transpose()?;
            let due = one.due.map(String::from);
            let row = params![id, position(index), one.item, one.dropped, due, due_kind];
            run(self.conn, include_str!("scenario_item_add.sql"), row)?;
        }
        Ok(())
    }

    /// Deletes a scenario; whether there was one.
    pub fn delete_scenario(&self, id: &RecordId) -> Result<bool, StoreError> {
        Ok(run(self.conn, "DELETE FROM scenario WHERE id = ?1", [id.as_str()])? > 0)
    }
}

fn weekly_minutes(row: &Row<'_>) -> Result<Option<[u32; 7]>, StoreError> {
    let text: Option<String> = row.get("weekly_minutes")?;
    let Some(text) = text else { return Ok(None) };
    let days = text.split(',').map(str::parse).collect::<Result<Vec<u32>, _>>().ok();
    let week = days.and_then(|days| <[u32; 7]>::try_from(days).ok());
    week.map(Some).ok_or_else(|| not_such("weekly_minutes"))
}
