//! The audit of a project's folder: run, watched, stopped, shown.

use crate::app::Call;
use crate::chosen::chosen_folder;
use crate::commands::Nothing;
use crate::error::AppError;
use crate::projects::save::{find, put};
use crate::projects::versions::now;
use crate::projects::view::checklist;
use crate::settings::IdParams;
use crate::snapshot::Snapshot;
use groundwork_audit::{AuditError, Options, Progress, Stage, audit};
use groundwork_domain::audit::{AuditChange, Carry, Finding, Offer, Report, Shown, changes, offers, shown};
use groundwork_domain::person::{AuditRecord, ChecklistMark, ProjectRecord, ProofRecord};
use groundwork_domain::{Level, RecordId, StatementId, Text};
use groundwork_store::new_record_id;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use ts_rs::TS;

/// The audit that runs at present, so that it can be watched and stopped.
#[derive(Debug, Default)]
pub(crate) struct Audits(Mutex<Option<Arc<Running>>>);

#[derive(Debug, Default)]
struct Running {
    progress: Progress,
    cancel: AtomicBool,
}

impl Audits {
    fn now(&self) -> Option<Arc<Running>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Begins one; refused while another runs.
    fn begin(&self) -> Result<Turn<'_>, AppError> {
        let mut slot = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if slot.is_some() {
            return Err(AppError::new("audit.running"));
        }
        Ok(Turn { audits: self, running: slot.insert(Arc::default()).clone() })
    }
}

/// The turn of one audit: over when it is dropped, however the audit ended.
struct Turn<'a> {
    audits: &'a Audits,
    running: Arc<Running>,
}

impl Drop for Turn<'_> {
    fn drop(&mut self) {
        *self.audits.0.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }
}

/// A folder to audit without a project.
#[derive(Debug, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct AuditFolderParams {
    /// The folder, in the terminal; in the window the person is asked.
    #[serde(default)]
    pub path: Option<String>,
    /// Addresses whose commits are the person's own, beside those that they keep.
    #[serde(default)]
    pub addresses: Vec<String>,
}

/// A project to audit.
#[derive(Debug, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct ProjectAuditParams {
    /// The project.
    pub id: RecordId,
    /// The folder, in the terminal; the one that was audited last where absent.
    #[serde(default)]
    pub path: Option<String>,
    /// Whether another folder is to be chosen, in the window.
    #[serde(default)]
    pub choose: bool,
}

/// How far an audit is.
#[derive(Debug, Clone, Serialize, TS)]
pub struct AuditProgressView {
    /// What it is at: `opening`, `files` (files and history together), `done`.
    pub stage: String,
    /// Files that were looked at.
    pub files: u32,
    /// Files in all; 0 while they are not counted.
    pub files_total: u32,
    /// Commits that were read.
    pub commits: u32,
}

/// A skill that findings speak for.
#[derive(Debug, Clone, Serialize, TS)]
pub struct AuditOfferView {
    /// The skill, the level, the findings.
    pub offer: Offer,
    /// Name of the skill.
    pub name: Text,
    /// The level that was accepted; none where it was not.
    pub accepted: Option<Level>,
    /// What is proven of the skill today, by everything.
    pub proven: Level,
    /// What the target asks for; 0 when it does not.
    pub asked: Level,
}

/// A proof whose findings the newest audit does not show.
#[derive(Debug, Clone, Serialize, TS)]
pub struct LostProof {
    /// What was accepted.
    pub proof: ProofRecord,
    /// Name of the skill.
    pub name: Text,
}

/// A line of the checklist that findings speak for.
#[derive(Debug, Clone, Serialize, TS)]
pub struct LineSuggestion {
    /// The line.
    pub line: StatementId,
    /// Its name.
    pub name: Text,
    /// What it would rest on.
    pub rests_on: Vec<Carry>,
}

