//! Reminders and the calendar file in words.

use super::moment;
use crate::print::text;
use crate::run::Terminal;
use serde_json::{Value, json};

impl Terminal {
    pub fn reminders_text(&self, view: &Value) -> String {
        let settings = &view["settings"];
        let kinds: Vec<String> = ["exam", "expiry", "renewal", "session"]
            .iter()
            .map(|kind| {
                let on = settings["kinds"].as_array().is_some_and(|kinds| kinds.contains(&json!(kind)));
                let on = self.word(if on { "switched_on" } else { "switched_off" });
                self.says(&self.word(&format!("reminders_{kind}")), &on)
            })
            .collect();
        let quiet = match &settings["quiet"] {
            Value::Null => self.word("none"),
            quiet => format!("{}–{}", text(&quiet[0]), text(&quiet[1])),
        };
        let head = [
            kinds.join(" · "),
            self.says(&self.word("reminders_at"), &text(&settings["at"])),
            self.says(&self.word("reminders_session_at"), &text(&settings["session_at"])),
            self.says(&self.word("reminders_quiet"), &quiet),
        ]
        .join("\n");
        let said = self.said_rows(&view["said"]);
        let ahead = self.rows(&["at", "what"], &view["ahead"], |row| {
            vec![moment(&row["reminder"]["due"]), text(&row["title"])]
        });
        let said = if said.is_empty() { said } else { format!("\n\n{said}") };
        format!("{head}{said}\n\n{ahead}")
    }

    /// What was said, with the keys that put it away; empty where nothing was.
    fn said_rows(&self, rows: &Value) -> String {
        if rows.as_array().is_none_or(Vec::is_empty) {
            return String::new();
        }
        self.rows(&["id", "at", "what", "blank"], rows, |row| {
            let missed = if row["missed"] == json!(true) { self.word("missed_then") } else { String::new() };
            vec![
                text(&row["reminder"]["key"]),
                moment(&row["reminder"]["due"]),
                format!("{} – {}", text(&row["title"]), text(&row["text"])),
                missed,
            ]
        })
    }

    pub fn due_text(&self, due: &Value) -> String {
        let said = self.said_rows(&due["show"]);
        if said.is_empty() { self.word("nothing_due") } else { said }
    }

    pub fn exported_text(&self, view: &Value) -> String {
        let events = self.count("events", view["events"].as_u64().unwrap_or(0));
        self.said("calendar_written", [("path", text(&view["path"])), ("events", events)])
    }

    pub fn found_text(&self, view: &Value) -> String {
        let events = view["events"].as_array().into_iter().flatten().enumerate();
        let events: Value = events.map(|(index, event)| json!([index + 1, event])).collect();
        let headings = ["number", "date", "clock_time", "zone", "what", "certification", "blank"];
        let mut blocks = vec![self.rows(&headings, &events, |row| {
            let event = &row[1];
            let marks = ["past", "cancelled", "repeats"].iter().filter(|mark| event[**mark] == json!(true));
            let marks: Vec<String> = marks.map(|mark| self.word(&format!("event_{mark}"))).collect();
            let unknown = text(&event["unknown_zone"]);
            let zone = if unknown.is_empty() {
                text(&event["zone"])
            } else {
                self.said("zone_unknown", [("zone", unknown)])
            };
            let mine = text(&event["record"]);
            vec![
                text(&row[0]),
                text(&event["on"]),
                text(&event["at"]),
                zone,
                text(&event["summary"]),
                if mine.is_empty() { text(&event["certification"]) } else { mine },
                marks.join(", "),
            ]
        })];
        for skipped in view["skipped"].as_array().into_iter().flatten() {
            let args = [("line", text(&skipped[0])), ("why", text(&skipped[1]))];
            blocks.push(self.said("event_skipped", args));
        }
        blocks.join("\n")
    }
}
