//! Adding and changing certifications of the person's, field by field.

use super::show::shown;
use super::views::CertificationView;
use crate::app::Call;
use crate::error::AppError;
use crate::input;
use crate::settings::IdParams;
use crate::snapshot::Snapshot;
use groundwork_domain::certification::{exam_moment, moment_of};
use groundwork_domain::person::{
    Attempt, CertificationRecord, CertificationStage, Cost, Credit, Owner, SkillLevel, Term,
};
use groundwork_domain::plan::{exam_key, mock_key, renewal_key};
use groundwork_domain::reminder::time_of_day;
use groundwork_domain::{CertificationId, Date, Level, RecordId};
use groundwork_store::{Writer, new_record_id};
use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::json;
use ts_rs::TS;

/// Years around today that a day of a certification may lie in.
const YEARS: i32 = 60;
/// The most that an amount may be.
const MOST_AMOUNT: f64 = 1_000_000.0;

/// A certification of the person's, new or changed.
#[derive(Debug, Clone, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct CertificationParams {
    /// The record to change; a new one where absent.
    #[serde(default)]
    pub id: Option<RecordId>,
    /// The catalogue's certification; absent for one of the person's own.
    #[serde(default)]
    pub certification: Option<CertificationId>,
    /// Name of their own.
    #[serde(default)]
    pub name: String,
    /// Provider of their own.
    #[serde(default)]
    pub provider: String,
    /// Where it stands; wished where absent.
    #[serde(default)]
    pub stage: CertificationStage,
    /// The day they want to have prepared it by.
    #[serde(default)]
    pub wanted_by: Option<Date>,
    /// Day of the exam.
    #[serde(default)]
    pub exam_on: Option<Date>,
    /// Time of the exam, `HH:MM`.
    #[serde(default)]
    pub exam_at: Option<String>,
    /// IANA time zone of the exam.
    #[serde(default)]
    pub exam_zone: Option<String>,
    /// Where: an address, or `online`.
    #[serde(default)]
    pub place: String,
    /// What it cost, or will.
    #[serde(default)]
    pub cost: Option<f64>,
    /// ISO 4217 code of the cost.
    #[serde(default)]
    pub currency: Option<String>,
    /// The last day on which the booked exam can be moved, where they know better than the catalogue.
    #[serde(default)]
    pub reschedule_by: Option<Date>,
    /// The score, as reported.
    #[serde(default)]
    pub score: String,
    /// Which attempt this is, from 1; one more than those that were not passed where absent.
    #[serde(default)]
    pub attempt: Option<u8>,
    /// The day from which it may be tried again, where they know better than the catalogue.
    #[serde(default)]
    pub retry_from: Option<Date>,
    /// Day of issue.
    #[serde(default)]
    pub issued: Option<Date>,
    /// Day of expiry.
    #[serde(default)]
    pub expires: Option<Date>,
    /// The credential's id.
    #[serde(default)]
    pub credential_id: String,
    /// Where it can be checked.
    #[serde(default)]
    pub url: String,
    /// Notes.
    #[serde(default)]
    pub note: String,
    /// Whether they mean to keep it up; as it was where absent, else yes.
    #[serde(default)]
    pub keep_up: Option<bool>,
    /// For one of their own: whether its exam has tasks to perform.
    #[serde(default)]
    pub performance_based: bool,
    /// Skills that one of their own speaks for.
    #[serde(default)]
    pub supports: Vec<SkillLevel>,
    /// Attempts that were not passed; as they were where absent.
    #[serde(default)]
    pub attempts: Option<Vec<Attempt>>,
    /// What was paid beside the exam; as it was where absent.
    #[serde(default)]
    pub costs: Option<Vec<Cost>>,
    /// Credits toward its renewal; as they were where absent.
    #[serde(default)]
    pub credits: Option<Vec<Credit>>,
    /// Terms that a renewal followed; as they were where absent.
    #[serde(default)]
    pub periods: Option<Vec<Term>>,
}

