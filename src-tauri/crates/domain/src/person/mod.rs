//! What is held of the person: target, levels, evidence.

mod certification;
mod evidence;
mod kept;
mod project;
mod record;
mod scenario;
mod target;
mod time;
mod work;

pub use certification::{
    Attempt, CertificationRecord, CertificationStage, Cost, CostKind, Credit, EXPIRING_DAYS, Term,
};
pub use evidence::{ContributionForm, Evidence, EvidenceKind};
pub use kept::{KeptDay, KeptEnd, KeptEvent, KeptForecast, KeptReminder, KeptSession};
pub use project::{
    AuditRecord, CaseStudy, CheckState, ChecklistMark, Decision, DecisionStatus, Link, ProjectDraft,
    ProjectFacts, ProjectRecord, ProjectStatus, ProjectVersion, ProofRecord,
};
pub use record::{
    AbsenceRecord, AttachmentRecord, EvidenceRecord, Owner, Place, PlanItemRecord, PlanSettings, SkillLevel,
    SkillRecord, TargetRecord,
};
pub use scenario::{ScenarioItem, ScenarioRecord};
pub use target::Target;
pub use time::{LogRecord, ReviewChoice, ReviewRecord, TimerRecord, TimerStretch};
pub use work::months_of_work;
