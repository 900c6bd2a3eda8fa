//! One pass over the days that gives the time to the available item of the first rank.

use super::index::Indexed;
use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// Most items that are passed over on a day because its rest is too short a session for them.
const PASSED_OVER: u32 = 64;

/// A session by number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Slot {
    pub day: u32,
    pub item: u32,
    pub minutes: u32,
}

/// What made an item available.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Opened {
    AtStart,
    After(u32),
    OnDay(u32),
}

/// Why an item starts when it does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Cause {
    Opened(Opened),
    Capacity(u32),
    Focus(u32),
    Pinned(u32),
}

/// A finished pass.
pub(super) struct Run {
    pub slots: Vec<Slot>,
    /// Available minutes from the start to the end of each item's last session; 0 for an item without work.
    pub end: Vec<u32>,
    /// Why each item starts when it does; none for an item without work.
    pub cause: Vec<Option<Cause>>,
}

/// Why a pass failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Failure {
    /// Minutes of work are left at the end of the horizon, the first of them those of this item.
    NoCapacity { minutes: u64, item: u32 },
    /// A pinned session of the item could not be kept on the day.
    Pin { item: u32, day: u32 },
}

/// Schedules the items: at every moment the available one of the lowest rank; of equal ranks the one in progress that
/// was begun first, else the first by number. Available: predecessors finished, first day reached, within the limits
/// of the problem.
///
/// Pinned minutes are kept free on their day: an item takes its own when its turn comes, at the latest when the rest of
/// the day is used up. Minutes that are pinned to a later day are not given earlier.
pub(super) fn run(indexed: &Indexed, rank: &[u32]) -> Result<Run, Failure> {
    let mut pass = Pass::new(indexed, rank);
    for i in 0..indexed.len() as u32 {
        if indexed.before[i as usize].is_empty() {
            pass.open(i, Opened::AtStart, 0);
        }
    }
    for day in 0..indexed.days.capacity.len() as u32 {
        if pass.unfinished == 0 {
            break;
        }
        pass.day(day)?;
    }
    if pass.unfinished > 0 {
        return Err(pass.no_capacity());
    }
    Ok(Run { slots: pass.slots, end: pass.end, cause: pass.cause })
}

struct Pass<'a> {
    indexed: &'a Indexed<'a>,
    rank: &'a [u32],
    limit: usize,
    most: u32,
    unfinished: usize,
    /// Minutes left of each item, and how many of them are pinned to later days and to today.
    left: Vec<u32>,
    later: Vec<u32>,
    today: Vec<u32>,
    waits: Vec<u32>,
    open: Vec<bool>,
    /// The items that were begun, in order, and the place of each among them.
    begun: Vec<u32>,
    begun_as: Vec<u32>,
    /// The day on which an item was worked on last, and its minutes on it.
    worked: Vec<(u32, u32)>,
    /// The last day on which an item was passed over.
    passed: Vec<u32>,
    fresh: BinaryHeap<Reverse<u64>>,
    active: BinaryHeap<Reverse<u64>>,
    released: BinaryHeap<Reverse<(u32, u32)>>,
    put_back: Vec<u32>,
    in_progress: usize,
    made_room: Option<(u32, usize)>,
    opened: Vec<(usize, Opened)>,
    /// Minutes of the day that nothing is pinned to, and those that are used.
    free: u32,
    used: u32,
    slots: Vec<Slot>,
    end: Vec<u32>,
    cause: Vec<Option<Cause>>,
}

const NO_DAY: u32 = u32::MAX;
const NOT_BEGUN: u32 = u32::MAX;

impl<'a> Pass<'a> {
    fn new(indexed: &'a Indexed<'a>, rank: &'a [u32]) -> Self {
        let n = indexed.len();
        let mut later = vec![0; n];
        for (item, minutes) in indexed.pins.values().flatten() {
            later[*item as usize] += minutes;
        }
        Self {
            indexed,
            rank,
            limit: indexed.problem.focus_limit.map_or(usize::MAX, |limit| limit as usize),
            most: indexed.problem.max_item_minutes_per_day.unwrap_or(u32::MAX),
            unfinished: n,
            left: indexed.minutes.clone(),
            later,
            today: vec![0; n],
            waits: indexed.before.iter().map(|before| before.len() as u32).collect(),
            open: vec![false; n],
            begun: Vec::with_capacity(n),
            begun_as: vec![NOT_BEGUN; n],
            worked: vec![(NO_DAY, 0); n],
            passed: vec![NO_DAY; n],
            fresh: BinaryHeap::with_capacity(n),
            active: BinaryHeap::new(),
            released: BinaryHeap::new(),
            put_back: Vec::new(),
            in_progress: 0,
            made_room: None,
            opened: vec![(0, Opened::AtStart); n],
            free: 0,
            used: 0,
            slots: Vec::with_capacity(n * 2),
            end: vec![0; n],
            cause: vec![None; n],
        }
    }

