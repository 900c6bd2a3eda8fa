//! Taking an archive in: one change, which undo takes back.

use super::record::by_key;
use super::staging::Staged;
use super::{RowsError, record};
use crate::StoreError;
use crate::rows::Writer;
use crate::tables::KEPT_TABLES;
use std::collections::BTreeSet;

/// What was taken. What the program keeps of its own reckoning does not count: it is no record of the person's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Merged {
    /// Records that were added.
    pub added: u32,
    /// Records that differed and are now as in the archive.
    pub replaced: u32,
    /// Records that differ and stayed as they are.
    pub kept: u32,
}

impl Writer<'_> {
    /// Adds every record of an archive that is not there yet, and makes those of `replace` (`kind:id`) as they are in the
    /// archive; all others stay. Of what the program keeps, only what is missing is added. Refuses a key that the archive
    /// does not have, and whatever a rule of the tables refuses: then nothing is to be changed at all.
    pub fn merge(&self, archive: &Staged, replace: &BTreeSet<String>) -> Result<Merged, RowsError> {
        // A file may come before the record that it belongs to. It holds until the end of this transaction.
        self.conn.pragma_update(None, "defer_foreign_keys", "ON").map_err(StoreError::from)?;
        let mut merged = Merged::default();
        let mut left = replace.clone();
        for (kind, shape) in &archive.shapes {
            let mut here = by_key(self.conn, shape)?;
            let kept = KEPT_TABLES.contains(&kind.as_str());
            let fault = |error| RowsError::of(kind, error);
            record::each(&archive.conn, shape, |there| {
                let id = there.key(shape);
                let wanted = !kept && left.remove(&format!("{kind}:{id}"));
                match here.remove(&id) {
                    None => {
                        there.add(self.conn, shape).map_err(fault)?;
                        merged.added += u32::from(!kept);
                    }
                    Some(here) if kept || here == there => {}
                    Some(_) if wanted => {
                        there.replace(self.conn, shape).map_err(fault)?;
                        merged.replaced += 1;
                    }
                    Some(_) => merged.kept += 1,
                }
                Ok::<_, RowsError>(())
            })?;
        }
        match left.pop_first() {
            Some(key) => Err(RowsError::NotThere { key }),
            None => Ok(merged),
        }
    }
}
