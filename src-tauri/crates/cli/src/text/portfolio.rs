//! The portfolio as text: case studies, findings with file and line, what is proven by what.

use crate::print::text;
use crate::run::Terminal;
use serde_json::{Value, json};

/// Most examples of what was left out on a line.
const EXAMPLES: usize = 3;

impl Terminal {
    pub fn projects_text(&self, rows: &Value) -> String {
        self.rows(&["id", "name", "state", "checklist"], rows, |row| {
            let record = &row["record"];
            let status = record["status"].as_str().unwrap_or_default();
            let total = row["checklist"].as_array().map_or(0, Vec::len);
            let checked = if total == 0 { String::new() } else { format!("{}/{total}", row["checked"]) };
            vec![text(&record["id"]), text(&record["name"]), self.word(&format!("status_{status}")), checked]
        })
    }

    /// A project as a case study: its facts, its texts as they were written, what it shows.
    pub fn project_text(&self, page: &Value) -> String {
        let (project, record) = (&page["project"], &page["project"]["record"]);
        let status = record["status"].as_str().unwrap_or_default();
        let mut parts =
            vec![format!("{} · {}", text(&record["name"]), self.word(&format!("status_{status}")))];
        parts.extend(["summary", "story", "results"].map(|field| text(&record[field])));
        for decision in record["decisions"].as_array().into_iter().flatten() {
            let fields = ["title", "context", "options", "choice", "consequences"];
            parts.push(fields.map(|field| text(&decision[field])).join("\n"));
        }
        parts.push(self.rows(&["name", "level", "rests_on"], &project["skills"], |skill| {
            let found = skill["proof"]["rests_on"].as_array().and_then(|found| found.first());
            let rests_on = found.map_or_else(|| text(&skill["level"]["why"]), |found| at(&found["place"]));
            vec![text(&skill["name"]), text(&skill["carries"]), rests_on]
        }));
        parts.push(self.rows(&["id", "name", "state"], &project["checklist"], |line| {
            let mark = line["state"]["mark"].as_str().unwrap_or_default();
            vec![text(&line["item"]["id"]), text(&line["item"]["name"]), self.word(&format!("mark_{mark}"))]
        }));
        parts.retain(|part| !part.trim().is_empty());
        parts.join("\n\n")
    }

    pub fn saves_text(&self, saves: &Value) -> String {
        self.rows(&["id", "at", "name", "what"], saves, |save| {
            let changed: Vec<String> = save["changed"].as_array().into_iter().flatten().map(text).collect();
            vec![text(&save["id"]), super::moment(&save["at"]), text(&save["name"]), changed.join(", ")]
        })
    }

    /// The newest audit of a project: what it found, what it offers, what changed.
    pub fn findings_text(&self, audit: &Value) -> String {
        if audit.is_null() {
            return self.word("nothing");
        }
        let offers = self.rows(&["skill", "level", "accepted", "where"], &audit["offers"], |offer| {
            let place = offer["offer"]["rests_on"].as_array().and_then(|found| found.first());
            vec![
                text(&offer["name"]),
                text(&offer["offer"]["level"]),
                text(&offer["accepted"]),
                place.map(|found| at(&found["place"])).unwrap_or_default(),
            ]
        });
        let lines = self.rows(&["checklist", "where"], &audit["lines"], |line| {
            let found = line["rests_on"].as_array().and_then(|found| found.first());
            vec![text(&line["name"]), found.map(|found| at(&found["place"])).unwrap_or_default()]
        });
        format!("{}\n\n{offers}\n\n{lines}", self.report_text(&audit["report"]))
    }

