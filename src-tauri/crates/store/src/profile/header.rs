//! The first hundred bytes of a database, read without SQLite: a file that is not ours is refused before anything that
//! could touch it or put a file beside it.

use super::{APPLICATION_ID, DATABASE, KNOWN};
use crate::StoreError;
use std::fs::File;
use std::io::Read;
use std::path::Path;

const MAGIC: &[u8; 16] = b"SQLite format 3\0";

/// Refuses a foreign file, a newer schema, and a file shorter than its header says.
/// Offsets are those of <https://sqlite.org/fileformat2.html#the_database_header>.
pub(crate) fn look(database: &Path) -> Result<(), StoreError> {
    let file = File::open(database)?;
    let length = file.metadata()?.len();
    let mut head = Vec::with_capacity(100);
    file.take(100).read_to_end(&mut head)?;
    if !head.starts_with(MAGIC) {
        let zeroed = !head.is_empty() && head.iter().all(|byte| *byte == 0);
        return Err(if zeroed { StoreError::damaged("zeroed header") } else { StoreError::ForeignFile });
    }
    if head.len() < 100 {
        return Err(StoreError::damaged("truncated header"));
    }
    if number(&head, 68) != u32::from_be_bytes(APPLICATION_ID.to_be_bytes()) {
        return Err(StoreError::ForeignFile);
    }
    let schema = i64::from(number(&head, 60));
    if schema > KNOWN {
        return Err(StoreError::NewerSchema { found: schema, known: KNOWN });
    }
    // While a journal lies beside it the file may rightly be of another length.
    let journal = database.with_file_name(format!("{DATABASE}-journal"));
    if !journal.exists() && number(&head, 24) == number(&head, 92) {
        let size = match u16::from_be_bytes([head[16], head[17]]) {
            1 => 65536,
            size => u64::from(size),
        };
        if length < size * u64::from(number(&head, 28)) {
            return Err(StoreError::damaged("truncated file"));
        }
    }
    Ok(())
}

fn number(head: &[u8], at: usize) -> u32 {
    u32::from_be_bytes([head[at], head[at + 1], head[at + 2], head[at + 3]])
}
