//! Backups: whole profiles in folders of their own, beside the data; and each in one file, for a folder of choice.

mod carry;
mod latch;
mod list;
mod look;
mod make;
mod manifest;
mod restore;
mod seal;
mod sweep;
mod thin;

pub use carry::{Carried, carry_to};
pub use list::{Backup, backups_in, disk_use, file_of_name, files_in, newest_in};
pub(crate) use list::{held_in_backups, which};
pub use look::{Content, Open, is_sealed, look_into};
pub(crate) use look::{ready, room, unpack};
pub(crate) use make::{is_due, link_or_copy, make};
pub(crate) use restore::{backups_of, take_files};
pub use seal::{Key, Unlock};
pub(crate) use sweep::sweep;
pub use thin::{kept, thin};

/// Folder of the backups within a profile.
pub const BACKUPS: &str = "backups";
/// Ending of a backup that is one file.
pub const ENDING: &str = "groundwork-backup";
/// How names of backups tell the second in which each was made.
const STAMP: &str = "%Y%m%dT%H%M%SZ";
/// How the hidden folders begin in which something is being made.
const UNFINISHED: &str = ".making-";
