//! What is held of the person: target, levels, evidence.

mod certification;
mod evidence;
mod kept;
mod project;
mod record;
mod scenario;
mod target;
mod time;

pub use certification::{
    Attempt, CertificationRecord, CertificationStage, Cost, CostKind, Credit, EXPIRING_DAYS, Term,
};
pub use evidence::{Evidence, EvidenceKind};
pub use kept::{KeptDay, KeptEnd, KeptEvent, KeptForecast, KeptReminder, KeptSession};
pub use project::{ChecklistMark, ProjectFacts, ProjectStatus};
pub use record::{
    AbsenceRecord, AttachmentRecord, CheckState, Decision, EvidenceRecord, Link, Owner, Place,
    PlanItemRecord, PlanSettings, ProjectRecord, SkillLevel, SkillRecord, TargetRecord,
};
pub use scenario::{ScenarioItem, ScenarioRecord};
pub use target::Target;
pub use time::{LogRecord, ReviewChoice, ReviewRecord, TimerRecord, TimerStretch};
