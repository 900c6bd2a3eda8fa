//! Records in few words, for a person who has to choose between two of them.

use super::record::Record;
use super::shape::Shape;
use rusqlite::types::Value;

/// Characters of a value that are shown.
const SHORT: usize = 120;
/// Columns that say what a record is called, the best first.
const TITLES: [&str; 6] = ["title", "name", "name_en", "certification", "note", "reason"];

/// What a record is called: its title or name; empty where it has none.
pub(super) fn title(shape: &Shape, record: &Record) -> String {
    let text = |name: &&str| {
        let at = shape.columns.iter().position(|column| column.name == *name)?;
        Some(short(&record.row[at])).filter(|text| !text.is_empty())
    };
    TITLES.iter().find_map(text).unwrap_or_default()
}

/// A value, shortened to one line.
pub(super) fn short(value: &Value) -> String {
    match value {
        Value::Null | Value::Blob(_) => String::new(),
        Value::Integer(number) => number.to_string(),
        Value::Real(number) => number.to_string(),
        Value::Text(text) => cut(text),
    }
}

/// The rows of a list, shortened: those that the other side does not have at that place.
pub(super) fn short_rows(rows: &[Vec<Value>], others: &[Vec<Value>]) -> String {
    let differ = rows.iter().enumerate().filter(|(at, row)| others.get(*at) != Some(row));
    let words = |row: &Vec<Value>| {
        let words = row.iter().map(short).filter(|word| !word.is_empty());
        words.collect::<Vec<_>>().join(" · ")
    };
    cut(&differ.map(|(_, row)| words(row)).collect::<Vec<_>>().join("; "))
}

fn cut(text: &str) -> String {
    let mut plain = text.chars().map(|c| if c.is_control() { ' ' } else { c });
    let head: String = plain.by_ref().take(SHORT).collect();
    if plain.next().is_some() { format!("{head}…") } else { head }
}
