//! The archive as text.

use crate::print::text;
use crate::run::Terminal;
use serde_json::Value;

impl Terminal {
    pub fn archive_written_text(&self, view: &Value) -> String {
        let counts = view["counts"].as_array().into_iter().flatten();
        let records = counts.filter_map(|it| it["count"].as_u64()).sum();
        let number = |field: &str| view[field].as_u64().unwrap_or(0);
        let args = [
            ("records", self.count("archive_records", records)),
            ("files", self.count("archive_files", number("files"))),
            ("path", text(&view["path"])),
            ("size", size(number("bytes"))),
        ];
        let said = self.said("archive_written", args);
        match number("missing_files") {
            0 => said,
            missing => format!("{said}\n{}", self.count("archive_missing", missing)),
        }
    }

    /// What taking an archive in would do, kind by kind, then what differs, field by field.
    pub fn archive_preview_text(&self, view: &Value) -> String {
        let day = text(&view["made"]).get(..10).map(|day| self.date(&Value::from(day))).unwrap_or_default();
        let made = self.said("archive_made", [("date", day), ("program", text(&view["program"]))]);
        let headings = ["kind", "archive_new", "archive_same", "archive_different", "archive_only_here"];
        let kinds = self.rows(&headings, &view["kinds"], |row| {
            ["name", "new", "same", "different", "only_here"].map(|field| text(&row[field])).to_vec()
        });
        let mut parts = vec![format!("{made}\n\n{kinds}")];
        let files = ["new_files", "same_files"].map(|field| view[field].as_u64().unwrap_or(0));
        if files != [0, 0] {
            let [new, same] = files.map(|count| self.count("archive_files", count));
            parts.push(self.said("archive_new_files", [("new", new), ("same", same)]));
        }
        match view["missing_files"].as_u64() {
            None | Some(0) => {}
            Some(missing) => parts.push(self.count("archive_missing", missing)),
        }
        let rows: Vec<Value> = view["different"].as_array().into_iter().flatten().flat_map(fields).collect();
        if !rows.is_empty() {
            let headings = ["archive_key", "name", "archive_field", "archive_here", "archive_there"];
            parts.push(self.rows(&headings, &Value::from(rows), |row| {
                ["key", "called", "name", "here", "there"].map(|field| text(&row[field])).to_vec()
            }));
        }
        parts.join("\n\n")
    }

    pub fn archive_taken_text(&self, taken: &Value) -> String {
        self.said("archive_taken", ["added", "replaced", "kept"].map(|field| (field, text(&taken[field]))))
    }
}

/// A line for each field of a record that differs; key and name stand on the first one only.
fn fields(record: &Value) -> Vec<Value> {
    let fields = record["fields"].as_array().into_iter().flatten();
    let mut lines: Vec<Value> = fields.cloned().collect();
    if let Some(first) = lines.first_mut() {
        first["key"] = record["key"].clone();
        first["called"] = record["here"].clone();
    }
    lines
}

/// A size in bytes, as people read it.
fn size(bytes: u64) -> String {
    let (small, large) = (bytes / 1024, bytes / (1024 * 1024));
    match (large, small) {
        (0, 0) => format!("{bytes}\u{a0}B"),
        (0, small) => format!("{small}\u{a0}KiB"),
        (large, _) => format!("{large}\u{a0}MiB"),
    }
}
