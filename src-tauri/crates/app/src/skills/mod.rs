//! Skills: where the person stands, why, and what is missing.

mod change;
mod gap;
mod list;
mod own;
mod show;

pub use change::{SkillHideParams, SkillNoteParams, SkillRequireParams, SkillSetParams};
pub use gap::GapView;
pub use list::{SkillRow, SkillsView};
pub use own::{OwnSkillParams, SkillIdParams};
pub use show::SkillView;

pub(crate) use change::{hide, note, require, set};
pub(crate) use gap::show as gap;
pub(crate) use list::{list, rows};
pub(crate) use own::{add_own, cycle_through, remove_own};
pub(crate) use show::show;
