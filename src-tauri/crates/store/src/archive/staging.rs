//! A database beside the live one, into which an archive is read: of the archive's schema first, then migrated.

use super::record::Record;
use super::shape::Shape;
use super::{RowsError, json, mapped};
use crate::StoreError;
use crate::profile::{KNOWN, assert_version, bring, for_a_while, foreign_keys_hold};
use crate::rows::Reader;
use crate::rows::query::all;
use rusqlite::Connection;
use std::collections::BTreeMap;

/// An archive that is being read.
pub struct Staging {
    conn: Connection,
    schema: i64,
    shapes: BTreeMap<String, Shape>,
}

/// An archive that was read: every record of it is one that this program could have written.
pub struct Staged {
    pub(super) conn: Connection,
    pub(super) shapes: BTreeMap<String, Shape>,
}

/// A file that records name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// SHA-256 of its bytes.
    pub sha256: String,
    /// Its size, as the record says.
    pub bytes: u64,
    /// Its media type, as the record says.
    pub media_type: String,
}

impl Staging {
    /// Begins to read an archive of a schema. The database is one that SQLite deletes by itself.
    pub fn begin(schema: i64) -> Result<Self, RowsError> {
        assert_version()?;
        if !(1..=KNOWN).contains(&schema) {
            return Err(RowsError::Schema { found: schema, known: KNOWN });
        }
        let conn = for_a_while()?;
        conn.execute_batch("BEGIN").map_err(StoreError::from)?;
        bring(&conn, 0, schema)?;
        let shapes = Shape::all(&conn)?;
        // Records may come before those that they belong to; at the end all must be there.
        conn.pragma_update(None, "defer_foreign_keys", "ON").map_err(StoreError::from)?;
        Ok(Self { conn, schema, shapes })
    }

    /// Adds records of a kind; how many. Refuses what the form of the kind or a rule of its tables refuses.
    pub fn load(&mut self, kind: &str, text: &str) -> Result<u32, RowsError> {
        let shape = self.shapes.get(kind).ok_or_else(|| RowsError::Kind { kind: kind.to_owned() })?;
        let mut count = 0;
        json::read(shape, text, &mut |record: Record| {
            record.add(&self.conn, shape).map_err(|error| RowsError::of(kind, error))?;
            count += 1;
            Ok(())
        })?;
        Ok(count)
    }

    /// Brings what was read to the newest schema and reads all of it as the program does.
    pub fn finish(self) -> Result<Staged, RowsError> {
        let Self { conn, schema, .. } = self;
        let rule = |error| RowsError::of("", error);
        conn.execute_batch("COMMIT").map_err(|error| rule(error.into()))?;
        conn.execute_batch("BEGIN").map_err(StoreError::from)?;
        bring(&conn, schema, KNOWN).map_err(rule)?;
        foreign_keys_hold(&conn).map_err(rule)?;
        conn.execute_batch("COMMIT").map_err(|error| rule(error.into()))?;
        let shapes = Shape::all(&conn)?;
        mapped::reads(&Reader::new(&conn))?;
        Ok(Staged { conn, shapes })
    }
}

impl Staged {
    /// The files that its records name, each way that they name them.
    pub fn files(&self) -> Result<Vec<Named>, StoreError> {
        let sql = "SELECT DISTINCT sha256, bytes, media_type FROM attachment ORDER BY 1, 2, 3";
        all(&self.conn, sql, [], |row| {
            let bytes = u64::try_from(row.get::<_, i64>("bytes")?).unwrap_or(u64::MAX);
            Ok(Named { sha256: row.get("sha256")?, bytes, media_type: row.get("media_type")? })
        })
    }
}
