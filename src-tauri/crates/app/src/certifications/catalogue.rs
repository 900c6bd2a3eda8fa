//! The catalogue against the target: what a certification would prove, what it needs, and how some compare.

use super::preparation::preparation;
use super::views::PreparationItem;
use crate::app::Call;
use crate::error::AppError;
use crate::plan::{exam_need, planned};
use crate::skills::{SkillRow, rows};
use crate::snapshot::Snapshot;
use groundwork_domain::certification::{Correction, Fact, needs};
use groundwork_domain::person::{CertificationRecord, CertificationStage, SkillLevel};
use groundwork_domain::readiness::Basis;
use groundwork_domain::role::Certification;
use groundwork_domain::{CertificationId, Date, Level, RecordId, Text};
use groundwork_store::new_record_id;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// The most that are compared at once.
const MOST_COMPARED: usize = 4;

/// A skill that a certification speaks for, held against the person and the target.
#[derive(Debug, Clone, Serialize, TS)]
pub struct SupportView {
    /// The skill and the level.
    pub level: SkillLevel,
    /// Name of the skill.
    pub name: Text,
    /// How far this kind of exam carries it: 2, or 3 where tasks are performed.
    pub carries: Level,
    /// The level that is proven now.
    pub proven: Level,
    /// The level that the target asks; none where it asks none.
    pub required: Option<Level>,
    /// Whether passing would raise the proven level.
    pub raises: bool,
}

/// A fact that the person corrected.
#[derive(Debug, Clone, Serialize, TS)]
pub struct CorrectionView {
    /// The person's fact.
    pub correction: Correction,
    /// Whether it still fits its fact; else the catalogue's stands.
    pub applies: bool,
}

/// A certification of the catalogue against the target.
#[derive(Debug, Clone, Serialize, TS)]
pub struct CatalogueRow {
    /// The facts, with the person's corrections.
    pub known: Certification,
    /// The facts as they were shipped, where the person corrected some.
    pub shipped: Option<Certification>,
    /// What the person corrected.
    pub corrections: Vec<CorrectionView>,
    /// Skills that it speaks for.
    pub supports: Vec<SupportView>,
    /// How many of them the target asks and passing would raise.
    pub would_help: u32,
    /// Id of the person's own record of it.
    pub mine: Option<RecordId>,
    /// Where that record stands today.
    pub stage: Option<CertificationStage>,
    /// What is needed first, and theirs, what comes first first.
    pub needs: Vec<CertificationId>,
    /// What needs this one.
    pub leads_to: Vec<CertificationId>,
}

/// Which certifications to compare.
#[derive(Debug, Clone, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct CompareParams {
    /// One to four of the catalogue.
    pub certifications: Vec<CertificationId>,
}

/// Some certifications side by side.
#[derive(Debug, Clone, Serialize, TS)]
pub struct CompareView {
    /// Proven readiness for the target now, 0 to 1; none without a target.
    pub ready_now: Option<f64>,
    /// One for each, in the order in which they were asked for.
    pub columns: Vec<CompareColumn>,
}

/// One of them.
#[derive(Debug, Clone, Serialize, TS)]
pub struct CompareColumn {
    /// Its row of the catalogue.
    pub row: CatalogueRow,
    /// Proven readiness after passing it, 0 to 1; none without a target.
    pub ready_after: Option<f64>,
    /// Hours of revision and mock exams: an estimate of ours, or the person's.
    pub exam_hours: u32,
    /// Hours of skills that it asks for and that the plan does not hold anyway.
    pub more_hours: u32,
    /// Hours of skills that it asks for and that the plan holds anyway.
    pub shared_hours: u32,
    /// When it would be prepared, were it planned now beside everything else; none where no plan can be made.
    pub prepared_on: Option<Date>,
    /// Certifications that are needed first and not held, with their names.
    pub missing: Vec<(CertificationId, String)>,
}

/// Skills that a certification speaks for, held against the person.
pub(super) fn supports_of(
    snapshot: &Snapshot,
    supports: Vec<SkillLevel>,
    performance_based: bool,
    rows: &BTreeMap<&str, &SkillRow>,
) -> Vec<SupportView> {
    let most = Level::new(if performance_based { 3 } else { 2 }).unwrap_or_default();
    let view = |level: SkillLevel| {
        let row = rows.get(level.skill.as_str());
        let carries = level.level.min(most);
        let proven = row.map(|row| row.proven).unwrap_or_default();
        SupportView {
            name: snapshot.skill_name(&level.skill),
            carries,
            proven,
            required: row.and_then(|row| row.required),
            raises: carries > proven,
            level,
        }
    };
    supports.into_iter().map(view).collect()
}

