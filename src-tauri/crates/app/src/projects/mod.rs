//! The portfolio: projects as case studies, their checklist, what the audit shows of them, what they prove.

mod audit;
mod begin;
mod check;
mod list;
mod matrix;
mod proof;
mod save;
mod story;
mod versions;
mod view;

pub use audit::{AuditFolderParams, AuditProgressView, AuditView, ProjectAuditParams};
pub(crate) use audit::{Audits, cancel, folder, progress, run, show_audit};
pub use begin::{BeginFolderParams, BeginPracticeParams};
pub(crate) use begin::{begin_folder, begin_practice, template};
pub use check::{CheckParams, PlanLinesParams};
pub(crate) use check::{check, line_minutes, plan_lines, set_mark};
pub use list::ProjectsView;
pub(crate) use list::{list, show};
pub use matrix::MatrixView;
pub(crate) use matrix::matrix;
pub use proof::ProofParams;
pub(crate) use proof::{accept, withdraw};
pub use save::ProjectParams;
pub(crate) use save::{remove, save};
pub use story::{CaseStudyParams, DraftParams, MarkdownParams, MarkdownView};
pub(crate) use story::{draft, drop_draft, markdown, save_text};
pub use versions::{VersionLine, VersionView};
pub(crate) use versions::{restore, version, versions};
pub use view::{CheckView, ProjectPageView, ProjectView};
