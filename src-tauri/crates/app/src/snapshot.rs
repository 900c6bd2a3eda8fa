//! What is known of the person at one moment, held against the role pack.

use crate::app::{App, Overlay as OwnOverlay};
use crate::error::AppError;
use groundwork_domain::certification::Correction;
use groundwork_domain::gap::{Gap, gap};
use groundwork_domain::levels::proven;
use groundwork_domain::person::{
    AbsenceRecord, AttachmentRecord, CertificationRecord, Evidence, EvidenceKind, EvidenceRecord,
    KeptSession, LogRecord, PlanItemRecord, PlanSettings, ProjectFacts, ProjectRecord, ProjectStatus,
    ReviewRecord, ScenarioRecord, SkillLevel, SkillRecord, Target, TargetRecord, TimerRecord, months_of_work,
};
use groundwork_domain::readiness::{Basis, Readiness, Standing, practice_counts, readiness};
use groundwork_domain::requirement::{Overlay, Requirement, requirements};
use groundwork_domain::role::{Certification, Practice, RolePack};
use groundwork_domain::{Date, Level, PracticeId, RecordId, SkillId, Text};
use groundwork_store::{Reader, Writer};
use std::collections::BTreeMap;
use std::sync::Arc;

/// A consistent view of everything, with what follows from it.
#[derive(Clone)]
pub(crate) struct Snapshot {
    pub pack: Arc<RolePack>,
    pub today: Date,
    pub target: Option<TargetRecord>,
    pub skills: BTreeMap<SkillId, SkillRecord>,
    pub evidence: Vec<EvidenceRecord>,
    pub certifications: Vec<CertificationRecord>,
    /// What the person knows better than the catalogue; `pack` holds it already.
    pub corrections: Vec<Correction>,
    pub projects: Vec<ProjectRecord>,
    pub attachments: Vec<AttachmentRecord>,
    pub settings: PlanSettings,
    pub absences: Vec<AbsenceRecord>,
    /// The time log, by day.
    pub log: Vec<LogRecord>,
    pub timer: Option<TimerRecord>,
    pub scenarios: Vec<ScenarioRecord>,
    pub reviews: Vec<ReviewRecord>,
    /// What was planned for each week when it began, oldest first.
    pub kept_sessions: Vec<KeptSession>,
    /// What the person changed about the plan, by key of the item.
    pub plan_items: BTreeMap<String, PlanItemRecord>,
    pub own: std::collections::BTreeSet<SkillId>,
    /// Evidence by skill, that which follows from projects and certifications included.
    pub facts: BTreeMap<SkillId, Vec<Evidence>>,
    pub standing: Standing,
}

impl Snapshot {
    pub fn take(app: &App) -> Result<Self, AppError> {
        app.store()?.read(|reader| Self::of(app, reader))
    }

    /// The same as a reader sees it: within a change, what it changed.
    pub fn of(app: &App, reader: &Reader<'_>) -> Result<Self, AppError> {
        let own = reader.own_skills()?;
        let corrections = reader.corrections()?;
        let mut snapshot = Self {
            own: own.iter().map(|skill| skill.id.clone()).collect(),
            pack: app.pack_with(OwnOverlay { skills: own, corrections: corrections.clone() })?,
            corrections,
            today: app.clock.today(),
            target: reader.target()?,
            skills: reader
                .skill_records()?
                .into_iter()
                .map(|record| (record.skill.clone(), record))
                .collect(),
            evidence: reader.evidence()?,
            certifications: reader.certifications()?,
            projects: reader.projects()?,
            attachments: reader.all_attachments()?,
            settings: reader.plan_settings()?,
            absences: reader.absences()?,
            log: reader.log_entries()?,
            timer: reader.timer()?,
            scenarios: reader.scenarios()?,
            reviews: reader.week_reviews()?,
            kept_sessions: reader.kept_sessions()?,
            plan_items: reader.plan_items()?.into_iter().map(|item| (item.key.clone(), item)).collect(),
            facts: BTreeMap::new(),
            standing: Standing::default(),
        };
        snapshot.weigh();
        Ok(snapshot)
    }

    /// The same after its records were changed for a trial.
    pub fn weighed(mut self) -> Self {
        self.weigh();
        self
    }

    /// Writes what a trial changed about this: settings, target, days with other hours, items of the plan.
    pub fn put_changes(&self, trial: &Self, writer: &Writer<'_>) -> Result<(), AppError> {
        if trial.settings != self.settings {
            writer.set_plan_settings(&trial.settings)?;
        }
        if let Some(target) = trial.target.as_ref().filter(|target| self.target.as_ref() != Some(target)) {
            writer.set_target(target)?;
        }
        for absence in trial.absences.iter().filter(|absence| !self.absences.contains(absence)) {
            writer.put_absence(absence)?;
        }
        let changed = trial.plan_items.iter().filter(|(key, item)| self.plan_items.get(*key) != Some(item));
        for (_, item) in changed {
            writer.put_plan_item(item)?;
        }
        Ok(())
    }

