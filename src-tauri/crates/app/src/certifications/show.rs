//! The person's certifications as they are shown: where each stands, its preparation, its exam, its renewal.

use super::catalogue::{CatalogueRow, SupportView, catalogue, is_unverified, supports_of};
use crate::app::Call;
use crate::commands::Nothing;
use crate::error::AppError;
use crate::forecast::{QuantilesView, reckon};
use crate::plan::{Planned, planned, title_of_key};
use crate::settings::IdParams;
use crate::skills::{SkillRow, rows};
use crate::snapshot::Snapshot;
use groundwork_domain::certification::{
    Fact, MoveBy, MoveUntil, RenewalPlan, Retry, SpentItem, SpentYear, by_year, exam_moment,
    last_moment_to_move, needs, renewal, retry, spending,
};
use groundwork_domain::forecast::Forecast;
use groundwork_domain::person::{AttachmentRecord, CertificationRecord, CertificationStage};
use groundwork_domain::plan::ItemWhat;
use groundwork_domain::role::{Certification, Price, RenewalKind};
use groundwork_domain::{CertificationId, Date, RecordId, Text};
use jiff::Timestamp;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use ts_rs::TS;

/// A certification of the person's with what is known of it.
#[derive(Debug, Clone, Serialize, TS)]
pub struct CertificationView {
    /// The record.
    pub record: CertificationRecord,
    /// Its name.
    pub name: String,
    /// Its provider.
    pub provider: String,
    /// Where it stands today: `expiring` and `expired` follow from the date.
    pub stage: CertificationStage,
    /// Days until the exam; negative when past.
    #[ts(type = "number | null")]
    pub days_to_exam: Option<i64>,
    /// The moment of the exam, RFC 3339 in UTC, where its time and zone are known.
    #[ts(type = "string | null")]
    pub exam_moment: Option<Timestamp>,
    /// Days until it expires; negative when past.
    #[ts(type = "number | null")]
    pub days_to_expiry: Option<i64>,
    /// The catalogue's facts, with the person's corrections.
    pub known: Option<Certification>,
    /// Skills that it speaks for.
    pub supports: Vec<SupportView>,
    /// Its files.
    pub attachments: Vec<AttachmentRecord>,
    /// Its preparation in the plan; none unless it is planned or booked, and where no plan can be made.
    pub preparation: Option<PreparationView>,
    /// Until when the booked exam can be moved.
    pub move_by: Option<MoveView>,
    /// When it may be tried again after a failure.
    pub retry: Option<RetryView>,
    /// How it is kept up, once it was passed.
    pub renewal: Option<RenewalView>,
    /// What is needed first.
    pub needs: Vec<NeedView>,
    /// What may be done next.
    pub next: Vec<CertificationVerb>,
}

/// What may be done with a certification of the person's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum CertificationVerb {
    /// Plan its preparation.
    Plan,
    /// Book its exam.
    Book,
    /// Move its exam to another day.
    Move,
    /// Say that it was passed.
    Pass,
    /// Say that it was not.
    Fail,
    /// Say when it was issued and when it ends.
    Hold,
    /// Say that it was renewed.
    Renew,
}

/// What prepares an exam.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PreparationView {
    /// Minutes that are left, of everything that must be done before the exam.
    pub minutes_left: u32,
    /// Minutes of it that were logged.
    pub logged: u32,
    /// When it is done, by the plan; none when nothing is left.
    pub ends: Option<Date>,
    /// The day before the exam, or the day they want to have prepared it by.
    pub due: Option<Date>,
    /// Available minutes by which it is late.
    pub late_minutes: u32,
    /// Chance to be ready before the exam, 0 to 1; none without a date.
    pub chance: Option<f64>,
    /// When it will be done.
    pub quantiles: Option<QuantilesView>,
    /// What is to be done, in the order of the plan.
    pub items: Vec<PreparationItem>,
}

/// An item of the plan that comes before an exam.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PreparationItem {
    /// Key of the item.
    pub key: String,
    /// Its title.
    pub title: Text,
    /// What it is.
    pub what: ItemWhat,
    /// Minutes that are left.
    pub minutes_left: u32,
    /// Day of its last session.
    pub finishes: Option<Date>,
}

