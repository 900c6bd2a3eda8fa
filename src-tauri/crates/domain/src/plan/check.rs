//! Checks a schedule against its problem. Shares no code with the solver: it reads the calendar for itself, day by day.

use super::{DueKind, Item, ItemKey, PlanProblem, Schedule, Session};
use crate::Date;
use serde::Serialize;
use std::collections::{BTreeMap, HashMap, HashSet};

/// Something about a schedule that its problem forbids, or a figure that is not right.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub struct Violation {
    /// What: `over_capacity`, `wrong_minutes`, `before_predecessor` …
    pub code: &'static str,
    /// The item, where it is about one.
    pub item: Option<ItemKey>,
    /// The day, where it is about one.
    pub date: Option<Date>,
    /// What is there, and what should be.
    pub detail: String,
}

/// Every violation of the schedule; none when it is right. The problem must be valid; slack and reasons are not checked.
pub fn check(problem: &PlanProblem, schedule: &Schedule) -> Vec<Violation> {
    let mut checker = Checker::new(problem, schedule);
    checker.days();
    checker.items();
    checker.sequence();
    checker.figures();
    checker.found
}

struct Checker<'a> {
    problem: &'a PlanProblem,
    schedule: &'a Schedule,
    by_id: HashMap<&'a str, &'a Item>,
    /// Minutes of each item and day.
    worked: BTreeMap<(&'a str, Date), u64>,
    /// Place of each item's first and last session.
    places: HashMap<&'a str, (usize, usize)>,
    found: Vec<Violation>,
}

impl<'a> Checker<'a> {
    fn new(problem: &'a PlanProblem, schedule: &'a Schedule) -> Self {
        let mut worked = BTreeMap::new();
        let mut places = HashMap::new();
        for (place, session) in schedule.sessions.iter().enumerate() {
            *worked.entry((session.item.as_str(), session.date)).or_insert(0) += u64::from(session.minutes);
            places.entry(session.item.as_str()).or_insert((place, place)).1 = place;
        }
        let by_id = problem.items.iter().map(|item| (item.id.as_str(), item)).collect();
        Self { problem, schedule, by_id, worked, places, found: Vec::new() }
    }

    fn report(&mut self, code: &'static str, item: Option<&str>, date: Option<Date>, detail: String) {
        self.found.push(Violation { code, item: item.map(str::to_owned), date, detail });
    }

    /// Minutes of a day: the last exception of that date, else its weekday.
    fn capacity(&self, day: Date) -> u64 {
        let exception = self.problem.calendar.exceptions.iter().rev().find(|it| it.date == day);
        u64::from(exception.map_or(self.problem.calendar.weekly_minutes[day.weekday()], |it| it.minutes))
    }

    fn days(&mut self) {
        let mut totals: BTreeMap<Date, u64> = BTreeMap::new();
        for session in &self.schedule.sessions {
            *totals.entry(session.date).or_insert(0) += u64::from(session.minutes);
        }
        for (day, minutes) in totals {
            let capacity = self.capacity(day);
            if minutes > capacity {
                self.report("over_capacity", None, Some(day), format!("{minutes} of {capacity}"));
            }
            if day < self.problem.start {
                self.report("before_start", None, Some(day), format!("start {}", self.problem.start));
            }
        }
        for pair in self.schedule.sessions.windows(2) {
            if pair[0].date > pair[1].date {
                self.report("out_of_order", None, Some(pair[1].date), format!("after {}", pair[0].date));
            }
            if pair[0].date == pair[1].date && pair[0].item == pair[1].item {
                self.report("split_session", Some(&pair[1].item), Some(pair[1].date), String::new());
            }
        }
    }

    fn items(&mut self) {
        for session in &self.schedule.sessions {
            if !self.by_id.contains_key(session.item.as_str()) {
                self.report("unknown_item", Some(&session.item), Some(session.date), String::new());
            }
            if session.minutes == 0 {
                self.report("empty_session", Some(&session.item), Some(session.date), String::new());
            }
        }
        let mut totals: HashMap<&str, u64> = HashMap::new();
        for session in &self.schedule.sessions {
            *totals.entry(session.item.as_str()).or_insert(0) += u64::from(session.minutes);
        }
        let problem = self.problem;
        for item in &problem.items {
            let minutes = totals.get(item.id.as_str()).copied().unwrap_or(0);
            if minutes != u64::from(item.minutes) {
                self.report("wrong_minutes", Some(&item.id), None, format!("{minutes} of {}", item.minutes));
            }
            self.limits(item);
            self.pins(item);
        }
    }

