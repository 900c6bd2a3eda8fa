//! What the audit of a project's folder found, and what follows from it (MODEL.md, sections 2 and 7).
//!
//! A report says what is there, with file and line. What is not among its findings was not found: that is not the same
//! as absent.

mod change;
mod offer;
mod report;

pub use change::{AuditChange, changes};
pub use offer::{Carry, Offer, Shown, offers, shown};
pub use report::{
    CommitHistory, Finding, FindingKind, GitSource, LanguageLines, LeftOut, LeftOutReason, Place, Remote,
    Report, Strength, Submodule, SubmoduleState,
};
