//! Backups, care and the way through the history as text.

use super::moment;
use crate::print::text;
use crate::run::Terminal;
use serde_json::{Value, json};

impl Terminal {
    pub fn backups_text(&self, all: &Value) -> String {
        let count = all["rows"].as_array().map_or(0, Vec::len);
        if count == 0 {
            return self.word("backups_none");
        }
        let head =
            [("count", count.to_string()), ("size", size(&all["bytes"])), ("folder", text(&all["folder"]))];
        let mut parts = vec![self.said("backups_head", head)];
        if let Some(away) = all["away"].as_object() {
            let last =
                if away["last"].is_null() { self.word("backups_away_never") } else { moment(&away["last"]) };
            parts.push(self.said("backups_away", [("folder", text(&away["folder"])), ("last", last)]));
            parts.push(text(&away["problem"]["sentence"]));
        }
        parts.push(text(&all["problem"]["sentence"]));
        parts.retain(|part| !part.is_empty());
        let table =
            self.rows(&["backup_id", "at", "backup_why", "backup_size", "blank"], &all["rows"], |row| {
                let sealed = if row["encrypted"] == json!(true) {
                    self.word("backups_encrypted")
                } else {
                    String::new()
                };
                vec![text(&row["id"]), moment(&row["made"]), text(&row["why"]), size(&row["bytes"]), sealed]
            });
        format!("{}\n\n{table}", parts.join("\n"))
    }

    pub fn backup_text(&self, view: &Value) -> String {
        let row = &view["backup"];
        let made = [
            ("at", moment(&row["made"])),
            ("program", text(&view["program"])),
            ("size", size(&row["bytes"])),
        ];
        let mut parts = vec![
            format!("{}: {}", text(&row["id"]), self.word("backup_whole")),
            self.said("backup_made", made),
        ];
        if !view["newest"].is_null() {
            let newest = [("what", text(&view["newest"])), ("at", moment(&view["newest_at"]))];
            parts.push(self.said("backup_newest", newest));
        }
        let files = [("count", text(&view["files"])), ("size", size(&view["file_bytes"]))];
        parts.push(self.said("backup_files", files));
        format!("{}\n\n{}", parts.join("\n"), self.counts_text(&view["counts"]))
    }

    fn counts_text(&self, counts: &Value) -> String {
        let rows = counts.as_array().map(Vec::as_slice).unwrap_or_default();
        if rows.iter().all(|row| row["now"].is_null()) {
            return self.rows(&["backup_kind", "backup_now"], counts, |row| {
                vec![text(&row["name"]), text(&row["count"])]
            });
        }
        self.rows(&["backup_kind", "backup_in", "backup_now"], counts, |row| {
            vec![text(&row["name"]), text(&row["count"]), text(&row["now"])]
        })
    }

    pub fn restored_text(&self, view: &Value) -> String {
        let mut parts = vec![self.said("restored", [("at", moment(&view["from"]["made"]))])];
        if !view["before"].is_null() {
            parts.push(self.said("restored_before", [("id", text(&view["before"]["id"]))]));
        }
        if !view["aside"].is_null() {
            parts.push(self.said("aside", [("folder", text(&view["aside"]))]));
        }
        format!("{}\n\n{}", parts.join("\n"), self.counts_text(&view["counts"]))
    }

    pub fn mended_text(&self, view: &Value) -> String {
        let aside = match view["aside"].as_str() {
            Some(folder) => self.said("aside", [("folder", folder.to_owned())]),
            None => String::new(),
        };
        format!("{aside}\n\n{}", self.counts_text(&view["counts"])).trim().to_owned()
    }

    pub fn care_text(&self, view: &Value) -> String {
        let state = view["state"].as_str().unwrap_or_default();
        let mut parts = vec![self.said(&format!("care_{state}"), [("folder", text(&view["folder"]))])];
        let back: Vec<String> = view["files_back"].as_array().into_iter().flatten().map(text).collect();
        if !back.is_empty() {
            parts.push(self.said("care_files_back", [("names", back.join(", "))]));
        }
        parts.push(text(&view["trouble"]["sentence"]));
        if state == "damaged" {
            if !view["backup"].is_null() {
                parts.push(self.said("care_backup", [("at", moment(&view["backup"]["backup"]["made"]))]));
            }
            let counts = view["salvage"]["counts"].as_array();
            let count: u64 = counts.into_iter().flatten().filter_map(|row| row["count"].as_u64()).sum();
            parts.push(if view["salvage"].is_null() {
                self.word("care_nothing")
            } else {
                self.said(
                    "care_salvage",
                    [("count", count.to_string()), ("lost", text(&view["salvage"]["lost"]))],
                )
            });
        }
        parts.retain(|part| !part.is_empty());
        parts.join("\n")
    }

    pub fn moved_text(&self, moved: &Value) -> String {
        self.said("moved", [("from", text(&moved["from"])), ("to", text(&moved["to"]))])
    }

    pub fn way_text(&self, way: &Value) -> String {
        let part = |name: &'static str| (name, text(&way[name]));
        self.said("way", [part("undone"), part("redone"), part("before")])
    }
}

/// A size for a person: `12 kB`, `3.4 MB`.
fn size(bytes: &Value) -> String {
    let bytes = bytes.as_f64().unwrap_or_default();
    let (value, unit) = match bytes {
        b if b < 1000.0 => return format!("{b} B"),
        b if b < 1e6 => (b / 1e3, "kB"),
        b if b < 1e9 => (b / 1e6, "MB"),
        b => (b / 1e9, "GB"),
    };
    if value < 10.0 { format!("{value:.1} {unit}") } else { format!("{value:.0} {unit}") }
}