/// Every certification of the catalogue.
pub(super) fn catalogue(call: &Call<'_>, snapshot: &Snapshot) -> Result<Vec<CatalogueRow>, AppError> {
    let shipped = call.app.pack()?;
    let skills = rows(snapshot);
    let by_id: BTreeMap<&str, &SkillRow> = skills.iter().map(|row| (row.skill.as_str(), row)).collect();
    let row = |known: &Certification| {
        let level = |s: &groundwork_domain::role::Supports| SkillLevel {
            skill: s.skill.clone(),
            level: s.level,
            why: String::new(),
        };
        let supports: Vec<SkillLevel> = known.supports.iter().map(level).collect();
        let supports = supports_of(snapshot, supports, known.performance_based, &by_id);
        let helps = |it: &&SupportView| it.raises && it.required.is_some_and(|asked| it.proven < asked);
        let mine = snapshot.certifications.iter().rev().find(|r| r.certification.as_ref() == Some(&known.id));
        let corrections: Vec<CorrectionView> = snapshot
            .corrections
            .iter()
            .filter(|it| it.certification == known.id)
            .map(|it| CorrectionView {
                applies: it.apply(&mut known.clone()).is_ok(),
                correction: it.clone(),
            })
            .collect();
        CatalogueRow {
            would_help: supports.iter().filter(helps).count() as u32,
            mine: mine.map(|record| record.id.clone()),
            stage: mine.map(|record| record.stage.on(snapshot.today, record.expires)),
            needs: needs(&snapshot.pack, &known.id),
            leads_to: snapshot
                .pack
                .certifications
                .iter()
                .filter(|other| other.requires.contains(&known.id))
                .map(|other| other.id.clone())
                .collect(),
            shipped: shipped.certification(&known.id).filter(|_| !corrections.is_empty()).cloned(),
            corrections,
            supports,
            known: known.clone(),
        }
    };
    Ok(snapshot.pack.certifications.iter().map(row).collect())
}

/// `certifications.compare`: certifications of the catalogue side by side, against the target.
pub(crate) fn compare(call: &Call<'_>, params: CompareParams) -> Result<CompareView, AppError> {
    if params.certifications.is_empty() || params.certifications.len() > MOST_COMPARED {
        let args = [("most", MOST_COMPARED.to_string())];
        return Err(AppError::with("certification.compare_count", args));
    }
    let snapshot = call.snapshot()?;
    let all = catalogue(call, &snapshot)?;
    let plan = planned(&snapshot).ok();
    let kept: Vec<&str> =
        plan.iter().flat_map(|plan| &plan.sources).map(|source| source.key.as_str()).collect();
    let mut columns = Vec::new();
    for id in &params.certifications {
        let row = all.iter().find(|row| row.known.id == *id);
        let row =
            row.ok_or_else(|| AppError::with("certification.unknown", [("certification", id.to_string())]))?;
        columns.push(column(&snapshot, row.clone(), &kept));
    }
    Ok(CompareView { ready_now: ready(&snapshot), columns })
}

fn ready(snapshot: &Snapshot) -> Option<f64> {
    snapshot.target.as_ref().map(|_| snapshot.readiness(Basis::Proven).ratio)
}

fn column(snapshot: &Snapshot, row: CatalogueRow, kept: &[&str]) -> CompareColumn {
    let id = row.known.id.clone();
    let record = CertificationRecord {
        stage: CertificationStage::Planned,
        ..CertificationRecord::wished(new_record_id(), Some(id.clone()))
    };
    let passed = CertificationRecord {
        stage: CertificationStage::Held,
        issued: Some(snapshot.today),
        ..record.clone()
    };
    let already = snapshot.certifications.iter().find(|r| r.certification.as_ref() == Some(&id));
    let with = |one: CertificationRecord| {
        let mut trial = snapshot.clone();
        trial.certifications.retain(|r| Some(&r.id) != already.map(|it| &it.id));
        trial.certifications.push(one);
        trial
    };
    let after = with(passed).weighed();
    let trial = with(record.clone());
    let plan = planned(&trial).ok();
    let preparation = plan.as_ref().map(|plan| preparation(&trial, plan, &record.id));
    let skills =
        preparation.iter().flatten().flat_map(|it| &it.items).filter(|it| it.key.starts_with("skill:"));
    let (shared, more): (Vec<_>, Vec<_>) = skills.partition(|it| kept.contains(&it.key.as_str()));
    let hours =
        |items: Vec<&PreparationItem>| items.iter().map(|it| it.minutes_left).sum::<u32>().div_ceil(60);
    let held = |id: &CertificationId| {
        let mine = snapshot.certifications.iter().filter(|r| r.certification.as_ref() == Some(id));
        let mut stages = mine.map(|r| r.stage.on(snapshot.today, r.expires));
        stages.any(|stage| stage.is_passed() && stage != CertificationStage::Expired)
    };
    let name = |id: &CertificationId| {
        snapshot.pack.certification(id).map_or_else(String::new, |known| known.name.clone())
    };
    CompareColumn {
        ready_after: ready(&after),
        exam_hours: exam_need(&trial, &record).hours,
        more_hours: hours(more),
        shared_hours: hours(shared),
        prepared_on: preparation.flatten().and_then(|it| it.ends),
        missing: row.needs.iter().filter(|id| !held(id)).map(|id| (id.clone(), name(id))).collect(),
        row,
    }
}

/// Whether a fact is marked as unverified in the catalogue.
pub(super) fn is_unverified(known: &Certification, fact: Fact) -> bool {
    known.unverified.iter().any(|name| name == "all" || name == fact.mark())
}