    /// Gathers the evidence and derives every level from it.
    fn weigh(&mut self) {
        self.standing = Standing::default();
        let mut facts: BTreeMap<SkillId, Vec<Evidence>> = BTreeMap::new();
        for record in &self.evidence {
            for skill in record.skills() {
                facts.entry(skill.clone()).or_default().push(Evidence {
                    id: record.id.clone(),
                    skill: skill.clone(),
                    kind: self.weight_of(record, skill),
                    on: self.last_day(record),
                });
            }
        }
        for entry in &self.log {
            let Some(skill) = &entry.skill else { continue };
            facts.entry(skill.clone()).or_default().push(Evidence {
                id: entry.id.clone(),
                skill: skill.clone(),
                kind: EvidenceKind::Log { minutes: entry.minutes },
                on: entry.on,
            });
        }
        for project in self.projects.iter().filter(|project| project.status >= ProjectStatus::Done) {
            let on = project.ends.or(project.starts).unwrap_or(self.today);
            for shown in &project.skills {
                let proof = project.proofs.iter().find(|proof| proof.skill == shown.skill);
                let audited = proof.is_some_and(|proof| proof.level.get() >= 3);
                let kind = EvidenceKind::Project { shows: shown.level, audited };
                push(&mut facts, &project.id, shown, kind, proof.map_or(on, |proof| proof.on));
            }
        }
        for record in self.certifications.iter().filter(|record| record.stage.is_passed()) {
            let on = record.issued.or(record.exam_on).unwrap_or(self.today);
            let (supports, performance_based) = self.supports(record);
            for shown in supports {
                let kind = EvidenceKind::Certification { performance_based, supports: shown.level };
                push(&mut facts, &record.id, &shown, kind, on);
            }
        }
        let claimed = |(id, record): (&SkillId, &SkillRecord)| Some((id.clone(), record.claimed?));
        self.standing.claimed = self.skills.iter().filter_map(claimed).collect();
        for skill in &self.pack.skills {
            if let Some(evidence) = facts.get(&skill.id) {
                self.standing.proven.insert(skill.id.clone(), proven(skill, evidence, self.today));
            }
        }
        let projects: Vec<ProjectFacts> = self.projects.iter().map(facts_of).collect();
        (self.standing.practice_claimed, self.standing.practice_proven) =
            practice_counts(&self.pack, &projects);
        self.facts = facts;
    }

    /// The last day of a piece of evidence: today for work that goes on.
    pub fn last_day(&self, record: &EvidenceRecord) -> Date {
        if record.ongoing { self.today } else { record.on }
    }

    /// What a piece of evidence is for a skill. Work from day to day counts with the months of all such work with the skill
    /// that had begun by its last day, so that two half years carry what a year does.
    pub fn weight_of(&self, record: &EvidenceRecord, skill: &SkillId) -> EvidenceKind {
        let (EvidenceKind::Work { .. }, Some(_)) = (&record.what, record.from) else {
            return record.what.clone();
        };
        let end = self.last_day(record);
        let dated = self.evidence.iter().filter(|other| other.skills().any(|other| other == skill));
        let stretches: Vec<(Date, Date)> = dated
            .filter(|other| matches!(other.what, EvidenceKind::Work { .. }))
            .filter_map(|other| Some((other.from?, self.last_day(other).min(end))))
            .collect();
        EvidenceKind::Work { months: months_of_work(&stretches) }
    }

    /// The level that the target asks of each skill, that of the chosen or best member for a choice.
    pub fn asked_levels(&self) -> BTreeMap<SkillId, Level> {
        let mut asked: BTreeMap<SkillId, Level> = BTreeMap::new();
        for requirement in self.requirements() {
            let Some(skill) = self.standing.member(&requirement, Basis::Proven) else { continue };
            let level = Level::new(i64::from(requirement.level)).unwrap_or_default();
            let most = asked.entry(skill).or_default();
            *most = level.max(*most);
        }
        asked
    }

    /// The catalogue's facts of a certification of the person's, with their corrections.
    pub fn known(&self, record: &CertificationRecord) -> Option<&Certification> {
        record.certification.as_ref().and_then(|id| self.pack.certification(id))
    }

