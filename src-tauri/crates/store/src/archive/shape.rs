//! What the records of a schema look like, as the database itself says.

use crate::StoreError;
use crate::rows::query::all;
use rusqlite::Connection;
use std::collections::BTreeMap;

/// Tables that are no records.
const BOOKKEEPING: [&str; 1] = ["history"];

/// What a column holds; the tables are STRICT and have no others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Holds {
    Integer,
    Real,
    Text,
}

/// A column.
#[derive(Debug, Clone)]
pub(super) struct Column {
    pub name: String,
    pub holds: Holds,
    pub nullable: bool,
    /// Place in the primary key, from 1; 0 outside of it.
    pub key: u32,
}

/// A kind of record: its table, and the tables that hang on it.
#[derive(Debug, Clone)]
pub(super) struct Shape {
    pub table: String,
    pub columns: Vec<Column>,
    /// The columns of the primary key, in its order.
    pub key: Vec<usize>,
    pub lists: Vec<List>,
}

/// A table whose rows belong to a record: its primary key begins with that of the record.
#[derive(Debug, Clone)]
pub(super) struct List {
    pub table: String,
    /// The column that names the record; it is not among the others.
    pub parent: String,
    pub columns: Vec<Column>,
}

impl Shape {
    /// All kinds of a database, by the alphabet.
    pub fn all(conn: &Connection) -> Result<BTreeMap<String, Self>, StoreError> {
        let sql =
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite@_%' ESCAPE '@'";
        let tables = all(conn, sql, [], |row| Ok(row.get::<_, String>(0)?))?;
        let mut shapes = BTreeMap::new();
        let mut lists = Vec::new();
        for table in tables.into_iter().filter(|table| !BOOKKEEPING.contains(&table.as_str())) {
            let mut columns = columns(conn, &table)?;
            match owner(conn, &table, &columns)? {
                Some((column, record)) => {
                    columns.retain(|one| one.name != column);
                    lists.push((record, List { table, parent: column, columns }));
                }
                None => {
                    let key = by_key(&columns);
                    shapes.insert(table.clone(), Self { table, columns, key, lists: Vec::new() });
                }
            }
        }
        lists.sort_by(|a, b| a.1.table.cmp(&b.1.table));
        for (record, list) in lists {
            let shape: Option<&mut Self> = shapes.get_mut(&record);
            shape.ok_or_else(|| StoreError::refused("list_of_a_list"))?.lists.push(list);
        }
        Ok(shapes)
    }

    /// The columns of the primary key, for SQL.
    pub fn key_names(&self) -> String {
        self.key.iter().map(|at| quoted(&self.columns[*at].name)).collect::<Vec<_>>().join(", ")
    }
}

impl List {
    /// The order of its rows within a record.
    pub fn order(&self) -> String {
        let names = by_key(&self.columns).into_iter().map(|at| quoted(&self.columns[at].name));
        [quoted(&self.parent)].into_iter().chain(names).collect::<Vec<_>>().join(", ")
    }
}

/// The names of columns, for SQL.
pub(super) fn names(columns: &[Column]) -> String {
    columns.iter().map(|column| quoted(&column.name)).collect::<Vec<_>>().join(", ")
}

/// A name in SQL.
pub(super) fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}

fn by_key(columns: &[Column]) -> Vec<usize> {
    let mut key: Vec<usize> = (0..columns.len()).filter(|at| columns[*at].key > 0).collect();
    key.sort_by_key(|at| columns[*at].key);
    key
}

fn columns(conn: &Connection, table: &str) -> Result<Vec<Column>, StoreError> {
    let sql = "SELECT name, type, \"notnull\", pk FROM pragma_table_info(?1) ORDER BY cid";
    all(conn, sql, [table], |row| {
        let kind: String = row.get("type")?;
        let holds = match kind.as_str() {
            "INTEGER" => Holds::Integer,
            "REAL" => Holds::Real,
            "TEXT" => Holds::Text,
            _ => return Err(StoreError::refused("column_type")),
        };
        let nullable = !row.get::<_, bool>("notnull")?;
        Ok(Column { name: row.get("name")?, holds, nullable, key: row.get("pk")? })
    })
}

/// The record that the rows of a table belong to, and the column that says which: a reference that begins the primary key.
fn owner(conn: &Connection, table: &str, columns: &[Column]) -> Result<Option<(String, String)>, StoreError> {
    let sql = "SELECT \"from\" AS its, \"table\" AS record FROM pragma_foreign_key_list(?1)";
    let links = all(conn, sql, [table], |row| Ok((row.get::<_, String>("its")?, row.get("record")?)))?;
    let first = |name: &str| columns.iter().any(|column| column.key == 1 && column.name == name);
    Ok(links.into_iter().find(|(its, _)| first(its)))
}
