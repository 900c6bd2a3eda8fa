//! The data itself: backups, care, the way through the history.

use clap::{Args, Subcommand};
use std::path::PathBuf;

/// Backups: made, listed, looked into, brought back.
#[derive(Debug, Subcommand)]
pub(crate) enum Backup {
    /// Make a verified backup beside the data, and in the folder of choice.
    Now,
    /// All backups, newest first.
    List,
    /// What is in a backup; reads it through.
    Show(WhichBackup),
    /// Put what a backup holds in the place of what is there, after a backup of that.
    Restore(WhichBackup),
    /// Put backups into another folder too.
    Folder {
        /// The folder; `--none` for no other one.
        #[arg(required_unless_present = "none")]
        folder: Option<PathBuf>,
        /// Put them into no other folder from now on; what is there stays.
        #[arg(long, conflicts_with = "folder")]
        none: bool,
    },
    /// Encrypt the backups in the folder of choice with a passphrase, the first line of a file.
    Passphrase {
        /// The file; `-` reads standard input.
        #[arg(required_unless_present = "none")]
        file: Option<PathBuf>,
        /// Encrypt them no longer.
        #[arg(long, conflicts_with = "file")]
        none: bool,
    },
}

/// Which backup, and what opens it.
#[derive(Debug, Args)]
pub(crate) struct WhichBackup {
    /// Its name in the list, or a backup file from elsewhere.
    pub backup: String,
    /// A file with its passphrase on the first line; `-` reads standard input.
    #[arg(long)]
    pub passphrase_file: Option<PathBuf>,
}

/// Whether the data is whole, what can be done where it is not, and where it lies.
#[derive(Debug, Subcommand)]
pub(crate) enum Care {
    /// How the data stands, and what can be done.
    Show,
    /// Check the database, every record and every attached file now.
    Check,
    /// Put the newest whole backup in the place of damaged data.
    Restore,
    /// Put what can be read of damaged data in its place.
    Salvage,
    /// Put an empty profile in the place of damaged data; the damaged file and all backups stay.
    Begin,
    /// Move the data to an empty folder.
    Move {
        /// The folder.
        folder: PathBuf,
    },
}

/// One step back or forth.
#[derive(Debug, Args)]
pub(crate) struct OneStep {
    /// Also a change that was made in the window.
    #[arg(long)]
    pub anyway: bool,
}
