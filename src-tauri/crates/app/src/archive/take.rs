//! `archive.take`.

use super::open::{keep_files, open};
use super::sound::sound;
use super::{ArchiveTakeParams, ArchiveTakenView};
use crate::app::Call;
use crate::error::AppError;
use crate::snapshot::Snapshot;
use groundwork_store::archive::{Comparison, Staged};
use groundwork_store::{Change, StoreError, Writer};
use serde_json::json;
use std::collections::BTreeSet;

/// `archive.take`: takes an archive in, in one change, after a backup of what was there. Refuses a file that changed since it
/// was shown, and data that did.
pub(crate) fn take(call: &Call<'_>, params: ArchiveTakeParams) -> Result<ArchiveTakenView, AppError> {
    let chosen = call.app.archives.find(&params.id)?;
    let mut opened = open(&chosen.path, Some(&chosen.sha256))?;
    let files = opened.files()?;
    let replace: BTreeSet<String> = params.replace.into_iter().collect();
    let compared = call.app.store()?.read(|reader| opened.staged.compare(reader))?;
    let count = will_change(&compared, &replace);
    let before = call.snapshot()?;
    tried(call, |writer| merged(call, &opened.staged, &replace, &before, count, writer).map(drop))?;
    call.app.store()?.backup("before-import")?;
    keep_files(call, &mut opened, &files)?;
    call.write("archive.take", json!({ "count": count }), |writer| {
        merged(call, &opened.staged, &replace, &before, count, writer)
    })
}

/// Puts an archive into the data, within a change.
fn merged(
    call: &Call<'_>,
    archive: &Staged,
    replace: &BTreeSet<String>,
    before: &Snapshot,
    count: u32,
    writer: &Writer<'_>,
) -> Result<ArchiveTakenView, AppError> {
    let merged = writer.merge(archive, replace)?;
    // The line in the history says how many: they are those that were there a moment ago.
    if merged.added + merged.replaced != count {
        return Err(AppError::new("archive.data_changed"));
    }
    sound(call.app, before, writer)?;
    Ok(ArchiveTakenView { added: merged.added, replaced: merged.replaced, kept: merged.kept })
}

/// How a change that is only tried ends.
enum Tried {
    Holds,
    Refused(AppError),
}

impl From<StoreError> for Tried {
    fn from(error: StoreError) -> Self {
        Self::Refused(error.into())
    }
}

/// Makes a change and takes it back at once: what it refuses is refused before a backup is made or a file is stored.
fn tried(call: &Call<'_>, change: impl FnOnce(&Writer<'_>) -> Result<(), AppError>) -> Result<(), AppError> {
    let (origin, at) = (call.app.origin, call.app.clock.now());
    let door = Change { name: "archive.take", args: json!({}), origin, at };
    let ended = call.app.store()?.write(door, |writer| match change(writer) {
        Ok(()) => Err::<(), _>(Tried::Holds),
        Err(error) => Err(Tried::Refused(error)),
    });
    match ended {
        Err(Tried::Refused(error)) => Err(error),
        Err(Tried::Holds) | Ok(_) => Ok(()),
    }
}

/// How many of the person's records taking an archive in adds or replaces.
fn will_change(compared: &Comparison, replace: &BTreeSet<String>) -> u32 {
    let records = |kind: &str| groundwork_store::RECORD_TABLES.contains(&kind);
    let added: u32 = compared.kinds.iter().filter(|it| records(&it.kind)).map(|it| it.new).sum();
    let replaced =
        compared.different.iter().filter(|it| replace.contains(&format!("{}:{}", it.kind, it.id))).count();
    added + replaced as u32
}