    /// A report: where it was read, languages, history, findings with file and line, what was left out and not found.
    pub fn report_text(&self, report: &Value) -> String {
        let git = &report["git"];
        let mut head = text(&report["folder"]);
        if let Some(commit) = git["head"].as_str() {
            head = format!("{head} · {} {}", text(&git["branch"]), commit.get(..10).unwrap_or(commit));
        }
        if report["partial"] == json!(true) {
            head = format!("{head}\n{}", self.word("audit_partial"));
        }
        let languages = self.rows(&["language", "files", "code", "comments"], &report["languages"], |row| {
            ["name", "files", "code", "comments"].map(|field| text(&row[field])).to_vec()
        });
        let history = &report["history"];
        let commits = if history.is_null() {
            self.word("audit_no_history")
        } else {
            let number = |field: &str| text(&history[field]);
            self.said(
                "audit_history",
                [
                    ("commits", number("commits")),
                    ("own", number("own")),
                    ("first", self.date(&history["first"])),
                    ("last", self.date(&history["last"])),
                    ("weeks", number("own_weeks")),
                ],
            )
        };
        let findings = self.rows(&["about", "name", "where", "rule"], &report["findings"], |found| {
            let about = found["kind"].as_str().unwrap_or_default();
            let place =
                found["places"].as_array().and_then(|places| places.first()).map(at).unwrap_or_default();
            let more = found["count"].as_u64().filter(|count| *count > 1);
            let place = more.map_or(place.clone(), |count| format!("{place} (+{})", count - 1));
            vec![self.word(&format!("about_{about}")), text(&found["name"]), place, text(&found["rule"])]
        });
        let left_out = self.rows(&["left_out", "files", "examples"], &report["left_out"], |row| {
            let reason = row["reason"].as_str().unwrap_or_default();
            let examples: Vec<String> =
                row["examples"].as_array().into_iter().flatten().take(EXAMPLES).map(text).collect();
            vec![self.word(&format!("left_out_{reason}")), text(&row["count"]), examples.join(", ")]
        });
        let kinds = report["not_found"].as_array().into_iter().flatten();
        let kinds: Vec<String> = kinds.map(|kind| self.word(&format!("about_{}", text(kind)))).collect();
        let not_found = self.says(&self.word("not_found"), &kinds.join(", "));
        format!("{head}\n{commits}\n\n{languages}\n\n{findings}\n\n{not_found}\n\n{left_out}")
    }

    /// What is proven by what: a line for each skill.
    pub fn matrix_text(&self, matrix: &Value) -> String {
        let columns: Vec<String> =
            matrix["columns"].as_array().into_iter().flatten().map(|it| text(&it["name"])).collect();
        self.rows(&["skill", "required", "proven", "by"], &matrix["rows"], |row| {
            let by: Vec<String> = row["cells"]
                .as_array()
                .into_iter()
                .flatten()
                .map(|cell| {
                    let column =
                        cell["column"].as_u64().and_then(|at| columns.get(usize::try_from(at).ok()?));
                    let name = column.filter(|name| !name.is_empty()).cloned();
                    format!("{} {}", name.unwrap_or_else(|| self.word("kind_log")), cell["level"])
                })
                .collect();
            vec![text(&row["name"]), text(&row["asked"]), text(&row["proven"]), by.join(", ")]
        })
    }

    /// Evidence other than projects and certifications.
    pub fn evidence_text(&self, list: &Value) -> String {
        self.rows(&["id", "evidence", "on", "title", "skill"], &list["rows"], |row| {
            let record = &row["record"];
            let kind = record["what"]["kind"].as_str().unwrap_or_default();
            let skills: Vec<String> = row["skills"]
                .as_array()
                .into_iter()
                .flatten()
                .map(|skill| format!("{} {}", text(&skill["name"]), skill["carries"]))
                .collect();
            let title = [text(&record["title"]), text(&record["by"])];
            let title: Vec<String> = title.into_iter().filter(|part| !part.is_empty()).collect();
            vec![
                text(&record["id"]),
                self.word(&format!("kind_{kind}")),
                text(&record["on"]),
                title.join(", "),
                skills.join(", "),
            ]
        })
    }
}

/// `file:line`; a file alone where the line says nothing.
fn at(place: &Value) -> String {
    match place["line"].as_u64() {
        Some(line) if line > 0 => format!("{}:{line}", text(&place["file"])),
        _ => text(&place["file"]),
    }
}
