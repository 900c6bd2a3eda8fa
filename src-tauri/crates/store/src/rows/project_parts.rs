//! What belongs to projects: links, skills, decisions, checklists.

use super::query::{
    all, json, json_opt, json_text, level, level_opt, parsed, parsed_opt, position, run, word, word_of,
};
use super::skill_level;
use crate::StoreError;
use groundwork_domain::person::{CheckState, Decision, Link, ProjectRecord, ProofRecord, SkillLevel};
use groundwork_domain::{Level, RecordId, StatementId};
use rusqlite::{Connection, params};
use std::collections::BTreeMap;

/// The parts of one or all projects, by project.
pub(super) struct Parts {
    pub links: BTreeMap<RecordId, Vec<Link>>,
    pub skills: BTreeMap<RecordId, Vec<SkillLevel>>,
    pub decisions: BTreeMap<RecordId, Vec<Decision>>,
    pub checklists: BTreeMap<RecordId, BTreeMap<StatementId, CheckState>>,
    pub proofs: BTreeMap<RecordId, Vec<ProofRecord>>,
}

impl Parts {
    /// Reads the parts of one project, or of all: one query for each kind, however many projects there are.
    pub fn read(conn: &Connection, only: Option<&RecordId>) -> Result<Self, StoreError> {
        let skills = skill_level::by_owner(conn, include_str!("project_skills.sql"), only)?;
        let mut parts = Self {
            links: BTreeMap::new(),
            skills,
            decisions: BTreeMap::new(),
            checklists: BTreeMap::new(),
            proofs: BTreeMap::new(),
        };
        let only = [only.map(RecordId::as_str)];
        all(conn, include_str!("project_links.sql"), only, |row| {
            let link = Link { label: row.get("label")?, url: row.get("url")? };
            parts.links.entry(parsed(row, "project")?).or_default().push(link);
            Ok(())
        })?;
        all(conn, include_str!("project_decisions.sql"), only, |row| {
            let decision = Decision {
                title: row.get("title")?,
                status: word(row, "status")?,
                on: parsed_opt(row, "on_day")?,
                context: row.get("context")?,
                options: row.get("options")?,
                choice: row.get("choice")?,
                consequences: row.get("consequences")?,
            };
            parts.decisions.entry(parsed(row, "project")?).or_default().push(decision);
            Ok(())
        })?;
        all(conn, include_str!("project_checks.sql"), only, |row| {
            let state = CheckState {
                mark: word(row, "mark")?,
                note: row.get("note")?,
                planned: row.get("planned")?,
                rests_on: json_opt(row, "rests_on")?,
            };
            parts.checklists.entry(parsed(row, "project")?).or_default().insert(parsed(row, "line")?, state);
            Ok(())
        })?;
        all(conn, include_str!("project_proofs.sql"), only, |row| {
            let proof = ProofRecord {
                skill: parsed(row, "skill")?,
                level: level(row, "level")?,
                rests_on: json(row, "rests_on")?,
                on: parsed(row, "on_day")?,
                head: row.get("head")?,
                said: level_opt(row, "said")?,
            };
            parts.proofs.entry(parsed(row, "project")?).or_default().push(proof);
            Ok(())
        })?;
        Ok(parts)
    }

    /// Replaces the parts of a project.
    pub fn replace(conn: &Connection, project: &ProjectRecord) -> Result<(), StoreError> {
        let id = project.id.as_str();
        skill_level::replace(
            conn,
            "DELETE FROM project_skill WHERE project = ?1",
            include_str!("project_skill_add.sql"),
            &project.id,
            &project.skills,
        )?;
        run(conn, "DELETE FROM project_link WHERE project = ?1", [id])?;
        for (index, link) in project.links.iter().enumerate() {
            let sql = "INSERT INTO project_link (project, position, label, url) VALUES (?1, ?2, ?3, ?4)";
            run(conn, sql, params![id, position(index), link.label, link.url])?;
        }
        run(conn, "DELETE FROM project_decision WHERE project = ?1", [id])?;
        for (index, one) in project.decisions.iter().enumerate() {
            let on = one.on.map(String::from);
            let texts = [&one.title, &one.context, &one.options, &one.choice, &one.consequences];
            let status = word_of(&one.status)?;
            let row =
                params![id, position(index), texts[0], status, on, texts[1], texts[2], texts[3], texts[4]];
            run(conn, include_str!("project_decision_add.sql"), row)?;
        }
        run(conn, "DELETE FROM project_check WHERE project = ?1", [id])?;
        for (line, state) in &project.checklist {
            let rests_on = state.rests_on.as_ref().map(json_text).transpose()?;
            let row = params![id, line.as_str(), word_of(&state.mark)?, state.note, state.planned, rests_on];
            run(conn, include_str!("project_check_add.sql"), row)?;
        }
        run(conn, "DELETE FROM project_proof WHERE project = ?1", [id])?;
        for proof in &project.proofs {
            let rests_on = json_text(&proof.rests_on)?;
            let row = params![
                id,
                proof.skill.as_str(),
                proof.level.get(),
                rests_on,
                String::from(proof.on),
                proof.head,
                proof.said.map(Level::get)
            ];
            run(conn, include_str!("project_proof_add.sql"), row)?;
        }
        Ok(())
    }
}
