//! Certifications of the person's in words.

use super::moment;
use crate::print::{chance, hours, text};
use crate::run::Terminal;
use serde_json::{Value, json};

impl Terminal {
    pub fn certifications_text(&self, rows: &Value) -> String {
        self.rows(&["id", "name", "stage", "exam_on", "expires"], rows, |row| {
            let record = &row["record"];
            let stage = row["stage"].as_str().unwrap_or_default();
            vec![
                text(&record["id"]),
                text(&row["name"]),
                self.word(&format!("stage_{stage}")),
                text(&record["exam_on"]),
                text(&record["expires"]),
            ]
        })
    }

    /// One certification, whole.
    pub fn certification_text(&self, view: &Value) -> String {
        let record = &view["record"];
        let stage = self.word(&format!("stage_{}", text(&view["stage"])));
        let mut lines = vec![
            format!("{} · {} ({})", text(&view["name"]), stage, text(&record["id"])),
            text(&view["provider"]),
        ];
        lines.extend(self.exam_lines(view));
        lines.extend(self.preparation_lines(&view["preparation"]));
        lines.extend(self.held_lines(view));
        lines.extend(self.renewal_lines(&view["renewal"]));
        lines.push(self.labelled("note", &record["note"]));
        let needs = view["needs"].as_array().into_iter().flatten().map(|need| {
            let held = if need["held"] == json!(true) { "need_held" } else { "need_missing" };
            self.said(held, [("name", text(&need["name"]))])
        });
        lines.push(self.listed("needed_first", needs));
        let next = view["next"].as_array().into_iter().flatten();
        lines.push(self.listed("next", next.map(|verb| self.word(&format!("next_{}", text(verb))))));
        lines.retain(|line| !line.is_empty());
        let mut blocks = vec![lines.join("\n")];
        blocks.extend(self.parts(view));
        blocks.join("\n\n")
    }

    /// `Word: what`, where there is something.
    pub(super) fn labelled(&self, word: &str, value: &Value) -> String {
        let said = text(value);
        if said.is_empty() { said } else { self.says(&self.word(word), &said) }
    }

    /// `Word: a, b`, where there is something.
    pub(super) fn listed(&self, word: &str, all: impl Iterator<Item = String>) -> String {
        let all: Vec<String> = all.filter(|one| !one.is_empty()).collect();
        if all.is_empty() { String::new() } else { self.says(&self.word(word), &all.join(", ")) }
    }

    /// An amount with its currency: `165 USD`, `49.5 EUR`; empty for null.
    pub(super) fn amount(&self, amount: &Value, currency: &Value) -> String {
        match amount.as_f64() {
            Some(amount) => format!("{amount} {}", text(currency)).trim_end().to_owned(),
            None => String::new(),
        }
    }

    /// What nobody could check is marked.
    pub(super) fn checked(&self, said: String, unverified: bool) -> String {
        if unverified && !said.is_empty() { self.said("unverified", [("what", said)]) } else { said }
    }

    fn exam_lines(&self, view: &Value) -> Vec<String> {
        let record = &view["record"];
        let mut lines = Vec::new();
        if !record["exam_on"].is_null() {
            let zone = text(&record["exam_zone"]);
            let zone = if zone.is_empty() { zone } else { format!("({zone})") };
            let time = format!("{} {zone}", text(&record["exam_at"])).trim().to_owned();
            let parts = [self.date(&record["exam_on"]), time, text(&record["place"])];
            let cost = self.amount(&record["cost"], &record["currency"]);
            let parts = parts.into_iter().chain([cost, text(&record["score"])]);
            lines.push(self.listed("exam_on", parts));
            lines.push(self.days_line("exam_in", &view["days_to_exam"]));
        }
        if view["stage"] == json!("planned") {
            lines.push(self.labelled("wanted_by", &json!(self.date(&record["wanted_by"]))));
        }
        let moved = &view["move_by"];
        if !moved.is_null() {
            let until = &moved["by"]["until"];
            let until =
                if until["kind"] == json!("day") { self.date(&until["on"]) } else { moment(&until["at"]) };
            let key = if moved["over"] == json!(true) { "move_over" } else { "move_until" };
            let said = self.said(key, [("until", until)]);
            lines.push(self.checked(said, moved["unverified"] == json!(true)));
        }
        let retry = &view["retry"];
        if !retry.is_null() {
            let said = self.said("retry_from", [("date", self.date(&retry["retry"]["from"]))]);
            lines.push(self.checked(said, retry["unverified"] == json!(true)));
        }
        lines
    }

