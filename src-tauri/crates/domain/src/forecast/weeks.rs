//! The calendar by weeks.

use crate::Date;
use crate::plan::PlanProblem;

/// Days that a forecast may span: 80 years, as for a schedule.
const HORIZON_DAYS: i64 = 80 * 365 + 20;

/// The weeks of the horizon, the first being that of the start.
pub(super) struct Weeks {
    /// First day that may carry work.
    pub start: Date,
    /// How many days of the first week lie before the start.
    pub offset: usize,
    /// Minutes of each day, from the Monday of the first week; 0 before the start and beyond the horizon.
    pub day: Vec<u32>,
    /// Minutes from the Monday of its week to the end of each day.
    pub until: Vec<[f64; 7]>,
}

impl Weeks {
    pub fn new(problem: &PlanProblem) -> Self {
        let start = problem.start;
        let offset = start.weekday();
        let last = start.days_until(Date::LAST).clamp(0, HORIZON_DAYS) as usize + offset;
        let count = last / 7 + 1;
        let weekly = &problem.calendar.weekly_minutes;
        let open = |at: usize| (offset..=last).contains(&at);
        let mut day: Vec<u32> = (0..count * 7).map(|at| if open(at) { weekly[at % 7] } else { 0 }).collect();
        for it in &problem.calendar.exceptions {
            let at = usize::try_from(start.days_until(it.date) + offset as i64).ok();
            if let Some(at) = at.filter(|at| open(*at)) {
                day[at] = it.minutes;
            }
        }
        let until = day.chunks_exact(7).map(|week| {
            let mut sum = 0.0;
            std::array::from_fn(|k| {
                sum += f64::from(week[k]);
                sum
            })
        });
        Self { start, offset, until: until.collect(), day }
    }

    /// Place of a day among the days; days before the start count as the start. None beyond the horizon.
    pub fn place(&self, date: Date) -> Option<usize> {
        let at = self.start.days_until(date).max(0) as usize + self.offset;
        (at < self.day.len()).then_some(at)
    }

    /// Minutes of the week before a day.
    pub fn before(&self, place: usize) -> f64 {
        if place.is_multiple_of(7) { 0.0 } else { self.until[place / 7][place % 7 - 1] }
    }
}
