//! Why the records of an archive are refused.

use crate::StoreError;

/// Why records were refused. The live data is as it was.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum RowsError {
    /// A newer schema than this version knows, or none at all.
    #[error("schema {found}, this version knows {known}")]
    Schema {
        /// Schema of the archive.
        found: i64,
        /// The newest that is known.
        known: i64,
    },
    /// A kind that its schema does not know.
    #[error("unknown kind {kind}")]
    Kind {
        /// The kind.
        kind: String,
    },
    /// JSON that is broken, or not of the form of the kind.
    #[error("{kind}: not of its form at {place}")]
    Form {
        /// The kind.
        kind: String,
        /// The field where it is known, line and column; no text of the person's.
        place: String,
    },
    /// A rule of the tables, or of the domain, refuses a record.
    #[error("{kind}: refused by {rule}")]
    Rule {
        /// The kind; empty where only the whole breaks the rule.
        kind: String,
        /// The rule, by its name.
        rule: String,
    },
    /// A record that is to be replaced is not in the archive.
    #[error("{key} is not in the archive")]
    NotThere {
        /// The record, by kind and id.
        key: String,
    },
    /// The store itself failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl RowsError {
    /// What the store says of a record of a kind: its rules are the archive's fault, everything else is not.
    pub(super) fn of(kind: &str, error: StoreError) -> Self {
        match error {
            StoreError::Refused { what } | StoreError::Damaged { what } => {
                Self::Rule { kind: kind.to_owned(), rule: what }
            }
            other => Self::Store(other),
        }
    }
}
