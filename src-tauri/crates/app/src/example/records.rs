//! The example's records, with days counted from today.

use super::{ExampleCertification, ExampleEvidence, ExampleProject};
use groundwork_domain::audit::Report;
use groundwork_domain::person::{
    Attempt, AuditRecord, CertificationRecord, CheckState, ChecklistMark, Cost, Credit, Decision,
    DecisionStatus, EvidenceRecord, ProjectRecord, SkillLevel,
};
use groundwork_domain::{Date, Lang, Text};
use groundwork_store::new_record_id;

pub(super) fn evidence_record(evidence: ExampleEvidence, today: Date, lang: Lang) -> EvidenceRecord {
    EvidenceRecord {
        id: new_record_id(),
        skill: evidence.skill,
        also: evidence.also,
        what: evidence.what,
        from: evidence.from.map(|day| today.plus_days(day)),
        ongoing: false,
        on: today.plus_days(evidence.on),
        title: evidence.title.get(lang).to_owned(),
        by: evidence.by,
        words: evidence.words.get(lang).to_owned(),
        url: evidence.url,
    }
}

pub(super) fn project_record(project: ExampleProject, today: Date, lang: Lang) -> ProjectRecord {
    let own = |text: &Text| text.get(lang).to_owned();
    let done = CheckState { mark: ChecklistMark::Done, ..CheckState::default() };
    let planned = CheckState { planned: true, ..CheckState::default() };
    let done_lines = project.done.into_iter().map(|id| (id, done.clone()));
    let planned_lines = project.planned.into_iter().map(|id| (id, planned.clone()));
    ProjectRecord {
        id: new_record_id(),
        name: own(&project.name),
        summary: own(&project.summary),
        story: own(&project.story),
        role: own(&project.role),
        team: own(&project.team),
        starts: Some(today.plus_days(project.starts)),
        ends: project.ends.map(|day| today.plus_days(day)),
        status: project.status,
        practice: project.practice,
        links: project.links,
        skills: project
            .skills
            .iter()
            .map(|s| SkillLevel { skill: s.skill.clone(), level: s.level, why: own(&s.why) })
            .collect(),
        decisions: project
            .decisions
            .iter()
            .map(|d| Decision {
                title: own(&d.title),
                status: DecisionStatus::Accepted,
                on: Some(today.plus_days(d.on)),
                context: own(&d.context),
                options: own(&d.options),
                choice: own(&d.choice),
                consequences: own(&d.consequences),
            })
            .collect(),
        results: own(&project.results),
        checklist: done_lines.chain(planned_lines).collect(),
        folder: String::new(),
        proofs: Vec::new(),
    }
}

/// An audit of a project on its last day.
pub(super) fn audit_record(project: &ProjectRecord, mut report: Report) -> AuditRecord {
    if let Some(history) = &mut report.history {
        (history.first, history.own_first) = (project.starts, project.starts);
        (history.last, history.own_last) = (project.ends, project.ends);
    }
    let day = project.ends.or(project.starts).map(String::from).unwrap_or_default();
    AuditRecord { id: new_record_id(), project: project.id.clone(), at: format!("{day}T18:00:00Z"), report }
}

pub(super) fn certification_record(
    record: ExampleCertification,
    today: Date,
    lang: Lang,
) -> CertificationRecord {
    let day = |days: Option<i64>| days.map(|days| today.plus_days(days));
    CertificationRecord {
        stage: record.stage,
        wanted_by: day(record.wanted_by),
        exam_on: day(record.exam_on),
        exam_at: record.exam_at,
        exam_zone: record.exam_zone,
        place: record.place.get(lang).to_owned(),
        cost: record.cost,
        currency: record.currency,
        score: record.score,
        issued: day(record.issued),
        expires: day(record.expires),
        credential_id: record.credential_id,
        note: record.note.get(lang).to_owned(),
        attempt: u8::try_from(record.attempts.len()).unwrap_or(u8::MAX).saturating_add(1),
        attempts: record
            .attempts
            .into_iter()
            .map(|it| Attempt {
                on: today.plus_days(it.on),
                score: it.score,
                cost: it.cost,
                currency: it.currency,
                note: it.note.get(lang).to_owned(),
            })
            .collect(),
        costs: record
            .costs
            .into_iter()
            .map(|it| Cost {
                on: today.plus_days(it.on),
                what: it.what,
                amount: it.amount,
                currency: it.currency,
                note: it.note.get(lang).to_owned(),
            })
            .collect(),
        credits: record
            .credits
            .into_iter()
            .map(|it| Credit {
                on: today.plus_days(it.on),
                credits: it.credits,
                title: it.title.get(lang).to_owned(),
            })
            .collect(),
        ..CertificationRecord::wished(new_record_id(), Some(record.certification))
    }
}
