//! Skills against projects and other evidence: what is proven by what, and what by nothing.

use crate::app::Call;
use crate::commands::Nothing;
use crate::error::AppError;
use crate::snapshot::Snapshot;
use groundwork_domain::person::{EvidenceKind, ProjectStatus};
use groundwork_domain::{Date, GroupId, Level, RecordId, SkillId, Text};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use ts_rs::TS;

/// What a column of the matrix is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum MatrixSource {
    /// A project, done or not.
    Project,
    /// A certification.
    Certification,
    /// Work.
    Work,
    /// A course.
    Course,
    /// A review.
    Review,
    /// A contribution or talk.
    Contribution,
    /// Practice set beyond one's team.
    PracticeSet,
    /// The learning log, all of it.
    Log,
}

/// A column: a project, or another piece of evidence.
#[derive(Debug, Clone, Serialize, TS)]
pub struct MatrixColumn {
    /// Its record; none for the log.
    pub id: Option<RecordId>,
    /// What it is.
    pub source: MatrixSource,
    /// Its name; empty for the log.
    pub name: String,
    /// Its day; none for the log, and for a project that goes on.
    pub on: Option<Date>,
    /// Whether it counts: a project does once it is done.
    pub counts: bool,
}

/// Where a skill and a piece of evidence meet.
#[derive(Debug, Clone, Serialize, TS)]
pub struct MatrixCell {
    /// Number of the column, from 0.
    pub column: u32,
    /// The level that it carries; for a project that is not done, the one that it would.
    pub level: Level,
    /// Whether the audit shows it.
    pub audited: bool,
    /// Whether it is stale.
    pub stale: bool,
    /// Whether the proven level rests on it.
    pub counted: bool,
}

/// A row: a skill.
#[derive(Debug, Clone, Serialize, TS)]
pub struct MatrixRow {
    /// The skill.
    pub skill: SkillId,
    /// Its name.
    pub name: Text,
    /// Its group.
    pub group: GroupId,
    /// What the target asks for; 0 when it does not.
    pub asked: Level,
    /// What the person claims.
    pub claimed: Option<Level>,
    /// What is proven.
    pub proven: Level,
    /// Where something speaks for it.
    pub cells: Vec<MatrixCell>,
}

/// Skills against projects and other evidence.
#[derive(Debug, Clone, Serialize, TS)]
pub struct MatrixView {
    /// Columns: projects first, newest first, then the other evidence by kind.
    pub columns: Vec<MatrixColumn>,
    /// Rows: the skills that the target asks for, are claimed, or have evidence, in the order of the role pack.
    pub rows: Vec<MatrixRow>,
    /// How many skills that the target asks for nothing speaks for.
    pub unproven: u32,
}

/// `projects.matrix`: what is proven by what, and what by nothing.
pub(crate) fn matrix(call: &Call<'_>, _: Nothing) -> Result<MatrixView, AppError> {
    let snapshot = call.snapshot()?;
    let columns = columns(&snapshot);
    let at: BTreeMap<&RecordId, usize> =
        columns.iter().enumerate().filter_map(|(index, column)| Some((column.id.as_ref()?, index))).collect();
    let log = columns.iter().position(|column| column.source == MatrixSource::Log);
    let asked = snapshot.asked_levels();
    let mut shown: BTreeSet<&SkillId> = asked.keys().collect();
    shown.extend(snapshot.facts.keys());
    shown.extend(snapshot.standing.claimed.keys());
    shown
        .extend(snapshot.projects.iter().flat_map(|project| project.skills.iter().map(|level| &level.skill)));
    let rows: Vec<MatrixRow> = snapshot
        .pack
        .skills
        .iter()
        .filter(|skill| shown.contains(&skill.id))
        .map(|skill| MatrixRow {
            skill: skill.id.clone(),
            name: skill.name.clone(),
            group: skill.group.clone(),
            asked: asked.get(&skill.id).copied().unwrap_or_default(),
            claimed: snapshot.claimed_level(&skill.id),
            proven: snapshot.proven_level(&skill.id),
            cells: cells(&snapshot, &skill.id, &at, log),
        })
        .collect();
    let unproven = rows.iter().filter(|row| row.asked > Level::NONE && row.cells.is_empty()).count();
    Ok(MatrixView { columns, rows, unproven: unproven as u32 })
}

