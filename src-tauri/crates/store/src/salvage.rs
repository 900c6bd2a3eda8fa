//! What can be read of a damaged database is saved into a new one.

use crate::StoreError;
use crate::profile::{DATABASE, connect, create};
use crate::rows::{READERS, Reader};
use crate::tables::{RECORD_TABLES, TABLES};
use rusqlite::config::DbConfig;
use rusqlite::types::Value;
use rusqlite::{Connection, OpenFlags, params_from_iter};
use std::collections::BTreeSet;
use std::fs::File;
use std::io::{Read, Seek, SeekFrom, Write};
use std::path::Path;

/// What was saved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Salvaged {
    /// How many records of each kind, in the order of `RECORD_TABLES`.
    pub counts: Vec<(&'static str, u32)>,
    /// Rows that were found and could not be kept: unreadable, refused by the rules of the tables, or without their parent.
    /// What lies on a page that cannot be read at all is not in it.
    pub lost: u32,
    /// Whether every table could be read from its beginning to its end, and nothing was lost.
    pub complete: bool,
}

/// Saves what can be read of the database in `from` into a new profile in `into`, an empty folder. `from` must be a copy:
/// SQLite may write to it. The history is not taken over: what it would take back may not be there any more.
/// Fails with `Damaged` when nothing can be read at all.
pub fn salvage(from: &Path, into: &Path) -> Result<Salvaged, StoreError> {
    create(into)?;
    mend_header(&from.join(DATABASE))?;
    let old = lenient(&from.join(DATABASE))?;
    let new = connect(&into.join(DATABASE), false)?;
    let mut lost = 0;
    let mut complete = true;
    let mut any = false;
    new.execute_batch("BEGIN IMMEDIATE; PRAGMA defer_foreign_keys = ON")?;
    // Parents first, so that a child that lost its parent is seen as such.
    for table in TABLES.iter().rev() {
        let Some(columns) = common_columns(&old, &new, table.name)? else {
            complete = false;
            continue;
        };
        let (rows, whole) = rows(&old, table.name, &columns);
        complete &= whole;
        any |= whole || !rows.is_empty();
        lost += insert(&new, table.name, &columns, rows)?;
    }
    lost += drop_orphans(&new)?;
    new.execute_batch("COMMIT")?;
    if !any {
        return Err(StoreError::damaged("nothing can be read"));
    }
    lost += drop_unreadable(&new)?;
    crate::profile::thorough(&new)?;
    let counts = Reader::new(&new).counts()?;
    Ok(Salvaged { counts, lost, complete: complete && lost == 0 })
}

/// Pages of every database of this program have this many bytes: SQLite's own measure.
const PAGE: u64 = 4096;

/// Puts what is the same in every database of this program into the header of a copy, so that a bit that was turned there
/// does not keep SQLite from the rest. Offsets are those of <https://sqlite.org/fileformat2.html#the_database_header>.
fn mend_header(database: &Path) -> Result<(), StoreError> {
    let mut file = File::options().read(true).write(true).open(database)?;
    let pages = u32::try_from(file.metadata()?.len() / PAGE).unwrap_or(u32::MAX);
    let mut head = [0; 100];
    if pages == 0 || file.read_exact(&mut head).is_err() {
        return Ok(());
    }
    head[..16].copy_from_slice(b"SQLite format 3\0");
    // Page size, versions, reserved bytes, payload fractions.
    head[16..24].copy_from_slice(&[0x10, 0, 1, 1, 0, 64, 32, 32]);
    head[28..32].copy_from_slice(&pages.to_be_bytes());
    // No free pages: nothing is written.
    head[32..40].fill(0);
    // Schema format, and UTF-8.
    head[44..48].copy_from_slice(&4_u32.to_be_bytes());
    head[56..60].copy_from_slice(&1_u32.to_be_bytes());
    let counter = [head[24], head[25], head[26], head[27]];
    head[92..96].copy_from_slice(&counter);
    file.seek(SeekFrom::Start(0))?;
    Ok(file.write_all(&head)?)
}

/// Opens a database that may be damaged, trusting nothing in it.
fn lenient(database: &Path) -> Result<Connection, StoreError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let conn = Connection::open_with_flags(database, flags)?;
    // So that a schema of which a page is damaged is read as far as it can be.
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_WRITABLE_SCHEMA, true)?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, false)?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_VIEW, false)?;
    conn.pragma_update(None, "trusted_schema", "OFF")?;
    conn.pragma_update(None, "cell_size_check", "ON")?;
    conn.pragma_update(None, "mmap_size", "0")?;
    Ok(conn)
}

/// The columns that a table has in both; none where the old one cannot be asked.
fn common_columns(
    old: &Connection,
    new: &Connection,
    table: &str,
) -> Result<Option<Vec<String>>, StoreError> {
    let names = |conn: &Connection| -> Result<Vec<String>, rusqlite::Error> {
        let mut statement = conn.prepare("SELECT name FROM pragma_table_info(?1)")?;
        let names = statement.query_map([table], |row| row.get(0))?;
        names.collect()
    };
    let Ok(there) = names(old) else { return Ok(None) };
    if there.is_empty() {
        return Ok(None);
    }
    let there: BTreeSet<String> = there.into_iter().collect();
    Ok(Some(names(new)?.into_iter().filter(|name| there.contains(name)).collect()))
}

type Row = Vec<Value>;

