//! What the person knows better than the catalogue.

use super::catalogue::{CatalogueRow, catalogue};
use super::save::near;
use crate::app::Call;
use crate::error::AppError;
use crate::input;
use groundwork_domain::certification::{Correction, Fact};
use groundwork_domain::{CertificationId, Date};
use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::json;
use ts_rs::TS;

/// A fact of the catalogue, as the person has it.
#[derive(Debug, Clone, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct CorrectParams {
    /// Which certification of the catalogue.
    pub certification: CertificationId,
    /// Which fact.
    pub fact: Fact,
    /// What it is: `165 USD`, `90`, `retake`; empty where it is not known or there is none. Null takes the catalogue's again.
    pub value: Option<String>,
    /// The day on which they saw it; today where absent.
    #[serde(default)]
    pub as_of: Option<Date>,
    /// Where they saw it.
    #[serde(default)]
    pub source: String,
}

/// `certifications.correct`: puts a fact of the person's in the place of the catalogue's, or takes the catalogue's again.
pub(crate) fn correct(call: &Call<'_>, params: CorrectParams) -> Result<CatalogueRow, AppError> {
    let snapshot = call.snapshot()?;
    let shipped = call.app.pack()?;
    let id = &params.certification;
    let known = shipped
        .certification(id)
        .ok_or_else(|| AppError::with("certification.unknown", [("certification", id.to_string())]))?;
    let args = json!({ "name": known.name });
    match params.value {
        Some(value) => {
            let value = match params.fact {
                Fact::Url => input::address("value", &value)?,
                _ => input::line("value", &value)?,
            };
            let as_of = params.as_of.unwrap_or(snapshot.today);
            near("as_of", as_of, snapshot.today)?;
            if as_of > snapshot.today {
                return Err(AppError::new("certification.seen_in_future"));
            }
            let source = input::line("source", &params.source)?;
            let correction =
                Correction { certification: id.clone(), fact: params.fact, value, as_of, source };
            if correction.apply(&mut known.clone()).is_err() {
                return Err(AppError::with("certification.fact_value", [("value", correction.value)]));
            }
            call.write("certifications.correct", args, |writer| Ok(writer.put_correction(&correction)?))?;
        }
        None => {
            call.write("certifications.uncorrect", args, |writer| {
                writer.delete_correction(id, params.fact)?;
                Ok(())
            })?;
        }
    }
    let row = catalogue(call, &call.snapshot()?)?.into_iter().find(|row| row.known.id == *id);
    row.ok_or_else(|| AppError::with("certification.unknown", [("certification", id.to_string())]))
}
