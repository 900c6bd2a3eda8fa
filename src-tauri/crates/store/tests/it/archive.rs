//! The records of the archive: rows as JSON and back.

use crate::acts::{Act, perform};
use crate::golden::unpacked;
use crate::model::act;
use crate::world::*;
use groundwork_domain::person::TimerRecord;
use groundwork_store::archive::{Merged, RowsError, SCHEMA, Staged, Staging, json_schema};
use groundwork_store::{KEPT_TABLES, Origin, RECORD_TABLES, Store, StoreError};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

type Parts = BTreeMap<(String, u32), String>;

fn dumped(store: &Store) -> Parts {
    let mut parts = Parts::new();
    let dumped = store.read(|reader| {
        reader.archive(|kind, part, text| {
            parts.insert((kind.to_owned(), part), String::from_utf8(text.to_vec()).unwrap());
            Ok::<_, StoreError>(())
        })
    });
    let counts = dumped.unwrap().counts;
    assert_eq!(counts.len(), RECORD_TABLES.len() + KEPT_TABLES.len());
    parts
}

fn staged(parts: &Parts) -> Result<Staged, RowsError> {
    let mut staging = Staging::begin(SCHEMA)?;
    for ((kind, _), text) in parts {
        staging.load(kind, text)?;
    }
    staging.finish()
}

fn taken(store: &Store, archive: &Staged, replace: &[&str]) -> Result<Merged, RowsError> {
    let replace: BTreeSet<String> = replace.iter().map(|key| (*key).to_owned()).collect();
    let written = store.write(change("archive.take"), |w| w.merge(archive, &replace))?;
    Ok(written.value)
}

fn full() -> (tempfile::TempDir, Store) {
    let (dir, store) = profile();
    write(&store, fill);
    store.keep(|w| w.keep_look(instant("2027-01-04T10:15:00Z"))).unwrap();
    (dir, store)
}

#[test]
fn a_full_profile_comes_through_the_archive_as_it_was() {
    let (_dir, store) = full();
    let parts = dumped(&store);
    let (_other, empty) = profile();
    let nothing = dumped(&empty);
    let merged = taken(&empty, &staged(&parts).unwrap(), &[]).unwrap();
    assert!(merged.added > 30, "{merged:?}");
    assert_eq!((merged.replaced, merged.kept), (0, 0));
    assert_eq!(everything(&empty), everything(&store));
    assert_eq!(dumped(&empty), parts);
    empty.undo(Origin::Test, groundwork_store::Step::ANY).unwrap().unwrap();
    assert_eq!(dumped(&empty), nothing);
    empty.redo(Origin::Test, groundwork_store::Step::ANY).unwrap().unwrap();
    assert_eq!(dumped(&empty), parts);
    // Once more is nothing.
    let again = empty.write(change("archive.take"), |w| w.merge(&staged(&parts).unwrap(), &BTreeSet::new()));
    let again = again.unwrap();
    assert_eq!((again.value, again.history), (Merged::default(), None));
}

#[test]
fn the_database_says_the_same_of_its_kinds_as_the_list_of_tables() {
    let (_dir, store) = full();
    let kinds: BTreeSet<String> = dumped(&store).into_keys().map(|(kind, _)| kind).collect();
    let known: BTreeSet<String> =
        RECORD_TABLES.iter().chain(&KEPT_TABLES).map(|kind| (*kind).to_owned()).collect();
    assert_eq!(kinds, known);
    // No list of a record is called as one of its fields; and every kind of the person's has rows here.
    for ((kind, _), text) in &dumped(&store) {
        let records: Vec<serde_json::Map<String, serde_json::Value>> = serde_json::from_str(text).unwrap();
        assert!(!records.is_empty(), "{kind}");
        assert!(records[0].contains_key("example") || kind == "skill", "{kind}");
    }
}

#[test]
fn numbers_come_through_to_the_last_bit() {
    let (_dir, store) = full();
    let parts = dumped(&store);
    assert!(parts[&("kept_day".to_owned(), 1)].contains("0.30000000000000004"));
    let (_other, empty) = profile();
    taken(&empty, &staged(&parts).unwrap(), &[]).unwrap();
    let day = empty.read(|r| r.kept_days()).unwrap().remove(0);
    assert_eq!(day.claimed.to_bits(), (0.1_f64 + 0.2).to_bits());
}

