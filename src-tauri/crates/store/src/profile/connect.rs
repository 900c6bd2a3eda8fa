//! Connections: the flags and settings that each of them has, and their proof.

use crate::StoreError;
use rusqlite::config::DbConfig;
use rusqlite::limits::Limit;
use rusqlite::{Connection, MAIN_DB, OpenFlags};
use std::path::Path;
use std::time::Duration;

/// SQLite 3.51.3: older ones can corrupt a database that several connections use.
const OLDEST_SQLITE: i32 = 3_051_003;

/// A setting of a connection, as SQLite reports it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Setting {
    /// Its name: a PRAGMA, or a DBCONFIG in lower case.
    pub name: &'static str,
    /// Its value.
    pub value: String,
}

/// `(PRAGMA, value to set, value read back)`. `journal_mode` comes last: it is the first to read the file.
const PRAGMAS: &[(&str, &str, &str)] = &[
    ("busy_timeout", "5000", "5000"),
    ("trusted_schema", "OFF", "0"),
    ("cell_size_check", "ON", "1"),
    ("mmap_size", "0", "0"),
    ("foreign_keys", "ON", "1"),
    ("synchronous", "EXTRA", "3"),
    ("fullfsync", "ON", "1"),
    ("checkpoint_fullfsync", "ON", "1"),
    ("journal_mode", "DELETE", "delete"),
];

/// Triggers and views are not used, so those of a file made by others do not run.
const CONFIGS: &[(&str, DbConfig, bool)] = &[
    ("defensive", DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true),
    ("trusted_schema_config", DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false),
    ("writable_schema", DbConfig::SQLITE_DBCONFIG_WRITABLE_SCHEMA, false),
    ("enable_fkey", DbConfig::SQLITE_DBCONFIG_ENABLE_FKEY, true),
    ("enable_trigger", DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, false),
    ("enable_view", DbConfig::SQLITE_DBCONFIG_ENABLE_VIEW, false),
    ("attach_create", DbConfig::SQLITE_DBCONFIG_ENABLE_ATTACH_CREATE, false),
    ("attach_write", DbConfig::SQLITE_DBCONFIG_ENABLE_ATTACH_WRITE, false),
    ("dqs_dml", DbConfig::SQLITE_DBCONFIG_DQS_DML, false),
    ("dqs_ddl", DbConfig::SQLITE_DBCONFIG_DQS_DDL, false),
];

/// Refuses an SQLite that is too old.
pub(crate) fn assert_version() -> Result<(), StoreError> {
    if rusqlite::version_number() >= OLDEST_SQLITE {
        Ok(())
    } else {
        Err(StoreError::Engine { what: format!("version {}", rusqlite::version()) })
    }
}

/// Opens an existing database, never making one, never reading the path as a URI; sets and proves every setting.
/// A connection for reading refuses to write.
pub(crate) fn connect(database: &Path, reading: bool) -> Result<Connection, StoreError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let conn = Connection::open_with_flags(database, flags)?;
    if conn.is_readonly(MAIN_DB)? {
        return Err(StoreError::ReadOnly);
    }
    settle(conn, reading)
}

/// Opens an existing database that cannot be written, or must not be.
pub(crate) fn connect_read_only(database: &Path) -> Result<Connection, StoreError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    settle(Connection::open_with_flags(database, flags)?, true)
}

fn settle(conn: Connection, reading: bool) -> Result<Connection, StoreError> {
    conn.busy_timeout(Duration::from_secs(5))?;
    conn.set_limit(Limit::SQLITE_LIMIT_ATTACHED, 0)?;
    for (_, config, value) in CONFIGS {
        conn.set_db_config(*config, *value)?;
    }
    for (name, value, _) in PRAGMAS {
        conn.pragma_update(None, name, value)?;
    }
    if reading {
        conn.pragma_update(None, "query_only", "ON")?;
    }
    prove(&conn, reading)?;
    conn.set_prepared_statement_cache_capacity(96);
    Ok(conn)
}

/// Opens the target of a backup, which SQLite makes.
pub(crate) fn copy_target(database: &Path) -> Result<Connection, StoreError> {
    let flags =
        OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let conn = Connection::open_with_flags(database, flags)?;
    conn.pragma_update(None, "synchronous", "EXTRA")?;
    conn.pragma_update(None, "fullfsync", "ON")?;
    Ok(conn)
}

/// Opens a database of its own that nobody else sees and that SQLite deletes by itself: what is there for a while need not
/// outlive a crash.
pub(crate) fn for_a_while() -> Result<Connection, StoreError> {
    let flags =
        OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let conn = Connection::open_with_flags("", flags)?;
    conn.set_limit(Limit::SQLITE_LIMIT_ATTACHED, 0)?;
    for (_, config, value) in CONFIGS {
        conn.set_db_config(*config, *value)?;
    }
    for (name, value) in [
        ("trusted_schema", "OFF"),
        ("foreign_keys", "ON"),
        ("synchronous", "OFF"),
        ("journal_mode", "MEMORY"),
        ("cache_size", "-65536"),
    ] {
        conn.pragma_update(None, name, value)?;
    }
    conn.set_prepared_statement_cache_capacity(192);
    Ok(conn)
}

/// The settings of a connection, read back from SQLite.
pub(crate) fn settings(conn: &Connection) -> Result<Vec<Setting>, StoreError> {
    let mut found = Vec::new();
    for (name, ..) in
        PRAGMAS.iter().chain(&[("query_only", "", ""), ("application_id", "", ""), ("user_version", "", "")])
    {
        let value = conn.pragma_query_value(None, name, |row| row.get::<_, rusqlite::types::Value>(0))?;
        let value = match value {
            rusqlite::types::Value::Integer(number) => number.to_string(),
            rusqlite::types::Value::Text(text) => text,
            other => format!("{other:?}"),
        };
        found.push(Setting { name, value });
    }
    for (name, config, _) in CONFIGS {
        found.push(Setting { name, value: conn.db_config(*config)?.to_string() });
    }
    Ok(found)
}

fn prove(conn: &Connection, reading: bool) -> Result<(), StoreError> {
    let found = settings(conn)?;
    let value = |name: &str| found.iter().find(|s| s.name == name).map_or("", |s| s.value.as_str());
    let pragmas = PRAGMAS.iter().map(|(name, _, wanted)| (*name, (*wanted).to_owned()));
    let configs = CONFIGS.iter().map(|(name, _, wanted)| (*name, wanted.to_string()));
    let query_only = ("query_only", u8::from(reading).to_string());
    for (name, wanted) in pragmas.chain(configs).chain([query_only]) {
        if value(name) != wanted {
            return Err(StoreError::Engine { what: format!("{name} is {}", value(name)) });
        }
    }
    Ok(())
}

/// `PRAGMA quick_check`: what a damaged page shows, without comparing indexes.
pub(crate) fn quick(conn: &Connection) -> Result<(), StoreError> {
    super::check::says_ok(conn, "quick_check")
}
