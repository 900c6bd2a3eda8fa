//! What can be typed about Open Badges.

use clap::{Args as Arguments, Subcommand};
use std::path::PathBuf;

#[derive(Debug, Subcommand)]
pub(crate) enum Badge {
    /// Check one offline: what it says, and what that is worth. Needs no profile.
    Check(Check),
    /// Make one a certification that you hold, with the badge as evidence.
    Accept(Accept),
    /// List those that you accepted, checked anew.
    #[command(alias = "ls")]
    List,
    /// Keys of issuers that you trust, and your own addresses.
    Trust,
    /// Trust an issuer's key.
    Pin {
        /// What to call it.
        name: String,
        /// A file with the key as JSON Web Key.
        #[arg(required_unless_present = "key", conflicts_with = "key")]
        file: Option<PathBuf>,
        /// The key itself: a JSON Web Key, or a did:key.
        #[arg(long)]
        key: Option<String>,
        /// The issuer's id that it is for; for any issuer where absent.
        #[arg(long)]
        issuer: Option<String>,
    },
    /// Trust an issuer's key no longer.
    Unpin {
        /// Its id, as `badge trust` gives it.
        id: String,
    },
    /// Addresses that badges were issued to.
    #[command(subcommand)]
    Address(Address),
}

#[derive(Debug, Arguments)]
pub(crate) struct Check {
    /// The badge: JSON, a signed token, or a picture (PNG, SVG) with a badge in it.
    pub file: PathBuf,
    /// A file with a key to trust for this check; may be repeated.
    #[arg(long, value_name = "FILE")]
    pub key: Vec<PathBuf>,
    /// An address of yours for this check; may be repeated.
    #[arg(long, value_name = "ADDR")]
    pub email: Vec<String>,
}

#[derive(Debug, Arguments)]
pub(crate) struct Accept {
    /// The badge.
    pub file: PathBuf,
    /// The certification of yours that it belongs to.
    #[arg(long = "for", value_name = "ID", conflicts_with_all = ["certification", "skills"])]
    pub id: Option<String>,
    /// The catalogue's certification that it is.
    #[arg(long, value_name = "ID", conflicts_with = "skills")]
    pub certification: Option<String>,
    /// A skill that it speaks for, as in sql=2; may be repeated.
    #[arg(long = "skill", value_name = "ID=LEVEL")]
    pub skills: Vec<String>,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Address {
    /// Add one.
    Add {
        /// The address.
        address: String,
    },
    /// Remove one.
    #[command(alias = "rm")]
    Remove {
        /// The address.
        address: String,
    },
}
