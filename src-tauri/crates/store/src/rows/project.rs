//! Projects of the portfolio.

use super::project_parts::Parts;
use super::query::{all, one, parsed, parsed_opt, run, word, word_of};
use super::{Reader, Writer};
use crate::StoreError;
use groundwork_domain::RecordId;
use groundwork_domain::person::ProjectRecord;
use rusqlite::{Row, params};

impl Reader<'_> {
    /// All projects, in the order in which they were added.
    pub fn projects(&self) -> Result<Vec<ProjectRecord>, StoreError> {
        let mut parts = Parts::read(self.conn, None)?;
        all(self.conn, "SELECT * FROM project ORDER BY id", [], |row| record(row, &mut parts))
    }

    /// One project.
    pub fn project(&self, id: &RecordId) -> Result<Option<ProjectRecord>, StoreError> {
        let mut parts = Parts::read(self.conn, Some(id))?;
        one(self.conn, "SELECT * FROM project WHERE id = ?1", [id.as_str()], |row| record(row, &mut parts))
    }
}

impl Writer<'_> {
    /// Adds or replaces a project with its links, skills, decisions and checklist.
    pub fn put_project(&self, project: &ProjectRecord) -> Result<(), StoreError> {
        run(
            self.conn,
            include_str!("project_put.sql"),
            params![
                project.id.as_str(),
                project.name,
                project.summary,
                project.story,
                project.role,
                project.team,
                project.starts.map(String::from),
                project.ends.map(String::from),
                word_of(&project.status)?,
                project.practice.as_ref().map(|practice| practice.as_str()),
                project.results,
                project.folder,
                self.marks(),
            ],
        )?;
        Parts::replace(self.conn, project)
    }

    /// Deletes a project with all that belongs to it, attachments included; whether there was one.
    pub fn delete_project(&self, id: &RecordId) -> Result<bool, StoreError> {
        Ok(run(self.conn, "DELETE FROM project WHERE id = ?1", [id.as_str()])? > 0)
    }
}

fn record(row: &Row<'_>, parts: &mut Parts) -> Result<ProjectRecord, StoreError> {
    let id = parsed(row, "id")?;
    Ok(ProjectRecord {
        links: parts.links.remove(&id).unwrap_or_default(),
        skills: parts.skills.remove(&id).unwrap_or_default(),
        decisions: parts.decisions.remove(&id).unwrap_or_default(),
        checklist: parts.checklists.remove(&id).unwrap_or_default(),
        proofs: parts.proofs.remove(&id).unwrap_or_default(),
        id,
        name: row.get("name")?,
        summary: row.get("summary")?,
        story: row.get("story")?,
        role: row.get("role")?,
        team: row.get("team")?,
        starts: parsed_opt(row, "starts")?,
        ends: parsed_opt(row, "ends")?,
        status: word(row, "status")?,
        practice: parsed_opt(row, "practice")?,
        results: row.get("results")?,
        folder: row.get("folder")?,
    })
}
