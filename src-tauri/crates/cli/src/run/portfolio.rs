//! The portfolio: projects, their audit, what they prove.

use super::badges::named;
use super::{Terminal, find, read_text};
use crate::args::{Audit, Projects, Proof};
use crate::fill;
use groundwork_app::AppError;
use serde_json::{Value, json};

impl Terminal {
    pub(super) fn projects(&self, command: Projects) -> Result<String, AppError> {
        let list = || self.call("projects.list", json!({}));
        let view = match command {
            Projects::List => return self.show(list()?["projects"].take(), |rows| self.projects_text(rows)),
            Projects::Show { id } => {
                return self
                    .show(self.call("projects.show", json!({ "id": id }))?, |page| self.project_text(page));
            }
            Projects::Matrix => {
                return self
                    .show(self.call("projects.matrix", json!({}))?, |matrix| self.matrix_text(matrix));
            }
            Projects::Saves { id } => {
                let saves = self.call("projects.versions", json!({ "id": id }))?;
                return self.show(saves, |saves| self.saves_text(saves));
            }
            Projects::Audit { id, folder } => {
                let params = json!({ "id": id, "path": folder.as_deref().map(named) });
                return self.show(self.call("projects.audit", params)?, |audit| self.findings_text(audit));
            }
            Projects::Findings { id } => {
                let audit = self.call("projects.audit_show", json!({ "id": id }))?;
                return self.show(audit, |audit| self.findings_text(audit));
            }
            Projects::Remove { id } => {
                return self.show(self.call("projects.remove", json!({ "id": id }))?, |_| self.word("done"));
            }
            Projects::Add(project) => self.call("projects.save", fill::project(json!({}), &project)?)?,
            Projects::Begin { practice, name } => {
                self.call("projects.begin", json!({ "practice": practice, "name": name }))?
            }
            Projects::FromFolder { folder, practice } => {
                self.call("projects.begin_folder", json!({ "path": named(&folder), "practice": practice }))?
            }
            Projects::Set { id, project } => {
                let now = find(list()?["projects"].take(), &id)?;
                self.call("projects.save", fill::project(now, &project)?)?
            }
            Projects::Write { id, file } => {
                let now = find(list()?["projects"].take(), &id)?;
                let text = json!({ "summary": now["summary"], "results": now["results"], "story": read_text(&file)? });
                self.call("projects.save_text", json!({ "id": id, "text": text }))?
            }
            Projects::Check { id, line, mark, note } => {
                let mark = mark.map(crate::args::Mark::word);
                self.call("projects.check", json!({ "id": id, "line": line, "mark": mark, "note": note }))?
            }
            Projects::Plan { id, lines, out } => {
                self.call("projects.plan_lines", json!({ "id": id, "lines": lines, "planned": !out }))?
            }
            Projects::Accept(proof) => self.call("projects.accept", self.offered(&proof)?)?,
            Projects::Withdraw(proof) => self.call("projects.withdraw", self.held(&proof)?)?,
            Projects::Restore { save } => self.call("projects.restore", json!({ "id": save }))?,
        };
        self.show(view, |row| self.projects_text(&json!([row])))
    }

    /// What is to be accepted: what is named, or all that the newest audit offers.
    fn offered(&self, proof: &Proof) -> Result<Value, AppError> {
        if !proof.all {
            return Ok(json!({ "id": proof.id, "skills": proof.skills, "lines": proof.lines }));
        }
        let audit = self.call("projects.audit_show", json!({ "id": proof.id }))?;
        let skills = each(&audit["offers"], |offer| offer["offer"]["skill"].clone());
        let lines = each(&audit["lines"], |line| line["line"].clone());
        Ok(json!({ "id": proof.id, "skills": skills, "lines": lines }))
    }

    /// What is to be withdrawn: what is named, or all that rests on an audit.
    fn held(&self, proof: &Proof) -> Result<Value, AppError> {
        if !proof.all {
            return Ok(json!({ "id": proof.id, "skills": proof.skills, "lines": proof.lines }));
        }
        let record = find(self.call("projects.list", json!({}))?["projects"].take(), &proof.id)?;
        let skills = each(&record["proofs"], |proof| proof["skill"].clone());
        let lines = record["checklist"].as_object().into_iter().flatten();
        let lines: Vec<&String> =
            lines.filter(|(_, state)| !state["rests_on"].is_null()).map(|(id, _)| id).collect();
        Ok(json!({ "id": proof.id, "skills": skills, "lines": lines }))
    }

    /// Audits a folder without keeping anything of it.
    pub(super) fn audit(&self, audit: &Audit) -> Result<String, AppError> {
        let params = json!({ "path": named(&audit.folder), "addresses": audit.mine });
        self.show(self.call("audit.folder", params)?, |report| self.report_text(report))
    }
}

fn each(rows: &Value, of: impl Fn(&Value) -> Value) -> Vec<Value> {
    rows.as_array().into_iter().flatten().map(of).collect()
}
