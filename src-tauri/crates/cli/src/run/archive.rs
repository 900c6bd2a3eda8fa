//! The archive.

use super::Terminal;
use super::badges::named;
use crate::args::{Archive, Replace};
use groundwork_app::AppError;
use serde_json::{Value, json};

impl Terminal {
    pub(super) fn archive(&self, archive: Archive) -> Result<String, AppError> {
        match archive {
            Archive::Export { file, replace } => {
                let params = json!({ "path": named(&file), "replace": replace });
                self.show(self.call("archive.export", params)?, |view| self.archive_written_text(view))
            }
            Archive::Import { file, preview, replace } => {
                let view = self.call("archive.read", json!({ "path": named(&file) }))?;
                if preview {
                    return self.show(view, |view| self.archive_preview_text(view));
                }
                let replace = wanted(&view, &replace);
                let taken = self.call("archive.take", json!({ "id": view["id"], "replace": replace }))?;
                self.show(taken, |taken| self.archive_taken_text(taken))
            }
        }
    }
}

/// The keys of the records that are to be as in the archive.
fn wanted(preview: &Value, replace: &[Replace]) -> Vec<Value> {
    if replace.contains(&Replace::All) {
        let different = preview["different"].as_array().into_iter().flatten();
        return different.map(|it| it["key"].clone()).collect();
    }
    let keys = replace.iter().filter_map(|it| match it {
        Replace::Key(key) => Some(json!(key)),
        Replace::All | Replace::None => None,
    });
    keys.collect()
}
