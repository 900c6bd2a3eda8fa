#![allow(missing_docs, dead_code)]
use groundwork_domain::audit::Report;
use std::path::Path;
use std::sync::atomic::AtomicBool;
#[derive(Debug, thiserror::Error)]
pub enum AuditError {
    #[error("x")]
    Missing,
    #[error("x")]
    NotAFolder,
    #[error("x")]
    NoPermission,
    #[error("x")]
    Cancelled,
    #[error("x")]
    Unreadable(String),
}
#[derive(Default)]
pub struct Options<'a> {
    pub addresses: &'a [String],
    pub cache: Option<&'a Path>,
}
pub enum Stage {
    Opening,
    Files,
    History,
    Done,
}
#[derive(Debug, Default)]
pub struct Progress;
pub struct Snap {
    pub stage: Stage,
    pub files: u32,
    pub files_total: u32,
    pub commits: u32,
}
impl Progress {
    pub fn snapshot(&self) -> Snap {
        Snap { stage: Stage::Opening, files: 0, files_total: 0, commits: 0 }
    }
}
pub fn audit(_: &Path, _: &Options<'_>, _: &Progress, _: &AtomicBool) -> Result<Report, AuditError> {
    Err(AuditError::Missing)
}
