//! The plan and what is done to its items.

use super::{Terminal, parse, pretty, read_text};
use crate::args::Plan;
use crate::fill;
use groundwork_app::clock::Clock;
use groundwork_app::{AppError, spread_week};
use serde_json::{Value, json};

impl Terminal {
    pub(super) fn plan(&self, plan: Plan) -> Result<String, AppError> {
        let settings = || Ok::<_, AppError>(self.call("plan.calendar", json!({}))?["settings"].take());
        let (name, params) = match plan {
            Plan::Build => return self.shown("plan.build", json!({})),
            Plan::Show => return self.shown("plan.show", json!({})),
            Plan::Hours { hours } => {
                let mut params = fill::settings(settings()?, &crate::args::Settings::default())?;
                params["weekly_minutes"] = json!(spread_week(hours)?);
                return self.shown("plan.settings", params);
            }
            Plan::Settings(change) => {
                let mut now = settings()?;
                if !change.is_empty() {
                    let params = fill::settings(now, &change)?;
                    self.call("plan.settings", params)?;
                    now = settings()?;
                }
                return self.show(now, |settings| self.settings_text(settings));
            }
            Plan::Absence { from, to, minutes, reason } => {
                let params = json!({ "from": from, "to": to, "minutes": minutes, "reason": reason });
                return self.shown("plan.absence_save", params);
            }
            Plan::Solve { file } => {
                let problem = parse(&read_text(&file)?, &file.display().to_string())?;
                let schedule = self.call("plan.solve", json!({ "problem": problem }));
                return Ok(pretty(&schedule.map_err(as_in_file)?));
            }
            Plan::TakeUp { item, practice, name } => {
                let params = json!({ "key": item, "practice": practice, "name": name });
                let view = self.call("plan.take_up", params)?;
                return self.show(view, |view| self.taken_up_text(&name, view));
            }
            Plan::Move { item, date, .. } => ("plan.move", json!({ "key": item, "not_before": date })),
            Plan::Defer { item, weeks } => ("plan.defer", json!({ "key": item, "weeks": weeks })),
            Plan::Place { item, to } => ("plan.place", json!({ "key": item, "place": fill::place(&to) })),
            Plan::Pin { item, date, minutes, from } => {
                ("plan.pin", json!({ "key": item, "date": date, "minutes": minutes, "from": from }))
            }
            Plan::Unpin { item, date } => ("plan.unpin", json!({ "key": item, "date": date })),
            Plan::Split { item, minutes, .. } => ("plan.split", json!({ "key": item, "after": minutes })),
            Plan::Drop { item, back } => ("plan.drop", json!({ "key": item, "dropped": !back })),
            Plan::Done { item, not: true, .. } => ("plan.done", json!({ "key": item, "done_on": null })),
            Plan::Done { item, on, .. } => {
                let on = on.map_or_else(|| json!(Clock::from_environment().today()), Value::from);
                ("plan.done", json!({ "key": item, "done_on": on }))
            }
        };
        self.show(self.call(name, params)?, |effect| self.effect_text(effect))
    }

    fn shown(&self, name: &str, params: Value) -> Result<String, AppError> {
        let value = self.call(name, params)?;
        // Kept, though there still is no plan: `plan show` says why.
        if value.is_null() {
            Ok(self.word("no_plan"))
        } else {
            self.show(value, |value| self.plan_text(value))
        }
    }
}

/// A refusal with the path as it stands in the file: `items[0].minutes`, not `problem.items[0].minutes`.
fn as_in_file(mut error: AppError) -> AppError {
    let path = error.args.get("path").cloned().unwrap_or_default();
    if let Some(inner) = path.strip_prefix("problem.") {
        error.sentence.en = error.sentence.en.replace(&path, inner);
        error.sentence.fr = error.sentence.fr.replace(&path, inner);
        error.args.insert("path".into(), inner.to_owned());
    }
    error
}
