//! The archive: everything in one file, and back.

use clap::Subcommand;
use std::path::PathBuf;

#[derive(Debug, Subcommand)]
pub(crate) enum Archive {
    /// Put everything into one file; it is read back before this says so.
    Export {
        /// The file, as in me.groundwork; not in the data folder.
        file: PathBuf,
        /// Replace a file that is there already.
        #[arg(long)]
        replace: bool,
    },
    /// Take an archive in: what is new is added, what differs stays unless it is named.
    Import {
        /// The file.
        file: PathBuf,
        /// Only show what that would do.
        #[arg(long)]
        preview: bool,
        /// Records that differ and are to be as in the archive: `all`, `none`, or their keys as the preview gives them.
        #[arg(long, value_name = "all|none|KEY", num_args = 1.., default_value = "none")]
        replace: Vec<Replace>,
    },
}

/// Which of the records that differ are taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Replace {
    All,
    None,
    Key(String),
}

impl std::str::FromStr for Replace {
    type Err = std::convert::Infallible;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Ok(match text {
            "all" => Self::All,
            "none" => Self::None,
            key => Self::Key(key.to_owned()),
        })
    }
}
