//! The settings of the plan.

use super::query::{one, parsed_opt, run};
use super::{Reader, Writer};
use crate::StoreError;
use groundwork_domain::person::PlanSettings;
use rusqlite::params;

const WEEKDAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

impl Reader<'_> {
    /// The settings of the plan; the usual ones when none are kept.
    pub fn plan_settings(&self) -> Result<PlanSettings, StoreError> {
        let kept = one(self.conn, "SELECT * FROM plan_settings", [], |row| {
            let mut weekly_minutes = [0; 7];
            for (minutes, day) in weekly_minutes.iter_mut().zip(WEEKDAYS) {
                *minutes = row.get(day)?;
            }
            Ok(PlanSettings {
                weekly_minutes,
                focus_limit: row.get("focus_limit")?,
                min_session_minutes: row.get("min_session_minutes")?,
                max_item_minutes_per_day: row.get("max_item_minutes_per_day")?,
                holidays: row.get("holidays")?,
                started_on: parsed_opt(row, "started_on")?,
            })
        })?;
        Ok(kept.unwrap_or_default())
    }
}

impl Writer<'_> {
    /// Keeps the settings of the plan.
    pub fn set_plan_settings(&self, settings: &PlanSettings) -> Result<(), StoreError> {
        let week = &settings.weekly_minutes;
        run(
            self.conn,
            include_str!("plan_settings_put.sql"),
            params![
                week[0],
                week[1],
                week[2],
                week[3],
                week[4],
                week[5],
                week[6],
                settings.focus_limit,
                settings.min_session_minutes,
                settings.max_item_minutes_per_day,
                settings.holidays,
                settings.started_on.map(String::from),
                self.marks(),
            ],
        )?;
        Ok(())
    }
}
