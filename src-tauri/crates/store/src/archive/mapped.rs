//! Reading everything as the program does: what only the mappers refuse is refused here too.

use super::RowsError;
use crate::StoreError;
use crate::rows::query::all;
use crate::rows::{READERS, Reader};
use groundwork_domain::RecordId;

/// Reads every record, and every save, draft and audit of each project, not only the newest.
pub(super) fn reads(reader: &Reader<'_>) -> Result<(), RowsError> {
    fn of<T>(kind: &str, read: Result<T, StoreError>) -> Result<(), RowsError> {
        read.map(drop).map_err(|error| RowsError::of(kind, error))
    }
    for (kind, read) in READERS {
        of(kind, read(reader))?;
    }
    for project in projects(reader)? {
        let id = RecordId::new(&project);
        let id = id.map_err(|_| RowsError::of("kept_version", StoreError::damaged("value of project")))?;
        of("kept_version", reader.project_versions(&id))?;
        of("kept_draft", reader.project_draft(&id))?;
        of("kept_audit", reader.project_audits(&id, usize::MAX))?;
    }
    Ok(())
}

/// The projects of which anything is kept, whether they are there or not.
fn projects(reader: &Reader<'_>) -> Result<Vec<String>, RowsError> {
    let sql = "SELECT project FROM kept_version UNION SELECT project FROM kept_draft \
               UNION SELECT project FROM kept_audit";
    Ok(all(reader.conn, sql, [], |row| Ok(row.get(0)?))?)
}
