//! Whether a problem is as it must be.

use super::{Item, PlanProblem, ProblemFault};
use crate::Date;
use crate::graph::find_cycle;
use std::collections::{BTreeMap, HashMap};

/// Most items of a problem.
pub(crate) const MAX_ITEMS: usize = 20_000;
/// Most predecessors and most pinned sessions of a problem, each.
const MAX_LINKS: usize = 400_000;
/// Most minutes of an item: 10,000 hours.
const MAX_MINUTES: u32 = 600_000;
/// Minutes of a day.
const DAY: u32 = 1440;
/// Days that a schedule may span: 80 years.
pub(crate) const HORIZON_DAYS: i64 = 80 * 365 + 20;

/// Checks a problem; gives every fault, in the order of the problem.
///
/// Refused: more than 20,000 items or 400,000 links; keys that are empty, longer than 200 characters or used twice;
/// minutes above 600,000; weights outside 1-10; unknown predecessors; cycles (named); weekdays and exceptions above 1,440
/// minutes; limits of 0; dates to start from beyond 80 years; pins that no schedule could keep, on their own account.
pub fn validate(problem: &PlanProblem) -> Result<(), Vec<ProblemFault>> {
    let mut faults = Faults::default();
    options(problem, &mut faults);
    let links: usize = problem.items.iter().map(|item| item.after.len().max(item.pinned.len())).sum();
    if problem.items.len() > MAX_ITEMS || links > MAX_LINKS {
        faults.add("items".into(), "plan.too_many", &[("items", &problem.items.len()), ("most", &MAX_ITEMS)]);
        return Err(faults.0);
    }
    let mut index = HashMap::with_capacity(problem.items.len());
    for (i, item) in problem.items.iter().enumerate() {
        figures(i, item, &mut faults);
        if index.insert(item.id.as_str(), i).is_some() {
            faults.add(format!("items[{i}].id"), "plan.duplicate_id", &[("item", &item.id)]);
        }
    }
    predecessors(problem, &index, &mut faults);
    pins(problem, &mut faults);
    if faults.0.is_empty() { Ok(()) } else { Err(faults.0) }
}

/// The first cycle among the items, in the order of waiting; unknown predecessors are passed over.
pub(crate) fn cycle(problem: &PlanProblem) -> Option<Vec<String>> {
    let index: HashMap<&str, usize> =
        problem.items.iter().enumerate().map(|(i, it)| (it.id.as_str(), i)).collect();
    let waits = |item: &Item| item.after.iter().filter_map(|id| index.get(id.as_str()).copied()).collect();
    let edges: Vec<Vec<usize>> = problem.items.iter().map(waits).collect();
    find_cycle(&edges).map(|cycle| cycle.into_iter().map(|i| problem.items[i].id.clone()).collect())
}

#[derive(Default)]
struct Faults(Vec<ProblemFault>);

impl Faults {
    fn add(&mut self, path: String, code: &'static str, args: &[(&str, &dyn ToString)]) {
        let args = args.iter().map(|(name, value)| ((*name).to_owned(), value.to_string()));
        self.0.push(ProblemFault { path, code, args: args.collect::<BTreeMap<_, _>>() });
    }
}

fn options(problem: &PlanProblem, faults: &mut Faults) {
    let day = [("low", &0 as &dyn ToString), ("high", &DAY)];
    let limit = [("low", &1 as &dyn ToString), ("high", &DAY)];
    if problem.focus_limit == Some(0) {
        faults.add("focus_limit".into(), "plan.focus_limit_range", &[("low", &1)]);
    }
    if problem.min_session_minutes > DAY {
        faults.add("min_session_minutes".into(), "plan.session_range", &day);
    }
    if problem.max_item_minutes_per_day.is_some_and(|most| !(1..=DAY).contains(&most)) {
        faults.add("max_item_minutes_per_day".into(), "plan.day_limit_range", &limit);
    }
    for (i, minutes) in
        problem.calendar.weekly_minutes.iter().enumerate().filter(|(_, minutes)| **minutes > DAY)
    {
        let args = [day[0], day[1], ("minutes", minutes as &dyn ToString)];
        faults.add(format!("calendar.weekly_minutes[{i}]"), "plan.weekday_range", &args);
    }
    for (i, it) in problem.calendar.exceptions.iter().enumerate().filter(|(_, it)| it.minutes > DAY) {
        let args = [day[0], day[1], ("minutes", &it.minutes as &dyn ToString)];
        faults.add(format!("calendar.exceptions[{i}].minutes"), "plan.exception_range", &args);
    }
}

