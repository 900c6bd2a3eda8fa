//! The forecast, scenarios and the weekly review.

use super::{Terminal, find};
use crate::args::{Forecast, Review, Scenario};
use crate::fill;
use groundwork_app::AppError;
use serde_json::{Value, json};

impl Terminal {
    pub(super) fn forecast(&self, forecast: &Forecast) -> Result<String, AppError> {
        match forecast {
            Forecast::Show => {
                self.show(self.call("forecast.show", json!({}))?, |value| self.forecast_text(value))
            }
            Forecast::Calibration => {
                self.show(self.call("forecast.calibration", json!({}))?, |value| self.calibration_text(value))
            }
            Forecast::Keep => self.show(self.call("forecast.keep", json!({}))?, |value| {
                self.word(if value["kept"] == json!(true) { "forecast_kept" } else { "forecast_not_kept" })
            }),
        }
    }

    pub(super) fn scenario(&self, scenario: Scenario) -> Result<String, AppError> {
        let view = match scenario {
            Scenario::List => {
                return self.show(self.call("scenario.list", json!({}))?, |value| self.scenarios_text(value));
            }
            Scenario::Try(what) => self.call("scenario.try", fill::scenario(json!({}), &what)?)?,
            Scenario::Save { id, what } => {
                let now = match id {
                    Some(id) => find(self.call("scenario.list", json!({}))?["scenarios"].take(), &id)?,
                    None => json!({}),
                };
                self.call("scenario.save", fill::scenario(now, &what)?)?
            }
            Scenario::Remove { id } => {
                return self.show(self.call("scenario.remove", json!({ "id": id }))?, |_| self.word("done"));
            }
            Scenario::Take { id } => {
                return self.show(self.call("scenario.take", json!({ "id": id }))?, |effect| {
                    self.effect_text(effect)
                });
            }
        };
        self.show(view, |view| self.scenario_text(view))
    }

    pub(super) fn review(&self, review: &Review) -> Result<String, AppError> {
        let view = match review {
            Review::Show { week } => self.call("review.show", json!({ "week": week }))?,
            Review::Close(close) => {
                let choice = fill::choice(close)?;
                let week = match &close.week {
                    Some(week) => Value::from(week.as_str()),
                    None => self.call("review.show", json!({}))?["week"].take(),
                };
                let params = json!({ "week": week, "choice": choice, "note": close.note });
                self.call("review.close", params)?
            }
        };
        self.show(view, |view| self.review_text(view))
    }
}
