//! The runs.

use super::course::Course;
use super::draw::{Drawn, Source};
use super::weeks::Weeks;
use rayon::prelude::*;

/// Runs that are made together. No power of two: the rows of a chunk shall not fall on the same cache lines.
pub(super) const CHUNK: usize = 100;
/// Code of an end beyond the horizon. Day d from the start has the code d + 1; 0 is what was done before.
pub(super) const BEYOND: u16 = u16::MAX;
/// Parts of the whole by which progress is counted.
pub(super) const WHOLE: u16 = 4096;
/// Most weeks of the fan: 20 years.
pub(super) const FAN_WEEKS: usize = 1044;
/// Most items over all runs together.
const MOST: usize = 40_000_000;
/// Minutes that are nothing: what sums of shares may be off.
const NOTHING: f64 = 1e-4;

/// The most runs of a plan.
pub(super) fn most_runs(items: usize) -> u32 {
    (MOST / items.max(1)).clamp(1, 1_000_000) as u32
}

/// What the runs of a chunk came to: rows of `CHUNK` runs.
pub(super) struct Chunk {
    /// Runs of this chunk.
    pub runs: usize,
    /// A row for each item of the problem, then one for the whole: the codes of their last days.
    pub ends: Vec<u16>,
    /// A row for each week: work done at its end, in parts of the whole.
    pub fan: Vec<u16>,
}

/// Makes the runs.
pub(super) fn simulate(weeks: &Weeks, course: &Course, source: &Source, runs: u32, seed: u64) -> Vec<Chunk> {
    let planned = planned_until(weeks);
    let chunks = (runs as usize).div_ceil(CHUNK);
    let make = |number: usize| {
        let first = number * CHUNK;
        let mut walk = Walk::new(weeks, course, source, &planned, (runs as usize - first).min(CHUNK));
        for run in 0..walk.chunk.runs {
            walk.drawn.run(source, seed, (first + run) as u32);
            walk.run(run);
        }
        walk.chunk
    };
    (0..chunks).into_par_iter().map(make).collect()
}

/// Minutes of the calendar before each week, and of all.
fn planned_until(weeks: &Weeks) -> Vec<f64> {
    let mut sum = 0.0;
    let ends = weeks.until.iter().map(|week| {
        sum += week[6];
        sum
    });
    std::iter::once(0.0).chain(ends).collect()
}

struct Walk<'a> {
    weeks: &'a Weeks,
    course: &'a Course,
    drawn: Drawn,
    chunk: Chunk,
    /// Minutes given before each week; grows as the run goes on where weeks are drawn.
    given: Vec<f64>,
    /// The shares of the weeks so far; empty where all is given as planned.
    shares: Vec<f64>,
    as_planned: bool,
    run: usize,
    week: usize,
}

impl<'a> Walk<'a> {
    fn new(weeks: &'a Weeks, course: &'a Course, source: &Source, planned: &[f64], runs: usize) -> Self {
        let as_planned = source.weeks_as_planned();
        Self {
            weeks,
            course,
            drawn: Drawn::new(source),
            chunk: Chunk { runs, ends: vec![0; (source.len() + 1) * CHUNK], fan: Vec::new() },
            given: if as_planned { planned.to_vec() } else { vec![0.0] },
            shares: Vec::new(),
            as_planned,
            run: 0,
            week: 0,
        }
    }

    /// Minutes given before a week.
    #[inline]
    fn given_before(&mut self, week: usize) -> f64 {
        while self.given.len() <= week {
            let last = self.given.len() - 1;
            let share = self.drawn.share();
            self.shares.push(share);
            self.given.push(self.given[last] + self.weeks.until[last][6] * share);
        }
        self.given[week]
    }

    #[inline]
    fn share(&self, week: usize) -> f64 {
        if self.as_planned { 1.0 } else { self.shares[week] }
    }

    fn run(&mut self, run: usize) {
        (self.run, self.week) = (run, 0);
        if !self.as_planned {
            self.given.truncate(1);
            self.shares.clear();
        }
        let course = self.course;
        let whole: f64 = self.drawn.left.iter().sum();
        let per_minute = f64::from(WHOLE) / whole.max(1.0);
        let (mut clock, mut done, mut part, mut beyond, mut end) = (0.0, 0.0, 0, false, 0);
        for step in &course.steps {
            if step.release > 0 && !beyond {
                match self.released(step.release) {
                    Some(from) if from > clock => {
                        beyond = !self.advance((clock, from), (done, 0.0));
                        clock = from;
                    }
                    Some(_) => {}
                    None => beyond = true,
                }
            }
            let (mut taken, mut work) = (0.0, 0.0);
            for it in &course.parts[part..step.parts_end] {
                let left = self.drawn.left[it.item as usize];
                taken += left * it.taken;
                work += left * it.work;
            }
            part = step.parts_end;
            if !beyond {
                beyond = !self.advance((clock, clock + taken), (done, work * per_minute));
                clock += taken;
                done += work * per_minute;
            }
            if let Some(item) = step.ends {
                end = if beyond { BEYOND } else { self.end(clock) };
                self.chunk.ends[item as usize * CHUNK + run] = end;
            }
        }
        self.without_work(run, end);
    }

    /// Goes on to the week in which the clock stands at `to`, and writes down the progress at the end of the weeks before: what
    /// is done at `from`, and what is done until `to` by the minutes. False beyond the horizon.
    #[inline]
    fn advance(&mut self, (from, to): (f64, f64), (done, more): (f64, f64)) -> bool {
        let reached = to - NOTHING;
        loop {
            let end = self.given_before(self.week + 1);
            if end >= reached {
                return true;
            }
            if self.week < FAN_WEEKS {
                let parts = done + (end - from).max(0.0) / (to - from) * more;
                let at = self.week * CHUNK;
                if self.chunk.fan.len() <= at {
                    self.chunk.fan.resize(at + CHUNK, WHOLE);
                }
                self.chunk.fan[at + self.run] = (parts as u16).min(WHOLE);
            }
            self.week += 1;
            if self.week >= self.weeks.until.len() {
                return false;
            }
        }
    }

    /// Minutes given before a day.
    fn released(&mut self, place: usize) -> Option<f64> {
        let week = place / 7;
        if week >= self.weeks.until.len() {
            return None;
        }
        let before = self.given_before(week);
        self.given_before(week + 1);
        Some(before + self.weeks.before(place) * self.share(week))
    }

    /// The code of the day on which the clock stands.
    #[inline]
    fn end(&self, clock: f64) -> u16 {
        let share = self.share(self.week);
        let within = (clock - self.given[self.week] - NOTHING) / share;
        let until = &self.weeks.until[self.week];
        let day = until[..6].iter().map(|end| usize::from(*end < within)).sum::<usize>();
        (self.week * 7 + day + 1 - self.weeks.offset) as u16
    }

    /// Items without work end with their predecessors; the whole ends with the last item.
    fn without_work(&mut self, run: usize, last: u16) {
        let ends = &mut self.chunk.ends;
        for (item, before) in &self.course.idle {
            let end = before.iter().map(|j| ends[*j as usize * CHUNK + run]).max();
            ends[*item as usize * CHUNK + run] = end.unwrap_or(0);
        }
        let items = ends.len() / CHUNK - 1;
        ends[items * CHUNK + run] = last;
    }
}
