//! The example: a believable profile that one action fills in and one action removes.

mod past;
mod records;

use self::past::{Past, Telling};
use self::records::{audit_record, certification_record, evidence_record, project_record};
use crate::app::Call;
use crate::commands::Nothing;
use crate::error::AppError;
use groundwork_domain::audit::Report;
use groundwork_domain::person::{
    AbsenceRecord, CertificationStage, CostKind, EvidenceKind, Link, PlanSettings, ProjectStatus,
    SkillRecord, TargetRecord,
};
use groundwork_domain::plan::exam_key;
use groundwork_domain::role::RolePack;
use groundwork_domain::{
    CertificationId, Lang, Level, PracticeId, RungId, SkillId, StackId, StatementId, Text,
};
use groundwork_store::{Writer, new_record_id};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;
use std::collections::BTreeMap;
use ts_rs::TS;

/// The language that the example's own words are in.
#[derive(Debug, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct ExampleParams {
    /// The language; English where absent.
    #[serde(default)]
    pub lang: Lang,
}

/// How many records were removed.
#[derive(Debug, Clone, Serialize, TS)]
pub struct RemovedView {
    /// Records that the example had put in.
    pub removed: u32,
}

/// The example as data: days are counted from today, negative ones are past.
#[derive(Deserialize)]
struct Example {
    #[serde(flatten)]
    past: Past,
    rung: RungId,
    stack: StackId,
    ready_in: i64,
    started: i64,
    weekly_minutes: [u32; 7],
    holidays: Option<String>,
    claims: BTreeMap<SkillId, Level>,
    evidence: Vec<ExampleEvidence>,
    projects: Vec<ExampleProject>,
    certifications: Vec<ExampleCertification>,
    absences: Vec<ExampleAbsence>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ExampleEvidence {
    skill: SkillId,
    what: EvidenceKind,
    #[serde(default)]
    also: Vec<SkillId>,
    #[serde(default)]
    from: Option<i64>,
    on: i64,
    #[serde(default)]
    title: Text,
    #[serde(default)]
    by: String,
    #[serde(default)]
    words: Text,
    #[serde(default)]
    url: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ExampleProject {
    name: Text,
    summary: Text,
    role: Text,
    #[serde(default)]
    team: Text,
    starts: i64,
    ends: Option<i64>,
    status: ProjectStatus,
    practice: Option<PracticeId>,
    #[serde(default)]
    links: Vec<Link>,
    skills: Vec<ExampleSkill>,
    #[serde(default)]
    decisions: Vec<ExampleDecision>,
    #[serde(default)]
    story: Text,
    #[serde(default)]
    results: Text,
    #[serde(default)]
    done: Vec<StatementId>,
    /// Lines that stand in the plan.
    #[serde(default)]
    planned: Vec<StatementId>,
    /// What an audit found; its days are those of the project.
    #[serde(default)]
    audit: Option<Report>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ExampleSkill {
    skill: SkillId,
    level: Level,
    #[serde(default)]
    why: Text,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ExampleDecision {
    title: Text,
    on: i64,
    context: Text,
    options: Text,
    choice: Text,
    consequences: Text,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ExampleAttempt {
    on: i64,
    score: String,
    cost: Option<f64>,
    currency: Option<String>,
    #[serde(default)]
    note: Text,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ExampleCost {
    on: i64,
    what: CostKind,
    amount: f64,
    currency: String,
    #[serde(default)]
    note: Text,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ExampleCredit {
    on: i64,
    credits: f64,
    #[serde(default)]
    title: Text,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ExampleCertification {
    certification: CertificationId,
    stage: CertificationStage,
    #[serde(default)]
    wanted_by: Option<i64>,
    #[serde(default)]
    attempts: Vec<ExampleAttempt>,
    #[serde(default)]
    costs: Vec<ExampleCost>,
    #[serde(default)]
    credits: Vec<ExampleCredit>,
    exam_on: Option<i64>,
    exam_at: Option<String>,
    exam_zone: Option<String>,
    #[serde(default)]
    place: Text,
    cost: Option<f64>,
    currency: Option<String>,
    #[serde(default)]
    score: String,
    issued: Option<i64>,
    expires: Option<i64>,
    #[serde(default)]
    credential_id: String,
    #[serde(default)]
    note: Text,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ExampleAbsence {
    from: i64,
    to: i64,
    reason: Text,
}

/// `example.fill`: fills an empty profile with the example.
pub(crate) fn fill(call: &Call<'_>, params: ExampleParams) -> Result<(), AppError> {
    let pack = call.app.pack()?;
    let today = call.app.clock.today();
    let example: Example = serde_json::from_str(include_str!("example.json"))
        .map_err(|error| AppError::with("example.broken", [("detail", error.to_string())]))?;
    check(&pack, &example)?;
    call.write("example.fill", json!({}), |writer| {
        if !writer.is_empty()? {
            return Err(AppError::new("example.not_empty"));
        }
        writer.marking_example();
        let telling = Telling {
            pack: &pack,
            certifications: Vec::new(),
            rung: example.rung.clone(),
            today,
            zone: call.app.clock.zone(),
            lang: params.lang,
        };
        put(writer, example, telling)
    })
}

fn check(pack: &RolePack, example: &Example) -> Result<(), AppError> {
    let skills = example
        .claims
        .keys()
        .chain(example.evidence.iter().map(|e| &e.skill))
        .chain(example.projects.iter().flat_map(|p| p.skills.iter().map(|s| &s.skill)));
    for skill in skills {
        if pack.skill(skill).is_none() {
            return Err(AppError::with("skill.unknown", [("skill", skill.to_string())]));
        }
    }
    Ok(())
}

fn put(writer: &Writer<'_>, example: Example, telling: Telling<'_>) -> Result<(), AppError> {
    let (today, lang) = (telling.today, telling.lang);
    writer.set_target(&TargetRecord {
        rung: example.rung,
        stack: Some(example.stack),
        choices: BTreeMap::new(),
        ready_by: Some(today.plus_days(example.ready_in)),
    })?;
    writer.set_plan_settings(&PlanSettings {
        weekly_minutes: example.weekly_minutes,
        holidays: example.holidays,
        started_on: Some(today.plus_days(example.started)),
        ..PlanSettings::default()
    })?;
    for (skill, level) in example.claims {
        writer.put_skill_record(&SkillRecord {
            skill,
            claimed: Some(level),
            note: String::new(),
            hidden: false,
            required: None,
        })?;
    }
    for evidence in example.evidence {
        writer.put_evidence(&evidence_record(evidence, today, lang))?;
    }
    for mut project in example.projects {
        let audit = project.audit.take();
        let record = project_record(project, today, lang);
        writer.put_project(&record)?;
        if let Some(report) = audit {
            writer.keep_audit(&audit_record(&record, report))?;
        }
    }
    for certification in example.certifications {
        writer.put_certification(&certification_record(certification, today, lang))?;
    }
    for absence in example.absences {
        writer.put_absence(&AbsenceRecord {
            id: new_record_id(),
            from: today.plus_days(absence.from),
            to: today.plus_days(absence.to),
            minutes: 0,
            reason: absence.reason.get(lang).to_owned(),
        })?;
    }
    let certifications = writer.certifications()?;
    past::put(writer, example.past, &Telling { certifications, ..telling })
}

/// `example.remove`: removes what the example put in; what the person added stays.
pub(crate) fn remove(call: &Call<'_>, _: Nothing) -> Result<RemovedView, AppError> {
    let count = call.app.store()?.read(|reader| Ok::<_, AppError>(reader.example_count()?))?;
    if count == 0 {
        return Err(AppError::new("example.none"));
    }
    call.write("example.remove", json!({}), |writer| {
        let exams = writer.certifications()?;
        writer.remove_example()?;
        for exam in exams {
            // What the person said of preparing an exam goes with it.
            if writer.certification(&exam.id)?.is_none() {
                writer.delete_plan_item(&exam_key(&exam.id))?;
            }
        }
        Ok(())
    })?;
    Ok(RemovedView { removed: count })
}
