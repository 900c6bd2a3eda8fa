//! The portfolio: projects, their audit, what they prove; other evidence.

use super::{EvidenceAdd, Project};
use clap::{Args as Arguments, Subcommand, ValueEnum};
use std::path::PathBuf;

#[derive(Debug, Subcommand)]
pub(crate) enum Projects {
    /// List them.
    List,
    /// One, as a case study.
    Show {
        /// Its id.
        id: String,
    },
    /// Add one.
    Add(Box<Project>),
    /// Begin one from a practice of the role model, with its checklist.
    Begin {
        /// The practice, as in complete-application.
        practice: String,
        /// Name of the project.
        name: String,
    },
    /// Begin one from a folder, and audit it.
    FromFolder {
        /// The folder.
        folder: PathBuf,
        /// The practice that it is one of.
        #[arg(long)]
        practice: Option<String>,
    },
    /// Change one: what is not named stays.
    Set {
        /// Its id.
        id: String,
        #[command(flatten)]
        project: Box<Project>,
    },
    /// Write its case study, in Markdown.
    Write {
        /// Its id.
        id: String,
        /// The file of the text; `-` reads it from standard input.
        file: PathBuf,
    },
    /// Say how a line of its checklist stands.
    Check {
        /// Its id.
        id: String,
        /// The line, as in monitoring.
        line: String,
        /// How it stands.
        mark: Option<Mark>,
        /// A note.
        #[arg(long)]
        note: Option<String>,
    },
    /// Put open lines of its checklist into the plan; all of them where none is named.
    Plan {
        /// Its id.
        id: String,
        /// The lines.
        lines: Vec<String>,
        /// Take them out of the plan instead.
        #[arg(long)]
        out: bool,
    },
    /// Audit its folder.
    Audit {
        /// Its id.
        id: String,
        /// The folder; the one that was audited last where absent.
        #[arg(long)]
        folder: Option<PathBuf>,
    },
    /// What its newest audit showed, and what it offers.
    Findings {
        /// Its id.
        id: String,
    },
    /// Let what the audit found prove skills and lines of the checklist.
    Accept(Proof),
    /// Take such proofs back.
    Withdraw(Proof),
    /// Its saves, newest first.
    Saves {
        /// Its id.
        id: String,
    },
    /// Bring a save back.
    Restore {
        /// Id of the save.
        save: String,
    },
    /// Skills against projects: what is proven by what, and what by nothing.
    Matrix,
    /// Remove one.
    Remove {
        /// Its id.
        id: String,
    },
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum Mark {
    Open,
    Done,
    #[value(name = "not_applicable", alias = "not-applicable")]
    NotApplicable,
}

impl Mark {
    /// Its word in JSON.
    pub fn word(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Done => "done",
            Self::NotApplicable => "not_applicable",
        }
    }
}

#[derive(Debug, Arguments)]
pub(crate) struct Proof {
    /// The project.
    pub id: String,
    /// A skill; may be repeated.
    #[arg(long = "skill")]
    pub skills: Vec<String>,
    /// A line of the checklist; may be repeated.
    #[arg(long = "line")]
    pub lines: Vec<String>,
    /// Everything that is there.
    #[arg(long)]
    pub all: bool,
}

#[derive(Debug, Arguments)]
pub(crate) struct Audit {
    /// The folder: a Git repository, or any other.
    pub folder: PathBuf,
    /// An address whose commits are your own; may be repeated.
    #[arg(long = "mine", value_name = "ADDRESS")]
    pub mine: Vec<String>,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Evidence {
    /// Work, courses, reviews, contributions and practice set, with what they carry.
    List,
    /// Add a piece.
    Add(Box<EvidenceAdd>),
    /// Remove a piece.
    Remove {
        /// Its id.
        id: String,
    },
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum Form {
    Change,
    Talk,
    Publication,
}

impl Form {
    /// Its word in JSON.
    pub fn word(self) -> &'static str {
        match self {
            Self::Change => "change",
            Self::Talk => "talk",
            Self::Publication => "publication",
        }
    }
}
