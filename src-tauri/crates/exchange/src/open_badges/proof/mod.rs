//! Proofs that a credential carries within itself (<https://www.w3.org/TR/vc-di-eddsa/>).

mod canonical;
mod contexts;
mod shape;
#[cfg(test)]
mod tests;

use groundwork_domain::badge::{BadgeReason, BadgeReasonCode as Code};
use serde_json::Value;

use super::dates::{self, Dates};
use super::json::Object;
use super::key::{self, Algorithm, BadgeKeyError, PublicKey};
use super::reason::{Findings, reason};
use super::signature::{Signed, pinned_keys};
use super::{Against, fields, limits};

/// Fields of a proof. One that is not known could ask for something that is not done here.
const FIELDS: [&str; 12] = [
    "@context",
    "id",
    "type",
    "cryptosuite",
    "created",
    "expires",
    "verificationMethod",
    "proofPurpose",
    "proofValue",
    "domain",
    "challenge",
    "nonce",
];

/// Judges the proofs of a credential: all that can be checked must fit.
pub fn judge(credential: &Object, issuer: Option<&str>, against: &Against<'_>, found: &mut Findings) {
    let proofs = fields::each(credential, "proof");
    if proofs.is_empty() {
        return found.invalid(Code::NoProof, "");
    }
    if proofs.len() > limits::PROOFS {
        return found.invalid(Code::TooLarge, "proof");
    }
    let mut known = Vec::new();
    let mut unsupported = Vec::new();
    for proof in proofs {
        match proof.as_object() {
            Some(proof) if is_supported(proof) => known.push(proof),
            Some(proof) => {
                unsupported.push(fields::text_of(proof, &["cryptosuite", "type"]).unwrap_or_default());
            }
            None => return found.invalid(Code::FieldInvalid, "proof"),
        }
    }
    for name in unsupported {
        if known.is_empty() {
            found.unchecked(Code::ProofUnsupported, name);
        } else {
            found.remark(Code::ProofUnsupported, name);
        }
    }
    if known.is_empty() {
        return;
    }
    let mut document = credential.clone();
    document.remove("proof");
    match check_contexts(&document).and_then(|()| shape::check(&document)) {
        Ok(()) => known.into_iter().for_each(|proof| judge_one(&document, proof, issuer, against, found)),
        Err(reason) if reason.code == Code::ContextUnknown => found.unchecked(reason.code, &reason.detail),
        Err(reason) => found.refused(reason),
    }
}

/// The ways of signing that differ in nothing but their names: `eddsa-2022` was that of the drafts, and the first 3.0
/// named Ed25519Signature2020.
fn is_supported(proof: &Object) -> bool {
    let suite = fields::text(proof, "cryptosuite");
    let is_known = match fields::text(proof, "type") {
        Some("DataIntegrityProof") => matches!(suite, Some("eddsa-rdfc-2022" | "eddsa-2022")),
        Some("Ed25519Signature2020") => suite.is_none(),
        _ => false,
    };
    is_known && proof.keys().all(|name| FIELDS.contains(&name.as_str()))
}

/// All contexts must be carried. One that stands in the badge itself could give known words another meaning.
fn check_contexts(document: &Object) -> Result<(), BadgeReason> {
    let named = fields::each(document, "@context");
    if named.len() > limits::CONTEXTS {
        return Err(reason(Code::TooLarge, "@context"));
    }
    let unknown = named.iter().enumerate().find_map(|(index, context)| match context {
        Value::String(address) if contexts::is_known(address) => None,
        Value::String(address) => Some(address.clone()),
        _ => Some(format!("@context[{index}]")),
    });
    unknown.map_or(Ok(()), |unknown| Err(reason(Code::ContextUnknown, &unknown)))
}

