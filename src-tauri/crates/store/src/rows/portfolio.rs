//! What the program keeps of projects: versions, drafts, audits. None of it is a record of its own, so an undo leaves it.

use super::query::{all, json, json_text, one, parsed, run};
use super::{Reader, Writer};
use crate::StoreError;
use groundwork_domain::RecordId;
use groundwork_domain::person::{AuditRecord, CaseStudy, ProjectDraft, ProjectVersion};
use rusqlite::{Row, params};

/// Audits of a project that are kept; older ones go.
const AUDITS: u32 = 12;

impl Reader<'_> {
    /// The saves of a project, newest first.
    pub fn project_versions(&self, project: &RecordId) -> Result<Vec<ProjectVersion>, StoreError> {
        let sql = "SELECT * FROM kept_version WHERE project = ?1 ORDER BY id DESC";
        all(self.conn, sql, [project.as_str()], version)
    }

    /// One save of a project.
    pub fn project_version(&self, id: &RecordId) -> Result<Option<ProjectVersion>, StoreError> {
        one(self.conn, "SELECT * FROM kept_version WHERE id = ?1", [id.as_str()], version)
    }

    /// The newest save of a project.
    pub fn newest_version(&self, project: &RecordId) -> Result<Option<ProjectVersion>, StoreError> {
        let sql = "SELECT * FROM kept_version WHERE project = ?1 ORDER BY id DESC LIMIT 1";
        one(self.conn, sql, [project.as_str()], version)
    }

    /// What was written about a project and not saved.
    pub fn project_draft(&self, project: &RecordId) -> Result<Option<ProjectDraft>, StoreError> {
        one(self.conn, "SELECT * FROM kept_draft WHERE project = ?1", [project.as_str()], |row| {
            let text = CaseStudy {
                summary: row.get("summary")?,
                story: row.get("story")?,
                results: row.get("results")?,
            };
            Ok(ProjectDraft { project: parsed(row, "project")?, at: row.get("at")?, text })
        })
    }

    /// The newest audits of a project, at most so many, newest first. One that this version cannot read is passed over: it
    /// can be made anew.
    pub fn project_audits(&self, project: &RecordId, most: usize) -> Result<Vec<AuditRecord>, StoreError> {
        let sql = "SELECT * FROM kept_audit WHERE project = ?1 ORDER BY id DESC";
        let mut statement = self.conn.prepare_cached(sql)?;
        let mut rows = statement.query([project.as_str()])?;
        let mut found = Vec::new();
        while found.len() < most
            && let Some(row) = rows.next()?
        {
            found.extend(audit(row)?);
        }
        Ok(found)
    }

    /// How many saves and how many audits of a project are kept.
    pub fn kept_of_project(&self, project: &RecordId) -> Result<(u32, u32), StoreError> {
        let counts = one(self.conn, include_str!("kept_of_project.sql"), [project.as_str()], |row| {
            Ok((row.get("versions")?, row.get("audits")?))
        })?;
        Ok(counts.unwrap_or_default())
    }

    /// The newest audit of each project.
    pub fn newest_audits(&self) -> Result<Vec<AuditRecord>, StoreError> {
        let sql = "SELECT * FROM kept_audit WHERE id IN (SELECT max(id) FROM kept_audit GROUP BY project)";
        Ok(all(self.conn, sql, [], audit)?.into_iter().flatten().collect())
    }
}

impl Writer<'_> {
    /// Keeps a save of a project.
    pub fn keep_version(&self, version: &ProjectVersion) -> Result<(), StoreError> {
        let sql = "INSERT INTO kept_version (id, project, at, record, example) VALUES (?1, ?2, ?3, ?4, ?5) \
                   ON CONFLICT (id) DO NOTHING";
        let record = json_text(&version.record)?;
        let row = params![version.id.as_str(), version.project.as_str(), version.at, record, self.marks()];
        run(self.conn, sql, row)?;
        Ok(())
    }

    /// Keeps what was written about a project and not saved; the former draft goes.
    pub fn keep_draft(&self, draft: &ProjectDraft) -> Result<(), StoreError> {
        let text = &draft.text;
        let row =
            params![draft.project.as_str(), draft.at, text.summary, text.story, text.results, self.marks()];
        run(self.conn, include_str!("kept_draft_put.sql"), row)?;
        Ok(())
    }

    /// Forgets the draft of a project; whether there was one.
    pub fn keep_no_draft(&self, project: &RecordId) -> Result<bool, StoreError> {
        Ok(run(self.conn, "DELETE FROM kept_draft WHERE project = ?1", [project.as_str()])? > 0)
    }

    /// Keeps an audit of a project; of each project the newest twelve stay.
    pub fn keep_audit(&self, audit: &AuditRecord) -> Result<(), StoreError> {
        let sql = "INSERT INTO kept_audit (id, project, at, report, example) VALUES (?1, ?2, ?3, ?4, ?5) \
                   ON CONFLICT (id) DO NOTHING";
        let report = json_text(&audit.report)?;
        run(
            self.conn,
            sql,
            params![audit.id.as_str(), audit.project.as_str(), audit.at, report, self.marks()],
        )?;
        run(self.conn, include_str!("kept_audit_prune.sql"), params![audit.project.as_str(), AUDITS])?;
        Ok(())
    }
}

fn version(row: &Row<'_>) -> Result<ProjectVersion, StoreError> {
    Ok(ProjectVersion {
        id: parsed(row, "id")?,
        project: parsed(row, "project")?,
        at: row.get("at")?,
        record: json(row, "record")?,
    })
}

/// An audit; none where its report is of another version of the program.
fn audit(row: &Row<'_>) -> Result<Option<AuditRecord>, StoreError> {
    let (id, project, at) = (parsed(row, "id")?, parsed(row, "project")?, row.get("at")?);
    Ok(json(row, "report").ok().map(|report| AuditRecord { id, project, at, report }))
}
