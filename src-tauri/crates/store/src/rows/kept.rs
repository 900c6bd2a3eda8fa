//! What the program keeps of its own reckoning. Rows are added and never changed: where one stands already, it stays, and
//! `keep_…` says that nothing was added. Anything else that a rule of the tables refuses is refused.

use super::query::{all, parsed, parsed_opt, run};
use super::{Reader, Writer};
use crate::StoreError;
use groundwork_domain::Text;
use groundwork_domain::person::{KeptDay, KeptEnd, KeptForecast, KeptSession};
use rusqlite::params;

impl Reader<'_> {
    /// How the person stood, by day.
    pub fn kept_days(&self) -> Result<Vec<KeptDay>, StoreError> {
        all(self.conn, "SELECT * FROM kept_day ORDER BY id", [], |row| {
            Ok(KeptDay {
                on: parsed(row, "id")?,
                rung: parsed(row, "rung")?,
                claimed: row.get("claimed")?,
                proven: row.get("proven")?,
                minutes_left: row.get("minutes_left")?,
                finish: parsed_opt(row, "finish")?,
                p50: parsed_opt(row, "p50")?,
                p85: parsed_opt(row, "p85")?,
                p95: parsed_opt(row, "p95")?,
                chance: row.get("chance")?,
            })
        })
    }

    /// What was forecast of items, by item, then by the day it was forecast.
    pub fn kept_forecasts(&self) -> Result<Vec<KeptForecast>, StoreError> {
        all(self.conn, "SELECT * FROM kept_forecast ORDER BY item, made_on", [], |row| {
            Ok(KeptForecast {
                item: row.get("item")?,
                made_on: parsed(row, "made_on")?,
                p50: parsed_opt(row, "p50")?,
                p85: parsed_opt(row, "p85")?,
                p95: parsed_opt(row, "p95")?,
            })
        })
    }

    /// When items were found finished, by item.
    pub fn kept_ends(&self) -> Result<Vec<KeptEnd>, StoreError> {
        all(self.conn, "SELECT * FROM kept_end ORDER BY item", [], |row| {
            Ok(KeptEnd { item: row.get("item")?, on: parsed(row, "on_day")? })
        })
    }

    /// What was planned when weeks began, by week, in the order in which it was kept.
    pub fn kept_sessions(&self) -> Result<Vec<KeptSession>, StoreError> {
        all(self.conn, "SELECT * FROM kept_session ORDER BY week, position", [], |row| {
            Ok(KeptSession {
                week: parsed(row, "week")?,
                date: parsed(row, "on_day")?,
                item: row.get("item")?,
                title: Text { en: row.get("title_en")?, fr: row.get("title_fr")? },
                minutes: row.get("minutes")?,
            })
        })
    }
}

impl Writer<'_> {
    /// Keeps how the person stood on a day, once; whether it was added. Refuses what is no number.
    pub fn keep_day(&self, day: &KeptDay) -> Result<bool, StoreError> {
        if ![day.claimed, day.proven, day.chance.unwrap_or(0.0)].iter().all(|share| share.is_finite()) {
            return Err(StoreError::refused("kept_day_share"));
        }
        let row = params![
            day.on.to_string(),
            day.rung.as_str(),
            day.claimed,
            day.proven,
            day.minutes_left,
            day.finish.map(String::from),
            day.p50.map(String::from),
            day.p85.map(String::from),
            day.p95.map(String::from),
            day.chance,
            self.marks(),
        ];
        Ok(run(self.conn, include_str!("kept_day_add.sql"), row)? > 0)
    }

    /// Keeps what was forecast of an item on a day, once; whether it was added.
    pub fn keep_forecast(&self, forecast: &KeptForecast) -> Result<bool, StoreError> {
        let row = params![
            forecast.item,
            forecast.made_on.to_string(),
            forecast.p50.map(String::from),
            forecast.p85.map(String::from),
            forecast.p95.map(String::from),
            self.marks(),
        ];
        Ok(run(self.conn, include_str!("kept_forecast_add.sql"), row)? > 0)
    }

    /// Keeps when an item was found finished, once; whether it was added.
    pub fn keep_end(&self, end: &KeptEnd) -> Result<bool, StoreError> {
        let row = params![end.item, end.on.to_string(), self.marks()];
        Ok(run(self.conn, include_str!("kept_end_add.sql"), row)? > 0)
    }

    /// Keeps a session of a week's plan at its place in that week, once; whether it was added.
    pub fn keep_session(&self, position: u32, session: &KeptSession) -> Result<bool, StoreError> {
        let row = params![
            session.week.to_string(),
            position,
            session.date.to_string(),
            session.item,
            session.title.en,
            session.title.fr,
            session.minutes,
            self.marks(),
        ];
        Ok(run(self.conn, include_str!("kept_session_add.sql"), row)? > 0)
    }
}