/// Until when a booked exam can be moved.
#[derive(Debug, Clone, Serialize, TS)]
pub struct MoveView {
    /// Until when, and how that is known.
    pub by: MoveBy,
    /// Whether that is past.
    pub over: bool,
    /// Whether nobody could check the catalogue's rule.
    pub unverified: bool,
}

/// When a failed exam may be tried again.
#[derive(Debug, Clone, Serialize, TS)]
pub struct RetryView {
    /// From when on, and how that is known.
    pub retry: Retry,
    /// Whether that day is still ahead.
    pub waits: bool,
    /// Whether nobody could check the catalogue's rule.
    pub unverified: bool,
    /// What to know about it.
    pub note: Option<Text>,
}

/// How a certification is kept up.
#[derive(Debug, Clone, Serialize, TS)]
pub struct RenewalView {
    /// The renewal.
    pub plan: RenewalPlan,
    /// Whether nobody could check the catalogue's rule.
    pub unverified: bool,
    /// What to know about it.
    pub note: Option<Text>,
    /// What keeping it costs.
    pub fee: Option<Price>,
    /// What the exam costs, where it is taken again.
    pub price: Option<Price>,
    /// Higher certifications that renew it too.
    pub by: Vec<NeedView>,
    /// Key of its item in the plan, where it has one.
    pub item: Option<String>,
    /// What lapses if nothing is done.
    pub lapses: Vec<Lapse>,
}

/// What lapses with a certification.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Lapse {
    /// The certificate itself.
    Certificate {
        /// Its last day.
        on: Option<Date>,
    },
    /// Credits that were collected for it.
    Credits {
        /// How many.
        credits: f64,
    },
    /// The way without the whole exam: after that it must be taken from the start.
    ExamAgain {
        /// What it costs.
        price: Option<Price>,
    },
    /// Another certification that needs it.
    NeededBy {
        /// Its id.
        certification: CertificationId,
        /// Its name.
        name: String,
    },
}

/// A certification that another one needs, or that renews it.
#[derive(Debug, Clone, Serialize, TS)]
pub struct NeedView {
    /// The catalogue's.
    pub certification: CertificationId,
    /// Its name.
    pub name: String,
    /// Whether the person holds it today.
    pub held: bool,
    /// Id of their record of it.
    pub mine: Option<RecordId>,
    /// Where that stands.
    pub stage: Option<CertificationStage>,
}

/// Certifications: the person's and the catalogue.
#[derive(Debug, Clone, Serialize, TS)]
pub struct CertificationsView {
    /// The person's, nearest date first.
    pub mine: Vec<CertificationView>,
    /// The catalogue.
    pub catalogue: Vec<CatalogueRow>,
    /// What was spent and what is ahead, by year and currency: never added across currencies.
    pub years: Vec<SpentYear>,
    /// Each amount.
    pub spent: Vec<SpentItem>,
}

/// What views of certifications are made from.
struct Ground<'a> {
    snapshot: &'a Snapshot,
    rows: &'a BTreeMap<&'a str, &'a SkillRow>,
    plan: Option<&'a (Planned, Forecast)>,
    now: Timestamp,
}

/// `certifications.list`: the person's certifications and the catalogue.
pub(crate) fn list(call: &Call<'_>, _: Nothing) -> Result<CertificationsView, AppError> {
    let snapshot = call.snapshot()?;
    let all = snapshot.certifications.iter().map(|record| (record, snapshot.known(record)));
    let spent = spending(all, snapshot.today);
    Ok(CertificationsView {
        catalogue: catalogue(call, &snapshot)?,
        mine: views(call, &snapshot, |_| true),
        years: by_year(&spent),
        spent,
    })
}

/// `certifications.show`: one certification of the person's.
pub(crate) fn show(call: &Call<'_>, params: IdParams) -> Result<CertificationView, AppError> {
    shown(call, &params.id)
}

