//! From rows to the JSON of the archive.

use super::json::Out;
use super::record::each;
use super::shape::Shape;
use crate::StoreError;
use crate::rows::Reader;
use crate::rows::query::all;
use rusqlite::Connection;
use std::collections::BTreeMap;

/// Bytes from which on a kind goes on in a further part: half of what a file of the archive may hold.
const FULL: usize = 32 * 1024 * 1024;

/// What was handed out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dumped {
    /// How many records there are of each kind, kinds without any too.
    pub counts: BTreeMap<String, u32>,
    /// SHA-256 of the attached files that the records name, each once, in order.
    pub files: Vec<String>,
}

impl Reader<'_> {
    /// Hands out every record as JSON: for each kind, by the alphabet, one list of records by their keys, in as many parts as
    /// it takes. `part` gets the kind, the number of the part from 1, and its text. All of it is of one moment, that of the
    /// reader.
    pub fn archive<E: From<StoreError>>(
        &self,
        part: impl FnMut(&str, u32, &[u8]) -> Result<(), E>,
    ) -> Result<Dumped, E> {
        dump_any(self.conn, part)
    }
}

/// The same of any database of ours, of whatever schema it is.
pub fn dump_any<E: From<StoreError>>(
    conn: &Connection,
    mut part: impl FnMut(&str, u32, &[u8]) -> Result<(), E>,
) -> Result<Dumped, E> {
    let mut counts = BTreeMap::new();
    for (kind, shape) in &Shape::all(conn)? {
        let (mut number, mut count) = (1, 0);
        let mut text = b"[".to_vec();
        each(conn, shape, |record| {
            if text.len() > FULL {
                text.extend_from_slice(b"\n]\n");
                part(kind, number, &text)?;
                number += 1;
                text.truncate(1);
            }
            text.extend_from_slice(if text.len() == 1 { b"\n" } else { b",\n" });
            serde_json::to_writer(&mut text, &Out(shape, &record))
                .map_err(|_| StoreError::damaged(format!("value of {kind}")))?;
            count += 1;
            Ok::<_, E>(())
        })?;
        text.extend_from_slice(if text.len() == 1 { b"]\n" } else { b"\n]\n" });
        part(kind, number, &text)?;
        counts.insert(kind.clone(), count);
    }
    let sql = "SELECT DISTINCT sha256 FROM attachment ORDER BY sha256";
    let files = all(conn, sql, [], |row| Ok(row.get(0)?))?;
    Ok(Dumped { counts, files })
}
