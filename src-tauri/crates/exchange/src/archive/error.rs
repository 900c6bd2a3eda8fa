//! Why an archive is refused.

use std::io;

/// Why an archive was refused or could not be written. Nothing of it was used.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ArchiveError {
    /// It is no zip at all.
    #[error("not a zip")]
    NotAZip,
    /// It begins as a zip and its end is missing.
    #[error("the end is missing")]
    Truncated,
    /// The zip contradicts itself.
    #[error("the zip contradicts itself: {detail}")]
    Broken {
        /// What was found.
        detail: String,
    },
    /// A zip without our manifest, or with that of another format.
    #[error("not an archive of this program")]
    WrongFormat,
    /// A newer program made it: the container or the schema of its records is not known here.
    #[error("made by version {program}, which is newer")]
    Newer {
        /// Version of the program that made it.
        program: String,
    },
    /// The manifest is not as the format says.
    #[error("the manifest is not as it should be: {detail}")]
    Manifest {
        /// What is wrong.
        detail: String,
    },
    /// More entries than are read.
    #[error("{count} entries, {most} at most")]
    TooMany {
        /// How many there are.
        count: usize,
        /// The most.
        most: usize,
    },
    /// An entry, or all together, are larger than what is read.
    #[error("{name}: {bytes} bytes, {most} at most")]
    TooLarge {
        /// The entry; empty for all together.
        name: String,
        /// Its size, unpacked.
        bytes: u64,
        /// The most.
        most: u64,
    },
    /// An entry that unpacks to far more than it takes: a bomb.
    #[error("{name}: unpacks to more than {MOST} times its size", MOST = super::MOST_RATIO)]
    Bomb {
        /// The entry.
        name: String,
    },
    /// An entry that is a link, a device or a pipe.
    #[error("{name}: a link, or no file")]
    Link {
        /// The entry.
        name: String,
    },
    /// An entry that is a folder.
    #[error("{name}: a folder")]
    Folder {
        /// The entry.
        name: String,
    },
    /// An entry whose name leads elsewhere: absolute, upward, with a backslash or a drive.
    #[error("{name}: leads elsewhere")]
    Path {
        /// The entry.
        name: String,
    },
    /// An entry of a name that the format does not know.
    #[error("{name}: not a name of the format")]
    Name {
        /// The entry.
        name: String,
    },
    /// Two entries of one name.
    #[error("two entries of one name")]
    Duplicate,
    /// Two entries whose names differ in their case or spelling only: one file on many systems.
    #[error("{name}: also there in another spelling")]
    Collision {
        /// The second of them.
        name: String,
    },
    /// An entry that is encrypted.
    #[error("{name}: encrypted")]
    Encrypted {
        /// The entry.
        name: String,
    },
    /// An entry packed in a way that is not known here.
    #[error("{name}: packed in an unknown way")]
    Compression {
        /// The entry.
        name: String,
    },
    /// An entry that is longer or shorter than it says.
    #[error("{name}: not of the size that it says")]
    Size {
        /// The entry.
        name: String,
    },
    /// A file of the manifest that is not there.
    #[error("{name}: missing")]
    Missing {
        /// The file.
        name: String,
    },
    /// A file that the manifest does not know.
    #[error("{name}: not in the manifest")]
    Extra {
        /// The file.
        name: String,
    },
    /// A file whose bytes are not those of the manifest.
    #[error("{name}: altered")]
    Hash {
        /// The file.
        name: String,
    },
    /// JSON that nests too deep.
    #[error("{name}: nests too deep")]
    Depth {
        /// The file.
        name: String,
    },
    /// JSON that is no UTF-8.
    #[error("{name}: not UTF-8")]
    Utf8 {
        /// The file.
        name: String,
    },
    /// The file, or where it is written to, failed.
    #[error("input or output failed")]
    Io(#[source] io::Error),
}

impl ArchiveError {
    /// The fault as a word: `not_a_zip`, `bomb` …
    pub fn word(&self) -> &'static str {
        match self {
            Self::NotAZip => "not_a_zip",
            Self::Truncated => "truncated",
            Self::Broken { .. } => "broken",
            Self::WrongFormat => "wrong_format",
            Self::Newer { .. } => "newer",
            Self::Manifest { .. } => "manifest",
            Self::TooMany { .. } => "too_many",
            Self::TooLarge { .. } => "too_large",
            Self::Bomb { .. } => "bomb",
            Self::Link { .. } => "link",
            Self::Folder { .. } => "folder",
            Self::Path { .. } => "path",
            Self::Name { .. } => "name",
            Self::Duplicate => "duplicate",
            Self::Collision { .. } => "collision",
            Self::Encrypted { .. } => "encrypted",
            Self::Compression { .. } => "compression",
            Self::Size { .. } => "size",
            Self::Missing { .. } => "missing",
            Self::Extra { .. } => "extra",
            Self::Hash { .. } => "hash",
            Self::Depth { .. } => "depth",
            Self::Utf8 { .. } => "utf8",
            Self::Io(_) => "io",
        }
    }

    /// The entry that it is about; empty where it is about the whole.
    pub fn name(&self) -> &str {
        match self {
            Self::TooLarge { name, .. }
            | Self::Bomb { name }
            | Self::Link { name }
            | Self::Folder { name }
            | Self::Path { name }
            | Self::Name { name }
            | Self::Collision { name }
            | Self::Encrypted { name }
            | Self::Compression { name }
            | Self::Size { name }
            | Self::Missing { name }
            | Self::Extra { name }
            | Self::Hash { name }
            | Self::Depth { name }
            | Self::Utf8 { name } => name,
            _ => "",
        }
    }
}

impl From<io::Error> for ArchiveError {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}
