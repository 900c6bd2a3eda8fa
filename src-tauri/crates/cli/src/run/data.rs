//! The data itself: backups, care, the way through the history.

use super::{Terminal, read_text};
use crate::args::{Backup, Care, WhichBackup};
use crate::print::text;
use groundwork_app::AppError;
use serde_json::{Value, json};
use std::path::Path;

fn path_text(path: &Path) -> String {
    std::path::absolute(path).unwrap_or_else(|_| path.to_owned()).display().to_string()
}

/// The first line of a file.
fn first_line(file: &Path) -> Result<String, AppError> {
    Ok(read_text(file)?.lines().next().unwrap_or_default().to_owned())
}

impl Terminal {
    pub(super) fn backup(&self, command: Option<Backup>) -> Result<String, AppError> {
        match command {
            None | Some(Backup::Now) => {
                self.show(self.call("backup.now", json!({}))?, |row| text(&row["path"]))
            }
            Some(Backup::List) => {
                self.show(self.call("backup.list", json!({}))?, |all| self.backups_text(all))
            }
            Some(Backup::Show(which)) => {
                let params = self.which(&which)?;
                let view = self.call("backup.show", params)?;
                match view["fault"].as_object() {
                    // A script reads it in the value; a person gets it as any refusal.
                    Some(_) if !self.json => Err(fault(&view["fault"])),
                    _ => self.show(view, |view| self.backup_text(view)),
                }
            }
            Some(Backup::Restore(which)) => {
                let params = self.which(&which)?;
                self.show(self.call("backup.restore", params)?, |view| self.restored_text(view))
            }
            Some(Backup::Folder { folder, .. }) => {
                let all = match folder {
                    Some(folder) => self.call("backup.set_folder", json!({ "path": path_text(&folder) }))?,
                    None => self.call("backup.clear_folder", json!({}))?,
                };
                self.show(all, |all| self.backups_text(all))
            }
            Some(Backup::Passphrase { file, .. }) => {
                let passphrase = file.as_deref().map(first_line).transpose()?;
                let all = self.call("backup.set_passphrase", json!({ "passphrase": passphrase }))?;
                self.show(all, |all| self.backups_text(all))
            }
        }
    }

    /// The parameters that name a backup: by its name in the list, or a file from elsewhere.
    fn which(&self, which: &WhichBackup) -> Result<Value, AppError> {
        let name = &which.backup;
        let id = if name.starts_with("here:") || name.starts_with("away:") {
            name.clone()
        } else {
            let all = self.call("backup.list", json!({}))?;
            let rows = all["rows"].as_array().map(Vec::as_slice).unwrap_or_default();
            let ends =
                |row: &&Value| text(&row["id"]).split_once(':').is_some_and(|(_, listed)| listed == name);
            match rows.iter().find(ends) {
                Some(row) => text(&row["id"]),
                None => text(&self.call("backup.pick", json!({ "path": path_text(Path::new(name)) }))?["id"]),
            }
        };
        let passphrase = which.passphrase_file.as_deref().map(first_line).transpose()?;
        Ok(json!({ "id": id, "passphrase": passphrase }))
    }

    pub(super) fn care(&self, command: &Care) -> Result<String, AppError> {
        match command {
            Care::Show => self.show(self.call("care.show", json!({}))?, |view| self.care_text(view)),
            Care::Check => self.show(self.call("care.check", json!({}))?, |view| self.care_text(view)),
            Care::Restore => {
                self.show(self.call("care.restore", json!({}))?, |view| self.restored_text(view))
            }
            Care::Salvage => self.show(self.call("care.salvage", json!({}))?, |view| self.mended_text(view)),
            Care::Begin => self.show(self.call("care.begin", json!({}))?, |view| self.mended_text(view)),
            Care::Move { folder } => {
                let moved = self.call("care.move", json!({ "path": path_text(folder) }))?;
                self.show(moved, |moved| self.moved_text(moved))
            }
        }
    }
}

fn fault(value: &Value) -> AppError {
    let args = value["args"].as_object().cloned().unwrap_or_default();
    let detail = args.get("detail").map(text).unwrap_or_default();
    AppError::with(value["code"].as_str().unwrap_or_default(), [("detail", detail)])
}