    fn limits(&mut self, item: &'a Item) {
        let days = self.worked.range((item.id.as_str(), Date::FIRST)..=(item.id.as_str(), Date::LAST));
        let days: Vec<(Date, u64)> = days.map(|((_, day), minutes)| (*day, *minutes)).collect();
        for (day, minutes) in days {
            if item.not_before.is_some_and(|first| day < first) {
                self.report("before_not_before", Some(&item.id), Some(day), String::new());
            }
            let most = self.problem.max_item_minutes_per_day.map_or(u64::MAX, u64::from);
            if minutes > most {
                self.report("over_day_limit", Some(&item.id), Some(day), format!("{minutes} of {most}"));
            }
        }
    }

    fn pins(&mut self, item: &'a Item) {
        let mut days: BTreeMap<Date, u64> = BTreeMap::new();
        for pin in &item.pinned {
            *days.entry(pin.date).or_insert(0) += u64::from(pin.minutes);
        }
        for (day, pinned) in days {
            let minutes = self.worked.get(&(item.id.as_str(), day)).copied().unwrap_or(0);
            if minutes < pinned {
                self.report("pin_lost", Some(&item.id), Some(day), format!("{minutes} of {pinned}"));
            }
        }
    }

    /// What depends on the order of the sessions: predecessors, focus limit, shortest session.
    fn sequence(&mut self) {
        let problem = self.problem;
        let worked: Vec<&Item> = problem.items.iter().filter(|item| item.minutes > 0).collect();
        let workless = self.behind_workless();
        for item in &worked {
            let Some(first) = self.places.get(item.id.as_str()).map(|places| places.0) else { continue };
            for before in &workless[item.id.as_str()] {
                let ended = self.places.get(before).is_some_and(|places| places.1 < first);
                if !ended {
                    self.report("before_predecessor", Some(&item.id), None, (*before).to_owned());
                }
            }
        }
        let mut progress: HashMap<&str, Progress> =
            worked.iter().map(|item| (item.id.as_str(), Progress::new(item))).collect();
        let mut open: HashSet<&str> = HashSet::new();
        let schedule = self.schedule;
        for session in &schedule.sessions {
            self.focus(session, &mut progress, &mut open);
        }
    }

    /// The predecessors with work of each item: one without work stands for its own predecessors.
    fn behind_workless(&self) -> HashMap<&'a str, HashSet<&'a str>> {
        let mut all: HashMap<&str, HashSet<&str>> = HashMap::new();
        for item in &self.problem.items {
            let mut found = HashSet::new();
            let mut seen = HashSet::new();
            let mut stack: Vec<&str> = item.after.iter().map(String::as_str).collect();
            while let Some(id) = stack.pop() {
                match self.by_id.get(id) {
                    Some(before) if !seen.insert(id) || before.minutes > 0 => {
                        found.extend((before.minutes > 0).then_some(id));
                    }
                    Some(before) => stack.extend(before.after.iter().map(String::as_str)),
                    None => {}
                }
            }
            all.insert(&item.id, found);
        }
        all
    }

