//! What badges are held against: keys that the person trusts, and their own addresses.

use super::query::{all, parsed, run};
use super::{Reader, Writer};
use crate::StoreError;
use groundwork_domain::RecordId;
use groundwork_domain::badge::{BadgeKey, IssuerKey};
use rusqlite::params;

impl Reader<'_> {
    /// Keys that the person trusts, in the order in which they were added.
    pub fn issuer_keys(&self) -> Result<Vec<IssuerKey>, StoreError> {
        all(self.conn, "SELECT * FROM issuer_key ORDER BY id", [], |row| {
            Ok(IssuerKey {
                id: parsed(row, "id")?,
                issuer: row.get("issuer")?,
                name: row.get("name")?,
                key: BadgeKey {
                    jwk: row.get("jwk")?,
                    thumbprint: row.get("thumbprint")?,
                    kind: row.get("kind")?,
                },
                added_on: parsed(row, "added_on")?,
            })
        })
    }

    /// The person's addresses, by the alphabet.
    pub fn addresses(&self) -> Result<Vec<String>, StoreError> {
        all(self.conn, "SELECT id FROM address ORDER BY id", [], |row| Ok(row.get(0)?))
    }
}

impl Writer<'_> {
    /// Adds or replaces a key.
    pub fn put_issuer_key(&self, one: &IssuerKey) -> Result<(), StoreError> {
        run(
            self.conn,
            include_str!("issuer_key_put.sql"),
            params![
                one.id.as_str(),
                one.issuer,
                one.name,
                one.key.jwk,
                one.key.thumbprint,
                one.key.kind,
                one.added_on.to_string(),
                self.marks(),
            ],
        )?;
        Ok(())
    }

    /// Deletes a key; whether there was one.
    pub fn delete_issuer_key(&self, id: &RecordId) -> Result<bool, StoreError> {
        Ok(run(self.conn, "DELETE FROM issuer_key WHERE id = ?1", [id.as_str()])? > 0)
    }

    /// Adds an address; whether it was new.
    pub fn add_address(&self, address: &str) -> Result<bool, StoreError> {
        let sql = "INSERT INTO address (id, example) VALUES (?1, ?2) ON CONFLICT (id) DO NOTHING";
        Ok(run(self.conn, sql, params![address, self.marks()])? > 0)
    }

    /// Deletes an address; whether there was one.
    pub fn delete_address(&self, address: &str) -> Result<bool, StoreError> {
        Ok(run(self.conn, "DELETE FROM address WHERE id = ?1", [address])? > 0)
    }
}