fn figures(i: usize, item: &Item, faults: &mut Faults) {
    let id = ("item", &item.id as &dyn ToString);
    if !(1..=200).contains(&item.id.chars().take(201).count()) {
        faults.add(format!("items[{i}].id"), "plan.id_length", &[("low", &1), ("high", &200)]);
    }
    if item.minutes > MAX_MINUTES {
        faults.add(format!("items[{i}].minutes"), "plan.minutes_range", &[id, ("high", &MAX_MINUTES)]);
    }
    if !(1..=10).contains(&item.weight) {
        faults.add(format!("items[{i}].weight"), "plan.weight_range", &[id, ("low", &1), ("high", &10)]);
    }
}

fn predecessors(problem: &PlanProblem, index: &HashMap<&str, usize>, faults: &mut Faults) {
    for (i, item) in problem.items.iter().enumerate() {
        for (j, before) in item.after.iter().enumerate().filter(|(_, id)| !index.contains_key(id.as_str())) {
            let shown: String = before.chars().take(200).collect();
            let args = [("item", &item.id as &dyn ToString), ("before", &shown)];
            faults.add(format!("items[{i}].after[{j}]"), "plan.unknown_item", &args);
        }
    }
    if let Some(cycle) = cycle(problem) {
        // The link from the first of them to the one that it waits for.
        let link = |key: &str, next: &str| {
            let i = index.get(key)?;
            let j = problem.items[*i].after.iter().position(|before| before == next)?;
            Some(format!("items[{i}].after[{j}]"))
        };
        let next = cycle.get(1).or(cycle.first());
        let path = cycle.first().zip(next).and_then(|(first, next)| link(first, next));
        let names = cycle.join(" → ");
        faults.add(path.unwrap_or_else(|| "items".into()), "plan.cycle", &[("items", &names)]);
    }
}

/// What a pin must keep by itself: a day in reach with room for it, and no more than the item and its limits have.
fn pins(problem: &PlanProblem, faults: &mut Faults) {
    let last = problem.start.plus_days(HORIZON_DAYS);
    let exceptions: HashMap<Date, u32> =
        problem.calendar.exceptions.iter().map(|it| (it.date, it.minutes)).collect();
    let weekly = &problem.calendar.weekly_minutes;
    let mut of_day: HashMap<Date, u64> = HashMap::new();
    for (i, item) in problem.items.iter().enumerate() {
        if item.not_before.is_some_and(|date| date > last) {
            faults.add(
                format!("items[{i}].not_before"),
                "plan.beyond_horizon",
                &[("item", &item.id), ("last", &last)],
            );
        }
        let mut of_item: HashMap<Date, u64> = HashMap::new();
        let mut left = u64::from(item.minutes);
        for (j, pin) in item.pinned.iter().enumerate() {
            let capacity = exceptions.get(&pin.date).copied().unwrap_or_else(|| weekly[pin.date.weekday()]);
            let minutes = u64::from(pin.minutes);
            let day = of_day.entry(pin.date).or_default();
            *day += minutes;
            let own = of_item.entry(pin.date).or_default();
            *own += minutes;
            let most = u64::from(problem.max_item_minutes_per_day.unwrap_or(u32::MAX));
            let code = match () {
                () if pin.minutes == 0 => "plan.pin_minutes",
                () if pin.date < problem.start => "plan.pin_before_start",
                () if pin.date > last => "plan.beyond_horizon",
                () if item.not_before.is_some_and(|date| pin.date < date) => "plan.pin_before_not_before",
                () if *day > u64::from(capacity) => "plan.pin_over_capacity",
                () if *own > most => "plan.pin_over_day_limit",
                () if minutes > left => "plan.pin_over_item",
                () => {
                    left -= minutes;
                    continue;
                }
            };
            let args = [("item", &item.id as &dyn ToString), ("date", &pin.date), ("minutes", &pin.minutes)];
            faults.add(format!("items[{i}].pinned[{j}]"), code, &args);
        }
    }
}