pub(super) fn shown(call: &Call<'_>, id: &RecordId) -> Result<CertificationView, AppError> {
    let snapshot = call.snapshot()?;
    super::save::find(&snapshot, id)?;
    let found = views(call, &snapshot, |record| record.id == *id).pop();
    found.ok_or_else(|| AppError::with("record.unknown", [("id", id.to_string())]))
}

fn views(
    call: &Call<'_>,
    snapshot: &Snapshot,
    wanted: impl Fn(&CertificationRecord) -> bool,
) -> Vec<CertificationView> {
    let skills = rows(snapshot);
    let rows = skills.iter().map(|row| (row.skill.as_str(), row)).collect();
    let chosen: Vec<&CertificationRecord> =
        snapshot.certifications.iter().filter(|record| wanted(record)).collect();
    let needs_plan = |record: &&CertificationRecord| record.stage.is_prepared() || record.stage.is_passed();
    // A plan that cannot be made must not hide what the person holds.
    let plan = if chosen.iter().any(needs_plan) { planned(snapshot).ok() } else { None };
    let plan = plan.map(|plan| {
        let forecast = reckon(snapshot, &plan);
        (plan, forecast)
    });
    let ground = Ground { snapshot, rows: &rows, plan: plan.as_ref(), now: call.app.clock.moment() };
    sorted(chosen.into_iter().map(|record| view(&ground, record)).collect())
}

/// The person's certifications, what is ahead first, nearest date first; without what the plan knows of them.
pub(crate) fn mine(snapshot: &Snapshot) -> Vec<CertificationView> {
    let ground = Ground { snapshot, rows: &BTreeMap::new(), plan: None, now: Timestamp::UNIX_EPOCH };
    sorted(snapshot.certifications.iter().map(|record| view(&ground, record)).collect())
}

fn sorted(mut views: Vec<CertificationView>) -> Vec<CertificationView> {
    let date =
        |view: &CertificationView| view.record.exam_on.or(view.record.wanted_by).or(view.record.expires);
    views.sort_by(|a, b| {
        let order = |view: &CertificationView| {
            let day = if view.stage.is_passed() { view.record.expires } else { date(view) };
            (view.stage.is_passed(), day.is_none(), day)
        };
        order(a).cmp(&order(b)).then_with(|| a.name.cmp(&b.name))
    });
    views
}

fn view(ground: &Ground<'_>, record: &CertificationRecord) -> CertificationView {
    let snapshot = ground.snapshot;
    let known = snapshot.known(record);
    let days = |day: Option<Date>| day.map(|day| snapshot.today.days_until(day));
    let stage = record.stage.on(snapshot.today, record.expires);
    let (supports, performance_based) = snapshot.supports(record);
    let moment = || {
        let (on, at) = (record.exam_on?, record.exam_at.as_deref()?);
        exam_moment(on, at, record.exam_zone.as_deref()?)
    };
    let plan = ground.plan.filter(|_| record.stage.is_prepared());
    CertificationView {
        name: snapshot.certification_name(record),
        provider: known.map_or_else(|| record.provider.clone(), |known| known.provider.clone()),
        stage,
        days_to_exam: days(record.exam_on),
        exam_moment: moment(),
        days_to_expiry: days(record.expires),
        supports: supports_of(snapshot, supports, performance_based, ground.rows),
        attachments: snapshot.attachments.iter().filter(|file| file.owner_id == record.id).cloned().collect(),
        preparation: plan.and_then(|(plan, forecast)| preparation_of(snapshot, plan, forecast, &record.id)),
        move_by: move_view(ground, record, known),
        retry: retry_view(snapshot, record, known),
        renewal: renewal_view(ground, record, known),
        needs: need_views(snapshot, record),
        next: next(record, known, stage),
        known: known.cloned(),
        record: record.clone(),
    }
}

