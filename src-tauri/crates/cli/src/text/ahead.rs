//! The forecast, scenarios and the weekly review in words.

use crate::print::{chance, days, hours, percent, text};
use crate::run::Terminal;
use serde_json::{Value, json};

impl Terminal {
    pub fn forecast_text(&self, value: &Value) -> String {
        let finish = &value["finish"];
        if value["items"].as_array().is_none_or(Vec::is_empty) {
            return self.word("forecast_nothing");
        }
        let mut lines = vec![self.odds(finish)];
        if !value["chance"].is_null() {
            let chance = chance(self.lang, &value["chance"]);
            lines.push(
                self.said("forecast_chance", [("chance", chance), ("date", self.date(&value["ready_by"]))]),
            );
        }
        let known = match value["logged_items"].as_u64().unwrap_or(0) {
            0 => self.word("forecast_known_none"),
            known => self.count("forecast_known", known),
        };
        let rests =
            if value["rests_on_estimates"] == json!(true) { "forecast_estimates" } else { "forecast_own" };
        lines.push(self.said(rests, [("known", known)]));
        let headings = ["id", "finishes", "p50", "p85", "p95", "due", "in_time", "item"];
        let mut tables = vec![self.rows(&headings, &value["items"], |row| {
            let said = |key: &str| self.day_or_far(&row["quantiles"][key]);
            vec![
                text(&row["key"]),
                text(&row["planned"]),
                said("p50"),
                said("p85"),
                said("p95"),
                text(&row["due"]),
                chance(self.lang, &row["chance"]),
                text(&row["title"]),
            ]
        })];
        if value["exams"].as_array().is_some_and(|exams| !exams.is_empty()) {
            let headings = ["id", "exam_on", "left_before", "p50", "p85", "in_time", "name"];
            tables.push(self.rows(&headings, &value["exams"], |row| {
                vec![
                    text(&row["key"]),
                    text(&row["exam_on"]),
                    hours(&row["minutes_left"]),
                    self.day_or_far(&row["quantiles"]["p50"]),
                    self.day_or_far(&row["quantiles"]["p85"]),
                    chance(self.lang, &row["chance"]),
                    text(&row["name"]),
                ]
            }));
        }
        format!("{}\n\n{}", lines.join("\n"), tables.join("\n\n"))
    }

    /// By when the whole plan is done, with what odds.
    fn odds(&self, quantiles: &Value) -> String {
        let said = |key: &str| {
            let day = &quantiles[key];
            if day.is_null() { self.word("beyond") } else { self.said("by_day", [("date", self.date(day))]) }
        };
        self.said("forecast_says", [("p50", said("p50")), ("p85", said("p85")), ("p95", said("p95"))])
    }

    fn day_or_far(&self, day: &Value) -> String {
        if day.is_null() { self.word("far") } else { text(day) }
    }

    pub fn calibration_text(&self, value: &Value) -> String {
        let kept = value["kept"].as_u64().unwrap_or(0);
        if kept == 0 {
            return self.word("calibration_none");
        }
        let since = self.said("since", [("date", self.date(&value["since"]))]);
        let head = format!("{} {since}.", self.count("calibration_kept", kept));
        let horizons =
            self.rows(&["horizon", "settled", "p50", "p85", "p95", "verdict"], &value["horizons"], |row| {
                vec![
                    self.word(&format!("horizon_{}", text(&row["horizon"]))),
                    text(&row["settled"]),
                    text(&row["held_p50"]),
                    text(&row["held_p85"]),
                    text(&row["held_p95"]),
                    self.word(&format!("verdict_{}", text(&row["verdict"]))),
                ]
            });
        let rows = self.rows(&["made_on", "p50", "p85", "p95", "ended_on", "item"], &value["rows"], |row| {
            let ended = text(&row["ended_on"]);
            vec![
                text(&row["made_on"]),
                self.day_or_far(&row["p50"]),
                self.day_or_far(&row["p85"]),
                self.day_or_far(&row["p95"]),
                if ended.is_empty() { self.word("open") } else { ended },
                text(&row["title"]),
            ]
        });
        format!("{head}\n\n{horizons}\n\n{rows}")
    }

