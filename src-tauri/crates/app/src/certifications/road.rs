//! The road of a certification, step by step: planned, booked, passed or failed, held, renewed.

use super::save::{consistent, find, put, put_with, unchanged};
use super::show::shown;
use super::views::CertificationView;
use crate::app::Call;
use crate::error::AppError;
use crate::input;
use crate::snapshot::Snapshot;
use groundwork_domain::certification::needs;
use groundwork_domain::person::{
    Attempt, CertificationRecord, CertificationStage as Stage, Cost, CostKind, PlanItemRecord, Term,
};
use groundwork_domain::plan::{exam_key, mock_key, renewal_key, whole_key};
use groundwork_domain::role::CertificationStatus;
use groundwork_domain::{CertificationId, Date, RecordId};
use groundwork_store::{Writer, new_record_id};
use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::json;
use ts_rs::TS;

/// A certification to prepare.
#[derive(Debug, Clone, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct PlanExamParams {
    /// The person's record; a new one where absent.
    #[serde(default)]
    pub id: Option<RecordId>,
    /// The catalogue's, for a new record.
    #[serde(default)]
    pub certification: Option<CertificationId>,
    /// The day they want to have prepared it by.
    #[serde(default)]
    pub wanted_by: Option<Date>,
    /// Whether what is needed first, and not held, is planned too.
    #[serde(default)]
    pub with_needed: bool,
}

/// An exam's date.
#[derive(Debug, Clone, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct BookParams {
    /// The record.
    pub id: RecordId,
    /// Day of the exam.
    pub exam_on: Date,
    /// Time of the exam, `HH:MM`.
    #[serde(default)]
    pub exam_at: Option<String>,
    /// IANA time zone of the exam.
    #[serde(default)]
    pub exam_zone: Option<String>,
    /// Where: an address, or `online`.
    #[serde(default)]
    pub place: String,
    /// What it costs.
    #[serde(default)]
    pub cost: Option<f64>,
    /// ISO 4217 code of the cost.
    #[serde(default)]
    pub currency: Option<String>,
    /// The last day on which it can be moved, where they know better than the catalogue.
    #[serde(default)]
    pub reschedule_by: Option<Date>,
}

/// How an exam went.
#[derive(Debug, Clone, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct ResultParams {
    /// The record.
    pub id: RecordId,
    /// Whether it was passed.
    pub passed: bool,
    /// The day; that of the booking where absent, else today.
    #[serde(default)]
    pub on: Option<Date>,
    /// The score, as reported.
    #[serde(default)]
    pub score: String,
    /// After a failure, what was hard.
    #[serde(default)]
    pub note: String,
    /// After a failure, the day from which it may be tried again, where they know better than the catalogue.
    #[serde(default)]
    pub retry_from: Option<Date>,
}

/// A certificate that was issued.
#[derive(Debug, Clone, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct HoldParams {
    /// The record.
    pub id: RecordId,
    /// Day of issue.
    pub issued: Date,
    /// Day of expiry; none where it does not expire.
    #[serde(default)]
    pub expires: Option<Date>,
    /// The credential's id.
    #[serde(default)]
    pub credential_id: String,
    /// Where it can be checked.
    #[serde(default)]
    pub url: String,
}

/// A renewal.
#[derive(Debug, Clone, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct RenewParams {
    /// The record.
    pub id: RecordId,
    /// The day on which it was renewed.
    pub on: Date,
    /// Until when it holds now; none where it no longer expires.
    #[serde(default)]
    pub expires: Option<Date>,
    /// What it cost.
    #[serde(default)]
    pub cost: Option<f64>,
    /// ISO 4217 code of the cost.
    #[serde(default)]
    pub currency: Option<String>,
}

/// Whether a certification is kept up.
#[derive(Debug, Clone, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct KeepUpParams {
    /// The record.
    pub id: RecordId,
    /// Whether they mean to keep it up when its renewal opens.
    pub keep_up: bool,
}

fn refused(snapshot: &Snapshot, record: &CertificationRecord, code: &'static str) -> AppError {
    AppError::with(code, [("name", snapshot.certification_name(record))])
}

/// `certifications.plan`: puts the preparation of an exam into the plan, and that of what it needs first.
pub(crate) fn plan(call: &Call<'_>, params: PlanExamParams) -> Result<CertificationView, AppError> {
    let snapshot = call.snapshot()?;
    let former = match (&params.id, &params.certification) {
        (Some(id), _) => find(&snapshot, id)?.clone(),
        (None, Some(certification)) => open_record(&snapshot, certification)?,
        (None, None) => return Err(AppError::with("input.empty", [("field", "certification".into())])),
    };
    if !matches!(former.stage, Stage::Wished | Stage::Planned | Stage::Booked | Stage::Failed) {
        return Err(refused(&snapshot, &former, "certification.passed_already"));
    }
    can_be_taken(&snapshot, &former)?;
    let booked = former.stage == Stage::Booked;
    let record = CertificationRecord {
        stage: if booked { Stage::Booked } else { Stage::Planned },
        wanted_by: params.wanted_by.or(former.wanted_by),
        ..former
    };
    consistent(&snapshot, &record)?;
    let first = if params.with_needed { missing(&snapshot, &record) } else { Vec::new() };
    let args = json!({ "name": snapshot.certification_name(&record) });
    call.write("certifications.plan", args, |writer| {
        unchanged(writer, &snapshot, &record.id)?;
        for one in first.iter().chain([&record]) {
            writer.put_certification(one)?;
        }
        Ok(())
    })?;
    shown(call, &record.id)
}

