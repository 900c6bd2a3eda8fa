//! Reads, validates and embeds role packs (`docs/role-pack-format.md`).
//!
//! A pack is refused whole, with the file and line of every problem, when anything in it is wrong: a pack that is
//! loaded can be trusted.

#![forbid(unsafe_code)]

mod files;
mod lines;
mod load;

pub use files::{PackFiles, embedded};
pub use load::{PackProblem, load};

use groundwork_domain::role::RolePack;
use std::path::Path;

/// The role pack that the program ships, validated.
pub fn backend_developer() -> Result<RolePack, Vec<PackProblem>> {
    load(&embedded("backend-developer"))
}

/// Reads and validates the pack in a folder.
pub fn load_folder(folder: &Path) -> Result<RolePack, Vec<PackProblem>> {
    let files = PackFiles::read(folder).map_err(|error| {
        vec![PackProblem {
            file: folder.display().to_string(),
            line: 0,
            code: "unreadable",
            detail: error.to_string(),
        }]
    })?;
    load(&files)
}
