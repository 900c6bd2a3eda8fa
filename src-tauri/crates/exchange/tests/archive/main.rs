//! The container of the archive: written, read, and refused.

#![allow(clippy::unwrap_used)]

mod hostile;
mod whole;
mod zip_made;

use groundwork_exchange::archive::{Archive, ArchiveError, ArchiveWriter, Made};
use sha2::{Digest, Sha256};
use std::io::Cursor;

/// The newest schema that is known here.
const SCHEMA: i64 = 4;

fn hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

fn made() -> Made {
    Made { schema: SCHEMA, program: "0.1.0".into(), at: "2026-11-20T10:00:00Z".into() }
}

/// An archive of these records and files.
fn written(records: &[(&str, &str)], files: &[&[u8]]) -> Vec<u8> {
    let mut archive = ArchiveWriter::new(Cursor::new(Vec::new()));
    for (kind, json) in records {
        archive.records(kind, 1, json.as_bytes()).unwrap();
    }
    for bytes in files {
        archive.attachment(&hash(bytes), bytes.len() as u64, &mut &**bytes).unwrap();
    }
    archive.finish(made()).unwrap().into_inner()
}

fn open(bytes: &[u8]) -> Result<Archive<Cursor<&[u8]>>, ArchiveError> {
    Archive::open(Cursor::new(bytes), SCHEMA)
}

/// Opens and reads everything.
fn read_all(bytes: &[u8]) -> Result<(), ArchiveError> {
    let mut archive = open(bytes)?;
    for (kind, parts) in archive.kinds()? {
        for part in 1..=parts {
            archive.records(&kind, part)?;
        }
    }
    let hashes: Vec<String> = archive.attachments().map(|file| file.sha256.clone()).collect();
    hashes.iter().try_for_each(|sha256| archive.attachment(sha256, &mut std::io::sink()))
}
