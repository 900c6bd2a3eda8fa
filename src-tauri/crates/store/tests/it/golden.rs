//! Profiles of each released schema, as the program of that time wrote them.

use crate::world::*;
use groundwork_store::{Origin, Store};
use std::fs;
use std::io::{Read, Write};
use std::path::PathBuf;

fn golden() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/golden/v1/groundwork.db.gz")
}

#[test]
fn a_profile_of_schema_1_opens_with_every_record_and_its_history() {
    let mut bytes = Vec::new();
    flate2::read::GzDecoder::new(fs::File::open(golden()).unwrap()).read_to_end(&mut bytes).unwrap();
    let dir = folder();
    fs::write(dir.path().join("groundwork.db"), bytes).unwrap();
    let old = Store::open(dir.path()).unwrap();
    let (_dir, new) = profile();
    write(&new, fill);
    write(&new, |w| w.put_skill_record(&skill("git", 4)));
    assert_eq!(everything(&old), everything(&new));
    old.undo(Origin::Test).unwrap().unwrap();
    new.undo(Origin::Test).unwrap().unwrap();
    assert_eq!(everything(&old), everything(&new));
    assert_eq!(old.history(10).unwrap(), new.history(10).unwrap());
}

#[test]
#[ignore = "writes the fixture; a released schema's is never written again"]
fn write_the_golden_profile_of_schema_1() {
    let (dir, store) = profile();
    write(&store, fill);
    write(&store, |w| w.put_skill_record(&skill("git", 4)));
    drop(store);
    let path = golden();
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    let mut file =
        flate2::write::GzEncoder::new(fs::File::create(path).unwrap(), flate2::Compression::best());
    file.write_all(&fs::read(dir.path().join("groundwork.db")).unwrap()).unwrap();
    file.finish().unwrap();
}
