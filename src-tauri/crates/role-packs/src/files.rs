//! The files of a pack, from a folder or embedded in the program.

use include_dir::{Dir, include_dir};
use std::collections::BTreeMap;
use std::path::Path;

static PACKS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../role-packs");

/// The largest file of a pack that is read, in bytes.
const MOST_BYTES: u64 = 4 * 1024 * 1024;

/// The texts of a pack's files by their path in it (`skills/data.toml`).
#[derive(Debug, Clone, Default)]
pub struct PackFiles(pub BTreeMap<String, String>);

/// The files of a pack that the program ships; none when there is no pack of that name.
pub fn embedded(pack: &str) -> PackFiles {
    let mut files = PackFiles::default();
    if let Some(folder) = PACKS.get_dir(pack) {
        collect(folder, pack, &mut files);
    }
    files
}

fn collect(folder: &Dir<'_>, pack: &str, files: &mut PackFiles) {
    for file in folder.files() {
        if let (Ok(path), Some(text)) = (file.path().strip_prefix(pack), file.contents_utf8()) {
            files.0.insert(path.to_string_lossy().replace('\\', "/"), normal(text));
        }
    }
    for inner in folder.dirs() {
        collect(inner, pack, files);
    }
}

fn normal(text: &str) -> String {
    text.trim_start_matches('\u{feff}').replace("\r\n", "\n")
}

impl PackFiles {
    /// Reads a pack's folder: its `.toml` and `.txt` files and those of its folders `skills` and `documents`.
    pub fn read(folder: &Path) -> std::io::Result<Self> {
        let mut files = Self::default();
        for inner in ["", "skills", "documents"] {
            let place = folder.join(inner);
            if !inner.is_empty() && !place.is_dir() {
                continue;
            }
            for entry in std::fs::read_dir(&place)? {
                let entry = entry?;
                let name = entry.file_name().to_string_lossy().into_owned();
                let kind = entry.file_type()?;
                if !kind.is_file() || !(name.ends_with(".toml") || name.ends_with(".txt")) {
                    continue;
                }
                if entry.metadata()?.len() > MOST_BYTES {
                    return Err(std::io::Error::other(format!("{name} is larger than 4 MiB")));
                }
                let path = if inner.is_empty() { name } else { format!("{inner}/{name}") };
                files.0.insert(path, normal(&std::fs::read_to_string(entry.path())?));
            }
        }
        Ok(files)
    }
}
