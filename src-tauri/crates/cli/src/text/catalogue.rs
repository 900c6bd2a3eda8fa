//! The catalogue in words.

use crate::print::{percent, text};
use crate::run::Terminal;
use serde_json::{Value, json};

/// Whether nobody could check a fact of the catalogue.
fn unverified(known: &Value, fact: &str) -> bool {
    let marks = known["unverified"].as_array().map(Vec::as_slice).unwrap_or_default();
    marks.contains(&json!("all")) || marks.contains(&json!(fact))
}

impl Terminal {
    pub fn catalogue_text(&self, rows: &Value) -> String {
        let headings = ["id", "name", "level", "state", "price", "helps", "facts_as_of"];
        self.rows(&headings, rows, |row| {
            let known = &row["known"];
            let helps = row["would_help"].as_u64().filter(|helps| *helps > 0);
            vec![
                text(&known["id"]),
                text(&known["name"]),
                text(&known["level"]),
                self.status(known),
                self.price(known),
                helps.map(|helps| helps.to_string()).unwrap_or_default(),
                text(&known["facts_as_of"]),
            ]
        })
    }

    fn status(&self, known: &Value) -> String {
        let status = self.word(&format!("status_{}", text(&known["status"])));
        let next = text(&known["replaced_by"]);
        if next.is_empty() { status } else { format!("{status} → {next}") }
    }

    fn price(&self, known: &Value) -> String {
        let price = self.amount(&known["price"]["amount"], &known["price"]["currency"]);
        self.checked(price, unverified(known, "price"))
    }

    /// One of the catalogue, with every fact, its age and its source.
    pub fn facts_text(&self, row: &Value) -> String {
        let known = &row["known"];
        let fact = |word: &str, mark: &str, value: String| {
            self.labelled(word, &json!(self.checked(value, unverified(known, mark))))
        };
        let minutes = known["minutes"].as_u64().map(|_| format!("{} min", known["minutes"]));
        let months = known["validity_months"].as_u64().map(|months| self.count("months", months));
        let renewal = known["renewal"]["kind"].as_str().map(|kind| self.word(&format!("renewal_{kind}")));
        let waits = known["retake"]["days"].as_array().into_iter().flatten().map(text);
        let waits: Vec<String> = waits.collect();
        let hours = |value: &Value| value.as_u64().map(|hours| format!("{hours} h")).unwrap_or_default();
        let ids =
            |word: &str, list: &Value| self.listed(word, list.as_array().into_iter().flatten().map(text));
        let mut lines = vec![
            format!("{} · {} · {}", text(&known["name"]), text(&known["code"]), text(&known["provider"])),
            fact("state", "status", self.status(known)),
            fact("retired_on", "status", self.date(&known["retired_on"])),
            fact("level", "level", text(&known["level"])),
            fact("price", "price", self.amount(&known["price"]["amount"], &known["price"]["currency"])),
            fact("exam_takes", "minutes", minutes.unwrap_or_default()),
            fact("questions", "questions", text(&known["questions"])),
            fact("pass_mark", "pass_mark", text(&known["pass_mark"])),
            fact("valid_for", "validity_months", months.unwrap_or_default()),
            fact("renewal", "renewal", renewal.unwrap_or_default()),
            self.labelled("note", &known["renewal"]["note"]),
            fact("retake_days", "retake", waits.join(", ")),
            fact("reschedule_hours", "reschedule", hours(&known["reschedule_hours"])),
            fact("exam_hours", "exam_hours", hours(&known["exam_hours"])),
            fact("prerequisites", "prerequisites", text(&known["prerequisites"])),
            ids("needed_first", &row["needs"]),
            ids("leads_to", &row["leads_to"]),
            fact("address", "url", text(&known["url"])),
            self.labelled("note", &known["note"]),
            self.labelled("facts_as_of", &json!(self.date(&known["facts_as_of"]))),
            self.labelled("seen_at", &known["seen_at"]),
            self.labelled("mine", &row["mine"]),
        ];
        for one in row["corrections"].as_array().into_iter().flatten() {
            lines.push(self.correction(one));
        }
        lines.retain(|line| !line.is_empty());
        format!("{}\n\n{}", lines.join("\n"), self.supports_text(&row["supports"]))
    }

    fn correction(&self, one: &Value) -> String {
        let it = &one["correction"];
        let key = if one["applies"] == json!(true) { "corrected" } else { "corrected_in_vain" };
        let source = text(&it["source"]);
        self.said(
            key,
            [
                ("fact", text(&it["fact"])),
                ("value", text(&it["value"])),
                ("date", self.date(&it["as_of"])),
                ("source", if source.is_empty() { source } else { format!(" ({source})") }),
            ],
        )
    }

    pub fn compare_text(&self, view: &Value) -> String {
        let headings =
            ["id", "price", "exam_hours", "more_hours", "shared_hours", "prepared_on", "ready_after"];
        let table = self.rows(&headings, &view["columns"], |column| {
            let hours = |key: &str| format!("{} h", column[key]);
            let ready = &column["ready_after"];
            vec![
                text(&column["row"]["known"]["id"]),
                self.price(&column["row"]["known"]),
                hours("exam_hours"),
                hours("more_hours"),
                hours("shared_hours"),
                text(&column["prepared_on"]),
                if ready.is_null() { String::new() } else { percent(self.lang, ready) },
            ]
        });
        let mut lines = Vec::new();
        if !view["ready_now"].is_null() {
            let now = percent(self.lang, &view["ready_now"]);
            lines.push(self.says(&self.word("ready_now"), &now));
        }
        for column in view["columns"].as_array().into_iter().flatten() {
            let missing = column["missing"].as_array().into_iter().flatten().map(|one| text(&one[1]));
            let names: Vec<String> = missing.collect();
            if !names.is_empty() {
                let args = [("name", text(&column["row"]["known"]["id"])), ("first", names.join(", "))];
                lines.push(self.said("needs_first", args));
            }
        }
        let estimate = self.says(&self.word("exam_hours"), &self.word("our_estimate"));
        format!("{table}\n{}", [lines, vec![estimate]].concat().join("\n"))
    }
}
