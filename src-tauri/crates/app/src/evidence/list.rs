//! Evidence other than projects and certifications, as a page of its own.

use crate::app::Call;
use crate::commands::Nothing;
use crate::error::AppError;
use crate::snapshot::Snapshot;
use groundwork_domain::person::{AttachmentRecord, EvidenceKind, EvidenceRecord};
use groundwork_domain::{Level, SkillId, Text};
use serde::Serialize;
use ts_rs::TS;

/// A skill that a piece of evidence speaks for, and what it carries today.
#[derive(Debug, Clone, Serialize, TS)]
pub struct EvidenceSkillView {
    /// The skill.
    pub skill: SkillId,
    /// Its name.
    pub name: Text,
    /// The level that the piece carries for it today.
    pub carries: Level,
    /// Whether the proven level rests on it.
    pub counted: bool,
    /// Whether it is stale.
    pub stale: bool,
}

/// A piece of evidence with what it carries.
#[derive(Debug, Clone, Serialize, TS)]
pub struct EvidenceRowView {
    /// The record.
    pub record: EvidenceRecord,
    /// Whole months of work, where it stands from day to day.
    pub months: Option<u16>,
    /// Its skills.
    pub skills: Vec<EvidenceSkillView>,
    /// Its files.
    pub attachments: Vec<AttachmentRecord>,
}

/// Evidence other than projects and certifications, newest first: what goes on stands first.
#[derive(Debug, Clone, Serialize, TS)]
pub struct EvidenceListView {
    /// The pieces.
    pub rows: Vec<EvidenceRowView>,
}

/// `evidence.list`: work, courses, reviews, contributions and practice set, with what they carry.
pub(crate) fn list(call: &Call<'_>, _: Nothing) -> Result<EvidenceListView, AppError> {
    let snapshot = call.snapshot()?;
    let kept = snapshot.evidence.iter().filter(|record| !matches!(record.what, EvidenceKind::Log { .. }));
    let mut rows: Vec<EvidenceRowView> = kept.map(|record| row(&snapshot, record)).collect();
    rows.sort_by(|a, b| {
        let key = |row: &EvidenceRowView| {
            (row.record.ongoing, snapshot.last_day(&row.record), row.record.id.clone())
        };
        key(b).cmp(&key(a))
    });
    Ok(EvidenceListView { rows })
}

fn row(snapshot: &Snapshot, record: &EvidenceRecord) -> EvidenceRowView {
    let skill = |skill: &SkillId| {
        let pieces = snapshot.standing.proven.get(skill).map(|proven| proven.pieces.as_slice());
        let piece = pieces.unwrap_or_default().iter().find(|piece| piece.evidence == record.id);
        EvidenceSkillView {
            skill: skill.clone(),
            name: snapshot.skill_name(skill),
            carries: piece.map_or(Level::NONE, |piece| piece.carries),
            counted: piece.is_some_and(|piece| piece.counted),
            stale: piece.is_some_and(|piece| piece.stale),
        }
    };
    let months = record
        .from
        .map(|from| groundwork_domain::person::months_of_work(&[(from, snapshot.last_day(record))]));
    EvidenceRowView {
        months,
        skills: record.skills().map(skill).collect(),
        attachments: snapshot.files_of(&record.id),
        record: record.clone(),
    }
}
