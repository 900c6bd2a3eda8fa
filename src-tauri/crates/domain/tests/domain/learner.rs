//! Simulated learners: they work through a plan at their own pace, and the forecast is made again every four weeks.
//!
//! Shared with `tests/benches/forecast.rs`, which prints the table.

use groundwork_domain::calibration::Kept;
use groundwork_domain::forecast::{Draws, ForecastItem, Options, ThreePoint, forecast_by};
use groundwork_domain::pace::{Finished, Pace, PaceClass, WeekGiven};
use groundwork_domain::plan::{Calendar, Item, PlanProblem, Schedule, solve};
use groundwork_domain::{Date, Minutes};
use std::collections::BTreeMap;

/// Runs of each forecast.
const RUNS: u32 = 500;
/// Most weeks that a learner is followed.
const WEEKS: i64 = 52 * 12;

/// SplitMix64, and numbers from it.
pub struct Chance(pub u64);

impl Chance {
    fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// From 0 to 1, without either.
    pub fn share(&mut self) -> f64 {
        ((self.bits() >> 11) as f64 + 0.5) / (1u64 << 53) as f64
    }

    /// A standard normal number (Box and Muller).
    fn normal(&mut self) -> f64 {
        let (a, b) = (self.share(), self.share());
        (-2.0 * a.ln()).sqrt() * (std::f64::consts::TAU * b).cos()
    }

    /// Lognormal around a median.
    fn around(&mut self, median: f64, spread: f64) -> f64 {
        median * (spread * self.normal()).exp()
    }
}

/// A kept forecast and how many items were logged when it was made.
pub struct Made {
    pub logged_items: usize,
    /// Of the end of the plan, not of an item.
    pub whole: bool,
    pub kept: Kept,
}

/// What is true of a learner, and what we think.
struct Learner {
    items: Vec<TrueItem>,
    /// Share of the planned time of each week.
    shares: Vec<f64>,
}

struct TrueItem {
    class: PaceClass,
    likely: u32,
    needs: u32,
    after: Vec<String>,
    logged: u32,
    ended: Option<Date>,
}

impl Learner {
    /// Estimates that are off by a common factor around `bias`, and by one of their own (34 of 50 items between 0.7 and 1.4);
    /// a mean share of 0.6 to 1 of the planned time, each week around it, one week of ten not at all.
    fn new(chance: &mut Chance, bias: f64) -> Self {
        let bias = chance.around(bias, 0.15);
        let items = (0..40usize).map(|i| {
            let (class, hours) = [
                (PaceClass::S, 3),
                (PaceClass::S, 10),
                (PaceClass::M, 8),
                (PaceClass::M, 35),
                (PaceClass::L, 20),
                (PaceClass::Practice, 30),
            ][(chance.share() * 6.0) as usize];
            let after = if i > 0 && chance.share() < 0.5 {
                vec![format!("{}", (chance.share() * i as f64) as usize)]
            } else {
                Vec::new()
            };
            let likely = hours * 60;
            let needs = chance.around(f64::from(likely) * bias, 0.35).max(15.0) as u32;
            TrueItem { class, likely, needs, after, logged: 0, ended: None }
        });
        let items = items.collect();
        let mean = 0.6 + 0.4 * chance.share();
        let share = |_| if chance.share() < 0.1 { 0.0 } else { chance.around(mean, 0.3).min(2.0) };
        Self { items, shares: (0..WEEKS).map(share).collect() }
    }

    fn problem(&self, start: Date, pace: &Pace) -> PlanProblem {
        let left = |it: &TrueItem| {
            let whole = f64::from(it.likely) * pace.ratio(it.class);
            if it.ended.is_some() { 0 } else { (whole as u32).saturating_sub(it.logged).max(30) }
        };
        let item = |(i, it): (usize, &TrueItem)| Item {
            id: i.to_string(),
            minutes: left(it),
            after: it.after.clone(),
            not_before: None,
            due: None,
            due_kind: None,
            weight: 1,
            pinned: Vec::new(),
        };
        PlanProblem {
            start,
            focus_limit: Some(2),
            min_session_minutes: 25,
            max_item_minutes_per_day: None,
            calendar: Calendar { weekly_minutes: [90, 90, 90, 90, 60, 180, 0], exceptions: Vec::new() },
            items: self.items.iter().enumerate().map(item).collect(),
        }
    }

