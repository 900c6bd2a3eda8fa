//! Certifications of the person's, from the wish to the certificate.

use crate::app::Call;
use crate::commands::Nothing;
use crate::error::AppError;
use crate::input;
use crate::settings::IdParams;
use crate::snapshot::Snapshot;
use groundwork_domain::person::{
    AttachmentRecord, CertificationRecord, CertificationStage, Owner, SkillLevel,
};
use groundwork_domain::plan::exam_key;
use groundwork_domain::role::Certification;
use groundwork_domain::{CertificationId, Date, Level, RecordId, Text};
use groundwork_store::new_record_id;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;
use ts_rs::TS;

/// A skill that a certification speaks for, with its name.
#[derive(Debug, Clone, Serialize, TS)]
pub struct SupportView {
    /// The skill and the level.
    pub level: SkillLevel,
    /// Name of the skill.
    pub name: Text,
}

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
    /// Days until it expires; negative when past.
    #[ts(type = "number | null")]
    pub days_to_expiry: Option<i64>,
    /// The catalogue's facts.
    pub known: Option<Certification>,
    /// Skills that it speaks for.
    pub supports: Vec<SupportView>,
    /// Its files.
    pub attachments: Vec<AttachmentRecord>,
}

/// A certification of the catalogue against the target.
#[derive(Debug, Clone, Serialize, TS)]
pub struct CatalogueRow {
    /// The facts.
    pub known: Certification,
    /// Skills that it speaks for.
    pub supports: Vec<SupportView>,
    /// How many of them the target asks and the person has not proven yet.
    pub would_help: u32,
    /// Id of the person's own record of it.
    pub mine: Option<RecordId>,
}

/// Certifications: the person's and the catalogue.
#[derive(Debug, Clone, Serialize, TS)]
pub struct CertificationsView {
    /// The person's, nearest date first.
    pub mine: Vec<CertificationView>,
    /// The catalogue.
    pub catalogue: Vec<CatalogueRow>,
}

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
    /// The score, as reported.
    #[serde(default)]
    pub score: String,
    /// Which attempt this is, from 1.
    #[serde(default)]
    pub attempt: Option<u8>,
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
    /// Skills that one of their own speaks for.
    #[serde(default)]
    pub supports: Vec<SkillLevel>,
}

pub(crate) fn mine(snapshot: &Snapshot) -> Vec<CertificationView> {
    let mut views: Vec<_> = snapshot.certifications.iter().map(|record| view(snapshot, record)).collect();
    let date =
        |view: &CertificationView| view.record.exam_on.or(view.record.wanted_by).or(view.record.expires);
    views.sort_by(|a, b| {
        let order = |view: &CertificationView| (view.stage.is_passed(), date(view).is_none(), date(view));
        order(a).cmp(&order(b)).then_with(|| a.name.cmp(&b.name))
    });
    views
}

fn named(snapshot: &Snapshot, supports: Vec<SkillLevel>) -> Vec<SupportView> {
    supports.into_iter().map(|level| SupportView { name: snapshot.skill_name(&level.skill), level }).collect()
}

fn view(snapshot: &Snapshot, record: &CertificationRecord) -> CertificationView {
    let known = record.certification.as_ref().and_then(|id| snapshot.pack.certification(id)).cloned();
    let days = |day: Option<Date>| day.map(|day| snapshot.today.days_until(day));
    CertificationView {
        name: snapshot.certification_name(record),
        provider: known.as_ref().map_or_else(|| record.provider.clone(), |known| known.provider.clone()),
        stage: record.stage.on(snapshot.today, record.expires),
        days_to_exam: days(record.exam_on),
        days_to_expiry: days(record.expires),
        supports: named(snapshot, snapshot.supports(record).0),
        attachments: snapshot.attachments.iter().filter(|file| file.owner_id == record.id).cloned().collect(),
        known,
        record: record.clone(),
    }
}

/// `certifications.list`: the person's certifications and the catalogue.
pub(crate) fn list(call: &Call<'_>, _: Nothing) -> Result<CertificationsView, AppError> {
    let snapshot = call.snapshot()?;
    let rows = crate::skills::rows(&snapshot);
    let helps = |support: &groundwork_domain::role::Supports| {
        let row = rows.iter().find(|row| row.skill == support.skill);
        row.is_some_and(|row| {
            row.required.is_some_and(|asked| row.proven < asked && support.level > row.proven)
        })
    };
    let catalogue = snapshot.pack.certifications.iter().map(|known| CatalogueRow {
        would_help: known.supports.iter().filter(|support| helps(support)).count() as u32,
        mine: snapshot
            .certifications
            .iter()
            .find(|r| r.certification.as_ref() == Some(&known.id))
            .map(|r| r.id.clone()),
        supports: named(
            &snapshot,
            known
                .supports
                .iter()
                .map(|s| SkillLevel { skill: s.skill.clone(), level: s.level, why: String::new() })
                .collect(),
        ),
        known: known.clone(),
    });
    Ok(CertificationsView { catalogue: catalogue.collect(), mine: mine(&snapshot) })
}

