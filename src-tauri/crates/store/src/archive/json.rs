//! Records as JSON and back. Faults name the field and the place, never a value: that would be the person's text.

use super::RowsError;
use super::record::Record;
use super::shape::{Column, Holds, Shape};
use rusqlite::types::Value;
use serde::de::{DeserializeSeed, Error as _, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde::ser::{Error as _, SerializeMap, SerializeSeq};
use serde::{Deserializer, Serialize, Serializer};
use std::cell::RefCell;
use std::fmt;

/// A record, to be written.
pub(super) struct Out<'a>(pub &'a Shape, pub &'a Record);

impl Serialize for Out<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self(shape, record) = self;
        let mut map = serializer.serialize_map(Some(shape.columns.len() + shape.lists.len()))?;
        for (column, value) in shape.columns.iter().zip(&record.row) {
            map.serialize_entry(&column.name, &OutValue(value))?;
        }
        for (list, rows) in shape.lists.iter().zip(&record.lists) {
            map.serialize_entry(&list.table, &OutRows(&list.columns, rows))?;
        }
        map.end()
    }
}

struct OutRows<'a>(&'a [Column], &'a [Vec<Value>]);

impl Serialize for OutRows<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut rows = serializer.serialize_seq(Some(self.1.len()))?;
        for row in self.1 {
            rows.serialize_element(&OutRow(self.0, row))?;
        }
        rows.end()
    }
}

struct OutRow<'a>(&'a [Column], &'a [Value]);

impl Serialize for OutRow<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (column, value) in self.0.iter().zip(self.1) {
            map.serialize_entry(&column.name, &OutValue(value))?;
        }
        map.end()
    }
}

struct OutValue<'a>(&'a Value);

impl Serialize for OutValue<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Value::Null => serializer.serialize_unit(),
            Value::Integer(number) => serializer.serialize_i64(*number),
            // JSON has no infinities; no table takes them.
            Value::Real(number) if number.is_finite() => serializer.serialize_f64(*number),
            Value::Text(text) => serializer.serialize_str(text),
            Value::Real(_) | Value::Blob(_) => Err(S::Error::custom("a value that JSON cannot say")),
        }
    }
}

/// Reads the records of a kind, handing each on as it comes. Refuses unknown, missing and doubled fields and values that
/// are not of their column.
pub(super) fn read(
    shape: &Shape,
    json: &str,
    take: &mut dyn FnMut(Record) -> Result<(), RowsError>,
) -> Result<(), RowsError> {
    let field = RefCell::new(String::new());
    let mut refused = None;
    let mut deserializer = serde_json::Deserializer::from_str(json);
    let seed = Records { shape, field: &field, take, refused: &mut refused };
    let read = seed.deserialize(&mut deserializer).and_then(|()| deserializer.end());
    match (refused, read) {
        (Some(refused), _) => Err(refused),
        (None, Ok(())) => Ok(()),
        (None, Err(error)) => {
            let place = format!("line {}, column {}", error.line(), error.column());
            let field = field.into_inner();
            let place = if field.is_empty() { place } else { format!("{field}, {place}") };
            Err(RowsError::Form { kind: shape.table.clone(), place })
        }
    }
}

type Field<'a> = &'a RefCell<String>;

fn at<E: serde::de::Error>(field: Field<'_>, table: &str, name: &str) -> E {
    // A name from the file may be anything.
    let plain: String = name.chars().filter(|c| c.is_ascii_graphic()).take(60).collect();
    *field.borrow_mut() = format!("{table}.{plain}");
    E::custom("")
}

struct Records<'a> {
    shape: &'a Shape,
    field: Field<'a>,
    take: &'a mut dyn FnMut(Record) -> Result<(), RowsError>,
    refused: &'a mut Option<RowsError>,
}

impl<'de> DeserializeSeed<'de> for Records<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_seq(self)
    }
}

impl<'de> Visitor<'de> for Records<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list of records")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<(), A::Error> {
        while let Some(record) = seq.next_element_seed(One { shape: self.shape, field: self.field })? {
            if let Err(error) = (self.take)(record) {
                *self.refused = Some(error);
                return Err(A::Error::custom("refused"));
            }
        }
        Ok(())
    }
}

struct One<'a> {
    shape: &'a Shape,
    field: Field<'a>,
}

