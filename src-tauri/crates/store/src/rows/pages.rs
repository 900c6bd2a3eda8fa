//! How large the database is.

use crate::{Reader, StoreError};

impl Reader<'_> {
    /// The pages of the database: how large one is in bytes, how many there are, how many of them are free.
    pub fn pages(&self) -> Result<[i64; 3], StoreError> {
        let ask = |name| self.conn.pragma_query_value(None, name, |row| row.get(0));
        Ok([ask("page_size")?, ask("page_count")?, ask("freelist_count")?])
    }
}