/// The person's record of a certification that is not passed yet, or a new one.
fn open_record(snapshot: &Snapshot, id: &CertificationId) -> Result<CertificationRecord, AppError> {
    if snapshot.pack.certification(id).is_none() {
        return Err(AppError::with("certification.unknown", [("certification", id.to_string())]));
    }
    let mine = snapshot.certifications.iter().find(|it| it.certification.as_ref() == Some(id));
    let held = |it: &CertificationRecord| it.stage.on(snapshot.today, it.expires) != Stage::Expired;
    match mine {
        Some(mine) if mine.stage.is_passed() && held(mine) => {
            Err(refused(snapshot, mine, "certification.passed_already"))
        }
        Some(mine) if !mine.stage.is_passed() => Ok(mine.clone()),
        _ => Ok(CertificationRecord::wished(new_record_id(), Some(id.clone()))),
    }
}

/// An exam that is over for good cannot be prepared.
fn can_be_taken(snapshot: &Snapshot, record: &CertificationRecord) -> Result<(), AppError> {
    let Some(known) = snapshot.known(record) else { return Ok(()) };
    let gone = known.status == CertificationStatus::Historic
        || (known.status == CertificationStatus::Retired
            && known.retired_on.is_none_or(|day| day <= snapshot.today));
    if !gone {
        return Ok(());
    }
    let next = known.replaced_by.as_ref().and_then(|id| snapshot.pack.certification(id));
    match next {
        Some(next) => Err(AppError::with(
            "certification.replaced",
            [("name", known.name.clone()), ("next", next.name.clone())],
        )),
        None => Err(refused(snapshot, record, "certification.retired")),
    }
}

/// What an exam needs first and the person does not hold: planned.
fn missing(snapshot: &Snapshot, record: &CertificationRecord) -> Vec<CertificationRecord> {
    let first = record.certification.as_ref().map(|id| needs(&snapshot.pack, id)).unwrap_or_default();
    let open = |id: &CertificationId| {
        let found = open_record(snapshot, id).ok()?;
        can_be_taken(snapshot, &found).ok()?;
        matches!(found.stage, Stage::Wished | Stage::Failed)
            .then_some(CertificationRecord { stage: Stage::Planned, ..found })
    };
    first.iter().filter_map(open).collect()
}

/// `certifications.book`: gives the exam its date, or another one: a hard due date for its preparation.
pub(crate) fn book(call: &Call<'_>, params: BookParams) -> Result<CertificationView, AppError> {
    let snapshot = call.snapshot()?;
    let former = find(&snapshot, &params.id)?;
    if former.stage.is_passed() {
        return Err(refused(&snapshot, former, "certification.passed_already"));
    }
    if params.exam_on < snapshot.today {
        let args = [("date", params.exam_on.to_string())];
        return Err(AppError::with("certification.exam_in_past", args));
    }
    if let Some(known) = snapshot.known(former)
        && let Some(day) = known.retired_on.filter(|day| *day < params.exam_on)
    {
        let args = [("name", known.name.clone()), ("date", day.to_string())];
        return Err(AppError::with("certification.retired_by_then", args));
    }
    let record = CertificationRecord {
        stage: Stage::Booked,
        exam_on: Some(params.exam_on),
        exam_at: params.exam_at.filter(|time| !time.is_empty()),
        exam_zone: params.exam_zone.filter(|zone| !zone.is_empty()),
        place: input::line("place", &params.place)?,
        cost: params.cost,
        currency: params.currency.filter(|code| !code.is_empty()),
        reschedule_by: params.reschedule_by,
        score: String::new(),
        ..former.clone()
    };
    consistent(&snapshot, &record)?;
    let moved = former.stage == Stage::Booked;
    let done = if moved { "certifications.move" } else { "certifications.book" };
    put(call, &snapshot, done, &record)
}

