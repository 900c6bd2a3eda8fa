//! Accepting a badge: it becomes a certification of the person's, with the badge as its file.

use super::check::{Trusted, file};
use crate::app::Call;
use crate::certifications::{CertificationView, consistent, find, show, supported, unchanged};
use crate::error::AppError;
use crate::settings::IdParams;
use crate::snapshot::Snapshot;
use groundwork_domain::badge::BadgeReport;
use groundwork_domain::person::{
    AttachmentRecord, CertificationRecord, CertificationStage, Owner, SkillLevel,
};
use groundwork_domain::{CertificationId, Date, RecordId};
use groundwork_store::{StoreError, new_record_id};
use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::json;
use std::path::Path;
use ts_rs::TS;

/// A badge to accept.
#[derive(Debug, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct AcceptParams {
    /// Of a badge that was checked.
    #[serde(default)]
    pub token: Option<String>,
    /// The file, in the terminal.
    #[serde(default)]
    pub path: Option<String>,
    /// The certification of the person's that it belongs to; a new one where absent.
    #[serde(default)]
    pub id: Option<RecordId>,
    /// For a new one, the catalogue's certification.
    #[serde(default)]
    pub certification: Option<CertificationId>,
    /// For one of their own, the skills that it speaks for.
    #[serde(default)]
    pub supports: Vec<SkillLevel>,
}

/// `badges.accept`: makes a badge a certification that is held, with the badge as evidence.
pub(crate) fn accept(call: &Call<'_>, params: AcceptParams) -> Result<CertificationView, AppError> {
    let file = match (params.token, params.path) {
        (Some(token), _) => call.app.checked.get(&token).ok_or_else(|| AppError::new("badge.gone"))?,
        (None, Some(path)) => {
            // What is kept is the file itself, as with every other attachment.
            if Path::new(&path).is_symlink() {
                return Err(StoreError::NotAFile.into());
            }
            file(call, Some(path), None)?.ok_or_else(|| AppError::new("badge.gone"))?
        }
        (None, None) => return Err(AppError::with("input.empty", [("field", "path".into())])),
    };
    let snapshot = call.snapshot()?;
    let view = Trusted::of(call)?.view(call, &file)?;
    if !view.acceptable {
        return Err(AppError::new("badge.refused"));
    }
    not_accepted_yet(&snapshot, &snapshot.attachments, &file.token)?;
    let record = record(&snapshot, &view.report, params.id, params.certification, params.supports)?;
    consistent(&snapshot, &record)?;
    let stored = call.app.store()?.store_file(&file.bytes)?;
    let attachment = AttachmentRecord {
        id: new_record_id(),
        owner: Owner::Certification,
        owner_id: record.id.clone(),
        name: file.name,
        media_type: stored.media_type.to_owned(),
        bytes: stored.bytes,
        sha256: stored.sha256,
        alt: view.report.name.clone().unwrap_or_default(),
        badge: true,
        position: 0,
    };
    let args = json!({ "name": snapshot.certification_name(&record) });
    call.write("badges.accept", args, |writer| {
        unchanged(writer, &snapshot, &record.id)?;
        // Another window or terminal may have accepted it just now.
        not_accepted_yet(&snapshot, &writer.all_attachments()?, &attachment.sha256)?;
        writer.put_certification(&record)?;
        Ok(writer.put_attachment(&attachment)?)
    })?;
    show(call, IdParams { id: record.id })
}

fn not_accepted_yet(
    snapshot: &Snapshot,
    attachments: &[AttachmentRecord],
    sha256: &str,
) -> Result<(), AppError> {
    let Some(known) = attachments.iter().find(|it| it.badge && it.sha256 == sha256) else { return Ok(()) };
    let record = snapshot.certifications.iter().find(|record| record.id == known.owner_id);
    let name = record.map(|record| snapshot.certification_name(record)).unwrap_or_default();
    Err(AppError::with("badge.accepted_already", [("name", name)]))
}

/// The certification that a badge makes, or completes: what the person wrote stays.
fn record(
    snapshot: &Snapshot,
    report: &BadgeReport,
    id: Option<RecordId>,
    certification: Option<CertificationId>,
    supports: Vec<SkillLevel>,
) -> Result<CertificationRecord, AppError> {
    let (issued, expires) = (day(report.issued.as_ref()), day(report.expires.as_ref()));
    let credential_id = line(report.credential_id.as_deref().unwrap_or_default());
    if let Some(id) = id {
        let former = find(snapshot, &id)?.clone();
        let stage = match former.stage {
            stage if stage.is_passed() && stage != CertificationStage::Passed => stage,
            _ => CertificationStage::Held,
        };
        let credential_id =
            if former.credential_id.is_empty() { credential_id } else { former.credential_id };
        return Ok(CertificationRecord {
            stage,
            issued: former.issued.or(issued),
            expires: former.expires.or(expires),
            credential_id,
            ..former
        });
    }
    if let Some(id) = &certification
        && snapshot.pack.certification(id).is_none()
    {
        return Err(AppError::with("certification.unknown", [("certification", id.to_string())]));
    }
    let own = certification.is_none();
    if own {
        supported(snapshot, &supports, false)?;
    }
    let text = |text: &Option<String>| line(text.as_deref().unwrap_or_default());
    let name = text(&report.name);
    Ok(CertificationRecord {
        stage: CertificationStage::Held,
        name: if !own {
            String::new()
        } else if name.is_empty() {
            "Open Badge".into()
        } else {
            name
        },
        provider: if own { text(&report.issuer) } else { String::new() },
        issued,
        expires,
        credential_id,
        supports: if own { supports } else { Vec::new() },
        ..CertificationRecord::wished(new_record_id(), certification)
    })
}

/// The civil day of a moment as the badge writes it.
fn day(text: Option<&String>) -> Option<Date> {
    Date::parse(text?.get(..10)?).ok()
}

/// One line of at most so many characters as a record takes.
fn line(text: &str) -> String {
    let plain: String = text.chars().filter(|c| !c.is_control()).collect();
    plain.trim().chars().take(crate::input::LINE).collect()
}
