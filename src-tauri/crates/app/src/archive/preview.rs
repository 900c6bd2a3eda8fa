//! `archive.read`.

use super::open::{ChosenFile, open};
use super::{ArchiveDifference, ArchiveField, ArchiveKind, ArchivePreview, ArchiveReadParams, words};
use crate::app::Call;
use crate::chosen::chosen;
use crate::error::AppError;
use crate::kinds;
use crate::snapshot::Snapshot;
use groundwork_store::KEPT_TABLES;
use groundwork_store::archive::Differing;

/// `archive.read`: what taking an archive in would do; none when the person chose no file. All of it is read and checked:
/// what is shown can be taken.
pub(crate) fn read(call: &Call<'_>, params: ArchiveReadParams) -> Result<Option<ArchivePreview>, AppError> {
    let store = call.app.store()?;
    let Some(path) = chosen(call, params.path)? else { return Ok(None) };
    let mut opened = open(&path, None)?;
    let files = opened.files()?;
    opened.read_files(&files)?;
    let (mut new_files, mut same_files) = (0, 0);
    for named in &files.there {
        *(if store.has_file(&named.sha256, named.bytes)? { &mut same_files } else { &mut new_files }) += 1;
    }
    let mut compared = store.read(|reader| opened.staged.compare(reader))?;
    compared.kinds.sort_by_key(|it| kinds::place(&it.kind));
    let kinds = compared.kinds.into_iter().map(|it| ArchiveKind {
        name: kinds::name(&it.kind),
        kept: KEPT_TABLES.contains(&it.kind.as_str()),
        kind: it.kind,
        new: it.new,
        same: it.same,
        different: it.different,
        only_here: it.only_here,
    });
    let snapshot = call.snapshot()?;
    let different = compared.different.into_iter().map(|it| difference(&snapshot, it));
    let manifest = opened.archive.manifest();
    let id = call.app.archives.remember(ChosenFile { path: path.clone(), sha256: opened.sha256.clone() })?;
    Ok(Some(ArchivePreview {
        id,
        path: path.display().to_string(),
        made: manifest.made.clone(),
        program: manifest.program.clone(),
        kinds: kinds.collect(),
        different: different.collect(),
        new_files,
        same_files,
        missing_files: files.missing.len() as u32,
    }))
}

fn difference(snapshot: &Snapshot, it: Differing) -> ArchiveDifference {
    let kind_name = kinds::name_of_one(&it.kind);
    let title = |own: &str| words::called(snapshot, &it.kind, &it.id, own, &kind_name);
    let fields = it.fields.iter().map(|one| {
        let value = |value: &str| words::value(snapshot, &it.kind, &one.field, value);
        ArchiveField {
            name: words::column(&it.kind, &one.field),
            here: value(&one.here),
            there: value(&one.there),
            field: one.field.clone(),
        }
    });
    ArchiveDifference {
        key: format!("{}:{}", it.kind, it.id),
        here: title(&it.here),
        there: title(&it.there),
        fields: fields.collect(),
        kind: it.kind,
        kind_name,
    }
}
