//! The target, and the first start.

use crate::app::Call;
use crate::commands::Nothing;
use crate::error::AppError;
use crate::input;
use crate::snapshot::Snapshot;
use groundwork_domain::person::{PlanSettings, SkillLevel, SkillRecord, TargetRecord};
use groundwork_domain::readiness::{Basis, REACHED_FROM, Readiness};
use groundwork_domain::requirement::RequirementKind;
use groundwork_domain::role::{Prerequisite, RolePack};
use groundwork_domain::{ChoiceId, Date, GroupId, Level, RungId, SkillId, StackId, Text};
use groundwork_store::Writer;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;
use ts_rs::TS;

/// A choice of the target with the member that counts.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ChosenView {
    /// The choice.
    pub choice: ChoiceId,
    /// Its name.
    pub name: Text,
    /// The chosen member; none when the best one counts.
    pub skill: Option<SkillId>,
    /// Its name.
    pub skill_name: Option<Text>,
}

/// The target with its names.
#[derive(Debug, Clone, Serialize, TS)]
pub struct TargetView {
    /// The target as it is kept.
    pub record: TargetRecord,
    /// Name of the rung.
    pub rung_name: Text,
    /// Name of the stack.
    pub stack_name: Option<Text>,
    /// Its choices.
    pub choices: Vec<ChosenView>,
}

/// How ready the person is, claimed and proven, never blended.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ReadinessView {
    /// The target; none when there is none yet.
    pub target: Option<TargetView>,
    /// By what they say.
    pub claimed: Readiness,
    /// By what their evidence carries.
    pub proven: Readiness,
    /// The share that a rung asks for: 0.9.
    pub needs: f64,
}

/// What first start asks: a target, where one stands, time.
#[derive(Debug, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct BeginParams {
    /// The rung.
    pub rung: RungId,
    /// The main stack.
    #[serde(default)]
    pub stack: Option<StackId>,
    /// The day they want to be ready.
    #[serde(default)]
    pub ready_by: Option<Date>,
    /// Minutes of each weekday, Monday first; the usual ones where absent.
    #[serde(default)]
    pub weekly_minutes: Option<[u32; 7]>,
    /// Hours a week instead, spread over the days.
    #[serde(default)]
    pub weekly_hours: Option<f64>,
    /// Levels that they claim.
    #[serde(default)]
    pub levels: Vec<SkillLevel>,
    /// Refuse where there is a target already: of two that begin at once, one does.
    #[serde(default)]
    pub first: bool,
}

/// A skill to ask about at first start.
#[derive(Debug, Clone, Serialize, TS)]
pub struct QuestionView {
    /// The skill.
    pub skill: SkillId,
    /// Its name.
    pub name: Text,
    /// Its group.
    pub group: GroupId,
    /// The level that the target asks.
    pub required: Level,
    /// Whether the target cannot be reached without it.
    pub core: bool,
    /// What is claimed now.
    pub claimed: Option<Level>,
}

/// Hours to spread over a week.
#[derive(Debug, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct SpreadParams {
    /// Hours a week, 0.5 to 100.
    pub weekly_hours: f64,
}

/// Which target the questions are for.
#[derive(Debug, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct QuestionsParams {
    /// The rung.
    pub rung: RungId,
    /// The main stack.
    #[serde(default)]
    pub stack: Option<StackId>,
}

pub(crate) fn view(snapshot: &Snapshot) -> Option<TargetView> {
    let record = snapshot.target.clone()?;
    let pack = &snapshot.pack;
    let chosen = snapshot.domain_target()?.choices;
    let rung = pack.rung(&record.rung)?;
    let choices = rung.one_of.iter().map(|one| one.choice.clone()).filter_map(|id| {
        let skill = chosen.get(&id).cloned();
        let skill_name = skill.as_ref().map(|skill| snapshot.skill_name(skill));
        Some(ChosenView { name: pack.choice(&id)?.name.clone(), choice: id, skill, skill_name })
    });
    Some(TargetView {
        rung_name: rung.name.clone(),
        stack_name: record.stack.as_ref().and_then(|id| pack.stack(id)).map(|stack| stack.name.clone()),
        choices: choices.collect(),
        record,
    })
}

pub(crate) fn readiness_view(snapshot: &Snapshot) -> ReadinessView {
    ReadinessView {
        target: view(snapshot),
        claimed: snapshot.readiness(Basis::Claimed),
        proven: snapshot.readiness(Basis::Proven),
        needs: REACHED_FROM,
    }
}