/// The rows that can be read: from the first on until one cannot, then from the last back. Whether that was all.
fn rows(old: &Connection, table: &str, columns: &[String]) -> (Vec<Row>, bool) {
    let list = columns.join(", ");
    let keys = key_of(old, table);
    let order = |way: &str| {
        let by: Vec<String> = keys.iter().map(|key| format!("{key} {way}")).collect();
        if by.is_empty() { String::new() } else { format!(" ORDER BY {}", by.join(", ")) }
    };
    let (mut found, whole) = read(old, &format!("SELECT {list} FROM {table}{}", order("ASC")), columns.len());
    if whole {
        return (found, true);
    }
    let (back, _) = read(old, &format!("SELECT {list} FROM {table}{}", order("DESC")), columns.len());
    // Where the order of the keys needs an index that is damaged, the rows are read as they lie.
    let (plain, _) = read(old, &format!("SELECT {list} FROM {table} NOT INDEXED"), columns.len());
    let mut seen: BTreeSet<String> = found.iter().map(|row| format!("{row:?}")).collect();
    for row in back.into_iter().chain(plain) {
        if seen.insert(format!("{row:?}")) {
            found.push(row);
        }
    }
    (found, false)
}

fn key_of(conn: &Connection, table: &str) -> Vec<String> {
    let sql = "SELECT name FROM pragma_table_info(?1) WHERE pk > 0 ORDER BY pk";
    let read = || -> Result<Vec<String>, rusqlite::Error> {
        let mut statement = conn.prepare(sql)?;
        let names = statement.query_map([table], |row| row.get(0))?;
        names.collect()
    };
    read().unwrap_or_default()
}

fn read(conn: &Connection, sql: &str, columns: usize) -> (Vec<Row>, bool) {
    let mut found = Vec::new();
    let Ok(mut statement) = conn.prepare(sql) else { return (found, false) };
    let Ok(mut rows) = statement.query([]) else { return (found, false) };
    loop {
        match rows.next() {
            Ok(Some(row)) => {
                let values: Result<Row, _> = (0..columns).map(|column| row.get(column)).collect();
                match values {
                    Ok(values) => found.push(values),
                    Err(_) => return (found, false),
                }
            }
            Ok(None) => return (found, true),
            Err(_) => return (found, false),
        }
    }
}

/// Puts rows into the new table; how many it refused.
fn insert(new: &Connection, table: &str, columns: &[String], rows: Vec<Row>) -> Result<u32, StoreError> {
    let marks = vec!["?"; columns.len()].join(", ");
    let sql = format!("INSERT INTO {table} ({}) VALUES ({marks})", columns.join(", "));
    let mut statement = new.prepare(&sql)?;
    let mut refused = 0;
    for row in rows {
        match statement.execute(params_from_iter(row)) {
            Ok(_) => {}
            Err(rusqlite::Error::SqliteFailure(code, _))
                if code.code == rusqlite::ErrorCode::ConstraintViolation =>
            {
                refused += 1;
            }
            Err(other) => return Err(other.into()),
        }
    }
    Ok(refused)
}

/// Removes the rows whose parents were lost, until none is left; how many.
fn drop_orphans(new: &Connection) -> Result<u32, StoreError> {
    let mut dropped = 0;
    loop {
        let mut orphans = Vec::new();
        for table in TABLES {
            let mut statement =
                new.prepare("SELECT \"table\", \"from\", \"to\" FROM pragma_foreign_key_list(?1)")?;
            let keys = statement.query_map([table.name], |row| {
                Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?, row.get::<_, String>(2)?))
            })?;
            for key in keys {
                let (parent, column, to) = key?;
                orphans.push(format!(
                    "DELETE FROM {} WHERE {column} IS NOT NULL AND {column} NOT IN (SELECT {to} FROM {parent})",
                    table.name
                ));
            }
        }
        let mut now = 0;
        for sql in orphans {
            now += u32::try_from(new.execute(&sql, [])?).unwrap_or(u32::MAX);
        }
        dropped += now;
        if now == 0 {
            return Ok(dropped);
        }
    }
}

/// Removes the records that their types refuse; how many. Of what the program reckoned itself the whole table goes.
fn drop_unreadable(new: &Connection) -> Result<u32, StoreError> {
    let mut dropped = 0;
    for (table, read) in READERS {
        if read(&Reader::new(new)).is_ok() {
            continue;
        }
        if !RECORD_TABLES.contains(table) {
            dropped += new.execute(&format!("DELETE FROM {table}"), [])?;
            continue;
        }
        let ids: Vec<String> = {
            let mut statement = new.prepare(&format!("SELECT id FROM {table}"))?;
            let ids = statement.query_map([], |row| row.get(0))?;
            ids.collect::<Result<_, _>>()?
        };
        for id in ids {
            if !is_readable(new, table, &id, *read)? {
                dropped += new.execute(&format!("DELETE FROM {table} WHERE id = ?1"), [&id])?;
            }
        }
    }
    Ok(u32::try_from(dropped).unwrap_or(u32::MAX))
}

/// Whether a record can be read when it is the only one of its kind.
fn is_readable(
    new: &Connection,
    table: &str,
    id: &str,
    read: fn(&Reader<'_>) -> Result<(), StoreError>,
) -> Result<bool, StoreError> {
    new.execute_batch("BEGIN")?;
    new.execute(&format!("DELETE FROM {table} WHERE id <> ?1"), [id])?;
    let readable = read(&Reader::new(new)).is_ok();
    new.execute_batch("ROLLBACK")?;
    Ok(readable)
}
