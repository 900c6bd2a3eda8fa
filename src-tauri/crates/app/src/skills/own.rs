//! Skills of the person's own.

use crate::app::Call;
use crate::error::AppError;
use crate::input;
use crate::log::skill_of_key;
use crate::messages::chain;
use crate::skills::list::{SkillRow, rows};
use crate::snapshot::Snapshot;
use crate::target::blank;
use groundwork_domain::person::{EvidenceRecord, LogRecord, SkillRecord};
use groundwork_domain::role::{EffortClass, HalfLife, Prerequisite, Skill, SkillKind};
use groundwork_domain::{GroupId, Level, SkillId, Text};
use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::json;
use std::collections::BTreeSet;
use ts_rs::TS;

/// Which skill.
#[derive(Debug, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct SkillIdParams {
    /// The skill.
    pub skill: SkillId,
}

/// A skill of the person's own.
#[derive(Debug, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct OwnSkillParams {
    /// The skill to change; a new one where absent.
    #[serde(default)]
    pub skill: Option<SkillId>,
    /// Its name.
    pub name: String,
    /// Its group.
    pub group: GroupId,
    /// What it is; knowledge where absent.
    #[serde(default)]
    pub kind: Option<SkillKind>,
    /// How much work it takes; medium where absent.
    #[serde(default)]
    pub effort: Option<EffortClass>,
    /// How fast its evidence goes stale; like a platform where absent.
    #[serde(default)]
    pub half_life: Option<HalfLife>,
    /// What must be held first.
    #[serde(default)]
    pub prerequisites: Vec<Prerequisite>,
    /// The level that the person asks of themselves.
    #[serde(default)]
    pub required: Option<Level>,
}

/// `skills.add_own`: adds a skill of the person's own, or changes one.
pub(crate) fn add_own(call: &Call<'_>, params: OwnSkillParams) -> Result<SkillRow, AppError> {
    let snapshot = call.snapshot()?;
    let name = input::name("name", &params.name)?;
    if snapshot.pack.group(&params.group).is_none() {
        return Err(AppError::with("group.unknown", [("group", params.group.to_string())]));
    }
    input::list("prerequisites", &params.prerequisites)?;
    let id = match params.skill {
        Some(id) if snapshot.own.contains(&id) => id,
        Some(id) => return Err(AppError::with("skill.not_own", [("skill", id.to_string())])),
        None => fresh_id(&snapshot, &name)?,
    };
    for prerequisite in &params.prerequisites {
        snapshot.known_skill(&prerequisite.skill)?;
    }
    let skill = Skill {
        id: id.clone(),
        name: Text::same(name.clone()),
        group: params.group,
        kind: params.kind.unwrap_or(SkillKind::Knowledge),
        effort: params.effort.unwrap_or(EffortClass::M),
        half_life: params.half_life.unwrap_or(HalfLife::Platform),
        prerequisites: params.prerequisites,
        aliases: Vec::new(),
        esco: None,
        resources: Vec::new(),
        says: Vec::new(),
    };
    if let Some(cycle) = cycle_through(&snapshot, &skill) {
        return Err(AppError::about("skill.cycle", [("skills", cycle)]));
    }
    call.write("skills.add_own", json!({ "skill": name }), |writer| {
        writer.put_own_skill(&skill)?;
        let mut record = writer.skill_record(&id)?.unwrap_or_else(|| blank(&id));
        record.required = params.required;
        Ok(writer.put_skill_record(&record)?)
    })?;
    let row = rows(&call.snapshot()?).into_iter().find(|row| row.skill == id);
    row.ok_or_else(|| AppError::with("skill.unknown", [("skill", id.to_string())]))
}

/// `own-` and the name in plain letters, with a number where it is taken.
fn fresh_id(snapshot: &Snapshot, name: &str) -> Result<SkillId, AppError> {
    let plain: String =
        name.to_lowercase().chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect();
    let words: Vec<&str> = plain.split('-').filter(|word| !word.is_empty()).collect();
    let stem: String = format!("own-{}", words.join("-")).chars().take(60).collect();
    (1..10_000)
        .map(|n| {
            if n == 1 {
                stem.trim_end_matches('-').to_owned()
            } else {
                format!("{}-{n}", stem.trim_end_matches('-'))
            }
        })
        .filter_map(|id| SkillId::new(id).ok())
        .find(|id| snapshot.pack.skill(id).is_none())
        .ok_or_else(|| AppError::new("skill.too_many"))
}