/// `certifications.save`: adds a certification of the person's, or changes one.
pub(crate) fn save(call: &Call<'_>, params: CertificationParams) -> Result<CertificationView, AppError> {
    let snapshot = call.snapshot()?;
    let is_new = params.id.is_none();
    let record = checked(&snapshot, params)?;
    let name = snapshot.certification_name(&record);
    let done = if is_new { "certifications.add" } else { "certifications.change" };
    call.write(done, json!({ "name": name }), |writer| Ok(writer.put_certification(&record)?))?;
    Ok(view(&call.snapshot()?, &record))
}

fn checked(snapshot: &Snapshot, params: CertificationParams) -> Result<CertificationRecord, AppError> {
    if let Some(id) = &params.id {
        find(snapshot, id)?;
    }
    let own = params.certification.is_none();
    if let Some(id) = &params.certification
        && snapshot.pack.certification(id).is_none()
    {
        return Err(AppError::with("certification.unknown", [("certification", id.to_string())]));
    }
    input::list("supports", &params.supports)?;
    for support in &params.supports {
        snapshot.known_skill(&support.skill)?;
        if support.level == Level::NONE || support.level > Level::new(2).unwrap_or_default() {
            return Err(AppError::new("certification.supports_level"));
        }
    }
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
        score: input::line("score", &params.score)?,
        attempt: params.attempt.unwrap_or(1),
        issued: params.issued,
        expires: params.expires,
        credential_id: input::line("credential_id", &params.credential_id)?,
        url: input::address("url", &params.url)?,
        note: input::note("note", &params.note)?,
        supports: if own { params.supports } else { Vec::new() },
    };
    consistent(&record, snapshot.today)?;
    Ok(record)
}

/// What must hold between the fields of a record.
fn consistent(record: &CertificationRecord, today: Date) -> Result<(), AppError> {
    use CertificationStage::{Booked, Expired, Expiring};
    if matches!(record.stage, Expiring | Expired) {
        return Err(AppError::new("certification.derived_stage"));
    }
    if record.stage == Booked && record.exam_on.is_none() {
        return Err(AppError::new("certification.booked_without_date"));
    }
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
    let digits = |time: &str| time.bytes().filter(u8::is_ascii_digit).count() == 4;
    let is_time =
        |time: &String| time.len() == 5 && digits(time) && jiff::civil::Time::strptime("%H:%M", time).is_ok();
    if let Some(time) = record.exam_at.as_ref().filter(|time| !is_time(time)) {
        return Err(AppError::with("input.time", [("value", time.clone())]));
    }
    if let Some(zone) = &record.exam_zone
        && jiff::tz::TimeZone::get(zone).is_err()
    {
        return Err(AppError::with("input.zone", [("value", zone.clone())]));
    }
    if record.cost.is_some_and(|cost| !cost.is_finite() || !(0.0..=1_000_000.0).contains(&cost)) {
        return Err(AppError::new("input.amount"));
    }
    let currency = |code: &String| code.len() == 3 && code.bytes().all(|b| b.is_ascii_uppercase());
    if record.currency.as_ref().is_some_and(|code| !currency(code)) {
        return Err(AppError::new("input.currency"));
    }
    if record.cost.is_some() && record.currency.is_none() {
        return Err(AppError::new("input.currency"));
    }
    input::within("attempt", u32::from(record.attempt), 1, 99).map(|_| ())
}

fn find<'a>(snapshot: &'a Snapshot, id: &RecordId) -> Result<&'a CertificationRecord, AppError> {
    let found = snapshot.certifications.iter().find(|record| record.id == *id);
    found.ok_or_else(|| AppError::with("record.unknown", [("id", id.to_string())]))
}

/// `certifications.remove`: removes a certification of the person's.
pub(crate) fn remove(call: &Call<'_>, params: IdParams) -> Result<(), AppError> {
    let snapshot = call.snapshot()?;
    let name = snapshot.certification_name(find(&snapshot, &params.id)?);
    call.write("certifications.remove", json!({ "name": name }), |writer| {
        crate::attachments::remove_of(writer, Owner::Certification, &params.id)?;
        writer.delete_plan_item(&exam_key(&params.id))?;
        writer.delete_certification(&params.id)?;
        Ok(())
    })
}
