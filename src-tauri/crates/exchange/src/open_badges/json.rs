//! JSON from outside: measured before it is parsed, and refused where two readers could understand it differently.

use std::cell::RefCell;
use std::fmt;

use groundwork_domain::badge::{BadgeReason, BadgeReasonCode as Code};
use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Number, Value};

use super::limits;
use super::reason::reason;

/// An object of a JSON text.
pub type Object = Map<String, Value>;

/// Reads a JSON object.
///
/// Refused are: anything but an object, depth and number of values past the limits, and a name that stands twice in
/// one object. Of the latter some readers keep the first value and some the last, so that what was signed and what is
/// shown could differ.
pub fn object(text: &str) -> Result<Object, BadgeReason> {
    measure(text.as_bytes())?;
    let doubled = RefCell::new(None);
    let mut reader = serde_json::Deserializer::from_str(text);
    let value = Once(&doubled).deserialize(&mut reader).and_then(|value| reader.end().map(|()| value));
    match (value, doubled.into_inner()) {
        (_, Some(name)) => Err(reason(Code::DuplicateName, &name)),
        (Ok(Value::Object(object)), _) => Ok(object),
        (Ok(_), _) => Err(reason(Code::NoBadge, "JSON")),
        (Err(error), _) => Err(reason(Code::Broken, &format!("JSON {}:{}", error.line(), error.column()))),
    }
}

/// Counts depth and values without building anything. What is not JSON passes here and fails in the parser.
fn measure(text: &[u8]) -> Result<(), BadgeReason> {
    let (mut depth, mut values) = (0_usize, 1_usize);
    let (mut within, mut escaped) = (false, false);
    for &byte in text {
        if within {
            within = escaped || byte != b'"';
            escaped = !escaped && byte == b'\\';
            continue;
        }
        match byte {
            b'"' => within = true,
            b'{' | b'[' => {
                depth += 1;
                values += 1;
            }
            b'}' | b']' => depth = depth.saturating_sub(1),
            b',' => values += 1,
            _ => {}
        }
        if depth > limits::DEPTH {
            return Err(reason(Code::TooDeep, &limits::DEPTH.to_string()));
        }
        if values > limits::JSON_VALUES {
            return Err(reason(Code::TooLarge, &format!("> {}", limits::JSON_VALUES)));
        }
    }
    Ok(())
}

/// Builds a value, and notes the first name that stands twice in one object.
#[derive(Clone, Copy)]
struct Once<'a>(&'a RefCell<Option<String>>);

impl<'de> DeserializeSeed<'de> for Once<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Once<'_> {
    type Value = Value;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Value, E> {
        Number::from_f64(value).map(Value::Number).ok_or_else(|| E::custom("number"))
    }

    fn visit_str<E>(self, value: &str) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_string<E>(self, value: String) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Value, A::Error> {
        let mut values = Vec::new();
        while let Some(value) = list.next_element_seed(self)? {
            values.push(value);
        }
        Ok(Value::Array(values))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Value, A::Error> {
        let mut object = Object::new();
        while let Some(name) = entries.next_key::<String>()? {
            if object.contains_key(&name) {
                *self.0.borrow_mut() = Some(name);
                return Err(A::Error::custom("a name stands twice"));
            }
            let value = entries.next_value_seed(self)?;
            object.insert(name, value);
        }
        Ok(Value::Object(object))
    }
}