/// `target.show`: the target, or none.
pub(crate) fn show(call: &Call<'_>, _: Nothing) -> Result<Option<TargetView>, AppError> {
    Ok(view(&call.snapshot()?))
}

/// `readiness.show`: how ready the person is for their target.
pub(crate) fn readiness(call: &Call<'_>, _: Nothing) -> Result<ReadinessView, AppError> {
    let snapshot = call.snapshot()?;
    if snapshot.target.is_none() {
        return Err(AppError::new("target.none"));
    }
    Ok(readiness_view(&snapshot))
}

/// Refuses a target that the pack does not know, and a day that is past or far away.
pub(crate) fn check(pack: &RolePack, target: &TargetRecord, today: Date) -> Result<(), AppError> {
    if pack.rung(&target.rung).is_none() {
        return Err(AppError::with("rung.unknown", [("rung", target.rung.to_string())]));
    }
    if let Some(stack) = &target.stack
        && pack.stack(stack).is_none()
    {
        return Err(AppError::with("stack.unknown", [("stack", stack.to_string())]));
    }
    for (choice, skill) in &target.choices {
        let known = pack
            .choice(choice)
            .ok_or_else(|| AppError::with("choice.unknown", [("choice", choice.to_string())]))?;
        if !known.members.iter().any(|member| member.skill == *skill) {
            let args = [("choice", choice.to_string()), ("skill", skill.to_string())];
            return Err(AppError::with("choice.no_member", args));
        }
    }
    match target.ready_by {
        Some(day) if day < today => Err(AppError::with("date.past", [("date", day.to_string())])),
        Some(day) if today.days_until(day) > 366 * 30 => {
            Err(AppError::with("date.far", [("date", day.to_string())]))
        }
        _ => Ok(()),
    }
}

/// Refuses hours that no week has.
pub(crate) fn check_week(minutes: &[u32; 7]) -> Result<(), AppError> {
    for day in minutes {
        input::within("weekly_minutes", *day, 0, 1440)?;
    }
    if minutes.iter().sum::<u32>() == 0 { Err(AppError::new("plan.no_time")) } else { Ok(()) }
}

/// `start.spread`: hours a week as minutes of each weekday, Monday first.
pub(crate) fn spread(_: &Call<'_>, params: SpreadParams) -> Result<[u32; 7], AppError> {
    spread_week(params.weekly_hours)
}

/// Spreads hours a week over its days: four evenings, a longer Saturday, a short Sunday, Wednesday free; evenly over
/// all days beyond 40 hours. Refuses less than half an hour and more than 100 hours.
pub fn spread_week(hours: f64) -> Result<[u32; 7], AppError> {
    if !hours.is_finite() || !(0.5..=100.0).contains(&hours) {
        return Err(AppError::with("input.hours", [("value", hours.to_string())]));
    }
    let shares: [u32; 7] = if hours > 40.0 { [1; 7] } else { [9, 9, 0, 9, 9, 18, 6] };
    let total = (hours * 60.0).round() as u32;
    let whole: u32 = shares.iter().sum();
    let step = if total >= 300 { 5 } else { 1 };
    let mut days = shares.map(|share| total * share / whole / step * step);
    days[5] += total - days.iter().sum::<u32>();
    Ok(days)
}

fn names(pack: &RolePack, target: &TargetRecord) -> serde_json::Value {
    let rung = pack.rung(&target.rung).map(|rung| rung.name.clone()).unwrap_or_default();
    json!({ "rung": rung })
}

/// `target.set`: sets the rung, the stack, the choices and the date.
pub(crate) fn set(call: &Call<'_>, target: TargetRecord) -> Result<TargetView, AppError> {
    let snapshot = call.snapshot()?;
    check(&snapshot.pack, &target, snapshot.today)?;
    call.write("target.set", names(&snapshot.pack, &target), |writer| Ok(writer.set_target(&target)?))?;
    view(&call.snapshot()?).ok_or_else(|| AppError::new("target.none"))
}

