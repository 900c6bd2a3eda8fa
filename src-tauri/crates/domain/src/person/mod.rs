//! What is held of the person: target, levels, evidence.

mod evidence;
mod project;
mod record;
mod target;

pub use evidence::{Evidence, EvidenceKind};
pub use project::{ChecklistMark, ProjectFacts, ProjectStatus};
pub use record::{
    AbsenceRecord, AttachmentRecord, CertificationRecord, CertificationStage, CheckState, Decision,
    EvidenceRecord, Link, Owner, PlanItemRecord, PlanSettings, ProjectRecord, SkillLevel, SkillRecord,
    TargetRecord,
};
pub use target::Target;