    pub fn scenarios_text(&self, value: &Value) -> String {
        let mut rows = vec![json!({ "title": self.word("today_plan"), "outcome": value["today"] })];
        rows.extend(value["scenarios"].as_array().cloned().unwrap_or_default());
        let headings = ["id", "week", "finishes", "difference", "p85", "in_time", "missed", "name"];
        self.rows(&headings, &json!(rows), |row| {
            let outcome = &row["outcome"];
            let finish_days = row["difference"]["finish_days"].as_i64();
            let refused = !outcome["refused"].is_null();
            vec![
                text(&row["record"]["id"]),
                hours(&outcome["weekly_minutes"]),
                if refused { self.word("no_plan") } else { text(&outcome["finish"]) },
                finish_days.map(|days| self.days_later(days)).unwrap_or_default(),
                if refused { String::new() } else { self.day_or_far(&outcome["quantiles"]["p85"]) },
                chance(self.lang, &outcome["chance"]),
                text(&outcome["late_items"]),
                text(&row["title"]),
            ]
        })
    }

    pub fn scenario_text(&self, view: &Value) -> String {
        let (record, outcome, difference) = (&view["record"], &view["outcome"], &view["difference"]);
        let mut lines = Vec::new();
        if record["id"] != json!("trial") {
            lines.push(format!("{}  {}", text(&record["id"]), text(&view["title"])));
        }
        lines
            .extend(view["changes"].as_array().into_iter().flatten().map(|line| format!("- {}", text(line))));
        if !outcome["refused"].is_null() {
            lines.push(text(&outcome["refused"]));
            return lines.join("\n");
        }
        if !outcome["finish"].is_null() {
            let days = difference["finish_days"].as_i64();
            let date = ("date", self.date(&outcome["finish"]));
            lines.push(match days {
                Some(0) => self.said("scenario_same", [date]),
                Some(days) => self.said("scenario_ends", [date, ("days", self.days_later(days))]),
                None => self.said("scenario_ends_alone", [date]),
            });
            lines.push(self.odds(&outcome["quantiles"]));
        }
        if !outcome["chance"].is_null() {
            let chance = chance(self.lang, &outcome["chance"]);
            let by = self.date(&outcome["ready_by"]);
            let mut line = self.said("forecast_chance", [("chance", chance), ("date", by)]);
            let points = difference["chance_points"].as_f64().unwrap_or(0.0).round() as i64;
            if points != 0 {
                let key = if points > 0 { "points_more" } else { "points_less" };
                line = format!("{line} {}", self.count(key, points.unsigned_abs()));
            }
            lines.push(line);
        }
        let late = outcome["late_items"].as_u64().unwrap_or(0);
        if late > 0 {
            lines.push(self.count("scenario_late", late));
        }
        let work = difference["minutes"].as_i64().unwrap_or(0);
        if work != 0 {
            let key = if work > 0 { "work_more" } else { "work_less" };
            lines.push(self.said(key, [("time", hours(&json!(work.unsigned_abs())))]));
        }
        if difference["moved"].as_array().is_some_and(|moved| !moved.is_empty()) {
            let moved =
                self.rows(&["item_from", "item_to", "difference", "item"], &difference["moved"], |row| {
                    let by = days(&row["from"], &row["to"]).map(|days| self.days_later(days));
                    let word = if row["to"].is_null() { "left_out" } else { "comes_in" };
                    let by = by.unwrap_or_else(|| self.word(word));
                    vec![text(&row["from"]), text(&row["to"]), by, text(&row["title"])]
                });
            lines.push(format!("\n{moved}"));
        }
        lines.join("\n")
    }

