//! A small world: a folder, a person, their records.

use groundwork_domain::audit::{Carry, FindingKind, Place as FoundPlace, Report};
use groundwork_domain::badge::{BadgeKey, IssuerKey};
use groundwork_domain::certification::{Correction, Fact};
use groundwork_domain::person::{
    AbsenceRecord, AttachmentRecord, Attempt, AuditRecord, CaseStudy, CertificationRecord,
    CertificationStage, CheckState, ChecklistMark, ContributionForm, Cost, CostKind, Credit, Decision,
    DecisionStatus, EvidenceKind, EvidenceRecord, KeptDay, KeptEnd, KeptEvent, KeptForecast, KeptReminder,
    KeptSession, Link, LogRecord, Owner, Place, PlanItemRecord, ProjectDraft, ProjectRecord, ProjectStatus,
    ProjectVersion, ProofRecord, ReviewChoice, ReviewRecord, ScenarioItem, ScenarioRecord, SkillLevel,
    SkillRecord, TargetRecord, Term, TimerRecord, TimerStretch,
};
use groundwork_domain::plan::{DueKind, Pin};
use groundwork_domain::reminder::{Reminder, ReminderKind, ReminderSettings};
use groundwork_domain::role::{EffortClass, HalfLife, Prerequisite, RenewalKind, Skill, SkillKind};
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
        also: Vec::new(),
        what,
        from: None,
        ongoing: false,
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
        reschedule_by: None,
        score: String::new(),
        attempt: 1,
        retry_from: None,
        issued: None,
        expires: None,
        credential_id: String::new(),
        url: String::new(),
        note: "bring an identity card".into(),
        keep_up: true,
        performance_based: false,
        supports: vec![SkillLevel { skill: skill_id("kubernetes"), level: level(3), why: "tasks".into() }],
        attempts: vec![],
        costs: vec![],
        credits: vec![],
        periods: vec![],
    }
}

/// With what schema 3 added.
pub fn long_held(id: &str) -> CertificationRecord {
    let attempt = |on: &str, cost: Option<f64>| Attempt {
        on: date(on),
        score: "61 %".into(),
        cost,
        currency: cost.map(|_| "USD".into()),
        note: "networks,\nand time".into(),
    };
    let cost = |on: &str, what, amount| Cost {
        on: date(on),
        what,
        amount,
        currency: "EUR".into(),
        note: "two days".into(),
    };
    CertificationRecord {
        certification: None,
        name: "Falconer".into(),
        provider: "The guild".into(),
        stage: CertificationStage::Renewed,
        reschedule_by: Some(date("2027-05-10")),
        attempt: 3,
        retry_from: Some(date("2026-03-01")),
        issued: Some(date("2026-05-12")),
        expires: Some(date("2029-05-11")),
        keep_up: false,
        performance_based: true,
        attempts: vec![attempt("2026-01-31", Some(0.1 + 0.2)), attempt("2025-12-01", None)],
        costs: vec![
            cost("2026-02-01", CostKind::Course, 1e6),
            cost("2026-01-01", CostKind::Material, 0.0),
            cost("2026-05-12", CostKind::Renewal, 0.01),
            cost("2026-05-12", CostKind::Travel, 12.5),
            cost("2026-05-13", CostKind::Other, 1.0),
        ],
        credits: vec![
            Credit { on: date("2026-06-01"), credits: 0.25, title: "A talk".into() },
            Credit { on: date("2026-05-01"), credits: 1000.0, title: String::new() },
        ],
        periods: vec![
            Term {
                issued: Some(date("2020-05-12")),
                expires: Some(date("2023-05-11")),
                renewed_on: date("2023-05-01"),
                how: Some(RenewalKind::CreditsAndFee),
            },
            Term { issued: None, expires: None, renewed_on: date("2026-05-12"), how: None },
        ],
        ..certification(id)
    }
}

pub fn correction(fact: Fact, value: &str) -> Correction {
    Correction {
        certification: CertificationId::new("cncf-ckad").unwrap(),
        fact,
        value: value.into(),
        as_of: date("2026-11-20"),
        source: "the provider’s page".into(),
    }
}

pub fn issuer_key(id: &str, issuer: Option<&str>) -> IssuerKey {
    let key = BadgeKey {
        jwk: r#"{"crv":"Ed25519","kty":"OKP","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}"#.into(),
        thumbprint: "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k".into(),
        kind: "Ed25519".into(),
    };
    let issuer = issuer.map(str::to_owned);
    IssuerKey { id: record_id(id), issuer, name: "The guild".into(), key, added_on: date("2026-11-20") }
}

