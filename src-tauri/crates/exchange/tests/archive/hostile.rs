//! Archives that were not made by this program.

use super::zip_made::{Entry, zip};
use super::{SCHEMA, hash, open, read_all, written};
use groundwork_exchange::archive::MOST_FILES;
use proptest::prelude::*;
use serde_json::{Value, json};

fn manifest_of(files: &[(&str, &[u8])]) -> Value {
    let mut files: Vec<_> = files.to_vec();
    files.sort();
    let list = files
        .iter()
        .map(|(path, bytes)| json!({ "path": path, "bytes": bytes.len(), "sha256": hash(bytes) }));
    json!({
        "format": "groundwork-archive", "version": 1, "schema": SCHEMA, "program": "0.1.0",
        "made": "2026-11-20T10:00:00Z", "files": list.collect::<Vec<_>>(), "missing": [],
    })
}

fn good() -> Vec<Entry> {
    let manifest = manifest_of(&[("records/skill.json", b"[]")]).to_string();
    vec![Entry::stored("manifest.json", manifest.as_bytes()), Entry::stored("records/skill.json", b"[]")]
}

fn with(entry: Entry) -> Vec<u8> {
    let mut all = good();
    all.push(entry);
    zip(&all)
}

fn with_manifest(change: impl FnOnce(&mut Value)) -> Vec<u8> {
    let mut manifest = manifest_of(&[("records/skill.json", b"[]")]);
    change(&mut manifest);
    zip(&[
        Entry::stored("manifest.json", manifest.to_string().as_bytes()),
        Entry::stored("records/skill.json", b"[]"),
    ])
}

#[track_caller]
fn is_refused(bytes: &[u8], word: &str) {
    match read_all(bytes) {
        Ok(()) => panic!("accepted; {word} was wanted"),
        Err(error) => assert_eq!(error.word(), word, "{error:?}"),
    }
}

#[test]
fn a_plain_zip_of_the_right_files_is_an_archive() {
    read_all(&zip(&good())).unwrap();
}

#[test]
fn links_devices_and_folders_are_refused() {
    let of =
        |mode: u32| Entry { attributes: mode << 16, ..Entry::stored("records/target.json", b"/etc/passwd") };
    is_refused(&with(of(0o120_777)), "link");
    is_refused(&with(of(0o010_644)), "link");
    is_refused(&with(of(0o020_644)), "link");
    is_refused(&with(of(0o040_755)), "folder");
    is_refused(&with(Entry::stored("records/", b"")), "folder");
    is_refused(&with(Entry::stored("records/", b"with content")), "folder");
}

#[test]
fn names_that_lead_elsewhere_are_refused() {
    for name in [
        "/etc/passwd",
        "../skill.json",
        "records/../../skill.json",
        "records/./skill.json",
        "records\\skill.json",
        "..\\skill.json",
        "C:/skill.json",
        "c:skill.json",
        "\\\\server\\share",
        "records/skill.json\0.txt",
        "",
    ] {
        is_refused(&with(Entry::stored(name, b"[]")), "path");
    }
}

#[test]
fn names_that_the_format_does_not_know_are_refused() {
    let long = format!("records/{}.json", "a".repeat(65));
    let short = format!("attachments/{}", "0".repeat(63));
    let upper = format!("attachments/{}", "A".repeat(64));
    for name in [
        "notes.txt",
        "records/Skill2.json",
        "records/skill.txt",
        "records/skill.1.json",
        "records/skill.02.json",
        "records/skill.+2.json",
        "records/skill.2.3.json",
        "records/a/b.json",
        "records/é.json",
        "records/.json",
        "attachments/x",
        "groundwork.db",
        &long,
        &short,
        &upper,
    ] {
        is_refused(&with(Entry::stored(name, b"[]")), "name");
    }
    let latin = Entry { name: b"records/\xe9.json".to_vec(), ..Entry::stored("x", b"[]") };
    is_refused(&with(latin), "name");
}

#[test]
fn names_that_are_one_file_somewhere_are_refused() {
    is_refused(&with(Entry::stored("records/skill.json", b"[]")), "duplicate");
    is_refused(&with(Entry::stored("manifest.json", b"{}")), "duplicate");
    is_refused(&with(Entry::stored("Records/skill.json", b"[]")), "collision");
    is_refused(&with(Entry::stored("records/SKILL.json", b"[]")), "collision");
    // The same letters in their wide forms, and a ligature.
    is_refused(&with(Entry::stored("records/\u{ff53}kill.json", b"[]")), "collision");
    is_refused(&with(Entry::stored("mani\u{fb00}est.json", b"[]")), "name");
    is_refused(&with(Entry::stored("ma\u{ff4e}ifest.json", b"[]")), "collision");
}

