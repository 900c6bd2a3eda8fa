//! One step back, one step forth.

use super::history::{self, HistoryEntry, Origin, Recorded};
use super::{begin_write, changeset};
use crate::{Store, StoreError};
use rusqlite::Connection;
use std::collections::BTreeSet;

/// A change that was taken back, or made again.
#[derive(Debug, Clone, PartialEq)]
pub struct Undone {
    /// Its entry, as it stands now.
    pub entry: HistoryEntry,
    /// The tables of the records that changed (see `RECORD_TABLES`).
    pub changed: BTreeSet<String>,
}

/// What must be true of a step.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Step {
    /// The change that it must be about, by its number.
    pub seq: Option<i64>,
    /// Whether it may be about a change that was made, or taken back, elsewhere.
    pub others: bool,
}

impl Step {
    /// Any step.
    pub const ANY: Self = Self { seq: None, others: true };
}

/// A way through the history that was gone.
#[derive(Debug, Clone, PartialEq)]
pub struct Way {
    /// How many changes were taken back.
    pub undone: u32,
    /// How many were made again.
    pub redone: u32,
    /// The last change that stood before, by its number; 0 for none.
    pub before: i64,
    /// The last change that stands now; 0 for none.
    pub now: i64,
    /// The tables of the records that changed (see `RECORD_TABLES`).
    pub changed: BTreeSet<String>,
}

impl Store {
    /// Takes back the newest change that is not taken back; none when there is none. A change made under an older schema
    /// stays. Fails, changing nothing: with `MovedOn` when that is not the change that `step` names, with `MadeElsewhere`
    /// when it was made elsewhere than `origin` and `step` does not allow that, with `UndoConflict` when the records are not
    /// as the change left them.
    pub fn undo(&self, origin: Origin, step: Step) -> Result<Option<Undone>, StoreError> {
        self.step(history::to_undo, Some(origin), |found| check(step, origin, found.entry.origin, found))
    }

    /// Makes again the change that was taken back last; none when there is none, or a new change was made since. Fails as
    /// `undo` does; where it was taken back counts. Who asks is not recorded: the entry stands again as it was.
    pub fn redo(&self, origin: Origin, step: Step) -> Result<Option<Undone>, StoreError> {
        self.step(history::to_redo, None, |found| {
            check(step, origin, found.undone_by.unwrap_or(found.entry.origin), found)
        })
    }

    fn step(
        &self,
        find: fn(&Connection) -> Result<Option<Recorded>, StoreError>,
        undone_by: Option<Origin>,
        allow: impl FnOnce(&Recorded) -> Result<(), StoreError>,
    ) -> Result<Option<Undone>, StoreError> {
        let _may = self.may_write()?;
        let conn = self.writer();
        let transaction = begin_write(&conn)?;
        let Some(found) = find(&conn)? else { return Ok(None) };
        allow(&found)?;
        let undone = take(&conn, found, undone_by)?;
        transaction.commit()?;
        Ok(Some(undone))
    }

    /// Takes back, or makes again, every change until the one of this number is the last that stands; 0: none stands.
    /// Wholly or not at all. Fails with `MovedOn` when there is no such change, with `UndoConflict` when the way leads over a
    /// change of an older schema, or over records that are not as a change left them.
    pub fn go_to(&self, origin: Origin, seq: i64) -> Result<Way, StoreError> {
        let _may = self.may_write()?;
        let conn = self.writer();
        let transaction = begin_write(&conn)?;
        if seq != 0 && !history::stands(&conn, seq)? {
            return Err(StoreError::MovedOn);
        }
        let last = |conn: &Connection| history::last_standing(conn);
        let before = last(&conn)?;
        let mut way = Way { undone: 0, redone: 0, before, now: before, changed: BTreeSet::new() };
        while way.now != seq {
            let back = way.now > seq;
            let found = if back { history::to_undo(&conn)? } else { history::to_redo(&conn)? };
            let Some(found) = found else { return Err(StoreError::UndoConflict) };
            let undone = take(&conn, found, back.then_some(origin))?;
            way.changed.extend(undone.changed);
            if back {
                way.undone += 1
            } else {
                way.redone += 1
            }
            way.now = last(&conn)?;
        }
        transaction.commit()?;
        Ok(way)
    }
}

fn check(step: Step, origin: Origin, by: Origin, found: &Recorded) -> Result<(), StoreError> {
    if step.seq.is_some_and(|seq| seq != found.entry.seq) {
        return Err(StoreError::MovedOn);
    }
    if by != origin && !step.others {
        return Err(StoreError::MadeElsewhere { entry: Box::new(found.entry.clone()), by });
    }
    Ok(())
}

/// Takes a change back, or makes it again, within a transaction.
fn take(conn: &Connection, mut found: Recorded, undone_by: Option<Origin>) -> Result<Undone, StoreError> {
    let (changed, _) = changeset::summary(&found.changeset)?;
    if undone_by.is_some() {
        found.changeset = changeset::inverted(&found.changeset)?;
    }
    changeset::apply(conn, &found.changeset)?;
    history::set_undone(conn, found.entry.seq, undone_by)?;
    found.entry.undone = undone_by.is_some();
    Ok(Undone { entry: found.entry, changed })
}
