//! Whether the bytes of a database are those that the program left.
//!
//! The checks of SQLite see how a file is built, not what stands in it: a bit that the disk turned within a text reads as
//! another text. So whoever closes a database last writes `state/sealed`: its change counter, its length, and its SHA-256.
//! Every transaction, whoever makes it, counts the change counter on. A file with the sealed counter and other bytes was
//! altered without one.

use super::DATABASE;
use super::mark::lock_now;
use crate::StoreError;
use crate::attachments::hex;
use sha2::{Digest, Sha256};
use std::fs::{self, File};
use std::io::{Read, Write};
use std::path::{Path, PathBuf};

const SEALED: &str = "sealed";

/// What is known of the bytes of a database.
#[derive(PartialEq, Eq)]
struct Seal {
    counter: u32,
    bytes: u64,
}

/// Refuses a database that was altered without a transaction. Nobody in this process has it open; where another program
/// has, or a journal lies beside it, it says nothing.
pub(crate) fn unbroken(database: &Path) -> Result<(), StoreError> {
    let Some(dir) = database.parent() else { return Ok(()) };
    let Some((sealed, hash)) = read(dir) else { return Ok(()) };
    if journal(database).exists() || of(database).as_ref() != Some(&sealed) {
        return Ok(());
    }
    let Ok(Some(_alone)) = lock_now(dir, "in-use") else { return Ok(()) };
    if hash_of(database)? == hash {
        Ok(())
    } else {
        Err(StoreError::damaged("altered without a transaction"))
    }
}

/// Seals a database that was found whole and that nobody has open any more. A seal is a help, not a duty: where it cannot
/// be written, the one that is there is of another counter and counts for nothing.
pub(crate) fn seal(database: &Path) {
    let Some(dir) = database.parent() else { return };
    let Ok(Some(_alone)) = lock_now(dir, "in-use") else { return };
    let Some(seal) = of(database).filter(|_| !journal(database).exists()) else { return };
    // Nothing was changed since: what was sealed then still holds, also against what happened to the bytes meanwhile.
    if read(dir).is_some_and(|(sealed, _)| sealed == seal) {
        return;
    }
    let Ok(hash) = hash_of(database) else { return };
    let state = dir.join("state");
    let write = || -> std::io::Result<()> {
        let mut file = tempfile::Builder::new().prefix(".sealing-").tempfile_in(&state)?;
        writeln!(file, "{} {} {hash}", seal.counter, seal.bytes)?;
        file.persist(state.join(SEALED)).map_err(|refused| refused.error)?;
        Ok(())
    };
    let _ = write();
}

/// Another file takes the place of the database: what was sealed is of no use.
pub(crate) fn unseal(dir: &Path) {
    let _ = fs::remove_file(dir.join("state").join(SEALED));
}

fn journal(database: &Path) -> PathBuf {
    database.with_file_name(format!("{DATABASE}-journal"))
}

fn read(dir: &Path) -> Option<(Seal, String)> {
    let text = crate::text_of(&dir.join("state").join(SEALED), 1024)?;
    let mut words = text.split_whitespace();
    let seal = Seal { counter: words.next()?.parse().ok()?, bytes: words.next()?.parse().ok()? };
    let hash = words.next().filter(|hash| hash.len() == 64)?;
    Some((seal, hash.to_owned()))
}

/// Counter and length as they are; the counter stands at offset 24 of the header.
fn of(database: &Path) -> Option<Seal> {
    let mut file = File::open(database).ok()?;
    let mut head = [0; 28];
    file.read_exact(&mut head).ok()?;
    let counter = u32::from_be_bytes([head[24], head[25], head[26], head[27]]);
    Some(Seal { counter, bytes: file.metadata().ok()?.len() })
}

/// The hash of everything but the counters of the header: a copy that SQLite made differs in them alone.
fn hash_of(database: &Path) -> Result<String, StoreError> {
    let mut file = File::open(database)?;
    let mut head = [0; 100];
    file.read_exact(&mut head)?;
    head[24..28].fill(0);
    head[92..].fill(0);
    let mut hasher = Sha256::new();
    hasher.update(head);
    let mut buffer = vec![0; 256 * 1024];
    loop {
        match file.read(&mut buffer)? {
            0 => return Ok(hex(&hasher.finalize())),
            count => hasher.update(&buffer[..count]),
        }
    }
}
