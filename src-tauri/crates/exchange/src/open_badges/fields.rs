//! Reading the fields of badge objects, which may hold one value or a list, an address or what lies there.

use groundwork_domain::badge::BadgeReasonCode as Code;
use serde_json::Value;

use super::json::Object;
use super::reason::Findings;
use super::{limits, text};

/// The text of a field; none if it is missing, empty or something else.
pub fn text<'a>(object: &'a Object, name: &str) -> Option<&'a str> {
    object.get(name).and_then(Value::as_str).filter(|text| !text.trim().is_empty())
}

/// The text under the first of these names that is there.
pub fn text_of<'a>(object: &'a Object, names: &[&str]) -> Option<&'a str> {
    names.iter().find_map(|name| text(object, name))
}

/// The object of a field.
pub fn object<'a>(object: &'a Object, name: &str) -> Option<&'a Object> {
    object.get(name).and_then(Value::as_object)
}

/// The values of a field that holds one or a list.
pub fn each<'a>(object: &'a Object, name: &str) -> &'a [Value] {
    match object.get(name) {
        Some(Value::Array(values)) => values,
        Some(Value::Null) | None => &[],
        Some(value) => std::slice::from_ref(value),
    }
}

/// Id of what a field names: itself, or the object that it holds.
pub fn id(value: &Value) -> Option<&str> {
    match value {
        Value::String(id) => Some(id.as_str()),
        Value::Object(object) => text_of(object, &["id", "@id"]),
        _ => None,
    }
    .filter(|id| !id.trim().is_empty())
}

/// Id of what a field of an object names.
pub fn id_of<'a>(object: &'a Object, name: &str) -> Option<&'a str> {
    object.get(name).and_then(id)
}

/// Whether an object is of a type.
pub fn is_a(object: &Object, name: &str) -> bool {
    each(object, "type").iter().chain(each(object, "@type")).any(|value| value == name)
}

/// Addresses of the contexts that an object names; contexts that it defines itself are left out.
pub fn contexts(object: &Object) -> impl Iterator<Item = &str> {
    each(object, "@context").iter().filter_map(Value::as_str)
}

/// Whether a text is an address on the web.
pub fn is_web_address(text: &str) -> bool {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    rest.is_some_and(|rest| {
        !rest.is_empty()
            && !rest.starts_with('/')
            && !text.contains(|c: char| c.is_whitespace() || c.is_control())
    })
}

/// Whether a text can be an identifier as JSON-LD knows them: something before a colon, and no white space.
pub fn is_uri(text: &str) -> bool {
    text.split_once(':').is_some_and(|(scheme, rest)| {
        !rest.is_empty()
            && scheme.starts_with(|c: char| c.is_ascii_alphabetic())
            && scheme.chars().all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c))
            && !text.contains(|c: char| c.is_whitespace() || c.is_control())
    })
}

/// Marks each of the fields that is missing; `path` is where the object stands in the file.
pub fn require(object: &Object, path: &str, names: &[&str], found: &mut Findings) {
    for name in names {
        if object.get(*name).is_none_or(Value::is_null) {
            found.invalid(Code::FieldMissing, &format!("{path}{name}"));
        }
    }
}

/// Marks a field that is there and does not hold a text.
pub fn require_text(object: &Object, path: &str, names: &[&str], found: &mut Findings) {
    for name in names {
        match object.get(*name) {
            Some(Value::String(text)) if !text.trim().is_empty() => {}
            // A name in several languages: an object with a language, or a list of them.
            Some(Value::Object(_) | Value::Array(_))
                if readable(object, name, limits::NAME_CHARS).is_some() => {}
            Some(Value::Null) | None => found.invalid(Code::FieldMissing, &format!("{path}{name}")),
            Some(_) => found.invalid(Code::FieldInvalid, &format!("{path}{name}")),
        }
    }
}

/// A field's text, or the first of its texts in several languages, fit for one line.
pub fn readable(object: &Object, name: &str, most: usize) -> Option<String> {
    text::line(words(object, name)?, most)
}

/// The same with its line ends.
pub fn readable_lines(object: &Object, name: &str) -> Option<String> {
    text::lines(words(object, name)?, limits::TEXT_CHARS)
}

fn words<'a>(object: &'a Object, name: &str) -> Option<&'a str> {
    each(object, name).iter().find_map(|value| match value {
        Value::String(text) => Some(text.as_str()),
        Value::Object(object) => object.get("@value").and_then(Value::as_str),
        _ => None,
    })
}

/// What had to be done: a text, or the address that tells.
pub fn criteria(achievement: &Object) -> Option<String> {
    let value = achievement.get("criteria")?;
    let narrative = value.as_object().and_then(|criteria| readable_lines(criteria, "narrative"));
    narrative.or_else(|| text::lines(id(value)?, limits::TEXT_CHARS))
}

/// Codes and names of what an achievement is aligned with.
pub fn alignment(achievement: &Object) -> Vec<String> {
    let all = each(achievement, "alignment").iter().chain(each(achievement, "alignments"));
    all.filter_map(Value::as_object)
        .filter_map(|target| {
            let code = text(target, "targetCode").unwrap_or_default();
            let name = text_of(target, &["targetName", "name", "targetUrl", "url"]).unwrap_or_default();
            text::line(&format!("{code} {name}"), limits::NAME_CHARS)
        })
        .take(limits::ALIGNMENTS)
        .collect()
}
