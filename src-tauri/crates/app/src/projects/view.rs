//! A project as it is shown.

use crate::app::Call;
use crate::error::AppError;
use crate::projects::audit::newest;
use crate::projects::story::html;
use crate::snapshot::Snapshot;
use groundwork_domain::audit::{FindingKind, Shown, shown};
use groundwork_domain::person::{
    AttachmentRecord, AuditRecord, CheckState, ChecklistMark, ProjectDraft, ProjectRecord, ProjectStatus,
    ProofRecord, SkillLevel,
};
use groundwork_domain::role::PracticeItem;
use groundwork_domain::{Date, Level, RecordId, Text};
use serde::Serialize;
use ts_rs::TS;

/// A skill of a project with its name, and what it rests on.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ProjectSkillView {
    /// The skill, the level that the project shows, and why.
    pub level: SkillLevel,
    /// Name of the skill.
    pub name: Text,
    /// What the audit proves of it, where the person accepted that.
    pub proof: Option<ProofRecord>,
    /// The level that the project carries for it: 2 as described, up to 3 with proof; 0 while the project is not done.
    pub carries: Level,
    /// The level that it carries once the project is done.
    pub would_carry: Level,
}

/// A line of a project's checklist.
#[derive(Debug, Clone, Serialize, TS)]
pub struct CheckView {
    /// The line as the role pack has it.
    pub item: PracticeItem,
    /// How it stands.
    pub state: CheckState,
}

/// The newest audit of a project, in short.
#[derive(Debug, Clone, Serialize, TS)]
pub struct AuditBrief {
    /// When: an instant in RFC 3339.
    pub at: String,
    /// What it shows of the project as a whole.
    pub shown: Shown,
    /// The languages with most lines of code, at most three.
    pub languages: Vec<String>,
    /// Lines of code in all.
    #[ts(type = "number")]
    pub code: u64,
    /// How many findings there are.
    pub findings: u32,
    /// How many of them look like secrets.
    pub secrets: u32,
    /// Commits.
    pub commits: u32,
    /// Those of the person's own.
    pub own: u32,
    /// Day of the person's first commit.
    pub own_first: Option<Date>,
    /// Day of the person's last commit.
    pub own_last: Option<Date>,
    /// Whether something could not be read.
    pub partial: bool,
}

/// A project with what is known of it.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ProjectView {
    /// The record.
    pub record: ProjectRecord,
    /// Name of the practice that it is one of.
    pub practice_name: Option<Text>,
    /// Skills with their names.
    pub skills: Vec<ProjectSkillView>,
    /// The checklist of its practice.
    pub checklist: Vec<CheckView>,
    /// Lines that are done or do not apply.
    pub checked: u32,
    /// Whether it counts as a complete one of its practice.
    pub complete: bool,
    /// Its files, in their order.
    pub attachments: Vec<AttachmentRecord>,
    /// The first of its files that is a picture.
    pub cover: Option<RecordId>,
    /// Its newest audit.
    pub audit: Option<AuditBrief>,
}

/// The texts of a decision as HTML that is safe to show.
#[derive(Debug, Clone, Serialize, TS)]
pub struct DecisionHtml {
    /// What it was about.
    pub context: String,
    /// What was possible.
    pub options: String,
    /// What was chosen.
    pub choice: String,
    /// What follows.
    pub consequences: String,
}

/// The texts of a project as HTML that is safe to show.
#[derive(Debug, Clone, Serialize, TS)]
pub struct CaseStudyView {
    /// The case study.
    pub story: String,
    /// What came of it.
    pub results: String,
    /// Its decisions, in their order.
    pub decisions: Vec<DecisionHtml>,
}

/// A project as a page.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ProjectPageView {
    /// The project.
    pub project: ProjectView,
    /// Its texts as HTML.
    pub html: CaseStudyView,
    /// What was written and not saved.
    pub draft: Option<ProjectDraft>,
    /// How many saves of it are kept.
    pub versions: u32,
    /// How many audits of it are kept.
    pub audits: u32,
}

fn brief(audit: &AuditRecord) -> AuditBrief {
    let report = &audit.report;
    let history = report.history.as_ref();
    let secrets = report.findings.iter().filter(|found| found.kind == FindingKind::Secret).count();
    let named = report.languages.iter().filter(|language| language.skill.is_some());
    AuditBrief {
        at: audit.at.clone(),
        shown: shown(report),
        languages: named.take(3).map(|language| language.name.clone()).collect(),
        code: report.languages.iter().map(|language| language.code).sum(),
        findings: report.findings.len() as u32,
        secrets: secrets as u32,
        commits: history.map_or(0, |history| history.commits),
        own: history.map_or(0, |history| history.own),
        own_first: history.and_then(|history| history.own_first),
        own_last: history.and_then(|history| history.own_last),
        partial: report.partial,
    }
}

/// The checklist of a project's practice, and how it stands.
pub(super) fn checklist(snapshot: &Snapshot, record: &ProjectRecord) -> Vec<CheckView> {
    let practice = record.practice.as_ref().and_then(|id| snapshot.pack.practice(id));
    let state = |item: &PracticeItem| record.checklist.get(&item.id).cloned().unwrap_or_default();
    let lines = practice.map(|practice| practice.checklist.as_slice()).unwrap_or_default();
    lines.iter().map(|item| CheckView { state: state(item), item: item.clone() }).collect()
}

/// A project with what is known of it.
pub(super) fn view(snapshot: &Snapshot, record: &ProjectRecord, audit: Option<&AuditRecord>) -> ProjectView {
    let practice = record.practice.as_ref().and_then(|id| snapshot.pack.practice(id));
    let checklist = checklist(snapshot, record);
    let done = record.status >= ProjectStatus::Done;
    let proof_of = |level: &SkillLevel| record.proofs.iter().find(|proof| proof.skill == level.skill);
    let named = |level: &SkillLevel| ProjectSkillView {
        name: snapshot.skill_name(&level.skill),
        proof: proof_of(level).cloned(),
        carries: if done { crate::snapshot::carried_by_project(record, level) } else { Level::NONE },
        would_carry: crate::snapshot::carried_by_project(record, level),
        level: level.clone(),
    };
    let attachments = snapshot.files_of(&record.id);
    let checked = checklist.iter().filter(|line| line.state.mark != ChecklistMark::Open).count();
    ProjectView {
        practice_name: practice.map(|practice| practice.name.clone()),
        skills: record.skills.iter().map(named).collect(),
        checked: checked as u32,
        complete: done && checked == checklist.len() && practice.is_some(),
        checklist,
        cover: attachments
            .iter()
            .find(|file| file.media_type.starts_with("image/"))
            .map(|file| file.id.clone()),
        attachments,
        audit: audit.map(brief),
        record: record.clone(),
    }
}

/// A project as it is now, with its newest audit.
pub(super) fn view_of(call: &Call<'_>, record: &ProjectRecord) -> Result<ProjectView, AppError> {
    let newest = newest(call, &record.id)?;
    Ok(view(&call.snapshot()?, record, newest.as_ref()))
}

/// The texts of a project as HTML.
pub(super) fn case_study(record: &ProjectRecord) -> Result<CaseStudyView, AppError> {
    let decisions = record.decisions.iter().map(|decision| {
        Ok(DecisionHtml {
            context: html(&decision.context)?,
            options: html(&decision.options)?,
            choice: html(&decision.choice)?,
            consequences: html(&decision.consequences)?,
        })
    });
    Ok(CaseStudyView {
        story: html(&record.story)?,
        results: html(&record.results)?,
        decisions: decisions.collect::<Result<_, AppError>>()?,
    })
}
