//! A look at a profile from outside: what is in its tables, and whether the file is whole.

use rusqlite::types::ValueRef;
use rusqlite::{Connection, OpenFlags};
use std::collections::BTreeMap;
use std::path::Path;

/// Name of the database in a profile.
pub const DATABASE: &str = "groundwork.db";

/// What the program keeps past the history: undo does not lead back over it.
const PAST_HISTORY: [&str; 6] =
    ["kept_look", "kept_event", "kept_reminder", "kept_version", "kept_draft", "kept_audit"];

/// A reader of a profile's database, beside the program.
pub struct Look {
    conn: Connection,
    recorded: Vec<String>,
    kept: Vec<String>,
}

impl Look {
    /// Opens the database of a profile to read it.
    pub fn at(dir: &Path) -> Result<Self, String> {
        Self::into(&dir.join(DATABASE))
    }

    /// Opens a database to read it.
    pub fn into(database: &Path) -> Result<Self, String> {
        // Opened for writing: a hot journal is rolled back by the first who reads.
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let conn = Connection::open_with_flags(database, flags).map_err(said)?;
        conn.busy_timeout(std::time::Duration::from_secs(5)).map_err(said)?;
        conn.set_prepared_statement_cache_capacity(128);
        let sql =
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name";
        let names: Vec<String> = conn
            .prepare(sql)
            .and_then(|mut all| all.query_map([], |row| row.get(0))?.collect())
            .map_err(said)?;
        let (kept, recorded) = names
            .into_iter()
            .filter(|name| name != "history")
            .partition(|name| PAST_HISTORY.contains(&name.as_str()));
        Ok(Self { conn, recorded, kept })
    }

    /// A digest of everything that undo and redo lead through; the order of rows does not matter.
    pub fn recorded(&self) -> Result<u64, String> {
        self.digest(&self.recorded)
    }

    /// A digest of what is kept past the history.
    pub fn kept(&self) -> Result<u64, String> {
        self.digest(&self.kept)
    }

    /// How many rows of records and of what is kept there are.
    pub fn rows(&self) -> Result<u64, String> {
        let mut count = 0_i64;
        for table in self.recorded.iter().chain(&self.kept) {
            let sql = format!("SELECT count(*) FROM {table}");
            count += self.conn.query_row(&sql, [], |row| row.get::<_, i64>(0)).map_err(said)?;
        }
        Ok(count.unsigned_abs())
    }

    fn digest(&self, tables: &[String]) -> Result<u64, String> {
        let mut sum = 0_u64;
        for table in tables {
            let seed = fold(0, table.as_bytes());
            self.each(table, &mut |row| {
                sum = sum.wrapping_add(mixed(row.iter().fold(seed, |hash, value| fold_value(hash, *value))));
            })?;
        }
        Ok(sum)
    }

