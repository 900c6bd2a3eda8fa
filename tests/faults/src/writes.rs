//! Some forty kinds of write, drawn by chance, as window and terminal ask for them.

use crate::chance::Chance;
use crate::look::DATABASE;
use rusqlite::Connection;
use serde_json::{Value, json};
use std::path::Path;

/// What there is to write about.
#[derive(Debug, Default, Clone)]
pub struct Known {
    projects: Vec<String>,
    evidence: Vec<String>,
    certifications: Vec<String>,
    items: Vec<String>,
    logged: Vec<String>,
    attached: Vec<String>,
    scenarios: Vec<String>,
    absences: Vec<String>,
    backups: Vec<String>,
    changes: Vec<i64>,
}

const SKILLS: [&str; 10] =
    ["sql", "git", "linux", "docker", "http-apis", "python", "django", "postgresql", "testing", "redis"];
const EXAMS: [&str; 6] = ["gh-900", "py-pcep", "cncf-cks", "ms-ai200", "isc2-cc", "ms-az204"];

/// Kinds of write that change a record, in one step of the history.
pub const RECORDS: [&str; 33] = [
    "skills.set",
    "skills.note",
    "skills.hide",
    "skills.require",
    "skills.add_own",
    "target.set",
    "evidence.save",
    "evidence.remove",
    "plan.settings",
    "plan.absence_save",
    "plan.absence_remove",
    "plan.item_change",
    "plan.own_item",
    "plan.move",
    "plan.defer",
    "plan.pin",
    "plan.drop",
    "plan.done",
    "certifications.save",
    "certifications.book",
    "certifications.remove",
    "certifications.correct",
    "badges.add_address",
    "projects.save",
    "projects.save_text",
    "projects.remove",
    "attachments.add_bytes",
    "attachments.remove",
    "log.save",
    "log.remove",
    "scenario.save",
    "scenario.remove",
    "review.close",
];

/// Kinds of write that are none, or more than one step.
pub const OTHERS: [&str; 12] = [
    "timer.start",
    "timer.stop",
    "timer.discard",
    "projects.draft",
    "reminders.due",
    "forecast.keep",
    "history.undo",
    "history.redo",
    "history.go",
    "backup.now",
    "backup.restore",
    "preferences.set",
];

impl Known {
    /// What there is in a profile; read from its tables, since to show it all takes longer than to write.
    pub fn of(dir: &Path) -> Result<Self, String> {
        let conn = Connection::open(dir.join(DATABASE)).map_err(|error| error.to_string())?;
        let texts = |sql: &str| -> Result<Vec<String>, String> {
            let mut rows = conn.prepare(sql).map_err(|error| error.to_string())?;
            let found = rows.query_map([], |row| row.get(0)).map_err(|error| error.to_string())?;
            found.collect::<Result<_, _>>().map_err(|error| error.to_string())
        };
        let ids = |table: &str| texts(&format!("SELECT id FROM {table} ORDER BY id DESC LIMIT 12"));
        let mut items = texts("SELECT id FROM plan_item UNION SELECT item FROM kept_session")?;
        items.extend(SKILLS.iter().map(|skill| format!("skill:{skill}:2")));
        let changes = texts("SELECT CAST(seq AS TEXT) FROM history ORDER BY seq DESC LIMIT 40")?;
        Ok(Self {
            projects: ids("project")?,
            evidence: ids("evidence")?,
            certifications: ids("certification")?,
            items,
            logged: ids("log_entry")?,
            attached: ids("attachment")?,
            scenarios: ids("scenario")?,
            absences: ids("absence")?,
            backups: Vec::new(),
            changes: changes.iter().filter_map(|seq| seq.parse().ok()).collect(),
        })
    }

    /// Hears what a call answered, so that later ones are about it.
    pub fn hear(&mut self, name: &str, value: &Value) {
        let id = |value: &Value| value["id"].as_str().or(value["record"]["id"].as_str()).map(str::to_owned);
        match name {
            "projects.save" => self.projects.extend(id(value)),
            "evidence.save" => self.evidence.extend(id(value)),
            "certifications.save" => self.certifications.extend(id(value)),
            "attachments.add_bytes" => self.attached.extend(id(value)),
            "scenario.save" => self.scenarios.extend(id(value)),
            "backup.now" => self.backups.extend(id(value)),
            "log.save" => self.logged.extend(value.as_array().into_iter().flatten().filter_map(id)),
            _ => {}
        }
        for list in [&mut self.projects, &mut self.evidence, &mut self.certifications, &mut self.attached] {
            let over = list.len().saturating_sub(12);
            list.drain(..over);
        }
    }

