//! What the audit found becomes evidence when the person accepts it, and can be withdrawn.

use crate::app::Call;
use crate::error::AppError;
use crate::projects::audit::{newest, suggestions};
use crate::projects::save::{find, put};
use crate::projects::view::ProjectView;
use groundwork_domain::audit::offers;
use groundwork_domain::person::{ChecklistMark, ProofRecord, SkillLevel};
use groundwork_domain::{RecordId, SkillId, StatementId};
use schemars::JsonSchema;
use serde::Deserialize;
use ts_rs::TS;

/// What of an audit is accepted, or withdrawn.
#[derive(Debug, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct ProofParams {
    /// The project.
    pub id: RecordId,
    /// Skills.
    #[serde(default)]
    pub skills: Vec<SkillId>,
    /// Lines of the checklist.
    #[serde(default)]
    pub lines: Vec<StatementId>,
}

/// `projects.accept`: lets findings prove skills at the level that they carry, and lines of the checklist.
pub(crate) fn accept(call: &Call<'_>, params: ProofParams) -> Result<ProjectView, AppError> {
    let snapshot = call.snapshot()?;
    let mut record = find(&snapshot, &params.id)?.clone();
    let audit = newest(call, &params.id)?.ok_or_else(|| AppError::new("audit.none"))?;
    let offered = offers(&audit.report);
    let history = audit.report.history.as_ref();
    let last = history.and_then(|history| history.own_last.or(history.last));
    let on = last.unwrap_or(snapshot.today).min(snapshot.today);
    for skill in &params.skills {
        let name = snapshot.known_skill(skill)?.name.clone();
        let offer = offered.iter().find(|offer| offer.skill == *skill);
        let offer = offer.ok_or_else(|| AppError::about("audit.not_offered", [("skill", name)]))?;
        let said = record.skills.iter().find(|level| level.skill == *skill).map(|level| level.level);
        // Accepted anew it is still what was said before the first time that counts.
        let former = record.proofs.iter().position(|proof| proof.skill == *skill);
        let said = former.map_or(said, |at| record.proofs.remove(at).said);
        record.proofs.push(ProofRecord {
            skill: skill.clone(),
            level: offer.level,
            rests_on: offer.rests_on.clone(),
            on,
            head: audit.report.git.as_ref().and_then(|git| git.head.clone()),
            said,
        });
        let level = said.unwrap_or_default().max(offer.level);
        match record.skills.iter_mut().find(|level| level.skill == *skill) {
            Some(named) => named.level = level,
            None => record.skills.push(SkillLevel { skill: skill.clone(), level, why: String::new() }),
        }
    }
    record.proofs.sort_by(|a, b| a.skill.cmp(&b.skill));
    let suggested = suggestions(&snapshot, &record, &audit.report);
    for line in &params.lines {
        let found = suggested.iter().find(|suggestion| suggestion.line == *line);
        let found =
            found.ok_or_else(|| AppError::with("audit.line_not_shown", [("line", line.to_string())]))?;
        let state = record.checklist.entry(line.clone()).or_default();
        state.mark = ChecklistMark::Done;
        state.rests_on = found.rests_on.first().cloned();
    }
    put(call, "projects.accept", &record)
}

/// `projects.withdraw`: takes proofs back. The skill says again what the person had said before, or goes; a line of the
/// checklist that rested on a finding is open again.
pub(crate) fn withdraw(call: &Call<'_>, params: ProofParams) -> Result<ProjectView, AppError> {
    let snapshot = call.snapshot()?;
    let mut record = find(&snapshot, &params.id)?.clone();
    let (gone, kept): (Vec<ProofRecord>, Vec<ProofRecord>) =
        record.proofs.into_iter().partition(|proof| params.skills.contains(&proof.skill));
    record.proofs = kept;
    for proof in gone {
        let Some(at) = record.skills.iter().position(|level| level.skill == proof.skill) else { continue };
        match proof.said {
            Some(said) => record.skills[at].level = said,
            None if record.skills[at].why.is_empty() => drop(record.skills.remove(at)),
            None => {}
        }
    }
    for line in &params.lines {
        if let Some(state) = record.checklist.get_mut(line).filter(|state| state.rests_on.is_some()) {
            state.mark = ChecklistMark::Open;
            state.rests_on = None;
        }
    }
    put(call, "projects.withdraw", &record)
}
