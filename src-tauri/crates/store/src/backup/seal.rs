//! Encryption of backups with age (<https://age-encryption.org/v1>).
//!
//! The passphrase seals a key; the key opens the backups. So the program can encrypt and verify by itself without keeping
//! the passphrase, and each backup carries the sealed key: the passphrase alone opens it, on any computer, with any age.

use crate::StoreError;
use age::secrecy::{ExposeSecret, SecretString};
use age::x25519;
use serde::{Deserialize, Serialize};
use std::io::{Read, Write};
use std::str::FromStr;

/// Cost of trying one passphrase, as a power of two: about a second.
const WORK: u8 = 18;
/// A file that asks for more is refused, before any of it is done.
const MOST_WORK: u8 = 20;
/// A sealed key is some 300 bytes.
const MOST_SEALED: u64 = 16 * 1024;

/// The key of this profile's encrypted backups. It lies beside the data, which is in plain sight there anyway.
#[derive(Clone, Serialize, Deserialize)]
pub struct Key {
    /// The age identity.
    identity: String,
    /// The same, sealed with the passphrase: an age file, in hexadecimal digits.
    sealed: String,
}

/// What opens an encrypted backup.
#[derive(Clone, Copy, Default)]
pub struct Unlock<'a> {
    /// The key that this computer knows.
    pub key: Option<&'a Key>,
    /// What the person typed.
    pub passphrase: Option<&'a str>,
}

impl Key {
    /// A new key, sealed with a passphrase.
    pub fn sealed_with(passphrase: &str) -> Result<Self, StoreError> {
        // A debug build would take half a minute.
        Self::sealed_at(passphrase, if cfg!(debug_assertions) { 10 } else { WORK })
    }

    fn sealed_at(passphrase: &str, work: u8) -> Result<Self, StoreError> {
        let identity = x25519::Identity::generate().to_string();
        let mut recipient = age::scrypt::Recipient::new(SecretString::from(passphrase.to_owned()));
        recipient.set_work_factor(work);
        let sealed = age::encrypt(&recipient, identity.expose_secret().as_bytes()).map_err(failed)?;
        let key = Self { identity: identity.expose_secret().to_owned(), sealed: hex(&sealed) };
        // Verified at once: what was sealed opens again.
        match open_sealed(&sealed, passphrase) {
            Ok(opened) if opened == key.identity => Ok(key),
            _ => Err(StoreError::backup_fault("key")),
        }
    }

    /// The sealed key, as each backup carries it.
    pub(super) fn sealed(&self) -> Result<Vec<u8>, StoreError> {
        unhex(&self.sealed).ok_or_else(|| StoreError::backup_fault("key"))
    }

    fn identity(&self) -> Result<x25519::Identity, StoreError> {
        x25519::Identity::from_str(&self.identity).map_err(|_| StoreError::backup_fault("key"))
    }

    /// Begins to encrypt into a file.
    pub(super) fn encrypt<W: Write>(&self, to: W) -> Result<age::stream::StreamWriter<W>, StoreError> {
        let recipient = self.identity()?.to_public();
        let one: [&dyn age::Recipient; 1] = [&recipient];
        let encryptor = age::Encryptor::with_recipients(one.into_iter()).map_err(failed)?;
        Ok(encryptor.wrap_output(to)?)
    }
}

/// Begins to read what was encrypted: with the key that is known, else with the passphrase and the key that it opens.
pub(super) fn decrypt<R: Read>(
    from: R,
    sealed: &[u8],
    unlock: Unlock<'_>,
) -> Result<age::stream::StreamReader<R>, StoreError> {
    let known = unlock.key.filter(|key| key.sealed().is_ok_and(|own| own == sealed));
    let identity = match (known, unlock.passphrase) {
        (Some(key), _) => key.identity()?,
        (None, Some(passphrase)) => {
            let opened = open_sealed(sealed, passphrase)?;
            x25519::Identity::from_str(&opened).map_err(|_| StoreError::backup_fault("key"))?
        }
        (None, None) => return Err(StoreError::PassphraseNeeded),
    };
    let decryptor = age::Decryptor::new(from).map_err(|_| StoreError::backup_fault("encryption"))?;
    let one: [&dyn age::Identity; 1] = [&identity];
    decryptor.decrypt(one.into_iter()).map_err(|_| StoreError::backup_fault("encryption"))
}

/// The most bytes of a sealed key that are read.
pub(super) fn most_sealed() -> u64 {
    MOST_SEALED
}

fn open_sealed(sealed: &[u8], passphrase: &str) -> Result<String, StoreError> {
    let decryptor = age::Decryptor::new(sealed).map_err(|_| StoreError::backup_fault("key"))?;
    let mut identity = age::scrypt::Identity::new(SecretString::from(passphrase.to_owned()));
    identity.set_max_work_factor(MOST_WORK);
    let one: [&dyn age::Identity; 1] = [&identity];
    let mut reader = decryptor.decrypt(one.into_iter()).map_err(|error| match error {
        age::DecryptError::ExcessiveWork { .. } | age::DecryptError::InvalidHeader => {
            StoreError::backup_fault("key")
        }
        _ => StoreError::PassphraseWrong,
    })?;
    let mut text = String::new();
    reader.by_ref().take(MOST_SEALED).read_to_string(&mut text).map_err(|_| StoreError::PassphraseWrong)?;
    Ok(text.trim().to_owned())
}

fn failed(_: age::EncryptError) -> StoreError {
    StoreError::backup_fault("encryption")
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn unhex(text: &str) -> Option<Vec<u8>> {
    let pair = |at: usize| text.get(at..at + 2).and_then(|pair| u8::from_str_radix(pair, 16).ok());
    if text.len().is_multiple_of(2) { (0..text.len()).step_by(2).map(pair).collect() } else { None }
}