/// A cycle of prerequisites through the skill, by names; none when there is none.
pub(crate) fn cycle_through(snapshot: &Snapshot, skill: &Skill) -> Option<Text> {
    let mut path = vec![skill.name.clone()];
    let mut seen = BTreeSet::new();
    search(snapshot, skill, skill, &mut path, &mut seen).then(|| chain(&path))
}

fn search(
    snapshot: &Snapshot,
    start: &Skill,
    at: &Skill,
    path: &mut Vec<Text>,
    seen: &mut BTreeSet<SkillId>,
) -> bool {
    for prerequisite in &at.prerequisites {
        if prerequisite.skill == start.id {
            path.push(start.name.clone());
            return true;
        }
        let Some(next) = snapshot.pack.skill(&prerequisite.skill) else { continue };
        if seen.insert(next.id.clone()) {
            path.push(next.name.clone());
            if search(snapshot, start, next, path, seen) {
                return true;
            }
            path.pop();
        }
    }
    false
}

/// A piece of evidence without one of its skills; none when it speaks for no other.
fn without(record: &EvidenceRecord, skill: &SkillId) -> Option<EvidenceRecord> {
    let mut left = record.skills().filter(|it| *it != skill).cloned();
    Some(EvidenceRecord { skill: left.next()?, also: left.collect(), ..record.clone() })
}

/// `skills.remove_own`: removes a skill of the person's own that nothing else needs.
pub(crate) fn remove_own(call: &Call<'_>, params: SkillIdParams) -> Result<(), AppError> {
    let snapshot = call.snapshot()?;
    if !snapshot.own.contains(&params.skill) {
        return Err(AppError::with("skill.not_own", [("skill", params.skill.to_string())]));
    }
    let needs = |other: &&Skill| other.prerequisites.iter().any(|p| p.skill == params.skill);
    if let Some(other) = snapshot.pack.skills.iter().find(needs) {
        return Err(AppError::about("skill.needed", [("other", other.name.clone())]));
    }
    let uses =
        |levels: &[groundwork_domain::person::SkillLevel]| levels.iter().any(|s| s.skill == params.skill);
    let project =
        snapshot.projects.iter().find(|project| uses(&project.skills)).map(|project| project.name.clone());
    let certification = snapshot.certifications.iter().find(|c| uses(&c.supports)).map(|c| c.name.clone());
    if let Some(other) = project.or(certification) {
        return Err(AppError::with("skill.needed", [("other", other)]));
    }
    let name = snapshot.skill_name(&params.skill);
    call.write("skills.remove_own", json!({ "skill": name }), |writer| {
        for record in snapshot.evidence.iter().filter(|record| record.skills().any(|it| *it == params.skill))
        {
            match without(record, &params.skill) {
                Some(record) => writer.put_evidence(&record)?,
                None => drop(writer.delete_evidence(&record.id)?),
            }
        }
        for entry in snapshot.log.iter().filter(|entry| entry.skill.as_ref() == Some(&params.skill)) {
            // Time on an item stays in the log; time on the skill alone goes with it.
            let own =
                entry.item.as_deref().is_none_or(|item| skill_of_key(item).as_ref() == Some(&params.skill));
            if own {
                writer.delete_log_entry(&entry.id)?;
            } else {
                writer.put_log_entry(&LogRecord { skill: None, ..entry.clone() })?;
            }
        }
        if snapshot.timer.as_ref().is_some_and(|timer| timer.skill.as_ref() == Some(&params.skill)) {
            writer.clear_timer()?;
        }
        let mut record = writer.skill_record(&params.skill)?.unwrap_or_else(|| blank(&params.skill));
        record = SkillRecord { claimed: None, hidden: false, required: None, ..record };
        writer.put_skill_record(&record)?;
        for key in snapshot.plan_items.keys().filter(|key| skill_of_key(key).as_ref() == Some(&params.skill))
        {
            writer.delete_plan_item(key)?;
        }
        writer.delete_own_skill(&params.skill)?;
        Ok(())
    })
}
