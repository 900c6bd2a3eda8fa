//! The timer.

use super::query::{all, instant, instant_opt, instant_text, one, parsed_opt, position, run};
use super::{Reader, Writer};
use crate::StoreError;
use groundwork_domain::person::{TimerRecord, TimerStretch};
use rusqlite::params;

impl Reader<'_> {
    /// The timer, when there is one.
    pub fn timer(&self) -> Result<Option<TimerRecord>, StoreError> {
        let timer = one(self.conn, "SELECT * FROM timer", [], |row| {
            Ok(TimerRecord {
                item: row.get("item")?,
                skill: parsed_opt(row, "skill")?,
                zone: row.get("zone")?,
                stretches: Vec::new(),
            })
        })?;
        let Some(mut timer) = timer else { return Ok(None) };
        timer.stretches = all(self.conn, "SELECT * FROM timer_stretch ORDER BY position", [], |row| {
            Ok(TimerStretch { from: instant(row, "began")?, to: instant_opt(row, "ended")? })
        })?;
        if only_the_last_runs(&timer.stretches) {
            Ok(Some(timer))
        } else {
            Err(StoreError::damaged("timer_stretch.ended"))
        }
    }
}

impl Writer<'_> {
    /// Sets the timer. Refuses one of which another stretch than the last one runs.
    pub fn set_timer(&self, timer: &TimerRecord) -> Result<(), StoreError> {
        if !only_the_last_runs(&timer.stretches) {
            return Err(StoreError::refused("timer_stretches"));
        }
        let skill = timer.skill.as_ref().map(|skill| skill.as_str());
        let row = params![timer.item, skill, timer.zone, self.marks()];
        run(self.conn, include_str!("timer_put.sql"), row)?;
        run(self.conn, "DELETE FROM timer_stretch", [])?;
        for (index, stretch) in timer.stretches.iter().enumerate() {
            let row = params![position(index), instant_text(stretch.from), stretch.to.map(instant_text)];
            run(self.conn, include_str!("timer_stretch_add.sql"), row)?;
        }
        Ok(())
    }

    /// Removes the timer; whether there was one.
    pub fn clear_timer(&self) -> Result<bool, StoreError> {
        Ok(run(self.conn, "DELETE FROM timer", [])? > 0)
    }
}

fn only_the_last_runs(stretches: &[TimerStretch]) -> bool {
    stretches.iter().rev().skip(1).all(|stretch| stretch.to.is_some())
}