    fn focus(
        &mut self,
        session: &'a Session,
        progress: &mut HashMap<&'a str, Progress>,
        open: &mut HashSet<&'a str>,
    ) {
        let Some(it) = progress.get_mut(session.item.as_str()) else { return };
        let pinned_today = it.pins.contains_key(&session.date);
        let starts = !it.started;
        it.started = true;
        it.left = it.left.saturating_sub(u64::from(session.minutes));
        it.pay_pin(session);
        let (left, unpinned) = (it.left, it.unpinned());
        if starts && !pinned_today {
            let limit = self.problem.focus_limit.map_or(usize::MAX, |limit| limit as usize);
            if open.len() >= limit {
                let detail = format!("{} of {limit} in progress", open.len());
                self.report("over_focus_limit", Some(&session.item), Some(session.date), detail);
            }
        }
        if unpinned > 0 {
            open.insert(&session.item);
        } else {
            open.remove(session.item.as_str());
        }
        let most = self.problem.max_item_minutes_per_day.map_or(u64::MAX, u64::from);
        let shortest = u64::from(self.problem.min_session_minutes).min(self.capacity(session.date)).min(most);
        let short = u64::from(session.minutes) < shortest;
        if short && !pinned_today && left > 0 && unpinned > 0 {
            self.report(
                "short_session",
                Some(&session.item),
                Some(session.date),
                format!("{}", session.minutes),
            );
        }
    }

    fn figures(&mut self) {
        let (ends, finish) = self.ends();
        if self.schedule.finish != finish {
            self.report("wrong_finish", None, finish, format!("{:?}", self.schedule.finish));
        }
        let problem = self.problem;
        if self.schedule.items.len() != problem.items.len() {
            self.report("wrong_items", None, None, format!("{}", self.schedule.items.len()));
        }
        let (mut hard, mut soft) = (0, 0);
        for (item, planned) in problem.items.iter().zip(&self.schedule.items) {
            let end = ends.get(item.id.as_str());
            let late =
                item.due.zip(end).map_or(0, |(due, end)| end.1.saturating_sub(self.available_until(due)));
            let places = self.places.get(item.id.as_str());
            let date = |place: usize| self.schedule.sessions[place].date;
            let right = planned.id == item.id
                && planned.starts == places.map(|places| date(places.0))
                && planned.finishes == end.map(|end| end.0)
                && u64::from(planned.late_minutes) == late;
            match item.due_kind.unwrap_or(DueKind::Soft) {
                DueKind::Hard => hard = hard.max(late),
                DueKind::Soft => soft += u64::from(item.weight) * late,
            }
            if !right {
                self.report("wrong_item", Some(&item.id), None, format!("late {late}, {planned:?}"));
            }
        }
        if u64::from(self.schedule.max_hard_late_minutes) != hard {
            self.report("wrong_hard_lateness", None, None, format!("{hard}"));
        }
        if self.schedule.weighted_late_minutes != soft {
            self.report("wrong_weighted_lateness", None, None, format!("{soft}"));
        }
    }

    /// Day of the last session of each item, with the available minutes from the start to the end of it.
    fn ends(&self) -> (HashMap<&'a str, (Date, u64)>, Option<Date>) {
        let mut ends = HashMap::new();
        let mut day = self.problem.start;
        let (mut before, mut used) = (0, 0);
        for session in &self.schedule.sessions {
            while day < session.date {
                before += self.capacity(day);
                (day, used) = (day.plus_days(1), 0);
            }
            used += u64::from(session.minutes);
            ends.insert(session.item.as_str(), (session.date, before + used));
        }
        (ends, self.schedule.sessions.last().map(|session| session.date))
    }

    /// Available minutes from the start to the end of a day.
    fn available_until(&self, last: Date) -> u64 {
        let mut day = self.problem.start;
        let mut sum = 0;
        while day <= last && day < Date::LAST {
            sum += self.capacity(day);
            day = day.plus_days(1);
        }
        sum
    }
}

/// How far an item is while the sessions are walked.
struct Progress {
    left: u64,
    started: bool,
    /// Pinned minutes that are not worked yet, by day; a day stays when its minutes are worked.
    pins: BTreeMap<Date, u64>,
}

impl Progress {
    fn new(item: &Item) -> Self {
        let mut pins = BTreeMap::new();
        for pin in &item.pinned {
            *pins.entry(pin.date).or_insert(0) += u64::from(pin.minutes);
        }
        Self { left: u64::from(item.minutes), started: false, pins }
    }

    fn pay_pin(&mut self, session: &Session) {
        if let Some(minutes) = self.pins.get_mut(&session.date) {
            *minutes = minutes.saturating_sub(u64::from(session.minutes));
        }
    }

    fn unpinned(&self) -> u64 {
        self.left.saturating_sub(self.pins.values().sum())
    }
}
