//! The archive: one zip with `manifest.json`, the records as JSON by kind, and the attached files by their SHA-256. The
//! format is described in `src-tauri/docs/archive.md`; what the records say is the store's.
//!
//! [`Archive::open`] refuses whatever is not exactly such a file before anything of it is used: the names, sizes, kinds and
//! number of its entries, and its manifest. What is read later is held against the manifest's sizes and hashes. The crate
//! `zip` (9.4, deflate and stored only) knows the container; every limit is kept here, because it has none of its own.

mod check;
mod error;
mod json;
mod latch;
mod manifest;
mod name;
mod read;
mod write;

pub use error::ArchiveError;
pub use manifest::{FileEntry, Manifest};
pub use name::Name;
pub use read::Archive;
pub use write::{ArchiveWriter, Made};

/// The word in the manifest that says what the file is.
pub const FORMAT: &str = "groundwork-archive";
/// The version of the container that is written, and the newest that is read.
pub const VERSION: u32 = 1;
/// Name of the manifest.
pub const MANIFEST: &str = "manifest.json";

/// The most entries.
pub const MOST_FILES: usize = 200_000;
/// The most bytes of a JSON file, unpacked: 64 MiB.
pub const MOST_JSON: u64 = 64 * 1024 * 1024;
/// The most bytes of an attached file: 4 GiB.
pub const MOST_ATTACHMENT: u64 = 4 * 1024 * 1024 * 1024;
/// The most bytes of all files together, unpacked: 64 GiB.
pub const MOST_TOTAL: u64 = 64 * 1024 * 1024 * 1024;
/// The most bytes of all JSON together, unpacked: 2 GiB.
pub const MOST_RECORDS: u64 = 2 * 1024 * 1024 * 1024;
/// How often a file may be larger than what it takes in the archive, from [`RATIO_FROM`] bytes on.
pub const MOST_RATIO: u64 = 200;
/// Bytes from which on the ratio counts: 1 MiB.
pub const RATIO_FROM: u64 = 1024 * 1024;
/// How deep the JSON may nest: a value of a row of a record's list in a file of records stands 4 deep.
pub const MOST_DEPTH: usize = 8;
