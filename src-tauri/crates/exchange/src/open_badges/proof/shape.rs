//! What a document must look like so that its canonical form says all of it.
//!
//! A signature over RDF covers what the contexts give a meaning to. Everything else is silently left out, and two JSON
//! texts can say the same while one of them hides a field under another name. So that nothing rides along unsigned and
//! nothing signed is hidden, only the plain form is accepted: known contexts at the top and nowhere else, fields by
//! their names in these contexts, and as many statements as there are values.

use groundwork_domain::badge::{BadgeReason, BadgeReasonCode as Code};
use serde_json::Value;

use super::super::json::Object;
use super::super::reason::reason;
use super::super::{fields, limits};

/// Keywords of JSON-LD that are written within values. The others rearrange a document.
const KEYWORDS: [&str; 5] = ["@id", "@type", "@value", "@language", "@direction"];

/// What of the badge and of its recipient is read in one place. Statements about them may stand wherever their ids
/// stand: there the end of a badge, or to whom it was issued, would be signed and out of sight.
const PLACED: [&str; 3] = ["validUntil", "expirationDate", "identifier"];

/// Refuses what could be read in two ways.
pub fn check(document: &Object) -> Result<(), BadgeReason> {
    if size(document) > limits::SIGNED_VALUES {
        return Err(reason(Code::TooLarge, &format!("> {}", limits::SIGNED_VALUES)));
    }
    let subject = fields::each(document, "credentialSubject").first().and_then(fields::id);
    let ids = [fields::text(document, "id"), subject];
    document.iter().filter(|(name, _)| *name != "@context").try_for_each(|(name, value)| {
        is_plain(name)?;
        if name != "credentialSubject" {
            return nested(value, &ids);
        }
        let mut subjects = fields::each(document, name).iter().filter_map(Value::as_object);
        subjects.try_for_each(|subject| fields_of(subject, &ids))
    })
}

fn size(object: &Object) -> usize {
    fn of(value: &Value) -> usize {
        match value {
            Value::Array(values) => values.iter().map(of).sum::<usize>() + 1,
            Value::Object(object) => size(object) + 1,
            _ => 1,
        }
    }
    object.values().map(of).sum()
}

fn nested(value: &Value, ids: &[Option<&str>]) -> Result<(), BadgeReason> {
    match value {
        Value::Array(values) => values.iter().try_for_each(|value| nested(value, ids)),
        Value::Object(object) => {
            let id = fields::text_of(object, &["id", "@id"]);
            let is_elsewhere = id.is_some() && ids.contains(&id);
            match PLACED.iter().find(|name| object.contains_key(**name)) {
                Some(name) if is_elsewhere => Err(reason(Code::FieldInvalid, name)),
                _ => fields_of(object, ids),
            }
        }
        _ => Ok(()),
    }
}

fn fields_of(object: &Object, ids: &[Option<&str>]) -> Result<(), BadgeReason> {
    object.iter().try_for_each(|(name, value)| {
        is_plain(name)?;
        nested(value, ids)
    })
}

fn is_plain(name: &str) -> Result<(), BadgeReason> {
    match name {
        "@context" => Err(reason(Code::ContextUnknown, "@context")),
        _ if KEYWORDS.contains(&name) => Ok(()),
        _ if name.starts_with('@') || name.contains(':') || name.is_empty() => {
            Err(reason(Code::FieldInvalid, name))
        }
        _ => Ok(()),
    }
}

/// How many statements a document makes if all of it has a meaning: one for each value, each link and each type.
pub fn statements(document: &Object) -> usize {
    document
        .iter()
        .map(|(name, value)| match name.as_str() {
            "@context" | "id" | "@id" => 0,
            _ => of_value(value),
        })
        .sum()
}

fn of_value(value: &Value) -> usize {
    match value {
        Value::Null => 0,
        Value::Array(values) => values.iter().map(of_value).sum(),
        Value::Object(object) if object.get("@value").is_some_and(|value| !value.is_null()) => 1,
        Value::Object(object) => 1 + statements(object),
        _ => 1,
    }
}
