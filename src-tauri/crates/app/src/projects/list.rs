//! The portfolio, and one project as a page.

use crate::app::Call;
use crate::commands::Nothing;
use crate::error::AppError;
use crate::projects::save::find;
use crate::projects::view::{ProjectPageView, ProjectView, case_study, view};
use crate::settings::IdParams;
use groundwork_domain::person::{AuditRecord, ProjectStatus};
use groundwork_domain::role::PracticeItem;
use groundwork_domain::{PracticeId, RecordId, Text};
use serde::Serialize;
use std::collections::BTreeMap;
use ts_rs::TS;

/// A practice that a project can be one of.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PracticeOption {
    /// The practice.
    pub practice: PracticeId,
    /// Its name.
    pub name: Text,
    /// What it is.
    pub summary: Text,
    /// The lines of its checklist.
    pub checklist: Vec<PracticeItem>,
    /// Whether it becomes a project of the portfolio.
    pub is_project: bool,
    /// How many the target asks; 0 when it asks none.
    pub asked: u32,
    /// How many of them are made.
    pub made: u32,
    /// How many of them are complete.
    pub complete: u32,
}

/// The portfolio.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ProjectsView {
    /// Projects, those in progress first.
    pub projects: Vec<ProjectView>,
    /// Practices, with how many the target asks.
    pub practices: Vec<PracticeOption>,
}

/// `projects.list`: the portfolio.
pub(crate) fn list(call: &Call<'_>, _: Nothing) -> Result<ProjectsView, AppError> {
    let snapshot = call.snapshot()?;
    let audits = call.app.store()?.read(|reader| Ok::<_, AppError>(reader.newest_audits()?))?;
    let audits: BTreeMap<RecordId, AuditRecord> =
        audits.into_iter().map(|audit| (audit.project.clone(), audit)).collect();
    let mut projects: Vec<_> =
        snapshot.projects.iter().map(|record| view(&snapshot, record, audits.get(&record.id))).collect();
    projects.sort_by(|a, b| {
        let order = |view: &ProjectView| match view.record.status {
            ProjectStatus::Doing => 0,
            ProjectStatus::Shown => 1,
            ProjectStatus::Done => 2,
            ProjectStatus::Idea => 3,
        };
        order(a)
            .cmp(&order(b))
            .then_with(|| b.record.ends.cmp(&a.record.ends))
            .then_with(|| a.record.name.cmp(&b.record.name))
    });
    let asked: BTreeMap<PracticeId, u32> = snapshot
        .domain_target()
        .and_then(|target| snapshot.pack.rung(&target.rung).cloned())
        .map(|rung| rung.practice.iter().map(|p| (p.practice.clone(), u32::from(p.count))).collect())
        .unwrap_or_default();
    let practices = snapshot.pack.practice.iter().map(|practice| PracticeOption {
        asked: asked.get(&practice.id).copied().unwrap_or(0),
        made: snapshot.standing.practice_claimed.get(&practice.id).copied().unwrap_or(0),
        complete: snapshot.standing.practice_proven.get(&practice.id).copied().unwrap_or(0),
        is_project: crate::plan::becomes_project(practice),
        practice: practice.id.clone(),
        name: practice.name.clone(),
        summary: practice.summary.clone(),
        checklist: practice.checklist.clone(),
    });
    Ok(ProjectsView { projects, practices: practices.collect() })
}

/// `projects.show`: one project as a page.
pub(crate) fn show(call: &Call<'_>, params: IdParams) -> Result<ProjectPageView, AppError> {
    let snapshot = call.snapshot()?;
    let record = find(&snapshot, &params.id)?;
    let (newest, draft, (versions, audits)) = call.app.store()?.read(|reader| {
        let draft = reader.project_draft(&params.id)?;
        Ok::<_, AppError>((reader.project_audits(&params.id, 1)?, draft, reader.kept_of_project(&params.id)?))
    })?;
    let kept = |draft: &groundwork_domain::person::ProjectDraft| {
        let text = &draft.text;
        (&text.summary, &text.story, &text.results) != (&record.summary, &record.story, &record.results)
    };
    Ok(ProjectPageView {
        project: view(&snapshot, record, newest.first()),
        html: case_study(record)?,
        draft: draft.filter(kept),
        versions,
        audits,
    })
}