#[test]
fn sizes_that_lie_are_refused() {
    let long = b"[1, 2, 3]";
    let lies = |entry: &Entry, size: u32| Entry { size, ..entry.clone() };
    let (stored, deflated) =
        (Entry::stored("records/target.json", long), Entry::deflated("records/target.json", long));
    let manifest = manifest_of(&[("records/skill.json", b"[]"), ("records/target.json", long)]).to_string();
    let all = |entry: Entry| {
        zip(&[
            Entry::stored("manifest.json", manifest.as_bytes()),
            Entry::stored("records/skill.json", b"[]"),
            entry,
        ])
    };
    read_all(&all(stored.clone())).unwrap();
    read_all(&all(deflated.clone())).unwrap();
    is_refused(&all(lies(&stored, 3)), "size");
    is_refused(&all(lies(&stored, 30)), "size");
    is_refused(&all(lies(&deflated, 3)), "size");
    is_refused(&all(lies(&deflated, 30)), "size");
    // The manifest says the same lie.
    for size in [3_u32, 30] {
        let mut lying = manifest_of(&[("records/target.json", long)]);
        lying["files"][0]["bytes"] = json!(size);
        let entries = [Entry::stored("manifest.json", lying.to_string().as_bytes()), lies(&deflated, size)];
        is_refused(&zip(&entries), "size");
    }
    is_refused(&all(Entry { crc: 7, ..stored }), "hash");
}

#[test]
fn bombs_are_refused_before_anything_is_unpacked() {
    let zeros = vec![b' '; 8 * 1024 * 1024];
    let bomb = Entry::deflated("records/target.json", &zeros);
    assert!(bomb.packed.len() < 100_000);
    is_refused(&with(bomb.clone()), "bomb");
    is_refused(&with(Entry { size: 65 * 1024 * 1024, ..bomb.clone() }), "too_large");
    // One that says little is unpacked no farther than it says.
    let small = Entry { size: 1000, ..bomb };
    let manifest =
        json!({ "files": [{ "path": "records/target.json", "bytes": 1000, "sha256": "0".repeat(64) }] });
    let mut whole = manifest_of(&[]);
    whole["files"] = manifest["files"].clone();
    is_refused(&zip(&[Entry::stored("manifest.json", whole.to_string().as_bytes()), small]), "size");
    let many: Vec<Entry> = (0..1100)
        .map(|n| Entry {
            size: u32::MAX,
            method: 8,
            ..Entry::stored(&format!("attachments/{n:064x}"), &[0; 4])
        })
        .collect();
    is_refused(&zip(&many), "bomb");
}

#[test]
fn a_zip_of_files_within_each_other_is_refused() {
    let mut all = good();
    all.push(Entry::stored("records/target.json", b"[]"));
    let mut bytes = zip(&all);
    // The last entry of the list is sent to the place of the one before.
    let list = bytes.windows(4).rposition(|four| four == b"PK\x01\x02").unwrap();
    let before = bytes[..list].windows(4).rposition(|four| four == b"PK\x01\x02").unwrap();
    let at: Vec<u8> = bytes[before + 42..before + 46].to_vec();
    bytes[list + 42..list + 46].copy_from_slice(&at);
    is_refused(&bytes, "broken");
    // And one whose own header has another name.
    let other = Entry {
        local_name: Some(b"records/rigged.json".to_vec()),
        ..Entry::stored("records/target.json", b"[]")
    };
    is_refused(&with(other), "broken");
}

#[test]
fn what_is_encrypted_or_packed_otherwise_is_refused() {
    is_refused(&with(Entry { flags: 0x801, ..Entry::stored("records/target.json", b"[]") }), "encrypted");
    for method in [1, 6, 9, 12, 14, 93, 95, 98] {
        is_refused(&with(Entry { method, ..Entry::stored("records/target.json", b"[]") }), "compression");
    }
}

#[test]
fn files_and_manifest_must_agree() {
    is_refused(&with(Entry::stored("records/target.json", b"[]")), "extra");
    is_refused(&zip(&good()[..1]), "missing");
    is_refused(&zip(&good()[1..]), "wrong_format");
    let altered = [good()[0].clone(), Entry::stored("records/skill.json", b"{}")];
    is_refused(&zip(&altered), "hash");
    let longer = [good()[0].clone(), Entry::stored("records/skill.json", b"[ ]")];
    is_refused(&zip(&longer), "size");
}

#[test]
fn a_manifest_from_the_future_says_who_made_it() {
    for change in [
        (|it: &mut Value| it["version"] = json!(2)) as fn(&mut Value),
        |it| it["schema"] = json!(SCHEMA + 1),
        |it| {
            *it = json!({ "format": "groundwork-archive", "version": 7, "unheard": [[[[]]]], "program": "9.0.0" })
        },
    ] {
        let bytes = with_manifest(|it| {
            it["program"] = json!("9.0.0");
            change(it);
        });
        let error = open(&bytes).err().unwrap();
        assert_eq!((error.word(), error.to_string().contains("9.0.0")), ("newer", true), "{error}");
    }
}