    /// Parameters for a kind of write. Some are refused: what they are about may be gone.
    pub fn params(&self, name: &str, chance: &mut Chance) -> Value {
        let text = word(chance);
        let id = |all: &[String], chance: &mut Chance| match all.is_empty() {
            true => "0190f3a0-0000-7000-8000-000000000000".to_owned(),
            false => chance.of(all).clone(),
        };
        let skill = *chance.of(&SKILLS);
        let project = id(&self.projects, chance);
        let exam = id(&self.certifications, chance);
        let item = id(&self.items, chance);
        let level = chance.below(6);
        let date = day(chance);
        match name {
            "skills.set" => json!({ "skill": skill, "level": level }),
            "skills.note" => json!({ "skill": skill, "note": text.repeat(1 + chance.below(200)) }),
            "skills.hide" => json!({ "skill": skill, "hidden": level > 3 }),
            "skills.require" => json!({ "skill": skill, "level": level.max(1) }),
            "skills.add_own" => json!({ "name": text, "group": "lang" }),
            "target.set" => {
                json!({ "rung": chance.of(&["junior", "mid", "senior"]), "stack": "python-django" })
            }
            "evidence.save" => {
                json!({ "skill": skill, "what": { "kind": "course" }, "title": text, "on": "2026-11-02" })
            }
            "evidence.remove" => json!({ "id": id(&self.evidence, chance) }),
            "plan.settings" => json!({ "weekly_minutes": [60 + level, 0, 90, 0, 60, 120, 0] }),
            "plan.absence_save" => json!({ "from": date, "to": date, "reason": text }),
            "plan.absence_remove" => json!({ "id": id(&self.absences, chance) }),
            "plan.item_change" => json!({ "key": item, "minutes": 60 + level * 30, "note": text }),
            "plan.own_item" => json!({ "title": text, "minutes": 60 + level * 10 }),
            "plan.move" => json!({ "key": item, "not_before": date }),
            "plan.defer" => json!({ "key": item, "weeks": 1 + level }),
            "plan.pin" => json!({ "key": item, "date": date, "minutes": 30 }),
            "plan.drop" => json!({ "key": item, "dropped": level > 2 }),
            "plan.done" => json!({ "key": item, "done_on": chance.of(&[None, Some("2026-11-19")]) }),
            "certifications.save" => json!({ "certification": chance.of(&EXAMS), "note": text }),
            "certifications.book" => json!({ "id": exam, "exam_on": date, "place": text }),
            "certifications.remove" => json!({ "id": exam }),
            "certifications.correct" => {
                json!({ "certification": chance.of(&EXAMS), "fact": "minutes", "value": (60 + level).to_string() })
            }
            "badges.add_address" => json!({ "address": format!("a{}@example.org", chance.below(9999)) }),
            "projects.save" => {
                json!({ "name": text, "summary": text, "skills": [{ "skill": skill, "level": 2 }] })
            }
            "projects.save_text" | "projects.draft" => {
                json!({ "id": project, "text": { "summary": text, "story": text.repeat(50), "results": "" } })
            }
            "projects.remove" => json!({ "id": project }),
            "attachments.add_bytes" => {
                let bytes = "QUJD".repeat(1 + chance.below(8_000));
                let base64 = format!("{bytes}{:04}", chance.below(10_000));
                json!({ "owner": "project", "owner_id": project, "name": "notes.txt", "base64": base64 })
            }
            "attachments.remove" => json!({ "id": id(&self.attached, chance) }),
            "log.save" => json!({ "skill": skill, "on": "2026-11-18", "minutes": 15 + level, "note": text }),
            "log.remove" => json!({ "id": id(&self.logged, chance) }),
            "scenario.save" => json!({ "name": text, "minutes_a_week": 300 + level }),
            "scenario.remove" => json!({ "id": id(&self.scenarios, chance) }),
            "review.close" => json!({ "week": "2026-11-09", "choice": { "kind": "keep" }, "note": text }),
            "timer.start" => json!({ "skill": skill, "switch": true }),
            "timer.stop" => json!({ "minutes": 5 + level, "note": text }),
            "history.go" => json!({ "seq": self.changes.get(chance.below(12)).copied().unwrap_or(0) }),
            "backup.restore" => json!({ "id": id(&self.backups, chance) }),
            "preferences.set" => json!({ "key": "theme", "value": chance.of(&["dark", "light"]) }),
            _ => json!({}),
        }
    }
}

fn word(chance: &mut Chance) -> String {
    let words = ["Queues", "Żółć", "données", "👩🏽‍💻", "index", "night", "名前", "a \"quoted\" word"];
    format!("{} {}", chance.of(&words), chance.below(100_000))
}

fn day(chance: &mut Chance) -> String {
    format!("2027-{:02}-{:02}", 1 + chance.below(12), 1 + chance.below(28))
}
