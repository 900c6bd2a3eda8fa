//! From the answer of a command to text for people.

mod ahead;
mod archive;
mod badges;
mod catalogue;
mod certifications;
mod data;
mod dates;
mod plan;
mod portfolio;
mod time;

use crate::print::{date, hours, level, percent, sentence, table, text, word};
use crate::run::Terminal;
use groundwork_app::Lang;
use serde_json::{Value, json};

impl Terminal {
    pub fn word(&self, key: &str) -> String {
        word(self.lang, key)
    }

    /// A sentence of the terminal's with its `{arguments}`.
    fn said<const N: usize>(&self, key: &str, args: [(&str, String); N]) -> String {
        sentence(self.lang, key, args)
    }

    /// The sentence for one, or for many of them; French counts none as one.
    fn count(&self, key: &str, number: u64) -> String {
        let one = number == 1 || (number == 0 && self.lang == Lang::Fr);
        let key = format!("{key}_{}", if one { "one" } else { "many" });
        self.said(&key, [("n", number.to_string())])
    }

    /// A day in words.
    fn date(&self, day: &Value) -> String {
        date(self.lang, day)
    }

    /// What is said of something: French sets a space before the colon.
    fn says(&self, of: &str, what: &str) -> String {
        let space = if self.lang == Lang::Fr { "\u{202f}" } else { "" };
        format!("{of}{space}: {what}")
    }

    pub fn line(&self, key: &str, row: &Value) -> String {
        self.says(&self.word(key), &text(&row["sentence"]))
    }

    pub fn rows(&self, headings: &[&str], rows: &Value, cells: impl Fn(&Value) -> Vec<String>) -> String {
        let rows: Vec<_> = rows.as_array().into_iter().flatten().map(cells).collect();
        if rows.is_empty() { self.word("nothing") } else { table(self.lang, headings, &rows) }
    }

    pub fn readiness_text(&self, value: &Value) -> String {
        let row = |key: &str| {
            let side = &value[key];
            let met = format!("{}/{}", side["met"], side["total"]);
            let reached = if side["reached"] == json!(true) { self.word("reached") } else { String::new() };
            vec![self.word(key), percent(self.lang, &side["ratio"]), met, reached]
        };
        let head = format!(
            "{} · {} {}",
            text(&value["target"]["rung_name"]),
            self.word("needs"),
            percent(self.lang, &value["needs"])
        );
        format!(
            "{head}\n{}",
            table(self.lang, &["readiness", "share", "met", "blank"], &[row("proven"), row("claimed")])
        )
    }

    pub fn target_text(&self, value: &Value) -> String {
        if value.is_null() {
            return self.word("nothing");
        }
        let mut lines =
            vec![text(&value["rung_name"]), text(&value["stack_name"]), text(&value["record"]["ready_by"])];
        for choice in value["choices"].as_array().into_iter().flatten() {
            lines.push(self.says(&text(&choice["name"]), &text(&choice["skill_name"])));
        }
        lines.retain(|line| !line.is_empty());
        lines.join("\n")
    }

    pub fn skills_text(&self, rows: &Value) -> String {
        self.rows(&["id", "name", "level", "required", "state", "hours"], rows, |row| {
            let number = |key: &str| row[key].as_u64().unwrap_or(0);
            let likely = row["hours"]["hours"]["likely"].as_u64().filter(|hours| *hours > 0);
            let state = row["state"].as_str().unwrap_or("unasked");
            vec![
                text(&row["skill"]),
                text(&row["name"]),
                level(number("proven"), number("claimed")),
                text(&row["required"]),
                self.word(&format!("state_{state}")),
                likely.map(|hours| format!("{hours} h")).unwrap_or_default(),
            ]
        })
    }

