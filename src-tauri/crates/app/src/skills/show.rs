//! One skill: why its level is what it is.

use crate::app::Call;
use crate::error::AppError;
use crate::evidence::as_evidence;
use crate::log::title_of;
use crate::skills::list::{SkillRow, rows};
use crate::skills::own::SkillIdParams;
use crate::snapshot::Snapshot;
use groundwork_domain::levels::{NextProof, Piece, would_prove};
use groundwork_domain::person::{AttachmentRecord, EvidenceRecord};
use groundwork_domain::role::{Citation, Group, Skill};
use groundwork_domain::{Level, Minutes, SkillId, SourceId, Text};
use serde::Serialize;
use ts_rs::TS;

/// A piece of evidence with what it is called.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PieceView {
    /// The piece with the level that it carries.
    pub piece: Piece,
    /// Where it comes from: `evidence`, `log`, `project` or `certification`.
    pub from: String,
    /// What it is called.
    pub title: String,
    /// Title of the plan's item that logged time was spent on.
    pub item: Option<Text>,
    /// Who reviewed.
    pub by: String,
    /// Their words, or notes.
    pub words: String,
    /// Its address.
    pub url: String,
    /// The files that belong to it.
    pub attachments: Vec<AttachmentRecord>,
}

/// A prerequisite with how it stands.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PrerequisiteView {
    /// The skill that comes first.
    pub skill: SkillId,
    /// Its name.
    pub name: Text,
    /// The level that it must have.
    pub level: Level,
    /// What the person claims of it.
    pub claimed: Option<Level>,
    /// What their evidence of it carries.
    pub proven: Level,
}

/// A skill by its name.
#[derive(Debug, Clone, Serialize, TS)]
pub struct SkillRef {
    /// The skill.
    pub skill: SkillId,
    /// Its name.
    pub name: Text,
}

/// The words of a document, with its title.
#[derive(Debug, Clone, Serialize, TS)]
pub struct QuoteView {
    /// The source.
    pub source: SourceId,
    /// Its title.
    pub title: String,
    /// Its publisher.
    pub publisher: Option<String>,
    /// Its language: `en` or `fr`.
    pub language: Option<String>,
    /// The exact words.
    pub quote: String,
}

/// One skill, whole.
#[derive(Debug, Clone, Serialize, TS)]
pub struct SkillView {
    /// The skill as it stands in the list.
    pub row: SkillRow,
    /// The skill as the role pack has it.
    pub skill: Skill,
    /// Its group, with what the levels mean.
    pub group: Option<Group>,
    /// The pieces of evidence, those that count first.
    pub pieces: Vec<PieceView>,
    /// The evidence as it is kept, for editing.
    pub evidence: Vec<EvidenceRecord>,
    /// Minutes logged.
    pub log_minutes: Minutes,
    /// A level for which a second kind of evidence is missing.
    pub second_kind_missing: Option<Level>,
    /// What would prove the next level that is asked, or the next one.
    pub would_prove: Option<NextProof>,
    /// What must be held first.
    pub prerequisites: Vec<PrerequisiteView>,
    /// Skills that build on it.
    pub needed_by: Vec<SkillRef>,
    /// What the documents say.
    pub quotes: Vec<QuoteView>,
    /// The person's notes.
    pub note: String,
}

/// `skills.show`: one skill, and why its level is what it is.
pub(crate) fn show(call: &Call<'_>, params: SkillIdParams) -> Result<SkillView, AppError> {
    let snapshot = call.snapshot()?;
    let skill = snapshot.known_skill(&params.skill)?.clone();
    let row = rows(&snapshot).into_iter().find(|row| row.skill == skill.id);
    let row = row.ok_or_else(|| AppError::with("skill.unknown", [("skill", skill.id.to_string())]))?;
    let proven = snapshot.standing.proven.get(&skill.id).cloned().unwrap_or_default();
    let next = row.required.filter(|required| *required > proven.level).unwrap_or(proven.level.higher());
    let would_prove = (next > proven.level).then(|| would_prove(&snapshot.pack, &skill, &proven, next));
    let mut pieces: Vec<PieceView> = proven.pieces.iter().map(|piece| piece_view(&snapshot, piece)).collect();
    pieces.sort_by_key(|view| {
        (!view.piece.counted, std::cmp::Reverse(view.piece.carries), std::cmp::Reverse(view.piece.on))
    });
    let prerequisites = crate::target::prerequisite_names(&snapshot, &skill.prerequisites).into_iter();
    let needed_by =
        snapshot.pack.skills.iter().filter(|other| other.prerequisites.iter().any(|p| p.skill == skill.id));
    Ok(SkillView {
        group: snapshot.pack.group(&skill.group).cloned(),
        pieces,
        evidence: snapshot
            .evidence
            .iter()
            .cloned()
            .chain(snapshot.log.iter().filter_map(as_evidence))
            .filter(|record| record.skills().any(|it| *it == skill.id))
            .collect(),
        log_minutes: proven.log_minutes,
        second_kind_missing: proven.second_kind_missing,
        would_prove,
        prerequisites: prerequisites
            .map(|(id, name, level)| PrerequisiteView {
                claimed: snapshot.claimed_level(&id),
                proven: snapshot.proven_level(&id),
                skill: id,
                name,
                level,
            })
            .collect(),
        needed_by: needed_by
            .map(|other| SkillRef { skill: other.id.clone(), name: other.name.clone() })
            .collect(),
        quotes: quotes(&snapshot, &skill.says),
        note: snapshot.skills.get(&skill.id).map(|record| record.note.clone()).unwrap_or_default(),
        row,
        skill,
    })
}

fn piece_view(snapshot: &Snapshot, piece: &Piece) -> PieceView {
    let mut view = PieceView {
        from: "evidence".into(),
        title: String::new(),
        item: None,
        by: String::new(),
        words: String::new(),
        url: String::new(),
        attachments: snapshot.files_of(&piece.evidence),
        piece: piece.clone(),
    };
    if let Some(record) = snapshot.evidence.iter().find(|record| record.id == piece.evidence) {
        view.title.clone_from(&record.title);
        view.by.clone_from(&record.by);
        view.words.clone_from(&record.words);
        view.url.clone_from(&record.url);
    } else if let Some(entry) = snapshot.log.iter().find(|entry| entry.id == piece.evidence) {
        view.from = "log".into();
        view.item = entry.item.as_ref().map(|_| title_of(snapshot, entry));
        view.words.clone_from(&entry.note);
    } else if let Some(project) = snapshot.projects.iter().find(|project| project.id == piece.evidence) {
        view.from = "project".into();
        view.title.clone_from(&project.name);
    } else if let Some(record) = snapshot.certifications.iter().find(|record| record.id == piece.evidence) {
        view.from = "certification".into();
        view.title = snapshot.certification_name(record);
        view.url.clone_from(&record.url);
    }
    view
}

fn quotes(snapshot: &Snapshot, says: &[Citation]) -> Vec<QuoteView> {
    let quote = |citation: &Citation| {
        let source = snapshot.pack.source(&citation.source)?;
        Some(QuoteView {
            source: source.id.clone(),
            title: source.title.clone(),
            publisher: source.publisher.clone(),
            language: source.language.clone(),
            quote: citation.quote.clone(),
        })
    };
    says.iter().filter_map(quote).collect()
}