    pub fn review_text(&self, view: &Value) -> String {
        let mut lines = vec![self.said("review_week", [("date", self.date(&view["week"]))])];
        let sums = [("planned", hours(&view["planned"])), ("done", hours(&view["done"]))];
        lines.push(if view["plan_known"] == json!(true) {
            format!(
                "{} {}",
                self.said("review_sum", sums),
                self.said("review_slipped", [("time", hours(&view["slipped"]))])
            )
        } else {
            format!(
                "{} {}",
                self.said("review_done", [("done", hours(&view["done"]))]),
                self.word("review_unknown")
            )
        });
        lines.extend(self.then_and_now(view));
        if !view["closed"].is_null() {
            lines.push(self.closed(view));
        } else if view["is_due"] == json!(false) {
            lines.push(self.word("review_not_due"));
        }
        let mut parts = vec![lines.join("\n")];
        if view["rows"].as_array().is_some_and(|rows| !rows.is_empty()) {
            parts.push(self.rows(
                &["planned", "logged", "outcome", "end_then", "end_now", "item"],
                &view["rows"],
                |row| {
                    vec![
                        hours(&row["planned"]),
                        hours(&row["done"]),
                        self.word(&format!("outcome_{}", text(&row["outcome"]))),
                        text(&row["finish_then"]),
                        text(&row["finish_now"]),
                        text(&row["title"]),
                    ]
                },
            ));
        }
        if view["closed"].is_null() {
            parts.push(self.rows(&["option", "finishes", "choice"], &view["choices"], |row| {
                let leads =
                    if row["refused"].is_null() { text(&row["finish"]) } else { self.word("no_plan") };
                vec![option(&row["choice"]), leads, self.choice(&row["choice"], &row["title"])]
            }));
        }
        parts.push(self.next_week(&view["next_week"]));
        parts.join("\n\n")
    }

    /// How the plan's end, its forecast and readiness stood when the week began, and stand now.
    fn then_and_now(&self, view: &Value) -> Vec<String> {
        let mut lines = Vec::new();
        for (key, then, now) in
            [("review_end", "finish_then", "finish_now"), ("review_p85", "p85_then", "p85_now")]
        {
            let (then, now) = (&view[then], &view[now]);
            if now.is_null() {
                continue;
            }
            let date = self.date(now);
            let moved = days(then, now).map(|days| self.days_later(days));
            let said = moved.map_or_else(|| date.clone(), |moved| format!("{date}, {moved}"));
            lines.push(self.says(&self.word(key), &said));
        }
        let share = |key: &str| percent(self.lang, &view[key]);
        let then = if view["readiness_then"].is_null() {
            String::new()
        } else {
            format!("{} → ", share("readiness_then"))
        };
        lines.push(self.says(&self.word("review_ready"), &format!("{then}{}", share("readiness_now"))));
        lines
    }

    fn closed(&self, view: &Value) -> String {
        let closed = &view["closed"];
        let title =
            view["choices"].as_array().into_iter().flatten().find(|row| row["choice"] == closed["choice"]);
        let title = title.map(|row| row["title"].clone()).unwrap_or_default();
        let choice = self.choice(&closed["choice"], &title);
        let head = self.said("review_closed", [("date", self.date(&closed["closed_on"]))]);
        format!("{head} {choice}\n{}", text(&closed["note"])).trim_end().to_owned()
    }

    /// A choice for next week, in words.
    fn choice(&self, choice: &Value, title: &Value) -> String {
        let kind = text(&choice["kind"]);
        let minutes =
            if choice["minutes"].is_null() { &choice["weekly_minutes"] } else { &choice["minutes"] };
        let item = if title.is_null() { text(&choice["item"]) } else { text(title) };
        let args = [("time", hours(minutes)), ("item", item), ("date", self.date(&choice["date"]))];
        self.said(&format!("choice_{kind}"), args)
    }

    fn next_week(&self, next: &Value) -> String {
        let sessions = next["sessions"].as_array().into_iter().flatten();
        let planned: u64 = sessions.filter_map(|session| session["minutes"].as_u64()).sum();
        let head = self.said(
            "review_next",
            [
                ("date", self.date(&next["start"])),
                ("planned", hours(&json!(planned))),
                ("capacity", hours(&next["capacity"])),
            ],
        );
        let sessions = self.rows(&["date", "minutes", "item"], &next["sessions"], |session| {
            vec![text(&session["date"]), hours(&session["minutes"]), text(&session["title"])]
        });
        format!("{head}\n{sessions}")
    }
}

/// The option of `review close` that makes a choice.
fn option(choice: &Value) -> String {
    let minutes = choice["weekly_minutes"].as_f64().unwrap_or(0.0);
    match choice["kind"].as_str().unwrap_or_default() {
        "hours" => format!("--hours {}", minutes / 60.0),
        "lighter_week" => format!("--lighter {}", text(&choice["minutes"])),
        "first" => format!("--first {}", text(&choice["item"])),
        "ready_by" => format!("--ready-by {}", text(&choice["date"])),
        _ => "--keep".to_owned(),
    }
}
