//! From options to the parameters of a command.

use crate::args::{Close, Entry, EvidenceAdd, EvidenceWord, Project, Record, Settings, WhatIf, WhereTo};
use groundwork_app::{AppError, spread_week};
use serde_json::{Value, json};

/// Sets a field when the option was given.
pub(crate) fn set(record: &mut Value, field: &str, option: Option<impl Into<Value>>) {
    if let Some(value) = option {
        record[field] = value.into();
    }
}

/// The refusal of a value, with what would do.
pub(crate) fn refused(field: &str, value: &str, hint: &str) -> AppError {
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
            let months = add.months.or(add.from.as_ref().map(|_| 0));
            json!({ "kind": "work", "months": needed(months.map(Value::from), "--months")? })
        }
        EvidenceWord::Review => {
            json!({ "kind": "review", "states": needed(add.level.map(Value::from), "--level")? })
        }
        EvidenceWord::Contribution => {
            json!({ "kind": "contribution", "form": add.form.map(crate::args::Form::word) })
        }
        EvidenceWord::PracticeSet => json!({ "kind": "practice_set" }),
    };
    Ok(json!({
        "skill": add.skill, "also": add.also, "what": what, "from": add.from, "ongoing": add.ongoing, "on": add.on, "title": add.title, "by": add.by, "words": add.words, "url": add.url,
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
        ("exam_at", &record.exam_at),
        ("exam_zone", &record.exam_zone),
        ("place", &record.place),
        ("score", &record.score),
        ("currency", &record.currency),
        ("credential_id", &record.credential_id),
        ("url", &record.url),
        ("provider", &record.provider),
        ("note", &record.note),
    ] {
        set(&mut now, field, option.clone());
    }
    for (field, day) in [
        ("exam_on", &record.exam_on),
        ("reschedule_by", &record.move_by),
        ("retry_from", &record.retry_from),
        ("wanted_by", &record.wanted_by),
        ("issued", &record.issued),
        ("expires", &record.expires),
    ] {
        match day.as_deref() {
            Some("none") => now[field] = Value::Null,
            day => set(&mut now, field, day),
        }
    }
    set(&mut now, "cost", record.cost);
    set(&mut now, "attempt", record.attempt);
    set(&mut now, "performance_based", record.performance_based);
    if !record.supports.is_empty() {
        now["supports"] = skill_levels(&record.supports)?;
    }
    Ok(now)
}

/// The parameters of `projects.save`, over a record as it stands.
pub(crate) fn project(mut now: Value, project: &Project) -> Result<Value, AppError> {
    // Folder and proofs are the audit's.
    if let Value::Object(fields) = &mut now {
        fields.retain(|name, _| name != "folder" && name != "proofs");
    }
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

/// Minutes from what people write: `1h30`, `1 h 30`, `2h`, `45min`, `1:30`.
pub(crate) fn minutes(field: &str, text: &str) -> Result<u32, AppError> {
    let plain: String = text.to_lowercase().chars().filter(|c| !c.is_whitespace()).collect();
    let number = |digits: &str| {
        let is_number = !digits.is_empty() && digits.bytes().all(|digit| digit.is_ascii_digit());
        digits.parse::<u32>().ok().filter(|_| is_number)
    };
    let short = |part: &str| part.trim_end_matches("min").trim_end_matches('m').to_owned();
    let read = || match plain.split_once(['h', ':']) {
        Some((hours, "")) if plain.ends_with('h') => number(hours)?.checked_mul(60),
        Some((hours, rest)) => {
            let rest = number(&short(rest)).filter(|minutes| *minutes < 60)?;
            number(hours)?.checked_mul(60)?.checked_add(rest)
        }
        None => number(&short(&plain)).filter(|_| plain.ends_with(['m', 'n'])),
    };
    read().ok_or_else(|| refused(field, text, "1h30, 45min"))
}

/// Minutes of each weekday from `90,90,0,90,90,180,60`.
pub(crate) fn week(text: &str) -> Result<Value, AppError> {
    let days: Option<Vec<u32>> = text.split(',').map(|day| day.trim().parse().ok()).collect();
    let days = days.filter(|days| days.len() == 7);
    days.map(Value::from).ok_or_else(|| refused("--week", text, "90,90,0,90,90,180,60"))
}

/// A number, or null for `none`.
pub(crate) fn number_or_none(field: &str, text: &str) -> Result<Value, AppError> {
    if text == "none" {
        return Ok(Value::Null);
    }
    text.parse::<u32>().map(Value::from).map_err(|_| refused(field, text, "1, 2, 3 … / none"))
}

/// Minutes of a week from its hours.
pub(crate) fn minutes_a_week(hours: f64) -> Result<u32, AppError> {
    Ok(spread_week(hours)?.iter().sum())
}

/// The parameters of `plan.settings`, over the settings as they stand.
pub(crate) fn settings(mut now: Value, settings: &Settings) -> Result<Value, AppError> {
    if let Value::Object(fields) = &mut now {
        fields.remove("started_on");
    }
    if let Some(text) = &settings.week {
        now["weekly_minutes"] = week(text)?;
    }
    if let Some(hours) = settings.hours_a_week {
        now["weekly_minutes"] = json!(spread_week(hours)?);
    }
    if let Some(text) = &settings.focus {
        now["focus_limit"] = number_or_none("--focus", text)?;
    }
    set(&mut now, "min_session_minutes", settings.shortest);
    if let Some(text) = &settings.most_a_day {
        now["max_item_minutes_per_day"] = number_or_none("--most-a-day", text)?;
    }
    match settings.holidays.as_deref() {
        Some("none") => now["holidays"] = Value::Null,
        country => set(&mut now, "holidays", country),
    }
    Ok(now)
}

/// The parameters of `log.save`, new or over an entry as it stands.
pub(crate) fn log_entry(now: Option<&Value>, entry: &Entry) -> Result<Value, AppError> {
    let mut params = json!({});
    if let Some(record) = now {
        params = json!({ "id": record["id"], "note": record["note"] });
    }
    let minutes = entry.time.as_deref().map(|time| minutes("--time", time)).transpose()?;
    set(&mut params, "item", entry.item.clone());
    set(&mut params, "skill", entry.skill.clone());
    set(&mut params, "on", entry.on.clone());
    set(&mut params, "minutes", entry.minutes.or(minutes));
    set(&mut params, "from", entry.from.clone());
    set(&mut params, "to", entry.to.clone());
    set(&mut params, "note", entry.note.clone());
    Ok(params)
}

/// The parameters of a scenario, new or over one as it stands.
pub(crate) fn scenario(mut now: Value, what: &WhatIf) -> Result<Value, AppError> {
    set(&mut now, "name", what.name.clone());
    if let Some(text) = &what.week {
        now["weekly_minutes"] = week(text)?;
    }
    if let Some(hours) = what.hours_a_week {
        now["weekly_minutes"] = Value::Null;
        now["minutes_a_week"] = json!(minutes_a_week(hours)?);
    }
    for (field, option) in [("rung", &what.rung), ("stack", &what.stack), ("ready_by", &what.ready_by)] {
        set(&mut now, field, option.clone());
    }
    let mut items = now["items"].as_array().cloned().unwrap_or_default();
    let is_out = |item: &Value| item["dropped"] == json!(true);
    if !what.without.is_empty() {
        items.retain(|item| !is_out(item));
        items.extend(what.without.iter().map(|item| json!({ "item": item, "dropped": true })));
    }
    if !what.due.is_empty() {
        items.retain(is_out);
        for text in &what.due {
            items.push(due(text)?);
        }
    }
    now["items"] = Value::Array(items);
    Ok(now)
}

/// `skill:sql:2=2027-03-01:hard` as what a scenario changes about an item.
fn due(text: &str) -> Result<Value, AppError> {
    let refused = || refused("--due", text, "skill:sql:2=2027-03-01, skill:sql:2=2027-03-01:hard");
    let (item, day) = text.rsplit_once('=').ok_or_else(refused)?;
    let (day, kind) = day.split_once(':').unwrap_or((day, "soft"));
    if item.is_empty() || !["hard", "soft"].contains(&kind) {
        return Err(refused());
    }
    Ok(json!({ "item": item, "due": day, "due_kind": kind }))
}

/// The choice with which a week is closed.
pub(crate) fn choice(close: &Close) -> Result<Value, AppError> {
    let choice = &close.choice;
    Ok(match (choice.hours, choice.lighter, &choice.first, &choice.ready_by) {
        (Some(hours), ..) => json!({ "kind": "hours", "weekly_minutes": minutes_a_week(hours)? }),
        (_, Some(minutes), ..) => json!({ "kind": "lighter_week", "minutes": minutes }),
        (_, _, Some(item), _) => json!({ "kind": "first", "item": item }),
        (.., Some(date)) => json!({ "kind": "ready_by", "date": date }),
        _ => json!({ "kind": "keep" }),
    })
}

/// The place that an item is put in, or null.
pub(crate) fn place(to: &WhereTo) -> Value {
    match &to.ahead_of {
        Some(item) => json!({ "kind": "ahead_of", "item": item }),
        None if to.first => json!({ "kind": "first" }),
        None if to.last => json!({ "kind": "last" }),
        None => Value::Null,
    }
}

#[cfg(test)]
mod tests {
    use super::minutes;

    #[test]
    fn time_is_read_as_people_write_it() {
        for (text, expected) in [
            ("1h30", 90),
            ("1 h 30", 90),
            ("1H30m", 90),
            ("2h", 120),
            ("0h45", 45),
            ("45min", 45),
            ("45 m", 45),
            ("1:05", 65),
            ("1h5", 65),
        ] {
            assert_eq!(minutes("--time", text).unwrap(), expected, "{text}");
        }
        for text in
            ["", "h", "90", "1h60", "1h-5", "-1h", "1:", "+1h", "1.5h", "m", "min", "99999999999h", "1h2h"]
        {
            assert!(minutes("--time", text).is_err(), "{text}");
        }
    }
}
