//! The plan by weeks: sessions, hours and holidays.

use crate::messages;
use crate::plan::build::{Planned, minutes_on};
use crate::snapshot::Snapshot;
use groundwork_domain::plan::public_holidays;
use groundwork_domain::{Date, Text};
use serde::Serialize;
use std::collections::BTreeMap;
use ts_rs::TS;

/// A session of the plan.
#[derive(Debug, Clone, Serialize, TS)]
pub struct SessionView {
    /// Its day.
    pub date: Date,
    /// Key of the item.
    pub item: String,
    /// Title of the item.
    pub title: Text,
    /// Its minutes.
    pub minutes: u32,
    /// Minutes of it that the person pinned to this day.
    pub pinned: u32,
}

/// A week of the plan.
#[derive(Debug, Clone, Serialize, TS)]
pub struct WeekView {
    /// Its Monday.
    pub start: Date,
    /// Minutes that are available from today on, by day, Monday first.
    pub capacity: [u32; 7],
    /// Minutes that are planned.
    pub planned: u32,
    /// Its sessions in order.
    pub sessions: Vec<SessionView>,
}

/// A public holiday.
#[derive(Debug, Clone, Serialize, TS)]
pub struct HolidayView {
    /// The day.
    pub date: Date,
    /// Its name.
    pub name: Text,
}

/// Minutes of an item that are pinned to a day.
pub(crate) fn pinned_on(planned: &Planned, key: &str, date: Date) -> u32 {
    let item = planned.problem.items.iter().find(|item| item.id == key);
    let pins = item.map(|item| item.pinned.as_slice()).unwrap_or_default();
    pins.iter().filter(|pin| pin.date == date).map(|pin| pin.minutes).sum()
}

/// Public holidays from today to a day.
pub(crate) fn holidays(snapshot: &Snapshot, last: Date) -> Vec<HolidayView> {
    let Some(country) = &snapshot.settings.holidays else { return Vec::new() };
    let all =
        (snapshot.today.civil().year()..=last.civil().year()).flat_map(|year| public_holidays(country, year));
    all.filter(|(date, _)| (snapshot.today..=last).contains(date))
        .map(|(date, id)| HolidayView {
            date,
            name: messages::text(&format!("holiday_{}", id.word()), &BTreeMap::new()),
        })
        .collect()
}

/// Weeks from this one to the plan's last session.
pub(crate) fn weeks(snapshot: &Snapshot, planned: &Planned, titles: &BTreeMap<&str, Text>) -> Vec<WeekView> {
    let last = planned.schedule.finish.unwrap_or(snapshot.today);
    let mut weeks: Vec<WeekView> = Vec::new();
    let first = snapshot.today.week_start();
    for week in 0..=first.days_until(last) / 7 {
        let monday = first.plus_days(week * 7);
        let day = |offset: usize| {
            let date = monday.plus_days(offset as i64);
            if date < snapshot.today { 0 } else { minutes_on(&planned.problem.calendar, date) }
        };
        weeks.push(WeekView {
            start: monday,
            capacity: std::array::from_fn(day),
            planned: 0,
            sessions: Vec::new(),
        });
    }
    for session in &planned.schedule.sessions {
        let index = usize::try_from(first.days_until(session.date) / 7).unwrap_or(0);
        if let Some(week) = weeks.get_mut(index) {
            week.planned += session.minutes;
            week.sessions.push(SessionView {
                date: session.date,
                item: session.item.clone(),
                title: titles[session.item.as_str()].clone(),
                minutes: session.minutes,
                pinned: pinned_on(planned, &session.item, session.date),
            });
        }
    }
    weeks
}