    fn known(&self) -> Vec<ForecastItem> {
        let known = |(i, it): (usize, &TrueItem)| ForecastItem {
            id: i.to_string(),
            whole: ThreePoint {
                low: Minutes(it.likely / 2),
                likely: Minutes(it.likely),
                high: Minutes(it.likely * 2),
            },
            logged: Minutes(it.logged),
            class: it.class,
        };
        self.items.iter().enumerate().map(known).collect()
    }

    fn pace(&self, weeks: &[WeekGiven]) -> Pace {
        let finished = self.items.iter().filter(|it| it.ended.is_some()).map(|it| Finished {
            class: it.class,
            estimated: Minutes(it.likely),
            logged: Minutes(it.logged),
        });
        Pace::new(finished.collect(), weeks.to_vec())
    }

    /// Works a week in the order of the plan.
    fn week(&mut self, problem: &PlanProblem, order: &[usize], monday: Date, share: f64) -> WeekGiven {
        let (mut planned, mut given) = (0, 0);
        for (day, minutes) in problem.calendar.weekly_minutes.into_iter().enumerate() {
            planned += minutes;
            let mut time = (f64::from(minutes) * share) as u32;
            for i in order {
                let it = &mut self.items[*i];
                if it.ended.is_some() || time == 0 {
                    continue;
                }
                let worked = time.min(it.needs - it.logged);
                (it.logged, time, given) = (it.logged + worked, time - worked, given + worked);
                if it.logged == it.needs {
                    it.ended = Some(monday.plus_days(day as i64));
                }
            }
        }
        WeekGiven { planned: Minutes(planned), given: Minutes(given) }
    }
}

/// The items in the order of their last sessions.
fn order(schedule: &Schedule) -> Vec<usize> {
    let mut last: BTreeMap<usize, usize> = BTreeMap::new();
    for (at, session) in schedule.sessions.iter().enumerate() {
        last.insert(session.item.parse().unwrap_or(0), at);
    }
    let mut order: Vec<usize> = last.keys().copied().collect();
    order.sort_by_key(|i| last[i]);
    order
}

/// Follows a learner to the end of the plan; the forecasts of all items that were not done, and of the whole.
pub fn follow(number: u64, bias: f64, draws: Draws) -> Vec<Made> {
    let mut chance = Chance(0x6C65_6172_6E65_7273 ^ (number << 20));
    let mut learner = Learner::new(&mut chance, bias);
    let mut made = Vec::new();
    let mut weeks: Vec<WeekGiven> = Vec::new();
    let mut plan: Option<(PlanProblem, Vec<usize>)> = None;
    let mut monday = Date::FIRST.plus_days(127 * 365).week_start();
    for week in 0..WEEKS as usize {
        if learner.items.iter().all(|it| it.ended.is_some()) {
            break;
        }
        if week % 4 == 0 {
            let pace = learner.pace(&weeks);
            let problem = learner.problem(monday, &pace);
            let Ok(schedule) = solve(&problem) else { break };
            let options = Options { runs: RUNS, seed: number + week as u64, ready_by: None };
            let forecast = forecast_by(draws, &problem, &schedule, &learner.known(), &pace, &options);
            let items = forecast.items.iter().zip(&learner.items).filter(|(_, it)| it.ended.is_none());
            let of_items = items.map(|(it, _)| (it.id.clone(), it.quantiles));
            for (id, it) in of_items.chain([("whole".to_owned(), forecast.finish)]) {
                let kept = Kept {
                    item: format!("{number}/{id}"),
                    made_on: monday,
                    p50: it.p50,
                    p85: it.p85,
                    p95: it.p95,
                    ended_on: None,
                };
                made.push(Made { logged_items: pace.finished().len(), whole: id == "whole", kept });
            }
            plan = Some((problem, order(&schedule)));
        }
        if let Some((problem, order)) = &plan {
            weeks.push(learner.week(problem, order, monday, learner.shares[week]));
        }
        monday = monday.plus_days(7);
    }
    let ended: BTreeMap<String, Option<Date>> =
        learner.items.iter().enumerate().map(|(i, it)| (format!("{number}/{i}"), it.ended)).collect();
    let last = learner.items.iter().map(|it| it.ended).max().flatten();
    for it in &mut made {
        it.kept.ended_on = if it.whole { last } else { ended.get(&it.kept.item).copied().flatten() };
    }
    made
}

/// The medians of the learners' common factors, one after the other.
pub const BIASES: [f64; 3] = [0.7, 1.0, 1.5];

/// Forecasts of many learners.
pub fn follow_all(learners: u64, draws: Draws) -> Vec<Made> {
    (0..learners).flat_map(|number| follow(number, BIASES[number as usize % 3], draws)).collect()
}
