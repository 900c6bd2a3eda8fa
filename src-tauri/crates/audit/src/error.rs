//! What stops an audit.

/// Why there is no report at all. What merely could not be looked at stands in the report.
#[derive(Debug, thiserror::Error)]
pub enum AuditError {
    /// There is no such folder.
    #[error("there is no such folder")]
    Missing,
    /// It is a file, a link or something else.
    #[error("not a folder")]
    NotAFolder,
    /// The folder may not be read.
    #[error("the folder may not be read")]
    NoPermission,
    /// The folder could not be read.
    #[error("the folder could not be read: {0}")]
    Unreadable(String),
    /// The person stopped it.
    #[error("stopped")]
    Cancelled,
}