/// `certifications.result`: how the exam went. What was passed becomes evidence; a failed attempt is kept with its score and
/// cost, and the preparation goes on.
pub(crate) fn result(call: &Call<'_>, params: ResultParams) -> Result<CertificationView, AppError> {
    let snapshot = call.snapshot()?;
    let former = find(&snapshot, &params.id)?;
    if former.stage.is_passed() {
        return Err(refused(&snapshot, former, "certification.passed_already"));
    }
    let on = params.on.or(former.exam_on.filter(|day| *day <= snapshot.today)).unwrap_or(snapshot.today);
    if on > snapshot.today {
        return Err(AppError::with("certification.result_in_future", [("date", on.to_string())]));
    }
    let score = input::line("score", &params.score)?;
    let note = input::note("note", &params.note)?;
    let record = if params.passed {
        CertificationRecord {
            stage: Stage::Passed,
            exam_on: Some(on),
            score,
            reschedule_by: None,
            ..former.clone()
        }
    } else {
        failed(
            former,
            Attempt { on, score, cost: former.cost, currency: former.currency.clone(), note },
            params.retry_from,
        )
    };
    consistent(&snapshot, &record)?;
    if params.passed {
        return put(call, &snapshot, "certifications.pass", &record);
    }
    put_with(call, &snapshot, "certifications.fail", &record, |writer| {
        to_do_again(writer, &snapshot, &record.id)
    })
}

/// What was marked done before an attempt that failed is to be done again.
fn to_do_again(writer: &Writer<'_>, snapshot: &Snapshot, id: &RecordId) -> Result<(), AppError> {
    let keys = [exam_key(id), mock_key(id)];
    let done = snapshot.plan_items.values().filter(|item| item.done_on.is_some());
    for item in done.filter(|item| keys.iter().any(|key| *key == whole_key(&item.key).0)) {
        writer.put_plan_item(&PlanItemRecord { done_on: None, ..item.clone() })?;
    }
    Ok(())
}

/// A failed attempt goes to the attempts, with what it cost; the next one has no date yet.
fn failed(former: &CertificationRecord, attempt: Attempt, retry_from: Option<Date>) -> CertificationRecord {
    let mut attempts = former.attempts.clone();
    attempts.push(attempt);
    CertificationRecord {
        stage: Stage::Failed,
        attempt: u8::try_from(attempts.len() + 1).unwrap_or(u8::MAX),
        exam_on: None,
        exam_at: None,
        exam_zone: None,
        place: String::new(),
        cost: None,
        currency: None,
        reschedule_by: None,
        score: String::new(),
        retry_from,
        attempts,
        ..former.clone()
    }
}

/// `certifications.hold`: the certificate was issued.
pub(crate) fn hold(call: &Call<'_>, params: HoldParams) -> Result<CertificationView, AppError> {
    let snapshot = call.snapshot()?;
    let former = find(&snapshot, &params.id)?;
    let stage = if former.stage == Stage::Renewed { Stage::Renewed } else { Stage::Held };
    let record = CertificationRecord {
        stage,
        issued: Some(params.issued),
        expires: params.expires,
        credential_id: input::line("credential_id", &params.credential_id)?,
        url: input::address("url", &params.url)?,
        ..former.clone()
    };
    consistent(&snapshot, &record)?;
    put(call, &snapshot, "certifications.hold", &record)
}

/// `certifications.renew`: it was renewed; the former term is kept.
pub(crate) fn renew(call: &Call<'_>, params: RenewParams) -> Result<CertificationView, AppError> {
    let snapshot = call.snapshot()?;
    let former = find(&snapshot, &params.id)?;
    if !former.stage.is_passed() {
        return Err(refused(&snapshot, former, "certification.not_held"));
    }
    if params.on > snapshot.today {
        return Err(AppError::with("certification.result_in_future", [("date", params.on.to_string())]));
    }
    if former.issued.is_some_and(|issued| params.on < issued) {
        return Err(AppError::new("certification.renewed_before_issue"));
    }
    if let (Some(now), Some(before)) = (params.expires, former.expires)
        && now <= before
    {
        let args = [("date", before.to_string())];
        return Err(AppError::with("certification.renewed_not_longer", args));
    }
    let how = snapshot.known(former).and_then(|known| known.renewal.as_ref()).map(|rule| rule.kind);
    let mut record = CertificationRecord {
        stage: Stage::Renewed,
        issued: Some(params.on),
        expires: params.expires,
        ..former.clone()
    };
    let (issued, expires) = (former.issued, former.expires);
    record.periods.push(Term { issued, expires, renewed_on: params.on, how });
    super::save::amount("cost", params.cost, params.currency.as_ref())?;
    if let (Some(amount), Some(currency)) = (params.cost, params.currency) {
        let what = CostKind::Renewal;
        record.costs.push(Cost { on: params.on, what, amount, currency, note: String::new() });
    }
    consistent(&snapshot, &record)?;
    // The next renewal is another item: what was changed about this one goes with it.
    put_with(call, &snapshot, "certifications.renew", &record, |writer| {
        writer.delete_plan_item(&renewal_key(&record.id))?;
        Ok(())
    })
}

/// `certifications.keep_up`: whether a renewal item stands in the plan when the time comes.
pub(crate) fn keep_up(call: &Call<'_>, params: KeepUpParams) -> Result<CertificationView, AppError> {
    let snapshot = call.snapshot()?;
    let record = CertificationRecord { keep_up: params.keep_up, ..find(&snapshot, &params.id)?.clone() };
    put(call, &snapshot, "certifications.keep_up", &record)
}
