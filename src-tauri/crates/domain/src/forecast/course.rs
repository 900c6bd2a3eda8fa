//! The order of work of a plan, as far as its runs need it.
//!
//! Between two events (the end of an item, work that may not begin before a day) only the amount of work matters, not its
//! order: all sessions of an item between two events are one part.

use super::weeks::Weeks;
use crate::Date;
use crate::plan::{PlanProblem, Schedule};
use std::collections::HashMap;

/// What part of an item's work stands between two events.
#[derive(Clone, Copy)]
pub(super) struct Part {
    /// The item of the problem.
    pub item: u32,
    /// Share of the item's minutes.
    pub work: f64,
    /// The same with the minutes before it that the plan cannot use.
    pub taken: f64,
}

/// The work up to the next event.
pub(super) struct Step {
    /// Place of the day before which this work does not begin; 0 for none.
    pub release: usize,
    /// The parts, up to this one (exclusive), from where the step before ended.
    pub parts_end: usize,
    /// The item that ends with this work.
    pub ends: Option<u32>,
}

/// The order of work of a plan.
#[derive(Default)]
pub(super) struct Course {
    pub steps: Vec<Step>,
    pub parts: Vec<Part>,
    /// Items without work, predecessors first, with all their predecessors.
    pub idle: Vec<(u32, Vec<u32>)>,
}

/// The sessions as places and minutes.
struct Piece {
    item: usize,
    place: usize,
    minutes: u32,
    ends: bool,
}

impl Course {
    pub fn new(problem: &PlanProblem, schedule: &Schedule, weeks: &Weeks) -> Self {
        let index: HashMap<&str, usize> =
            problem.items.iter().enumerate().map(|(i, it)| (it.id.as_str(), i)).collect();
        let mut total = vec![0.0; problem.items.len()];
        let pieces = pieces(problem, schedule, weeks, &index, &mut total);
        let mut builder = Builder { total, open: Vec::new(), release: 0, course: Self::default() };
        let mut seen = vec![false; problem.items.len()];
        let mut last = (weeks.offset, 0);
        for piece in &pieces {
            let first = !std::mem::replace(&mut seen[piece.item], true);
            let not_before = problem.items[piece.item].not_before.filter(|_| first);
            let idle = idle(weeks, last, piece, not_before);
            last = (piece.place, piece.minutes + if piece.place == last.0 { last.1 } else { 0 });
            builder.add(piece, idle);
        }
        for (i, item) in problem.items.iter().enumerate().filter(|(i, it)| it.minutes > 0 && !seen[*i]) {
            builder.total[i] = f64::from(item.minutes);
            let release = item.not_before.map_or(0, |date| held_place(weeks, date));
            let piece = Piece { item: i, place: 0, minutes: item.minutes, ends: true };
            builder.add(&piece, Idle { release, lost: 0 });
        }
        let mut course = builder.course;
        course.idle = without_work(problem, &index);
        course
    }
}

fn held_place(weeks: &Weeks, date: Date) -> usize {
    // A first day beyond the horizon: no run gets there.
    weeks.place(date).unwrap_or(usize::MAX)
}

/// The sessions in order; sums the minutes of each item.
fn pieces(
    problem: &PlanProblem,
    schedule: &Schedule,
    weeks: &Weeks,
    index: &HashMap<&str, usize>,
    total: &mut [f64],
) -> Vec<Piece> {
    let mut pieces = Vec::with_capacity(schedule.sessions.len());
    for session in schedule.sessions.iter().filter(|it| it.minutes > 0) {
        let item = index.get(session.item.as_str()).copied().filter(|i| problem.items[*i].minutes > 0);
        if let (Some(item), Some(place)) = (item, weeks.place(session.date)) {
            total[item] += f64::from(session.minutes);
            pieces.push(Piece { item, place, minutes: session.minutes, ends: false });
        }
    }
    let mut ended = vec![false; total.len()];
    for piece in pieces.iter_mut().rev() {
        piece.ends = !std::mem::replace(&mut ended[piece.item], true);
    }
    pieces
}

/// What stands empty in the plan before a session.
#[derive(Default)]
struct Idle {
    /// Place of the day before which it does not begin; 0 for none.
    release: usize,
    /// Minutes of a day that nothing could use.
    lost: u32,
}

/// What stands empty between the end of the last session (day, minutes used on it) and a session of an item.
fn idle(weeks: &Weeks, last: (usize, u32), piece: &Piece, not_before: Option<Date>) -> Idle {
    let not_before = not_before.map(|date| held_place(weeks, date)).filter(|place| *place > weeks.offset);
    let release = not_before.unwrap_or(0);
    if piece.place <= last.0 {
        return Idle { release, lost: 0 };
    }
    let lost = weeks.day[last.0].saturating_sub(last.1);
    // Nothing is used of the start's own day when the first session of all comes later.
    let empty =
        (last.1 == 0 && lost > 0) || weeks.day[last.0 + 1..piece.place].iter().any(|minutes| *minutes > 0);
    match () {
        () if empty => Idle { release: piece.place, lost: 0 },
        () if release > last.0 => Idle { release, lost: 0 },
        () => Idle { release, lost },
    }
}

struct Builder {
    /// Minutes of each item over its sessions.
    total: Vec<f64>,
    /// Minutes of work and of lost time of each item since the last event.
    open: Vec<(usize, f64, f64)>,
    release: usize,
    course: Course,
}

impl Builder {
    fn add(&mut self, piece: &Piece, idle: Idle) {
        if idle.release > 0 {
            self.close(None);
            self.release = idle.release;
        }
        let (work, lost) = (f64::from(piece.minutes), f64::from(idle.lost));
        match self.open.iter_mut().find(|it| it.0 == piece.item) {
            Some(it) => {
                it.1 += work;
                it.2 += work + lost;
            }
            None => self.open.push((piece.item, work, work + lost)),
        }
        if piece.ends {
            self.close(Some(piece.item as u32));
        }
    }

    fn close(&mut self, ends: Option<u32>) {
        if self.open.is_empty() {
            return;
        }
        for (item, work, taken) in self.open.drain(..) {
            let total = self.total[item];
            self.course.parts.push(Part { item: item as u32, work: work / total, taken: taken / total });
        }
        let parts_end = self.course.parts.len();
        let release = std::mem::take(&mut self.release);
        self.course.steps.push(Step { release, parts_end, ends });
    }
}

/// The items without work, predecessors first. Predecessors in a cycle are left out.
fn without_work(problem: &PlanProblem, index: &HashMap<&str, usize>) -> Vec<(u32, Vec<u32>)> {
    let before = |i: usize| problem.items[i].after.iter().filter_map(|id| index.get(id.as_str()).copied());
    let mut ready: Vec<bool> = problem.items.iter().map(|it| it.minutes > 0).collect();
    let mut list: Vec<(u32, Vec<u32>)> = Vec::new();
    for i in 0..problem.items.len() {
        let mut stack = vec![(i, false)];
        while let Some((at, entered)) = stack.pop() {
            if ready[at] && !entered {
                continue;
            }
            if entered {
                list.push((at as u32, before(at).map(|j| j as u32).collect()));
                continue;
            }
            ready[at] = true;
            stack.push((at, true));
            stack.extend(before(at).filter(|j| !ready[*j]).map(|j| (j, false)));
        }
    }
    list
}