    /// `In 12 days.`, where that day is ahead.
    fn days_line(&self, key: &str, days: &Value) -> String {
        match days.as_u64() {
            Some(0) => self.word(&format!("{key}_today")),
            Some(days) => self.count(key, days),
            None => String::new(),
        }
    }

    fn preparation_lines(&self, preparation: &Value) -> Vec<String> {
        if preparation.is_null() {
            return Vec::new();
        }
        let left = self.said("preparation_left", [("time", hours(&preparation["minutes_left"]))]);
        let mut lines = vec![self.says(&self.word("preparation"), &left)];
        if !preparation["ends"].is_null() {
            let (ends, due) = (self.date(&preparation["ends"]), self.date(&preparation["due"]));
            lines.push(if due.is_empty() {
                self.said("preparation_ends", [("date", ends)])
            } else {
                self.said("preparation_ends_due", [("date", ends), ("due", due)])
            });
        }
        if preparation["late_minutes"].as_u64().unwrap_or(0) > 0 {
            lines.push(self.said("preparation_late", [("time", hours(&preparation["late_minutes"]))]));
        }
        if !preparation["chance"].is_null() {
            let share = chance(self.lang, &preparation["chance"]);
            lines.push(self.said("preparation_chance", [("chance", share)]));
        }
        lines
    }

    fn held_lines(&self, view: &Value) -> Vec<String> {
        let record = &view["record"];
        let mut lines = Vec::new();
        if !record["issued"].is_null() {
            let parts = [self.date(&record["issued"]), text(&record["credential_id"]), text(&record["url"])];
            lines.push(self.listed("issued", parts.into_iter()));
        }
        if !record["expires"].is_null() {
            lines.push(self.labelled("expires", &json!(self.date(&record["expires"]))));
            lines.push(self.days_line("expires_in", &view["days_to_expiry"]));
        }
        lines
    }

    fn renewal_lines(&self, renewal: &Value) -> Vec<String> {
        if renewal.is_null() {
            return Vec::new();
        }
        let plan = &renewal["plan"];
        let kind = plan["kind"].as_str().map_or_else(
            || self.word("renewal_unknown"),
            |kind| self.checked(self.word(&format!("renewal_{kind}")), renewal["unverified"] == json!(true)),
        );
        let state = self.word(&format!("renewal_state_{}", text(&plan["state"])));
        let mut lines = vec![self.says(&self.word("renewal"), &format!("{kind} · {state}"))];
        let day = |key: &str, day: &Value| {
            if day.is_null() { String::new() } else { self.said(key, [("date", self.date(day))]) }
        };
        lines.push(day("renewal_begin", &plan["begin"]));
        lines.push(day("renewal_keeps", &plan["keeps_until"]));
        if !plan["credits_needed"].is_null() {
            let args = [("n", text(&plan["credits"])), ("of", text(&plan["credits_needed"]))];
            lines.push(self.said("renewal_credits", args));
        }
        let fee = &renewal["fee"];
        lines.push(self.labelled("renewal_fee", &json!(self.amount(&fee["amount"], &fee["currency"]))));
        let by = renewal["by"].as_array().into_iter().flatten();
        lines.push(self.listed("renewal_by", by.map(|need| text(&need["name"]))));
        let lapses = renewal["lapses"].as_array().into_iter().flatten().map(|it| self.lapse(it));
        lines.push(self.listed("lapses", lapses));
        lines
    }

    fn lapse(&self, lapse: &Value) -> String {
        let key = format!("lapse_{}", text(&lapse["kind"]));
        let price = self.amount(&lapse["price"]["amount"], &lapse["price"]["currency"]);
        self.said(
            &key,
            [
                ("date", self.date(&lapse["on"])),
                ("n", text(&lapse["credits"])),
                ("name", text(&lapse["name"])),
                ("price", if price.is_empty() { price } else { format!(" ({price})") }),
            ],
        )
    }

