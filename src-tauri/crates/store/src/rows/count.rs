//! How many records there are.

use crate::rows::query::one;
use crate::{RECORD_TABLES, Reader, StoreError};

impl Reader<'_> {
    /// How many records there are of each kind, by the names of [`RECORD_TABLES`], in their order.
    pub fn counts(&self) -> Result<Vec<(&'static str, i64)>, StoreError> {
        let count = |table: &'static str| {
            let sql = format!("SELECT count(*) FROM {table}");
            let found = one(self.conn, &sql, [], |row| Ok(row.get::<_, i64>(0)?))?;
            Ok((table, found.unwrap_or(0)))
        };
        RECORD_TABLES.into_iter().map(count).collect()
    }

    /// The pages of the database: how large one is in bytes, how many there are, how many of them are free.
    pub fn pages(&self) -> Result<[i64; 3], StoreError> {
        let ask = |name| self.conn.pragma_query_value(None, name, |row| row.get(0));
        Ok([ask("page_size")?, ask("page_count")?, ask("freelist_count")?])
    }
}
