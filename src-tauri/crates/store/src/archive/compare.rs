//! An archive, held against the live data.

use super::record::{Record, by_key};
use super::shape::Shape;
use super::staging::Staged;
use super::words::{short, short_rows, title};
use crate::StoreError;
use crate::rows::Reader;
use crate::tables::KEPT_TABLES;

/// What an archive has and the data has, kind by kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comparison {
    /// Every kind of which either has records, by the alphabet.
    pub kinds: Vec<Compared>,
    /// The records of the person's that are in both and not the same.
    pub different: Vec<Differing>,
}

/// The records of a kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Compared {
    /// The kind.
    pub kind: String,
    /// In the archive only.
    pub new: u32,
    /// The same in both.
    pub same: u32,
    /// In both, and not the same.
    pub different: u32,
    /// In the data only.
    pub only_here: u32,
}

/// A record that is in both, and not the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Differing {
    /// Its kind.
    pub kind: String,
    /// Its id.
    pub id: String,
    /// What it is called in the data; empty where it has no name.
    pub here: String,
    /// What it is called in the archive; empty where it has no name.
    pub there: String,
    /// What differs.
    pub fields: Vec<FieldDiffers>,
}

/// A field, or a list of a record, that differs; both values as short texts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldDiffers {
    /// Its name, as in the archive.
    pub field: String,
    /// Its value in the data.
    pub here: String,
    /// Its value in the archive.
    pub there: String,
}

impl Staged {
    /// Holds every record against those of the data.
    pub fn compare(&self, live: &Reader<'_>) -> Result<Comparison, StoreError> {
        let mut comparison = Comparison { kinds: Vec::new(), different: Vec::new() };
        for (kind, shape) in &self.shapes {
            let mut here = by_key(live.conn, shape)?;
            let mut counts = Compared { kind: kind.clone(), new: 0, same: 0, different: 0, only_here: 0 };
            for (id, there) in by_key(&self.conn, shape)? {
                match here.remove(&id) {
                    None => counts.new += 1,
                    Some(here) if here == there => counts.same += 1,
                    Some(here) => {
                        counts.different += 1;
                        // What the program keeps is only added to, so there is nothing to choose.
                        if !KEPT_TABLES.contains(&kind.as_str()) {
                            comparison.different.push(differing(shape, id, &here, &there));
                        }
                    }
                }
            }
            counts.only_here = u32::try_from(here.len()).unwrap_or(u32::MAX);
            if counts.new + counts.same + counts.different + counts.only_here > 0 {
                comparison.kinds.push(counts);
            }
        }
        Ok(comparison)
    }
}

fn differing(shape: &Shape, id: String, here: &Record, there: &Record) -> Differing {
    let mut fields = Vec::new();
    for (at, column) in shape.columns.iter().enumerate() {
        if here.row[at] != there.row[at] {
            let (here, there) = (short(&here.row[at]), short(&there.row[at]));
            fields.push(FieldDiffers { field: column.name.clone(), here, there });
        }
    }
    for (at, list) in shape.lists.iter().enumerate() {
        let (here, there) = (&here.lists[at], &there.lists[at]);
        if here != there {
            let (here, there) = (short_rows(here, there), short_rows(there, here));
            fields.push(FieldDiffers { field: list.table.clone(), here, there });
        }
    }
    let (here, there) = (title(shape, here), title(shape, there));
    Differing { kind: shape.table.clone(), id, here, there, fields }
}
