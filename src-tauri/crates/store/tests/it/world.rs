//! A small world: a folder, a person, their records.

use groundwork_domain::person::{
    AbsenceRecord, AttachmentRecord, CertificationRecord, CertificationStage, CheckState, ChecklistMark,
    Decision, EvidenceKind, EvidenceRecord, Link, Owner, PlanItemRecord, ProjectRecord, ProjectStatus,
    SkillLevel, SkillRecord, TargetRecord,
};
use groundwork_domain::plan::DueKind;
use groundwork_domain::role::{EffortClass, HalfLife, Prerequisite, Skill, SkillKind};
use groundwork_domain::{
    CertificationId, ChoiceId, Date, GroupId, Level, PracticeId, RecordId, RungId, SkillId, StackId,
    StatementId, Text,
};
use groundwork_store::{Change, Origin, Reader, Store, StoreError, Writer, Written};
use serde_json::json;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

pub fn folder() -> tempfile::TempDir {
    tempfile::tempdir().unwrap()
}

pub fn profile() -> (tempfile::TempDir, Store) {
    let dir = folder();
    let store = Store::create_or_open(dir.path()).unwrap();
    (dir, store)
}

pub fn change(name: &'static str) -> Change {
    let args = json!({ "skill": "sql", "level": 2 });
    Change { name, args, origin: Origin::Test, at: "2027-01-04T10:15:00Z".to_owned() }
}

pub fn write<T>(store: &Store, f: impl FnOnce(&Writer) -> Result<T, StoreError>) -> Written<T> {
    store.write(change("test.write"), f).unwrap()
}

/// The raw database, as another program would open it.
pub fn raw(dir: &Path) -> rusqlite::Connection {
    rusqlite::Connection::open(dir.join("groundwork.db")).unwrap()
}

pub fn hash(path: &Path) -> Vec<u8> {
    Sha256::digest(fs::read(path).unwrap()).to_vec()
}

