//! Attachments: which file belongs to which record. The bytes are stored by `Store::store_file`.

use super::query::{all, one, parsed, parsed_opt, run};
use super::{Reader, Writer};
use crate::StoreError;
use groundwork_domain::RecordId;
use groundwork_domain::person::{AttachmentRecord, Owner};
use rusqlite::{Row, params};

impl Reader<'_> {
    /// The attachments of one record, in the order that the person gave them, then as they were added.
    pub fn attachments(&self, owner: Owner, id: &RecordId) -> Result<Vec<AttachmentRecord>, StoreError> {
        let sql = match owner {
            Owner::Evidence => "SELECT * FROM attachment WHERE evidence = ?1 ORDER BY position, id",
            Owner::Certification => "SELECT * FROM attachment WHERE certification = ?1 ORDER BY position, id",
            Owner::Project => "SELECT * FROM attachment WHERE project = ?1 ORDER BY position, id",
        };
        all(self.conn, sql, [id.as_str()], record)
    }

    /// All attachments, in the order that the person gave them, then as they were added.
    pub fn all_attachments(&self) -> Result<Vec<AttachmentRecord>, StoreError> {
        all(self.conn, "SELECT * FROM attachment ORDER BY position, id", [], record)
    }

    /// One attachment.
    pub fn attachment(&self, id: &RecordId) -> Result<Option<AttachmentRecord>, StoreError> {
        one(self.conn, "SELECT * FROM attachment WHERE id = ?1", [id.as_str()], record)
    }
}

impl Writer<'_> {
    /// Adds or replaces an attachment. Refuses one whose owner does not exist. Store the file first.
    pub fn put_attachment(&self, attachment: &AttachmentRecord) -> Result<(), StoreError> {
        let owned_by = |owner| (attachment.owner == owner).then(|| attachment.owner_id.as_str());
        let bytes = i64::try_from(attachment.bytes).map_err(|_| StoreError::refused("attachment_bytes"))?;
        run(
            self.conn,
            include_str!("attachment_put.sql"),
            params![
                attachment.id.as_str(),
                owned_by(Owner::Evidence),
                owned_by(Owner::Certification),
                owned_by(Owner::Project),
                attachment.name,
                attachment.media_type,
                bytes,
                attachment.sha256,
                attachment.alt,
                attachment.badge,
                attachment.position,
                self.marks(),
            ],
        )?;
        Ok(())
    }

    /// Deletes an attachment; whether there was one. The file stays, for undo.
    pub fn delete_attachment(&self, id: &RecordId) -> Result<bool, StoreError> {
        Ok(run(self.conn, "DELETE FROM attachment WHERE id = ?1", [id.as_str()])? > 0)
    }
}

fn record(row: &Row<'_>) -> Result<AttachmentRecord, StoreError> {
    let evidence: Option<RecordId> = parsed_opt(row, "evidence")?;
    let certification: Option<RecordId> = parsed_opt(row, "certification")?;
    let (owner, owner_id) = match (evidence, certification) {
        (Some(id), _) => (Owner::Evidence, id),
        (None, Some(id)) => (Owner::Certification, id),
        (None, None) => (Owner::Project, parsed(row, "project")?),
    };
    let bytes: i64 = row.get("bytes")?;
    Ok(AttachmentRecord {
        id: parsed(row, "id")?,
        owner,
        owner_id,
        name: row.get("name")?,
        media_type: row.get("media_type")?,
        bytes: u64::try_from(bytes).map_err(|_| StoreError::damaged("attachment.bytes"))?,
        sha256: row.get("sha256")?,
        alt: row.get("alt")?,
        badge: row.get("badge")?,
        position: row.get("position")?,
    })
}
