//! Reminders and the calendar file.

use super::Terminal;
use super::badges::named;
use crate::args::{Calendar, Event, Export, Quiet, ReminderSet, Reminders, What};
use groundwork_app::AppError;
use serde_json::{Value, json};

impl Terminal {
    pub(super) fn reminders(&self, reminders: Reminders) -> Result<String, AppError> {
        let view = match reminders {
            Reminders::Show => self.call("reminders.show", json!({}))?,
            Reminders::Set(set) => {
                let now = self.call("reminders.show", json!({}))?["settings"].take();
                self.call("reminders.set", settings(now, set))?
            }
            Reminders::Due => {
                return self.show(self.call("reminders.due", json!({}))?, |due| self.due_text(due));
            }
            Reminders::Dismiss { key } => {
                let nothing = self.call("reminders.dismiss", json!({ "key": key }))?;
                return self.show(nothing, |_| self.word("done"));
            }
        };
        self.show(view, |view| self.reminders_text(view))
    }

    pub(super) fn calendar(&self, calendar: Calendar) -> Result<String, AppError> {
        match calendar {
            Calendar::Export(export) => self.export(&export),
            Calendar::Read { file } => {
                let view = self.call("calendar.read", json!({ "path": named(&file) }))?;
                self.show(view, |view| self.found_text(view))
            }
            Calendar::Take { file, event } => {
                let found = self.call("calendar.read", json!({ "path": named(&file) }))?;
                let exams = self.taken(&found["events"], event)?;
                let booked = self.call("calendar.take", json!({ "exams": exams }))?;
                self.show(booked, |rows| self.certifications_text(rows))
            }
        }
    }

    fn export(&self, export: &Export) -> Result<String, AppError> {
        let wanted = |what: What| export.only.is_empty() || export.only.contains(&what);
        let params = json!({
            "exams": wanted(What::Exams), "due": wanted(What::Due), "expiries": wanted(What::Expiries),
            "sessions": wanted(What::Sessions), "weeks": export.weeks, "lang": self.lang,
            "path": export.out.as_deref().map(named), "replace": export.replace,
        });
        let view = self.call("calendar.export", params)?;
        self.show(view, |view| match view["text"].as_str() {
            Some(text) => text.to_owned(),
            None => self.exported_text(view),
        })
    }

    /// The exams that are meant by their numbers; where none is named, what is ahead and names a certification.
    fn taken(&self, found: &Value, named: Vec<Event>) -> Result<Value, AppError> {
        let events = found.as_array().map(Vec::as_slice).unwrap_or_default();
        if named.is_empty() {
            let is = |event: &&Value, field: &str| event[field] == json!(true);
            let usual = |event: &&Value| {
                let known = !event["record"].is_null() || !event["certification"].is_null();
                known && !["past", "cancelled", "repeats"].iter().any(|field| is(event, field))
            };
            return Ok(events.iter().filter(usual).map(|event| exam(event, json!({}))).collect());
        }
        let one = |event: Event| {
            let found = events.get(event.number - 1);
            let found =
                found.ok_or_else(|| AppError::with("record.unknown", [("id", event.number.to_string())]))?;
            Ok(exam(found, self.meant(&event.what)?))
        };
        Ok(Value::Array(named.into_iter().map(one).collect::<Result<_, AppError>>()?))
    }

    /// The certification that is meant: the person's, the catalogue's, or a new one of that name.
    fn meant(&self, what: &str) -> Result<Value, AppError> {
        if what.is_empty() {
            return Ok(json!({}));
        }
        let list = self.call("certifications.list", json!({}))?;
        let any = |list: &Value, is: &dyn Fn(&Value) -> bool| list.as_array().into_iter().flatten().any(is);
        let mine =
            |row: &Value| [&row["record"]["id"], &row["record"]["certification"]].contains(&&json!(what));
        if any(&list["mine"], &mine) {
            return Ok(json!({ "id": self.mine_id(what)? }));
        }
        let known = any(&list["catalogue"], &|row| row["known"]["id"] == json!(what));
        Ok(if known { json!({ "certification": what }) } else { json!({ "name": what }) })
    }
}

/// An event as an exam; where nothing is said of what it is, what it names itself.
fn exam(event: &Value, meant: Value) -> Value {
    let mut exam = meant;
    if exam.as_object().is_none_or(serde_json::Map::is_empty) {
        exam = match (&event["record"], &event["certification"]) {
            (Value::Null, Value::Null) => json!({ "name": event["summary"] }),
            (Value::Null, known) => json!({ "certification": known }),
            (mine, _) => json!({ "id": mine }),
        };
    }
    for (field, from) in
        [("exam_on", "on"), ("exam_at", "at"), ("exam_zone", "zone"), ("place", "place"), ("url", "url")]
    {
        exam[field] = event[from].clone();
    }
    exam
}

/// The parameters of `reminders.set`, over the settings as they stand.
fn settings(mut now: Value, set: ReminderSet) -> Value {
    let mut kinds = now["kinds"].as_array().cloned().unwrap_or_default();
    kinds.extend(set.on.iter().map(|kind| json!(kind.word())));
    kinds.retain(|kind| !set.off.iter().any(|off| json!(off.word()) == *kind));
    now["kinds"] = Value::Array(kinds);
    crate::fill::set(&mut now, "at", set.at);
    crate::fill::set(&mut now, "session_at", set.session_at);
    if let Some(Quiet(quiet)) = set.quiet {
        now["quiet"] = json!(quiet);
    }
    now
}