/// Names in a folder, sorted.
pub fn names(dir: &Path) -> Vec<String> {
    let mut names: Vec<_> =
        fs::read_dir(dir).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

pub fn date(text: &str) -> Date {
    Date::parse(text).unwrap()
}

pub fn record_id(text: &str) -> RecordId {
    RecordId::new(text).unwrap()
}

pub fn skill_id(text: &str) -> SkillId {
    SkillId::new(text).unwrap()
}

pub fn level(level: i64) -> Level {
    Level::new(level).unwrap()
}

pub fn target() -> TargetRecord {
    TargetRecord {
        rung: RungId::new("senior").unwrap(),
        stack: Some(StackId::new("java-spring").unwrap()),
        choices: BTreeMap::from([
            (ChoiceId::new("cloud").unwrap(), skill_id("aws")),
            (ChoiceId::new("database").unwrap(), skill_id("postgresql")),
        ]),
        ready_by: Some(date("2028-06-30")),
    }
}

pub fn skill(id: &str, claimed: i64) -> SkillRecord {
    let note = format!("what I know of {id}");
    SkillRecord { skill: skill_id(id), claimed: Some(level(claimed)), note, hidden: false, required: None }
}

pub fn own_skill(id: &str) -> Skill {
    Skill {
        id: skill_id(id),
        name: Text { en: "Falconry".into(), fr: "Fauconnerie".into() },
        group: GroupId::new("soft").unwrap(),
        kind: SkillKind::Practice,
        effort: EffortClass::L,
        half_life: HalfLife::None,
        prerequisites: vec![
            Prerequisite { skill: skill_id("sql"), level: level(2) },
            Prerequisite { skill: skill_id("git"), level: level(1) },
        ],
        aliases: vec![],
        esco: None,
        resources: vec![],
        says: vec![],
    }
}

pub fn evidence(id: &str, skill: &str, what: EvidenceKind) -> EvidenceRecord {
    EvidenceRecord {
        id: record_id(id),
        skill: skill_id(skill),
        what,
        on: date("2026-11-20"),
        title: "Two evenings of joins".into(),
        by: "Ada".into(),
        words: "solid".into(),
        url: "https://example.org/".into(),
    }
}

pub fn certification(id: &str) -> CertificationRecord {
    CertificationRecord {
        id: record_id(id),
        certification: Some(CertificationId::new("ckad").unwrap()),
        name: String::new(),
        provider: String::new(),
        stage: CertificationStage::Booked,
        wanted_by: Some(date("2027-05-01")),
        exam_on: Some(date("2027-05-12")),
        exam_at: Some("09:30".into()),
        exam_zone: Some("Europe/Paris".into()),
        place: "online".into(),
        cost: Some(445.5),
        currency: Some("USD".into()),
        score: String::new(),
        attempt: 1,
        issued: None,
        expires: None,
        credential_id: String::new(),
        url: String::new(),
        note: "bring an identity card".into(),
        supports: vec![SkillLevel { skill: skill_id("kubernetes"), level: level(3), why: "tasks".into() }],
    }
}

pub fn project(id: &str) -> ProjectRecord {
    let done = CheckState { mark: ChecklistMark::Done, note: "see src/auth".into() };
    let skipped = CheckState { mark: ChecklistMark::NotApplicable, note: String::new() };
    ProjectRecord {
        id: record_id(id),
        name: "Bookings".into(),
        summary: "Bookings for a village hall.".into(),
        role: "all of it".into(),
        team: "alone".into(),
        starts: Some(date("2026-01-10")),
        ends: None,
        status: ProjectStatus::Doing,
        practice: Some(PracticeId::new("complete-application").unwrap()),
        links: vec![
            Link { label: "code".into(), url: "https://example.org/code".into() },
            Link { label: String::new(), url: "https://example.org/".into() },
        ],
        skills: vec![
            SkillLevel { skill: skill_id("sql"), level: level(3), why: "migrations".into() },
            SkillLevel { skill: skill_id("java"), level: level(2), why: String::new() },
        ],
        decisions: vec![Decision {
            title: "PostgreSQL".into(),
            on: Some(date("2026-01-12")),
            context: "data".into(),
            options: "files".into(),
            choice: "PostgreSQL".into(),
            consequences: "backups".into(),
        }],
        results: "used by 40 people".into(),
        checklist: BTreeMap::from([
            (StatementId::new("authentication").unwrap(), done),
            (StatementId::new("monitoring").unwrap(), skipped),
        ]),
    }
}

pub fn attachment(id: &str, owner: Owner, owner_id: &str) -> AttachmentRecord {
    AttachmentRecord {
        id: record_id(id),
        owner,
        owner_id: record_id(owner_id),
        name: "diplôme.pdf".into(),
        media_type: "application/pdf".into(),
        bytes: 12,
        sha256: "0123456789abcdef".repeat(4),
        alt: "A certificate".into(),
    }
}

pub fn plan_item(key: &str) -> PlanItemRecord {
    PlanItemRecord {
        key: key.into(),
        title: "Read the SQL standard".into(),
        minutes: Some(600),
        due: Some(date("2027-03-01")),
        due_kind: Some(DueKind::Hard),
        not_before: Some(date("2027-01-04")),
        weight: Some(3),
        after: vec!["skill:sql:1".into(), "own:b".into()],
        dropped: false,
        done_on: None,
        note: "only part 2".into(),
    }
}

pub fn absence(id: &str) -> AbsenceRecord {
    AbsenceRecord {
        id: record_id(id),
        from: date("2027-08-01"),
        to: date("2027-08-21"),
        minutes: 0,
        reason: "summer".into(),
    }
}

/// One of each.
pub fn fill(w: &Writer) -> Result<(), StoreError> {
    w.set_target(&target())?;
    let settings = groundwork_domain::person::PlanSettings {
        weekly_minutes: [1, 2, 3, 4, 5, 6, 1440],
        focus_limit: None,
        min_session_minutes: 30,
        max_item_minutes_per_day: Some(120),
        holidays: Some("fr".into()),
        started_on: Some(date("2027-01-04")),
    };
    w.set_plan_settings(&settings)?;
    w.put_absence(&absence("ab1"))?;
    w.put_skill_record(&skill("sql", 2))?;
    w.put_own_skill(&own_skill("own-falconry"))?;
    w.put_evidence(&evidence("ev1", "sql", EvidenceKind::Log { minutes: groundwork_domain::Minutes(90) }))?;
    w.put_evidence(&evidence("ev2", "git", EvidenceKind::Review { states: level(3) }))?;
    w.put_certification(&certification("ce1"))?;
    w.put_project(&project("pr1"))?;
    w.put_attachment(&attachment("at1", Owner::Evidence, "ev1"))?;
    w.put_attachment(&attachment("at2", Owner::Certification, "ce1"))?;
    w.put_attachment(&attachment("at3", Owner::Project, "pr1"))?;
    w.put_plan_item(&plan_item("own:a"))
}

/// Everything that can be read, to compare.
pub fn everything(store: &Store) -> String {
    store.read(everything_of).unwrap()
}

fn everything_of(r: &Reader) -> Result<String, StoreError> {
    Ok(format!(
        "{:#?}",
        (
            (r.target()?, r.plan_settings()?, r.absences()?, r.skill_records()?, r.own_skills()?),
            (r.evidence()?, r.certifications()?, r.projects()?, r.all_attachments()?, r.plan_items()?),
            (r.example_count()?, r.is_empty()?),
        )
    ))
}