/// The newest audit of a project, and what it offers.
#[derive(Debug, Clone, Serialize, TS)]
pub struct AuditView {
    /// When: an instant in RFC 3339.
    pub at: String,
    /// What it found.
    pub report: Report,
    /// What it shows of the project as a whole.
    pub shown: Shown,
    /// Skills that it speaks for, those that the target asks for first.
    pub offers: Vec<AuditOfferView>,
    /// Proofs that it no longer shows.
    pub lost: Vec<LostProof>,
    /// Open lines of the checklist that it speaks for.
    pub lines: Vec<LineSuggestion>,
    /// When the audit before was made.
    pub before: Option<String>,
    /// What changed since.
    pub changes: Vec<AuditChange>,
    /// Addresses whose commits count as the person's own.
    pub addresses: Vec<String>,
}

fn refused(error: &AuditError, folder: &Path) -> AppError {
    let args = [("path", folder.display().to_string()), ("detail", error.to_string())];
    let code = match error {
        AuditError::Missing => "audit.missing",
        AuditError::NotAFolder => "audit.not_a_folder",
        AuditError::NoPermission => "audit.no_permission",
        AuditError::Cancelled => "audit.cancelled",
        _ => "audit.unreadable",
    };
    AppError::with(code, args)
}

/// Audits a folder; one at a time.
pub(super) fn audited(call: &Call<'_>, folder: &Path, addresses: &[String]) -> Result<Report, AppError> {
    let turn = call.app.audits.begin()?;
    let cache = call.app.cache_dir.as_ref().map(|dir| dir.join("audit"));
    let options = Options { addresses, cache: cache.as_deref(), ..Options::default() };
    let Running { progress, cancel } = &*turn.running;
    audit(folder, &options, progress, cancel).map_err(|error| refused(&error, folder))
}

/// The addresses that the person keeps as theirs.
pub(super) fn own_addresses(call: &Call<'_>) -> Result<Vec<String>, AppError> {
    call.app.store()?.read(|reader| Ok(reader.addresses()?))
}

/// `audit.folder`: what a folder shows, without a project and without keeping anything.
pub(crate) fn folder(call: &Call<'_>, params: AuditFolderParams) -> Result<Option<Report>, AppError> {
    let Some(path) = chosen_folder(call, params.path)? else { return Ok(None) };
    let mut addresses = params.addresses;
    if call.app.store().is_ok() {
        addresses.extend(own_addresses(call)?);
    }
    audited(call, &path, &addresses).map(Some)
}

/// `audit.progress`: how far the audit is that runs; none when none does.
pub(crate) fn progress(call: &Call<'_>, _: Nothing) -> Result<Option<AuditProgressView>, AppError> {
    Ok(call.app.audits.now().map(|running| {
        let at = running.progress.snapshot();
        AuditProgressView {
            stage: match at.stage {
                Stage::Opening => "opening",
                Stage::Files | Stage::History => "files",
                Stage::Done => "done",
            }
            .to_owned(),
            files: at.files_done,
            files_total: at.files_total,
            commits: at.commits_done,
        }
    }))
}

/// `audit.cancel`: stops the audit that runs; nothing of it is kept.
pub(crate) fn cancel(call: &Call<'_>, _: Nothing) -> Result<(), AppError> {
    if let Some(running) = call.app.audits.now() {
        running.cancel.store(true, Ordering::Relaxed);
    }
    Ok(())
}

/// Keeps an audit of a project.
pub(super) fn keep(call: &Call<'_>, project: &RecordId, report: Report) -> Result<(), AppError> {
    let record = AuditRecord { id: new_record_id(), project: project.clone(), at: now(call), report };
    call.keep(|writer| Ok(writer.keep_audit(&record)?))
}

/// `projects.audit`: audits the folder of a project, and keeps what it shows; none when the person chose no folder.
pub(crate) fn run(call: &Call<'_>, params: ProjectAuditParams) -> Result<Option<AuditView>, AppError> {
    let snapshot = call.snapshot()?;
    let record = find(&snapshot, &params.id)?.clone();
    let kept =
        (!record.folder.is_empty() && !params.choose && params.path.is_none()).then(|| record.folder.clone());
    let folder = match kept {
        Some(folder) => folder.into(),
        None => match chosen_folder(call, params.path)? {
            Some(folder) => folder,
            None => return Ok(None),
        },
    };
    let report = audited(call, &folder, &own_addresses(call)?)?;
    let text = folder.to_str().ok_or_else(|| AppError::new("audit.folder_name"))?;
    if record.folder != text {
        put(call, "projects.folder", &ProjectRecord { folder: text.to_owned(), ..record })?;
    }
    keep(call, &params.id, report)?;
    show_audit(call, IdParams { id: params.id })
}