/// What may be done next, the usual step first.
fn next(
    record: &CertificationRecord,
    known: Option<&Certification>,
    stage: CertificationStage,
) -> Vec<CertificationVerb> {
    use CertificationStage as Stage;
    use CertificationVerb::{Book, Fail, Hold, Move, Pass, Plan, Renew};
    match stage {
        Stage::Wished => vec![Plan, Book, Hold],
        Stage::Planned => vec![Book, Pass, Hold],
        Stage::Booked => vec![Pass, Fail, Move],
        Stage::Failed => vec![Plan, Book],
        Stage::Passed => vec![Hold],
        Stage::Held | Stage::Renewed | Stage::Expiring | Stage::Expired => {
            let rule = known.and_then(|known| known.renewal.as_ref()).map(|rule| rule.kind);
            match (record.expires, rule) {
                (_, Some(RenewalKind::None)) => Vec::new(),
                (Some(_), Some(RenewalKind::Retired)) => Vec::new(),
                (Some(_), _) => vec![Renew],
                (None, _) => vec![Hold],
            }
        }
    }
}

/// The preparation of an exam, with its chance.
pub(crate) fn preparation_of(
    snapshot: &Snapshot,
    plan: &Planned,
    forecast: &Forecast,
    record: &RecordId,
) -> Option<PreparationView> {
    let mut view = preparation(snapshot, plan, record)?;
    if let Some(last) = last_item(plan, record) {
        view.chance = forecast.items[last].chance;
        view.quantiles = Some(forecast.items[last].quantiles.into());
    } else if view.due.is_some() {
        // Everything is done.
        view.chance = Some(1.0);
    }
    Some(view)
}

/// The item with which the preparation of an exam ends: its mock exams, or what is left of it.
pub(crate) fn last_item(plan: &Planned, record: &RecordId) -> Option<usize> {
    let of_exam = |index: &usize| {
        let what = &plan.sources[*index].what;
        what.is_for_exam() && what.certification() == Some(record)
    };
    let ends = |index: &usize| plan.schedule.items[*index].finishes;
    (0..plan.sources.len()).filter(of_exam).max_by_key(|index| (ends(index), *index))
}

/// The preparation of an exam by the plan alone.
pub(super) fn preparation(snapshot: &Snapshot, plan: &Planned, record: &RecordId) -> Option<PreparationView> {
    let exam = snapshot.certifications.iter().find(|it| it.id == *record)?;
    let due = match exam.stage {
        CertificationStage::Booked => exam.exam_on.map(|day| day.plus_days(-1)),
        _ => exam.wanted_by,
    };
    let Some(last) = last_item(plan, record) else {
        return Some(PreparationView {
            minutes_left: 0,
            logged: 0,
            ends: None,
            due,
            late_minutes: 0,
            chance: None,
            quantiles: None,
            items: Vec::new(),
        });
    };
    let mut wanted: Vec<usize> = before(plan, last).into_iter().collect();
    let sessions = &plan.schedule.sessions;
    let end = |index: &usize| {
        let key = plan.problem.items[*index].id.as_str();
        sessions.iter().rposition(|session| session.item == key)
    };
    wanted.sort_by_key(|index| (end(index), *index));
    let item = |index: &usize| {
        let (source, item) = (&plan.sources[*index], &plan.problem.items[*index]);
        PreparationItem {
            title: title_of_key(snapshot, &source.key),
            key: source.key.clone(),
            what: source.what.clone(),
            minutes_left: item.minutes,
            finishes: plan.schedule.items[*index].finishes,
        }
    };
    Some(PreparationView {
        minutes_left: wanted.iter().map(|index| plan.problem.items[*index].minutes).sum(),
        logged: wanted.iter().map(|index| plan.sources[*index].logged.0).sum(),
        ends: plan.schedule.items[last].finishes,
        due: plan.problem.items[last].due.or(due),
        late_minutes: plan.schedule.items[last].late_minutes,
        chance: None,
        quantiles: None,
        items: wanted.iter().map(item).collect(),
    })
}

/// An item and everything that comes before it.
fn before(plan: &Planned, last: usize) -> BTreeSet<usize> {
    let at: BTreeMap<&str, usize> =
        plan.problem.items.iter().enumerate().map(|(index, item)| (item.id.as_str(), index)).collect();
    let mut found = BTreeSet::new();
    let mut next = vec![last];
    while let Some(index) = next.pop() {
        if found.insert(index) {
            let after = &plan.problem.items[index].after;
            next.extend(after.iter().filter_map(|key| at.get(key.as_str())));
        }
    }
    found
}