pub fn reminder_settings() -> ReminderSettings {
    ReminderSettings {
        kinds: [ReminderKind::Exam, ReminderKind::Session].into(),
        at: "07:05".into(),
        session_at: "23:59".into(),
        quiet: Some(("22:30".into(), "06:45".into())),
    }
}

pub fn kept_reminder(subject: &str, days: i64) -> KeptReminder {
    let on = date("2027-05-12");
    KeptReminder {
        reminder: Reminder {
            key: format!("exam:{subject}:{on}:{days}"),
            kind: ReminderKind::Exam,
            subject: subject.into(),
            on,
            days,
            due: instant("2027-05-05T07:00:00Z"),
        },
        said_at: instant("2027-05-05T07:00:00.000000001Z"),
        shown: true,
        missed: false,
        dismissed: false,
    }
}

pub fn kept_event(uid: &str, sequence: u32) -> KeptEvent {
    KeptEvent {
        uid: format!("{uid}@groundwork.local"),
        sequence,
        stamp: instant("2027-01-04T10:15:00Z"),
        content: format!("{sequence:064x}"),
    }
}

pub fn project(id: &str) -> ProjectRecord {
    let done = CheckState { mark: ChecklistMark::Done, note: "see src/auth".into(), ..CheckState::default() };
    let skipped = CheckState { mark: ChecklistMark::NotApplicable, ..CheckState::default() };
    ProjectRecord {
        id: record_id(id),
        name: "Bookings".into(),
        summary: "Bookings for a village hall.".into(),
        story: String::new(),
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
            status: DecisionStatus::Accepted,
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
        folder: String::new(),
        proofs: Vec::new(),
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
        badge: false,
        position: 0,
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

fn found(rule: &str, line: u32) -> Carry {
    Carry {
        rule: rule.into(),
        name: Text::same("FastAPI"),
        place: FoundPlace { file: "pyproject.toml".into(), line },
    }
}

/// A project with everything that schema 4 added.
pub fn told_project(id: &str) -> ProjectRecord {
    let shown = CheckState {
        mark: ChecklistMark::Done,
        rests_on: Some(found("file.openapi", 1)),
        ..CheckState::default()
    };
    let planned = CheckState { planned: true, ..CheckState::default() };
    let mut record = project(id);
    record.story = "# Problem\n\nTwo halls, *one* key.".into();
    record.folder = "/home/ada/bookings".into();
    record.decisions[0].status = DecisionStatus::Superseded;
    record.checklist.insert(StatementId::new("api").unwrap(), shown);
    record.checklist.insert(StatementId::new("tests").unwrap(), planned);
    record.proofs = vec![
        ProofRecord {
            skill: skill_id("fastapi"),
            level: level(3),
            rests_on: vec![found("pypi.fastapi", 14)],
            on: date("2026-11-15"),
            head: Some("4c1d2f0b".into()),
            said: None,
        },
        ProofRecord {
            skill: skill_id("sql"),
            level: level(2),
            rests_on: Vec::new(),
            on: date("2026-11-15"),
            head: None,
            said: Some(level(1)),
        },
    ];
    record
}

/// Work from day to day, for two skills.
pub fn dated_work(id: &str) -> EvidenceRecord {
    EvidenceRecord {
        also: vec![skill_id("git"), skill_id("linux")],
        from: Some(date("2025-01-15")),
        ongoing: true,
        ..evidence(id, "sql", EvidenceKind::Work { months: 0 })
    }
}

pub fn version(id: &str, record: ProjectRecord) -> ProjectVersion {
    ProjectVersion {
        id: record_id(id),
        project: record.id.clone(),
        at: "2027-01-04T10:15:00Z".into(),
        record,
    }
}

pub fn draft(project: &str, story: &str) -> ProjectDraft {
    let text = CaseStudy { summary: "s".into(), story: story.into(), results: String::new() };
    ProjectDraft { project: record_id(project), at: "2027-01-04T10:15:00Z".into(), text }
}

pub fn audit(id: &str, project: &str) -> AuditRecord {
    let report = Report {
        rules: 1,
        folder: "bookings".into(),
        git: None,
        history: None,
        files: 3,
        bytes: 120,
        languages: Vec::new(),
        findings: Vec::new(),
        not_found: vec![FindingKind::Test],
        left_out: Vec::new(),
        title: "Bookings".into(),
        summary: String::new(),
        partial: false,
    };
    AuditRecord { id: record_id(id), project: record_id(project), at: "2027-01-04T10:15:00Z".into(), report }
}

/// One of each.
pub fn fill(w: &Writer) -> Result<(), StoreError> {
    fill_of_schema_3(w)?;
    w.put_project(&told_project("pr2"))?;
    w.put_evidence(&dated_work("ev3"))?;
    let talk = EvidenceKind::Contribution { form: Some(ContributionForm::Talk) };
    w.put_evidence(&evidence("ev4", "sql", talk))?;
    w.put_attachment(&AttachmentRecord { position: 1, ..attachment("at5", Owner::Project, "pr2") })?;
    w.put_attachment(&attachment("at6", Owner::Project, "pr2"))?;
    w.keep_version(&version("ve1", project("pr2")))?;
    w.keep_version(&version("ve2", told_project("pr2")))?;
    w.keep_draft(&draft("pr2", "Half a sentence"))?;
    w.keep_audit(&audit("au1", "pr2"))?;
    Ok(())
}

/// What the golden profile of schema 3 holds.
pub fn fill_of_schema_3(w: &Writer) -> Result<(), StoreError> {
    fill_of_schema_2(w)?;
    w.put_certification(&long_held("ce2"))?;
    let badge = AttachmentRecord { badge: true, ..attachment("at4", Owner::Certification, "ce2") };
    w.put_attachment(&badge)?;
    w.put_correction(&correction(Fact::Price, "395.50 EUR"))?;
    w.put_correction(&correction(Fact::RetakeDays, ""))?;
    w.put_issuer_key(&issuer_key("ik1", Some("https://issuer.example/1")))?;
    w.put_issuer_key(&issuer_key("ik2", None))?;
    w.add_address("ada@example.org")?;
    w.add_address("Ada.Lovelace@example.org")?;
    w.set_reminder_settings(&reminder_settings())?;
    w.keep_reminder(&kept_reminder("ce1", 7))?;
    w.keep_event(&kept_event("exam-ce1-1", 0))?;
    w.keep_event(&kept_event("exam-ce1-1", 1))?;
    Ok(())
}

/// What the golden profile of schema 2 holds.
pub fn fill_of_schema_2(w: &Writer) -> Result<(), StoreError> {
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
    let project = record_id("pr2");
    let told =
        (r.project_versions(&project)?, r.project_draft(&project)?, r.project_audits(&project, usize::MAX)?);
    let past = (r.kept_reminders()?, r.kept_look()?, r.kept_events()?, told);
    Ok(format!("{}{past:#?}", recorded_of(r)?))
}

/// Everything but what the program says and hands out past the history.
pub fn recorded_of(r: &Reader) -> Result<String, StoreError> {
    Ok(format!(
        "{:#?}",
        (
            (r.target()?, r.plan_settings()?, r.absences()?, r.skill_records()?, r.own_skills()?),
            (r.evidence()?, r.certifications()?, r.projects()?, r.all_attachments()?, r.plan_items()?),
            (r.log_entries()?, r.timer()?, r.scenarios()?, r.week_reviews()?),
            (r.kept_days()?, r.kept_forecasts()?, r.kept_ends()?, r.kept_sessions()?),
            (r.corrections()?, r.issuer_keys()?, r.addresses()?, r.reminder_settings()?),
            (r.example_count()?, r.is_empty()?),
        )
    ))
}

/// Puts, reads back after a restart, takes back, makes again.
pub fn comes_back<T: PartialEq + std::fmt::Debug>(
    put: impl FnOnce(&Writer) -> Result<(), StoreError>,
    read: fn(&Reader) -> Result<T, StoreError>,
    wanted: T,
) {
    let (dir, store) = profile();
    let nothing = everything(&store);
    assert!(write(&store, put).history.is_some());
    assert!(!store.read(|r| r.is_empty()).unwrap());
    drop(store);
    let store = Store::open(dir.path()).unwrap();
    assert_eq!(store.read(read).unwrap(), wanted);
    store.undo(Origin::Test, groundwork_store::Step::ANY).unwrap().unwrap();
    assert_eq!(everything(&store), nothing);
    store.redo(Origin::Test, groundwork_store::Step::ANY).unwrap().unwrap();
    assert_eq!(store.read(read).unwrap(), wanted);
}

/// What a statement makes of a full profile cannot have been written by the program, and is said to be damage.
pub fn damages(sql: &str) {
    let (dir, store) = profile();
    write(&store, fill);
    assert!(raw(dir.path()).execute(sql, []).unwrap() > 0, "{sql}");
    let read = store.read(everything_of);
    assert_eq!(read.err().map(|error| error.code()), Some("store.damaged"), "{sql}");
}
