//! The attached files are looked over: those that are lost or altered come back from the backups, which hold the same bytes.

use crate::backup::held_in_backups;
use crate::profile::thorough;
use crate::{Store, StoreError, care};
use groundwork_domain::person::AttachmentRecord;
use jiff::Timestamp;
use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, Write};

/// What a check of everything came to, where the database is whole.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Checked {
    /// Attached files that were lost or altered and are back from a backup.
    pub back: Vec<AttachmentRecord>,
    /// Those of which no backup here holds the bytes.
    pub lost: Vec<AttachmentRecord>,
}

impl Store {
    /// Checks everything now: the database in full, every record's type, and every attached file against its hash. A file
    /// that is lost or altered is brought back from the newest backup that holds it; one that was altered is kept aside
    /// first. Where nothing can be written, it is only told.
    pub fn check(&self, now: Timestamp) -> Result<Checked, StoreError> {
        thorough(&self.reader())?;
        let files = self.read(|reader| {
            reader.everything()?;
            reader.all_attachments()
        })?;
        // Several records may hold the same file.
        let mut stand: BTreeMap<String, Stand> = BTreeMap::new();
        let mut checked = Checked::default();
        for file in files {
            let known = stand.get(&file.sha256).copied();
            let its = match known {
                Some(its) => its,
                None => self.stand_of(&file, now)?,
            };
            stand.insert(file.sha256.clone(), its);
            match its {
                Stand::Whole => {}
                Stand::Back => checked.back.push(file),
                Stand::Lost => checked.lost.push(file),
            }
        }
        Ok(checked)
    }

    fn stand_of(&self, file: &AttachmentRecord, now: Timestamp) -> Result<Stand, StoreError> {
        if self.has_file(&file.sha256, file.bytes)? {
            return Ok(Stand::Whole);
        }
        if self.is_read_only() {
            return Ok(Stand::Lost);
        }
        let Some(copy) = held_in_backups(self.dir(), &file.sha256)? else { return Ok(Stand::Lost) };
        let path = self.file_path(&file.sha256)?;
        if fs::symlink_metadata(&path).is_ok() {
            care::keep_aside(self.dir(), &[path], now)?;
        }
        self.store_file_from(&file.sha256, file.bytes, |out: &mut dyn Write| {
            io::copy(&mut File::open(&copy)?, out)?;
            Ok::<_, StoreError>(())
        })?;
        Ok(Stand::Back)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stand {
    Whole,
    Back,
    Lost,
}