    fn each(&self, table: &str, with: &mut dyn FnMut(&[ValueRef<'_>])) -> Result<(), String> {
        let mut statement = self.conn.prepare_cached(&format!("SELECT * FROM {table}")).map_err(said)?;
        let columns = statement.column_count();
        let mut rows = statement.query([]).map_err(said)?;
        while let Some(row) = rows.next().map_err(said)? {
            let values: Result<Vec<_>, _> = (0..columns).map(|column| row.get_ref(column)).collect();
            with(&values.map_err(said)?);
        }
        Ok(())
    }

    /// Every row as text, by table, sorted: to say what differs. Ids made by the program and moments stand as what they
    /// are where `plain`, since a second run draws others.
    pub fn dump(&self, plain: bool) -> Result<BTreeMap<String, Vec<String>>, String> {
        let mut all = BTreeMap::new();
        for table in self.recorded.iter().chain(&self.kept) {
            let mut lines = Vec::new();
            self.each(table, &mut |row| {
                let texts: Vec<String> = row.iter().map(|value| shown(*value, plain)).collect();
                lines.push(texts.join(" | "));
            })?;
            lines.sort();
            all.insert(table.clone(), lines);
        }
        Ok(all)
    }

    /// The hashes of the attached files that records name.
    pub fn files(&self) -> Result<Vec<String>, String> {
        let sql = "SELECT DISTINCT sha256 FROM attachment ORDER BY sha256";
        let mut rows = self.conn.prepare(sql).map_err(said)?;
        let named = rows.query_map([], |row| row.get(0)).map_err(said)?;
        named.collect::<Result<_, _>>().map_err(said)
    }

    /// The number of the newest change that stands; 0 for none.
    pub fn stands(&self) -> Result<i64, String> {
        let sql = "SELECT coalesce(max(seq), 0) FROM history WHERE undone = 0";
        self.conn.query_row(sql, [], |row| row.get(0)).map_err(said)
    }

    /// Both checks of SQLite.
    pub fn whole(&self) -> Result<(), String> {
        let answer: String =
            self.conn.pragma_query_value(None, "integrity_check", |row| row.get(0)).map_err(said)?;
        if answer != "ok" {
            return Err(format!("integrity_check: {answer}"));
        }
        let mut statement = self.conn.prepare("PRAGMA foreign_key_check").map_err(said)?;
        match statement.exists([]) {
            Ok(false) => Ok(()),
            Ok(true) => Err("foreign_key_check found an orphan".into()),
            Err(error) => Err(said(error)),
        }
    }
}

/// Opens a profile from outside and asks SQLite whether it is whole.
pub fn whole(dir: &Path) -> Result<(), String> {
    Look::at(dir)?.whole()
}

/// The first lines in which two dumps differ.
pub fn difference(one: &BTreeMap<String, Vec<String>>, other: &BTreeMap<String, Vec<String>>) -> String {
    let none = Vec::new();
    for table in one.keys().chain(other.keys()) {
        let (a, b) = (one.get(table).unwrap_or(&none), other.get(table).unwrap_or(&none));
        if a != b {
            let only = |from: &[String], of: &[String]| {
                from.iter()
                    .find(|line| !of.contains(line))
                    .map(|line| line.chars().take(300).collect::<String>())
            };
            return format!(
                "{table}: {} and {} rows; only here {:?}, only there {:?}",
                a.len(),
                b.len(),
                only(a, b),
                only(b, a)
            );
        }
    }
    "nothing differs".into()
}

fn said(error: rusqlite::Error) -> String {
    error.to_string()
}

fn shown(value: ValueRef<'_>, plain: bool) -> String {
    match value {
        ValueRef::Null => "null".into(),
        ValueRef::Integer(number) => number.to_string(),
        ValueRef::Real(number) => format!("{number:?}"),
        ValueRef::Blob(bytes) => format!("{bytes:?}"),
        ValueRef::Text(bytes) => {
            let text = String::from_utf8_lossy(bytes);
            if plain { unnamed(&text) } else { format!("{text:?}") }
        }
    }
}

/// A text with every UUID and every moment replaced by a word.
fn unnamed(text: &str) -> String {
    let is_id = |part: &str| part.len() == 36 && part.bytes().filter(|byte| *byte == b'-').count() == 4;
    let is_moment = |part: &str| part.len() >= 20 && part.as_bytes()[10] == b'T' && part.ends_with('Z');
    let parts = text.split_inclusive(|c: char| !(c.is_ascii_alphanumeric() || "-:.".contains(c)));
    let mut plain = String::new();
    for part in parts {
        let end = part.trim_end_matches(|c: char| !(c.is_ascii_alphanumeric() || "-:.".contains(c)));
        let word = end.rsplit(':').next().unwrap_or(end);
        if is_id(end) || is_id(word) {
            plain.push_str("ID");
        } else if is_moment(end) {
            plain.push_str("MOMENT");
        } else {
            plain.push_str(end);
        }
        plain.push_str(&part[end.len()..]);
    }
    plain
}

fn fold_value(hash: u64, value: ValueRef<'_>) -> u64 {
    match value {
        ValueRef::Null => fold(hash, b"n"),
        ValueRef::Integer(number) => fold(fold(hash, b"i"), &number.to_le_bytes()),
        ValueRef::Real(number) => fold(fold(hash, b"r"), &number.to_bits().to_le_bytes()),
        ValueRef::Text(bytes) => fold(fold(hash, b"t"), bytes),
        ValueRef::Blob(bytes) => fold(fold(hash, b"b"), bytes),
    }
}

/// Eight bytes at a time, with the length, by Knuth's multiplier: fast, and good enough where nobody plays tricks.
fn fold(mut hash: u64, bytes: &[u8]) -> u64 {
    for chunk in bytes.chunks(8) {
        let mut word = [0; 8];
        word[..chunk.len()].copy_from_slice(chunk);
        hash = (hash ^ u64::from_le_bytes(word)).wrapping_mul(0x5851_f42d_4c95_7f2d).rotate_left(29);
    }
    (hash ^ bytes.len() as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

fn mixed(z: u64) -> u64 {
    let z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

/// Every attached file that a record names is there, with the bytes that its hash says.
pub fn files_whole(dir: &Path) -> Result<(), String> {
    for sha256 in Look::at(dir)?.files()? {
        let path = dir.join("attachments").join(&sha256[..2]).join(&sha256);
        let bytes = std::fs::read(&path).map_err(|error| format!("attached file {sha256}: {error}"))?;
        if sha256_of(&bytes) != sha256 {
            return Err(format!("attached file {sha256} has other bytes"));
        }
    }
    Ok(())
}

/// Every backup that has a name is whole: each file of its manifest is there, with the bytes that its hash says.
pub fn backups_whole(dir: &Path) -> Result<(), String> {
    for entry in std::fs::read_dir(dir.join("backups")).into_iter().flatten().flatten() {
        let folder = entry.path();
        let hidden = entry.file_name().to_string_lossy().starts_with('.');
        if hidden || !folder.is_dir() {
            continue;
        }
        let text = std::fs::read_to_string(folder.join("manifest.json"))
            .map_err(|error| format!("{}: no manifest: {error}", folder.display()))?;
        let manifest: serde_json::Value = serde_json::from_str(&text).map_err(|error| error.to_string())?;
        for file in manifest["files"].as_array().into_iter().flatten() {
            let path = folder.join(file["path"].as_str().unwrap_or_default());
            let bytes = std::fs::read(&path).map_err(|error| format!("{}: {error}", path.display()))?;
            if Some(sha256_of(&bytes).as_str()) != file["sha256"].as_str() {
                return Err(format!("{} has other bytes than its manifest says", path.display()));
            }
        }
        Look::into(&folder.join(DATABASE))?.whole()?;
    }
    Ok(())
}

/// SHA-256 in lower-case hexadecimal.
pub fn sha256_of(bytes: &[u8]) -> String {
    use sha2::Digest;
    sha2::Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}
