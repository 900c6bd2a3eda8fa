//! Every save of a project can be seen and brought back.

use crate::app::Call;
use crate::error::AppError;
use crate::projects::save::{find, put};
use crate::projects::story::html;
use crate::projects::view::{CaseStudyView, ProjectView, case_study};
use crate::settings::IdParams;
use groundwork_domain::RecordId;
use groundwork_domain::person::{ProjectRecord, ProjectStatus, ProjectVersion};
use groundwork_exchange::markdown as md;
use groundwork_store::{Writer, new_record_id};
use serde::Serialize;
use ts_rs::TS;

/// A save of a project.
#[derive(Debug, Clone, Serialize, TS)]
pub struct VersionLine {
    /// Id of the save.
    pub id: RecordId,
    /// When: an instant in RFC 3339.
    pub at: String,
    /// The project's name then.
    pub name: String,
    /// Where it stood then.
    pub status: ProjectStatus,
    /// Words of its case study then.
    pub words: u32,
    /// Fields that differ from the save before: `name`, `story`, `decisions` …; empty for the first.
    pub changed: Vec<String>,
    /// Whether the project is like this now.
    pub current: bool,
}

/// A save of a project, whole.
#[derive(Debug, Clone, Serialize, TS)]
pub struct VersionView {
    /// The save in short.
    pub line: VersionLine,
    /// The project then.
    pub record: ProjectRecord,
    /// What it is, as HTML.
    pub summary: String,
    /// Its texts as HTML.
    pub html: CaseStudyView,
}

/// Now, as it is kept.
pub(super) fn now(call: &Call<'_>) -> String {
    call.app.clock.now()
}

/// Keeps a save, and the state before it where nobody kept that yet.
pub(super) fn keep_version(
    writer: &Writer<'_>,
    former: Option<&ProjectRecord>,
    record: &ProjectRecord,
    at: &str,
) -> Result<(), AppError> {
    let newest = writer.newest_version(&record.id)?;
    let version = |record: &ProjectRecord| ProjectVersion {
        id: new_record_id(),
        project: record.id.clone(),
        at: at.to_owned(),
        record: record.clone(),
    };
    let unkept = |former: &&ProjectRecord| newest.as_ref().is_none_or(|newest| newest.record != **former);
    if let Some(former) = former.filter(unkept) {
        writer.keep_version(&version(former))?;
    }
    if former.is_none_or(|former| former != record) {
        writer.keep_version(&version(record))?;
    }
    Ok(())
}

/// The names of the fields that differ.
fn changed(before: &ProjectRecord, after: &ProjectRecord) -> Vec<String> {
    let fields = [
        ("name", before.name != after.name),
        ("summary", before.summary != after.summary),
        ("story", before.story != after.story),
        ("role", before.role != after.role),
        ("team", before.team != after.team),
        ("period", (before.starts, before.ends) != (after.starts, after.ends)),
        ("status", before.status != after.status),
        ("practice", before.practice != after.practice),
        ("links", before.links != after.links),
        ("skills", before.skills != after.skills),
        ("decisions", before.decisions != after.decisions),
        ("results", before.results != after.results),
        ("checklist", before.checklist != after.checklist),
        ("folder", before.folder != after.folder),
        ("proofs", before.proofs != after.proofs),
    ];
    fields.iter().filter(|(_, differs)| *differs).map(|(name, _)| (*name).to_owned()).collect()
}

fn line(
    version: &ProjectVersion,
    before: Option<&ProjectVersion>,
    now: Option<&ProjectRecord>,
) -> VersionLine {
    VersionLine {
        id: version.id.clone(),
        at: version.at.clone(),
        name: version.record.name.clone(),
        status: version.record.status,
        words: md::words(&version.record.story),
        changed: before.map(|before| changed(&before.record, &version.record)).unwrap_or_default(),
        current: now == Some(&version.record),
    }
}

fn lines(call: &Call<'_>, project: &RecordId) -> Result<(Vec<ProjectVersion>, Vec<VersionLine>), AppError> {
    let (versions, now) = call
        .app
        .store()?
        .read(|reader| Ok::<_, AppError>((reader.project_versions(project)?, reader.project(project)?)))?;
    let before = versions.iter().skip(1).map(Some).chain(std::iter::once(None));
    let lines =
        versions.iter().zip(before).map(|(version, before)| line(version, before, now.as_ref())).collect();
    Ok((versions, lines))
}

/// `projects.versions`: the saves of a project, newest first.
pub(crate) fn versions(call: &Call<'_>, params: IdParams) -> Result<Vec<VersionLine>, AppError> {
    Ok(lines(call, &params.id)?.1)
}

fn find_version(call: &Call<'_>, id: &RecordId) -> Result<ProjectVersion, AppError> {
    let found = call.app.store()?.read(|reader| Ok::<_, AppError>(reader.project_version(id)?))?;
    found.ok_or_else(|| AppError::with("record.unknown", [("id", id.to_string())]))
}

/// `projects.version`: a save of a project, whole.
pub(crate) fn version(call: &Call<'_>, params: IdParams) -> Result<VersionView, AppError> {
    let found = find_version(call, &params.id)?;
    let (_, lines) = lines(call, &found.project)?;
    let line = lines.into_iter().find(|line| line.id == found.id);
    Ok(VersionView {
        line: line.ok_or_else(|| AppError::with("record.unknown", [("id", params.id.to_string())]))?,
        summary: html(&found.record.summary)?,
        html: case_study(&found.record)?,
        record: found.record,
    })
}

/// `projects.restore`: brings a save of a project back; what was there stays among the saves.
pub(crate) fn restore(call: &Call<'_>, params: IdParams) -> Result<ProjectView, AppError> {
    let version = find_version(call, &params.id)?;
    find(&call.snapshot()?, &version.project)?;
    put(call, "projects.restore", &version.record)
}
