//! Dates of badges, and what they mean at a given moment.

use groundwork_domain::badge::BadgeReasonCode as Code;
use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use serde_json::Value;

use super::Against;
use super::json::Object;
use super::reason::Findings;

/// Clocks differ, and a badge dated to a day in another time zone is not forged.
const GRACE: SignedDuration = SignedDuration::from_hours(24);

/// How strictly a date is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dates {
    /// A moment with its zone, as 2.0 and 3.0 ask.
    Moments,
    /// Also days, moments without a zone, and seconds since 1970, as up to 1.1.
    Loose,
}

/// Reads a date.
pub fn moment(value: &Value, dates: Dates) -> Option<Timestamp> {
    match value {
        Value::String(text) if is_plain_moment(text) => text.parse().ok(),
        Value::String(text) if dates == Dates::Loose => {
            let without_zone: DateTime = match text.len() {
                10 => text.parse::<Date>().ok()?.into(),
                _ if is_plain_moment(&format!("{text}Z")) => text.parse().ok()?,
                _ => return None,
            };
            without_zone.to_zoned(TimeZone::UTC).ok().map(|moment| moment.timestamp())
        }
        Value::Number(_) if dates == Dates::Loose => seconds(value),
        _ => None,
    }
}

/// Seconds since 1970, as tokens write them; fractions are dropped.
pub fn seconds(value: &Value) -> Option<Timestamp> {
    let whole = value.as_i64().or_else(|| value.as_f64().map(|seconds| seconds as i64))?;
    Timestamp::from_second(whole).ok()
}

/// Whether a text has the form of RFC 3339, with the seconds left out if need be: parsers of dates take many others.
fn is_plain_moment(text: &str) -> bool {
    let bytes = text.as_bytes();
    let shape = |from: usize, form: &str| {
        bytes.get(from..from + form.len()).is_some_and(|part| {
            part.iter().zip(form.bytes()).all(|(byte, form)| match form {
                b'0' => byte.is_ascii_digit(),
                _ => *byte == form,
            })
        })
    };
    if !shape(0, "0000-00-00T00:00") {
        return false;
    }
    let mut at = 16;
    if shape(at, ":00") {
        at += 3;
        if bytes.get(at) == Some(&b'.') {
            let digits = bytes[at + 1..].iter().take_while(|byte| byte.is_ascii_digit()).count();
            at += 1 + digits;
            if digits == 0 {
                return false;
            }
        }
    }
    match &bytes[at..] {
        [b'Z'] => true,
        [b'+' | b'-', zone @ ..] => match zone.len() {
            4 => shape(at + 1, "0000"),
            5 => shape(at + 1, "00:00"),
            _ => false,
        },
        _ => false,
    }
}

/// The date of a field. A field that is there and holds none is marked.
pub fn field(object: &Object, name: &str, dates: Dates, found: &mut Findings) -> Option<Timestamp> {
    let value = object.get(name).filter(|value| !value.is_null())?;
    let moment = moment(value, dates);
    if moment.is_none() {
        found.invalid(Code::FieldInvalid, name);
    }
    moment
}

/// Notes when a badge begins and ends, and judges it for the given moment.
pub fn judge(
    begins: Option<Timestamp>,
    ends: Option<Timestamp>,
    against: &Against<'_>,
    found: &mut Findings,
) {
    found.report.issued = begins.map(|moment| moment.to_string());
    found.report.expires = ends.map(|moment| moment.to_string());
    if let Some(begins) = begins.filter(|begins| *begins > against.now) {
        if begins.duration_since(against.now) > GRACE {
            found.early(&begins.to_string());
        } else {
            found.remark(Code::NotYetValid, &begins.to_string());
        }
    }
    if let Some(ends) = ends {
        if begins.is_some_and(|begins| ends < begins) {
            found.invalid(Code::EndsBeforeStart, &ends.to_string());
        }
        if ends <= against.now {
            found.expired(&ends.to_string());
        }
    }
}
