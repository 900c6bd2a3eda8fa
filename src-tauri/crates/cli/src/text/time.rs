//! The timer and the log in words.

use crate::print::{hours, text};
use crate::run::Terminal;
use serde_json::{Value, json};

impl Terminal {
    pub fn timer_text(&self, timer: &Value) -> String {
        if timer.is_null() {
            return self.word("timer_none");
        }
        let running = timer["running"] == json!(true);
        let line = self.said(
            if running { "timer_running" } else { "timer_paused" },
            [
                ("item", text(&timer["title"])),
                ("time", hours(&json!(timer["seconds"].as_u64().unwrap_or(0) / 60))),
                ("at", text(&timer["started_at"])),
                ("date", self.date(&timer["started_on"])),
            ],
        );
        match timer["warning"].as_str() {
            Some(warning) => format!("{line}\n{}", self.word(&format!("timer_{warning}"))),
            None => line,
        }
    }

    pub fn stopped_text(&self, view: &Value) -> String {
        if view["entries"].as_array().is_none_or(Vec::is_empty) {
            return self.word("timer_nothing");
        }
        let mut head = self.said(
            "timer_logged",
            [("time", hours(&view["minutes"])), ("item", text(&view["entries"][0]["title"]))],
        );
        if !view["minutes_left"].is_null() {
            head = format!("{head} {}", self.said("timer_left", [("time", hours(&view["minutes_left"]))]));
        }
        format!("{head}\n{}", self.entries_text(&view["entries"]))
    }

    pub fn log_text(&self, view: &Value) -> String {
        let entries = self.entries_text(&view["entries"]);
        if view["minutes"] == json!(0) {
            return entries;
        }
        format!("{entries}\n{}", self.says(&self.word("in_all"), &hours(&view["minutes"])))
    }

    pub fn entries_text(&self, rows: &Value) -> String {
        self.rows(&["id", "date", "clock", "minutes", "item", "note"], rows, |row| {
            let record = &row["record"];
            let (began, ended) = (text(&row["began_at"]), text(&row["ended_at"]));
            let clock = if began.is_empty() { began } else { format!("{began}–{ended}") };
            vec![
                text(&record["id"]),
                text(&record["on"]),
                clock,
                hours(&record["minutes"]),
                text(&row["title"]),
                text(&record["note"]),
            ]
        })
    }
}
