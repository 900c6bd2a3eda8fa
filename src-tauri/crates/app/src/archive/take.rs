//! `archive.take`.

use super::open::{keep_files, open};
use super::sound::sound;
use super::{ArchiveTakeParams, ArchiveTakenView};
use crate::app::Call;
use crate::error::AppError;
use groundwork_store::archive::Comparison;
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
    call.app.store()?.backup("before-import")?;
    keep_files(call, &mut opened, &files)?;
    call.write("archive.take", json!({ "count": count }), |writer| {
        let merged = writer.merge(&opened.staged, &replace)?;
        // The line in the history says how many: they are those that were there a moment ago.
        if merged.added + merged.replaced != count {
            return Err(AppError::new("archive.data_changed"));
        }
        sound(call.app, &before, writer)?;
        Ok(ArchiveTakenView { added: merged.added, replaced: merged.replaced, kept: merged.kept })
    })
}

/// How many of the person's records taking an archive in adds or replaces.
fn will_change(compared: &Comparison, replace: &BTreeSet<String>) -> u32 {
    let records = |kind: &str| groundwork_store::RECORD_TABLES.contains(&kind);
    let added: u32 = compared.kinds.iter().filter(|it| records(&it.kind)).map(|it| it.new).sum();
    let replaced =
        compared.different.iter().filter(|it| replace.contains(&format!("{}:{}", it.kind, it.id))).count();
    added + replaced as u32
}
