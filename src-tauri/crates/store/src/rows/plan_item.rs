//! Items of the plan that the person changed or added.

use super::query::{all, not_such, one, parsed, parsed_opt, position, run, word_of, word_opt};
use super::{Reader, Writer};
use crate::StoreError;
use groundwork_domain::person::{Place, PlanItemRecord};
use groundwork_domain::plan::Pin;
use rusqlite::{Connection, Row, params};
use std::collections::BTreeMap;

/// The lists of one or all items, by key.
struct Lists {
    after: BTreeMap<String, Vec<String>>,
    pinned: BTreeMap<String, Vec<Pin>>,
}

impl Reader<'_> {
    /// All items that the person changed or added, by key.
    pub fn plan_items(&self) -> Result<Vec<PlanItemRecord>, StoreError> {
        let mut lists = Lists::read(self.conn, None)?;
        all(self.conn, "SELECT * FROM plan_item ORDER BY id", [], |row| record(row, &mut lists))
    }

    /// One item.
    pub fn plan_item(&self, key: &str) -> Result<Option<PlanItemRecord>, StoreError> {
        let mut lists = Lists::read(self.conn, Some(key))?;
        one(self.conn, "SELECT * FROM plan_item WHERE id = ?1", [key], |row| record(row, &mut lists))
    }
}

impl Lists {
    fn read(conn: &Connection, only: Option<&str>) -> Result<Self, StoreError> {
        let mut lists = Self { after: BTreeMap::new(), pinned: BTreeMap::new() };
        all(conn, include_str!("plan_item_afters.sql"), [only], |row| {
            lists.after.entry(row.get("plan_item")?).or_default().push(row.get("before")?);
            Ok(())
        })?;
        all(conn, include_str!("plan_item_pins.sql"), [only], |row| {
            let pin = Pin { date: parsed(row, "on_day")?, minutes: row.get("minutes")? };
            lists.pinned.entry(row.get("plan_item")?).or_default().push(pin);
            Ok(())
        })?;
        Ok(lists)
    }
}

impl Writer<'_> {
    /// Adds or replaces an item. Refuses two pins of one day; they are read back by day.
    pub fn put_plan_item(&self, item: &PlanItemRecord) -> Result<(), StoreError> {
        let (place, place_item) = match &item.place {
            None => (None, None),
            Some(Place::First) => (Some("first"), None),
            Some(Place::AheadOf { item }) => (Some("ahead_of"), Some(item)),
            Some(Place::Last) => (Some("last"), None),
        };
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
                place,
                place_item,
                item.split_after,
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
        run(self.conn, "DELETE FROM plan_item_pin WHERE plan_item = ?1", [&item.key])?;
        for pin in &item.pinned {
            let sql = "INSERT INTO plan_item_pin (plan_item, on_day, minutes) VALUES (?1, ?2, ?3)";
            run(self.conn, sql, params![item.key, pin.date.to_string(), pin.minutes])?;
        }
        Ok(())
    }

    /// Deletes an item; whether there was one.
    pub fn delete_plan_item(&self, key: &str) -> Result<bool, StoreError> {
        Ok(run(self.conn, "DELETE FROM plan_item WHERE id = ?1", [key])? > 0)
    }
}

fn record(row: &Row<'_>, lists: &mut Lists) -> Result<PlanItemRecord, StoreError> {
    let key: String = row.get("id")?;
    Ok(PlanItemRecord {
        after: lists.after.remove(&key).unwrap_or_default(),
        pinned: lists.pinned.remove(&key).unwrap_or_default(),
        key,
        title: row.get("title")?,
        minutes: row.get("minutes")?,
        due: parsed_opt(row, "due")?,
        due_kind: word_opt(row, "due_kind")?,
        not_before: parsed_opt(row, "not_before")?,
        weight: row.get("weight")?,
        place: place(row)?,
        split_after: row.get("split_after")?,
        dropped: row.get("dropped")?,
        done_on: parsed_opt(row, "done_on")?,
        note: row.get("note")?,
    })
}

fn place(row: &Row<'_>) -> Result<Option<Place>, StoreError> {
    let word: Option<String> = row.get("place")?;
    let item: Option<String> = row.get("place_item")?;
    match (word.as_deref(), item) {
        (None, None) => Ok(None),
        (Some("first"), None) => Ok(Some(Place::First)),
        (Some("ahead_of"), Some(item)) => Ok(Some(Place::AheadOf { item })),
        (Some("last"), None) => Ok(Some(Place::Last)),
        _ => Err(not_such("place")),
    }
}
