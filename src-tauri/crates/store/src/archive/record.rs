//! Records as they stand in the tables.

use super::shape::{Column, List, Shape, names, quoted};
use crate::StoreError;
use crate::rows::query::run;
use rusqlite::types::Value;
use rusqlite::{Connection, Row, params_from_iter};
use std::collections::{BTreeMap, HashMap};

/// A record: its row, and the rows of each of its lists.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Record {
    pub row: Vec<Value>,
    pub lists: Vec<Vec<Vec<Value>>>,
}

impl Record {
    /// Its key as text; of several columns with a separator that no text of ours holds.
    pub fn key(&self, shape: &Shape) -> String {
        let parts = shape.key.iter().map(|at| match &self.row[*at] {
            Value::Text(text) => text.clone(),
            Value::Integer(number) => number.to_string(),
            other => format!("{other:?}"),
        });
        parts.collect::<Vec<_>>().join("\u{1f}")
    }

    /// Adds it; refuses where it is there already.
    pub fn add(&self, conn: &Connection, shape: &Shape) -> Result<(), StoreError> {
        insert(conn, &shape.table, &names(&shape.columns), &self.row, "")?;
        self.add_lists(conn, shape)
    }

    /// Makes what is there as this: the row is changed, never deleted, so that nothing that hangs on it goes with it.
    pub fn replace(&self, conn: &Connection, shape: &Shape) -> Result<(), StoreError> {
        let plain = shape.columns.iter().filter(|column| column.key == 0).map(|column| quoted(&column.name));
        let sets: Vec<String> = plain.map(|name| format!("{name} = excluded.{name}")).collect();
        let then =
            if sets.is_empty() { "NOTHING".to_owned() } else { format!("UPDATE SET {}", sets.join(", ")) };
        let then = format!(" ON CONFLICT ({}) DO {then}", shape.key_names());
        insert(conn, &shape.table, &names(&shape.columns), &self.row, &then)?;
        let id = &self.row[shape.key[0]];
        for list in &shape.lists {
            let sql = format!("DELETE FROM {} WHERE {} = ?1", quoted(&list.table), quoted(&list.parent));
            run(conn, &sql, [id])?;
        }
        self.add_lists(conn, shape)
    }

    fn add_lists(&self, conn: &Connection, shape: &Shape) -> Result<(), StoreError> {
        let id = &self.row[shape.key[0]];
        for (list, rows) in shape.lists.iter().zip(&self.lists) {
            let columns = format!("{}, {}", quoted(&list.parent), names(&list.columns));
            for row in rows {
                let values = [id].into_iter().chain(row);
                insert(conn, &list.table, &columns, values, "")?;
            }
        }
        Ok(())
    }
}

fn insert<'v>(
    conn: &Connection,
    table: &str,
    columns: &str,
    values: impl IntoIterator<Item = &'v Value>,
    then: &str,
) -> Result<(), StoreError> {
    let values: Vec<&Value> = values.into_iter().collect();
    let places = vec!["?"; values.len()].join(", ");
    let sql = format!("INSERT INTO {} ({columns}) VALUES ({places}){then}", quoted(table));
    run(conn, &sql, params_from_iter(values))?;
    Ok(())
}

/// Every record of a kind, by its key.
pub(super) fn each<E: From<StoreError>>(
    conn: &Connection,
    shape: &Shape,
    mut take: impl FnMut(Record) -> Result<(), E>,
) -> Result<(), E> {
    let mut lists = Vec::new();
    for list in &shape.lists {
        lists.push(rows_of(conn, list)?);
    }
    let columns = names(&shape.columns);
    let sql = format!("SELECT {columns} FROM {} ORDER BY {}", quoted(&shape.table), shape.key_names());
    let mut statement = conn.prepare_cached(&sql).map_err(StoreError::from)?;
    let mut rows = statement.query([]).map_err(StoreError::from)?;
    while let Some(row) = rows.next().map_err(StoreError::from)? {
        let row = values(row, 0, &shape.columns)?;
        let own = |of: &mut HashMap<String, Vec<Vec<Value>>>| match &row[shape.key[0]] {
            Value::Text(id) => of.remove(id).unwrap_or_default(),
            _ => Vec::new(),
        };
        let lists = lists.iter_mut().map(own).collect();
        take(Record { row, lists })?;
    }
    Ok(())
}

/// Every record of a kind, by its key as text.
pub(super) fn by_key(conn: &Connection, shape: &Shape) -> Result<BTreeMap<String, Record>, StoreError> {
    let mut found = BTreeMap::new();
    each(conn, shape, |record| {
        found.insert(record.key(shape), record);
        Ok::<_, StoreError>(())
    })?;
    Ok(found)
}

/// The rows of a list, by the record that they belong to.
fn rows_of(conn: &Connection, list: &List) -> Result<HashMap<String, Vec<Vec<Value>>>, StoreError> {
    let columns = format!("{}, {}", quoted(&list.parent), names(&list.columns));
    let sql = format!("SELECT {columns} FROM {} ORDER BY {}", quoted(&list.table), list.order());
    let mut statement = conn.prepare_cached(&sql)?;
    let mut rows = statement.query([])?;
    let mut found: HashMap<String, Vec<Vec<Value>>> = HashMap::new();
    while let Some(row) = rows.next()? {
        found.entry(row.get(0)?).or_default().push(values(row, 1, &list.columns)?);
    }
    Ok(found)
}

fn values(row: &Row<'_>, from: usize, columns: &[Column]) -> Result<Vec<Value>, StoreError> {
    let value = |at: usize| row.get::<_, Value>(from + at).map_err(StoreError::from);
    (0..columns.len()).map(value).collect()
}
