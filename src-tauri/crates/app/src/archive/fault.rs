//! Why an archive is refused, as codes.

use crate::error::AppError;
use crate::kinds;
use groundwork_domain::Text;
use groundwork_exchange::archive::ArchiveError;
use groundwork_store::archive::RowsError;
use std::collections::BTreeMap;

impl From<ArchiveError> for AppError {
    fn from(error: ArchiveError) -> Self {
        let mut args = BTreeMap::new();
        let mut arg =
            |name: &str, value: String| drop(args.insert(name.to_owned(), crate::error::shown(&value)));
        if !error.name().is_empty() {
            arg("name", error.name().to_owned());
        }
        match &error {
            ArchiveError::Io(cause) => {
                let cause = std::io::Error::new(cause.kind(), cause.to_string());
                return groundwork_store::StoreError::from(cause).into();
            }
            ArchiveError::Newer { program } => arg("program", program.clone()),
            ArchiveError::Broken { detail } | ArchiveError::Manifest { detail } => {
                arg("detail", detail.clone())
            }
            ArchiveError::TooMany { count, most } => {
                arg("count", count.to_string());
                arg("most", most.to_string());
            }
            ArchiveError::TooLarge { name, bytes, most } => {
                arg("name", if name.is_empty() { "*".to_owned() } else { name.clone() });
                arg("bytes", bytes.to_string());
                arg("most", (most / (1024 * 1024)).to_string());
            }
            _ => {}
        }
        Self::from_map(&format!("archive.{}", error.word()), args)
    }
}

impl From<RowsError> for AppError {
    fn from(error: RowsError) -> Self {
        let of = |code: &str, kind: &str, what: (&str, String)| {
            let name = if kind.is_empty() { Text::same("*") } else { kinds::name(kind) };
            let args = BTreeMap::from([
                ("kind".to_owned(), kind.to_owned()),
                (what.0.to_owned(), crate::error::shown(&what.1)),
            ]);
            Self::worded(code, args, BTreeMap::from([("kind".to_owned(), name)]))
        };
        match error {
            RowsError::Schema { found, .. } => {
                Self::with("archive.newer", [("program", format!("schema {found}"))])
            }
            RowsError::Kind { kind } => Self::with("archive.kind", [("kind", kind)]),
            RowsError::Form { kind, place } => of("archive.form", &kind, ("place", place)),
            RowsError::Rule { kind, rule } => of("archive.rule", &kind, ("rule", rule)),
            RowsError::NotThere { key } => Self::with("archive.not_there", [("key", key)]),
            RowsError::Store(error) => error.into(),
            other => Self::with("store.refused", [("detail", other.to_string())]),
        }
    }
}