impl<'de> DeserializeSeed<'de> for One<'_> {
    type Value = Record;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Record, D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for One<'_> {
    type Value = Record;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a record")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Record, A::Error> {
        let (shape, field) = (self.shape, self.field);
        let mut row: Vec<Option<Value>> = vec![None; shape.columns.len()];
        let mut lists: Vec<Option<Vec<Vec<Value>>>> = vec![None; shape.lists.len()];
        while let Some(name) = map.next_key::<std::borrow::Cow<'de, str>>()? {
            let fault = || at::<A::Error>(field, &shape.table, &name);
            if let Some(index) = shape.columns.iter().position(|column| column.name == name) {
                let value =
                    map.next_value_seed(Scalar { column: &shape.columns[index] })?.ok_or_else(fault)?;
                if row[index].replace(value).is_some() {
                    return Err(fault());
                }
            } else if let Some(index) = shape.lists.iter().position(|list| list.table == name) {
                let seed =
                    Rows { table: &shape.lists[index].table, columns: &shape.lists[index].columns, field };
                if lists[index].replace(map.next_value_seed(seed)?).is_some() {
                    return Err(fault());
                }
            } else {
                return Err(fault());
            }
        }
        let row = complete(row, &shape.columns, &shape.table, field)?;
        let missing = |(list, rows): (&super::shape::List, Option<_>)| {
            rows.ok_or_else(|| at(field, &shape.table, &list.table))
        };
        let lists = shape.lists.iter().zip(lists).map(missing).collect::<Result<_, _>>()?;
        Ok(Record { row, lists })
    }
}

fn complete<E: serde::de::Error>(
    row: Vec<Option<Value>>,
    columns: &[Column],
    table: &str,
    field: Field<'_>,
) -> Result<Vec<Value>, E> {
    let found = columns.iter().zip(row);
    found.map(|(column, value)| value.ok_or_else(|| at(field, table, &column.name))).collect()
}

/// The rows of a list of a record.
struct Rows<'a> {
    table: &'a str,
    columns: &'a [Column],
    field: Field<'a>,
}

impl<'de> DeserializeSeed<'de> for Rows<'_> {
    type Value = Vec<Vec<Value>>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_seq(self)
    }
}

impl<'de> Visitor<'de> for Rows<'_> {
    type Value = Vec<Vec<Value>>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list of rows")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Self::Value, A::Error> {
        let mut rows = Vec::new();
        while let Some(row) = seq.next_element_seed(ListRow(&self))? {
            rows.push(row);
        }
        Ok(rows)
    }
}

struct ListRow<'a>(&'a Rows<'a>);

impl<'de> DeserializeSeed<'de> for ListRow<'_> {
    type Value = Vec<Value>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for ListRow<'_> {
    type Value = Vec<Value>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a row")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let Rows { table, columns, field } = *self.0;
        let mut row: Vec<Option<Value>> = vec![None; columns.len()];
        while let Some(name) = map.next_key::<std::borrow::Cow<'de, str>>()? {
            let fault = || at::<A::Error>(field, table, &name);
            let index = columns.iter().position(|column| column.name == name).ok_or_else(fault)?;
            let value = map.next_value_seed(Scalar { column: &columns[index] })?.ok_or_else(fault)?;
            if row[index].replace(value).is_some() {
                return Err(fault());
            }
        }
        complete(row, columns, table, field)
    }
}

/// A value of a column; none where it is not one of that column.
struct Scalar<'a> {
    column: &'a Column,
}

impl<'de> DeserializeSeed<'de> for Scalar<'_> {
    type Value = Option<Value>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl Scalar<'_> {
    fn only(&self, holds: Holds, value: Value) -> Option<Value> {
        (self.column.holds == holds).then_some(value)
    }
}

impl<'de> Visitor<'de> for Scalar<'_> {
    type Value = Option<Value>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_unit<E>(self) -> Result<Self::Value, E> {
        Ok(self.column.nullable.then_some(Value::Null))
    }

    fn visit_bool<E>(self, _: bool) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_i64<E>(self, number: i64) -> Result<Self::Value, E> {
        Ok(match self.column.holds {
            Holds::Real => Some(Value::Real(number as f64)),
            _ => self.only(Holds::Integer, Value::Integer(number)),
        })
    }

    fn visit_u64<E: serde::de::Error>(self, number: u64) -> Result<Self::Value, E> {
        match i64::try_from(number) {
            Ok(number) => self.visit_i64(number),
            Err(_) => Ok(None),
        }
    }

    fn visit_f64<E>(self, number: f64) -> Result<Self::Value, E> {
        Ok(self.only(Holds::Real, Value::Real(number)))
    }

    fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
        Ok(self.only(Holds::Text, Value::Text(text.to_owned())))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Self::Value, A::Error> {
        while seq.next_element::<IgnoredAny>()?.is_some() {}
        Ok(None)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(None)
    }
}
