//! `archive.read`.

use super::open::{ChosenFile, open};
use super::{ArchiveDifference, ArchiveField, ArchiveKind, ArchivePreview, ArchiveReadParams};
use crate::app::Call;
use crate::chosen::chosen;
use crate::error::AppError;
use crate::kinds;
use crate::snapshot::Snapshot;
use groundwork_domain::Text;
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
    let compared = store.read(|reader| opened.staged.compare(reader))?;
    let kinds = compared.kinds.into_iter().map(|it| ArchiveKind {
        name: kinds::name(&it.kind),
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
    let title = |own: &str| called(snapshot, &it.kind, &it.id, own, &kind_name);
    ArchiveDifference {
        key: format!("{}:{}", it.kind, it.id),
        here: title(&it.here),
        there: title(&it.there),
        fields: it
            .fields
            .into_iter()
            .map(|it| ArchiveField { field: it.field, here: it.here, there: it.there })
            .collect(),
        kind: it.kind,
        kind_name,
    }
}

/// What a record is called: as the role model or the catalogue has it, by its own title, else by its kind and key.
fn called(snapshot: &Snapshot, kind: &str, id: &str, own: &str, kind_name: &Text) -> String {
    let known = match kind {
        "skill" => {
            snapshot.pack.skills.iter().find(|skill| skill.id.as_str() == id).map(|skill| &skill.name.en)
        }
        "certification" => {
            let mut all = snapshot.pack.certifications.iter();
            all.find(|certification| certification.id.as_str() == own).map(|found| &found.name)
        }
        _ => None,
    };
    match (known, own) {
        (Some(name), _) => name.clone(),
        (None, "") if matches!(kind, "target" | "plan_settings" | "timer" | "reminder_settings") => {
            kind_name.en.clone()
        }
        (None, "") => format!("{} {id}", kind_name.en),
        (None, own) => own.to_owned(),
    }
}
