//! What a JSON object of a badge is: which version, and whether it is an award at all.

use groundwork_domain::badge::{BadgeReasonCode as Code, BadgeVersion};

use super::assertion::{self, Edition};
use super::json::Object;
use super::reason::Findings;
use super::token::Token;
use super::{Against, credential, fields};

/// Contexts of the assertions of 2.0 and 2.1, without `http://` or `https://`.
const V2_CONTEXTS: [&str; 4] = [
    "w3id.org/openbadges/v2",
    "openbadgespec.org/v2/",
    "purl.imsglobal.org/spec/ob/v2p0",
    "purl.imsglobal.org/spec/ob/v2p1",
];
/// Contexts of 1.1.
const V1_CONTEXTS: [&str; 3] =
    ["w3id.org/openbadges/v1", "openbadgespec.org/v1/", "standard.openbadges.org/1.1/context"];
/// Contexts of verifiable credentials.
const CREDENTIAL_CONTEXTS: [&str; 2] = ["www.w3.org/ns/credentials/v2", "www.w3.org/2018/credentials/v1"];
/// Contexts of 3.0.
pub const V3_CONTEXT: &str = "purl.imsglobal.org/spec/ob/v3p0/context";

/// What an object is.
enum Kind {
    Credential,
    Assertion(Edition),
    NotAnAward(BadgeVersion),
    Nothing,
}

/// Judges the object that a file holds. Within a token, its claims are the object.
pub fn judge(object: &Object, token: Option<&Token<'_>>, against: &Against<'_>, found: &mut Findings) {
    match kind(object) {
        Kind::Credential => credential::judge(object, token, against, found),
        Kind::Assertion(edition) => assertion::judge(object, edition, token, against, found),
        Kind::NotAnAward(version) => {
            found.report.version = version;
            found.report.name = fields::readable(object, "name", super::limits::NAME_CHARS);
            let types: Vec<&str> = fields::each(object, "type").iter().filter_map(|v| v.as_str()).collect();
            found.invalid(Code::NotAnAward, &types.join(", "));
        }
        Kind::Nothing => found.invalid(Code::NoBadge, ""),
    }
}

fn kind(object: &Object) -> Kind {
    // A credential of the first data model stands within the claim `vc`.
    if fields::object(object, "vc").is_some() {
        return Kind::Credential;
    }
    let has = |known: &[&str]| {
        fields::contexts(object).any(|context| {
            let context = context.trim_start_matches("https://").trim_start_matches("http://");
            known.iter().any(|known| context.starts_with(known))
        })
    };
    let is = |names: &[&str]| names.iter().any(|name| fields::is_a(object, name));
    let is_award = is(&["Assertion"]);
    if is(&["OpenBadgeCredential", "AchievementCredential"]) {
        return Kind::Credential;
    }
    if has(&[V3_CONTEXT]) {
        return Kind::NotAnAward(BadgeVersion::V3);
    }
    if has(&CREDENTIAL_CONTEXTS) || is(&["VerifiableCredential", "VerifiablePresentation"]) {
        return Kind::NotAnAward(BadgeVersion::None);
    }
    match (has(&V2_CONTEXTS), has(&V1_CONTEXTS)) {
        (true, _) if is_award || is_taken_back(object) => Kind::Assertion(Edition::V20),
        (true, _) => Kind::NotAnAward(BadgeVersion::V2),
        (_, true) if is_award => Kind::Assertion(Edition::V11),
        (_, true) => Kind::NotAnAward(BadgeVersion::V1),
        _ if is_award => Kind::Assertion(Edition::V20),
        _ if fields::contexts(object).next().is_some() => Kind::Nothing,
        _ => without_context(object),
    }
}

/// Up to 1.0 there were neither contexts nor types: the fields tell.
fn without_context(object: &Object) -> Kind {
    let has = |names: &[&str]| names.iter().all(|name| object.contains_key(*name));
    if has(&["badge", "recipient"]) {
        let is_first =
            object["badge"].is_object() && !object.contains_key("uid") && !object.contains_key("verify");
        return Kind::Assertion(if is_first { Edition::V05 } else { Edition::V10 });
    }
    if has(&["uid", "revoked"]) {
        return Kind::Assertion(Edition::V10);
    }
    let issuer_fields =
        ["name", "url", "description", "image", "email", "revocationList", "origin", "org", "contact"];
    let is_class = has(&["name", "description", "criteria"]);
    let is_issuer = has(&["name", "url"]) && object.keys().all(|name| issuer_fields.contains(&name.as_str()));
    if is_class || is_issuer { Kind::NotAnAward(BadgeVersion::V1) } else { Kind::Nothing }
}

/// A badge that was taken back may hold nothing but that.
fn is_taken_back(object: &Object) -> bool {
    object.get("revoked").is_some_and(|revoked| revoked == true) && object.contains_key("id")
}
