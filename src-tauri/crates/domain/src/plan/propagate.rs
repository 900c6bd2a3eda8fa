//! Due dates propagated backward: a predecessor is due no later than what waits for it (MODEL.md, section 4).
//!
//! Release dates propagate forward by themselves: an item is available only when its predecessors are finished, and they
//! cannot be finished before they were released. With both, taking the available item that is due first solves preemptive
//! work of one person with precedence, release and due dates exactly (Horn 1974; Baker, Lawler, Lenstra, Rinnooy Kan 1983).

use super::DueKind;
use super::index::Indexed;

/// The due dates of one item, its own and those of everything that waits for it. Days from the start.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Dues {
    /// First hard due day.
    pub hard: i64,
    /// First soft due day.
    pub soft: i64,
    /// First day on which something that waits for it is pinned.
    pub pin: i64,
}

/// No due day.
pub(super) const NEVER: i64 = i64::MAX / 4;

/// Propagates due dates backward, hard and soft ones apart. An item without work has no lateness, so its own due date asks
/// nothing of others; those of its successors pass through it.
pub(super) fn propagate(indexed: &Indexed) -> Vec<Dues> {
    let own = |i: usize| {
        let due = indexed.due[i].filter(|_| indexed.minutes[i] > 0);
        let day = |kind| due.filter(|due| due.kind == kind).map_or(NEVER, |due| due.day);
        Dues { hard: day(DueKind::Hard), soft: day(DueKind::Soft), pin: NEVER }
    };
    let mut dues: Vec<Dues> = (0..indexed.len()).map(own).collect();
    for &i in indexed.order.iter().rev() {
        let mut it = dues[i as usize];
        for &j in &indexed.after[i as usize] {
            let next = dues[j as usize];
            let pinned = indexed.first_pin[j as usize].map_or(NEVER, i64::from);
            it.hard = it.hard.min(next.hard);
            it.soft = it.soft.min(next.soft);
            it.pin = it.pin.min(next.pin).min(pinned);
        }
        dues[i as usize] = it;
    }
    dues
}