#[test]
fn what_differs_stays_unless_it_is_named_and_its_files_stay_with_it() {
    let (_dir, store) = full();
    let archive = staged(&dumped(&store)).unwrap();
    let mut project = told_project("pr2");
    project.name = "Another name".into();
    project.links.clear();
    write(&store, |w| {
        w.put_project(&project)?;
        w.set_timer(&TimerRecord { item: None, ..timer() })?;
        w.put_absence(&absence("ab9"))
    });
    let before = everything(&store);
    let comparison = store.read(|r| archive.compare(r)).unwrap();
    let keys: Vec<String> = comparison.different.iter().map(|it| format!("{}:{}", it.kind, it.id)).collect();
    assert_eq!(keys, ["project:pr2", "timer:timer"]);
    let shown = &comparison.different[0];
    assert_eq!((shown.here.as_str(), shown.there.as_str()), ("Another name", "Bookings"));
    let fields: Vec<&str> = shown.fields.iter().map(|it| it.field.as_str()).collect();
    assert_eq!(fields, ["name", "project_link"]);
    let absences = comparison.kinds.iter().find(|it| it.kind == "absence").unwrap();
    assert_eq!((absences.new, absences.same, absences.only_here), (0, 1, 1));
    assert_eq!(taken(&store, &archive, &[]).unwrap(), Merged { added: 0, replaced: 0, kept: 2 });
    assert_eq!(everything(&store), before);
    let merged = taken(&store, &archive, &["project:pr2"]).unwrap();
    assert_eq!(merged, Merged { added: 0, replaced: 1, kept: 1 });
    let now = store.read(|r| r.project(&record_id("pr2"))).unwrap().unwrap();
    assert_eq!(now, told_project("pr2"));
    let files = store.read(|r| r.all_attachments()).unwrap();
    assert_eq!(files.len(), 6, "a project that is replaced keeps what hangs on it");
    store.undo(Origin::Test, groundwork_store::Step::ANY).unwrap().unwrap();
    assert_eq!(everything(&store), before);
}

#[test]
fn a_key_that_is_not_in_the_archive_is_refused_and_nothing_is_taken() {
    let (_dir, store) = full();
    let archive = staged(&dumped(&store)).unwrap();
    let (_other, empty) = profile();
    for key in ["project:none", "spell:7", "kept_look:look", ""] {
        let refused = taken(&empty, &archive, &[key]).unwrap_err();
        assert!(matches!(&refused, RowsError::NotThere { key: said } if said == key), "{refused:?}");
    }
    assert!(empty.read(|r| r.is_empty()).unwrap());
    assert!(empty.history(9, None).unwrap().entries.is_empty());
}

#[test]
fn records_that_no_program_wrote_are_refused() {
    let (_dir, store) = full();
    let parts = dumped(&store);
    let cases = [
        // The form.
        ("skill", "\"note\"", "\"notes\"", "form"),
        ("skill", "\"hidden\":0,", "", "form"),
        ("skill", "\"hidden\":0", "\"hidden\":0,\"hidden\":0", "form"),
        ("skill", "\"hidden\":0", "\"hidden\":false", "form"),
        ("skill", "\"hidden\":0", "\"hidden\":0.5", "form"),
        ("skill", "\"hidden\":0", "\"hidden\":\"0\"", "form"),
        ("skill", "\"hidden\":0", "\"hidden\":null", "form"),
        ("skill", "\"hidden\":0", "\"hidden\":99999999999999999999", "form"),
        ("skill", "\"hidden\":0", "\"hidden\":[[7]]", "form"),
        ("project", "\"project_link\":[", "\"project_link\":[7,", "form"),
        ("project", "\"project_link\":[{", "\"project_link\":[{\"project\":\"pr1\",", "form"),
        ("project", "\"project_link\":", "\"project_links\":", "form"),
        ("certification", "445.5", "1e999", "form"),
        ("skill", "]", "] []", "form"),
        // The tables.
        ("skill", "\"hidden\":0", "\"hidden\":2", "rule"),
        ("project", "\"doing\"", "\"dreaming\"", "rule"),
        ("attachment", "\"project\":\"pr2\"", "\"project\":\"pr7\"", "rule"),
        ("timer", "\"id\":\"timer\"", "\"id\":\"clock\"", "rule"),
        ("certification", "445.5", "-445.5", "rule"),
        // The mappers alone.
        ("absence", "2027-08-21", "2027-09-31", "rule"),
        ("target", "\"senior\"", "\"\"", "rule"),
        ("kept_version", "\\\"name\\\"", "\\\"nome\\\"", "rule"),
        ("scenario", "0,45", "0;45", "rule"),
    ];
    for (kind, from, to, word) in cases {
        let mut forged = parts.clone();
        let text = forged.get_mut(&(kind.to_owned(), 1)).unwrap();
        assert!(text.contains(from), "{kind} {from}: {text}");
        *text = text.replacen(from, to, 1);
        let refused = staged(&forged).err().unwrap_or_else(|| panic!("{kind} {to} was taken"));
        match (&refused, word) {
            (RowsError::Form { kind: said, place }, "form") => {
                assert_eq!(said, kind);
                assert!(place.contains("line "), "{place}");
            }
            (RowsError::Rule { .. }, "rule") => {}
            _ => panic!("{kind} {to}: {refused:?}"),
        }
    }
    let mut twice = parts.clone();
    twice.insert(("skill".into(), 2), parts[&("skill".to_owned(), 1)].clone());
    assert!(matches!(staged(&twice), Err(RowsError::Rule { .. })));
    let unknown = Parts::from([(("history".to_owned(), 1), "[]".to_owned())]);
    assert!(matches!(staged(&unknown), Err(RowsError::Kind { .. })));
    for schema in [-1, 0, SCHEMA + 1] {
        assert!(matches!(Staging::begin(schema), Err(RowsError::Schema { .. })));
    }
}