/// `start.questions`: the skills that the target asks, to say where one stands.
pub(crate) fn questions(call: &Call<'_>, params: QuestionsParams) -> Result<Vec<QuestionView>, AppError> {
    let mut snapshot = call.snapshot()?;
    let target =
        TargetRecord { rung: params.rung, stack: params.stack, choices: Default::default(), ready_by: None };
    check(&snapshot.pack, &target, snapshot.today)?;
    snapshot.target = Some(target);
    let mut rows: Vec<QuestionView> = Vec::new();
    for requirement in snapshot.requirements() {
        let skill = match &requirement.what {
            RequirementKind::Skill { skill } => skill.clone(),
            RequirementKind::OneOf { chosen: Some(skill), .. } => skill.clone(),
            _ => continue,
        };
        let Some(known) = snapshot.pack.skill(&skill) else { continue };
        let required = Level::new(i64::from(requirement.level)).unwrap_or_default();
        if let Some(row) = rows.iter_mut().find(|row| row.skill == skill) {
            row.required = row.required.max(required);
            row.core |= requirement.core;
            continue;
        }
        rows.push(QuestionView {
            name: known.name.clone(),
            group: known.group.clone(),
            required,
            core: requirement.core,
            claimed: snapshot.claimed_level(&skill),
            skill,
        });
    }
    Ok(rows)
}

/// Claims levels, keeping notes and whatever else is known of the skill.
pub(crate) fn claim(writer: &Writer<'_>, levels: &[SkillLevel]) -> Result<(), AppError> {
    for claim in levels {
        let kept = writer.skill_record(&claim.skill)?;
        let mut record = kept.unwrap_or_else(|| blank(&claim.skill));
        record.claimed = Some(claim.level);
        writer.put_skill_record(&record)?;
    }
    Ok(())
}

pub(crate) fn blank(skill: &SkillId) -> SkillRecord {
    SkillRecord { skill: skill.clone(), claimed: None, note: String::new(), hidden: false, required: None }
}

/// `start.begin`: target, claimed levels and hours in one step that one undo takes back.
pub(crate) fn begin(call: &Call<'_>, params: BeginParams) -> Result<ReadinessView, AppError> {
    let snapshot = call.snapshot()?;
    let target = TargetRecord {
        rung: params.rung,
        stack: params.stack,
        choices: Default::default(),
        ready_by: params.ready_by,
    };
    check(&snapshot.pack, &target, snapshot.today)?;
    input::list("levels", &params.levels)?;
    for claim in &params.levels {
        snapshot.known_skill(&claim.skill)?;
    }
    let mut settings: PlanSettings = snapshot.settings.clone();
    let spread = params.weekly_hours.map(spread_week).transpose()?;
    if let Some(minutes) = params.weekly_minutes.or(spread) {
        check_week(&minutes)?;
        settings.weekly_minutes = minutes;
    }
    settings.started_on = settings.started_on.or(Some(snapshot.today));
    call.write("start.begin", names(&snapshot.pack, &target), |writer| {
        if params.first && writer.target()?.is_some() {
            return Err(AppError::new("init.done"));
        }
        writer.set_target(&target)?;
        writer.set_plan_settings(&settings)?;
        claim(writer, &params.levels)
    })?;
    Ok(readiness_view(&call.snapshot()?))
}

/// Names of prerequisites, for sentences.
pub(crate) fn prerequisite_names(
    snapshot: &Snapshot,
    prerequisites: &[Prerequisite],
) -> Vec<(SkillId, Text, Level)> {
    prerequisites.iter().map(|p| (p.skill.clone(), snapshot.skill_name(&p.skill), p.level)).collect()
}

#[cfg(test)]
mod tests {
    use super::spread_week;

    #[test]
    fn ten_hours_are_four_evenings_a_longer_saturday_and_a_free_wednesday() {
        assert_eq!(spread_week(10.0).unwrap(), [90, 90, 0, 90, 90, 180, 60]);
    }

    #[test]
    fn hours_are_kept_to_the_minute_and_no_day_is_longer_than_a_day() {
        for hours in [0.5, 1.0, 6.0, 7.75, 33.3, 40.0, 41.0, 100.0] {
            let week = spread_week(hours).unwrap();
            assert_eq!(week.iter().sum::<u32>(), (hours * 60.0).round() as u32, "{hours}");
            assert!(week.iter().all(|day| *day <= 1440), "{hours}");
        }
    }

    #[test]
    fn hours_that_no_week_has_are_refused() {
        for hours in [0.0, -3.0, 0.4, 101.0, f64::NAN, f64::INFINITY] {
            assert_eq!(spread_week(hours).unwrap_err().code, "input.hours");
        }
    }
}