    pub fn why_text(&self, value: &Value) -> String {
        let row = &value["row"];
        let number = |key: &str| row[key].as_u64().unwrap_or(0);
        let mark = level(number("proven"), number("claimed"));
        let head = format!(
            "{}  {mark}\n{} {}, {} {}, {} {}",
            text(&row["name"]),
            self.word("proven"),
            number("proven"),
            self.word("claimed"),
            text(&row["claimed"]),
            self.word("required"),
            text(&row["required"])
        );
        let pieces = self.rows(&["evidence", "on", "carries", "title"], &value["pieces"], |piece| {
            let kind = piece["piece"]["kind"]["kind"].as_str().unwrap_or_default();
            vec![
                self.word(&format!("kind_{kind}")),
                text(&piece["piece"]["on"]),
                text(&piece["piece"]["carries"]),
                text(&piece["title"]),
            ]
        });
        let ways = value["would_prove"]["ways"].as_array().into_iter().flatten();
        let ways: Vec<String> = ways.map(|way| self.way(way)).collect();
        let next = self.says(
            &format!("{} {}", self.word("would_prove"), text(&value["would_prove"]["to"])),
            &ways.join(", "),
        );
        if ways.is_empty() { format!("{head}\n{pieces}") } else { format!("{head}\n{pieces}\n{next}") }
    }

    fn way(&self, way: &Value) -> String {
        let kind = way["kind"].as_str().unwrap_or_default();
        let amount = match kind {
            "log" => Some(hours(&way["minutes_missing"])),
            "work" => way["months"].as_u64().map(|months| months.to_string()),
            _ => None,
        };
        let word = self.word(&format!("way_{kind}"));
        amount.map_or(word.clone(), |amount| format!("{word} ({amount})"))
    }

    pub fn gap_text(&self, value: &Value) -> String {
        let rows = self.rows(
            &["requirement", "proven", "claimed", "required", "state", "hours"],
            &value["entries"],
            |row| {
                let entry = &row["entry"];
                let member = text(&row["member_name"]);
                let name = text(&row["name"]);
                let name =
                    if member.is_empty() || member == name { name } else { format!("{name} ({member})") };
                let state = entry["state"].as_str().unwrap_or_default();
                vec![
                    name,
                    text(&entry["proven"]),
                    text(&entry["claimed"]),
                    text(&entry["required"]),
                    self.word(&format!("state_{state}")),
                    format!("{} h", entry["hours"]["hours"]["likely"]),
                ]
            },
        );
        let hours = &value["hours"]["hours"];
        let sum = format!(
            "{} h ({}–{} h), {}",
            hours["likely"],
            hours["low"],
            hours["high"],
            self.word("our_estimate")
        );
        format!("{rows}\n{}", self.says(&self.word("in_all"), &sum))
    }

    pub fn today_text(&self, value: &Value) -> String {
        let sessions = self.rows(&["date", "minutes", "item"], &value["next_sessions"], |session| {
            vec![text(&session["date"]), hours(&session["minutes"]), text(&session["title"])]
        });
        let due = self.rows(&["date", "days", "item"], &value["due"], |row| {
            vec![text(&row["on"]), text(&row["days"]), text(&row["title"])]
        });
        let mut head = text(&value["today"]);
        if !value["timer"].is_null() {
            head = format!("{head}\n{}", self.timer_text(&value["timer"]));
        }
        if value["review_due"] == json!(true) {
            head = format!("{head}\n{}", self.word("review_due"));
        }
        format!("{head}\n\n{sessions}\n\n{due}")
    }

    pub fn history_text(&self, value: &Value) -> String {
        self.rows(&["seq", "at", "origin", "what", "blank"], &value["rows"], |row| {
            let undone = if row["undone"] == json!(true) { self.word("undone") } else { String::new() };
            vec![
                text(&row["seq"]),
                moment(&row["at"]),
                self.word(&format!("origin_{}", text(&row["origin"]))),
                text(&row["sentence"]),
                undone,
            ]
        })
    }
}

/// A moment to the minute, in UTC as it is kept: `2026-11-20 10:53Z`.
fn moment(at: &Value) -> String {
    text(at).get(..16).map_or_else(|| text(at), |minute| format!("{}Z", minute.replace('T', " ")))
}

/// What an entry of the role model is called, whatever its kind.
pub(crate) fn title(row: &Value) -> String {
    let named = ["name", "title", "text", "question", "quote"].iter().map(|key| text(&row[*key]));
    named.into_iter().find(|name| !name.is_empty()).unwrap_or_default()
}
