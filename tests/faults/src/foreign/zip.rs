//! Hostile zips: what an archive or a backup should not be.

use super::make::{Made, bomb, made};
use crate::chance::Chance;

/// What an entry of a zip claims and is.
struct Entry {
    name: Vec<u8>,
    bytes: Vec<u8>,
    method: u16,
    size: u32,
    mode: u32,
}

impl Entry {
    fn plain(name: &str, bytes: &[u8]) -> Self {
        let size = u32::try_from(bytes.len()).unwrap_or(u32::MAX);
        Self { name: name.into(), bytes: bytes.to_vec(), method: 0, size, mode: 0o100_644 }
    }
}

/// A zip that is an archive or a backup by its manifest, and no good one.
pub(super) fn zip(chance: &mut Chance) -> Made {
    let manifest = |text: &str| Entry::plain("manifest.json", text.as_bytes());
    let known = r#"{"format":"groundwork-archive","version":1,"schema":4,"program":"0.1.0","made":"2026-11-20T10:00:00Z","files":[]}"#;
    let backup = r#"{"format":"groundwork-backup","version":1,"made":"2026-11-20T10:00:00Z","reason":"asked","program":"0.1.0","files":[]}"#;
    let known = *chance.of(&[known, backup]);
    let (entries, what): (Vec<Entry>, &str) = match chance.below(14) {
        0 => (vec![manifest(known), Entry::plain("../../outside", b"x")], "a name that leads out"),
        1 => (vec![manifest(known), Entry::plain("/tmp/groundwork-harm", b"x")], "an absolute name"),
        2 => (vec![manifest(known), manifest(known)], "a name twice"),
        3 => (vec![manifest(known), Entry::plain("MANIFEST.JSON", b"{}")], "names that differ in case"),
        4 => {
            let link = Entry { mode: 0o120_777, ..Entry::plain("records/skill.json", b"/etc/passwd") };
            (vec![manifest(known), link], "a link")
        }
        5 => {
            let deflated = bomb(b"", 500 << 20)[2..].to_vec();
            let size = 500 << 20;
            (
                vec![
                    manifest(known),
                    Entry { method: 8, size, bytes: deflated, ..Entry::plain("records/skill.json", b"") },
                ],
                "a bomb of 500 MiB",
            )
        }
        6 => {
            let deflated = bomb(b"", 100 << 20)[2..].to_vec();
            (
                vec![
                    manifest(known),
                    Entry { method: 8, size: 10, bytes: deflated, ..Entry::plain("records/skill.json", b"") },
                ],
                "a bomb that says ten bytes",
            )
        }
        7 => (vec![manifest(&"[".repeat(100_000))], "a manifest 100,000 deep"),
        8 => {
            (vec![manifest(&known.replace("\"version\":1", "\"version\":999"))], "a manifest from the future")
        }
        9 => {
            let many = (0..70_000).map(|number| Entry::plain(&format!("attachments/{number}"), b""));
            (many.collect(), "70,000 entries")
        }
        10 => (
            vec![Entry { name: b"manifest\xff\xfe.json".to_vec(), ..manifest(known) }],
            "a name in no encoding",
        ),
        11 => {
            let file = r#""files":[{"path":"attachments/aa","bytes":1,"sha256":"00"}]"#;
            (
                vec![manifest(&known.replace(r#""files":[]"#, file)), Entry::plain("attachments/aa", b"xx")],
                "a wrong hash",
            )
        }
        12 => (
            vec![Entry::plain("key.age", &chance.bytes(300)), Entry::plain("data.age", &chance.bytes(3_000))],
            "a seal of rubbish",
        ),
        _ => (
            vec![manifest(known), Entry::plain("records/skill.json", "[".repeat(100_000).as_bytes())],
            "records 100,000 deep",
        ),
    };
    made(zipped(&entries), what)
}

fn zipped(entries: &[Entry]) -> Vec<u8> {
    let (mut bytes, mut list) = (Vec::new(), Vec::new());
    for entry in entries {
        let offset = u32::try_from(bytes.len()).unwrap_or(0);
        let mut sum = flate2::Crc::new();
        sum.update(&entry.bytes);
        let mut common = Vec::new();
        common.extend(20_u16.to_le_bytes());
        common.extend(0_u16.to_le_bytes());
        common.extend(entry.method.to_le_bytes());
        common.extend([0, 0, 0x21, 0x5d]);
        common.extend(sum.sum().to_le_bytes());
        common.extend(u32::try_from(entry.bytes.len()).unwrap_or(0).to_le_bytes());
        common.extend(entry.size.to_le_bytes());
        common.extend(u16::try_from(entry.name.len()).unwrap_or(0).to_le_bytes());
        common.extend(0_u16.to_le_bytes());
        bytes.extend(b"PK\x03\x04");
        bytes.extend(&common);
        bytes.extend(&entry.name);
        bytes.extend(&entry.bytes);
        list.extend(b"PK\x01\x02\x14\x03");
        list.extend(&common);
        list.extend([0; 6]);
        list.extend((entry.mode << 16).to_le_bytes());
        list.extend(offset.to_le_bytes());
        list.extend(&entry.name);
    }
    let (offset, length) = (bytes.len(), list.len());
    bytes.extend(list);
    let count = u16::try_from(entries.len().min(65_535)).unwrap_or(0);
    bytes.extend(b"PK\x05\x06\0\0\0\0");
    bytes.extend(count.to_le_bytes());
    bytes.extend(count.to_le_bytes());
    bytes.extend(u32::try_from(length).unwrap_or(0).to_le_bytes());
    bytes.extend(u32::try_from(offset).unwrap_or(0).to_le_bytes());
    bytes.extend(0_u16.to_le_bytes());
    bytes
}