#[test]
fn a_manifest_that_is_not_as_it_should_be_is_refused() {
    type Change = fn(&mut Value);
    let cases: [(&str, Change); 16] = [
        ("wrong_format", |it| it["format"] = json!("groundwork-backup")),
        ("wrong_format", |it| it["format"] = json!(7)),
        ("wrong_format", |it| *it = json!([])),
        ("wrong_format", |it| it["version"] = json!(-1)),
        ("manifest", |it| it["version"] = json!(0)),
        ("manifest", |it| it["schema"] = json!(0)),
        ("manifest", |it| it["extra"] = json!(1)),
        ("manifest", |it| it["made"] = json!("yesterday")),
        ("manifest", |it| it["program"] = json!("a".repeat(101))),
        ("manifest", |it| it["files"][0]["sha256"] = json!("x")),
        ("manifest", |it| it["files"][0]["bytes"] = json!(-2)),
        ("manifest", |it| it["missing"] = json!(["x"])),
        ("manifest", |it| it["files"] = json!([it["files"][0], it["files"][0]])),
        ("path", |it| it["files"][0]["path"] = json!("../x")),
        ("name", |it| it["files"][0]["path"] = json!("x")),
        ("manifest", |it| it["files"][0]["path"] = json!(format!("attachments/{}", "0".repeat(64)))),
    ];
    for (word, change) in cases {
        is_refused(&with_manifest(change), word);
    }
    let bare = |bytes: &[u8]| zip(&[Entry::stored("manifest.json", bytes)]);
    is_refused(&bare(b""), "wrong_format");
    is_refused(&bare(b"{\"format\":\"groundwork-archive\xff\"}"), "utf8");
    is_refused(&bare(&b"[".repeat(100_000)), "depth");
}

#[test]
fn json_that_nests_too_deep_or_is_no_text_is_refused() {
    let of = |bytes: &[u8]| {
        let manifest = manifest_of(&[("records/skill.json", bytes)]).to_string();
        zip(&[
            Entry::stored("manifest.json", manifest.as_bytes()),
            Entry::deflated("records/skill.json", bytes),
        ])
    };
    is_refused(&of(&b"[".repeat(100_000)), "depth");
    is_refused(&of(&b"{\"a\":".repeat(9)), "depth");
    is_refused(&of(b"[\"\xff\"]"), "utf8");
    is_refused(
        &of("[]"
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .chain([0xff, 0xfe])
            .collect::<Vec<_>>()
            .as_slice()),
        "utf8",
    );
    // Brackets in a text are no brackets.
    read_all(&of(format!("[\"{}\\\"[[[[[[[[[[[[\"]", "[".repeat(50)).as_bytes())).unwrap();
}

#[test]
fn what_is_no_zip_or_only_a_part_of_one_is_refused() {
    is_refused(b"", "not_a_zip");
    is_refused(b"PK", "not_a_zip");
    is_refused(b"%PDF-1.7 and so on", "not_a_zip");
    let whole = zip(&good());
    for length in (4..whole.len()).step_by(7) {
        is_refused(&whole[..length], "truncated");
    }
    let mut behind = b"MZ a program that unpacks itself".to_vec();
    behind.extend_from_slice(&whole);
    is_refused(&behind, "not_a_zip");
    let mut behind = b"PK\x03\x04 something before it".to_vec();
    behind.extend_from_slice(&whole);
    is_refused(&behind, "broken");
    // An empty zip.
    is_refused(&zip(&[]), "wrong_format");
}

#[test]
fn too_many_files_are_refused_and_cost_little() {
    // As many as the old kind of zip can say; the limit itself is of the new kind.
    let many: Vec<Entry> =
        (0..60_000).map(|n| Entry::stored(&format!("attachments/{n:064x}"), b"")).collect();
    is_refused(&zip(&many), "wrong_format");
    const { assert!(MOST_FILES > 60_000) };
    // A list that says more than there is.
    let mut bytes = zip(&good());
    let end = bytes.len() - 22;
    bytes[end + 8..end + 12].copy_from_slice(&[0xff; 4]);
    assert!(open(&bytes).is_err());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_changed_in_an_archive_is_refused_or_harmless(
        flips in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6),
        cut in any::<prop::sample::Index>(),
        cuts in any::<bool>(),
    ) {
        let mut bytes = written(&[("project", "[{\"id\":\"pr1\"}]\n"), ("skill", "[]\n")], &[b"one"]);
        for (at, byte) in flips {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        if cuts {
            bytes.truncate(cut.index(bytes.len()));
        }
        if let Ok(mut archive) = open(&bytes)
            && let Ok(text) = archive.records("project", 1)
        {
            prop_assert_eq!(text, "[{\"id\":\"pr1\"}]\n");
        }
    }
}