    /// The lists of a certification, each under its headings.
    fn parts(&self, view: &Value) -> Vec<String> {
        let record = &view["record"];
        let filled = |list: &Value| list.as_array().is_some_and(|list| !list.is_empty());
        let mut blocks = Vec::new();
        if filled(&view["supports"]) {
            blocks.push(self.supports_text(&view["supports"]));
        }
        if filled(&view["preparation"]["items"]) {
            let items = &view["preparation"]["items"];
            blocks.push(self.rows(&["id", "minutes", "finishes", "item"], items, |item| {
                let left = hours(&item["minutes_left"]);
                vec![text(&item["key"]), left, text(&item["finishes"]), text(&item["title"])]
            }));
        }
        if filled(&record["attempts"]) {
            blocks.push(self.rows(&["attempt", "score", "price", "note"], &record["attempts"], |it| {
                let cost = self.amount(&it["cost"], &it["currency"]);
                vec![text(&it["on"]), text(&it["score"]), cost, text(&it["note"])]
            }));
        }
        let numbered = |list: &Value| {
            let rows = list.as_array().into_iter().flatten().enumerate();
            rows.map(|(index, row)| json!([index + 1, row])).collect::<Value>()
        };
        if filled(&record["costs"]) {
            blocks.push(self.rows(
                &["number", "date", "what", "amount", "note"],
                &numbered(&record["costs"]),
                |row| {
                    let (number, it) = (text(&row[0]), &row[1]);
                    let what = self.word(&format!("spent_{}", text(&it["what"])));
                    let amount = self.amount(&it["amount"], &it["currency"]);
                    vec![number, text(&it["on"]), what, amount, text(&it["note"])]
                },
            ));
        }
        if filled(&record["credits"]) {
            blocks.push(self.rows(
                &["number", "date", "credits", "title"],
                &numbered(&record["credits"]),
                |row| {
                    let it = &row[1];
                    vec![text(&row[0]), text(&it["on"]), text(&it["credits"]), text(&it["title"])]
                },
            ));
        }
        if filled(&view["attachments"]) {
            blocks.push(
                self.rows(&["id", "file"], &view["attachments"], |it| {
                    vec![text(&it["id"]), text(&it["name"])]
                }),
            );
        }
        blocks
    }

    pub(super) fn supports_text(&self, supports: &Value) -> String {
        self.rows(&["id", "name", "carries", "proven", "required"], supports, |it| {
            vec![
                text(&it["level"]["skill"]),
                text(&it["name"]),
                text(&it["carries"]),
                text(&it["proven"]),
                text(&it["required"]),
            ]
        })
    }

    /// What was spent and what is ahead: amounts in different currencies are never added.
    pub fn costs_text(&self, view: &Value, mine: &Value) -> String {
        let years = self.rows(&["year", "paid", "ahead", "currency"], &view["years"], |row| {
            let year = if row["year"].is_null() { self.word("no_year") } else { text(&row["year"]) };
            let amount = |key: &str| self.amount(&row[key], &Value::Null);
            vec![year, amount("paid"), amount("ahead"), text(&row["currency"])]
        });
        let name = |id: &Value| {
            let mut mine = mine.as_array().into_iter().flatten();
            let found = mine.find(|row| row["record"]["id"] == *id);
            found.map(|row| text(&row["name"])).unwrap_or_default()
        };
        let spent = self.rows(&["date", "amount", "what", "name", "blank"], &view["spent"], |it| {
            let said = |key: &str| if it[key] == json!(true) { self.word(key) } else { String::new() };
            let marks = [said("ahead"), said("estimated")];
            let marks: Vec<String> = marks.into_iter().filter(|mark| !mark.is_empty()).collect();
            vec![
                text(&it["on"]),
                self.amount(&it["amount"], &it["currency"]),
                self.word(&format!("spent_{}", text(&it["what"]))),
                name(&it["record"]),
                marks.join(", "),
            ]
        });
        if view["spent"].as_array().is_none_or(Vec::is_empty) { years } else { format!("{years}\n\n{spent}") }
    }
}
