//! The records of the archive: rows as JSON and back, for whatever tables a schema has.
//!
//! A kind of the archive is a record's table. What a kind looks like is asked of the database (columns, keys, and which
//! tables hang on which), never written down a second time: a new table needs no code here. An archive of an older schema
//! is loaded into an empty database of that schema, which is then migrated as a profile would be; so what could be read
//! once can be read for good. The history is no part of the archive, as it is no record of the person's.

mod compare;
mod dump;
mod error;
mod json;
mod mapped;
mod merge;
mod record;
mod schema;
mod shape;
mod staging;
mod words;

pub use compare::{Compared, Comparison, Differing, FieldDiffers};
pub use dump::{Dumped, dump_any};
pub use error::RowsError;
pub use merge::Merged;
pub use schema::json_schema;
pub use staging::{Named, Staged, Staging};

/// The newest schema that this version knows.
pub const SCHEMA: i64 = crate::profile::KNOWN;
