//! Migrations: a newer schema, a foreign file, and a migration that ends at any call or statement.

use crate::calls;
use crate::job::{Job, Tally, Verdict};
use crate::look::{DATABASE, Look};
use crate::person::{clear, scratch, start};
use rusqlite::Connection;
use std::fs;
use std::path::Path;
use std::time::Instant;

const SQL: [&str; 3] = [
    include_str!("../../../src-tauri/crates/store/migrations/0002_time_log.sql"),
    include_str!("../../../src-tauri/crates/store/migrations/0003_certifications.sql"),
    include_str!("../../../src-tauri/crates/store/migrations/0004_portfolio.sql"),
];

/// Stops at every statement that can be stopped, refuses what is not ours, then dies at `job.count` of the calls.
pub fn run(job: &Job) -> Tally {
    let begin = Instant::now();
    let mut tally = calls::run_of("migrations", job, |name| name.starts_with("migrate"));
    if job.count == 1 {
        return tally;
    }
    let mut count = |name: String, verdict: Verdict| {
        tally.count(job.seed, verdict.map_err(|what| format!("{name}: {what}")));
    };
    for schema in 1..=3_u32 {
        for obstacle in obstacles(schema) {
            count(format!("schema {schema}, {obstacle}"), stopped(schema, &obstacle));
        }
    }
    for (what, sql) in REFUSED {
        count(what.to_string(), refused(sql));
    }
    tally.took = begin.elapsed();
    tally
}

/// Files that another program, or a later version, wrote.
const REFUSED: [(&str, &str); 7] = [
    ("the next schema", "PRAGMA user_version = 1000"),
    ("the last schema", "PRAGMA user_version = 2147483647"),
    ("a schema below none", "PRAGMA user_version = -1"),
    ("no application", "PRAGMA application_id = 0"),
    ("another application", "PRAGMA application_id = 252006673"),
    ("another application and schema", "PRAGMA application_id = -1; PRAGMA user_version = 99"),
    ("our application backwards", "PRAGMA application_id = 1802991175"),
];

fn refused(sql: &str) -> Verdict {
    let dir = scratch();
    calls::golden(dir.path(), 4)?;
    let data = dir.path().join("data");
    execute(&data, sql)?;
    let before = fs::read(data.join(DATABASE)).map_err(|error| error.to_string())?;
    match start(&data) {
        Ok(app) => {
            // A program that starts all the same must say so, and let nothing be changed.
            let shown = app.dispatch("care.show", serde_json::json!({})).map_err(|error| error.code)?.value;
            if shown["state"] == "open" {
                return Err("opened".into());
            }
        }
        Err(error) => clear(&error)?,
    }
    let after = fs::read(data.join(DATABASE)).map_err(|error| error.to_string())?;
    if before == after { Ok(()) } else { Err("the refused file was changed".into()) }
}

fn execute(data: &Path, sql: &str) -> Verdict {
    let conn = Connection::open(data.join(DATABASE)).map_err(|error| error.to_string())?;
    conn.execute_batch(sql).map_err(|error| error.to_string())
}

/// What stands in the way of each statement that makes something: the same name, taken already.
fn obstacles(schema: u32) -> Vec<String> {
    let mut all = Vec::new();
    for sql in &SQL[usize::try_from(schema).unwrap_or(1) - 1..] {
        for line in sql.lines() {
            let words: Vec<&str> = line.split_whitespace().collect();
            match words[..] {
                ["CREATE", "TABLE" | "INDEX", name, ..] => {
                    all.push(format!("CREATE TABLE {} (taken)", name.trim_end_matches('(')));
                }
                ["ALTER", "TABLE", table, "ADD", "COLUMN", column, ..] => {
                    all.push(format!("ALTER TABLE {table} ADD COLUMN {column} INTEGER"));
                }
                _ => {}
            }
        }
    }
    all
}

/// A migration that fails at one of its statements leaves the old schema with every row, and goes on when it can.
fn stopped(schema: u32, obstacle: &str) -> Verdict {
    let dir = scratch();
    calls::golden(dir.path(), schema)?;
    let data = dir.path().join("data");
    if execute(&data, obstacle).is_err() {
        // The table that gets a column is made by the migration itself.
        return Ok(());
    }
    let before = Look::at(&data)?.dump(false)?;
    match start(&data) {
        Ok(app) => {
            let shown = app.dispatch("care.show", serde_json::json!({})).map_err(|error| error.code)?.value;
            if shown["state"] == "open" {
                return Err("migrated over what was in its way".into());
            }
        }
        Err(error) => clear(&error)?,
    }
    let look = Look::at(&data)?;
    look.whole()?;
    if look.dump(false)? != before {
        return Err("the records changed although the migration failed".into());
    }
    drop(look);
    let conn = Connection::open(data.join(DATABASE)).map_err(|error| error.to_string())?;
    let version: u32 =
        conn.pragma_query_value(None, "user_version", |row| row.get(0)).map_err(|error| error.to_string())?;
    if version != schema {
        return Err(format!("the schema says {version} although the migration failed"));
    }
    let words: Vec<&str> = obstacle.split_whitespace().collect();
    let away = match words[..] {
        ["CREATE", "TABLE", name, ..] => format!("DROP TABLE {name}"),
        ["ALTER", "TABLE", table, "ADD", "COLUMN", column, ..] => {
            format!("ALTER TABLE {table} DROP COLUMN {column}")
        }
        _ => return Ok(()),
    };
    conn.execute_batch(&away).map_err(|error| error.to_string())?;
    drop(conn);
    match start(&data) {
        Ok(_) => Look::at(&data)?.whole(),
        Err(error) => Err(format!("does not migrate afterwards: {}", error.code)),
    }
}
