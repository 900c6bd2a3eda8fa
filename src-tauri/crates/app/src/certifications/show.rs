//! The person's certifications as they are shown: where each stands, its preparation, its exam, its renewal.

use super::catalogue::{catalogue, is_unverified, supports_of};
use super::preparation::preparation_of;
use super::views::{
    CertificationVerb, CertificationView, CertificationsView, Lapse, MoveView, NeedView, RenewalView,
    RetryView,
};
use crate::app::Call;
use crate::commands::Nothing;
use crate::error::AppError;
use crate::forecast::reckon;
use crate::plan::{Planned, planned};
use crate::settings::IdParams;
use crate::skills::{SkillRow, rows};
use crate::snapshot::Snapshot;
use groundwork_domain::certification::{
    Fact, MoveUntil, RenewalPlan, by_year, last_moment_to_move, moment_of, needs, renewal, retry, spending,
};
use groundwork_domain::forecast::Forecast;
use groundwork_domain::person::{CertificationRecord, CertificationStage};
use groundwork_domain::role::{Certification, Price, RenewalKind};
use groundwork_domain::{CertificationId, Date, RecordId};
use jiff::Timestamp;
use std::collections::BTreeMap;

/// What views of certifications are made from.
struct Ground<'a> {
    snapshot: &'a Snapshot,
    rows: &'a BTreeMap<&'a str, &'a SkillRow>,
    plan: Option<&'a Planned>,
    forecast: Option<&'a Forecast>,
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
    // Only a preparation asks for its chance.
    let asks = chosen.iter().any(|record| record.stage.is_prepared());
    let forecast = plan.as_ref().filter(|_| asks).map(|plan| reckon(snapshot, plan));
    let (plan, forecast) = (plan.as_ref(), forecast.as_ref());
    let ground = Ground { snapshot, rows: &rows, plan, forecast, now: call.app.clock.moment() };
    sorted(chosen.into_iter().map(|record| view(&ground, record)).collect())
}

/// The person's certifications, what is ahead first, nearest date first; without what the plan knows of them.
pub(crate) fn mine(snapshot: &Snapshot) -> Vec<CertificationView> {
    let ground =
        Ground { snapshot, rows: &BTreeMap::new(), plan: None, forecast: None, now: Timestamp::UNIX_EPOCH };
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
    let plan = ground.plan.zip(ground.forecast).filter(|_| record.stage.is_prepared());
    CertificationView {
        name: snapshot.certification_name(record),
        provider: known.map_or_else(|| record.provider.clone(), |known| known.provider.clone()),
        stage,
        days_to_exam: days(record.exam_on),
        exam_moment: moment_of(record),
        days_to_expiry: days(record.expires),
        supports: supports_of(snapshot, supports, performance_based, ground.rows),
        attachments: snapshot.files_of(&record.id),
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
    let in_plan =
        |key: &String| ground.plan.is_some_and(|plan| plan.sources.iter().any(|source| source.key == *key));
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