#[test]
fn a_fault_never_repeats_what_the_person_wrote() {
    for text in [
        r#"["my secret"]"#,
        r#"[{"my secret":1}]"#,
        r#"[{"id":"sql","claimed":"my secret"}]"#,
        r#"{"my secret":1}"#,
        r#"[{"id":{"my secret":1}}]"#,
    ] {
        let refused = Staging::begin(SCHEMA).unwrap().load("skill", text).unwrap_err();
        assert!(!refused.to_string().contains("my secret"), "{refused}");
    }
}

#[test]
fn an_archive_of_an_older_schema_is_read_as_its_profile_would_be() {
    for schema in [1_u32, 2, 3, 4] {
        let dir = unpacked(schema);
        let mut staging = Staging::begin(i64::from(schema)).unwrap();
        let mut parts = Parts::new();
        groundwork_store::archive::dump_any(&raw(dir.path()), |kind, part, text| {
            parts.insert((kind.to_owned(), part), String::from_utf8(text.to_vec()).unwrap());
            Ok::<_, StoreError>(())
        })
        .unwrap();
        for ((kind, _), text) in &parts {
            staging.load(kind, text).unwrap();
        }
        let (_empty, store) = profile();
        taken(&store, &staging.finish().unwrap(), &[]).unwrap();
        let migrated = Store::open(dir.path()).unwrap();
        assert_eq!(dumped(&store), dumped(&migrated), "{schema}");
    }
}

#[test]
fn a_kind_of_very_many_records_is_handed_out_in_parts() {
    let (_dir, store) = profile();
    write(&store, |w| {
        for n in 0..36 {
            let mut one = skill(&format!("s{n}"), 1);
            one.note = "x".repeat(1_000_000);
            w.put_skill_record(&one)?;
        }
        Ok(())
    });
    let parts = dumped(&store);
    let sizes: Vec<usize> =
        parts.iter().filter(|((kind, _), _)| kind == "skill").map(|(_, text)| text.len()).collect();
    assert_eq!(sizes.len(), 2, "{sizes:?}");
    assert!(sizes.iter().all(|size| *size < 34 * 1024 * 1024), "{sizes:?}");
    let (_other, empty) = profile();
    assert_eq!(taken(&empty, &staged(&parts).unwrap(), &[]).unwrap().added, 36);
    assert_eq!(dumped(&empty), parts);
}

#[test]
fn the_published_schema_is_that_of_the_tables() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/archive-v1.schema.json");
    let wanted = format!("{:#}\n", json_schema().unwrap());
    if std::env::var_os("GROUNDWORK_WRITE_SCHEMA").is_some() {
        std::fs::write(path, &wanted).unwrap();
    }
    let found = std::fs::read_to_string(path).unwrap();
    assert!(found == wanted, "run this test again with GROUNDWORK_WRITE_SCHEMA=1");
}

#[test]
fn a_file_is_stored_by_its_hash_as_it_comes_or_not_at_all() {
    let (dir, store) = profile();
    let wanted = store.store_file(b"whole").unwrap();
    let path = store.file_path(&wanted.sha256).unwrap();
    std::fs::remove_file(&path).unwrap();
    let with = |bytes: &'static [u8]| {
        store.store_file_from(&wanted.sha256, 5, |out| {
            out.write_all(&bytes[..2])?;
            out.write_all(&bytes[2..])?;
            Ok::<_, StoreError>(())
        })
    };
    assert_eq!(with(b"other").unwrap_err().code(), "store.altered_file");
    let fails = store.store_file_from(&wanted.sha256, 5, |_| Err::<(), _>(StoreError::Busy));
    assert_eq!(fails.unwrap_err().code(), "store.busy");
    assert!(!path.exists());
    assert_eq!(names(path.parent().unwrap()), Vec::<String>::new());
    assert!(with(b"whole").unwrap());
    assert!(!with(b"never").unwrap(), "what is there is not written again");
    assert_eq!(store.read_file(&wanted.sha256).unwrap(), b"whole");
    assert!(store.store_file_from("../x", 1, |_| Ok::<_, StoreError>(())).is_err());
    drop(dir);
}

