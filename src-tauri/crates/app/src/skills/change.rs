//! What the person says of a skill.

use crate::app::Call;
use crate::error::AppError;
use crate::input;
use crate::skills::list::{SkillRow, rows};
use crate::target::blank;
use groundwork_domain::person::SkillRecord;
use groundwork_domain::{Level, SkillId};
use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::{Value, json};
use ts_rs::TS;

/// The level that the person claims.
#[derive(Debug, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct SkillSetParams {
    /// The skill.
    pub skill: SkillId,
    /// The level, 0-5; null takes the claim back.
    #[serde(deserialize_with = "Option::deserialize")]
    #[schemars(required)]
    pub level: Option<Level>,
}

/// The person's notes.
#[derive(Debug, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct SkillNoteParams {
    /// The skill.
    pub skill: SkillId,
    /// The notes.
    pub note: String,
}

/// Whether a skill counts.
#[derive(Debug, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct SkillHideParams {
    /// The skill.
    pub skill: SkillId,
    /// Whether it is hidden, and asked no more.
    pub hidden: bool,
}

/// Another required level.
#[derive(Debug, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct SkillRequireParams {
    /// The skill.
    pub skill: SkillId,
    /// The level, 1-5; null takes the rung's again.
    #[serde(deserialize_with = "Option::deserialize")]
    #[schemars(required)]
    pub level: Option<Level>,
}

fn change(
    call: &Call<'_>,
    name: &'static str,
    skill: &SkillId,
    args: Value,
    apply: impl FnOnce(&mut SkillRecord),
) -> Result<SkillRow, AppError> {
    let snapshot = call.snapshot()?;
    let known = snapshot.known_skill(skill)?;
    let mut named = json!({ "skill": known.name });
    if let (Value::Object(named), Value::Object(args)) = (&mut named, args) {
        named.extend(args);
    }
    call.write(name, named, |writer| {
        let mut record = writer.skill_record(skill)?.unwrap_or_else(|| blank(skill));
        apply(&mut record);
        Ok(writer.put_skill_record(&record)?)
    })?;
    let row = rows(&call.snapshot()?).into_iter().find(|row| row.skill == *skill);
    row.ok_or_else(|| AppError::with("skill.unknown", [("skill", skill.to_string())]))
}

/// `skills.set`: claims a level.
pub(crate) fn set(call: &Call<'_>, params: SkillSetParams) -> Result<SkillRow, AppError> {
    let (name, args) = match params.level {
        Some(level) => ("skills.set", json!({ "level": level })),
        None => ("skills.unset", json!({})),
    };
    change(call, name, &params.skill, args, |record| record.claimed = params.level)
}

/// `skills.note`: keeps the person's notes.
pub(crate) fn note(call: &Call<'_>, params: SkillNoteParams) -> Result<SkillRow, AppError> {
    let note = input::note("note", &params.note)?;
    change(call, "skills.note", &params.skill, json!({}), |record| record.note = note)
}

/// `skills.hide`: takes a skill out of what is asked, or back in.
pub(crate) fn hide(call: &Call<'_>, params: SkillHideParams) -> Result<SkillRow, AppError> {
    let name = if params.hidden { "skills.hide" } else { "skills.unhide" };
    change(call, name, &params.skill, json!({}), |record| record.hidden = params.hidden)
}

/// `skills.require`: asks another level than the rung does.
pub(crate) fn require(call: &Call<'_>, params: SkillRequireParams) -> Result<SkillRow, AppError> {
    if params.level == Some(Level::NONE) {
        return Err(AppError::new("skill.require_none"));
    }
    let (name, args) = match params.level {
        Some(level) => ("skills.require", json!({ "level": level })),
        None => ("skills.unrequire", json!({})),
    };
    change(call, name, &params.skill, args, |record| record.required = params.level)
}