    /// What is left, and the first item with some of it of which the predecessors are finished.
    fn no_capacity(&self) -> Failure {
        let left = (0..self.left.len() as u32).filter(|i| self.left[*i as usize] > 0);
        let first = left.clone().min_by_key(|i| (self.waits[*i as usize] > 0, *i));
        let minutes = left.map(|i| u64::from(self.left[i as usize])).sum();
        Failure::NoCapacity { minutes, item: first.unwrap_or(0) }
    }

    /// The predecessors of an item are finished. An item without work is finished with them, whatever its first day.
    fn open(&mut self, item: u32, by: Opened, day: u32) {
        let mut stack = vec![item];
        while let Some(i) = stack.pop() {
            let at = i as usize;
            if self.left[at] == 0 {
                self.unfinished -= 1;
                for &j in &self.indexed.after[at] {
                    self.waits[j as usize] -= 1;
                    if self.waits[j as usize] == 0 {
                        stack.push(j);
                    }
                }
            } else if self.indexed.release[at] > day {
                self.released.push(Reverse((self.indexed.release[at], i)));
            } else {
                self.opened[at] = (self.slots.len(), by);
                self.open[at] = true;
                self.queue(i);
            }
        }
    }

    /// Minutes that the item may get today.
    fn due_today(&self, item: u32) -> u32 {
        self.left[item as usize] - self.later[item as usize]
    }

    fn queue(&mut self, item: u32) {
        if self.due_today(item) > 0 {
            let rank = u64::from(self.rank[item as usize]) << 32;
            match self.begun_as[item as usize] {
                NOT_BEGUN => self.fresh.push(Reverse(rank | u64::from(item))),
                place => self.active.push(Reverse(rank | u64::from(place))),
            }
        }
    }

    fn day(&mut self, day: u32) -> Result<(), Failure> {
        while let Some(&Reverse((_, item))) = self.released.peek().filter(|Reverse((from, _))| *from <= day) {
            self.released.pop();
            let at = item as usize;
            self.opened[at] = (self.slots.len(), Opened::OnDay(self.indexed.release[at]));
            self.open[at] = true;
            self.queue(item);
        }
        let capacity = self.indexed.days.capacity[day as usize];
        if capacity == 0 {
            return Ok(());
        }
        let indexed = self.indexed;
        let pins = indexed.pins.get(&day).map_or(&[][..], Vec::as_slice);
        self.used = 0;
        self.free = capacity - pins.iter().map(|(_, minutes)| minutes).sum::<u32>();
        for &(item, minutes) in pins {
            self.today[item as usize] = minutes;
            self.later[item as usize] -= minutes;
            if self.open[item as usize] {
                self.queue(item);
            }
        }
        let shortest = indexed.problem.min_session_minutes.min(capacity).min(self.most);
        loop {
            if let Some((item, minutes)) = self.pick(day, shortest) {
                self.work(item, minutes, day);
            } else if let Some((item, minutes)) = self.pick_pinned(pins) {
                self.work(item, minutes, day);
            } else {
                break;
            }
        }
        for item in std::mem::take(&mut self.put_back) {
            self.queue(item);
        }
        match pins.iter().find(|(item, _)| self.today[*item as usize] > 0) {
            Some(&(item, _)) => Err(Failure::Pin { item, day }),
            None => Ok(()),
        }
    }

    /// The next item by rank and its minutes.
    fn pick(&mut self, day: u32, shortest: u32) -> Option<(u32, u32)> {
        let mut passed_over = 0;
        while self.free > 0 && passed_over < PASSED_OVER {
            let item = self.next(day)?;
            let at = item as usize;
            let rest = self.due_today(item);
            let done = if self.worked[at].0 == day { self.worked[at].1 } else { 0 };
            let minutes = rest.min(self.free + self.today[at]).min(self.most - done);
            if minutes > 0 && (self.today[at] > 0 || minutes >= shortest || minutes == rest) {
                return Some((item, minutes));
            }
            self.passed[at] = day;
            self.put_back.push(item);
            passed_over += u32::from(done < self.most);
        }
        None
    }