fn move_view(
    ground: &Ground<'_>,
    record: &CertificationRecord,
    known: Option<&Certification>,
) -> Option<MoveView> {
    let by = last_moment_to_move(record, known)?;
    let over = match by.until {
        MoveUntil::Day { on } => on < ground.snapshot.today,
        MoveUntil::Moment { at } => at < ground.now,
    };
    Some(MoveView {
        over,
        unverified: !by.own && known.is_some_and(|it| is_unverified(it, Fact::RescheduleHours)),
        by,
    })
}

fn retry_view(
    snapshot: &Snapshot,
    record: &CertificationRecord,
    known: Option<&Certification>,
) -> Option<RetryView> {
    let retry = retry(record, known).filter(|_| !record.stage.is_passed())?;
    Some(RetryView {
        waits: retry.from > snapshot.today,
        unverified: !retry.own && known.is_some_and(|it| is_unverified(it, Fact::RetakeDays)),
        note: known.and_then(|known| known.retake.as_ref()).and_then(|retake| retake.note.clone()),
        retry,
    })
}

fn renewal_view(
    ground: &Ground<'_>,
    record: &CertificationRecord,
    known: Option<&Certification>,
) -> Option<RenewalView> {
    let snapshot = ground.snapshot;
    let plan = renewal(record, known, snapshot.today)?;
    let rule = known.and_then(|known| known.renewal.as_ref());
    let price = known.and_then(|known| known.price.clone());
    let key = groundwork_domain::plan::renewal_key(&record.id);
    let in_plan = |key: &String| {
        ground.plan.is_some_and(|(plan, _)| plan.sources.iter().any(|source| source.key == *key))
    };
    Some(RenewalView {
        unverified: known.is_some_and(|it| is_unverified(it, Fact::Renewal)),
        note: rule.and_then(|rule| rule.note.clone()),
        fee: rule.and_then(|rule| rule.fee.clone()),
        price: price.clone().filter(|_| plan.kind == Some(RenewalKind::Retake)),
        by: rule.iter().flat_map(|rule| &rule.by).map(|id| need_view(snapshot, id)).collect(),
        item: Some(key).filter(in_plan),
        lapses: lapses(snapshot, record, &plan, price),
        plan,
    })
}

/// What lapses if nothing is done. Evidence stays what it is: it was earned, and goes stale by its skill's half-life alone.
fn lapses(
    snapshot: &Snapshot,
    record: &CertificationRecord,
    plan: &RenewalPlan,
    price: Option<Price>,
) -> Vec<Lapse> {
    let Some(on) = plan.closes else { return Vec::new() };
    let mut all = vec![Lapse::Certificate { on: Some(on) }];
    if plan.credits > 0.0 {
        all.push(Lapse::Credits { credits: plan.credits });
    }
    if plan.kind.is_some_and(|kind| matches!(kind, RenewalKind::FreeAssessment | RenewalKind::CreditsAndFee))
    {
        all.push(Lapse::ExamAgain { price });
    }
    for other in &snapshot.pack.certifications {
        if record.certification.as_ref().is_some_and(|id| other.requires.contains(id)) {
            all.push(Lapse::NeededBy { certification: other.id.clone(), name: other.name.clone() });
        }
    }
    all
}

fn need_views(snapshot: &Snapshot, record: &CertificationRecord) -> Vec<NeedView> {
    let ids = record.certification.as_ref().map(|id| needs(&snapshot.pack, id)).unwrap_or_default();
    ids.iter().map(|id| need_view(snapshot, id)).collect()
}

fn need_view(snapshot: &Snapshot, id: &CertificationId) -> NeedView {
    let mine = snapshot.certifications.iter().rev().find(|r| r.certification.as_ref() == Some(id));
    let stage = mine.map(|record| record.stage.on(snapshot.today, record.expires));
    NeedView {
        name: snapshot.pack.certification(id).map_or_else(String::new, |known| known.name.clone()),
        held: stage.is_some_and(|stage| stage.is_passed() && stage != CertificationStage::Expired),
        mine: mine.map(|record| record.id.clone()),
        stage,
        certification: id.clone(),
    }
}