fn after(acts: &[Act]) -> (tempfile::TempDir, Store) {
    let (dir, store) = profile();
    for act in acts {
        write(&store, |w| perform(w, act));
    }
    (dir, store)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_profile_comes_through_the_archive_as_it_was(acts in proptest::collection::vec(act(), 1..40)) {
        let (_dir, store) = after(&acts);
        let parts = dumped(&store);
        let (_other, empty) = profile();
        taken(&empty, &staged(&parts).unwrap(), &[]).unwrap();
        prop_assert_eq!(dumped(&empty), parts);
        prop_assert_eq!(recorded(&empty), recorded(&store));
    }

    #[test]
    fn any_archive_can_be_taken_into_any_profile_and_back(
        mine in proptest::collection::vec(act(), 1..25),
        theirs in proptest::collection::vec(act(), 1..25),
        all in any::<bool>(),
    ) {
        let (_dir, store) = after(&mine);
        let (_other, other) = after(&theirs);
        let archive = staged(&dumped(&other)).unwrap();
        let before = dumped(&store);
        let comparison = store.read(|r| archive.compare(r)).unwrap();
        let keys: Vec<String> =
            comparison.different.iter().map(|it| format!("{}:{}", it.kind, it.id)).collect();
        let replace: Vec<&str> = if all { keys.iter().map(String::as_str).collect() } else { Vec::new() };
        let merged = taken(&store, &archive, &replace).unwrap();
        let kept = |kind: &str| KEPT_TABLES.contains(&kind);
        let new: u32 = comparison.kinds.iter().filter(|it| !kept(&it.kind)).map(|it| it.new).sum();
        let differing = u32::try_from(keys.len()).unwrap();
        let (replaced, left) = if all { (differing, 0) } else { (0, differing) };
        prop_assert_eq!(merged, Merged { added: new, replaced, kept: left });
        // What was to be as in the archive is; a second time there is nothing to do.
        let now = store.read(|r| archive.compare(r)).unwrap();
        prop_assert!(now.kinds.iter().all(|it| it.new == 0));
        prop_assert_eq!(now.different.len(), if all { 0 } else { keys.len() });
        if store.history(1, None).unwrap().undo.is_some_and(|entry| entry.name == "archive.take") {
            store.undo(Origin::Test, groundwork_store::Step::ANY).unwrap().unwrap();
        }
        prop_assert_eq!(dumped(&store), before);
    }
}

fn recorded(store: &Store) -> String {
    store.read(recorded_of).unwrap()
}

/// The budget is a second for each (QUALITY.md): `cargo nextest run --release -p groundwork-store --run-ignored only speed`.
#[test]
#[ignore = "prints figures; run it with optimisation"]
fn speed_of_ten_thousand_and_a_hundred_thousand_records() {
    for many in [10_000, 100_000] {
        let (_dir, store) = profile();
        write(&store, |w| {
            fill(w)?;
            for n in 0..many * 6 / 10 {
                w.put_log_entry(&log_entry(&format!("lo{n:06}")))?;
            }
            for n in 0..many * 2 / 10 {
                w.put_plan_item(&placed_item(&format!("own:{n:06}")))?;
            }
            for n in 0..many / 10 {
                w.put_evidence(&dated_work(&format!("ew{n:06}")))?;
                w.put_project(&told_project(&format!("pj{n:06}")))?;
            }
            Ok(())
        });
        let began = std::time::Instant::now();
        let parts = dumped(&store);
        let bytes: usize = parts.values().map(String::len).sum();
        println!("{many} records, {bytes} bytes: dumped in {:?}", began.elapsed());
        let (_other, empty) = profile();
        let began = std::time::Instant::now();
        let archive = staged(&parts).unwrap();
        println!("  staged and read by the mappers in {:?}", began.elapsed());
        let began = std::time::Instant::now();
        empty.read(|r| archive.compare(r)).unwrap();
        println!("  compared in {:?}", began.elapsed());
        let began = std::time::Instant::now();
        let merged = taken(&empty, &archive, &[]).unwrap();
        println!("  merged ({} added) in {:?}", merged.added, began.elapsed());
        let began = std::time::Instant::now();
        empty.undo(Origin::Test, groundwork_store::Step::ANY).unwrap().unwrap();
        println!("  undone in {:?}", began.elapsed());
    }
}
