//! Embedded proofs.

use groundwork_domain::badge::BadgeReasonCode as Code;

use super::json::Object;
use super::reason::Findings;
use super::{Against, fields};

/// Judges the proofs of a credential.
pub fn judge(credential: &Object, _issuer: Option<&str>, _against: &Against<'_>, found: &mut Findings) {
    match fields::each(credential, "proof").first() {
        None => found.invalid(Code::NoProof, ""),
        Some(proof) => found.unchecked(
            Code::ProofUnsupported,
            proof.as_object().and_then(|proof| fields::text(proof, "type")).unwrap_or_default(),
        ),
    }
}
