//! A small world: a folder, a person, their records.

use groundwork_domain::person::{
    AbsenceRecord, AttachmentRecord, CertificationRecord, CertificationStage, CheckState, ChecklistMark,
    Decision, EvidenceKind, EvidenceRecord, KeptDay, KeptEnd, KeptForecast, KeptSession, Link, LogRecord,
    Owner, Place, PlanItemRecord, ProjectRecord, ProjectStatus, ReviewChoice, ReviewRecord, ScenarioItem,
    ScenarioRecord, SkillLevel, SkillRecord, TargetRecord, TimerRecord, TimerStretch,
};
use groundwork_domain::plan::{DueKind, Pin};
use groundwork_domain::role::{EffortClass, HalfLife, Prerequisite, Skill, SkillKind};
use groundwork_domain::{
    CertificationId, ChoiceId, Date, GroupId, Level, Minutes, PracticeId, RecordId, RungId, SkillId, StackId,
    StatementId, Text,
};
use groundwork_store::{Change, Origin, Reader, Store, StoreError, Writer, Written};
use jiff::Timestamp;
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
        pinned: vec![],
        place: None,
        split_after: None,
        dropped: false,
        done_on: None,
        note: "only part 2".into(),
    }
}

/// With what schema 2 added.
pub fn placed_item(key: &str) -> PlanItemRecord {
    PlanItemRecord {
        pinned: vec![
            Pin { date: date("2027-01-09"), minutes: 1 },
            Pin { date: date("2027-01-16"), minutes: 1440 },
        ],
        place: Some(Place::AheadOf { item: "skill:sql:2".into() }),
        split_after: Some(240),
        ..plan_item(key)
    }
}

pub fn instant(text: &str) -> Timestamp {
    text.parse().unwrap()
}

pub fn log_entry(id: &str) -> LogRecord {
    LogRecord {
        id: record_id(id),
        item: Some("skill:sql:2".into()),
        skill: Some(skill_id("sql")),
        on: date("2027-01-04"),
        minutes: Minutes(55),
        began: Some(instant("2027-01-04T18:00:00Z")),
        ended: Some(instant("2027-01-04T18:55:00.25Z")),
        note: "joins, at last".into(),
    }
}

/// One whose beginning and item nobody knows.
pub fn bare_log_entry(id: &str) -> LogRecord {
    LogRecord { item: None, began: None, ended: None, note: String::new(), ..log_entry(id) }
}

pub fn timer() -> TimerRecord {
    TimerRecord {
        item: Some("own:a".into()),
        skill: Some(skill_id("sql")),
        zone: "Europe/Paris".into(),
        stretches: vec![
            TimerStretch {
                from: instant("2027-01-04T18:00:00Z"),
                to: Some(instant("2027-01-04T18:25:00.000000001Z")),
            },
            TimerStretch { from: instant("2027-01-04T18:30:00.5Z"), to: None },
        ],
    }
}

pub fn scenario(id: &str) -> ScenarioRecord {
    ScenarioRecord {
        id: record_id(id),
        name: "Half the evenings".into(),
        weekly_minutes: Some([0, 45, 0, 45, 0, 1440, 60]),
        rung: Some(RungId::new("mid").unwrap()),
        stack: Some(StackId::new("python-django").unwrap()),
        ready_by: Some(date("2028-12-31")),
        items: vec![
            ScenarioItem { item: "skill:sql:2".into(), dropped: true, due: None, due_kind: None },
            ScenarioItem {
                item: "own:a".into(),
                dropped: false,
                due: Some(date("2027-06-01")),
                due_kind: Some(DueKind::Soft),
            },
        ],
    }
}

/// One that differs from the plan in nothing.
pub fn bare_scenario(id: &str) -> ScenarioRecord {
    ScenarioRecord {
        id: record_id(id),
        name: String::new(),
        weekly_minutes: None,
        rung: None,
        stack: None,
        ready_by: None,
        items: vec![],
    }
}

pub fn review(week: &str, choice: ReviewChoice) -> ReviewRecord {
    let week = date(week);
    ReviewRecord { week, closed_on: week.plus_days(6), choice, note: "a slow week".into() }
}

pub fn kept_day(on: &str) -> KeptDay {
    KeptDay {
        on: date(on),
        rung: RungId::new("senior").unwrap(),
        claimed: 0.1 + 0.2,
        proven: 0.0,
        minutes_left: 61_234,
        finish: Some(date("2028-05-01")),
        p50: Some(date("2028-05-10")),
        p85: Some(date("2028-07-01")),
        p95: Some(date("2028-09-01")),
        chance: Some(0.7),
    }
}

pub fn kept_forecast(item: &str, made_on: &str) -> KeptForecast {
    KeptForecast {
        item: item.into(),
        made_on: date(made_on),
        p50: Some(date("2027-02-01")),
        p85: Some(date("2027-02-14")),
        p95: None,
    }
}

pub fn kept_end(item: &str) -> KeptEnd {
    KeptEnd { item: item.into(), on: date("2027-02-03") }
}

pub fn kept_session(week: &str, item: &str) -> KeptSession {
    let week = date(week);
    KeptSession {
        week,
        date: week.plus_days(2),
        item: item.into(),
        title: Text { en: "SQL, level 2".into(), fr: "SQL, niveau 2".into() },
        minutes: 90,
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
    fill_of_schema_1(w)?;
    w.put_plan_item(&placed_item("own:a"))?;
    w.put_log_entry(&log_entry("lo1"))?;
    w.put_log_entry(&bare_log_entry("lo2"))?;
    w.set_timer(&timer())?;
    w.put_scenario(&scenario("sc1"))?;
    w.put_week_review(&review("2026-12-28", ReviewChoice::First { item: "skill:sql:2".into() }))?;
    w.keep_day(&kept_day("2027-01-04"))?;
    w.keep_forecast(&kept_forecast("skill:sql:2", "2027-01-04"))?;
    w.keep_end(&kept_end("skill:git:1"))?;
    w.keep_session(0, &kept_session("2027-01-04", "skill:sql:2"))?;
    w.keep_session(1, &kept_session("2027-01-04", "own:a"))?;
    Ok(())
}

/// What the golden profile of schema 1 holds.
pub fn fill_of_schema_1(w: &Writer) -> Result<(), StoreError> {
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
    w.put_evidence(&evidence("ev1", "sql", EvidenceKind::Log { minutes: Minutes(90) }))?;
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

pub fn everything_of(r: &Reader) -> Result<String, StoreError> {
    Ok(format!(
        "{:#?}",
        (
            (r.target()?, r.plan_settings()?, r.absences()?, r.skill_records()?, r.own_skills()?),
            (r.evidence()?, r.certifications()?, r.projects()?, r.all_attachments()?, r.plan_items()?),
            (r.log_entries()?, r.timer()?, r.scenarios()?, r.week_reviews()?),
            (r.kept_days()?, r.kept_forecasts()?, r.kept_ends()?, r.kept_sessions()?),
            (r.example_count()?, r.is_empty()?),
        )
    ))
}
