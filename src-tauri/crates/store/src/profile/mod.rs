//! From a folder to an open profile.

mod check;
mod connect;
mod create;
mod folder;
mod guard;
mod header;
mod mark;
mod migrate;
mod seal;

pub(crate) use check::{foreign_keys_hold, schema_is_ours, thorough};
pub use connect::Setting;
pub(crate) use connect::{assert_version, settings};
pub(crate) use connect::{connect, connect_read_only, copy_target, for_a_while, quick};
pub(crate) use create::create;
pub(crate) use folder::{DATABASE, existing_folder, folder_for_new, has_database, sync_folder};
pub(crate) use guard::Opened;
pub(crate) use header::look;
pub use mark::Held;
pub(crate) use mark::{OpenMark, lock, lock_now};
pub(crate) use migrate::{KNOWN, bring, identity, migrate};
pub(crate) use seal::{unbroken, unseal};

/// Marks the database as this program's: "Grwk" in ASCII, in the header of the file.
pub(crate) const APPLICATION_ID: i32 = 0x4772_776b;
