//! How far an audit is, and whether it is to stop.

use crate::AuditError;
use std::sync::atomic::{AtomicBool, AtomicU8, AtomicU32, Ordering};

/// What an audit is at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Finds out what the folder is.
    Opening,
    /// Looks at files; the history is read beside them.
    Files,
    /// The files are done, the history is still read.
    History,
    /// There is a report.
    Done,
}

/// How far an audit is: written by the audit, read by whoever watches it from another thread.
#[derive(Debug, Default)]
pub struct Progress {
    stage: AtomicU8,
    files_done: AtomicU32,
    files_total: AtomicU32,
    commits_done: AtomicU32,
}

/// How far it was at one moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Snapshot {
    /// What it is at.
    pub stage: Stage,
    /// Files that were looked at or left out.
    pub files_done: u32,
    /// Files that there are; 0 until they are counted.
    pub files_total: u32,
    /// Commits that were read.
    pub commits_done: u32,
}

impl Progress {
    /// How far it is now.
    pub fn snapshot(&self) -> Snapshot {
        let stage = match self.stage.load(Ordering::Relaxed) {
            0 => Stage::Opening,
            1 => Stage::Files,
            2 => Stage::History,
            _ => Stage::Done,
        };
        Snapshot {
            stage,
            files_done: self.files_done.load(Ordering::Relaxed),
            files_total: self.files_total.load(Ordering::Relaxed),
            commits_done: self.commits_done.load(Ordering::Relaxed),
        }
    }

    pub(crate) fn at(&self, stage: Stage) {
        self.stage.store(stage as u8, Ordering::Relaxed);
    }

    pub(crate) fn found(&self, files: usize) {
        self.files_total.store(u32::try_from(files).unwrap_or(u32::MAX), Ordering::Relaxed);
    }

    pub(crate) fn file(&self) {
        self.files_done.fetch_add(1, Ordering::Relaxed);
    }

    pub(crate) fn commits(&self, read: u32) {
        self.commits_done.store(read, Ordering::Relaxed);
    }
}

/// What every part of an audit watches.
#[derive(Clone, Copy)]
pub(crate) struct Watch<'a> {
    pub progress: &'a Progress,
    pub cancel: &'a AtomicBool,
}

impl Watch<'_> {
    /// Refuses to go on when the person stopped it.
    pub fn go_on(&self) -> Result<(), AuditError> {
        if self.cancel.load(Ordering::Relaxed) { Err(AuditError::Cancelled) } else { Ok(()) }
    }
}
