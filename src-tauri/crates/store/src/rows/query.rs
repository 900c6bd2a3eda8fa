//! Small tools of the mappers. A value that a type of the domain refuses is damage: it cannot have been written here.

use crate::StoreError;
use groundwork_domain::Level;
use jiff::Timestamp;
use rusqlite::{Connection, Params, Row};
use serde::Serialize;
use serde::de::value::{Error as WordError, StrDeserializer};
use serde::de::{DeserializeOwned, IntoDeserializer};

/// All rows of a query.
pub(crate) fn all<T>(
    conn: &Connection,
    sql: &str,
    params: impl Params,
    mut map: impl FnMut(&Row<'_>) -> Result<T, StoreError>,
) -> Result<Vec<T>, StoreError> {
    let mut statement = conn.prepare_cached(sql)?;
    let mut rows = statement.query(params)?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        found.push(map(row)?);
    }
    Ok(found)
}

/// The first row of a query.
pub(crate) fn one<T>(
    conn: &Connection,
    sql: &str,
    params: impl Params,
    map: impl FnOnce(&Row<'_>) -> Result<T, StoreError>,
) -> Result<Option<T>, StoreError> {
    let mut statement = conn.prepare_cached(sql)?;
    let mut rows = statement.query(params)?;
    rows.next()?.map(map).transpose()
}

/// Runs a statement; how many rows it changed.
pub(crate) fn run(conn: &Connection, sql: &str, params: impl Params) -> Result<usize, StoreError> {
    Ok(conn.prepare_cached(sql)?.execute(params)?)
}

pub(crate) fn not_such(column: &str) -> StoreError {
    StoreError::damaged(format!("value of {column}"))
}

/// An id or a date.
pub(crate) fn parsed<T: TryFrom<String>>(row: &Row<'_>, column: &str) -> Result<T, StoreError> {
    T::try_from(row.get(column)?).map_err(|_| not_such(column))
}

/// An id or a date, where there is one.
pub(crate) fn parsed_opt<T: TryFrom<String>>(row: &Row<'_>, column: &str) -> Result<Option<T>, StoreError> {
    let text: Option<String> = row.get(column)?;
    text.map(T::try_from).transpose().map_err(|_| not_such(column))
}

/// An instant.
pub(crate) fn instant(row: &Row<'_>, column: &str) -> Result<Timestamp, StoreError> {
    instant_opt(row, column)?.ok_or_else(|| not_such(column))
}

/// An instant, where there is one.
pub(crate) fn instant_opt(row: &Row<'_>, column: &str) -> Result<Option<Timestamp>, StoreError> {
    let text: Option<String> = row.get(column)?;
    text.map(|text| text.parse()).transpose().map_err(|_| not_such(column))
}

/// An instant as it is kept: RFC 3339, UTC. Always to the nanosecond, so that texts are in the order of time.
pub(crate) fn instant_text(instant: Timestamp) -> String {
    format!("{instant:.9}")
}

/// A level.
pub(crate) fn level(row: &Row<'_>, column: &str) -> Result<Level, StoreError> {
    Level::new(row.get(column)?).map_err(|_| not_such(column))
}

/// A level, where there is one.
pub(crate) fn level_opt(row: &Row<'_>, column: &str) -> Result<Option<Level>, StoreError> {
    let number: Option<i64> = row.get(column)?;
    number.map(Level::new).transpose().map_err(|_| not_such(column))
}

/// A value of an enum that is kept as its word.
pub(crate) fn word<T: DeserializeOwned>(row: &Row<'_>, column: &str) -> Result<T, StoreError> {
    let text: String = row.get(column)?;
    from_word(&text).ok_or_else(|| not_such(column))
}

/// A value of an enum that is kept as its word, where there is one.
pub(crate) fn word_opt<T: DeserializeOwned>(row: &Row<'_>, column: &str) -> Result<Option<T>, StoreError> {
    let text: Option<String> = row.get(column)?;
    text.map(|text| from_word(&text).ok_or_else(|| not_such(column))).transpose()
}

fn from_word<T: DeserializeOwned>(text: &str) -> Option<T> {
    let word: StrDeserializer<'_, WordError> = text.into_deserializer();
    T::deserialize(word).ok()
}

/// The word of a value of an enum: the one of its JSON.
pub(crate) fn word_of<T: Serialize>(value: &T) -> Result<String, StoreError> {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(word)) => Ok(word),
        _ => Err(StoreError::refused("word")),
    }
}

/// A value that is kept as JSON.
pub(crate) fn json<T: DeserializeOwned>(row: &Row<'_>, column: &str) -> Result<T, StoreError> {
    json_opt(row, column)?.ok_or_else(|| not_such(column))
}

/// A value that is kept as JSON, where there is one.
pub(crate) fn json_opt<T: DeserializeOwned>(row: &Row<'_>, column: &str) -> Result<Option<T>, StoreError> {
    let text: Option<String> = row.get(column)?;
    text.map(|text| serde_json::from_str(&text)).transpose().map_err(|_| not_such(column))
}

/// A value as JSON.
pub(crate) fn json_text<T: Serialize>(value: &T) -> Result<String, StoreError> {
    serde_json::to_string(value).map_err(|_| StoreError::refused("json"))
}

/// Position in a list, as it is kept.
pub(crate) fn position(index: usize) -> i64 {
    i64::try_from(index).unwrap_or(i64::MAX)
}
