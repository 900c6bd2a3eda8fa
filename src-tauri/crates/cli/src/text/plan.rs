//! The plan, and what a change did to it, in words.

use crate::print::{days, hours, text};
use crate::run::Terminal;
use serde_json::{Value, json};

impl Terminal {
    pub fn plan_text(&self, value: &Value) -> String {
        let items =
            self.rows(&["id", "starts", "finishes", "minutes", "item", "why"], &value["items"], |item| {
                vec![
                    text(&item["key"]),
                    text(&item["starts"]),
                    text(&item["finishes"]),
                    hours(&item["minutes"]),
                    text(&item["title"]),
                    self.because(item),
                ]
            });
        let left = hours(&value["minutes_left"]);
        let mut head = format!("{} {left}", self.word("left"));
        if !value["finish"].is_null() {
            head = format!("{head}, {} {}", self.word("ends"), self.date(&value["finish"]));
        }
        let ready = &value["ready"];
        if ready["met"] == json!(false) {
            let missing = hours(&ready["missing_minutes"]);
            let by = format!("{} {}", self.word("ready_by"), self.date(&ready["by"]));
            head = format!("{head}\n{}", self.says(&by, &format!("{} {missing}", self.word("missing"))));
            head = self.with_week(head, &ready["weekly_minutes_needed"]);
        }
        for late in value["shortfalls"].as_array().into_iter().flatten() {
            let missing = hours(&late["shortfall"]["missing_minutes"]);
            let due = format!("{} ({})", text(&late["title"]), self.date(&late["shortfall"]["due"]));
            head = format!("{head}\n{}", self.says(&due, &format!("{} {missing}", self.word("missing"))));
            head = self.with_week(head, &late["shortfall"]["weekly_minutes_needed"]);
        }
        let aside = self.set_aside(&value["set_aside"]);
        format!("{head}\n{items}{aside}")
    }

    /// … and the hours a week that would be enough, where any are.
    fn with_week(&self, said: String, minutes: &Value) -> String {
        if minutes.is_null() {
            return said;
        }
        self.and(said, format!("{} {}", self.word("week_needs"), hours(minutes)))
    }

    /// Two clauses in one sentence.
    fn and(&self, a: String, b: String) -> String {
        self.said("and", [("a", a), ("b", b)])
    }

    /// What was left out or done, with the keys that take it back.
    fn set_aside(&self, rows: &Value) -> String {
        if rows.as_array().is_none_or(Vec::is_empty) {
            return String::new();
        }
        let rows = self.rows(&["id", "set_aside", "item"], rows, |row| {
            let record = &row["record"];
            let done = text(&record["done_on"]);
            let state =
                if done.is_empty() { self.word("left_out") } else { self.said("done_on", [("date", done)]) };
            vec![text(&record["key"]), state, text(&row["title"])]
        });
        format!("\n\n{rows}")
    }

    fn because(&self, item: &Value) -> String {
        let because = &item["because"];
        let kind = because["kind"].as_str().unwrap_or_default();
        let about = [text(&item["because_title"]), text(&because["date"])].concat();
        format!("{} {about}", self.word(&format!("because_{kind}"))).trim().to_owned()
    }

    pub fn settings_text(&self, settings: &Value) -> String {
        let week = settings["weekly_minutes"].as_array().cloned().unwrap_or_default();
        let sum: u64 = week.iter().filter_map(Value::as_u64).sum();
        let days: Vec<String> = week.iter().map(hours).collect();
        let limit = |key: &str, said: fn(&Value) -> String| match &settings[key] {
            Value::Null => self.word("no_limit"),
            value => said(value),
        };
        let country = match &settings["holidays"] {
            Value::Null => self.word("none"),
            country => text(country),
        };
        [
            ("settings_week", format!("{} ({})", hours(&json!(sum)), days.join(", "))),
            ("settings_focus", limit("focus_limit", text)),
            ("settings_shortest", hours(&settings["min_session_minutes"])),
            ("settings_most", limit("max_item_minutes_per_day", hours)),
            ("settings_holidays", country),
        ]
        .map(|(key, said)| self.says(&self.word(key), &said))
        .join("\n")
    }

    /// What a change did: `The plan now ends on 4 June 2027, 12 days later; 2 dates are missed.`
    pub fn effect_text(&self, effect: &Value) -> String {
        let finish = &effect["finish"];
        let number = |key: &str| effect[key].as_u64().unwrap_or(0);
        let mut said = match days(&effect["former_finish"], finish) {
            _ if finish.is_null() => self.word("effect_none"),
            Some(0) => self.said("effect_same", [("date", self.date(finish))]),
            Some(days) => {
                let args = [("date", self.date(finish)), ("days", self.days_later(days))];
                self.said("effect_moved", args)
            }
            None => self.said("effect_now", [("date", self.date(finish))]),
        };
        match (number("former_late"), number("late")) {
            (0, 0) => {}
            (_, 0) => said = self.and(said, self.word("effect_all_met")),
            (_, late) => said = self.and(said, self.count("effect_late", late)),
        }
        said.push('.');
        match number("moved") {
            0 => said,
            moved => format!("{said} {}", self.count("effect_items", moved)),
        }
    }

    /// `12 days later`, `1 day earlier`, `the same day`.
    pub(super) fn days_later(&self, days: i64) -> String {
        match days {
            0 => self.word("same_day"),
            days if days > 0 => self.count("days_later", days.unsigned_abs()),
            days => self.count("days_earlier", days.unsigned_abs()),
        }
    }

    pub fn taken_up_text(&self, name: &str, view: &Value) -> String {
        let (word, id) = match &view["item"] {
            Value::String(item) => ("taken_up_item", item.clone()),
            _ => ("taken_up", text(&view["project"])),
        };
        self.said(word, [("name", name.trim().to_owned()), ("id", id)])
    }
}