fn cells(
    snapshot: &Snapshot,
    skill: &SkillId,
    at: &BTreeMap<&RecordId, usize>,
    log: Option<usize>,
) -> Vec<MatrixCell> {
    let mut cells: BTreeMap<usize, MatrixCell> = BTreeMap::new();
    for piece in snapshot.standing.proven.get(skill).iter().flat_map(|proven| &proven.pieces) {
        let column = match &piece.kind {
            EvidenceKind::Log { .. } => log,
            _ => at.get(&piece.evidence).copied(),
        };
        let Some(column) = column else { continue };
        let projects = snapshot.projects.iter().filter(|project| project.id == piece.evidence);
        let audited = projects.flat_map(|project| &project.proofs).any(|proof| proof.skill == *skill);
        let cell = MatrixCell {
            column: column as u32,
            level: piece.carries,
            audited,
            stale: piece.stale,
            counted: piece.counted,
        };
        let best = cells.entry(column).or_insert_with(|| cell.clone());
        if (cell.level, cell.counted) > (best.level, best.counted) {
            *best = cell;
        }
    }
    for project in &snapshot.projects {
        let Some(level) = project.skills.iter().find(|level| level.skill == *skill) else { continue };
        let Some(column) = at.get(&project.id).copied() else { continue };
        cells.entry(column).or_insert_with(|| MatrixCell {
            column: column as u32,
            level: crate::snapshot::carried_by_project(project, level),
            audited: project.proofs.iter().any(|proof| proof.skill == *skill),
            stale: false,
            counted: false,
        });
    }
    cells.into_values().collect()
}

fn columns(snapshot: &Snapshot) -> Vec<MatrixColumn> {
    let mut projects: Vec<MatrixColumn> = snapshot
        .projects
        .iter()
        .map(|project| MatrixColumn {
            id: Some(project.id.clone()),
            source: MatrixSource::Project,
            name: project.name.clone(),
            on: project.ends,
            counts: project.status >= ProjectStatus::Done,
        })
        .collect();
    projects.sort_by(|a, b| (b.on.is_none(), b.on, &a.name).cmp(&(a.on.is_none(), a.on, &b.name)));
    let passed = snapshot.certifications.iter().filter(|record| record.stage.is_passed());
    projects.extend(passed.map(|record| MatrixColumn {
        id: Some(record.id.clone()),
        source: MatrixSource::Certification,
        name: snapshot.certification_name(record),
        on: record.issued.or(record.exam_on),
        counts: true,
    }));
    let mut others: Vec<(u8, MatrixColumn)> = snapshot
        .evidence
        .iter()
        .filter_map(|record| {
            let (order, source) = match &record.what {
                EvidenceKind::Work { .. } => (0, MatrixSource::Work),
                EvidenceKind::Review { .. } => (1, MatrixSource::Review),
                EvidenceKind::Contribution { .. } => (2, MatrixSource::Contribution),
                EvidenceKind::PracticeSet => (3, MatrixSource::PracticeSet),
                EvidenceKind::Course => (4, MatrixSource::Course),
                _ => return None,
            };
            let name = if record.title.is_empty() { record.by.clone() } else { record.title.clone() };
            Some((
                order,
                MatrixColumn {
                    id: Some(record.id.clone()),
                    source,
                    name,
                    on: (!record.ongoing).then_some(record.on),
                    counts: true,
                },
            ))
        })
        .collect();
    others.sort_by(|a, b| (a.0, b.1.on).cmp(&(b.0, a.1.on)));
    projects.extend(others.into_iter().map(|(_, column)| column));
    let logged = |skill: &groundwork_domain::person::Evidence| matches!(skill.kind, EvidenceKind::Log { .. });
    if snapshot.facts.values().flatten().any(logged) {
        projects.push(MatrixColumn {
            id: None,
            source: MatrixSource::Log,
            name: String::new(),
            on: None,
            counts: true,
        });
    }
    projects
}