fn judge_one(
    document: &Object,
    proof: &Object,
    issuer: Option<&str>,
    against: &Against<'_>,
    found: &mut Findings,
) {
    if fields::text(proof, "proofPurpose") != Some("assertionMethod") {
        let purpose = fields::text(proof, "proofPurpose").unwrap_or("proofPurpose");
        return found.invalid(Code::ProofNotValidForThis, purpose);
    }
    for name in ["created", "expires"] {
        let moment = proof.get(name).map(|value| dates::moment(value, Dates::Moments));
        match moment {
            Some(None) => return found.invalid(Code::FieldInvalid, &format!("proof.{name}")),
            Some(Some(moment)) if name == "expires" && moment <= against.now => {
                found.proof_expired(&moment.to_string())
            }
            _ => {}
        }
    }
    let Some(signature) = fields::text(proof, "proofValue").and_then(multibase) else {
        return found.invalid(Code::FieldInvalid, "proof.proofValue");
    };
    let (carried, elsewhere) = match method(proof) {
        Ok(method) => method,
        Err(error) => return found.invalid(Code::KeyUnusable, &error.detail("proof.verificationMethod")),
    };
    let keys: Vec<PublicKey> = match &carried {
        Some(key) => vec![key.clone()],
        None => pinned_keys(against).into_iter().map(|(_, key)| key).collect(),
    };
    let message = match message(document, proof, &keys, &signature) {
        Ok(message) => message,
        // What the contexts do not know is not signed, whoever wrote it.
        Err(reason) if reason.code == Code::FieldInvalid => {
            return found.altered(reason.code, &reason.detail);
        }
        Err(reason) => return found.refused(reason),
    };
    let (message, signature, algorithm) = (message.as_slice(), signature.as_slice(), Algorithm::EdDsa);
    Signed { issuer, algorithm, carried, elsewhere, message, signature }.judge(against, found);
}

/// What the proof signs: the digest of its own options and that of the document. Where an address without a version
/// is among the contexts, the first of its texts for which the signature fits.
fn message(
    document: &Object,
    proof: &Object,
    keys: &[PublicKey],
    signature: &[u8],
) -> Result<Vec<u8>, BadgeReason> {
    let mut options = proof.clone();
    options.remove("proofValue");
    options.insert("@context".to_owned(), document.get("@context").cloned().unwrap_or_default());
    let mut first = None;
    for edition in contexts::editions(fields::contexts(document)) {
        let message = canonical::digest(&options, edition).and_then(|options| {
            canonical::digest(document, edition).map(|document| [options, document].concat())
        });
        if message.as_ref().is_ok_and(|message| keys.iter().any(|key| key.verifies(message, signature))) {
            return message;
        }
        first.get_or_insert(message);
    }
    first.unwrap_or_else(|| Err(reason(Code::ContextUnknown, "@context")))
}

/// The key of a proof, and where it lies if it is not here: the method is a `did:key` or `did:jwk`, or an address
/// whose fragment is the key, or an object that holds the key.
fn method(proof: &Object) -> Result<(Option<PublicKey>, &str), BadgeKeyError> {
    match proof.get("verificationMethod") {
        Some(Value::String(id)) if key::is_did_with_key(id) => Ok((Some(key::of_did(id)?), id)),
        Some(Value::String(id)) => match key::in_fragment(id) {
            Some(encoded) => Ok((key::of_multibase(encoded).ok(), id)),
            None => Ok((None, id)),
        },
        Some(Value::Object(method)) => {
            let key =
                match (fields::text(method, "publicKeyMultibase"), fields::object(method, "publicKeyJwk")) {
                    (Some(encoded), _) => Some(key::of_multibase(encoded)?),
                    (None, Some(jwk)) => Some(key::of_jwk(jwk)?),
                    (None, None) => None,
                };
            Ok((key, fields::text(method, "id").unwrap_or_default()))
        }
        _ => Err(BadgeKeyError::NotAKey),
    }
}

/// A signature in base 58 behind a `z`.
fn multibase(text: &str) -> Option<Vec<u8>> {
    let encoded = text.strip_prefix('z').filter(|encoded| encoded.len() <= 128)?;
    bs58::decode(encoded).into_vec().ok()
}