/// `certifications.save`: adds a certification of the person's, or changes one.
pub(crate) fn save(call: &Call<'_>, params: CertificationParams) -> Result<CertificationView, AppError> {
    let snapshot = call.snapshot()?;
    let former = params.id.as_ref().map(|id| find(&snapshot, id)).transpose()?;
    let record = checked(&snapshot, params, former)?;
    let done = if former.is_some() { "certifications.change" } else { "certifications.add" };
    put(call, &snapshot, done, &record)
}

/// Writes a record under the name of what was done, if nobody changed it meanwhile.
pub(super) fn put(
    call: &Call<'_>,
    snapshot: &Snapshot,
    done: &'static str,
    record: &CertificationRecord,
) -> Result<CertificationView, AppError> {
    put_with(call, snapshot, done, record, |_| Ok(()))
}

/// The same, with what else belongs to that step.
pub(super) fn put_with(
    call: &Call<'_>,
    snapshot: &Snapshot,
    done: &'static str,
    record: &CertificationRecord,
    also: impl FnOnce(&Writer<'_>) -> Result<(), AppError>,
) -> Result<CertificationView, AppError> {
    let name = snapshot.certification_name(record);
    call.write(done, json!({ "name": name }), |writer| {
        unchanged(writer, snapshot, &record.id)?;
        writer.put_certification(record)?;
        also(writer)
    })?;
    shown(call, &record.id)
}

/// Refuses to write over what another window or terminal wrote since it was read.
pub(crate) fn unchanged(writer: &Writer<'_>, snapshot: &Snapshot, id: &RecordId) -> Result<(), AppError> {
    let read = snapshot.certifications.iter().find(|record| record.id == *id);
    if writer.certification(id)?.as_ref() == read {
        return Ok(());
    }
    Err(AppError::new("certification.changed_meanwhile"))
}

fn checked(
    snapshot: &Snapshot,
    params: CertificationParams,
    former: Option<&CertificationRecord>,
) -> Result<CertificationRecord, AppError> {
    let own = params.certification.is_none();
    if let Some(id) = &params.certification
        && snapshot.pack.certification(id).is_none()
    {
        return Err(AppError::with("certification.unknown", [("certification", id.to_string())]));
    }
    let performance_based = own && params.performance_based;
    supported(snapshot, &params.supports, performance_based)?;
    let attempts =
        params.attempts.unwrap_or_else(|| former.map(|it| it.attempts.clone()).unwrap_or_default());
    let next = u8::try_from(attempts.len()).unwrap_or(u8::MAX).saturating_add(1);
    let record = CertificationRecord {
        id: params.id.unwrap_or_else(new_record_id),
        name: if own { input::name("name", &params.name)? } else { String::new() },
        provider: input::line("provider", &params.provider)?,
        certification: params.certification,
        stage: params.stage,
        wanted_by: params.wanted_by,
        exam_on: params.exam_on,
        exam_at: params.exam_at.filter(|time| !time.is_empty()),
        exam_zone: params.exam_zone.filter(|zone| !zone.is_empty()),
        place: input::line("place", &params.place)?,
        cost: params.cost,
        currency: params.currency.filter(|code| !code.is_empty()),
        reschedule_by: params.reschedule_by,
        score: input::line("score", &params.score)?,
        attempt: params.attempt.unwrap_or(next),
        retry_from: params.retry_from,
        issued: params.issued,
        expires: params.expires,
        credential_id: input::line("credential_id", &params.credential_id)?,
        url: input::address("url", &params.url)?,
        note: input::note("note", &params.note)?,
        keep_up: params.keep_up.unwrap_or_else(|| former.is_none_or(|it| it.keep_up)),
        performance_based,
        supports: if own { params.supports } else { Vec::new() },
        attempts,
        costs: params.costs.unwrap_or_else(|| former.map(|it| it.costs.clone()).unwrap_or_default()),
        credits: params.credits.unwrap_or_else(|| former.map(|it| it.credits.clone()).unwrap_or_default()),
        periods: params.periods.unwrap_or_else(|| former.map(|it| it.periods.clone()).unwrap_or_default()),
    };
    consistent(snapshot, &record)?;
    Ok(record)
}

/// Skills of one of the person's own: an exam speaks for level 2 at most, with tasks to perform for 3.
pub(crate) fn supported(
    snapshot: &Snapshot,
    supports: &[SkillLevel],
    performance_based: bool,
) -> Result<(), AppError> {
    input::list("supports", supports)?;
    let most = Level::new(if performance_based { 3 } else { 2 }).unwrap_or_default();
    for support in supports {
        snapshot.known_skill(&support.skill)?;
        if support.level == Level::NONE || support.level > most {
            return Err(AppError::with("certification.supports_level", [("most", most.to_string())]));
        }
    }
    Ok(())
}

/// What must hold between the fields of a record.
pub(crate) fn consistent(snapshot: &Snapshot, record: &CertificationRecord) -> Result<(), AppError> {
    use CertificationStage::{Booked, Expired, Expiring};
    if matches!(record.stage, Expiring | Expired) {
        return Err(AppError::new("certification.derived_stage"));
    }
    if record.stage == Booked && record.exam_on.is_none() {
        return Err(AppError::new("certification.booked_without_date"));
    }
    in_order(record, snapshot.today)?;
    exam_time(record)?;
    amount("cost", record.cost, record.currency.as_ref())?;
    parts(record)?;
    input::within("attempt", u32::from(record.attempt), 1, 99)?;
    if record.stage == Booked { no_clash(snapshot, record) } else { Ok(()) }
}

/// Days follow each other, and lie within a life.
fn in_order(record: &CertificationRecord, today: Date) -> Result<(), AppError> {
    if let (Some(issued), Some(expires)) = (record.issued, record.expires)
        && expires < issued
    {
        return Err(AppError::with(
            "certification.expires_before_issue",
            [("issued", issued.to_string()), ("expires", expires.to_string())],
        ));
    }
    if record.issued.is_some_and(|issued| issued > today) {
        return Err(AppError::new("certification.issued_in_future"));
    }
    if let (Some(by), Some(exam)) = (record.reschedule_by, record.exam_on)
        && by > exam
    {
        return Err(AppError::new("certification.reschedule_after_exam"));
    }
    let days = [
        ("wanted_by", record.wanted_by),
        ("exam_on", record.exam_on),
        ("reschedule_by", record.reschedule_by),
        ("retry_from", record.retry_from),
        ("issued", record.issued),
        ("expires", record.expires),
    ];
    for (field, day) in days.into_iter().filter_map(|(field, day)| Some((field, day?))) {
        near(field, day, today)?;
    }
    Ok(())
}

/// Refuses a day that lies further away than a working life.
pub(crate) fn near(field: &str, day: Date, today: Date) -> Result<(), AppError> {
    if (today.plus_months(-12 * YEARS)..=today.plus_months(12 * YEARS)).contains(&day) {
        return Ok(());
    }
    Err(AppError::with("input.day_far", [("field", field.into()), ("date", day.to_string())]))
}

/// A time of day that exists on that day in that zone.
fn exam_time(record: &CertificationRecord) -> Result<(), AppError> {
    if let Some(time) = record.exam_at.as_ref().filter(|time| time_of_day(time).is_none()) {
        return Err(AppError::with("input.time", [("value", time.clone())]));
    }
    if let Some(zone) = &record.exam_zone
        && jiff::tz::TimeZone::get(zone).is_err()
    {
        return Err(AppError::with("input.zone", [("value", zone.clone())]));
    }
    if let (Some(on), Some(at), Some(zone)) = (record.exam_on, &record.exam_at, &record.exam_zone)
        && exam_moment(on, at, zone).is_none()
    {
        let args = [("time", at.clone()), ("zone", zone.clone()), ("date", on.to_string())];
        return Err(AppError::with("certification.skipped_time", args));
    }
    Ok(())
}

/// An amount with its currency.
pub(super) fn amount(field: &str, amount: Option<f64>, currency: Option<&String>) -> Result<(), AppError> {
    if amount.is_some_and(|amount| !amount.is_finite() || !(0.0..=MOST_AMOUNT).contains(&amount)) {
        return Err(AppError::with("input.amount", [("field", field.into())]));
    }
    let is_code = |code: &&String| code.len() == 3 && code.bytes().all(|b| b.is_ascii_uppercase());
    match (amount, currency) {
        (Some(_), None) => Err(AppError::new("input.currency")),
        (_, Some(code)) if !is_code(&code) => Err(AppError::new("input.currency")),
        _ => Ok(()),
    }
}

/// The lists of a record.
fn parts(record: &CertificationRecord) -> Result<(), AppError> {
    input::list("attempts", &record.attempts)?;
    input::list("costs", &record.costs)?;
    input::list("credits", &record.credits)?;
    input::list("periods", &record.periods)?;
    for attempt in &record.attempts {
        input::line("score", &attempt.score)?;
        input::note("note", &attempt.note)?;
        amount("cost", attempt.cost, attempt.currency.as_ref())?;
    }
    for cost in &record.costs {
        input::line("note", &cost.note)?;
        amount("amount", Some(cost.amount), Some(&cost.currency))?;
    }
    for credit in &record.credits {
        input::line("title", &credit.title)?;
        if !(credit.credits.is_finite() && credit.credits > 0.0 && credit.credits <= 1_000.0) {
            return Err(AppError::new("certification.credits"));
        }
    }
    Ok(())
}

/// Two exams at the same time, and two bookings of the same exam, are refused: one of them is a slip.
fn no_clash(snapshot: &Snapshot, record: &CertificationRecord) -> Result<(), AppError> {
    let booked = |it: &&CertificationRecord| it.id != record.id && it.stage == CertificationStage::Booked;
    for other in snapshot.certifications.iter().filter(booked) {
        let name = snapshot.certification_name(other);
        let day = other.exam_on.map(|day| day.to_string()).unwrap_or_default();
        if other.certification.is_some() && other.certification == record.certification {
            return Err(AppError::with("certification.booked_already", [("name", name), ("date", day)]));
        }
        if let (Some(one), Some(two)) = (span(snapshot, record), span(snapshot, other))
            && one.0 < two.1
            && two.0 < one.1
        {
            return Err(AppError::with("certification.exam_clash", [("name", name), ("date", day)]));
        }
    }
    Ok(())
}

/// From when to when an exam is; none without a time of day.
fn span(snapshot: &Snapshot, record: &CertificationRecord) -> Option<(jiff::Timestamp, jiff::Timestamp)> {
    let start = moment_of(record)?;
    let minutes = super::exam_minutes(snapshot, record);
    Some((start, start.checked_add(jiff::Span::new().minutes(i64::from(minutes))).ok()?))
}

pub(crate) fn find<'a>(snapshot: &'a Snapshot, id: &RecordId) -> Result<&'a CertificationRecord, AppError> {
    let found = snapshot.certifications.iter().find(|record| record.id == *id);
    found.ok_or_else(|| AppError::with("record.unknown", [("id", id.to_string())]))
}

/// `certifications.remove`: removes a certification of the person's.
pub(crate) fn remove(call: &Call<'_>, params: IdParams) -> Result<(), AppError> {
    let snapshot = call.snapshot()?;
    let name = snapshot.certification_name(find(&snapshot, &params.id)?);
    call.write("certifications.remove", json!({ "name": name }), |writer| {
        crate::attachments::remove_of(writer, Owner::Certification, &params.id)?;
        for key in [exam_key(&params.id), mock_key(&params.id), renewal_key(&params.id)] {
            writer.delete_plan_item(&key)?;
        }
        writer.delete_certification(&params.id)?;
        Ok(())
    })
}
