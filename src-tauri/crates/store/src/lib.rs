//! The SQLite store of Groundwork: migrations, one write door with undo, rows, attachments, backups.
//!
//! A profile is a folder: `groundwork.db`, `attachments/` (files by their SHA-256), `backups/`, and `state/` (which
//! program has it open, when it was last checked in full). [`Store::write`] is the only way to change a record: one
//! transaction, recorded by SQLite's session extension, so that [`Store::undo`] takes back any change of any feature.

#![forbid(unsafe_code)]

pub mod archive;
mod attachments;
pub mod backup;
pub mod care;
mod door;
mod error;
mod files;
mod id;
mod media_type;
mod profile;
mod rows;
mod salvage;
mod store;
mod tables;

pub use attachments::{Probe, StoredFile, bytes_of, text_of};
pub use door::{Change, History, HistoryEntry, Origin, Step, Undone, Way, Written};
pub use error::StoreError;
pub use files::Checked;
pub use id::new_record_id;
pub use media_type::media_type;
pub use profile::{Held, Setting};
pub use rows::{Reader, Writer};
pub use salvage::Salvaged;
pub use store::{Opening, Store};
pub use tables::{KEPT_TABLES, RECORD_TABLES};