/// The newest audit of a project.
pub(super) fn newest(call: &Call<'_>, project: &RecordId) -> Result<Option<AuditRecord>, AppError> {
    let audits = call.app.store()?.read(|reader| Ok::<_, AppError>(reader.project_audits(project, 1)?))?;
    Ok(audits.into_iter().next())
}

/// The open lines of a project's checklist that a report speaks for.
pub(super) fn suggestions(
    snapshot: &Snapshot,
    record: &ProjectRecord,
    report: &Report,
) -> Vec<LineSuggestion> {
    let open = checklist(snapshot, record).into_iter().filter(|line| line.state.mark == ChecklistMark::Open);
    let suggestion = |line: crate::projects::CheckView| {
        let speaks =
            report.findings.iter().filter(|found| line.item.shown_by.contains(&found.kind) && found.is_own());
        let rests_on: Vec<Carry> = speaks.filter_map(Finding::carry).collect();
        (!rests_on.is_empty()).then_some(LineSuggestion {
            line: line.item.id,
            name: line.item.name,
            rests_on,
        })
    };
    open.filter_map(suggestion).collect()
}

/// `projects.audit_show`: the newest audit of a project, and what it offers; none when there is none.
pub(crate) fn show_audit(call: &Call<'_>, params: IdParams) -> Result<Option<AuditView>, AppError> {
    let snapshot = call.snapshot()?;
    let record = find(&snapshot, &params.id)?;
    let audits = call.app.store()?.read(|reader| Ok::<_, AppError>(reader.project_audits(&params.id, 2)?))?;
    let mut audits = audits.into_iter();
    let Some(newest) = audits.next() else { return Ok(None) };
    let before = audits.next();
    let asked = snapshot.asked_levels();
    let offered = offers(&newest.report);
    let mut views: Vec<AuditOfferView> = offered
        .iter()
        .filter(|offer| snapshot.pack.skill(&offer.skill).is_some())
        .map(|offer| AuditOfferView {
            name: snapshot.skill_name(&offer.skill),
            accepted: record.proofs.iter().find(|proof| proof.skill == offer.skill).map(|proof| proof.level),
            proven: snapshot.proven_level(&offer.skill),
            asked: asked.get(&offer.skill).copied().unwrap_or_default(),
            offer: offer.clone(),
        })
        .collect();
    views.sort_by_key(|view| (view.asked == Level::NONE, view.offer.skill.clone()));
    let lost = record.proofs.iter().filter(|proof| !offered.iter().any(|offer| offer.skill == proof.skill));
    Ok(Some(AuditView {
        shown: shown(&newest.report),
        offers: views,
        lost: lost
            .map(|proof| LostProof { name: snapshot.skill_name(&proof.skill), proof: proof.clone() })
            .collect(),
        lines: suggestions(&snapshot, record, &newest.report),
        changes: before.as_ref().map(|before| changes(&before.report, &newest.report)).unwrap_or_default(),
        before: before.map(|before| before.at),
        addresses: own_addresses(call)?,
        at: newest.at,
        report: newest.report,
    }))
}

#[cfg(test)]
mod tests {
    use groundwork_audit::rule_skills;

    #[test]
    fn every_skill_of_a_rule_is_one_of_the_role_pack() {
        let pack = groundwork_role_packs::backend_developer().unwrap();
        let skills = rule_skills();
        assert!(skills.len() > 500, "{}", skills.len());
        for (rule, skill) in skills {
            assert!(pack.skill(&skill).is_some(), "{rule}: {skill}");
        }
    }
}
