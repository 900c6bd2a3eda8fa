//! From options to the parameters of a command.

use crate::args::{EvidenceAdd, EvidenceWord, Project, Record};
use groundwork_app::AppError;
use serde_json::{Value, json};

/// Sets a field when the option was given.
pub(crate) fn set(record: &mut Value, field: &str, option: Option<impl Into<Value>>) {
    if let Some(value) = option {
        record[field] = value.into();
    }
}

fn refused(field: &str, value: &str, hint: &str) -> AppError {
    AppError::with(
        "terminal.value",
        [("field", field.into()), ("value", value.into()), ("hint", hint.into())],
    )
}

/// `name=value`, as in the example.
pub(crate) fn pair<'a>(field: &str, text: &'a str, example: &str) -> Result<(&'a str, &'a str), AppError> {
    text.split_once('=').ok_or_else(|| refused(field, text, example))
}

/// A level, or null for `none`.
pub(crate) fn level(text: &str) -> Result<Value, AppError> {
    if text == "none" {
        return Ok(Value::Null);
    }
    let number = text.parse::<i64>().ok().filter(|level| (0..=5).contains(level));
    number.map(Value::from).ok_or_else(|| refused("level", text, "0–5"))
}

/// `sql=2` … as skills with levels.
pub(crate) fn skill_levels(pairs: &[String]) -> Result<Value, AppError> {
    let row = |text: &String| {
        let (skill, wanted) = pair("level", text, "sql=2")?;
        Ok(json!({ "skill": skill, "level": level(wanted)? }))
    };
    Ok(Value::Array(pairs.iter().map(row).collect::<Result<_, AppError>>()?))
}

/// The parameters of `evidence.save`.
pub(crate) fn evidence(add: &EvidenceAdd) -> Result<Value, AppError> {
    let needed = |option: Option<Value>, field: &str| {
        option.ok_or_else(|| AppError::with("input.empty", [("field", field.into())]))
    };
    let what = match add.kind {
        EvidenceWord::Log => {
            let of_hours = add.hours.filter(|hours| hours.is_finite() && (0.0..=24.0).contains(hours));
            if add.hours.is_some() && of_hours.is_none() {
                return Err(refused("--hours", &add.hours.unwrap_or_default().to_string(), "0–24"));
            }
            let minutes = add.minutes.or(of_hours.map(|hours| (hours * 60.0).round() as u32));
            json!({ "kind": "log", "minutes": needed(minutes.map(Value::from), "--minutes")? })
        }
        EvidenceWord::Course => json!({ "kind": "course" }),
        EvidenceWord::Work => {
            json!({ "kind": "work", "months": needed(add.months.map(Value::from), "--months")? })
        }
        EvidenceWord::Review => {
            json!({ "kind": "review", "states": needed(add.level.map(Value::from), "--level")? })
        }
        EvidenceWord::Contribution => json!({ "kind": "contribution" }),
        EvidenceWord::PracticeSet => json!({ "kind": "practice_set" }),
    };
    Ok(json!({
        "skill": add.skill, "what": what, "on": add.on, "title": add.title, "by": add.by, "words": add.words, "url": add.url,
    }))
}

/// The parameters of `certifications.save`, over a record as it stands.
pub(crate) fn certification(
    mut now: Value,
    record: &Record,
    catalogue: Option<&Value>,
) -> Result<Value, AppError> {
    if let Some(what) = &record.what {
        let known = catalogue
            .and_then(Value::as_array)
            .is_some_and(|rows| rows.iter().any(|row| row["known"]["id"] == json!(what)));
        let slug = what.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
        match (known, catalogue.is_some() && slug && what.contains('-')) {
            (true, _) => now["certification"] = json!(what),
            // What looks like an id of the catalogue is one that it does not have, not a name.
            (false, true) => {
                return Err(AppError::with("certification.unknown", [("certification", what.clone())]));
            }
            (false, false) => now["name"] = json!(what),
        }
    }
    for (field, option) in [
        ("stage", &record.stage),
        ("exam_on", &record.exam_on),
        ("exam_at", &record.exam_at),
        ("exam_zone", &record.exam_zone),
        ("wanted_by", &record.wanted_by),
        ("issued", &record.issued),
        ("expires", &record.expires),
        ("score", &record.score),
        ("currency", &record.currency),
        ("credential_id", &record.credential_id),
        ("url", &record.url),
        ("provider", &record.provider),
        ("note", &record.note),
    ] {
        set(&mut now, field, option.clone());
    }
    set(&mut now, "cost", record.cost);
    if !record.supports.is_empty() {
        now["supports"] = skill_levels(&record.supports)?;
    }
    Ok(now)
}

/// The parameters of `projects.save`, over a record as it stands.
pub(crate) fn project(mut now: Value, project: &Project) -> Result<Value, AppError> {
    for (field, option) in [
        ("name", &project.name),
        ("summary", &project.summary),
        ("role", &project.role),
        ("team", &project.team),
        ("status", &project.status),
        ("starts", &project.starts),
        ("ends", &project.ends),
        ("practice", &project.practice),
        ("results", &project.results),
    ] {
        set(&mut now, field, option.clone());
    }
    if now["name"].is_null() {
        return Err(AppError::with("input.empty", [("field", "name".into())]));
    }
    if !project.skills.is_empty() {
        now["skills"] = skill_levels(&project.skills)?;
    }
    if !project.links.is_empty() {
        now["links"] = Value::Array(project.links.iter().map(|url| json!({ "url": url })).collect());
    }
    for line in &project.done {
        now["checklist"][line] = json!({ "mark": "done" });
    }
    Ok(now)
}