    /// Takes the next item out of the queues, unless too many are in progress.
    fn next(&mut self, day: u32) -> Option<u32> {
        while let Some(Reverse(key)) = self.fresh.peek() {
            let at = *key as u32 as usize;
            if self.begun_as[at] != NOT_BEGUN || self.passed[at] == day {
                self.fresh.pop();
            } else {
                break;
            }
        }
        while let Some(Reverse(key)) = self.active.peek() {
            let at = self.begun[*key as u32 as usize] as usize;
            if self.left[at] == self.later[at] || self.passed[at] == day {
                self.active.pop();
            } else {
                break;
            }
        }
        let fresh = self.fresh.peek().map(|key| key.0).filter(|_| self.in_progress < self.limit);
        let active = self.active.peek().map(|key| key.0);
        let new_first = match (fresh, active) {
            (Some(fresh), Some(active)) => fresh >> 32 < active >> 32,
            (fresh, None) => fresh.is_some(),
            (None, Some(_)) => false,
        };
        if new_first {
            self.fresh.pop().map(|Reverse(key)| key as u32)
        } else {
            self.active.pop().map(|Reverse(key)| self.begun[key as u32 as usize])
        }
    }

    /// The next item by rank of which minutes are pinned to today; the limit of items in progress does not hold it.
    fn pick_pinned(&self, pins: &[(u32, u32)]) -> Option<(u32, u32)> {
        let waiting =
            pins.iter().filter(|(item, _)| self.today[*item as usize] > 0 && self.open[*item as usize]);
        let first = waiting.min_by_key(|(item, _)| (self.rank[*item as usize], *item));
        first.map(|(item, _)| (*item, self.today[*item as usize]))
    }

    /// Whether the item takes a place among those in progress: begun, and not all that is left of it is pinned.
    fn counts(&self, item: u32) -> bool {
        let at = item as usize;
        self.begun_as[at] != NOT_BEGUN && self.left[at] > self.later[at] + self.today[at]
    }

    fn work(&mut self, item: u32, minutes: u32, day: u32) {
        let at = item as usize;
        let counted = self.counts(item);
        if self.begun_as[at] == NOT_BEGUN {
            self.cause[at] = Some(self.cause_of(item, day));
            self.begun_as[at] = self.begun.len() as u32;
            self.begun.push(item);
        }
        let pinned = minutes.min(self.today[at]);
        self.today[at] -= pinned;
        self.free -= minutes - pinned;
        self.used += minutes;
        self.left[at] -= minutes;
        let done = if self.worked[at].0 == day { self.worked[at].1 } else { 0 };
        self.worked[at] = (day, done + minutes);
        match self.slots.last_mut() {
            Some(last) if last.day == day && last.item == item => last.minutes += minutes,
            _ => self.slots.push(Slot { day, item, minutes }),
        }
        let counts = self.counts(item);
        if counted && !counts && self.in_progress >= self.limit {
            self.made_room = Some((item, self.slots.len()));
        }
        self.in_progress = self.in_progress + usize::from(counts) - usize::from(counted);
        if self.left[at] > 0 {
            self.queue(item);
            return;
        }
        self.unfinished -= 1;
        self.end[at] = self.indexed.days.before[day as usize] + self.used;
        let indexed = self.indexed;
        for &j in &indexed.after[at] {
            self.waits[j as usize] -= 1;
            if self.waits[j as usize] == 0 {
                self.open(j, Opened::After(item), day);
            }
        }
    }

    fn cause_of(&self, item: u32, day: u32) -> Cause {
        let (since, by) = self.opened[item as usize];
        if self.indexed.pins.get(&day).is_some_and(|pins| pins.iter().any(|pin| pin.0 == item)) {
            return Cause::Pinned(day);
        }
        match (self.made_room, self.slots.last()) {
            (Some((ended, at)), _) if since < at && at == self.slots.len() => Cause::Focus(ended),
            (_, Some(last)) if since < self.slots.len() => Cause::Capacity(last.item),
            _ => Cause::Opened(by),
        }
    }
}