    /// The skills that a certification of the person's speaks for.
    pub fn supports(&self, record: &CertificationRecord) -> (Vec<SkillLevel>, bool) {
        match self.known(record) {
            Some(known) => {
                let level = |s: &groundwork_domain::role::Supports| SkillLevel {
                    skill: s.skill.clone(),
                    level: s.level,
                    why: String::new(),
                };
                (known.supports.iter().map(level).collect(), known.performance_based)
            }
            None => (record.supports.clone(), record.performance_based),
        }
    }

    /// The target as the rules see it: the stack's choices, and those that the person made otherwise.
    pub fn domain_target(&self) -> Option<Target> {
        let record = self.target.as_ref()?;
        let stack = record.stack.as_ref().and_then(|id| self.pack.stack(id));
        let mut choices = stack.map(|stack| stack.choices.clone()).unwrap_or_default();
        choices.extend(record.choices.clone());
        Some(Target { rung: record.rung.clone(), choices })
    }

    pub fn requirements(&self) -> Vec<Requirement> {
        let Some(target) = self.domain_target() else { return Vec::new() };
        let hidden = self.skills.values().filter(|record| record.hidden).map(|record| record.skill.clone());
        let required =
            self.skills.values().filter_map(|record| Some((record.skill.clone(), record.required?)));
        let overlay = Overlay { hidden: hidden.collect(), required: required.collect() };
        requirements(&self.pack, &target, &overlay)
    }

    pub fn readiness(&self, basis: Basis) -> Readiness {
        readiness(&self.requirements(), &self.standing, basis)
    }

    pub fn gap(&self) -> Gap {
        gap(&self.pack, &self.requirements(), &self.standing, Basis::Proven)
    }

    pub fn proven_level(&self, skill: &SkillId) -> Level {
        self.standing.proven.get(skill).map_or(Level::NONE, |proven| proven.level)
    }

    pub fn claimed_level(&self, skill: &SkillId) -> Option<Level> {
        self.standing.claimed.get(skill).copied()
    }

    /// Minutes that were logged for each skill.
    pub fn skill_name(&self, skill: &SkillId) -> Text {
        skill_name(&self.pack, skill)
    }

    pub fn certification_name(&self, record: &CertificationRecord) -> String {
        certification_name(&self.pack, record)
    }

    /// The files of a record, in their order.
    pub fn files_of(&self, id: &RecordId) -> Vec<AttachmentRecord> {
        self.attachments.iter().filter(|file| file.owner_id == *id).cloned().collect()
    }

    /// Refuses a practice that the pack does not have.
    pub fn known_practice(&self, id: &PracticeId) -> Result<&Practice, AppError> {
        let found = self.pack.practice(id);
        found.ok_or_else(|| AppError::with("practice.unknown", [("practice", id.to_string())]))
    }

    /// Refuses a skill that is neither the pack's nor the person's.
    pub fn known_skill(&self, skill: &SkillId) -> Result<&groundwork_domain::role::Skill, AppError> {
        self.pack.skill(skill).ok_or_else(|| AppError::with("skill.unknown", [("skill", skill.to_string())]))
    }
}

/// The name of a skill; its id, where it is no longer known.
pub(crate) fn skill_name(pack: &RolePack, skill: &SkillId) -> Text {
    pack.skill(skill).map_or_else(|| Text::same(skill.as_str()), |skill| skill.name.clone())
}

/// The name of a certification of the person's: the catalogue's, or its own.
pub(crate) fn certification_name(pack: &RolePack, record: &CertificationRecord) -> String {
    let known = record.certification.as_ref().and_then(|id| pack.certification(id));
    known.map_or_else(|| record.name.clone(), |known| known.name.clone())
}

/// The level that a project carries for a skill once it is done: as it says, at most 2 as described, 3 where the audit shows
/// it (MODEL.md, section 2).
pub(crate) fn carried_by_project(project: &ProjectRecord, shown: &SkillLevel) -> Level {
    let proof = project.proofs.iter().find(|proof| proof.skill == shown.skill);
    let cap = proof.map_or(2, |proof| i64::from(proof.level.get().max(2)));
    shown.level.min(Level::new(cap).unwrap_or_default())
}

fn push(
    facts: &mut BTreeMap<SkillId, Vec<Evidence>>,
    id: &groundwork_domain::RecordId,
    shown: &SkillLevel,
    kind: EvidenceKind,
    on: Date,
) {
    let evidence = Evidence { id: id.clone(), skill: shown.skill.clone(), kind, on };
    facts.entry(shown.skill.clone()).or_default().push(evidence);
}

fn facts_of(project: &ProjectRecord) -> ProjectFacts {
    ProjectFacts {
        id: project.id.clone(),
        practice: project.practice.clone(),
        status: project.status,
        checklist: project.checklist.iter().map(|(id, state)| (id.clone(), state.mark)).collect(),
    }
}
