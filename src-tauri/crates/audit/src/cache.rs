//! Reports that were made before: kept by all that they were made from, so that a kept one is right or not found.

use groundwork_domain::audit::Report;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::fs;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, SystemTime};

/// Version of what a report is made by, beside the rules: raised with each change of it.
const FORMAT: u32 = 1;
/// Reports that are kept.
const KEPT: usize = 200;
/// Bytes of a kept report.
const LARGEST: u64 = 32 << 20;
/// After this time a half-written file is nobody's.
const LEFT_BEHIND: Duration = Duration::from_secs(24 * 3_600);
const HEAD: &str = "groundwork-audit";

/// All that a report is made from.
pub(crate) struct Key([u8; 32]);

impl Key {
    /// The key of these parts, in this order.
    pub fn of<'a>(parts: impl IntoIterator<Item = &'a [u8]>) -> Self {
        let mut hash = Sha256::new();
        hash.update(FORMAT.to_le_bytes());
        hash.update(crate::RULES.to_le_bytes());
        for part in parts {
            hash.update((part.len() as u64).to_le_bytes());
            hash.update(part);
        }
        Self(hash.finalize().into())
    }

    fn text(&self) -> String {
        hex(&self.0)
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Kept {
    key: String,
    report: Report,
}

/// A folder of kept reports.
pub(crate) struct Cache<'a>(pub &'a Path);

impl Cache<'_> {
    fn file(&self, key: &Key) -> PathBuf {
        self.0.join(format!("{}.json", key.text()))
    }

    /// The report that was kept under this key; none where there is none or it is damaged.
    pub fn find(&self, key: &Key) -> Option<Report> {
        let path = self.file(key);
        if !fs::symlink_metadata(&path).is_ok_and(|found| found.is_file() && found.len() <= LARGEST) {
            return None;
        }
        let mut text = String::new();
        fs::File::open(path).ok()?.take(LARGEST).read_to_string(&mut text).ok()?;
        let (head, body) = text.split_once('\n')?;
        if head != format!("{HEAD} {FORMAT} {}", hex(&Sha256::digest(body))) {
            return None;
        }
        let kept: Kept = serde_json::from_str(body).ok()?;
        (kept.key == key.text()).then_some(kept.report)
    }

    /// Keeps a report. A folder that cannot be written costs the next audit its time and nothing else.
    pub fn keep(&self, key: &Key, report: &Report) {
        if self.write(key, report).is_ok() {
            self.prune();
        }
    }

    fn write(&self, key: &Key, report: &Report) -> std::io::Result<()> {
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        let body = serde_json::to_string(&Kept { key: key.text(), report: report.clone() })?;
        fs::create_dir_all(self.0)?;
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let part = self.0.join(format!("{}.{}-{number}.part", key.text(), std::process::id()));
        let written = (|| {
            let mut file = fs::OpenOptions::new().write(true).create_new(true).open(&part)?;
            writeln!(file, "{HEAD} {FORMAT} {}", hex(&Sha256::digest(&body)))?;
            file.write_all(body.as_bytes())?;
            drop(file);
            fs::rename(&part, self.file(key))
        })();
        if written.is_err() {
            let _ = fs::remove_file(&part);
        }
        written
    }

    /// Removes the oldest reports beyond those that are kept, and what was left half-written. Other files stay.
    fn prune(&self) {
        let Ok(entries) = fs::read_dir(self.0) else { return };
        let mut reports: Vec<(SystemTime, PathBuf)> = Vec::new();
        for entry in entries.filter_map(Result::ok) {
            let name = entry.file_name();
            let Some((key, end)) = name.to_str().and_then(|name| name.split_once('.')) else { continue };
            if key.len() != 64 || !key.chars().all(|digit| digit.is_ascii_hexdigit()) {
                continue;
            }
            let Ok(written) = entry.metadata().and_then(|found| found.modified()) else { continue };
            if end == "json" {
                reports.push((written, entry.path()));
            } else if end.ends_with(".part") && written.elapsed().is_ok_and(|age| age > LEFT_BEHIND) {
                let _ = fs::remove_file(entry.path());
            }
        }
        reports.sort_unstable();
        let surplus = reports.len().saturating_sub(KEPT);
        for (_, path) in reports.into_iter().take(surplus) {
            let _ = fs::remove_file(path);
        }
    }
}
